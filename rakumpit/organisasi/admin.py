"""Django admin of the organisation."""

from __future__ import annotations

from typing import Any

from allauth.mfa.models import Authenticator
from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import ForeignKey, Q, QuerySet
from django.forms import ModelChoiceField
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from rakumpit.organisasi.admin_dasar import AdminPengelola, AdminTeknis, InlineBeraudit
from rakumpit.organisasi.models import (
    HariLibur,
    Jabatan,
    Layanan,
    Pegawai,
    PejabatLuar,
    Pengguna,
    Penugasan,
    PetugasLayanan,
    ProgramPelayanan,
    UnitKerja,
)
from rakumpit.organisasi.nip import NIPTidakSah, baca_nip
from rakumpit.organisasi.permissions import (
    boleh_kelola_organisasi,
    boleh_reset_faktor,
    boleh_ubah_akun,
    boleh_ubah_jalan_masuk,
    boleh_ubah_peran,
)
from rakumpit.organisasi.proses.akun import aktifkan, ganti_nip, nonaktifkan, reset_faktor_kedua
from rakumpit.organisasi.proses.impor import isi_status_menurut_nip
from rakumpit.organisasi.proses.kode import buat_kode_cetak
from rakumpit.organisasi.proses.libur import libur_berubah

PERAN = ("admin_teknis", "pengelola", "pemeriksa")


class UnitKerjaForm(forms.ModelForm):
    class Meta:
        model = UnitKerja
        fields = ("kode", "nama", "jenis", "induk", "aktif")

    def clean_induk(self) -> UnitKerja | None:
        """The database refuses a circle too; here the sentence stands beside the field."""
        induk: UnitKerja | None = self.cleaned_data["induk"]
        if induk is not None and self.instance.pk and induk.pk in UnitKerja.objects.turunan_id([self.instance.pk]):
            raise ValidationError("Unit ini berada di atas unit yang dipilih. Pilih induk lain.")
        return induk


@admin.register(UnitKerja)
class UnitKerjaAdmin(AdminTeknis):
    form = UnitKerjaForm
    list_display = ("nama", "jenis", "induk", "kode", "aktif")
    list_filter = ("jenis", "aktif")
    list_select_related = ("induk",)
    search_fields = ("nama", "kode")


@admin.register(Jabatan)
class JabatanAdmin(AdminTeknis):
    list_display = ("nama", "urut", "unit", "jenis", "eselon", "memimpin", "pimpinan_mandiri")
    list_filter = ("jenis", "memimpin", "unit")
    list_select_related = ("unit",)
    search_fields = ("nama", "unit__nama")


class _PilihanRingkas:
    """Choices whose texts need another table are fetched with it, so that a select costs one query."""

    def formfield_for_foreignkey(
        self, db_field: ForeignKey, request: HttpRequest, **kwargs: Any
    ) -> ModelChoiceField | None:
        if db_field.name == "jabatan":
            kwargs["queryset"] = Jabatan.objects.select_related("unit").order_by("unit__nama", "nama", "urut")
        # A mixin: the next class in line is ModelAdmin.
        return super().formfield_for_foreignkey(db_field, request, **kwargs)  # type: ignore[misc, no-any-return]


@admin.register(Penugasan)
class PenugasanAdmin(_PilihanRingkas, AdminPengelola):
    fields = ("pegawai", "pejabat_luar", "jabatan", "sifat", "mulai", "selesai", "dasar")
    list_display = ("pemegang", "jabatan", "sifat", "mulai", "selesai", "dasar")
    list_filter = ("sifat", "jabatan__unit")
    list_select_related = ("pegawai", "pejabat_luar", "jabatan__unit")
    search_fields = ("pegawai__nama", "pegawai__nama_urut", "pejabat_luar__nama", "jabatan__nama")

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """The own assignment is only shown: its holder may rate others (see ``boleh_menugaskan``)."""
        sendiri = obj is not None and obj.pegawai is not None and obj.pegawai.pengguna_id == request.user.pk
        return super().has_change_permission(request, obj) and not sendiri

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        form = super().get_form(request, obj, change=change, **kwargs)
        kolom = form.base_fields.get("pegawai")
        if isinstance(kolom, ModelChoiceField):
            kolom.queryset = Pegawai.objects.exclude(pengguna_id=request.user.pk or 0)
        return form

    @admin.display(description="pemegang", ordering="pegawai__nama_urut")
    def pemegang(self, obj: Penugasan) -> str:
        return str(obj.pegawai or obj.pejabat_luar)


class _BerakunAdmin(AdminPengelola):
    """People with at most one account: only free accounts can be chosen, and the link then stays.

    Whoever could hang another account on an official would rate in his name without his second factor; for the same
    reason nobody links the own account, and the pengelola none of an admin or pengelola.
    """

    list_select_related = ("pengguna",)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        return ("pengguna",) if obj is not None and obj.pengguna_id is not None else ()

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        form = super().get_form(request, obj, change=change, **kwargs)
        kolom = form.base_fields.get("pengguna")
        if isinstance(kolom, ModelChoiceField):
            bebas = Q(pegawai__isnull=True, pejabat_luar__isnull=True, admin_teknis=False, pengelola=False)
            kolom.queryset = Pengguna.objects.filter(bebas)
        return form


@admin.register(Pegawai)
class PegawaiAdmin(_BerakunAdmin):
    fields = (
        "nama", "status", "golongan", "tanggal_lahir", "pengguna", "siasn_id", "mulai", "selesai",
        "alasan_selesai", "catatan",
    )  # fmt: skip
    list_display = ("nama", "status", "golongan", "berakun", "mulai", "selesai")
    list_filter = ("status",)
    search_fields = ("nama", "nama_urut")
    actions = ("isi_status",)

    @admin.display(description="punya akun", boolean=True)
    def berakun(self, obj: Pegawai) -> bool:
        return obj.pengguna_id is not None

    @admin.action(description="Isi status kosong menurut NIP (PNS atau PPPK)")
    def isi_status(self, request: HttpRequest, queryset: QuerySet[Pegawai]) -> None:
        assert isinstance(request.user, Pengguna)  # noqa: S101 - the predicate of the page let only a Pengguna in
        jumlah = isi_status_menurut_nip(pegawai_pk=list(queryset.values_list("pk", flat=True)), oleh=request.user)
        self.message_user(
            request,
            f"Status {jumlah} pegawai diisi. CPNS dan PPPK paruh waktu tidak terbaca dari NIP; ubah satu per satu.",
        )


@admin.register(PejabatLuar)
class PejabatLuarAdmin(_BerakunAdmin):
    fields = ("nama", "pengguna")
    list_display = ("nama", "pengguna")
    search_fields = ("nama",)


class PetugasLayananInline(InlineBeraudit):
    model = PetugasLayanan


@admin.register(Layanan)
class LayananAdmin(AdminTeknis):
    list_display = ("nama", "kode", "unit", "gratis", "aktif")
    list_filter = ("aktif", "unit")
    list_select_related = ("unit",)
    search_fields = ("nama", "kode")
    inlines = (PetugasLayananInline,)


@admin.register(ProgramPelayanan)
class ProgramPelayananAdmin(AdminTeknis):
    list_display = ("nama", "unit", "pemilik", "mulai", "selesai")
    list_filter = ("unit",)
    list_select_related = ("unit", "pemilik")
    search_fields = ("nama",)


@admin.register(HariLibur)
class HariLiburAdmin(AdminTeknis):
    list_display = ("tanggal", "nama", "jenis", "status", "dasar_hukum")
    list_filter = ("jenis", "status")
    search_fields = ("nama",)
    actions = ("jadikan_resmi",)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """A day entered by mistake can go: deadlines are derived from the table, nothing refers to the row."""
        return self.boleh(request)

    def save_model(self, request: HttpRequest, obj: HariLibur, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        libur_berubah()

    def delete_model(self, request: HttpRequest, obj: HariLibur) -> None:
        self.catat(request, obj, "hapus", {"tanggal": str(obj.tanggal), "nama": obj.nama}, {})
        super().delete_model(request, obj)
        libur_berubah()

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[HariLibur]) -> None:
        for obj in queryset:
            self.delete_model(request, obj)

    @admin.action(description="Jadikan resmi (sudah dicocokkan dengan SKB)")
    def jadikan_resmi(self, request: HttpRequest, queryset: QuerySet[HariLibur]) -> None:
        jumlah = 0
        for obj in queryset.exclude(status="resmi"):
            obj.status = "resmi"
            obj.save(update_fields=["status"])
            self.catat(request, obj, "ubah", {"status": "sementara"}, {"status": "resmi"})
            jumlah += 1
        libur_berubah()
        self.message_user(request, f"{jumlah} hari libur dijadikan resmi.")


class PenggunaForm(forms.ModelForm):
    """Account without its password: a person sets it with a code or a mailed link, nobody else ever sees one."""

    alasan = forms.CharField(
        label="Alasan perubahan",
        required=False,
        max_length=200,
        help_text="Wajib diisi bila peran, keadaan akun, atau faktor kedua berubah. Tercatat di audit.",
    )
    atur_ulang_faktor = forms.BooleanField(
        label="Hapus faktor kedua",
        required=False,
        help_text="Bila telepon dan kode pemulihan hilang. Pemiliknya memasang yang baru saat masuk berikutnya.",
    )

    def clean_nip(self) -> str | None:
        teks = self.cleaned_data["nip"] or ""
        if not teks.strip():
            if self.instance.pk and self.instance.nip:
                raise ValidationError("NIP tidak dapat dikosongkan; hanya dapat diperbaiki.")
            return None
        try:
            return baca_nip(teks).nip
        except NIPTidakSah as galat:
            raise ValidationError(str(galat)) from galat

    def clean(self) -> dict[str, Any]:
        isi = super().clean() or {}
        penting = [n for n in self.changed_data if n in {*PERAN, "is_active", "atur_ulang_faktor"}]
        if self.instance.pk and penting and not isi.get("alasan", "").strip():
            self.add_error("alasan", "Tulis alasan perubahan peran, keadaan akun, atau faktor kedua ini.")
        if isi.get("atur_ulang_faktor") and not Authenticator.objects.filter(user=self.instance).exists():
            self.add_error("atur_ulang_faktor", "Akun ini belum mempunyai faktor kedua.")
        return isi


@admin.register(Pengguna)
class PenggunaAdmin(AdminTeknis):
    form = PenggunaForm
    fields = ("nama", "nip", "email", "is_active", *PERAN, "alasan", "wajib_ganti_sandi", "last_login", "dibuat")
    list_display = ("nama", "email", "is_active", *PERAN, "last_login")
    list_filter = ("is_active", *PERAN)
    # By name only: a search stands in the address, where no NIP may stand.
    search_fields = ("nama",)
    search_help_text = "Cari dengan nama. Mencari dengan NIP ada di Meja pengelola."
    actions = ("cetak_kode",)

    def get_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """A new account has no history yet, and nothing to reset."""
        if obj is None:
            return ("nama", "nip", "email", *PERAN)
        if boleh_reset_faktor(request.user, obj):
            return ("nama", "nip", "email", "is_active", *PERAN, "atur_ulang_faktor", *self.fields[-4:])
        return self.fields

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        if obj is None or obj.pk == request.user.pk:
            return self.boleh(request)
        return boleh_ubah_akun(request.user, obj)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        tetap = ["wajib_ganti_sandi", "last_login", "dibuat"]
        if not boleh_ubah_peran(request.user, obj):
            tetap.extend(PERAN)
        if obj is None:
            return tetap
        if obj.pk == request.user.pk:
            tetap.append("is_active")
        if not boleh_ubah_jalan_masuk(request.user, obj):
            tetap.extend(["nip", "email"])
        return tetap

    @admin.action(description="Buat kode masuk untuk dicetak")
    def cetak_kode(self, request: HttpRequest, queryset: QuerySet[Pengguna]) -> HttpResponse:
        """For accounts that the desk of the pengelola does not list: its own, and people outside the office."""
        assert isinstance(request.user, Pengguna)  # noqa: S101 - the predicate of the page let only a Pengguna in
        hasil = buat_kode_cetak(untuk=queryset, oleh=request.user)
        alamat = request.build_absolute_uri(reverse("masuk_kode"))
        return render(
            request,
            "organisasi/kode_cetak.html",
            {"kode": [s for s in hasil if s.kode], "gagal": [s for s in hasil if not s.kode], "alamat": alamat},
        )

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> forms.Field | None:
        if db_field.name == "nip":
            # Longer than 18, because people type it in groups.
            return forms.CharField(label="NIP", required=False, max_length=40, help_text="Boleh dengan spasi.")
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def save_model(self, request: HttpRequest, obj: Pengguna, form: Any, change: bool) -> None:
        """NIP and state of the account have their own processes with their own audit entries."""
        oleh = request.user
        assert isinstance(oleh, Pengguna)  # noqa: S101 - the predicate of the page let only a Pengguna in
        if not change:
            obj.set_unusable_password()
            obj.wajib_ganti_sandi = True
            super().save_model(request, obj, form, change)
            return
        nip, aktif, alasan = obj.nip, obj.is_active, form.cleaned_data.get("alasan", "")
        khusus = {"nip", "is_active", "alasan", "atur_ulang_faktor"}
        lama = Pengguna.objects.select_for_update().get(pk=obj.pk)
        obj.nip, obj.is_active = lama.nip, lama.is_active
        if lain := [n for n in form.changed_data if n not in khusus]:
            obj.save(update_fields=lain)
            sebelum = {n: getattr(lama, n) for n in lain}
            sesudah = {n: getattr(obj, n) for n in lain}
            kata = "ubah_peran" if set(lain) & set(PERAN) else "ubah"
            self.catat(request, obj, kata, sebelum, sesudah, alasan)
        if nip is not None and nip != lama.nip:
            ganti_nip(pengguna=obj, nip_baru=nip, oleh=oleh)
        if aktif != lama.is_active:
            (aktifkan if aktif else nonaktifkan)(untuk=obj, oleh=oleh, alasan=alasan)
        if form.cleaned_data.get("atur_ulang_faktor"):
            reset_faktor_kedua(untuk=obj, oleh=oleh, alasan=alasan)

    def get_list_display(self, request: HttpRequest) -> tuple[str, ...]:
        # The technical admin needs no dates of sign-in; the pengelola looks for accounts that were never used.
        return self.list_display if boleh_kelola_organisasi(request.user) else self.list_display[:-1]
