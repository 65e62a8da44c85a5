"""Celery entries of training: one call of ``proses`` each, safe to run twice."""

from __future__ import annotations

from celery import shared_task

from pelatihan.proses import adopsi, kursi, pengingat, praktik_berkas, sertifikat, sesudah
from pelatihan.proses import umpan_balik as proses_umpan_balik
from pelatihan.proses.cetak_sertifikat import pastikan_tercetak


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


@shared_task(ignore_result=True)
def cetak_sertifikat(sertifikat_id: int) -> None:
    """Typeset one certificate, unless somebody downloaded it before."""
    pastikan_tercetak(sertifikat_id)


@shared_task(ignore_result=True)
def ikuti_sesudah() -> None:
    """Make the follow-up of events that have ended, and tell who is asked."""
    sesudah.siapkan_yang_selesai()
    sesudah.ingatkan()


@shared_task(ignore_result=True)
def lepaskan_umpan_balik() -> int:
    """Open the feedback of ended days in random order."""
    return proses_umpan_balik.lepaskan()


@shared_task(ignore_result=True)
def ingatkan_umpan_balik() -> int:
    """Ask those who were there for feedback."""
    return proses_umpan_balik.ingatkan_umpan_balik()
