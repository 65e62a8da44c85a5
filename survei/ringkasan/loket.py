"""What the counter measured: time per service and month, visits as the population of a sample, visits by hour."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection
from datetime import date, timedelta

from django.db.models import Count
from django.db.models.functions import ExtractHour

from rakumpit.waktu import WIB
from survei.models import PelayananLoket, StandarPelayanan, Survei
from survei.perhitungan.waktu_layanan import RingkasanWaktu, masa_sebelum, ringkas_waktu

_SATU_DETIK = timedelta(seconds=1)


def waktu_layanan(layanan_ids: Collection[int], mulai: date, akhir: date) -> dict[tuple[int, date], RingkasanWaktu]:
    """(service, first day of the month) -> time of the services finished from ``mulai`` to ``akhir``; two queries.

    Each visit is held against the standard in force on its day.
    """
    janji: dict[int, list[tuple[date, int | None]]] = defaultdict(list)
    for layanan_id, berlaku, menit in (
        StandarPelayanan.objects.terbit()
        .filter(layanan_id__in=layanan_ids)
        .order_by("mulai")
        .values_list("layanan_id", "mulai", "menit")
    ):
        janji[layanan_id].append((berlaku, menit))
    kelompok: dict[tuple[int, date], list[tuple[int, int | None]]] = defaultdict(list)
    baris = (
        PelayananLoket.objects.selesai(mulai, akhir)
        .filter(layanan_id__in=layanan_ids)
        .order_by()
        .values_list("layanan_id", "hari", "mulai", "selesai")
    )
    for layanan_id, hari, awal, selesai in baris.iterator(chunk_size=5000):
        menit = next((menit for berlaku, menit in reversed(janji[layanan_id]) if berlaku <= hari), None)
        kelompok[layanan_id, hari.replace(day=1)].append(((selesai - awal) // _SATU_DETIK, menit))
    return {kunci: ringkas_waktu(lama) for kunci, lama in kelompok.items()}


def jumlah_pelayanan(layanan_ids: Collection[int], mulai: date, akhir: date) -> int:
    """Finished services from ``mulai`` to ``akhir``; one query."""
    return int(PelayananLoket.objects.selesai(mulai, akhir).filter(layanan_id__in=layanan_ids).count())


def pelayanan_per_jam(layanan_ids: Collection[int], mulai: date, akhir: date) -> Counter[int]:
    """Hour of WIB in which they began -> finished services; one query."""
    return Counter(
        dict(
            PelayananLoket.objects.selesai(mulai, akhir)
            .filter(layanan_id__in=layanan_ids)
            .order_by()
            .annotate(jam=ExtractHour("mulai", tzinfo=WIB))
            .values_list("jam")
            .annotate(banyak=Count("pk"))
        )
    )


def pemohon_sebelum(survei: Survei) -> tuple[int, date, date]:
    """Finished services of a survey in the period before it, with that period; the N of its sample. Two queries."""
    awal, akhir = masa_sebelum(survei.mulai, survei.selesai)
    return jumlah_pelayanan(list(survei.layanan.values_list("pk", flat=True)), awal, akhir), awal, akhir
