"""What staff decide about a survey."""

from __future__ import annotations

from django import forms


class YakinForm(forms.Form):
    """A step that cannot be taken back asks once more."""

    yakin = forms.BooleanField(error_messages={"required": "Centang «Saya yakin» sebelum melanjutkan."})


class EksporTulisanForm(forms.Form):
    """Why what citizens wrote is taken out, and in which form."""

    tujuan = forms.CharField(
        max_length=300,
        label="Untuk apa tulisan warga ini diunduh?",
        error_messages={"required": "Tulis untuk apa tulisan warga diunduh."},
    )
    bentuk = forms.ChoiceField(choices=[("xlsx", "XLSX"), ("csv", "CSV")])


class BatalkanForm(forms.Form):
    """Voiding one form."""

    submission_id = forms.UUIDField()
    alasan = forms.CharField(max_length=300, error_messages={"required": "Tulis alasan pembatalan."})
