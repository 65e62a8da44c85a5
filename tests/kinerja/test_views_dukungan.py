"""Obstacles and requests through the pages: from the obstacle to the support, lists, and what stands beside results."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kinerja.models import Kendala, PermintaanDukungan
from kinerja.proses.dukungan import batalkan_permintaan, jawab_permintaan, minta_dukungan
from kinerja.proses.dukungan_naik import naikkan_permintaan
from kinerja.proses.kendala import catat_kendala
from rakumpit.organisasi.models import Pegawai
from rakumpit.waktu import WIB
from tests import pabrik
from tests.kinerja.kantor import Kantor, akun, buat_kantor
from tests.survei.dasar import SAAT, pada


class DukunganTest(TestCase):
    kantor: Kantor
    staf: Pegawai

    @classmethod
    def setUpTestData(cls) -> None:
        cls.kantor = buat_kantor()
        cls.staf = cls.kantor.staf[0]

    def setUp(self) -> None:
        beku = pada(SAAT)
        beku.__enter__()
        self.addCleanup(beku.__exit__, None, None, None)
        self.client.force_login(akun(self.staf))

    def kendala(self, **ubah: Any) -> Kendala:
        isian: dict[str, Any] = {
            "oleh": akun(self.staf),
            "rencana": None,
            "indikator": self.kantor.indikator[self.staf.pk],
            "jenis": "alat",
            "uraian": "Pencetak rusak.",
            "sejak": date(2026, 9, 1),
        }
        return catat_kendala(**(isian | ubah))

    def minta(self, kendala: Kendala | None = None, uraian: str = "Satu pencetak.") -> PermintaanDukungan:
        return minta_dukungan(oleh=akun(self.staf), kendala=kendala, jenis="alat", uraian=uraian)

    def test_dari_kendala_sampai_dukungan_diterima(self):
        indikator = self.kantor.indikator[self.staf.pk]
        halaman = self.client.get(f"/kinerja/kendala/tambah/?indikator={indikator.uuid}")
        self.assertContains(halaman, f'<option value="indikator-{indikator.uuid}" selected>')
        isian = {"terhambat": f"indikator-{indikator.uuid}", "jenis": "alat", "uraian": "", "sejak": "1 September 2026"}
        self.assertContains(self.client.post("/kinerja/kendala/tambah/", isian), "apa yang menghambat", status_code=422)
        jawab = self.client.post("/kinerja/kendala/tambah/", isian | {"uraian": "Pencetak rusak."})
        kendala = Kendala.objects.get()
        assert jawab["Location"] == reverse("kinerja:kendala", args=[kendala.uuid])
        assert (kendala.indikator, kendala.sejak) == (indikator, date(2026, 9, 1))
        alamat = f"/kinerja/dukungan/minta/?kendala={kendala.uuid}"
        self.assertContains(self.client.get(alamat), "Pencetak rusak.")
        self.client.post(alamat, {"jenis": "alat", "uraian": "Satu pencetak."})
        permintaan = PermintaanDukungan.objects.get()
        assert permintaan.kendala == kendala
        tutup = self.client.post(reverse("kinerja:kendala_tutup", args=[kendala.uuid]), {"catatan": "Diperbaiki."})
        self.assertContains(tutup, "masih menunggu jawaban", status_code=409)
        self.assertContains(tutup, "Diperbaiki.", status_code=409)
        self.client.force_login(akun(self.kantor.kasi))
        ke = reverse("kinerja:dukungan_jawab", args=[permintaan.uuid])
        tolak = self.client.post(ke, {"jawaban": "ditolak", "alasan": "", "dijanjikan": ""})
        self.assertContains(tolak, "Tulis alasannya", status_code=409)
        self.client.post(ke, {"jawaban": "disetujui", "alasan": "", "dijanjikan": "30 September 2026"})
        lagi = self.client.post(ke, {"jawaban": "ditolak", "alasan": "Berubah pikiran", "dijanjikan": ""})
        self.assertContains(lagi, "tidak menunggu jawaban lagi", status_code=409)
        self.assertContains(lagi, "Berubah pikiran", status_code=409)
        self.client.force_login(akun(self.staf))
        self.client.post(reverse("kinerja:dukungan_penuhi", args=[permintaan.uuid]))
        self.client.post(reverse("kinerja:kendala_tutup", args=[kendala.uuid]), {"catatan": "Pencetak baru tiba."})
        permintaan.refresh_from_db()
        kendala.refresh_from_db()
        assert (permintaan.status, kendala.status) == ("dipenuhi", "teratasi")
        self.assertContains(self.client.get("/kinerja/kendala/?keadaan=teratasi"), "Pencetak rusak.")

    def test_tampil_di_samping_hasil_yang_terhambat(self):
        kendala = self.kendala()
        self.minta(kendala)
        self.kendala(indikator=None, uraian="Listrik padam.")
        self.kantor.hitung()
        indikator, evaluasi = self.kantor.indikator[self.staf.pk], self.kantor.evaluasi(self.staf)
        with pada(datetime(2026, 9, 24, 9, 0, tzinfo=WIB)):
            realisasi = self.client.get(reverse("kinerja:realisasi", args=[indikator.uuid, "tw3-2026"]))
            self.assertContains(realisasi, "Permintaan belum dijawab 7 hari kerja.")
            # The obstacle of the work in general stands with the person, not with this indicator.
            self.assertNotContains(realisasi, "Listrik padam.")
            skp = self.client.get(reverse("kinerja:skp", args=[indikator.rencana.skp.uuid]))
            self.assertContains(skp, "belum dijawab 7 hari kerja")
            self.client.force_login(akun(self.kantor.kasi))
            for nama in ("kinerja:nilai", "kinerja:evaluasi"):
                halaman = self.client.get(reverse(nama, args=[evaluasi.uuid]))
                self.assertContains(halaman, "belum dijawab 7 hari kerja")
                self.assertContains(halaman, "Listrik padam.")

    def test_daftar_atasan_menurut_keadaan(self):
        permintaan = self.minta()
        self.client.force_login(akun(self.kantor.kasi))
        self.assertContains(self.client.get("/kinerja/dukungan/"), "Satu pencetak.")
        assert self.client.get("/kinerja/dukungan/?keadaan=terlambat").context["baris"] == []
        assert self.client.get("/kinerja/dukungan/?keadaan=ngawur").status_code == 404
        self.client.force_login(akun(self.kantor.camat))
        assert self.client.get("/kinerja/dukungan/").context["baris"] == []
        with pada(datetime(2026, 9, 23, 9, 0, tzinfo=WIB)):
            assert len(self.masuk(self.kantor.kasi, "terlambat")) == 1
            naikkan_permintaan()
            assert len(self.masuk(self.kantor.camat, "")) == 1
            assert len(self.masuk(self.kantor.kasi, "")) == 1
        self.client.post(
            reverse("kinerja:dukungan_jawab", args=[permintaan.uuid]),
            {"jawaban": "ditolak", "alasan": "Anggaran habis.", "dijanjikan": ""},
        )
        assert self.masuk(self.kantor.kasi, "") == []
        assert len(self.masuk(self.kantor.kasi, "dijawab")) == 1

    def test_yang_ditolak_dan_yang_selesai_tetap_dapat_dibuka_peminta(self):
        tolak, batal = self.minta(), self.minta(uraian="Satu kursi.")
        jawab_permintaan(
            permintaan=tolak, oleh=akun(self.kantor.kasi), jawaban="ditolak", alasan="Habis.", dijanjikan=None
        )
        batalkan_permintaan(permintaan=batal, oleh=akun(self.staf), alasan="Keliru.")
        self.assertNotContains(self.client.get("/kinerja/kendala/"), "Satu pencetak.")
        selesai = self.client.get("/kinerja/kendala/?keadaan=teratasi")
        for satu in (tolak, batal):
            self.assertContains(selesai, reverse("kinerja:dukungan", args=[satu.uuid]))

    def test_janji_yang_lewat_ditagih_dari_halamannya(self):
        permintaan = self.minta()
        jawab_permintaan(
            permintaan=permintaan,
            oleh=akun(self.kantor.kasi),
            jawaban="disetujui",
            alasan="",
            dijanjikan=date(2026, 9, 16),
        )
        alamat, tagih = (reverse(f"kinerja:{nama}", args=[permintaan.uuid]) for nama in ("dukungan", "dukungan_tagih"))
        self.assertNotContains(self.client.get(alamat), "Nyatakan belum diterima")
        self.assertContains(self.client.post(tagih), "sesudah hari itu", status_code=409)
        with pada(datetime(2026, 9, 17, 9, 0, tzinfo=WIB)):
            self.assertContains(self.client.get(alamat), tagih)
            halaman = self.client.post(tagih, follow=True)
            self.assertContains(halaman, "Permintaan diajukan lagi")
            self.assertContains(halaman, "Dijanjikan 16 September 2026, belum diterima.")

    def test_lewat_tenggat_di_puncak_disebut_apa_berikutnya(self):
        permintaan = self.minta()
        alamat = reverse("kinerja:dukungan", args=[permintaan.uuid])
        with pada(datetime(2026, 9, 23, 9, 0, tzinfo=WIB)):
            self.assertContains(self.client.get(alamat), "segera diteruskan ke atasan berikutnya")
            naikkan_permintaan()
        with pada(datetime(2026, 10, 9, 9, 0, tzinfo=WIB)):
            self.assertContains(self.client.get(alamat), "tanyakan langsung kepada Camat")

    def test_yang_menjawab_lalu_pindah_masih_membaca_jawabannya(self):
        kendala = self.kendala()
        permintaan = self.minta(kendala)
        jawab_permintaan(
            permintaan=permintaan, oleh=akun(self.kantor.kasi), jawaban="ditolak", alasan="Habis.", dijanjikan=None
        )
        self.kantor.kasi.penugasan.update(selesai=date(2026, 9, 16))
        with pada(datetime(2026, 9, 17, 9, 0, tzinfo=WIB)):
            self.client.force_login(akun(self.kantor.kasi))
            self.assertContains(self.client.get("/kinerja/dukungan/?keadaan=dijawab"), "Satu pencetak.")
            halaman = self.client.get(reverse("kinerja:dukungan", args=[permintaan.uuid]))
            self.assertContains(halaman, "Habis.")
            self.assertContains(halaman, "Pencetak rusak.")
            self.assertNotContains(halaman, reverse("kinerja:kendala", args=[kendala.uuid]))

    def masuk(self, siapa: Pegawai, keadaan: str) -> list[Any]:
        self.client.force_login(akun(siapa))
        baris: list[Any] = self.client.get(f"/kinerja/dukungan/?keadaan={keadaan}").context["baris"]
        return baris

    def test_pengelola_membaca_semua_tanpa_menjawab(self):
        permintaan = self.minta()
        self.client.force_login(self.kantor.pengelola)
        self.assertContains(self.client.get("/kinerja/dukungan/"), "Diminta dari Kasi")
        halaman = self.client.get(reverse("kinerja:dukungan", args=[permintaan.uuid]))
        self.assertNotContains(halaman, "Sampaikan jawaban")

    def test_kendala_orang_lain_tidak_ada(self):
        kendala = self.kendala()
        permintaan = self.minta(kendala)
        self.client.force_login(akun(self.kantor.staf[1]))
        assert self.client.get(f"/kinerja/dukungan/minta/?kendala={kendala.uuid}").status_code == 404
        assert self.client.get("/kinerja/dukungan/minta/?kendala=bukan-kode").status_code == 404
        assert self.client.get(reverse("kinerja:kendala", args=[kendala.uuid])).status_code == 404
        assert self.client.get(reverse("kinerja:dukungan", args=[permintaan.uuid])).status_code == 404

    def test_indikator_orang_lain_tidak_ada_di_pilihan(self):
        lain = self.kantor.indikator[self.kantor.staf[1].pk]
        isian = {"terhambat": f"indikator-{lain.uuid}", "jenis": "alat", "uraian": "X", "sejak": "1 September 2026"}
        assert self.client.post("/kinerja/kendala/tambah/", isian).status_code == 422
        assert not Kendala.objects.exists()

    def kueri(self, alamat: str) -> int:
        with CaptureQueriesContext(connection) as tangkap:
            assert self.client.get(alamat).status_code == 200
        return len(tangkap)

    def test_jumlah_kueri_daftar_tidak_tumbuh(self):
        self.minta(self.kendala())
        self.client.get("/kinerja/kendala/")  # the first page of a session also stores the session
        sendiri = self.kueri("/kinerja/kendala/")
        self.client.force_login(akun(self.kantor.kasi))
        self.client.get("/kinerja/dukungan/")
        masuk = self.kueri("/kinerja/dukungan/")
        for urut in range(20):
            self.minta(self.kendala(sejak=date(2026, 8, urut + 1)))
            rekan = pabrik.buat_pegawai(self.kantor.seksi, nama=f"Rekan {urut}")
            minta_dukungan(oleh=akun(rekan), kendala=None, jenis="orang", uraian="Satu orang.")
        assert self.kueri("/kinerja/dukungan/") == masuk <= 20
        self.client.force_login(akun(self.staf))
        self.client.get("/kinerja/kendala/")
        assert self.kueri("/kinerja/kendala/") == sendiri <= 20
