"""A citizen with a bad line, in a real browser: no answer is lost, none counts twice, the person knows the state."""

from __future__ import annotations

import contextlib
import json
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from unittest import mock

import pytest
from playwright.sync_api import Error as PlaywrightError

from survei import proses
from survei.enums import Bendera, StatusSurvei
from survei.models import Instrumen, Pertanyaan, Respons, Survei
from survei.proses import kode_terima
from survei.proses.buka_kembali import minta_buka, setujui_buka
from survei.proses.terlambat import sertakan_terlambat
from tests import pabrik
from tests.conftest import cari_chromium
from tests.peramban.dasar import TELEPON, UjiPeramban
from tests.proksi import Proksi, Sikap
from tests.survei.dasar import SAAT, pada

pytestmark = pytest.mark.peramban
BELUM = "Tersimpan di perangkat ini, belum terkirim ({})"
TERIMA_KASIH = "Terima kasih, jawaban Anda sudah tersimpan"
SANDI = "kelotok kuning"
# Everything that the browser keeps outside its own cache, as a list of addresses without host.
SIMPANAN = """async () => {
    const semua = [];
    for (const nama of await caches.keys())
        for (const satu of await (await caches.open(nama)).keys()) semua.push(satu.url.replace(location.origin, ""));
    return semua.sort();
}"""


def tanda(respons: Respons) -> list[str]:
    """Marks but the one for haste: how fast the browser answers depends on the machine."""
    return [satu for satu in respons.bendera if satu != Bendera.CEPAT.value]


class SurveiLuringTest(UjiPeramban):
    survei: Survei

    def setUp(self) -> None:
        super().setUp()
        self.unit = pabrik.buat_unit(nama="Kelurahan Mungku Baru")
        self.survei = pabrik.buat_survei(self.unit, judul="Survei Kelurahan Mungku Baru")
        self.alamat = f"/survei/{self.survei.uuid}/"
        self.proksi = self.enterContext(Proksi(self.server_thread.port))

    @contextmanager
    def ponsel(self, *, folder: str = "", saat: datetime | None = SAAT) -> Iterator[Any]:
        """A context behind the proxy whose clock shows ``saat``; with ``folder`` one that outlives its browser."""
        sifat = {"base_url": self.proksi.alamat, "viewport": TELEPON, "locale": "id-ID", "timezone_id": "Asia/Jakarta"}
        if folder:
            konteks = self.browser.browser_type.launch_persistent_context(
                folder, executable_path=cari_chromium(), args=["--no-sandbox"], **sifat
            )
        else:
            konteks = self.browser.new_context(**sifat)
        konteks.set_default_timeout(60_000)
        if saat is not None:
            konteks.clock.set_fixed_time(saat)
        try:
            yield konteks
        finally:
            konteks.close()

    def dikirim(self, lebih_dari: int) -> None:
        """Wait until more than that many forms have set out."""
        self.tunggu(lambda: len(self.proksi.kiriman) > lebih_dari, "Kiriman berikutnya")

    @staticmethod
    def tunggu(syarat: Callable[[], object], apa: str) -> None:
        for _ in range(600):
            if syarat():
                return
            time.sleep(0.1)
        raise AssertionError(f"{apa} belum terjadi setelah 60 detik")

    def buka(self, page: Any, alamat: str = "") -> None:
        """Open the form and wait until the device could do without a line."""
        page.goto(alamat or self.alamat)
        self.tunggu(lambda: self.alamat in page.evaluate(SIMPANAN), "Formulir tersimpan di perangkat")

    def isi(self, page: Any, nilai: int = 3) -> None:
        for nomor in range(1, 10):
            page.check(f"input[name=U{nomor}][value='{nilai}']")

    def kirim(self, page: Any) -> None:
        page.get_by_role("button", name="Kirim jawaban").click()

    def belum(self, page: Any, banyak: int = 1) -> None:
        page.get_by_text(BELUM.format(banyak)).first.wait_for()

    def sampai(self, page: Any) -> str:
        """The thanks with the code of the very form that the office has."""
        page.get_by_role("heading", name=TERIMA_KASIH).wait_for()
        kode: str = page.locator(".kode").inner_text()
        assert kode in {kode_terima(satu.pk) for satu in Respons.objects.all()}
        return kode

    def sekarang(self, page: Any) -> None:
        """Press the button, unless the device has just sent by itself and has taken the button away."""
        tombol = page.get_by_role("button", name="Kirim sekarang")
        with contextlib.suppress(PlaywrightError):
            tombol.click(timeout=5000)

    # --- the line is cut, at each step

    def test_dengan_sinyal_terima_kasih_tanpa_membuka_halaman_lain(self) -> None:
        with self.ponsel() as konteks:
            page = konteks.new_page()
            self.buka(page)
            self.isi(page)
            page.fill("#saran", "Kursi tunggu kurang.")
            self.kirim(page)
            kode = self.sampai(page)
            assert kode not in page.url, "tanda terima tidak ada di alamat"
            assert page.evaluate("document.activeElement.localName") == "h1"
            page.reload()
            page.get_by_text("Sudah terkirim dari perangkat ini").wait_for()
            page.get_by_text(kode).wait_for()
            assert self.proksi.kiriman[0].count(b"Cookie:") == 0
        satu = Respons.objects.get()
        assert (satu.saran, satu.tanggal, tanda(satu)) == ("Kursi tunggu kurang.", date(2026, 9, 15), ["lurus"])

    def test_putus_sebelum_halaman_dibuka(self) -> None:
        with self.ponsel() as konteks:
            page = konteks.new_page()
            self.buka(page)
            konteks.set_offline(True)
            self.proksi.putuskan()
            page.goto(self.alamat)
            page.get_by_text("Tidak ada sinyal. Anda tetap dapat mengisi.").wait_for()
            pertama = page.input_value("[name=submission_id]")
            page.reload()
            assert page.input_value("[name=submission_id]") != pertama, "setiap halaman simpanan bernomor sendiri"
            self.isi(page, 2)
            self.kirim(page)
            self.belum(page)
            assert not Respons.objects.exists()
            # Another page of this site: told, with the way to what can be done.
            lain = konteks.new_page()
            lain.goto("/survei/")
            lain.get_by_text("Tidak ada sinyal, jadi halaman yang Anda tuju belum dapat dibuka.").wait_for()
            self.belum(lain)
            lain.get_by_role("link", name=self.survei.judul).click()
            assert lain.locator("input[name=U1]").count() == 5
            lain.close()
            self.proksi.sambungkan()
            konteks.set_offline(False)
            self.sampai(page)
        assert set(Respons.objects.get().jawaban.values()) == {2}

    def test_putus_saat_mengisi_lalu_tab_ditutup(self) -> None:
        with self.ponsel() as konteks:
            page = konteks.new_page()
            self.buka(page)
            self.isi(page)
            self.proksi.putuskan()
            self.kirim(page)
            self.belum(page)
            page.close()
            self.proksi.sambungkan()
            page = konteks.new_page()
            page.goto("/survei/luring/")
            page.get_by_text("Sudah terkirim dari perangkat ini").wait_for()
            page.get_by_text(kode_terima(Respons.objects.get().pk)).wait_for()
            assert page.get_by_text("Tidak ada jawaban yang menunggu.").is_visible()

    def test_putus_saat_kirim_lalu_kirim_sekarang(self) -> None:
        """The clock of the page stands still, so nothing but the button sends."""
        with self.ponsel(saat=None) as konteks:
            page = konteks.new_page()
            page.clock.install(time=SAAT)
            self.buka(page)
            self.isi(page)
            page.clock.pause_at(SAAT + timedelta(minutes=5))
            self.proksi.sikap = Sikap.PUTUS
            self.kirim(page)
            self.belum(page)
            banyak = len(self.proksi.kiriman)
            tombol = page.get_by_role("button", name="Kirim sekarang")
            tombol.click()
            self.dikirim(banyak)
            self.belum(page)
            self.proksi.sambungkan()
            tombol.click()
            self.sampai(page)
        assert Respons.objects.count() == 1

    def test_jawaban_kantor_hilang_setelah_tersimpan(self) -> None:
        with self.ponsel() as konteks:
            page = konteks.new_page()
            self.buka(page)
            self.isi(page)
            self.proksi.sikap = Sikap.TELAN
            self.kirim(page)
            self.belum(page)
            assert Respons.objects.count() == 1
            self.proksi.sambungkan()
            self.sekarang(page)
            self.sampai(page)
        assert Respons.objects.count() == 1

    def test_jawaban_orang_lain_di_tengah_jalan_bukan_tanda_terima(self) -> None:
        with self.ponsel() as konteks:
            page = konteks.new_page()
            self.buka(page)
            self.isi(page)
            self.proksi.sikap = Sikap.GERBANG
            self.kirim(page)
            self.belum(page)
            for sikap in (Sikap.PORTAL, Sikap.ASING):
                self.proksi.sikap = sikap
                banyak = len(self.proksi.kiriman)
                self.sekarang(page)
                self.dikirim(banyak)
                self.belum(page)
            assert not Respons.objects.exists()
            self.proksi.sambungkan()
            self.sekarang(page)
            self.sampai(page)
        assert Respons.objects.count() == 1

    def test_dicoba_lagi_sendiri_dengan_jeda_yang_memanjang(self) -> None:
        with self.ponsel(saat=None) as konteks:
            page = konteks.new_page()
            page.clock.install(time=SAAT)
            self.buka(page)
            self.isi(page)
            page.clock.pause_at(SAAT + timedelta(minutes=5))
            self.proksi.sikap = Sikap.GERBANG
            self.kirim(page)
            self.belum(page)
            for kali, detik in enumerate((5, 10, 20, 40), start=1):
                page.wait_for_timeout(1000)
                banyak = len(self.proksi.kiriman)
                # The pause lies between half of its length and the whole.
                page.clock.run_for(detik * 500 - 100)
                page.wait_for_timeout(500)
                assert len(self.proksi.kiriman) == banyak, f"jeda ke-{kali} terlalu pendek"
                page.clock.run_for(detik * 500 + 200)
                self.dikirim(banyak)
                self.belum(page)
            page.wait_for_timeout(1000)
            self.proksi.sambungkan()
            page.clock.run_for(81_000)
            self.sampai(page)
        assert Respons.objects.count() == 1

    def test_peramban_dimulai_ulang(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            with self.ponsel(folder=folder) as konteks:
                page = konteks.new_page()
                self.buka(page)
                self.isi(page)
                self.proksi.putuskan()
                self.kirim(page)
                self.belum(page)
            with self.ponsel(folder=folder) as konteks:
                page = konteks.new_page()
                page.goto(self.alamat)
                self.belum(page)
                assert not Respons.objects.exists()
                self.proksi.sambungkan()
                self.sekarang(page)
                self.tunggu(Respons.objects.exists, "Jawaban sampai")
                page.get_by_text(BELUM.format(1)).first.wait_for(state="hidden")
        assert Respons.objects.count() == 1

    # --- the device

    def test_dua_tab_mengirim_tiap_jawaban_satu_kali(self) -> None:
        with self.ponsel() as konteks:
            page = konteks.new_page()
            self.buka(page)
            self.proksi.sikap = Sikap.PUTUS
            for banyak in (1, 2, 3):
                page.goto(self.alamat)
                self.isi(page, banyak)
                self.kirim(page)
                self.belum(page, banyak)
            tab = [konteks.new_page() for _ in range(3)]
            for satu in tab:
                satu.goto("/survei/luring/")
                self.belum(satu, 3)
            satu.wait_for_timeout(500)
            self.proksi.kiriman.clear()
            self.proksi.sambungkan()
            tekan = "[...document.querySelectorAll('button')].find(b => b.textContent === 'Kirim sekarang').click()"
            for satu in tab:
                satu.evaluate(tekan)
            for satu in tab:
                satu.get_by_text("Tidak ada jawaban yang menunggu.").wait_for()
            page.wait_for_timeout(500)
        assert len(self.proksi.kiriman) == 3
        assert sorted({*satu.jawaban.values()}.pop() for satu in Respons.objects.all()) == [1, 2, 3]

    def test_jam_perangkat_keliru(self) -> None:
        with self.ponsel(saat=datetime(2019, 1, 1, tzinfo=UTC)) as konteks:
            page = konteks.new_page()
            self.buka(page)
            self.isi(page)
            self.kirim(page)
            self.sampai(page)
        satu = Respons.objects.get()
        assert (satu.tanggal, tanda(satu)) == (date(2026, 9, 15), ["lurus", "jam_perangkat"])

    def test_diisi_tiga_hari_sebelum_ada_sinyal(self) -> None:
        with self.ponsel(saat=SAAT - timedelta(days=3)) as konteks:
            page = konteks.new_page()
            self.buka(page)
            self.isi(page)
            self.proksi.putuskan()
            self.kirim(page)
            self.belum(page)
            konteks.clock.set_fixed_time(SAAT)
            self.proksi.sambungkan()
            self.sekarang(page)
            self.sampai(page)
        satu = Respons.objects.get()
        assert (satu.tanggal, tanda(satu)) == (date(2026, 9, 12), ["lurus"])

    def test_simpanan_dihapus_lalu_diambil_dari_berkas(self) -> None:
        with self.ponsel() as konteks, tempfile.TemporaryDirectory() as folder:
            page = konteks.new_page()
            self.buka(page)
            self.isi(page)
            page.fill("#saran", "Rahasia kecil.")
            self.proksi.putuskan()
            self.kirim(page)
            self.belum(page)
            page.get_by_role("link", name="Lihat jawaban di perangkat ini").click()
            page.get_by_text("Salin jawaban ke berkas").click()
            page.get_by_role("button", name="Simpan jawaban ke berkas").click()
            page.get_by_text("Tulis kata sandi berkas").wait_for()
            page.fill("#sandi", SANDI)
            with page.expect_download() as unduhan:
                page.get_by_role("button", name="Simpan jawaban ke berkas").click()
            berkas = Path(folder) / "jawaban.json"
            unduhan.value.save_as(berkas)
            page.get_by_text("1 jawaban disalin ke berkas.").wait_for()
            assert set(json.loads(berkas.read_text())) == {"jenis", "garam", "iv", "isi"}
            assert "Rahasia" not in berkas.read_text()
            cdp = konteks.new_cdp_session(page)
            cdp.send("Storage.clearDataForOrigin", {"origin": self.proksi.alamat, "storageTypes": "all"})
            self.proksi.sambungkan()
            page.goto("/survei/luring/")
            page.get_by_text("Tidak ada jawaban yang menunggu.").wait_for()
            assert not Respons.objects.exists()
            self._ambil(page, berkas, "salah sekali")
            page.get_by_text("Periksa berkas dan kata sandinya.").wait_for()
            for kali in (1, 2):
                self._ambil(page, berkas, SANDI)
                page.get_by_text("1 jawaban diambil dari berkas.").wait_for()
                self.dikirim(kali - 1)
                page.get_by_text("Sudah terkirim dari perangkat ini").wait_for()
                page.reload()
        assert Respons.objects.get().saran == "Rahasia kecil."

    @staticmethod
    def _ambil(page: Any, berkas: Path, sandi: str) -> None:
        if not page.locator("details").evaluate("e => e.open"):
            page.get_by_text("Salin jawaban ke berkas").click()
        page.fill("#sandi", sandi)
        page.set_input_files("#berkas", str(berkas))
        page.get_by_role("button", name="Ambil jawaban dari berkas").click()

    def test_peramban_tanpa_penyimpanan_mengatakannya_dan_mengirim_biasa(self) -> None:
        with self.ponsel() as konteks:
            konteks.add_init_script(
                "IDBFactory.prototype.open = () => { throw new DOMException('', 'SecurityError'); }"
            )
            page = konteks.new_page()
            page.goto(self.alamat)
            page.get_by_text("Peramban ini tidak dapat menyimpan jawaban").wait_for()
            self.isi(page)
            self.kirim(page)
            self.sampai(page)
            page.goto("/survei/luring/")
            page.get_by_text("Peramban ini tidak dapat menyimpan jawaban").wait_for()
        assert Respons.objects.count() == 1

    def test_soal_terlewat_diberitahu_tanpa_sinyal(self) -> None:
        with self.ponsel() as konteks:
            page = konteks.new_page()
            self.buka(page)
            self.proksi.putuskan()
            self.isi(page)
            page.locator("input[name=U4]:checked").evaluate("e => e.checked = false")
            self.kirim(page)
            ringkas = page.locator("[role=alert]")
            assert "Lengkapi 1 isian" in ringkas.inner_text()
            assert page.evaluate("document.activeElement.getAttribute('role')") == "alert"
            assert page.title().startswith("Galat: ")
            ringkas.get_by_role("link").click()
            assert page.url.endswith("#U4")
            page.check("input[name=U4][value='tidak']")
            self.kirim(page)
            self.belum(page)
            assert page.locator("[role=alert]").count() == 0

    # --- the office

    def test_formulir_berganti_versi_sementara_itu(self) -> None:
        with self.ponsel() as konteks:
            page = konteks.new_page()
            self.buka(page)
            self.proksi.putuskan()
            page.goto(self.alamat)
            self.isi(page)
            page.check("input[name=U8][value='1']")
            self.kirim(page)
            self.belum(page)
            self._versi_dua()
            self.proksi.sambungkan()
            self.sekarang(page)
            self.sampai(page)
            satu = Respons.objects.get()
            assert (satu.versi_formulir, satu.jawaban["sarana"], satu.jawaban["pengaduan"]) == ("skm-v1", 1, 3)
            # A version that was not in force that day: said plainly, and kept.
            self.proksi.putuskan()
            page.goto(self.alamat)
            self.isi(page)
            self.kirim(page)
            self.belum(page)
            Instrumen.objects.filter(kode="skm", versi=1).update(selesai=date(2026, 9, 1))
            self.proksi.sambungkan()
            self.sekarang(page)
            page.get_by_role("heading", name="Jawaban Anda perlu dilihat").wait_for()
            page.get_by_text("Pertanyaannya sudah diganti.").wait_for()
            page.get_by_role("link", name="Lihat jawaban di perangkat ini").click()
            page.get_by_role("heading", name="Jawaban yang perlu dilihat (1)").wait_for()
            page.reload()
            page.get_by_role("heading", name="Jawaban yang perlu dilihat (1)").wait_for()
        assert Respons.objects.count() == 1

    def _versi_dua(self) -> None:
        """A version in which U8 and U9 have changed places."""
        lama = self.survei.instrumen
        baru = Instrumen.objects.create(kode="skm", versi=2, nama=lama.nama, pita=lama.pita, mulai=date(2026, 9, 1))
        for satu in lama.pertanyaan.prefetch_related("pilihan"):
            nomor = {"U8": "U9", "U9": "U8"}.get(satu.nomor, satu.nomor)
            salinan = Pertanyaan.objects.create(
                instrumen=baru, kode_unsur=satu.kode_unsur, nomor=nomor, urutan=int(nomor[1:]), teks=satu.teks
            )
            for pilihan in satu.pilihan.all():
                salinan.pilihan.create(nilai=pilihan.nilai, label=pilihan.label)
        Survei.objects.filter(pk=self.survei.pk).update(instrumen=baru)
        self._lupakan_ingatan()

    def _lupakan_ingatan(self) -> None:
        """What the server remembers of a form for ten seconds."""
        from survei.views import publik

        publik._ingatan.clear()

    def test_ditolak_sesudah_masa_simpan_dikatakan_dan_tetap_dapat_disalin(self) -> None:
        with self.ponsel() as konteks:
            page = konteks.new_page()
            self.buka(page)
            self.isi(page)
            self.proksi.putuskan()
            self.kirim(page)
            self.belum(page)
            # What a survey counted is deleted in time; from then on nothing is added to it.
            with pada(SAAT + timedelta(hours=1)):
                proses.tutup(survei=self.survei, oleh=pabrik.buat_pengguna(pengelola=True))
            status = StatusSurvei.DIKUNCI.value
            Survei.objects.filter(pk=self.survei.pk).update(status=status, jawaban_dihapus_pada=SAAT)
            self._lupakan_ingatan()
            self.proksi.sambungkan()
            self.sekarang(page)
            page.get_by_role("heading", name="Jawaban Anda perlu dilihat").wait_for()
            page.get_by_text("Kantor tidak menyimpan jawaban ini.").wait_for()
            page.get_by_text("Jawaban masih tersimpan di perangkat ini.").wait_for()
            page.get_by_role("link", name="Lihat jawaban di perangkat ini").click()
            page.get_by_text("Perlu dilihat", exact=True).wait_for()
            page.get_by_text("Salin jawaban ke berkas").click()
            assert page.get_by_role("button", name="Simpan jawaban ke berkas").is_visible()
            # Only its owner lets it go, in two steps.
            page.get_by_text("Hapus jawaban ini", exact=True).click()
            page.get_by_role("button", name="Hapus jawaban ini dari perangkat").click()
            page.get_by_text("Tidak ada jawaban yang menunggu.").wait_for()
        assert not Respons.objects.exists()

    def test_tiba_sesudah_dikunci_disimpan_sebagai_terlambat_lalu_disertakan(self) -> None:
        """The device lets it go, the citizen is told, and two people and one decision later it is counted."""
        pengelola, kedua = (pabrik.buat_pengguna(pengelola=True) for _ in range(2))
        with self.ponsel() as konteks:
            page = konteks.new_page()
            self.buka(page)
            self.isi(page)
            self.proksi.putuskan()
            self.kirim(page)
            self.belum(page)
            # The clock of the office stands; the form was filled in before the closing.
            with pada(SAAT + timedelta(hours=1)):
                proses.tutup(survei=self.survei, oleh=pengelola)
            assert proses.kunci(survei=self.survei, oleh=pengelola).n == 0
            self._lupakan_ingatan()
            self.proksi.sambungkan()
            self.sekarang(page)
            kode = self.sampai(page)
            page.get_by_text("Jawaban terlambat hanya dihitung bila survei dibuka kembali").wait_for()
            assert "sebelum survei dikunci" not in page.locator("main").inner_text()
            page.reload()
            page.get_by_text("Tidak ada jawaban yang menunggu.").wait_for()
            page.get_by_text(kode).wait_for()
            page.get_by_text("Terlambat: hanya dihitung bila survei dibuka kembali.").wait_for()
        assert Respons.objects.terlambat().count() == 1
        permintaan = minta_buka(survei=self.survei, alasan="Ada jawaban terlambat.", oleh=pengelola)
        setujui_buka(permintaan=permintaan, oleh=kedua)
        sertakan_terlambat(permintaan=permintaan, alasan="Sinyal putus pada hari terakhir.", oleh=pengelola)
        assert proses.kunci(survei=self.survei, oleh=pengelola).n == 1

    # --- the worker

    def test_hanya_formulir_umum_yang_disimpan_juga_bila_seseorang_masuk(self) -> None:
        pengguna = pabrik.buat_pengguna(nama="Orang Dalam")
        self.client.force_login(pengguna)
        with self.ponsel() as konteks:
            kue = self.client.cookies["sessionid"].value
            konteks.add_cookies([{"name": "sessionid", "value": kue, "url": self.proksi.alamat}])
            page = konteks.new_page()
            self.buka(page, f"{self.alamat}?layanan={self.survei.layanan.get().kode}")
            for lain in ("/", "/survei/", "/hasil/", "/akun/", self.alamat):
                page.goto(lain)
            simpanan = page.evaluate(SIMPANAN)
            page.context.set_offline(True)
            with pytest.raises(Exception, match="ERR_INTERNET_DISCONNECTED"):
                page.goto("/akun/")
        formulir = [satu for satu in simpanan if satu.startswith("/survei/")]
        assert formulir == [
            self.alamat,
            f"{self.alamat}?layanan={self.survei.layanan.get().kode}",
            "/survei/luring/",
        ]
        assert all(satu.startswith("/static/") for satu in simpanan if satu not in formulir)

    def test_pembaruan_tidak_merusak_formulir_yang_setengah_terisi(self) -> None:
        with self.ponsel() as konteks:
            page = konteks.new_page()
            self.buka(page)
            self.isi(page)
            lama = page.evaluate("caches.keys()")
            with mock.patch("survei.views.luring.versi", return_value="baru"):
                page.evaluate("navigator.serviceWorker.ready.then(r => r.update())")
                self.tunggu(lambda: page.evaluate("caches.keys()") == ["survei-baru"], "Simpanan lama dibuang")
                assert lama != ["survei-baru"]
                assert self.alamat in page.evaluate(SIMPANAN), "formulir yang tersimpan ikut pindah"
                self.proksi.putuskan()
                self.kirim(page)
                self.belum(page)
                lain = konteks.new_page()
                lain.goto(self.alamat)
                self.isi(lain, 4)
                self.kirim(lain)
                self.belum(lain, 2)
                self.proksi.sambungkan()
                self.sekarang(lain)
                self.sampai(lain)
                self.sampai(page)
        assert Respons.objects.count() == 2

    def test_pembaruan_yang_terputus_meninggalkan_yang_lama(self) -> None:
        with self.ponsel() as konteks:
            page = konteks.new_page()
            self.buka(page)
            lama = page.evaluate("caches.keys()")
            with (
                mock.patch("survei.views.publik._bentuk", side_effect=RuntimeError),
                mock.patch("survei.views.luring.versi", return_value="baru"),
            ):
                page.evaluate("navigator.serviceWorker.ready.then(r => r.update()).catch(() => null)")
                page.wait_for_timeout(1500)
            self.proksi.putuskan()
            page.goto(self.alamat)
            self.isi(page)
            assert lama[0] in page.evaluate("caches.keys()")
            self.proksi.sambungkan()
            self.kirim(page)
            self.sampai(page)
