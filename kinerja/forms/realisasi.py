"""Typing what was reached."""

from __future__ import annotations

from typing import Any

from django import forms

from kinerja.forms.dasar import NilaiIndikatorField, bersyarat, tata
from rakumpit.isian import TanggalField


class RealisasiForm(forms.Form):
    """What was reached. ``versi`` is the version on which the person typed; empty for a first entry."""

    nilai = NilaiIndikatorField(
        label="Realisasi",
        required=False,
        help_text="Angka yang sudah dicapai dalam periode ini, misalnya 171 atau 3,5.",
    )
    per_tanggal = TanggalField(
        label="Keadaan per tanggal", required=False, help_text="Hari kerja itu selesai, misalnya 30 September 2026."
    )
    catatan = forms.CharField(
        label="Catatan",
        required=False,
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Apa yang dikerjakan. Bila angka belum ada, tulis sebabnya.",
    )
    bukti = forms.URLField(
        label="Tautan bukti",
        required=False,
        max_length=500,
        assume_scheme="https",
        help_text="Alamat foto, berkas, atau dokumen yang mendukung angka ini.",
    )
    versi = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, berangka: bool = True, **kwargs: Any) -> None:
        """``berangka``: the measure has a target; without one only the words say what was reached."""
        super().__init__(*args, **kwargs)
        if berangka:
            bersyarat(self.fields["nilai"])
            self.helper = tata(("nilai", "per_tanggal"), "catatan", "bukti", "versi")
            return
        del self.fields["nilai"]
        self.fields["catatan"].required = True
        self.fields["catatan"].help_text = "Apa yang sudah tercapai dari ukuran keberhasilan ini."
        self.helper = tata("catatan", ("per_tanggal", "bukti"), "versi")
