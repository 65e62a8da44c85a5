"""kill -9 of the web worker, and an answer lost on the wire: the form in a real browser arrives once, and says so.

Each fault has a control: a sender that keeps nothing loses the answer, one that numbers each attempt anew doubles it.
"""

from __future__ import annotations

import os
import signal
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import connection, transaction

from survei.models import Respons, Survei
from survei.proses import kode_terima
from tests.benchmarks.peladen import kumpulkan_statis, lingkungan_uji, peladen
from tests.pabrik import buat_survei, buat_unit
from tests.peramban.dasar import TELEPON
from tests.proksi import Proksi, Sikap
from tests.serentak import UjiSerentak
from tests.survei.dasar import isian

pytestmark = [pytest.mark.gangguan, pytest.mark.peramban]

BELUM = "Tersimpan di perangkat ini, belum terkirim (1)"
# A browser that had a spare connection open sends once more by itself when that one breaks without an answer.
MATI_BERUNTUN = "2"
# Seconds without a further attempt.
TENANG = 2
MENUNGGU_KUNCI = (
    "SELECT pid FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%%INSERT INTO survei_respons%%'"
)
# Senders without the product's promise: ``kali`` attempts, each under a number of its own.
NAIF = """async ([alamat, isi, kali]) => {
    for (let i = 0; i < kali; i++) {
        isi.submission_id = Luring.nomorBaru();
        try {
            const jawab = await fetch(alamat, {method: "POST", headers: {"Content-Type": "application/json"},
                                               body: JSON.stringify({diisi_pada: new Date().toISOString(), isi: isi})});
            if (jawab.ok) return true;
        } catch (galat) { await new Promise(lanjut => setTimeout(lanjut, 1500)); }
    }
    return false;
}"""


def tunggu(syarat: Callable[[], object], apa: str) -> None:
    """Wait at most a minute for that."""
    for _ in range(600):
        if syarat():
            return
        time.sleep(0.1)
    raise AssertionError(f"{apa} belum terjadi setelah 60 detik")


class SurveiLuringGangguan(UjiSerentak):
    browser: Any

    @classmethod
    def setUpClass(cls) -> None:
        super().setUpClass()
        kumpulkan_statis(lingkungan_uji())

    @pytest.fixture(autouse=True)
    def _pakai_browser(self, browser: Any) -> None:
        self.browser = browser

    def setUp(self) -> None:
        folder = Path(self.enterContext(tempfile.TemporaryDirectory()))
        self.mati, self.penerima = folder / "mati", folder / "penerima"
        self.survei = buat_survei(buat_unit(), mulai=date(2020, 1, 1), selesai=date(2100, 1, 1))
        self.alamat = f"/survei/{self.survei.uuid}/"
        self.env = lingkungan_uji(UJI_MATI=str(self.mati), UJI_PENERIMA=str(self.penerima))

    @contextmanager
    def formulir(self) -> Iterator[tuple[Any, Proksi]]:
        """The filled form in a browser behind a proxy, before the product's own web server."""
        with peladen("tests.gangguan.aplikasi:application", self.env) as porta, Proksi(porta, "127.0.0.1") as proksi:
            konteks = self.browser.new_context(base_url=proksi.alamat, viewport=TELEPON, locale="id-ID")
            konteks.set_default_timeout(60_000)
            try:
                page = konteks.new_page()
                page.clock.install()
                page.goto(self.alamat)
                for nomor in range(1, 10):
                    page.check(f"input[name=U{nomor}][value='3']")
                yield page, proksi
            finally:
                konteks.close()

    def kirim(self, page: Any) -> None:
        """Send, and stop the page's clock, so that nothing but «Kirim sekarang» sends again."""
        page.clock.pause_at(datetime.now(UTC) + timedelta(minutes=2))
        page.get_by_role("button", name="Kirim jawaban").click()

    def naif(self, page: Any, kali: int) -> bool:
        terkirim: bool = page.evaluate(NAIF, [self.alamat, isian(self.survei), kali])
        return terkirim

    def sampai_satu(self, page: Any) -> None:
        """After «Kirim sekarang» the office has one answer, and the person its code."""
        page.get_by_role("button", name="Kirim sekarang").click()
        page.get_by_role("heading", name="Terima kasih, jawaban Anda sudah tersimpan").wait_for()
        assert page.locator(".kode").inner_text() == kode_terima(Respons.objects.get().pk)

    @contextmanager
    def tertahan(self) -> Iterator[None]:
        """Hold the statement that stores the answer, kill its worker inside it, and let the statement go unfinished.

        The server process of a dead client would finish its statement; a machine that dies takes both.
        """
        with transaction.atomic(), connection.cursor() as kursor:
            Survei.objects.select_for_update().get(pk=self.survei.pk)
            yield
            tunggu(lambda: self._menunggu(kursor), "Jawaban menunggu kunci")
            dibunuh: set[int] = set()
            tenang = time.monotonic()
            # The attempt that the browser makes by itself may come at any moment: all of them, until none comes.
            while time.monotonic() - tenang < TENANG:
                menunggu = set(self._menunggu(kursor))
                for pid in menunggu - dibunuh:
                    os.kill(int(self.penerima.read_text(encoding="ascii")), signal.SIGKILL)
                    kursor.execute("SELECT pg_terminate_backend(%s)", [pid])
                dibunuh |= menunggu
                assert len(dibunuh) <= int(MATI_BERUNTUN), "lebih banyak kiriman daripada yang dibuat peramban sendiri"
                if menunggu:
                    tenang = time.monotonic()
                time.sleep(0.05)
        assert not Respons.objects.exists()

    @staticmethod
    def _menunggu(kursor: Any) -> list[int]:
        kursor.execute("SELECT pg_stat_clear_snapshot()")
        kursor.execute(MENUNGGU_KUNCI)
        return [pid for (pid,) in kursor.fetchall()]

    def test_pekerja_mati_sebelum_tersimpan(self) -> None:
        with self.formulir() as (page, _):
            with self.tertahan():
                self.kirim(page)
            page.get_by_text(BELUM).first.wait_for()
            self.sampai_satu(page)

    def test_kontrol_pengirim_yang_tidak_menyimpan_kehilangan(self) -> None:
        with self.formulir() as (page, _):
            with self.tertahan():
                page.evaluate(f"isi => {{ window.naif = ({NAIF})(isi) }}", [self.alamat, isian(self.survei), 1])
            assert page.evaluate("window.naif") is False
            page.wait_for_timeout(3000)
        assert Respons.objects.count() == 0

    def test_pekerja_mati_setelah_tersimpan(self) -> None:
        with self.formulir() as (page, _):
            self.mati.write_text(MATI_BERUNTUN, encoding="ascii")
            self.kirim(page)
            page.get_by_text(BELUM).first.wait_for()
            assert Respons.objects.count() == 1
            self.mati.unlink(missing_ok=True)
            self.sampai_satu(page)

    def test_kontrol_nomor_baru_tiap_percobaan_menggandakan_setelah_pekerja_mati(self) -> None:
        with self.formulir() as (page, _):
            self.mati.write_text(MATI_BERUNTUN, encoding="ascii")
            assert self.naif(page, 5)
        assert Respons.objects.count() >= 2

    def test_jawaban_hilang_di_kawat(self) -> None:
        with self.formulir() as (page, proksi):
            proksi.sikap = Sikap.TELAN
            self.kirim(page)
            page.get_by_text(BELUM).first.wait_for()
            assert Respons.objects.count() == 1
            proksi.sambungkan()
            self.sampai_satu(page)

    def test_kontrol_nomor_baru_tiap_percobaan_menggandakan_setelah_hilang_di_kawat(self) -> None:
        with self.formulir() as (page, proksi):
            proksi.sikap = Sikap.TELAN
            assert not self.naif(page, 2)
            proksi.sambungkan()
            assert self.naif(page, 1)
        assert Respons.objects.count() == 3
