"""Forms of recommendations."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms

from kinerja.enums.rekomendasi import LABEL_PERAN_PEMBERI
from kinerja.forms.dasar import WAJIB, tata


class MintaRekomendasiForm(forms.Form):
    """Whom to ask. ``calon``: (code, name with post) of the people found."""

    dari = forms.ChoiceField(
        label="Diminta dari",
        widget=forms.RadioSelect,
        error_messages={"required": "Pilih orangnya.", "invalid_choice": "Cari lagi, lalu pilih orangnya."},
    )
    peran = forms.ChoiceField(
        label="Sebagai",
        choices=[(satu.value, label) for satu, label in LABEL_PERAN_PEMBERI.items()],
        widget=forms.RadioSelect,
        error_messages=WAJIB,
    )
    tugas = forms.CharField(
        label="Tugas atau tim",
        max_length=300,
        help_text="Misalnya «Tim pendataan rumah, Juli sampai Agustus».",
        error_messages={"required": "Tulis tugas atau timnya."},
    )

    def __init__(self, *args: Any, calon: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        medan = self.fields["dari"]
        if isinstance(medan, forms.ChoiceField):
            medan.choices = list(calon)
        self.helper = tata("dari", "peran", "tugas")


class RekomendasiForm(forms.Form):
    isi = forms.CharField(
        label="Rekomendasi Anda",
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text="Apa yang dikerjakan, hasilnya, dan cara kerjanya. Rating diputuskan pejabat penilai.",
        error_messages={"required": "Tulis rekomendasi Anda."},
    )
