"""Participants from a sheet: looked at first, then all of its rows or none (case C109).

A row with a NIP is one of the staff and is registered as everybody is; a row without one is kept as a guest. The same
file twice changes nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db import transaction

from pelatihan.models import Kegiatan, PesertaLuar
from pelatihan.permissions.kegiatan import boleh_menyusun
from pelatihan.permissions.pendaftaran import boleh_mendaftarkan, peta_atasan
from pelatihan.proses.berkas_peserta import BarisPeserta
from pelatihan.proses.galat import ProsesDitolak
from pelatihan.proses.kursi import kunci_kegiatan
from pelatihan.proses.pendaftaran import mendaftar
from pelatihan.ringkasan.pendaftaran import (
    Jadwal,
    bentrok,
    halangan,
    jadwal,
    kursi_terisi,
    peringatan,
    sebab_tertutup,
)
from rakumpit.audit.models import catat
from rakumpit.organisasi.models import Pegawai, Pengguna
from rakumpit.organisasi.nama import nama_urut
from rakumpit.waktu import tanggal_lokal

_BUKAN_PENYELENGGARA = "Peserta diimpor oleh pengelola atau pemimpin unit penyelenggara."


@dataclass(slots=True)
class HasilBaris:
    """What would become of a row. ``sama``: there already. ``rangkap``: number of the row that says the same person.

    ``perlu_alasan``: with it a PPPK passes the yearly limit, which the pengelola has to explain.
    """

    baris: BarisPeserta
    pegawai: Pegawai | None
    sama: bool = False
    rangkap: int | None = None
    perlu_alasan: bool = False
    galat: list[str] = field(default_factory=list)
    peringatan: list[str] = field(default_factory=list)

    @property
    def baru(self) -> bool:
        return not (self.sama or self.rangkap or self.galat)


@dataclass(frozen=True, slots=True)
class HasilImpor:
    """How many were stored, and how many were there before or stand twice in the sheet."""

    pegawai: int
    luar: int
    dilewati: int


def _kunci_luar(nama: str, asal: str) -> tuple[str, str]:
    return nama.casefold(), asal.casefold()


def periksa_impor_peserta(*, kegiatan: Kegiatan, baris: Sequence[BarisPeserta], oleh: Pengguna) -> list[HasilBaris]:
    """Every row against the people and the event; a fixed number of queries, and nothing is written."""
    nip = {satu.isi["nip"] for satu in baris if satu.isi["nip"]}
    pegawai = {
        str(satu.nip): satu
        for satu in Pegawai.objects.filter(pengguna__nip__in=nip).select_related("pengguna").order_by("pk")
    }
    hasil = [HasilBaris(satu, pegawai.get(satu.isi["nip"]), galat=list(satu.galat)) for satu in baris]
    waktu = jadwal(kegiatan)
    _periksa_pegawai(kegiatan, [satu for satu in hasil if satu.pegawai is not None], oleh, waktu)
    _periksa_luar(kegiatan, [satu for satu in hasil if satu.pegawai is None])
    for satu in hasil:
        _periksa_hari(satu, waktu)
    return hasil


def _periksa_pegawai(kegiatan: Kegiatan, hasil: Collection[HasilBaris], oleh: Pengguna, waktu: Jadwal) -> None:
    orang = {satu.pegawai.pk: satu.pegawai for satu in hasil if satu.pegawai is not None}
    peta = peta_atasan(list(orang))
    terdaftar = set(kegiatan.pendaftaran.hidup().filter(pegawai__in=orang).values_list("pegawai_id", flat=True))
    tumpuk = bentrok(kegiatan, list(orang), waktu)
    semua = list(orang.values())
    keras = halangan(kegiatan, semua, waktu, tumpuk, beralasan=True)
    lunak = halangan(kegiatan, semua, waktu, tumpuk, beralasan=False)
    kata = peringatan(list(orang), waktu, tumpuk)
    pertama: dict[int, int] = {}
    for satu in hasil:
        siapa = satu.pegawai
        if siapa is None:
            continue
        if satu.baris.isi["nama"] and nama_urut(satu.baris.isi["nama"]) != nama_urut(siapa.nama):
            satu.peringatan.append(f"NIP ini milik {siapa.nama}, di berkas tertulis {satu.baris.isi['nama']}.")
        if siapa.pk in pertama:
            satu.rangkap = pertama[siapa.pk]
            satu.peringatan.append(f"Orangnya sama dengan baris {satu.rangkap}, jadi didaftarkan sekali saja.")
            continue
        pertama[siapa.pk] = satu.baris.nomor
        satu.sama = siapa.pk in terdaftar
        if not satu.sama:
            boleh = boleh_mendaftarkan(oleh, siapa, peta)
            _halangan_satu(satu, siapa.nama, boleh, keras.get(siapa.pk, ""), lunak.get(siapa.pk, ""))
            satu.peringatan += kata.get(siapa.pk, [])


def _halangan_satu(satu: HasilBaris, nama: str, boleh: bool, keras: str, lunak: str) -> None:
    """``keras`` stops the row, ``lunak`` only until the pengelola writes why."""
    if not boleh:
        satu.galat.append(f"{nama} didaftarkan atasan langsungnya atau pengelola. Hapus barisnya.")
    elif keras:
        satu.galat.append(keras)
    elif lunak:
        satu.perlu_alasan = True
        satu.peringatan.append(lunak)


def _periksa_luar(kegiatan: Kegiatan, hasil: Collection[HasilBaris]) -> None:
    ada = {_kunci_luar(satu.nama, satu.asal) for satu in kegiatan.peserta_luar.berlaku()}
    urut = {nama_urut(satu.baris.isi["nama"]) for satu in hasil if satu.baris.isi["nama"]}
    senama = set(Pegawai.objects.filter(nama_urut__in=urut).values_list("nama_urut", flat=True))
    sisa = None if kegiatan.kuota_maks is None else kegiatan.kuota_maks - kursi_terisi(kegiatan)
    if kegiatan.pendaftaran.antre().exists():
        sisa = 0
    pertama: dict[tuple[str, str], int] = {}
    for satu in hasil:
        isi = satu.baris.isi
        if isi["nip"]:
            satu.galat.append(
                "NIP ini tidak dikenal. Betulkan NIP-nya. Bila ia bukan pegawai kantor ini, kosongkan NIP-nya: "
                "ia dicatat sebagai peserta luar."
            )
        if satu.galat:
            continue
        kunci = _kunci_luar(isi["nama"], isi["asal"])
        satu.sama, satu.rangkap = kunci in ada, pertama.get(kunci)
        if satu.rangkap:
            satu.peringatan.append(f"Sama dengan baris {satu.rangkap}, jadi dicatat sekali saja.")
        pertama.setdefault(kunci, satu.baris.nomor)
        if not satu.baru:
            continue
        if nama_urut(isi["nama"]) in senama:
            satu.peringatan.append("Ada pegawai bernama sama. Isi NIP-nya bila ia orang itu.")
        if sisa is not None and sisa <= 0:
            satu.galat.append(
                "Kursi sudah penuh, dan peserta luar tidak masuk daftar tunggu. "
                "Naikkan jumlah kursi kegiatan, atau hapus barisnya."
            )
        elif sisa is not None:
            sisa -= 1


def _periksa_hari(satu: HasilBaris, waktu: Jadwal) -> None:
    mulai, selesai = satu.baris.isi["mulai"], satu.baris.isi["selesai"]
    if not satu.baru or waktu.mulai is None:
        return
    awal, akhir = tanggal_lokal(waktu.mulai), waktu.hari_terakhir
    if (mulai and date.fromisoformat(mulai) > awal) or (selesai and date.fromisoformat(selesai) < akhir):
        satu.peringatan.append("Tanggal di berkas tidak memuat semua hari kegiatan.")


@transaction.atomic
def simpan_impor_peserta(
    *, kegiatan: Kegiatan, baris: Sequence[BarisPeserta], oleh: Pengguna, alasan_melampaui: str = ""
) -> HasilImpor:
    """Register the staff and keep the guests that are not there yet; all rows or none.

    ProsesDitolak: not the organiser, registration is closed, a row has a fault, or a reason is missing.
    """
    terkunci = kunci_kegiatan(kegiatan.pk)
    if not boleh_menyusun(oleh, terkunci.unit_id):
        raise ProsesDitolak(_BUKAN_PENYELENGGARA)
    if not baris:
        raise ProsesDitolak("Tidak ada baris untuk disimpan. Unggah berkasnya dulu.")
    tertutup = sebab_tertutup(terkunci, jadwal(terkunci))
    if tertutup:
        raise ProsesDitolak(tertutup)
    hasil = periksa_impor_peserta(kegiatan=terkunci, baris=baris, oleh=oleh)
    salah = [f"Baris {satu.baris.nomor}: {satu.galat[0]}" for satu in hasil if satu.galat]
    if salah:
        raise ProsesDitolak(f"Tidak ada yang disimpan: {len(salah)} baris perlu dibetulkan. {salah[0]}")
    baru = [satu for satu in hasil if satu.baru]
    orang = [satu.pegawai for satu in baru if satu.pegawai is not None]
    # The guests first: their seats were counted, and who is registered after them may still wait for one.
    tamu = [satu.baris.isi for satu in baru if satu.pegawai is None]
    PesertaLuar.objects.bulk_create(
        PesertaLuar(kegiatan=terkunci, nama=isi["nama"], asal=isi["asal"], dicatat_oleh=oleh) for isi in tamu
    )
    if orang:
        mendaftar(kegiatan=terkunci, pegawai=orang, oleh=oleh, alasan_melampaui=alasan_melampaui)
    if baru:
        catat(
            pelaku=oleh,
            aksi="pelatihan.kegiatan.impor_peserta",
            objek=terkunci,
            sesudah={"pegawai": len(orang), "peserta_luar": len(tamu)},
        )
    return HasilImpor(len(orang), len(tamu), len(hasil) - len(baru))
