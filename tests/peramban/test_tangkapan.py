"""Pictures of every page of the list, for people to look at.

``make tangkapan`` takes them all, ``make tangkapan TANGKAPAN=kinerja`` those whose names begin so.
They land in ``docs/tangkapan/``, named after page, width and theme. Git keeps only those that the README shows.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.peramban.daftar import DAFTAR, terpilih
from tests.peramban.halaman import Halaman
from tests.peramban.kantor import UjiKantorContoh
from tests.peramban.pemeriksaan import TINGGI, buka, kue

pytestmark = [pytest.mark.peramban, pytest.mark.tangkapan]

FOLDER = Path(__file__).parents[2] / "docs" / "tangkapan"
RAGAM = ((360, "terang"), (768, "terang"), (1280, "terang"), (360, "gelap"), (1280, "gelap"))
TEMA = {"terang": "light", "gelap": "dark"}


def nama_berkas(halaman: Halaman, lebar: int, tema: str) -> str:
    """``kinerja-skp.draf-360-terang.png`` for ``kinerja:skp@draf``."""
    return f"{halaman.kunci.replace(':', '-').replace('@', '.')}-{lebar}-{tema}.png"


class TangkapanTest(UjiKantorContoh):
    def test_tangkap_setiap_halaman(self):
        FOLDER.mkdir(parents=True, exist_ok=True)
        gagal = {}
        for halaman in terpilih(DAFTAR, "TANGKAPAN"):
            try:
                self.tangkap(halaman)
            except Exception as galat:  # one broken page must not cost the pictures of the others
                gagal[halaman.kunci] = f"{type(galat).__name__}: {str(galat)[:200]}"
        assert gagal == {}

    def tangkap(self, halaman: Halaman) -> None:
        with self.halaman(kue=kue(halaman, self.kantor)) as page:
            status = buka(page, halaman, self.kantor)
            assert status == halaman.status, f"{status} pada {page.url}"
            for lebar, tema in RAGAM:
                page.emulate_media(color_scheme=TEMA[tema], reduced_motion="reduce")
                page.set_viewport_size({"width": lebar, "height": 740 if lebar == 360 else 800})
                # As tall as the page, so that the bar at the bottom stands at the bottom.
                page.set_viewport_size({"width": lebar, "height": page.evaluate(TINGGI)})
                page.screenshot(path=FOLDER / nama_berkas(halaman, lebar, tema), full_page=True)
