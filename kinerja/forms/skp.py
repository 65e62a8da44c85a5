"""Writing a plan and what the superior says to it."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms

from kinerja.enums import (
    LABEL_ASPEK,
    LABEL_JENIS_LAMPIRAN,
    LABEL_PENDEKATAN,
    LABEL_PERSPEKTIF,
    BentukSKP,
    JenisLampiran,
    Pendekatan,
)
from kinerja.forms.dasar import WAJIB, NilaiIndikatorField, tanpa_nol, tata
from kinerja.models import Indikator, RencanaHasilKerja
from kinerja.perhitungan import LABEL_NILAI_DASAR, NilaiDasar
from kinerja.perhitungan.panduan import PANDUAN_PERILAKU
from kinerja.perhitungan.penetapan import periksa_masa_skp
from rakumpit.isian import AngkaField, TanggalField
from rakumpit.organisasi.models import UnitKerja

_PILIHAN_GOLONGAN = {
    "aspek": [(satu.value, label) for satu, label in LABEL_ASPEK.items()],
    "perspektif": [(satu.value, label) for satu, label in LABEL_PERSPEKTIF.items()],
}


class SKPBaruForm(forms.Form):
    """Days and approach of a plan; the approach is one per plan."""

    mulai = TanggalField(label="Berlaku mulai", help_text="Misalnya 1 Januari 2026.")
    selesai = TanggalField(label="Sampai dengan", help_text="Misalnya 31 Desember 2026.")
    pendekatan = forms.ChoiceField(
        label="Pendekatan",
        choices=[(satu.value, label) for satu, label in LABEL_PENDEKATAN.items()],
        initial=Pendekatan.KUANTITATIF.value,
        help_text="Kuantitatif: indikator dan target angka. Kualitatif: hasil dan ukuran keberhasilan dalam narasi.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = tata(("mulai", "selesai"), "pendekatan")

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        mulai, selesai = data.get("mulai"), data.get("selesai")
        salah = periksa_masa_skp(mulai, selesai) if mulai and selesai else None
        if salah is not None:
            self.add_error("selesai", salah)
        return data


class AturSKPForm(SKPBaruForm):
    """The same for a draft that exists. ``suntingan`` is the count of changes on which the person looked."""

    suntingan = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = tata(("mulai", "selesai"), "pendekatan", "suntingan")


class PerubahanForm(forms.Form):
    alasan = forms.CharField(
        label="Alasan perubahan",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Misalnya target kantor berubah, atau tugas baru dari atasan.",
        error_messages={"required": "Tulis alasan perubahan."},
    )


class AkhiriSKPForm(forms.Form):
    tanggal = TanggalField(label="Hari terakhir berlaku", help_text="Misalnya 30 Juni 2026, sehari sebelum mutasi.")
    alasan = forms.CharField(
        label="Alasan",
        max_length=300,
        help_text="Misalnya nomor surat mutasi.",
        error_messages={"required": "Tulis alasannya."},
    )


class LampiranForm(forms.Form):
    """Three lists, one item per line."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for jenis, label in LABEL_JENIS_LAMPIRAN.items():
            self.fields[jenis.value] = forms.CharField(
                label=label,
                required=False,
                max_length=20_000,
                widget=forms.Textarea(attrs={"rows": 5}),
                help_text=_BANTUAN_LAMPIRAN[jenis],
            )
        self.fields["suntingan"] = forms.IntegerField(widget=forms.HiddenInput)

    @property
    def isi(self) -> dict[JenisLampiran, list[str]]:
        """Lines of each list, for the process."""
        return {jenis: str(self.cleaned_data[jenis.value]).splitlines() for jenis in JenisLampiran}


_BANTUAN_LAMPIRAN = {
    JenisLampiran.DUKUNGAN: "Orang, alat, anggaran, atau pelatihan yang Anda perlukan. Satu butir tiap baris.",
    JenisLampiran.SKEMA: "Kapan dan bagaimana Anda melapor kepada atasan. Satu butir tiap baris.",
    JenisLampiran.KONSEKUENSI: "Yang terjadi bila hasil tercapai atau tidak. Satu butir tiap baris.",
}


class EkspektasiForm(forms.Form):
    """What the superior expects for each of the seven values."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for nilai, label in LABEL_NILAI_DASAR.items():
            self.fields[nilai.value] = forms.CharField(
                label=label,
                required=False,
                max_length=2000,
                widget=forms.Textarea(attrs={"rows": 2}),
                help_text=" ".join(PANDUAN_PERILAKU[nilai]),
            )
        self.fields["suntingan"] = forms.IntegerField(widget=forms.HiddenInput)

    @property
    def isi(self) -> dict[NilaiDasar, str]:
        return {nilai: str(self.cleaned_data[nilai.value]) for nilai in NilaiDasar}


class RencanaForm(forms.ModelForm):
    """One planned result; the superior's results offered are those of the plan that holds with this one.

    Heads of independent units name whom the task comes from instead (PermenPANRB 6/2022, Lampiran).
    """

    class Meta:
        model = RencanaHasilKerja
        fields = ("uraian", "jenis", "rhk_pimpinan", "penugasan_dari")
        widgets: ClassVar = {"uraian": forms.Textarea(attrs={"rows": 3})}
        labels: ClassVar = {"jenis": "Jenis hasil kerja", "penugasan_dari": "Penugasan dari"}
        help_texts: ClassVar = {
            "uraian": "Hasil yang Anda janjikan, bukan daftar kegiatan.",
            "jenis": "Utama: dari perjanjian kinerja dan tugas pokok. Tambahan: di luar itu.",
            "rhk_pimpinan": "Hasil atasan yang terbantu oleh hasil ini. Boleh kosong bila SKP atasan belum ada.",
            "penugasan_dari": "Misalnya Wali Kota, atau dokumen yang memuat tugas ini.",
        }
        error_messages: ClassVar = {"uraian": WAJIB, "jenis": WAJIB}

    def __init__(self, *args: Any, pimpinan: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.skp.bentuk == BentukSKP.PIMPINAN.value:
            del self.fields["rhk_pimpinan"]
            return
        del self.fields["penugasan_dari"]
        medan = self.fields["rhk_pimpinan"]
        if isinstance(medan, forms.ModelChoiceField):
            medan.queryset = pimpinan
            medan.empty_label = "Tidak mendukung hasil atasan"


class UkuranForm(forms.ModelForm):
    """One measure of a qualitative plan: a narrative, with what is to be reached inside it."""

    class Meta:
        model = Indikator
        fields = ("uraian",)
        widgets: ClassVar = {"uraian": forms.Textarea(attrs={"rows": 3})}
        labels: ClassVar = {"uraian": "Ukuran keberhasilan"}
        help_texts: ClassVar = {"uraian": "Satu kalimat: tanda hasil ini tercapai, tanpa target angka tersendiri."}
        error_messages: ClassVar = {"uraian": WAJIB}


class IndikatorForm(forms.ModelForm):
    """One measure; numbers are read as Indonesians write them."""

    target = NilaiIndikatorField(
        label="Target",
        help_text="Angka yang ingin dicapai. Untuk rentang, isi batas bawahnya di sini.",
    )
    target_atas = NilaiIndikatorField(
        label="Batas atas rentang",
        required=False,
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
        fields = (
            "uraian",
            "aspek",
            "perspektif",
            "satuan",
            "arah",
            "target",
            "target_atas",
            "sumber",
            "unit_sumber",
            "bobot",
        )
        labels: ClassVar = {"uraian": "Indikator", "sumber": "Sumber realisasi"}
        help_texts: ClassVar = {
            "uraian": "Cara mengukur hasil, misalnya «Jumlah surat keterangan yang selesai».",
            "satuan": "Misalnya surat, hari, atau persen.",
            "unit_sumber": "Untuk survei dan jawaban tepat waktu. Kosong: survei unit Anda, laporan yang Anda pegang.",
        }
        error_messages: ClassVar = {"uraian": WAJIB}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for nama in ("target", "target_atas", "bobot"):
            self.initial[nama] = tanpa_nol(self.initial.get(nama))
        unit = self.fields["unit_sumber"]
        if isinstance(unit, forms.ModelChoiceField):
            unit.queryset = UnitKerja.objects.order_by("nama")
            unit.empty_label = "Unit atau laporan saya"
        pimpinan = self.instance.rencana.skp.bentuk == BentukSKP.PIMPINAN.value
        golongan, lain = ("perspektif", "aspek") if pimpinan else ("aspek", "perspektif")
        del self.fields[lain]
        medan = self.fields[golongan]
        if isinstance(medan, forms.ChoiceField):
            medan.choices = [("", "Tidak ditentukan"), *_PILIHAN_GOLONGAN[golongan]]
        self.helper = tata(
            "uraian", (golongan, "arah"), ("target", "target_atas"), ("satuan", "bobot"), ("sumber", "unit_sumber")
        )


class KembalikanForm(forms.Form):
    catatan = forms.CharField(
        label="Yang perlu dibetulkan",
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Sebut bagian mana dan bagaimana seharusnya; pegawai membaca catatan ini.",
        error_messages={"required": "Tulis apa yang perlu dibetulkan."},
    )
