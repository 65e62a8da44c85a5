"""Celery entries of the forum: one call of ``proses`` each, safe to run twice."""

from __future__ import annotations

from celery import shared_task

from forum.proses import eskalasi_laporan, laporan_masuk, laporan_pelapor, tenggat


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
    """Remove stored photos of reports that no row names."""
    laporan_masuk.bersihkan_foto_yatim()
