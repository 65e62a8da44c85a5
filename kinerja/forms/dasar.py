"""What the forms share: layout, words, and fields that are needed only sometimes."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Div, Layout, LayoutObject
from django import forms
from django.core.files.uploadedfile import UploadedFile

from kinerja.perhitungan import LABEL_RATING
from rakumpit.isian import AngkaField

PILIHAN_RATING = [(rating.value, label) for rating, label in LABEL_RATING.items()]


WAJIB = {"required": "Bagian ini belum diisi."}


def tanpa_nol(nilai: Decimal | None) -> Decimal | None:
    """A stored number as a person typed it: 12.5000 is 12.5, 100.0000 is 100."""
    if nilai is None:
        return None
    return nilai.quantize(Decimal(1)) if nilai == nilai.to_integral_value() else nilai.normalize()


def tata(*baris: str | tuple[str, ...] | LayoutObject) -> FormHelper:
    """Order of the fields; names in a tuple stand side by side where there is room. The page writes the form tag."""
    tata = FormHelper()
    tata.form_tag = False
    tata.disable_csrf = True
    tata.layout = Layout(*(Div(*satu, css_class="kisi") if isinstance(satu, tuple) else satu for satu in baris))
    return tata


def bersyarat(medan: forms.Field) -> None:
    """Not required by itself, but no page calls it «tidak wajib»: its help says when it is needed."""
    medan.bersyarat = True  # type: ignore[attr-defined]  # read by templates/bootstrap5/field.html


class NilaiIndikatorField(AngkaField):
    """A target or what was reached of it, as exact as the columns that keep both; not negative unless said."""

    def __init__(self, *, min_value: int | None = 0, **kwargs: Any) -> None:
        super().__init__(min_value=min_value, max_digits=16, decimal_places=4, **kwargs)


class AlasanForm(forms.Form):
    alasan = forms.CharField(
        label="Alasan",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Tulis alasannya."},
    )


class VersiForm(forms.Form):
    """A confirmation that carries the version which the person saw."""

    versi = forms.IntegerField(widget=forms.HiddenInput)


def berkas(nilai: Any) -> UploadedFile | None:
    """The uploaded file of a cleaned value, typed."""
    return nilai if isinstance(nilai, UploadedFile) else None
