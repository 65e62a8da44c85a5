"""How many answers came in so far: numbers of forms only, so that nobody steers by scores before the lock."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from fractions import Fraction

from django.db.models import Max, Sum

from rakumpit.waktu import hari_ini
from survei.enums import LABEL_SALURAN, TANDA_SEMUA
from survei.models import HitunganTanda, RekapHarian, Survei
from survei.perhitungan import target_sampel


@dataclass(frozen=True, slots=True)
class Pengumpulan:
    """Forms of one survey: received per day and service, counted per channel (label → number).

    ``target`` is None where the survey names no population; forms that are counted reach it, as at the lock.
    ``sisa_hari`` are the days on which forms still come in, today among them; ``dihitung_pada`` is the age of the
    newest counter.
    """

    diterima: int
    dihitung: int
    target: int | None
    per_hari: dict[date, int]
    per_layanan: dict[int, int]
    per_saluran: dict[str, int]
    sisa_hari: int
    dihitung_pada: datetime | None

    @property
    def kurang(self) -> int:
        """Forms that are missing from the target; 0 without one."""
        return max(0, (self.target or 0) - self.dihitung)

    @property
    def sehari(self) -> Fraction | None:
        """Forms a day that still reach the target; None when nothing is missing or no day is left."""
        return Fraction(self.kurang, self.sisa_hari) if self.kurang and self.sisa_hari else None


def pengumpulan(survei: Survei) -> Pengumpulan:
    """Read from the counters; three queries whatever the number of answers."""
    hari = hari_ini()
    rekap = RekapHarian.objects.filter(survei=survei).order_by()
    per_hari: Counter[date] = Counter()
    per_layanan: Counter[int] = Counter()
    for satu, layanan, banyak in rekap.values_list("hari", "layanan").annotate(banyak=Sum("diterima")):
        per_hari[satu] += banyak
        per_layanan[layanan] += banyak
    jumlah = rekap.aggregate(dihitung=Sum("dihitung"), pada=Max("dihitung_pada"))
    saluran = dict(
        HitunganTanda.objects.filter(survei=survei, tanda=TANDA_SEMUA)
        .order_by()
        .values_list("saluran")
        .annotate(banyak=Sum("jumlah"))
    )
    return Pengumpulan(
        diterima=per_hari.total(),
        dihitung=jumlah["dihitung"] or 0,
        target=target_sampel(survei.populasi) if survei.populasi else None,
        per_hari=dict(per_hari),
        per_layanan=dict(per_layanan),
        per_saluran={label: saluran[satu.value] for satu, label in LABEL_SALURAN.items() if satu.value in saluran},
        sisa_hari=(survei.selesai - hari).days + 1 if survei.dapat_diisi_pada(hari) else 0,
        dihitung_pada=jumlah["pada"],
    )


def menurut_minggu(per_hari: dict[date, int]) -> dict[date, int]:
    """Monday → forms of that week, for surveys that run for months; weeks without any stand with 0."""
    if not per_hari:
        return {}
    minggu: Counter[date] = Counter()
    for hari, banyak in per_hari.items():
        minggu[hari - timedelta(days=hari.weekday())] += banyak
    awal, akhir = min(minggu), max(minggu)
    return {awal + timedelta(weeks=n): minggu[awal + timedelta(weeks=n)] for n in range((akhir - awal).days // 7 + 1)}
