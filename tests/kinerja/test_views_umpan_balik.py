"""Feedback through the pages: two taps from the team, without a name, and who finds which words where."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kinerja.models import PermintaanUmpanBalik, UmpanBalik
from kinerja.proses.umpan_balik_pegawai import lepaskan_tanpa_nama
from rakumpit.audit.models import CatatanAudit
from tests import pabrik
from tests.kinerja.kantor import akun
from tests.kinerja.test_umpan_balik import SESUDAHNYA, Dasar
from tests.survei.dasar import pada


class UmpanBalikTest(Dasar):
    def ke(self, nama: str, kode: object) -> str:
        return reverse(f"kinerja:{nama}", args=[kode])

    def test_dua_ketukan_dari_tim_saya(self):
        self.kantor.hitung()
        self.client.force_login(akun(self.kantor.kasi))
        alamat = self.ke("umpan_balik_beri", self.staf.uuid)
        self.assertContains(self.client.get("/kinerja/tim/"), f'href="{alamat}"')
        form = self.client.get(alamat)
        self.assertContains(form, "Tentang hasil kerja")
        self.assertNotContains(form, "tanpa nama")
        rencana = self.kantor.indikator[self.staf.pk].rencana
        kosong = self.client.post(alamat, {"isi": "", "nilai_dasar": "", "rencana": str(rencana.uuid)})
        self.assertContains(kosong, "Tulis umpan balik Anda", status_code=422)
        jawab = self.client.post(alamat, {"isi": "Rapi.", "nilai_dasar": "", "rencana": str(rencana.uuid)})
        assert jawab["Location"] == "/kinerja/tim/"
        assert UmpanBalik.objects.get().rencana == rencana
        evaluasi = self.kantor.evaluasi(self.staf)
        self.assertContains(self.client.get(self.ke("nilai", evaluasi.uuid)), "Rapi.")
        self.assertContains(self.client.get(self.ke("umpan_balik_orang", self.staf.uuid)), "Rapi.")

    def test_pengelola_melihat_jumlah_dan_tidak_satu_kata_pun(self):
        self.beri(isi="kalimat-umpan-balik")
        self.kantor.hitung()
        self.client.force_login(self.kantor.pengelola)
        jumlah = self.client.get("/kinerja/umpan-balik/jumlah/")
        assert jumlah.context["baris"] == [("Triwulan III 2026", 0, 1, None)]
        evaluasi = self.kantor.evaluasi(self.staf)
        for alamat in (
            "/kinerja/umpan-balik/jumlah/",
            self.ke("evaluasi", evaluasi.uuid),
            self.ke("skp", self.staf.skp.get().uuid),
            "/admin/audit/catatanaudit/",
        ):
            self.assertNotContains(self.client.get(alamat), "kalimat-umpan-balik")
        assert self.client.get(self.ke("umpan_balik_orang", self.staf.uuid)).status_code == 404

    def test_tanpa_nama_lewat_halaman_tidak_meninggalkan_jejak(self):
        sebelum = CatatanAudit.objects.count()
        for satu in self.kantor.staf[1:4]:
            self.client.force_login(akun(satu))
            jawab = self.client.post(
                self.ke("umpan_balik_beri", self.staf.uuid),
                {"isi": f"Isi {satu.pk}", "nilai_dasar": "", "anonim": "on"},
            )
            assert jawab["Location"] == "/kinerja/umpan-balik/"
            # Not even on the writer's own page, nor in the session of the browser.
            self.assertNotContains(self.client.get("/kinerja/umpan-balik/?bagian=ditulis"), f"Isi {satu.pk}")
            assert f"Isi {satu.pk}" not in str(dict(self.client.session))
        assert CatatanAudit.objects.count() == sebelum
        self.client.force_login(akun(self.staf))
        halaman = self.client.get("/kinerja/umpan-balik/")
        assert halaman.context["tampil"] == []
        with pada(SESUDAHNYA):
            lepaskan_tanpa_nama()
            self.client.force_login(akun(self.staf))
            halaman = self.client.get("/kinerja/umpan-balik/")
            self.assertContains(halaman, "Tanpa nama", count=3)
            self.assertContains(halaman, "Triwulan III 2026", count=3)
            self.assertNotContains(halaman, "15 September 2026")
            for satu in self.kantor.staf[1:4]:
                self.assertNotContains(halaman, satu.nama)

    def test_halaman_sama_sebelum_dan_sesudah_seseorang_menulis_tanpa_nama(self):
        """Neither a count nor a word of the receiver's, the superior's or the pengelola's pages changes."""
        self.beri()
        alamat = [
            (self.staf, "/kinerja/umpan-balik/"),
            (self.staf, "/"),
            (self.kantor.kasi, self.ke("umpan_balik_orang", self.staf.uuid)),
        ]

        def lihat() -> list[Any]:
            hasil = []
            for siapa, satu in alamat:
                self.client.force_login(akun(siapa))
                halaman = self.client.get(satu)
                hasil.append([halaman.context.get(n) for n in ("tampil", "permintaan", "belum_dibaca", "baris")])
            self.client.force_login(self.kantor.pengelola)
            hasil.append(self.client.get("/kinerja/umpan-balik/jumlah/").context["baris"])
            return hasil

        sebelum = lihat()
        self.tanpa_nama(*self.kantor.staf[1:])
        assert lihat() == sebelum

    def test_atasan_yang_memaksa_tanpa_nama_tetap_bernama(self):
        self.client.force_login(akun(self.kantor.kasi))
        self.client.post(
            self.ke("umpan_balik_beri", self.staf.uuid), {"isi": "Rapi.", "nilai_dasar": "", "anonim": "on"}
        )
        assert UmpanBalik.objects.get().dari == self.kantor.kasi

    def test_minta_beri_tanggapi(self):
        self.client.force_login(akun(self.staf))
        self.assertContains(self.client.get("/kinerja/umpan-balik/pilih/?q=kasi"), "Kasi")
        alamat = self.ke("umpan_balik_minta", self.rekan.uuid)
        assert self.client.post(alamat, {"pertanyaan": ""}).status_code == 422
        self.client.post(alamat, {"pertanyaan": "Cara saya melayani?"})
        lagi = self.client.post(alamat, {"pertanyaan": "Sekali lagi?"})
        self.assertContains(lagi, "dalam triwulan ini", status_code=409)
        self.assertContains(lagi, "Sekali lagi?", status_code=409)
        assert PermintaanUmpanBalik.objects.count() == 1
        self.client.force_login(akun(self.rekan))
        self.assertContains(self.client.get("/kinerja/umpan-balik/"), "Cara saya melayani?")
        self.client.post(self.ke("umpan_balik_beri", self.staf.uuid), {"isi": "Ramah.", "nilai_dasar": "harmonis"})
        umpan = UmpanBalik.objects.get()
        self.client.force_login(akun(self.staf))
        self.assertContains(self.client.get("/kinerja/umpan-balik/"), "Ramah.")
        self.client.post(self.ke("umpan_balik_tanggapi", umpan.uuid), {"tanggapan": ""})
        kedua = self.client.post(self.ke("umpan_balik_tanggapi", umpan.uuid), {"tanggapan": "Lagi"})
        self.assertContains(kedua, "sudah Anda tanggapi", status_code=409)
        self.client.force_login(akun(self.rekan))
        self.assertContains(self.client.get("/kinerja/umpan-balik/?bagian=ditulis"), "Sudah dibaca.")

    def test_bagian_yang_tidak_ada_404(self):
        self.client.force_login(akun(self.staf))
        assert self.client.get("/kinerja/umpan-balik/?bagian=ngawur").status_code == 404

    def tambah(self, urut: int) -> None:
        orang = pabrik.buat_pegawai(self.kantor.seksi, nama=f"Rekan {urut}")
        self.beri(oleh=akun(orang), isi=f"Isi {urut}")
        self.beri(oleh=akun(self.staf), pegawai=orang, isi=f"Isi {urut}")
        for peminta, kepada in ((self.staf, orang), (orang, self.staf)):
            PermintaanUmpanBalik.objects.create(
                pegawai=peminta, kepada=kepada, pertanyaan="?", tanggal=date(2026, 9, 15), triwulan=date(2026, 7, 1)
            )

    def test_jumlah_kueri_tidak_tumbuh(self):
        bagian = ("", "?bagian=ditulis", "?bagian=diminta")
        self.tambah(0)
        satu = [self.kueri(nama) for nama in bagian]
        for urut in range(1, 6):
            self.tambah(urut)
        assert [self.kueri(nama) for nama in bagian] == satu
        assert max(satu) <= 20

    def kueri(self, kueri: str) -> int:
        self.client.force_login(akun(self.staf))
        self.client.get("/kinerja/umpan-balik/")
        with CaptureQueriesContext(connection) as tangkap:
            assert self.client.get(f"/kinerja/umpan-balik/{kueri}").status_code == 200
        return len(tangkap)
