"""Celery entry of the nightly backup and of its monthly rehearsal."""

from __future__ import annotations

from celery import shared_task

from rakumpit.cadangan import proses


@shared_task(ignore_result=True)
def cadangkan_malam() -> None:
    """Make the backup of this night if it is due and not there yet, and once a month try to restore it."""
    if proses.cadangkan_malam():
        proses.uji_malam()
