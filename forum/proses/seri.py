"""Series and the drafts that they generate."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from forum.enums.sesi import Metode
from forum.models import SeriForum, SesiForum, UnsurPeserta
from forum.perhitungan.seri import Frekuensi, hari_sesi, tanggal_acuan
from forum.permissions.sesi import boleh_menyelenggarakan
from forum.proses.sesi import tambah_acara_tetap
from forum.proses.versi import kunci_baris, simpan_baris
from rakumpit.audit.models import catat
from rakumpit.organisasi.kalender import libur_antara
from rakumpit.waktu import WIB, hari_ini

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rakumpit.organisasi.models import Pengguna, UnitKerja

# Drafts are made for a year ahead: no holiday table reaches further.
HARI_KE_DEPAN = 366
TERBANYAK = 24


def _periksa(isi: dict[str, Any]) -> None:
    if (isi["frekuensi"] == Frekuensi.KUSTOM) != bool(isi["selang_hari"]):
        raise ValidationError(
            {"selang_hari": "Isi selang hari hanya bila frekuensinya «Selang hari sendiri», dan dari 1 hari."}
        )


@transaction.atomic
def buat_seri(
    *, kode: UUID, unit: UnitKerja, oleh: Pengguna, unsur_wajib: Sequence[UnsurPeserta], **isi: Any
) -> SeriForum:
    """A series with its drafts of the coming year. The same form again gives the same series."""
    if not boleh_menyelenggarakan(oleh, unit.pk):
        raise PermissionDenied
    ada = SeriForum.objects.filter(uuid=kode).first()
    if ada is not None:
        if ada.diubah_oleh_id != oleh.pk or ada.unit_id != unit.pk:
            raise ValidationError("Formulir ini sudah dipakai. Muat ulang halaman, lalu isi lagi.")
        return ada
    _periksa(isi)
    seri: SeriForum = SeriForum.objects.create(uuid=kode, unit=unit, diubah_oleh=oleh, **isi)
    seri.unsur_wajib.set(unsur_wajib)
    catat(pelaku=oleh, aksi="forum.seri.buat", objek=seri, sesudah={"nama": seri.nama, "frekuensi": seri.frekuensi})
    susun_sesi(seri, oleh)
    return seri


@transaction.atomic
def ubah_seri(
    *, seri: SeriForum, oleh: Pengguna, versi: int, unsur_wajib: Sequence[UnsurPeserta], **isi: Any
) -> SeriForum:
    """Change what later drafts take over; sessions that exist stay as they are."""
    if not boleh_menyelenggarakan(oleh, seri.unit_id):
        raise PermissionDenied
    baris = kunci_baris(seri, versi)
    _periksa(isi)
    acuan = (baris.jadwal_acuan, baris.frekuensi, baris.selang_hari)
    if baris.sesi.exists() and acuan != (isi["jadwal_acuan"], isi["frekuensi"], isi["selang_hari"]):
        raise ValidationError("Seri ini sudah punya sesi, jadi jadwalnya tetap. Hentikan seri ini dan buat yang baru.")
    simpan_baris(baris, oleh, "seri.ubah", **isi)
    baris.unsur_wajib.set(unsur_wajib)
    return baris


@transaction.atomic
def susun_sesi_berikut(*, seri: SeriForum, oleh: Pengguna, versi: int) -> int:
    """Make the drafts that are missing in the coming year; returns how many."""
    if not boleh_menyelenggarakan(oleh, seri.unit_id):
        raise PermissionDenied
    baris = kunci_baris(seri, versi)
    if not baris.aktif:
        raise ValidationError("Seri ini sudah dihentikan.")
    return susun_sesi(baris, oleh)


def susun_sesi(seri: SeriForum, oleh: Pengguna) -> int:
    """Drafts from today to a year ahead, one for each day of the series that has none; returns how many.

    A day that is no working day moves to the next one, unless the series allows it (golden case F01).
    """
    hari = hari_ini()
    akhir = hari + timedelta(days=HARI_KE_DEPAN)
    libur = libur_antara(hari, akhir + timedelta(days=40))
    ada = set(seri.sesi.values_list("tanggal_acuan", flat=True))
    unsur = list(seri.unsur_wajib.all())
    baru = urut = 0
    while (acuan := tanggal_acuan(seri.jadwal_acuan, seri.frekuensi, urut, seri.selang_hari)) <= akhir:
        urut += 1
        if acuan < hari or acuan in ada:
            continue
        if baru == TERBANYAK:
            break
        _buat_draf(seri, acuan, hari_sesi(acuan, libur, boleh_hari_libur=seri.boleh_hari_libur), oleh, unsur)
        baru += 1
    return baru


def _buat_draf(seri: SeriForum, acuan: date, tanggal: date, oleh: Pengguna, unsur: list[UnsurPeserta]) -> None:
    mulai = datetime.combine(tanggal, seri.jam_mulai, tzinfo=WIB)
    sesi: SesiForum = SesiForum.objects.create(
        seri=seri,
        tanggal_acuan=acuan,
        unit=seri.unit,
        judul=seri.nama,
        tema="Tema dipilih kemudian.",
        dasar=seri.ruang_lingkup,
        metode=Metode.TATAP_MUKA.value,
        tempat=seri.tempat,
        mulai=mulai,
        selesai=mulai + timedelta(minutes=seri.lama_menit),
        diubah_oleh=oleh,
    )
    sesi.unsur_wajib.set(unsur)
    tambah_acara_tetap(sesi)
    catat(pelaku=oleh, aksi="forum.sesi.susun", objek=sesi, sesudah={"hari": tanggal.isoformat()})
