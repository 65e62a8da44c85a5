"""The self-assessment as a form: one text per planned result, one sentence per value, both own ratings."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms

from kinerja.forms.dasar import PILIHAN_RATING
from kinerja.models import RencanaHasilKerja
from kinerja.perhitungan import LABEL_NILAI_DASAR

_BELUM = [("", "Belum saya nilai"), *PILIHAN_RATING]


class PenilaianDiriForm(forms.Form):
    """Nothing is required by itself; ``proses`` asks for at least one text."""

    ringkasan = forms.CharField(
        label="Ringkasan periode ini",
        required=False,
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Apa yang berhasil, apa yang belum, dan apa yang Anda perlukan.",
    )
    rating_hasil = forms.ChoiceField(label="Hasil kerja menurut Anda", required=False, choices=_BELUM)
    rating_perilaku = forms.ChoiceField(label="Perilaku kerja menurut Anda", required=False, choices=_BELUM)
    versi = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, rencana: Iterable[RencanaHasilKerja], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._rencana = {f"hasil_{satu.uuid.hex}": satu.pk for satu in rencana}
        for (nama, _pk), satu in zip(self._rencana.items(), rencana, strict=True):
            self.fields[nama] = forms.CharField(
                label=satu.uraian, required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
            )
        self._nilai = {f"perilaku_{nilai.value}": nilai.value for nilai in LABEL_NILAI_DASAR}
        for nilai, label in LABEL_NILAI_DASAR.items():
            self.fields[f"perilaku_{nilai.value}"] = forms.CharField(
                label=label, required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 2})
            )

    @property
    def baris_hasil(self) -> list[forms.BoundField]:
        return [self[nama] for nama in self._rencana]

    @property
    def baris_perilaku(self) -> list[forms.BoundField]:
        return [self[nama] for nama in self._nilai]

    @property
    def hasil(self) -> dict[int, str]:
        """Texts by the key of the planned result."""
        return {pk: self.cleaned_data[nama] for nama, pk in self._rencana.items()}

    @property
    def perilaku(self) -> dict[str, str]:
        """Sentences by value."""
        return {nilai: self.cleaned_data[nama] for nama, nilai in self._nilai.items()}
