"""Typing results and rating behaviour: whose, when, and what two open forms do."""

from __future__ import annotations

import threading
from datetime import date
from decimal import Decimal
from typing import Any
from unittest import mock

import pytest
from django.test import TestCase

from kinerja.models import Evaluasi, PenilaianPerilaku, Periode, Realisasi
from kinerja.penyimpanan import simpan_baris
from kinerja.proses import (
    KonflikVersi,
    ProsesDitolak,
    buka_kembali_periode,
    buka_run,
    kerjakan_run,
    nilai_perilaku,
    putuskan,
    simpan_realisasi,
    tetapkan,
)
from kinerja.proses import periode as modul_periode
from kinerja.proses import realisasi as modul_realisasi
from kinerja.proses import simpan as modul_simpan
from tests import pabrik
from tests.kinerja.kantor import SEMUA_SESUAI, akun, buat_kantor
from tests.serentak import UjiSerentak


def pada(tanggal: date):
    return mock.patch.object(modul_realisasi, "hari_ini", return_value=tanggal)


class RealisasiTests(TestCase):
    def setUp(self) -> None:
        self.kantor = buat_kantor()
        self.staf = self.kantor.staf[0]
        self.isian: dict[str, Any] = {
            "indikator": self.kantor.indikator[self.staf.pk],
            "periode": self.kantor.periode,
            "oleh": akun(self.staf),
            "nilai": Decimal("97.5"),
            "versi": 1,
        }
        hari = pada(date(2026, 9, 15))
        hari.start()
        self.addCleanup(hari.stop)

    def simpan(self, **ubah) -> Realisasi:
        return simpan_realisasi(**(self.isian | ubah))

    def test_the_owner_stores_value_and_day_and_the_version_grows(self) -> None:
        hasil = self.simpan(catatan=" rapat ")
        assert (hasil.nilai, hasil.per_tanggal, hasil.versi, hasil.catatan) == (
            Decimal("97.5"),
            date(2026, 9, 15),
            2,
            "rapat",
        )
        assert hasil.diisi_oleh == akun(self.staf)

    def test_nobody_types_for_somebody_else(self) -> None:
        for oleh in (akun(self.kantor.staf[1]), akun(self.kantor.kasi), self.kantor.pengelola):
            with self.subTest(oleh.nama), pytest.raises(ProsesDitolak, match="pemilik"):
                self.simpan(oleh=oleh)

    def test_a_second_save_on_an_old_form_is_stopped_with_who_and_when(self) -> None:
        self.simpan()
        with pytest.raises(KonflikVersi, match="Staf 1 pada"):
            self.simpan(nilai=Decimal(1))
        assert Realisasi.objects.get(indikator=self.isian["indikator"]).nilai == Decimal("97.5")

    def test_impossible_values_are_refused(self) -> None:
        for nilai in (Decimal(-1), Decimal("NaN"), Decimal("1.00005"), Decimal(10) ** 12):
            with self.subTest(nilai), pytest.raises(ProsesDitolak, match="Realisasi"):
                self.simpan(nilai=nilai)

    def test_a_source_that_the_run_fills_is_not_typed(self) -> None:
        indikator = self.isian["indikator"]
        indikator.sumber = "ikm"
        indikator.save()
        with pytest.raises(ProsesDitolak, match="otomatis"):
            self.simpan()

    def test_only_under_an_approved_plan(self) -> None:
        skp = self.isian["indikator"].rencana.skp
        skp.status = "draf"
        skp.save()
        with pytest.raises(ProsesDitolak, match="setelah SKP disetujui"):
            self.simpan()

    def test_an_existing_proposal_follows_at_once(self) -> None:
        self.kantor.hitung()
        self.simpan(nilai=Decimal(120))
        assert self.kantor.evaluasi(self.staf).usulan_hasil == "di_atas"

    def test_under_a_final_evaluation_nothing_changes(self) -> None:
        self.kantor.hitung()
        kasi = akun(self.kantor.kasi)
        baris = self.kantor.evaluasi(self.staf)
        baris = putuskan(
            evaluasi=baris,
            oleh=kasi,
            rating_hasil="sesuai",
            rating_perilaku="sesuai",
            alasan="Baik.",
            versi=baris.versi,
        )
        tetapkan(evaluasi=baris, oleh=kasi, versi=baris.versi)
        with pytest.raises(ProsesDitolak, match="sudah ditetapkan"):
            self.simpan()
        with pytest.raises(ProsesDitolak, match="sudah ditetapkan"):
            nilai_perilaku(pegawai=self.staf, periode=self.kantor.periode, oleh=kasi, penilaian=SEMUA_SESUAI)


class BatasWaktuTests(TestCase):
    """Day of the work and day of the typing are two things (year end, closing day 10 January)."""

    def setUp(self) -> None:
        self.kantor = buat_kantor()
        self.staf = self.kantor.staf[0]
        self.lama = pabrik.buat_periode(
            kode="tw4-2026", mulai=date(2026, 10, 1), selesai=date(2026, 12, 31), batas_isi=date(2027, 1, 10)
        )

    def isi(self, hari: date, pekerjaan: date, periode: Periode | None = None) -> Realisasi:
        with pada(hari):
            return simpan_realisasi(
                indikator=self.kantor.indikator[self.staf.pk],
                periode=periode or self.lama,
                oleh=akun(self.staf),
                nilai=Decimal(90),
                per_tanggal=pekerjaan,
            )

    def test_december_work_is_accepted_until_the_closing_day(self) -> None:
        assert self.isi(date(2027, 1, 5), date(2026, 12, 30)).per_tanggal == date(2026, 12, 30)

    def test_on_the_closing_day_itself_it_is_still_open(self) -> None:
        assert self.isi(date(2027, 1, 10), date(2026, 12, 30)).versi == 1

    def test_january_work_does_not_belong_to_the_old_period(self) -> None:
        with pytest.raises(ProsesDitolak, match="di luar periode"):
            self.isi(date(2027, 1, 5), date(2027, 1, 4))

    def test_after_the_closing_day_only_after_reopening_with_a_reason(self) -> None:
        with pytest.raises(ProsesDitolak, match=r"ditutup pada 10 Januari 2027 pukul 23\.59 WIB"):
            self.isi(date(2027, 1, 11), date(2026, 12, 30))
        with mock.patch.object(modul_periode, "hari_ini", return_value=date(2027, 1, 11)):
            isian: dict[str, Any] = {"periode": self.lama, "sampai": date(2027, 1, 15)}
            with pytest.raises(ProsesDitolak, match="alasan"):
                buka_kembali_periode(**isian, oleh=self.kantor.pengelola, alasan="")
            with pytest.raises(ProsesDitolak, match="pengelola"):
                buka_kembali_periode(**isian, oleh=akun(self.kantor.kasi), alasan="Banjir")
            buka_kembali_periode(**isian, oleh=self.kantor.pengelola, alasan="Banjir, jaringan putus.")
        assert self.isi(date(2027, 1, 15), date(2026, 12, 30)).versi == 1
        with pytest.raises(ProsesDitolak, match="ditutup pada 15 Januari"):
            self.isi(date(2027, 1, 16), date(2026, 12, 30))

    def test_a_period_that_has_not_begun_is_closed(self) -> None:
        with pytest.raises(ProsesDitolak, match="baru mulai 1 Oktober 2026"):
            self.isi(date(2026, 9, 30), date(2026, 9, 30))

    def test_work_of_the_future_is_refused(self) -> None:
        with pytest.raises(ProsesDitolak, match="belum tiba"):
            self.isi(date(2026, 11, 1), date(2026, 11, 2))


class PerilakuTests(TestCase):
    def setUp(self) -> None:
        self.kantor = buat_kantor()
        self.staf = self.kantor.staf[0]
        self.isian: dict[str, Any] = {
            "pegawai": self.staf,
            "periode": self.kantor.periode,
            "oleh": akun(self.kantor.kasi),
        }

    def test_all_seven_values_are_stored_and_an_exception_needs_a_sentence(self) -> None:
        for isi, pesan in (
            (SEMUA_SESUAI | {"loyal": ("di_atas", "")}, "«Loyal»"),
            ({k: v for k, v in SEMUA_SESUAI.items() if k != "adaptif"}, "«Adaptif»"),
        ):
            with pytest.raises(ProsesDitolak, match=pesan):
                nilai_perilaku(**self.isian, penilaian=isi)
        assert not PenilaianPerilaku.objects.exists()
        nilai_perilaku(**self.isian, penilaian=SEMUA_SESUAI | {"loyal": ("di_atas", "Menjaga arsip saat banjir.")})
        assert PenilaianPerilaku.objects.filter(pegawai=self.staf, sebagai="atasan").count() == 7

    def test_rating_again_changes_the_rows_and_the_proposal(self) -> None:
        self.kantor.hitung()
        nilai_perilaku(**self.isian, penilaian=SEMUA_SESUAI)
        assert self.kantor.evaluasi(self.staf).nilai_perilaku == Decimal("100.0000")
        nilai_perilaku(**self.isian, penilaian=dict.fromkeys(SEMUA_SESUAI, ("di_atas", "Teladan.")))
        baris = self.kantor.evaluasi(self.staf)
        assert (baris.nilai_perilaku, baris.usulan_perilaku) == (Decimal("120.0000"), "di_atas")
        assert PenilaianPerilaku.objects.count() == 7

    def test_only_the_superior_rates_and_never_oneself(self) -> None:
        for oleh in (akun(self.staf), akun(self.kantor.camat), self.kantor.pengelola):
            with self.subTest(oleh.nama), pytest.raises(ProsesDitolak, match="atasan langsung"):
                nilai_perilaku(**(self.isian | {"oleh": oleh}), penilaian=SEMUA_SESUAI)
        with pytest.raises(ProsesDitolak, match="atasan langsung"):
            nilai_perilaku(**(self.isian | {"pegawai": self.kantor.kasi}), penilaian=SEMUA_SESUAI)


class DuaFormulirTests(UjiSerentak):
    def test_two_first_entries_at_once_store_one(self) -> None:
        kantor = buat_kantor()
        indikator = kantor.indikator[kantor.staf[0].pk]
        indikator.realisasi.all().delete()
        with pada(date(2026, 9, 15)):
            hasil = self.sekaligus(
                *[
                    lambda nilai=nilai: simpan_realisasi(
                        indikator=indikator, periode=kantor.periode, oleh=akun(kantor.staf[0]), nilai=nilai
                    )
                    for nilai in (Decimal(80), Decimal(90))
                ]
            )
        assert sorted(type(satu).__name__ for satu in hasil) == ["KonflikVersi", "Realisasi"]
        assert indikator.realisasi.count() == 1


class SelamaRunTests(UjiSerentak):
    """A result is typed at the very moment at which a run has read the inputs and not yet written the proposal."""

    def usulan_setelah_bertabrakan(self, sela: float) -> Decimal | None:
        """The stored proposal's work result (target 100) when 50 is typed into the middle of the computation.

        ``sela``: seconds that the typing has to slip in between; as soon as it has, nobody waits any longer.
        """
        kantor = buat_kantor()
        staf = kantor.staf[0]
        run = buka_run(periode=kantor.periode)
        terbaca, selesai = threading.Event(), threading.Event()

        def tulis_lambat(baris: list[Any]) -> Any:
            if terbaca.is_set():
                return simpan_baris(baris)  # the recomputation that follows the typing
            terbaca.set()
            selesai.wait(sela)
            return simpan_baris(baris)

        def hitung() -> None:
            kerjakan_run(run.pk)

        def ketik() -> None:
            terbaca.wait(60)
            simpan_realisasi(
                indikator=kantor.indikator[staf.pk],
                periode=kantor.periode,
                oleh=akun(staf),
                nilai=Decimal(50),
                versi=1,
            )
            selesai.set()

        with pada(date(2026, 9, 15)), mock.patch.object(modul_simpan, "simpan_baris", tulis_lambat):
            hasil = self.sekaligus(hitung, ketik)
        assert hasil == [None, None], hasil
        nilai: Decimal | None = Evaluasi.objects.get(pegawai=staf).nilai_hasil
        return nilai

    def test_the_proposal_holds_what_was_typed(self) -> None:
        assert self.usulan_setelah_bertabrakan(sela=2) == 50

    def test_control_without_the_lock_on_the_person_it_is_lost(self) -> None:
        def tidak_mengunci(pegawai_ids: object) -> None:
            return None

        with (
            mock.patch.object(modul_simpan, "kunci_orang", tidak_mengunci),
            mock.patch.object(modul_realisasi, "kunci_orang", tidak_mengunci),
        ):
            assert self.usulan_setelah_bertabrakan(sela=15) != 50
