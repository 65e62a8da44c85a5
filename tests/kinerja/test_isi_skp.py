"""Approach, form, appendices and expectations of a plan."""

from __future__ import annotations

from contextlib import AbstractContextManager
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import TestCase

from kinerja.enums import JenisLampiran, Pendekatan, StatusSKP
from kinerja.models import (
    SKP,
    ButirLampiran,
    EkspektasiPerilaku,
    Evaluasi,
    Indikator,
    Periode,
    PilihanKantor,
    RencanaHasilKerja,
)
from kinerja.perhitungan import NilaiDasar
from kinerja.perhitungan.penetapan import batas_penetapan
from kinerja.proses import (
    KonflikVersi,
    ProsesDitolak,
    ajukan,
    buka_run,
    kerjakan_run,
    putuskan,
    setujui,
    simpan_realisasi,
    tetapkan,
)
from kinerja.proses.bahan import ASAL_NARASI, TANPA_TARGET
from kinerja.proses.draf_skp import atur_draf, buat_draf, hapus_draf, simpan_indikator, simpan_rencana
from kinerja.proses.isi_skp import simpan_lampiran, tulis_ekspektasi
from kinerja.views.skp import terlambat_ditetapkan
from rakumpit.audit.models import CatatanAudit
from rakumpit.organisasi.enums import JenisJabatan
from rakumpit.organisasi.models import Jabatan
from rakumpit.waktu import WIB
from tests import pabrik
from tests.kinerja.kantor import akun, buat_kantor, pilih
from tests.survei.dasar import SAAT, pada

SETAHUN: dict[str, Any] = {"mulai": date(2026, 1, 1), "selesai": date(2026, 12, 31)}


def jumlah_audit() -> int:
    return CatatanAudit.objects.count()


class IsiSKPTests(TestCase):
    def setUp(self) -> None:
        beku = pada(SAAT)
        beku.__enter__()
        self.addCleanup(beku.__exit__, None, None, None)
        self.kantor = buat_kantor()
        self.pegawai = pabrik.buat_pegawai(self.kantor.seksi, nama="Staf baru")
        self.pemilik, self.kasi = akun(self.pegawai), akun(self.kantor.kasi)

    def draf(self, pendekatan: Pendekatan = Pendekatan.KUANTITATIF) -> SKP:
        return buat_draf(oleh=self.pemilik, **SETAHUN, pendekatan=pendekatan.value)

    def ditolak(self, cocok: str) -> AbstractContextManager[Any]:
        return pytest.raises(ProsesDitolak, match=cocok)

    def hasil(self, skp: SKP) -> RencanaHasilKerja:
        return simpan_rencana(rencana=RencanaHasilKerja(skp=skp, uraian="Surat selesai"), oleh=self.pemilik)

    # --- approach ---

    def test_a_qualitative_measure_is_a_narrative_without_numbers(self) -> None:
        rencana = self.hasil(self.draf(Pendekatan.KUALITATIF))
        for isi in (
            {"target": Decimal(1)},
            {"bobot": Decimal(100)},
            {"sumber": "ikm"},
        ):
            with self.subTest(isi), self.ditolak("narasi, tanpa target angka"):
                simpan_indikator(indikator=Indikator(rencana=rencana, uraian="x", **isi), oleh=self.pemilik)
        assert not rencana.indikator.exists()
        ukuran = simpan_indikator(indikator=Indikator(rencana=rencana, uraian="Warga puas"), oleh=self.pemilik)
        assert (ukuran.target, ukuran.urut) == (None, 1)
        assert ajukan(skp=rencana.skp, oleh=self.pemilik).status == StatusSKP.DIAJUKAN.value

    def test_a_quantitative_plan_needs_a_target_to_be_saved_and_to_be_submitted(self) -> None:
        rencana = self.hasil(self.draf())
        with self.ditolak("Isi target indikator"):
            simpan_indikator(indikator=Indikator(rencana=rencana, uraian="x"), oleh=self.pemilik)
        Indikator.objects.create(rencana=rencana, urut=1, uraian="Dari contoh, belum lengkap")
        with self.ditolak("indikator tanpa target"):
            ajukan(skp=rencana.skp, oleh=self.pemilik)

    def test_a_plan_stays_within_one_year(self) -> None:
        dua_tahun: dict[str, Any] = {"mulai": date(2026, 7, 1), "selesai": date(2027, 6, 30)}
        kalimat = "Isi tanggal selesai paling lambat 31 Desember 2026, lalu buat SKP baru mulai 1 Januari 2027"
        with self.ditolak(kalimat):
            buat_draf(oleh=self.pemilik, **dua_tahun)
        skp = self.draf()
        with self.ditolak(kalimat):
            atur_draf(skp=skp, oleh=self.pemilik, suntingan=skp.suntingan, **dua_tahun, pendekatan="kuantitatif")
        with pytest.raises(IntegrityError, match="skp_dalam_satu_tahun"), transaction.atomic():
            SKP.objects.filter(pk=skp.pk).update(**dua_tahun)
        self.client.force_login(self.pemilik)
        isian = {"mulai": "1 Juli 2026", "selesai": "30 Juni 2027", "pendekatan": "kuantitatif"}
        for alamat, versi in (("/kinerja/skp/", {}), (f"/kinerja/skp/{skp.uuid}/atur/", {"suntingan": "0"})):
            jawab = self.client.post(alamat, isian | versi)
            self.assertContains(jawab, kalimat, status_code=422)
            self.assertContains(jawab, 'value="30 Juni 2027"', status_code=422)

    def test_a_draft_from_before_that_rule_is_not_submitted(self) -> None:
        rencana = self.hasil(self.draf())
        Indikator.objects.create(rencana=rencana, urut=1, uraian="Surat", target=1)
        with connection.cursor() as kursor:
            kursor.execute(
                "SET CONSTRAINTS ALL IMMEDIATE; ALTER TABLE kinerja_skp DROP CONSTRAINT skp_dalam_satu_tahun"
            )
        SKP.objects.filter(pk=rencana.skp_id).update(selesai=date(2027, 6, 30))
        with self.ditolak("paling lambat 31 Desember 2026"):
            ajukan(skp=rencana.skp, oleh=self.pemilik)

    def test_the_approach_changes_only_while_there_is_no_indicator(self) -> None:
        skp = self.draf()
        rencana = self.hasil(skp)
        skp.refresh_from_db()
        ubah = {**SETAHUN, "pendekatan": "kualitatif"}
        skp = atur_draf(skp=skp, oleh=self.pemilik, suntingan=skp.suntingan, **ubah)
        assert skp.pendekatan == "kualitatif"
        simpan_indikator(indikator=Indikator(rencana=rencana, uraian="Warga puas"), oleh=self.pemilik)
        skp.refresh_from_db()
        with self.ditolak("Hapus dulu semua indikatornya"):
            atur_draf(skp=skp, oleh=self.pemilik, suntingan=skp.suntingan, **{**SETAHUN, "pendekatan": "kuantitatif"})

    def test_a_qualitative_plan_has_no_capaian_but_its_words_reach_the_evaluation(self) -> None:
        skp = pabrik.buat_skp(self.pegawai, penilai=self.kantor.kasi, pendekatan="kualitatif")
        rencana = RencanaHasilKerja.objects.create(skp=skp, urut=1, uraian="Hasil")
        ukuran = Indikator.objects.create(rencana=rencana, urut=1, uraian="Warga puas")
        isian: dict[str, Any] = {"indikator": ukuran, "periode": self.kantor.periode, "oleh": self.pemilik}
        with self.ditolak("narasi tanpa target angka"):
            simpan_realisasi(**isian, nilai=Decimal(1))
        simpan_realisasi(**isian, nilai=None, catatan="Semua kampung dikunjungi.")
        self.kantor.hitung()
        evaluasi = self.kantor.evaluasi(self.pegawai)
        baris = {satu["kode"]: satu for satu in evaluasi.rincian}
        capaian = baris[f"capaian.{ukuran.pk}"]
        assert capaian["nilai"] is None
        assert capaian["alasan"] == f"{TANPA_TARGET} Realisasi: Semua kampung dikunjungi."
        assert baris["hasil"]["nilai"] is None
        assert "tanpa target angka" in baris["hasil"]["alasan"]
        assert (evaluasi.nilai_hasil, evaluasi.usulan_hasil) == (None, "")
        assert evaluasi.bahan["indikator"][0]["asal_target"] == ASAL_NARASI

    # --- form ---

    def test_the_form_follows_the_post_of_the_first_day(self) -> None:
        assert self.draf().bentuk == "pegawai"
        for ubah in ({"pimpinan_mandiri": True}, {"jenis": JenisJabatan.PIMPINAN_TINGGI.value}):
            with self.subTest(ubah), transaction.atomic():
                kepala = pabrik.buat_pegawai(self.kantor.kecamatan)
                Jabatan.objects.filter(penugasan__pegawai=kepala).update(**ubah)
                assert buat_draf(oleh=akun(kepala), **SETAHUN).bentuk == "pimpinan"

    def test_aspek_and_perspektif_and_links_belong_to_one_form_each(self) -> None:
        rencana = self.hasil(self.draf())
        isi: dict[str, Any] = {"rencana": rencana, "uraian": "x", "target": Decimal(1)}
        with self.ditolak("aspek, bukan perspektif"):
            simpan_indikator(indikator=Indikator(**isi, perspektif="anggaran"), oleh=self.pemilik)
        SKP.objects.filter(pk=rencana.skp_id).update(bentuk="pimpinan")
        with self.ditolak("perspektif, bukan aspek"):
            simpan_indikator(indikator=Indikator(**isi, aspek="waktu"), oleh=self.pemilik)
        milik_atasan = self.kantor.indikator[self.kantor.kasi.pk].rencana
        with self.ditolak("penugasan dari"):
            simpan_rencana(
                rencana=RencanaHasilKerja(skp=rencana.skp, uraian="x", rhk_pimpinan=milik_atasan), oleh=self.pemilik
            )
        with pytest.raises(IntegrityError, match="aspek_atau_perspektif"), transaction.atomic():
            Indikator.objects.create(**isi, urut=9, aspek="waktu", perspektif="anggaran")

    def test_only_a_result_of_the_superior_can_be_supported(self) -> None:
        """The form offers no other; what is stored is checked all the same."""
        skp = self.draf()
        camat, kasi = (self.kantor.indikator[satu.pk].rencana for satu in (self.kantor.camat, self.kantor.kasi))
        with self.ditolak("harus dari SKP atasan Anda yang sudah disetujui"):
            simpan_rencana(rencana=RencanaHasilKerja(skp=skp, uraian="x", rhk_pimpinan=camat), oleh=self.pemilik)
        SKP.objects.filter(pk=kasi.skp_id).update(status=StatusSKP.DRAF.value)
        with self.ditolak("harus dari SKP atasan Anda yang sudah disetujui"):
            simpan_rencana(rencana=RencanaHasilKerja(skp=skp, uraian="x", rhk_pimpinan=kasi), oleh=self.pemilik)
        SKP.objects.filter(pk=kasi.skp_id).update(status=StatusSKP.DISETUJUI.value)
        simpan_rencana(rencana=RencanaHasilKerja(skp=skp, uraian="x", rhk_pimpinan=kasi), oleh=self.pemilik)
        assert skp.rencana.get().rhk_pimpinan == kasi

    def test_a_post_that_became_another_form_is_set_right_before_submission(self) -> None:
        skp = self.draf()
        rencana = self.hasil(skp)
        isi: dict[str, Any] = {"rencana": rencana, "uraian": "x", "target": Decimal(1), "aspek": "waktu"}
        simpan_indikator(indikator=Indikator(**isi), oleh=self.pemilik)
        Jabatan.objects.filter(penugasan__pegawai=self.pegawai).update(pimpinan_mandiri=True)
        with self.ditolak("Atur SKP"):
            ajukan(skp=skp, oleh=self.pemilik)
        skp.refresh_from_db()
        atur_draf(skp=skp, oleh=self.pemilik, **SETAHUN, pendekatan="kuantitatif", suntingan=skp.suntingan)
        assert rencana.indikator.get().aspek == ""
        assert ajukan(skp=skp, oleh=self.pemilik).bentuk == "pimpinan"

    def test_days_of_two_posts_are_two_plans(self) -> None:
        lama = self.pegawai.penugasan.get()
        lama.selesai = date(2026, 6, 14)
        lama.save()
        pabrik.tugaskan(self.pegawai, pabrik.buat_jabatan(self.kantor.kecamatan), mulai=date(2026, 6, 15))
        with self.ditolak("sampai 14 Juni 2026, lalu SKP baru mulai 15 Juni 2026"):
            self.draf()
        assert buat_draf(oleh=self.pemilik, mulai=date(2026, 6, 15), selesai=date(2026, 12, 31)).status == "draf"

    # --- appendices ---

    def test_three_lists_are_replaced_as_a_whole_and_recorded_once(self) -> None:
        skp = self.draf()
        awal = jumlah_audit()
        isi = {JenisLampiran.DUKUNGAN: ["Printer ", "", "Perahu"], JenisLampiran.SKEMA: ["Laporan bulanan"]}
        skp = simpan_lampiran(skp=skp, oleh=self.pemilik, isi=isi, suntingan=0)
        assert list(skp.lampiran.values_list("jenis", "urut", "isi")) == [
            ("dukungan", 1, "Printer"),
            ("dukungan", 2, "Perahu"),
            ("skema", 1, "Laporan bulanan"),
        ]
        assert (jumlah_audit(), skp.suntingan) == (awal + 1, 1)
        simpan_lampiran(skp=skp, oleh=self.pemilik, isi=isi, suntingan=1)
        assert jumlah_audit() == awal + 1, "nothing changed, nothing recorded"
        with pytest.raises(KonflikVersi):
            simpan_lampiran(skp=skp, oleh=self.pemilik, isi={}, suntingan=0)
        with self.ditolak("paling banyak 30 butir"):
            simpan_lampiran(skp=skp, oleh=self.pemilik, isi={JenisLampiran.SKEMA: ["x"] * 31}, suntingan=1)
        with self.ditolak("pemiliknya"):
            simpan_lampiran(skp=skp, oleh=self.kasi, isi={}, suntingan=1)
        assert ButirLampiran.objects.count() == 3

    # --- expectations ---

    def test_the_superior_writes_expectations_from_submission_until_the_year_is_final(self) -> None:
        skp = self.draf()
        simpan_indikator(indikator=Indikator(rencana=self.hasil(skp), uraian="x", target=Decimal(1)), oleh=self.pemilik)
        isi = {NilaiDasar.AKUNTABEL: "Catat setiap uang."}
        skp.refresh_from_db()
        with self.ditolak("sejak SKP diajukan"):
            tulis_ekspektasi(skp=skp, oleh=self.kasi, isi=isi, suntingan=skp.suntingan)
        skp = ajukan(skp=skp, oleh=self.pemilik)
        awal = jumlah_audit()
        for oleh in (self.pemilik, akun(self.kantor.camat), self.kantor.pengelola, akun(self.kantor.staf[0])):
            with self.subTest(oleh.nama), self.ditolak("atasan langsung"):
                tulis_ekspektasi(skp=skp, oleh=oleh, isi=isi, suntingan=skp.suntingan)
        assert not EkspektasiPerilaku.objects.exists()
        skp = tulis_ekspektasi(skp=skp, oleh=self.kasi, isi=isi, suntingan=skp.suntingan)
        assert skp.ekspektasi.get().isi == "Catat setiap uang."
        assert self.pemilik.notifikasi.filter(judul__contains="ekspektasi").count() == 1
        assert jumlah_audit() == awal + 1
        with pytest.raises(KonflikVersi, match="Kasi"):
            tulis_ekspektasi(skp=skp, oleh=self.kasi, isi={}, suntingan=skp.suntingan - 1)
        skp = setujui(skp=skp, oleh=self.kasi)
        skp = tulis_ekspektasi(skp=skp, oleh=self.kasi, isi={}, suntingan=skp.suntingan)
        assert skp.ekspektasi.get().isi == "", "taken back"
        with pada(datetime(2026, 12, 31, 9, 0, tzinfo=WIB)):
            self.tetapkan_setahun()
        with self.ditolak("penilaian setahun ditetapkan"):
            tulis_ekspektasi(skp=skp, oleh=self.kasi, isi=isi, suntingan=skp.suntingan)

    def tetapkan_setahun(self) -> None:
        setahun: Periode = pabrik.buat_periode(
            kode="tahun-2026", nama="Tahun 2026", jenis="tahunan", batas_isi=date(2027, 1, 31), **SETAHUN
        )
        kerjakan_run(buka_run(periode=setahun).pk)
        evaluasi = Evaluasi.objects.get(pegawai=self.pegawai, periode=setahun)
        diputus = putuskan(
            evaluasi=evaluasi,
            oleh=self.kasi,
            rating_hasil="sesuai",
            rating_perilaku="sesuai",
            alasan="Menurut bukti.",
            versi=evaluasi.versi,
        )
        tetapkan(evaluasi=diputus, oleh=self.kasi, versi=diputus.versi)

    # --- throwing a draft away, and lateness ---

    def test_a_draft_is_thrown_away_with_all_that_is_in_it(self) -> None:
        skp = self.draf()
        simpan_indikator(indikator=Indikator(rencana=self.hasil(skp), uraian="x", target=Decimal(1)), oleh=self.pemilik)
        skp.refresh_from_db()
        isi = {JenisLampiran.SKEMA: ["x"]}
        simpan_lampiran(skp=skp, oleh=self.pemilik, isi=isi, suntingan=skp.suntingan)
        with self.ditolak("pemiliknya"):
            hapus_draf(skp=skp, oleh=self.kasi)
        awal = jumlah_audit()
        hapus_draf(skp=skp, oleh=self.pemilik)
        assert not SKP.objects.filter(pk=skp.pk).exists()
        assert jumlah_audit() == awal + 1
        assert self.draf().status == "draf", "the way is free for another one"

    def test_late_is_shown_with_its_date_and_blocks_nothing(self) -> None:
        assert batas_penetapan(date(2026, 1, 1), 1) == date(2026, 1, 31)
        assert batas_penetapan(date(2024, 2, 10), 1) == date(2024, 2, 29)
        assert batas_penetapan(date(2026, 11, 3), 3) == date(2027, 1, 31)
        skp = self.draf()
        simpan_indikator(indikator=Indikator(rencana=self.hasil(skp), uraian="x", target=Decimal(1)), oleh=self.pemilik)
        skp = setujui(skp=ajukan(skp=skp, oleh=self.pemilik), oleh=self.kasi)
        assert terlambat_ditetapkan(skp, date(2026, 1, 31)), "approved on 15 September"
        self.client.force_login(self.pemilik)
        self.assertContains(self.client.get(f"/kinerja/skp/{skp.uuid}/"), "batasnya 31 Januari 2026")
        # The office chose nine months for plans that begin from 2026 on.
        pilih(date(2026, 1, 1), bulan_penetapan_skp=9)
        self.assertNotContains(self.client.get(f"/kinerja/skp/{skp.uuid}/"), "Terlambat ditetapkan")
        PilihanKantor.objects.filter(mulai=date(2026, 1, 1)).delete()
        SKP.objects.filter(pk=skp.pk).update(mulai=date(2026, 9, 1))
        skp.refresh_from_db()
        assert not terlambat_ditetapkan(skp, date(2026, 9, 30)), "a plan of a post held since September"
