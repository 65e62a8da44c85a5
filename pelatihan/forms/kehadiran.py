"""Forms of attendance."""

from __future__ import annotations

from typing import Any

from django import forms

from pelatihan.models import Kehadiran, Pendaftaran
from pelatihan.perhitungan.kehadiran import menit_lebih_awal


class PinForm(forms.Form):
    """The six digits on the screen."""

    pin = forms.CharField(
        label="Enam angka di layar",
        max_length=12,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "one-time-code"}),
        error_messages={"required": "Tulis enam angka yang ada di layar, atau pindai kodenya."},
    )


class TekanForm(forms.Form):
    """One press on the list of an organiser. ``tanda`` and ``datang`` come with what waited on the phone."""

    peserta = forms.UUIDField()
    tanda = forms.CharField(required=False, max_length=300)
    datang = forms.DateTimeField(required=False, input_formats=["%Y-%m-%dT%H:%M:%S.%f%z"])


class KertasForm(forms.Form):
    """Whose signature stands on the paper. ``peserta``: those who are not yet written down."""

    peserta = forms.ModelMultipleChoiceField(
        label="Yang bertanda tangan",
        queryset=Pendaftaran.objects.none(),
        to_field_name="uuid",
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": "Centang paling sedikit satu nama.",
            "invalid_choice": "Salah satu nama sudah tercatat atau tidak terdaftar lagi. Muat ulang halaman.",
        },
    )

    def __init__(self, data: Any, *, peserta: Any) -> None:
        super().__init__(data)
        medan = self.fields["peserta"]
        if isinstance(medan, forms.ModelMultipleChoiceField):
            medan.queryset = peserta


class PerbaikanForm(forms.Form):
    """What an entry should say, and why."""

    hadir = forms.ChoiceField(
        label="Kehadiran",
        choices=[("ya", "Hadir"), ("tidak", "Tidak hadir")],
        error_messages={"required": "Pilih hadir atau tidak hadir.", "invalid_choice": "Pilih salah satu."},
    )
    terlambat = forms.IntegerField(
        label="Terlambat (menit)",
        min_value=0,
        max_value=1440,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        error_messages={"required": "Isi 0 bila tidak terlambat.", "invalid": "Tulis angka bulat, misalnya 10."},
    )
    pulang_awal = forms.IntegerField(
        label="Pulang lebih awal (menit)",
        min_value=0,
        max_value=1440,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        error_messages={"required": "Isi 0 bila sampai selesai.", "invalid": "Tulis angka bulat, misalnya 10."},
    )
    alasan = forms.CharField(
        label="Alasan perbaikan",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Tulis alasan perbaikan."},
    )

    def __init__(self, data: Any, *, kehadiran: Kehadiran) -> None:
        awal = {
            "hadir": "ya" if kehadiran.hadir else "tidak",
            "terlambat": kehadiran.terlambat_menit,
            "pulang_awal": menit_lebih_awal(kehadiran.sesi.selesai, kehadiran.pulang),
        }
        super().__init__(data, initial=awal)

    def isi(self) -> dict[str, Any]:
        """What was typed, for the process."""
        data = self.cleaned_data
        return {
            "hadir": data["hadir"] == "ya",
            "terlambat": data["terlambat"],
            "pulang_awal": data["pulang_awal"],
            "alasan": data["alasan"],
        }
