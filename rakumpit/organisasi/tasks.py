"""Mails about accounts."""

from __future__ import annotations

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from celery import shared_task
from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse

from rakumpit.organisasi.models import Pengguna


@shared_task(ignore_result=True, autoretry_for=(OSError,), retry_backoff=True, max_retries=5)
def kirim_tautan_sandi(alamat: str, dasar: str) -> None:
    """Mail the link for a new password, if an active account has the address; ``dasar`` is the absolute address of the
    page that asked. The link is made here, so that it never stands in the outbox or in a message."""
    pengguna = Pengguna.objects.filter(email=alamat, is_active=True).first()
    if pengguna is None:
        return
    lupa = reverse("account_reset_password")
    atur = reverse(
        "account_reset_password_from_key",
        kwargs={"uidb36": user_pk_to_url_str(pengguna), "key": default_token_generator.make_token(pengguna)},
    )
    isian = {
        "nama": pengguna.nama,
        "tautan": dasar.removesuffix(lupa) + atur,
        "jam": settings.PASSWORD_RESET_TIMEOUT // 3600,
    }
    isi = render_to_string("account/email/atur_ulang_sandi.txt", isian)
    send_mail("Mengatur ulang kata sandi Kinerja Rakumpit", isi, None, [alamat])
