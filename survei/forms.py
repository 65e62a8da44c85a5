"""The public form, built from the instrument of the survey. Only the fields named here are ever read."""

from __future__ import annotations

import re
import uuid
from dataclasses import dataclass
from typing import Any

from django import forms

from survei.enums import DEMOGRAFI
from survei.models import Survei
from survei.proses.isian import PANJANG_SARAN

TIDAK_MENJAWAB = "tidak"
LABEL_TIDAK_MENJAWAB = "Tidak tahu / tidak memakai"
_VERSI = re.compile(r"[a-z0-9][a-z0-9._-]{0,59}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Soal:
    """One question as the template shows it; ``dipilih`` is the posted value, ``galat`` what is wrong with it."""

    nama: str
    urut: int
    unsur: str
    teks: str
    pilihan: tuple[tuple[str, str], ...]
    dipilih: str
    galat: str


class IsianSurveiForm(forms.Form):
    """Nine questions (fields named ``U1`` … by the instrument's numbers), service, suggestion, grouped own data.

    ``survei`` should come with ``instrumen__pertanyaan__pilihan`` and ``layanan`` prefetched: then the form asks the
    database nothing. A missing, empty or foreign answer is an error that names the element; «Tidak tahu / tidak
    memakai» is an answer of its own and becomes None.
    """

    submission_id = forms.UUIDField(
        error_messages={"required": "Halaman ini sudah lama terbuka. Periksa isian Anda, lalu kirim lagi."}
    )
    versi_formulir = forms.CharField(required=False, max_length=60)
    layanan = forms.ChoiceField(
        error_messages={
            "required": "Pilih layanan yang Anda urus.",
            "invalid_choice": "Layanan itu tidak ada dalam survei ini. Pilih dari daftar.",
        }
    )
    saran = forms.CharField(
        required=False,
        max_length=PANJANG_SARAN,
        error_messages={"max_length": f"Saran paling panjang {PANJANG_SARAN} huruf. Persingkat sedikit."},
    )

    def __init__(self, data: Any = None, *, survei: Survei, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.survei = survei
        self.layanan_aktif = {str(satu.uuid): satu for satu in survei.layanan.all() if satu.aktif}
        layanan = self.fields["layanan"]
        assert isinstance(layanan, forms.ChoiceField)  # noqa: S101 - tells mypy, cannot fail
        layanan.choices = self.pilihan_layanan
        self.pertanyaan = sorted(survei.instrumen.pertanyaan.all(), key=lambda satu: satu.urutan)
        for tanya in self.pertanyaan:
            pilihan = [(str(p.nilai), p.label) for p in sorted(tanya.pilihan.all(), key=lambda p: p.nilai)]
            self.fields[tanya.nomor] = forms.ChoiceField(
                label=tanya.unsur,
                choices=[*pilihan, (TIDAK_MENJAWAB, LABEL_TIDAK_MENJAWAB)],
                error_messages={
                    "required": "Belum dijawab. Pilih satu jawaban.",
                    "invalid_choice": "Jawaban itu tidak ada. Pilih satu jawaban di bawah ini.",
                },
            )
        for kunci, (label, kelompok) in DEMOGRAFI.items():
            self.fields[kunci] = forms.ChoiceField(
                label=label,
                required=False,
                choices=[("", "Tidak diisi"), *kelompok.items()],
                error_messages={"invalid_choice": "Pilih dari daftar, atau biarkan kosong."},
            )

    @property
    def versi(self) -> str:
        """Version of the form that this survey shows now."""
        return f"{self.survei.instrumen.kode}-v{self.survei.instrumen.versi}"

    def clean_versi_formulir(self) -> str:
        """The version that the page carried, or the present one where it is no version at all."""
        versi: str = self.cleaned_data["versi_formulir"]
        return versi if _VERSI.fullmatch(versi) else self.versi

    def nilai(self, nama: str) -> str:
        """What stands in a field: as posted, else the initial value."""
        if self.is_bound:
            return str(self.data.get(nama) or "")
        return str(self.initial.get(nama, ""))

    @property
    def kode_kiriman(self) -> str:
        """Id for the hidden field: the posted one where it is an id, a new one on a fresh page."""
        if self.is_bound and "submission_id" not in self.errors:
            return str(self.cleaned_data["submission_id"])
        return str(uuid.uuid4())

    @property
    def soal(self) -> list[Soal]:
        """The questions for the template."""
        hasil = []
        for urut, tanya in enumerate(self.pertanyaan, start=1):
            bidang = self.fields[tanya.nomor]
            assert isinstance(bidang, forms.ChoiceField)  # noqa: S101 - tells mypy, cannot fail
            galat = self.errors.get(tanya.nomor, [""])[0] if self.is_bound else ""
            hasil.append(
                Soal(
                    nama=tanya.nomor,
                    urut=urut,
                    unsur=tanya.unsur,
                    teks=tanya.teks,
                    pilihan=tuple((str(nilai), str(label)) for nilai, label in bidang.choices),  # type: ignore[union-attr, misc]  # a list of pairs as set above
                    dipilih=self.nilai(tanya.nomor),
                    galat=str(galat),
                )
            )
        return hasil

    @property
    def pilihan_layanan(self) -> list[tuple[str, str]]:
        """Services to choose from."""
        return [(kode, satu.nama) for kode, satu in self.layanan_aktif.items()]

    @property
    def layanan_terpilih(self) -> str:
        """The chosen service; the only one of a survey is chosen already."""
        if len(self.layanan_aktif) == 1 and not self.is_bound:
            return next(iter(self.layanan_aktif))
        return self.nilai("layanan")

    @property
    def isi_saran(self) -> str:
        """The suggestion as typed."""
        return self.nilai("saran")

    @property
    def ada_data_diri(self) -> bool:
        """Whether anything was said about oneself."""
        return any(self.nilai(kunci) for kunci in DEMOGRAFI)

    @property
    def data_diri(self) -> list[tuple[str, str, list[tuple[str, str]], str]]:
        """``(name, label, choices, chosen)`` of the grouped own data."""
        return [
            (kunci, label, [("", "Tidak diisi"), *kelompok.items()], self.nilai(kunci))
            for kunci, (label, kelompok) in DEMOGRAFI.items()
        ]

    @property
    def daftar_galat(self) -> list[tuple[str, str, str]]:
        """``(anchor, label, sentence)`` of everything that is wrong, in the order of the page."""
        if not self.is_bound:
            return []
        urutan = ["submission_id", "layanan", *(tanya.nomor for tanya in self.pertanyaan), "saran", *DEMOGRAFI]
        nama = {"submission_id": "Formulir", "layanan": "Layanan", "saran": "Saran"}
        return [
            (kunci, nama.get(kunci, str(self.fields[kunci].label)), str(self.errors[kunci][0]))
            for kunci in urutan
            if kunci in self.errors
        ]

    @property
    def jawaban(self) -> dict[str, int | None]:
        """Element code to 1…4, or None for «tidak menjawab»; valid forms only."""
        isi = {tanya.kode_unsur: self.cleaned_data[tanya.nomor] for tanya in self.pertanyaan}
        return {kode: None if nilai == TIDAK_MENJAWAB else int(nilai) for kode, nilai in isi.items()}

    @property
    def demografi(self) -> dict[str, str]:
        """Grouped own data that was given; valid forms only."""
        return {kunci: self.cleaned_data[kunci] for kunci in DEMOGRAFI if self.cleaned_data[kunci]}


class YakinForm(forms.Form):
    """A step that cannot be taken back asks once more."""

    yakin = forms.BooleanField(error_messages={"required": "Centang «Saya yakin» sebelum melanjutkan."})


class EksporSaranForm(forms.Form):
    """Why the suggestions are taken out, and in which form."""

    tujuan = forms.CharField(
        max_length=300,
        label="Untuk apa saran ini diunduh?",
        error_messages={"required": "Tulis untuk apa saran diunduh."},
    )
    bentuk = forms.ChoiceField(choices=[("xlsx", "XLSX"), ("csv", "CSV")])


class BatalkanForm(forms.Form):
    """Voiding one form."""

    submission_id = forms.UUIDField()
    alasan = forms.CharField(max_length=300, error_messages={"required": "Tulis alasan pembatalan."})
