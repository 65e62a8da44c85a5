"""Names: kept as typed, found and sorted without titles."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rakumpit.lembar import baca_lembar, cari_judul
from rakumpit.organisasi.nama import bersihkan_nama, nama_urut

KASUS = Path(__file__).parents[2] / "data" / "kasus"


def test_c13_nama_sebagaimana_diketik_dan_kunci_urutnya() -> None:
    tabel = cari_judul(baca_lembar(KASUS / "C13_nama_gelar.csv"), {"nama": {"nama"}})
    mentah = [str(tabel.sel(baris, "nama").nilai) for baris in tabel.baris]
    assert [(bersihkan_nama(nama), nama_urut(nama)) for nama in mentah] == [
        ("Drs. H. Rahmat Tundan, M.Si.", "rahmat tundan"),
        ("SUPARJO", "suparjo"),
        ("YULIANTI SABRANS.Pd.", "yulianti sabrans pd"),
        ("dr. Dewi Lestari Anum, Sp.A", "dewi lestari anum"),
        ("Siti Ma'rifah Nur’aini, S.Sos., M.A.P.", "siti marifah nuraini"),
        ("I Gede Bawa", "i gede bawa"),
        ("Linda Mariati, S.Pd", "linda mariati"),
        ("H. Ir. Ruslan bin Abdul Gani, S.T., M.T.", "ruslan bin abdul gani"),
        ("A N I K A L I S", "ani kalis"),
    ]


@pytest.mark.parametrize("cari", ["marifah", "ma'rifah", "ma’rifah", "MA`RIFAH", "Maʼrifah"])
def test_semua_petik_menemukan_nama_yang_sama(cari: str) -> None:
    assert nama_urut(cari) in nama_urut("Siti Ma'rifah Nur’aini, S.Sos.")


@pytest.mark.parametrize(
    ("nama", "kunci"),
    [
        ("Drs.H.Rahmat", "rahmat"),
        ("Prof. Dr. Ir. Andi", "andi"),
        ("Hj. Siti", "siti"),
        ("Hendri Usop", "hendri usop"),
        ("Dra", "dra"),
        ("Irwan", "irwan"),
        ("H. Hasan", "hasan"),
        ("M. Yusuf Al-Amin", "m yusuf al amin"),
        ("José", "jose"),
        ("A N I K A L I S", "anikalis"),
        ("", ""),
    ],
)
def test_kunci_urut(nama: str, kunci: str) -> None:
    assert nama_urut(nama) == kunci


@given(st.text(max_size=60))
def test_kunci_dan_nama_bersih_tidak_berubah_lagi(nama: str) -> None:
    bersih = bersihkan_nama(nama)
    assert bersihkan_nama(bersih) == bersih
    kunci = nama_urut(nama)
    assert kunci == " ".join(kunci.split())
    assert "'" not in kunci
