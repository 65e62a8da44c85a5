"""Rencana aksi of all indicators of a plan in one period."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms

from kinerja.forms.dasar import NilaiIndikatorField, tanpa_nol, tata
from kinerja.models import Indikator, RencanaAksi
from kinerja.proses.rencana_aksi import IsiAksi


class RencanaAksiForm(forms.Form):
    """Three fields for each indicator: the steps, the target of the period, and its upper bound for a range."""

    def __init__(
        self,
        *args: Any,
        indikator: Sequence[Indikator],
        tersimpan: dict[int, RencanaAksi],
        berangka: bool,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.indikator, self.berangka = indikator, berangka
        for satu in indikator:
            self._tambah(satu, tersimpan.get(satu.pk))
        self.fields["suntingan"] = forms.IntegerField(widget=forms.HiddenInput)
        baris: list[str | tuple[str, ...]] = []
        for satu in indikator:
            baris.append(f"uraian_{satu.uuid.hex}")
            if berangka:
                baris.append((f"target_{satu.uuid.hex}", f"atas_{satu.uuid.hex}"))
        self.helper = tata(*baris, "suntingan")

    def _tambah(self, satu: Indikator, aksi: RencanaAksi | None) -> None:
        kode = satu.uuid.hex
        self.fields[f"uraian_{kode}"] = forms.CharField(
            label=f"Rencana aksi: {satu.uraian}",
            required=False,
            max_length=300,
            initial=aksi.uraian if aksi else "",
            help_text="Langkah dalam periode ini.",
        )
        if not self.berangka:
            return
        for nama, label, awal in (
            ("target", "Target periode", aksi.target if aksi else None),
            ("atas", "Batas atas rentang", aksi.target_atas if aksi else None),
        ):
            self.fields[f"{nama}_{kode}"] = NilaiIndikatorField(
                label=f"{label}: {satu.uraian}",
                required=False,
                initial=tanpa_nol(awal),
                help_text=f"Dalam {satu.satuan}." if satu.satuan and nama == "target" else "",
            )

    @property
    def isi(self) -> dict[UUID, IsiAksi]:
        """What was typed, for the process."""
        data = self.cleaned_data
        return {
            satu.uuid: IsiAksi(
                data[f"uraian_{satu.uuid.hex}"].strip(),
                data.get(f"target_{satu.uuid.hex}"),
                data.get(f"atas_{satu.uuid.hex}"),
            )
            for satu in self.indikator
        }
