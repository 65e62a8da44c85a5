"""Forms of follow-ups."""

from __future__ import annotations

from typing import Any

from django import forms

from rakumpit.isian import BeberapaBerkasField, BeberapaBerkasInput, TanggalField
from rakumpit.organisasi.models import Jabatan
from survei.proses.berkas import BERKAS_TERBANYAK

_UMUM = "Tampil untuk umum sesudah disetujui: jangan tulis nama orang."


class RencanaForm(forms.Form):
    """Problem, cause, action, post and due day. ``calon``: posts that may be in charge."""

    masalah = forms.CharField(
        label="Masalah",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Apa yang dinilai kurang oleh warga.",
        error_messages={"required": "Tulis masalahnya."},
    )
    akar = forms.CharField(
        label="Akar masalah",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Mengapa itu terjadi. Hanya dibaca di dalam kantor.",
        error_messages={"required": "Tulis akar masalahnya."},
    )
    tindakan = forms.CharField(
        label="Tindakan",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Tulis tindakannya."},
    )
    penanggung_jawab = forms.ModelChoiceField(
        label="Penanggung jawab",
        queryset=Jabatan.objects.none(),
        to_field_name="uuid",
        empty_label="Pilih jabatan",
        error_messages={
            "required": "Pilih jabatan penanggung jawab.",
            "invalid_choice": "Pilih salah satu jabatan di daftar.",
        },
    )
    batas = TanggalField(label="Tenggat")

    def __init__(self, *args: Any, calon: Any, contoh: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        medan = self.fields["penanggung_jawab"]
        if isinstance(medan, forms.ModelChoiceField):
            medan.queryset = calon
        self.fields["tindakan"].help_text = f"{_UMUM} Misalnya: {contoh}." if contoh else _UMUM


class UsulanForm(RencanaForm):
    """A new proposal; its ``kode`` is made with the page, so that sending it twice stores it once."""

    kode = forms.UUIDField(widget=forms.HiddenInput)


class UbahForm(RencanaForm):
    """A proposal that exists, with the version that the person saw."""

    versi = forms.IntegerField(widget=forms.HiddenInput)


class LangkahForm(forms.Form):
    """A step without words."""

    versi = forms.IntegerField(widget=forms.HiddenInput)


class SelesaiForm(LangkahForm):
    """Stands beside ``BatalForm`` on one page, so its ids are its own."""

    bukti = forms.CharField(
        label="Apa yang sudah dikerjakan, dan apa buktinya",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Tampil untuk umum: jangan tulis nama orang.",
        error_messages={"required": "Tulis apa yang sudah dikerjakan dan buktinya."},
    )

    berkas = BeberapaBerkasField(
        label="Foto atau dokumen",
        required=False,
        help_text=f"Paling banyak {BERKAS_TERBANYAK}, masing-masing paling besar 10 MB: PDF, JPG, PNG, Excel, atau "
        "Word. Hanya dibaca di dalam kantor. Tempat dan waktu foto dihapus.",
        widget=BeberapaBerkasInput(attrs={"accept": ".pdf,.jpg,.jpeg,.png,.xlsx,.docx"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **({"auto_id": "selesai_%s"} | kwargs))


class BatalForm(LangkahForm):
    alasan = forms.CharField(
        label="Alasan pembatalan",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Bila sudah disetujui, alasan ini tampil untuk umum: jangan tulis nama orang.",
        error_messages={"required": "Tulis alasan pembatalan."},
    )
