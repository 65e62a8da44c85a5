"""One person's year: plans, what was typed in each period, and results. A fixed number of queries for any year."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models.functions import ExtractYear

from kinerja.enums import StatusEvaluasi
from kinerja.models import SKP, Evaluasi, EvaluasiArsip, Indikator, Periode, Realisasi
from kinerja.perhitungan import Sumber
from kinerja.ringkasan.tugas import diisi_dalam
from rakumpit.organisasi.models import Pegawai


@dataclass(frozen=True, slots=True)
class BagianTahun:
    """One period: measures typed by hand, how many are filled in, and the newest evaluation if there is one."""

    periode: Periode
    diketik: int
    terisi: int
    evaluasi: Evaluasi | None

    @property
    def ditetapkan(self) -> bool:
        return self.evaluasi is not None and self.evaluasi.status == StatusEvaluasi.DITETAPKAN.value


@dataclass(frozen=True, slots=True)
class TahunSaya:
    """Plans in the order of their first day, periods in the order of their last."""

    tahun: int
    skp: list[SKP]
    bagian: list[BagianTahun]
    arsip: list[EvaluasiArsip]


def tahun_saya(pegawai: Pegawai, tahun: int) -> TahunSaya:
    """What belongs to a year: plans that touch it, periods and older results that end in it; six queries."""
    awal, akhir = date(tahun, 1, 1), date(tahun, 12, 31)
    skp = list(SKP.objects.filter(pegawai=pegawai, mulai__lte=akhir, selesai__gte=awal).order_by("mulai", "pk"))
    periode = list(
        Periode.objects.untuk_status(pegawai.status)
        .filter(selesai__range=(awal, akhir))
        .order_by("selesai", "-mulai", "pk")
    )
    indikator = list(
        Indikator.objects.filter(
            rencana__skp__in=SKP.objects.disetujui().filter(pegawai=pegawai), sumber=Sumber.MANUAL.value
        ).values_list("pk", "rencana__skp__mulai", "rencana__skp__selesai", "rencana__skp__diganti_sejak")
    )
    terisi = set(
        Realisasi.objects.terisi()
        .filter(indikator__rencana__skp__pegawai=pegawai, periode__in=periode)
        .values_list("indikator_id", "periode_id")
    )
    evaluasi = {
        satu.periode_id: satu
        for satu in Evaluasi.objects.filter(pegawai=pegawai, periode__in=periode, terbaru=True).defer(
            "bahan", "rincian"
        )
    }
    bagian = []
    for satu in periode:
        milik = [
            pk
            for pk, mulai, selesai, diganti in indikator
            if diisi_dalam(satu.mulai, satu.selesai, mulai, selesai, diganti)
        ]
        isi = sum((pk, satu.pk) in terisi for pk in milik)
        bagian.append(BagianTahun(satu, len(milik), isi, evaluasi.get(satu.pk)))
    arsip = EvaluasiArsip.objects.filter(pegawai=pegawai, dibatalkan=False, selesai__range=(awal, akhir))
    return TahunSaya(tahun, skp, bagian, list(arsip))


def tahun_berisi(pegawai: Pegawai) -> set[int]:
    """Years that hold plans or evaluations of a person, of today's scheme or of older ones; three queries."""
    skp = SKP.objects.filter(pegawai=pegawai).order_by().values_list(ExtractYear("mulai"), flat=True)
    hasil = Evaluasi.objects.filter(pegawai=pegawai, terbaru=True).order_by()
    arsip = EvaluasiArsip.objects.filter(pegawai=pegawai, dibatalkan=False).order_by()
    lama = arsip.values_list(ExtractYear("selesai"), flat=True)
    return {*skp, *lama, *hasil.annotate(tahun=ExtractYear("periode__selesai")).values_list("tahun", flat=True)}
