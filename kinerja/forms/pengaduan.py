"""Forms of complaints beside a result."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms

from kinerja.forms.dasar import WAJIB, tata
from rakumpit.isian import isi_pilihan


class KaitkanPengaduanForm(forms.Form):
    """``calon`` and ``rencana``: (code, label) of the complaints on offer and of the planned results."""

    kunci = forms.ChoiceField(
        label="Pengaduan",
        widget=forms.RadioSelect,
        error_messages={"required": "Pilih pengaduannya.", "invalid_choice": "Pilih salah satu di daftar."},
    )
    rencana = forms.ChoiceField(label="Menyangkut hasil kerja", required=False, error_messages=WAJIB)
    pernyataan = forms.CharField(
        label="Pernyataan Anda",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Mengapa ini menyangkut pegawai itu. Ia membacanya; jangan sebut pelapor atau kata-katanya.",
        error_messages={"required": "Tulis pernyataan Anda."},
    )

    def __init__(
        self, *args: Any, calon: Sequence[tuple[str, str]], rencana: Sequence[tuple[str, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        isi_pilihan(self.fields["kunci"], list(calon))
        isi_pilihan(self.fields["rencana"], [("", "Perilaku kerja, bukan satu hasil kerja"), *rencana])
        self.helper = tata("kunci", "rencana", "pernyataan")


class TanggapanForm(forms.Form):
    tanggapan = forms.CharField(
        label="Tanggapan Anda",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="Dibaca pejabat penilai. Dapat diperbaiki sampai hasil ditetapkan.",
        error_messages={"required": "Tulis tanggapan Anda."},
    )
