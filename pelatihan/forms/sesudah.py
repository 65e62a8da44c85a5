"""Forms of what follows an event."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms

import survei.ringkasan
from pelatihan.enums.sesudah import LABEL_SKALA
from pelatihan.models import PerilakuKegiatan
from pelatihan.perhitungan.sesudah import PERILAKU_MAKS, PERILAKU_MIN
from pelatihan.proses.sesudah import IsianPerilaku
from rakumpit.organisasi.models import UnitKerja

_SKALA = [(str(nilai), kata) for nilai, kata in LABEL_SKALA.items()]


class SepakatForm(forms.Form):
    """Three to five behaviours, and where the result will be looked for."""

    unit = forms.ModelChoiceField(
        label="Unit yang pelayanannya dilihat",
        queryset=UnitKerja.objects.none(),
        to_field_name="uuid",
        required=False,
        empty_label="Hasil pelayanan tidak dilihat",
    )
    unsur = forms.ChoiceField(
        label="Unsur survei kepuasan",
        required=False,
        help_text="Nilainya sebelum dan sesudah kegiatan ditampilkan berdampingan.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        unit, unsur = self.fields["unit"], self.fields["unsur"]
        if isinstance(unit, forms.ModelChoiceField) and isinstance(unsur, forms.ChoiceField):
            unit.queryset = UnitKerja.objects.filter(aktif=True).order_by("nama", "pk")
            unsur.choices = [("", "Tidak dipilih"), *survei.ringkasan.pilihan_unsur()]
        for urut in range(1, PERILAKU_MAKS + 1):
            self.fields[f"perilaku_{urut}"] = forms.CharField(
                label=f"Perilaku {urut}",
                max_length=200,
                required=urut <= PERILAKU_MIN,
                help_text="Yang terlihat di tempat kerja, misalnya: menyapa warga lebih dulu." if urut == 1 else "",
                error_messages={"required": "Tulis paling sedikit tiga perilaku."},
            )
        self.order_fields([f"perilaku_{urut}" for urut in range(1, PERILAKU_MAKS + 1)])

    def isi(self) -> dict[str, Any]:
        """What was typed, for the process."""
        data = self.cleaned_data
        return {
            "perilaku": [data[f"perilaku_{urut}"] for urut in range(1, PERILAKU_MAKS + 1)],
            "unit": data["unit"],
            "unsur": data["unsur"],
        }


class PerilakuForm(forms.Form):
    """Two choices for each behaviour; how it was before may be left open."""

    catatan = forms.CharField(
        label="Contoh dari pekerjaan",
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Satu kejadian yang Anda lihat. Tanpa nama warga.",
    )

    def __init__(self, *args: Any, perilaku: Sequence[PerilakuKegiatan], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.perilaku = perilaku
        for satu in perilaku:
            self.fields[f"sebelum_{satu.urutan}"] = forms.TypedChoiceField(
                label=f"{satu.pernyataan}: sebelum pelatihan",
                choices=[("", "Tidak ingat"), *_SKALA],
                coerce=int,
                empty_value=None,
                required=False,
            )
            self.fields[f"kini_{satu.urutan}"] = forms.TypedChoiceField(
                label=f"{satu.pernyataan}: sekarang",
                choices=[("", "Pilih"), *_SKALA],
                coerce=int,
                error_messages={"required": "Pilih salah satu."},
            )
        self.order_fields([nama for nama in self.fields if nama != "catatan"])

    def isi(self) -> list[IsianPerilaku]:
        """What was chosen, for the process."""
        data = self.cleaned_data
        return [
            IsianPerilaku(satu.pk, data[f"sebelum_{satu.urutan}"], data[f"kini_{satu.urutan}"])
            for satu in self.perilaku
        ]


class SimpulanForm(forms.Form):
    simpulan = forms.CharField(
        label="Yang terlihat pada pelayanan",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="Tulis juga hal lain yang berubah pada waktu yang sama.",
        error_messages={"required": "Tulis simpulannya."},
    )
