"""What other apps read: pooled over the subtree, from locked surveys only, with a fixed number of queries."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from django.test import SimpleTestCase

from survei import proses
from survei.models import HasilSurvei, Hitungan, RekapHarian, Respons, Survei
from survei.ringkasan import (
    BandingUnsur,
    banding_unsur,
    hasil_terbit,
    jumlah_terbuka,
    menunggu,
    selisih_hitungan,
    umpan_balik,
)
from survei.ringkasan.teks import teks_masa
from tests import pabrik
from tests.survei.dasar import UjiSurvei
from tests.tugas import untuk

MULAI, SELESAI = date(2026, 7, 1), date(2026, 9, 30)


class TeksTests(SimpleTestCase):
    def test_masa_sehari_disebut_sekali(self) -> None:
        self.assertEqual(teks_masa(MULAI, SELESAI), "1 Juli – 30 September 2026")
        self.assertEqual(teks_masa(date(2026, 12, 1), date(2027, 1, 31)), "1 Desember 2026 – 31 Januari 2027")
        self.assertEqual(teks_masa(MULAI, MULAI), "1 Juli 2026")


class UjiTerkunci(UjiSurvei):
    def terkunci(self, unit, *nilai: int, **ubah) -> Survei:
        survei = pabrik.buat_survei(unit, **({"mulai": MULAI, "selesai": SELESAI} | ubah))
        for satu in nilai:
            pabrik.buat_respons(survei, satu)
        proses.tutup(survei=survei, oleh=self.pengelola)
        proses.kunci(survei=survei, oleh=self.pengelola)
        return survei


class UjiUmpanBalik(UjiTerkunci):
    def test_satu_survei_terkunci(self) -> None:
        survei = self.terkunci(self.unit, *[4, 3] * 3, populasi=100)
        satu = umpan_balik(unit_ids=[self.unit.pk], mulai=MULAI, selesai=SELESAI)[self.unit.pk]
        assert (satu.n, satu.ikm, satu.mutu) == (6, Decimal("87.50"), "B")
        assert satu.unsur["perilaku"].nrr == Decimal("3.5000")
        assert satu.unsur["kompetensi"].n == 6
        assert satu.target_sampel == 80
        assert {"sampel_kecil", "di_bawah_target"} <= set(satu.bendera)
        assert [butir.uuid for butir in satu.survei] == [survei.uuid]
        assert len(satu.catatan) == len(satu.bendera)

    def test_induk_menggabungkan_semua_jawaban_bukan_rata_rata_dari_rata_rata(self) -> None:
        induk = pabrik.buat_unit()
        besar, kecil = pabrik.buat_unit(induk=induk), pabrik.buat_unit(induk=induk)
        self.terkunci(besar, *[4] * 9)
        self.terkunci(kecil, 1)
        hasil = umpan_balik(unit_ids=[induk.pk, besar.pk], mulai=MULAI, selesai=SELESAI)
        assert hasil[induk.pk].ikm == Decimal("92.50")
        assert hasil[induk.pk].n == 10
        assert hasil[besar.pk].ikm == Decimal("100.00")
        assert kecil.pk not in hasil

    def test_dua_masa_dalam_satu_periode_digabung(self) -> None:
        self.terkunci(self.unit, *[4] * 3, mulai=date(2026, 7, 1), selesai=date(2026, 7, 31))
        self.terkunci(self.unit, *[2] * 3, mulai=date(2026, 8, 1), selesai=date(2026, 9, 30))
        satu = umpan_balik(unit_ids=[self.unit.pk], mulai=MULAI, selesai=SELESAI)[self.unit.pk]
        assert (satu.n, satu.ikm, len(satu.survei)) == (6, Decimal("75.00"), 2)

    def test_kurang_dari_lima_jawaban_tidak_keluar_sebagai_angka(self) -> None:
        self.terkunci(self.unit, *[4] * 4, mulai=date(2026, 7, 1), selesai=date(2026, 7, 31))
        satu = umpan_balik(unit_ids=[self.unit.pk], mulai=MULAI, selesai=SELESAI)[self.unit.pk]
        assert (satu.n, satu.ikm, satu.mutu, satu.unsur["perilaku"].nrr) == (4, None, "", None)
        self.terkunci(self.unit, 4, mulai=date(2026, 8, 1), selesai=date(2026, 8, 31))
        satu = umpan_balik(unit_ids=[self.unit.pk], mulai=MULAI, selesai=SELESAI)[self.unit.pk]
        assert (satu.n, satu.ikm, satu.unsur["perilaku"].nrr) == (5, Decimal("100.00"), Decimal("4.0000"))

    def test_yang_belum_dikunci_dan_di_luar_periode_tidak_ikut(self) -> None:
        pabrik.buat_respons(self.survei, 4)
        self.terkunci(self.unit, 4, mulai=date(2026, 4, 1), selesai=date(2026, 6, 30))
        self.terkunci(self.unit, 4, mulai=date(2026, 6, 1), selesai=date(2026, 9, 30))
        assert umpan_balik(unit_ids=[self.unit.pk], mulai=MULAI, selesai=SELESAI) == {}

    def test_survei_tanpa_jawaban_memberi_kosong_bukan_nol(self) -> None:
        self.terkunci(self.unit)
        satu = umpan_balik(unit_ids=[self.unit.pk], mulai=MULAI, selesai=SELESAI)[self.unit.pk]
        assert (satu.n, satu.ikm, satu.mutu) == (0, None, "")
        assert satu.unsur["waktu"].nrr is None
        assert "tanpa_jawaban" in satu.bendera

    def test_dua_kueri_untuk_satu_maupun_banyak_unit(self) -> None:
        unit = [pabrik.buat_unit() for _ in range(12)]
        for satu in unit:
            self.terkunci(satu, 3)
        for diminta in (unit[:1], unit):
            with self.assertNumQueries(2):
                hasil = umpan_balik(unit_ids=[satu.pk for satu in diminta], mulai=MULAI, selesai=SELESAI)
            assert len(hasil) == len(diminta)
        with self.assertNumQueries(0):
            assert umpan_balik(unit_ids=[], mulai=MULAI, selesai=SELESAI) == {}


class UjiBandingUnsur(UjiTerkunci):
    """An element before and after two days in May 2026."""

    MASA = ({"mulai": date(2026, 1, 1), "selesai": date(2026, 3, 31)}, {"mulai": date(2026, 7, 1), "selesai": SELESAI})

    def banding(self) -> BandingUnsur:
        return banding_unsur(self.unit.pk, "perilaku", sebelum=date(2026, 5, 4), sesudah=date(2026, 5, 5))

    def test_sebelum_dan_sesudah_dengan_selang_dan_arah(self) -> None:
        for masa, nilai in zip(self.MASA, ([2, 3], [3, 4]), strict=True):
            self.terkunci(self.unit, *nilai * 20, **masa)
        with self.assertNumQueries(1):
            satu = self.banding()
        assert satu.sebelum is not None
        assert satu.sesudah is not None
        assert (satu.sebelum.n, satu.sebelum.nilai, satu.sebelum.mulai) == (40, Decimal("62.50"), date(2026, 1, 1))
        assert (satu.sesudah.nilai, satu.arah) == (Decimal("87.50"), "naik")
        assert satu.sesudah.selang is not None
        assert satu.sesudah.nilai is not None
        assert satu.sesudah.selang[0] < satu.sesudah.nilai < satu.sesudah.selang[1]

    def test_di_bawah_tiga_puluh_jawaban_tidak_ada_angka(self) -> None:
        for masa in self.MASA:
            self.terkunci(self.unit, *[3] * 29, **masa)
        satu = self.banding()
        assert satu.sesudah is not None
        assert (satu.sesudah.n, satu.sesudah.nilai, satu.sesudah.selang) == (29, None, None)
        assert satu.arah == "belum dapat dibandingkan"

    def test_yang_memuat_hari_kegiatan_dan_unit_lain_tidak_ikut(self) -> None:
        self.terkunci(self.unit, *[3] * 30, mulai=date(2026, 4, 1), selesai=date(2026, 6, 30))
        self.terkunci(pabrik.buat_unit(), *[3] * 30, **self.MASA[0])
        assert self.banding() == BandingUnsur(None, None, "")


class UjiBeranda(UjiSurvei):
    def test_jumlah_terbuka(self) -> None:
        assert jumlah_terbuka() == 1

    def test_menunggu_menyebut_survei_yang_harus_dikunci_kepada_pengelola(self) -> None:
        assert untuk(menunggu, self.pengelola) == []
        proses.tutup(survei=self.survei, oleh=self.pengelola)
        assert [satu.judul for satu in untuk(menunggu, self.pengelola)] == [f"Kunci survei: {self.survei.judul}"]
        assert untuk(menunggu, self.pengelola)[0].tautan == f"/survei/kelola/{self.survei.uuid}/"
        assert untuk(menunggu, self.lurah) == untuk(menunggu, self.petugas) == untuk(menunggu, self.luar) == []

    def test_hasil_terbit_tanpa_indeks_bila_jawaban_kurang(self) -> None:
        for _ in range(9):
            pabrik.buat_respons(self.survei)
        proses.tutup(survei=self.survei, oleh=self.pengelola)
        proses.kunci(survei=self.survei, oleh=self.pengelola)
        assert hasil_terbit() == []
        proses.publikasikan(survei=self.survei, oleh=self.pengelola)
        assert [(satu.n, satu.ikm, satu.mutu) for satu in hasil_terbit()] == [(9, None, "")]


class UjiSelisihHitungan(UjiSurvei):
    """What ``verifikasi`` finds in the counters."""

    HARI = date(2026, 7, 1)

    def setUp(self) -> None:
        super().setUp()
        for nilai in (4, 4, 3):
            pabrik.buat_respons(self.survei, nilai, tanggal=self.HARI)
        sedikit: dict[str, int | None] = {"persyaratan": 1, "biaya": None}
        pabrik.buat_respons(self.survei, sedikit, tanggal=self.HARI)
        pabrik.buat_respons(self.survei, 1, tanggal=self.HARI, dibatalkan=True, alasan_batal="Uji coba")
        proses.hitung_ulang_seluruhnya(survei_id=self.survei.pk)

    def temuan(self) -> list[tuple[str, int, int]]:
        return [(satu.apa, satu.tersimpan, satu.seharusnya) for satu in selisih_hitungan()]

    def test_hitungan_yang_benar_tidak_berselisih_juga_sesudah_dikunci(self) -> None:
        assert self.temuan() == []
        proses.tutup(survei=self.survei, oleh=self.pengelola)
        proses.kunci(survei=self.survei, oleh=self.pengelola)
        assert self.temuan() == []

    def test_setiap_jenis_hitungan_yang_rusak_disebut(self) -> None:
        Hitungan.objects.filter(kode_unsur="perilaku", nilai=4).update(jumlah=3)
        Hitungan.objects.filter(kode_unsur="biaya", nilai=3).delete()
        RekapHarian.objects.update(diterima=9, dihitung=2, lurus=0)
        assert self.temuan() == [
            ("biaya=3", 0, 1),
            ("dihitung", 2, 3),
            ("diterima", 9, 4),
            ("lurus", 0, 3),
            ("perilaku=4", 3, 2),
        ]
        satu = selisih_hitungan()[0]
        assert (satu.survei, satu.layanan, satu.hari) == (self.survei.kode, self.layanan.nama, self.HARI)

    def test_hitungan_tanpa_jawaban_dan_jawaban_tanpa_hitungan_disebut(self) -> None:
        Respons.objects.filter(survei=self.survei).delete()
        assert ("diterima", 4, 0) in self.temuan()
        RekapHarian.objects.all().delete()
        Hitungan.objects.all().delete()
        pabrik.buat_respons(self.survei, 2, tanggal=self.HARI)
        assert ("diterima", 0, 1) in self.temuan()

    def test_hari_yang_hitungannya_masih_diminta_belum_salah(self) -> None:
        pabrik.buat_respons(self.survei, 2, tanggal=self.HARI)
        assert self.temuan()
        proses.isian.antrekan_hitung(survei_id=self.survei.pk, layanan_id=self.layanan.pk, hari=self.HARI)
        assert self.temuan() == []
        RekapHarian.objects.create(
            survei=self.survei, layanan=self.layanan, hari=date(2026, 7, 2), diterima=1, dihitung=1
        )
        assert self.temuan() == [("dihitung", 1, 0), ("diterima", 1, 0)]

    def test_hasil_terkunci_dibandingkan_dengan_hitungan(self) -> None:
        rincian = {"unsur": {"perilaku": {"sebaran": {"1": 0, "3": 1, "4": 5}}}}
        HasilSurvei.objects.create(survei=self.survei, n=7, rincian=rincian)
        assert self.temuan() == [("dihitung", 7, 3), ("perilaku=4", 5, 2)]
        assert {satu.hari for satu in selisih_hitungan()} == {None}
