"""What staff decide about a survey."""

from __future__ import annotations

from django import forms


class YakinForm(forms.Form):
    """A step that cannot be taken back asks once more."""

    yakin = forms.BooleanField(error_messages={"required": "Centang «Saya yakin» sebelum melanjutkan."})


class EksporSaranForm(forms.Form):
    """Why the suggestions are taken out, and in which form."""

    tujuan = forms.CharField(
        max_length=300,
        label="Untuk apa saran ini diunduh?",
        error_messages={"required": "Tulis untuk apa saran diunduh."},
    )
    bentuk = forms.ChoiceField(choices=[("xlsx", "XLSX"), ("csv", "CSV")])


class BatalkanForm(forms.Form):
    """Voiding one form."""

    submission_id = forms.UUIDField()
    alasan = forms.CharField(max_length=300, error_messages={"required": "Tulis alasan pembatalan."})
