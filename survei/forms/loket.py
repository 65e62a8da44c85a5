"""What the counter asks for."""

from __future__ import annotations

from django import forms


class KetukForm(forms.Form):
    """One press: the id that the page made, so that a press sent twice counts once."""

    kiriman = forms.UUIDField()


class MulaiForm(KetukForm):
    layanan = forms.UUIDField()


class BatalForm(forms.Form):
    alasan = forms.CharField(
        label="Alasan pembatalan",
        max_length=300,
        help_text="Misalnya: salah pilih layanan, atau syarat belum lengkap. Jangan menulis nama warga.",
        error_messages={"required": "Tulis alasan pembatalan."},
    )


class JumlahForm(forms.Form):
    """The number that stood on the page."""

    jumlah = forms.IntegerField(min_value=1)
