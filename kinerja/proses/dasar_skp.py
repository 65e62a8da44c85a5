"""What every change of a plan goes through: its lock, the count of its changes, its one audit entry."""

from __future__ import annotations

from datetime import date
from typing import Any

from kinerja.enums import STATUS_TERBUKA, BentukSKP
from kinerja.models import SKP
from kinerja.proses.galat import ProsesDitolak
from kinerja.proses.versi import konflik_menurut_audit
from rakumpit.audit.models import catat
from rakumpit.organisasi.enums import JenisJabatan
from rakumpit.organisasi.models import Pegawai, PejabatLuar, Pengguna


def kunci_skp(skp: SKP) -> SKP:
    """The plan as it is now, locked until the transaction ends."""
    kini: SKP = SKP.objects.select_for_update(of=("self",)).select_related("pegawai").get(pk=skp.pk)
    return kini


def akun_penilai(skp: SKP) -> int | None:
    """Account of the superior whom the plan names; None without one."""
    if skp.penilai_id is not None:
        return Pegawai.objects.values_list("pengguna_id", flat=True).get(pk=skp.penilai_id)
    if skp.penilai_luar_id is not None:
        return PejabatLuar.objects.values_list("pengguna_id", flat=True).get(pk=skp.penilai_luar_id)
    return None


def periksa_suntingan(kini: SKP, suntingan: int) -> None:
    """Refuse a form that was opened before another change of the plan. Raises ``KonflikVersi``."""
    if kini.suntingan != suntingan:
        raise konflik_menurut_audit(kini)


def catat_suntingan(
    kini: SKP,
    *,
    oleh: Pengguna,
    aksi: str,
    sebelum: dict[str, Any] | None = None,
    sesudah: dict[str, Any] | None = None,
) -> None:
    """Count one change of the content and write its audit entry; the caller holds the lock."""
    kini.suntingan += 1
    kini.save(update_fields=["suntingan"])
    catat(pelaku=oleh, aksi=aksi, objek=kini, sebelum=sebelum, sesudah=sesudah)


def bentuk_menurut_jabatan(pegawai: Pegawai, tanggal: date) -> BentukSKP:
    """Form of the plan by the post on a day: pimpinan tinggi, and heads of independent units as the post says.

    PermenPANRB 6/2022; whether a camat counts as head of an independent unit is unverified, so it is a field of the
    post (``Jabatan.pimpinan_mandiri``).
    """
    tempat = pegawai.penugasan_pada(tanggal)
    if tempat is None:
        return BentukSKP.PEGAWAI
    jabatan = tempat.jabatan
    pimpinan = jabatan.pimpinan_mandiri or jabatan.jenis == JenisJabatan.PIMPINAN_TINGGI.value
    return BentukSKP.PIMPINAN if pimpinan else BentukSKP.PEGAWAI


def tolak_bila_ada_yang_terbuka(pegawai: Pegawai) -> None:
    """One plan at a time is written or waits; the caller holds the lock of the person."""
    if SKP.objects.filter(pegawai=pegawai, status__in=[satu.value for satu in STATUS_TERBUKA]).exists():
        raise ProsesDitolak("Masih ada SKP Anda yang belum disetujui. Selesaikan atau hapus SKP itu dulu.")
