"""Who holds whom up while plans are set."""

from __future__ import annotations

from datetime import date

from django.test import TestCase

from kinerja.models import SKP
from kinerja.ringkasan.tunggu_skp import BELUM_ADA, atasan_tanpa_skp, siapa_menunggu
from rakumpit.organisasi.models import Pegawai
from tests import pabrik
from tests.kinerja.kantor import akun, buat_kantor
from tests.survei.dasar import SAAT, pada

KUERI = 8


class TungguSKPTests(TestCase):
    def setUp(self) -> None:
        beku = pada(SAAT)
        beku.__enter__()
        self.addCleanup(beku.__exit__, None, None, None)
        self.kantor = buat_kantor(jumlah_staf=2)
        self.pengelola = self.kantor.pengelola

    def ubah(self, pegawai: Pegawai, status: str) -> None:
        SKP.objects.filter(pegawai=pegawai).update(status=status)

    def test_nobody_waits_when_all_is_approved(self) -> None:
        assert siapa_menunggu(self.pengelola) == []

    def test_a_superior_without_a_plan_holds_those_whose_results_have_no_link(self) -> None:
        SKP.objects.filter(pegawai=self.kantor.kasi).update(mulai=date(2025, 1, 1), selesai=date(2025, 12, 31))
        for satu in self.kantor.staf:
            self.ubah(satu, "draf")
        terkait = self.kantor.staf[1].skp.get().rencana
        terkait.update(rhk_pimpinan=self.kantor.indikator[self.kantor.kasi.pk].rencana)
        semua = {satu.nama: satu for satu in siapa_menunggu(self.pengelola)}
        kasi = next(satu for nama, satu in semua.items() if nama.startswith("Kasi,"))
        assert kasi.keadaan == BELUM_ADA
        assert [satu.nama for satu in kasi.tertahan] == ["Staf 1"]
        assert "1 rencana hasil kerja belum dapat dikaitkan" in kasi.tertahan[0].sebab

    def test_a_submitted_plan_waits_for_its_superior_and_the_chain_is_named(self) -> None:
        self.ubah(self.kantor.staf[0], "diajukan")
        self.ubah(self.kantor.kasi, "diajukan")
        kasi, camat = sorted(siapa_menunggu(self.pengelola), key=lambda satu: satu.nama, reverse=True)
        assert [satu.sebab for satu in kasi.tertahan] == ["SKP menunggu persetujuan"]
        assert kasi.keadaan == "SKP-nya diajukan"
        assert kasi.menunggu == camat.nama
        assert [satu.nama for satu in camat.tertahan] == ["Kasi"]

    def test_next_year_is_asked_for_by_name(self) -> None:
        for satu in (self.kantor.camat, self.kantor.kasi, *self.kantor.staf):
            pabrik.buat_skp(satu, mulai=date(2027, 1, 1), selesai=date(2027, 12, 31), status="diajukan")
        assert siapa_menunggu(self.pengelola) == []
        tertahan = [orang.nama for satu in siapa_menunggu(self.pengelola, tahun=2027) for orang in satu.tertahan]
        assert sorted(tertahan) == ["Camat", "Kasi", "Staf 1", "Staf 2"]
        self.client.force_login(self.pengelola)
        self.assertContains(self.client.get("/kinerja/skp/menunggu/?tahun=2027"), "Staf 1: SKP menunggu persetujuan")
        self.assertContains(self.client.get("/kinerja/skp/menunggu/?tahun=x"), "Tidak ada yang tertahan")

    def test_readers_see_their_own_people_only(self) -> None:
        self.ubah(self.kantor.staf[0], "diajukan")
        self.ubah(self.kantor.kasi, "diajukan")
        nama = [[orang.nama for orang in satu.tertahan] for satu in siapa_menunggu(akun(self.kantor.kasi))]
        assert [satu for satu in nama if satu != ["Kasi"]] == [["Staf 1"]]
        self.client.force_login(akun(self.kantor.staf[0]))
        assert self.client.get("/kinerja/skp/menunggu/").status_code == 404

    def test_the_draft_says_it_and_the_page_filters_by_unit(self) -> None:
        draf = pabrik.buat_skp(pabrik.buat_pegawai(self.kantor.seksi, nama="Baru"))
        assert not atasan_tanpa_skp(draf)
        self.ubah(self.kantor.kasi, "draf")
        assert atasan_tanpa_skp(draf)
        self.client.force_login(akun(draf.pegawai))
        self.assertContains(self.client.get(f"/kinerja/skp/{draf.uuid}/"), "belum mempunyai SKP yang disetujui")
        self.ubah(self.kantor.staf[0], "diajukan")
        self.client.force_login(self.pengelola)
        self.assertContains(self.client.get("/kinerja/skp/menunggu/"), "Staf 1: SKP menunggu persetujuan")
        lain = pabrik.buat_unit(induk=self.kantor.kecamatan)
        kosong = self.client.get(f"/kinerja/skp/menunggu/?unit={lain.uuid}")
        self.assertContains(kosong, "Tidak ada yang tertahan")
        assert self.client.get("/kinerja/skp/menunggu/?unit=x").status_code == 404

    def test_it_costs_the_same_for_one_and_three(self) -> None:
        for banyak in (1, 2):
            for _ in range(banyak):
                orang = pabrik.buat_pegawai(self.kantor.seksi)
                pabrik.buat_skp(orang, penilai=self.kantor.kasi, status="diajukan")
            with self.assertNumQueries(KUERI):
                siapa_menunggu(self.pengelola)
