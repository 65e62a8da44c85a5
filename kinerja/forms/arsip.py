"""Form of a result of an older scheme."""

from __future__ import annotations

from typing import Any

from django import forms

from kinerja.enums.arsip import LABEL_SKEMA_ARSIP
from kinerja.forms.dasar import WAJIB, bersyarat, tata
from kinerja.forms.impor_skp import ImporSKPForm
from rakumpit.isian import TanggalField


class ImporArsipForm(ImporSKPForm):
    """The same kind of sheet as for a plan, with other rows."""

    berkas = forms.FileField(
        label="Berkas XLSX atau CSV",
        help_text="Paling besar 2 MB. Satu baris tiap hasil, dengan judul kolom seperti pada templat.",
        error_messages={"required": "Pilih berkas dulu.", "empty": "Berkas itu kosong."},
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv"}),
    )


class ArsipForm(forms.Form):
    """What the letter prints; number or words, or both."""

    mulai = TanggalField(label="Masa yang dinilai mulai", help_text="Misalnya 1 Januari 2020.")
    selesai = TanggalField(label="Sampai dengan", help_text="Misalnya 31 Desember 2020.")
    skema = forms.ChoiceField(
        label="Aturan yang dipakai", choices=[(satu.value, label) for satu, label in LABEL_SKEMA_ARSIP.items()]
    )
    sumber = forms.CharField(
        label="Nomor surat atau nama berkas",
        max_length=200,
        help_text="Agar orang lain dapat menemukan dokumennya.",
        error_messages=WAJIB,
    )
    nilai = forms.CharField(
        label="Nilai seperti tercetak",
        max_length=20,
        required=False,
        help_text="Salin apa adanya, misalnya 87,45. Isi nilai, sebutan, atau keduanya.",
    )
    sebutan = forms.CharField(
        label="Sebutan seperti tercetak", max_length=60, required=False, help_text="Salin apa adanya, misalnya Baik."
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        bersyarat(self.fields["nilai"])
        bersyarat(self.fields["sebutan"])
        self.helper = tata(("mulai", "selesai"), ("skema", "sumber"), ("nilai", "sebutan"))
