"""Places of collection."""

from __future__ import annotations

from typing import Any

from django import forms

from rakumpit.organisasi.models import Layanan
from survei.enums import StatusSurvei
from survei.enums.saluran import LABEL_JENIS_TITIK, JenisTitik
from survei.models import Survei, TitikSurvei
from survei.proses.titik import PANJANG_PIN


class _PilihanSurvei(forms.ModelChoiceField):
    def label_from_instance(self, obj: Any) -> str:
        return str(obj.judul)


class _PinField(forms.CharField):
    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            required=False,
            max_length=PANJANG_PIN,
            widget=forms.PasswordInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
            **kwargs,
        )


class TitikForm(forms.Form):
    """A new place. The service is chosen on the next page, where the services of the survey are known."""

    survei = _PilihanSurvei(
        label="Survei",
        queryset=Survei.objects.none(),
        to_field_name="uuid",
        empty_label="Pilih survei",
        help_text="Bila survei ini sudah ditutup, tautan membuka survei terbaru dari unit yang sama.",
        error_messages={"required": "Pilih survei.", "invalid_choice": "Pilih survei dari daftar."},
    )
    nama = forms.CharField(
        label="Nama tempat",
        max_length=100,
        help_text="Misalnya: Loket 1 kantor kecamatan. Nama ini tercetak di lembar QR.",
        error_messages={"required": "Tulis nama tempatnya."},
    )
    jenis = forms.ChoiceField(
        label="Jenis",
        choices=[(jenis.value, label) for jenis, label in LABEL_JENIS_TITIK.items()],
        widget=forms.RadioSelect,
        error_messages={"required": "Pilih jenisnya."},
    )
    pin = _PinField(label="PIN keluar kios", help_text="Enam angka, hanya untuk kios.")
    kiriman = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        bidang = self.fields["survei"]
        assert isinstance(bidang, forms.ModelChoiceField)  # noqa: S101 - declared above
        bidang.queryset = Survei.objects.filter(
            status__in=[StatusSurvei.DRAF.value, StatusSurvei.TERBUKA.value]
        ).order_by("judul", "pk")
        self.fields["pin"].bersyarat = True  # type: ignore[attr-defined]  # read by templates/bootstrap5/field.html

    @property
    def jenis_titik(self) -> JenisTitik:
        return JenisTitik(self.cleaned_data["jenis"])


class UbahTitikForm(forms.Form):
    nama = forms.CharField(label="Nama tempat", max_length=100, error_messages={"required": "Tulis nama tempatnya."})
    layanan = forms.ModelChoiceField(
        label="Khusus satu layanan",
        queryset=Layanan.objects.none(),
        to_field_name="uuid",
        required=False,
        empty_label="Semua layanan dalam survei",
        error_messages={"invalid_choice": "Pilih layanan dari daftar."},
    )
    pin = _PinField(label="PIN keluar yang baru", help_text="Kosongkan bila PIN tidak diganti.")
    aktif = forms.BooleanField(label="Titik ini dipakai", required=False)

    def __init__(self, *args: Any, titik: TitikSurvei, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        bidang = self.fields["layanan"]
        assert isinstance(bidang, forms.ModelChoiceField)  # noqa: S101 - declared above
        bidang.queryset = titik.survei.layanan.filter(aktif=True).order_by("nama", "pk")
        if titik.jenis != JenisTitik.KIOS:
            del self.fields["pin"]


class PinKiosForm(forms.Form):
    pin = _PinField(label="PIN petugas")
