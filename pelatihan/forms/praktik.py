"""Forms of the library of good practice and of trying it out."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import forms

from pelatihan.enums.praktik import LABEL_KEYAKINAN, LABEL_TEMA_PRAKTIK
from pelatihan.forms.pilihan import pilihan
from pelatihan.models import AdopsiPraktik, Kegiatan, Kompetensi, PraktikBaik, Program
from pelatihan.perhitungan.kegiatan import DIUMUMKAN
from pelatihan.proses.praktik import TERVERIFIKASI, IsiPraktik
from pelatihan.proses.praktik_komentar import PANJANG_KOMENTAR
from rakumpit.isian import AngkaField, TanggalField
from rakumpit.organisasi.models import Pegawai, UnitKerja
from survei.ringkasan import pilihan_unsur

_LAMPIRAN = ".pdf,.jpg,.jpeg,.png,.docx,.xlsx"


def _panjang(label: str, galat: str, bantuan: str = "") -> forms.CharField:
    return forms.CharField(
        label=label,
        max_length=4000,
        help_text=bantuan,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": galat},
    )


def _kegiatan() -> forms.ModelChoiceField:
    return forms.ModelChoiceField(
        label="Kegiatan pelatihan yang terkait",
        queryset=Kegiatan.objects.filter(status__in=[satu.value for satu in DIUMUMKAN]),
        to_field_name="uuid",
        required=False,
        empty_label="Tidak dikaitkan",
    )


class PraktikForm(forms.Form):
    """One practice. ``kode`` is made with the page, ``versi`` is what the person saw."""

    kode = forms.UUIDField(widget=forms.HiddenInput)
    versi = forms.IntegerField(required=False, widget=forms.HiddenInput)
    judul = forms.CharField(
        label="Judul",
        max_length=150,
        help_text="Sebut apa yang dibuat.",
        error_messages={"required": "Tulis judulnya."},
    )
    wilayah = forms.CharField(
        label="Daerah asal",
        max_length=150,
        help_text="Kecamatan atau dinas, dengan kota atau kabupatennya.",
        error_messages={"required": "Tulis daerah asalnya."},
    )
    tautan = forms.URLField(
        label="Tautan sumber",
        max_length=300,
        required=False,
        assume_scheme="https",
        help_text="Alamat halaman atau laporan yang dapat dibuka orang lain.",
        error_messages={"invalid": "Tulis alamat lengkap yang diawali https://."},
    )
    tema = forms.ChoiceField(label="Tema", choices=pilihan(LABEL_TEMA_PRAKTIK))
    unsur = forms.ChoiceField(label="Unsur survei yang diperbaiki", required=False)
    kompetensi = forms.ModelChoiceField(
        label="Kompetensi",
        queryset=Kompetensi.objects.filter(aktif=True),
        to_field_name="kode",
        required=False,
        empty_label="Tidak dikaitkan",
    )
    masalah = _panjang("Masalah", "Tulis masalah yang dijawabnya.")
    langkah = _panjang("Yang dikerjakan", "Tulis apa yang dikerjakan.", "Cukup rinci untuk ditiru.")
    hasil = _panjang("Hasil", "Tulis hasilnya, juga yang belum berhasil.")
    ukuran = forms.CharField(
        label="Yang diukur", max_length=150, required=False, help_text="Misalnya waktu tunggu di loket."
    )
    satuan = forms.CharField(label="Satuan", max_length=30, required=False)
    sebelum = AngkaField(label="Angka sebelum", required=False, max_digits=16, decimal_places=4)
    sesudah = AngkaField(label="Angka sesudah", required=False, max_digits=16, decimal_places=4)
    keyakinan = forms.ChoiceField(
        label="Seberapa yakin angkanya", choices=[("", "Tidak ada angka"), *pilihan(LABEL_KEYAKINAN)], required=False
    )
    dasar_angka = forms.CharField(
        label="Dari mana angkanya",
        max_length=300,
        required=False,
        help_text="Sebut sumbernya, berapa banyak yang dihitung, dan kapan.",
    )
    biaya = AngkaField(label="Biaya (rupiah)", required=False, min_value=0, max_digits=14, decimal_places=2)
    keterangan_biaya = forms.CharField(
        label="Keterangan biaya", max_length=200, required=False, help_text="Untuk apa, dan sekali atau setiap tahun."
    )
    kontak = forms.CharField(
        label="Yang dapat dihubungi",
        max_length=200,
        required=False,
        help_text="Nomor atau email kantor, bukan nomor pribadi. Hanya dibaca kantor ini.",
    )
    program = forms.ModelChoiceField(
        label="Program katalog yang terkait",
        queryset=Program.objects.filter(aktif=True),
        to_field_name="uuid",
        required=False,
        empty_label="Tidak dikaitkan",
    )
    kegiatan = _kegiatan()

    def __init__(self, *args: Any, praktik: PraktikBaik | None = None, **kwargs: Any) -> None:
        """``praktik``: the row that is changed; of an own innovation the verified words are shown, not asked."""
        super().__init__(*args, **kwargs)
        unsur = self.fields["unsur"]
        if isinstance(unsur, forms.ChoiceField):
            unsur.choices = [("", "Tidak dikaitkan"), *pilihan_unsur()]
        if praktik is not None and praktik.milik_sendiri:
            for nama in TERVERIFIKASI:
                self.fields[nama].disabled = True
                self.fields[nama].help_text = "Sudah diverifikasi, tidak diubah di sini."
            self.fields["kontak"].help_text = "Nomor atau email kantor. Tampil juga di halaman umum."

    def isi(self) -> IsiPraktik:
        """What was typed, for the process."""
        return IsiPraktik(**{nama: self.cleaned_data[nama] for nama in IsiPraktik.__slots__})


class BerkasPraktikForm(forms.Form):
    """A file of a practice; only the pengelola (``kelola``) is asked whether everybody may have it."""

    judul = forms.CharField(
        label="Judul berkas", max_length=150, required=False, help_text="Kosongkan untuk memakai nama berkas."
    )
    berkas = forms.FileField(
        label="Berkas",
        help_text="PDF, foto, Excel, atau Word, paling besar 10 MB.",
        widget=forms.FileInput(attrs={"accept": _LAMPIRAN}),
        error_messages={"required": "Pilih berkasnya.", "empty": "Berkas kosong. Pilih berkas yang berisi."},
    )
    umum = forms.BooleanField(
        label="Tampilkan juga di halaman umum",
        required=False,
        help_text="Hanya bila boleh disebarkan dan tidak memuat data pribadi.",
    )

    def __init__(self, *args: Any, kelola: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not kelola:
            del self.fields["umum"]


class KomentarForm(forms.Form):
    kode = forms.UUIDField(widget=forms.HiddenInput)
    isi = forms.CharField(
        label="Komentar Anda",
        max_length=PANJANG_KOMENTAR,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Tulis komentar Anda."},
    )


class SuntingKomentarForm(forms.Form):
    """``dilihat``: when the words that the form shows were last mended, "" for never."""

    dilihat = forms.CharField(required=False, widget=forms.HiddenInput)
    isi = forms.CharField(
        label="Komentar Anda",
        max_length=PANJANG_KOMENTAR,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Tulis komentar Anda."},
    )

    def clean_dilihat(self) -> datetime | None:
        """The moment; what is no moment can only come from a form that was tampered with."""
        teks = self.cleaned_data["dilihat"]
        try:
            return datetime.fromisoformat(teks) if teks else None
        except ValueError:
            raise forms.ValidationError("Muat ulang halaman, lalu ulangi.") from None


class CobaForm(forms.Form):
    """Who will try it: oneself, or a unit that one leads."""

    kode = forms.UUIDField(widget=forms.HiddenInput)
    siapa = forms.ChoiceField(label="Siapa yang mencoba", error_messages={"required": "Pilih siapa yang mencoba."})
    niat = forms.CharField(
        label="Yang akan dicoba",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Satu hal kecil yang dapat dimulai bulan ini.",
        error_messages={"required": "Tulis apa yang akan dicoba."},
    )
    kegiatan = _kegiatan()

    def __init__(self, *args: Any, pegawai: Pegawai | None, unit: list[UnitKerja], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kegiatan"].label = "Sesudah mengikuti kegiatan"
        self.pegawai, self.unit = pegawai, {str(satu.uuid): satu for satu in unit}
        siapa = self.fields["siapa"]
        if isinstance(siapa, forms.ChoiceField):
            saya = [("saya", "Saya sendiri")] if pegawai is not None else []
            siapa.choices = [*((kode, str(satu)) for kode, satu in self.unit.items()), *saya]

    def sasaran(self) -> dict[str, Any]:
        """The unit or the person, for the process."""
        pilih = self.cleaned_data["siapa"]
        return {"unit": self.unit.get(pilih), "pegawai": self.pegawai if pilih == "saya" else None}


class RencanaCobaForm(forms.Form):
    versi = forms.IntegerField(required=False, widget=forms.HiddenInput)
    rencana = forms.CharField(
        label="Rencana",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Siapa mengerjakan apa, dan angka apa yang dicatat sebelum mulai.",
        error_messages={"required": "Tulis rencananya."},
    )
    mulai = TanggalField(label="Mulai dicoba")
    selesai = TanggalField(label="Hasil dinilai pada")


class HasilCobaForm(forms.Form):
    versi = forms.IntegerField(required=False, widget=forms.HiddenInput)
    berhasil = forms.TypedChoiceField(
        label="Bagaimana hasilnya",
        choices=[("ya", "Berhasil, akan diteruskan"), ("tidak", "Tidak cocok di sini")],
        coerce=lambda nilai: nilai == "ya",
        widget=forms.RadioSelect,
        error_messages={"required": "Pilih hasilnya."},
    )
    hasil = forms.CharField(
        label="Yang berubah dan yang dipelajari",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Sebut angkanya bila ada. Yang tidak cocok sama berguna bagi rekan lain.",
        error_messages={"required": "Tulis apa yang berubah dan apa yang dipelajari."},
    )
    bukti = forms.CharField(
        label="Bukti",
        max_length=300,
        help_text="Misalnya buku agenda, nomor surat, atau foto.",
        error_messages={"required": "Sebut buktinya."},
    )
    berkas = forms.FileField(
        label="Berkas bukti",
        required=False,
        widget=forms.FileInput(attrs={"accept": _LAMPIRAN}),
        error_messages={"empty": "Berkas kosong. Pilih berkas yang berisi."},
    )


def awal_rencana(adopsi: AdopsiPraktik) -> dict[str, Any]:
    """What the form of the plan begins with."""
    return {"versi": adopsi.versi, "rencana": adopsi.rencana, "mulai": adopsi.mulai, "selesai": adopsi.selesai}
