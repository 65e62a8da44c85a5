"""Hours, competence and index against the worked cases of the regulations and of the agencies' own tables."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from random import Random

from django.test import SimpleTestCase

from pelatihan.perhitungan.ip_asn import (
    BahanIP,
    HasilKinerja,
    Hukuman,
    Kategori,
    KelompokJabatan,
    Pendidikan,
    Skema,
    hitung_ip,
    indeks_unit,
    kategori,
    kelas_kinerja,
)
from pelatihan.perhitungan.jp import (
    Aturan,
    BarisJP,
    CaraHitung,
    JPTidakTerhitung,
    Kegiatan,
    Konversi,
    Masa,
    Perjanjian,
    hitung_jp,
    hitung_saldo,
    masa_kalender,
    masa_perjanjian,
    rekap_jp,
)
from pelatihan.perhitungan.kompetensi import KategoriJPM, hitung_jpm, kesenjangan

D = Decimal

SEMINAR = Konversi(CaraHitung.PER_HARI, D(4), D(6))
WORKSHOP = Konversi(CaraHitung.PER_HARI, D(5), D(7))
PELATIHAN = Konversi(CaraHitung.PROGRAM, tambahan=D(20))
PNS, PPPK = Aturan(D(20), None), Aturan(None, D(24))
KONTRAK = Perjanjian(date(2026, 3, 1), date(2027, 2, 28))
TAHUN = masa_kalender(date(2026, 6, 1))


def baris(*jp: D, hari: date = date(2026, 5, 5)) -> list[BarisJP]:
    return [BarisJP(hari, satu) for satu in jp]


def seminar(hari: int, *, internasional: bool = False) -> D:
    return hitung_jp(Kegiatan(hari, internasional), SEMINAR)


class JPTests(SimpleTestCase):
    def test_j01_seminar_workshop_dan_pelatihan(self) -> None:
        saldo = hitung_saldo(
            baris(seminar(2), hitung_jp(Kegiatan(1), WORKSHOP), hitung_jp(Kegiatan(3, jp_program=D(10)), PELATIHAN)),
            PNS,
            TAHUN,
        )
        self.assertEqual((saldo.diakui, saldo.terpenuhi, saldo.kekurangan), (23, True, 0))

    def test_j02_empat_seminar_sehari(self) -> None:
        saldo = hitung_saldo(baris(*[seminar(1)] * 4), PNS, TAHUN)
        self.assertEqual((saldo.diakui, saldo.kekurangan, saldo.terpenuhi), (16, 4, False))

    def test_j03_tepat_dua_puluh_terpenuhi(self) -> None:
        jp = hitung_jp(Kegiatan(2, internasional=True), WORKSHOP), seminar(1, internasional=True)
        saldo = hitung_saldo(baris(*jp), PNS, TAHUN)
        self.assertEqual((saldo.diakui, saldo.terpenuhi), (20, True))

    def test_j04_tambahan_dua_puluh_persen_tidak_dibulatkan(self) -> None:
        teknis = hitung_jp(Kegiatan(3, internasional=True, jp_program=D(12)), PELATIHAN)
        saldo = hitung_saldo(baris(teknis, seminar(1)), PNS, TAHUN)
        self.assertEqual((teknis, saldo.diakui, saldo.kekurangan), (D("14.4"), D("18.4"), D("1.6")))

    def test_j05_j06_menit_dibulatkan_ke_bawah(self) -> None:
        self.assertEqual([hitung_jp(Kegiatan(1, menit=menit), PELATIHAN) for menit in (225, 100, 89)], [5, 2, 1])

    def test_kurang_dari_satu_jp_atau_tanpa_bahan_ditolak(self) -> None:
        for kegiatan in (Kegiatan(1, menit=44), Kegiatan(1), Kegiatan(1, jp_program=D(0))):
            with self.subTest(kegiatan), self.assertRaises(JPTidakTerhitung):
                hitung_jp(kegiatan, PELATIHAN)
        with self.assertRaises(JPTidakTerhitung):
            hitung_jp(Kegiatan(0), SEMINAR)

    def test_bentuk_tanpa_konversi_internasional_ditolak(self) -> None:
        with self.assertRaises(JPTidakTerhitung):
            hitung_jp(Kegiatan(1, internasional=True, jp_program=D(10)), Konversi(CaraHitung.PROGRAM))
        with self.assertRaises(JPTidakTerhitung):
            hitung_jp(Kegiatan(1, internasional=True), Konversi(CaraHitung.PER_KEGIATAN, D(2)))

    def test_j07_tahun_dari_hari_terakhir_kegiatan(self) -> None:
        # 29–31 December 2025, certificate of 5 January 2026.
        semua = [BarisJP(date(2025, 12, 31), D(15))]
        tahun = {satu: hitung_saldo(semua, PNS, masa_kalender(date(satu, 6, 1))).diakui for satu in (2025, 2026)}
        self.assertEqual(tahun, {2025: 15, 2026: 0})

    def test_j08_sertifikat_kembar_dan_yang_belum_diperiksa(self) -> None:
        hari = date(2026, 4, 4)
        semua = [
            BarisJP(hari, D(10), nomor="12/2026", penerbit="bkpsdm"),
            BarisJP(hari, D(10), nomor="12/2026", penerbit="bkpsdm"),
            BarisJP(hari, D(8), nomor="13/2026", penerbit="bkpsdm", sah=False),
        ]
        self.assertEqual(hitung_saldo(semua, PNS, TAHUN).diakui, 10)

    def test_kegiatan_yang_sama_dengan_nama_bentuk_lain_sekali(self) -> None:
        semua = [BarisJP(date(2026, 4, 4), D(jp), nomor=str(jp), kegiatan="k") for jp in (4, 5)]
        self.assertEqual(hitung_saldo(semua, PNS, TAHUN).tercatat, 4)

    def test_j09_tahun_perjanjian_bukan_tahun_kalender(self) -> None:
        semua = [BarisJP(date(2026, 4, 14), D(10)), BarisJP(date(2027, 1, 20), D(10))]
        masa = masa_perjanjian(date(2027, 1, 20), [KONTRAK])
        self.assertEqual(masa, Masa(date(2026, 3, 1), date(2027, 2, 28)))
        assert masa is not None
        saldo = hitung_saldo(semua, PPPK, masa)
        self.assertEqual((saldo.diakui, saldo.sisa, saldo.terpenuhi), (20, 4, None))
        self.assertEqual(hitung_saldo(semua, PPPK, TAHUN).diakui, 10)

    def test_j10_dicatat_penuh_diakui_sampai_batas(self) -> None:
        semua = [BarisJP(date(2026, 4, 14), D(10)), *baris(D(10), D(6), hari=date(2027, 2, 10))]
        saldo = hitung_saldo(semua, PPPK, Masa(KONTRAK.mulai, KONTRAK.selesai))
        self.assertEqual((saldo.tercatat, saldo.diakui, saldo.lebih, saldo.sisa), (26, 24, 2, 0))

    def test_j11_rekap_unit(self) -> None:
        rekap = rekap_jp([D(20), D("19.5"), D(24), D(0), D(31)], D(20))
        self.assertEqual((rekap.terpenuhi, rekap.banyak, rekap.persen, rekap.rerata), (3, 5, 60, D("18.9")))
        self.assertIsNone(rekap_jp([], D(20)).persen)

    def test_perjanjian_mulai_29_februari(self) -> None:
        kabisat = [Perjanjian(date(2024, 2, 29), date(2029, 2, 27))]
        for hari, mulai, selesai in (
            (date(2025, 2, 27), date(2024, 2, 29), date(2025, 2, 27)),
            (date(2025, 2, 28), date(2025, 2, 28), date(2026, 2, 27)),
            (date(2028, 2, 28), date(2027, 2, 28), date(2028, 2, 28)),
            (date(2028, 2, 29), date(2028, 2, 29), date(2029, 2, 27)),
        ):
            with self.subTest(hari):
                self.assertEqual(masa_perjanjian(hari, kabisat), Masa(mulai, selesai))
        self.assertIsNone(masa_perjanjian(date(2024, 2, 28), kabisat))
        self.assertIsNone(masa_perjanjian(date(2029, 2, 28), kabisat))

    def test_sifat_setiap_hari_perjanjian_ada_di_tepat_satu_masa(self) -> None:
        acak = Random(7)  # noqa: S311 - a fixed seed for cases, no secret
        for _ in range(200):
            mulai = date(2020, 1, 1) + timedelta(days=acak.randrange(2000))
            satu = Perjanjian(mulai, mulai + timedelta(days=acak.randrange(30, 1900)))
            hari, masa = mulai, set()
            while hari <= satu.selesai:
                kini = masa_perjanjian(hari, [satu])
                assert kini is not None
                self.assertTrue(kini.memuat(hari))
                masa.add(kini)
                hari = kini.selesai + timedelta(days=1)
            self.assertEqual(sum((m.selesai - m.mulai).days + 1 for m in masa), (satu.selesai - mulai).days + 1)

    def test_sifat_saldo(self) -> None:
        """What is credited never passes the limit, nothing is lost, and the order does not matter."""
        acak = Random(11)  # noqa: S311 - a fixed seed for cases, no secret
        for _ in range(300):
            jp = [D(acak.randrange(1, 400)) / 10 for _ in range(acak.randrange(8))]
            aturan = Aturan(acak.choice([None, D(20)]), acak.choice([None, D(24)]))
            saldo = hitung_saldo(baris(*jp), aturan, TAHUN)
            self.assertEqual(saldo.tercatat, sum(jp, D(0)))
            self.assertEqual(saldo.diakui + saldo.lebih, saldo.tercatat)
            self.assertTrue(aturan.maksimum is None or saldo.diakui <= aturan.maksimum)
            acak.shuffle(jp)
            self.assertEqual(hitung_saldo(baris(*jp), aturan, TAHUN), saldo)


KODE = ["integritas", "kerja", "komunikasi", "hasil", "layanan", "diri", "perubahan", "putusan", "bangsa"]


class KompetensiTests(SimpleTestCase):
    def test_k01_pengawas(self) -> None:
        semua = kesenjangan(dict.fromkeys(KODE, 2), dict(zip(KODE, [2, 2, 1, 2, 3, 2, 2, 1, 2], strict=True)))
        self.assertEqual(
            {satu.kompetensi: satu.selisih for satu in semua if satu.selisih},
            {"komunikasi": -1, "layanan": 1, "putusan": -1},
        )
        self.assertEqual((hitung_jpm(semua, potong=False).persen, hitung_jpm(semua).persen), (D("94.44"), D("88.89")))

    def test_k02_pelaksana_tanpa_kesenjangan(self) -> None:
        semua = kesenjangan(dict.fromkeys(KODE, 1), dict.fromkeys(KODE, 1))
        self.assertEqual({satu.selisih for satu in semua}, {0})
        self.assertEqual(hitung_jpm(semua).persen, 100)

    def test_k03_administrator_semua_dua(self) -> None:
        semua = kesenjangan(dict.fromkeys(KODE, 3), dict.fromkeys(KODE, 2))
        self.assertEqual([satu.selisih for satu in semua], [-1] * 9)
        hasil = hitung_jpm(semua)
        self.assertEqual((hasil.persen, hasil.kategori), (D("66.67"), KategoriJPM.KURANG))

    def test_k04_belum_dinilai_bukan_nol(self) -> None:
        semua = kesenjangan(dict.fromkeys(KODE, 2), dict.fromkeys(KODE[:-1], 2))
        self.assertIsNone(semua[-1].selisih)
        hasil = hitung_jpm(semua)
        self.assertEqual((hasil.dinilai, hasil.dari, hasil.persen, hasil.lengkap), (8, 9, 100, False))
        self.assertIsNone(hitung_jpm(kesenjangan({"integritas": 2}, {})).persen)

    def test_batas_kategori_dari_angka_tepat(self) -> None:
        for standar, aktual, harap in ((5, 4, "memenuhi"), (25, 17, "masih_memenuhi"), (3, 2, "kurang")):
            with self.subTest(aktual):
                self.assertEqual(hitung_jpm(kesenjangan({"a": standar}, {"a": aktual})).kategori, harap)


def _angka(**isi: str) -> dict[str, D]:
    return {nama: D(nilai) for nama, nilai in isi.items()}


BKN_8_2019 = Skema(
    kualifikasi=_angka(s3="25", s2="20", s1="15", d3="10", slta="5", bawah="1"),
    kompetensi={
        "struktural": _angka(diklat_jenjang="15", diklat_teknis="15", seminar="10"),
        "fungsional": _angka(diklat_jenjang="15", diklat_teknis="15", seminar="10"),
        "pelaksana": _angka(diklat_teknis="22.5", seminar="17.5"),
    },
    kinerja=_angka(sangat_baik="30", baik="25", cukup="15", kurang="5", buruk="1"),
    disiplin=_angka(tidak_pernah="5", ringan="3", sedang="2", berat="1"),
)


def orang(isi: str) -> BahanIP:
    """Kind of post, education, level training, JP of technical training, seminar, result, punishment."""
    kelompok, pendidikan, jenjang, teknis, ikut, kinerja, hukuman = isi.split()
    return BahanIP(
        kelompok=KelompokJabatan(kelompok),
        pendidikan=Pendidikan(pendidikan),
        diklat_jenjang=jenjang == "1",
        jp_teknis=D(teknis),
        seminar=ikut == "1",
        kinerja=HasilKinerja(kinerja),
        hukuman=Hukuman(hukuman),
    )


# Person, qualification, competence, performance, discipline, total, category.
EMAS = {
    "P01": (orang("pelaksana s1 0 20 1 sangat_baik tidak_pernah"), "15 40 30 5 90", "tinggi"),
    "P02": (orang("pelaksana slta 0 0 1 baik tidak_pernah"), "5 17.5 25 5 52.5", "sangat_rendah"),
    "P03": (orang("struktural s2 1 20 1 sangat_baik tidak_pernah"), "20 40 30 5 95", "sangat_tinggi"),
    "P04": (orang("struktural s1 0 20 1 baik tidak_pernah"), "15 25 25 5 70", "rendah"),
    "P05": (orang("fungsional s1 1 0 1 baik ringan"), "15 25 25 3 68", "rendah"),
    "P06": (orang("pelaksana s1 0 20 0 sangat_baik ringan"), "15 22.5 30 3 70.5", "rendah"),
    "P07": (orang("struktural s3 1 20 1 sangat_baik tidak_pernah"), "25 40 30 5 100", "sangat_tinggi"),
    "P08": (orang("pelaksana bawah 0 0 0 buruk berat"), "1 0 1 1 3", "sangat_rendah"),
    "P09": (orang("pelaksana s1 0 19 1 sangat_baik tidak_pernah"), "15 17.5 30 5 67.5", "rendah"),
}


class IPASNTests(SimpleTestCase):
    def test_orang(self) -> None:
        for nama, (bahan, angka, golongan) in EMAS.items():
            with self.subTest(nama):
                hasil = hitung_ip(bahan, BKN_8_2019)
                nilai = [hasil.kualifikasi, hasil.kompetensi, hasil.kinerja, hasil.disiplin, hasil.total]
                self.assertEqual(nilai, [D(satu) for satu in angka.split()])
                self.assertEqual(hasil.kategori, Kategori(golongan))

    def test_p10_rerata_orang(self) -> None:
        total = [hitung_ip(EMAS[f"P0{urut}"][0], BKN_8_2019).total for urut in range(1, 5)]
        rerata = indeks_unit(satu for satu in total if satu is not None)
        self.assertEqual(rerata, D("76.88"))
        assert rerata is not None
        self.assertEqual(kategori(rerata), Kategori.SEDANG)
        self.assertIsNone(indeks_unit([]))

    def test_nilai_tertinggi_seratus_untuk_setiap_kelompok(self) -> None:
        for kelompok in KelompokJabatan:
            bahan = orang(f"{kelompok.value} s3 1 20 1 sangat_baik tidak_pernah")
            self.assertEqual(hitung_ip(bahan, BKN_8_2019).total, 100)

    def test_lubang_antara_dua_kategori_ikut_batas_bawah(self) -> None:
        for nilai, harap in (("60.5", "sangat_rendah"), ("70.5", "rendah"), ("80.5", "sedang"), ("90.5", "tinggi")):
            with self.subTest(nilai):
                self.assertEqual(kategori(D(nilai)), Kategori(harap))

    def test_yang_belum_diketahui_tidak_menjadi_nol(self) -> None:
        bahan = BahanIP(KelompokJabatan.PELAKSANA, None, False, D(20), True, None, None)
        hasil = hitung_ip(bahan, BKN_8_2019)
        self.assertEqual((hasil.total, hasil.kategori, hasil.kualifikasi), (None, None, None))
        self.assertEqual(hasil.belum, ("pendidikan", "hasil kinerja", "hukuman disiplin"))

    def test_apa_yang_menaikkan_indeks(self) -> None:
        hasil = hitung_ip(EMAS["P08"][0], BKN_8_2019)
        self.assertEqual(
            [(satu.kode, satu.poin) for satu in hasil.peningkat], [("diklat_teknis", D("22.5")), ("seminar", D("17.5"))]
        )

    def test_kelas_kinerja_lima_puluh_buruk(self) -> None:
        kelas = [kelas_kinerja(D(nilai)) for nilai in (91, 90, 76, 75, 61, 60, 51, 50, 0)]
        self.assertEqual(
            kelas,
            ["sangat_baik", "baik", "baik", "cukup", "cukup", "kurang", "kurang", "buruk", "buruk"],
        )
