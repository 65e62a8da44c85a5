"""Who reads what is copied to e-Kinerja, marks it, and opens or withdraws addresses of evidence."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from kinerja.enums.salinan import BagianSalinan
from kinerja.permissions.atasan import akun_pemegang, atasan_kini, boleh_mengelola
from rakumpit.organisasi.models import Pegawai
from rakumpit.organisasi.querysets import PegawaiQuerySet

if TYPE_CHECKING:
    from kinerja.permissions.atasan import Siapa

MILIK_PEGAWAI = {BagianSalinan.SKP, BagianSalinan.REALISASI}


def pegawai_terlihat(pengguna: Siapa, di_bawah: Collection[int] | None = None) -> PegawaiQuerySet:
    """People whose results the account reads: own, of the led units, all for the pengelola.

    The pemeriksa reads staff lists, but no results of people. ``di_bawah``: units of ``di_bawah_akun``, if known.
    """
    dasar: PegawaiQuerySet = Pegawai.objects.terlihat_oleh(pengguna, di_bawah)
    if pengguna.is_authenticated and pengguna.pemeriksa and not boleh_mengelola(pengguna):
        return dasar.filter(pengguna=pengguna)
    return dasar


def boleh_menandai(pengguna: Siapa, pegawai: Pegawai, bagian: BagianSalinan) -> bool:
    """Who types a part into e-Kinerja says so: the person, the superior for the superior's parts, or the pengelola."""
    if not pengguna.is_authenticated or not pengguna.is_active:
        return False
    if boleh_mengelola(pengguna):
        return True
    if bagian in MILIK_PEGAWAI:
        return pegawai.pengguna_id == pengguna.pk
    return pegawai.pengguna_id != pengguna.pk and akun_pemegang(atasan_kini(pegawai)) == pengguna.pk


def boleh_membuka_bukti(pengguna: Siapa, pegawai: Pegawai) -> bool:
    """Only the owner lets evidence be read without an account."""
    return bool(pengguna.is_authenticated and pengguna.is_active and pegawai.pengguna_id == pengguna.pk)


def boleh_mencabut_tautan(pengguna: Siapa, pegawai: Pegawai) -> bool:
    """The owner withdraws an address, and the pengelola where it must not wait."""
    return boleh_membuka_bukti(pengguna, pegawai) or boleh_mengelola(pengguna)
