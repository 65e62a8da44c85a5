"""The form fields for numbers, dates and files that every form of the product uses.

They read with ``rakumpit.angka`` and ``rakumpit.waktu``, so that a page, an import and the admin agree on what "12.500"
and "01/04/2019" mean. Numbers and dates are plain text inputs: a refused value comes back exactly as it was typed.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.core.validators import MaxValueValidator, MinValueValidator

from rakumpit.angka import AngkaTidakSah, baca_angka, format_angka
from rakumpit.waktu import TanggalTidakSah, baca_tanggal, format_tanggal

_JAM = re.compile(r"([01]?\d|2[0-3])(?:[.:]([0-5]\d))?", re.ASCII)


def _tulis(nilai: Decimal | float) -> str:
    """A bound in Indonesian form, with the decimals that it has."""
    angka = nilai if isinstance(nilai, Decimal) else Decimal(str(nilai))
    eksponen = angka.normalize().as_tuple().exponent
    return format_angka(angka, max(0, -eksponen) if isinstance(eksponen, int) else 0)


class AngkaField(forms.DecimalField):
    """Decimal number in Indonesian form: "3,5" and "1.250,75"; an ambiguous "12.500" is refused.

    ``min_value``, ``max_value``, ``max_digits`` and ``decimal_places`` as for ``DecimalField``.
    """

    widget = forms.TextInput
    default_error_messages: ClassVar = {
        "required": "Isi angka ini.",
        "invalid": "Tulis angka, misalnya 3,5.",
    }

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        for validator in self.validators:
            if isinstance(validator, MinValueValidator):
                validator.message = f"Angka ini paling kecil {_tulis(kwargs['min_value'])}."
            elif isinstance(validator, MaxValueValidator):
                validator.message = f"Angka ini paling besar {_tulis(kwargs['max_value'])}."

    # The stubs let DecimalField inherit IntegerField's return type; at run time it is a Decimal.
    def to_python(self, value: Any) -> Decimal | None:  # type: ignore[override]  # see above
        """``Decimal``, or ``None`` when nothing was typed."""
        if value in self.empty_values or (isinstance(value, str) and not value.strip()):
            return None
        try:
            return baca_angka(value)
        except AngkaTidakSah as galat:
            raise ValidationError(str(galat), code=galat.alasan) from galat

    def prepare_value(self, value: Any) -> Any:
        """Stored numbers with a decimal comma and without grouping dots; typed text as it is."""
        if isinstance(value, (Decimal, int, float)) and not isinstance(value, bool):
            return f"{Decimal(str(value)):f}".replace(".", ",")
        return value

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """Phones show the keyboard with digits and comma."""
        return {**super().widget_attrs(widget), "inputmode": "decimal", "autocomplete": "off"}


class TanggalField(forms.DateField):
    """Date, day first: "24 November 2026", "24-11-2026", or the ISO value of an HTML date input.

    "12/31/2026" is refused. With a widget of type ``date`` the stored value is written in ISO form, as HTML wants it.
    """

    widget = forms.TextInput
    default_error_messages: ClassVar = {
        "required": "Isi tanggal ini, misalnya 24 November 2026.",
        "invalid": "Tulis tanggal, misalnya 24 November 2026 atau 24-11-2026.",
    }

    def to_python(self, value: Any) -> date | None:
        """``date``, or ``None`` when nothing was typed."""
        if value in self.empty_values:
            return None
        try:
            return baca_tanggal(value, serial=False)
        except TanggalTidakSah as galat:
            raise ValidationError(str(galat), code=galat.alasan) from galat

    def prepare_value(self, value: Any) -> Any:
        """Stored dates in Indonesian (or ISO for a date input); typed text as it is."""
        if isinstance(value, datetime):
            value = baca_tanggal(value)
        if isinstance(value, date):
            if getattr(self.widget, "input_type", "") == "date":
                return value.isoformat()
            return format_tanggal(value)
        return value

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """Show by example how a date is written."""
        attrs = super().widget_attrs(widget)
        if getattr(widget, "input_type", "") != "date":
            attrs.setdefault("placeholder", "24 November 2026")
        return {**attrs, "autocomplete": "off"}


class JamField(forms.TimeField):
    """Time of day in WIB: «09.00», «9:30», or «9»."""

    widget = forms.TextInput
    default_error_messages: ClassVar = {
        "required": "Isi jam ini, misalnya 09.00.",
        "invalid": "Tulis jam, misalnya 09.00 atau 13.30.",
    }

    def to_python(self, value: Any) -> time | None:
        """``time``, or ``None`` when nothing was typed."""
        if isinstance(value, time):
            return value
        teks = str(value or "").strip().removesuffix("WIB").strip()
        if not teks:
            return None
        cocok = _JAM.fullmatch(teks)
        if cocok is None:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return time(int(cocok[1]), int(cocok[2] or 0))

    def prepare_value(self, value: Any) -> Any:
        """Stored times with a dot; typed text as it is."""
        return f"{value:%H.%M}" if isinstance(value, time) else value

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """Show by example how a time is written."""
        return {**super().widget_attrs(widget), "placeholder": "09.00", "autocomplete": "off"}


class BilanganField(forms.IntegerField):
    """A whole number as plain text, so that what was refused comes back as it was typed."""

    widget = forms.TextInput
    default_error_messages: ClassVar = {"required": "Isi angka ini.", "invalid": "Tulis angka bulat, misalnya 30."}

    def __init__(self, *, min_value: int, max_value: int, **kwargs: Any) -> None:
        super().__init__(min_value=min_value, max_value=max_value, **kwargs)
        for validator in self.validators:
            if isinstance(validator, MinValueValidator):
                validator.message = f"Angka ini paling kecil {min_value}."
            elif isinstance(validator, MaxValueValidator):
                validator.message = f"Angka ini paling besar {max_value}."

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {"inputmode": "numeric", "autocomplete": "off"}


class BeberapaBerkasInput(forms.FileInput):
    allow_multiple_selected = True


class BeberapaBerkasField(forms.FileField):
    """Any number of files; cleans to a list."""

    widget = BeberapaBerkasInput

    def clean(self, data: Any, initial: Any = None) -> Any:
        semua = data if isinstance(data, (list, tuple)) else [data] if data else []
        if self.required and not semua:
            raise ValidationError(self.error_messages["required"], code="required")
        # An empty file is refused by name in the process, beside the others that are fine.
        return [satu for satu in semua if isinstance(satu, UploadedFile)]


def isi_pilihan(medan: forms.Field, himpunan: Any) -> None:
    """Give a field what this person may choose: rows, or pairs of value and label."""
    if isinstance(medan, forms.ModelChoiceField):
        medan.queryset = himpunan
    elif isinstance(medan, forms.ChoiceField):
        medan.choices = himpunan


class PilihanTegak(forms.RadioSelect):
    """Radio buttons below each other, for answers that are sentences; the template of a field asks for ``tegak``."""

    tegak = True
