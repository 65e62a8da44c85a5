"""Needs, plan lines, levels and the index: who, in which state, once."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from uuid import uuid4

from pelatihan.enums import StatusKebutuhan, StatusRencana, SumberKebutuhan, SumberPenilaian
from pelatihan.models import KebutuhanPelatihan, Kompetensi, PerkiraanIPASN, RencanaPengembangan, SkemaIPASN
from pelatihan.perhitungan.kompetensi import KategoriJPM
from pelatihan.permissions import penjawab
from pelatihan.proses.galat import ProsesDitolak
from pelatihan.proses.ip_asn import hitung_perkiraan
from pelatihan.proses.kebutuhan import tutup_kebutuhan, usulkan_kebutuhan
from pelatihan.proses.kompetensi import batalkan_penilaian, nilai_kompetensi
from pelatihan.proses.rencana import IsiRencana, tarik, tetapkan, tolak, usulkan_rencana, validasi, verifikasi
from pelatihan.proses.sertifikat import realisasikan
from pelatihan.ringkasan.ip_asn import skema_untuk
from pelatihan.ringkasan.kompetensi import kesenjangan_pegawai
from rakumpit.waktu import WIB, hari_ini
from tests import pabrik
from tests.pelatihan.dasar import UjiPelatihan
from tests.pelatihan.isi import akun, bentuk, buat_rencana, buat_riwayat
from tests.survei.dasar import pada

D = Decimal


class RencanaTests(UjiPelatihan):
    def setujui(self, rencana: RencanaPengembangan) -> None:
        verifikasi(rencana=rencana, oleh=akun(self.kantor.kasi))
        validasi(rencana=rencana, oleh=self.pengelola)
        tetapkan(rencana=rencana, oleh=akun(self.kantor.camat))

    def test_alur_lengkap_sampai_diikuti(self) -> None:
        butuh = usulkan_kebutuhan(sumber=SumberKebutuhan.KINERJA, judul="Melayani", pegawai=self.staf, kunci_asal="a:1")
        rencana = buat_rencana(self.staf, kebutuhan=butuh)
        self.assertEqual((rencana.sumber, rencana.batas_atasan), ("kinerja", date(2026, 9, 22)))
        self.setujui(rencana)
        riwayat = buat_riwayat(self.staf, self.pengelola, 5, date(2026, 9, 1))
        realisasikan(rencana=rencana, oleh=akun(self.staf), riwayat=[riwayat])
        rencana.refresh_from_db()
        butuh.refresh_from_db()
        riwayat.refresh_from_db()
        self.assertEqual(
            (rencana.status, butuh.status, riwayat.rencana_id), ("terealisasi", StatusKebutuhan.TERPENUHI, rencana.pk)
        )

    def test_setiap_langkah_oleh_orangnya_dan_sekali(self) -> None:
        rencana = buat_rencana(self.staf)
        for oleh in (akun(self.staf), self.pengelola, akun(self.kantor.camat), self.asing):
            with self.subTest(oleh.nama), self.assertRaises(ProsesDitolak):
                verifikasi(rencana=rencana, oleh=oleh)
        verifikasi(rencana=rencana, oleh=akun(self.kantor.kasi))
        with self.assertRaisesMessage(ProsesDitolak, "sudah lewat"):
            verifikasi(rencana=rencana, oleh=akun(self.kantor.kasi))
        for oleh in (akun(self.staf), akun(self.kantor.kasi)):
            with self.assertRaises(ProsesDitolak):
                validasi(rencana=rencana, oleh=oleh)
        validasi(rencana=rencana, oleh=self.pengelola)
        for oleh in (akun(self.kantor.kasi), self.pengelola):
            with self.assertRaises(ProsesDitolak):
                tetapkan(rencana=rencana, oleh=oleh)

    def test_atasan_diam_lalu_atasan_di_atasnya_ikut_menjawab(self) -> None:
        rencana = buat_rencana(self.staf)
        kasi, camat = akun(self.kantor.kasi), akun(self.kantor.camat)
        with pada(datetime(2026, 9, 22, 23, 0, tzinfo=WIB)):
            self.assertEqual(penjawab(rencana), [kasi])
        with pada(datetime(2026, 9, 23, 0, 1, tzinfo=WIB)):
            self.assertEqual(penjawab(rencana), [kasi, camat])
            verifikasi(rencana=rencana, oleh=camat)

    def test_atasan_baru_menjawab_sejak_hari_pertamanya(self) -> None:
        rencana = buat_rencana(self.staf)
        lama = self.kantor.kasi
        penugasan = lama.penugasan.get()
        lama.penugasan.update(selesai=date(2026, 9, 16))
        baru = pabrik.buat_pegawai(nama="Kasi baru")
        pabrik.tugaskan(baru, penugasan.jabatan, mulai=date(2026, 9, 17))
        with pada(datetime(2026, 9, 17, 8, 0, tzinfo=WIB)):
            with self.assertRaises(ProsesDitolak):
                verifikasi(rencana=rencana, oleh=akun(lama))
            verifikasi(rencana=rencana, oleh=akun(baru))

    def test_penolakan_beralasan_dan_kebutuhan_terbuka_lagi(self) -> None:
        butuh = usulkan_kebutuhan(sumber=SumberKebutuhan.SURVEI, judul="Menyapa", pegawai=self.staf)
        rencana = buat_rencana(self.staf, kebutuhan=butuh)
        with self.assertRaisesMessage(ProsesDitolak, "alasan"):
            tolak(rencana=rencana, oleh=akun(self.kantor.kasi), alasan="  ")
        tolak(rencana=rencana, oleh=akun(self.kantor.kasi), alasan="Ganti bulan depan.")
        rencana.refresh_from_db()
        butuh.refresh_from_db()
        self.assertEqual((rencana.status, rencana.alasan), (StatusRencana.DITOLAK, "Ganti bulan depan."))
        self.assertEqual(butuh.status, StatusKebutuhan.TERBUKA)
        with self.assertRaises(ProsesDitolak):
            tarik(rencana=rencana, oleh=akun(self.staf), alasan="Batal.")

    def test_satu_kebutuhan_satu_rencana_dan_kode_sekali(self) -> None:
        butuh = usulkan_kebutuhan(sumber=SumberKebutuhan.SURVEI, judul="Menyapa", pegawai=self.staf)
        buat_rencana(self.staf, kebutuhan=butuh)
        with self.assertRaises(ProsesDitolak):
            buat_rencana(self.staf, kebutuhan=KebutuhanPelatihan.objects.get(pk=butuh.pk))
        kode = uuid4()
        isi = IsiRencana(tahun=2026, judul="A", bentuk=bentuk("coaching"), triwulan=4)
        for _ in range(2):
            usulkan_rencana(kode=kode, pegawai=self.staf, oleh=akun(self.staf), isi=isi)
        self.assertEqual(RencanaPengembangan.objects.filter(judul="A").count(), 1)

    def test_kegiatan_orang_lain_atau_yang_sudah_dipakai_bukan_realisasi(self) -> None:
        rencana = buat_rencana(self.staf)
        self.setujui(rencana)
        asing = buat_riwayat(self.pppk, self.pengelola, 5, date(2026, 9, 1))
        for riwayat in ([], [asing]):
            with self.assertRaises(ProsesDitolak):
                realisasikan(rencana=rencana, oleh=akun(self.staf), riwayat=riwayat)

    def test_kebutuhan_dari_asal_yang_sama_sekali(self) -> None:
        for _ in range(2):
            usulkan_kebutuhan(sumber=SumberKebutuhan.KINERJA, judul="A", pegawai=self.staf, kunci_asal="kinerja:9")
        self.assertEqual(KebutuhanPelatihan.objects.count(), 1)

    def test_kebutuhan_ditutup_orang_lain_dengan_alasan(self) -> None:
        butuh = usulkan_kebutuhan(sumber=SumberKebutuhan.USULAN, judul="A", pegawai=self.staf, oleh=akun(self.staf))
        for oleh, alasan in ((akun(self.staf), "Tidak jadi."), (self.pengelola, "")):
            with self.assertRaises(ProsesDitolak):
                tutup_kebutuhan(kebutuhan=butuh, oleh=oleh, alasan=alasan)
        tutup_kebutuhan(kebutuhan=butuh, oleh=akun(self.kantor.kasi), alasan="Sudah dilatih rekan.")


class KompetensiTests(UjiPelatihan):
    def test_kesenjangan_menjadi_kebutuhan(self) -> None:
        kasi, camat = self.kantor.kasi, akun(self.kantor.camat)
        kasi.penugasan.get().jabatan.__class__.objects.filter(penugasan__pegawai=kasi).update(jenis="pengawas")
        semua = list(Kompetensi.objects.order_by("urutan"))
        level = dict(zip(semua, [2, 2, 1, 2, 3, 2, 2, 1, 2], strict=True))
        nilai_kompetensi(pegawai=kasi, oleh=camat, level=level, sumber=SumberPenilaian.ATASAN, tanggal=hari_ini())
        hasil = kesenjangan_pegawai(kasi)
        self.assertEqual((hasil.jpm.persen, hasil.jpm.kategori), (D("88.89"), KategoriJPM.MEMENUHI))
        self.assertEqual(
            set(KebutuhanPelatihan.objects.values_list("kompetensi__kode", flat=True)),
            {"komunikasi", "pengambilan-keputusan"},
        )

    def test_belum_dinilai_dan_yang_dibatalkan(self) -> None:
        self.assertIsNone(kesenjangan_pegawai(self.staf).jpm.persen)
        satu = Kompetensi.objects.get(kode="integritas")
        (baris,) = nilai_kompetensi(
            pegawai=self.staf,
            oleh=akun(self.kantor.kasi),
            level={satu: 1},
            sumber=SumberPenilaian.ATASAN,
            tanggal=hari_ini(),
        )
        self.assertEqual((kesenjangan_pegawai(self.staf).jpm.dinilai, kesenjangan_pegawai(self.staf).jpm.dari), (1, 9))
        batalkan_penilaian(penilaian=baris, oleh=self.pengelola, alasan="Salah orang.")
        self.assertEqual(kesenjangan_pegawai(self.staf).jpm.dinilai, 0)

    def test_tidak_menilai_diri_sendiri(self) -> None:
        satu = Kompetensi.objects.get(kode="integritas")
        for oleh in (akun(self.staf), self.asing, akun(self.kantor.camat)):
            with self.assertRaises(ProsesDitolak):
                nilai_kompetensi(
                    pegawai=self.staf, oleh=oleh, level={satu: 5}, sumber=SumberPenilaian.UJI, tanggal=hari_ini()
                )


class IPASNTests(UjiPelatihan):
    def hitung(self, tahun: int = 2026, **ubah: object) -> D | None:
        isi = {"pendidikan": "s1", "diklat_jenjang": False, "kinerja": "sangat_baik", "hukuman": "tidak_pernah"} | ubah
        return hitung_perkiraan(pegawai=self.staf, tahun=tahun, oleh=self.pengelola, **isi).total  # type: ignore[arg-type]  # values of one dictionary

    def test_p01_dan_p09_dari_catatan_jp(self) -> None:
        """Technical hours of one year are added up; a seminar of two years still counts."""
        buat_riwayat(self.staf, self.pengelola, 4, date(2024, 10, 20), bentuk=bentuk("seminar"))
        buat_riwayat(self.staf, self.pengelola, 10, date(2026, 1, 10))
        buat_riwayat(self.staf, self.pengelola, 9, date(2026, 6, 10))
        self.assertEqual(self.hitung(), D("67.50"))
        buat_riwayat(self.staf, self.pengelola, 1, date(2026, 7, 10))
        self.assertEqual(self.hitung(), D("90.00"))

    def test_yang_lewat_setahun_tidak_ikut(self) -> None:
        buat_riwayat(self.staf, self.pengelola, 20, date(2025, 9, 15))
        self.assertEqual(self.hitung(), D("50.00"))
        buat_riwayat(self.staf, self.pengelola, 20, date(2025, 9, 16))
        self.assertEqual(self.hitung(), D("72.50"))

    def test_yang_belum_diisi_tidak_menghasilkan_angka(self) -> None:
        self.assertIsNone(self.hitung(pendidikan=""))

    def test_tahun_lewat_memegang_skemanya(self) -> None:
        self.hitung(tahun=2025)
        SkemaIPASN.objects.filter(kode="BKN-2024").update(
            status="aktif", bobot=SkemaIPASN.objects.get(kode="BKN-8-2019").bobot
        )
        self.hitung(tahun=2025)
        self.assertEqual(PerkiraanIPASN.objects.get(pegawai=self.staf).skema.kode, "BKN-8-2019")
        self.hitung(tahun=2026)
        self.assertEqual(PerkiraanIPASN.objects.get(pegawai=self.staf, tahun=2026).skema.kode, "BKN-2024")

    def test_skema_draf_tidak_dipakai(self) -> None:
        kini = skema_untuk(2026)
        assert kini is not None
        self.assertEqual((kini.skema.kode, kini.pengganti), ("BKN-8-2019", True))
        lama = skema_untuk(2023)
        assert lama is not None
        self.assertFalse(lama.pengganti)
        self.assertIsNone(skema_untuk(2018))
