"""A sheet of the office for one survey."""

from __future__ import annotations

import hashlib
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from rakumpit.lembar.baca import UKURAN_MAKS
from rakumpit.organisasi.models import Layanan
from survei.berkas import BerkasSKMTidakTerbaca, baca_jawaban
from survei.models import Survei
from survei.perhitungan import NilaiTidakSah, baca_pemetaan

LANGKAH = ("periksa", "simpan", "urungkan")


class ImporSKMForm(forms.Form):
    """The file as read is ``cleaned_data["terbaca"]``, the digest of its bytes ``cleaned_data["sidik"]``.

    ``diperiksa`` is the digest of the file whose report the page shows: only that one can be stored.
    """

    berkas = forms.FileField(
        label="Lembar XLSX atau CSV",
        allow_empty_file=True,
        help_text="Satu baris tiap responden, kolom U1 sampai U9. Judul di atas tabel dan baris jumlah dikenali.",
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv"}),
        error_messages={"required": "Pilih berkasnya, juga bila baru saja diperiksa."},
    )
    layanan = forms.ModelChoiceField(
        label="Layanan bila kolom LAYANAN kosong atau tidak dikenal",
        queryset=Layanan.objects.none(),
        to_field_name="uuid",
        required=False,
        empty_label="Tolak baris seperti itu",
        error_messages={"invalid_choice": "Pilih dari daftar."},
    )
    huruf = forms.CharField(
        label="Arti jawaban berhuruf",
        required=False,
        max_length=100,
        help_text="Misalnya SB=4,B=3,KB=2,TB=1. Tanpa ini huruf ditolak.",
    )
    lewati_galat = forms.BooleanField(label="Lewati baris yang ditolak, simpan yang lain", required=False)
    diperiksa = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)

    def __init__(self, *args: Any, survei: Survei, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["layanan"].queryset = survei.layanan.order_by("nama", "pk")  # type: ignore[attr-defined]  # a model choice field

    def clean(self) -> dict[str, Any]:
        bersih: dict[str, Any] = super().clean() or {}
        unggahan = bersih.get("berkas")
        if unggahan is None:
            return bersih
        if unggahan.size > UKURAN_MAKS:
            self.add_error("berkas", "Berkas lebih besar dari 10 MB. Bagi menjadi beberapa berkas.")
            return bersih
        isi = unggahan.read()
        try:
            pemetaan = baca_pemetaan(bersih["huruf"]) if bersih.get("huruf") else None
            bersih["terbaca"] = baca_jawaban(isi, unggahan.name, pemetaan=pemetaan)
        except NilaiTidakSah as galat:
            self.add_error("huruf", galat.alasan)
        except BerkasSKMTidakTerbaca as galat:
            self.add_error("berkas", ValidationError(str(galat)))
        bersih["sidik"] = hashlib.sha256(isi).hexdigest()
        return bersih
