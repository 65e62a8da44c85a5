"""Routine training: a series and the drafts that it makes. A draft lives its own life afterwards; none is deleted."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction

from pelatihan.models import Kegiatan, SeriPelatihan
from pelatihan.perhitungan.jadwal import acuan_seri, hari_seri, tambah_bulan
from pelatihan.permissions.kegiatan import boleh_menyusun
from pelatihan.proses.galat import ProsesDitolak, wajib_diisi
from pelatihan.proses.sesi_kegiatan import IsiSesi, JadwalBentrok, tambah_sesi
from rakumpit.audit.models import catat
from rakumpit.organisasi.kalender import libur_antara
from rakumpit.organisasi.models import Pengguna, UnitKerja
from rakumpit.waktu import hari_ini, saat_lokal

# Drafts are made so many months ahead.
BULAN_KE_DEPAN = 6
TANPA_RUANG = "Ruang belum ditentukan"
ISI = ("nama", "program", "ruang", "selang_bulan", "jadwal_acuan", "jam_mulai", "lama_menit", "kuota_maks", "aktif")
_BUKAN_PENYUSUN = "Seri diurus pengelola atau pemimpin unit penyelenggara."


@transaction.atomic
def buat_seri(*, kode: UUID, unit: UnitKerja, oleh: Pengguna, isi: dict[str, Any]) -> SeriPelatihan:
    """A series with its drafts of the next months. The same form again gives the same series."""
    if not boleh_menyusun(oleh, unit.pk):
        raise ProsesDitolak(_BUKAN_PENYUSUN)
    Pengguna.objects.select_for_update(no_key=True).get(pk=oleh.pk)
    ada: SeriPelatihan | None = SeriPelatihan.objects.filter(uuid=kode).first()
    if ada is not None:
        if ada.unit_id != unit.pk:
            raise ProsesDitolak("Formulir ini sudah dipakai. Muat ulang halaman, lalu isi lagi.")
        return ada
    seri: SeriPelatihan = SeriPelatihan.objects.create(uuid=kode, unit=unit, **_rapi(isi))
    catat(pelaku=oleh, aksi="pelatihan.seri.buat", objek=seri, sesudah={"nama": seri.nama, "unit": unit.pk})
    _susun(seri, oleh)
    return seri


def _rapi(isi: dict[str, Any]) -> dict[str, Any]:
    medan = {nama: isi[nama] for nama in ISI}
    return medan | {"nama": wajib_diisi(medan["nama"], "Tulis nama seri.", maks=150)}


def _kunci(seri: SeriPelatihan, oleh: Pengguna, versi: int) -> SeriPelatihan:
    baris: SeriPelatihan = (
        SeriPelatihan.objects.select_for_update(of=("self",)).select_related("program", "unit", "ruang").get(pk=seri.pk)
    )
    if not boleh_menyusun(oleh, baris.unit_id):
        raise ProsesDitolak(_BUKAN_PENYUSUN)
    if baris.versi != versi:
        raise ProsesDitolak("Seri ini baru saja diubah orang lain. Muat ulang halamannya, lalu ulangi.")
    return baris


@transaction.atomic
def ubah_seri(*, seri: SeriPelatihan, oleh: Pengguna, versi: int, isi: dict[str, Any]) -> SeriPelatihan:
    """Change what later drafts take over; events that exist stay as they are."""
    baris = _kunci(seri, oleh, versi)
    medan = _rapi(isi)
    tetap = (baris.jadwal_acuan, baris.selang_bulan) == (medan["jadwal_acuan"], medan["selang_bulan"])
    if not tetap and baris.kegiatan.exists():
        raise ProsesDitolak("Tanggal seri yang sudah punya kegiatan tetap. Hentikan seri ini, buat yang baru.")
    beda = {nama: (getattr(baris, nama), nilai) for nama, nilai in medan.items() if getattr(baris, nama) != nilai}
    for nama, nilai in medan.items():
        setattr(baris, nama, nilai)
    baris.versi += 1
    baris.save()
    catat(
        pelaku=oleh,
        aksi="pelatihan.seri.ubah",
        objek=baris,
        sebelum={nama: str(lama) for nama, (lama, _) in beda.items()},
        sesudah={nama: str(baru) for nama, (_, baru) in beda.items()},
    )
    return baris


@transaction.atomic
def susun_seri(*, seri: SeriPelatihan, oleh: Pengguna, versi: int) -> int:
    """Make the drafts of the next months that are missing; returns how many."""
    baris = _kunci(seri, oleh, versi)
    if not baris.aktif:
        raise ProsesDitolak("Seri ini sudah dihentikan. Jalankan lagi lewat «Ubah seri».")
    return _susun(baris, oleh)


def _susun(seri: SeriPelatihan, oleh: Pengguna) -> int:
    hari = hari_ini()
    akhir = tambah_bulan(hari, BULAN_KE_DEPAN)
    libur = libur_antara(hari, akhir + timedelta(days=40))
    ada = set(seri.kegiatan.values_list("tanggal_acuan", flat=True))
    baru = urut = 0
    while (acuan := acuan_seri(seri.jadwal_acuan, seri.selang_bulan, urut)) <= akhir:
        urut += 1
        if acuan > hari and acuan not in ada:
            _buat_draf(seri, acuan, hari_seri(acuan, libur), oleh)
            baru += 1
    return baru


def _buat_draf(seri: SeriPelatihan, acuan: date, tanggal: date, oleh: Pengguna) -> None:
    """One draft with its session; where the room is taken, the session waits for another one."""
    kegiatan: Kegiatan = Kegiatan.objects.create(
        seri=seri,
        tanggal_acuan=acuan,
        program=seri.program,
        unit=seri.unit,
        judul=seri.nama,
        moda=seri.program.moda,
        jp=seri.program.jp,
        kuota_maks=seri.kuota_maks,
        dibuat_oleh=oleh,
    )
    catat(pelaku=oleh, aksi="pelatihan.kegiatan.susun", objek=kegiatan, sesudah={"hari": tanggal.isoformat()})
    mulai = saat_lokal(tanggal, seri.jam_mulai)
    selesai = mulai + timedelta(minutes=seri.lama_menit)
    if seri.ruang is not None and seri.ruang.aktif:
        try:
            _sesi(kegiatan, oleh, mulai, selesai, ruang=seri.ruang)
        except JadwalBentrok:
            _sesi(kegiatan, oleh, mulai, selesai, tempat=TANPA_RUANG)
    else:
        _sesi(kegiatan, oleh, mulai, selesai, tempat=TANPA_RUANG)


def _sesi(kegiatan: Kegiatan, oleh: Pengguna, mulai: datetime, selesai: datetime, **tempat: Any) -> None:
    isi = IsiSesi(judul=kegiatan.judul, mulai=mulai, selesai=selesai, **tempat)
    tambah_sesi(kegiatan=kegiatan, oleh=oleh, kode=uuid4(), isi=isi)
