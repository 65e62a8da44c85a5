"""Forms of performance management: shapes and words; what is allowed is decided by ``proses``."""

from __future__ import annotations

from kinerja.forms.dasar import AlasanForm, VersiForm, berkas
from kinerja.forms.penilaian import (
    KeputusanForm,
    PerilakuForm,
    PerilakuOrangForm,
    SuratForm,
    SuratPersetujuanForm,
)
from kinerja.forms.perjanjian import AmbilForm, IKUForm, PerjanjianBaruForm, SasaranForm, TandaTanganForm
from kinerja.forms.realisasi import RealisasiForm
from kinerja.forms.run import BukaKembaliForm, RunForm
from kinerja.forms.skp import IndikatorForm, KembalikanForm, RencanaForm, SKPBaruForm

__all__ = [
    "AlasanForm",
    "AmbilForm",
    "BukaKembaliForm",
    "IKUForm",
    "IndikatorForm",
    "KembalikanForm",
    "KeputusanForm",
    "PerilakuForm",
    "PerilakuOrangForm",
    "PerjanjianBaruForm",
    "RealisasiForm",
    "RencanaForm",
    "RunForm",
    "SKPBaruForm",
    "SasaranForm",
    "SuratForm",
    "SuratPersetujuanForm",
    "TandaTanganForm",
    "VersiForm",
    "berkas",
]
