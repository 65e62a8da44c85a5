"""Forms of invitations, registration and attendance."""

from __future__ import annotations

from typing import Any

from django import forms

from forum.enums.berita_acara import LABEL_NILAI_SESI, LABEL_TERCATAT
from forum.enums.sesi import (
    LABEL_CARA_HADIR,
    LABEL_JENIS_KELAMIN,
    LABEL_SALURAN_UNDANGAN,
    LABEL_STATUS_UNDANGAN,
    CaraHadir,
)
from forum.forms.isian import FormPublik, UnsurField, kalimat, pilihan, teks
from forum.models.undangan import PENDAMPING_TERBANYAK
from rakumpit.isian import BilanganField, TanggalField

_KELAMIN = {"": "Tidak dicatat"} | {satu.value: label for satu, label in LABEL_JENIS_KELAMIN.items()}
_LEMBAGA = "Lembaga atau alamat RT/RW"


def _email() -> forms.EmailField:
    return forms.EmailField(
        label="Email",
        required=False,
        help_text="Undangan dikirim sendiri ke alamat ini beberapa hari kerja sebelum sesi.",
        error_messages={"invalid": "Tulis alamat email, misalnya rt02@contoh.id."},
    )


class UndanganForm(forms.Form):
    kode = forms.UUIDField(widget=forms.HiddenInput)
    penerima = kalimat("Orang atau lembaga", "Tulis siapa yang diundang.")
    unsur = UnsurField()
    saluran = pilihan("Cara mengundang", LABEL_SALURAN_UNDANGAN)
    email = _email()
    nomor_surat = kalimat("Nomor surat", panjang=100)


class UbahUndanganForm(forms.Form):
    versi = forms.IntegerField(widget=forms.HiddenInput)
    status = pilihan("Keadaan", LABEL_STATUS_UNDANGAN)
    dikirim_pada = TanggalField(label="Dikirim pada", required=False)
    email = _email()
    nomor_surat = kalimat("Nomor surat", panjang=100)
    diwakilkan_kepada = kalimat("Diwakilkan kepada", help_text="Isi hanya bila diwakilkan.")


class DaftarForm(FormPublik):
    """Registration of a citizen."""

    kiriman = forms.UUIDField(widget=forms.HiddenInput)
    nama = kalimat("Nama Anda", "Tulis nama Anda.", widget=forms.TextInput(attrs={"autocomplete": "name"}))
    kontak = kalimat(
        "Nomor telepon atau email",
        "Tulis nomor telepon atau email.",
        help_text="Untuk memberi tahu bila ada perubahan. Tidak ditampilkan untuk umum.",
    )
    unsur = UnsurField(label="Anda datang sebagai", tanpa_penyelenggara=True)
    instansi = kalimat(_LEMBAGA)
    pendamping = BilanganField(
        label="Orang yang ikut bersama Anda",
        min_value=0,
        max_value=PENDAMPING_TERBANYAK,
        required=False,
        help_text="Mereka juga mendapat kursi.",
    )
    kebutuhan = kalimat(
        "Kebutuhan khusus", panjang=300, help_text="Misalnya kursi roda, juru bahasa isyarat, atau tempat menyusui."
    )
    tampil_nama = forms.BooleanField(label="Nama saya boleh tampil di halaman umum", required=False)

    def isi(self) -> dict[str, Any]:
        data = dict(self.cleaned_data)
        data["pendamping"] = data["pendamping"] or 0
        return data


class BatalDaftarForm(FormPublik):
    yakin = forms.BooleanField(
        label="Saya yakin membatalkan pendaftaran ini",
        error_messages={"required": "Centang pernyataan ini sebelum membatalkan."},
    )


class UsulForm(FormPublik):
    """An item that a citizen proposes."""

    kiriman = forms.UUIDField(widget=forms.HiddenInput)
    judul = kalimat("Hal yang perlu dibicarakan", "Tulis halnya.", panjang=200)
    uraian = teks("Penjelasan", "Tulis penjelasannya.", help_text="Jangan menulis nama orang lain.")


class UmpanBalikForm(FormPublik):
    kiriman = forms.UUIDField(widget=forms.HiddenInput)
    nilai = pilihan(
        "Bagaimana sesi ini menurut Anda?", LABEL_NILAI_SESI, "Pilih satu jawaban.", widget=forms.RadioSelect
    )
    tercatat = pilihan("Apakah masukan Anda tercatat?", LABEL_TERCATAT, "Pilih satu jawaban.", widget=forms.RadioSelect)
    saran = teks("Saran untuk sesi berikutnya", help_text="Jangan menulis nama siapa pun.")


class HadirForm(forms.Form):
    """Somebody at the door, or a line of the paper list."""

    kiriman = forms.UUIDField(widget=forms.HiddenInput)
    nama = kalimat("Nama", "Tulis namanya.")
    unsur = UnsurField()
    instansi = kalimat(_LEMBAGA)
    jenis_kelamin = pilihan("Jenis kelamin", _KELAMIN, required=False)
    cara = pilihan(
        "Dicatat dari",
        {kode: LABEL_CARA_HADIR[kode] for kode in (CaraHadir.LANGSUNG, CaraHadir.KERTAS)},
    )
    bertanda_tangan = forms.BooleanField(label="Sudah menandatangani daftar hadir", required=False)


class HadirPendaftarForm(forms.Form):
    """A registered person at the door."""

    jenis_kelamin = pilihan("Jenis kelamin", _KELAMIN, required=False)
