"""Fields that several forms of the forum share, and the look of the public ones."""

from __future__ import annotations

from typing import Any

from django import forms

from forum.models import UnsurPeserta


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


class FormPublik(forms.Form):
    """A form of the public pages: the classes of ``publik.css``, help and error named by the input."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **({"auto_id": "%s"} | kwargs))
        for bidang in self.fields.values():
            if not isinstance(bidang.widget, (forms.CheckboxInput, forms.RadioSelect)):
                bidang.widget.attrs.setdefault("class", "isian")
