"""Reading one answer as a person typed it, on paper entry, in a sheet or in a posted form."""

import re
from collections.abc import Mapping
from decimal import Decimal

from survei.perhitungan.indeks import NILAI_SAH

# Written forms of "not answered"; 0 is none of them.
TIDAK_DIISI = frozenset({"", "-", "–", "—"})
_ANGKA = re.compile(r"[+-]?[0-9]{1,9}(?:[.,][0-9]{1,9})?", re.ASCII)


class NilaiTidakSah(ValueError):
    """An answer that is not 1, 2, 3 or 4; `alasan` tells the person what to do."""

    def __init__(self, alasan: str) -> None:
        """Keep the Indonesian sentence."""
        super().__init__(alasan)
        self.alasan = alasan


def baca_nilai(isi: object, pemetaan: Mapping[str, int] | None = None) -> int | None:
    """Read an answer 1..4 from a cell or a posted text; None means not answered.

    "3,0", "4.0" and " 3 " are numbers. 0 is refused: it is not the same as empty. Letters are refused unless
    `pemetaan` (upper-case letters to values) was chosen for them.
    """
    if isi is None:
        return None
    teks = str(isi).replace("\u00a0", " ").strip()
    if teks in TIDAK_DIISI:
        return None
    if pemetaan and teks.upper() in pemetaan:
        return pemetaan[teks.upper()]
    if isinstance(isi, bool) or not _ANGKA.fullmatch(teks):
        raise NilaiTidakSah(f"«{teks[:20]}» bukan angka. Isi dengan angka 1, 2, 3, atau 4.")
    angka = Decimal(teks.replace(",", "."))
    if angka == 0:
        raise NilaiTidakSah("Nilai 0 tidak ada pada skala 1–4. Kosongkan bila responden tidak menjawab.")
    if angka not in NILAI_SAH:
        raise NilaiTidakSah(f"Nilai {teks} tidak ada pada skala 1–4. Isi dengan angka 1, 2, 3, atau 4.")
    return int(angka)


def baca_pemetaan(teks: str) -> dict[str, int]:
    """Read the meaning of letters, "SB=4,B=3,KB=2,TB=1", for ``baca_nilai``. Raises ``NilaiTidakSah``.

    Letters are never guessed: SB is «sangat baik» in one office and «sangat buruk» in another.
    """
    hasil: dict[str, int] = {}
    for bagian in teks.split(","):
        huruf, _, angka = (satu.strip() for satu in bagian.partition("="))
        if not huruf or _ANGKA.fullmatch(huruf) or angka not in {"1", "2", "3", "4"} or huruf.upper() in hasil:
            raise NilaiTidakSah(f"«{bagian.strip()[:20]}» tidak dapat dibaca. Tulis misalnya SB=4,B=3,KB=2,TB=1.")
        hasil[huruf.upper()] = int(angka)
    return hasil
