"""Writing and signing an agreement of a unit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any, ClassVar
from uuid import UUID

from crispy_forms.layout import HTML
from django import forms

from kinerja.forms.dasar import WAJIB, NilaiIndikatorField, bersyarat, tanpa_nol, tata
from kinerja.models import IndikatorUtama, Sasaran
from rakumpit.isian import TanggalField
from rakumpit.organisasi.models import UnitKerja

TRIWULAN = {1: "Triwulan I", 2: "Triwulan II", 3: "Triwulan III", 4: "Triwulan IV"}
_TANPA_TARGET = "Isi target triwulan ini, atau kosongkan seluruh isian triwulannya."


class PerjanjianBaruForm(forms.Form):
    unit = forms.ModelChoiceField(
        label="Unit kerja",
        queryset=UnitKerja.objects.none(),
        empty_label=None,
        to_field_name="uuid",
        error_messages={**WAJIB, "invalid_choice": "Pilih unit yang Anda pimpin."},
    )
    tahun = forms.IntegerField(label="Tahun", help_text="Misalnya 2027.", error_messages=WAJIB)

    def __init__(self, *args: Any, unit: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        medan = self.fields["unit"]
        if isinstance(medan, forms.ModelChoiceField):
            medan.queryset = unit
        self.helper = tata(("unit", "tahun"))


class SasaranForm(forms.ModelForm):
    versi = forms.IntegerField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = Sasaran
        fields = ("uraian", "tujuan", "rujukan")
        widgets: ClassVar = {
            "uraian": forms.Textarea(attrs={"rows": 3}),
            "tujuan": forms.Textarea(attrs={"rows": 3}),
        }
        help_texts: ClassVar = {
            "uraian": "Keadaan yang hendak dicapai unit ini, misalnya «Meningkatnya kepuasan warga».",
            "tujuan": "Tujuan RPJMD atau Renstra yang terbantu oleh sasaran ini.",
            "rujukan": "Misalnya «Renstra 2025–2029, tujuan 1, sasaran 2».",
        }
        error_messages: ClassVar = {"uraian": WAJIB}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = tata("uraian", "tujuan", "rujukan", "versi")


class IKUForm(forms.ModelForm):
    """One measure with its year and its four quarters; a quarter without a target stays empty as a whole."""

    target = NilaiIndikatorField(
        label="Target setahun",
        help_text="Angka yang ingin dicapai pada akhir tahun. Untuk rentang, isi batas bawahnya di sini.",
    )
    target_atas = NilaiIndikatorField(
        label="Batas atas rentang",
        required=False,
        help_text="Isi hanya bila target berupa rentang, misalnya 93 sampai 97.",
    )
    versi = forms.IntegerField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = IndikatorUtama
        fields = ("uraian", "satuan", "arah", "target", "target_atas")
        help_texts: ClassVar = {
            "uraian": "Ukuran utama bagi sasaran ini, misalnya «Nilai IKM gabungan».",
            "satuan": "Misalnya nilai, dokumen, atau persen.",
        }
        error_messages: ClassVar = {"uraian": WAJIB, "satuan": WAJIB}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for nama in ("target", "target_atas"):
            self.initial[nama] = tanpa_nol(self.initial.get(nama))
        lama = {satu.triwulan: satu for satu in self.instance.triwulan.all()} if self.instance.pk else {}
        for nomor, label in TRIWULAN.items():
            satu = lama.get(nomor)
            self.fields[f"aksi_{nomor}"] = forms.CharField(
                label=f"Rencana aksi {label}",
                required=False,
                max_length=300,
                initial=satu.uraian if satu else "",
                widget=forms.TextInput,
            )
            self.fields[f"target_{nomor}"] = _angka(f"Target {label}", satu.target if satu else None)
            self.fields[f"atas_{nomor}"] = _angka(f"Batas atas {label}", satu.target_atas if satu else None)
            bersyarat(self.fields[f"target_{nomor}"])
        self.helper = tata("uraian", ("satuan", "arah"), ("target", "target_atas"), *self._baris_triwulan(), "versi")

    @staticmethod
    def _baris_triwulan() -> Iterable[Any]:
        yield HTML("<p>Target tiap triwulan dihitung sejak awal tahun. Kosongkan triwulan yang belum ditentukan.</p>")
        for nomor in TRIWULAN:
            yield f"aksi_{nomor}"
            yield (f"target_{nomor}", f"atas_{nomor}")

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        for nomor in TRIWULAN:
            target, atas = data.get(f"target_{nomor}"), data.get(f"atas_{nomor}")
            sendiri = data.get(f"aksi_{nomor}") or atas is not None
            if target is None and sendiri and f"target_{nomor}" not in self.errors:
                self.add_error(f"target_{nomor}", _TANPA_TARGET)
            if target is not None and atas is not None and atas < target:
                self.add_error(f"atas_{nomor}", "Batas atas tidak boleh di bawah batas bawah.")
        return data

    @property
    def triwulan(self) -> Mapping[int, tuple[str, Decimal, Decimal | None]]:
        """Quarter -> (rencana aksi, target, upper bound) of the quarters that have a target."""
        data = self.cleaned_data
        return {
            nomor: (data[f"aksi_{nomor}"], data[f"target_{nomor}"], data[f"atas_{nomor}"])
            for nomor in TRIWULAN
            if data[f"target_{nomor}"] is not None
        }


def _angka(label: str, nilai: Decimal | None) -> NilaiIndikatorField:
    return NilaiIndikatorField(label=label, required=False, initial=tanpa_nol(nilai))


class TandaTanganForm(forms.Form):
    """Number and day of a signed agreement; the scan is needed where the pengelola copies it from paper."""

    nomor = forms.CharField(label="Nomor perjanjian", max_length=100, error_messages=WAJIB)
    tanggal = TanggalField(label="Tanggal ditandatangani", help_text="Misalnya 15 Januari 2026.")
    pindaian = forms.FileField(
        label="Pindaian perjanjian yang sudah ditandatangani",
        help_text="PDF, JPG, atau PNG, paling besar 5 MB.",
        error_messages={"required": "Pilih berkas pindaian perjanjian."},
        widget=forms.FileInput(attrs={"accept": ".pdf,.jpg,.jpeg,.png"}),
    )

    def __init__(self, *args: Any, wajib_pindaian: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["pindaian"].required = wajib_pindaian
        self.helper = tata(("nomor", "tanggal"), "pindaian")


class AmbilForm(forms.Form):
    """Rows to take over into a plan, by their codes; the page draws the boxes with what each row says."""

    pilih = forms.TypedMultipleChoiceField(
        label="Yang diambil",
        coerce=UUID,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Pilih paling sedikit satu.", "invalid_choice": "Pilihan itu sudah tidak ada."},
    )

    def __init__(self, *args: Any, pilihan: Iterable[tuple[UUID, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        medan = self.fields["pilih"]
        if isinstance(medan, forms.TypedMultipleChoiceField):
            medan.choices = [(str(kode), label) for kode, label in pilihan]
