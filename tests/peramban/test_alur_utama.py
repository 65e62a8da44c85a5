"""The ways through the product that must not break, in a real browser."""

from __future__ import annotations

import re
from datetime import datetime
from decimal import Decimal
from typing import Any

import pytest
from django.urls import reverse

from kinerja.models import Evaluasi, Realisasi
from rakumpit.organisasi.models import Pengguna
from rakumpit.waktu import WIB
from survei.models import Respons, Survei
from tests import pabrik
from tests.kinerja.kantor import Kantor, akun, buat_kantor
from tests.peramban.dasar import FOKUS_TERLIHAT, MEJA, UjiPeramban

pytestmark = pytest.mark.peramban

KODE = re.compile(r"[A-Z2-9]{4}-[A-Z2-9]{4}")


class WargaTest(UjiPeramban):
    """A citizen on a phone, without JavaScript."""

    survei: Survei

    def setUp(self) -> None:
        super().setUp()
        unit = pabrik.buat_unit(nama="Kelurahan Mungku Baru")
        layanan = [pabrik.buat_layanan(unit, nama=nama) for nama in ("Surat pengantar", "Surat keterangan usaha")]
        self.survei = pabrik.buat_survei(unit, layanan=layanan)

    def isi(self, page: Any, nilai: int, *, kecuali: str = "") -> None:
        for nomor in range(1, 10):
            if f"U{nomor}" != kecuali:
                page.check(f"input[name=U{nomor}][value='{nilai}']")

    def buka(self, page: Any) -> None:
        page.goto("/survei/")
        page.get_by_role("link", name=self.survei.judul).click()
        page.get_by_label("Surat keterangan usaha").check()

    def kirim(self, page: Any, tombol: str = "Kirim jawaban") -> None:
        page.get_by_role("button", name=tombol).click()

    def kode(self, page: Any) -> str:
        teks: str = page.locator(".kode").inner_text()
        assert KODE.fullmatch(teks)
        return teks

    def test_tanpa_javascript_soal_terlewat_lalu_lengkap(self):
        with self.halaman(skrip=False) as page:
            self.buka(page)
            self.isi(page, 3, kecuali="U5")
            page.fill("#saran", "Loket buka lebih pagi.\nTerima kasih.")
            page.locator("summary").click()
            page.select_option("#usia", index=2)
            self.kirim(page)
            ringkasan = page.locator("[role=alert]")
            assert "Ada masalah" in ringkasan.inner_text()
            assert "Lengkapi 1 isian" in ringkasan.inner_text()
            assert page.title().startswith("Galat: ")
            assert page.evaluate("document.activeElement.getAttribute('role')") == "alert"
            assert page.locator("#U5 .galat").inner_text() in ringkasan.inner_text()
            assert page.locator("[name^=U]:checked").count() == 8
            assert page.input_value("#saran") == "Loket buka lebih pagi.\nTerima kasih."
            assert page.locator("#usia").evaluate("e => e.selectedIndex") == 2
            assert page.get_by_label("Surat keterangan usaha").is_checked()
            assert not Respons.objects.exists()
            ringkasan.get_by_role("link").click()
            assert page.url.endswith("#U5")
            page.check("input[name=U5][value='tidak']")
            self.kirim(page)
            self.kode(page)
        satu = Respons.objects.get()
        assert (satu.layanan.nama, satu.saran) == ("Surat keterangan usaha", "Loket buka lebih pagi.\nTerima kasih.")
        assert sorted(str(nilai) for nilai in satu.jawaban.values()) == ["3"] * 8 + ["None"]

    def test_kembali_memberi_formulir_kosong_dengan_kode_baru(self):
        """C30: nothing is left on the page that could be sent twice, and the next person starts with an empty form."""
        with self.halaman(skrip=False) as page:
            self.buka(page)
            semula = page.input_value("[name=submission_id]")
            self.isi(page, 4)
            page.fill("#saran", "Hanya untuk kantor.")
            self.kirim(page)
            self.kode(page)
            page.go_back()
            assert page.locator("input[type=radio]:checked").count() == 0
            assert page.input_value("#saran") == ""
            assert page.input_value("[name=submission_id]") != semula
        assert Respons.objects.count() == 1

    def test_muat_ulang_halaman_terima_kasih_tidak_mengirim_lagi(self):
        with self.halaman(skrip=False) as page:
            self.buka(page)
            self.isi(page, 4)
            self.kirim(page)
            pertama = self.kode(page)
            page.reload()
            assert self.kode(page) == pertama
        assert Respons.objects.count() == 1

    def test_halaman_lama_yang_tersimpan_perangkat_tidak_menghilangkan_isian_kedua(self):
        """A phone that kept the old page all the same: its id is taken, the new answers get one of their own."""
        with self.halaman(skrip=False) as page:
            self.buka(page)
            lama = page.input_value("[name=submission_id]")
            self.isi(page, 4)
            self.kirim(page)
            pertama = self.kode(page)
            self.buka(page)
            page.evaluate("kode => document.querySelector('[name=submission_id]').value = kode", lama)
            self.isi(page, 2)
            self.kirim(page)
            assert "isian orang lain" in page.locator("[role=alert]").inner_text()
            assert Respons.objects.count() == 1
            self.kirim(page, "Kirim sebagai isian baru")
            assert self.kode(page) != pertama
        semua = [set(satu.jawaban.values()) for satu in Respons.objects.order_by("pk")]
        assert sorted(semua, key=str) == [{2}, {4}]

    def test_isi_untuk_orang_lain_memberi_formulir_kosong_dan_baris_kedua(self):
        with self.halaman(skrip=False) as page:
            self.buka(page)
            self.isi(page, 3)
            self.kirim(page)
            page.get_by_role("link", name="Isi untuk orang lain").click()
            assert page.locator("input[type=radio]:checked").count() == 0
            page.get_by_label("Surat pengantar").check()
            self.isi(page, 3)
            self.kirim(page)
            self.kode(page)
        assert Respons.objects.count() == 2

    def ketuk(self, page: Any, alamat: str) -> int:
        """Fill the whole form by touch alone, from the open page to the thanks; the number of taps."""
        page.goto(alamat)
        ketukan = 0
        for kelompok in page.locator("fieldset:has([type=radio])").all():
            kelompok.locator("label").nth(1).tap()
            ketukan += 1
        page.get_by_role("button", name="Kirim jawaban").tap()
        self.kode(page)
        return ketukan + 1

    def test_paling_banyak_11_ketukan_tanpa_papan_ketik(self):
        """Ten taps where the link or the survey leaves no service to choose, else eleven."""
        satu = pabrik.buat_survei(self.survei.unit, layanan=[self.survei.layanan.all()[0]])
        alamat = f"/survei/{self.survei.uuid}/"
        with self.halaman(skrip=False, sentuh=True) as page:
            kode = self.survei.layanan.all()[1].kode
            ketukan = [self.ketuk(page, satu) for satu in (alamat, f"{alamat}?layanan={kode}", f"/survei/{satu.uuid}/")]
        assert ketukan == [11, 10, 10]
        assert Respons.objects.count() == 3

    def test_hanya_papan_ketik_dengan_fokus_tampak(self):
        with self.halaman(layar={"width": 360, "height": 640}) as page:
            page.goto(f"/survei/{self.survei.uuid}/")
            page.keyboard.press("Tab")
            assert page.evaluate("document.activeElement.textContent") == "Langsung ke isi"
            page.keyboard.press("Enter")
            galat = []
            for _ in range(25):
                page.keyboard.press("Tab")
                galat += [satu] if (satu := page.evaluate(FOKUS_TERLIHAT)) else []
                jenis = page.evaluate("document.activeElement.type || document.activeElement.localName")
                if jenis == "radio":
                    page.keyboard.press("Space")
                elif jenis == "textarea":
                    page.keyboard.type("Diisi tanpa tetikus.")
                elif jenis == "submit":
                    page.keyboard.press("Enter")
                    break
            self.kode(page)
            assert galat == []
        satu = Respons.objects.get()
        assert satu.saran == "Diisi tanpa tetikus."
        assert len(satu.jawaban) == 9


class PegawaiTest(UjiPeramban):
    """Staff and their superior, on the day after the period."""

    saat = datetime(2026, 10, 1, 9, 0, tzinfo=WIB)

    kantor: Kantor

    def setUp(self) -> None:
        super().setUp()
        self.kantor = buat_kantor()
        self.kantor.hitung()
        self.staf = akun(self.kantor.staf[0])
        self.kasi = akun(self.kantor.kasi)

    def masuk(self, page: Any, pengguna: Pengguna) -> None:
        nip = pengguna.nip or ""
        page.fill("[name=login]", f"{nip[:8]} {nip[8:14]} {nip[14]} {nip[15:]}")
        page.fill("[name=password]", pabrik.SANDI)
        page.locator("main").get_by_role("button", name="Masuk").click()
        page.wait_for_url(lambda alamat: "/masuk/" not in alamat)

    def evaluasi(self) -> Evaluasi:
        return self.kantor.evaluasi(self.kantor.staf[0])

    def test_masuk_dengan_nip_berspasi_lalu_membaca_asal_setiap_angka(self):
        with self.halaman() as page:
            page.goto("/")
            page.get_by_role("link", name="Masuk").click()
            self.masuk(page, self.staf)
            page.get_by_role("navigation", name="Menu bawah").get_by_role("link", name="Kinerja").click()
            assert page.locator("h1").inner_text().startswith("Kinerja saya, Triwulan III")
            asal = page.locator("[aria-labelledby=mengapa] details.turunan")
            assert asal.count() == 1
            assert not asal.locator(".rinci").is_visible()
            asal.locator("summary").click()
            isi = asal.inner_text()
            assert asal.locator(".rumus").is_visible()
            for angka in ("95", "100"):
                assert angka in isi
            assert "95 ÷ 100 × 100 = 95" in isi
            assert self.evaluasi().nilai_hasil == 95

    def test_atasan_menilai_dengan_alasan_sampai_ditetapkan(self):
        with self.halaman(self.kasi, layar=MEJA) as page:
            page.goto("/kinerja/tim/")
            page.get_by_role("link", name=self.kantor.staf[0].nama, exact=True).click()
            page.get_by_role("button", name="Simpan perilaku dan hitung ulang usulan").click()
            page.select_option("[name=rating_hasil]", "di_atas")
            page.get_by_role("button", name="Simpan penilaian").click()
            galat = page.locator("#keputusan ~ form .isian-galat, #keputusan ~ form [role=alert]")
            assert "alasan" in " ".join(galat.all_inner_texts()).lower()
            assert page.input_value("[name=rating_hasil]") == "di_atas"
            assert page.input_value("[name=rating_perilaku]") == "sesuai"
            assert self.evaluasi().status == "menunggu"
            page.fill("[name=alasan]", "Menyelesaikan arsip dua tahun.")
            page.get_by_role("button", name="Simpan penilaian").click()
            page.wait_for_load_state()
            assert self.evaluasi().status == "diputus"
            page.goto(reverse("kinerja:nilai", args=[self.evaluasi().uuid]))
            page.get_by_role("link", name="Tetapkan").click()
            page.get_by_role("button", name="Tetapkan").click()
            page.wait_for_load_state()
            baris = self.evaluasi()
            assert (baris.status, baris.rating_hasil, baris.alasan) == (
                "ditetapkan",
                "di_atas",
                "Menyelesaikan arsip dua tahun.",
            )
            page.goto(reverse("kinerja:nilai", args=[baris.uuid]))
            assert "tidak dapat diubah lagi" in page.locator("main").inner_text()
            assert page.locator("main form, main button, main textarea").count() == 0

    def test_teks_2000_huruf_kembali_setelah_sesi_hilang(self):
        teks = ("Melayani loket, mencatat permohonan, menyusun arsip. " * 40)[:2000].strip()
        indikator = self.kantor.indikator[self.kantor.staf[0].pk]
        alamat = reverse("kinerja:realisasi", args=[indikator.uuid, self.kantor.periode.kode])
        with self.halaman(self.staf) as page:
            page.goto(alamat)
            page.fill("[name=nilai]", "171,5")
            page.fill("[name=catatan]", teks)
            page.context.clear_cookies(name="sessionid")
            page.get_by_role("button", name="Simpan realisasi").click()
            page.wait_for_url("**/masuk/**")
            assert "isian Anda menunggu" in page.locator("main").inner_text()
            self.masuk(page, self.staf)
            assert page.url.endswith(alamat)
            assert page.input_value("[name=catatan]") == teks
            assert page.input_value("[name=nilai]") == "171,5"
            assert Realisasi.objects.get(indikator=indikator).catatan == ""
            page.get_by_role("button", name="Simpan realisasi").click()
            page.wait_for_url("**tersimpan=1")
        baris = Realisasi.objects.get(indikator=indikator)
        assert (baris.catatan, baris.nilai) == (teks, Decimal("171.5"))

    def test_masuk_hanya_dengan_papan_ketik(self):
        nip = self.staf.nip or ""
        with self.halaman(layar=MEJA) as page:
            page.goto("/masuk/")
            galat = []
            for _ in range(10):
                page.keyboard.press("Tab")
                galat += [satu] if (satu := page.evaluate(FOKUS_TERLIHAT)) else []
                if page.evaluate("document.activeElement.name") == "login":
                    break
            page.keyboard.type(f"{nip[:8]} {nip[8:14]} {nip[14]} {nip[15:]}")
            page.keyboard.press("Tab")
            page.keyboard.type(pabrik.SANDI)
            page.keyboard.press("Enter")
            page.wait_for_url(self.live_server_url + "/")
            assert page.locator("h1").inner_text().endswith(self.staf.pegawai.nama)
            assert galat == []

    def test_pembanding_fokus_yang_dihapus_ketahuan(self):
        with self.halaman(layar=MEJA) as page:
            page.goto("/masuk/")
            page.locator("[name=login]").focus()
            page.evaluate("document.activeElement.style.outline = 'none'")
            assert "fokus tidak tampak" in page.evaluate(FOKUS_TERLIHAT)
