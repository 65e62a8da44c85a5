"""Forms of the desk of the pengelola."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from rakumpit.isian import TanggalField
from rakumpit.lembar.baca import UKURAN_MAKS
from rakumpit.organisasi.berkas_pegawai import BerkasDitolak, BerkasPegawai, baca_berkas
from rakumpit.organisasi.enums import LABEL_SIFAT_PENUGASAN, LABEL_STATUS_PEGAWAI, SifatPenugasan
from rakumpit.organisasi.models import Jabatan, Penugasan, UnitKerja
from rakumpit.waktu import hari_ini

HANYA = [
    ("", "Semua yang bekerja di sini"),
    ("tanpa_jabatan", "Belum memegang jabatan"),
    ("tanpa_akun", "ASN tanpa akun"),
    ("tanpa_status", "Status belum diisi"),
    ("belum_masuk", "Belum pernah masuk"),
    ("berhenti", "Sudah berhenti"),
]


class SaringForm(forms.Form):
    """Search and filters of the list of people (GET); wrong values are ignored, not refused."""

    q = forms.CharField(label="Cari nama", required=False, max_length=100)
    unit = forms.ModelChoiceField(
        label="Unit kerja",
        required=False,
        queryset=UnitKerja.objects.all(),
        to_field_name="uuid",
        empty_label="Semua unit",
    )
    status = forms.ChoiceField(
        label="Status",
        required=False,
        choices=[("", "Semua status"), *((s.value, t) for s, t in LABEL_STATUS_PEGAWAI.items())],
    )
    hanya = forms.ChoiceField(label="Tampilkan", required=False, choices=HANYA)


class CariNipForm(forms.Form):
    """By POST: a NIP never stands in an address."""

    nip = forms.CharField(
        label="NIP",
        max_length=40,
        help_text="Boleh dengan spasi.",
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
    )


class ImporForm(forms.Form):
    """Upload of a staff list; ``cleaned_data["berkas"]`` is the list as read."""

    berkas = forms.FileField(
        label="Berkas XLSX atau CSV",
        allow_empty_file=True,
        help_text="Paling besar 10 MB. Baris pertama berisi nama kolom, seperti pada templat.",
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv"}),
    )
    mulai = TanggalField(
        label="Tanggal mulai untuk baris tanpa TMT",
        required=False,
        help_text="Boleh kosong: pegawai tanpa TMT jabatan disimpan, tetapi belum ditempatkan.",
    )

    def clean_berkas(self) -> BerkasPegawai:
        unggahan = self.cleaned_data["berkas"]
        if unggahan.size > UKURAN_MAKS:
            raise ValidationError("Berkas lebih besar dari 10 MB. Bagi menjadi beberapa berkas.")
        try:
            return baca_berkas(unggahan.read(), unggahan.name)
        except BerkasDitolak as galat:
            raise ValidationError(str(galat)) from galat


class JabatanField(forms.ModelChoiceField):
    """Posts with their unit and present holder."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            queryset=Jabatan.objects.filter(unit__aktif=True)
            .select_related("unit")
            .order_by("unit__nama", "nama", "urut"),
            to_field_name="uuid",
            empty_label="Pilih jabatan",
            **kwargs,
        )
        self.pemegang: dict[int, str] = {}

    def muat_pemegang(self) -> None:
        """One query for all labels."""
        daftar = Penugasan.objects.pada(hari_ini()).filter(sifat=SifatPenugasan.DEFINITIF.value)
        for jabatan_id, pegawai, luar in daftar.values_list("jabatan_id", "pegawai__nama", "pejabat_luar__nama"):
            self.pemegang[jabatan_id] = pegawai or luar or ""

    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.unit}: {obj.nama}{f' {obj.urut}' if obj.urut > 1 else ''} ({self.pemegang.get(obj.pk, 'kosong')})"


class _BerjabatanForm(forms.Form):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kolom = self.fields["jabatan"]
        if isinstance(kolom, JabatanField):
            kolom.muat_pemegang()


class MutasiForm(_BerjabatanForm):
    jabatan = JabatanField(label="Jabatan baru")
    mulai = TanggalField(label="Mulai", help_text="Jabatan lama berakhir sehari sebelumnya.")
    dasar = forms.CharField(label="Nomor surat keputusan", max_length=200)


class TunjukForm(_BerjabatanForm):
    sifat = forms.ChoiceField(
        label="Sebagai",
        choices=[
            (s.value, LABEL_SIFAT_PENUGASAN[s]) for s in (SifatPenugasan.PLT, SifatPenugasan.PLH, SifatPenugasan.LIMPAH)
        ],
        widget=forms.RadioSelect,
        help_text="Plt. untuk jabatan kosong; Plh. bila pejabatnya berhalangan sementara; pelimpahan bila pejabatnya "
        "tetap bekerja dan menyerahkan wewenang menilai. Syarat pelimpahan belum diperiksa dengan peraturan.",
    )
    jabatan = JabatanField(label="Jabatan yang dijalankan")
    mulai = TanggalField(label="Mulai")
    selesai = TanggalField(label="Sampai dengan", required=False, help_text="Wajib untuk Plh.")
    dasar = forms.CharField(label="Nomor surat perintah", max_length=200)


class AkhiriForm(forms.Form):
    hari_terakhir = TanggalField(label="Hari terakhir")
    dasar = forms.CharField(label="Nomor surat", max_length=200)


class BerhentiForm(AkhiriForm):
    alasan = forms.ChoiceField(
        label="Alasan",
        choices=[
            (teks, teks)
            for teks in (
                "Pensiun",
                "Pindah ke instansi lain",
                "Kontrak berakhir",
                "Mengundurkan diri",
                "Meninggal dunia",
                "Lainnya",
            )
        ],
    )
    field_order = ["alasan", "hari_terakhir", "dasar"]
