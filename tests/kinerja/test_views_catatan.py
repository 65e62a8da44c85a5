"""Pages of daily notes: today by default, once per number, JSON for the device, filters, the sum at the realisasi."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import uuid4

from django.test import TestCase
from django.urls import reverse

from kinerja.models import Bukti, CatatanHarian, Indikator, Realisasi
from kinerja.proses.catatan import IsiCatatan, tulis_catatan
from rakumpit.organisasi.models import Pegawai
from tests.kinerja.berkas import png, unggahan
from tests.kinerja.kantor import Kantor, akun, buat_kantor
from tests.survei.dasar import SAAT, pada

SKRIP = {"Accept": "application/json"}


class CatatanViewTests(TestCase):
    kantor: Kantor
    staf: Pegawai
    indikator: Indikator

    @classmethod
    def setUpTestData(cls) -> None:
        cls.kantor = buat_kantor()
        cls.staf = cls.kantor.staf[0]
        cls.indikator = cls.kantor.indikator[cls.staf.pk]

    def setUp(self) -> None:
        beku = pada(SAAT)
        beku.__enter__()
        self.addCleanup(beku.__exit__, None, None, None)
        self.client.force_login(akun(self.staf))
        self.alamat = reverse("kinerja:catatan")

    def isian(self, **ubah: Any) -> dict[str, Any]:
        awal = {"kiriman_id": str(uuid4()), "tanggal": "2026-09-15", "uraian": "Melayani warga.", "hasil": ""}
        return awal | {"indikator": ""} | ubah

    def tulis(self, hari: int = 14, **ubah: Any) -> CatatanHarian:
        isi: dict[str, Any] = {"tanggal": date(2026, 9, hari), "uraian": f"Pekerjaan hari {hari}."} | ubah
        return tulis_catatan(pegawai=self.staf, oleh=akun(self.staf), kiriman_id=uuid4(), isi=IsiCatatan(**isi))

    def test_hari_ini_menjadi_bawaan_dan_catatan_tampil_menurut_hari(self) -> None:
        self.assertContains(self.client.get(self.alamat), 'value="2026-09-15"')
        jawab = self.client.post(
            self.alamat, self.isian(tanggal="2026-09-14", indikator=str(self.indikator.uuid), hasil="23")
        )
        self.assertRedirects(jawab, f"{self.alamat}?tersimpan=1")
        halaman = self.client.get(self.alamat)
        self.assertContains(halaman, "Senin, 14 September 2026")
        self.assertContains(halaman, "Melayani warga.")
        self.assertContains(halaman, "<strong>23</strong>", html=False)

    def test_kiriman_ganda_satu_baris(self) -> None:
        isi = self.isian()
        assert [self.client.post(self.alamat, isi).status_code for _ in range(2)] == [302, 302]
        assert self.client.post(self.alamat, isi, headers=SKRIP).json() == {"terkirim": True, "ditolak": []}
        assert CatatanHarian.objects.count() == 1

    def test_nomor_yang_dipakai_isi_lain_409_lalu_tersimpan_sebagai_catatan_baru(self) -> None:
        isi = self.isian()
        self.client.post(self.alamat, isi)
        jawab = self.client.post(self.alamat, isi | {"uraian": "Kalimat kedua."})
        self.assertContains(jawab, "Kalimat kedua.", status_code=409)
        baru = jawab.context["form"]["kiriman_id"].value()
        assert baru != isi["kiriman_id"]
        assert self.client.post(self.alamat, isi | {"uraian": "Kalimat kedua.", "kiriman_id": baru}).status_code == 302
        assert CatatanHarian.objects.count() == 2

    def test_galat_422_dan_ketikan_tetap(self) -> None:
        jawab = self.client.post(self.alamat, self.isian(uraian="", hasil="12"))
        self.assertContains(jawab, "Tulis satu kalimat", status_code=422)
        self.assertContains(jawab, "Pilih indikator untuk angka ini", status_code=422)
        self.assertContains(jawab, 'value="12"', status_code=422)
        jawab = self.client.post(self.alamat, self.isian(uraian=""), headers=SKRIP)
        assert (jawab.status_code, jawab.json()["terkirim"]) == (422, False)

    def test_penolakan_untuk_perangkat_409_dan_410(self) -> None:
        jawab = self.client.post(self.alamat, self.isian(tanggal="2026-09-16"), headers=SKRIP)
        assert (jawab.status_code, jawab.json()) == (
            409,
            {"terkirim": False, "ditolak": ["Tanggal pekerjaan belum tiba."]},
        )
        isi = self.isian()
        self.client.post(self.alamat, isi)
        satu = CatatanHarian.objects.get()
        self.client.post(reverse("kinerja:catatan_batalkan", args=[satu.uuid]), {"alasan": "Salah hari."})
        jawab = self.client.post(self.alamat, isi, headers=SKRIP)
        assert (jawab.status_code, jawab.json()["terkirim"]) == (410, False)
        self.assertContains(self.client.get(self.alamat), "Salah hari.")

    def test_foto_ikut_tersimpan_dan_yang_ditolak_disebut(self) -> None:
        isi = self.isian(foto=[unggahan("loket.png", png()), unggahan("x.svg", b"<svg/>")])
        halaman = self.client.post(self.alamat, isi, follow=True)
        self.assertContains(halaman, "x.svg: jenis berkas ini tidak diterima")
        self.assertContains(halaman, "loket.png")
        foto = Bukti.objects.get()
        alamat = reverse("kinerja:bukti_batalkan", args=[foto.uuid])
        self.assertRedirects(self.client.post(alamat, {"alasan": "Buram."}), self.alamat)
        self.assertNotContains(self.client.get(self.alamat), "loket.png")

    def test_ubah_dan_versi_lama(self) -> None:
        satu = self.tulis()
        alamat = reverse("kinerja:catatan_ubah", args=[satu.uuid])
        isi = {"tanggal": "2026-09-14", "uraian": "Diubah.", "indikator": "", "hasil": "", "versi": "1"}
        self.assertRedirects(self.client.post(alamat, isi), self.alamat)
        jawab = self.client.post(alamat, isi | {"uraian": "Dari tab lain."})
        self.assertContains(jawab, "sudah diubah oleh", status_code=409)
        self.assertContains(jawab, "Dari tab lain.", status_code=409)
        self.assertContains(jawab, 'name="versi" value="2"', status_code=409)

    def test_saring_bulan_kata_dan_indikator(self) -> None:
        self.tulis(uraian="Rapat 100% hadir.")
        self.tulis(uraian="Melayani loket.", tanggal=date(2026, 8, 3), indikator=self.indikator)
        for kueri, ada in (
            ("", {"Rapat", "Melayani"}),
            ("?bulan=2026-08", {"Melayani"}),
            ("?bulan=2026-13", {"Rapat", "Melayani"}),
            ("?kata=100%25", {"Rapat"}),
            ("?kata=_", set()),
            (f"?indikator={self.indikator.uuid}", {"Melayani"}),
        ):
            with self.subTest(kueri):
                isi = self.client.get(self.alamat + kueri).content.decode()
                assert {kata for kata in ("Rapat", "Melayani") if f"{kata} " in isi.split("Catatan Anda")[1]} == ada
        assert self.client.get(f"{self.alamat}?indikator=salah").status_code == 404
        lain = self.kantor.indikator[self.kantor.staf[1].pk]
        assert self.client.get(f"{self.alamat}?indikator={lain.uuid}").status_code == 404

    def test_atasan_membaca_rekan_tidak(self) -> None:
        self.tulis(uraian="Rapat mingguan.")
        alamat = reverse("kinerja:catatan_orang", args=[self.staf.uuid])
        for orang, status in ((akun(self.kantor.kasi), 200), (akun(self.kantor.staf[1]), 404)):
            self.client.force_login(orang)
            assert self.client.get(alamat).status_code == status
        self.client.force_login(self.kantor.pengelola)
        halaman = self.client.get(alamat)
        self.assertContains(halaman, "Rapat mingguan.")
        self.assertNotContains(halaman, "Ubah catatan")

    def test_jumlah_catatan_masuk_formulir_realisasi_atas_permintaan(self) -> None:
        for hari, hasil in ((1, 100), (2, 71)):
            self.tulis(hari, indikator=self.indikator, hasil=Decimal(hasil))
        alamat = reverse("kinerja:realisasi", args=[self.indikator.uuid, "tw3-2026"])
        halaman = self.client.get(alamat)
        self.assertContains(halaman, "2 catatan, jumlah <strong>171 </strong>")
        self.assertContains(halaman, 'value="95"')
        halaman = self.client.get(f"{alamat}?pakai=catatan")
        self.assertContains(halaman, 'value="171"')
        self.assertContains(halaman, "belum disimpan")
        assert Realisasi.objects.get(indikator=self.indikator).nilai == 95

    def test_teks_kembali_setelah_sesi_berakhir(self) -> None:
        del self.client.cookies["sessionid"]
        jawab = self.client.post(self.alamat, self.isian(uraian="Catatan dari perjalanan."))
        assert jawab["Location"].endswith(f"?next={self.alamat}")
        self.client.force_login(akun(self.staf))
        halaman = self.client.get(self.alamat)
        self.assertContains(halaman, "Catatan dari perjalanan.")
        self.assertContains(halaman, "belum disimpan")
        assert not CatatanHarian.objects.exists()

    def test_jumlah_kueri_sama_untuk_satu_dan_tiga_catatan(self) -> None:
        self.tulis(indikator=self.indikator)
        self.client.get(self.alamat)
        with self.assertNumQueries(11):
            self.client.get(self.alamat)
        for hari in (1, 2):
            self.tulis(hari, indikator=self.indikator)
        with self.assertNumQueries(11):
            self.client.get(self.alamat)
