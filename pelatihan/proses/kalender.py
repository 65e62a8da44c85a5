"""The private address of a calendar feed: made when asked for, ended by a new one."""

from __future__ import annotations

from uuid import uuid4

from django.db import transaction

from pelatihan.models import KalenderPribadi
from rakumpit.audit.models import catat
from rakumpit.organisasi.models import Pengguna


@transaction.atomic
def buat_alamat_kalender(*, oleh: Pengguna) -> KalenderPribadi:
    """A new private address; the old one opens nothing from now on."""
    baris, baru = KalenderPribadi.objects.select_for_update().get_or_create(pengguna=oleh)
    if not baru:
        baris.uuid = uuid4()
        baris.save(update_fields=["uuid"])
    catat(pelaku=oleh, aksi="pelatihan.kalender.alamat", objek=baris, sesudah={"baru": baru})
    return baris
