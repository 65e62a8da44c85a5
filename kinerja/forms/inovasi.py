"""Forms of innovations."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms

from kinerja.forms.dasar import NilaiIndikatorField, VersiForm, bersyarat, tata
from kinerja.models import Bukti
from rakumpit.isian import TanggalField
from rakumpit.organisasi.models import Pegawai, UnitKerja


def _uraian(label: str, bantuan: str, wajib: str) -> forms.CharField:
    return forms.CharField(
        label=label,
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=bantuan,
        error_messages={"required": wajib},
    )


class InovasiForm(forms.Form):
    """The idea and who works on it. ``rekan``: the people who may join the team."""

    judul = forms.CharField(
        label="Judul", max_length=150, error_messages={"required": "Tulis judul yang mudah dikenali."}
    )
    masalah = _uraian("Masalah", "Apa yang menyulitkan warga atau rekan sekarang.", "Tulis masalahnya.")
    gagasan = _uraian("Gagasan", "Cara baru yang ingin dicoba. Boleh kecil, boleh meniru unit lain.", "Tulis idenya.")
    tim = forms.ModelMultipleChoiceField(
        label="Anggota tim",
        queryset=Pegawai.objects.none(),
        to_field_name="uuid",
        required=False,
        help_text="Boleh beberapa orang.",
        widget=forms.CheckboxSelectMultiple,
    )
    versi = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, rekan: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        tim = self.fields["tim"]
        if isinstance(tim, forms.ModelMultipleChoiceField):
            tim.queryset = rekan
        self.helper = tata("judul", "masalah", "gagasan", "tim", "versi")


class MulaiCobaForm(forms.Form):
    sejak = TanggalField(label="Dicoba sejak")


class HasilForm(forms.Form):
    """What came of the trial; success is shown by one figure before and after."""

    berhasil = forms.TypedChoiceField(
        label="Apakah berhasil?",
        choices=[("ya", "Berhasil"), ("belum", "Belum berhasil")],
        coerce=lambda nilai: nilai == "ya",
        widget=forms.RadioSelect,
        help_text="Mencoba dan belum berhasil juga berguna bagi rekan lain.",
        error_messages={"required": "Pilih salah satu."},
    )
    hasil = _uraian("Hasil", "Apa yang berubah, dan apa yang Anda pelajari.", "Tulis hasilnya.")
    ukuran = forms.CharField(
        label="Yang diukur", required=False, max_length=150, help_text="Misalnya waktu tunggu di loket."
    )
    sebelum = NilaiIndikatorField(label="Angka sebelum", required=False, min_value=None)
    sesudah = NilaiIndikatorField(label="Angka sesudah", required=False, min_value=None)
    satuan = forms.CharField(label="Satuan", required=False, max_length=30, help_text="Misalnya menit.")
    bukti = forms.ModelMultipleChoiceField(
        label="Bukti",
        queryset=Bukti.objects.none(),
        to_field_name="uuid",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    versi = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, bukti: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        pilihan = self.fields["bukti"]
        if isinstance(pilihan, forms.ModelMultipleChoiceField):
            pilihan.queryset = bukti
        for nama in ("ukuran", "sebelum", "sesudah"):
            bersyarat(self.fields[nama])
        self.helper = tata("berhasil", "hasil", ("ukuran", "satuan"), ("sebelum", "sesudah"), "bukti", "versi")


class VerifikasiForm(VersiForm):
    catatan = _uraian(
        "Yang Anda periksa", "Misalnya buku agenda sebelum dan sesudahnya.", "Tulis apa yang Anda periksa."
    )


class KembalikanHasilForm(VersiForm):
    alasan = _uraian(
        "Yang perlu dibetulkan",
        "Misalnya angka yang tidak cocok dengan buku agenda. Seluruh tim membacanya.",
        "Tulis apa yang perlu dibetulkan.",
    )


class TawarkanForm(forms.Form):
    """Under which theme of the library the innovation is found. ``tema``: code and name of each."""

    tema = forms.ChoiceField(label="Tema", error_messages={"required": "Pilih tema."})

    def __init__(self, *args: Any, tema: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        medan = self.fields["tema"]
        if isinstance(medan, forms.ChoiceField):
            medan.choices = list(tema)


class AdopsiForm(forms.Form):
    """A unit that the reader leads takes the innovation over."""

    unit = forms.ModelChoiceField(
        label="Unit kerja",
        queryset=UnitKerja.objects.none(),
        to_field_name="uuid",
        empty_label=None,
        error_messages={"required": "Pilih unit.", "invalid_choice": "Pilih unit yang Anda pimpin."},
    )
    tanggal = TanggalField(label="Dipakai sejak")
    catatan = forms.CharField(
        label="Catatan", required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, *args: Any, unit_ids: Iterable[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        unit = self.fields["unit"]
        if isinstance(unit, forms.ModelChoiceField):
            unit.queryset = UnitKerja.objects.filter(pk__in=list(unit_ids)).order_by("nama")
        self.helper = tata(("unit", "tanggal"), "catatan")
