"""Celery entries of the forum: one call of ``proses`` each, safe to run twice."""

from __future__ import annotations

from celery import shared_task

from forum.proses import (
    aksi,
    akun_warga,
    diskusi,
    eskalasi_laporan,
    kabar,
    langganan,
    laporan_masuk,
    laporan_pelapor,
    naik,
    pendaftaran,
    surat_undangan,
    tenggat,
)


@shared_task(ignore_result=True)
def hitung_ulang_tenggat() -> None:
    """Count the last days of open reports again by the days off of now."""
    tenggat.hitung_ulang_tenggat()


@shared_task(ignore_result=True)
def naikkan_laporan() -> None:
    """Close what the reporter did not complete in time; tell the next level about deadlines."""
    laporan_pelapor.cabut_yang_tidak_dilengkapi()
    eskalasi_laporan.naikkan_laporan()


@shared_task(ignore_result=True)
def bersihkan_foto_yatim() -> None:
    """Remove stored photos of reports and files of posts that no row names."""
    laporan_masuk.bersihkan_foto_yatim()
    diskusi.bersihkan_lampiran_yatim()


@shared_task(ignore_result=True, autoretry_for=(OSError,), retry_backoff=True, max_retries=5)
def surat_akun(tanda: str) -> None:
    """Send the mail that answers a request for a citizen's account."""
    akun_warga.kirim_surat_akun(tanda=tanda)


@shared_task(ignore_result=True)
def kirim_ringkasan() -> None:
    """Send the digests of the discussion that are due."""
    langganan.kirim_ringkasan()


@shared_task(ignore_result=True, autoretry_for=(OSError,), retry_backoff=True, max_retries=5)
def kirim_kabar_peserta(kabar_id: int) -> None:
    """The mail of one message to a registered person."""
    kabar.kirim_kabar(kabar_id)


@shared_task(ignore_result=True)
def kirim_undangan() -> int:
    """Queue the invitations of sessions whose day has come."""
    return surat_undangan.kirim_undangan()


@shared_task(ignore_result=True)
def kirim_surat_undangan(undangan_id: int) -> None:
    """The mail of one invitation."""
    surat_undangan.kirim_surat_undangan(undangan_id)


@shared_task(ignore_result=True)
def hapus_kontak_pendaftar() -> int:
    """Take contacts out of old registrations and invitations."""
    return pendaftaran.hapus_kontak_lama() + surat_undangan.hapus_email_lama()


@shared_task(ignore_result=True)
def naikkan_aksi() -> int:
    """Tell owner, superior and camat of late actions."""
    return naik.naikkan_aksi()


@shared_task(ignore_result=True)
def bersihkan_berkas_forum() -> int:
    """Remove stored proofs, materials and scans that no row names."""
    return aksi.bersihkan_berkas_yatim()
