"""What the browser tests share: a live server, an office at a fixed moment, and what is read from an open page."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, ClassVar

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
# What belongs to the tab goes at once; whether a service worker stays behind.
BEKAS = """async () => {
    sessionStorage.clear();
    return (await navigator.serviceWorker?.getRegistrations() ?? []).length > 0;
}"""
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
    # The page that all share and the browser's tools for it; without JavaScript, with the cookie of its last visit.
    _bersama: ClassVar[tuple[Any, Any] | None] = None
    _polos: ClassVar[tuple[tuple[Any, Any], str | None] | None] = None

    @pytest.fixture(autouse=True)
    def _pakai_browser(self, browser: Any) -> None:
        self.browser = browser

    @classmethod
    def setUpClass(cls) -> None:
        super().setUpClass()
        cls._bersama = cls._polos = None
        cls.enterClassContext(pada(cls.saat))

    def setUp(self) -> None:
        laju.lupakan()

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
    def halaman_bersama(self, kue: str | None) -> Iterator[Any]:
        """The page of this cookie, or of nobody's account, as on a first visit: nothing is cached or was stored.

        One page for everybody, because a new one costs as much as two visits, and to send axe anew another third.
        """
        kelas = type(self)
        page, alat = kelas._bersama or self._buka_bersama(skrip=True)
        kelas._bersama = None
        self._masuk(page, kue)
        page.set_viewport_size(TELEPON)
        try:
            yield page
            # A service worker may still be at work when its registration goes: then the next visit begins anew.
            baru = page.evaluate(BEKAS)
        except BaseException:
            page.context.close()
            raise
        if baru:
            page.context.close()
            return
        alat.send("Storage.clearDataForOrigin", {"origin": self.live_server_url, "storageTypes": SIMPANAN})
        kelas._bersama = page, alat

    @contextmanager
    def halaman_polos(self, kue: str | None) -> Iterator[Any]:
        """The page of this cookie without JavaScript, as on a later visit."""
        kelas = type(self)
        if kelas._polos is None:
            kelas._polos = self._buka_bersama(skrip=False), kue
        (page, alat), semula = kelas._polos
        if semula != kue:
            alat.send("Network.clearBrowserCache")
            kelas._polos = (page, alat), kue
        self._masuk(page, kue)
        yield page

    def _buka_bersama(self, *, skrip: bool) -> tuple[Any, Any]:
        """A page for the rest of the class, and the browser's tools for it."""
        konteks = self._konteks(None, skrip=skrip, layar=TELEPON, sentuh=False)
        self.addClassCleanup(konteks.close)
        if skrip:
            konteks.add_init_script(path=AXE)
        page = konteks.new_page()
        alat = konteks.new_cdp_session(page)
        alat.send("Network.setCacheDisabled", {"cacheDisabled": skrip})
        return page, alat

    def _masuk(self, page: Any, kue: str | None) -> None:
        page.context.clear_cookies()
        if kue is not None:
            page.context.add_cookies([{"name": "sessionid", "value": kue, "url": self.live_server_url}])

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
