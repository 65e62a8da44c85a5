"""Objects of the summaries for the office of named people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rakumpit.organisasi.models import UnitKerja

if TYPE_CHECKING:
    from tests.dasar import KantorBernama


def isi_ikhtisar(k: KantorBernama) -> None:
    """Units by who may read their figures: of *atasan*, of *atasan_kedua*, of another office."""
    k.objek |= {
        "unit_seksi": (k.kantor.seksi.uuid,),
        "unit_kecamatan": (k.kantor.kecamatan.uuid,),
        "unit_lain": (UnitKerja.objects.get(nama="Kecamatan Lain").uuid,),
    }
