"""The order in which a superior meets people: exceptions first, or as the reader sorts them."""

from __future__ import annotations

from uuid import UUID

from kinerja.enums import StatusEvaluasi
from kinerja.models import Evaluasi, Periode
from kinerja.permissions import PetaAtasan, pk_diputus_oleh
from kinerja.querysets import EvaluasiQuerySet
from rakumpit.organisasi.models import Pengguna

# Value of «urut» in the address -> fields before the usual order.
_MEDAN = {"": "", "nama": "pegawai__nama_urut", "predikat": "tingkat", "keadaan": "tahap"}
URUTAN = {
    "": "Yang perlu dilihat dulu",
    "nama": "Nama, A sampai Z",
    "-nama": "Nama, Z sampai A",
    "predikat": "Predikat, dari yang terendah",
    "-predikat": "Predikat, dari yang tertinggi",
    "keadaan": "Keadaan, dari yang menunggu",
    "-keadaan": "Keadaan, dari yang ditetapkan",
}


def tim_pada(pengguna: Pengguna, periode: Periode, urut: str = "", peta: PetaAtasan | None = None) -> EvaluasiQuerySet:
    """Newest rows of a period on which this account decides; ``urut`` is a key of ``URUTAN``.

    Usual order: low or missing proposals, waiting, decided, final.
    """
    semua = Evaluasi.objects.pada(periode).terbaru()
    milik = Evaluasi.objects.filter(pk__in=pk_diputus_oleh(pengguna, semua, peta))
    medan = _MEDAN[urut.removeprefix("-")]
    if not medan:
        return milik.urut_giliran()
    return milik.bertingkat().urut_giliran(f"-{medan}" if urut.startswith("-") else medan)


def berikutnya(pengguna: Pengguna, baris: Evaluasi, urut: str = "") -> UUID | None:
    """The next person of the same period who waits for this account's decision, in the order of the list."""
    tim = tim_pada(pengguna, baris.periode, urut).filter(status=StatusEvaluasi.MENUNGGU.value).perlu_dinilai()
    tim = tim.exclude(pk=baris.pk)
    return tim.values_list("uuid", flat=True).first()
