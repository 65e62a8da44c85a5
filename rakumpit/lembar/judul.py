"""Finding the header row of a sheet made by people: titles above, numbering rows, blank lines, totals below.

Nothing is dropped without a word: every row that is not data is listed by its number, every unused column by heading.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from rakumpit.lembar.isi import Baris, JenisSel, Lembar, Sel, huruf_kolom

# How far down a header is searched, and how far above it a merged heading ("NO. RESP" over two rows) may stand.
BARIS_CARI = 40
BARIS_GABUNG = 2


class JudulTidakDitemukan(ValueError):
    """No usable header row; ``kolom`` names what is missing. The message is Indonesian."""

    def __init__(self, kolom: Sequence[str], pesan: str) -> None:
        super().__init__(pesan)
        self.kolom = tuple(kolom)


@dataclass(frozen=True, slots=True)
class Tabel:
    """A sheet with its header understood.

    ``peta``: name -> column number (1-based); ``judul``: name -> heading as typed; ``diabaikan``: (letter, heading) of
    columns that are not used; ``baris``: data rows only; ``kosong``, ``penomoran``: numbers of the empty and numbering
    rows that were left out; ``penutup``: the rows from the first total on.
    """

    nomor_judul: int
    peta: dict[str, int]
    judul: dict[str, str]
    diabaikan: tuple[tuple[str, str], ...]
    baris: tuple[Baris, ...]
    kosong: tuple[int, ...] = ()
    penomoran: tuple[int, ...] = ()
    penutup: tuple[Baris, ...] = ()
    peringatan: tuple[str, ...] = ()

    def sel(self, baris: Baris, nama: str) -> Sel:
        """Cell of a named column; an empty cell when the sheet does not have the column."""
        return baris.ambil(self.peta.get(nama))


def kunci_judul(teks: str) -> str:
    """Heading without case, blanks, BOM and punctuation: "\\ufeffNo. " -> "no", "NIP_BARU" -> "nipbaru"."""
    return "".join(huruf for huruf in unicodedata.normalize("NFKC", teks).casefold() if huruf.isalnum())


def cari_judul(
    lembar: Lembar,
    kolom: Mapping[str, Collection[str]],
    *,
    wajib: Collection[str] = (),
    akhiri_pada: Collection[str] = (),
) -> Tabel:
    """Find the header row by known headings (``kolom``: name -> spellings) and divide the sheet. Without spellings the
    name itself is looked for.

    The row with most known headings wins, the upper one on a tie; a blank heading cell takes a known one from a cell up
    to two rows above (merged headings). ``akhiri_pada``: beginnings of the first filled cell of a row ("Jumlah",
    "ΣNilai") from which on nothing is data. Raises ``JudulTidakDitemukan`` when no heading or a heading in ``wajib`` is
    not there.
    """
    dikenal = {kunci_judul(ejaan): nama for nama, daftar in kolom.items() for ejaan in daftar or (nama,)}
    calon = [baris for baris in lembar.baris if not baris.kosong][:BARIS_CARI]
    terbaik = max(calon, key=lambda baris: len(_kenali(baris, dikenal)[0]), default=None)
    peta, judul = _kenali(terbaik, dikenal) if terbaik else ({}, {})
    if terbaik is None or not peta:
        contoh = ", ".join(sorted(next(iter(daftar), nama) for nama, daftar in kolom.items()))
        raise JudulTidakDitemukan(
            tuple(wajib), f"Baris judul kolom tidak ditemukan. Judul yang dikenal antara lain: {contoh}."
        )
    _judul_gabungan(lembar, terbaik, dikenal, peta, judul)
    if kurang := [nama for nama in wajib if nama not in peta]:
        ada = ", ".join(f"«{sel.teks}»" for sel in terbaik.sel if not sel.kosong)
        raise JudulTidakDitemukan(
            kurang,
            f"Kolom {', '.join(kurang)} tidak ditemukan di baris judul (baris {terbaik.nomor}). Yang ada: {ada}.",
        )
    diabaikan, peringatan = _kolom_lain(terbaik, dikenal, peta)
    kepala = Tabel(terbaik.nomor, peta, judul, diabaikan, (), peringatan=peringatan)
    return _bagi(lembar, kepala, [kunci_judul(a) for a in akhiri_pada])


def _kenali(baris: Baris, dikenal: Mapping[str, str]) -> tuple[dict[str, int], dict[str, str]]:
    peta: dict[str, int] = {}
    judul: dict[str, str] = {}
    for sel in baris.sel:
        nama = dikenal.get(kunci_judul(sel.teks)) if sel.jenis == JenisSel.TEKS else None
        if nama is not None and nama not in peta:
            peta[nama], judul[nama] = sel.kolom, sel.teks
    return peta, judul


def _judul_gabungan(
    lembar: Lembar, baris_judul: Baris, dikenal: Mapping[str, str], peta: dict[str, int], judul: dict[str, str]
) -> None:
    """Headings of vertically merged cells stand in the row above; add those that nobody claims."""
    for atas in reversed([b for b in lembar.baris if 1 <= baris_judul.nomor - b.nomor <= BARIS_GABUNG]):
        for sel in atas.sel:
            nama = dikenal.get(kunci_judul(sel.teks))
            bebas = baris_judul.ambil(sel.kolom).kosong and sel.kolom not in peta.values()
            if nama is not None and nama not in peta and bebas:
                peta[nama], judul[nama] = sel.kolom, sel.teks


def _kolom_lain(
    baris_judul: Baris, dikenal: Mapping[str, str], peta: Mapping[str, int]
) -> tuple[tuple[tuple[str, str], ...], tuple[str, ...]]:
    diabaikan, peringatan = [], []
    for sel in baris_judul.sel:
        if sel.kosong or sel.kolom in peta.values():
            continue
        diabaikan.append((sel.huruf, sel.teks))
        if (nama := dikenal.get(kunci_judul(sel.teks))) is not None:
            peringatan.append(
                f"Kolom {sel.huruf} («{sel.teks}») sama artinya dengan kolom {huruf_kolom(peta[nama])}; tidak dibaca."
            )
    return tuple(diabaikan), tuple(peringatan)


def _bagi(lembar: Lembar, kepala: Tabel, akhir: list[str]) -> Tabel:
    """Divide what stands below the header into data, empty rows, numbering and totals."""
    isi: list[Baris] = []
    kosong: list[int] = []
    penomoran: list[int] = []
    penutup: tuple[Baris, ...] = ()
    sesudah = [baris for baris in lembar.baris if baris.nomor > kepala.nomor_judul]
    for i, baris in enumerate(sesudah):
        if akhir and _awal_penutup(baris, akhir):
            penutup = tuple(b for b in sesudah[i:] if not b.kosong)
            break
        if all(baris.ambil(k).kosong for k in kepala.peta.values()):
            kosong.append(baris.nomor)
        elif not isi and _baris_penomoran(baris, len(kepala.peta)):
            penomoran.append(baris.nomor)
        else:
            isi.append(baris)
    terakhir = isi[-1].nomor if isi else kepala.nomor_judul
    return replace(
        kepala,
        baris=tuple(isi),
        # Blank rows below the data are the sheet's paper, not gaps.
        kosong=tuple(n for n in kosong if n < terakhir),
        penomoran=tuple(penomoran),
        penutup=penutup,
    )


def _awal_penutup(baris: Baris, akhir: list[str]) -> bool:
    pertama = next((sel for sel in baris.sel if not sel.kosong), None)
    if pertama is None or pertama.jenis != JenisSel.TEKS:
        return False
    kunci = kunci_judul(pertama.teks)
    return any(kunci.startswith(awal) for awal in akhir)


def _baris_penomoran(baris: Baris, banyak_kolom: int) -> bool:
    """The row 1, 2, 3 … n under a heading; answers of a survey (1 to 4) cannot count up beyond 4, so five are proof."""
    angka = [re.sub(r"[().\s]", "", sel.teks) for sel in baris.sel if not sel.kosong]
    cukup = len(angka) >= 5 or 3 <= banyak_kolom <= len(angka)
    return cukup and angka == [str(i) for i in range(1, len(angka) + 1)]
