"""Forms for evidence."""

from __future__ import annotations

from typing import Any

from django import forms

from kinerja.forms.dasar import bersyarat, tata
from rakumpit.isian import BeberapaBerkasField, BeberapaBerkasInput


class BuktiForm(forms.Form):
    """Files, or a link. ``kiriman`` names this sending, ``jumlah`` how many files a script sends one by one."""

    berkas = BeberapaBerkasField(
        label="Foto atau berkas",
        required=False,
        help_text="Boleh beberapa sekaligus: PDF, JPG, PNG, Excel, atau Word, masing-masing paling besar 10 MB.",
        widget=BeberapaBerkasInput(attrs={"accept": ".pdf,.jpg,.jpeg,.png,.xlsx,.docx"}),
    )
    tautan = forms.URLField(
        label="Tautan",
        required=False,
        max_length=500,
        assume_scheme="https",
        help_text="Isi bila buktinya ada di alamat lain, misalnya halaman kantor.",
    )
    judul = forms.CharField(
        label="Judul", required=False, max_length=200, help_text="Kosongkan untuk memakai nama berkasnya."
    )
    kiriman = forms.UUIDField(widget=forms.HiddenInput)
    jumlah = forms.IntegerField(required=False, min_value=1, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for nama in ("berkas", "tautan"):
            bersyarat(self.fields[nama])
        self.helper = tata("berkas", "tautan", "judul", "kiriman", "jumlah")

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if not self.errors and not data.get("berkas") and not data.get("tautan"):
            self.add_error("berkas", "Pilih berkas, atau isi tautannya.")
        return data
