"""Reading of the data files of the sample office."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parent / "data"


def baris_csv(nama: str) -> list[dict[str, str]]:
    """Rows of a CSV file of this folder, every cell as text."""
    with (FOLDER / nama).open(encoding="utf-8", newline="") as berkas:
        return list(csv.DictReader(berkas))


def isi_json(nama: str) -> Any:
    """Content of a JSON file of this folder; exact numbers stand there as strings."""
    return json.loads((FOLDER / nama).read_text(encoding="utf-8"))


def tanggal(teks: str | None) -> date | None:
    """ISO date, None for an empty cell."""
    return date.fromisoformat(teks) if teks else None


def angka(teks: str | None) -> Decimal | None:
    """Exact number, None where there is none (an upper bound that a single target does not have)."""
    return None if teks is None else Decimal(teks)


def jawaban(ambil: list[dict[str, Any]]) -> Iterator[dict[str, str]]:
    """The real answers that a sample survey takes: year, quarters (all if not named), and a part of that list."""
    semua = baris_csv("jawaban-pulang-pisau.csv")
    for satu in ambil:
        triwulan = satu.get("triwulan", [1, 2, 3, 4])
        cocok = [baris for baris in semua if int(baris["year"]) == satu["tahun"] and int(baris["quarter"]) in triwulan]
        yield from cocok[satu.get("dari", 0) : satu.get("sampai")]
