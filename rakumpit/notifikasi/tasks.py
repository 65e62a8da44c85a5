"""E-mail copies of notices."""

from __future__ import annotations

from celery import shared_task
from django.core.mail import send_mail
from django.db import transaction
from django.utils import timezone

from rakumpit.notifikasi.models import Notifikasi


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
        send_mail(notifikasi.judul, notifikasi.isi, None, [notifikasi.penerima.email])
        notifikasi.surel_terkirim = timezone.now()
        notifikasi.save(update_fields=["surel_terkirim"])
