"""Admin of the limits of time."""

from __future__ import annotations

from django.contrib import admin

from forum.models import AturanTenggat
from rakumpit.organisasi.admin_dasar import AdminPengelola


@admin.register(AturanTenggat)
class AturanTenggatAdmin(AdminPengelola):
    """A limit that changes is a new row from its day on; reports keep the row under which they were received."""

    list_display = ("kode", "tahap", "jenis", "jumlah", "satuan", "berlaku_mulai", "berlaku_sampai", "terverifikasi")
    list_filter = ("tahap", "terverifikasi")
    search_fields = ("kode", "dasar_hukum")
