from __future__ import annotations

import pytest

from rakumpit.dokumen.aksara import RENTANG, tercetak
from rakumpit.dokumen.susun import susun_pdf
from tests.rakumpit.dokumen.isian import BINGKAI, data_skp


@pytest.mark.parametrize(
    ("teks", "cetak"),
    [
        ("Siti Ma'rifah Nur’aini, S.Kom., M.Si.", "Siti Ma'rifah Nur’aini, S.Kom., M.Si."),
        ('R&D Bambang "Ibam" Irawan <A.Md>', 'R&D Bambang "Ibam" Irawan <A.Md>'),
        ("baris 1\r\nbaris 2\rbaris 3", "baris 1\nbaris 2\nbaris 3"),
        ("e\u0301", "é"),
        ("ramah 🙏🏼 sekali", "ramah □ sekali"),
        ("👨‍👩‍👧", "□□□"),
        ("中文", "□□"),
        ("a\x00b\u200bc\ufeffd\u00ade", "abcde"),
        ("a\tb\u2028c", "a b\nc"),
        ("\ud83d", ""),
    ],
)
def test_teks_menjadi_yang_dapat_dicetak(teks: str, cetak: str):
    assert tercetak(teks) == cetak


def test_setiap_huruf_yang_disebut_ada_di_fonta_dapat_dicetak():
    """PDF/A refuses a letter without a glyph, so a wrong range would fail here."""
    semua = " ".join(chr(titik) for awal, akhir in RENTANG for titik in range(awal, akhir + 1))
    assert susun_pdf("skp", data_skp(tempat=semua), bingkai=BINGKAI).startswith(b"%PDF-1.7")
