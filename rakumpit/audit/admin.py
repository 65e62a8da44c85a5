"""The audit trail in the admin: who did what when and was refused what, never the values."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from rakumpit.audit.models import CatatanAudit
from rakumpit.audit.proses import BACA, TULIS


@admin.register(CatatanAudit)
class CatatanAuditAdmin(admin.ModelAdmin):
    """Read only. Values and reasons may hold ratings and personal data, so they are not shown here."""

    fields = ("waktu", "pelaku", "aksi", "objek_jenis", "objek_id")
    list_display = ("waktu", "pelaku", "aksi", "objek_jenis", "objek_id", "halaman")
    list_filter = ("aksi",)
    list_select_related = ("pelaku",)
    search_fields = ("aksi", "pelaku__nama", "objek_jenis", "objek_id")
    list_per_page = 50
    show_full_result_count = False

    @admin.display(description="halaman yang ditolak", empty_value="")
    def halaman(self, obj: CatatanAudit) -> str | None:
        """Which page was refused; what stands there in other entries is not shown."""
        return obj.keterangan if obj.aksi in {BACA, TULIS} else None

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self.has_view_permission(request)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        # Attributes by name: this app stands below the one that knows the account model.
        return request.user.is_active and any(getattr(request.user, n, False) for n in ("admin_teknis", "pengelola"))

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
