"""The order in which a superior meets people: exceptions first."""

from __future__ import annotations

from uuid import UUID

from kinerja.enums import StatusEvaluasi
from kinerja.models import Evaluasi, Periode
from kinerja.permissions import pk_diputus_oleh
from kinerja.querysets import EvaluasiQuerySet
from rakumpit.organisasi.models import Pengguna


def tim_pada(pengguna: Pengguna, periode: Periode) -> EvaluasiQuerySet:
    """Newest rows of a period on which this account decides: low or missing proposals, waiting, decided, final."""
    semua = Evaluasi.objects.pada(periode).terbaru()
    return Evaluasi.objects.filter(pk__in=pk_diputus_oleh(pengguna, semua)).urut_giliran()


def berikutnya(pengguna: Pengguna, baris: Evaluasi) -> UUID | None:
    """The next person of the same period who waits for this account's decision."""
    tim = tim_pada(pengguna, baris.periode).filter(status=StatusEvaluasi.MENUNGGU.value).exclude(pk=baris.pk)
    return tim.values_list("uuid", flat=True).first()
