"""Published results: figures, small cells, and addresses that cannot change a number."""

from __future__ import annotations

from datetime import date

from survei import proses
from survei.models import HasilSurvei, Survei
from survei.perhitungan import URUTAN_KUESIONER
from tests import pabrik
from tests.survei.dasar import UjiSurvei, banyak_survei


class UjiHasil(UjiSurvei):
    def terbit(self, survei: Survei | None = None) -> str:
        survei = survei or self.survei
        proses.tutup(survei=survei, oleh=self.pengelola)
        proses.kunci(survei=survei, oleh=self.pengelola)
        proses.publikasikan(survei=survei, oleh=self.pengelola)
        return f"/hasil/{survei.uuid}/"

    def isi(self, *nilai: int | dict[str, int | None], **ubah: object) -> None:
        for satu in nilai:
            pabrik.buat_respons(self.survei, satu, **ubah)

    def test_indeks_n_mutu_dan_nilai_tiap_unsur(self) -> None:
        self.isi(*[4] * 5, *[3] * 7)
        halaman = self.client.get(self.terbit())
        isi = halaman.content.decode()
        assert "85,42" in isi
        assert "B — Baik" in isi
        assert "<dd>12</dd>" in isi
        assert [satu.n for satu in halaman.context["unsur"]] == [12] * 9
        assert "3,417" in isi
        assert "style=" not in isi

    def test_lebar_batang_memakai_titik(self) -> None:
        self.isi(*[4] * 5, *[3] * 7)
        self.assertContains(self.client.get(self.terbit()), '<rect class="b-isi" width="80.56" height="8"/>')

    def test_judul_mengatakan_hasil_dan_yang_masih_kurang_disebut(self) -> None:
        rendah: dict[str, int | None] = {kode.value: 3 for kode in URUTAN_KUESIONER}
        rendah |= {"waktu": 2, "sarana": 2, "biaya": 4}
        self.isi(*[rendah] * 12, *[4] * 12)
        halaman = self.client.get(self.terbit())
        # 2 and 4: mean 3, index 75, below 76,61; 3 and 4: 87,50; 4 and 4: 100; the index is 86,11.
        self.assertContains(halaman, "<h1>Warga menilai layanan kami baik. Dua hal masih kurang.</h1>")
        self.assertContains(halaman, "Yang masih kurang: <strong>waktu selesai serta ruang dan alat</strong>")
        self.assertContains(halaman, "Nilai paling tinggi: <strong>biaya</strong>")
        self.assertContains(halaman, "A 88,31–100,00")

    def test_tanpa_yang_kurang_judul_satu_kalimat_dan_banyak_yang_sama_dihitung(self) -> None:
        lengkap: dict[str, int | None] = {kode.value: 4 for kode in URUTAN_KUESIONER}
        self.isi(*[{**lengkap, "biaya": 3}] * 12, *[4] * 6)
        halaman = self.client.get(self.terbit())
        self.assertContains(halaman, "<h1>Warga menilai layanan kami sangat baik.</h1>")
        self.assertContains(halaman, "<strong>delapan unsur sama tinggi</strong>")
        self.assertContains(halaman, "Paling rendah, tetapi sudah baik: <strong>biaya</strong>")

    def test_di_bawah_sepuluh_jawaban_tidak_ada_angka(self) -> None:
        self.isi(*[4] * 9)
        alamat = self.terbit()
        isi = self.client.get(alamat).content.decode()
        assert "Jawaban masih sedikit" in isi
        assert "100,00" not in isi
        assert "<table" not in isi
        daftar = self.client.get("/hasil/").content.decode()
        assert "100,00" not in daftar
        assert "Jawaban masih sedikit" in daftar

    def test_layanan_kecil_disembunyikan_bersama_satu_lagi(self) -> None:
        besar, sedang, kecil = (pabrik.buat_layanan(self.unit, nama=nama) for nama in ("Besar", "Sedang", "Kecil"))
        self.survei.layanan.set([besar, sedang, kecil])
        self.isi(*[3] * 30, layanan=besar)
        self.isi(*[4] * 12, layanan=sedang)
        self.isi(*[1] * 9, layanan=kecil)
        halaman = self.client.get(self.terbit())
        baris = {satu.nama: satu.cukup for satu in halaman.context["layanan"]}
        assert baris == {"Besar": False, "Sedang": True, "Kecil": False}
        assert ">25,00<" not in halaman.content.decode()
        assert not any(satu.ikm for satu in halaman.context["layanan"] if not satu.cukup)

    def test_unsur_dengan_sedikit_jawaban_disembunyikan_bersama_satu_lagi(self) -> None:
        lengkap: dict[str, int | None] = {kode.value: 3 for kode in URUTAN_KUESIONER}
        self.isi(*[lengkap] * 3, *[{**lengkap, "pengaduan": None}] * 20)
        unsur = self.client.get(self.terbit()).context["unsur"]
        assert sum(not satu.nilai for satu in unsur) == 2
        assert not next(satu for satu in unsur if satu.nomor == "U9").nilai

    def test_unsur_kosong_disebut(self) -> None:
        lengkap: dict[str, int | None] = {kode.value: 3 for kode in URUTAN_KUESIONER}
        self.isi(*[{**lengkap, "pengaduan": None}] * 12)
        self.assertContains(self.client.get(self.terbit()), "tidak dijawab siapa pun")

    def test_c38_parameter_alamat_tidak_mengubah_angka(self) -> None:
        self.isi(*[2] * 12)
        alamat = self.terbit()
        asli = self.client.get(alamat).content
        for ekor in ("?score=100", "?ikm=100.00&n=9999&mutu=A", "?minimum=1&layanan=1"):
            assert self.client.get(alamat + ekor).content == asli
        assert self.client.post(alamat, {"ikm": "100"}).status_code == 405

    def test_c89_satu_dan_empat_jawaban_tidak_terlihat_pada_saringan_apa_pun(self) -> None:
        self.isi(1)
        alamat = self.terbit()
        for ekor in ("", "?hari=2026-07-01", "?jenis_kelamin=p", "?usia=56%2B"):
            isi = self.client.get(alamat + ekor).content.decode()
            assert "Jawaban masih sedikit" in isi
            assert "25,00" not in isi

    def test_yang_belum_dipublikasikan_tidak_ada(self) -> None:
        self.isi(*[3] * 12)
        assert self.client.get(f"/hasil/{self.survei.uuid}/").status_code == 404
        proses.tutup(survei=self.survei, oleh=self.pengelola)
        proses.kunci(survei=self.survei, oleh=self.pengelola)
        assert self.client.get(f"/hasil/{self.survei.uuid}/").status_code == 404
        self.assertContains(self.client.get("/hasil/"), "Belum ada hasil survei")

    def test_angka_tetap_walau_jawaban_sesudahnya_berubah(self) -> None:
        self.isi(*[3] * 12)
        alamat = self.terbit()
        asli = self.client.get(alamat).content
        self.isi(*[1] * 50)
        proses.hitung_ulang(survei_id=self.survei.pk, layanan_id=self.layanan.pk, hari=date(2026, 7, 1))
        proses.acak_jawaban()
        assert self.client.get(alamat).content == asli

    def test_jumlah_kueri_daftar_sama_untuk_3_dan_300(self) -> None:
        for jumlah in (3, 297):
            HasilSurvei.objects.bulk_create(
                HasilSurvei(survei=survei, n=40, rincian={}, ikm="80.00", mutu="B")
                for survei in banyak_survei(self.survei, jumlah, status="dipublikasi")
            )
            with self.assertNumQueries(2):
                balasan = self.client.get("/hasil/")
        assert len(balasan.content) < 100_000
        with self.assertNumQueries(2):
            self.client.get("/hasil/?page=3")

    def test_kueri_halaman_hasil_tidak_bertambah_dengan_jawaban(self) -> None:
        self.isi(*[3] * 12)
        alamat = self.terbit()
        with self.assertNumQueries(5):
            self.client.get(alamat)
