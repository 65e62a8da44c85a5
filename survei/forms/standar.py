"""The draft of a standard of service: a date, a promise in minutes, and a text for each component."""

from __future__ import annotations

from typing import Any

from django import forms

from rakumpit.isian import TanggalField
from survei.enums.standar import KOMPONEN, KOMPONEN_PENYAMPAIAN
from survei.models.standar import MENIT_TERLAMA
from survei.proses.standar import PANJANG_KOMPONEN


class StandarForm(forms.Form):
    """Everything may stay empty in a draft but the date; ``proses`` says at publication what is missing."""

    mulai = TanggalField(label="Berlaku mulai")
    menit = forms.IntegerField(
        label="Paling lama di loket (menit)",
        required=False,
        min_value=1,
        max_value=MENIT_TERLAMA,
        help_text="Dibandingkan dengan catatan Loket. Kosongkan bila layanan tidak selesai pada kunjungan itu.",
        error_messages={
            "invalid": "Tulis menit sebagai bilangan bulat, misalnya 20.",
            "min_value": "Paling sedikit 1 menit.",
            "max_value": f"Paling lama {MENIT_TERLAMA} menit.",
        },
    )
    terverifikasi = forms.BooleanField(label="Sudah diperiksa dengan peraturannya", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for kode, satu in KOMPONEN.items():
            self.fields[kode] = forms.CharField(
                label=satu.nama,
                help_text=satu.tanya,
                required=False,
                max_length=PANJANG_KOMPONEN,
                widget=forms.Textarea(attrs={"rows": 4 if kode in KOMPONEN_PENYAMPAIAN else 2}),
            )
            # Needed at publication, not for the draft: no page calls it «tidak wajib».
            self.fields[kode].bersyarat = kode in KOMPONEN_PENYAMPAIAN  # type: ignore[attr-defined]  # read by templates/bootstrap5/field.html
        self.order_fields(["mulai", "menit", *KOMPONEN, "terverifikasi"])

    @property
    def komponen(self) -> dict[str, str]:
        """The texts by component."""
        return {kode: self.cleaned_data[kode] for kode in KOMPONEN}
