"""Questions of a free survey as the public form shows them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from survei.models import Instrumen, Pertanyaan
from survei.perhitungan.butir import (
    BERLEWATI,
    PANJANG_TEKS,
    TIDAK_MENJAWAB,
    Butir,
    Jawaban,
    JenisPertanyaan,
    susun_acak,
)
from survei.ringkasan.butir import susun_butir

LABEL_LEWATI = "Tidak tahu / tidak menjawab"
PANJANG_SEBUT = 60


@dataclass(frozen=True, slots=True)
class TanyaBebas:
    """One question with its texts; ``baris`` are the rows of a table (field, text).

    ``bila`` says in words when it is asked, ``pemilih`` the same as a CSS selector for the script of the form.
    """

    butir: Butir
    teks: str
    bantuan: str
    pilihan: tuple[tuple[str, str], ...]
    baris: tuple[tuple[str, str], ...]
    bila: str
    pemilih: str
    lang: str


@dataclass(frozen=True, slots=True)
class IsianBaris:
    """One field: name, text of the row (empty but for tables), what was posted, what is wrong."""

    kunci: str
    teks: str
    dipilih: Sequence[str]
    galat: str

    @property
    def isi(self) -> str:
        """What was typed."""
        return self.dipilih[0] if self.dipilih else ""


@dataclass(frozen=True, slots=True)
class SoalBebas:
    """One question for the template; ``urut`` is None for a heading."""

    tanya: TanyaBebas
    urut: int | None
    baris: Sequence[IsianBaris]

    @property
    def jenis(self) -> str:
        """What it takes."""
        return self.tanya.butir.jenis.value

    @property
    def satu(self) -> IsianBaris:
        """The field of a question that is no table."""
        return self.baris[0]

    @property
    def panjang(self) -> int:
        """Longest text."""
        return PANJANG_TEKS


def susun_tanya(instrumen: Instrumen) -> tuple[TanyaBebas, ...]:
    """The questions of a free survey in their order; reads what ``susun_butir`` reads."""
    semua = {satu.kode_unsur: satu for satu in instrumen.pertanyaan.all()}
    return tuple(_tanya(butir, semua[butir.kode], semua) for butir in susun_butir(instrumen))


def _tanya(butir: Butir, satu: Pertanyaan, semua: Mapping[str, Pertanyaan]) -> TanyaBebas:
    pilihan = [(str(p.nilai), p.label) for p in sorted(satu.pilihan.all(), key=lambda p: p.nilai)]
    if butir.jenis in BERLEWATI:
        pilihan.append((TIDAK_MENJAWAB, LABEL_LEWATI))
    bila = pemilih = ""
    if syarat := semua.get(butir.bila):
        label = [f"«{p.label}»" for p in syarat.pilihan.all() if p.nilai in butir.bila_nilai]
        bila = f"Jawab hanya bila Anda memilih {' atau '.join(label)} pada «{sebut(syarat.teks)}»."
        pemilih = ",".join(
            f'[name="{butir.bila}"][value="{nilai}"]:checked:enabled' for nilai in sorted(butir.bila_nilai)
        )
    return TanyaBebas(
        butir=butir,
        teks=satu.teks,
        bantuan=satu.bantuan,
        pilihan=tuple(pilihan),
        baris=tuple(
            (f"{butir.kode}-{baris.kode}", baris.teks)
            for baris in sorted(satu.baris.all(), key=lambda baris: baris.urutan)
        ),
        bila=bila,
        pemilih=pemilih,
        lang=satu.lang,
    )


def sebut(teks: str) -> str:
    """A question in short, for lists of errors and conditions."""
    return teks if len(teks) <= PANJANG_SEBUT else teks[: PANJANG_SEBUT - 1].rstrip() + "…"


def susun_soal(
    tanya: Sequence[TanyaBebas],
    *,
    acak: bool,
    biji: str,
    semua: Callable[[str], Sequence[str]],
    galat: Mapping[str, str],
) -> list[SoalBebas]:
    """The form's questions in the order of this form, numbered as they stand on the page."""
    menurut = {satu.butir.kode: satu for satu in tanya}
    butir = [satu.butir for satu in tanya]
    keluar = []
    urut = 0
    for satu in susun_acak(butir, biji) if acak else butir:
        ini = menurut[satu.kode]
        urut += bool(satu.kunci)
        teks = dict(ini.baris)
        baris = [IsianBaris(kunci, teks.get(kunci, ""), semua(kunci), galat.get(kunci, "")) for kunci in satu.kunci]
        keluar.append(SoalBebas(ini, urut if satu.kunci else None, baris))
    return keluar


def kata_jawaban(tanya: TanyaBebas, jawaban: Mapping[str, Jawaban]) -> list[tuple[str, str]]:
    """Question (or row of a table) and what was read from it, as words."""
    pilihan, teks = dict(tanya.pilihan), dict(tanya.baris)
    keluar = []
    for kunci in tanya.butir.kunci:
        nama = f"{tanya.teks} {teks[kunci]}" if kunci in teks else tanya.teks
        if kunci not in jawaban:
            keluar.append((nama, "Tidak ditanyakan"))
            continue
        nilai = jawaban[kunci]
        semua = nilai if isinstance(nilai, list) else [nilai]
        kata = ", ".join(pilihan.get(str(satu), str(satu)) for satu in semua if satu is not None)
        if tanya.butir.jenis is JenisPertanyaan.ANGKA:
            kata = kata.replace(".", ",")
        keluar.append((nama, kata or "Tidak dijawab"))
    return keluar
