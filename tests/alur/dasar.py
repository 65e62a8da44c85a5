"""What the walks through whole journeys share: the sample office, people on their days, words on buttons."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from rakumpit.contoh import muat
from rakumpit.contoh.isi_organisasi import pegawai_bernomor
from rakumpit.organisasi.models import Pegawai, Pengguna
from rakumpit.waktu import WIB
from tests.kinerja.kantor import akun
from tests.peramban.dasar import MEJA, TELEPON, UjiPeramban
from tests.survei.dasar import pada

# So many rows and days: patience for a busy machine, not a measure of speed.
SABAR = 30_000


def wib(bulan: int, hari: int, tahun: int = 2027) -> datetime:
    """Nine in the morning of that day in the office."""
    return datetime(tahun, bulan, hari, 9, 0, tzinfo=WIB)


class UjiAlur(UjiPeramban):
    """The sample office, walked through page by page."""

    pegawai: dict[int, Pegawai]

    def setUp(self) -> None:
        super().setUp()
        muat.muat_kantor()
        self.pegawai = pegawai_bernomor()

    @contextmanager
    def sebagai(self, siapa: int | Pengguna, saat: datetime, layar: dict[str, int] = MEJA) -> Iterator[Any]:
        """The pages of one person on one day, at the size of a desk."""
        pengguna = akun(self.pegawai[siapa]) if isinstance(siapa, int) else siapa
        with pada(saat), self.halaman(pengguna, layar=layar) as page:
            page.set_default_timeout(SABAR)
            yield page

    @contextmanager
    def sebagai_warga(self, saat: datetime) -> Iterator[Any]:
        """A telephone in the village on one day, without an account."""
        with pada(saat), self.halaman(layar=TELEPON) as page:
            page.set_default_timeout(SABAR)
            yield page

    def tekan(self, page: Any, tombol: str) -> None:
        """Press a button or follow a link of the page's own part, by its words."""
        utama = page.locator("main")
        sasaran = utama.get_by_role("button", name=tombol).or_(utama.get_by_role("link", name=tombol))
        with page.expect_navigation():
            sasaran.first.click()

    def isi(self, page: Any, **isian: str) -> None:
        """Fill fields by name, whatever their kind."""
        for nama, nilai in isian.items():
            satu = page.locator(f"main form[method=post] [name={nama}]").first
            if satu.evaluate("e => e.localName") == "select":
                satu.select_option(nilai)
            else:
                satu.fill(nilai)
