"""«Akan kami coba»: a unit or a person says so, plans it, and tells what came of it. Nothing is tried in secret."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.core.files.base import File
from django.db import transaction
from django.urls import reverse

from pelatihan.models import AdopsiPraktik, AturanPraktik, Kegiatan, PraktikBaik
from pelatihan.perhitungan.praktik import TERBIT, StatusAdopsi, boleh_beralih_adopsi, hari_tanya
from pelatihan.permissions import pemilik
from pelatihan.permissions.praktik import boleh_mengurus, unit_dipimpin
from pelatihan.proses.galat import ProsesDitolak, wajib_diisi
from pelatihan.proses.praktik import kunci_praktik
from pelatihan.proses.praktik_berkas import simpan_berkas
from rakumpit.audit.models import catat
from rakumpit.notifikasi.models import kirim
from rakumpit.organisasi.models import Pegawai, Pengguna, Penugasan, UnitKerja
from rakumpit.waktu import format_tanggal, hari_ini

_PANJANG = 2000


def _teks(isi: str, kalimat: str) -> str:
    isi = isi.replace("\r\n", "\n").strip()[:_PANJANG]
    if not isi:
        raise ProsesDitolak(kalimat)
    return isi


@transaction.atomic
def akan_dicoba(
    *,
    kode: UUID,
    praktik: PraktikBaik,
    oleh: Pengguna,
    niat: str,
    unit: UnitKerja | None = None,
    pegawai: Pegawai | None = None,
    kegiatan: Kegiatan | None = None,
) -> AdopsiPraktik:
    """Say that a unit (by its leader) or a person (by himself) will try it. ``kode``: sent twice, stored once.

    One open trial for each; after so many days, by the rule of today, is asked what became of it.
    """
    baris = kunci_praktik(praktik)
    ada: AdopsiPraktik | None = AdopsiPraktik.objects.filter(uuid=kode).first()
    if ada is not None:
        if (ada.oleh_id, ada.praktik_id) != (oleh.pk, baris.pk):
            raise ProsesDitolak("Formulir ini sudah dipakai. Muat ulang halaman, lalu isi lagi.")
        return ada
    if (unit is None) == (pegawai is None):
        raise ProsesDitolak("Pilih unit Anda atau diri Anda sendiri.")
    if unit is not None and unit.pk not in unit_dipimpin(oleh):
        raise ProsesDitolak("Percobaan satu unit dicatat oleh pemimpin unit itu.")
    if pegawai is not None and not pemilik(oleh, pegawai):
        raise ProsesDitolak("Percobaan seorang pegawai dicatat olehnya sendiri.")
    if baris.status not in {satu.value for satu in TERBIT}:
        raise ProsesDitolak(f"Praktik ini {baris.get_status_display().lower()}, jadi belum dapat dicoba.")
    if baris.adopsi.terbuka().filter(unit=unit, pegawai=pegawai).exists():
        raise ProsesDitolak("Percobaan yang sama masih berjalan. Buka percobaan itu, lalu tulis rencananya.")
    hari = hari_ini()
    adopsi = AdopsiPraktik.objects.create(
        uuid=kode,
        praktik=baris,
        unit=unit,
        pegawai=pegawai,
        kegiatan=kegiatan,
        niat=_teks(niat, "Tulis apa yang akan dicoba."),
        oleh=oleh,
        dicatat_pada=hari,
        tanya_pada=hari_tanya(hari, AturanPraktik.pada(hari).hari_tanya),
    )
    catat(
        pelaku=oleh,
        aksi="pelatihan.praktik.coba",
        objek=adopsi,
        sesudah={"praktik": str(baris.uuid), "siapa": adopsi.sasaran, "tanya_pada": adopsi.tanya_pada},
    )
    return adopsi


def _ambil(adopsi: AdopsiPraktik, oleh: Pengguna, ke: StatusAdopsi, versi: int | None) -> AdopsiPraktik:
    """The trial, locked, if this person may take it to ``ke`` and saw it as it stands."""
    baris: AdopsiPraktik = (
        AdopsiPraktik.objects.select_for_update(of=("self",))
        .select_related("praktik", "pegawai", "unit")
        .get(pk=adopsi.pk)
    )
    if not boleh_mengurus(oleh, baris):
        raise ProsesDitolak("Percobaan ini diurus oleh yang mencobanya: pegawainya sendiri, atau pemimpin unitnya.")
    if not boleh_beralih_adopsi(baris.status, ke):
        tambahan = " Tulis dulu rencananya." if baris.status == StatusAdopsi.AKAN.value else ""
        raise ProsesDitolak(f"Percobaan ini berstatus {baris.get_status_display().lower()}.{tambahan}")
    if versi is not None and baris.versi != versi:
        raise ProsesDitolak("Percobaan ini baru saja diubah orang lain. Buka lagi, lalu ulangi.")
    return baris


def _simpan(baris: AdopsiPraktik, oleh: Pengguna, ke: StatusAdopsi, *medan: str, keterangan: str = "") -> None:
    sebelum = baris.status
    baris.status = ke.value
    baris.versi += 1
    baris.save(update_fields=["status", "versi", *medan])
    catat(
        pelaku=oleh,
        aksi=f"pelatihan.praktik.coba.{ke.value}",
        objek=baris,
        sebelum={"status": sebelum},
        sesudah={"status": ke.value} | {nama: str(getattr(baris, nama)) for nama in medan},
        keterangan=keterangan,
    )


@transaction.atomic
def rencanakan(
    *, adopsi: AdopsiPraktik, oleh: Pengguna, versi: int | None, rencana: str, mulai: date, selesai: date
) -> None:
    """How and when it is tried, and when the result is judged."""
    baris = _ambil(adopsi, oleh, StatusAdopsi.RENCANA, versi)
    if mulai < baris.dicatat_pada:
        raise ProsesDitolak(f"Hari mulai tidak mendahului {format_tanggal(baris.dicatat_pada)}, hari niatnya dicatat.")
    if selesai < mulai:
        raise ProsesDitolak("Hari hasil dinilai mendahului hari mulai. Periksa kedua tanggalnya.")
    baris.rencana, baris.mulai, baris.selesai = _teks(rencana, "Tulis rencananya."), mulai, selesai
    _simpan(baris, oleh, StatusAdopsi.RENCANA, "rencana", "mulai", "selesai")


@transaction.atomic
def catat_hasil(
    *,
    adopsi: AdopsiPraktik,
    oleh: Pengguna,
    versi: int | None,
    berhasil: bool,
    hasil: str,
    bukti: str,
    berkas: File | None = None,
) -> None:
    """What came of it, and what shows that; «tidak cocok» is as welcome as success. The proposer is told."""
    # The practice first, as everywhere: the file is a row of it.
    kunci_praktik(adopsi.praktik)
    ke = StatusAdopsi.BERHASIL if berhasil else StatusAdopsi.TIDAK_COCOK
    baris = _ambil(adopsi, oleh, ke, versi)
    if baris.mulai is not None and baris.mulai > hari_ini():
        raise ProsesDitolak(f"Percobaan baru dimulai {format_tanggal(baris.mulai)}. Catat hasilnya sesudah itu.")
    baris.hasil = _teks(hasil, "Tulis apa yang berubah dan apa yang dipelajari, juga bila tidak cocok.")
    baris.bukti = wajib_diisi(bukti, "Sebut buktinya, misalnya buku agenda, nomor surat, atau foto.")
    if berkas is not None:
        simpan_berkas(baris.praktik, oleh, berkas, adopsi=baris)
    _simpan(baris, oleh, ke, "hasil", "bukti")
    if baris.praktik.dibuat_oleh_id != oleh.pk:
        kirim(
            penerima_id=baris.praktik.dibuat_oleh_id,
            kunci=f"pelatihan-adopsi-{baris.uuid}-hasil",
            judul=f"Hasil percobaan {baris.sasaran}: {baris.praktik.judul}",
            isi=baris.get_status_display(),
            tautan=reverse("pelatihan:adopsi", args=[baris.uuid]),
        )


@transaction.atomic
def batalkan(*, adopsi: AdopsiPraktik, oleh: Pengguna, alasan: str) -> None:
    """It is not tried after all, and why."""
    alasan = wajib_diisi(alasan, "Tulis alasan tidak jadi mencoba.")
    baris = _ambil(adopsi, oleh, StatusAdopsi.BATAL, None)
    baris.alasan = alasan
    _simpan(baris, oleh, StatusAdopsi.BATAL, "alasan", keterangan=alasan)


def tanyakan_adopsi() -> int:
    """Ask those whose day has come what became of their trial, once; returns how many trials were asked about."""
    hari, ditanya = hari_ini(), 0
    for pk in AdopsiPraktik.objects.perlu_ditanya(hari).order_by("pk").values_list("pk", flat=True):
        ditanya += _tanyakan(pk, hari)
    return ditanya


@transaction.atomic
def _tanyakan(pk: int, hari: date) -> int:
    baris: AdopsiPraktik | None = (
        AdopsiPraktik.objects.perlu_ditanya(hari)
        .select_for_update(of=("self",), skip_locked=True)
        .select_related("praktik", "pegawai")
        .filter(pk=pk)
        .first()
    )
    if baris is None:
        return 0
    baris.ditanya_pada = hari
    baris.save(update_fields=["ditanya_pada"])
    penerima = _penanggung(baris, hari)
    for akun in penerima:
        kirim(
            penerima_id=akun,
            kunci=f"pelatihan-adopsi-{baris.uuid}-tanya",
            judul=f"Apa kabar percobaan Anda: {baris.praktik.judul}",
            isi="Tulis rencananya, hasilnya, atau alasan tidak jadi mencoba.",
            tautan=reverse("pelatihan:adopsi", args=[baris.uuid]),
        )
    catat(pelaku=None, aksi="pelatihan.praktik.coba.tanya", objek=baris, sesudah={"ditanya": len(penerima)})
    return 1


def _penanggung(baris: AdopsiPraktik, hari: date) -> list[int]:
    """Accounts of who tries it: the person, or who leads the unit today; else who wrote it down."""
    if baris.pegawai is not None:
        return [baris.pegawai.pengguna_id] if baris.pegawai.pengguna_id is not None else [baris.oleh_id]
    akun = (
        Penugasan.objects.pada(hari)
        .filter(jabatan__unit_id=baris.unit_id, jabatan__memimpin=True, pegawai__pengguna__isnull=False)
        .order_by("pk")
        .values_list("pegawai__pengguna_id", flat=True)
    )
    return list(dict.fromkeys(akun)) or [baris.oleh_id]
