"""Rows of training and the rules that the database holds."""

from pelatihan.models.bentuk import AturanJP, AturanRencana, BentukPengembangan, PerjanjianKerja, aturan_jp
from pelatihan.models.jp import RiwayatJP, SertifikatLuar
from pelatihan.models.kegiatan import AnggaranKegiatan, Kegiatan, NarasumberSesi, SeriPelatihan, SesiKegiatan
from pelatihan.models.kompetensi import (
    Kompetensi,
    PenilaianKompetensi,
    PerkiraanIPASN,
    SkemaIPASN,
    StandarKompetensi,
    StandarUmum,
)
from pelatihan.models.pendaftaran import Pendaftaran
from pelatihan.models.rencana import KebutuhanPelatihan, Program, RencanaPengembangan
from pelatihan.models.tempat import Narasumber, Ruang

__all__ = [
    "AnggaranKegiatan",
    "AturanJP",
    "AturanRencana",
    "BentukPengembangan",
    "KebutuhanPelatihan",
    "Kegiatan",
    "Kompetensi",
    "Narasumber",
    "NarasumberSesi",
    "Pendaftaran",
    "PenilaianKompetensi",
    "PerjanjianKerja",
    "PerkiraanIPASN",
    "Program",
    "RencanaPengembangan",
    "RiwayatJP",
    "Ruang",
    "SeriPelatihan",
    "SertifikatLuar",
    "SesiKegiatan",
    "SkemaIPASN",
    "StandarKompetensi",
    "StandarUmum",
    "aturan_jp",
]
