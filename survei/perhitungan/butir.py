"""Answers to the questions of a free survey: reading, checking, branching, order. Pure.

A question is reached when it has no condition, or when the question it looks back at was reached and answered with one
of the named values. What was typed below a question that was not reached is dropped, so that a page without script may
show all questions with their «bila …» and the server still decides.
"""

import random
import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from rakumpit.angka import AngkaTidakSah, baca_angka, bulatkan, format_angka
from rakumpit.waktu import TanggalTidakSah, baca_tanggal
from survei.perhitungan.isian import NilaiTidakSah

PANJANG_TEKS = 500
DESIMAL_ANGKA = 2
# Chosen by a person who will not or cannot answer; stored as None.
TIDAK_MENJAWAB = "tidak"
# PostgreSQL stores no NUL, UTF-8 no half of a surrogate pair.
_TAK_TERSIMPAN = re.compile("[\x00\ud800-\udfff]")


class JenisPertanyaan(StrEnum):
    """What a question takes. NILAI is an element of an index, 1…4; BAGIAN is a heading and takes nothing."""

    NILAI = "nilai"
    TUNGGAL = "tunggal"
    GANDA = "ganda"
    SKALA = "skala"
    ANGKA = "angka"
    TEKS = "teks"
    TANGGAL = "tanggal"
    MATRIKS = "matriks"
    BAGIAN = "bagian"


LABEL_JENIS_PERTANYAAN = {
    JenisPertanyaan.NILAI: "Unsur indeks (1–4)",
    JenisPertanyaan.TUNGGAL: "Satu pilihan",
    JenisPertanyaan.GANDA: "Beberapa pilihan",
    JenisPertanyaan.SKALA: "Skala angka",
    JenisPertanyaan.ANGKA: "Angka",
    JenisPertanyaan.TEKS: "Teks singkat",
    JenisPertanyaan.TANGGAL: "Tanggal",
    JenisPertanyaan.MATRIKS: "Tabel (beberapa baris, satu pilihan tiap baris)",
    JenisPertanyaan.BAGIAN: "Judul bagian",
}
BERPILIHAN = (JenisPertanyaan.TUNGGAL, JenisPertanyaan.GANDA, JenisPertanyaan.SKALA, JenisPertanyaan.MATRIKS)
# A later question may depend on these.
DAPAT_MENJADI_SYARAT = (JenisPertanyaan.TUNGGAL, JenisPertanyaan.GANDA, JenisPertanyaan.SKALA)
# These offer «tidak menjawab»; boxes, texts, numbers and dates are simply left empty.
BERLEWATI = (JenisPertanyaan.TUNGGAL, JenisPertanyaan.SKALA, JenisPertanyaan.MATRIKS)
Jawaban = int | str | list[int] | None


@dataclass(frozen=True, slots=True)
class Butir:
    """One question: stable code (also the name of its field), what it takes, and when it is asked.

    ``pilihan``: values that may be chosen; ``baris``: codes of the rows of a table, each a field of its own
    (``p3-b1``); ``bawah``/``atas``: bounds of a number; ``bila``: code of the earlier question it depends on, "" for
    none, with the values ``bila_nilai``.
    """

    kode: str
    jenis: JenisPertanyaan
    wajib: bool = True
    pilihan: frozenset[int] = frozenset()
    baris: tuple[str, ...] = ()
    bawah: Decimal | None = None
    atas: Decimal | None = None
    bila: str = ""
    bila_nilai: frozenset[int] = frozenset()

    @property
    def kunci(self) -> tuple[str, ...]:
        """Fields of this question: one, one per row of a table, none for a heading."""
        if self.jenis is JenisPertanyaan.BAGIAN:
            return ()
        if self.jenis is JenisPertanyaan.MATRIKS:
            return tuple(f"{self.kode}-{baris}" for baris in self.baris)
        return (self.kode,)


def _satu_pilihan(butir: Butir, teks: str) -> int:
    if not re.fullmatch(r"[0-9]{1,3}", teks, re.ASCII) or int(teks) not in butir.pilihan:
        raise NilaiTidakSah("Jawaban itu tidak ada. Pilih dari jawaban di bawah ini.")
    return int(teks)


def _angka(butir: Butir, teks: str) -> str:
    try:
        nilai = baca_angka(teks)
    except AngkaTidakSah as galat:
        raise NilaiTidakSah("Tulis angka saja, misalnya 3 atau 2,5.") from galat
    if nilai != bulatkan(nilai, DESIMAL_ANGKA):
        raise NilaiTidakSah(f"Paling banyak {DESIMAL_ANGKA} angka di belakang koma.")
    for batas, kata, salah in ((butir.bawah, "kecil", -1), (butir.atas, "besar", 1)):
        if batas is not None and (nilai - batas) * salah > 0:
            raise NilaiTidakSah(f"Angka ini paling {kata} {_tulis(batas)}.")
    # One number, one text: 2, 2.0 and 2,00 are the same answer.
    return _polos(nilai)


def _polos(nilai: Decimal) -> str:
    teks = f"{nilai:f}"
    return (teks.rstrip("0").rstrip(".") or "0") if "." in teks else teks


def _tulis(nilai: Decimal) -> str:
    return _polos(nilai).replace(".", ",")


def _teks(teks: str) -> str:
    if len(teks) > PANJANG_TEKS:
        raise NilaiTidakSah(f"Paling panjang {PANJANG_TEKS} huruf. Persingkat sedikit.")
    if _TAK_TERSIMPAN.search(teks):
        raise NilaiTidakSah("Ada tanda yang tidak dapat disimpan. Ketik ulang bagian itu.")
    return teks


def _tanggal(teks: str) -> str | None:
    try:
        tanggal = baca_tanggal(teks, serial=False)
        return tanggal.isoformat() if tanggal else None
    except TanggalTidakSah as galat:
        raise NilaiTidakSah("Tulis tanggal, misalnya 24 November 2026.") from galat


def baca_butir(butir: Butir, isi: Sequence[str]) -> Jawaban:
    """Read what was posted in one field; None when nothing was, or «tidak menjawab». Raises ``NilaiTidakSah``.

    Values are those stored: an int for a choice, a sorted list for several, a plain decimal for a number ("2.5"), an
    ISO date, a text.
    """
    terisi = [rapi for satu in isi if (rapi := satu.replace("\r\n", "\n").strip())]
    if not terisi or (terisi == [TIDAK_MENJAWAB] and butir.jenis is not JenisPertanyaan.TEKS):
        return None
    if butir.jenis is JenisPertanyaan.GANDA:
        return sorted({_satu_pilihan(butir, satu) for satu in terisi})
    if len(terisi) > 1:
        raise NilaiTidakSah("Hanya satu jawaban untuk pertanyaan ini.")
    if butir.jenis is JenisPertanyaan.ANGKA:
        return _angka(butir, terisi[0])
    if butir.jenis is JenisPertanyaan.TEKS:
        return _teks(terisi[0])
    if butir.jenis is JenisPertanyaan.TANGGAL:
        return _tanggal(terisi[0])
    return _satu_pilihan(butir, terisi[0])


def tercapai(butir: Butir, jawaban: Mapping[str, Jawaban]) -> bool:
    """Whether this question is asked after these answers to the earlier ones; a dropped one answers nothing."""
    if not butir.bila:
        return True
    nilai = jawaban.get(butir.bila)
    dipilih = nilai if isinstance(nilai, list) else [nilai]
    return any(satu in butir.bila_nilai for satu in dipilih if isinstance(satu, int))


def periksa_isian(
    daftar: Iterable[Butir], baca: Callable[[str], Sequence[str]]
) -> tuple[dict[str, Jawaban], dict[str, str]]:
    """Read a whole form in the order of the instrument: ``(answers, errors by field)``.

    ``baca`` gives what was posted in a field. Questions that were not reached are missing from the answers, whatever
    was posted; required ones that were reached and not answered are errors, others are None. «tidak menjawab» is an
    answer: it is posted by choice questions and leaves None without an error.
    """
    jawaban: dict[str, Jawaban] = {}
    galat: dict[str, str] = {}
    for butir in daftar:
        if not tercapai(butir, jawaban):
            continue
        for kunci in butir.kunci:
            isi = baca(kunci)
            try:
                jawaban[kunci] = baca_butir(butir, isi)
            except NilaiTidakSah as salah:
                galat[kunci] = salah.alasan
                continue
            lewat = butir.jenis in BERLEWATI and TIDAK_MENJAWAB in isi
            if butir.wajib and jawaban[kunci] is None and not lewat:
                galat[kunci] = "Belum dijawab." if butir.jenis in BERPILIHAN else "Belum diisi."
    return jawaban, galat


def nilai_sesudah(nilai: int, lama: Mapping[int, str], baru: Mapping[int, str]) -> int | None:
    """Where a choice stands after its list was typed anew: moved with its words, or reworded in its place.

    None when it is gone, also where another choice of the old list has taken its place.
    """
    kata = lama[nilai].casefold()
    for letak, label in baru.items():
        if label.casefold() == kata:
            return letak
    kini = baru.get(nilai)
    if kini is None or kini.casefold() in {label.casefold() for label in lama.values()}:
        return None
    return nilai


def sebagai_isian(jawaban: Mapping[str, Jawaban], kunci: str, kunci_teks: Collection[str]) -> list[str]:
    """An answer as it was posted, so that it can be checked again; None of a choice is «tidak menjawab».

    Fields in ``kunci_teks`` take words, and there that word would be an answer: None is an empty field.
    """
    if kunci not in jawaban:
        return []
    nilai = jawaban[kunci]
    if nilai is None:
        return [] if kunci in kunci_teks else [TIDAK_MENJAWAB]
    return [str(satu) for satu in nilai] if isinstance(nilai, list) else [str(nilai)]


def susun_acak(daftar: Sequence[Butir], biji: str) -> list[Butir]:
    """The questions in an order that is random between forms and the same for one ``biji``.

    A heading stays in front of its questions and a question with a condition behind the one it looks back at; so parts
    keep their place, and within a part whole chains change places.
    """
    acak = random.Random(biji)  # noqa: S311 - the order of questions is no secret
    keluar: list[Butir] = []
    rantai: list[list[Butir]] = []
    letak: dict[str, list[Butir]] = {}

    def tutup() -> None:
        acak.shuffle(rantai)
        keluar.extend(satu for rangkai in rantai for satu in rangkai)
        rantai.clear()
        letak.clear()

    for butir in daftar:
        if butir.jenis is JenisPertanyaan.BAGIAN:
            tutup()
            keluar.append(butir)
        elif butir.bila in letak:
            letak[butir.kode] = letak[butir.bila]
            letak[butir.kode].append(butir)
        else:
            letak[butir.kode] = [butir]
            rantai.append(letak[butir.kode])
    tutup()
    return keluar


def salah_susun(daftar: Sequence[Butir]) -> dict[str, str]:
    """What keeps an instrument from being published, by question: no choices, a condition that can never be met."""
    galat: dict[str, str] = {}
    sebelum: dict[str, Butir] = {}
    for butir in daftar:
        if butir.jenis in BERPILIHAN and len(butir.pilihan) < 2:
            galat[butir.kode] = "Tulis sekurangnya dua pilihan."
        elif butir.jenis is JenisPertanyaan.MATRIKS and not butir.baris:
            galat[butir.kode] = "Tulis sekurangnya satu baris."
        elif butir.bila:
            lama = sebelum.get(butir.bila)
            if lama is None:
                galat[butir.kode] = "Pertanyaan syaratnya harus lebih dahulu. Pindahkan pertanyaan ini ke bawahnya."
            elif not butir.bila_nilai or not butir.bila_nilai <= lama.pilihan:
                galat[butir.kode] = "Jawaban yang menjadi syarat tidak ada lagi. Pilih ulang syaratnya."
        sebelum[butir.kode] = butir
    return galat


def pisahkan_teks(
    jawaban: Mapping[str, Jawaban], kunci_teks: Collection[str]
) -> tuple[dict[str, Jawaban], dict[str, str]]:
    """Coded answers and what was worded, apart; "" in the first stands for a text that is in the second."""
    teks = {kunci: isi for kunci, isi in jawaban.items() if kunci in kunci_teks and isinstance(isi, str)}
    return dict(jawaban) | dict.fromkeys(teks, ""), teks


@dataclass(frozen=True, slots=True)
class RingkasanAngka:
    """Numbers of one question: how many, mean and median to two decimals; None without any."""

    n: int
    rata: Decimal | None = None
    median: Decimal | None = None
    sebaran: Mapping[Decimal, int] = field(default_factory=dict)


def ringkas_angka(sebaran: Mapping[Decimal, int]) -> RingkasanAngka:
    """Mean and median (of two middle ones their mean, like MEDIAN of a sheet) from counts per value."""
    urut = sorted((nilai, banyak) for nilai, banyak in sebaran.items() if banyak > 0)
    n = sum(banyak for _, banyak in urut)
    if not n:
        return RingkasanAngka(0)
    rata = sum((Fraction(nilai) * banyak for nilai, banyak in urut), Fraction(0)) / n

    def ke(letak: int) -> Decimal:
        sampai = 0
        for nilai, banyak in urut:
            sampai += banyak
            if letak < sampai:
                return nilai
        return urut[-1][0]

    tengah = (Fraction(ke((n - 1) // 2)) + Fraction(ke(n // 2))) / 2
    return RingkasanAngka(n, bulatkan(rata, 2), bulatkan(tengah, 2), dict(urut))


def teks_angka(nilai: Decimal | None) -> str:
    """«3,42», without needless decimals."""
    return "" if nilai is None else format_angka(nilai, 2)


def bulan_dari(nilai: Decimal) -> date:
    """The first day of a month that is counted as 202609."""
    return date(int(nilai) // 100, int(nilai) % 100, 1)
