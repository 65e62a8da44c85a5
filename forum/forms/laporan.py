"""What citizens type: a report, number and key, and what they add later."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django import forms

from forum.enums.laporan import LABEL_KANAL, LABEL_KEPUASAN, LABEL_KLASIFIKASI, Kanal
from forum.perhitungan.kunci import baca_kunci, buat_kunci
from forum.proses.laporan_masuk import FOTO_TERBANYAK, IsiLaporan
from rakumpit.isian import BeberapaBerkasField, BeberapaBerkasInput, TanggalField
from rakumpit.organisasi.enums import JenisUnit
from rakumpit.organisasi.models import Layanan, UnitKerja
from rakumpit.waktu import hari_ini

PEMBACA = [("ya", "Hanya petugas yang menangani"), ("tidak", "Semua orang, sesudah dijawab, tanpa nama")]
DIKENAL = [
    ("ya", "Hanya pengelola pengaduan (anonim)"),
    ("tidak", "Pengelola, dan petugas bila perlu menghubungi pelapor"),
]


def _foto() -> BeberapaBerkasField:
    return BeberapaBerkasField(
        label="Foto",
        required=False,
        help_text=f"Paling banyak {FOTO_TERBANYAK} foto JPG atau PNG. Tempat dan waktu di dalam foto kami hapus.",
        widget=BeberapaBerkasInput(attrs={"accept": ".jpg,.jpeg,.png"}),
    )


class LaporForm(forms.Form):
    """A report. ``kiriman`` and ``kunci`` are made with the page: sent twice, stored once, under the same key."""

    kiriman = forms.UUIDField(widget=forms.HiddenInput)
    kunci = forms.CharField(max_length=40, widget=forms.HiddenInput)
    klasifikasi = forms.ChoiceField(
        label="Apa yang ingin Anda sampaikan?",
        choices=LABEL_KLASIFIKASI,
        error_messages={"required": "Pilih salah satu jenis laporan."},
    )
    judul = forms.CharField(
        label="Tentang apa", max_length=120, error_messages={"required": "Tulis laporan ini tentang apa."}
    )
    isi = forms.CharField(
        label="Ceritakan",
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": "Ceritakan laporan Anda."},
    )
    tempat = forms.CharField(label="Di mana", max_length=200, required=False)
    kelurahan = forms.ModelChoiceField(
        label="Kelurahan",
        queryset=UnitKerja.objects.none(),
        to_field_name="uuid",
        required=False,
        error_messages={"invalid_choice": "Pilih salah satu kelurahan."},
    )
    layanan = forms.ModelChoiceField(
        label="Layanan",
        queryset=Layanan.objects.none(),
        to_field_name="uuid",
        required=False,
        error_messages={"invalid_choice": "Pilih salah satu layanan."},
    )
    tanggal_kejadian = TanggalField(label="Tanggal kejadian", required=False)
    foto = _foto()
    rahasia = forms.ChoiceField(
        label="Siapa boleh membaca isinya",
        choices=PEMBACA,
        initial="ya",
        error_messages={"required": "Pilih siapa yang boleh membaca."},
    )
    anonim = forms.ChoiceField(
        label="Siapa boleh tahu pelapornya",
        choices=DIKENAL,
        initial="ya",
        error_messages={"required": "Pilih siapa yang boleh tahu pelapornya."},
    )
    nama = forms.CharField(label="Nama", max_length=120, required=False)
    telepon = forms.CharField(label="Telepon", max_length=30, required=False)
    email = forms.EmailField(
        label="Email", required=False, error_messages={"invalid": "Tulis alamat email yang lengkap, atau kosongkan."}
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kiriman"].initial = uuid4()
        self.fields["kunci"].initial = buat_kunci()
        pilihan = {
            "kelurahan": UnitKerja.objects.filter(jenis=JenisUnit.KELURAHAN.value, aktif=True),
            "layanan": Layanan.objects.filter(aktif=True).select_related("unit").order_by("nama", "unit__nama", "pk"),
        }
        for nama, queryset in pilihan.items():
            medan = self.fields[nama]
            if isinstance(medan, forms.ModelChoiceField):
                medan.queryset = queryset

    def clean_tanggal_kejadian(self) -> Any:
        tanggal = self.cleaned_data["tanggal_kejadian"]
        if tanggal is not None and tanggal > hari_ini():
            raise forms.ValidationError("Tanggal kejadian belum tiba. Periksa lagi.")
        return tanggal

    def isi_laporan(self) -> IsiLaporan:
        """The cleaned values as the process takes them."""
        data = self.cleaned_data
        sama = (*("klasifikasi", "judul", "isi", "tempat", "tanggal_kejadian", "kelurahan", "layanan"),)
        return IsiLaporan(
            **{nama: data[nama] for nama in (*sama, "nama", "telepon", "email", "foto")},
            anonim=data["anonim"] == "ya",
            rahasia=data["rahasia"] == "ya",
        )

    @property
    def tertulis(self) -> bool:
        """Whether something stands in the folded part, so that it opens again."""
        nama = ("kelurahan", "layanan", "tanggal_kejadian")
        return self.is_bound and any(self[satu].value() or self[satu].errors for satu in nama)


class CatatForm(LaporForm):
    """The same, typed by the pengelola for somebody at the counter or from another channel."""

    kanal = forms.ChoiceField(
        label="Diterima lewat", choices=[(k.value, label) for k, label in LABEL_KANAL.items() if k is not Kanal.DARING]
    )
    nomor_lapor = forms.CharField(label="Nomor di LAPOR!", max_length=30, required=False)
    diterima = TanggalField(
        label="Tanggal diterima", required=False, help_text="Kosongkan bila hari ini. Tenggat dihitung dari hari itu."
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("diterima") and data["diterima"] > hari_ini():
            self.add_error("diterima", "Tanggal diterima belum tiba. Periksa lagi.")
        if data.get("kanal") == Kanal.LAPOR.value and not data.get("nomor_lapor"):
            self.add_error("nomor_lapor", "Laporan dari LAPOR! punya nomor. Tulis nomornya.")
        return data


class LacakForm(forms.Form):
    """Number and key, however they are typed."""

    nomor = forms.CharField(max_length=20, error_messages={"required": "Isi nomor laporan."})
    kunci = forms.CharField(max_length=60, error_messages={"required": "Isi kunci laporan."})

    def clean_kunci(self) -> str:
        """Its form is checked by the look-up, so that a wrong form answers like a wrong key."""
        return baca_kunci(self.cleaned_data["kunci"])


class PesanForm(forms.Form):
    """Words of the reporter."""

    teks = forms.CharField(max_length=3000, error_messages={"required": "Tulis pesan Anda."})


class PesanFotoForm(PesanForm):
    foto = _foto()


class CabutForm(forms.Form):
    yakin = forms.BooleanField(error_messages={"required": "Centang «Saya yakin» sebelum mencabut."})


class SetujuForm(forms.Form):
    """Nothing to fill in."""


class NilaiForm(forms.Form):
    kepuasan = forms.TypedChoiceField(
        choices=LABEL_KEPUASAN, coerce=int, error_messages={"required": "Pilih salah satu penilaian."}
    )
    teks = forms.CharField(max_length=1000, required=False)
