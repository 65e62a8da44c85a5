"""The calendar: days by role, the page, and the file."""

from __future__ import annotations

from datetime import UTC, date, datetime

from django.db import connection
from django.test import SimpleTestCase, TestCase
from django.test.utils import CaptureQueriesContext

from kinerja.perhitungan.ics import HariKalender, tulis_ics
from kinerja.ringkasan.kalender import hari_penting
from rakumpit.organisasi.models import Pengguna
from rakumpit.waktu import WIB
from tests import pabrik
from tests.kinerja.kantor import Kantor, akun, buat_kantor
from tests.kinerja.test_keberatan import TETAPKAN, UjiKeberatan, finalkan
from tests.survei.dasar import pada

HARI = date(2026, 9, 15)


class IcsTests(SimpleTestCase):
    """Golden values: RFC 5545 sections 3.1 (folding), 3.3.11 (escapes), 3.6.1 (whole days)."""

    def tulis(self, **isi: str) -> list[str]:
        satu = HariKalender("kunci-1", date(2026, 12, 31), **{"judul": "Tenggat"} | isi)
        return tulis_ics([satu], nama="Uji", dibuat=datetime(2026, 9, 15, 2, 0, tzinfo=UTC)).decode().split("\r\n")

    def test_hari_penuh_berakhir_esoknya(self) -> None:
        baris = self.tulis()
        assert baris[0] == "BEGIN:VCALENDAR"
        assert "DTSTART;VALUE=DATE:20261231" in baris
        assert "DTEND;VALUE=DATE:20270101" in baris
        assert "DTSTAMP:20260915T020000Z" in baris
        assert "UID:kunci-1@kinerja-rakumpit" in baris
        assert baris[-2:] == ["END:VCALENDAR", ""]

    def test_tanda_khusus_dilindungi(self) -> None:
        assert "SUMMARY:a\\, b\\; c\\\\d\\ne" in self.tulis(judul="a, b; c\\d\ne")

    def test_baris_panjang_dilipat_tanpa_memotong_huruf(self) -> None:
        judul = "Realisasi «triwulan» " * 10
        baris = self.tulis(judul=judul)
        assert all(len(satu.encode()) <= 75 for satu in baris)
        utuh = "\r\n".join(baris).replace("\r\n ", "")
        assert f"SUMMARY:{judul}" in utuh


class HariTests(TestCase):
    kantor: Kantor

    @classmethod
    def setUpTestData(cls) -> None:
        cls.kantor = buat_kantor(1)
        cls.kantor.periode.jalan_pada = datetime(2026, 10, 11, 1, 0, tzinfo=WIB)
        cls.kantor.periode.save()

    def setUp(self) -> None:
        beku = pada(datetime(2026, 9, 15, 9, 0, tzinfo=WIB))
        beku.__enter__()
        self.addCleanup(beku.__exit__, None, None, None)

    def judul(self, pengguna: Pengguna) -> list[tuple[date, str]]:
        return [(satu.tanggal, satu.judul) for satu in hari_penting(pengguna, HARI)]

    mengisi = (date(2026, 10, 10), "Hari terakhir mengisi realisasi Triwulan III 2026")
    dihitung = (date(2026, 10, 11), "Usulan Triwulan III 2026 dihitung, lalu dinilai")
    skp = (date(2027, 1, 31), "Tenggat SKP 2027 disetujui")

    def test_menurut_peran(self) -> None:
        assert self.judul(akun(self.kantor.staf[0])) == [self.mengisi, self.skp]
        assert self.judul(akun(self.kantor.kasi)) == [self.mengisi, self.dihitung, self.skp]
        assert self.judul(self.kantor.pengelola) == [self.dihitung]

    def test_periode_status_lain_dan_yang_jauh_tidak_ikut(self) -> None:
        self.kantor.periode.berlaku_untuk = ["pppk"]
        self.kantor.periode.save()
        pabrik.buat_periode(kode="jauh", mulai=date(2028, 1, 1), selesai=date(2028, 3, 31), batas_isi=date(2028, 4, 10))
        assert self.judul(akun(self.kantor.staf[0])) == [self.skp]

    def test_yang_dibuka_kembali_memakai_tenggat_barunya(self) -> None:
        self.kantor.periode.dibuka_kembali_sampai = date(2026, 10, 20)
        self.kantor.periode.alasan_dibuka_kembali = "Jaringan putus."
        self.kantor.periode.save()
        assert self.judul(akun(self.kantor.staf[0]))[0][0] == date(2026, 10, 20)

    def test_halaman_dan_berkas(self) -> None:
        self.client.force_login(akun(self.kantor.staf[0]))
        jawab = self.client.get("/kinerja/kalender/")
        assert jawab.context["judul"] == "Tenggat berikutnya 25 hari lagi"
        assert [nama for nama, _hari in jawab.context["bulan"]] == ["Oktober 2026", "Januari 2027"]
        self.assertContains(jawab, "belum diperiksa dengan peraturan")
        berkas = self.client.get("/kinerja/kalender/unduh.ics")
        assert berkas["Content-Type"] == "text/calendar; charset=utf-8"
        assert berkas.content.decode().count("BEGIN:VEVENT") == 2

    def test_tanpa_tenggat_dan_tanpa_peran(self) -> None:
        self.client.force_login(pabrik.buat_pengguna(pemeriksa=True))
        assert self.client.get("/kinerja/kalender/").status_code == 404
        self.kantor.periode.jalan_pada = None
        self.kantor.periode.save()
        self.client.force_login(self.kantor.pengelola)
        self.assertContains(self.client.get("/kinerja/kalender/"), "Belum ada tenggat")

    def test_jumlah_kueri_sama_untuk_1_dan_3_periode(self) -> None:
        self.client.force_login(akun(self.kantor.kasi))

        def hitung() -> int:
            with CaptureQueriesContext(connection) as tangkap:
                self.client.get("/kinerja/kalender/")
            return len(tangkap)

        hitung()  # the first page of a session also stores the session
        satu = hitung()
        for kode, bulan in (("satu", 10), ("dua", 11)):
            pabrik.buat_periode(
                kode=kode,
                nama=kode,
                mulai=date(2026, bulan, 1),
                selesai=date(2026, bulan, 28),
                batas_isi=date(2026, 12, 10),
                jalan_pada=datetime(2026, 12, 11, 1, 0, tzinfo=WIB),
            )
        assert hitung() == satu
        assert satu <= 16


class KeberatanTests(UjiKeberatan):
    """Delivered on 1 October, day 14 is 15 October; objected to on that day, the decision is due 14 days later."""

    mengajukan = (date(2026, 10, 15), "Hari terakhir mengajukan keberatan atas hasil Triwulan III 2026")
    memutus = (date(2026, 10, 29), "Hari terakhir memutus keberatan Staf 1")

    def hari(self, pengguna: Pengguna) -> list[tuple[date, str]]:
        return [
            (satu.tanggal, satu.judul) for satu in hari_penting(pengguna, TETAPKAN.date()) if "keberatan" in satu.judul
        ]

    def test_hari_terakhir_pegawai_sampai_keberatannya_diajukan(self) -> None:
        assert self.hari(self.staf) == [self.mengajukan]
        assert self.hari(self.kasi) == self.hari(self.camat) == self.hari(akun(self.kantor.staf[1])) == []
        self.ajukan()
        assert self.hari(self.staf) == []

    def test_hari_terakhir_pemutus_sampai_diputus(self) -> None:
        keberatan = self.didengar()
        assert self.hari(self.camat) == [self.memutus]
        assert self.hari(self.kasi) == self.hari(self.kantor.pengelola) == []
        self.putus(keberatan)
        # The answer to an objection is final: no further day for the person either.
        assert self.hari(self.camat) == self.hari(self.staf) == []

    def test_pengelola_mencatat_putusan_pejabat_tanpa_akun(self) -> None:
        baris = finalkan(self.kantor, self.kantor.kasi, self.camat)
        self.ajukan(evaluasi=baris, oleh=self.kasi)
        assert [judul for _hari, judul in self.hari(self.kantor.pengelola)] == ["Hari terakhir memutus keberatan Kasi"]

    def test_berkas_menandai_yang_belum_diperiksa_dengan_peraturan(self) -> None:
        self.client.force_login(self.staf)
        self.assertContains(self.client.get("/kinerja/kalender/"), "belum diperiksa dengan peraturan", count=2)
        berkas = self.client.get("/kinerja/kalender/unduh.ics").content.decode()
        assert "DTSTART;VALUE=DATE:20261015" in berkas

    def test_jumlah_kueri_sama_untuk_satu_dan_dua_keberatan(self) -> None:
        self.ajukan()
        lain = finalkan(self.kantor, self.kantor.staf[1], self.kasi)
        self.client.force_login(self.camat)

        def hitung() -> int:
            with CaptureQueriesContext(connection) as tangkap:
                self.client.get("/kinerja/kalender/")
            return len(tangkap)

        hitung()
        satu = hitung()
        self.ajukan(evaluasi=lain, oleh=akun(self.kantor.staf[1]))
        assert hitung() == satu
