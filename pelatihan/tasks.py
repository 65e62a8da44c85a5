"""Celery entries of training: one call of ``proses`` each, safe to run twice."""

from __future__ import annotations

from celery import shared_task

from pelatihan.proses import adopsi, kursi, pengingat, praktik_berkas, sertifikat


@shared_task(ignore_result=True)
def rapikan_pendaftaran() -> int:
    """End offers that nobody answered and give the seats on."""
    return kursi.rapikan()


@shared_task(ignore_result=True)
def ingatkan_kegiatan() -> int:
    """Remind participants and speakers of sessions."""
    return pengingat.ingatkan()


@shared_task(ignore_result=True)
def tanyakan_adopsi() -> None:
    """Ask what became of trials whose day has come."""
    adopsi.tanyakan_adopsi()


@shared_task(ignore_result=True)
def bersihkan_berkas_yatim() -> None:
    """Remove stored certificates and files of good practice that no row names."""
    sertifikat.bersihkan_berkas_yatim()
    praktik_berkas.bersihkan_berkas_yatim()
