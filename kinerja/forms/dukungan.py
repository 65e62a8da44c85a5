"""Forms of obstacles and requests for support."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms

from kinerja.enums import LABEL_JAWABAN_DUKUNGAN, LABEL_JENIS_KENDALA
from kinerja.forms.dasar import WAJIB, bersyarat, tata
from kinerja.models import Indikator, RencanaHasilKerja
from rakumpit.isian import TanggalField

_PILIHAN_JENIS = [("", "Pilih jenis"), *((jenis.value, label) for jenis, label in LABEL_JENIS_KENDALA.items())]
_HURUF_PILIHAN = 90


def _singkat(teks: str) -> str:
    return teks if len(teks) <= _HURUF_PILIHAN else f"{teks[: _HURUF_PILIHAN - 1]}…"


class KendalaForm(forms.Form):
    """What hinders which result. ``rencana``: the planned results of the person's approved plans, with indicators.

    ``cleaned_data["terhambat"]`` is the pair (planned result or None, indicator or None).
    """

    terhambat = forms.ChoiceField(label="Yang terhambat", required=False)
    jenis = forms.ChoiceField(label="Yang kurang", choices=_PILIHAN_JENIS, error_messages=WAJIB)
    uraian = forms.CharField(
        label="Uraian",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Apa yang terjadi dan apa akibatnya, misalnya «Pencetak rusak, surat diantar sehari kemudian».",
        error_messages={"required": "Tulis apa yang menghambat."},
    )
    sejak = TanggalField(label="Sejak tanggal")

    def __init__(self, *args: Any, rencana: Sequence[RencanaHasilKerja], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._sasaran: dict[str, tuple[RencanaHasilKerja | None, Indikator | None]] = {"": (None, None)}
        pilihan: list[Any] = [("", "Pekerjaan saya secara umum")]
        for satu in rencana:
            isi = [(f"hasil-{satu.uuid}", "Seluruh hasil ini")]
            self._sasaran[f"hasil-{satu.uuid}"] = (satu, None)
            for indikator in satu.indikator.all():
                isi.append((f"indikator-{indikator.uuid}", _singkat(indikator.uraian)))
                self._sasaran[f"indikator-{indikator.uuid}"] = (satu, indikator)
            pilihan.append((_singkat(satu.uraian), isi))
        medan = self.fields["terhambat"]
        if isinstance(medan, forms.ChoiceField):
            medan.choices = pilihan
        bersyarat(medan)
        self.helper = tata("terhambat", ("jenis", "sejak"), "uraian")

    def clean_terhambat(self) -> tuple[RencanaHasilKerja | None, Indikator | None]:
        return self._sasaran[self.cleaned_data["terhambat"]]


class TutupKendalaForm(forms.Form):
    catatan = forms.CharField(
        label="Bagaimana kendala ini teratasi",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Tulis bagaimana kendala ini teratasi."},
    )


class DukunganForm(forms.Form):
    """What is asked of the superior."""

    jenis = forms.ChoiceField(label="Jenis dukungan", choices=_PILIHAN_JENIS, error_messages=WAJIB)
    uraian = forms.CharField(
        label="Yang Anda perlukan",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Sebut barangnya atau orangnya, berapa, dan kapan diperlukan.",
        error_messages={"required": "Tulis apa yang Anda perlukan."},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = tata("jenis", "uraian")


class JawabDukunganForm(forms.Form):
    """The superior's answer; day and reason are needed by what is chosen."""

    jawaban = forms.ChoiceField(
        label="Jawaban",
        choices=[(satu.value, label) for satu, label in LABEL_JAWABAN_DUKUNGAN.items()],
        widget=forms.RadioSelect,
        error_messages={"required": "Pilih jawaban Anda."},
    )
    dijanjikan = TanggalField(
        label="Dijanjikan tanggal", required=False, help_text="Wajib bila disetujui, juga bila hanya sebagian."
    )
    alasan = forms.CharField(
        label="Penjelasan",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Wajib bila ditolak atau hanya disetujui sebagian.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        bersyarat(self.fields["dijanjikan"])
        bersyarat(self.fields["alasan"])
        self.helper = tata("jawaban", "dijanjikan", "alasan")
