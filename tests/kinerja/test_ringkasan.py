"""What waits for whom, and the one sentence about the own result."""

from __future__ import annotations

from datetime import timedelta

from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext

from kinerja.models import AturanPenilaian, Evaluasi
from kinerja.proses import nilai_perilaku, putuskan, tetapkan
from kinerja.ringkasan import cari, keadaan_kantor, keadaan_saya, keadaan_tim, menunggu
from rakumpit.bacaan import baca
from rakumpit.organisasi.models import Pegawai, Pengguna
from rakumpit.waktu import hari_ini
from tests import pabrik
from tests.kinerja.kantor import SEMUA_SESUAI, Kantor, akun, buat_kantor
from tests.survei.dasar import SAAT, pada
from tests.tugas import untuk


def judul(pengguna: Pengguna) -> list[str]:
    return [satu.judul for satu in untuk(menunggu, pengguna)]


class RingkasanTest(TestCase):
    kantor: Kantor
    staf: Pegawai
    kasi: Pengguna

    @classmethod
    def setUpTestData(cls) -> None:
        cls.kantor = buat_kantor()
        cls.staf = cls.kantor.staf[0]
        cls.kasi = akun(cls.kantor.kasi)

    def putuskan(self) -> None:
        nilai_perilaku(pegawai=self.staf, periode=self.kantor.periode, oleh=self.kasi, penilaian=SEMUA_SESUAI)
        baris = self.kantor.evaluasi(self.staf)
        putuskan(evaluasi=baris, oleh=self.kasi, rating_hasil="sesuai", rating_perilaku="sesuai", versi=baris.versi)

    def test_atasan_satu_tugas_per_periode(self):
        self.kantor.hitung()
        assert judul(self.kasi) == ["Putuskan penilaian Triwulan III 2026: 2 orang"]
        # Straight to the first person of the queue; the page leads on to the next one.
        assert untuk(menunggu, self.kasi)[0].tautan == f"/kinerja/tim/{self.kantor.evaluasi(self.staf).uuid}/"
        self.putuskan()
        assert sorted(judul(self.kasi)) == [
            "Putuskan penilaian Triwulan III 2026: 1 orang",
            "Tetapkan hasil yang sudah dinilai Triwulan III 2026: 1 orang",
        ]
        assert untuk(menunggu, self.kasi)[1].tautan == "/kinerja/tim/tetapkan/?periode=tw3-2026"

    def test_skp_diajukan_menunggu_atasan_hari_ini(self):
        baru = pabrik.buat_pegawai(self.kantor.seksi, nama="Staf Baru")
        pabrik.buat_skp(baru, status="diajukan")
        assert judul(self.kasi) == ["Periksa SKP 2026 yang diajukan"]
        assert judul(akun(self.kantor.camat)) == []

    def test_realisasi_yang_belum_diisi_dengan_tenggat(self):
        hari = SAAT.date()
        batas = hari + timedelta(days=3)
        pabrik.buat_periode(
            kode="kini",
            nama="Periode kini",
            jenis="bulanan",
            mulai=hari - timedelta(days=5),
            selesai=hari,
            batas_isi=batas,
        )
        with pada(SAAT):
            semua = untuk(menunggu, akun(self.staf))
        tugas = [satu for satu in semua if satu.judul.startswith("Isi realisasi Periode kini")]
        assert [(satu.judul, satu.tenggat) for satu in tugas] == [
            ("Isi realisasi Periode kini: 1 dari 1 belum diisi", batas)
        ]

    def test_hasil_yang_baru_ditetapkan_disampaikan(self):
        self.kantor.hitung()
        self.putuskan()
        baris = self.kantor.evaluasi(self.staf)
        assert self.kalimat() == "Triwulan III 2026: usulan sistem Baik. Menunggu ketetapan Kasi."
        tetapkan(evaluasi=baris, oleh=self.kasi, versi=baris.versi)
        assert "Baca hasil Triwulan III 2026" in judul(akun(self.staf))
        assert self.kalimat() == "Triwulan III 2026: predikat Baik, sudah ditetapkan."

    def test_tanpa_pegawai_tidak_ada_kalimat_dan_tidak_ada_tugas(self):
        teknis = pabrik.buat_pengguna(admin_teknis=True)
        assert keadaan_saya(teknis) is None
        assert untuk(keadaan_tim, teknis) is None
        assert untuk(keadaan_kantor, teknis) is None
        assert untuk(menunggu, teknis) == []
        assert self.kalimat() == "Belum ada penilaian. Hasil pertama muncul setelah sebuah periode dihitung."

    def kalimat(self) -> str:
        saya = keadaan_saya(akun(self.staf))
        assert saya is not None
        return saya.kalimat

    def test_keadaan_saya_membedakan_usulan_dan_ketetapan(self):
        self.kantor.hitung()
        self.putuskan()
        baris = self.kantor.evaluasi(self.staf)
        saya = keadaan_saya(akun(self.staf))
        assert saya is not None
        assert (saya.periode, saya.predikat, saya.usulan, saya.final) == ("Triwulan III 2026", "Baik", False, False)
        assert saya.angka_bantu
        assert saya.tautan == "/kinerja/saya/?periode=tw3-2026"
        tetapkan(evaluasi=baris, oleh=self.kasi, versi=baris.versi)
        saya = keadaan_saya(akun(self.staf))
        assert saya is not None
        assert saya.final

    def test_angka_bantu_yang_dimatikan_tidak_ditampilkan(self):
        self.kantor.hitung()
        AturanPenilaian.objects.update(tampilkan_angka_bantu=False)
        saya = keadaan_saya(akun(self.staf))
        assert saya is not None
        assert saya.angka_bantu == ""

    def test_keadaan_tim_menghitung_orang_yang_dinilai(self):
        assert untuk(keadaan_tim, self.kasi) is None
        self.kantor.hitung()
        self.putuskan()
        tim = untuk(keadaan_tim, self.kasi)
        assert tim is not None
        assert (tim.total, tim.menunggu, tim.diputus, tim.ditetapkan) == (2, 1, 1, 0)
        assert untuk(keadaan_tim, akun(self.staf)) is None

    def test_keadaan_kantor_hanya_untuk_pengelola(self):
        self.kantor.hitung()
        kantor = untuk(keadaan_kantor, self.kantor.pengelola)
        assert kantor is not None
        assert (kantor.periode, kantor.ditetapkan) == ("Triwulan III 2026", 0)
        assert kantor.total == Evaluasi.objects.filter(terbaru=True).count()
        assert untuk(keadaan_kantor, self.kasi) is None

    def test_jumlah_kueri_tidak_tumbuh_dengan_jumlah_tugas(self):
        self.kantor.hitung()
        for nama in ("Satu", "Dua", "Tiga"):
            pabrik.buat_skp(pabrik.buat_pegawai(self.kantor.seksi, nama=nama), status="diajukan")
        self._periode_terbuka(1)
        sedikit = [self.kueri(self.kasi), self.kueri(akun(self.staf))]
        for i in range(20):
            pabrik.buat_skp(pabrik.buat_pegawai(self.kantor.seksi, nama=f"Baru {i}"), status="diajukan")
        self._periode_terbuka(6)
        assert [self.kueri(self.kasi), self.kueri(akun(self.staf))] == sedikit
        assert len(untuk(menunggu, self.kasi)) > 20

    def kueri(self, pengguna: Pengguna) -> int:
        segar = Pengguna.objects.get(pk=pengguna.pk)
        with CaptureQueriesContext(connection) as hitung:
            untuk(menunggu, segar)
        return len(hitung)

    def _periode_terbuka(self, banyak: int) -> None:
        hari = hari_ini()
        for i in range(banyak):
            pabrik.buat_periode(
                kode=f"kini-{banyak}-{i}",
                nama=f"Kini {banyak} {i}",
                jenis="bulanan",
                mulai=hari - timedelta(days=1 + i + 10 * banyak),
                selesai=hari - timedelta(days=1 + i + 10 * banyak),
                batas_isi=hari + timedelta(days=2),
            )

    def test_cari_hanya_yang_terlihat(self):
        self.kantor.hitung()
        jenis = {satu.jenis for satu in baca(cari(self.kasi, "staf", batas=9))}
        assert jenis == {"SKP", "Evaluasi"}
        orang_luar = pabrik.buat_pegawai(pabrik.buat_unit(induk=self.kantor.kecamatan), nama="Orang Lain")
        assert baca(cari(akun(orang_luar), "staf", batas=9)) == []
        assert baca(cari(pabrik.buat_pengguna(admin_teknis=True), "staf", batas=9)) == []
        assert baca(cari(pabrik.buat_pengguna(pemeriksa=True), "staf", batas=9)) == []
        assert baca(cari(self.kasi, "%%", batas=9)) == []
