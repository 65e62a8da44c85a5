"""Admin of periods and rules for the pengelola, and of runs as bare facts.

Plans, results, behaviour ratings and evaluations have no admin at all: whoever keeps accounts sees no scores.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

from django import forms
from django.contrib import admin, messages
from django.db import models, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from kinerja.enums import LABEL_JENIS_PERIODE, JenisPeriode
from kinerja.models import (
    AturanAngkaKredit,
    AturanPenilaian,
    AturanTindakLanjut,
    ContohHasilKerja,
    KoefisienJenjang,
    MasaKhusus,
    PenetapanAngkaKredit,
    Periode,
    PilihanKantor,
    RunEvaluasi,
)
from kinerja.perhitungan import LABEL_JENJANG_FUNGSIONAL
from rakumpit.organisasi.admin_dasar import AdminPengelola, AdminTeknis, HanyaBaca, InlineBeraudit
from rakumpit.organisasi.enums import LABEL_STATUS_PEGAWAI
from rakumpit.organisasi.models import Pegawai
from rakumpit.organisasi.permissions import boleh_kelola_organisasi
from rakumpit.waktu import hari_ini

# What may change after a run has used the rule (trigger of migration 0004 refuses the rest).
_TETAP_BOLEH = {"selesai", "terverifikasi", "tampilkan_angka_bantu"}


_MASA = ("mulai", "selesai", "berlaku_untuk")


def _periode_bersamaan(kunci: int | None, isi: Mapping[str, Any]) -> models.QuerySet[Periode]:
    """Other periods that share a day and a kind of employment."""
    return Periode.objects.filter(
        ~models.Q(pk=kunci),
        mulai__lte=isi["selesai"],
        selesai__gte=isi["mulai"],
        berlaku_untuk__overlap=isi["berlaku_untuk"],
    )


@admin.register(Periode)
class PeriodeAdmin(AdminPengelola):
    """``jalan_pada`` is when Celery computes the period. Reopening needs a reason and has its own page."""

    list_display = ("nama", "kode", "jenis", "mulai", "selesai", "batas_isi", "jalan_pada")
    list_filter = ("jenis",)
    search_fields = ("nama", "kode")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        tetap: tuple[str, ...] = ("dibuka_kembali_sampai", "alasan_dibuka_kembali")
        if obj and obj.run.exists():
            # Evaluations stand on these days and these people.
            tetap += ("kode", "jenis", "berlaku_untuk", "mulai", "selesai")
        if obj and obj.batas_isi < hari_ini():
            tetap += ("batas_isi",)
        return tetap

    def get_prepopulated_fields(self, request: HttpRequest, obj: Any = None) -> dict[str, Any]:
        return {} if obj else {"kode": ("nama",)}

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Monthly and quarterly side by side are said, not refused: an office may be changing over.

        One kind for each instansi, kept consistent (a ministry's help centre on e-Kinerja, one source).
        """
        super().save_model(request, obj, form, change)
        lain = {JenisPeriode.BULANAN: JenisPeriode.TRIWULAN, JenisPeriode.TRIWULAN: JenisPeriode.BULANAN}.get(obj.jenis)
        isi = {nama: getattr(obj, nama) for nama in _MASA}
        if lain is not None and _periode_bersamaan(obj.pk, isi).filter(jenis=lain.value).exists():
            self.message_user(
                request,
                f"Untuk masa ini sudah ada periode {LABEL_JENIS_PERIODE[lain].lower()}. Satu instansi memakai satu "
                "jenis saja, bulanan atau triwulan.",
                messages.WARNING,
            )

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name == "berlaku_untuk":
            pilihan = [(s.value, label) for s, label in LABEL_STATUS_PEGAWAI.items() if s.value != "non_asn"]
            return forms.MultipleChoiceField(
                label="Berlaku untuk status pegawai", choices=pilihan, widget=forms.CheckboxSelectMultiple
            )
        return super().formfield_for_dbfield(db_field, request, **kwargs)


@admin.register(AturanPenilaian)
class AturanPenilaianAdmin(AdminPengelola):
    """A rule that a run has used keeps its values; another rule is a copy with its own first day."""

    list_display = ("nama", "mulai", "selesai", "terverifikasi", "tampilkan_angka_bantu")
    search_fields = ("nama", "dasar_hukum")
    actions = ("salin",)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        if obj is None or not obj.run.exists():
            return ()
        return tuple(f.name for f in _medan_aturan() if f.name not in _TETAP_BOLEH)

    @admin.action(description="Salin sebagai aturan baru")
    def salin(self, request: HttpRequest, queryset: models.QuerySet[AturanPenilaian]) -> HttpResponse | None:
        """One selected rule as a new row that begins tomorrow and can be edited."""
        asal = queryset.first()
        if asal is None or queryset.count() != 1:
            self.message_user(request, "Pilih tepat satu aturan untuk disalin.", messages.ERROR)
            return None
        isi = {f.name: getattr(asal, f.name) for f in _medan_aturan()}
        isi |= {"nama": f"Salinan {asal.nama}"[:100], "mulai": hari_ini() + timedelta(days=1), "selesai": None}
        with transaction.atomic():
            baru = AturanPenilaian.objects.create(**(isi | {"uuid": uuid4(), "terverifikasi": False}))
            self.catat(request, baru, "tambah", {}, {"nama": baru.nama}, alasan=f"disalin dari {asal.nama}")
        self.message_user(request, "Salinan dibuat. Ubah nilainya dan tanggal mulainya, lalu simpan.", messages.SUCCESS)
        return redirect("admin:kinerja_aturanpenilaian_change", baru.pk)


def _medan_aturan() -> list[models.Field[Any, Any]]:
    return [f for f in AturanPenilaian._meta.concrete_fields if f.editable and not f.primary_key]


@admin.register(MasaKhusus)
class MasaKhususAdmin(AdminPengelola):
    """Long leave and studies, each with its letter. Evaluations follow with the next computation."""

    list_display = ("pegawai", "jenis", "mulai", "selesai", "dinilai")
    list_filter = ("jenis", "dinilai")
    list_select_related = ("pegawai",)
    search_fields = ("pegawai__nama", "pegawai__nama_urut", "dasar")

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Nobody says of themselves that their days are not rated."""
        if db_field.name == "pegawai":
            kwargs["queryset"] = Pegawai.objects.ber_skp().exclude(pengguna_id=request.user.pk)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


@admin.register(AturanTindakLanjut)
class AturanTindakLanjutAdmin(AdminPengelola):
    """Days of objection and improvement. The last day of a delivered result was kept then and does not move."""

    list_display = ("nama", "mulai", "selesai", "hari_keberatan", "hari_kerja", "terverifikasi")
    search_fields = ("nama", "dasar_hukum")


class PilihanKantorForm(forms.ModelForm):
    def clean_mulai(self) -> date:
        """What already held is not written anew: tomorrow at the earliest."""
        mulai: date = self.cleaned_data["mulai"]
        if mulai <= hari_ini():
            raise forms.ValidationError("Pilih besok atau sesudahnya. Pilihan yang sudah berlaku tidak diubah.")
        return mulai


@admin.register(PilihanKantor)
class PilihanKantorAdmin(AdminPengelola):
    """Numbers that no regulation gives. A row that has begun stays; another choice is a row with its own first day."""

    form = PilihanKantorForm
    list_display = ("nama", "mulai", "minimal_tanpa_nama", "hari_isian_atas_nama", "hari_jawab_dukungan")
    search_fields = ("nama", "dasar")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        if obj is None or obj.mulai > hari_ini():
            return ()
        return tuple(f.name for f in PilihanKantor._meta.concrete_fields if f.editable and not f.primary_key)


class KoefisienInline(InlineBeraudit):
    """The eight levels of a table; fixed once something was set by it."""

    model = KoefisienJenjang

    def boleh(self, request: HttpRequest) -> bool:
        return boleh_kelola_organisasi(request.user)

    def get_extra(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> int:
        return 0 if obj else len(LABEL_JENJANG_FUNGSIONAL)

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_add_permission(request, obj) and not _aturan_ak_terpakai(obj)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_change_permission(request, obj) and not _aturan_ak_terpakai(obj)


def _aturan_ak_terpakai(aturan: AturanAngkaKredit | None) -> bool:
    return aturan is not None and PenetapanAngkaKredit.objects.filter(aturan=aturan).exists()


@admin.register(AturanAngkaKredit)
class AturanAngkaKreditAdmin(AdminPengelola):
    """Percents, coefficients and needs. A used table keeps them; the next one begins after its last day."""

    list_display = ("nama", "mulai", "selesai", "terverifikasi")
    search_fields = ("nama", "dasar_hukum")
    inlines = (KoefisienInline,)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        if not _aturan_ak_terpakai(obj):
            return ()
        medan = [f.name for f in AturanAngkaKredit._meta.concrete_fields if f.editable and not f.primary_key]
        return tuple(nama for nama in medan if nama not in _TETAP_BOLEH)


@admin.register(ContohHasilKerja)
class ContohHasilKerjaAdmin(AdminPengelola):
    """Examples that staff take into their draft; what was taken is a copy."""

    list_display = ("uraian", "jabatan", "jenis_jabatan", "jenis", "indikator", "aktif")
    list_filter = ("jenis_jabatan", "jenis", "aktif")
    search_fields = ("jabatan", "uraian", "indikator")


@admin.register(RunEvaluasi)
class RunEvaluasiAdmin(HanyaBaca, AdminTeknis):
    """When which run started and how it ended; no figures, no names of people computed."""

    list_display = ("__str__", "unit", "status", "mulai", "selesai", "oleh")
    list_filter = ("status", "periode")
    list_select_related = ("periode", "unit", "oleh")
    fields = ("periode", "unit", "nomor", "status", "aturan", "mulai", "selesai", "oleh")
    readonly_fields = fields
