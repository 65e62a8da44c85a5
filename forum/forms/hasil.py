"""Forms of what was said, agreed, signed and done."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from forum.enums.aksi import LABEL_PRIORITAS
from forum.enums.berita_acara import LABEL_JENIS_KESEPAKATAN, LABEL_KEPUTUSAN_MASUKAN
from forum.forms.isian import FormPublik, UnsurField, kalimat, pilihan, teks
from forum.models import AgendaItem, TandaTangan, UnsurPeserta
from forum.proses.aksi import BERKAS_TERBANYAK
from forum.proses.berita_acara import WAKIL_TERBANYAK
from rakumpit.isian import BeberapaBerkasField, BeberapaBerkasInput, BilanganField, TanggalField
from rakumpit.organisasi.models import Jabatan, Layanan

_UMUM = "Tampil untuk umum: jangan menulis nama orang."


def _isi(form: forms.Form) -> dict[str, Any]:
    return {nama: nilai for nama, nilai in form.cleaned_data.items() if nama not in {"kode", "versi"}}


class MasukanForm(forms.Form):
    kode = forms.UUIDField(widget=forms.HiddenInput, required=False)
    versi = forms.IntegerField(widget=forms.HiddenInput, required=False)
    unsur = UnsurField(label="Unsur penyampai")
    penyampai = kalimat("Nama penyampai", help_text="Hanya di berita acara lengkap, tidak tampil untuk umum.")
    agenda = forms.ModelChoiceField(
        AgendaItem.objects.none(),
        label="Pada acara",
        to_field_name="uuid",
        required=False,
        empty_label="Tidak pada acara tertentu",
    )
    uraian = teks("Masukan", "Tulis masukannya.", help_text=_UMUM)
    jawaban = teks("Jawaban kantor", help_text=_UMUM)
    keputusan = pilihan("Keputusan", LABEL_KEPUTUSAN_MASUKAN)

    def __init__(self, *args: Any, acara: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        medan = self.fields["agenda"]
        if isinstance(medan, forms.ModelChoiceField):
            medan.queryset = acara

    def isi(self) -> dict[str, Any]:
        return _isi(self)


class KesepakatanForm(forms.Form):
    kode = forms.UUIDField(widget=forms.HiddenInput, required=False)
    versi = forms.IntegerField(widget=forms.HiddenInput, required=False)
    uraian = teks("Kesepakatan", "Tulis kesepakatannya.", help_text=_UMUM)
    disepakati = forms.BooleanField(label="Disepakati", required=False, initial=True)
    alasan = teks("Mengapa tidak disepakati", help_text="Isi hanya bila tidak disepakati.")
    jenis = pilihan("Menjadi", LABEL_JENIS_KESEPAKATAN)
    layanan = forms.ModelChoiceField(
        Layanan.objects.none(),
        label="Layanan yang standarnya diperbarui",
        to_field_name="uuid",
        required=False,
        empty_label="Pilih layanan, hanya untuk pembaruan standar",
    )

    def __init__(self, *args: Any, layanan: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        medan = self.fields["layanan"]
        if isinstance(medan, forms.ModelChoiceField):
            medan.queryset = layanan

    def isi(self) -> dict[str, Any]:
        return _isi(self)


class AksiForm(forms.Form):
    """An action or a part of one. ``calon``: posts that may be in charge."""

    kode = forms.UUIDField(widget=forms.HiddenInput)
    uraian = teks("Tindakan", "Tulis tindakannya.", panjang=300, help_text=_UMUM)
    penanggung_jawab = forms.ModelChoiceField(
        Jabatan.objects.none(),
        label="Penanggung jawab",
        to_field_name="uuid",
        empty_label="Pilih jabatan",
        error_messages={
            "required": "Pilih jabatan penanggung jawab.",
            "invalid_choice": "Pilih salah satu jabatan di daftar.",
        },
    )
    tenggat = TanggalField(label="Tenggat")
    prioritas = pilihan("Prioritas", LABEL_PRIORITAS)
    indikator = kalimat("Tanda selesai", "Tulis tanda bahwa tindakan ini selesai.", panjang=300)
    sumber_daya = kalimat("Sumber daya", panjang=300, help_text="Orang, alat, atau anggaran yang dipakai.")

    def __init__(self, *args: Any, calon: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        medan = self.fields["penanggung_jawab"]
        if isinstance(medan, forms.ModelChoiceField):
            medan.queryset = calon


class SiapkanForm(forms.Form):
    """Number of the record and the citizens who sign it: one line each, «name; element; institution»."""

    versi = forms.IntegerField(widget=forms.HiddenInput)
    nomor_surat = kalimat("Nomor berita acara", "Tulis nomor berita acara.", panjang=100)
    nama_1 = kalimat("Wakil masyarakat 1: nama", "Tulis paling sedikit satu wakil masyarakat.")
    unsur_1 = UnsurField(label="Wakil masyarakat 1: unsur", tanpa_penyelenggara=True)
    lembaga_1 = kalimat("Wakil masyarakat 1: lembaga atau RT/RW")
    nama_2 = kalimat("Wakil masyarakat 2: nama")
    unsur_2 = UnsurField(label="Wakil masyarakat 2: unsur", tanpa_penyelenggara=True, required=False)
    lembaga_2 = kalimat("Wakil masyarakat 2: lembaga atau RT/RW")

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if bool(data.get("nama_2")) != bool(data.get("unsur_2")):
            self.add_error("unsur_2", ValidationError("Isi nama dan unsur wakil kedua, atau kosongkan keduanya."))
        return data

    def wakil(self) -> list[tuple[str, UnsurPeserta, str]]:
        """Those that were named."""
        data = self.cleaned_data
        return [
            (data[f"nama_{n}"], data[f"unsur_{n}"], data[f"lembaga_{n}"])
            for n in range(1, min(WAKIL_TERBANYAK, 2) + 1)
            if data[f"nama_{n}"]
        ]


class PindaianForm(forms.Form):
    pindaian = forms.FileField(
        label="Pindaian halaman yang ditandatangani",
        help_text="PDF, JPG, atau PNG, paling besar 10 MB.",
        error_messages={"required": "Pilih berkas pindaiannya.", "empty": "Berkas ini kosong."},
        widget=forms.FileInput(attrs={"accept": ".pdf,.jpg,.jpeg,.png"}),
    )


class TandaWakilForm(FormPublik):
    """A citizen signs by typing the own name."""

    nama = kalimat("Ketik nama lengkap Anda", "Ketik nama Anda.", help_text="Seperti tertulis di atas.")
    setuju = forms.BooleanField(
        label="Saya sudah membaca berita acara ini dan isinya sesuai",
        error_messages={"required": "Centang pernyataan ini sebelum menandatangani."},
    )


class PeriksaWakilForm(FormPublik):
    """A citizen says what there is to be seen."""

    sesuai = pilihan(
        "Apakah pekerjaan ini sudah sesuai?",
        {"ya": "Ya, sudah sesuai", "belum": "Belum sesuai"},
        "Pilih satu jawaban.",
        widget=forms.RadioSelect,
    )
    catatan = teks("Catatan", help_text="Wajib bila belum sesuai. Tampil untuk umum: jangan menulis nama orang.")


class LangkahAksiForm(forms.Form):
    versi = forms.IntegerField(widget=forms.HiddenInput)


class KemajuanForm(LangkahAksiForm):
    persen = BilanganField(label="Kemajuan (persen)", min_value=0, max_value=99)
    keterangan = teks("Yang sudah dikerjakan", "Tulis apa yang sudah dikerjakan.", help_text=_UMUM)


class KlaimForm(LangkahAksiForm):
    bukti = teks(
        "Apa yang sudah dikerjakan, dan apa buktinya",
        "Tulis apa yang sudah dikerjakan dan buktinya.",
        help_text=_UMUM,
    )
    berkas = BeberapaBerkasField(
        label="Foto atau dokumen",
        required=False,
        help_text=f"Paling banyak {BERKAS_TERBANYAK}, masing-masing paling besar 10 MB: PDF, JPG, PNG, Excel, atau "
        "Word. Hanya dibaca di dalam kantor. Tempat dan waktu foto dihapus.",
        widget=BeberapaBerkasInput(attrs={"accept": ".pdf,.jpg,.jpeg,.png,.xlsx,.docx"}),
    )


class TundaAksiForm(LangkahAksiForm):
    tenggat = TanggalField(label="Tenggat baru")
    alasan = teks("Alasan penundaan", "Tulis alasan penundaan.", help_text=_UMUM)


class AlasanAksiForm(LangkahAksiForm):
    alasan = teks("Alasan", "Tulis alasannya.", help_text=_UMUM)


class AlihkanForm(LangkahAksiForm):
    instansi = kalimat("Instansi tujuan", "Tulis instansi tujuan.")
    alasan = teks("Alasan", "Tulis alasan pengalihan.", help_text=_UMUM)


class WakilForm(LangkahAksiForm):
    """Which of the citizens who signed is asked to look."""

    wakil = forms.ModelChoiceField(
        TandaTangan.objects.none(),
        label="Wakil masyarakat",
        to_field_name="uuid",
        empty_label="Pilih wakil",
        error_messages={"required": "Pilih wakil masyarakat.", "invalid_choice": "Pilih wakil di daftar."},
    )

    def __init__(self, *args: Any, calon: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        medan = self.fields["wakil"]
        if isinstance(medan, forms.ModelChoiceField):
            medan.queryset = calon
