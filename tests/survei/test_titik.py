"""Places of collection: short links, the printed sheet, and the kiosk with its PIN."""

from __future__ import annotations

import re
from datetime import timedelta
from uuid import uuid4

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, connection, transaction
from django.test import override_settings
from django.test.utils import CaptureQueriesContext

from rakumpit.audit.models import CatatanAudit
from survei import laju
from survei.enums import StatusSurvei
from survei.enums.saluran import JenisTitik
from survei.models import Respons, TitikSurvei
from survei.proses import titik as proses_titik
from survei.proses.titik import buat_titik, cocokkan_pin_kios, survei_terbuka, ubah_titik
from tests import pabrik
from tests.survei.dasar import SAAT, UjiSurvei, isian, pada

PIN = "483920"


class UjiTitik(UjiSurvei):
    def titik(self, jenis: JenisTitik = JenisTitik.QR, *, khusus: bool = False) -> TitikSurvei:
        return buat_titik(
            kiriman=uuid4(),
            survei=self.survei,
            nama="Loket 1",
            jenis=jenis,
            layanan=self.layanan if khusus else None,
            pin=PIN if jenis == JenisTitik.KIOS else "",
            oleh=self.pengelola,
        )


class UjiTautan(UjiTitik):
    def test_hanya_pengelola_dan_kode_tanpa_huruf_mirip(self) -> None:
        for bukan in (self.lurah, self.petugas, self.admin):
            with self.assertRaises(PermissionDenied):
                buat_titik(
                    kiriman=uuid4(), survei=self.survei, nama="X", jenis=JenisTitik.QR, layanan=None, pin="", oleh=bukan
                )
        titik = self.titik()
        assert len(titik.kode) == 6
        assert not set(titik.kode) & set("01OILSBZGU")
        assert CatatanAudit.objects.get().aksi == "survei.titik.buat"

    def test_tautan_membuka_formulir_dengan_layanannya(self) -> None:
        assert self.client.get(f"/s/{self.titik().kode.lower()}/")["Location"] == self.alamat
        khusus = self.client.get(f"/s/{self.titik(khusus=True).kode}/")
        assert khusus["Location"] == f"{self.alamat}?layanan={self.layanan.uuid}"
        assert self.client.get("/s/ABCDEF/").status_code == 404

    def test_lembar_yang_sudah_tertempel_membuka_survei_berikutnya(self) -> None:
        titik = self.titik(khusus=True)
        self.survei.status = StatusSurvei.DIPUBLIKASI.value
        self.survei.save()
        self.assertContains(self.client.get(f"/s/{titik.kode}/"), "belum dibuka")
        pabrik.buat_survei(self.unit)  # of the same unit, but without this service
        pabrik.buat_survei(pabrik.buat_unit(), layanan=[self.layanan])
        assert survei_terbuka(titik) is None
        berikut = pabrik.buat_survei(self.unit, layanan=[self.layanan])
        assert survei_terbuka(titik) == berikut
        assert str(berikut.uuid) in self.client.get(f"/s/{titik.kode}/")["Location"]

    def test_titik_yang_tidak_dipakai_tidak_membuka_survei(self) -> None:
        titik = self.titik()
        ubah_titik(titik=titik, nama="Loket 1", layanan=None, aktif=False, pin="", oleh=self.pengelola)
        self.assertContains(self.client.get(f"/s/{titik.kode}/"), "belum dibuka")

    def test_layanan_di_luar_survei_ditolak(self) -> None:
        with self.assertRaisesMessage(ValidationError, "tidak termasuk"):
            ubah_titik(
                titik=self.titik(),
                nama="X",
                layanan=pabrik.buat_layanan(self.unit),
                aktif=True,
                pin="",
                oleh=self.pengelola,
            )

    @override_settings(ALAMAT_PUBLIK="https://kinerja.contoh.example")
    def test_lembar_a4_dan_qr_memuat_alamat_pendek_dan_sama_bila_diunduh_lagi(self) -> None:
        self.client.force_login(self.pengelola)
        titik = self.titik()
        lembar = [self.client.get(f"/survei/titik/{titik.uuid}/poster/") for _ in range(2)]
        assert lembar[0].content.startswith(b"%PDF")
        assert lembar[0].content == lembar[1].content
        assert lembar[0]["Content-Type"] == "application/pdf"
        qr = self.client.get(f"/survei/titik/{titik.uuid}/qr/")
        assert b"<svg" in qr.content
        halaman = self.client.get(f"/survei/titik/{titik.uuid}/")
        self.assertContains(halaman, f"https://kinerja.contoh.example/s/{titik.kode}/")
        self.assertContains(halaman, "https://wa.me/?text=")

    def test_daftar_kuerinya_tetap(self) -> None:
        self.client.force_login(self.pengelola)
        self.titik()
        self.client.get("/survei/titik/")
        with CaptureQueriesContext(connection) as sedikit:
            self.client.get("/survei/titik/")
        for _ in range(60):
            self.titik(khusus=True)
        with CaptureQueriesContext(connection) as banyak:
            self.client.get("/survei/titik/")
        assert len(sedikit) == len(banyak) <= 20

    def test_membuat_lewat_halaman(self) -> None:
        self.client.force_login(self.pengelola)
        nomor = str(self.client.get("/survei/titik/tambah/").context["form"]["kiriman"].value())
        isi = {"survei": str(self.survei.uuid), "nama": "Tablet", "jenis": "kios", "pin": "111111", "kiriman": nomor}
        balasan = self.client.post("/survei/titik/tambah/", isi)
        self.assertContains(balasan, "mudah ditebak", status_code=422)
        for _ in range(2):
            assert self.client.post("/survei/titik/tambah/", isi | {"pin": PIN}).status_code == 302
        titik = TitikSurvei.objects.get()
        assert (titik.jenis, titik.nama) == ("kios", "Tablet")
        assert PIN not in titik.pin


class UjiKios(UjiTitik):
    def setUp(self) -> None:
        super().setUp()
        self.kios = self.titik(JenisTitik.KIOS)

    def jalur(self, ujung: str = "") -> str:
        return f"/kios/{self.kios.kode}/{ujung}"

    def test_jawaban_bersaluran_kios_dan_tidak_ada_yang_tertinggal(self) -> None:
        formulir = self.client.get(self.jalur("isi/"))
        assert formulir["Cache-Control"] == "no-store"
        isi = isian(self.survei, saran="rahasia kecil")
        balasan = self.client.post(self.jalur("isi/"), isi)
        assert Respons.objects.get().saluran == "kios"
        assert balasan["Cache-Control"] == "no-store"
        self.assertNotContains(balasan, "rahasia kecil")
        assert not self.client.cookies
        baru = self.client.get(self.jalur("isi/"))
        self.assertNotContains(baru, "checked")
        assert baru.context["kode_kiriman"] != isi["submission_id"]

    def test_terlalu_banyak_isian_dalam_beberapa_menit_ditandai(self) -> None:
        """One tablet, one person at a time: eleven forms in ten minutes are not eleven citizens."""
        for _ in range(laju.BANYAK_BERUNTUN + 1):
            isi = isian(self.survei, U1=2)
            self.client.post(self.jalur("isi/"), isi)
        tanda = Respons.objects.values_list("bendera", flat=True)
        assert sorted(tanda) == [[]] * laju.BANYAK_BERUNTUN + [["beruntun"]]

    def test_tanpa_jalan_keluar_selain_ber_pin(self) -> None:
        halaman = {ujung: self.client.get(self.jalur(ujung)) for ujung in ("", "isi/", "keluar/")}
        halaman["terkirim"] = self.client.post(self.jalur("isi/"), isian(self.survei))
        for ujung, balasan in halaman.items():
            isi = balasan.content.decode()
            tautan = set(re.findall(r'<a\b[^>]*?\bhref="([^"]*)"', isi))
            assert tautan
            assert {satu for satu in tautan if not satu.startswith((self.jalur(), "#"))} == set(), ujung

    def test_isian_kurang_diberi_tahu_di_kios(self) -> None:
        balasan = self.client.post(self.jalur("isi/"), isian(self.survei, U2=None))
        self.assertContains(balasan, "Belum dijawab", status_code=422)
        self.assertContains(balasan, f'action="{self.jalur("isi/")}"', status_code=422)

    def test_kirim_ulang_satu_baris_dan_isi_lain_menjadi_isian_baru(self) -> None:
        isi = isian(self.survei)
        for _ in range(2):
            assert self.client.post(self.jalur("isi/"), isi).status_code == 200
        assert Respons.objects.count() == 1
        beda = self.client.post(self.jalur("isi/"), isi | {"U1": "1"})
        self.assertContains(beda, "Kirim sebagai isian baru", status_code=409)
        assert beda.context["kode_kiriman"] != isi["submission_id"]

    def test_survei_ditutup_kios_berkata_demikian(self) -> None:
        self.survei.status = StatusSurvei.DITUTUP.value
        self.survei.save()
        self.assertContains(self.client.get(self.jalur()), "belum ada survei")
        assert self.client.get(self.jalur("isi/"))["Location"] == self.jalur()

    def test_pin_dibatasi_dan_kunci_berakhir(self) -> None:
        for sisa in (4, 3, 2, 1):
            with self.assertRaisesMessage(ValidationError, f"Sisa percobaan: {sisa}"):
                cocokkan_pin_kios(titik=self.kios, pin="000000")
        with self.assertRaisesMessage(ValidationError, "PIN salah 5 kali"):
            cocokkan_pin_kios(titik=self.kios, pin="000000")
        with self.assertRaisesMessage(ValidationError, "Terlalu banyak"):
            cocokkan_pin_kios(titik=self.kios, pin=PIN)
        with pada(SAAT + proses_titik.KUNCI_SELAMA - timedelta(seconds=1)), self.assertRaises(ValidationError):
            cocokkan_pin_kios(titik=self.kios, pin=PIN)
        with pada(SAAT + proses_titik.KUNCI_SELAMA):
            cocokkan_pin_kios(titik=self.kios, pin=PIN)

    def test_pin_benar_keluar_pin_salah_tinggal(self) -> None:
        self.assertContains(self.client.post(self.jalur("keluar/"), {"pin": "000001"}), "PIN salah", status_code=403)
        assert self.client.post(self.jalur("keluar/"), {"pin": PIN})["Location"] == "/"
        ubah_titik(titik=self.kios, nama="Tablet", layanan=None, aktif=True, pin="918273", oleh=self.pengelola)
        self.client.post(self.jalur("keluar/"), {"pin": PIN})
        assert self.client.post(self.jalur("keluar/"), {"pin": "918273"})["Location"] == "/"

    def test_pin_wajib_bagi_kios_juga_di_basis_data(self) -> None:
        for pin in ("", "12345", "123456", "555555", "12a456"):
            with self.assertRaises(ValidationError):
                buat_titik(
                    kiriman=uuid4(),
                    survei=self.survei,
                    nama="X",
                    jenis=JenisTitik.KIOS,
                    layanan=None,
                    pin=pin,
                    oleh=self.pengelola,
                )
        with self.assertRaises(IntegrityError), transaction.atomic():
            TitikSurvei.objects.update(pin="")

    def test_titik_qr_bukan_kios(self) -> None:
        lain = self.titik()
        assert self.client.get(f"/kios/{lain.kode}/").status_code == 404
        assert self.client.get(f"/s/{self.kios.kode}/")["Location"] == self.jalur()

    def test_halaman_kios_kurang_dari_14_kb(self) -> None:
        assert len(self.client.get(self.jalur("isi/")).content) < 14_000
