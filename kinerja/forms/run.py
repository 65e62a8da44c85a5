"""Computations and periods."""

from __future__ import annotations

from typing import Any

from django import forms

from kinerja.forms.dasar import WAJIB, AlasanForm, tata
from kinerja.models import Periode
from rakumpit.isian import TanggalField
from rakumpit.organisasi.models import UnitKerja


class RunForm(forms.Form):
    """Which period to compute, for the whole office or one unit."""

    periode = forms.ModelChoiceField(
        label="Periode",
        queryset=Periode.objects.all(),
        empty_label="Pilih periode",
        error_messages={**WAJIB, "invalid_choice": "Periode itu tidak ada."},
    )
    unit = forms.ModelChoiceField(
        label="Unit kerja", queryset=UnitKerja.objects.order_by("nama"), required=False, empty_label="Seluruh kantor"
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = tata(("periode", "unit"))


class BukaKembaliForm(AlasanForm):
    sampai = TanggalField(label="Dibuka kembali sampai", help_text="Hari terakhir mengisi, sampai pukul 23.59 WIB.")
    field_order = ("sampai", "alasan")
