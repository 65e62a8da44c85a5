"""Forms of tests."""

from __future__ import annotations

from typing import Any

from django import forms

from pelatihan.models import ButirTes, NaskahTes, Program
from pelatihan.perhitungan.tes import acak
from rakumpit.isian import AngkaField, PilihanTegak


class NaskahForm(forms.Form):
    """The items as text; ``versi`` of the row that was opened."""

    versi = forms.IntegerField(required=False, widget=forms.HiddenInput)
    judul = forms.CharField(label="Judul naskah", max_length=200, error_messages={"required": "Tulis judul naskah."})
    program = forms.ModelChoiceField(
        label="Untuk program",
        queryset=Program.objects.filter(aktif=True),
        to_field_name="uuid",
        required=False,
        empty_label="Semua program",
    )
    teks = forms.CharField(
        label="Soal dan jawaban",
        max_length=30_000,
        help_text="Satu baris soal, lalu jawabannya: * di depan yang benar, - di depan yang lain. Pisahkan soal dengan "
        "baris kosong.",
        widget=forms.Textarea(attrs={"rows": 14}),
        error_messages={"required": "Tulis soal dan jawabannya."},
    )
    aktif = forms.BooleanField(label="Dipakai", required=False)


class PasangTesForm(forms.Form):
    """Which items an event uses."""

    versi = forms.IntegerField(required=False, widget=forms.HiddenInput)
    naskah = forms.ModelChoiceField(
        label="Naskah tes",
        queryset=NaskahTes.objects.filter(aktif=True),
        to_field_name="uuid",
        empty_label="Pilih naskah",
        error_messages={"required": "Pilih naskah tes.", "invalid_choice": "Pilih salah satu di daftar."},
    )
    skor_lulus = AngkaField(
        label="Nilai tes akhir paling sedikit",
        required=False,
        min_value=1,
        max_value=100,
        max_digits=5,
        decimal_places=2,
        help_text="Kosongkan bila sertifikat hanya memerlukan kehadiran.",
    )


class TesForm(forms.Form):
    """The items of one person in the order that is his; radio buttons, all to be answered."""

    def __init__(self, data: Any, *, butir: list[ButirTes], benih: str) -> None:
        """``butir`` with their options at hand; ``benih`` gives this person's order."""
        super().__init__(data)
        self.butir = {str(satu.uuid): satu for satu in butir}
        for nomor, kode in enumerate(acak(benih, self.butir), 1):
            satu = self.butir[kode]
            pilihan = {str(p.uuid): p.teks for p in satu.pilihan.all()}
            self.fields[f"soal_{kode}"] = forms.ChoiceField(
                label=f"{nomor}. {satu.soal}",
                choices=[(uuid, pilihan[uuid]) for uuid in acak(benih, pilihan)],
                widget=PilihanTegak,
                error_messages={"required": "Pilih satu jawaban.", "invalid_choice": "Pilih salah satu jawaban."},
            )

    def jawaban(self) -> dict[str, str]:
        """Item → option, by their codes."""
        return {kode: self.cleaned_data[f"soal_{kode}"] for kode in self.butir}
