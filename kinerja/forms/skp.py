"""Writing a plan and what the superior says to it."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms

from kinerja.enums import LABEL_ASPEK
from kinerja.forms.dasar import WAJIB, tanpa_nol, tata
from kinerja.models import Indikator, RencanaHasilKerja
from rakumpit.isian import AngkaField, TanggalField
from rakumpit.organisasi.models import UnitKerja


class SKPBaruForm(forms.Form):
    mulai = TanggalField(label="Berlaku mulai", help_text="Misalnya 1 Januari 2026.")
    selesai = TanggalField(label="Sampai dengan", help_text="Misalnya 31 Desember 2026.")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = tata(("mulai", "selesai"))


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
        error_messages: ClassVar = {"uraian": WAJIB}

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
        error_messages: ClassVar = {"uraian": WAJIB}

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
        self.helper = tata(
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
