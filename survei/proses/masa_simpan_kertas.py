"""Paper has an end too: bundles that nobody counts are given up in time, and sheets go with the answers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from django.db import transaction
from django.db.models import Count, F, Q

from rakumpit.waktu import format_tanggal, tambah_tahun, tanggal_lokal
from survei.enums import StatusSurvei
from survei.enums.kertas import BATCH_BERJALAN
from survei.models import BatchKertas, LembarKertas, MasaSimpan, Survei
from survei.proses.kertas import lepas_batch
from survei.ringkasan.kertas import rekap_lembar

BERAKHIR = (StatusSurvei.DITUTUP.value, StatusSurvei.DIKUNCI.value, StatusSurvei.DIPUBLIKASI.value)


def batas_bundel(survei: Survei, aturan: MasaSimpan) -> date:
    """The day on which bundles of a closed survey that are neither counted nor given up are given up by the system."""
    tutup = tanggal_lokal(survei.ditutup_pada) if survei.ditutup_pada else survei.selesai
    return tutup + timedelta(days=aturan.hari_kertas)


def bundel_jatuh_tempo(hari: date, aturan: MasaSimpan) -> Iterator[tuple[Survei, int]]:
    """Surveys with the number of their bundles whose time is over."""
    tertinggal = Count("batch_kertas", filter=Q(batch_kertas__status__in=BATCH_BERJALAN))
    for survei in Survei.objects.filter(status__in=BERAKHIR).annotate(n=tertinggal).filter(n__gt=0).order_by("pk"):
        if batas_bundel(survei, aturan) <= hari:
            yield survei, survei.n


def lembar_jatuh_tempo(hari: date, aturan: MasaSimpan) -> Iterator[tuple[Survei, int]]:
    """Locked surveys with the number of sheets, of ended bundles, that are kept no longer than the answers."""
    terkunci = Survei.objects.terkunci().filter(hasil__berlaku=True).annotate(dikunci_pada=F("hasil__dikunci_pada"))
    lembar = Count("batch_kertas__lembar", filter=~Q(batch_kertas__status__in=BATCH_BERJALAN))
    for survei in terkunci.annotate(n=lembar).filter(n__gt=0).order_by("pk"):
        if tambah_tahun(tanggal_lokal(survei.dipublikasi_pada or survei.dikunci_pada), aturan.tahun_jawaban) <= hari:
            yield survei, survei.n


def lepas_bundel(survei: Survei, hari: date) -> None:
    """Give its running bundles up, each in a transaction of its own: stopped half-way, the rest follows next time."""
    for kunci in survei.batch_kertas.filter(status__in=BATCH_BERJALAN).order_by("pk").values_list("pk", flat=True):
        with transaction.atomic():
            Survei.objects.select_for_update(no_key=True).get(pk=survei.pk)
            batch = BatchKertas.objects.select_for_update(of=("self",)).get(pk=kunci)
            if batch.status in BATCH_BERJALAN:
                lepas_batch(batch, f"Masa simpan ketikan habis pada {format_tanggal(hari)}.", None)


@transaction.atomic
def hapus_lembar(survei: Survei) -> None:
    """Delete the sheets of its ended bundles; what they add up to stays with the bundle."""
    Survei.objects.select_for_update(no_key=True).get(pk=survei.pk)
    berakhir = survei.batch_kertas.exclude(status__in=BATCH_BERJALAN).filter(rekap_lembar__isnull=True)
    for batch in berakhir.select_for_update(of=("self",)).order_by("pk"):
        batch.rekap_lembar = dict(rekap_lembar(batch))
        batch.save(update_fields=["rekap_lembar"])
        LembarKertas.objects.filter(batch=batch).delete()
