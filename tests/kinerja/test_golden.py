"""No row of the golden table is left out: each scheme has its number of rows, and each is asked for by a test."""

from __future__ import annotations

import ast
import csv
from collections import Counter
from pathlib import Path

UJI = Path(__file__).parents[1]
BARIS = {
    "nip.invalid": 3,
    "nip.pns": 1,
    "nip.pppk": 1,
    "peraturan_bkn3_2023.konversi": 2,
    "peraturan_bkn3_2023.perpindahan": 1,
    "perka_bkn1_2013.nilai_capaian": 5,
    "perka_bkn1_2013.waktu": 3,
    "permenpanrb6_2022.kuadran": 9,
    "permenpanrb8_2021.capaian_iki": 2,
    "permenpanrb8_2021.nilai_iki_jpt": 2,
    "permenpanrb8_2021.nilai_rencana_jajf": 4,
    "permenpanrb8_2021.nilai_tertimbang_tambahan": 1,
    "pp30_2019.predikat": 9,
}


def skema() -> Counter[str]:
    with (UJI / "data" / "kinerja" / "golden_kinerja.csv").open(newline="", encoding="utf-8") as berkas:
        return Counter(baris["scheme"] for baris in csv.DictReader(berkas))


def diminta(jalur: Path, fungsi: str) -> set[str]:
    """Schemes that a test module reads: the first argument of its calls of ``fungsi``."""
    pohon = ast.parse(jalur.read_text(encoding="utf-8"))
    return {
        satu.args[0].value
        for satu in ast.walk(pohon)
        if isinstance(satu, ast.Call)
        and isinstance(satu.func, ast.Name)
        and satu.func.id == fungsi
        and isinstance(satu.args[0], ast.Constant)
        and isinstance(satu.args[0].value, str)
    }


def test_every_scheme_has_its_published_number_of_rows() -> None:
    assert skema() == BARIS
    assert skema().total() == 43


def test_every_scheme_is_read_by_a_test() -> None:
    kinerja = UJI / "kinerja"
    terpakai = diminta(kinerja / "test_perhitungan.py", "golden")
    terpakai |= diminta(kinerja / "test_perhitungan_skema_lama.py", "golden")
    terpakai |= diminta(kinerja / "test_angka_kredit.py", "golden")
    terpakai |= diminta(UJI / "rakumpit" / "organisasi" / "test_nip.py", "baris_emas")
    assert terpakai == set(BARIS)
