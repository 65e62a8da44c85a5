"""The direct team before anything is computed: who is late, who is stuck, and what it costs."""

from __future__ import annotations

from datetime import date, datetime

from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext

from kinerja.enums import StatusSKP
from kinerja.models import SKP, Kendala, Realisasi
from kinerja.permissions.bawahan import bawahan_langsung
from rakumpit.waktu import WIB
from tests import pabrik
from tests.kinerja.kantor import Kantor, akun, buat_kantor
from tests.survei.dasar import pada

ALAMAT = "/kinerja/tim/kemajuan/"


class KemajuanTests(TestCase):
    kantor: Kantor

    @classmethod
    def setUpTestData(cls) -> None:
        cls.kantor = buat_kantor(3)
        satu, dua, _tiga = cls.kantor.staf
        Realisasi.objects.filter(indikator=cls.kantor.indikator[satu.pk]).update(nilai=None)
        SKP.objects.filter(pegawai=dua).update(status=StatusSKP.DIAJUKAN.value)
        Kendala.objects.create(pegawai=satu, jenis="alat", uraian="Printer rusak.", sejak=date(2026, 9, 1))

    def setUp(self) -> None:
        self.client.force_login(akun(self.kantor.kasi))
        beku = pada(datetime(2026, 9, 15, 9, 0, tzinfo=WIB))
        beku.__enter__()
        self.addCleanup(beku.__exit__, None, None, None)

    def nama(self, kueri: str = "") -> list[str]:
        return [satu.nama for satu, _skp in self.client.get(f"{ALAMAT}{kueri}").context["orang"]]

    def test_hanya_yang_dipimpin_langsung(self) -> None:
        k = self.kantor
        assert set(bawahan_langsung(akun(k.kasi))) == {satu.pk for satu in k.staf}
        assert bawahan_langsung(akun(k.camat)) == [k.kasi.pk]
        assert bawahan_langsung(akun(k.staf[0])) == []
        assert bawahan_langsung(k.pengelola) == []

    def test_keadaan_tiap_orang_dan_saringan(self) -> None:
        jawab = self.client.get(ALAMAT)
        assert jawab.context["judul"] == "Kemajuan tim: 1 orang belum melengkapi realisasi"
        orang = {satu.nama: (skp, satu.terisi, satu.diketik, satu.terkendala) for satu, skp in jawab.context["orang"]}
        assert orang == {
            "Staf 1": (("baik", "Disetujui"), 0, 1, 1),
            "Staf 2": (("info", "Diajukan"), 0, 0, 0),
            "Staf 3": (("baik", "Disetujui"), 1, 1, 0),
        }
        assert [jumlah for *_tab, jumlah in jawab.context["tab"]] == [3, 1, 1, 1]
        assert self.nama("?keadaan=skp") == ["Staf 2"]
        assert self.nama("?keadaan=realisasi") == self.nama("?keadaan=kendala") == ["Staf 1"]
        assert self.nama("?q=staf+3") == ["Staf 3"]
        self.assertContains(self.client.get(f"{ALAMAT}?q=zzz"), "Tidak ada yang cocok")

    def test_periode_yang_terbuka_dan_paling_dekat_dipilih(self) -> None:
        pabrik.buat_periode(
            kode="tahun",
            nama="Tahun 2026",
            jenis="tahunan",
            mulai=date(2026, 1, 1),
            selesai=date(2026, 12, 31),
            batas_isi=date(2027, 1, 15),
        )
        assert self.client.get(ALAMAT).context["periode"] == self.kantor.periode
        assert self.client.get(f"{ALAMAT}?periode=ngawur").status_code == 404
        assert self.client.get(f"{ALAMAT}?keadaan=ngawur").status_code == 404

    def test_jumlah_kueri_sama_untuk_3_dan_40_orang_dan_daftar_dibagi_halaman(self) -> None:
        def hitung() -> int:
            with CaptureQueriesContext(connection) as tangkap:
                self.client.get(ALAMAT)
            return len(tangkap)

        hitung()  # the first page of a session also stores the session
        tiga = hitung()
        for urut in range(37):
            pabrik.buat_pegawai(self.kantor.seksi, nama=f"Tambahan {urut:02}", akun=False)
        assert hitung() == tiga
        assert tiga <= 20
        assert len(self.nama()) == 25
        assert len(self.nama("?page=2")) == 15
