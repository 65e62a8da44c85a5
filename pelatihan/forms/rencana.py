"""Forms of the plan, needs, catalogue, competence and index."""

from __future__ import annotations

from typing import Any

from django import forms

from pelatihan.enums import (
    LABEL_MODA,
    LABEL_PRIORITAS,
    LABEL_SUMBER_PENILAIAN,
    Prioritas,
    SumberPenilaian,
)
from pelatihan.forms.pilihan import pilihan
from pelatihan.models import BentukPengembangan, KebutuhanPelatihan, Kompetensi, Program, RiwayatJP
from pelatihan.perhitungan.ip_asn import LABEL_HASIL_KINERJA, LABEL_HUKUMAN, LABEL_PENDIDIKAN
from pelatihan.perhitungan.kompetensi import LABEL_LEVEL
from pelatihan.proses.rencana import IsiRencana
from rakumpit.isian import AngkaField, TanggalField

_BELUM = [("", "Belum diketahui")]
_LEVEL = [("", "Tidak ditentukan"), *((str(level), kata) for level, kata in LABEL_LEVEL.items())]


def _satu(medan: forms.Field, himpunan: Any) -> None:
    if isinstance(medan, forms.ModelChoiceField):
        medan.queryset = himpunan


def _kompetensi() -> forms.ModelChoiceField:
    return forms.ModelChoiceField(
        label="Kompetensi",
        queryset=Kompetensi.objects.filter(aktif=True),
        to_field_name="kode",
        required=False,
        empty_label="Tidak dikaitkan",
    )


class RencanaForm(forms.Form):
    """What a person wishes to learn. ``kebutuhan``: the open needs of that person."""

    kode = forms.UUIDField(widget=forms.HiddenInput)
    judul = forms.CharField(
        label="Yang akan dipelajari",
        max_length=200,
        error_messages={"required": "Tulis apa yang akan dipelajari."},
    )
    kebutuhan = forms.ModelChoiceField(
        label="Menjawab kebutuhan",
        queryset=KebutuhanPelatihan.objects.none(),
        to_field_name="uuid",
        required=False,
        empty_label="Usulan sendiri",
    )
    bentuk = forms.ModelChoiceField(
        label="Bentuk",
        queryset=BentukPengembangan.objects.all(),
        to_field_name="kode",
        empty_label="Pilih bentuk",
        help_text="Belajar di tempat kerja dan dari rekan sama berharganya dengan kelas.",
        error_messages={"required": "Pilih bentuk."},
    )
    program = forms.ModelChoiceField(
        label="Program dari katalog",
        queryset=Program.objects.filter(aktif=True),
        to_field_name="uuid",
        required=False,
        empty_label="Bukan dari katalog",
    )
    kompetensi = _kompetensi()
    level_tujuan = forms.TypedChoiceField(
        label="Level tujuan", choices=_LEVEL, coerce=int, empty_value=None, required=False
    )
    tahun = forms.IntegerField(
        label="Tahun",
        min_value=2020,
        max_value=2100,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        error_messages={"required": "Isi tahun.", "invalid": "Tulis tahun, misalnya 2027."},
    )
    triwulan = forms.TypedChoiceField(
        label="Triwulan", choices=[(str(n), f"Triwulan {n}") for n in range(1, 5)], coerce=int
    )
    penyelenggara = forms.CharField(label="Penyelenggara", max_length=200, required=False)
    jp = AngkaField(label="Perkiraan JP", required=False, min_value=1, max_digits=6, decimal_places=2)
    anggaran = AngkaField(
        label="Anggaran (rupiah)",
        required=False,
        min_value=0,
        max_digits=14,
        decimal_places=2,
        help_text="Kosongkan bila tanpa biaya.",
    )
    prioritas = forms.ChoiceField(label="Prioritas", choices=pilihan(LABEL_PRIORITAS), initial=Prioritas.SEDANG.value)
    alasan_usul = forms.CharField(
        label="Alasan",
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Apa yang akan Anda kerjakan dengan lebih baik sesudahnya.",
    )

    def __init__(self, *args: Any, kebutuhan: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _satu(self.fields["kebutuhan"], kebutuhan)

    def isi(self) -> IsiRencana:
        """What was typed, for the process."""
        return IsiRencana(**{nama: self.cleaned_data[nama] for nama in IsiRencana.__slots__})


class RealisasiForm(forms.Form):
    """Which entries of the ledger realise the line. ``riwayat``: those that are free."""

    riwayat = forms.ModelMultipleChoiceField(
        label="Kegiatan yang sudah tercatat",
        queryset=RiwayatJP.objects.none(),
        to_field_name="uuid",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Pilih paling sedikit satu kegiatan yang sudah tercatat."},
    )

    def __init__(self, *args: Any, riwayat: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _satu(self.fields["riwayat"], riwayat)


class KebutuhanForm(forms.Form):
    judul = forms.CharField(
        label="Yang perlu Anda pelajari",
        max_length=200,
        error_messages={"required": "Tulis apa yang perlu dipelajari."},
    )
    kompetensi = _kompetensi()
    prioritas = forms.ChoiceField(label="Prioritas", choices=pilihan(LABEL_PRIORITAS), initial=Prioritas.SEDANG.value)
    uraian = forms.CharField(
        label="Alasan",
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Pekerjaan apa yang sekarang sulit.",
    )


class ProgramForm(forms.Form):
    """A programme of the catalogue; ``versi`` is what the person saw."""

    versi = forms.IntegerField(required=False, widget=forms.HiddenInput)
    judul = forms.CharField(label="Judul", max_length=200, error_messages={"required": "Tulis judul."})
    bentuk = forms.ModelChoiceField(
        label="Bentuk",
        queryset=BentukPengembangan.objects.all(),
        to_field_name="kode",
        empty_label="Pilih bentuk",
        error_messages={"required": "Pilih bentuk."},
    )
    moda = forms.ChoiceField(label="Cara mengikuti", choices=pilihan(LABEL_MODA))
    kompetensi = _kompetensi()
    level_tujuan = forms.TypedChoiceField(
        label="Level tujuan", choices=_LEVEL, coerce=int, empty_value=None, required=False
    )
    jp = AngkaField(label="JP", required=False, min_value=1, max_digits=6, decimal_places=2)
    tujuan = forms.CharField(
        label="Tujuan",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Apa yang dapat dilakukan peserta sesudahnya.",
        error_messages={"required": "Tulis tujuannya."},
    )
    silabus = forms.CharField(
        label="Silabus",
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="Satu pokok tiap baris.",
        error_messages={"required": "Tulis silabusnya."},
    )
    prasyarat = forms.CharField(label="Prasyarat", max_length=300, required=False)
    bahan = forms.CharField(label="Bahan", max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 2}))
    penyelenggara = forms.CharField(label="Penyelenggara", max_length=200, required=False)
    aktif = forms.BooleanField(label="Ditawarkan di katalog", required=False, initial=True)

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if data.get("level_tujuan") and not data.get("kompetensi"):
            self.add_error("kompetensi", "Pilih kompetensi untuk level tujuan itu.")
        return data


class NilaiKompetensiForm(forms.Form):
    """A level for each competence; empty: not assessed now."""

    sumber = forms.ChoiceField(label="Sumber", choices=pilihan(LABEL_SUMBER_PENILAIAN))
    tanggal = TanggalField(label="Tanggal penilaian")
    keterangan = forms.CharField(label="Keterangan", max_length=300, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.semua = list(Kompetensi.objects.filter(aktif=True))
        pilihan = [("", "Belum dinilai"), *((str(level), kata) for level, kata in LABEL_LEVEL.items())]
        for satu in self.semua:
            self.fields[f"level_{satu.kode}"] = forms.TypedChoiceField(
                label=satu.nama, choices=pilihan, coerce=int, empty_value=None, required=False
            )

    def level(self) -> dict[Kompetensi, int]:
        """The levels that were chosen."""
        semua = {satu: self.cleaned_data[f"level_{satu.kode}"] for satu in self.semua}
        return {satu: nilai for satu, nilai in semua.items() if nilai is not None}

    def asal(self) -> SumberPenilaian:
        return SumberPenilaian(self.cleaned_data["sumber"])


class IPASNForm(forms.Form):
    """What only the personnel file knows; hours and seminars come from the ledger."""

    tahun = forms.IntegerField(
        label="Tahun",
        min_value=2019,
        max_value=2100,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        error_messages={"required": "Isi tahun.", "invalid": "Tulis tahun, misalnya 2026."},
    )
    pendidikan = forms.ChoiceField(
        label="Pendidikan terakhir",
        choices=_BELUM + pilihan(LABEL_PENDIDIKAN),
        required=False,
        help_text="Hanya yang sudah masuk data kepegawaian.",
    )
    diklat_jenjang = forms.BooleanField(
        label="Sudah mengikuti diklat kepemimpinan atau fungsional jabatannya",
        required=False,
        help_text="Untuk pejabat struktural dan fungsional.",
    )
    kinerja = forms.ChoiceField(
        label="Hasil kinerja tahun terakhir", choices=_BELUM + pilihan(LABEL_HASIL_KINERJA), required=False
    )
    hukuman = forms.ChoiceField(
        label="Hukuman disiplin yang masih berlaku", choices=_BELUM + pilihan(LABEL_HUKUMAN), required=False
    )
