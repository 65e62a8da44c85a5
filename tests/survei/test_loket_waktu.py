"""What the counter measured, for those inside: the page of times, N for the next survey, and what was left open."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import uuid4

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from rakumpit.audit.models import CatatanAudit
from survei import proses
from survei.enums import StatusSurvei
from survei.models import PelayananLoket
from survei.permissions import layanan_terlihat
from survei.proses.loket import pakai_pemohon
from survei.ringkasan import menunggu
from tests import pabrik
from tests.survei.dasar import SAAT, UjiSurvei, akun, pada
from tests.tugas import untuk


class UjiWaktu(UjiSurvei):
    def setUp(self) -> None:
        super().setUp()
        self.layanan.unit = self.unit
        self.layanan.save()

    def catat(self, *menit: int, hari: date) -> None:
        mulai = SAAT.replace(year=hari.year, month=hari.month, day=hari.day)
        PelayananLoket.objects.bulk_create(
            PelayananLoket(
                layanan=self.layanan, unit=self.unit, petugas=self.petugas, kiriman=uuid4(), hari=hari,
                mulai=mulai, selesai=mulai + timedelta(minutes=satu),
            )
            for satu in menit
        )  # fmt: skip

    def test_siapa_melihat_layanan_mana(self) -> None:
        atas = pabrik.buat_unit()
        self.unit.induk = atas
        self.unit.save()
        pimpinan = akun(pabrik.buat_pegawai(atas, memimpin=True))
        for boleh in (self.lurah, self.petugas, pimpinan, self.pengelola):
            assert self.layanan in layanan_terlihat(boleh)
        for bukan in (self.luar, self.admin):
            assert self.layanan not in layanan_terlihat(bukan)

    def test_angka_tampil_mulai_lima_layanan(self) -> None:
        self.client.force_login(self.lurah)
        self.catat(10, 10, 10, 30, hari=date(2026, 8, 3))
        alamat = "/waktu-layanan/?bulan=2026-08"
        self.assertContains(self.client.get(alamat), "Belum cukup catatan")
        self.catat(20, hari=date(2026, 8, 4))
        isi = self.client.get(alamat)
        self.assertContains(isi, "10 menit")
        self.assertContains(isi, "26 menit")  # P90 of 10, 10, 10, 20, 30
        self.assertContains(isi, "Tidak dibandingkan")
        self.assertContains(isi, "09.00–09.59")
        self.assertContains(self.client.get("/waktu-layanan/?bulan=1999-13"), "September 2026: 0 layanan selesai")

    def test_kueri_tetap_untuk_banyak_layanan_dan_pelayanan(self) -> None:
        self.client.force_login(self.pengelola)
        self.catat(*[10] * 5, hari=date(2026, 9, 1))
        self.client.get("/waktu-layanan/")
        with CaptureQueriesContext(connection) as sedikit:
            self.client.get("/waktu-layanan/")
        for _ in range(40):
            pabrik.buat_layanan(self.unit)
        self.catat(*[10] * 500, hari=date(2026, 9, 1))
        with CaptureQueriesContext(connection) as banyak:
            self.client.get("/waktu-layanan/")
        assert len(sedikit) == len(banyak) <= 20

    def test_n_masa_sebelumnya_ditawarkan_dan_dipakai_pengelola(self) -> None:
        draf = pabrik.buat_survei(
            self.unit, layanan=[self.layanan], mulai=date(2026, 10, 1), selesai=date(2026, 12, 31), status="draf"
        )
        self.catat(*[5] * 7, hari=date(2026, 7, 1))
        self.catat(5, hari=date(2026, 6, 30))
        self.client.force_login(self.pengelola)
        halaman = self.client.get(f"/survei/kelola/{draf.uuid}/")
        self.assertContains(halaman, "Pakai 7 sebagai N")
        for bukan in (self.lurah, self.admin):
            with self.assertRaises(PermissionDenied):
                pakai_pemohon(survei=draf, jumlah=7, oleh=bukan)
        with self.assertRaisesMessage(ValidationError, "sudah berubah"):
            pakai_pemohon(survei=draf, jumlah=8, oleh=self.pengelola)
        self.client.post(f"/survei/kelola/{draf.uuid}/populasi/", {"jumlah": "7"})
        draf.refresh_from_db()
        assert draf.populasi == 7
        assert CatatanAudit.objects.get(aksi="survei.survei.populasi").nilai.sesudah["populasi"] == 7
        draf.status = StatusSurvei.TERBUKA.value
        draf.save()
        with self.assertRaisesMessage(ValidationError, "masih draf"):
            pakai_pemohon(survei=draf, jumlah=7, oleh=self.pengelola)

    def test_yang_tertinggal_menunggu_petugasnya(self) -> None:
        with pada(SAAT - timedelta(hours=20)):
            proses.mulai_pelayanan(layanan=self.layanan, oleh=self.petugas, kiriman=uuid4())
        proses.mulai_pelayanan(layanan=self.layanan, oleh=self.petugas, kiriman=uuid4())
        tugas = untuk(menunggu, self.petugas)
        assert [(satu.judul, satu.tenggat) for satu in tugas] == [
            (f"Tutup pelayanan loket: {self.layanan.nama}", date(2026, 9, 14))
        ]
        assert untuk(menunggu, self.lurah) == []
        self.client.force_login(self.petugas)
        assert self.client.get(tugas[0].tautan).status_code == 200
