"""Forms of rooms, speakers, series and budgets."""

from __future__ import annotations

from typing import Any

from django import forms

from pelatihan.enums.kegiatan import LABEL_JENIS_ANGGARAN
from pelatihan.forms.kegiatan import PilihanField
from pelatihan.models import Program, Ruang
from pelatihan.proses.anggaran import IsiAnggaran
from rakumpit.isian import AngkaField, BilanganField, JamField, TanggalField, isi_pilihan
from rakumpit.organisasi.models import Pegawai, UnitKerja


class RuangForm(forms.Form):
    versi = forms.IntegerField(widget=forms.HiddenInput, required=False)
    nama = forms.CharField(label="Nama ruang", max_length=100, error_messages={"required": "Tulis nama ruang."})
    unit = PilihanField(
        UnitKerja.objects.filter(aktif=True).order_by("nama", "pk"),
        label="Unit kerja",
        kosong="Pilih unit",
        kurang="Pilih unit pemilik ruang.",
    )
    kapasitas = BilanganField(label="Kapasitas (orang)", min_value=1, max_value=5000)
    fasilitas = forms.CharField(label="Fasilitas", max_length=300, required=False)
    akses_disabilitas = forms.BooleanField(label="Dapat dimasuki kursi roda", required=False)
    jeda_menit = BilanganField(
        label="Jeda sesudah dipakai (menit)", min_value=0, max_value=240, help_text="Untuk merapikan ruang."
    )
    aktif = forms.BooleanField(label="Masih dipakai", required=False, initial=True)


class NarasumberForm(forms.Form):
    versi = forms.IntegerField(widget=forms.HiddenInput, required=False)
    nama = forms.CharField(label="Nama", max_length=150, error_messages={"required": "Tulis nama narasumber."})
    pegawai = PilihanField(Pegawai.objects.none(), label="Pegawai kantor ini", kosong="Dari luar kantor")
    instansi = forms.CharField(label="Instansi", max_length=150, required=False)
    keahlian = forms.CharField(label="Keahlian", max_length=300, required=False)
    kontak = forms.CharField(
        label="Telepon atau email", max_length=100, required=False, help_text="Hanya dibaca pengelola."
    )
    jeda_menit = BilanganField(label="Jeda sesudah berbicara (menit)", min_value=0, max_value=240)
    aktif = forms.BooleanField(label="Masih bersedia", required=False, initial=True)

    def __init__(self, *args: Any, pegawai: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        isi_pilihan(self.fields["pegawai"], pegawai)


class SeriForm(forms.Form):
    """Routine training. ``unit``: those that may be chosen, None when it stands already."""

    kode = forms.UUIDField(widget=forms.HiddenInput, required=False)
    versi = forms.IntegerField(widget=forms.HiddenInput, required=False)
    nama = forms.CharField(label="Nama seri", max_length=150, error_messages={"required": "Tulis nama seri."})
    unit = PilihanField(
        UnitKerja.objects.none(), label="Unit penyelenggara", kosong="Pilih unit", kurang="Pilih unit penyelenggara."
    )
    program = PilihanField(
        Program.objects.filter(aktif=True),
        label="Program",
        kosong="Pilih program",
        kurang="Pilih program dari katalog.",
    )
    jadwal_acuan = TanggalField(
        label="Tanggal pertama", help_text="Tanggal 31 menjadi hari terakhir pada bulan yang lebih pendek."
    )
    selang_bulan = BilanganField(label="Setiap berapa bulan", min_value=1, max_value=12)
    jam_mulai = JamField(label="Jam mulai (WIB)")
    lama_menit = BilanganField(label="Lama (menit)", min_value=15, max_value=720)
    ruang = PilihanField(Ruang.objects.filter(aktif=True), label="Ruang", kosong="Dipilih kemudian")
    kuota_maks = BilanganField(
        label="Jumlah kursi", min_value=1, max_value=5000, required=False, help_text="Kosongkan bila tidak dibatasi."
    )
    aktif = forms.BooleanField(label="Masih berjalan", required=False, initial=True)

    def __init__(self, *args: Any, unit: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if unit is None:
            del self.fields["unit"]
        else:
            isi_pilihan(self.fields["unit"], unit)


class AnggaranForm(forms.Form):
    kode = forms.UUIDField(widget=forms.HiddenInput, required=False)
    versi = forms.IntegerField(widget=forms.HiddenInput, required=False)
    jenis = forms.ChoiceField(
        label="Jenis", choices=[(satu.value, kata) for satu, kata in LABEL_JENIS_ANGGARAN.items()]
    )
    uraian = forms.CharField(label="Uraian", max_length=200, error_messages={"required": "Tulis uraiannya."})
    rencana = AngkaField(label="Rencana (rupiah)", min_value=0, max_digits=14, decimal_places=2)
    realisasi = AngkaField(
        label="Realisasi (rupiah)",
        required=False,
        min_value=0,
        max_digits=14,
        decimal_places=2,
        help_text="Kosongkan sampai dibayar. Tulis 0 bila tidak jadi dipakai.",
    )

    def isi(self) -> IsiAnggaran:
        """What was typed, for the process."""
        return IsiAnggaran(**{nama: self.cleaned_data[nama] for nama in IsiAnggaran.__slots__})
