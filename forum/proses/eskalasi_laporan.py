"""Deadlines that come near or have passed climb: each level is told once, and anew after an extension."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from django.db import transaction

from forum.models import EskalasiLaporan, Laporan, TenggatLaporan
from forum.perhitungan.eskalasi import Tingkat, tingkat_baru
from forum.proses.kabar_laporan import akun_pengelola, kabari, pemegang
from forum.proses.laporan_dasar import kunci_laporan
from forum.proses.tenggat import TAHAP_KANTOR
from rakumpit.organisasi.enums import JenisUnit
from rakumpit.organisasi.kalender import libur_antara
from rakumpit.organisasi.models import Pegawai, Penugasan, UnitKerja
from rakumpit.waktu import format_tanggal, hari_ini

_PERIHAL = {
    Tingkat.SETENGAH: "separuh waktu sudah lewat",
    Tingkat.HAMPIR: "tenggat sudah dekat",
    Tingkat.HARI_TERAKHIR: "hari terakhir tenggat",
    Tingkat.CAMAT: "terlambat",
    Tingkat.KOTA: "terlambat, kabari admin LAPOR! Kota",
    Tingkat.OMBUDSMAN: "terlambat, pelapor dapat ke Ombudsman",
}


def naikkan_laporan() -> int:
    """Tell the levels that were reached since the last run; returns how many. Safe to run at any time and twice."""
    hari = hari_ini()
    berjalan = TenggatLaporan.objects.berjalan().filter(tahap__in=TAHAP_KANTOR, dijeda_pada__isnull=True)
    daftar = list(berjalan.values_list("pk", "laporan_id", "mulai", "batas"))
    if not daftar:
        return 0
    libur = libur_antara(min(mulai for *_, mulai, _ in daftar), max(hari, *(batas for *_, batas in daftar), hari))
    sudah: dict[int, list[tuple[int, date]]] = {}
    terkirim = EskalasiLaporan.objects.filter(tenggat__in=berjalan)
    for pk, tingkat, pada in terkirim.values_list("tenggat_id", "tingkat", "pada"):
        sudah.setdefault(pk, []).append((tingkat, pada))
    return sum(
        _naikkan(pk, laporan_id, hari, libur)
        for pk, laporan_id, mulai, batas in daftar
        if tingkat_baru(mulai, batas, hari, libur, sudah.get(pk, []))
    )


@transaction.atomic
def _naikkan(pk: int, laporan_id: int, hari: date, libur: Collection[date]) -> int:
    laporan = kunci_laporan(Laporan(pk=laporan_id))
    tenggat = TenggatLaporan.objects.berjalan().filter(pk=pk, dijeda_pada__isnull=True).first()
    if tenggat is None:
        return 0
    sudah = list(tenggat.eskalasi.values_list("tingkat", "pada"))
    baru = tingkat_baru(tenggat.mulai, tenggat.batas, hari, libur, sudah)
    for tingkat in baru:
        EskalasiLaporan.objects.create(tenggat=tenggat, tingkat=tingkat.value, pada=hari)
        kabari(
            penerima_tingkat(laporan, tingkat),
            laporan,
            f"eskalasi:{tenggat.pk}:{hari}:{tingkat.value}",
            _PERIHAL[tingkat],
            f"Tenggat {format_tanggal(tenggat.batas)}. Laporan ini belum selesai ditangani.",
        )
    return len(baru)


def penerima_tingkat(laporan: Laporan, tingkat: Tingkat) -> set[int]:
    """Accounts that are told at a level: whoever holds the report, and one leader more with each level."""
    penerima = set(pemegang(laporan))
    if tingkat >= Tingkat.KOTA:
        return penerima | set(akun_pengelola())
    unit: set[int] = set()
    if tingkat >= Tingkat.HAMPIR and laporan.unit_id is not None:
        unit.add(laporan.unit_id)
    jenis = {Tingkat.HARI_TERAKHIR: JenisUnit.SEKRETARIAT, Tingkat.CAMAT: JenisUnit.KECAMATAN}.get(tingkat)
    if jenis is not None:
        unit |= set(UnitKerja.objects.filter(jenis=jenis.value, aktif=True).values_list("pk", flat=True))
    orang = {
        satu.pegawai_id
        for pk, daftar in Penugasan.objects.pemimpin(hari_ini()).items()
        if pk in unit
        for satu in daftar[:1]
        if satu.pegawai_id is not None
    }
    akun = Pegawai.objects.filter(pk__in=orang, pengguna__is_active=True).values_list("pengguna_id", flat=True)
    return penerima | {pk for pk in akun if pk is not None}
