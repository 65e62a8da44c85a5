"""Accounts, people, units, posts and who holds them when; the services that the office gives."""

from rakumpit.organisasi.models.akun import KodeMasuk, Pengguna, PerangkatDikenal
from rakumpit.organisasi.models.impor import ImporPegawai
from rakumpit.organisasi.models.kalender import HariLibur
from rakumpit.organisasi.models.layanan import Layanan, PetugasLayanan, ProgramPelayanan
from rakumpit.organisasi.models.pegawai import Pegawai, PejabatLuar
from rakumpit.organisasi.models.struktur import Jabatan, Penugasan, UnitKerja

__all__ = [
    "HariLibur",
    "ImporPegawai",
    "Jabatan",
    "KodeMasuk",
    "Layanan",
    "Pegawai",
    "PejabatLuar",
    "Pengguna",
    "Penugasan",
    "PerangkatDikenal",
    "PetugasLayanan",
    "ProgramPelayanan",
    "UnitKerja",
]
