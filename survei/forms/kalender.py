"""Forms of reporting to Bagian Organisasi."""

from __future__ import annotations

from typing import Any

from django import forms

from rakumpit.isian import TanggalField
from survei.models import Survei


class SuratLaporanForm(forms.Form):
    """Date and number of the letter."""

    tanggal = TanggalField(label="Tanggal surat")
    nomor_surat = forms.CharField(
        label="Nomor surat", max_length=100, error_messages={"required": "Isi nomor surat laporan."}
    )
    surat = forms.FileField(
        label="Pindaian surat",
        required=False,
        help_text="PDF, JPG, atau PNG, paling besar 10 MB.",
        widget=forms.FileInput(attrs={"accept": ".pdf,.jpg,.jpeg,.png"}),
        error_messages={"empty": "Berkas kosong. Pilih berkas yang berisi."},
    )


class LaporkanForm(SuratLaporanForm):
    """One letter for several surveys. ``calon``: those of the period that are locked and not reported."""

    survei = forms.ModelMultipleChoiceField(
        label="Survei yang dilaporkan",
        queryset=Survei.objects.none(),
        to_field_name="uuid",
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": "Pilih sekurangnya satu survei.",
            "invalid_choice": "Salah satu survei sudah dilaporkan atau bukan dari periode ini. Pilih lagi.",
        },
    )
    field_order = ("survei", "tanggal", "nomor_surat", "surat")

    def __init__(self, *args: Any, calon: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        medan = self.fields["survei"]
        if isinstance(medan, forms.ModelMultipleChoiceField):
            medan.queryset = calon
