"""Daily notes without a line: typed offline, kept on the device, sent once when the line is back."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from kinerja.models import Bukti, CatatanHarian
from kinerja.proses.catatan import batalkan_catatan
from tests.kinerja.berkas import png
from tests.kinerja.kantor import Kantor, akun, buat_kantor
from tests.peramban.dasar import UjiPeramban

pytestmark = pytest.mark.peramban
ALAMAT = "/kinerja/catatan/"
MENUNGGU = "Tersimpan di perangkat, belum terkirim"


class CatatanLuringTest(UjiPeramban):
    """A phone in a village without signal."""

    kantor: Kantor

    def setUp(self) -> None:
        super().setUp()
        self.kantor = buat_kantor()

    def staf(self) -> Any:
        return self.halaman(akun(self.kantor.staf[0]))

    def ketik(self, page: Any, uraian: str) -> None:
        page.fill("[name=uraian]", uraian)
        page.get_by_role("button", name="Simpan catatan").click()

    def menunggu(self, page: Any, uraian: str) -> None:
        page.locator("[data-belum-terkirim]").get_by_text(uraian).wait_for()
        assert MENUNGGU in page.locator("[data-belum-terkirim] h2").inner_text()

    def selesai(self, page: Any, uraian: str) -> None:
        """The note stands in the list of the server, and nothing waits any more."""
        page.locator("main li p").get_by_text(uraian, exact=True).wait_for()
        assert page.locator("[data-belum-terkirim]").is_hidden()

    def test_ditulis_tanpa_sinyal_lalu_terkirim_satu_kali(self) -> None:
        with self.staf() as page:
            page.goto(ALAMAT)
            page.context.set_offline(True)
            page.set_input_files("[name=foto]", {"name": "a.png", "mimeType": "image/png", "buffer": png()})
            self.ketik(page, "Mendata lahan di Mungku Baru.")
            self.menunggu(page, "Mendata lahan di Mungku Baru.")
            assert page.input_value("[name=uraian]") == ""
            self.ketik(page, "Mengantar surat ke RT 03.")
            self.menunggu(page, "Mengantar surat ke RT 03.")
            assert not CatatanHarian.objects.exists()
            # An attempt without a line draws nothing anew: who stands on a button there goes on standing on it.
            page.get_by_role("button", name="Buang catatan ini").first.focus()
            with page.expect_event("requestfailed"):
                page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
            page.wait_for_timeout(300)
            assert page.evaluate("document.activeElement.textContent") == "Buang catatan ini"
            page.context.set_offline(False)
            self.selesai(page, "Mendata lahan di Mungku Baru.")
            self.selesai(page, "Mengantar surat ke RT 03.")
            page.reload()
            assert page.get_by_text("isian yang belum disimpan").count() == 0
        baris = CatatanHarian.objects.order_by("pk")
        assert [(satu.uraian, satu.tanggal) for satu in baris] == [
            ("Mendata lahan di Mungku Baru.", date(2026, 9, 15)),
            ("Mengantar surat ke RT 03.", date(2026, 9, 15)),
        ]
        assert Bukti.objects.get().catatan_harian == baris[0]

    def test_jawaban_yang_hilang_di_jalan_tidak_menggandakan(self) -> None:
        """The server stores the note, and its answer never arrives: the device sends it again under the same number."""
        with self.staf() as page:
            page.goto(ALAMAT)
            hilang: list[int] = []

            def buang_jawaban(rute: Any) -> None:
                if rute.request.method == "POST" and not hilang:
                    hilang.append(rute.fetch().status)
                    rute.abort()
                else:
                    rute.continue_()

            page.route(f"**{ALAMAT}", buang_jawaban)
            self.ketik(page, "Memeriksa berkas di loket.")
            self.menunggu(page, "Memeriksa berkas di loket.")
            assert (hilang, CatatanHarian.objects.count()) == ([200], 1)
            page.get_by_role("button", name="Kirim sekarang").click()
            self.selesai(page, "Memeriksa berkas di loket.")
        assert CatatanHarian.objects.count() == 1

    def test_catatan_bertahan_setelah_sesi_berakhir_dan_hanya_terkirim_oleh_pemiliknya(self) -> None:
        with self.staf() as page:
            page.goto(ALAMAT)
            kue = page.context.cookies()
            page.context.clear_cookies(name="sessionid")
            self.ketik(page, "Membuka loket pagi.")
            self.menunggu(page, "Membuka loket pagi.")
            assert not CatatanHarian.objects.exists()
            # Somebody else on the same device neither sees it nor sends it.
            page.context.add_cookies([{"name": "sessionid", "value": self.kue(1), "url": self.live_server_url}])
            page.goto(ALAMAT)
            assert page.get_by_role("heading", name="Catatan harian").is_visible()
            page.wait_for_timeout(500)
            assert page.locator("[data-belum-terkirim]").is_hidden()
            assert not CatatanHarian.objects.exists()
            page.context.add_cookies(kue)
            page.goto(ALAMAT)
            self.selesai(page, "Membuka loket pagi.")
        assert CatatanHarian.objects.get().pegawai == self.kantor.staf[0]

    def kue(self, nomor: int) -> str:
        self.client.force_login(akun(self.kantor.staf[nomor]))
        return self.client.cookies["sessionid"].value

    def test_yang_ditolak_server_dapat_dibetulkan(self) -> None:
        with self.staf() as page:
            page.goto(ALAMAT)
            page.context.set_offline(True)
            page.fill("[name=tanggal]", "2026-09-16")
            self.ketik(page, "Rapat besok.")
            self.menunggu(page, "Rapat besok.")
            page.context.set_offline(False)
            page.get_by_text("Ditolak: Tanggal pekerjaan belum tiba.").wait_for()
            page.get_by_role("button", name="Betulkan catatan ini").click()
            assert page.input_value("[name=uraian]") == "Rapat besok."
            page.fill("[name=tanggal]", "2026-09-15")
            page.get_by_role("button", name="Simpan catatan").click()
            self.selesai(page, "Rapat besok.")
        assert CatatanHarian.objects.get().tanggal == date(2026, 9, 15)

    def test_c34_yang_dibatalkan_sementara_itu_tidak_dikirim_terus(self) -> None:
        with self.staf() as page:
            page.goto(ALAMAT)
            page.route(f"**{ALAMAT}", lambda rute: (rute.fetch(), rute.abort()), times=1)
            self.ketik(page, "Catatan salah.")
            self.menunggu(page, "Catatan salah.")
            satu = CatatanHarian.objects.get()
            batalkan_catatan(catatan=satu, oleh=akun(self.kantor.staf[0]), alasan="Salah.")
            page.get_by_role("button", name="Kirim sekarang").click()
            page.get_by_text("Ditolak: Catatan ini sudah dibatalkan").wait_for()
            assert page.get_by_role("button", name="Kirim sekarang").count() == 0
            page.get_by_role("button", name="Buang catatan ini").click()
            page.locator("[data-belum-terkirim]").wait_for(state="hidden")
        assert CatatanHarian.objects.count() == 1

    def test_tanpa_javascript_formulir_biasa(self) -> None:
        with self.halaman(akun(self.kantor.staf[0]), skrip=False) as page:
            page.goto(ALAMAT)
            self.ketik(page, "Tanpa skrip.")
            assert page.locator("main li p").get_by_text("Tanpa skrip.", exact=True).is_visible()
        assert CatatanHarian.objects.count() == 1
