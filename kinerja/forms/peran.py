"""One cell of the matrix of roles."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms

from kinerja.forms.dasar import WAJIB, tata
from kinerja.models import PeranHasil


class PeranForm(forms.ModelForm):
    """The result of the pimpinan (column) and the result expected of the employee (cell)."""

    versi = forms.IntegerField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = PeranHasil
        fields = ("rhk_pimpinan", "uraian")
        widgets: ClassVar = {"uraian": forms.Textarea(attrs={"rows": 3})}
        labels: ClassVar = {"rhk_pimpinan": "Mendukung hasil kerja Anda"}
        help_texts: ClassVar = {"uraian": "Hasil, bukan kegiatan. Pegawai dapat mengambilnya ke draf SKP."}
        error_messages: ClassVar = {"rhk_pimpinan": WAJIB, "uraian": WAJIB}

    def __init__(self, *args: Any, pilihan: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        medan = self.fields["rhk_pimpinan"]
        if isinstance(medan, forms.ModelChoiceField):
            medan.queryset = pilihan
            medan.to_field_name = "uuid"
            medan.empty_label = "Pilih hasil kerja"
        if self.instance.pk:
            self.initial["rhk_pimpinan"] = self.instance.rhk_pimpinan.uuid
        self.helper = tata("rhk_pimpinan", "uraian", "versi")
