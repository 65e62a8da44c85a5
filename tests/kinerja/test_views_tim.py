"""The list of the team: exceptions first, filter, search, and a number of queries that does not grow."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext

from kinerja.models import PenilaianPerilaku, Realisasi
from kinerja.proses import nilai_perilaku, putuskan
from rakumpit.organisasi.models import Pegawai, Pengguna, Penugasan
from rakumpit.waktu import hari_ini
from tests import pabrik
from tests.kinerja.kantor import SEMUA_SESUAI, Kantor, akun, buat_kantor


class TimTest(TestCase):
    kantor: Kantor
    kasi: Pengguna

    @classmethod
    def setUpTestData(cls) -> None:
        cls.kantor = buat_kantor(3)
        cls.kasi = akun(cls.kantor.kasi)
        rendah = Realisasi.objects.get(indikator=cls.kantor.indikator[cls.kantor.staf[2].pk])
        rendah.nilai = 40
        rendah.save()
        cls.kantor.hitung()
        for satu in cls.kantor.staf:
            nilai_perilaku(pegawai=satu, periode=cls.kantor.periode, oleh=cls.kasi, penilaian=SEMUA_SESUAI)

    def setUp(self) -> None:
        self.client.force_login(self.kasi)

    def nama(self, kueri: str = "") -> list[str]:
        return [
            satu.evaluasi.pegawai.nama for satu in self.client.get(f"/kinerja/tim/{kueri}").context.get("orang", [])
        ]

    def test_yang_perlu_dilihat_paling_atas_dengan_sebabnya(self):
        assert self.nama() == ["Staf 3", "Staf 1", "Staf 2"]
        jawab = self.client.get("/kinerja/tim/")
        (rendah,) = jawab.context["perlu"]
        assert [satu.evaluasi.pegawai.nama for satu in jawab.context["lain"]] == ["Staf 1", "Staf 2"]
        assert (rendah.evaluasi.pegawai.nama, rendah.predikat, rendah.usulan) == ("Staf 3", "Butuh Perbaikan", True)
        self.assertContains(jawab, "Usulan di bawah Baik")
        self.assertContains(jawab, "Periksa rincian sebelum memutuskan.")

    def test_sebaran_menyebut_jumlah_setiap_predikat(self):
        sebaran = self.client.get("/kinerja/tim/").context["sebaran"]
        assert {satu.label: satu.jumlah for satu in sebaran.baris} == {
            "Sangat Baik": 0,
            "Baik": 2,
            "Butuh Perbaikan": 1,
            "Kurang": 0,
            "Sangat Kurang": 0,
        }

    def test_belum_dinilai_perilakunya_bukan_pengecualian(self):
        PenilaianPerilaku.objects.all().delete()
        self.kantor.hitung()
        jawab = self.client.get("/kinerja/tim/")
        assert jawab.context["perlu"] == []
        assert jawab.context["sebaran"] is None
        assert [satu.label for satu in jawab.context["orang"][0].tanda] == ["Perilaku belum dinilai"]

    def test_urutan_dari_judul_kolom_dan_dari_pilihan(self):
        assert self.nama("?urut=nama") == ["Staf 1", "Staf 2", "Staf 3"]
        assert self.client.get("/kinerja/tim/?urut=nama").context["perlu"] == []
        assert self.nama("?urut=-nama") == ["Staf 3", "Staf 2", "Staf 1"]
        assert self.nama("?urut=predikat") == ["Staf 3", "Staf 1", "Staf 2"]
        assert self.nama("?urut=-predikat") == ["Staf 1", "Staf 2", "Staf 3"]
        baris = self.kantor.evaluasi(self.kantor.staf[0])
        putuskan(
            evaluasi=baris,
            oleh=self.kasi,
            rating_hasil="di_bawah",
            rating_perilaku="di_bawah",
            alasan="Dua bulan tanpa laporan.",
            versi=baris.versi,
        )
        assert self.nama("?urut=predikat")[0] == "Staf 1"  # the decision counts, not the proposal
        assert self.nama("?urut=-keadaan")[0] == "Staf 1"
        assert self.client.get("/kinerja/tim/?urut=ngawur").status_code == 404

    def test_urutan_tetap_saat_membuka_orang_dan_orang_berikutnya(self):
        kode = {satu.nama: self.kantor.evaluasi(satu).uuid for satu in self.kantor.staf}
        self.assertContains(self.client.get("/kinerja/tim/?urut=-nama"), f"/kinerja/tim/{kode['Staf 3']}/?urut=-nama")
        alamat = f"/kinerja/tim/{kode['Staf 3']}/?urut=-nama"
        self.assertContains(self.client.get(alamat), 'action="' + alamat)
        versi = self.kantor.evaluasi(self.kantor.staf[2]).versi
        isian = {"rating_hasil": "di_bawah", "rating_perilaku": "sesuai", "alasan": "", "versi": versi, "lanjut": "1"}
        jawab = self.client.post(alamat, isian | {"bagian": "keputusan"})
        assert jawab["Location"] == f"/kinerja/tim/{kode['Staf 2']}/?urut=-nama"

    def test_saring_dan_cari(self):
        assert self.nama("?q=staf+2") == ["Staf 2"]
        assert self.nama("?keadaan=ditetapkan") == []
        self.assertContains(self.client.get("/kinerja/tim/?keadaan=ditetapkan"), "Tidak ada yang cocok")
        assert self.client.get("/kinerja/tim/?keadaan=ngawur").status_code == 404
        assert self.client.get("/kinerja/tim/?periode=ngawur").status_code == 404

    def test_tautan_umpan_balik_hanya_bila_halamannya_terbuka(self):
        """The list of a past period also has people who left or moved since; their pages answer 404."""
        pindah, pensiun, tetap = self.kantor.staf
        kemarin = hari_ini() - timedelta(days=1)
        Pegawai.objects.filter(pk=pensiun.pk).update(selesai=kemarin)
        Penugasan.objects.filter(pegawai__in=[pindah, pensiun]).update(selesai=kemarin)
        lain = pabrik.buat_unit(nama="Seksi Lain", induk=self.kantor.kecamatan)
        pabrik.tugaskan(pindah, pabrik.buat_jabatan(lain), mulai=hari_ini())
        isi = self.client.get("/kinerja/tim/")
        for orang, beri, riwayat in ((tetap, 200, 200), (pindah, 200, 404), (pensiun, 404, 404)):
            for halaman, kode in (("beri", beri), ("orang", riwayat)):
                alamat = f"/kinerja/umpan-balik/{halaman}/{orang.uuid}/"
                # An exception at the top of the list has no link to the history.
                ada = 0 if kode == 404 or (orang == tetap and halaman == "orang") else 1
                with self.subTest(orang.nama, alamat=alamat):
                    assert self.client.get(alamat).status_code == kode
                    self.assertContains(isi, f'href="{alamat}"', count=ada)
        self.assertContains(isi, "Tidak lagi bertugas", count=1)

    def test_orang_di_luar_tim_tidak_ada(self):
        assert "Kasi" not in self.nama()
        assert "Camat" not in self.nama()

    def test_yang_tidak_menilai_siapa_pun_404(self):
        for orang in [akun(self.kantor.staf[0]), self.kantor.pengelola, pabrik.buat_pengguna(admin_teknis=True)]:
            self.client.force_login(orang)
            assert self.client.get("/kinerja/tim/").status_code == 404
            assert self.client.get("/kinerja/tim/tetapkan/").status_code == 404
            assert self.client.post("/kinerja/tim/tetapkan/", {}).status_code == 404

    def jumlah_kueri(self) -> int:
        with CaptureQueriesContext(connection) as tangkap:
            jawab = self.client.get("/kinerja/tim/")
        assert jawab.status_code == 200
        assert len(jawab.content) < 100_000
        return len(tangkap)

    def test_jumlah_kueri_sama_untuk_3_dan_300_orang(self):
        self.client.get("/kinerja/tim/")  # the first page of a session also stores the session
        tiga = self.jumlah_kueri()
        for urut in range(297):
            pabrik.buat_pegawai(self.kantor.seksi, nama=f"Tambahan {urut}", akun=False, mulai=date(2025, 1, 1))
        self.kantor.hitung()
        assert self.client.get("/kinerja/tim/").context["total"] == 300
        assert self.jumlah_kueri() == tiga
        assert tiga <= 20
