"""Sets of performance management, including who may see them."""

from __future__ import annotations

from kinerja.querysets.pelaksanaan import (
    BarisPegawaiQuerySet,
    BimbinganQuerySet,
    BuktiQuerySet,
    CatatanHarianQuerySet,
    InovasiQuerySet,
    IsianAtasNamaQuerySet,
    PermintaanDukunganQuerySet,
    RealisasiQuerySet,
    UmpanBalikQuerySet,
)
from kinerja.querysets.penilaian import (
    AturanAngkaKreditQuerySet,
    AturanPenilaianQuerySet,
    AturanTindakLanjutQuerySet,
    EvaluasiQuerySet,
    KeberatanQuerySet,
    PenetapanAngkaKreditQuerySet,
    PenilaianPerilakuQuerySet,
    PilihanKantorQuerySet,
)
from kinerja.querysets.perencanaan import (
    ContohHasilKerjaQuerySet,
    DialogKinerjaQuerySet,
    PeriodeQuerySet,
    PerjanjianKinerjaQuerySet,
    RencanaHasilKerjaQuerySet,
    SKPQuerySet,
)

__all__ = [
    "AturanAngkaKreditQuerySet",
    "AturanPenilaianQuerySet",
    "AturanTindakLanjutQuerySet",
    "BarisPegawaiQuerySet",
    "BimbinganQuerySet",
    "BuktiQuerySet",
    "CatatanHarianQuerySet",
    "ContohHasilKerjaQuerySet",
    "DialogKinerjaQuerySet",
    "EvaluasiQuerySet",
    "InovasiQuerySet",
    "IsianAtasNamaQuerySet",
    "KeberatanQuerySet",
    "PenetapanAngkaKreditQuerySet",
    "PenilaianPerilakuQuerySet",
    "PeriodeQuerySet",
    "PerjanjianKinerjaQuerySet",
    "PermintaanDukunganQuerySet",
    "PilihanKantorQuerySet",
    "RealisasiQuerySet",
    "RencanaHasilKerjaQuerySet",
    "SKPQuerySet",
    "UmpanBalikQuerySet",
]
