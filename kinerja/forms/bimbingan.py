"""Forms of coaching sessions."""

from __future__ import annotations

from typing import Any

from django import forms

from kinerja.forms.dasar import tata
from rakumpit.isian import TanggalField

BANYAK_KOMPETENSI = 3
_SKALA = [("", "Tidak dinilai"), *((str(n), str(n)) for n in range(1, 6))]


class BimbinganForm(forms.Form):
    """A session, with up to three competencies on the scale of form B.1.9."""

    tanggal = TanggalField(label="Tanggal bimbingan")
    topik = forms.CharField(label="Topik", max_length=150, error_messages={"required": "Tulis topiknya."})
    ringkasan = forms.CharField(
        label="Ringkasan",
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Apa yang dibicarakan. Pegawai membaca catatan ini.",
        error_messages={"required": "Tulis ringkasannya."},
    )
    tindak_lanjut = forms.CharField(
        label="Tindak lanjut", required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        pasangan = []
        for urut in range(1, BANYAK_KOMPETENSI + 1):
            self.fields[f"kompetensi_{urut}"] = forms.CharField(
                label=f"Kompetensi {urut}", required=False, max_length=100
            )
            self.fields[f"skala_{urut}"] = forms.ChoiceField(
                label=f"Nilai kompetensi {urut} (1 sampai 5)", required=False, choices=_SKALA
            )
            pasangan.append((f"kompetensi_{urut}", f"skala_{urut}"))
        self.helper = tata(("tanggal", "topik"), "ringkasan", "tindak_lanjut", *pasangan)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        for urut in range(1, BANYAK_KOMPETENSI + 1):
            nama, skala = data.get(f"kompetensi_{urut}"), data.get(f"skala_{urut}")
            if bool(nama) != bool(skala):
                kosong = f"skala_{urut}" if nama else f"kompetensi_{urut}"
                self.add_error(kosong, "Isi nama kompetensi bersama nilainya, atau kosongkan keduanya.")
        return data

    @property
    def kompetensi(self) -> list[tuple[str, int]]:
        """The filled pairs, for the process."""
        data = self.cleaned_data
        return [
            (data[f"kompetensi_{urut}"], int(data[f"skala_{urut}"]))
            for urut in range(1, BANYAK_KOMPETENSI + 1)
            if data[f"kompetensi_{urut}"]
        ]


class TanggapiBimbinganForm(forms.Form):
    tanggapan = forms.CharField(
        label="Tanggapan Anda",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Apa yang membantu, dan apa yang masih Anda perlukan.",
        error_messages={"required": "Tulis tanggapan Anda."},
    )
