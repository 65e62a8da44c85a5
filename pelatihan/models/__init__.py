"""Rows of training and the rules that the database holds."""

from pelatihan.models.bentuk import AturanJP, AturanRencana, BentukPengembangan, PerjanjianKerja, aturan_jp
from pelatihan.models.jp import RiwayatJP, SertifikatLuar
from pelatihan.models.kompetensi import (
    Kompetensi,
    PenilaianKompetensi,
    PerkiraanIPASN,
    SkemaIPASN,
    StandarKompetensi,
    StandarUmum,
)
from pelatihan.models.rencana import KebutuhanPelatihan, Program, RencanaPengembangan

__all__ = [
    "AturanJP",
    "AturanRencana",
    "BentukPengembangan",
    "KebutuhanPelatihan",
    "Kompetensi",
    "PenilaianKompetensi",
    "PerjanjianKerja",
    "PerkiraanIPASN",
    "Program",
    "RencanaPengembangan",
    "RiwayatJP",
    "SertifikatLuar",
    "SkemaIPASN",
    "StandarKompetensi",
    "StandarUmum",
    "aturan_jp",
]
