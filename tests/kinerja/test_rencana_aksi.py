"""Rencana aksi by period: who writes it and when, and what the run makes of it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from django.test import TestCase

from kinerja.models import SKP, Indikator, RencanaAksi, RencanaHasilKerja
from kinerja.proses import KonflikVersi, ProsesDitolak
from kinerja.proses.bahan import ASAL_RENCANA_AKSI, ASAL_TAHUNAN
from kinerja.proses.rencana_aksi import IsiAksi, periode_rencana_aksi, simpan_rencana_aksi
from rakumpit.audit.models import CatatanAudit
from tests import pabrik
from tests.kinerja.kantor import akun, buat_kantor
from tests.survei.dasar import SAAT, pada


class RencanaAksiTests(TestCase):
    def setUp(self) -> None:
        beku = pada(SAAT)
        beku.__enter__()
        self.addCleanup(beku.__exit__, None, None, None)
        self.kantor = buat_kantor()
        self.pegawai = pabrik.buat_pegawai(self.kantor.seksi)
        self.pemilik = akun(self.pegawai)
        self.skp = pabrik.buat_skp(self.pegawai)
        self.indikator = pabrik.buat_indikator(self.skp, satuan="surat")
        self.tw3 = self.kantor.periode

    def simpan(self, aksi: IsiAksi, **ubah: object) -> SKP:
        isian: dict[str, object] = {
            "skp": self.skp,
            "periode": self.tw3,
            "oleh": self.pemilik,
            "isi": {self.indikator.uuid: aksi},
            "suntingan": 0,
        }
        return simpan_rencana_aksi(**(isian | ubah))  # type: ignore[arg-type]  # the tests give wrong ones, too

    def test_written_changed_and_taken_back_with_one_entry_each(self) -> None:
        awal = CatatanAudit.objects.count()
        self.skp = self.simpan(IsiAksi("Kunjungi kampung", Decimal(30), Decimal(40)))
        aksi = RencanaAksi.objects.get()
        assert (aksi.uraian, aksi.target, aksi.target_atas) == ("Kunjungi kampung", Decimal(30), Decimal(40))
        self.simpan(IsiAksi("Kunjungi kampung", Decimal(30), Decimal(40)), suntingan=1)
        assert CatatanAudit.objects.count() == awal + 1, "nothing changed"
        with pytest.raises(KonflikVersi):
            self.simpan(IsiAksi())
        self.simpan(IsiAksi(), suntingan=1)
        assert not RencanaAksi.objects.exists()
        assert CatatanAudit.objects.count() == awal + 2

    def test_refusals_leave_everything(self) -> None:
        setahun = pabrik.buat_periode(
            kode="tahun-2026", jenis="tahunan", mulai=date(2026, 1, 1), selesai=date(2026, 12, 31)
        )
        lain = self.kantor.indikator[self.kantor.staf[0].pk]
        awal = CatatanAudit.objects.count()
        isi = IsiAksi("x", Decimal(1))
        for ubah, cocok in (
            ({"periode": setahun}, "bukan periode"),
            ({"isi": {lain.uuid: isi}}, "bukan bagian"),
            ({"oleh": akun(self.kantor.kasi)}, "pemiliknya"),
            ({"isi": {self.indikator.uuid: IsiAksi("x", None, Decimal(5))}}, "batas bawah"),
            ({"isi": {self.indikator.uuid: IsiAksi("x", Decimal(6), Decimal(5))}}, "batas bawah"),
            ({"isi": {self.indikator.uuid: IsiAksi("x", Decimal("1e12"))}}, "12 angka"),
        ):
            with self.subTest(cocok), pytest.raises(ProsesDitolak, match=cocok):
                self.simpan(isi, **ubah)
        SKP.objects.filter(pk=self.skp.pk).update(status="disetujui", penilai=self.kantor.kasi)
        with pytest.raises(ProsesDitolak, match="tidak dapat diubah"):
            self.simpan(isi)
        assert not RencanaAksi.objects.exists()
        assert CatatanAudit.objects.count() == awal

    def test_qualitative_plans_have_words_only(self) -> None:
        skp = pabrik.buat_skp(self.pegawai, pendekatan="kualitatif", mulai=date(2026, 7, 1))
        rencana = RencanaHasilKerja.objects.create(skp=skp, urut=1, uraian="Hasil")
        ukuran = Indikator.objects.create(rencana=rencana, urut=1, uraian="Warga puas")
        with pytest.raises(ProsesDitolak, match="tanpa target angka"):
            self.simpan(IsiAksi("x", Decimal(1)), skp=skp, isi={ukuran.uuid: IsiAksi("x", Decimal(1))})
        self.simpan(IsiAksi("x"), skp=skp, isi={ukuran.uuid: IsiAksi("Kunjungan tiap pekan")})
        assert ukuran.rencana_aksi.get().target is None

    def test_the_run_takes_the_target_of_the_period_and_words_alone_change_nothing(self) -> None:
        staf = self.kantor.staf[0]
        indikator = self.kantor.indikator[staf.pk]
        for isi, asal, target, nilai in (
            ({"target": None, "uraian": "Langkah saja"}, ASAL_TAHUNAN, "100.0000", Decimal(95)),
            ({"target": Decimal(190), "uraian": ""}, ASAL_RENCANA_AKSI, "190.0000", Decimal(50)),
        ):
            RencanaAksi.objects.update_or_create(indikator=indikator, periode=self.tw3, defaults=isi)
            self.kantor.hitung()
            evaluasi = self.kantor.evaluasi(staf)
            bahan = evaluasi.bahan["indikator"][0]
            assert (bahan["asal_target"], bahan["target"][0], evaluasi.nilai_hasil) == (asal, target, nilai)

    def test_periods_are_those_within_the_plan_but_the_year(self) -> None:
        pabrik.buat_periode(
            kode="tw1-2027", mulai=date(2027, 1, 1), selesai=date(2027, 3, 31), batas_isi=date(2027, 4, 9)
        )
        assert list(periode_rencana_aksi(self.skp)) == [self.tw3]

    def test_pages(self) -> None:
        self.client.force_login(self.pemilik)
        alamat = f"/kinerja/skp/{self.skp.uuid}/rencana-aksi/"
        self.assertContains(self.client.get(alamat), "Penilaian periode ini memakai target setahun")
        kode = self.indikator.uuid.hex
        isian = {f"uraian_{kode}": "Kunjungi kampung", f"target_{kode}": "12,5", "suntingan": "0"}
        self.assertContains(
            self.client.post(f"{alamat}tw3-2026/", isian | {f"target_{kode}": "dua"}), "dua", status_code=422
        )
        salah = self.client.post(f"{alamat}tw3-2026/", isian | {f"atas_{kode}": "5"})
        self.assertContains(salah, "Kunjungi kampung", status_code=409)
        self.assertRedirects(self.client.post(f"{alamat}tw3-2026/", isian), alamat)
        self.assertContains(self.client.get(alamat), "12,5 surat")
        usang = self.client.post(f"{alamat}tw3-2026/", isian | {f"target_{kode}": "9"})
        self.assertContains(usang, 'name="suntingan" value="1"', status_code=409)
        assert self.client.get(f"{alamat}tahun-2026/").status_code == 404
