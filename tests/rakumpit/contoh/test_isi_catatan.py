"""The sample office has notes, evidence and something to confirm, and its pictures pass the product's own check."""

from __future__ import annotations

from decimal import Decimal

from django.test import TestCase, override_settings

from kinerja.models import Bukti, CatatanHarian, Indikator, Periode
from kinerja.ringkasan.atas_nama import tugas_atas_nama
from kinerja.ringkasan.catatan import RangkumanCatatan, rangkum_catatan
from rakumpit.contoh.isi_catatan import PERIODE_BERJALAN
from rakumpit.contoh.isi_organisasi import pegawai_bernomor
from rakumpit.contoh.muat import muat_kantor
from tests.kinerja.kantor import akun
from tests.tugas import untuk


@override_settings(CONTOH=True)
class IsiCatatanTest(TestCase):
    def test_catatan_bukti_dan_isian_yang_menunggu(self):
        assert muat_kantor()
        andreas = pegawai_bernomor()[18]
        indikator = Indikator.objects.filter(rencana__skp__pegawai=andreas).order_by("rencana__urut", "urut")[0]
        periode = Periode.objects.get(kode=PERIODE_BERJALAN)
        assert rangkum_catatan(indikator, periode) == RangkumanCatatan(5, 5, Decimal(74))
        assert CatatanHarian.objects.filter(pegawai=andreas).count() == 6
        # One picture and one link of the result, one photo of a note for it.
        assert sorted(Bukti.objects.untuk(indikator, periode).values_list("tipe", flat=True)) == ["", "png", "png"]
        assert len(untuk(tugas_atas_nama, akun(andreas))) == 1
