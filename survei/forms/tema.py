"""Themes of suggestions and edited quotes."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet

from survei.models import TemaSaran


class TandaiForm(forms.Form):
    """What one suggestion is about. ``pilihan``: themes in use, and those that it already has."""

    submission_id = forms.UUIDField(widget=forms.HiddenInput)
    versi = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    tema = forms.ModelMultipleChoiceField(
        label="Tema",
        queryset=TemaSaran.objects.none(),
        to_field_name="uuid",
        required=False,
        error_messages={"invalid_choice": "Salah satu tema sudah tidak ada. Muat ulang halaman, lalu pilih lagi."},
    )

    def __init__(self, *args: Any, pilihan: QuerySet[TemaSaran], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        medan = self.fields["tema"]
        if isinstance(medan, forms.ModelMultipleChoiceField):
            medan.queryset = pilihan


class KutipanForm(forms.Form):
    """A rewritten sentence for the public. ``pilihan``: themes that have enough suggestions."""

    kode = forms.UUIDField(widget=forms.HiddenInput)
    tema = forms.ModelChoiceField(
        label="Tema",
        queryset=TemaSaran.objects.none(),
        to_field_name="uuid",
        empty_label=None,
        error_messages={"required": "Pilih temanya.", "invalid_choice": "Pilih tema yang ada dalam daftar."},
    )
    teks = forms.CharField(
        label="Kutipan",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Tulis ulang dengan kata Anda sendiri, tanpa nama dan tanpa hal yang menunjuk satu orang.",
        error_messages={"required": "Tulis kutipannya.", "max_length": "Kutipan paling panjang 300 huruf."},
    )

    def __init__(self, *args: Any, pilihan: QuerySet[TemaSaran], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        medan = self.fields["tema"]
        if isinstance(medan, forms.ModelChoiceField):
            medan.queryset = pilihan


class TarikForm(forms.Form):
    """Why a quote is taken off the public page."""

    alasan = forms.CharField(max_length=300, error_messages={"required": "Tulis alasan menarik kutipan."})
