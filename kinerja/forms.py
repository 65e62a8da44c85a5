"""Forms of performance management: shapes and words; what is allowed is decided by ``proses``."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, ClassVar

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Div, Layout
from django import forms
from django.core.files.uploadedfile import UploadedFile

from kinerja.enums import LABEL_ASPEK
from kinerja.models import Indikator, Periode, RencanaHasilKerja
from kinerja.perhitungan import LABEL_NILAI_DASAR, LABEL_RATING, NilaiDasar, Rating
from rakumpit.isian import AngkaField, TanggalField
from rakumpit.organisasi.models import UnitKerja

_PILIHAN_RATING = [(rating.value, label) for rating, label in LABEL_RATING.items()]
_WAJIB = {"required": "Bagian ini belum diisi."}


def tanpa_nol(nilai: Decimal | None) -> Decimal | None:
    """A stored number as a person typed it: 12.5000 is 12.5, 100.0000 is 100."""
    if nilai is None:
        return None
    return nilai.quantize(Decimal(1)) if nilai == nilai.to_integral_value() else nilai.normalize()


def _tata(*baris: str | tuple[str, ...]) -> FormHelper:
    """Order of the fields; names in a tuple stand side by side where there is room. The page writes the form tag."""
    tata = FormHelper()
    tata.form_tag = False
    tata.disable_csrf = True
    tata.layout = Layout(*(satu if isinstance(satu, str) else Div(*satu, css_class="kisi") for satu in baris))
    return tata


def _bersyarat(medan: forms.Field) -> None:
    """Not required by itself, but no page calls it «tidak wajib»: its help says when it is needed."""
    medan.bersyarat = True  # type: ignore[attr-defined]  # read by templates/bootstrap5/field.html


class RealisasiForm(forms.Form):
    """What was reached. ``versi`` is the version on which the person typed; empty for a first entry."""

    nilai = AngkaField(
        label="Realisasi",
        required=False,
        min_value=0,
        max_digits=16,
        decimal_places=4,
        help_text="Angka yang sudah dicapai dalam periode ini, misalnya 171 atau 3,5.",
    )
    per_tanggal = TanggalField(
        label="Keadaan per tanggal", required=False, help_text="Hari kerja itu selesai, misalnya 30 September 2026."
    )
    catatan = forms.CharField(
        label="Catatan",
        required=False,
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Apa yang dikerjakan. Bila angka belum ada, tulis sebabnya.",
    )
    bukti = forms.URLField(
        label="Tautan bukti",
        required=False,
        max_length=500,
        assume_scheme="https",
        help_text="Alamat foto, berkas, atau dokumen yang mendukung angka ini.",
    )
    versi = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _bersyarat(self.fields["nilai"])
        self.helper = _tata(("nilai", "per_tanggal"), "catatan", "bukti", "versi")


class PerilakuForm(forms.Form):
    """Seven values; *sesuai* is preset, an exception needs one sentence."""

    def __init__(self, *args: Any, tersimpan: dict[str, tuple[str, str]] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for nilai, label in LABEL_NILAI_DASAR.items():
            rating, catatan = (tersimpan or {}).get(nilai.value, (Rating.SESUAI.value, ""))
            self.fields[f"rating_{nilai.value}"] = forms.ChoiceField(
                label=label, choices=_PILIHAN_RATING, initial=rating, widget=forms.RadioSelect, error_messages=_WAJIB
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


class KeputusanForm(forms.Form):
    """Both ratings and the reason; the predicate follows from the quadrant."""

    rating_hasil = forms.ChoiceField(label="Rating hasil kerja", error_messages=_WAJIB)
    rating_perilaku = forms.ChoiceField(label="Rating perilaku kerja", error_messages=_WAJIB)
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
        _bersyarat(self.fields["alasan"])
        for nama, nilai in zip(("rating_hasil", "rating_perilaku"), usulan, strict=True):
            medan = self.fields[nama]
            if isinstance(medan, forms.ChoiceField):
                pilihan = [(r, f"{label} (usulan)" if r == nilai else label) for r, label in _PILIHAN_RATING]
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

    surat_nomor = forms.CharField(label="Nomor surat", max_length=100, error_messages=_WAJIB)
    pindaian = forms.FileField(
        label="Pindaian surat yang sudah ditandatangani",
        help_text="PDF, JPG, atau PNG, paling besar 5 MB.",
        error_messages={"required": "Pilih berkas pindaian surat."},
        widget=forms.FileInput(attrs={"accept": ".pdf,.jpg,.jpeg,.png"}),
    )


class SuratForm(SuratPersetujuanForm, KeputusanForm):
    """The decision that such a letter states."""

    field_order = ("surat_nomor", "pindaian", "rating_hasil", "rating_perilaku", "alasan")


class VersiForm(forms.Form):
    """A confirmation that carries the version which the person saw."""

    versi = forms.IntegerField(widget=forms.HiddenInput)


class SKPBaruForm(forms.Form):
    mulai = TanggalField(label="Berlaku mulai", help_text="Misalnya 1 Januari 2026.")
    selesai = TanggalField(label="Sampai dengan", help_text="Misalnya 31 Desember 2026.")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = _tata(("mulai", "selesai"))


class RencanaForm(forms.ModelForm):
    """One planned result; the superior's results offered are those of the plan that holds with this one."""

    class Meta:
        model = RencanaHasilKerja
        fields = ("uraian", "jenis", "rhk_pimpinan")
        widgets: ClassVar = {"uraian": forms.Textarea(attrs={"rows": 3})}
        labels: ClassVar = {"jenis": "Jenis hasil kerja"}
        help_texts: ClassVar = {
            "uraian": "Hasil yang Anda janjikan, bukan daftar kegiatan.",
            "rhk_pimpinan": "Hasil atasan yang terbantu oleh hasil ini.",
        }
        error_messages: ClassVar = {"uraian": _WAJIB}

    def __init__(self, *args: Any, pimpinan: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        medan = self.fields["rhk_pimpinan"]
        if isinstance(medan, forms.ModelChoiceField):
            medan.queryset = pimpinan
            medan.empty_label = "Tidak mendukung hasil atasan"


class IndikatorForm(forms.ModelForm):
    """One measure; numbers are read as Indonesians write them."""

    target = AngkaField(
        label="Target",
        min_value=0,
        max_digits=16,
        decimal_places=4,
        help_text="Angka yang ingin dicapai. Untuk rentang, isi batas bawahnya di sini.",
    )
    target_atas = AngkaField(
        label="Batas atas rentang",
        required=False,
        min_value=0,
        max_digits=16,
        decimal_places=4,
        help_text="Isi hanya bila target berupa rentang, misalnya 90 sampai 100.",
    )
    bobot = AngkaField(
        label="Bobot (persen)",
        required=False,
        max_digits=5,
        decimal_places=2,
        help_text="Kosongkan semua agar sama berat. Bila satu diisi, semua diisi dan berjumlah 100.",
    )

    class Meta:
        model = Indikator
        fields = ("uraian", "aspek", "satuan", "arah", "target", "target_atas", "sumber", "unit_sumber", "bobot")
        labels: ClassVar = {"uraian": "Indikator", "sumber": "Sumber realisasi"}
        help_texts: ClassVar = {
            "uraian": "Cara mengukur hasil, misalnya «Jumlah surat keterangan yang selesai».",
            "satuan": "Misalnya surat, hari, atau persen.",
            "unit_sumber": "Hanya untuk sumber survei. Kosongkan untuk unit tempat Anda bekerja.",
        }
        error_messages: ClassVar = {"uraian": _WAJIB}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for nama in ("target", "target_atas", "bobot"):
            self.initial[nama] = tanpa_nol(self.initial.get(nama))
        unit = self.fields["unit_sumber"]
        if isinstance(unit, forms.ModelChoiceField):
            unit.queryset = UnitKerja.objects.order_by("nama")
            unit.empty_label = "Unit tempat saya bekerja"
        aspek = self.fields["aspek"]
        if isinstance(aspek, forms.ChoiceField):
            aspek.choices = [("", "Tidak ditentukan"), *((a.value, label) for a, label in LABEL_ASPEK.items())]
        self.helper = _tata(
            "uraian", ("aspek", "arah"), ("target", "target_atas"), ("satuan", "bobot"), ("sumber", "unit_sumber")
        )


class KembalikanForm(forms.Form):
    catatan = forms.CharField(
        label="Yang perlu dibetulkan",
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Sebut bagian mana dan bagaimana seharusnya; pegawai membaca catatan ini.",
        error_messages={"required": "Tulis apa yang perlu dibetulkan."},
    )


class RunForm(forms.Form):
    """Which period to compute, for the whole office or one unit."""

    periode = forms.ModelChoiceField(
        label="Periode",
        queryset=Periode.objects.all(),
        empty_label="Pilih periode",
        error_messages={**_WAJIB, "invalid_choice": "Periode itu tidak ada."},
    )
    unit = forms.ModelChoiceField(
        label="Unit kerja", queryset=UnitKerja.objects.order_by("nama"), required=False, empty_label="Seluruh kantor"
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = _tata(("periode", "unit"))


class AlasanForm(forms.Form):
    alasan = forms.CharField(
        label="Alasan",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Tulis alasannya."},
    )


class BukaKembaliForm(AlasanForm):
    sampai = TanggalField(label="Dibuka kembali sampai", help_text="Hari terakhir mengisi, sampai pukul 23.59 WIB.")
    field_order = ("sampai", "alasan")


def berkas(nilai: Any) -> UploadedFile | None:
    """The uploaded file of a cleaned value, typed."""
    return nilai if isinstance(nilai, UploadedFile) else None
