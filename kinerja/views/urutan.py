"""The order in which a superior meets people: exceptions first."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Case, IntegerField, Value, When

from kinerja.enums import StatusEvaluasi
from kinerja.models import Evaluasi, Periode
from kinerja.perhitungan import Predikat
from kinerja.permissions import pk_diputus_oleh
from kinerja.querysets import EvaluasiQuerySet
from rakumpit.organisasi.models import Pengguna

_RENDAH = (Predikat.BUTUH_PERBAIKAN.value, Predikat.KURANG.value, Predikat.SANGAT_KURANG.value)


def tim_pada(pengguna: Pengguna, periode: Periode) -> EvaluasiQuerySet:
    """Newest rows of a period on which this account decides: low or missing proposals, waiting, decided, final."""
    semua = Evaluasi.objects.pada(periode).terbaru()
    menunggu = StatusEvaluasi.MENUNGGU.value
    return (
        Evaluasi.objects.filter(pk__in=pk_diputus_oleh(pengguna, semua))
        .annotate(
            giliran=Case(
                When(status=menunggu, usulan_predikat__in=_RENDAH, then=Value(0)),
                When(status=menunggu, usulan_predikat="", then=Value(1)),
                When(status=menunggu, then=Value(2)),
                When(status=StatusEvaluasi.DIPUTUS.value, then=Value(3)),
                default=Value(4),
                output_field=IntegerField(),
            )
        )
        .order_by("giliran", "pegawai__nama_urut", "pk")
    )


def berikutnya(pengguna: Pengguna, baris: Evaluasi) -> UUID | None:
    """The next person of the same period who waits for this account's decision."""
    tim = tim_pada(pengguna, baris.periode).filter(status=StatusEvaluasi.MENUNGGU.value).exclude(pk=baris.pk)
    return tim.values_list("uuid", flat=True).first()
