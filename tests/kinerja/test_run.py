"""The run: what it stores, what it never touches, and what lost or doubled messages change."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from unittest import mock

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from kinerja import tasks
from kinerja.enums import StatusEvaluasi, StatusPotongan, StatusRun
from kinerja.models import AturanPenilaian, Evaluasi, PenilaianPerilaku, PotonganRun, RunEvaluasi
from kinerja.perhitungan import NilaiDasar
from kinerja.proses import (
    ProsesDitolak,
    bangunkan,
    buka_run,
    buka_run_jatuh_tempo,
    kemajuan,
    kerjakan_potongan,
    kerjakan_run,
    kumpulkan_bahan,
    putuskan,
    siapkan_run,
    simpan_evaluasi,
    terima_galat,
    tetapkan,
)
from kinerja.proses import run as proses_run
from rakumpit.antrean.models import Antrean
from rakumpit.audit.models import CatatanAudit
from rakumpit.organisasi.enums import SifatPenugasan, StatusPegawai
from rakumpit.organisasi.models import Penugasan
from tests import pabrik
from tests.kinerja.kantor import Kantor, akun, buat_kantor, ganti_aturan
from tests.serentak import UjiSerentak


def semua_kolom() -> list[Any]:
    return list(Evaluasi.objects.order_by("pk").values())


def racuni(kantor: Kantor, urut: int = 0) -> None:
    """A stored rating of a value that no rule knows: the formula refuses it."""
    PenilaianPerilaku.objects.create(
        pegawai=kantor.staf[urut],
        periode=kantor.periode,
        penilai=kantor.kasi,
        nilai_dasar="tidak_dikenal",
        rating="sesuai",
    )


class HasilRunTests(TestCase):
    def setUp(self) -> None:
        self.kantor = buat_kantor()

    def test_everybody_is_stored_with_inputs_lines_and_superior(self) -> None:
        run = self.kantor.hitung()
        assert run.status == StatusRun.SELESAI.value
        staf = self.kantor.evaluasi(self.kantor.staf[0])
        assert staf.nilai_hasil == Decimal("95.0000")
        assert staf.usulan_hasil == "sesuai"
        assert staf.nilai_perilaku is None
        assert (staf.penilai, staf.unit_nama) == (self.kantor.kasi, "Seksi Pelayanan")
        assert staf.bahan["indikator"][0]["realisasi"] == "95.0000"
        assert "rencana aksi" in staf.bahan["indikator"][0]["asal_target"]
        camat = self.kantor.evaluasi(self.kantor.camat)
        assert (camat.penilai, camat.penilai_luar, camat.nilai_hasil) == (None, self.kantor.sekda, None)

    def test_a_second_run_leaves_identical_rows(self) -> None:
        pertama = self.kantor.hitung()
        sebelum = semua_kolom()
        kedua = self.kantor.hitung()
        assert (pertama.nomor, kedua.nomor) == (1, 2)
        assert semua_kolom() == sebelum

    def test_a_changed_input_changes_only_that_person(self) -> None:
        self.kantor.hitung()
        sebelum = {baris["id"]: baris for baris in semua_kolom()}
        self.kantor.indikator[self.kantor.staf[0].pk].realisasi.update(nilai=Decimal(50))
        kedua = self.kantor.hitung()
        beda = [baris for baris in semua_kolom() if baris != sebelum[baris["id"]]]
        assert [(baris["pegawai_id"], baris["versi"], baris["run_id"]) for baris in beda] == [
            (self.kantor.staf[0].pk, 2, kedua.pk)
        ]

    def test_a_final_row_is_untouched_by_a_run(self) -> None:
        self.kantor.hitung()
        baris = self.kantor.evaluasi(self.kantor.staf[0])
        oleh = akun(self.kantor.kasi)
        baris = putuskan(
            evaluasi=baris,
            oleh=oleh,
            rating_hasil="sesuai",
            rating_perilaku="sesuai",
            alasan="Baik.",
            versi=baris.versi,
        )
        tetapkan(evaluasi=baris, oleh=oleh, versi=baris.versi)
        sebelum = Evaluasi.objects.filter(pk=baris.pk).values().get()
        self.kantor.indikator[self.kantor.staf[0].pk].realisasi.update(nilai=Decimal(10))
        assert self.kantor.hitung().status == StatusRun.SELESAI.value
        assert Evaluasi.objects.filter(pk=baris.pk).values().get() == sebelum

    def test_a_reasoned_decision_stays_when_the_proposal_changes(self) -> None:
        self.kantor.hitung()
        baris = self.kantor.evaluasi(self.kantor.staf[0])
        putuskan(
            evaluasi=baris,
            oleh=akun(self.kantor.kasi),
            rating_hasil="di_atas",
            rating_perilaku="sesuai",
            alasan="Menyelesaikan tunggakan.",
            versi=baris.versi,
        )
        self.kantor.indikator[self.kantor.staf[0].pk].realisasi.update(nilai=Decimal(10))
        self.kantor.hitung()
        baris.refresh_from_db()
        assert (baris.status, baris.rating_hasil, baris.usulan_hasil) == ("diputus", "di_atas", "di_bawah")

    def test_a_decision_that_only_followed_the_old_proposal_is_withdrawn_and_recorded(self) -> None:
        for nilai in NilaiDasar:
            PenilaianPerilaku.objects.create(
                pegawai=self.kantor.staf[0],
                periode=self.kantor.periode,
                penilai=self.kantor.kasi,
                nilai_dasar=nilai.value,
                rating="sesuai",
            )
        self.kantor.hitung()
        baris = self.kantor.evaluasi(self.kantor.staf[0])
        oleh = akun(self.kantor.kasi)
        putuskan(evaluasi=baris, oleh=oleh, rating_hasil="sesuai", rating_perilaku="sesuai", versi=baris.versi)
        self.kantor.indikator[self.kantor.staf[0].pk].realisasi.update(nilai=Decimal(10))
        assert self.kantor.hitung().status == StatusRun.SELESAI.value
        baris.refresh_from_db()
        assert (baris.status, baris.rating_hasil, baris.predikat, baris.diputus_oleh) == ("menunggu", "", "", None)
        assert CatatanAudit.objects.filter(aksi="kinerja.evaluasi.keputusan_ditarik").count() == 1
        assert oleh.notifikasi.filter(judul__contains="berubah").count() == 1

    def test_without_an_approved_plan_the_reason_is_given_instead_of_zero(self) -> None:
        self.kantor.indikator[self.kantor.staf[0].pk].rencana.skp.__class__.objects.filter(
            pegawai=self.kantor.staf[0]
        ).update(status="draf")
        self.kantor.hitung()
        baris = self.kantor.evaluasi(self.kantor.staf[0])
        assert baris.nilai_hasil is None
        assert any(satu["alasan"] == "Belum ada SKP yang disetujui" for satu in baris.rincian)

    def test_no_realisasi_and_an_emptied_one_are_told_apart(self) -> None:
        self.kantor.indikator[self.kantor.staf[0].pk].realisasi.update(nilai=None, catatan="Alat rusak")
        self.kantor.indikator[self.kantor.staf[1].pk].realisasi.all().delete()
        self.kantor.hitung()
        dikosongkan = self.kantor.evaluasi(self.kantor.staf[0]).rincian[0]["alasan"]
        belum = self.kantor.evaluasi(self.kantor.staf[1]).rincian[0]["alasan"]
        assert dikosongkan == "Realisasi dikosongkan: Alat rusak"
        assert belum == "Realisasi belum diisi."

    def test_people_without_skp_and_kinds_outside_the_period_are_left_out(self) -> None:
        pabrik.buat_pegawai(self.kantor.seksi, status=StatusPegawai.NON_ASN.value)
        pppk = pabrik.buat_pegawai(self.kantor.seksi, status=StatusPegawai.PPPK.value)
        self.kantor.periode.berlaku_untuk = [StatusPegawai.PNS.value]
        self.kantor.periode.save()
        self.kantor.hitung()
        assert Evaluasi.objects.count() == 4
        assert not Evaluasi.objects.filter(pegawai=pppk).exists()

    def test_a_run_for_a_unit_without_people_ends_at_once(self) -> None:
        kosong = pabrik.buat_unit(induk=self.kantor.kecamatan)
        run = buka_run(periode=self.kantor.periode, unit=kosong)
        assert (run.status, kemajuan(run)["pegawai"]) == (StatusRun.SELESAI.value, 0)

    def test_a_unit_run_computes_those_whose_last_post_is_there(self) -> None:
        lain = pabrik.buat_unit(induk=self.kantor.kecamatan)
        pindah = self.kantor.staf[0]
        pindah.penugasan.update(selesai=date(2026, 8, 14))
        pabrik.tugaskan(pindah, pabrik.buat_jabatan(lain), mulai=date(2026, 8, 15))
        run = buka_run(periode=self.kantor.periode, unit=lain)
        kerjakan_run(run.pk)
        assert list(Evaluasi.objects.values_list("pegawai_id", flat=True)) == [pindah.pk]
        seksi = buka_run(periode=self.kantor.periode, unit=self.kantor.seksi)
        kerjakan_run(seksi.pk)
        assert set(Evaluasi.objects.filter(run=seksi).values_list("pegawai_id", flat=True)) == {
            self.kantor.kasi.pk,
            self.kantor.staf[1].pk,
        }

    def test_the_superior_is_the_one_of_the_last_day_in_the_period(self) -> None:
        """A leader who left on 31 August and an acting one from 1 September: the acting one rates who stayed."""
        Penugasan.objects.filter(pegawai=self.kantor.kasi).update(selesai=date(2026, 8, 31))
        kursi = Penugasan.objects.get(pegawai=self.kantor.kasi).jabatan
        pabrik.tugaskan(self.kantor.camat, kursi, sifat=SifatPenugasan.PLT.value, mulai=date(2026, 9, 1))
        berhenti = self.kantor.staf[1]
        berhenti.penugasan.update(selesai=date(2026, 7, 31))
        berhenti.selesai = date(2026, 7, 31)
        berhenti.save()
        self.kantor.hitung()
        assert self.kantor.evaluasi(self.kantor.staf[0]).penilai == self.kantor.camat
        assert self.kantor.evaluasi(self.kantor.staf[0]).penilai_jabatan.startswith("Plt. ")
        assert self.kantor.evaluasi(berhenti).penilai == self.kantor.kasi
        assert self.kantor.evaluasi(self.kantor.kasi).penilai == self.kantor.camat

    def test_the_rule_that_the_run_froze_is_used_when_another_follows_in_between(self) -> None:
        run = buka_run(periode=self.kantor.periode)
        ganti_aturan(ambang_hasil_sesuai=Decimal(99))
        kerjakan_run(run.pk)
        assert self.kantor.evaluasi(self.kantor.staf[0]).usulan_hasil == "sesuai"
        self.kantor.hitung()
        assert self.kantor.evaluasi(self.kantor.staf[0]).usulan_hasil == "di_bawah"

    def test_without_a_rule_in_force_the_run_is_refused(self) -> None:
        AturanPenilaian.objects.update(selesai=date(2025, 12, 31))
        with pytest.raises(ProsesDitolak, match="Belum ada aturan"):
            buka_run(periode=self.kantor.periode)
        assert not RunEvaluasi.objects.exists()

    def test_an_ordinary_account_cannot_open_a_run(self) -> None:
        with pytest.raises(ProsesDitolak, match="pengelola"):
            buka_run(periode=self.kantor.periode, oleh=akun(self.kantor.kasi))


class GagalTests(TestCase):
    def setUp(self) -> None:
        self.kantor = buat_kantor()
        racuni(self.kantor)
        self.hasil_run = self.kantor.hitung()

    def test_a_failing_person_is_listed_and_the_others_are_computed(self) -> None:
        maju = kemajuan(self.hasil_run)
        assert self.hasil_run.status == StatusRun.SELESAI_DENGAN_GALAT.value
        assert [satu["pegawai"] for satu in maju["gagal"]] == ["Staf 1"]
        assert "tidak_dikenal" in maju["gagal"][0]["alasan"]
        assert (maju["pegawai"], maju["dihitung"], Evaluasi.objects.count()) == (4, 3, 3)

    def test_rows_of_a_run_with_errors_become_final_only_after_acceptance(self) -> None:
        oleh = akun(self.kantor.kasi)
        baris = self.kantor.evaluasi(self.kantor.staf[1])
        baris = putuskan(
            evaluasi=baris,
            oleh=oleh,
            rating_hasil="sesuai",
            rating_perilaku="sesuai",
            alasan="Baik.",
            versi=baris.versi,
        )
        with pytest.raises(ProsesDitolak, match="belum dapat dipublikasikan"):
            tetapkan(evaluasi=baris, oleh=oleh, versi=baris.versi)
        with pytest.raises(ProsesDitolak, match="alasan"):
            terima_galat(run=self.hasil_run, oleh=self.kantor.pengelola, alasan=" ")
        with pytest.raises(ProsesDitolak, match="pengelola"):
            terima_galat(run=self.hasil_run, oleh=oleh, alasan="Biar saja")
        terima_galat(run=self.hasil_run, oleh=self.kantor.pengelola, alasan="Staf 1 diperbaiki bulan depan.")
        assert tetapkan(evaluasi=baris, oleh=oleh, versi=baris.versi).status == StatusEvaluasi.DITETAPKAN.value


class PemicuTests(TestCase):
    """The database itself keeps final rows, whoever asks."""

    def setUp(self) -> None:
        kantor = buat_kantor()
        kantor.hitung()
        baris = kantor.evaluasi(kantor.staf[0])
        oleh = akun(kantor.kasi)
        baris = putuskan(
            evaluasi=baris,
            oleh=oleh,
            rating_hasil="sesuai",
            rating_perilaku="sesuai",
            alasan="Baik.",
            versi=baris.versi,
        )
        self.baris = tetapkan(evaluasi=baris, oleh=oleh, versi=baris.versi)
        self.lain = kantor.evaluasi(kantor.staf[1])

    def test_update_and_delete_of_a_final_row_are_refused(self) -> None:
        for perintah in (
            "UPDATE kinerja_evaluasi SET alasan = 'x' WHERE id = %s",
            "UPDATE kinerja_evaluasi SET status = 'menunggu' WHERE id = %s",
            "UPDATE kinerja_evaluasi SET terbaru = false, alasan = 'x' WHERE id = %s",
            "DELETE FROM kinerja_evaluasi WHERE id = %s",
        ):
            with (
                self.subTest(perintah),
                pytest.raises(IntegrityError, match="ditetapkan"),
                transaction.atomic(),
                connection.cursor() as kursor,
            ):
                kursor.execute(perintah, [self.baris.pk])

    def test_only_the_mark_of_the_newest_revision_may_go_and_never_come_back(self) -> None:
        satu = Evaluasi.objects.filter(pk=self.baris.pk)
        assert satu.update(terbaru=False) == 1
        with pytest.raises(IntegrityError, match="ditetapkan"), transaction.atomic():
            satu.update(terbaru=True)

    def test_other_rows_may_change(self) -> None:
        assert Evaluasi.objects.filter(pk=self.lain.pk).update(alasan="") == 1


class BanyakOrangTests(TestCase):
    def test_the_number_of_queries_is_the_same_for_3_and_300_people(self) -> None:
        kantor = buat_kantor(3)
        run = buka_run(periode=kantor.periode)
        konteks = siapkan_run(run)
        sedikit = [satu.pk for satu in kantor.staf]
        banyak = sedikit + [
            pabrik.buat_pegawai(kantor.seksi, akun=False, nama=f"Tambahan {urut}").pk for urut in range(297)
        ]

        def ukur(ids: list[int]) -> int:
            with CaptureQueriesContext(connection) as tiga:
                kumpulkan_bahan(kantor.periode, ids, konteks.rujukan)
            return len(tiga)

        assert ukur(sedikit) == ukur(banyak) == 6
        with CaptureQueriesContext(connection) as simpan_sedikit:
            simpan_evaluasi(konteks=konteks, pegawai_ids=sedikit)
        with CaptureQueriesContext(connection) as simpan_banyak:
            simpan_evaluasi(konteks=konteks, pegawai_ids=banyak)
        assert len(simpan_sedikit) == len(simpan_banyak)


class PesanTests(TestCase):
    """Lost, doubled and late messages change nothing but time."""

    def setUp(self) -> None:
        self.kantor = buat_kantor()

    def test_opening_again_returns_the_open_run(self) -> None:
        pertama = buka_run(periode=self.kantor.periode)
        assert buka_run(periode=self.kantor.periode).pk == pertama.pk
        assert RunEvaluasi.objects.count() == 1

    def test_a_wake_up_waits_in_the_outbox_for_each_chunk(self) -> None:
        run = buka_run(periode=self.kantor.periode, ukuran_potongan=2)
        assert PotonganRun.objects.filter(run=run).count() == 2
        pesan = Antrean.objects.filter(tugas=proses_run.TUGAS_KERJAKAN)
        assert [satu.muatan for satu in pesan] == [{"run_id": run.pk}] * 2

    def test_the_same_message_twice_computes_once(self) -> None:
        run = buka_run(periode=self.kantor.periode)
        assert tasks.kerjakan_run(run.pk) == 1
        sebelum = semua_kolom()
        assert tasks.kerjakan_run(run.pk) == 0
        assert semua_kolom() == sebelum
        assert CatatanAudit.objects.filter(aksi="kinerja.run.selesai").count() == 1

    def test_a_run_whose_message_was_lost_is_woken(self) -> None:
        run = buka_run(periode=self.kantor.periode)
        Antrean.objects.all().delete()
        assert bangunkan() == 1
        assert Antrean.objects.filter(muatan={"run_id": run.pk}).exists()

    def test_a_run_that_died_between_its_last_chunk_and_its_end_is_closed(self) -> None:
        run = buka_run(periode=self.kantor.periode)
        kerjakan_potongan(konteks=siapkan_run(run))
        assert bangunkan() == 0
        run.refresh_from_db()
        assert run.status == StatusRun.SELESAI.value

    def test_a_chunk_that_fails_three_times_is_set_aside_with_its_people(self) -> None:
        run = buka_run(periode=self.kantor.periode, ukuran_potongan=2)
        asli = simpan_evaluasi
        beracun = PotonganRun.objects.get(run=run, urut=1)

        def kadang_gagal(*, konteks, pegawai_ids):
            if beracun.dari in pegawai_ids:
                raise RuntimeError("rusak")
            return asli(konteks=konteks, pegawai_ids=pegawai_ids)

        with mock.patch.object(proses_run, "simpan_evaluasi", kadang_gagal), self.assertLogs("kinerja", "ERROR"):
            kerjakan_run(run.pk)
        run.refresh_from_db()
        beracun.refresh_from_db()
        assert (beracun.status, beracun.percobaan) == (StatusPotongan.DISISIHKAN.value, 3)
        assert {satu["pegawai"] for satu in beracun.gagal} == {"Camat", "Kasi"}
        assert run.status == StatusRun.SELESAI_DENGAN_GALAT.value
        assert Evaluasi.objects.count() == 2

    def test_due_periods_are_opened_exactly_once_also_when_they_were_missed(self) -> None:
        self.kantor.periode.jalan_pada = timezone.now() - timedelta(days=3)
        self.kantor.periode.save()
        pabrik.buat_periode(
            kode="tw4-2026",
            mulai=date(2026, 10, 1),
            selesai=date(2026, 12, 31),
            batas_isi=date(2027, 1, 10),
            jalan_pada=timezone.now() + timedelta(days=1),
        )
        assert [run.periode for run in buka_run_jatuh_tempo()] == [self.kantor.periode]
        assert buka_run_jatuh_tempo() == []
        kerjakan_run(RunEvaluasi.objects.get().pk)
        self.kantor.periode.jalan_pada = timezone.now() - timedelta(hours=7)
        self.kantor.periode.save()
        assert tasks.buka_run_jatuh_tempo() == 0
        assert RunEvaluasi.objects.count() == 1

    def test_a_run_before_the_time_or_of_one_unit_does_not_stand_for_the_due_one(self) -> None:
        awal = buka_run(periode=self.kantor.periode)
        kerjakan_run(awal.pk)
        self.kantor.periode.jalan_pada = RunEvaluasi.objects.get().mulai + timedelta(microseconds=1)
        self.kantor.periode.save()
        kerjakan_run(buka_run(periode=self.kantor.periode, unit=self.kantor.seksi).pk)
        (terjadwal,) = buka_run_jatuh_tempo()
        assert (terjadwal.unit, terjadwal.nomor) == (None, awal.nomor + 1)
        kerjakan_run(terjadwal.pk)
        assert buka_run_jatuh_tempo() == []

    def test_a_due_period_without_a_rule_does_not_hold_up_the_others(self) -> None:
        self.kantor.periode.jalan_pada = timezone.now() - timedelta(days=1)
        self.kantor.periode.save()
        pabrik.buat_periode(
            kode="lama",
            mulai=date(2021, 1, 1),
            selesai=date(2021, 3, 31),
            batas_isi=date(2021, 4, 10),
            jalan_pada=timezone.now() - timedelta(days=2),
        )
        with self.assertLogs("kinerja", "WARNING"):
            assert [run.periode for run in buka_run_jatuh_tempo()] == [self.kantor.periode]


class BersamaanTests(UjiSerentak):
    """Real connections at the same time."""

    def test_two_beats_open_one_run(self) -> None:
        kantor = buat_kantor()
        kantor.periode.jalan_pada = timezone.now() - timedelta(minutes=1)
        kantor.periode.save()
        hasil = self.sekaligus(buka_run_jatuh_tempo, buka_run_jatuh_tempo)
        assert sorted(len(satu) for satu in hasil if isinstance(satu, list)) == [0, 1]
        assert RunEvaluasi.objects.count() == 1

    def test_two_workers_share_the_chunks_and_store_each_person_once(self) -> None:
        kantor = buat_kantor(8)
        run = buka_run(periode=kantor.periode, ukuran_potongan=2)
        hasil = self.sekaligus(lambda: kerjakan_run(run.pk), lambda: kerjakan_run(run.pk))
        run.refresh_from_db()
        assert not [satu for satu in hasil if isinstance(satu, Exception)], hasil
        assert sum(satu for satu in hasil if isinstance(satu, int)) == 5
        assert (run.status, Evaluasi.objects.count()) == (StatusRun.SELESAI.value, 10)

    def test_a_chunk_under_work_is_not_taken_by_another_process(self) -> None:
        kantor = buat_kantor()
        run = buka_run(periode=kantor.periode)
        konteks = siapkan_run(run)
        with transaction.atomic():
            PotonganRun.objects.select_for_update().get(run=run)
            assert self.sekaligus(lambda: kerjakan_potongan(konteks=konteks)) == [None]
        assert kerjakan_potongan(konteks=konteks) is True
