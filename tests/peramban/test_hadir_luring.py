"""Attendance without a line: pressed offline, kept on the phone of the organiser, sent once, checked by the office."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse

from pelatihan.models import Kehadiran
from tests.kinerja.kantor import buat_kantor
from tests.pelatihan.isi_hadir import buat_acara
from tests.peramban.dasar import UjiPeramban
from tests.survei.dasar import SAAT

pytestmark = pytest.mark.peramban
MENUNGGU = "Tersimpan di perangkat, belum terkirim"


class HadirLuringTest(UjiPeramban):
    """A hall without signal."""

    def setUp(self) -> None:
        super().setUp()
        kantor = buat_kantor()
        self.panitia = kantor.pengelola
        acara = buat_acara(kantor.kecamatan, self.panitia, kantor.staf, mulai=SAAT - timedelta(minutes=5))
        self.alamat = reverse("pelatihan:kehadiran_sesi", args=[acara.sesi[0].uuid])

    def buka(self, page: Any) -> None:
        page.clock.set_fixed_time(SAAT)
        page.goto(self.alamat)

    def tekan(self, page: Any, nama: str) -> None:
        page.locator("li").filter(has_text=nama).get_by_role("button").click()

    def terkirim(self, page: Any, nama: str) -> None:
        page.locator("li").filter(has_text=nama).get_by_text("Hadir, sudah terkirim").wait_for()

    def tidak_menunggu(self, page: Any) -> None:
        page.locator("[data-menunggu]").wait_for(state="hidden")

    def test_ditekan_tanpa_sinyal_lalu_terkirim_satu_kali(self) -> None:
        with self.halaman(self.panitia) as page:
            self.buka(page)
            page.context.set_offline(True)
            self.tekan(page, "Staf 1")
            self.tekan(page, "Staf 2")
            page.locator("[data-menunggu]").get_by_text(f"{MENUNGGU} (2)").wait_for()
            assert not Kehadiran.objects.exists()
            page.context.set_offline(False)
            self.terkirim(page, "Staf 1")
            self.terkirim(page, "Staf 2")
            self.tidak_menunggu(page)
        baris = Kehadiran.objects.all()
        assert [(satu.cara, satu.terlambat_menit, satu.datang) for satu in baris] == [("staf", 5, SAAT)] * 2

    def test_jawaban_yang_hilang_di_jalan_tidak_menggandakan(self) -> None:
        """The office writes it down, and its answer never arrives: it is sent again."""
        with self.halaman(self.panitia) as page:
            self.buka(page)
            hilang: list[int] = []

            def buang_jawaban(rute: Any) -> None:
                if rute.request.method == "POST" and len(hilang) < 2:
                    hilang.append(rute.fetch().status)
                    rute.abort()
                else:
                    rute.continue_()

            page.route(f"**{self.alamat}", buang_jawaban)
            self.tekan(page, "Staf 1")
            page.locator("[data-menunggu]").get_by_text(MENUNGGU).wait_for()
            assert (hilang, Kehadiran.objects.count()) == ([200, 200], 1)
            page.evaluate("dispatchEvent(new Event('online'))")
            self.terkirim(page, "Staf 1")
            self.tidak_menunggu(page)
        assert Kehadiran.objects.count() == 1

    def test_tanda_yang_diubah_ditolak_dan_dikatakan(self) -> None:
        with self.halaman(self.panitia) as page:
            self.buka(page)
            page.evaluate("document.querySelector('[data-tanda]').dataset.tanda += 'x'")
            self.tekan(page, "Staf 1")
            page.locator("[data-menunggu]").get_by_text("bukan dari halaman Anda").wait_for()
            page.get_by_role("button", name="Buang catatan ini").click()
            page.locator("[data-menunggu]").wait_for(state="hidden")
        assert not Kehadiran.objects.exists()

    def test_bertahan_setelah_sesi_masuk_berakhir(self) -> None:
        with self.halaman(self.panitia) as page:
            self.buka(page)
            page.context.set_offline(True)
            self.tekan(page, "Staf 1")
            page.locator("[data-menunggu]").get_by_text(MENUNGGU).wait_for()
            page.context.clear_cookies(name="sessionid")
            page.context.set_offline(False)
            page.wait_for_timeout(500)
            assert not Kehadiran.objects.exists()
            assert page.locator("[data-menunggu]").get_by_text("Staf 1").is_visible()
