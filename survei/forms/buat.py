"""A new survey of one unit."""

from __future__ import annotations

from typing import Any

from django import forms

from rakumpit.isian import TanggalField
from rakumpit.organisasi.models import Layanan, UnitKerja
from survei.enums.instrumen import JenisInstrumen, StatusInstrumen
from survei.models import Instrumen, PeriodeSurvei

_PILIH = {"required": "Pilih dari daftar.", "invalid_choice": "Pilih dari daftar."}


class _PilihanInstrumen(forms.ModelChoiceField):
    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.nama}, versi {obj.versi}"


class _PilihanLayanan(forms.ModelMultipleChoiceField):
    """Kelurahan give the same services under the same names, so those of another unit say whose they are."""

    unit_id: int | None = None

    def label_from_instance(self, obj: Any) -> str:
        return str(obj.nama) if obj.unit_id == self.unit_id else f"{obj.nama} ({obj.unit.nama})"


class SurveiForm(forms.Form):
    """Questions, days and services; ``layanan`` are the services that a survey of the unit may be about."""

    kiriman = forms.UUIDField(widget=forms.HiddenInput)
    unit = forms.UUIDField(widget=forms.HiddenInput)
    judul = forms.CharField(
        label="Judul",
        max_length=200,
        help_text="Dibaca warga. Sebut masanya, misalnya: Survei kepuasan Kelurahan Pager, triwulan I 2027.",
        error_messages={"required": "Tulis judul survei."},
    )
    instrumen = _PilihanInstrumen(
        label="Pertanyaan",
        queryset=Instrumen.objects.none(),
        to_field_name="uuid",
        empty_label=None,
        error_messages=_PILIH,
    )
    mulai = TanggalField(label="Dibuka")
    selesai = TanggalField(label="Hari terakhir", help_text="Terbuka sampai pukul 23.59 WIB hari itu.")
    periode = forms.ModelChoiceField(
        label="Periode kota",
        queryset=PeriodeSurvei.objects.order_by("-mulai", "pk"),
        to_field_name="uuid",
        empty_label="Tanpa periode",
        required=False,
        help_text="Menentukan batas lapor ke Bagian Organisasi.",
        error_messages=_PILIH,
    )
    layanan = _PilihanLayanan(
        label="Layanan yang ditanyakan",
        queryset=Layanan.objects.none(),
        to_field_name="uuid",
        widget=forms.CheckboxSelectMultiple,
        error_messages=_PILIH | {"required": "Pilih sekurangnya satu layanan."},
    )

    def __init__(self, *args: Any, unit: UnitKerja, layanan: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        terbit = Instrumen.objects.filter(status=StatusInstrumen.TERBIT.value)
        self.fields["instrumen"].queryset = terbit.exclude(jenis=JenisInstrumen.PROGRAM.value).order_by(  # type: ignore[attr-defined]  # a model choice field
            "nama", "-versi"
        )
        self.fields["layanan"].unit_id = unit.pk  # type: ignore[attr-defined]  # the same
        self.fields["layanan"].queryset = layanan  # type: ignore[attr-defined]  # the same
