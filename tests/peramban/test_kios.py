"""The kiosk in a browser: one person after the other, nothing left behind, and the way back to the start."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest

from rakumpit.organisasi.models import Pengguna
from survei.enums.saluran import JenisTitik
from survei.models import Respons, TitikSurvei
from survei.proses.titik import buat_titik
from tests import pabrik
from tests.peramban.dasar import UjiPeramban

pytestmark = pytest.mark.peramban
PIN = "483920"


class KiosTest(UjiPeramban):
    titik: TitikSurvei

    def setUp(self) -> None:
        super().setUp()
        survei = pabrik.buat_survei(pabrik.buat_unit())
        pengelola = Pengguna.objects.create_user(nama="Pengelola", email="p@contoh.invalid", pengelola=True)
        self.titik = buat_titik(
            kiriman=uuid4(), survei=survei, nama="Tablet", jenis=JenisTitik.KIOS, layanan=None, pin=PIN, oleh=pengelola
        )

    @property
    def alamat(self) -> str:
        return f"/s/{self.titik.kode}/"

    def mulai(self, page: Any) -> None:
        page.get_by_role("link", name="Mulai isi survei").click()
        page.locator("#U1").wait_for()

    def jawab(self, page: Any) -> None:
        for nomor in range(1, 10):
            page.locator(f"#U{nomor} input").nth(3).check()

    def test_isi_terima_kasih_lalu_orang_berikutnya_tanpa_jejak(self) -> None:
        with self.halaman() as page:
            page.goto(self.alamat)
            self.mulai(page)
            self.jawab(page)
            page.fill("#saran", "rahasia kecil")
            page.get_by_role("button", name="Kirim jawaban").click()
            page.get_by_text("jawaban Anda sudah tersimpan").wait_for()
            page.get_by_role("link", name="Selesai").click()
            self.mulai(page)
            assert page.locator("input:checked").count() == 0
            assert page.input_value("#saran") == ""
            # Pages were swapped in place: Back leaves the kiosk's only entry and brings no answers.
            assert page.evaluate("history.length") <= 2
            assert page.evaluate("window.pelanggaran") == []
        assert Respons.objects.get().saluran == "kios"

    def test_enam_puluh_detik_tanpa_sentuhan_kembali_ke_awal(self) -> None:
        with self.halaman() as page:
            page.clock.install()
            page.goto(self.alamat)
            self.mulai(page)
            page.locator("#U1 input").first.check()
            page.fill("#saran", "rahasia kecil")
            page.clock.run_for(44_000)
            assert page.locator("[data-kios-kabar]").is_hidden()
            page.clock.run_for(2_000)
            page.get_by_text("Sentuh layar untuk melanjutkan").wait_for()
            # A touch gives a whole minute again.
            page.locator("h1").click()
            page.clock.run_for(50_000)
            assert page.locator("#U1 input").first.is_checked()
            page.clock.run_for(11_000)
            page.get_by_role("link", name="Mulai isi survei").wait_for()
            self.mulai(page)
            assert page.locator("input:checked").count() == 0
            assert page.input_value("#saran") == ""
        assert not Respons.objects.exists()

    def test_sambungan_putus_jawaban_tetap_di_layar_lalu_dapat_dikirim(self) -> None:
        with self.halaman() as page:
            page.goto(self.alamat)
            self.mulai(page)
            self.jawab(page)
            page.context.set_offline(True)
            page.get_by_role("button", name="Kirim jawaban").click()
            page.get_by_text("Sambungan terputus").wait_for()
            assert page.locator("input:checked").count() == 9
            page.context.set_offline(False)
            page.get_by_role("button", name="Kirim jawaban").click()
            page.get_by_text("jawaban Anda sudah tersimpan").wait_for()
        assert Respons.objects.count() == 1

    def test_keluar_hanya_dengan_pin(self) -> None:
        with self.halaman() as page:
            page.goto(self.alamat)
            page.get_by_role("link", name="Keluar (petugas)").click()
            page.fill("#pin", "000001")
            page.get_by_role("button", name="Keluar").click()
            page.get_by_text("PIN salah").wait_for()
            page.fill("#pin", PIN)
            page.get_by_role("button", name="Keluar").click()
            page.wait_for_url(f"{self.live_server_url}/")

    def test_tanpa_skrip_tetap_dapat_diisi(self) -> None:
        with self.halaman(skrip=False) as page:
            page.goto(self.alamat)
            self.mulai(page)
            self.jawab(page)
            page.get_by_role("button", name="Kirim jawaban").click()
            page.get_by_text("jawaban Anda sudah tersimpan").wait_for()
        assert Respons.objects.get().saluran == "kios"

    def test_sasaran_sentuh_paling_kecil_48_piksel(self) -> None:
        with self.halaman(layar={"width": 800, "height": 1280}) as page:
            for ujung in ("", "isi/", "keluar/"):
                page.goto(f"/kios/{self.titik.kode}/{ujung}")
                kecil = page.evaluate(
                    """() => [...document.querySelectorAll("a:not(.lewati), button, .pilih label, .isian, summary")]
                        .filter(e => e.offsetParent && e.getBoundingClientRect().height < 47.9)
                        .map(e => e.outerHTML.slice(0, 80))"""
                )
                assert kecil == [], ujung
