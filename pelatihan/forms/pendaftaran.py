"""Forms of registration."""

from __future__ import annotations

from typing import Any

from django import forms

from pelatihan.enums.kegiatan import LABEL_URUTAN_TUNGGU
from pelatihan.proses.pilihan_pendaftaran import IsiPilihan
from rakumpit.organisasi.models import Pegawai

_JAM = 60
_HARI = 24 * _JAM
_JARAK = [
    (str(7 * _HARI), "7 hari"),
    (str(3 * _HARI), "3 hari"),
    (str(_HARI), "1 hari"),
    (str(2 * _JAM), "2 jam"),
    (str(_JAM), "1 jam"),
]


class DaftarForm(forms.Form):
    """Nothing to fill in: pressing the button is the wish."""


class DaftarkanForm(forms.Form):
    """Who is registered. ``orang``: those whom the sender may register."""

    pegawai = forms.ModelMultipleChoiceField(
        label="Pegawai",
        queryset=Pegawai.objects.none(),
        to_field_name="uuid",
        error_messages={"required": "Pilih paling sedikit satu pegawai."},
    )
    alasan_melampaui = forms.CharField(
        label="Alasan melampaui batas JP PPPK",
        max_length=300,
        required=False,
        help_text="Diisi pengelola, hanya bila JP setahun menjadi lebih dari batas.",
    )

    def __init__(self, *args: Any, orang: Any, kelola: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        medan = self.fields["pegawai"]
        if isinstance(medan, forms.ModelMultipleChoiceField):
            medan.queryset = orang
        if not kelola:
            del self.fields["alasan_melampaui"]


class BatalForm(forms.Form):
    """Why somebody gives his seat back."""

    alasan = forms.CharField(label="Alasan", max_length=300, required=False, widget=forms.Textarea(attrs={"rows": 3}))


class PilihanForm(forms.Form):
    """The waiting list and the reminders of one event. ``dapat_urutan``: nobody could register yet."""

    versi = forms.IntegerField(widget=forms.HiddenInput)
    urutan = forms.ChoiceField(
        label="Kursi kosong ditawarkan kepada",
        choices=[(satu.value, kata) for satu, kata in LABEL_URUTAN_TUNGGU.items()],
        help_text="Semua orang membaca urutan ini di halaman kegiatan. Dipilih sebelum pendaftaran dibuka.",
    )
    pengingat = forms.BooleanField(label="Kirim pengingat", required=False)
    setiap_sesi = forms.BooleanField(
        label="Ingatkan sebelum setiap sesi", required=False, help_text="Tanpa ini hanya sebelum sesi pertama."
    )
    pengingat_menit = forms.TypedMultipleChoiceField(
        label="Berapa lama sebelumnya",
        choices=_JARAK,
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Kosongkan semua untuk memakai jarak yang dipilih kantor.",
    )
    teks_pengingat = forms.CharField(
        label="Pesan dalam pengingat", max_length=300, required=False, help_text="Misalnya: bawa laptop."
    )

    def __init__(self, *args: Any, dapat_urutan: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["urutan"].disabled = not dapat_urutan

    def isi(self) -> IsiPilihan:
        """What was typed, for the process."""
        data = self.cleaned_data
        return IsiPilihan(
            urutan=data["urutan"],
            pengingat=data["pengingat"],
            setiap_sesi=data["setiap_sesi"],
            pengingat_menit=sorted(data["pengingat_menit"], reverse=True),
            teks_pengingat=" ".join(data["teks_pengingat"].split()),
        )
