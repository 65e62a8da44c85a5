"""Staff pages: who sees which survey, the steps, the export of suggestions."""

from __future__ import annotations

import csv
import io
from datetime import date

import openpyxl
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from rakumpit.audit.models import CatatanAudit
from survei import proses
from survei.enums import StatusSurvei
from survei.models import Respons
from tests import pabrik
from tests.survei.dasar import KASUS, UjiSurvei, banyak_survei, isian
from tests.survei.isi_tema import tutup_agar_terbaca


class UjiKelola(UjiSurvei):
    @property
    def kelola(self) -> str:
        return f"/survei/kelola/{self.survei.uuid}/"

    def hitung(self) -> None:
        proses.hitung_ulang_seluruhnya(survei_id=self.survei.pk)

    def test_tanpa_akun_diminta_masuk(self) -> None:
        for alamat in ("/survei/kelola/", self.kelola, f"{self.kelola}saran/"):
            balasan = self.client.get(alamat)
            assert balasan.status_code == 302
            assert balasan["Location"].startswith("/masuk/")

    def test_unit_lain_dan_admin_teknis_mendapat_404(self) -> None:
        for orang in (self.luar, self.admin):
            self.client.force_login(orang)
            assert self.client.get(self.kelola).status_code == 404
            self.assertNotContains(self.client.get("/survei/kelola/"), self.survei.judul)
            for langkah in ("buka", "tutup", "kunci", "publikasikan", "batalkan", "saran/unduh"):
                assert self.client.post(f"{self.kelola}{langkah}/", {"yakin": "on"}).status_code == 404

    def test_petugas_melihat_hitungan_tetapi_tidak_tombol_dan_saran(self) -> None:
        self.client.force_login(self.petugas)
        self.assertNotContains(self.client.get(self.kelola), "Tutup survei")
        assert self.client.get(f"{self.kelola}saran/").status_code == 404
        assert self.client.post(f"{self.kelola}tutup/", {"yakin": "on"}).status_code == 404
        self.survei.refresh_from_db()
        assert self.survei.status == StatusSurvei.TERBUKA

    def test_langkah_meminta_keyakinan_lalu_berurutan_sampai_terbit(self) -> None:
        self.client.force_login(self.pengelola)
        balasan = self.client.post(f"{self.kelola}tutup/", follow=True)
        self.assertContains(balasan, "Centang «Saya yakin»")
        for langkah, status in (("tutup", "ditutup"), ("kunci", "dikunci"), ("publikasikan", "dipublikasi")):
            self.client.post(f"{self.kelola}{langkah}/", {"yakin": "on"})
            self.survei.refresh_from_db()
            assert self.survei.status == status
        balasan = self.client.post(f"{self.kelola}kunci/", {"yakin": "on"}, follow=True)
        self.assertContains(balasan, "tidak dapat dikunci")

    def test_pimpinan_unit_membaca_tetapi_tidak_melangkah(self) -> None:
        self.client.force_login(self.lurah)
        self.assertNotContains(self.client.get(self.kelola), "Langkah berikutnya")
        for langkah in ("buka", "tutup", "kunci", "publikasikan"):
            assert self.client.post(f"{self.kelola}{langkah}/", {"yakin": "on"}).status_code == 404
        self.survei.refresh_from_db()
        assert self.survei.status == StatusSurvei.TERBUKA

    def test_langkah_tidak_jalan_dengan_get(self) -> None:
        self.client.force_login(self.lurah)
        assert self.client.get(f"{self.kelola}tutup/").status_code == 405

    def test_sampai_dikunci_hanya_jumlah_formulir_yang_tampil_bagi_siapa_pun(self) -> None:
        for _ in range(40):
            pabrik.buat_respons(self.survei, 4, tanggal=date(2026, 9, 1))
        self.hitung()
        for langkah in (None, proses.tutup):
            if langkah:
                langkah(survei=self.survei, oleh=self.pengelola)
            for pembaca in (self.pengelola, self.lurah, self.petugas):
                self.client.force_login(pembaca)
                balasan = self.client.get(self.kelola)
                self.assertContains(balasan, "Nilai tampil sesudah survei dikunci")
                self.assertNotContains(balasan, "100,00")
                assert (balasan.context["diterima"], balasan.context["dihitung"]) == (40, 40)
        proses.kunci(survei=self.survei, oleh=self.pengelola)
        self.assertContains(self.client.get(self.kelola), "100,00")

    def test_tanda_maju_per_kelompok_selama_terbuka(self) -> None:
        """One form a day: what is marked today would be known of the one citizen who came."""
        self.client.force_login(self.lurah)
        for hari, banyak in ((1, 6), (2, 4), (3, 1), (4, 4), (15, 1)):
            for _ in range(banyak):
                pabrik.buat_respons(self.survei, 4, tanggal=date(2026, 9, hari))
        self.hitung()
        assert self.client.get(self.kelola).context["tanda"].baris[0][:2] == ("Telepon sendiri", 6)
        pabrik.buat_respons(self.survei, 4, tanggal=date(2026, 9, 5))
        self.hitung()
        assert self.client.get(self.kelola).context["tanda"].baris[0][1] == 11
        proses.tutup(survei=self.survei, oleh=self.pengelola)
        assert self.client.get(self.kelola).context["tanda"].baris[0][1] == 17

    def test_c89_kurang_dari_lima_jawaban_tidak_menampilkan_nilai(self) -> None:
        self.client.force_login(self.lurah)
        for jumlah, tampil in ((1, False), (4, False), (5, True)):
            survei = pabrik.buat_survei(self.unit, layanan=[self.layanan])
            for _ in range(jumlah):
                pabrik.buat_respons(survei, 2)
            proses.tutup(survei=survei, oleh=self.pengelola)
            proses.kunci(survei=survei, oleh=self.pengelola)
            balasan = self.client.get(f"/survei/kelola/{survei.uuid}/").content.decode()
            assert ("50,00" in balasan, "Belum cukup jawaban" in balasan) == (tampil, not tampil)

    def test_umur_hitungan_dan_jawaban_lurus_disebut(self) -> None:
        for hari in (1, 2):
            for _ in range(6):
                pabrik.buat_respons(self.survei, 4, tanggal=date(2026, 7, hari))
        self.hitung()
        self.client.force_login(self.lurah)
        balasan = self.client.get(self.kelola)
        self.assertContains(balasan, "Terakhir dihitung ")
        self.assertContains(balasan, "6 (100,0 persen)")

    def test_jumlah_kueri_dasbor_tidak_tergantung_jumlah_jawaban(self) -> None:
        self.client.force_login(self.pengelola)
        self.client.get("/survei/kelola/")  # the first page of a session also records the session
        jumlah = []
        for banyak in (12, 60):
            for i in range(banyak):
                pabrik.buat_respons(self.survei, 3, tanggal=date(2026, 7, 1 + i % 28))
            self.hitung()
            with CaptureQueriesContext(connection) as kueri:
                self.client.get(self.kelola)
            jumlah.append(len(kueri))
        assert jumlah[0] == jumlah[1] <= 20

    def test_jumlah_kueri_daftar_sama_untuk_3_dan_300(self) -> None:
        self.client.force_login(self.pengelola)
        self.client.get("/survei/kelola/")  # the first page of a session also records the session
        jumlah = []
        for banyak in (2, 297):
            banyak_survei(self.survei, banyak)
            with CaptureQueriesContext(connection) as kueri:
                balasan = self.client.get("/survei/kelola/")
            jumlah.append(len(kueri))
        assert jumlah[0] == jumlah[1] <= 20
        assert len(balasan.content) < 100_000

    def test_daftar_disaring_status_dan_diurutkan(self) -> None:
        pabrik.buat_survei(self.unit, judul="Aaa lama", status=StatusSurvei.DRAF.value)
        self.client.force_login(self.pengelola)
        balasan = self.client.get("/survei/kelola/?status=draf")
        assert [satu.judul for satu, _, _ in balasan.context["baris"]] == ["Aaa lama"]
        assert [(label, jumlah) for label, _, _, jumlah in balasan.context["tab"]][:3] == [
            ("Semua", 2),
            ("Draf", 1),
            ("Terbuka", 1),
        ]
        judul = [satu.judul for satu, _, _ in self.client.get("/survei/kelola/?urut=judul").context["baris"]]
        assert judul == sorted(judul)
        assert len(judul) == 2
        for ekor in ("?urut=kata_sandi", "?status=lain", "?urut=unit__pk"):
            assert len(self.client.get(f"/survei/kelola/{ekor}").context["baris"]) == 2

    def test_saran_dicari_katanya(self) -> None:
        for teks in ("Kursi kurang", "Loket buka lebih pagi"):
            pabrik.buat_respons(self.survei, saran=teks)
        proses.samarkan_saran()
        tutup_agar_terbaca(self.survei, self.pengelola)
        self.client.force_login(self.lurah)
        balasan = self.client.get(f"{self.kelola}saran/?q=kursi")
        self.assertContains(balasan, "Kursi kurang")
        self.assertNotContains(balasan, "Loket buka lebih pagi")
        self.assertContains(self.client.get(f"{self.kelola}saran/?q=zzz"), "Tidak ada saran dengan kata itu")

    def test_survei_terbuka_dapat_dibagikan_lewat_whatsapp(self) -> None:
        self.client.force_login(self.lurah)
        self.assertContains(self.client.get(self.kelola), "https://wa.me/?text=")
        self.survei.status = StatusSurvei.DITUTUP.value
        self.survei.save()
        self.assertNotContains(self.client.get(self.kelola), "https://wa.me/")

    def test_saran_tanpa_tanggal_dan_data_diri(self) -> None:
        pabrik.buat_respons(
            self.survei, saran="<b>Kursi</b> kurang", demografi={"usia": "56+"}, tanggal=date(2026, 8, 3)
        )
        proses.samarkan_saran()
        tutup_agar_terbaca(self.survei, self.pengelola)
        self.client.force_login(self.lurah)
        isi = self.client.get(f"{self.kelola}saran/").content.decode()
        assert "&lt;b&gt;Kursi&lt;/b&gt; kurang" in isi
        for kata in ("56+", "56 tahun", "ke atas", "2026-08-03", "3 Agustus"):
            assert kata not in isi
        assert "Agustus" not in isi

    def test_c34_kiriman_ulang_sesudah_dihapus_petugas_mendapat_jawaban_akhir(self) -> None:
        warga = Client()
        isi = isian(self.survei, saran="iklan")
        assert warga.post(self.alamat, isi).status_code == 200
        self.client.force_login(self.pengelola)
        self.client.post(f"{self.kelola}batalkan/", {"submission_id": isi["submission_id"], "alasan": "iklan"})
        for _ in range(2):
            balasan = warga.post(self.alamat, isi)
            self.assertContains(balasan, "Kiriman ini sudah dihapus", status_code=410)
            ponsel = warga.post(self.alamat, isi, headers={"accept": "application/json"})
            assert ponsel.status_code == 410
            assert "Retry-After" not in ponsel
        respons = Respons.objects.get()
        assert (respons.dibatalkan, respons.alasan_batal) == (True, "iklan")

    def test_batalkan_lewat_halaman(self) -> None:
        respons = pabrik.buat_respons(self.survei, saran="iklan")
        proses.samarkan_saran()
        tutup_agar_terbaca(self.survei, self.pengelola)
        self.client.force_login(self.lurah)
        self.assertNotContains(self.client.get(f"{self.kelola}saran/"), "Batalkan")
        balasan = self.client.post(f"{self.kelola}batalkan/", {"submission_id": respons.pk, "alasan": "iklan"})
        assert balasan.status_code == 404
        self.client.force_login(self.pengelola)
        self.assertContains(self.client.get(f"{self.kelola}saran/"), "Batalkan jawaban")
        self.client.post(f"{self.kelola}batalkan/", {"submission_id": respons.pk, "alasan": ""})
        assert not Respons.objects.get(pk=respons.pk).dibatalkan
        self.client.post(f"{self.kelola}batalkan/", {"submission_id": respons.pk, "alasan": "iklan"})
        assert Respons.objects.get(pk=respons.pk).alasan_batal == "iklan"


class UjiEksporSaran(UjiSurvei):
    def setUp(self) -> None:
        super().setUp()
        with (KASUS / "C44_saran_rumus.csv").open(encoding="utf-8", newline="") as berkas:
            self.saran = [baris["saran"] for baris in csv.DictReader(berkas)]
        for satu in self.saran:
            pabrik.buat_respons(self.survei, saran=satu)
        proses.samarkan_saran()
        tutup_agar_terbaca(self.survei, self.pengelola)
        self.alamat_unduh = f"/survei/kelola/{self.survei.uuid}/saran/unduh/"
        self.client.force_login(self.lurah)

    def test_c44_sel_tidak_berjalan_sebagai_rumus_di_csv(self) -> None:
        balasan = self.client.post(self.alamat_unduh, {"tujuan": "rapat", "bentuk": "csv"})
        isi = [
            baris[0]
            for baris in csv.reader(io.StringIO(balasan.content.decode("utf-8-sig"), newline=""), delimiter=";")
        ]
        assert isi[0] == "Saran"
        assert len(isi) == 1 + len(self.saran)
        assert not [sel for sel in isi if sel[:1] in {"=", "+", "-", "@", "\t", "\r", "＝"}]
        assert [sel for sel in isi if sel == "baris satu\n=2+2"]
        assert sorted(Respons.objects.exclude(saran="").values_list("saran", flat=True)) == sorted(self.saran)

    def test_c44_sel_adalah_teks_di_xlsx(self) -> None:
        balasan = self.client.post(self.alamat_unduh, {"tujuan": "rapat", "bentuk": "xlsx"})
        lembar = openpyxl.load_workbook(io.BytesIO(balasan.content)).active
        sel = [baris[0] for baris in lembar.iter_rows(min_row=2)]
        assert {satu.data_type for satu in sel} == {"s"}
        terbaca = [satu.replace("+62 811 520 000", "[nomor telepon]") for satu in self.saran]
        assert sorted(satu.value for satu in sel) == sorted(terbaca)

    def test_unduhan_tercatat_dengan_tujuan_dan_tanpa_tujuan_ditolak(self) -> None:
        assert self.client.post(self.alamat_unduh, {"tujuan": " ", "bentuk": "csv"}).status_code == 302
        assert not CatatanAudit.objects.filter(aksi="survei.saran.ekspor").exists()
        self.client.post(self.alamat_unduh, {"tujuan": "rapat bulanan", "bentuk": "csv"})
        catatan = CatatanAudit.objects.get(aksi="survei.saran.ekspor")
        assert catatan.keterangan == "rapat bulanan"
        assert catatan.nilai.sesudah == {"jumlah": len(self.saran), "bentuk": "csv"}
