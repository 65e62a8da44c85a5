"""E-mail copies of notices."""

from __future__ import annotations

from celery import shared_task
from django.core.mail import EmailMessage
from django.db import transaction
from django.utils import timezone

from rakumpit.notifikasi.models import Notifikasi


def _kepala_berhenti(tautan: str) -> dict[str, str]:
    """Headers by which a mail program offers to unsubscribe (RFC 2369); by one click (RFC 8058) only over HTTPS."""
    if not tautan:
        return {}
    satu_klik = {"List-Unsubscribe-Post": "List-Unsubscribe=One-Click"} if tautan.startswith("https://") else {}
    return {"List-Unsubscribe": f"<{tautan}>"} | satu_klik


@shared_task(ignore_result=True, autoretry_for=(OSError,), retry_backoff=True, max_retries=5)
def kirim_surel(penerima_id: int, kunci_notifikasi: str) -> None:
    """Send the mail of one notice, at most once; people without an address read it in the product only."""
    with transaction.atomic():
        notifikasi = (
            Notifikasi.objects.select_for_update(of=("self",))
            .select_related("penerima")
            .filter(penerima_id=penerima_id, kunci=kunci_notifikasi, surel_terkirim__isnull=True)
            .first()
        )
        if notifikasi is None or not notifikasi.penerima.email:
            return
        EmailMessage(
            notifikasi.judul,
            notifikasi.isi,
            to=[notifikasi.penerima.email],
            headers=_kepala_berhenti(notifikasi.tautan_berhenti),
        ).send()
        notifikasi.surel_terkirim = timezone.now()
        notifikasi.save(update_fields=["surel_terkirim"])
