"""Forms of angka kredit."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils import dates

from kinerja.forms.dasar import WAJIB, tata
from kinerja.perhitungan import LABEL_JENJANG_FUNGSIONAL
from rakumpit.isian import AngkaField, TanggalField


def nama_bulan(bulan: date) -> str:
    """«Januari 2026»."""
    return f"{dates.MONTHS[bulan.month]} {bulan.year}"


class BulanAngkaKreditForm(forms.Form):
    """First and last of the months that can be set; all of them unless somebody chooses."""

    mulai = forms.TypedChoiceField(label="Bulan pertama", coerce=date.fromisoformat, error_messages=WAJIB)
    sampai = forms.TypedChoiceField(label="Bulan terakhir", coerce=date.fromisoformat, error_messages=WAJIB)

    def __init__(self, *args: Any, bulan: Sequence[date], **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"mulai": bulan[0].isoformat(), "sampai": bulan[-1].isoformat()} if bulan else {})
        super().__init__(*args, **kwargs)
        for nama in ("mulai", "sampai"):
            medan = self.fields[nama]
            if isinstance(medan, forms.ChoiceField):
                medan.choices = [(satu.isoformat(), nama_bulan(satu)) for satu in bulan]
        self.helper = tata(("mulai", "sampai"))


class SaldoAwalForm(forms.Form):
    """What a letter says about the months before this office counted."""

    jenjang = forms.ChoiceField(
        label="Jenjang",
        choices=[("", "Pilih jenjang"), *((j.value, label) for j, label in LABEL_JENJANG_FUNGSIONAL.items())],
        error_messages=WAJIB,
    )
    nilai = AngkaField(
        label="Angka kredit",
        min_value=0,
        max_digits=8,
        decimal_places=3,
        help_text="Misalnya 37,5, seperti dalam surat.",
    )
    per_tanggal = TanggalField(
        label="Dihitung sampai tanggal", help_text="Bulan sesudah tanggal ini dapat ditetapkan di sini."
    )
    surat_nomor = forms.CharField(label="Nomor surat penetapan", max_length=100, error_messages=WAJIB)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = tata(("jenjang", "nilai"), ("per_tanggal", "surat_nomor"))
