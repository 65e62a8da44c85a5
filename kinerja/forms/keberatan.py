"""Forms of delivery and objection."""

from __future__ import annotations

from typing import Any

from django import forms

from kinerja.enums import LABEL_PUTUSAN_KEBERATAN, PutusanKeberatan
from kinerja.forms.dasar import PILIHAN_RATING, WAJIB, bersyarat, tata
from kinerja.forms.penilaian import SuratPersetujuanForm
from rakumpit.isian import BeberapaBerkasField, BeberapaBerkasInput, TanggalField

_BERKAS = {"accept": ".pdf,.jpg,.jpeg,.png"}


class PenyampaianForm(forms.Form):
    """The day on the signed receipt, and its scan."""

    tanggal = TanggalField(label="Diterima pegawai pada", help_text="Tanggal di tanda terima, misalnya 8 Oktober 2026.")
    pindaian = forms.FileField(
        label="Pindaian tanda terima yang sudah ditandatangani",
        help_text="PDF, JPG, atau PNG, paling besar 5 MB.",
        error_messages={"required": "Pilih berkas pindaian tanda terima."},
        widget=forms.FileInput(attrs=_BERKAS),
    )


def _berkas_pendukung() -> BeberapaBerkasField:
    return BeberapaBerkasField(
        label="Berkas pendukung",
        required=False,
        help_text="Boleh beberapa sekaligus, paling banyak sepuluh: PDF, JPG, PNG, Excel, atau Word, "
        "masing-masing paling besar 10 MB.",
        widget=BeberapaBerkasInput(attrs={"accept": ".pdf,.jpg,.jpeg,.png,.xlsx,.docx"}),
    )


class KeberatanForm(forms.Form):
    """What the employee objects to, and the files that support it."""

    alasan = forms.CharField(
        label="Alasan keberatan",
        max_length=10000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text="Sebut bagian yang menurut Anda keliru, faktanya, dan tanggalnya.",
        error_messages={"required": "Tulis alasan keberatan."},
    )
    berkas = _berkas_pendukung()


class KeberatanSuratForm(forms.Form):
    """The signed objection of a person without an account."""

    tanggal = TanggalField(label="Surat diterima kantor pada", help_text="Misalnya 9 Oktober 2026.")
    alasan = forms.CharField(
        label="Alasan menurut surat",
        max_length=10000,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": "Salin alasan dari surat."},
    )
    surat = forms.FileField(
        label="Pindaian surat keberatan yang sudah ditandatangani",
        help_text="PDF, JPG, atau PNG, paling besar 5 MB.",
        error_messages={"required": "Pilih berkas pindaian surat."},
        widget=forms.FileInput(attrs=_BERKAS),
    )
    berkas = _berkas_pendukung()


class KeteranganForm(forms.Form):
    isi = forms.CharField(
        label="Keterangan",
        max_length=10000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text="Tulis fakta dan tanggalnya. Kedua pihak dan pejabat pemutus membacanya.",
        error_messages={"required": "Tulis keterangannya."},
    )
    semula = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)


class PutusanForm(forms.Form):
    """The decision; ratings are needed only when the result changes."""

    putusan = forms.ChoiceField(
        label="Keputusan",
        choices=[(satu.value, label) for satu, label in LABEL_PUTUSAN_KEBERATAN.items()],
        widget=forms.RadioSelect,
        error_messages={"required": "Pilih keputusan: hasil tetap atau hasil berubah."},
    )
    rating_hasil = forms.ChoiceField(
        label="Rating hasil kerja yang baru",
        required=False,
        choices=[("", "Pilih rating"), *PILIHAN_RATING],
        help_text="Hanya bila hasil berubah.",
    )
    rating_perilaku = forms.ChoiceField(
        label="Rating perilaku kerja yang baru",
        required=False,
        choices=[("", "Pilih rating"), *PILIHAN_RATING],
        help_text="Hanya bila hasil berubah.",
    )
    alasan = forms.CharField(
        label="Alasan keputusan",
        max_length=10000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="Kedua pihak membaca alasan ini.",
        error_messages={"required": "Tulis alasan keputusan."},
    )
    versi = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for nama in ("rating_hasil", "rating_perilaku"):
            bersyarat(self.fields[nama])
        self.helper = tata("putusan", ("rating_hasil", "rating_perilaku"), "alasan", "versi")

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("putusan") == PutusanKeberatan.BERUBAH.value:
            for nama in ("rating_hasil", "rating_perilaku"):
                if not data.get(nama):
                    self.add_error(nama, WAJIB["required"])
        return data


class PutusanSuratForm(SuratPersetujuanForm, PutusanForm):
    """The decision that a signed letter states."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = tata("surat_nomor", "pindaian", "putusan", ("rating_hasil", "rating_perilaku"), "alasan", "versi")
