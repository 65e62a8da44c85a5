"""Forms of outside certificates and of the ledger."""

from __future__ import annotations

from typing import Any

from django import forms

from pelatihan.enums import LABEL_MODA
from pelatihan.models import BentukPengembangan
from pelatihan.proses.sertifikat import IsiSertifikat
from rakumpit.isian import AngkaField, TanggalField


class SertifikatForm(forms.Form):
    """What stands on the paper, with its file; ``kode`` is made with the page."""

    kode = forms.UUIDField(widget=forms.HiddenInput)
    bentuk = forms.ModelChoiceField(
        label="Bentuk kegiatan",
        queryset=BentukPengembangan.objects.filter(konversi_aktif=True),
        to_field_name="kode",
        empty_label="Pilih bentuk",
        help_text="Webinar adalah seminar yang diadakan daring. Bentuk lain menyusul setelah konversinya diperiksa.",
        error_messages={"required": "Pilih bentuk kegiatan.", "invalid_choice": "Pilih salah satu di daftar."},
    )
    judul = forms.CharField(
        label="Judul kegiatan", max_length=200, error_messages={"required": "Tulis judul kegiatan."}
    )
    penyelenggara = forms.CharField(
        label="Penyelenggara", max_length=200, error_messages={"required": "Tulis penyelenggara."}
    )
    nomor = forms.CharField(
        label="Nomor sertifikat", max_length=100, required=False, help_text="Kosongkan bila tidak bernomor."
    )
    moda = forms.ChoiceField(label="Cara mengikuti", choices=[(satu.value, kata) for satu, kata in LABEL_MODA.items()])
    internasional = forms.BooleanField(
        label="Kegiatan internasional", required=False, help_text="Sesuai sebutan di sertifikat."
    )
    mulai = TanggalField(label="Hari pertama kegiatan")
    selesai = TanggalField(
        label="Hari terakhir kegiatan", help_text="Tahun JP mengikuti hari ini, bukan tanggal sertifikat."
    )
    tanggal_sertifikat = TanggalField(label="Tanggal sertifikat")
    hari = forms.IntegerField(
        label="Jumlah hari kegiatan",
        min_value=1,
        max_value=366,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        error_messages={"required": "Isi jumlah hari.", "invalid": "Tulis angka bulat, misalnya 2."},
    )
    jp_program = AngkaField(
        label="JP yang tertulis di sertifikat",
        required=False,
        min_value=1,
        max_digits=6,
        decimal_places=2,
        help_text="Untuk pelatihan. Seminar dan workshop dihitung per hari.",
    )
    menit = forms.IntegerField(
        label="Menit belajar",
        required=False,
        min_value=1,
        max_value=100_000,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        help_text="Isi bila JP tidak tertulis. Istirahat, pembukaan, dan pendaftaran tidak dihitung.",
        error_messages={"invalid": "Tulis angka bulat, misalnya 225."},
    )
    berkas = forms.FileField(
        label="Berkas sertifikat",
        help_text="PDF, JPG, atau PNG, paling besar 10 MB.",
        widget=forms.FileInput(attrs={"accept": ".pdf,.jpg,.jpeg,.png"}),
        error_messages={"required": "Pilih berkas sertifikat.", "empty": "Berkas kosong. Pilih berkas yang berisi."},
    )

    def isi(self) -> IsiSertifikat:
        """What was typed, for the process."""
        data: dict[str, Any] = self.cleaned_data
        return IsiSertifikat(**{nama: data[nama] for nama in IsiSertifikat.__slots__})


class VerifikasiForm(forms.Form):
    alasan_melampaui = forms.CharField(
        label="Alasan melampaui batas PPPK",
        required=False,
        max_length=300,
        help_text="Diisi hanya bila JP setahun menjadi lebih dari batas.",
    )


class AlasanForm(forms.Form):
    """A reason that the other side reads."""

    alasan = forms.CharField(
        label="Alasan",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Tulis alasannya."},
    )


class PerbaikiForm(AlasanForm):
    jp = AngkaField(label="JP yang benar", min_value=0, max_digits=6, decimal_places=2)
    field_order = ("jp", "alasan")
