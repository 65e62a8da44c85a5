"""The staff search: what each role finds, and that nothing is found which the reader may not open."""

from __future__ import annotations

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from rakumpit.bacaan import baca
from rakumpit.beranda import PENYEDIA
from rakumpit.organisasi.models import Pegawai
from tests import pabrik
from tests.dasar import ADMIN_TEKNIS, ANONIM, ATASAN, PEGAWAI, PEMERIKSA, PENGELOLA, REKAN, UjiKantor


class CariTest(UjiKantor):
    def temukan(self, peran: str, kata: str) -> dict[str, list[tuple[str, str]]]:
        respons = self.klien(peran).get(reverse("cari"), {"q": kata})
        self.assertEqual(respons.status_code, 200)
        return {satu.jenis: [(t.judul, t.tautan) for t in satu.temuan] for satu in respons.context["kelompok"]}

    def nama(self, peran: str) -> str:
        return str(Pegawai.objects.get(pengguna=self.k.orang[peran]).nama)

    def test_perlu_masuk(self) -> None:
        respons = self.klien(ANONIM).get(reverse("cari"), {"q": "siapa"})
        self.assertEqual(respons.status_code, 302)

    def test_atasan_menemukan_bawahannya_dan_rekan_tidak_menemukan_skp_orang_lain(self) -> None:
        nama = self.nama(PEGAWAI)
        milik_atasan = self.temukan(ATASAN, nama)
        self.assertTrue(any(nama in judul for judul, _ in milik_atasan["SKP"]))
        milik_rekan = self.temukan(REKAN, nama)
        self.assertNotIn("SKP", milik_rekan)
        self.assertNotIn("Evaluasi", milik_rekan)

    def test_setiap_temuan_dapat_dibuka_oleh_yang_menemukannya(self) -> None:
        dibuka = 0
        for peran in (PEGAWAI, REKAN, ATASAN, PENGELOLA, PEMERIKSA, ADMIN_TEKNIS):
            for kata in (self.nama(PEGAWAI)[:4], "sur", "kinerja"):
                for jenis, daftar in self.temukan(peran, kata).items():
                    for judul, tautan in daftar:
                        if tautan:
                            dibuka += 1
                            status = self.klien(peran).get(tautan, follow=True).status_code
                            self.assertEqual(status, 200, f"{peran}: {jenis} {judul} {tautan}")
        self.assertGreater(dibuka, 20)

    def test_nip_tidak_tinggal_di_alamat(self) -> None:
        respons = self.klien(PENGELOLA).get(reverse("cari"), {"q": "198505052010011904"}, follow=True)
        self.assertEqual(respons.request["QUERY_STRING"], "")
        self.assertContains(respons, "Cari pegawai dengan nama")

    def test_satu_huruf_belum_dicari(self) -> None:
        respons = self.klien(PENGELOLA).get(reverse("cari"), {"q": "a"})
        self.assertEqual(respons.context["kelompok"], [])

    def test_tanda_pola_dibaca_sebagai_huruf(self) -> None:
        self.assertEqual(self.temukan(PENGELOLA, "%%"), {})

    def test_paling_banyak_delapan_lalu_tautan_ke_sisanya(self) -> None:
        for nomor in range(12):
            pabrik.buat_pegawai(nama=f"Zulkarnaen {nomor}")
        respons = self.klien(PENGELOLA).get(reverse("cari"), {"q": "zulkarnaen"})
        (kelompok,) = respons.context["kelompok"]
        self.assertEqual(len(kelompok.temuan), 8)
        lebih = self.klien(PENGELOLA).get(kelompok.lagi)
        self.assertEqual(len(lebih.context["kelompok"][0].temuan), 12)

    def test_jumlah_perintah_basis_data_tetap(self) -> None:
        def hitung() -> int:
            with CaptureQueriesContext(
                connection,
            ) as catatan:
                for penyedia in PENYEDIA:
                    baca(penyedia.cari(self.k.orang[PENGELOLA], "zulkarnaen", batas=100))
            return len(catatan)

        pabrik.buat_pegawai(nama="Zulkarnaen 0")
        sedikit = hitung()
        for nomor in range(1, 30):
            pabrik.buat_pegawai(nama=f"Zulkarnaen {nomor}")
        self.assertEqual(hitung(), sedikit)
