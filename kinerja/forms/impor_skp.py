"""Upload of a sheet with the rows of a plan."""

from __future__ import annotations

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

_UKURAN_MAKS = 2 * 1024 * 1024


class ImporSKPForm(forms.Form):
    berkas = forms.FileField(
        label="Berkas XLSX atau CSV",
        help_text="Paling besar 2 MB. Satu baris tiap indikator, dengan judul kolom seperti pada templat.",
        error_messages={"required": "Pilih berkas dulu.", "empty": "Berkas itu kosong."},
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv"}),
    )

    def clean_berkas(self) -> UploadedFile:
        berkas: UploadedFile = self.cleaned_data["berkas"]
        if (berkas.size or 0) > _UKURAN_MAKS:
            raise ValidationError("Berkas lebih besar dari 2 MB. Hapus gambar atau lembar lain di dalamnya.")
        return berkas
