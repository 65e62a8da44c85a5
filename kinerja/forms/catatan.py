"""The form of a daily note."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.forms import ModelChoiceField

from kinerja.forms.dasar import NilaiIndikatorField, tata
from kinerja.models import Indikator
from kinerja.proses.catatan import URAIAN_MAKS, IsiCatatan
from rakumpit.isian import BeberapaBerkasField, BeberapaBerkasInput, TanggalField


class PilihIndikatorField(ModelChoiceField):
    """One of the indicators of a person, named with its unit of measure."""

    def label_from_instance(self, obj: Any) -> str:
        satuan = f" ({obj.satuan})" if obj.satuan else ""
        return f"{obj.uraian}{satuan}"


class CatatanForm(forms.Form):
    """One note with its photos; ``indikator`` offers those of the person's approved plans."""

    tersembunyi: ClassVar[tuple[str, ...]] = ()
    tanggal = TanggalField(label="Tanggal pekerjaan", widget=forms.TextInput(attrs={"type": "date"}))
    uraian = forms.CharField(
        label="Apa yang Anda kerjakan?",
        max_length=URAIAN_MAKS,
        help_text="Satu kalimat, misalnya «Melayani 23 surat keterangan di loket».",
        error_messages={"required": "Tulis satu kalimat tentang pekerjaan hari itu."},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    indikator = PilihIndikatorField(
        label="Untuk indikator", queryset=Indikator.objects.none(), required=False, to_field_name="uuid"
    )
    hasil = NilaiIndikatorField(
        label="Hasil",
        required=False,
        help_text="Angka untuk indikator itu, misalnya 23.",
    )
    foto = BeberapaBerkasField(
        label="Foto",
        required=False,
        help_text="Boleh beberapa sekaligus, masing-masing paling besar 10 MB.",
        widget=BeberapaBerkasInput(attrs={"accept": ".jpg,.jpeg,.png,.pdf"}),
    )

    def __init__(self, *args: Any, indikator: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        medan = self.fields["indikator"]
        if isinstance(medan, ModelChoiceField):
            medan.queryset = indikator
            medan.empty_label = "Tidak untuk indikator tertentu"
        self.helper = tata("uraian", "tanggal", ("indikator", "hasil"), "foto", *self.tersembunyi)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("hasil") is not None and not data.get("indikator") and "indikator" not in self.errors:
            self.add_error("indikator", "Pilih indikator untuk angka ini, atau kosongkan hasil.")
        return data

    @property
    def isi(self) -> IsiCatatan:
        """What was typed, for the process."""
        data = self.cleaned_data
        return IsiCatatan(data["tanggal"], data["uraian"], data["hasil"], data["indikator"])


class CatatanBaruForm(CatatanForm):
    """A new note. ``kiriman_id`` is made by the page, or by the device that types offline."""

    tersembunyi = ("kiriman_id",)
    kiriman_id = forms.UUIDField(widget=forms.HiddenInput)


class CatatanUbahForm(CatatanForm):
    """A note that is there. ``versi`` is the version on which the person types."""

    tersembunyi = ("versi",)
    versi = forms.IntegerField(widget=forms.HiddenInput)
