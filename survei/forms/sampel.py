"""Users of each service in the period before."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms

from survei.ringkasan.sampel import SampelLayanan

TERBANYAK = 10_000_000


class PopulasiForm(forms.Form):
    """One number for every service; 0 where nobody came."""

    def __init__(self, *args: Any, layanan: Sequence[SampelLayanan], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.layanan = layanan
        for satu in layanan:
            self.fields[f"n_{satu.uuid}"] = forms.IntegerField(
                label=satu.nama,
                min_value=0,
                max_value=TERBANYAK,
                initial=satu.populasi if satu.populasi is not None else (satu.loket or None),
                help_text=f"Loket mencatat {satu.loket} layanan selesai pada masa sebelumnya." if satu.loket else "",
                error_messages={
                    "required": "Isi jumlah pemohon; 0 bila tidak ada.",
                    "invalid": "Tulis bilangan bulat tanpa titik, misalnya 1200.",
                    "min_value": "Jumlah pemohon tidak boleh kurang dari 0.",
                    "max_value": "Jumlah pemohon terlalu besar. Periksa lagi.",
                },
            )

    def jumlah(self) -> dict[int, int]:
        """Service (pk) -> users."""
        return {satu.pk: self.cleaned_data[f"n_{satu.uuid}"] for satu in self.layanan}
