"""New ways of working: proposed, tried, reported with figures, verified by a second person, taken over by units.

A trial that did not work is reported in the same way and may be tried again: people stop trying where only success
is welcome.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.db.models import F

from kinerja.enums.inovasi import StatusInovasi
from kinerja.models import Adopsi, Bukti, Inovasi
from kinerja.permissions.inovasi import SUDAH_BERHASIL_ATAU_TIDAK, anggota, boleh_memverifikasi
from kinerja.proses.galat import ProsesDitolak, wajib_diisi
from kinerja.proses.kendala import pegawai_berskp
from kinerja.proses.simpan import kunci_orang
from kinerja.proses.versi import konflik_menurut_audit
from rakumpit.audit.models import catat
from rakumpit.notifikasi.models import kirim
from rakumpit.organisasi.models import Pegawai, Pengguna, Penugasan, UnitKerja
from rakumpit.waktu import format_tanggal, hari_ini


@transaction.atomic
def usulkan_inovasi(*, oleh: Pengguna, judul: str, masalah: str, gagasan: str, tim: Sequence[Pegawai] = ()) -> Inovasi:
    """Write down an idea; team members are told. Sent twice, the first row is the answer."""
    pengusul, hari = pegawai_berskp(oleh), hari_ini()
    isi = _periksa_isi(judul, masalah, gagasan)
    kunci_orang([pengusul.pk])
    lama: Inovasi | None = Inovasi.objects.filter(
        pengusul=pengusul, diusulkan_pada=hari, status=StatusInovasi.IDE.value, **isi
    ).first()
    if lama is not None:
        return lama
    inovasi = Inovasi.objects.create(pengusul=pengusul, diusulkan_pada=hari, **isi)
    _pasang_tim(inovasi, tim)
    catat(pelaku=oleh, aksi="kinerja.inovasi.usulkan", objek=inovasi, sesudah={"judul": inovasi.judul})
    return inovasi


@transaction.atomic
def ubah_inovasi(
    *, inovasi: Inovasi, oleh: Pengguna, judul: str, masalah: str, gagasan: str, tim: Sequence[Pegawai], versi: int
) -> Inovasi:
    """Change the description and the team; by who takes part, until it is verified. ``versi``: of the opened form.

    ProsesDitolak, KonflikVersi.
    """
    kini = _kunci_anggota(inovasi, oleh)
    _periksa_versi(kini, versi)
    isi = _periksa_isi(judul, masalah, gagasan)
    sebelum = {nama: getattr(kini, nama) for nama in isi} | {"tim": _kode_tim(kini)}
    for nama, satu in isi.items():
        setattr(kini, nama, satu)
    kini.versi += 1
    kini.save(update_fields=[*isi, "versi"])
    _pasang_tim(kini, tim)
    catat(pelaku=oleh, aksi="kinerja.inovasi.ubah", objek=kini, sebelum=sebelum, sesudah=isi | {"tim": _kode_tim(kini)})
    return kini


@transaction.atomic
def mulai_coba(*, inovasi: Inovasi, oleh: Pengguna, sejak: date) -> Inovasi:
    """Begin a trial, also a new one after a trial that did not work."""
    kini = _kunci_anggota(inovasi, oleh)
    if kini.status not in {StatusInovasi.IDE.value, StatusInovasi.TIDAK_BERHASIL.value}:
        raise ProsesDitolak(f"Inovasi ini tidak dapat mulai dicoba (keadaannya: {_keadaan(kini)}).")
    if not kini.diusulkan_pada <= sejak <= hari_ini():
        raise ProsesDitolak(f"Tanggal mulai mencoba harus antara {format_tanggal(kini.diusulkan_pada)} dan hari ini.")
    sebelum = kini.status
    kini.status, kini.dicoba_sejak = StatusInovasi.DICOBA.value, sejak
    kini.save(update_fields=["status", "dicoba_sejak"])
    catat(
        pelaku=oleh,
        aksi="kinerja.inovasi.coba",
        objek=kini,
        sebelum={"status": sebelum},
        sesudah={"status": kini.status, "dicoba_sejak": sejak},
    )
    return kini


@transaction.atomic
def catat_hasil_coba(
    *,
    inovasi: Inovasi,
    oleh: Pengguna,
    berhasil: bool,
    hasil: str,
    versi: int,
    ukuran: str = "",
    satuan: str = "",
    sebelum: Decimal | None = None,
    sesudah: Decimal | None = None,
    bukti: Sequence[Bukti] = (),
) -> Inovasi:
    """Say what came of the trial, with one figure before and after where there is one. Success needs the figures.

    Until the result is verified it can be mended in the same way. ``bukti``: the chosen evidence of ``oleh``; what the
    others of the team have added stays. ``versi``: of the opened form. ProsesDitolak, KonflikVersi.
    """
    kini = _kunci_anggota(inovasi, oleh)
    if kini.status == StatusInovasi.IDE.value:
        raise ProsesDitolak(f"Hasil dicatat setelah inovasi dicoba (keadaannya: {_keadaan(kini)}).")
    _periksa_versi(kini, versi)
    hasil, ukuran = hasil.strip(), ukuran.strip()
    if not hasil:
        raise ProsesDitolak("Tulis apa yang berubah dan apa yang dipelajari, juga bila belum berhasil.")
    if (sebelum is None) != (sesudah is None) or (sebelum is not None and not ukuran):
        raise ProsesDitolak("Isi angka sebelum dan sesudah bersama-sama, dan sebut apa yang diukur.")
    if berhasil and sebelum is None:
        raise ProsesDitolak("Isi angka sebelum dan sesudah: inovasi yang berhasil ditunjukkan dengan angka.")
    if any(satu.pegawai.pengguna_id != oleh.pk or satu.dibatalkan_pada is not None for satu in bukti):
        raise ProsesDitolak("Pilih bukti milik Anda sendiri yang masih berlaku.")
    lama = _ringkas_hasil(kini)
    kini.status = (StatusInovasi.BERHASIL if berhasil else StatusInovasi.TIDAK_BERHASIL).value
    kini.hasil, kini.ukuran, kini.satuan = hasil, ukuran, satuan.strip()
    kini.sebelum, kini.sesudah, kini.catatan_pengembalian = sebelum, sesudah, ""
    kini.versi += 1
    kini.save(
        update_fields=[
            *("status", "hasil", "ukuran", "satuan", "sebelum", "sesudah", "catatan_pengembalian", "versi"),
        ]
    )
    kini.bukti.set([*kini.bukti.exclude(pegawai__pengguna=oleh), *bukti])
    catat(
        pelaku=oleh,
        aksi="kinerja.inovasi.hasil",
        objek=kini,
        sebelum=lama,
        sesudah=_ringkas_hasil(kini) | {"bukti": len(bukti)},
    )
    return kini


@transaction.atomic
def verifikasi_inovasi(*, inovasi: Inovasi, oleh: Pengguna, catatan: str, versi: int) -> Inovasi:
    """A second person says that the report, in the version that was read, is right; never who took part.

    ProsesDitolak, KonflikVersi.
    """
    kini = _kunci_untuk_diperiksa(inovasi, oleh, versi)
    catatan = wajib_diisi(catatan, "Tulis apa yang Anda periksa, misalnya buku agenda sebelum dan sesudahnya.")
    kini.diverifikasi_oleh, kini.diverifikasi_pada, kini.catatan_verifikasi = oleh, hari_ini(), catatan
    kini.save(update_fields=["diverifikasi_oleh", "diverifikasi_pada", "catatan_verifikasi"])
    catat(
        pelaku=oleh, aksi="kinerja.inovasi.verifikasi", objek=kini, sesudah={"status": kini.status}, keterangan=catatan
    )
    for akun_id in _akun_anggota(kini):
        kirim(
            penerima_id=akun_id,
            kunci=f"inovasi-verifikasi:{kini.uuid}",
            judul=f"Inovasi «{kini.judul}» sudah diverifikasi",
            tautan=f"/kinerja/inovasi/{kini.uuid}/",
        )
    return kini


@transaction.atomic
def kembalikan_inovasi(*, inovasi: Inovasi, oleh: Pengguna, alasan: str, versi: int) -> Inovasi:
    """A second person sends the report back with what is not right in it; the team mends it and reports anew.

    ProsesDitolak, KonflikVersi.
    """
    kini = _kunci_untuk_diperiksa(inovasi, oleh, versi)
    alasan = wajib_diisi(alasan, "Tulis apa yang perlu dibetulkan, misalnya angka yang tidak cocok dengan buku agenda.")
    sebelum = kini.status
    kini.status, kini.catatan_pengembalian = StatusInovasi.DICOBA.value, alasan
    kini.save(update_fields=["status", "catatan_pengembalian"])
    catat(
        pelaku=oleh,
        aksi="kinerja.inovasi.kembalikan",
        objek=kini,
        sebelum={"status": sebelum},
        sesudah={"status": kini.status},
        keterangan=alasan,
    )
    for akun_id in _akun_anggota(kini):
        kirim(
            penerima_id=akun_id,
            kunci=f"inovasi-kembali:{kini.uuid}:{kini.versi}",
            judul=f"Hasil inovasi «{kini.judul}» dikembalikan",
            isi=alasan,
            tautan=f"/kinerja/inovasi/{kini.uuid}/",
        )
    return kini


@transaction.atomic
def adopsi_inovasi(*, inovasi: Inovasi, oleh: Pengguna, unit: UnitKerja, tanggal: date, catatan: str = "") -> Adopsi:
    """The leader of a unit says that the unit works in this way from a day on; once for each unit."""
    kini = _kunci(inovasi)
    if unit.pk not in Penugasan.objects.unit_dipimpin(oleh, hari_ini()):
        raise ProsesDitolak("Pemakaian oleh satu unit dicatat oleh pemimpin unit itu.")
    if kini.status != StatusInovasi.BERHASIL.value:
        raise ProsesDitolak("Hanya inovasi yang berhasil yang dicatat pemakaiannya.")
    if kini.dicoba_sejak is None or not kini.dicoba_sejak <= tanggal <= hari_ini():
        raise ProsesDitolak("Tanggal mulai memakai harus sesudah inovasi dicoba, dan tidak sesudah hari ini.")
    adopsi, baru = Adopsi.objects.get_or_create(
        inovasi=kini, unit=unit, defaults={"tanggal": tanggal, "catatan": catatan.strip(), "oleh": oleh}
    )
    if not baru:
        raise ProsesDitolak(f"{unit} sudah tercatat memakai inovasi ini.")
    catat(pelaku=oleh, aksi="kinerja.inovasi.adopsi", objek=kini, sesudah={"unit": unit.kode, "tanggal": tanggal})
    for akun_id in _akun_anggota(kini):
        kirim(
            penerima_id=akun_id,
            kunci=f"inovasi-adopsi:{kini.uuid}:{unit.pk}",
            judul=f"{unit} memakai inovasi «{kini.judul}»",
            tautan=f"/kinerja/inovasi/{kini.uuid}/",
        )
    return adopsi


def _kunci(inovasi: Inovasi) -> Inovasi:
    return Inovasi.objects.select_for_update(of=("self",)).select_related("pengusul").get(pk=inovasi.pk)


def _kunci_anggota(inovasi: Inovasi, oleh: Pengguna) -> Inovasi:
    kini = _kunci(inovasi)
    if not anggota(oleh, kini):
        raise ProsesDitolak("Langkah ini dilakukan oleh pengusul atau anggota timnya.")
    if kini.diverifikasi_pada is not None:
        raise ProsesDitolak("Inovasi ini sudah diverifikasi dan tidak dapat diubah lagi.")
    return kini


def _kunci_untuk_diperiksa(inovasi: Inovasi, oleh: Pengguna, versi: int) -> Inovasi:
    kini = _kunci(inovasi)
    if not boleh_memverifikasi(oleh, kini):
        raise ProsesDitolak("Inovasi diverifikasi oleh atasan pengusul atau pengelola yang tidak ikut dalam timnya.")
    if kini.diverifikasi_pada is not None:
        raise ProsesDitolak("Inovasi ini sudah diverifikasi.")
    if kini.status not in SUDAH_BERHASIL_ATAU_TIDAK:
        raise ProsesDitolak("Inovasi diverifikasi setelah hasilnya dicatat.")
    _periksa_versi(kini, versi)
    return kini


def _periksa_versi(kini: Inovasi, versi: int) -> None:
    if kini.versi != versi:
        raise konflik_menurut_audit(kini, *(f"kinerja.inovasi.{satu}" for satu in ("usulkan", "ubah", "hasil")))


def _ringkas_hasil(inovasi: Inovasi) -> dict[str, Any]:
    return {nama: getattr(inovasi, nama) for nama in ("status", "hasil", "ukuran", "satuan", "sebelum", "sesudah")}


def _kode_tim(inovasi: Inovasi) -> list[str]:
    return [str(kode) for kode in inovasi.tim.order_by("pk").values_list("uuid", flat=True)]


def _keadaan(inovasi: Inovasi) -> str:
    return inovasi.get_status_display().lower()


def _periksa_isi(judul: str, masalah: str, gagasan: str) -> dict[str, str]:
    isi = {"judul": judul.strip(), "masalah": masalah.strip(), "gagasan": gagasan.strip()}
    if not all(isi.values()):
        raise ProsesDitolak("Isi judul, masalah, dan gagasan.")
    return isi


def _pasang_tim(inovasi: Inovasi, tim: Sequence[Pegawai]) -> None:
    """The team without the proposer; who joins is told once."""
    lama = set(inovasi.tim.values_list("pk", flat=True))
    baru = [satu for satu in tim if satu.pk != inovasi.pengusul_id]
    inovasi.tim.set(baru)
    for satu in baru:
        if satu.pk not in lama and satu.pengguna_id is not None:
            kirim(
                penerima_id=satu.pengguna_id,
                kunci=f"inovasi-tim:{inovasi.uuid}",
                judul=f"Anda masuk tim inovasi «{inovasi.judul}»",
                tautan=f"/kinerja/inovasi/{inovasi.uuid}/",
            )


def _akun_anggota(inovasi: Inovasi) -> set[int]:
    akun = inovasi.tim.exclude(pengguna=None).values_list(F("pengguna_id"), flat=True)
    return {*akun, *([inovasi.pengusul.pengguna_id] if inovasi.pengusul.pengguna_id is not None else [])}
