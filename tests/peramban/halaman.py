"""What a line of the list of pages is made of, and the ways to pages without an address of their own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from django.urls import reverse

from tests import pabrik
from tests.peramban.kantor import TANPA_AKUN, Kantor

KASUS = Path(__file__).parent.parent / "data" / "kasus"
# The way to a page that has no address of its own, walked in the browser from ``alamat``.
Cara = Callable[[Any, Kantor], None]


class Jenis(StrEnum):
    """Who reads the page: other limits hold for each."""

    PUBLIK = "publik"
    STAF = "staf"
    ADMIN = "admin"


@dataclass(frozen=True, slots=True)
class Halaman:
    """One page as one role sees it.

    A page without an address of its own is reached by ``cara`` from the page ``awal`` (a URL name, of the same object)
    or from the path ``tetap``. ``acak``: it shows something new with every visit, so two visits differ.
    ``pameran``: the components on show. All of them at once weigh more than any page, and their buttons do nothing.
    """

    nama: str
    peran: str = TANPA_AKUN
    objek: str = ""
    sebutan: str = ""
    kueri: str = ""
    jenis: Jenis = Jenis.STAF
    baru_masuk: bool = False
    acak: bool = False
    pameran: bool = False
    status: int = 200
    cara: Cara | None = None
    awal: str = ""
    tetap: str = ""

    @property
    def kunci(self) -> str:
        """Name of the page in results and file names."""
        return f"{self.nama}@{self.sebutan}" if self.sebutan else self.nama

    def alamat(self, kantor: Kantor) -> str:
        """Path where the browser begins."""
        return self.tetap or reverse(self.awal or self.nama, args=kantor.argumen(self.objek)) + self.kueri


def kirim(aksi: str) -> Cara:
    """Send the form whose address ends so, as it stands on the page: without the tick it asks for, it asks again."""

    def jalan(page: Any, kantor: Kantor) -> None:
        with page.expect_navigation():
            page.evaluate("aksi => document.querySelector(`form[action$='${aksi}']`).submit()", aksi)

    return jalan


def cetak_kode(page: Any, kantor: Kantor) -> None:
    page.locator("input[name=pegawai]").first.check()
    kirim("/kode/")(page, kantor)


def unggah(berkas: str) -> Cara:
    def jalan(page: Any, kantor: Kantor) -> None:
        page.set_input_files("main input[type=file]", str(KASUS / berkas))
        with page.expect_navigation():
            page.locator("main form:has(input[type=file]) [type=submit]").last.click()

    return jalan


def masuk_sampai_faktor(page: Any, kantor: Kantor) -> None:
    lurah = kantor.orang["lurah"]
    lurah.set_password(pabrik.SANDI)
    lurah.save()
    kantor.lupakan("lurah")
    page.fill("[name=login]", lurah.nip or "")
    page.fill("[name=password]", pabrik.SANDI)
    with page.expect_navigation():
        page.locator("main form:has([name=password]) [type=submit]").first.click()


def kosongkan(page: Any, kantor: Kantor) -> None:
    """Empty the form of the page and send it: the page with its errors."""
    with page.expect_navigation():
        page.evaluate(
            """() => {
                const f = [...document.querySelectorAll("main form")].find(f => f.method === "post");
                for (const e of f.elements) {
                    if (e.matches("[type=checkbox], [type=radio]")) e.checked = false;
                    else if (e.matches("input:not([type=hidden]), select, textarea")) e.value = "";
                }
                HTMLFormElement.prototype.submit.call(f);
            }"""
        )


def jawab(page: Any, kantor: Kantor) -> None:
    """Answer every question of a public form with its last answer and send it without the script: the thanks."""
    with page.expect_navigation():
        page.evaluate(
            """() => {
                const f = [...document.querySelectorAll("main form")].find(f => f.method === "post");
                for (const e of f.querySelectorAll("[type=radio]")) e.checked = true;
                HTMLFormElement.prototype.submit.call(f);
            }"""
        )


def isikan(**isi: str) -> Cara:
    """Type these values, which the page will refuse, and send the form."""

    def jalan(page: Any, kantor: Kantor) -> None:
        for nama, nilai in isi.items():
            page.fill(f"main [name={nama}]", nilai)
        with page.expect_navigation():
            page.evaluate("nama => document.querySelector(`main [name=${nama}]`).form.submit()", next(iter(isi)))

    return jalan


def tahap(nama: str, dari: str) -> Halaman:
    return Halaman(
        f"survei:{nama}",
        "pengelola",
        f"survei_{dari}",
        cara=kirim(f"/{nama}/"),
        awal="survei:kelola_survei",
    )


HANYA_POST = "hanya POST: menyimpan lalu mengalihkan"
ALIHAN = "mengalihkan ke halaman lain di daftar"
BERKAS = "berkas unduhan"
MESIN = "untuk program, bukan untuk dibaca orang"
BUKAN_SIAPA_PUN = "tidak dibuka untuk siapa pun; halaman produk menggantikannya"
