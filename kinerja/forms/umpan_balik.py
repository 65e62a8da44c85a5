"""Forms of feedback."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms

from kinerja.forms.dasar import tata
from kinerja.models import RencanaHasilKerja
from kinerja.perhitungan import LABEL_NILAI_DASAR

_HURUF_PILIHAN = 90


class UmpanBalikForm(forms.Form):
    """A short note. ``rencana``: results that a superior may name; without them it may be sent without a name.

    ``minimal``: how many without a name a quarter needs before they are opened.
    """

    isi = forms.CharField(
        label="Umpan balik",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Sebut satu hal yang Anda lihat dan akibatnya, baik yang sudah berhasil maupun yang belum.",
        error_messages={"required": "Tulis umpan balik Anda."},
    )
    nilai_dasar = forms.ChoiceField(
        label="Tentang nilai perilaku",
        required=False,
        choices=[("", "Tidak ditentukan"), *((satu.value, label) for satu, label in LABEL_NILAI_DASAR.items())],
    )

    def __init__(self, *args: Any, rencana: Sequence[RencanaHasilKerja] | None, minimal: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._rencana = {str(satu.uuid): satu for satu in rencana or ()}
        if rencana is not None:
            pilihan = [(kode, satu.uraian[:_HURUF_PILIHAN]) for kode, satu in self._rencana.items()]
            self.fields["rencana"] = forms.ChoiceField(
                label="Tentang hasil kerja", required=False, choices=[("", "Tidak ditentukan"), *pilihan]
            )
            self.helper = tata("isi", ("nilai_dasar", "rencana"))
            return
        self.fields["anonim"] = forms.BooleanField(
            label="Kirim tanpa nama",
            required=False,
            help_text=(
                "Nama Anda tidak disimpan. Isinya dibuka setelah triwulan berakhir, "
                f"bila paling sedikit {minimal} orang menulis tanpa nama. Jangan tulis hal yang menunjukkan siapa Anda."
            ),
        )
        self.helper = tata("isi", "nilai_dasar", "anonim")

    def clean_rencana(self) -> RencanaHasilKerja | None:
        return self._rencana.get(self.cleaned_data["rencana"])


class MintaUmpanBalikForm(forms.Form):
    pertanyaan = forms.CharField(
        label="Yang ingin Anda ketahui",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Misalnya «Apa yang perlu saya perbaiki saat melayani di loket?»",
        error_messages={"required": "Tulis apa yang ingin Anda ketahui."},
    )


class TanggapiForm(forms.Form):
    tanggapan = forms.CharField(
        label="Tanggapan", required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 2})
    )
