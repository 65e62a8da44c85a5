"""Admin of instruments and surveys for the pengelola. Answers, counters and results have no admin at all."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from rakumpit.organisasi.admin_dasar import AdminPengelola, InlineBeraudit
from rakumpit.organisasi.permissions import boleh_kelola_organisasi
from survei.models import (
    AmbangPersepsi,
    Instrumen,
    MasaSimpan,
    PeriodeSurvei,
    Pertanyaan,
    Pilihan,
    Respons,
    Survei,
    TemaSaran,
)


def ada_jawaban(instrumen_id: int | None) -> bool:
    """Whether forms of this instrument version exist; then codes and values stand for stored answers."""
    return instrumen_id is not None and Respons.objects.filter(survei__instrumen=instrumen_id).exists()


class PilihanInline(InlineBeraudit):
    """Wording may always change; once answers exist, no value changes and none is added."""

    model = Pilihan
    predikat = staticmethod(boleh_kelola_organisasi)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        return ("nilai",) if obj and ada_jawaban(obj.instrumen_id) else ()

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_add_permission(request, obj) and not (obj and ada_jawaban(obj.instrumen_id))


@admin.register(Instrumen)
class InstrumenAdmin(AdminPengelola):
    list_display = ("nama", "kode", "versi", "dasar_hukum", "terverifikasi")
    search_fields = ("nama", "kode")
    # A draft is published in the builder alone.
    exclude = ("status",)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        # A survey keeps the arithmetic with which it was opened; other bands are a new version.
        return ("kode", "versi", "jenis", "pita", "minimal_terjawab") if obj and ada_jawaban(obj.pk) else ()


@admin.register(Pertanyaan)
class PertanyaanAdmin(AdminPengelola):
    list_display = ("nomor", "unsur", "teks", "instrumen")
    list_filter = ("instrumen",)
    list_select_related = ("instrumen",)
    search_fields = ("unsur", "teks")
    # Other types of questions, conditions and bounds are put together in the builder, which checks them as a whole.
    fields = ("instrumen", "kode_unsur", "nomor", "urutan", "unsur", "teks", "arah", "bantuan")
    inlines = (PilihanInline,)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        return ("instrumen", "kode_unsur", "nomor", "urutan", "arah") if obj and ada_jawaban(obj.instrumen_id) else ()


@admin.register(AmbangPersepsi)
class AmbangPersepsiAdmin(AdminPengelola):
    list_display = ("jenis", "predikat", "nilai", "mulai", "terverifikasi")
    search_fields = ("predikat", "dasar_hukum")


@admin.register(PeriodeSurvei)
class PeriodeSurveiAdmin(AdminPengelola):
    list_display = ("nama", "mulai", "selesai", "batas_lapor")
    search_fields = ("nama",)


@admin.register(MasaSimpan)
class MasaSimpanAdmin(AdminPengelola):
    list_display = (
        "mulai",
        "hari_hapus_sendiri",
        "hari_saran_asli",
        "tahun_saran",
        "tahun_jawaban",
        "hari_kertas",
        "terverifikasi",
    )


@admin.register(TemaSaran)
class TemaSaranAdmin(AdminPengelola):
    list_display = ("nama", "kode_unsur", "urutan", "aktif")
    search_fields = ("nama",)


@admin.register(Survei)
class SurveiAdmin(AdminPengelola):
    """The state is not a field here: opening, closing, locking and publishing are steps of the survey's own page."""

    list_display = ("judul", "kode", "unit", "mulai", "selesai", "status")
    list_filter = ("status",)
    list_select_related = ("unit",)
    search_fields = ("judul", "kode", "unit__nama")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        if obj is None:
            return ("status",)
        if obj.hitungan_final:
            return ("kode", "unit", "instrumen", "layanan", "mulai", "selesai", "status", "populasi")
        if obj.respons.exists():
            return ("kode", "unit", "instrumen", "mulai", "status")
        return ("status",)
