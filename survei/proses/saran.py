"""Taking suggestions out of the product leaves a trace."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from rakumpit.audit.models import catat
from survei.models import Respons, Survei
from survei.permissions import boleh_membaca_saran

if TYPE_CHECKING:
    from rakumpit.organisasi.models import Pengguna


@transaction.atomic
def catat_ekspor_saran(*, survei: Survei, oleh: Pengguna, tujuan: str, bentuk: str) -> list[str]:
    """The masked suggestions of a survey in an order that tells nothing, and an audit entry with the purpose."""
    if not boleh_membaca_saran(oleh, survei):
        raise PermissionDenied
    tujuan = " ".join(tujuan.split())
    if not tujuan:
        raise ValidationError("Tulis untuk apa saran diunduh.")
    saran = list(
        Respons.objects.bersaran()
        .filter(survei=survei)
        .order_by("submission_id")
        .values_list("saran_tersamar", flat=True)
    )
    catat(
        pelaku=oleh,
        aksi="survei.saran.ekspor",
        objek=survei,
        sesudah={"jumlah": len(saran), "bentuk": bentuk},
        keterangan=tujuan[:300],
    )
    return saran
