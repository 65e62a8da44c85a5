"""Forms of series, sessions and agenda."""

from __future__ import annotations

from typing import Any

from django import forms

from forum.enums.sesi import LABEL_FREKUENSI, LABEL_METODE, LABEL_STATUS_USUL, StatusUsul
from forum.forms.isian import kalimat, pilihan, teks
from forum.models import AgendaItem, UnsurPeserta
from rakumpit.isian import BilanganField, JamField, TanggalField
from rakumpit.organisasi.models import UnitKerja
from rakumpit.waktu import saat_lokal


class UnsurWajibField(forms.ModelMultipleChoiceField):
    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            UnsurPeserta.objects.filter(aktif=True),
            to_field_name="kode",
            required=False,
            label="Unsur yang wajib diundang",
            widget=forms.CheckboxSelectMultiple,
            error_messages={"invalid_choice": "Pilih unsur di daftar."},
            **kwargs,
        )


class UnitField(forms.ModelChoiceField):
    """The unit that holds the session; the view narrows the list to those of the reader."""

    def __init__(self) -> None:
        super().__init__(
            UnitKerja.objects.none(),
            to_field_name="uuid",
            empty_label="Pilih unit",
            label="Unit penyelenggara",
            error_messages={"required": "Pilih unit.", "invalid_choice": "Pilih salah satu unit di daftar."},
        )


class SesiForm(forms.Form):
    """What a session says of itself. ``unit``: units that the reader may choose, None when it is fixed."""

    kode = forms.UUIDField(widget=forms.HiddenInput, required=False)
    versi = forms.IntegerField(widget=forms.HiddenInput, required=False)
    unit = UnitField()
    judul = kalimat("Judul", "Tulis judul sesi.")
    tema = teks("Tema", "Tulis temanya.", help_text="Apa yang hendak dibicarakan. Tampil untuk umum.")
    dasar = teks(
        "Dasar pemilihan tema",
        "Tulis dasarnya.",
        help_text="Misalnya unsur survei terendah, tindak lanjut yang terlambat, atau laporan warga.",
    )
    metode = pilihan("Cara bertemu", LABEL_METODE)
    tempat = kalimat("Tempat", panjang=200)
    tautan = forms.URLField(
        label="Tautan pertemuan daring",
        required=False,
        assume_scheme="https",
        widget=forms.TextInput(attrs={"inputmode": "url"}),
        error_messages={"invalid": "Tulis alamat lengkap, misalnya https://meet.contoh.id/forum."},
    )
    tanggal = TanggalField(label="Tanggal")
    jam_mulai = JamField(label="Jam mulai (WIB)")
    jam_selesai = JamField(label="Jam selesai (WIB)")
    kapasitas = BilanganField(
        label="Kursi", min_value=1, max_value=2000, required=False, help_text="Kosong berarti tidak dibatasi."
    )
    kuorum = BilanganField(
        label="Kehadiran paling sedikit",
        min_value=1,
        max_value=2000,
        required=False,
        help_text="Pilihan kantor; tidak ada peraturan yang menentukan angkanya.",
    )
    batas_usul = TanggalField(
        label="Usulan acara dari warga paling lambat", required=False, help_text="Kosong berarti sehari sebelum sesi."
    )
    pimpinan = kalimat("Pimpinan sidang")
    notulis = kalimat("Notulis")
    unsur_wajib = UnsurWajibField()
    terbit_otomatis = forms.BooleanField(
        label="Publikasikan hasilnya begitu berita acara lengkap ditandatangani", required=False
    )
    berikutnya = forms.BooleanField(
        label="Terapkan tempat, jam, kursi, dan unsur juga pada draf berikutnya dalam seri ini", required=False
    )

    def __init__(self, *args: Any, unit: Any = None, berseri: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        medan = self.fields["unit"]
        if unit is None:
            del self.fields["unit"]
        elif isinstance(medan, forms.ModelChoiceField):
            medan.queryset = unit
        if not berseri:
            del self.fields["berikutnya"]

    def clean(self) -> dict[str, Any]:
        """Day and times as the two moments that the process takes."""
        data: dict[str, Any] = super().clean() or {}
        if all(data.get(nama) is not None for nama in ("tanggal", "jam_mulai", "jam_selesai")):
            data["mulai"] = saat_lokal(data["tanggal"], data["jam_mulai"])
            data["selesai"] = saat_lokal(data["tanggal"], data["jam_selesai"])
        return data

    def isi(self) -> dict[str, Any]:
        """The cleaned values under the names of ``forum.proses.sesi.ISI``, with ``unsur_wajib``."""
        data = dict(self.cleaned_data)
        for nama in ("tanggal", "jam_mulai", "jam_selesai", "kode", "versi", "unit", "berikutnya"):
            data.pop(nama, None)
        return data


class WaktuBaruForm(forms.Form):
    """Put a session off."""

    versi = forms.IntegerField(widget=forms.HiddenInput)
    alasan = teks("Alasan penundaan", "Tulis alasan penundaan.", help_text="Dibaca umum dan dikirim kepada pendaftar.")
    tanggal = TanggalField(label="Tanggal baru")
    jam_mulai = JamField(label="Jam mulai (WIB)")
    jam_selesai = JamField(label="Jam selesai (WIB)")


class AlasanForm(forms.Form):
    """A step with a reason; ``label`` says what for."""

    versi = forms.IntegerField(widget=forms.HiddenInput, required=False)
    alasan = teks("Alasan", "Tulis alasannya.")

    def __init__(self, *args: Any, label: str = "Alasan", bantuan: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["alasan"].label = label
        self.fields["alasan"].help_text = bantuan


class LangkahSesiForm(forms.Form):
    """A step without words; ``yakin`` where the readiness check had something to say."""

    versi = forms.IntegerField(widget=forms.HiddenInput)
    yakin = forms.BooleanField(required=False)


class SeriForm(forms.Form):
    kode = forms.UUIDField(widget=forms.HiddenInput, required=False)
    versi = forms.IntegerField(widget=forms.HiddenInput, required=False)
    unit = UnitField()
    nama = kalimat("Nama", "Tulis nama seri.")
    ruang_lingkup = teks("Ruang lingkup", "Tulis ruang lingkupnya.")
    frekuensi = pilihan("Frekuensi", LABEL_FREKUENSI)
    selang_hari = BilanganField(
        label="Selang hari",
        min_value=1,
        max_value=366,
        required=False,
        help_text="Hanya untuk «Selang hari sendiri».",
    )
    jadwal_acuan = TanggalField(label="Tanggal sesi pertama")
    jam_mulai = JamField(label="Jam mulai (WIB)")
    lama_menit = BilanganField(label="Lama (menit)", min_value=15, max_value=720)
    tempat = kalimat("Tempat", "Tulis tempatnya.", panjang=200)
    boleh_hari_libur = forms.BooleanField(
        label="Boleh pada hari libur",
        required=False,
        help_text="Bila tidak, sesi yang jatuh pada hari libur pindah ke hari kerja berikutnya.",
    )
    aktif = forms.BooleanField(label="Seri masih berjalan", required=False)
    unsur_wajib = UnsurWajibField()

    def __init__(self, *args: Any, unit: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        medan = self.fields["unit"]
        if unit is None:
            del self.fields["unit"]
        elif isinstance(medan, forms.ModelChoiceField):
            medan.queryset = unit

    def isi(self) -> dict[str, Any]:
        data = dict(self.cleaned_data)
        for nama in ("kode", "versi", "unit"):
            data.pop(nama, None)
        return data


class AcaraForm(forms.Form):
    """One item; the fixed one has no name to change (``tetap``)."""

    kode = forms.UUIDField(widget=forms.HiddenInput, required=False)
    versi = forms.IntegerField(widget=forms.HiddenInput, required=False)
    judul = kalimat("Judul acara", "Tulis judul acara.", panjang=200)
    penyaji = kalimat("Penyaji atau penanggung jawab")
    durasi_menit = BilanganField(label="Lama (menit)", min_value=1, max_value=600)
    keterangan_sumber = kalimat("Asal acara", panjang=300, help_text="Misalnya hasil survei atau nomor laporan.")

    def __init__(self, *args: Any, tetap: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if tetap:
            del self.fields["judul"]

    def isi(self) -> dict[str, Any]:
        return {nama: nilai for nama, nilai in self.cleaned_data.items() if nama not in {"kode", "versi"}}


class BahanForm(forms.Form):
    """A file for one item."""

    kode = forms.UUIDField(widget=forms.HiddenInput, required=False)
    judul = kalimat("Nama bahan", help_text="Kosongkan untuk memakai nama berkasnya.")
    berkas = forms.FileField(
        label="Berkas",
        help_text="PDF, JPG, atau PNG, paling besar 10 MB. Dibaca semua orang begitu sesi diumumkan: jangan memuat "
        "data pribadi. Tempat dan waktu foto dihapus; PDF dapat memuat nama pembuatnya.",
        error_messages={"required": "Pilih berkasnya.", "empty": "Berkas ini kosong. Pilih berkas yang berisi."},
        widget=forms.FileInput(attrs={"accept": ".pdf,.jpg,.jpeg,.png"}),
    )


class CatatanForm(forms.Form):
    versi = forms.IntegerField(widget=forms.HiddenInput)
    catatan = teks(
        "Catatan", panjang=10_000, baris=8, help_text="Ringkasan paparan dan pembicaraan. Tampil untuk umum."
    )


class PutusanUsulForm(forms.Form):
    """Decide on an item that a citizen proposed."""

    putusan = pilihan(
        "Keputusan",
        {kode: label for kode, label in LABEL_STATUS_USUL.items() if kode is not StatusUsul.MENUNGGU},
        "Pilih keputusan.",
        widget=forms.RadioSelect,
    )
    agenda = forms.ModelChoiceField(
        AgendaItem.objects.none(),
        label="Digabung dengan",
        to_field_name="uuid",
        required=False,
        empty_label="Pilih acara, hanya bila digabung",
        error_messages={"invalid_choice": "Pilih salah satu acara di daftar."},
    )
    alasan = teks("Alasan", "Tulis alasannya.", help_text="Dibaca pengusulnya.")

    def __init__(self, *args: Any, acara: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        medan = self.fields["agenda"]
        if isinstance(medan, forms.ModelChoiceField):
            medan.queryset = acara
