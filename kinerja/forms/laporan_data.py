"""Forms of reports of wrong data."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms

from kinerja.enums.laporan_data import LABEL_HAL_DATA, StatusLaporanData
from kinerja.forms.dasar import WAJIB, bersyarat, tata
from rakumpit.isian import BeberapaBerkasField, BeberapaBerkasInput

_TIDAK_TERCATAT = "Tidak tercatat di sini, misalnya diubah di SIASN"


class LaporanDataForm(forms.Form):
    """What is wrong and how it should read, with files or a link that show it."""

    hal = forms.ChoiceField(
        label="Yang salah",
        choices=[("", "Pilih yang salah"), *((hal.value, label) for hal, label in LABEL_HAL_DATA.items())],
        error_messages=WAJIB,
    )
    seharusnya = forms.CharField(
        label="Yang seharusnya",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Misalnya «Atasan saya Kepala Seksi Pelayanan sejak 1 Juli 2026, menurut SK nomor 12/2026».",
        error_messages={"required": "Tulis data yang seharusnya."},
    )
    berkas = BeberapaBerkasField(
        label="Bukti",
        required=False,
        help_text="Misalnya foto SK. Boleh beberapa sekaligus: PDF, JPG, PNG, Excel, atau Word, masing-masing paling "
        "besar 10 MB.",
        widget=BeberapaBerkasInput(attrs={"accept": ".pdf,.jpg,.jpeg,.png,.xlsx,.docx"}),
    )
    tautan = forms.URLField(label="Tautan bukti", required=False, max_length=500, assume_scheme="https")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = tata("hal", "seharusnya", "berkas", "tautan")


class JawabLaporanForm(forms.Form):
    """The answer. ``perubahan``: (key, sentence) of the recorded changes that may be named."""

    jawaban = forms.ChoiceField(
        label="Jawaban",
        choices=[
            (StatusLaporanData.DIPERBAIKI.value, "Diperbaiki"),
            (StatusLaporanData.TIDAK_DIUBAH.value, "Tidak diubah"),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": "Pilih salah satu."},
    )
    perubahan_id = forms.TypedChoiceField(
        label="Perubahan yang tercatat", required=False, coerce=int, empty_value=None, help_text="Bila diperbaiki."
    )
    uraian = forms.CharField(
        label="Yang diubah, atau alasannya",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Tulis apa yang diubah, atau alasan data tidak diubah."},
    )

    def __init__(self, *args: Any, perubahan: Sequence[tuple[int, str]] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        medan = self.fields["perubahan_id"]
        if isinstance(medan, forms.TypedChoiceField):
            medan.choices = [("", _TIDAK_TERCATAT), *perubahan]
        bersyarat(medan)
        self.helper = tata("jawaban", "perubahan_id", "uraian")
