"""Admin of the rules of sessions; the sessions themselves have pages of their own."""

from __future__ import annotations

from django.contrib import admin

from forum.models import AturanForum, UnsurPeserta
from rakumpit.organisasi.admin_dasar import AdminPengelola


@admin.register(AturanForum)
class AturanForumAdmin(AdminPengelola):
    list_display = (
        "mulai",
        "hari_undangan",
        "hari_kirim_undangan",
        "hari_atasan",
        "hari_camat",
        "sesi_setahun",
        "terverifikasi",
    )
    search_fields = ("dasar_hukum",)


@admin.register(UnsurPeserta)
class UnsurPesertaAdmin(AdminPengelola):
    list_display = ("nama", "kode", "urutan", "aktif")
    search_fields = ("nama", "kode")
