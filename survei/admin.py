"""Admin of instruments and surveys for the pengelola. Answers, counters and results have no admin at all."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from rakumpit.audit.models import catat
from survei.models import Instrumen, Pertanyaan, Pilihan, Respons, Survei


class HanyaPengelola(admin.options.BaseModelAdmin):
    """Seen and changed by the pengelola only; the technical admin sees nothing of a survey. Nothing is deleted."""

    def _boleh(self, request: HttpRequest) -> bool:
        return request.user.is_authenticated and request.user.is_active and bool(request.user.pengelola)

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self._boleh(request)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self._boleh(request)

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self._boleh(request)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self._boleh(request)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class AdminBeraudit(HanyaPengelola, admin.ModelAdmin):
    """Every change through the admin leaves an entry with the fields that changed."""

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        assert request.user.is_authenticated  # noqa: S101 - has_*_permission has let only accounts pass
        catat(
            pelaku=request.user,
            aksi=f"{obj._meta.label_lower}.{'ubah' if change else 'buat'}",
            objek=obj,
            sebelum={nama: str(form.initial.get(nama)) for nama in form.changed_data} if change else None,
            sesudah={nama: str(form.cleaned_data.get(nama)) for nama in form.changed_data},
        )


def ada_jawaban(instrumen_id: int | None) -> bool:
    """Whether forms of this instrument version exist; then codes and values stand for stored answers."""
    return instrumen_id is not None and Respons.objects.filter(survei__instrumen=instrumen_id).exists()


class PilihanInline(HanyaPengelola, admin.TabularInline):
    model = Pilihan
    extra = 0

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        return ("nilai",) if obj and ada_jawaban(obj.instrumen_id) else ()

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_add_permission(request, obj) and not (obj and ada_jawaban(obj.instrumen_id))


@admin.register(Instrumen)
class InstrumenAdmin(AdminBeraudit):
    list_display = ("nama", "kode", "versi", "dasar_hukum", "terverifikasi")
    search_fields = ("nama", "kode")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        # A survey keeps the arithmetic with which it was opened; other bands are a new version.
        return ("kode", "versi", "pita", "minimal_terjawab") if obj and ada_jawaban(obj.pk) else ()


@admin.register(Pertanyaan)
class PertanyaanAdmin(AdminBeraudit):
    list_display = ("nomor", "unsur", "teks", "instrumen")
    list_filter = ("instrumen",)
    list_select_related = ("instrumen",)
    search_fields = ("unsur", "teks")
    inlines = (PilihanInline,)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        return ("instrumen", "kode_unsur", "nomor", "urutan") if obj and ada_jawaban(obj.instrumen_id) else ()


@admin.register(Survei)
class SurveiAdmin(AdminBeraudit):
    """The state is not a field here: opening, closing, locking and publishing are steps of the survey's own page."""

    list_display = ("judul", "kode", "unit", "mulai", "selesai", "status")
    list_filter = ("status",)
    list_select_related = ("unit",)
    search_fields = ("judul", "kode", "unit__nama")
    filter_horizontal = ("layanan",)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        if obj is None:
            return ("status",)
        if obj.hitungan_final:
            return ("kode", "unit", "instrumen", "layanan", "mulai", "selesai", "status", "populasi")
        if obj.respons.exists():
            return ("kode", "unit", "instrumen", "mulai", "status")
        return ("status",)
