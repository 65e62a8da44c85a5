"""Celery entry of the outbox."""

from __future__ import annotations

from celery import current_app, shared_task

from rakumpit.antrean import proses


@shared_task(ignore_result=True)
def alirkan() -> int:
    """Send what waits in the outbox, by task name."""
    return proses.alirkan(kirim=lambda tugas, muatan: current_app.send_task(tugas, kwargs=muatan))
