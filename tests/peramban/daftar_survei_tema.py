"""Pages of themes of suggestions."""

from __future__ import annotations

from tests.peramban.halaman import HANYA_POST, Halaman

HALAMAN = [
    Halaman("survei:tema", "pengelola", "survei_dipublikasi"),
    Halaman("survei:tema", "pengelola", "survei_ditutup", sebutan="ditutup"),
    Halaman("survei:tema_tandai", "pengelola", "survei_ditutup"),
    Halaman("survei:tema_tandai", "pengelola", "survei_ditutup", sebutan="habis", kueri="?lewati=900"),
]
KECUALI = {"survei:kutipan": HANYA_POST, "survei:kutipan_tarik": HANYA_POST}
