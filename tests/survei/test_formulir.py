"""Forms of staff whose session had ended: what was typed waits behind the sign-in, and a GET saves nothing."""

from __future__ import annotations

from typing import Any

from survei.enums.standar import KOMPONEN_PENYAMPAIAN
from survei.models import Instrumen, PermintaanBuka, StandarPelayanan, TindakLanjut
from survei.proses import penyusun
from tests.survei.isi_penyusun import susun_bebas
from tests.survei.test_laporan import UjiLaporan

PANJANG = "Warga menunggu dua jam pada hari pasar, karena hanya satu loket yang buka."


class SesiBerakhirTests(UjiLaporan):
    def setUp(self) -> None:
        super().setUp()
        self.isi(12)
        self.kunci(terbit=True)
        self.draf = susun_bebas(self.pengelola, terbit=False)

    def formulir(self) -> dict[str, tuple[dict[str, Any], Any]]:
        """Address → what is typed, and the rows that it makes."""
        kelola, instrumen = f"/survei/kelola/{self.survei.uuid}/", f"/survei/kelola/instrumen/{self.draf.uuid}/"
        jabatan = self.lurah.pegawai.penugasan.get().jabatan
        rencana = {
            "kode": "5d0b8a52-6f0e-4c1e-9a5e-0d6a2b7c9e11",
            "masalah": PANJANG,
            "akar": "Satu loket.",
            "tindakan": "Dua loket.",
            "penanggung_jawab": str(jabatan.uuid),
            "batas": "15 Desember 2026",
        }
        standar = dict.fromkeys(KOMPONEN_PENYAMPAIAN, "Tertulis") | {"persyaratan": PANJANG, "mulai": "1 Oktober 2026"}
        return {
            f"{kelola}tindak-lanjut/waktu/": (rencana, TindakLanjut.objects),
            f"{kelola}buka-kembali/": ({"alasan": PANJANG}, PermintaanBuka.objects),
            "/survei/kelola/instrumen/buat/": (
                {"nama": "Survei pasar", "judul_formulir": PANJANG, "kiriman": "0a1f7f5e-3c77-4f0b-8f6a-5f3f0b3f3f10"},
                Instrumen.objects.filter(nama="Survei pasar"),
            ),
            f"{instrumen}tambah/teks/": ({"teks": PANJANG}, self.draf.pertanyaan.filter(teks=PANJANG)),
            f"{instrumen}bahasa/banjar/": ({"t0": PANJANG}, self.draf.terjemahan.filter(bahasa="banjar")),
            f"/layanan/kelola/{self.layanan.uuid}/": (standar, StandarPelayanan.objects),
        }

    def test_tulisan_menunggu_di_balik_halaman_masuk(self) -> None:
        for alamat, (isi, baris) in self.formulir().items():
            with self.subTest(alamat):
                self.client.logout()
                assert self.client.post(alamat, isi)["Location"].startswith("/masuk/")
                self.client.force_login(self.pengelola)
                halaman = self.client.get(alamat)
                self.assertContains(halaman, PANJANG)
                assert not baris.exists(), "membuka halaman tidak menyimpan apa pun"
                assert self.client.post(alamat, isi).status_code == 302
                assert baris.count() == 1
                assert self.client.session.get("isian_tertahan", {}) == {}

    def test_yang_ditolak_kembali_dengan_tulisannya(self) -> None:
        """Refused by the rules, not by the form: 409, and nothing typed is lost."""
        self.client.force_login(self.pengelola)
        alamat = f"/survei/kelola/instrumen/{self.draf.uuid}/tambah/teks/"
        while self.draf.pertanyaan.count() < penyusun.PERTANYAAN_TERBANYAK:
            self.client.post(alamat, {"teks": "Apa lagi?"})
        halaman = self.client.post(alamat, {"teks": PANJANG})
        self.assertContains(halaman, "Paling banyak 60 pertanyaan", status_code=409)
        self.assertContains(halaman, PANJANG, status_code=409)
