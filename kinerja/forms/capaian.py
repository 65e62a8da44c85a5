"""Setting the predicate of a unit."""

from __future__ import annotations

from typing import Any

from django import forms

from kinerja.forms.dasar import WAJIB, tata
from kinerja.perhitungan import LABEL_CAPAIAN_ORGANISASI
from rakumpit.organisasi.models import PejabatLuar


class CapaianForm(forms.Form):
    """Predicate and reason; ``revisi`` is the one that was seen, empty before there was one."""

    predikat = forms.ChoiceField(
        label="Capaian organisasi",
        choices=[("", "Pilih capaian"), *((satu.value, label) for satu, label in LABEL_CAPAIAN_ORGANISASI.items())],
        # One press release in two outlets; the criteria of the three in between were not found.
        help_text="Istimewa bila rencana aksi melampaui target yang disepakati. Sangat Kurang bila sebagian besar "
        "rencana aksi belum menunjukkan kemajuan. Belum diperiksa dengan peraturan.",
        error_messages=WAJIB,
    )
    dasar = forms.CharField(
        label="Dasar penetapan",
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Sebut rencana aksi mana yang melampaui, tercapai, atau tertinggal, dan ekspektasi pimpinan.",
        error_messages=WAJIB,
    )
    revisi = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = tata("predikat", "dasar", "revisi")


class CapaianSuratForm(CapaianForm):
    """What a signed letter of an official outside the office says."""

    pejabat = forms.ModelChoiceField(
        label="Pejabat yang menandatangani",
        queryset=PejabatLuar.objects.none(),
        empty_label=None,
        error_messages={**WAJIB, "invalid_choice": "Pilih salah satu pejabat."},
    )
    surat_nomor = forms.CharField(label="Nomor surat", max_length=100, error_messages=WAJIB)
    pindaian = forms.FileField(
        label="Pindaian surat yang sudah ditandatangani",
        help_text="PDF, JPG, atau PNG, paling besar 5 MB.",
        error_messages={"required": "Pilih berkas pindaian surat."},
        widget=forms.FileInput(attrs={"accept": ".pdf,.jpg,.jpeg,.png"}),
    )

    def __init__(self, *args: Any, pejabat: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        medan = self.fields["pejabat"]
        if isinstance(medan, forms.ModelChoiceField):
            medan.queryset = pejabat
        self.helper = tata("pejabat", ("surat_nomor", "pindaian"), "predikat", "dasar", "revisi")
