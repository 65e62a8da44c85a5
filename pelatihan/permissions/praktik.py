"""Who proposes, keeps, publishes and tries out good practice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pelatihan.perhitungan.praktik import StatusPraktik
from pelatihan.permissions import boleh_mengelola, orang_kantor, pemilik
from rakumpit.organisasi.models import Pengguna, Penugasan
from rakumpit.waktu import hari_ini

if TYPE_CHECKING:
    from pelatihan.models import AdopsiPraktik, KomentarPraktik, PraktikBaik


def boleh_menulis(pengguna: Pengguna) -> bool:
    """Proposes and comments: who works here, leads, or administers training; who only inspects does not."""
    return orang_kantor(pengguna) and (
        pengguna.pengelola or getattr(pengguna, "pegawai", None) is not None or not pengguna.pemeriksa
    )


def penyunting(pengguna: Pengguna, praktik: PraktikBaik) -> bool:
    """Has to do with its text: the pengelola, and who proposed it."""
    return boleh_mengelola(pengguna) or (pengguna.is_active and praktik.dibuat_oleh_id == pengguna.pk)


def boleh_mengubah(pengguna: Pengguna, praktik: PraktikBaik) -> bool:
    """The proposer until it is in the library, the pengelola until everybody reads it."""
    status = StatusPraktik(praktik.status)
    if boleh_mengelola(pengguna) and status in {StatusPraktik.USULAN, StatusPraktik.KANTOR}:
        return True
    milik = pengguna.is_active and praktik.dibuat_oleh_id == pengguna.pk
    return milik and status in {StatusPraktik.USULAN, StatusPraktik.DITOLAK}


def unit_dipimpin(pengguna: Pengguna) -> list[int]:
    """Units for which this account may say «akan kami coba»."""
    return Penugasan.objects.unit_dipimpin(pengguna, hari_ini()) if pengguna.is_active else []


def boleh_mencoba(pengguna: Pengguna) -> bool:
    """A person of the office for himself, a leader for the unit."""
    if not pengguna.is_active:
        return False
    return getattr(pengguna, "pegawai", None) is not None or bool(unit_dipimpin(pengguna))


def boleh_mengurus(pengguna: Pengguna, adopsi: AdopsiPraktik) -> bool:
    """Plan and result: the person himself, for a unit who leads it today."""
    if adopsi.pegawai is not None:
        return pemilik(pengguna, adopsi.pegawai)
    return adopsi.unit_id in unit_dipimpin(pengguna)


def boleh_menyunting(pengguna: Pengguna, komentar: KomentarPraktik) -> bool:
    """The own words."""
    return pengguna.is_active and komentar.penulis_id == pengguna.pk
