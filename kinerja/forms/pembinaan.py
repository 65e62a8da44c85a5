"""Forms of the follow-up."""

from __future__ import annotations

from typing import Any

from django import forms

from kinerja.enums import LABEL_HASIL_PEMBINAAN, LABEL_LANJUTAN_PEMBINAAN
from kinerja.forms.dasar import WAJIB, bersyarat, tata
from kinerja.forms.penilaian import SuratPersetujuanForm
from rakumpit.isian import TanggalField


class PembinaanForm(forms.Form):
    """The plan; ``versi`` is the version on which the superior typed, 0 for a first one."""

    sasaran = forms.CharField(
        label="Yang perlu membaik",
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Sebut hasil atau perilakunya, dan ukurannya.",
        error_messages=WAJIB,
    )
    langkah = forms.CharField(
        label="Langkah dan dukungan",
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="Siapa mengerjakan apa, kapan, dan bantuan yang Anda berikan.",
        error_messages=WAJIB,
    )
    mulai = TanggalField(label="Mulai")
    tinjau_pada = TanggalField(label="Ditinjau pada", help_text="Batas terakhirnya mengikuti aturan yang berlaku.")
    versi = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = tata("sasaran", "langkah", ("mulai", "tinjau_pada"), "versi")


class TinjauForm(forms.Form):
    hasil = forms.ChoiceField(
        label="Hasil peninjauan",
        choices=[(satu.value, label) for satu, label in LABEL_HASIL_PEMBINAAN.items()],
        widget=forms.RadioSelect,
        error_messages=WAJIB,
    )
    catatan = forms.CharField(
        label="Apa yang terlihat",
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Pegawai membaca catatan ini.",
        error_messages=WAJIB,
    )


class KeputusanPembinaanForm(SuratPersetujuanForm):
    """What the letter of the authority says."""

    jenis = forms.ChoiceField(
        label="Keputusan",
        choices=[("", "Pilih keputusan"), *((satu.value, label) for satu, label in LABEL_LANJUTAN_PEMBINAAN.items())],
        error_messages=WAJIB,
    )
    tanggal = TanggalField(label="Tanggal surat")
    pejabat = forms.CharField(
        label="Diputuskan oleh",
        max_length=200,
        help_text="Nama atau jabatan pejabat yang berwenang.",
        error_messages=WAJIB,
    )
    sampai = TanggalField(
        label="Sampai dengan", required=False, help_text="Hanya untuk penempatan sementara: hari terakhirnya."
    )
    uraian = forms.CharField(
        label="Isi keputusan",
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Pegawai membaca kalimat ini.",
        error_messages=WAJIB,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        bersyarat(self.fields["sampai"])
        self.helper = tata(("jenis", "sampai"), ("surat_nomor", "tanggal"), "pejabat", "uraian", "pindaian")


class PenghargaanForm(forms.Form):
    usulan = forms.CharField(
        label="Usulan penghargaan",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Penghargaan apa, dan atas hasil yang mana.",
        error_messages=WAJIB,
    )
