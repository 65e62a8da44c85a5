"""The accounts of the sample office, and who may have them."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings

from rakumpit.organisasi.models import Pegawai, PejabatLuar, Pengguna

# Known to everybody who reads this file: only for invented data on one's own machine.
SANDI = "dermaga-pagi-tanpa-antre"
EMAIL_ADMIN = "admin.teknis@contoh.example"
EMAIL_PEMERIKSA = "bagian.organisasi@contoh.example"
NOMOR_PENGELOLA = 4


class ContohDitolak(Exception):
    """The sample office is not loaded; ``str()`` says why and what to do."""


@dataclass(frozen=True, slots=True)
class AkunLain:
    """An account that belongs to nobody in the list of staff. ``pejabat`` names the unit that its holder leads."""

    email: str
    nama: str
    admin_teknis: bool = False
    pemeriksa: bool = False
    pejabat: str = ""


AKUN_LAIN = (
    AkunLain(EMAIL_ADMIN, "Admin teknis (contoh)", admin_teknis=True),
    AkunLain(EMAIL_PEMERIKSA, "Pemeriksa Bagian Organisasi (contoh)", pemeriksa=True),
    AkunLain("bkpsdm@contoh.example", "Pemeriksa BKPSDM (contoh)", pemeriksa=True),
    AkunLain("wakil.warga@contoh.example", "Wakil warga (contoh)"),
    AkunLain("sekda@contoh.example", "Sekretaris Daerah", pejabat="setda"),
    AkunLain("wali.kota@contoh.example", "Wali Kota", pejabat="kota"),
)
# Role -> number in the list of staff, for the accounts that a visitor tries first.
PERAN_PEGAWAI = {"camat": 1, "lurah": 28, "kasi": 7, "pegawai": 18, "pengelola": NOMOR_PENGELOLA}
PERAN_LAIN = {"admin": EMAIL_ADMIN, "pemeriksa": EMAIL_PEMERIKSA}


def pastikan_bukan_produksi() -> None:
    """Refuse in production: the passwords are public."""
    if settings.PRODUKSI:
        raise ContohDitolak("Kantor contoh tidak dapat dipakai pada mode produksi: sandinya tertulis di kode sumber.")


def pastikan_contoh() -> None:
    """Refuse outside a demonstration: the passwords are public and the people invented."""
    pastikan_bukan_produksi()
    if not settings.CONTOH:
        raise ContohDitolak("Kantor contoh hanya untuk peragaan. Jalankan make demo, atau setel RAKUMPIT_CONTOH=1.")


def akun_milik(siapa: Pegawai | PejabatLuar | None) -> Pengguna:
    """The account that acts for somebody of the sample office. ContohDitolak: nobody, or without an account."""
    if siapa is None or siapa.pengguna is None:
        raise ContohDitolak(f"{siapa or 'Pejabat yang dicari'} tidak mempunyai akun.")
    return siapa.pengguna
