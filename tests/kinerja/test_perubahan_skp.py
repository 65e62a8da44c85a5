"""Versions of a plan: who begins a revision, from which day it holds, and where the realisasi goes."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from importlib import import_module
from typing import Any

import pytest
from django.db import connection
from django.test import TestCase

from kinerja.enums import JenisLampiran, StatusSKP
from kinerja.models import (
    SKP,
    Evaluasi,
    Indikator,
    IsiPenilaianDiri,
    Pengingat,
    PenilaianDiri,
    PenilaianPerilaku,
    PeranHasil,
    Periode,
    Realisasi,
    RencanaAksi,
    RencanaHasilKerja,
    UmpanBalik,
)
from kinerja.perhitungan import NilaiDasar
from kinerja.proses import (
    ProsesDitolak,
    ajukan,
    akhiri,
    buka_run,
    kembalikan,
    kerjakan_run,
    putuskan,
    setujui,
    simpan_realisasi,
    tetapkan,
)
from kinerja.proses.draf_skp import buat_draf, hapus_draf, hapus_rencana, simpan_indikator
from kinerja.proses.isi_dokumen_lain import ada_matriks, data_mph
from kinerja.proses.isi_skp import tulis_ekspektasi
from kinerja.proses.pengingat import kirim_pengingat
from kinerja.proses.penilaian_diri import rencana_dinilai
from kinerja.proses.perubahan_skp import buat_perubahan, hari_perubahan
from kinerja.ringkasan.pengaduan import rencana_periode
from kinerja.ringkasan.pohon import Lingkup, jalur_unit, pendukung, pohon_hasil
from kinerja.ringkasan.rekap import rekap_bulanan
from kinerja.ringkasan.tahun import tahun_saya
from kinerja.ringkasan.tim import SARING, kemajuan_tim
from kinerja.ringkasan.tugas import menunggu
from kinerja.ringkasan.unit import jumlah_per_unit
from rakumpit.audit.models import CatatanAudit
from rakumpit.waktu import WIB
from tests import pabrik
from tests.kinerja.kantor import SEMUA_SESUAI, akun, buat_kantor
from tests.survei.dasar import SAAT, pada
from tests.tugas import untuk

ALASAN = "Target kantor berubah."


class PerubahanTests(TestCase):
    """15 September 2026: the third quarter runs, the second can still be typed."""

    def setUp(self) -> None:
        beku = pada(SAAT)
        beku.__enter__()
        self.addCleanup(beku.__exit__, None, None, None)
        self.kantor = buat_kantor()
        self.staf = self.kantor.staf[0]
        self.pemilik, self.kasi = akun(self.staf), akun(self.kantor.kasi)
        self.tw3 = self.kantor.periode
        self.tw2 = self.periode("tw2-2026", date(2026, 4, 1), date(2026, 6, 30), date(2026, 9, 30))
        self.setahun = self.periode(
            "tahun-2026", date(2026, 1, 1), date(2026, 12, 31), date(2027, 1, 31), jenis="tahunan"
        )
        self.lama = self.staf.skp.get()
        self.indikator = self.kantor.indikator[self.staf.pk]

    def periode(self, kode: str, mulai: date, selesai: date, batas: date, jenis: str = "triwulan") -> Periode:
        return pabrik.buat_periode(kode=kode, nama=kode, mulai=mulai, selesai=selesai, batas_isi=batas, jenis=jenis)

    def buat(self) -> SKP:
        return buat_perubahan(skp=self.lama, oleh=self.pemilik, alasan=ALASAN)

    def setujui(self, baru: SKP) -> SKP:
        return setujui(skp=ajukan(skp=baru, oleh=self.pemilik), oleh=self.kasi)

    def test_everything_is_copied_and_knows_what_it_continues(self) -> None:
        self.lama.lampiran.create(jenis=JenisLampiran.SKEMA.value, urut=1, isi="Laporan bulanan")
        tulis_ekspektasi(skp=self.lama, oleh=self.kasi, isi={NilaiDasar.LOYAL: "Jaga rahasia."}, suntingan=0)
        RencanaAksi.objects.create(indikator=self.indikator, periode=self.tw3, uraian="Kunjungi", target=Decimal(30))
        awal = CatatanAudit.objects.count()
        baru = self.buat()
        assert CatatanAudit.objects.count() == awal + 1
        assert (baru.status, baru.versi, baru.sebelumnya, baru.alasan_perubahan) == ("draf", 2, self.lama, ALASAN)
        assert (baru.mulai, baru.selesai) == (date(2026, 7, 1), date(2026, 12, 31))
        salinan = Indikator.objects.get(rencana__skp=baru)
        assert (salinan.asal, salinan.target, salinan.rencana.asal) == (
            self.indikator,
            Decimal(100),
            self.indikator.rencana,
        )
        assert salinan.rencana_aksi.get().uraian == "Kunjungi"
        assert baru.lampiran.get().isi == "Laporan bulanan"
        assert baru.ekspektasi.get().isi == "Jaga rahasia."

    def test_the_old_plan_holds_until_the_day_before_and_the_new_one_from_the_running_period(self) -> None:
        baru = self.setujui(self.buat())
        self.lama.refresh_from_db()
        assert (self.lama.status, self.lama.selesai, self.lama.diganti_sejak) == (
            "diganti",
            date(2026, 6, 30),
            date(2026, 7, 1),
        )
        assert (baru.status, baru.mulai) == ("disetujui", date(2026, 7, 1))
        assert list(SKP.objects.disetujui().filter(pegawai=self.staf).order_by("mulai")) == [self.lama, baru]
        assert list(SKP.objects.dalam_periode(self.tw2).filter(pegawai=self.staf)) == [self.lama]
        for periode in (self.tw3, self.setahun):
            assert list(SKP.objects.dalam_periode(periode).filter(pegawai=self.staf)) == [baru]

    def test_realisasi_of_reached_periods_moves_and_of_earlier_ones_stays(self) -> None:
        for periode in (self.tw2, self.setahun):
            Realisasi.objects.create(indikator=self.indikator, periode=periode, nilai=Decimal(50))
        baru = self.setujui(self.buat())
        salinan = Indikator.objects.get(rencana__skp=baru)
        assert {satu.periode for satu in self.indikator.realisasi.all()} == {self.tw2}
        assert {satu.periode for satu in salinan.realisasi.all()} == {self.tw3, self.setahun}
        isian: dict[str, Any] = {"oleh": self.pemilik, "nilai": Decimal(60), "versi": 1}
        simpan_realisasi(indikator=self.indikator, periode=self.tw2, **isian)
        simpan_realisasi(indikator=salinan, periode=self.tw3, **isian)
        with pytest.raises(ProsesDitolak, match="versi baru"):
            simpan_realisasi(indikator=self.indikator, periode=self.tw3, **isian)
        judul = [satu.judul for satu in untuk(menunggu, self.pemilik)]
        assert not [satu for satu in judul if "tahun-2026" in satu], "filled in the new version"

    def test_a_dropped_indicator_keeps_its_realisasi_as_the_record(self) -> None:
        kedua = pabrik.buat_indikator(self.lama)
        Realisasi.objects.create(indikator=kedua, periode=self.tw3, nilai=Decimal(1))
        baru = self.buat()
        hapus_rencana(rencana=baru.rencana.get(asal=kedua.rencana), oleh=self.pemilik)
        self.setujui(baru)
        assert kedua.realisasi.get().nilai == 1

    def test_the_proposal_follows_the_new_target_and_earlier_ones_the_old(self) -> None:
        Realisasi.objects.create(indikator=self.indikator, periode=self.tw2, nilai=Decimal(95))
        for periode in (self.tw2, self.tw3):
            kerjakan_run(buka_run(periode=periode).pk)
        baru = self.buat()
        salinan = Indikator.objects.get(rencana__skp=baru)
        salinan.target = Decimal(190)
        simpan_indikator(indikator=salinan, oleh=self.pemilik)
        self.setujui(baru)
        nilai = {
            satu.periode: satu.nilai_hasil
            for satu in Evaluasi.objects.filter(pegawai=self.staf).select_related("periode")
        }
        assert nilai == {self.tw2: Decimal(95), self.tw3: Decimal(50)}
        kerjakan_run(buka_run(periode=self.tw2).pk)
        assert Evaluasi.objects.get(pegawai=self.staf, periode=self.tw2).nilai_hasil == 95

    def test_a_revision_from_the_first_day_leaves_no_day_to_the_old_plan(self) -> None:
        SKP.objects.filter(pk=self.lama.pk).update(mulai=date(2026, 7, 1))
        self.lama.refresh_from_db()
        baru = self.setujui(self.buat())
        self.lama.refresh_from_db()
        assert (self.lama.status, self.lama.mulai, self.lama.diganti_sejak) == (
            "diganti",
            date(2026, 7, 1),
            date(2026, 7, 1),
        )
        assert list(SKP.objects.disetujui().filter(pegawai=self.staf)) == [baru]
        assert Indikator.objects.get(rencana__skp=baru).realisasi.get().periode == self.tw3

    def test_the_day_follows_the_submission_and_without_a_period_it_is_that_day(self) -> None:
        baru = self.buat()
        with pada(datetime(2026, 10, 2, 9, 0, tzinfo=WIB)):
            assert ajukan(skp=baru, oleh=self.pemilik).mulai == date(2026, 1, 1), "only the year runs"
        self.setahun.delete()
        assert hari_perubahan(self.lama, date(2026, 10, 2)) == date(2026, 10, 2)
        assert hari_perubahan(self.lama, date(2026, 9, 2)) == date(2026, 7, 1)
        assert hari_perubahan(self.lama, date(2025, 12, 31)) == self.lama.mulai

    def test_who_may_begin_and_when(self) -> None:
        for oleh in (self.kasi, self.kantor.pengelola, akun(self.kantor.staf[1])):
            with self.subTest(oleh.nama), pytest.raises(ProsesDitolak, match="pemiliknya"):
                buat_perubahan(skp=self.lama, oleh=oleh, alasan=ALASAN)
        with pytest.raises(ProsesDitolak, match="Tulis alasan"):
            buat_perubahan(skp=self.lama, oleh=self.pemilik, alasan=" ")
        with pada(datetime(2027, 1, 1, 9, 0, tzinfo=WIB)), pytest.raises(ProsesDitolak, match="berlaku 1 Januari"):
            self.buat()
        baru = self.buat()
        with pytest.raises(ProsesDitolak, match="belum disetujui"):
            self.buat()
        with pytest.raises(ProsesDitolak, match="belum disetujui"):
            buat_draf(oleh=self.pemilik, mulai=date(2027, 1, 1), selesai=date(2027, 12, 31))
        hapus_draf(skp=baru, oleh=self.pemilik)
        assert self.buat().versi == 2
        assert self.lama.status == StatusSKP.DISETUJUI.value

    def test_a_final_period_is_not_reached(self) -> None:
        akhir_triwulan = pada(datetime(2026, 9, 30, 9, 0, tzinfo=WIB))
        akhir_triwulan.__enter__()
        self.addCleanup(akhir_triwulan.__exit__, None, None, None)
        baru = ajukan(skp=self.buat(), oleh=self.pemilik)
        self.tetapkan(self.tw3)
        with pytest.raises(ProsesDitolak, match="sudah ditetapkan"):
            setujui(skp=baru, oleh=self.kasi)
        kembalikan(skp=baru, oleh=self.kasi, catatan="Periode sudah ditetapkan.")
        with pytest.raises(ProsesDitolak, match="sudah ditetapkan"):
            ajukan(skp=baru, oleh=self.pemilik)
        hapus_draf(skp=SKP.objects.get(pk=baru.pk), oleh=self.pemilik)
        with pytest.raises(ProsesDitolak, match="sudah ditetapkan"):
            self.buat()
        self.lama.refresh_from_db()
        assert self.lama.status == "disetujui"

    def tetapkan(self, periode: Periode) -> None:
        for nilai in SEMUA_SESUAI:
            PenilaianPerilaku.objects.create(
                pegawai=self.staf, periode=periode, penilai=self.kantor.kasi, nilai_dasar=nilai, rating="sesuai"
            )
        kerjakan_run(buka_run(periode=periode).pk)
        satu = Evaluasi.objects.get(pegawai=self.staf, periode=periode)
        satu = putuskan(
            evaluasi=satu,
            oleh=self.kasi,
            rating_hasil="sesuai",
            rating_perilaku="sesuai",
            alasan="Menurut bukti.",
            versi=satu.versi,
        )
        tetapkan(evaluasi=satu, oleh=self.kasi, versi=satu.versi)

    def test_a_revision_of_a_plan_that_ended_meanwhile_is_refused(self) -> None:
        baru = ajukan(skp=self.buat(), oleh=self.pemilik)
        akhiri(skp=self.lama, oleh=self.kantor.pengelola, tanggal=date(2026, 9, 10), alasan="SK mutasi")
        with pytest.raises(ProsesDitolak, match="Kembalikan perubahan ini"):
            setujui(skp=baru, oleh=self.kasi)
        assert SKP.objects.get(pk=baru.pk).status == "diajukan"

    def test_drafts_of_subordinates_follow_and_approved_plans_keep_their_words(self) -> None:
        self.lama = SKP.objects.get(pegawai=self.kantor.kasi)
        self.pemilik, self.kasi = akun(self.kantor.kasi), akun(self.kantor.camat)
        milik_atasan = self.lama.rencana.get()
        setuju = self.indikator.rencana
        draf = pabrik.buat_indikator(pabrik.buat_skp(pabrik.buat_pegawai(self.kantor.seksi))).rencana
        for satu in (setuju, draf):
            satu.rhk_pimpinan = milik_atasan
            satu.save()
        peran = PeranHasil.objects.create(rhk_pimpinan=milik_atasan, pegawai=setuju.skp.pegawai, uraian="Arsip rapi")
        baru = self.setujui(self.buat())
        peran.refresh_from_db()
        setuju.refresh_from_db()
        draf.refresh_from_db()
        hasil = baru.rencana.get()
        assert setuju.rhk_pimpinan == milik_atasan
        assert draf.rhk_pimpinan == peran.rhk_pimpinan == hasil

        # The words stay with the version that was approved; who stands for the result now is found all the same.
        lingkup = Lingkup(baru.mulai)
        assert set(pendukung(hasil, lingkup)) == {setuju}
        (simpul,) = pohon_hasil(hasil, lingkup, [setuju.pk])
        assert (simpul.pk, simpul.jumlah) == (setuju.pk, 0)
        assert jalur_unit([self.kantor.seksi.pk], baru.mulai) >= {setuju.pk, hasil.pk}
        assert ada_matriks(baru)
        (baris,) = data_mph(baru)["baris"]
        assert baris == {"nama": setuju.skp.pegawai.nama, "sel": [["Arsip rapi", setuju.uraian]]}
        self.client.force_login(self.pemilik)
        jawab = self.client.get("/kinerja/matriks/")
        assert jawab.context["tanpa_pendukung"] == set()
        self.assertContains(jawab, setuju.uraian)

    def test_versions_made_before_get_the_name_of_the_first(self) -> None:
        """The statement of the migration, on a chain of three."""
        satu, dua, tiga = (pabrik.buat_indikator(skp).rencana for skp in self.tiga_skp())
        for asal, lanjutan in ((satu, dua), (dua, tiga)):
            RencanaHasilKerja.objects.filter(pk=lanjutan.pk).update(asal=asal)
        lain = self.indikator.rencana.kode_tetap
        with connection.cursor() as kursor:
            kursor.execute(import_module("kinerja.migrations.0039_rhk_kode_tetap").SAMAKAN)
        assert {hasil.kode_tetap for hasil in RencanaHasilKerja.objects.filter(pk__in=[satu.pk, dua.pk, tiga.pk])} == {
            satu.kode_tetap
        }
        self.indikator.rencana.refresh_from_db()
        assert self.indikator.rencana.kode_tetap == lain

    def tiga_skp(self) -> list[SKP]:
        return [pabrik.buat_skp(pabrik.buat_pegawai(self.kantor.seksi)) for _ in range(3)]

    def test_pages_lead_from_one_version_to_the_other(self) -> None:
        self.client.force_login(self.pemilik)
        alamat = f"/kinerja/skp/{self.lama.uuid}/"
        self.assertContains(self.client.get(alamat), "Ajukan perubahan SKP")
        self.assertContains(self.client.get(f"{alamat}perubahan/"), "berlaku mulai 1 Juli 2026")
        jawab = self.client.post(f"{alamat}perubahan/", {"alasan": ALASAN})
        baru = SKP.objects.get(sebelumnya=self.lama)
        self.assertRedirects(jawab, f"/kinerja/skp/{baru.uuid}/")
        self.assertContains(self.client.get(alamat), "sedang Anda susun")
        self.setujui(baru)
        self.assertContains(self.client.get(alamat), "digantikan versi 2 sejak 1 Juli 2026")
        self.assertContains(self.client.get(f"/kinerja/skp/{baru.uuid}/"), ALASAN)

    def test_pages_count_the_plan_that_holds_in_each_period(self) -> None:
        for periode in (self.tw2, self.setahun):
            Realisasi.objects.create(indikator=self.indikator, periode=periode, nilai=Decimal(50))
        baru = self.setujui(self.buat())
        unit, akhir = [self.kantor.seksi.pk], date(2026, 6, 30)
        for periode, hari in ((self.tw2, akhir), (self.tw3, date(2026, 9, 15)), (self.setahun, date(2026, 9, 15))):
            with self.subTest(periode.kode):
                (maju,) = kemajuan_tim([self.staf.pk], periode, hari)
                assert (maju.skp_status in {"disetujui", "diganti"}, maju.diketik, maju.terisi) == (True, 1, 1)
                assert not kemajuan_tim([self.staf.pk], periode, hari).filter(SARING["skp"][1])
                jumlah = jumlah_per_unit(unit=unit, periode=periode, hari=hari)[unit[0]]
                # The staff member, a colleague, and their head with one measure each.
                assert (jumlah.disetujui, jumlah.indikator) == (3, 3)
        assert list(rencana_dinilai(self.staf, self.setahun)) == [baru.rencana.get()]
        evaluasi = Evaluasi(pegawai=self.staf, periode=self.setahun)
        assert rencana_periode(evaluasi) == [baru.rencana.get()]

    def test_a_narrative_counts_as_filled_in_with_its_words_on_every_page(self) -> None:
        SKP.objects.filter(pk=self.lama.pk).update(pendekatan="kualitatif")
        Indikator.objects.filter(pk=self.indikator.pk).update(target=None)
        for catatan, terisi in (("", 0), ("Semua surat dijawab.", 1)):
            self.indikator.realisasi.update(nilai=None, catatan=catatan)
            with self.subTest(catatan):
                (maju,) = kemajuan_tim([self.staf.pk], self.tw3, date(2026, 9, 15))
                assert (maju.diketik, maju.terisi) == (1, terisi)
                judul = [satu.judul for satu in untuk(menunggu, self.pemilik)]
                assert any("tw3" in satu or "Triwulan III" in satu for satu in judul) is not bool(terisi)
                self.client.force_login(self.pemilik)
                sendiri = self.client.get(f"/kinerja/realisasi/?periode={self.tw3.kode}")
                assert (sendiri.context["terisi"], sendiri.context["diketik"]) == (terisi, 1)
                (rekap,) = rekap_bulanan(date(2026, 9, 1), [self.staf])
                assert (rekap.terisi, rekap.diisi) == (terisi, 1)
                (bagian,) = [satu for satu in tahun_saya(self.staf, 2026).bagian if satu.periode == self.tw3]
                assert (bagian.diketik, bagian.terisi) == (1, terisi)
                hitungan = jumlah_per_unit(unit=[self.kantor.seksi.pk], periode=self.tw3, hari=date(2026, 9, 15))
                # The colleague's measure has its number.
                assert hitungan[self.kantor.seksi.pk].terisi == 1 + terisi

    def test_nobody_is_reminded_of_measures_that_were_replaced(self) -> None:
        Realisasi.objects.create(indikator=self.indikator, periode=self.setahun, nilai=Decimal(50))
        self.setujui(self.buat())
        kirim_pengingat(sekarang=datetime(2027, 1, 28, 20, 0, tzinfo=WIB))
        assert not Pengingat.objects.filter(pegawai=self.staf).exists()
        assert Pengingat.objects.filter(pegawai=self.kantor.staf[1], periode=self.setahun).exists()

    def test_what_was_written_about_a_result_follows_it(self) -> None:
        asal = self.indikator.rencana
        lama, baru_hari = (
            UmpanBalik.objects.create(
                pegawai=self.staf,
                dari=self.kantor.kasi,
                hubungan="atasan",
                triwulan=awal,
                tanggal=hari,
                isi="Bagus.",
                rencana=asal,
            )
            for awal, hari in ((date(2026, 4, 1), date(2026, 5, 1)), (date(2026, 7, 1), date(2026, 8, 1)))
        )
        diri = PenilaianDiri.objects.create(pegawai=self.staf, periode=self.tw3)
        isi = IsiPenilaianDiri.objects.create(penilaian=diri, rencana=asal, uraian="Selesai semua.")
        baru = self.setujui(self.buat())
        for baris in (lama, baru_hari, isi):
            baris.refresh_from_db()
        assert (lama.rencana, baru_hari.rencana, isi.rencana) == (asal, baru.rencana.get(), baru.rencana.get())
