"""Admin of the reasons of moderation; the posts themselves have pages of their own."""

from __future__ import annotations

from django.contrib import admin
from django.http import HttpRequest

from forum.models import AlasanModerasi
from rakumpit.organisasi.admin_dasar import AdminPengelola


@admin.register(AlasanModerasi)
class AlasanModerasiAdmin(AdminPengelola):
    """A reason that was told keeps its words: switch it off, and add the new one beside it."""

    list_display = ("nama", "kode", "keterangan", "urutan", "aktif")
    list_filter = ("aktif",)
    search_fields = ("nama", "kode", "keterangan")

    def get_readonly_fields(self, request: HttpRequest, obj: AlasanModerasi | None = None) -> tuple[str, ...]:
        return ("kode", "nama", "keterangan") if obj is not None and obj.sudah_dipakai else ()
