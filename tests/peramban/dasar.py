"""What the browser tests share: a live server, an office at a fixed moment, and what is read from an open page."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.contrib.staticfiles.testing import StaticLiveServerTestCase
from django.test import Client

from rakumpit.organisasi.models import Pengguna
from survei import laju
from tests.peramban.periksa_axe import AXE
from tests.serentak import UjiSerentak
from tests.survei.dasar import SAAT, pada

TELEPON = {"width": 360, "height": 740}
MEJA = {"width": 1280, "height": 800}

# Runs before the page's own content; the policy of the page does not bind the browser's own tools.
CATAT_PELANGGARAN = """
window.pelanggaran = [];
document.addEventListener("securitypolicyviolation", e => window.pelanggaran.push(
    e.effectiveDirective + " " + e.blockedURI + " " + e.sourceFile + ":" + e.lineNumber));
"""
# What a page may leave behind in the browser, apart from its cookies.
SIMPANAN = "local_storage,indexeddb,service_workers,cache_storage"
LEBAR_LEBIH = "Math.max(document.documentElement.scrollWidth, document.body.scrollWidth) - window.innerWidth"
FOKUS_TERLIHAT = """() => {
    const satu = document.activeElement;
    if (!satu || satu === document.body) return "tidak ada fokus";
    const tampak = [satu, satu.closest("label")].some(e => {
        const gaya = e && getComputedStyle(e);
        return gaya && gaya.outlineStyle !== "none" && parseFloat(gaya.outlineWidth) >= 2;
    });
    if (!tampak) return "fokus tidak tampak: " + satu.outerHTML.slice(0, 90);
    const k = satu.getBoundingClientRect();
    const atas = document.elementFromPoint(k.x + k.width / 2, k.y + Math.min(k.height, 40) / 2);
    const label = satu.closest("label");
    const sendiri = satu.contains(atas) || (label !== null && label.contains(atas));
    return sendiri ? "" : "fokus tertutup: " + satu.outerHTML.slice(0, 90);
}"""


class UjiPeramban(UjiSerentak, StaticLiveServerTestCase):
    """A live server whose clock stands at ``SAAT`` (15 September 2026, 09.00 WIB); emptied after each test."""

    browser: Any
    saat = SAAT

    @pytest.fixture(autouse=True)
    def _pakai_browser(self, browser: Any) -> None:
        self.browser = browser

    @classmethod
    def setUpClass(cls) -> None:
        super().setUpClass()
        cls.enterClassContext(pada(cls.saat))

    def setUp(self) -> None:
        laju.lupakan()
        self._polos: dict[str | None, Any] = {}
        self._bersama: dict[str, tuple[Any, Any]] = {}

    @contextmanager
    def halaman(
        self,
        pengguna: Pengguna | None = None,
        *,
        kue: str | None = None,
        skrip: bool = True,
        layar: dict[str, int] = TELEPON,
        sentuh: bool = False,
    ) -> Iterator[Any]:
        """A fresh page in a context of its own, signed in when an account or the cookie of a session is given."""
        if pengguna is not None:
            klien = Client()
            klien.force_login(pengguna)
            kue = klien.cookies["sessionid"].value
        konteks = self._konteks(kue, skrip=skrip, layar=layar, sentuh=sentuh)
        try:
            yield konteks.new_page()
        finally:
            konteks.close()

    @contextmanager
    def halaman_bersama(self, kue: str) -> Iterator[Any]:
        """The page of this cookie as on a first visit: nothing is cached, nothing was stored.

        A page of its own, and sending axe anew, would cost each visit a third of its time.
        """
        if kue not in self._bersama:
            konteks = self._konteks(kue, skrip=True, layar=TELEPON, sentuh=False)
            self.addCleanup(konteks.close)
            konteks.add_init_script(path=AXE)
            page = konteks.new_page()
            alat = konteks.new_cdp_session(page)
            alat.send("Network.setCacheDisabled", {"cacheDisabled": True})
            self._bersama[kue] = page, alat
        page, alat = self._bersama.pop(kue)
        page.set_viewport_size(TELEPON)
        yield page
        # Left out after an error: the next visit begins with a new page.
        alat.send("Storage.clearDataForOrigin", {"origin": self.live_server_url, "storageTypes": SIMPANAN})
        self._bersama[kue] = page, alat

    @contextmanager
    def halaman_polos(self, kue: str | None) -> Iterator[Any]:
        """The page of this cookie without JavaScript, as on a later visit."""
        if kue not in self._polos:
            konteks = self._konteks(kue, skrip=False, layar=TELEPON, sentuh=False)
            self.addCleanup(konteks.close)
            self._polos[kue] = konteks.new_page()
        yield self._polos[kue]

    def _konteks(self, kue: str | None, *, skrip: bool, layar: dict[str, int], sentuh: bool) -> Any:
        konteks = self.browser.new_context(
            base_url=self.live_server_url,
            java_script_enabled=skrip,
            viewport=layar,
            has_touch=sentuh,
            locale="id-ID",
            timezone_id="Asia/Jakarta",
        )
        # Patience for a busy machine, not a measure of speed.
        konteks.set_default_timeout(30_000)
        konteks.add_init_script(CATAT_PELANGGARAN)
        if kue is not None:
            konteks.add_cookies([{"name": "sessionid", "value": kue, "url": self.live_server_url}])
        return konteks
