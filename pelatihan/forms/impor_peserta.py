"""Upload of a sheet with participants, and what is written when it is stored."""

from __future__ import annotations

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

_UKURAN_MAKS = 2 * 1024 * 1024


class ImporPesertaForm(forms.Form):
    """One sheet, XLSX or CSV."""

    berkas = forms.FileField(
        label="Berkas XLSX atau CSV",
        help_text="Paling besar 2 MB. Satu baris tiap peserta, dengan judul kolom seperti pada templat.",
        error_messages={"required": "Pilih berkas dulu.", "empty": "Berkas itu kosong."},
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv"}),
    )

    def clean_berkas(self) -> UploadedFile:
        berkas: UploadedFile = self.cleaned_data["berkas"]
        if (berkas.size or 0) > _UKURAN_MAKS:
            raise ValidationError("Berkas lebih besar dari 2 MB. Hapus gambar atau lembar lain di dalamnya.")
        return berkas


class SimpanImporForm(forms.Form):
    """Why the yearly limit of a PPPK is passed; only asked where it is."""

    alasan_melampaui = forms.CharField(label="Alasan melampaui batas JP PPPK", max_length=300, required=False)
