"""From the QR code to the thanks on a 2G line: time, bytes and requests, with the page's script and without.

The line is that of ``test_lcp_survei``. Filling in takes no time here: what is measured is what the person waits for,
opening the form and, after «Kirim jawaban», the thanks. The worker fetches its copies after the page has loaded, beside
what the person does; its bytes are counted by a proxy, for a page's own count does not see them. Prints medians.
"""

from __future__ import annotations

import os
import sys
import time
from dataclasses import dataclass
from datetime import date
from statistics import median
from typing import Any

import pytest

from survei.models import Respons
from tests.benchmarks.peladen import kumpulkan_statis, lingkungan_uji, peladen
from tests.benchmarks.test_lcp_survei import LAYANAN, PROSESOR, SALURAN_2G
from tests.pabrik import buat_layanan, buat_survei, buat_unit
from tests.peramban.dasar import TELEPON
from tests.proksi import Proksi
from tests.serentak import UjiSerentak

pytestmark = [pytest.mark.benchmark, pytest.mark.peramban]

PUTARAN = int(os.environ.get("PUTARAN", "5"))
DIAM = 2000


@dataclass(frozen=True, slots=True)
class Kunjungan:
    """Seconds to the open form and from the button to the thanks; path and bytes of what came until the page's load
    event, and after it while the person fills in."""

    buka: float
    kirim: float
    awal: list[tuple[str, int]]
    latar: list[tuple[str, int]]


class LuringBenchmark(UjiSerentak):
    browser: Any

    @pytest.fixture(autouse=True)
    def _pakai_browser(self, browser: Any) -> None:
        self.browser = browser

    def setUp(self) -> None:
        unit = buat_unit()
        layanan = [buat_layanan(unit) for _ in range(LAYANAN)]
        self.survei = buat_survei(unit, layanan=layanan, mulai=date(2020, 1, 1), selesai=date(2100, 1, 1))
        self.alamat = f"/survei/{self.survei.uuid}/?layanan={layanan[0].kode}"
        self.env = lingkungan_uji()
        kumpulkan_statis(self.env)

    def _kunjungan(self, porta: int, *, skrip: bool) -> Kunjungan:
        with Proksi(porta, "127.0.0.1") as proksi:
            konteks = self.browser.new_context(
                base_url=proksi.alamat, viewport=TELEPON, locale="id-ID", java_script_enabled=skrip
            )
            try:
                konteks.set_default_timeout(60_000)
                page = konteks.new_page()
                cdp = konteks.new_cdp_session(page)
                cdp.send("Network.enable")
                cdp.send("Network.emulateNetworkConditions", SALURAN_2G)
                cdp.send("Emulation.setCPUThrottlingRate", {"rate": PROSESOR})
                mulai = time.perf_counter()
                page.goto(self.alamat, wait_until="load")
                terbuka = time.perf_counter() - mulai
                awal = list(proksi.diunduh)
                page.wait_for_timeout(DIAM)
                for nomor in range(1, 10):
                    page.check(f"input[name=U{nomor}][value='3']")
                latar = proksi.diunduh[len(awal) :]
                mulai = time.perf_counter()
                page.get_by_role("button", name="Kirim jawaban").click()
                page.get_by_role("heading", name="Terima kasih, jawaban Anda sudah tersimpan").wait_for()
                return Kunjungan(terbuka, time.perf_counter() - mulai, awal, latar)
            finally:
                konteks.close()

    @staticmethod
    def _baris(nama: str, hasil: list[Kunjungan]) -> str:
        buka, kirim = median(satu.buka for satu in hasil), median(satu.kirim for satu in hasil)
        bita = [sum(banyak for _, banyak in satu) for satu in (hasil[-1].awal, hasil[-1].latar)]
        return (
            f"  {nama}  formulir {buka:4.1f} dtk, kirim {kirim:4.1f} dtk, jumlah {buka + kirim:4.1f} dtk; hingga"
            f" terbuka {bita[0]} bita dalam {len(hasil[-1].awal)} permintaan, sesudahnya {bita[1]} bita\n"
        )

    def test_dari_qr_sampai_terima_kasih(self) -> None:
        dengan: list[Kunjungan] = []
        tanpa: list[Kunjungan] = []
        with peladen("rakumpit.wsgi", self.env) as porta:
            for _ in range(PUTARAN):
                dengan.append(self._kunjungan(porta, skrip=True))
                tanpa.append(self._kunjungan(porta, skrip=False))
        self.assertEqual(Respons.objects.count(), 2 * PUTARAN)
        akhir = dengan[-1]
        rinci = ", ".join(f"{jalur.rsplit('/', 1)[-1] or jalur} {bita}" for jalur, bita in akhir.awal + akhir.latar)
        sys.stdout.write(
            f"\nDari kode QR sampai terima kasih pada saluran 2G, kunjungan pertama, median {PUTARAN} putaran\n"
            + self._baris("dengan skrip", dengan)
            + self._baris("tanpa skrip ", tanpa)
            + f"  rinci: {rinci}\n"
        )
