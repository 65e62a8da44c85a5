"""Rating: behaviour, the decision, and letters of officials outside the office."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms

from kinerja.forms.dasar import PILIHAN_RATING, WAJIB, bersyarat
from kinerja.perhitungan import LABEL_NILAI_DASAR, NilaiDasar, Rating
from kinerja.perhitungan.panduan import PANDUAN_PERILAKU
from rakumpit.organisasi.models import Pegawai


class PerilakuForm(forms.Form):
    """Seven values; *sesuai* is preset, an exception needs one sentence."""

    def __init__(self, *args: Any, tersimpan: Mapping[str, tuple[str, str]] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for nilai, label in LABEL_NILAI_DASAR.items():
            rating, catatan = (tersimpan or {}).get(nilai.value, (Rating.SESUAI.value, ""))
            self.fields[f"rating_{nilai.value}"] = forms.ChoiceField(
                label=label,
                choices=PILIHAN_RATING,
                initial=rating,
                widget=forms.RadioSelect,
                error_messages=WAJIB,
                help_text=" ".join(PANDUAN_PERILAKU[nilai]),
            )
            self.fields[f"catatan_{nilai.value}"] = forms.CharField(
                label=f"Kalimat alasan untuk {label}",
                required=False,
                max_length=1000,
                initial=catatan,
                widget=forms.TextInput(attrs={"class": "form-control"}),
            )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        for nilai in NilaiDasar:
            rating = data.get(f"rating_{nilai.value}")
            if rating and rating != Rating.SESUAI.value and not data.get(f"catatan_{nilai.value}"):
                self.add_error(
                    f"catatan_{nilai.value}", "Tulis satu kalimat alasan bila rating bukan «sesuai ekspektasi»."
                )
        return data

    @property
    def baris(self) -> list[tuple[str, forms.BoundField, forms.BoundField]]:
        """(label, rating, sentence) of each value, in the official order."""
        return [
            (label, self[f"rating_{nilai.value}"], self[f"catatan_{nilai.value}"])
            for nilai, label in LABEL_NILAI_DASAR.items()
        ]

    @property
    def penilaian(self) -> dict[str, tuple[str, str]]:
        """What was chosen, for the process."""
        data = self.cleaned_data
        return {n.value: (data[f"rating_{n.value}"], data[f"catatan_{n.value}"]) for n in NilaiDasar}


class PerilakuOrangForm(PerilakuForm):
    """The seven values of one person among several: labels name the person, ``versi`` is what the page was opened on.

    ``lewati`` leaves the person out: nothing of the form is read then.
    """

    versi = forms.CharField(required=False, widget=forms.HiddenInput)
    lewati = forms.BooleanField(label="Lewati dulu orang ini", required=False)

    def __init__(self, *args: Any, nama: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.nama = nama
        for nilai, label in LABEL_NILAI_DASAR.items():
            rating, catatan = self.fields[f"rating_{nilai.value}"], self.fields[f"catatan_{nilai.value}"]
            rating.label = f"{nama}, {label}"
            catatan.label = f"Kalimat alasan untuk {nama}, {label}"
            catatan.widget = forms.Textarea(attrs={"class": "form-control", "rows": 2})
            if isinstance(rating, forms.ChoiceField):
                rating.choices = [(r, teks.removesuffix(" ekspektasi")) for r, teks in PILIHAN_RATING]

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if data.get("lewati"):
            for nama in list(self.errors):
                del self.errors[nama]
        return data


class PenilaiForm(forms.Form):
    """Which peers and subordinates are asked; nobody ticked means that nobody is asked any more."""

    penilai = forms.MultipleChoiceField(label="Diminta menilai", required=False, widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args: Any, calon: Iterable[tuple[Pegawai, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        medan = self.fields["penilai"]
        if isinstance(medan, forms.MultipleChoiceField):
            medan.choices = [(str(satu.uuid), label) for satu, label in calon]


class KeputusanForm(forms.Form):
    """Both ratings and the reason; the predicate follows from the quadrant."""

    rating_hasil = forms.ChoiceField(label="Rating hasil kerja", error_messages=WAJIB)
    rating_perilaku = forms.ChoiceField(label="Rating perilaku kerja", error_messages=WAJIB)
    alasan = forms.CharField(
        label="Alasan",
        required=False,
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Wajib bila rating berbeda dari usulan. Sebut fakta dan tanggalnya; pegawai membaca alasan ini.",
    )
    versi = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, usulan: tuple[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.usulan = usulan
        bersyarat(self.fields["alasan"])
        for nama, nilai in zip(("rating_hasil", "rating_perilaku"), usulan, strict=True):
            medan = self.fields[nama]
            if isinstance(medan, forms.ChoiceField):
                pilihan = [(r, f"{label} (usulan)" if r == nilai else label) for r, label in PILIHAN_RATING]
                medan.choices = [("", "Pilih rating"), *pilihan]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        pilihan = (data.get("rating_hasil"), data.get("rating_perilaku"))
        if all(pilihan) and pilihan != self.usulan and not data.get("alasan"):
            self.add_error(
                "alasan", "Tulis alasan: rating yang Anda pilih berbeda dari usulan, atau usulannya belum ada."
            )
        return data


class SuratPersetujuanForm(forms.Form):
    """Number and scan of a letter that an official outside the office signed."""

    surat_nomor = forms.CharField(label="Nomor surat", max_length=100, error_messages=WAJIB)
    pindaian = forms.FileField(
        label="Pindaian surat yang sudah ditandatangani",
        help_text="PDF, JPG, atau PNG, paling besar 5 MB.",
        error_messages={"required": "Pilih berkas pindaian surat."},
        widget=forms.FileInput(attrs={"accept": ".pdf,.jpg,.jpeg,.png"}),
    )


class SuratForm(SuratPersetujuanForm, KeputusanForm):
    """The decision that such a letter states."""

    field_order = ("surat_nomor", "pindaian", "rating_hasil", "rating_perilaku", "alasan")
