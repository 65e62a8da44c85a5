"""Celery entries of the survey: ids in, one call of ``proses``, safe to run twice."""

from __future__ import annotations

from datetime import date

from celery import shared_task

from survei import proses
from survei.proses import berkas as proses_berkas
from survei.proses import program


@shared_task(ignore_result=True)
def hitung_ulang(survei_id: int, layanan_id: int, hari: str) -> None:
    """Recount one service and day (``hari`` as ISO date)."""
    proses.hitung_ulang(survei_id=survei_id, layanan_id=layanan_id, hari=date.fromisoformat(hari))


@shared_task(ignore_result=True)
def tutup_survei_lewat_tanggal() -> None:
    """Close the surveys whose last day has passed."""
    proses.tutup_lewat_tanggal()


@shared_task(ignore_result=True)
def acak_jawaban() -> None:
    """Rewrite the answers of past days in random order."""
    proses.acak_jawaban()


@shared_task(ignore_result=True)
def samarkan_saran() -> None:
    """Mask the suggestions and answers in words that are not masked by the rules and names of today."""
    proses.samarkan_saran()


@shared_task(ignore_result=True)
def hapus_jatuh_tempo() -> None:
    """Delete the words and answers of citizens whose time is over."""
    proses.hapus_jatuh_tempo()


@shared_task(ignore_result=True)
def batalkan_tertinggal() -> None:
    """Void the services at the counter that nobody finished within a day."""
    proses.batalkan_tertinggal()


@shared_task(ignore_result=True)
def bersihkan_berkas_yatim() -> None:
    """Remove the stored files of follow-ups and letters that no row names."""
    proses_berkas.bersihkan_berkas_yatim()


@shared_task(ignore_result=True)
def rapikan_token() -> None:
    """Delete the codes out of date."""
    proses.rapikan_token()


@shared_task(ignore_result=True)
def survei_program() -> None:
    """Open the surveys of programmes that have ended, and remind owners whose survey has few answers."""
    program.buka_survei_program()
    program.ingatkan_pemilik_program()
