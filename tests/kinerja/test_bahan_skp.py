"""Filling a draft from an earlier plan or from an example for the post."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from django.test import TestCase

from kinerja.models import SKP, ContohHasilKerja, Indikator, RencanaAksi
from kinerja.proses import ProsesDitolak, ajukan
from kinerja.proses.bahan_skp import contoh_untuk, pakai_contoh, salin_dari, sumber_salinan
from rakumpit.audit.models import CatatanAudit
from rakumpit.organisasi.enums import JenisJabatan
from tests import pabrik
from tests.kinerja.kantor import akun, buat_kantor
from tests.survei.dasar import SAAT, pada


class BahanSKPTests(TestCase):
    def setUp(self) -> None:
        beku = pada(SAAT)
        beku.__enter__()
        self.addCleanup(beku.__exit__, None, None, None)
        self.kantor = buat_kantor()
        self.staf = self.kantor.staf[0]
        self.pemilik = akun(self.staf)
        self.lama = self.staf.skp.get()
        self.draf = pabrik.buat_skp(self.staf, mulai=date(2027, 1, 1), selesai=date(2027, 12, 31))
        self.jabatan = self.staf.penugasan.get().jabatan

    def contoh(self, **ubah: str | bool) -> ContohHasilKerja:
        isian: dict[str, str | bool] = {
            "jabatan": self.jabatan.nama,
            "uraian": "Surat warga selesai",
            "indikator": "Surat selesai tepat waktu",
            "satuan": "persen",
            "aspek": "waktu",
        }
        return ContohHasilKerja.objects.create(**(isian | ubah))

    def test_results_measures_and_appendices_are_copied_without_what_belongs_to_the_year(self) -> None:
        asal = self.kantor.indikator[self.staf.pk]
        asal.rencana.rhk_pimpinan = self.kantor.indikator[self.kantor.kasi.pk].rencana
        asal.rencana.save()
        RencanaAksi.objects.create(indikator=asal, periode=self.kantor.periode, target=Decimal(1))
        self.lama.lampiran.create(jenis="skema", urut=1, isi="Laporan bulanan")
        self.lama.ekspektasi.create(nilai_dasar="loyal", isi="Jaga rahasia.")
        awal = CatatanAudit.objects.count()
        salin_dari(skp=self.draf, sumber=self.lama, oleh=self.pemilik)
        salinan = Indikator.objects.get(rencana__skp=self.draf)
        assert (salinan.uraian, salinan.target, salinan.asal) == (asal.uraian, asal.target, None)
        assert (salinan.rencana.rhk_pimpinan, salinan.rencana.asal) == (None, None)
        assert not salinan.rencana_aksi.exists()
        assert self.draf.lampiran.get().isi == "Laporan bulanan"
        assert not self.draf.ekspektasi.exists()
        assert CatatanAudit.objects.count() == awal + 1
        with pytest.raises(ProsesDitolak, match="masih kosong"):
            salin_dari(skp=self.draf, sumber=self.lama, oleh=self.pemilik)

    def test_only_own_earlier_approved_plans_are_a_source(self) -> None:
        assert list(sumber_salinan(self.draf)) == [self.lama]
        nanti = pabrik.buat_skp(self.staf, mulai=date(2028, 1, 1), selesai=date(2028, 12, 31), penilai=self.kantor.kasi)
        orang_lain = self.kantor.staf[1].skp.get()
        for sumber in (nanti, orang_lain, self.draf):
            with self.subTest(str(sumber)), pytest.raises(ProsesDitolak, match="sebelumnya"):
                salin_dari(skp=self.draf, sumber=sumber, oleh=self.pemilik)
        with pytest.raises(ProsesDitolak, match="pemiliknya"):
            salin_dari(skp=self.draf, sumber=self.lama, oleh=akun(self.kantor.kasi))
        assert not self.draf.rencana.exists()

    def test_examples_are_those_of_the_post_and_of_its_kind(self) -> None:
        nama = self.contoh(jabatan=self.jabatan.nama.upper())
        jenis = self.contoh(jabatan="", jenis_jabatan=JenisJabatan.PELAKSANA.value)
        self.contoh(jabatan="Camat")
        self.contoh(aktif=False)
        assert list(contoh_untuk(self.draf)) == [nama, jenis]
        SKP.objects.filter(pk=self.draf.pk).update(bentuk="pimpinan")
        self.draf.refresh_from_db()
        assert not contoh_untuk(self.draf).exists()

    def test_an_example_is_taken_without_a_target_and_is_completed_before_submission(self) -> None:
        contoh = self.contoh()
        awal = CatatanAudit.objects.count()
        rencana = pakai_contoh(skp=self.draf, contoh=contoh, oleh=self.pemilik)
        ukuran = rencana.indikator.get()
        assert (rencana.uraian, ukuran.uraian, ukuran.aspek, ukuran.target) == (
            contoh.uraian,
            contoh.indikator,
            "waktu",
            None,
        )
        assert CatatanAudit.objects.count() == awal + 1
        with pytest.raises(ProsesDitolak, match="tanpa target"):
            ajukan(skp=self.draf, oleh=self.pemilik)
        with pytest.raises(ProsesDitolak, match="jabatan Anda"):
            pakai_contoh(skp=self.draf, contoh=self.contoh(jabatan="Camat"), oleh=self.pemilik)

    def test_page_with_one_press_each(self) -> None:
        contoh = self.contoh()
        self.client.force_login(self.pemilik)
        alamat = f"/kinerja/skp/{self.draf.uuid}/bahan/"
        halaman = self.client.get(alamat)
        self.assertContains(halaman, "Salin dari SKP 2026")
        self.assertContains(halaman, contoh.uraian)
        self.client.post(alamat, {"pakai": f"skp:{self.lama.uuid}"})
        self.client.post(alamat, {"pakai": f"contoh:{contoh.uuid}"})
        assert self.draf.rencana.count() == 2
        self.assertContains(
            self.client.post(alamat, {"pakai": f"skp:{self.lama.uuid}"}), "masih kosong", status_code=409
        )
        for salah in ("", "skp:x", f"lain:{contoh.uuid}", f"skp:{contoh.uuid}"):
            assert self.client.post(alamat, {"pakai": salah}).status_code == 404, salah
