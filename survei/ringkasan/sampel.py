"""How far the sample of a survey is, per service and per day. Counts of forms only, never answers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Sum

from rakumpit.organisasi.kalender import libur_antara
from rakumpit.waktu import hari_kerja
from survei.models import PelayananLoket, PopulasiLayanan, RekapHarian, Survei
from survei.perhitungan import bagi_target, kuota_harian, target_sampel
from survei.perhitungan.waktu_layanan import masa_sebelum


@dataclass(frozen=True, slots=True)
class SampelLayanan:
    """One service: users before (None where they were not given), its share of the target, forms counted.

    ``loket``: services that the counters recorded in the period before, as a proposal.
    """

    pk: int
    uuid: str
    nama: str
    populasi: int | None
    target: int | None
    dihitung: int
    loket: int


@dataclass(frozen=True, slots=True)
class SampelHari:
    """Forms counted of one day."""

    hari: date
    dihitung: int


@dataclass(frozen=True, slots=True)
class Sampel:
    """``target`` is None without N; ``kuota`` are the forms a working day that reach it within the survey's days."""

    target: int | None
    kuota: int | None
    dihitung: int
    layanan: tuple[SampelLayanan, ...]
    hari: tuple[SampelHari, ...]


def sampel_survei(survei: Survei) -> Sampel:
    """Six queries for any number of services and days."""
    populasi = dict(PopulasiLayanan.objects.filter(survei=survei).values_list("layanan_id", "jumlah"))
    rekap = RekapHarian.objects.filter(survei=survei).order_by()
    per_layanan = dict(rekap.values_list("layanan_id").annotate(banyak=Sum("dihitung")))
    per_hari = rekap.order_by("-hari").values_list("hari").annotate(banyak=Sum("dihitung"))
    awal, akhir = masa_sebelum(survei.mulai, survei.selesai)
    daftar = list(survei.layanan.order_by("nama", "pk"))
    loket = dict(
        PelayananLoket.objects.selesai(awal, akhir)
        .filter(layanan__in=daftar)
        .order_by()
        .values_list("layanan_id")
        .annotate(banyak=Count("pk"))
    )
    target = target_sampel(survei.populasi) if survei.populasi else None
    bagian: dict[str, int] = {}
    if target is not None and populasi:
        bagian = bagi_target(target, {str(satu.pk): populasi.get(satu.pk, 0) for satu in daftar})
    return Sampel(
        target=target,
        kuota=None if target is None else kuota_harian(target, _hari_layanan(survei)),
        dihitung=sum(per_layanan.values()),
        layanan=tuple(
            SampelLayanan(
                pk=satu.pk,
                uuid=str(satu.uuid),
                nama=satu.nama,
                populasi=populasi.get(satu.pk),
                target=bagian.get(str(satu.pk)),
                dihitung=per_layanan.get(satu.pk, 0),
                loket=loket.get(satu.pk, 0),
            )
            for satu in daftar
        ),
        hari=tuple(SampelHari(hari, banyak) for hari, banyak in per_hari),
    )


def _hari_layanan(survei: Survei) -> int:
    libur = libur_antara(survei.mulai, survei.selesai)
    semua = (survei.mulai + timedelta(days=n) for n in range((survei.selesai - survei.mulai).days + 1))
    return sum(hari_kerja(satu, libur) for satu in semua)
