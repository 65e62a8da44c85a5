"""What citizens told can become a need: by whom, once, and without a word of the reporter."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import uuid4

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from forum.enums.laporan import StatusLaporan
from forum.models import Laporan
from forum.proses import aksi as proses_aksi
from forum.ringkasan import calon_kebutuhan
from pelatihan.enums import SumberKebutuhan
from pelatihan.models import KebutuhanPelatihan
from pelatihan.proses import ProsesDitolak
from pelatihan.proses.kebutuhan import jadikan_kebutuhan, tutup_kebutuhan
from pelatihan.ringkasan.calon import calon_untuk, susun_calon
from rakumpit.organisasi.models import Pengguna
from survei import proses as proses_survei
from survei.models import Survei
from survei.ringkasan import calon_kebutuhan as calon_survei
from tests import pabrik
from tests.forum.dasar import SAAT as SAAT_FORUM
from tests.forum.isi_laporan import kirim, sampai
from tests.forum.test_sesi import UjiForum
from tests.pelatihan.dasar import UjiPelatihan
from tests.pelatihan.isi import akun
from tests.survei.dasar import SAAT, pada
from tests.survei.isi_tindak_lanjut import sampai as tindak_sampai
from tests.survei.test_tindak_lanjut import KODE, UjiTindakLanjut


class CalonTests(UjiPelatihan):
    def setUp(self) -> None:
        super().setUp()
        self.kasi = akun(self.kantor.kasi)

    def pengaduan(self, status: StatusLaporan = StatusLaporan.SELESAI) -> Laporan:
        return sampai(kirim(), status, pengelola=self.pengelola, petugas=self.staf)

    def test_hanya_pengaduan_yang_terbukti(self) -> None:
        terbukti = self.pengaduan()
        self.pengaduan(StatusLaporan.DIPROSES)
        tanpa = self.pengaduan()
        Laporan.objects.filter(pk=tanpa.pk).update(hasil="tanpa_perbaikan")
        sampai(kirim(klasifikasi="saran"), StatusLaporan.SELESAI, pengelola=self.pengelola, petugas=self.staf)
        (calon,) = calon_untuk(self.kasi)
        self.assertEqual((calon.kunci, calon.nomor), (f"forum:laporan:{terbukti.uuid}", f"Pengaduan {terbukti.nomor}"))
        for kata in (terbukti.judul, terbukti.isi, "Pelapor-rahasia-46"):
            self.assertNotIn(kata, f"{calon.judul} {calon.uraian}")

    def test_ditekan_dua_kali_menjadi_satu(self) -> None:
        laporan = self.pengaduan()
        kunci = f"forum:laporan:{laporan.uuid}"
        satu, dua = (jadikan_kebutuhan(kunci=kunci, oleh=oleh) for oleh in (self.kasi, self.pengelola))
        self.assertEqual(satu.pk, dua.pk)
        self.assertEqual((satu.sumber, satu.unit, satu.pegawai), (SumberKebutuhan.FORUM.value, self.kantor.seksi, None))
        tutup_kebutuhan(kebutuhan=satu, oleh=self.pengelola, alasan="Sudah dilatih.")
        jadikan_kebutuhan(kunci=kunci, oleh=self.kasi)
        self.assertEqual(KebutuhanPelatihan.objects.get().status, "ditutup")

    def test_unit_lain_dan_pegawai_tidak(self) -> None:
        laporan = self.pengaduan()
        lain = pabrik.buat_unit(nama="Seksi Sebelah", induk=self.kantor.kecamatan)
        kasi_lain = akun(pabrik.buat_pegawai(lain, memimpin=True, nama="Kasi Sebelah"))
        for oleh in (kasi_lain, akun(self.staf)):
            self.assertEqual(calon_untuk(oleh), [])
            with self.assertRaisesMessage(ProsesDitolak, "bukan milik unit Anda"):
                jadikan_kebutuhan(kunci=f"forum:laporan:{laporan.uuid}", oleh=oleh)
        self.assertEqual(KebutuhanPelatihan.objects.count(), 0)

    def test_yang_lebih_dari_setahun_tidak_ditawarkan(self) -> None:
        self.pengaduan()
        with pada(SAAT + timedelta(days=366)):
            self.assertEqual(calon_untuk(self.pengelola), [])

    def buka(self, siapa: Pengguna, kueri: str = "") -> tuple[int, str]:
        self.client.force_login(siapa)
        self.client.get(reverse("pelatihan:calon_daftar"))
        with CaptureQueriesContext(connection) as perintah:
            halaman = self.client.get(reverse("pelatihan:calon_daftar") + kueri)
        return len(perintah), halaman.content.decode()

    def test_halaman_menyebut_nomor_dan_yang_sudah_jadi(self) -> None:
        laporan = self.pengaduan()
        awal, isi = self.buka(self.kasi)
        self.assertIn(laporan.nomor, isi)
        self.assertIn("Jadikan kebutuhan", isi)
        self.client.post(reverse("pelatihan:calon_jadikan"), {"kunci": f"forum:laporan:{laporan.uuid}"})
        for _ in range(5):
            self.pengaduan()
        kini, isi = self.buka(self.kasi)
        self.assertIn("Sudah menjadi kebutuhan", isi)
        self.assertEqual(kini, awal)
        self.assertIn("Tidak ada yang cocok", self.buka(self.kasi, f"?q={uuid4().hex}")[1])


class JanjiForumTests(UjiForum):
    """Open actions after sessions, by the unit of the post in charge."""

    def test_janji_yang_terbuka_dengan_nomor_dan_sesinya(self) -> None:
        aksi = self.k.aksi()
        (calon,) = calon_kebutuhan(SAAT_FORUM.date() - timedelta(days=30))
        sesi = aksi.kesepakatan.sesi
        self.assertEqual(
            (calon.kunci, calon.nomor, calon.unit_id, calon.hari),
            (
                f"forum:aksi:{aksi.uuid}",
                f"Kesepakatan {aksi.kesepakatan.nomor}, {sesi.judul}",
                aksi.penanggung_jawab.unit_id,
                sesi.hari,
            ),
        )
        self.assertEqual(len(calon_kebutuhan(sesi.hari, [aksi.penanggung_jawab.unit_id])), 1)
        self.assertEqual(calon_kebutuhan(sesi.hari, []), [])
        self.assertEqual(calon_kebutuhan(sesi.hari + timedelta(days=1)), [])
        diklaim = self.k.klaim(aksi)
        proses_aksi.verifikasi(aksi=diklaim, oleh=self.k.akun(self.k.camat), versi=diklaim.versi)
        self.assertEqual(calon_kebutuhan(sesi.hari), [])


class UnsurLemahTests(UjiTindakLanjut):
    """Weak elements whose follow-up is not done."""

    def test_unsur_dengan_tindak_lanjut_terbuka(self) -> None:
        tindak = self.usul()
        sejak = tindak.diusulkan_pada
        (calon,) = calon_survei(sejak)
        self.assertEqual(
            (calon.kunci, calon.nomor, calon.hari, calon.unit_id),
            (f"survei:tindak:{tindak.uuid}", f"Survei {self.survei.kode}", sejak, self.survei.unit_id),
        )
        self.assertTrue(calon.judul.startswith("Waktu Penyelesaian: "))
        self.assertEqual(calon_survei(sejak, []), [])
        janji = tindak_sampai(tindak, "disetujui", pemimpin=self.lurah)
        self.assertEqual(len(calon_survei(sejak)), 1)
        tindak_sampai(janji, "selesai", pemimpin=self.lurah)
        self.assertEqual(calon_survei(sejak), [])


class UnsurTanpaTindakLanjutTests(UjiTindakLanjut):
    """Elements below «baik» that nobody has taken up yet: «waktu» with thirty answers of 2, all else at 4."""

    def setUp(self) -> None:
        super().setUp()
        self.survei = self.survei_baru(date(2026, 7, 1), 30, 2)

    def survei_baru(self, mulai: date, banyak: int, waktu: int) -> Survei:
        survei = pabrik.buat_survei(self.unit, mulai=mulai, selesai=mulai + timedelta(days=89))
        jawaban = {kode: waktu if kode == "waktu" else 4 for kode in KODE}
        for _ in range(banyak):
            pabrik.buat_respons(survei, jawaban)
        proses_survei.tutup(survei=survei, oleh=self.pengelola)
        proses_survei.kunci(survei=survei, oleh=self.pengelola)
        survei.refresh_from_db()
        return survei

    def kunci_calon(self) -> list[str]:
        return [satu.kunci for satu in calon_survei(date(2026, 1, 1))]

    def test_ditawarkan_dengan_nilai_nomor_dan_hari_dikunci(self) -> None:
        with self.assertNumQueries(3):
            (calon,) = calon_survei(date(2026, 1, 1))
        self.assertEqual(calon.judul, "Waktu Penyelesaian: 50,00 (tidak baik), belum ada tindak lanjut")
        self.assertEqual(calon.kunci, f"survei:unsur:{self.survei.uuid}:waktu")
        self.assertEqual((calon.nomor, calon.unit_id), (f"Survei {self.survei.kode}", self.unit.pk))
        self.assertIn("30 jawaban", calon.uraian)
        self.assertEqual(calon_survei(date(2026, 1, 1), []), [])
        self.assertEqual(calon_survei(calon.hari + timedelta(days=1)), [])

    def test_dengan_tindak_lanjut_hanya_tindak_lanjutnya(self) -> None:
        tindak = self.usul()
        self.assertEqual(self.kunci_calon(), [f"survei:tindak:{tindak.uuid}"])
        tindak_sampai(tindak, "batal", pemimpin=self.lurah)
        self.assertEqual(self.kunci_calon(), [f"survei:unsur:{self.survei.uuid}:waktu"])
        tindak_sampai(self.usul(), "selesai", pemimpin=self.lurah)
        self.assertEqual(self.kunci_calon(), [])

    def test_hanya_survei_terakhir_unit_dan_mulai_tiga_puluh_jawaban(self) -> None:
        self.survei_baru(date(2026, 10, 1), 29, 1)
        self.assertEqual(self.kunci_calon(), [f"survei:unsur:{self.survei.uuid}:waktu"])
        self.survei_baru(date(2027, 1, 1), 30, 4)
        self.assertEqual(self.kunci_calon(), [])

    def test_janji_terbuka_dari_survei_sebelumnya_dihitung(self) -> None:
        tindak = self.usul()
        self.survei_baru(date(2026, 10, 1), 30, 2)
        self.assertEqual(self.kunci_calon(), [f"survei:tindak:{tindak.uuid}"])

    def test_kebutuhan_tetap_satu_sesudah_tindak_lanjut_diusulkan(self) -> None:
        awal = jadikan_kebutuhan(kunci=self.kunci_calon()[0], oleh=self.lurah)
        self.usul()
        (calon,) = calon_untuk(self.lurah)
        self.assertIsNotNone(susun_calon([calon])[0].jadi)
        self.assertEqual(jadikan_kebutuhan(kunci=calon.kunci, oleh=self.lurah).pk, awal.pk)
        self.assertEqual(KebutuhanPelatihan.objects.count(), 1)
