"""Reports as evidence for other parts: answered in time or late, and what citizens complain of now."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.db.models import Count

from forum.enums.laporan import TERBUKA, Klasifikasi
from forum.enums.tenggat import TahapTenggat
from forum.models import Laporan, TenggatLaporan
from rakumpit.waktu import awal_hari, batas_akhir, hari_ini


@dataclass(frozen=True, slots=True)
class JumlahTenggat:
    """Answers that fell due in a period: evidence for a talk, never a score by itself."""

    tepat: int = 0
    terlambat: int = 0

    @property
    def jumlah(self) -> int:
        return self.tepat + self.terlambat


@dataclass(frozen=True, slots=True)
class TepatWaktu:
    """The same by person (``Pegawai`` key) and by unit (key)."""

    pegawai: dict[int, JumlahTenggat]
    unit: dict[int, JumlahTenggat]


@dataclass(frozen=True, slots=True)
class TemaPengaduan:
    """Open complaints about one service."""

    layanan_id: int | None
    nama: str
    jumlah: int


def tepat_waktu(mulai: date, selesai: date) -> TepatWaktu:
    """Deadlines of answers with their last day in ``mulai`` … ``selesai``, by who holds the report; one query.

    Met on time counts as ``tepat``; met later, or still open after its last day, as ``terlambat``. What still has
    time, is stopped, or lapsed counts nowhere.
    """
    hari = hari_ini()
    orang: dict[int, list[int]] = defaultdict(lambda: [0, 0])
    unit: dict[int, list[int]] = defaultdict(lambda: [0, 0])
    baris = TenggatLaporan.objects.filter(
        tahap=TahapTenggat.PENYELESAIAN.value,
        batas__range=(mulai, selesai),
        gugur_pada__isnull=True,
        laporan__penangan__isnull=False,
    ).values_list("laporan__penangan_id", "laporan__unit_id", "batas", "terpenuhi_pada", "dijeda_pada")
    for penangan, unit_id, batas, dipenuhi, dijeda in baris:
        if dipenuhi is None and (dijeda is not None or batas >= hari):
            continue
        kolom = 0 if dipenuhi is not None and dipenuhi <= batas else 1
        orang[penangan][kolom] += 1
        unit[unit_id][kolom] += 1
    return TepatWaktu(
        {pk: JumlahTenggat(*satu) for pk, satu in orang.items()},
        {pk: JumlahTenggat(*satu) for pk, satu in unit.items()},
    )


def tema_pengaduan(batas: int = 5) -> list[TemaPengaduan]:
    """Services with the most open complaints, to choose a theme for a session from; one query."""
    baris = (
        Laporan.objects.filter(
            klasifikasi=Klasifikasi.PENGADUAN.value, status__in=[satu.value for satu in TERBUKA], layanan__isnull=False
        )
        .order_by()
        .values_list("layanan_id", "layanan__nama")
        .annotate(jumlah=Count("pk"))
        .order_by("-jumlah", "layanan__nama")[:batas]
    )
    return [TemaPengaduan(*satu) for satu in baris]


def jumlah_pengaduan(unit_id: int, mulai: date, selesai: date) -> int:
    """Complaints that came in on ``mulai`` … ``selesai`` and were forwarded to the unit; one query."""
    return Laporan.objects.filter(
        klasifikasi=Klasifikasi.PENGADUAN.value,
        unit=unit_id,
        diterima_pada__gte=awal_hari(mulai),
        diterima_pada__lt=batas_akhir(selesai),
    ).count()
