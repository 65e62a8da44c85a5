"""Pages of themes of suggestions, and of answers in words to free surveys."""

from __future__ import annotations

from typing import Any

from tests.peramban.halaman import BERKAS, HANYA_POST, Halaman
from tests.peramban.kantor import Kantor


def _tanpa_tujuan(page: Any, kantor: Kantor) -> None:
    with page.expect_navigation():
        page.evaluate(
            "const f = document.querySelector('form[method=post][action*=unduh]');"
            "f.noValidate = true; f.querySelector('[value=csv]').click()"
        )


HALAMAN = [
    Halaman("survei:tema", "pengelola", "survei_dipublikasi"),
    Halaman("survei:tema", "pengelola", "survei_ditutup", sebutan="ditutup"),
    Halaman("survei:tema_tandai", "pengelola", "survei_ditutup"),
    Halaman("survei:tema_tandai", "pengelola", "survei_ditutup", sebutan="habis", kueri="?lewati=900"),
    Halaman("survei:teks", "pengelola", "survei_bebas_terbit"),
    Halaman("survei:teks", "pengelola", "survei_bebas", sebutan="terbuka"),
    Halaman("survei:teks_butir", "pengelola", "teks_terbit"),
    Halaman("survei:teks_butir", "pengelola", "teks_terbuka", sebutan="terbuka"),
    Halaman("survei:teks_butir", "pengelola", "teks_terbit", sebutan="kosong", kueri="?q=zzzz"),
    Halaman("survei:teks_butir", "pengelola", "teks_terbit", sebutan="galat", cara=_tanpa_tujuan, status=422),
]
KECUALI = {"survei:teks_unduh": BERKAS, "survei:kutipan": HANYA_POST, "survei:kutipan_tarik": HANYA_POST}
