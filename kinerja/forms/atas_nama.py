"""Forms for typing for a colleague and for confirming it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.forms import ModelChoiceField

from kinerja.forms.catatan import CatatanBaruForm, PilihIndikatorField
from kinerja.forms.dasar import NilaiIndikatorField, tata
from kinerja.models import Indikator, Periode
from kinerja.proses.atas_nama import IsiRealisasi
from kinerja.proses.pin import PANJANG_PIN
from rakumpit.isian import TanggalField


class CatatanRekanForm(CatatanBaruForm):
    """A note of a colleague: without photos, which only the owner adds."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["foto"]
        self.fields["uraian"].label = "Apa yang dikerjakan rekan Anda?"
        self.helper = tata("uraian", "tanggal", ("indikator", "hasil"), *self.tersembunyi)


class RealisasiRekanForm(forms.Form):
    """What a colleague reached in an open period."""

    indikator = PilihIndikatorField(
        label="Indikator",
        queryset=Indikator.objects.none(),
        to_field_name="uuid",
        empty_label="Pilih indikator",
        error_messages={"required": "Pilih indikatornya."},
    )
    periode = ModelChoiceField(
        label="Periode",
        queryset=Periode.objects.none(),
        to_field_name="kode",
        empty_label="Pilih periode",
        error_messages={"required": "Pilih periodenya."},
    )
    nilai = NilaiIndikatorField(label="Realisasi", required=False)
    per_tanggal = TanggalField(
        label="Keadaan per tanggal", required=False, help_text="Hari kerja itu selesai, misalnya 30 September 2026."
    )
    catatan = forms.CharField(
        label="Catatan", required=False, max_length=5000, widget=forms.Textarea(attrs={"rows": 4})
    )
    kiriman_id = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, indikator: Any, periode: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for nama, pilihan in (("indikator", indikator), ("periode", periode)):
            medan = self.fields[nama]
            if isinstance(medan, ModelChoiceField):
                medan.queryset = pilihan
        self.helper = tata("indikator", "periode", ("nilai", "per_tanggal"), "catatan", "kiriman_id")

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("nilai") is None and not data.get("catatan") and "nilai" not in self.errors:
            self.add_error("nilai", "Isi angkanya, atau tulis catatan mengapa belum ada angka.")
        return data

    @property
    def isi(self) -> IsiRealisasi:
        """What was typed, for the process."""
        data = self.cleaned_data
        return IsiRealisasi(data["indikator"], data["periode"], data["nilai"], data["per_tanggal"], data["catatan"])


def _medan_pin(label: str, bantuan: str) -> forms.CharField:
    """Six digits that no page shows and no browser keeps; the name begins so that they are never given back."""
    return forms.CharField(
        label=label,
        min_length=PANJANG_PIN,
        max_length=PANJANG_PIN,
        help_text=bantuan,
        widget=forms.PasswordInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        error_messages={
            "required": f"Ketik {PANJANG_PIN} angka PIN.",
            "min_length": f"PIN terdiri dari {PANJANG_PIN} angka.",
            "max_length": f"PIN terdiri dari {PANJANG_PIN} angka.",
        },
    )


class PinForm(forms.Form):
    """The owner types the PIN on the colleague's device."""

    sandi_pin = _medan_pin("PIN pemilik", "Diketik sendiri oleh pemilik isian, enam angka.")


class PasangPinForm(forms.Form):
    """A new PIN, twice."""

    sandi_pin = _medan_pin("PIN baru", "Enam angka, bukan tanggal lahir atau angka berurutan.")
    sandi_ulang = _medan_pin("Ulangi PIN baru", "Ketik sekali lagi angka yang sama.")

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if not self.errors and data["sandi_pin"] != data["sandi_ulang"]:
            self.add_error("sandi_ulang", "Kedua PIN tidak sama.")
        return data


class LembarForm(forms.Form):
    """The sheet that the owner signed."""

    pindaian = forms.FileField(
        label="Pindaian lembar yang ditandatangani pemilik",
        help_text="PDF, JPG, atau PNG, paling besar 5 MB.",
        error_messages={"required": "Pilih berkas pindaiannya."},
        widget=forms.FileInput(attrs={"accept": ".pdf,.jpg,.jpeg,.png"}),
    )
