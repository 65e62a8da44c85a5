"""What is pressed stays under the finger until it lifts: a button that moves away meanwhile loses the press."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse

from kinerja.models import CatatanHarian
from tests.kinerja.kantor import Kantor, akun, buat_kantor
from tests.peramban.dasar import MEJA, UjiPeramban

pytestmark = pytest.mark.peramban

# Focus, then wait until that has been drawn: from here on the person sees the button and presses it.
FOKUS = "e => new Promise(jadi => { e.focus(); requestAnimationFrame(() => requestAnimationFrame(jadi)); })"
TINGGI = "document.documentElement.scrollHeight"


class TekanTest(UjiPeramban):
    kantor: Kantor

    def setUp(self) -> None:
        super().setUp()
        self.kantor = buat_kantor()

    def turunkan(self, page: Any, tombol: str) -> None:
        """Put the finger on the middle of a button, where it is at this moment, and leave it there."""
        kotak = page.get_by_role("button", name=tombol).bounding_box()
        page.mouse.move(kotak["x"] + kotak["width"] / 2, kotak["y"] + kotak["height"] / 2)
        page.mouse.down()

    def alamat_nilai(self) -> str:
        self.kantor.hitung()
        return reverse("kinerja:nilai", args=[self.kantor.evaluasi(self.kantor.staf[0]).uuid])

    def test_halaman_tidak_meluncur_ke_isian_yang_mendapat_fokus(self) -> None:
        """The jump to a field far below is over when it is seen: a press right after it counts."""
        alamat = self.alamat_nilai()
        with self.halaman(akun(self.kantor.kasi)) as page:
            page.goto(alamat)
            page.locator("[name=alasan]").evaluate(FOKUS)
            with page.expect_request(lambda satu: satu.method == "POST", timeout=15_000) as kiriman:
                self.turunkan(page, "Simpan penilaian")
                page.wait_for_timeout(100)
                page.mouse.up()
        assert "bagian=keputusan" in kiriman.value.post_data

    def test_kabar_draf_tidak_menggeser_yang_di_bawahnya(self) -> None:
        """The rating stands below the behaviour: its buttons stay while what was typed above is kept on the device."""
        alamat = self.alamat_nilai()
        for lebar in (320, 1280):
            with self.halaman(akun(self.kantor.kasi), layar={"width": lebar, "height": 740}) as page:
                page.clock.install()
                page.goto(alamat)
                page.locator("form[data-draf] textarea").first.fill("Rapi.")
                tinggi = page.evaluate(TINGGI)
                page.clock.fast_forward(6000)
                page.get_by_text("Tersimpan di perangkat, belum terkirim.").wait_for()
                assert page.evaluate(TINGGI) == tinggi

    def test_catatan_yang_terkirim_sendiri_tidak_menggeser_tombol(self) -> None:
        """The line comes back, and what waited goes out, while the finger is on the button."""
        with self.halaman(akun(self.kantor.staf[0]), layar=MEJA) as page:
            page.goto("/kinerja/catatan/")
            menunggu = page.locator("[data-belum-terkirim]")
            page.context.set_offline(True)
            page.fill("[name=uraian]", "Mendata lahan.")
            page.get_by_role("button", name="Simpan catatan").click()
            menunggu.get_by_text("Mendata lahan.").wait_for()
            page.fill("[name=uraian]", "Mengantar surat.")
            self.turunkan(page, "Simpan catatan")
            page.context.set_offline(False)
            menunggu.wait_for(state="hidden")
            page.mouse.up()
            page.locator("main li p").get_by_text("Mengantar surat.", exact=True).wait_for()
        assert CatatanHarian.objects.count() == 2
