"""Forms of staff around one report. Several stand on one page, so each has ids of its own."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms

from forum.enums.laporan import LABEL_HASIL, LABEL_KADAR, LABEL_KLASIFIKASI
from forum.models import Laporan
from forum.perhitungan.kunci import baca_nomor
from forum.ringkasan.terlapor import atasan_terlapor
from rakumpit.isian import TanggalField
from rakumpit.organisasi.models import Pegawai, Penugasan
from rakumpit.waktu import hari_ini

_DIBACA_PELAPOR = "Dibaca pelapor: jangan tulis nama orang."


def _teks(label: str, kurang: str, bantuan: str = "", baris: int = 3) -> forms.CharField:
    return forms.CharField(
        label=label,
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": baris}),
        help_text=bantuan,
        error_messages={"required": kurang},
    )


class LangkahForm(forms.Form):
    """A step without words, with the version that the person saw."""

    awalan: ClassVar[str] = "langkah"
    versi = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, laporan: Laporan, **kwargs: Any) -> None:
        super().__init__(*args, **({"auto_id": f"{self.awalan}_%s"} | kwargs))
        self.laporan = laporan
        if "versi" in self.fields:
            self.fields["versi"].initial = laporan.versi


class MulaiForm(LangkahForm):
    awalan = "mulai"


class SelesaiForm(LangkahForm):
    awalan = "selesai"


class VerifikasiForm(LangkahForm):
    awalan = "verifikasi"
    klasifikasi = forms.ChoiceField(label="Jenis laporan", choices=LABEL_KLASIFIKASI)
    kadar = forms.ChoiceField(
        label="Penanganan",
        required=False,
        choices=[("", "Biasa untuk jenis itu"), *LABEL_KADAR.items()],
        help_text="Bersama jenisnya menentukan tenggat jawaban.",
    )

    terlapor = forms.ModelChoiceField(
        label="Pegawai yang diadukan",
        queryset=Pegawai.objects.none(),
        to_field_name="uuid",
        required=False,
        empty_label="Bukan tentang seorang pegawai",
        help_text="Hanya untuk pengaduan. Pegawai itu tidak dapat membacanya, dan laporan diteruskan kepada atasannya.",
        error_messages={"invalid_choice": "Pilih salah satu di daftar."},
    )

    def __init__(self, *args: Any, laporan: Laporan, **kwargs: Any) -> None:
        super().__init__(*args, laporan=laporan, **kwargs)
        self.fields["klasifikasi"].initial = laporan.klasifikasi
        self.fields["kadar"].initial = laporan.kadar
        medan = self.fields.get("terlapor")
        if isinstance(medan, forms.ModelChoiceField):
            bertugas = Penugasan.objects.pada(hari_ini()).values("pegawai_id")
            medan.queryset = Pegawai.objects.filter(pk__in=bertugas).order_by("nama_urut", "pk")
            medan.initial = laporan.terlapor.uuid if laporan.terlapor else None


class MintaLengkapiForm(VerifikasiForm):
    awalan = "minta"
    terlapor = None  # type: ignore[assignment]  # Django's way to take an inherited field out
    teks = _teks("Yang perlu dilengkapi", "Tulis apa yang perlu dilengkapi pelapor.", _DIBACA_PELAPOR)


class _PilihanPenugasan(forms.ModelChoiceField):
    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.jabatan.unit.nama} · {obj.pegawai.nama}"


class TeruskanForm(LangkahForm):
    awalan = "teruskan"
    penugasan = _PilihanPenugasan(
        label="Unit dan petugas",
        queryset=Penugasan.objects.none(),
        to_field_name="uuid",
        empty_label="Pilih unit dan petugas",
        error_messages={"required": "Pilih unit dan petugas.", "invalid_choice": "Pilih salah satu di daftar."},
    )
    catatan = _teks("Catatan untuk petugas", "Tulis catatan untuk petugas.", "Hanya dibaca di dalam kantor.", 2)
    batas = TanggalField(label="Tenggat untuk petugas")

    def __init__(self, *args: Any, laporan: Laporan, **kwargs: Any) -> None:
        super().__init__(*args, laporan=laporan, **kwargs)
        medan = self.fields["penugasan"]
        if isinstance(medan, forms.ModelChoiceField):
            semua = Penugasan.objects.pada(hari_ini()).filter(
                pegawai__pengguna__is_active=True, jabatan__unit__aktif=True
            )
            if laporan.terlapor is not None:
                atasan = atasan_terlapor(laporan.terlapor)
                semua = semua.filter(pk__in=[satu.pk for satu in atasan])
                medan.initial = atasan[0].uuid if atasan else None
                medan.help_text = (
                    f"Pengaduan tentang {laporan.terlapor.nama}: hanya atasannya."
                    if atasan
                    else "Atasan pegawai yang diadukan tidak berakun di sini. Nyatakan bukan wewenang, atau alihkan."
                )
            medan.queryset = semua.select_related("pegawai", "jabatan__unit").order_by(
                "jabatan__unit__nama", "-jabatan__memimpin", "pegawai__nama", "pk"
            )
        berjalan = laporan.tenggat.filter(
            tahap="penyelesaian", terpenuhi_pada__isnull=True, gugur_pada__isnull=True
        ).first()
        if berjalan is not None:
            self.fields["batas"].initial = max(berjalan.batas, hari_ini())


class KembalikanForm(LangkahForm):
    awalan = "kembalikan"
    alasan = _teks("Alasan mengembalikan", "Tulis alasan mengembalikan.", "Hanya dibaca di dalam kantor.", 2)


class JawabForm(LangkahForm):
    awalan = "jawab"
    teks = _teks("Jawaban untuk pelapor", "Tulis jawaban untuk pelapor.", _DIBACA_PELAPOR, 5)
    hasil = forms.ChoiceField(
        label="Jenis jawaban",
        required=False,
        choices=[("", "Kabar kemajuan, belum menjawab"), *LABEL_HASIL.items()],
        help_text="Jawaban yang hanya berbunyi «diteruskan» dicatat sebagai kabar, dan tenggat tetap berjalan.",
    )


class BukanWewenangForm(LangkahForm):
    awalan = "wewenang"
    tujuan = forms.CharField(
        label="Instansi yang berwenang", max_length=200, error_messages={"required": "Tulis instansi yang berwenang."}
    )
    alasan = _teks("Penjelasan untuk pelapor", "Tulis alasannya untuk pelapor.", _DIBACA_PELAPOR, 2)


class ArsipkanForm(LangkahForm):
    awalan = "arsip"
    alasan = _teks("Alasan tidak ditangani", "Tulis alasannya untuk pelapor.", _DIBACA_PELAPOR, 2)


class DuplikatForm(LangkahForm):
    awalan = "duplikat"
    nomor = forms.CharField(
        label="Nomor laporan yang sama", max_length=20, error_messages={"required": "Tulis nomor laporan itu."}
    )
    alasan = _teks("Penjelasan untuk pelapor", "Tulis alasannya untuk pelapor.", _DIBACA_PELAPOR, 2)

    def clean_nomor(self) -> str:
        nomor = baca_nomor(self.cleaned_data["nomor"])
        if not nomor:
            raise forms.ValidationError("Nomor laporan berbentuk 26-481-507. Periksa lagi.")
        return nomor


class AlihkanForm(LangkahForm):
    awalan = "alihkan"
    nomor_lapor = forms.CharField(
        label="Nomor di LAPOR!", max_length=30, error_messages={"required": "Tulis nomor laporan di LAPOR!."}
    )
    alasan = _teks("Penjelasan untuk pelapor", "Tulis alasannya untuk pelapor.", _DIBACA_PELAPOR, 2)


class BukaLagiForm(LangkahForm):
    awalan = "buka"
    alasan = _teks("Alasan membuka kembali", "Tulis alasan membuka kembali.", _DIBACA_PELAPOR, 2)


class PerpanjangForm(LangkahForm):
    awalan = "panjang"
    alasan = _teks(
        "Alasan memperpanjang",
        "Tulis alasan memperpanjang. Pemohon membacanya.",
        "Satu kali, sebelum tenggat berakhir. Dibaca pemohon: jangan tulis nama orang.",
        2,
    )


class SampaikanForm(LangkahForm):
    awalan = "sampai"
    cara = forms.CharField(
        label="Bagaimana disampaikan",
        max_length=200,
        help_text="Misalnya: lewat telepon, surat, atau bertemu di loket. Jangan tulis nama dan nomornya.",
        error_messages={"required": "Tulis bagaimana jawaban disampaikan."},
    )
    pada = TanggalField(label="Disampaikan tanggal", initial=hari_ini)


class TanpaVersiForm(LangkahForm):
    """For what may be done at any time, whatever others do meanwhile."""

    versi = None  # type: ignore[assignment]  # Django's way to take an inherited field out


class NomorLaporForm(TanpaVersiForm):
    awalan = "lapor"
    nomor_lapor = forms.CharField(
        label="Nomor di LAPOR!", max_length=30, error_messages={"required": "Tulis nomor laporan di LAPOR!."}
    )


class RahasiakanForm(TanpaVersiForm):
    awalan = "rahasia"
    alasan = _teks("Alasan menyembunyikan", "Tulis alasan menyembunyikannya.", "Tidak dapat diurungkan.", 2)


class IdentitasForm(TanpaVersiForm):
    awalan = "identitas"
    alasan = forms.CharField(
        label="Alasan membuka identitas",
        max_length=300,
        help_text="Nama Anda, waktu, dan alasan ini dicatat.",
        error_messages={"required": "Tulis alasan membuka identitas."},
    )
