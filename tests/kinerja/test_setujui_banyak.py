"""Approving several plans: only what was read, person by person."""

from __future__ import annotations

from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext

from kinerja.enums import StatusSKP
from kinerja.models import SKP
from kinerja.proses.setujui_banyak import setujui_banyak
from rakumpit.audit.models import CatatanAudit
from rakumpit.notifikasi.models import Notifikasi
from tests import pabrik
from tests.kinerja.kantor import Kantor, akun, buat_kantor

ALAMAT = "/kinerja/tim/skp/"
DIAJUKAN, DISETUJUI = StatusSKP.DIAJUKAN.value, StatusSKP.DISETUJUI.value


class SetujuiBanyakTests(TestCase):
    kantor: Kantor

    @classmethod
    def setUpTestData(cls) -> None:
        cls.kantor = buat_kantor(3)
        SKP.objects.filter(pegawai__in=cls.kantor.staf).update(status=DIAJUKAN)

    def setUp(self) -> None:
        self.client.force_login(akun(self.kantor.kasi))
        self.skp = list(SKP.objects.filter(pegawai__in=self.kantor.staf).order_by("pegawai__nama"))

    def pilih(self, *skp: SKP) -> dict[str, list[str]]:
        return {"pilih": [f"{satu.uuid}:{satu.suntingan}" for satu in skp]}

    def status(self) -> list[str]:
        return list(
            SKP.objects.filter(pegawai__in=self.kantor.staf).order_by("pegawai__nama").values_list("status", flat=True)
        )

    def test_ringkasan_memuat_seluruh_isi_yang_dipilih_saja(self) -> None:
        jawab = self.client.get(ALAMAT, {"pilih": [str(satu.uuid) for satu in self.skp[:2]]})
        self.assertContains(jawab, "Setujui 2 SKP")
        self.assertContains(jawab, "Hasil 1", count=2)
        self.assertContains(jawab, "Indikator 1: 100", count=2)
        self.assertNotContains(jawab, "Staf 3")

    def test_yang_dipilih_disetujui_dengan_satu_catatan_dan_satu_kabar_masing_masing(self) -> None:
        jawab = self.client.post(ALAMAT, self.pilih(*self.skp[:2]), follow=True)
        self.assertContains(jawab, "2 SKP disetujui. Pegawai mendapat pemberitahuan.")
        assert self.status() == [DISETUJUI, DISETUJUI, DIAJUKAN]
        assert CatatanAudit.objects.filter(aksi="kinerja.skp.setujui").count() == 2
        assert Notifikasi.objects.filter(kunci__startswith="skp-disetujui").count() == 2

    def test_yang_berubah_sejak_dibaca_ditolak_dan_yang_lain_jalan(self) -> None:
        isian = self.pilih(*self.skp)
        CatatanAudit.objects.create(aksi="kinerja.skp.atur", objek_jenis="kinerja.skp", objek_id=str(self.skp[0].uuid))
        SKP.objects.filter(pk=self.skp[0].pk).update(suntingan=1)
        SKP.objects.filter(pk=self.skp[1].pk).update(status=StatusSKP.DIKEMBALIKAN.value)
        jawab = self.client.post(ALAMAT, isian)
        assert jawab.status_code == 409
        assert [nama for nama, _alasan in jawab.context["ditolak"]] == ["Staf 1", "Staf 2"]
        self.assertContains(jawab, "sudah diubah oleh sistem", status_code=409)
        self.assertContains(jawab, "tidak sedang diajukan", status_code=409)
        assert self.status() == [DIAJUKAN, StatusSKP.DIKEMBALIKAN.value, DISETUJUI]
        assert CatatanAudit.objects.filter(aksi="kinerja.skp.setujui").count() == 1

    def test_bukan_atasan_langsung_ditolak_tanpa_mengubah_apa_pun(self) -> None:
        hasil = setujui_banyak(pasangan=[(self.skp[0], 0)], oleh=akun(self.kantor.camat))
        assert (hasil.disetujui, len(hasil.ditolak)) == ([], 1)
        assert self.status() == [DIAJUKAN] * 3
        assert not CatatanAudit.objects.filter(aksi="kinerja.skp.setujui").exists()

    def test_milik_tim_lain_dan_isian_ngawur_tidak_ada(self) -> None:
        lain = pabrik.buat_skp(pabrik.buat_pegawai(pabrik.buat_unit()), status=DIAJUKAN)
        for pilih in (f"{lain.uuid}:0", "ngawur:0", f"{self.skp[0].uuid}:x", str(self.skp[0].uuid)):
            assert self.client.post(ALAMAT, {"pilih": [pilih]}).status_code == 404
        assert self.status() == [DIAJUKAN] * 3

    def test_tanpa_pilihan_diberi_tahu(self) -> None:
        self.assertContains(self.client.post(ALAMAT, {}), "Pilih paling sedikit satu SKP", status_code=409)
        self.assertContains(self.client.get(ALAMAT), "Baca yang dipilih")
        SKP.objects.update(status=DISETUJUI)
        self.assertContains(self.client.get(ALAMAT), "Tidak ada SKP yang menunggu")

    def test_jumlah_kueri_sama_untuk_1_dan_3_skp(self) -> None:
        def hitung(*skp: SKP) -> int:
            with CaptureQueriesContext(connection) as tangkap:
                self.client.get(ALAMAT, {"pilih": [str(satu.uuid) for satu in skp]})
            return len(tangkap)

        hitung(self.skp[0])  # the first page of a session also stores the session
        satu = hitung(self.skp[0])
        assert hitung(*self.skp) == satu
        assert satu <= 15
