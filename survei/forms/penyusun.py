"""Building an instrument: its texts, one question by its type, and the mending of words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from django import forms

from rakumpit.isian import AngkaField
from survei.forms.isian_bebas import sebut
from survei.models import Pertanyaan
from survei.perhitungan.butir import DAPAT_MENJADI_SYARAT, JenisPertanyaan
from survei.proses.penyusun import IsiPertanyaan
from survei.ringkasan.bahasa import TeksAsal

PILIHAN_TERBANYAK = 20
BARIS_TERBANYAK = 10
SKALA_TERBESAR = 10
_WAJIB = {"required": "Isi bagian ini."}


class InstrumenForm(forms.Form):
    """Name and texts of an instrument; a published one keeps ``acak`` and ``ada_saran``."""

    nama = forms.CharField(label="Nama survei", max_length=200, error_messages={"required": "Tulis nama survei ini."})
    judul_formulir = forms.CharField(
        label="Judul di atas formulir",
        max_length=120,
        help_text="Satu kalimat untuk warga, misalnya: Bagaimana posyandu bulan ini?",
        error_messages={"required": "Tulis judul formulirnya."},
    )
    teks_anonim = forms.CharField(
        label="Keterangan kerahasiaan",
        required=False,
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Siapa yang membaca jawaban dan untuk apa.",
    )
    acak = forms.BooleanField(
        label="Acak urutan pertanyaan", required=False, help_text="Setiap formulir memakai urutan sendiri."
    )
    ada_saran = forms.BooleanField(label="Minta saran tertulis di akhir", required=False)

    def __init__(self, *args: Any, terbit: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if terbit:
            for nama in ("acak", "ada_saran"):
                del self.fields[nama]


class InstrumenBaruForm(InstrumenForm):
    """A new instrument; ``kiriman`` becomes its number, so that the form sent twice makes one."""

    kiriman = forms.UUIDField(widget=forms.HiddenInput)


def _baris(teks: str) -> list[str]:
    return [rapi for satu in teks.splitlines() if (rapi := " ".join(satu.split()))]


class PertanyaanForm(forms.Form):
    """One question of a draft. Which fields there are depends on ``jenis``; ``sebelumnya`` may become its condition.

    They come with their ``pilihan`` prefetched. ``kode`` is the code that a new question would get.
    """

    teks = forms.CharField(label="Pertanyaan", max_length=300, error_messages={"required": "Tulis pertanyaannya."})
    bantuan = forms.CharField(label="Keterangan di bawahnya", max_length=300, required=False)
    pilihan = forms.CharField(
        label="Pilihan jawaban",
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text="Satu pilihan tiap baris.",
        error_messages={"required": "Tulis sekurangnya dua pilihan."},
    )
    baris = forms.CharField(
        label="Baris tabel",
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="Satu baris untuk tiap hal yang dinilai.",
        error_messages={"required": "Tulis sekurangnya satu baris."},
    )
    dari = forms.IntegerField(
        label="Skala dari",
        min_value=0,
        max_value=1,
        initial=1,
        error_messages=_WAJIB | dict.fromkeys(("invalid", "min_value", "max_value"), "Tulis 0 atau 1."),
    )
    sampai = forms.IntegerField(
        label="Skala sampai",
        min_value=2,
        max_value=SKALA_TERBESAR,
        initial=5,
        error_messages=_WAJIB
        | dict.fromkeys(("invalid", "min_value", "max_value"), f"Tulis angka 2 sampai {SKALA_TERBESAR}."),
    )
    arti_bawah = forms.CharField(
        label="Arti angka terkecil", max_length=60, help_text="Misalnya: sangat sulit.", error_messages=_WAJIB
    )
    arti_atas = forms.CharField(
        label="Arti angka terbesar", max_length=60, help_text="Misalnya: sangat mudah.", error_messages=_WAJIB
    )
    bawah = AngkaField(label="Angka paling kecil", required=False, max_digits=12, decimal_places=2)
    atas = AngkaField(label="Angka paling besar", required=False, max_digits=12, decimal_places=2)
    wajib = forms.BooleanField(label="Wajib dijawab", required=False, initial=True)
    kode = forms.SlugField(required=False, widget=forms.HiddenInput)
    bila = forms.MultipleChoiceField(
        label="Tanyakan hanya bila warga memilih",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Centang jawaban dari satu pertanyaan. Tanpa centang, selalu ditanyakan.",
    )

    def __init__(
        self, *args: Any, jenis: JenisPertanyaan, sebelumnya: Sequence[Pertanyaan] = (), **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.jenis = jenis
        khusus = {
            "pilihan": {JenisPertanyaan.TUNGGAL, JenisPertanyaan.GANDA, JenisPertanyaan.MATRIKS},
            "baris": {JenisPertanyaan.MATRIKS},
            **{key: {JenisPertanyaan.SKALA} for key in ("dari", "sampai", "arti_bawah", "arti_atas")},
            **{key: {JenisPertanyaan.ANGKA} for key in ("bawah", "atas")},
        }
        for nama, milik in khusus.items():
            if jenis not in milik:
                del self.fields[nama]
        if "kode" not in self.initial:
            del self.fields["kode"]
        syarat = [satu for satu in sebelumnya if satu.jenis in DAPAT_MENJADI_SYARAT]
        if jenis is JenisPertanyaan.BAGIAN:
            self.fields["teks"].label = "Judul bagian"
            del self.fields["wajib"]
        if jenis is JenisPertanyaan.BAGIAN or not syarat:
            del self.fields["bila"]
        else:
            bidang = self.fields["bila"]
            assert isinstance(bidang, forms.MultipleChoiceField)  # noqa: S101 - declared above
            # The same answers serve many questions, so each line names its own.
            bidang.choices = [
                (f"{satu.kode_unsur}={p.nilai}", f"{satu.nomor} {sebut(satu.teks)} «{p.label}»")
                for satu in syarat
                for p in sorted(satu.pilihan.all(), key=lambda p: p.nilai)
            ]

    def clean_pilihan(self) -> list[str]:
        """Two choices or more, none twice."""
        return self._daftar("pilihan", 2, PILIHAN_TERBANYAK, 100)

    def clean_baris(self) -> list[str]:
        """One row or more, none twice."""
        return self._daftar("baris", 1, BARIS_TERBANYAK, 150)

    def _daftar(self, nama: str, paling_sedikit: int, paling_banyak: int, panjang: int) -> list[str]:
        isi = _baris(self.cleaned_data[nama])
        if not paling_sedikit <= len(isi) <= paling_banyak:
            raise forms.ValidationError(f"Tulis {paling_sedikit} sampai {paling_banyak} baris.")
        if len({satu.lower() for satu in isi}) < len(isi):
            raise forms.ValidationError("Ada baris yang sama. Setiap baris harus berbeda.")
        if any(len(satu) > panjang for satu in isi):
            raise forms.ValidationError(f"Setiap baris paling panjang {panjang} huruf.")
        return isi

    def clean_bila(self) -> list[str]:
        """All ticked answers belong to one question."""
        isi: list[str] = self.cleaned_data["bila"]
        if len({satu.partition("=")[0] for satu in isi}) > 1:
            raise forms.ValidationError("Pilih jawaban dari satu pertanyaan saja.")
        return isi

    def clean(self) -> dict[str, Any]:
        """Bounds of a number in their order."""
        data = super().clean() or {}
        bawah, atas = data.get("bawah"), data.get("atas")
        if bawah is not None and atas is not None and atas < bawah:
            self.add_error("atas", "Angka paling besar lebih kecil daripada angka paling kecil.")
        return data

    @property
    def isi(self) -> IsiPertanyaan:
        """What was typed, for the process."""
        data = self.cleaned_data
        bila: list[str] = data.get("bila") or []
        return IsiPertanyaan(
            teks=data["teks"],
            bantuan=data["bantuan"],
            wajib=data.get("wajib", False),
            pilihan=self._pilihan(data),
            baris=tuple(data.get("baris") or ()),
            bawah=data.get("bawah"),
            atas=data.get("atas"),
            bila=bila[0].partition("=")[0] if bila else "",
            bila_nilai=tuple(int(satu.partition("=")[2]) for satu in bila),
        )

    def _pilihan(self, data: dict[str, Any]) -> tuple[tuple[int, str], ...]:
        if self.jenis is not JenisPertanyaan.SKALA:
            return tuple(enumerate(data.get("pilihan") or (), start=1))
        arti = {data["dari"]: data["arti_bawah"], data["sampai"]: data["arti_atas"]}
        return tuple(
            (nilai, f"{nilai}: {arti[nilai]}" if nilai in arti else str(nilai))
            for nilai in range(data["dari"], data["sampai"] + 1)
        )


def awal_pertanyaan(satu: Pertanyaan) -> dict[str, Any]:
    """What stands in the form of a question that is there already."""
    pilihan = list(satu.pilihan.order_by("nilai"))
    awal: dict[str, Any] = {
        "teks": satu.teks,
        "bantuan": satu.bantuan,
        "wajib": satu.wajib,
        "pilihan": "\n".join(p.label for p in pilihan),
        "baris": "\n".join(baris.teks for baris in satu.baris.order_by("urutan")),
        "bawah": satu.bawah,
        "atas": satu.atas,
        "bila": [f"{satu.bila.kode_unsur}={nilai}" for nilai in satu.bila_nilai] if satu.bila else [],
    }
    if satu.jenis == JenisPertanyaan.SKALA and pilihan:
        awal |= {
            "dari": pilihan[0].nilai,
            "sampai": pilihan[-1].nilai,
            "arti_bawah": pilihan[0].label.partition(": ")[2],
            "arti_atas": pilihan[-1].label.partition(": ")[2],
        }
    return {nama: f"{isi:f}".replace(".", ",") if isinstance(isi, Decimal) else isi for nama, isi in awal.items()}


class KataForm(forms.Form):
    """Words of a question whose meaning stands: one field per text, and the promise that the meaning is the same."""

    def __init__(self, *args: Any, pertanyaan: Pertanyaan, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.pertanyaan = pertanyaan
        kosong = {"required": "Bagian ini tidak boleh kosong."}
        self.fields["teks"] = forms.CharField(
            label="Pertanyaan", max_length=300, initial=pertanyaan.teks, error_messages=kosong
        )
        self.fields["bantuan"] = forms.CharField(
            label="Keterangan di bawahnya", max_length=300, required=False, initial=pertanyaan.bantuan
        )
        self._pilihan = list(pertanyaan.pilihan.order_by("nilai"))
        for p in self._pilihan:
            self.fields[f"pilihan_{p.nilai}"] = forms.CharField(
                label=f"Jawaban bernilai {p.nilai}", max_length=100, initial=p.label, error_messages=kosong
            )
        self._baris = list(pertanyaan.baris.order_by("urutan"))
        for baris in self._baris:
            self.fields[f"baris_{baris.kode}"] = forms.CharField(
                label=f"Baris {baris.urutan}", max_length=150, initial=baris.teks, error_messages=kosong
            )
        self.fields["tetap"] = forms.BooleanField(
            label="Artinya tetap sama",
            help_text="Jawaban yang sudah masuk harus tetap benar dengan kata-kata baru ini.",
            error_messages={"required": "Centang bila artinya tetap. Bila artinya berubah, buat versi baru."},
        )

    @property
    def label(self) -> dict[int, str]:
        """Value to its words."""
        return {p.nilai: self.cleaned_data[f"pilihan_{p.nilai}"] for p in self._pilihan}

    @property
    def baris(self) -> dict[str, str]:
        """Code of a row to its words."""
        return {satu.kode: self.cleaned_data[f"baris_{satu.kode}"] for satu in self._baris}


class BahasaForm(forms.Form):
    """One field per text of an instrument, named ``t0`` …, with the Indonesian text as its label."""

    def __init__(self, *args: Any, asal: Sequence[TeksAsal], isi: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.asal = asal
        for urut, satu in enumerate(asal):
            self.fields[f"t{urut}"] = forms.CharField(
                label=satu.teks, help_text=satu.sebutan, required=False, max_length=600, initial=isi.get(satu.kunci, "")
            )

    @property
    def teks(self) -> dict[str, str]:
        """Key to text."""
        return {satu.kunci: self.cleaned_data[f"t{urut}"] for urut, satu in enumerate(self.asal)}
