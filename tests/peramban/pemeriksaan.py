"""All checks over one page of the list, as a table of findings by the name of the check."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from django.urls import resolve

from tests.peramban import periksa_bobot, periksa_teks
from tests.peramban.dasar import TELEPON, UjiPeramban
from tests.peramban.halaman import Halaman, Jenis
from tests.peramban.kantor import Kantor
from tests.peramban.periksa_axe import periksa_axe
from tests.peramban.periksa_fokus import periksa_fokus
from tests.peramban.periksa_tanpa_skrip import isi_utama, periksa_tanpa_skrip
from tests.peramban.periksa_tata import periksa_lebar, periksa_sasaran, periksa_susunan

LENGKAP = os.environ.get("PERAMBAN_LENGKAP") == "1"
LEBAR_ULIR = 320
SASARAN_PUBLIK, SASARAN_STAF = 44, 24
TINGGI_TERTINGGI = 12_000
BUKA_RINCIAN = "for (const e of document.querySelectorAll('details')) e.open = true"
TINGGI = "document.documentElement.scrollHeight"
# Runs on every context before the page is opened: tests plant their violations here.
Sisip = Callable[[Any], None]
Temuan = dict[str, list[str]]


@dataclass
class Catatan:
    """What a page did while it loaded and was looked at."""

    konsol: list[str] = field(default_factory=list)
    gagal: list[str] = field(default_factory=list)
    jawaban: list[Any] = field(default_factory=list)

    @contextmanager
    def mencatat(self, page: Any, status: int) -> Iterator[None]:
        """Take down what happens on the page inside the block."""
        pendengar = {
            "console": self._konsol,
            "pageerror": lambda galat: self.konsol.append(str(galat)),
            "response": lambda satu: self._jawab(satu, status),
            "requestfailed": self._gagal,
        }
        for peristiwa, dengar in pendengar.items():
            page.on(peristiwa, dengar)
        try:
            yield
        finally:
            for peristiwa, dengar in pendengar.items():
                page.remove_listener(peristiwa, dengar)

    def _konsol(self, pesan: Any) -> None:
        # Violations of the policy are counted by their event, and failed requests by their answer.
        if pesan.type in {"error", "warning"} and not any(
            kata in pesan.text for kata in ("Content Security Policy", "Failed to load resource")
        ):
            self.konsol.append(pesan.text)

    def _jawab(self, jawaban: Any, status: int) -> None:
        self.jawaban.append(jawaban)
        wajar = jawaban.request.is_navigation_request() and jawaban.status == status
        if jawaban.status >= 400 and not wajar:
            self.gagal.append(f"{jawaban.status} {jawaban.url}")

    def _gagal(self, permintaan: Any) -> None:
        # What the policy blocks is reported by the policy, what the browser gave up by leaving is no fault.
        if permintaan.failure not in {"csp", "net::ERR_ABORTED", "net::ERR_BLOCKED_BY_CSP"}:
            self.gagal.append(f"gagal {permintaan.url}: {permintaan.failure}")


# Where a session that does not hold is sent.
PINTU = {"account_login", "account_reauthenticate", "mfa_reauthenticate"}


def buka(page: Any, halaman: Halaman, kantor: Kantor) -> int:
    """Open the page, walking to it where it has no address; status of the last answer.

    302 stands for a browser that was sent to sign in, or to confirm the password, instead of to the page.
    """
    jawaban: list[Any] = []

    def catat(satu: Any) -> None:
        if satu.request.is_navigation_request():
            jawaban.append(satu)

    page.on("response", catat)
    try:
        page.goto(halaman.alamat(kantor))
        if halaman.cara is not None:
            halaman.cara(page, kantor)
            page.wait_for_load_state("load")
    finally:
        page.remove_listener("response", catat)
    status: int = jawaban[-1].status
    tiba = resolve(urlsplit(page.url).path).view_name if status < 400 else halaman.nama
    return 302 if tiba in PINTU and tiba not in {halaman.nama, halaman.awal} else status


def periksa(
    uji: UjiPeramban, halaman: Halaman, kantor: Kantor, sisip: Sisip | None = None, *, ringkas: bool = False
) -> Temuan:
    """Every check on one page; only checks with findings are in the result.

    ``ringkas``: a page of the same make was looked at in every way. This one is left without the walk with Tab, the
    visit without JavaScript, and the look at a desk in dark; ``PERAMBAN_LENGKAP=1`` leaves nothing out.
    """
    ringkas = ringkas and not LENGKAP
    temuan: Temuan = {}
    admin = halaman.jenis is Jenis.ADMIN
    masuk = kue(halaman, kantor)
    # A test plants its violation in a context of its own.
    bersama = uji.halaman_bersama(masuk) if sisip is None else uji.halaman(kue=masuk)
    with bersama as page:
        page.emulate_media(color_scheme="light", reduced_motion="reduce")
        if sisip is not None:
            sisip(page)
        catatan = Catatan()
        with catatan.mencatat(page, halaman.status):
            status = buka(page, halaman, kantor)
            if status != halaman.status:
                return {"status": [f"{status}, diharapkan {halaman.status}: {page.url} ({page.title()})"]}
            isi = isi_utama(page)
            temuan["bobot"] = _bobot(halaman, catatan)
            temuan["lebar"] = _lebar(page, halaman)
            if not admin and not ringkas:
                temuan["fokus"] = _fokus(page)
            page.evaluate(BUKA_RINCIAN)
            # What the checks themselves may cause afterwards is not the page's.
            temuan["csp"] = page.evaluate("window.pelanggaran")
        temuan["konsol"], temuan["permintaan"] = catatan.konsol, catatan.gagal
        temuan["susunan"] = periksa_susunan(page)
        temuan |= _teks(page, halaman)
        temuan["axe"], temuan["sasaran"] = _axe_dan_sasaran(page, halaman, ringkas=ringkas)
    if not admin and not halaman.pameran and not ringkas:
        with uji.halaman_polos(masuk) if sisip is None else uji.halaman(kue=masuk, skrip=False) as page:
            if sisip is not None:
                sisip(page)
            buka(page, halaman, kantor)
            temuan["tanpa_skrip"] = periksa_tanpa_skrip(page, [] if halaman.acak else isi)
    return {nama: isi_temuan for nama, isi_temuan in temuan.items() if isi_temuan}


def kue(halaman: Halaman, kantor: Kantor) -> str | None:
    """Cookie of the session in which the page is opened; None for people without an account."""
    return kantor.kue(halaman.peran, baru_masuk=halaman.baru_masuk) if halaman.peran else None


def _bobot(halaman: Halaman, catatan: Catatan) -> list[str]:
    """Of a first visit: a page that others lead to finds its style sheets at hand, so nothing is weighed there."""
    if halaman.cara is not None:
        return []
    isi = [satu for jawaban in catatan.jawaban if (satu := periksa_bobot.muatan(jawaban)) is not None]
    anggaran = None
    if not halaman.pameran and halaman.jenis is not Jenis.ADMIN:
        anggaran = periksa_bobot.SURVEI if halaman.nama == "survei:isi" else periksa_bobot.STAF
    return periksa_bobot.periksa_bobot(isi, anggaran)


def _lebar(page: Any, halaman: Halaman) -> list[str]:
    """On the phone on which it was loaded, then at the other widths: each new size costs as much as a small page."""
    temuan = periksa_lebar(page, TELEPON["width"])
    for satu in (1280,) if halaman.jenis is Jenis.ADMIN else (1280, 768, LEBAR_ULIR):
        page.set_viewport_size({"width": satu, "height": 800})
        temuan += periksa_lebar(page, satu)
    return temuan


def _fokus(page: Any) -> list[str]:
    if not page.evaluate("document.querySelectorAll('main form').length"):
        return []
    page.set_viewport_size({"width": 360, "height": 640})
    return periksa_fokus(page)


def _teks(page: Any, halaman: Halaman) -> Temuan:
    teks = periksa_teks.kumpulkan_teks(page)
    batas = periksa_teks.KALIMAT_PUBLIK if halaman.jenis is Jenis.PUBLIK else periksa_teks.KALIMAT_STAF
    return {
        "istilah": periksa_teks.cari_terlarang(teks, periksa_teks.kata_terlarang()),
        "inggris": periksa_teks.cari_inggris(teks),
        "kalimat": periksa_teks.cari_panjang(teks, batas),
        "bintang": periksa_teks.periksa_bintang(page),
    }


def _axe_dan_sasaran(page: Any, halaman: Halaman, *, ringkas: bool) -> tuple[list[str], list[str]]:
    """Both at a phone's and a desk's width; the window as tall as the page, so nothing is stuck.

    axe sees the phone in light and the desk in dark, so each width and each theme once; ``ringkas`` the phone alone.
    ``PERAMBAN_LENGKAP=1`` adds the two other pairs.
    """
    axe: dict[str, str] = {}
    sasaran: dict[str, None] = {}
    batas = SASARAN_PUBLIK if halaman.jenis is Jenis.PUBLIK else SASARAN_STAF
    kini = "light"
    for lebar, utama in ((360, "light"),) if ringkas else ((360, "light"), (1280, "dark")):
        page.set_viewport_size({"width": lebar, "height": 800})
        page.set_viewport_size({"width": lebar, "height": max(800, min(page.evaluate(TINGGI), TINGGI_TERTINGGI))})
        if halaman.jenis is not Jenis.ADMIN:
            sasaran |= dict.fromkeys(periksa_sasaran(page, batas))
        for tema in ("light", "dark") if LENGKAP else (utama,):
            if tema != kini:
                page.emulate_media(color_scheme=tema, reduced_motion="reduce")
                kini = tema
            for satu in periksa_axe(page, halaman.kunci):
                axe.setdefault(satu, f"{lebar} px {'gelap' if tema == 'dark' else 'terang'}: {satu}")
    return list(axe.values()), list(sasaran)
