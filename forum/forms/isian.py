"""Fields that several forms of the forum share, and the look of the public ones."""

from __future__ import annotations

import re
from datetime import datetime, time
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator

from forum.models import UnsurPeserta
from rakumpit.waktu import WIB

_JAM = re.compile(r"([01]?\d|2[0-3])(?:[.:]([0-5]\d))?", re.ASCII)


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


class UnsurField(forms.ModelChoiceField):
    """One element of the public; the list is read when the form is made."""

    def __init__(self, *, tanpa_penyelenggara: bool = False, **kwargs: Any) -> None:
        semua = UnsurPeserta.objects.filter(aktif=True)
        if tanpa_penyelenggara:
            semua = semua.exclude(kode="penyelenggara")
        super().__init__(
            semua,
            to_field_name="kode",
            empty_label="Pilih unsur",
            error_messages={"required": "Pilih unsur.", "invalid_choice": "Pilih salah satu unsur di daftar."},
            **({"label": "Unsur"} | kwargs),
        )


def teks(label: str, kurang: str = "", *, panjang: int = 2000, baris: int = 3, **kwargs: Any) -> forms.CharField:
    """Text of several lines; without ``kurang`` it may stay empty."""
    return forms.CharField(
        label=label,
        max_length=panjang,
        required=bool(kurang),
        widget=forms.Textarea(attrs={"rows": baris}),
        error_messages={"required": kurang},
        **kwargs,
    )


def kalimat(label: str, kurang: str = "", *, panjang: int = 150, **kwargs: Any) -> forms.CharField:
    """Text of one line; without ``kurang`` it may stay empty."""
    return forms.CharField(
        label=label, max_length=panjang, required=bool(kurang), error_messages={"required": kurang}, **kwargs
    )


def pilihan(label: str, daftar: Any, kurang: str = "Pilih salah satu.", **kwargs: Any) -> forms.ChoiceField:
    """One of a list of ``LABEL_…``."""
    semua = [(getattr(kode, "value", kode), nama) for kode, nama in dict(daftar).items()]
    return forms.ChoiceField(
        label=label,
        choices=semua,
        error_messages={"required": kurang, "invalid_choice": "Pilih salah satu di daftar."},
        **kwargs,
    )


def saat(tanggal: Any, jam: time) -> datetime:
    """A day and a time of day as a moment in WIB."""
    return datetime.combine(tanggal, jam, tzinfo=WIB)


class FormPublik(forms.Form):
    """A form of the public pages: the classes of ``publik.css``, help and error named by the input."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **({"auto_id": "%s"} | kwargs))
        for bidang in self.fields.values():
            if not isinstance(bidang.widget, (forms.CheckboxInput, forms.RadioSelect)):
                bidang.widget.attrs.setdefault("class", "isian")
