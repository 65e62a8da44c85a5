"""Instrument as versioned data, answers without a person, counters, the locked result and what follows from it."""

from survei.models.bahasa import TeksBahasa
from survei.models.buka_kembali import PermintaanBuka
from survei.models.hasil import HasilSurvei, Hitungan, HitunganButir, HitunganTanda, RekapHarian
from survei.models.instrumen import AmbangPersepsi, BarisMatriks, Instrumen, Pertanyaan, Pilihan
from survei.models.kalender import Pelaporan, PeriodeSurvei
from survei.models.kertas import BatchKertas, LembarKertas
from survei.models.loket import PelayananLoket, TokenLayanan
from survei.models.masa_simpan import MasaSimpan
from survei.models.program import SurveiProgram
from survei.models.respons import Respons
from survei.models.saluran import TitikSurvei
from survei.models.sampel import PopulasiLayanan
from survei.models.standar import StandarPelayanan
from survei.models.survei import Survei
from survei.models.tema import HitunganTema, KutipanSaran, SaranDitandai, TandaTema, TemaSaran
from survei.models.tindak_lanjut import BerkasTindakLanjut, TindakLanjut

__all__ = [
    "AmbangPersepsi",
    "BarisMatriks",
    "BatchKertas",
    "BerkasTindakLanjut",
    "HasilSurvei",
    "Hitungan",
    "HitunganButir",
    "HitunganTanda",
    "HitunganTema",
    "Instrumen",
    "KutipanSaran",
    "LembarKertas",
    "MasaSimpan",
    "Pelaporan",
    "PelayananLoket",
    "PeriodeSurvei",
    "PermintaanBuka",
    "Pertanyaan",
    "Pilihan",
    "PopulasiLayanan",
    "RekapHarian",
    "Respons",
    "SaranDitandai",
    "StandarPelayanan",
    "Survei",
    "SurveiProgram",
    "TandaTema",
    "TeksBahasa",
    "TemaSaran",
    "TindakLanjut",
    "TitikSurvei",
    "TokenLayanan",
]
