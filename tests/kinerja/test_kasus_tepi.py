"""Edge cases of evaluating, one test each, in the order of the domain reference (section 6), then kinds of employment.

Objections on day 14 and 15 are in the tests of objections.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import TestCase

from kinerja.enums import JenisPeriode, StatusRun
from kinerja.models import SKP, Evaluasi, Indikator, MasaKhusus, PenilaianPerilaku
from kinerja.perhitungan import Arah, NilaiDasar, capaian
from kinerja.perhitungan.skema_lama import nilai_iki_2021
from kinerja.permissions import boleh_memutuskan, boleh_menilai_perilaku
from kinerja.proses import (
    ProsesDitolak,
    buka_run,
    hitung_ulang,
    kemajuan,
    kerjakan_run,
    nilai_perilaku,
    pegawai_berhak,
    putuskan,
    tetapkan,
)
from kinerja.ringkasan import keadaan_kantor, keadaan_tim, menunggu
from kinerja.ringkasan.capaian import sebaran_unit
from kinerja.views.urutan import berikutnya
from rakumpit.organisasi.enums import SifatPenugasan, StatusPegawai
from rakumpit.organisasi.models import Jabatan, Pegawai, Penugasan, UnitKerja
from rakumpit.organisasi.nip import baca_nip
from tests import pabrik
from tests.kinerja.kantor import SEMUA_SESUAI, Kantor, akun, buat_kantor
from tests.serentak import UjiSerentak
from tests.tugas import untuk


class KasusTepi(TestCase):
    kantor: Kantor

    @classmethod
    def setUpTestData(cls) -> None:
        cls.kantor = buat_kantor()

    def baris(self, pegawai: Pegawai) -> Evaluasi:
        self.kantor.hitung()
        return self.kantor.evaluasi(pegawai)

    def masa(self, pegawai: Pegawai) -> list[str]:
        kalimat: list[str] = self.baris(pegawai).bahan["konteks"].get("masa", [])
        return kalimat

    def alasan(self, pegawai: Pegawai, kode: str = "hasil") -> str:
        return next(str(satu["alasan"]) for satu in self.baris(pegawai).rincian if satu["kode"] == kode)

    def pindah(self, pegawai: Pegawai, hari: date) -> UnitKerja:
        """Move to another seksi with its own head; the old post ends the day before."""
        lain = pabrik.buat_unit(nama="Seksi Pemerintahan", induk=self.kantor.kecamatan)
        pabrik.buat_pegawai(lain, memimpin=True, nama="Kasi Pemerintahan")
        pegawai.penugasan.update(selesai=date.fromordinal(hari.toordinal() - 1))
        pabrik.tugaskan(pegawai, pabrik.buat_jabatan(lain), mulai=hari)
        return lain

    # --- section 6 ---

    def test_01_nobody_in_the_unit(self) -> None:
        run = buka_run(periode=self.kantor.periode, unit=pabrik.buat_unit(induk=self.kantor.kecamatan))
        assert (run.status, kemajuan(run)["pegawai"], run.potongan.count()) == (StatusRun.SELESAI.value, 0, 0)

    def test_02_one_person_in_the_unit(self) -> None:
        lain = pabrik.buat_unit(induk=self.kantor.kecamatan)
        sendirian = pabrik.buat_pegawai(lain, nama="Sendirian")
        run = buka_run(periode=self.kantor.periode, unit=lain)
        kerjakan_run(run.pk)
        assert list(Evaluasi.objects.values_list("pegawai_id", "penilai_id")) == [(sendirian.pk, self.kantor.camat.pk)]

    def test_03_a_predicate_before_the_predicate_of_the_office(self) -> None:
        """The distribution is a consideration for the pimpinan: the decision on one person does not wait for it."""
        baris = self.baris(self.kantor.staf[0])
        oleh = akun(self.kantor.kasi)
        isian: dict[str, Any] = {"rating_hasil": "sesuai", "rating_perilaku": "sesuai", "alasan": "Sesuai rencana."}
        diputus = putuskan(evaluasi=baris, oleh=oleh, versi=baris.versi, **isian)
        assert tetapkan(evaluasi=diputus, oleh=oleh, versi=diputus.versi).predikat == "baik"

    def test_04_ratee_and_rater_are_the_same(self) -> None:
        camat = self.kantor.camat
        baris = self.baris(camat)
        assert not boleh_memutuskan(akun(camat), baris)
        assert not boleh_menilai_perilaku(akun(camat), camat, self.kantor.periode)
        with pytest.raises(ProsesDitolak, match="atasan langsung"):
            nilai_perilaku(pegawai=camat, periode=self.kantor.periode, oleh=akun(camat), penilaian=SEMUA_SESUAI)
        with pytest.raises(IntegrityError, match="bukan_penilai_sendiri"), transaction.atomic():
            Evaluasi.objects.filter(pk=baris.pk).update(penilai=camat, penilai_luar=None)
        with pytest.raises(IntegrityError, match="bukan_diri_sendiri"), transaction.atomic():
            PenilaianPerilaku.objects.create(
                pegawai=camat, periode=self.kantor.periode, penilai=camat, nilai_dasar="loyal", rating="sesuai"
            )

    def test_04b_who_acts_for_the_own_superior_is_rated_one_level_higher(self) -> None:
        Penugasan.objects.filter(pegawai=self.kantor.kasi).update(selesai=date(2026, 6, 30))
        kursi = Jabatan.objects.get(unit=self.kantor.seksi, memimpin=True)
        plt = self.kantor.staf[0]
        pabrik.tugaskan(plt, kursi, sifat=SifatPenugasan.PLT.value, mulai=date(2026, 7, 1))
        assert self.baris(plt).penilai == self.kantor.camat
        assert self.kantor.evaluasi(self.kantor.staf[1]).penilai == plt

    def test_05_a_move_on_the_first_day_of_the_period(self) -> None:
        staf = self.kantor.staf[0]
        lain = self.pindah(staf, date(2026, 7, 1))
        baris = self.baris(staf)
        assert (baris.unit, baris.penilai_nama) == (lain, "Kasi Pemerintahan")
        assert "masa" not in baris.bahan["konteks"]  # the whole period in the new unit

    def test_06_a_move_on_the_last_day_of_the_period(self) -> None:
        staf = self.kantor.staf[0]
        lain = self.pindah(staf, date(2026, 9, 30))
        baris = self.baris(staf)
        assert (baris.unit, baris.penilai_nama) == (lain, "Kasi Pemerintahan")
        assert baris.bahan["konteks"]["masa"] == [
            "Dinilai 1 Juli 2026 sampai 30 September 2026: "
            "mutasi dari Seksi Pelayanan ke Seksi Pemerintahan sejak 30 September 2026."
        ]

    def test_06b_a_move_on_the_day_after_the_period_changes_nothing(self) -> None:
        staf = self.kantor.staf[0]
        self.pindah(staf, date(2026, 10, 1))
        baris = self.baris(staf)
        assert (baris.unit, baris.penilai) == (self.kantor.seksi, self.kantor.kasi)
        assert "masa" not in baris.bahan["konteks"]

    def test_07_two_superiors_in_one_period(self) -> None:
        """By a move: the head of the new seksi rates, the former head only recommends."""
        staf = self.kantor.staf[0]
        lain = self.pindah(staf, date(2026, 8, 15))
        baru = Pegawai.objects.get(nama="Kasi Pemerintahan")
        for oleh, rating in ((self.kantor.kasi, "di_bawah"), (baru, "sesuai")):
            for nilai in NilaiDasar:
                PenilaianPerilaku.objects.create(
                    pegawai=staf,
                    periode=self.kantor.periode,
                    penilai=oleh,
                    nilai_dasar=nilai.value,
                    rating=rating,
                    catatan="Contoh.",
                )
        baris = self.baris(staf)
        assert (baris.unit, baris.penilai, baris.nilai_perilaku) == (lain, baru, Decimal(100))
        saran = [satu for satu in baris.rincian if satu["kode"].startswith("rekomendasi.")]
        assert [(s["label"], s["nilai"]) for s in saran] == [
            ("Rekomendasi Kasi, atasan sampai 14 Agustus 2026", "80.0000")
        ]

    def test_08_an_acting_head_without_a_definitive_one(self) -> None:
        Penugasan.objects.filter(pegawai=self.kantor.kasi).delete()
        kursi = Jabatan.objects.get(unit=self.kantor.seksi, memimpin=True)
        pabrik.tugaskan(self.kantor.camat, kursi, sifat=SifatPenugasan.PLT.value, mulai=date(2026, 1, 1))
        baris = self.baris(self.kantor.staf[0])
        assert (baris.penilai, baris.penilai_jabatan[:5]) == (self.kantor.camat, "Plt. ")

    def test_08b_neither_acting_nor_definitive_head(self) -> None:
        """A vacant post is passed over upwards."""
        Penugasan.objects.filter(pegawai=self.kantor.kasi).delete()
        assert self.baris(self.kantor.staf[0]).penilai == self.kantor.camat

    def test_09_target_zero_is_not_used(self) -> None:
        Indikator.objects.filter(pk=self.kantor.indikator[self.kantor.staf[0].pk].pk).update(target=0)
        baris = self.baris(self.kantor.staf[0])
        assert baris.nilai_hasil is None
        assert baris.rincian[0]["alasan"] == "Target 0 tidak dapat dijadikan pembanding."

    def test_10_an_empty_realisasi_is_no_value_and_a_zero_is_zero(self) -> None:
        indikator = [self.kantor.indikator[satu.pk] for satu in self.kantor.staf]
        indikator[0].realisasi.update(nilai=None, catatan="")
        indikator[1].realisasi.update(nilai=0)
        self.kantor.hitung()
        kosong, nol = (self.kantor.evaluasi(satu) for satu in self.kantor.staf)
        assert (kosong.nilai_hasil, kosong.usulan_hasil) == (None, "")
        assert (nol.nilai_hasil, nol.usulan_hasil) == (Decimal(0), "di_bawah")

    def test_11_a_range_upside_down_is_refused_by_the_database_and_by_the_formula(self) -> None:
        satu = Indikator.objects.filter(pk=self.kantor.indikator[self.kantor.staf[0].pk].pk)
        with pytest.raises(IntegrityError, match="indikator_rentang_target"), transaction.atomic():
            satu.update(target=90, target_atas=80)
        with pytest.raises(ValueError, match="lebih besar daripada batas atasnya"):
            capaian((90, 80), 85, Arah.TINGGI)

    def test_12_99_point_5_percent_rounds_to_100(self) -> None:
        """PermenPANRB 8/2021 rounds to a whole percent first: 99.5 has the value of 100, 99.4 has not."""
        assert nilai_iki_2021(Decimal("99.5")) == (100, "Baik", Decimal(109))
        assert nilai_iki_2021(Decimal("99.4"))[:2] == (99, "Cukup")

    def test_13_a_plan_approved_late_holds_on_the_last_day(self) -> None:
        staf = self.kantor.staf[0]
        SKP.objects.filter(pegawai=staf).update(mulai=date(2026, 9, 30))
        assert self.baris(staf).nilai_hasil == Decimal(95)

    def test_13b_a_plan_that_begins_after_the_period_does_not(self) -> None:
        staf = self.kantor.staf[0]
        SKP.objects.filter(pegawai=staf).update(mulai=date(2026, 10, 1))
        assert self.alasan(staf) == "Belum ada SKP yang disetujui"

    def test_14_a_pppk_contract_that_ends_within_the_period(self) -> None:
        staf = self.kantor.staf[0]
        Pegawai.objects.filter(pk=staf.pk).update(
            status=StatusPegawai.PPPK.value, selesai=date(2026, 8, 15), alasan_selesai="Kontrak berakhir"
        )
        staf.penugasan.update(selesai=date(2026, 8, 15))
        baris = self.baris(staf)
        assert baris.bahan["konteks"]["hari_terakhir"] == "2026-08-15"
        assert self.masa(staf) == ["Dinilai 1 Juli 2026 sampai 15 Agustus 2026: kontrak berakhir."]
        berikut = pabrik.buat_periode(
            kode="tw4", nama="TW IV", mulai=date(2026, 10, 1), selesai=date(2026, 12, 31), batas_isi=date(2027, 1, 10)
        )
        assert staf not in pegawai_berhak(berikut)

    def test_15_a_leap_day_in_a_nip(self) -> None:
        assert baca_nip("200002292024121001").lahir == date(2000, 2, 29)

    # --- joining, leaving, leave ---

    def test_16_somebody_who_joined_within_the_period(self) -> None:
        baru = pabrik.buat_pegawai(self.kantor.seksi, nama="Baru", mulai=date(2026, 8, 10))
        Pegawai.objects.filter(pk=baru.pk).update(mulai=date(2026, 8, 10))
        assert self.masa(baru) == ["Dinilai 10 Agustus 2026 sampai 30 September 2026: mulai bekerja di sini."]

    def test_17_somebody_who_retired_within_the_period(self) -> None:
        staf = self.kantor.staf[0]
        Pegawai.objects.filter(pk=staf.pk).update(selesai=date(2026, 8, 31), alasan_selesai="Pensiun.")
        assert self.masa(staf) == ["Dinilai 1 Juli 2026 sampai 31 Agustus 2026: pensiun."]

    def test_18_somebody_whose_post_ended_without_a_new_one(self) -> None:
        staf = self.kantor.staf[0]
        staf.penugasan.update(selesai=date(2026, 8, 31))
        assert self.masa(staf) == ["Dinilai 1 Juli 2026 sampai 31 Agustus 2026: penugasan di sini berakhir."]

    def khusus(self, pegawai: Pegawai, mulai: date, selesai: date, **ubah: Any) -> None:
        isian: dict[str, Any] = {"jenis": "tugas_belajar", "dasar": "800/1/2026"} | ubah
        MasaKhusus.objects.create(pegawai=pegawai, mulai=mulai, selesai=selesai, **isian)

    def test_19_studies_for_the_whole_period_give_a_reason_and_no_proposal(self) -> None:
        staf = self.kantor.staf[0]
        nilai_perilaku(pegawai=staf, periode=self.kantor.periode, oleh=akun(self.kantor.kasi), penilaian=SEMUA_SESUAI)
        self.khusus(staf, date(2026, 2, 1), date(2027, 1, 31))
        baris = self.baris(staf)
        kalimat = "Tidak dinilai: tugas belajar 1 Juli 2026 sampai 30 September 2026."
        assert (baris.nilai_hasil, baris.nilai_perilaku, baris.usulan_predikat) == (None, None, "")
        assert self.alasan(staf) == kalimat
        assert baris.bahan["konteks"]["masa"] == [kalimat]
        self.client.force_login(akun(staf))
        self.assertContains(self.client.get(f"/kinerja/evaluasi/{baris.uuid}/"), kalimat)
        self.client.force_login(akun(self.kantor.kasi))
        self.assertContains(self.client.get("/kinerja/tim/"), "Tidak dinilai periode ini")

    def test_19b_nobody_waits_for_a_decision_about_them(self) -> None:
        tidak, staf = self.kantor.staf[:2]
        kasi = akun(self.kantor.kasi)
        self.khusus(tidak, date(2026, 2, 1), date(2027, 1, 31))
        self.kantor.hitung()
        assert [satu.judul for satu in untuk(menunggu, kasi)] == ["Putuskan penilaian Triwulan III 2026: 1 orang"]
        keadaan = untuk(keadaan_tim, kasi)
        assert keadaan is not None
        assert (keadaan.total, keadaan.menunggu) == (1, 1)
        kantor = untuk(keadaan_kantor, self.kantor.pengelola)
        assert kantor is not None
        assert kantor.total == 3  # with the Kasi and the camat
        seksi = sebaran_unit(self.kantor.seksi, [self.kantor.seksi.pk], self.kantor.periode)
        assert seksi.tanpa == 1
        assert berikutnya(kasi, self.kantor.evaluasi(staf)) is None
        self.client.force_login(kasi)
        jawab = self.client.get("/kinerja/tim/")
        assert jawab.context["judul"] == "Tim saya: 1 menunggu keputusan Anda"
        assert jawab.context["pertama"] == self.kantor.evaluasi(staf)
        self.assertContains(self.client.get("/kinerja/tim/?urut=nama"), "Tidak dinilai")
        MasaKhusus.objects.update(selesai=date(2026, 9, 29))  # one day of the period is worked
        self.kantor.hitung()
        assert [satu.judul for satu in untuk(menunggu, kasi)] == ["Putuskan penilaian Triwulan III 2026: 2 orang"]

    def test_20_studies_that_a_letter_says_are_rated(self) -> None:
        staf = self.kantor.staf[0]
        self.khusus(staf, date(2026, 2, 1), date(2027, 1, 31), dinilai=True)
        assert self.baris(staf).nilai_hasil == Decimal(95)
        assert self.masa(staf) == ["Tugas belajar 1 Juli 2026 sampai 30 September 2026: tetap dinilai."]

    def test_21_leave_of_some_weeks_is_named_and_the_rest_is_rated(self) -> None:
        staf = self.kantor.staf[0]
        self.khusus(staf, date(2026, 8, 1), date(2026, 8, 31), jenis="cuti_sakit")
        assert self.baris(staf).nilai_hasil == Decimal(95)
        assert self.masa(staf) == ["Cuti sakit 1 Agustus 2026 sampai 31 Agustus 2026: hari itu tidak dinilai."]

    def test_22_two_spans_of_leave_that_follow_each_other_cover_the_period(self) -> None:
        staf = self.kantor.staf[0]
        self.khusus(staf, date(2026, 6, 1), date(2026, 8, 14), jenis="cuti_sakit")
        self.khusus(staf, date(2026, 8, 15), date(2026, 9, 30), jenis="cuti_besar")
        assert "Tidak dinilai" in self.alasan(staf)
        MasaKhusus.objects.filter(jenis="cuti_besar").update(mulai=date(2026, 8, 16))  # one working day between
        assert self.baris(staf).nilai_hasil == Decimal(95)

    def test_23_two_letters_for_the_same_day_are_refused_by_the_database(self) -> None:
        staf = self.kantor.staf[0]
        self.khusus(staf, date(2026, 8, 1), date(2026, 8, 31))
        with pytest.raises(IntegrityError, match="masakhusus_tidak_bertumpuk"), transaction.atomic():
            self.khusus(staf, date(2026, 8, 31), date(2026, 9, 30))

    # --- kinds of employment and of periods ---

    def test_24_part_time_pppk_are_evaluated_each_quarter_and_for_the_year(self) -> None:
        """KepmenPANRB 16/2025, by a secondary source: quarterly and annual evaluation are separate acts."""
        staf = self.kantor.staf[0]
        Pegawai.objects.filter(pk=staf.pk).update(status=StatusPegawai.PPPK_PARUH_WAKTU.value)
        tahun = pabrik.buat_periode(
            kode="tahun-2026",
            nama="Tahun 2026",
            jenis=JenisPeriode.TAHUNAN.value,
            mulai=date(2026, 1, 1),
            selesai=date(2026, 12, 31),
            batas_isi=date(2027, 1, 15),
        )
        self.kantor.hitung()
        kerjakan_run(buka_run(periode=tahun).pk)
        jenis = Evaluasi.objects.filter(pegawai=staf).values_list("periode__jenis", flat=True)
        assert sorted(jenis) == ["tahunan", "triwulan"]

    def test_25_the_year_is_no_average_of_its_quarters(self) -> None:
        """The year has its own results: without them there is no proposal, whatever the quarters were."""
        staf = self.kantor.staf[0]
        nilai_perilaku(pegawai=staf, periode=self.kantor.periode, oleh=akun(self.kantor.kasi), penilaian=SEMUA_SESUAI)
        assert self.baris(staf).usulan_predikat == "baik"
        tahun = pabrik.buat_periode(
            kode="tahun-2026",
            nama="Tahun 2026",
            jenis=JenisPeriode.TAHUNAN.value,
            mulai=date(2026, 1, 1),
            selesai=date(2026, 12, 31),
            batas_isi=date(2027, 1, 15),
        )
        kerjakan_run(buka_run(periode=tahun).pk)
        baris = Evaluasi.objects.get(pegawai=staf, periode=tahun)
        self.client.force_login(akun(staf))
        self.assertContains(self.client.get(f"/kinerja/evaluasi/{baris.uuid}/"), "bukan rata-rata evaluasi triwulan")
        assert (baris.nilai_hasil, baris.nilai_perilaku, baris.usulan_predikat) == (None, None, "")

    def test_26_a_period_of_one_kind_of_employment_leaves_the_others_out(self) -> None:
        Pegawai.objects.filter(pk=self.kantor.staf[0].pk).update(status=StatusPegawai.PPPK_PARUH_WAKTU.value)
        bulan = pabrik.buat_periode(
            kode="agustus",
            nama="Agustus 2026",
            jenis=JenisPeriode.BULANAN.value,
            mulai=date(2026, 8, 1),
            selesai=date(2026, 8, 31),
            batas_isi=date(2026, 9, 5),
            berlaku_untuk=[StatusPegawai.PPPK_PARUH_WAKTU.value],
        )
        assert list(pegawai_berhak(bulan)) == [self.kantor.staf[0]]


class DuaPekerja(UjiSerentak):
    def test_27_two_workers_recompute_one_person_at_once(self) -> None:
        """Both store the same bits in the one row; the second finds nothing to change."""
        kantor = buat_kantor(1)
        kantor.hitung()
        staf = kantor.staf[0]
        kantor.indikator[staf.pk].realisasi.update(nilai=Decimal(50))
        baris = kantor.evaluasi(staf)
        hasil = self.sekaligus(lambda: hitung_ulang(baris), lambda: hitung_ulang(baris))
        assert sorted(satu.ditulis for satu in hasil) == [0, 1]  # type: ignore[attr-defined]  # HasilSimpan, or the test fails
        baris.refresh_from_db()
        assert (baris.nilai_hasil, baris.versi, Evaluasi.objects.filter(pegawai=staf).count()) == (Decimal(50), 2, 1)
