"""«Tunjuk Plh»: own post, own unit, days to come; what the Plh. may and may not, and the early end."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext

from kinerja.permissions import boleh_memutuskan, boleh_menyetujui_skp, dinilai_pemegang
from kinerja.proses import ProsesDitolak
from kinerja.proses.plh import akhiri_plh, tunjuk_plh
from rakumpit.audit.models import CatatanAudit
from rakumpit.notifikasi.models import Notifikasi
from rakumpit.organisasi.enums import SifatPenugasan
from rakumpit.organisasi.models import Jabatan, Pegawai, Penugasan
from tests import pabrik
from tests.kinerja.kantor import Kantor, akun, buat_kantor
from tests.survei.dasar import SAAT, pada

HARI_INI = date(2026, 9, 15)
MULAI, SELESAI = date(2026, 9, 16), date(2026, 9, 20)


class PlhTests(TestCase):
    kantor: Kantor

    @classmethod
    def setUpTestData(cls) -> None:
        cls.kantor = buat_kantor()

    def setUp(self) -> None:
        self.kasi, self.staf = self.kantor.kasi, self.kantor.staf[0]
        self.kursi = Jabatan.objects.get(unit=self.kantor.seksi, memimpin=True)
        beku = pada(SAAT)
        beku.__enter__()
        self.addCleanup(beku.__exit__, None, None, None)

    def tunjuk(self, **ubah: Any) -> Penugasan:
        isian: dict[str, Any] = {
            "jabatan": self.kursi,
            "pegawai": self.staf,
            "mulai": MULAI,
            "selesai": SELESAI,
            "dasar": "Cuti",
            "oleh": akun(self.kasi),
        }
        return tunjuk_plh(**(isian | ubah))

    def ditolak(self, kata: str, panggil: Any, **isian: Any) -> None:
        awal = self.jejak()
        with pytest.raises(ProsesDitolak, match=kata):
            panggil(**isian)
        assert self.jejak() == awal

    def jejak(self) -> tuple[Any, ...]:
        return (
            list(Penugasan.objects.order_by("pk").values()),
            CatatanAudit.objects.count(),
            Notifikasi.objects.count(),
        )

    def test_satu_langkah_dengan_catatan_dan_kabar(self) -> None:
        baru = self.tunjuk()
        assert (baru.sifat, baru.mulai, baru.selesai, baru.dasar) == ("plh", MULAI, SELESAI, "Cuti")
        catatan = CatatanAudit.objects.get(aksi="organisasi.penugasan.tunjuk_plh")
        assert catatan.pelaku == akun(self.kasi)
        assert Notifikasi.objects.get(penerima=akun(self.staf)).judul.startswith("Anda ditunjuk sebagai Plh.")

    def test_tanpa_nomor_surat_boleh(self) -> None:
        assert self.tunjuk(dasar="").dasar == ""

    def test_hanya_pemegang_jabatan_itu_sendiri(self) -> None:
        admin = pabrik.buat_pengguna(admin_teknis=True)
        for oleh in (akun(self.staf), akun(self.kantor.camat), self.kantor.pengelola, admin):
            self.ditolak("pemegang jabatan itu sendiri", self.tunjuk, oleh=oleh)

    def test_plh_tidak_menunjuk_plh_lagi_tetapi_plt_boleh(self) -> None:
        self.tunjuk(mulai=HARI_INI)
        self.ditolak("pemegang jabatan itu sendiri", self.tunjuk, oleh=akun(self.staf), pegawai=self.kantor.staf[1])
        lain = pabrik.buat_unit(nama="Seksi kosong", induk=self.kantor.kecamatan)
        kursi = pabrik.buat_jabatan(lain, memimpin=True)
        pabrik.tugaskan(self.kasi, kursi, sifat=SifatPenugasan.PLT.value)
        orang = pabrik.buat_pegawai(lain, nama="Orang seksi kosong")
        assert self.tunjuk(jabatan=kursi, pegawai=orang).jabatan == kursi

    def test_diri_sendiri_orang_luar_dan_tanpa_akun_ditolak(self) -> None:
        self.ditolak("diri sendiri", self.tunjuk, pegawai=self.kasi)
        luar = pabrik.buat_pegawai(pabrik.buat_unit(induk=self.kantor.kecamatan), nama="Luar")
        tanpa = pabrik.buat_pegawai(self.kantor.seksi, nama="Tanpa akun", akun=False)
        for pegawai in (luar, tanpa, self.kantor.camat):
            self.ditolak("pegawai unit Anda", self.tunjuk, pegawai=pegawai)

    def test_masa_lalu_terbalik_dan_tumpang_tindih_ditolak(self) -> None:
        self.ditolak("sudah lewat", self.tunjuk, mulai=date(2026, 9, 14))
        self.ditolak("mendahului", self.tunjuk, selesai=date(2026, 9, 15))
        self.tunjuk()
        self.ditolak("dipegang", self.tunjuk, pegawai=self.kantor.staf[1], mulai=SELESAI, selesai=date(2026, 9, 30))
        assert self.tunjuk(pegawai=self.kantor.staf[1], mulai=date(2026, 9, 21), selesai=date(2026, 9, 30))

    def test_yang_akan_berhenti_ditolak(self) -> None:
        Pegawai.objects.filter(pk=self.staf.pk).update(selesai=date(2026, 9, 18))
        self.ditolak("berhenti", self.tunjuk)

    def test_selama_itu_plh_menyetujui_skp_orang_lain_bukan_miliknya(self) -> None:
        lain = pabrik.buat_skp(self.kantor.staf[1], mulai=date(2027, 1, 1), selesai=date(2027, 12, 31))
        sendiri = pabrik.buat_skp(self.staf, mulai=date(2027, 1, 1), selesai=date(2027, 12, 31))
        for skp in (lain, sendiri):
            skp.status = "diajukan"
            skp.save()
        self.tunjuk(mulai=HARI_INI)
        assert boleh_menyetujui_skp(akun(self.staf), lain)
        assert not boleh_menyetujui_skp(akun(self.kasi), lain)
        assert not boleh_menyetujui_skp(akun(self.staf), sendiri)
        assert boleh_menyetujui_skp(akun(self.kasi), sendiri)

    def test_plh_tidak_memutuskan_dirinya_dan_penilaian_pejabat_definitif(self) -> None:
        self.kantor.hitung()
        self.tunjuk(mulai=HARI_INI)
        for pegawai in self.kantor.staf:
            baris = self.kantor.evaluasi(pegawai)
            assert boleh_memutuskan(akun(self.kasi), baris)
            assert not boleh_memutuskan(akun(self.staf), baris)

    def test_yang_dinilai_pemegang_jabatan(self) -> None:
        assert dinilai_pemegang(self.kursi, HARI_INI) == ["Staf 1", "Staf 2"]
        camat = Jabatan.objects.get(unit=self.kantor.kecamatan, memimpin=True)
        assert dinilai_pemegang(camat, HARI_INI) == ["Kasi"]

    # --- the early end ---

    def akhiri(self, penugasan: Penugasan, hari: date, **ubah: Any) -> Penugasan:
        isian: dict[str, Any] = {"penugasan": penugasan, "hari_terakhir": hari, "oleh": akun(self.kasi)}
        return akhiri_plh(**(isian | ubah))

    def test_diakhiri_lebih_awal(self) -> None:
        baru = self.tunjuk(mulai=HARI_INI)
        self.ditolak("pemegang jabatan itu sendiri", self.akhiri, penugasan=baru, hari=HARI_INI, oleh=akun(self.staf))
        for hari in (date(2026, 9, 13), SELESAI, date(2026, 9, 25)):
            self.ditolak("Pilih tanggal", self.akhiri, penugasan=baru, hari=hari)
        assert self.akhiri(baru, HARI_INI).selesai == HARI_INI
        assert CatatanAudit.objects.filter(aksi="organisasi.penugasan.akhiri_plh").count() == 1
        assert Notifikasi.objects.filter(kunci=f"plh-akhiri:{baru.uuid}").count() == 1
        with pada(SAAT.replace(day=16)):
            self.ditolak("sudah berakhir", self.akhiri, penugasan=baru, hari=date(2026, 9, 16))

    def test_yang_belum_mulai_dibatalkan_dan_tetap_tercatat(self) -> None:
        baru = self.tunjuk()
        self.akhiri(baru, HARI_INI)
        assert not Penugasan.objects.filter(pk=baru.pk).exists()
        nilai = CatatanAudit.objects.get(aksi="organisasi.penugasan.akhiri_plh").nilai
        assert (nilai.sesudah["batal"], nilai.sebelum["mulai"]) == (True, "2026-09-16")

    def test_plt_tidak_diakhiri_di_sini(self) -> None:
        kursi = pabrik.buat_jabatan(pabrik.buat_unit(induk=self.kantor.seksi), memimpin=True)
        plt = pabrik.tugaskan(self.staf, kursi, sifat=SifatPenugasan.PLT.value)
        self.ditolak("pemegang jabatan itu sendiri", self.akhiri, penugasan=plt, hari=HARI_INI)

    # --- the page ---

    def test_halaman_menunjuk_dan_mengakhiri(self) -> None:
        self.client.force_login(akun(self.kasi))
        self.assertContains(self.client.get("/kinerja/tim/"), "Tunjuk Plh")
        jawab = self.client.get("/kinerja/plh/")
        self.assertContains(jawab, "2 orang ini")
        self.assertContains(jawab, "Plh tidak menilai dirinya sendiri.")
        isi = {
            "jabatan": str(self.kursi.uuid),
            "pegawai": str(self.staf.uuid),
            "mulai": "16 September 2026",
            "selesai": "20 September 2026",
        }
        assert self.client.post("/kinerja/plh/", isi | {"selesai": ""}).status_code == 422
        jawab = self.client.post("/kinerja/plh/", isi | {"mulai": "1 September 2026"})
        self.assertContains(jawab, "sudah lewat", status_code=409)
        self.assertRedirects(self.client.post("/kinerja/plh/", isi), "/kinerja/plh/")
        baru = Penugasan.objects.get(sifat="plh")
        self.assertContains(self.client.get("/kinerja/plh/"), "Belum mulai")
        alamat = f"/kinerja/plh/{baru.uuid}/akhiri/"
        self.assertContains(self.client.get(alamat), "15 September 2026")
        self.assertRedirects(self.client.post(alamat, {"hari_terakhir": "15 September 2026"}), "/kinerja/plh/")
        self.assertContains(self.client.get("/kinerja/plh/"), "Belum ada Plh")

    def test_pilihan_pegawai_hanya_unit_sendiri(self) -> None:
        self.client.force_login(akun(self.kasi))
        form = self.client.get("/kinerja/plh/").context["form"]
        assert [satu.nama for satu in form.fields["pegawai"].queryset] == ["Staf 1", "Staf 2"]

    def test_jumlah_kueri_sama_untuk_satu_dan_tiga_plh(self) -> None:
        self.client.force_login(akun(self.kasi))
        self.tunjuk()
        self.client.get("/kinerja/plh/")
        satu = self.kueri()
        for bulan in (10, 11):
            self.tunjuk(mulai=date(2026, bulan, 1), selesai=date(2026, bulan, 3))
        assert self.kueri() == satu
        assert satu <= 20

    def kueri(self) -> int:
        with CaptureQueriesContext(connection) as tangkap:
            assert self.client.get("/kinerja/plh/").status_code == 200
        return len(tangkap)
