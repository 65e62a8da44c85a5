"""Taking the own answer back."""

from __future__ import annotations

import re

from django import forms

_KODE = re.compile(r"[A-Z2-9]{8}", re.ASCII)


class HapusSendiriForm(forms.Form):
    """The receipt code, and that it is meant."""

    kode = forms.CharField(max_length=20, error_messages={"required": "Isi kode tanda terima."})
    yakin = forms.BooleanField(error_messages={"required": "Centang «Saya yakin» sebelum menghapus."})

    def clean_kode(self) -> str:
        """The eight characters, however they were typed."""
        kode = "".join(satu for satu in self.cleaned_data["kode"].upper() if satu.isalnum())
        if not _KODE.fullmatch(kode):
            raise forms.ValidationError("Kode berisi 8 huruf dan angka, misalnya K7QH-2MNR. Periksa lagi tulisannya.")
        return kode
