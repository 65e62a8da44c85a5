"""Mail to people who registered."""

from __future__ import annotations

from django.core.mail import send_mail
from django.db import transaction
from django.utils import timezone

from forum.models import KabarPeserta
from forum.perhitungan.kontak import email_dari


def kirim_kabar(kabar_id: int) -> None:
    """Send one message at most once; where the contact is a number there is nothing to send."""
    with transaction.atomic():
        kabar = (
            KabarPeserta.objects.select_for_update(of=("self",))
            .select_related("pendaftaran")
            .filter(pk=kabar_id, terkirim__isnull=True)
            .first()
        )
        if kabar is None:
            return
        alamat = email_dari(kabar.pendaftaran.kunci_kontak)
        if not alamat:
            return
        send_mail(kabar.judul, kabar.isi, None, [alamat])
        kabar.terkirim = timezone.now()
        kabar.save(update_fields=["terkirim"])
