"""Signed addresses of evidence files: stable, without a last day, withdrawn by their row."""

from __future__ import annotations

from uuid import UUID

from django.conf import settings
from django.core import signing
from django.urls import reverse

from kinerja.models import TautanBukti

_GARAM = "kinerja.tautan_bukti"


def alamat_tautan(kode: UUID) -> str:
    """The whole public address of a file by the ``uuid`` of its ``TautanBukti``; the same every time."""
    tanda = signing.Signer(salt=_GARAM).sign(kode.hex)
    return settings.ALAMAT_PUBLIK + reverse("kinerja:bukti_terbuka", args=[tanda])


def tautan_bertanda(tanda: str) -> TautanBukti | None:
    """The row behind a signed text while it and its evidence hold; None for anything else."""
    try:
        kode = UUID(hex=signing.Signer(salt=_GARAM).unsign(tanda))
    except (signing.BadSignature, ValueError):
        return None
    return (
        TautanBukti.objects.select_related("bukti")
        .filter(uuid=kode, dicabut_pada__isnull=True, bukti__dibatalkan_pada__isnull=True)
        .first()
    )
