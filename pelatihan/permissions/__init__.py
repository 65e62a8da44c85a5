"""Who does what in training: predicates for pages, processes and tasks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pelatihan.enums import StatusRencana
from rakumpit.organisasi.enums import JenisUnit
from rakumpit.organisasi.models import Pegawai, PejabatLuar, Pengguna, Penugasan
from rakumpit.waktu import hari_ini

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from pelatihan.models import RencanaPengembangan, SertifikatLuar

PUNCAK = frozenset({JenisUnit.KECAMATAN.value, JenisUnit.KOTA.value})


def boleh_mengelola(pengguna: Pengguna | AnonymousUser) -> bool:
    """The unit kepegawaian: catalogue, verification, validation, levels."""
    return isinstance(pengguna, Pengguna) and pengguna.is_active and pengguna.pengelola


def pemilik(pengguna: Pengguna, pegawai: Pegawai) -> bool:
    """Whether this is the person's own account."""
    return pengguna.is_active and pegawai.pengguna_id is not None and pegawai.pengguna_id == pengguna.pk


def boleh_melihat(pengguna: Pengguna, pegawai: Pegawai) -> bool:
    return Pegawai.objects.terlihat_oleh(pengguna).filter(pk=pegawai.pk).exists()


def orang_kantor(pengguna: Pengguna) -> bool:
    """Reads the catalogue: who works here, leads, administers training or inspects; not who only administers."""
    return pengguna.is_active and bool(
        pengguna.pengelola
        or pengguna.pemeriksa
        or getattr(pengguna, "pegawai", None) is not None
        or getattr(pengguna, "pejabat_luar", None) is not None
    )


def atasan(pegawai: Pegawai) -> list[Pengguna]:
    """Accounts of the direct superior of today and of the one above him; a vacant place is left out.

    Derived from the dated assignments: with a new superior the open wishes are his from that day on.
    """
    hari = hari_ini()
    akun: list[Pengguna] = []
    kini: Pegawai | PejabatLuar | None = pegawai.atasan_pada(hari)
    while kini is not None and len(akun) < 2:
        if kini.pengguna is not None:
            akun.append(kini.pengguna)
        kini = kini.atasan_pada(hari) if isinstance(kini, Pegawai) else None
    return akun


def penjawab(rencana: RencanaPengembangan) -> list[Pengguna]:
    """Who may answer a wish now: the direct superior, and once he was silent past the day also the one above him."""
    semua = [satu for satu in atasan(rencana.pegawai) if satu.pk != rencana.pegawai.pengguna_id]
    return semua if hari_ini() > rencana.batas_atasan else semua[:1]


def boleh_menjawab(pengguna: Pengguna, rencana: RencanaPengembangan) -> bool:
    return pengguna.is_active and any(satu.pk == pengguna.pk for satu in penjawab(rencana))


def boleh_memvalidasi(pengguna: Pengguna, rencana: RencanaPengembangan) -> bool:
    """The unit kepegawaian, and nobody for himself."""
    return boleh_mengelola(pengguna) and not pemilik(pengguna, rencana.pegawai)


def boleh_menetapkan(pengguna: Pengguna, rencana: RencanaPengembangan) -> bool:
    """Who leads the kecamatan or stands above it, and nobody for himself."""
    if not pengguna.is_active or pemilik(pengguna, rencana.pegawai):
        return False
    return bool(Penugasan.objects.jenis_dipimpin(pengguna, hari_ini()) & PUNCAK)


def boleh_menilai_kompetensi(pengguna: Pengguna, pegawai: Pegawai) -> bool:
    """The direct superior or the unit kepegawaian; nobody says his own level."""
    if not pengguna.is_active or pemilik(pengguna, pegawai):
        return False
    return boleh_mengelola(pengguna) or any(satu.pk == pengguna.pk for satu in atasan(pegawai)[:1])


def boleh_memeriksa(pengguna: Pengguna, sertifikat: SertifikatLuar) -> bool:
    """Another person of the unit kepegawaian: neither the owner nor who sent it."""
    return (
        boleh_mengelola(pengguna)
        and not pemilik(pengguna, sertifikat.pegawai)
        and sertifikat.diajukan_oleh_id != pengguna.pk
    )


def boleh_mengisi(pengguna: Pengguna, rencana: RencanaPengembangan) -> bool:
    """The owner says what was followed, once the line stands."""
    return pemilik(pengguna, rencana.pegawai) and rencana.status == StatusRencana.DITETAPKAN.value
