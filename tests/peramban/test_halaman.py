"""Every page of the list, as each role sees it: nothing broken, cut off or heavy, and in words that people understand.

All pages: ``.venv/bin/pytest tests/peramban/test_halaman.py``. Only pages whose names begin with a word (names are
those of ``daftar.py``: URL name, then «@» and a word where one address has several pages):

    PERAMBAN_HALAMAN=kinerja:skp .venv/bin/pytest -q tests/peramban/test_halaman.py
    PERAMBAN_HALAMAN=survei,galat,beranda@warga .venv/bin/pytest -q tests/peramban/test_halaman.py

The first page of each URL name is looked at in every way, the others more briefly (``periksa``); with
``PERAMBAN_LENGKAP=1`` all of them in every way.

``--show-capture=no`` leaves out what the server logged. A failing test lists its findings by page and by check:

- ``axe`` rule, element and cause (360 px in light, 1280 px in dark); ``susunan`` heading, ids, labels, pictures
- ``csp`` what the policy refused; ``konsol`` messages of the browser; ``permintaan`` answers from 400 upwards
- ``lebar`` something sticks out sideways at 320, 360, 768 or 1280 px
- ``sasaran`` controls under 24 px (staff) or 44 px (public pages); ``fokus`` Tab misses a control or hides the focus
- ``tanpa_skrip`` text or buttons that only JavaScript gives; mark what only a script can offer with ``data-skrip``
- ``bobot`` bytes and requests; ``istilah`` forbidden words of docs/istilah.md; ``inggris`` English words
- ``kalimat`` sentences over 20 (public) or 28 (staff) words; ``bintang`` an asterisk at a field
Text that people typed (answers, notes) is no text of the product: give its element ``data-kutipan``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from urllib.parse import urljoin, urlsplit

import pytest
from django.test import Client, override_settings
from django.urls import resolve

from tests.peramban.daftar import BAGIAN, DAFTAR, terpilih, utama
from tests.peramban.halaman import Halaman
from tests.peramban.kantor import UjiKantorContoh
from tests.peramban.pemeriksaan import Temuan, periksa

pytestmark = [pytest.mark.peramban, pytest.mark.lama]

UTAMA = utama(DAFTAR)
TAUTAN = re.compile(r'<a\b[^>]*?\bhref="([^"#][^"]*)"')
# Pages without a link to anywhere but the front page are no sign of a broken test.
PALING_SEDIKIT_TAUTAN = 10


def tulis(salah: dict[str, Temuan]) -> str:
    """Findings as a list that a person reads."""
    return "\n" + "\n".join(
        f"{halaman}: {nama}\n" + "\n".join(f"    {satu}" for satu in temuan)
        for halaman, semua in salah.items()
        for nama, temuan in semua.items()
    )


class HalamanTest(UjiKantorContoh):
    """One test for each part of the list, so that several processes can share the work."""

    def periksa(self, daftar: Iterable[Halaman]) -> None:
        salah = {}
        for halaman in terpilih(daftar):
            try:
                temuan = periksa(self, halaman, self.kantor, ringkas=halaman.kunci not in UTAMA)
            except Exception as galat:  # one broken page must not hide the findings of the others
                temuan = {"terputus": [f"{type(galat).__name__}: {str(galat)[:300]}"]}
            if temuan:
                salah[halaman.kunci] = temuan
        if salah:
            pytest.fail(tulis(salah), pytrace=False)

    def test_tautan_yang_tampil_dapat_dibuka(self):
        """One link to each kind of page, for each role that is shown it."""
        klien = {"": Client(raise_request_exception=False)}
        tautan: dict[tuple[str, str], str] = {}
        for halaman in terpilih(DAFTAR):
            if halaman.kunci not in UTAMA or halaman.cara is not None or halaman.baru_masuk or halaman.status != 200:
                continue
            satu = klien.setdefault(halaman.peran, Client(raise_request_exception=False))
            if halaman.peran:
                satu.cookies["sessionid"] = self.kantor.kue(halaman.peran, baru_masuk=False)
            alamat = halaman.alamat(self.kantor)
            for tujuan in TAUTAN.findall(satu.get(alamat).content.decode()):
                bagian = urlsplit(urljoin(alamat, tujuan.replace("&amp;", "&")))
                if not bagian.netloc and not bagian.scheme:
                    lengkap = f"{bagian.path}?{bagian.query}" if bagian.query else bagian.path
                    tautan.setdefault((halaman.peran, resolve(bagian.path).view_name), lengkap)
        buntu = {}
        for (peran, sebutan), tujuan in tautan.items():
            status = klien[peran].get(tujuan).status_code
            if status >= 400:
                buntu[f"{peran or 'umum'}: {sebutan} {tujuan}"] = status
        assert buntu == {}
        if terpilih(DAFTAR) == DAFTAR:
            assert len(tautan) > PALING_SEDIKIT_TAUTAN

    def test_garis_data_contoh_tidak_menambah_temuan(self):
        """The band of the sample office stands on every staff page and every public one."""
        with override_settings(CONTOH=True):
            self.periksa(satu for satu in DAFTAR if satu.kunci in {"kinerja:saya", "survei:daftar"})


def _uji(bagian: str) -> Callable[[HalamanTest], None]:
    return lambda uji: uji.periksa(BAGIAN[bagian])


for _bagian in BAGIAN:
    setattr(HalamanTest, f"test_halaman_{_bagian}", _uji(_bagian))
