"""Admin of the dated tables, for the pengelola; hours, levels and plans have pages of their own."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from pelatihan.models import (
    AturanJP,
    AturanPendaftaran,
    AturanPraktik,
    AturanRencana,
    AturanSesudahPelatihan,
    BentukPengembangan,
    JamKerja,
    Kompetensi,
    Narasumber,
    PerjanjianKerja,
    Ruang,
    SkemaIPASN,
    StandarKompetensi,
    StandarUmum,
)
from rakumpit.organisasi.admin_dasar import AdminPengelola
from rakumpit.organisasi.models import Jabatan


@admin.register(BentukPengembangan)
class BentukPengembanganAdmin(AdminPengelola):
    """A conversion is used once it has been compared with the annex."""

    list_display = ("nama", "rumpun", "cara", "nasional", "internasional", "terverifikasi", "konversi_aktif")
    list_filter = ("rumpun", "konversi_aktif")
    search_fields = ("nama",)


@admin.register(AturanJP)
class AturanJPAdmin(AdminPengelola):
    """A rule that changes is a new row from its day on."""

    list_display = ("status_pegawai", "mulai", "minimum", "maksimum", "jendela", "terverifikasi")


@admin.register(AturanRencana)
class AturanRencanaAdmin(AdminPengelola):
    """Wishes keep the day that was computed when they were sent."""

    list_display = ("hari_atasan", "mulai", "terverifikasi")


@admin.register(AturanPendaftaran)
class AturanPendaftaranAdmin(AdminPengelola):
    """Offers that stand keep the moment that was computed when they were made."""

    list_display = ("hari_tawaran", "pengingat_menit", "mulai", "terverifikasi")


@admin.register(AturanPraktik)
class AturanPraktikAdmin(AdminPengelola):
    """Trials keep the day that was computed when they were written down."""

    list_display = ("hari_tanya", "menit_sunting", "mulai", "terverifikasi")


@admin.register(PerjanjianKerja)
class PerjanjianKerjaAdmin(AdminPengelola):
    """Contracts of PPPK."""

    list_display = ("pegawai", "nomor", "mulai", "selesai")
    list_select_related = ("pegawai",)
    search_fields = ("pegawai__nama_urut",)


@admin.register(Kompetensi)
class KompetensiAdmin(AdminPengelola):
    """What is no longer used is switched off, since people were assessed in it."""

    list_display = ("nama", "rumpun", "urutan", "aktif")
    list_filter = ("rumpun", "aktif")


@admin.register(StandarUmum)
class StandarUmumAdmin(AdminPengelola):
    """Level by kind of post."""

    list_display = ("jenis_jabatan", "level", "mulai", "terverifikasi")


@admin.register(StandarKompetensi)
class StandarKompetensiAdmin(AdminPengelola):
    """Level of one post, before the general one."""

    list_display = ("jabatan", "kompetensi", "level", "mulai")
    list_select_related = ("jabatan__unit", "kompetensi")
    list_filter = ("kompetensi",)

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Posts with their units, read together."""
        if db_field.name == "jabatan":
            kwargs["queryset"] = Jabatan.objects.select_related("unit")
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


@admin.register(SkemaIPASN)
class SkemaIPASNAdmin(AdminPengelola):
    """A scheme that was used stays; a new method is a new row."""

    list_display = ("kode", "nama", "tahun_mulai", "tahun_selesai", "status", "terverifikasi")


@admin.register(AturanSesudahPelatihan)
class AturanSesudahPelatihanAdmin(AdminPengelola):
    """Numbers of certificates and days of follow-up; what was issued keeps its own."""

    list_display = ("mulai", "pola_nomor", "hari_perilaku_mulai", "hari_perilaku_batas", "hari_hasil", "terverifikasi")


@admin.register(JamKerja)
class JamKerjaAdmin(AdminPengelola):
    """Hours by date; sessions outside them get a warning and are kept."""

    list_display = ("nama", "mulai", "selesai", "masuk", "pulang", "pulang_jumat", "terverifikasi")


@admin.register(Ruang)
class RuangAdmin(AdminPengelola):
    """A room that is no longer used is switched off."""

    list_display = ("nama", "unit", "kapasitas", "jeda_menit", "aktif")
    list_select_related = ("unit",)
    search_fields = ("nama",)


@admin.register(Narasumber)
class NarasumberAdmin(AdminPengelola):
    """Speakers from the office and from outside."""

    list_display = ("nama", "instansi", "keahlian", "jeda_menit", "aktif")
    search_fields = ("nama", "keahlian")
