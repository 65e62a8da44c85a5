"""What waits for whom, and the one sentence about the own result."""

from __future__ import annotations

from datetime import timedelta

from django.test import TestCase

from kinerja.proses import nilai_perilaku, putuskan, tetapkan
from kinerja.ringkasan import keadaan_saya, menunggu
from rakumpit.organisasi.models import Pegawai, Pengguna
from rakumpit.waktu import hari_ini
from tests import pabrik
from tests.kinerja.kantor import SEMUA_SESUAI, Kantor, akun, buat_kantor


def judul(pengguna: Pengguna) -> list[str]:
    return [satu.judul for satu in menunggu(pengguna)]


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
        assert menunggu(self.kasi)[0].tautan == "/kinerja/tim/?periode=tw3-2026"
        self.putuskan()
        assert sorted(judul(self.kasi)) == [
            "Putuskan penilaian Triwulan III 2026: 1 orang",
            "Tetapkan hasil yang sudah dinilai Triwulan III 2026: 1 orang",
        ]

    def test_skp_diajukan_menunggu_atasan_hari_ini(self):
        baru = pabrik.buat_pegawai(self.kantor.seksi, nama="Staf Baru")
        pabrik.buat_skp(baru, status="diajukan")
        assert judul(self.kasi) == ["Periksa SKP 2026 yang diajukan"]
        assert judul(akun(self.kantor.camat)) == []

    def test_realisasi_yang_belum_diisi_dengan_tenggat(self):
        batas = hari_ini() + timedelta(days=3)
        pabrik.buat_periode(
            kode="kini",
            nama="Periode kini",
            jenis="bulanan",
            mulai=hari_ini() - timedelta(days=5),
            selesai=hari_ini(),
            batas_isi=batas,
        )
        skp = self.staf.skp.get()
        skp.mulai, skp.selesai = hari_ini() - timedelta(days=100), hari_ini() + timedelta(days=100)
        skp.save()
        tugas = [satu for satu in menunggu(akun(self.staf)) if "Periode kini" in satu.judul]
        assert [(satu.judul, satu.tenggat) for satu in tugas] == [
            ("Isi realisasi Periode kini: 1 dari 1 belum diisi", batas)
        ]

    def test_hasil_yang_baru_ditetapkan_disampaikan(self):
        self.kantor.hitung()
        self.putuskan()
        baris = self.kantor.evaluasi(self.staf)
        assert keadaan_saya(akun(self.staf)) == "Triwulan III 2026: usulan sistem Baik. Menunggu ketetapan Kasi."
        tetapkan(evaluasi=baris, oleh=self.kasi, versi=baris.versi)
        assert "Baca hasil Triwulan III 2026" in judul(akun(self.staf))
        assert keadaan_saya(akun(self.staf)) == "Triwulan III 2026: predikat Baik, sudah ditetapkan."

    def test_tanpa_pegawai_tidak_ada_kalimat_dan_tidak_ada_tugas(self):
        teknis = pabrik.buat_pengguna(admin_teknis=True)
        assert keadaan_saya(teknis) is None
        assert menunggu(teknis) == []
        assert (
            keadaan_saya(akun(self.staf))
            == "Belum ada penilaian. Hasil pertama muncul setelah sebuah periode dihitung."
        )
