"""Instrument as versioned data, answers without a person, counters, and the locked result."""

from survei.models.hasil import HasilSurvei, Hitungan, RekapHarian
from survei.models.instrumen import Instrumen, Pertanyaan, Pilihan
from survei.models.loket import PelayananLoket, TokenLayanan
from survei.models.respons import Respons
from survei.models.saluran import TitikSurvei
from survei.models.standar import StandarPelayanan
from survei.models.survei import Survei

__all__ = [
    "HasilSurvei",
    "Hitungan",
    "Instrumen",
    "PelayananLoket",
    "Pertanyaan",
    "Pilihan",
    "RekapHarian",
    "Respons",
    "StandarPelayanan",
    "Survei",
    "TitikSurvei",
    "TokenLayanan",
]
