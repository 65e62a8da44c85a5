"""Celery entries of training: one call of ``proses`` each, safe to run twice."""

from __future__ import annotations

from celery import shared_task

from pelatihan.proses import kursi, pengingat


@shared_task(ignore_result=True)
def rapikan_pendaftaran() -> int:
    """End offers that nobody answered and give the seats on."""
    return kursi.rapikan()


@shared_task(ignore_result=True)
def ingatkan_kegiatan() -> int:
    """Remind participants and speakers of sessions."""
    return pengingat.ingatkan()
