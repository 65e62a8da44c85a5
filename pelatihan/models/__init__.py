"""Rows of training and the rules that the database holds."""

from pelatihan.models.bentuk import AturanJP, AturanRencana, BentukPengembangan, PerjanjianKerja, aturan_jp
from pelatihan.models.jadwal import JamKerja, KalenderPribadi
from pelatihan.models.jp import RiwayatJP, SertifikatLuar
from pelatihan.models.kegiatan import AnggaranKegiatan, Kegiatan, NarasumberSesi, SeriPelatihan, SesiKegiatan
from pelatihan.models.kehadiran import Kehadiran
from pelatihan.models.kompetensi import (
    Kompetensi,
    PenilaianKompetensi,
    PerkiraanIPASN,
    SkemaIPASN,
    StandarKompetensi,
    StandarUmum,
)
from pelatihan.models.pendaftaran import AturanPendaftaran, Pendaftaran, PilihanPendaftaran
from pelatihan.models.peserta_luar import PesertaLuar
from pelatihan.models.praktik import (
    AdopsiPraktik,
    AturanPraktik,
    BerkasPraktik,
    KomentarPraktik,
    PenemuPraktik,
    PraktikBaik,
)
from pelatihan.models.rencana import KebutuhanPelatihan, Program, RencanaPengembangan
from pelatihan.models.sertifikat import AturanSesudahPelatihan, SertifikatKegiatan
from pelatihan.models.sesudah import EvaluasiHasil, EvaluasiPerilaku, NilaiPerilaku, PerilakuKegiatan
from pelatihan.models.tempat import Narasumber, Ruang
from pelatihan.models.tes import ButirTes, NaskahTes, PengerjaanTes, PilihanTes, TesKegiatan
from pelatihan.models.umpan_balik import TandaUmpanBalik, UmpanBalikKegiatan

__all__ = [
    "AdopsiPraktik",
    "AnggaranKegiatan",
    "AturanJP",
    "AturanPendaftaran",
    "AturanPraktik",
    "AturanRencana",
    "AturanSesudahPelatihan",
    "BentukPengembangan",
    "BerkasPraktik",
    "ButirTes",
    "EvaluasiHasil",
    "EvaluasiPerilaku",
    "JamKerja",
    "KalenderPribadi",
    "KebutuhanPelatihan",
    "Kegiatan",
    "Kehadiran",
    "KomentarPraktik",
    "Kompetensi",
    "Narasumber",
    "NarasumberSesi",
    "NaskahTes",
    "NilaiPerilaku",
    "Pendaftaran",
    "PenemuPraktik",
    "PengerjaanTes",
    "PenilaianKompetensi",
    "PerilakuKegiatan",
    "PerjanjianKerja",
    "PerkiraanIPASN",
    "PesertaLuar",
    "PilihanPendaftaran",
    "PilihanTes",
    "PraktikBaik",
    "Program",
    "RencanaPengembangan",
    "RiwayatJP",
    "Ruang",
    "SeriPelatihan",
    "SertifikatKegiatan",
    "SertifikatLuar",
    "SesiKegiatan",
    "SkemaIPASN",
    "StandarKompetensi",
    "StandarUmum",
    "TandaUmpanBalik",
    "TesKegiatan",
    "UmpanBalikKegiatan",
    "aturan_jp",
]
