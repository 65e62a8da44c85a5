"""Bases of every admin page: rights by predicate, an audit entry per save, no deletion, our own fields for dates."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.widgets import AdminSplitDateTime
from django.db import IntegrityError, models
from django.forms import BaseModelForm, BaseModelFormSet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from rakumpit.audit.models import catat
from rakumpit.isian import AngkaField, TanggalField
from rakumpit.organisasi.permissions import boleh_kelola_akun, boleh_kelola_organisasi

# Django's own widgets would write dates and numbers in forms that our fields do not read.
ISIAN: dict[type[models.Field], dict[str, Any]] = {
    models.DateField: {"form_class": TanggalField, "widget": forms.TextInput},
    models.DecimalField: {"form_class": AngkaField, "widget": forms.TextInput},
}


class _Hak:
    """The four rights from one predicate; nothing that counts is deleted."""

    def boleh(self, request: HttpRequest) -> bool:
        """Whether this person may see and change the page; the classes below say who."""
        raise NotImplementedError

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self.boleh(request)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.boleh(request)

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.boleh(request)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.boleh(request)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class HanyaBaca:
    """Mixin, left of the admin class: the page shows, nothing can be added, changed or deleted."""

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


def _nilai(nilai: Any) -> Any:
    """A value that the audit can store: rows by their name, files by their path."""
    if nilai is None or isinstance(nilai, (str, int, float, list, dict)):
        return nilai
    return str(nilai)


def _beda(form: BaseModelForm, medan: list[str]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Changed model fields of a form: values before and after."""
    milik = {f.name for f in form._meta.model._meta.get_fields()}
    nama = [n for n in medan if n in milik]
    return (
        {n: _nilai(form.initial.get(n)) for n in nama},
        {n: _nilai(form.cleaned_data.get(n)) for n in nama},
    )


class AdminBeraudit(_Hak, admin.ModelAdmin):
    """Base of ``AdminPengelola`` and ``AdminTeknis``."""

    formfield_overrides = ISIAN
    list_per_page = 50
    show_full_result_count = False

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Save and write the audit entry; Django runs both in one transaction."""
        super().save_model(request, obj, form, change)
        sebelum, sesudah = _beda(form, form.changed_data)
        self.catat(request, obj, "ubah" if change else "tambah", sebelum if change else {}, sesudah)

    def save_formset(self, request: HttpRequest, form: Any, formset: BaseModelFormSet, change: bool) -> None:
        """The same for the rows of an inline."""
        super().save_formset(request, form, formset, change)
        baru = {id(obj) for obj in formset.new_objects}
        for satu in formset.forms:
            if satu.has_changed() and satu.instance.pk is not None:
                sebelum, sesudah = _beda(satu, satu.changed_data)
                tambah = id(satu.instance) in baru
                aksi = "tambah" if tambah else "ubah"
                self.catat(request, satu.instance, aksi, {} if tambah else sebelum, sesudah)

    def catat(  # noqa: PLR0917 - an entry is an object, a verb and two states; calls read in that order
        self,
        request: HttpRequest,
        obj: Any,
        kata: str,
        sebelum: dict[str, Any],
        sesudah: dict[str, Any],
        alasan: str = "",
    ) -> None:
        if kata == "ubah" and not sesudah:
            return
        aksi = f"{obj._meta.app_label}.{obj._meta.model_name}.{kata}"
        catat(
            pelaku=request.user,  # type: ignore[arg-type]  # the predicates let only a Pengguna in
            aksi=aksi,
            objek=obj,
            sebelum=sebelum,
            sesudah=sesudah,
            keterangan=alasan or "halaman admin",
        )

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> forms.Field | None:
        """The two inputs of a date with time each have a name; Django writes it beside them, but not as a label."""
        field: forms.Field | None = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field is not None and isinstance(field.widget, AdminSplitDateTime):
            for input_, sebutan in zip(field.widget.widgets, ("tanggal", "jam"), strict=True):
                input_.attrs["aria-label"] = f"{str(field.label).capitalize()}: {sebutan}"
        return field

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Boxes to tick: Django's two lists with arrows need a script, a mouse and a wide screen."""
        return super().formfield_for_manytomany(db_field, request, widget=forms.CheckboxSelectMultiple(), **kwargs)

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """Labels without a colon, as on every other page."""
        baris = [satu for inline in context["inline_admin_formsets"] for satu in inline.formset.forms]
        for form in (context["adminform"].form, *baris):
            form.label_suffix = ""
        return super().render_change_form(request, context, *args, **kwargs)

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except IntegrityError:
            # Forms check the constraints first; this is the second of two people who saved at the same moment.
            self.message_user(
                request,
                "Tidak disimpan: orang lain baru saja menyimpan data yang bertentangan. Periksa lagi.",
                messages.ERROR,
            )
            return HttpResponseRedirect(request.get_full_path())


class AdminPengelola(AdminBeraudit):
    """Pages of the pengelola alone: people, assignments, evaluation."""

    def boleh(self, request: HttpRequest) -> bool:
        return boleh_kelola_organisasi(request.user)


class AdminTeknis(AdminBeraudit):
    """Pages of the technical admin and the pengelola: accounts, units, services, holidays."""

    def boleh(self, request: HttpRequest) -> bool:
        return boleh_kelola_akun(request.user)


class InlineBeraudit(_Hak, admin.StackedInline):
    """Rows inside another page, each field under its own label; the audit entry is written by the page.

    Django's rows in a table leave their fields without labels, and no phone is wide enough for them.
    """

    formfield_overrides = ISIAN
    extra = 0

    def boleh(self, request: HttpRequest) -> bool:
        return boleh_kelola_akun(request.user)
