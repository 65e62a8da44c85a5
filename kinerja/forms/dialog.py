"""Writing down a dialog kinerja, and confirming it."""

from __future__ import annotations

from typing import Any

from django import forms

from kinerja.enums import LABEL_JENIS_DIALOG
from kinerja.forms.dasar import WAJIB, tata
from rakumpit.isian import TanggalField


class UbahDialogForm(forms.Form):
    """The words; ``versi`` is the one on which the person typed."""

    jenis = forms.ChoiceField(
        label="Tentang",
        choices=[(satu.value, label) for satu, label in LABEL_JENIS_DIALOG.items()],
        error_messages=WAJIB,
    )
    ringkasan = forms.CharField(
        label="Yang dibicarakan",
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="Hasil dan target, sumber daya, cara melapor, dan akibat bila tercapai atau tidak.",
        error_messages=WAJIB,
    )
    kesepakatan = forms.CharField(
        label="Kesepakatan",
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Siapa mengerjakan apa, dan kapan.",
        error_messages=WAJIB,
    )
    tugas_belajar = forms.BooleanField(label="Pegawai sedang tugas belajar", required=False)
    versi = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = tata("jenis", "ringkasan", "kesepakatan", "tugas_belajar", "versi")


class DialogForm(UbahDialogForm):
    """A new one, with its day."""

    tanggal = TanggalField(label="Tanggal dialog", help_text="Hari dialog berlangsung, misalnya 14 Januari 2026.")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = tata(("tanggal", "jenis"), "ringkasan", "kesepakatan", "tugas_belajar", "versi")


class SahkanDialogForm(forms.Form):
    tanggapan = forms.CharField(
        label="Tanggapan Anda",
        required=False,
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Bila ada yang perlu ditambahkan pada catatan itu.",
    )
    versi = forms.IntegerField(widget=forms.HiddenInput)
