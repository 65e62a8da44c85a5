"""Forms of performance management: shapes and words; what is allowed is decided by ``proses``."""

from __future__ import annotations

from kinerja.forms.capaian import CapaianForm, CapaianSuratForm
from kinerja.forms.dasar import AlasanForm, VersiForm, berkas
from kinerja.forms.keberatan import (
    KeberatanForm,
    KeberatanSuratForm,
    KeteranganForm,
    PenyampaianForm,
    PutusanForm,
    PutusanSuratForm,
)
from kinerja.forms.pembinaan import KeputusanPembinaanForm, PembinaanForm, PenghargaanForm, TinjauForm
from kinerja.forms.penilaian import (
    KeputusanForm,
    PenilaiForm,
    PerilakuForm,
    PerilakuOrangForm,
    SuratForm,
    SuratPersetujuanForm,
)
from kinerja.forms.penilaian_diri import PenilaianDiriForm
from kinerja.forms.peran import PeranForm
from kinerja.forms.perjanjian import AmbilForm, IKUForm, PerjanjianBaruForm, SasaranForm, TandaTanganForm
from kinerja.forms.plh import AkhiriPlhForm, PlhForm
from kinerja.forms.realisasi import RealisasiForm
from kinerja.forms.run import BukaKembaliForm, RunForm
from kinerja.forms.skp import (
    AkhiriSKPForm,
    AturSKPForm,
    EkspektasiForm,
    IndikatorForm,
    KembalikanForm,
    LampiranForm,
    PerubahanForm,
    RencanaForm,
    SKPBaruForm,
    UkuranForm,
)

__all__ = [
    "AkhiriPlhForm",
    "AkhiriSKPForm",
    "AlasanForm",
    "AmbilForm",
    "AturSKPForm",
    "BukaKembaliForm",
    "CapaianForm",
    "CapaianSuratForm",
    "EkspektasiForm",
    "IKUForm",
    "IndikatorForm",
    "KeberatanForm",
    "KeberatanSuratForm",
    "KembalikanForm",
    "KeputusanForm",
    "KeputusanPembinaanForm",
    "KeteranganForm",
    "LampiranForm",
    "PembinaanForm",
    "PenghargaanForm",
    "PenilaiForm",
    "PenilaianDiriForm",
    "PenyampaianForm",
    "PeranForm",
    "PerilakuForm",
    "PerilakuOrangForm",
    "PerjanjianBaruForm",
    "PerubahanForm",
    "PlhForm",
    "PutusanForm",
    "PutusanSuratForm",
    "RealisasiForm",
    "RencanaForm",
    "RunForm",
    "SKPBaruForm",
    "SasaranForm",
    "SuratForm",
    "SuratPersetujuanForm",
    "TandaTanganForm",
    "TinjauForm",
    "UkuranForm",
    "VersiForm",
    "berkas",
]
