"""The life of a plan, and who approves it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import TestCase
from django.utils import timezone

from kinerja.enums import StatusSKP
from kinerja.models import SKP, Evaluasi
from kinerja.permissions import boleh_menyetujui_skp
from kinerja.proses import (
    ProsesDitolak,
    ajukan,
    akhiri,
    catat_persetujuan_luar,
    kembalikan,
    kunci_untuk_diubah,
    setujui,
)
from tests import pabrik
from tests.kinerja.kantor import akun, buat_kantor
from tests.kinerja.test_keputusan import ganti_kasi


class SKPTests(TestCase):
    def setUp(self) -> None:
        self.kantor = buat_kantor()
        self.pegawai = pabrik.buat_pegawai(self.kantor.seksi, nama="Staf baru")
        self.skp = pabrik.buat_skp(self.pegawai)
        self.pemilik, self.kasi = akun(self.pegawai), akun(self.kantor.kasi)

    def diajukan(self) -> SKP:
        pabrik.buat_indikator(self.skp)
        return ajukan(skp=self.skp, oleh=self.pemilik)

    def test_submitting_tells_the_superior_and_approval_tells_the_owner(self) -> None:
        skp = self.diajukan()
        assert (skp.status, skp.penilai) == (StatusSKP.DIAJUKAN.value, self.kantor.kasi)
        assert self.kasi.notifikasi.filter(judul__contains="Staf baru").count() == 1
        assert setujui(skp=skp, oleh=self.kasi).status == StatusSKP.DISETUJUI.value
        assert self.pemilik.notifikasi.filter(judul="SKP Anda disetujui").count() == 1

    def test_an_empty_plan_or_result_cannot_be_submitted(self) -> None:
        with pytest.raises(ProsesDitolak, match="belum mempunyai rencana"):
            ajukan(skp=self.skp, oleh=self.pemilik)
        self.skp.rencana.create(urut=1, uraian="Kosong")
        with pytest.raises(ProsesDitolak, match="nomor 1 belum mempunyai indikator"):
            ajukan(skp=self.skp, oleh=self.pemilik)

    def test_weights_are_all_empty_or_total_100(self) -> None:
        pertama = pabrik.buat_indikator(self.skp, bobot=Decimal(60))
        kedua = pabrik.buat_indikator(self.skp)
        with pytest.raises(ProsesDitolak, match="nomor 2 belum diisi"):
            ajukan(skp=self.skp, oleh=self.pemilik)
        kedua.bobot = Decimal(30)
        kedua.save()
        with pytest.raises(ProsesDitolak, match="Jumlah bobot 90"):
            ajukan(skp=self.skp, oleh=self.pemilik)
        pertama.bobot = Decimal(70)
        pertama.save()
        assert ajukan(skp=self.skp, oleh=self.pemilik).status == StatusSKP.DIAJUKAN.value

    def test_only_the_owner_edits_and_only_a_draft(self) -> None:
        with pytest.raises(ProsesDitolak, match="pemiliknya"):
            kunci_untuk_diubah(skp=self.skp, oleh=self.kasi)
        skp = self.diajukan()
        with pytest.raises(ProsesDitolak, match="tidak dapat diubah"):
            kunci_untuk_diubah(skp=skp, oleh=self.pemilik)

    def test_nobody_but_the_superior_of_today_approves_or_returns(self) -> None:
        skp = self.diajukan()
        for oleh in (self.pemilik, akun(self.kantor.camat), self.kantor.pengelola, akun(self.kantor.staf[0])):
            with self.subTest(oleh.nama), pytest.raises(ProsesDitolak):
                setujui(skp=skp, oleh=oleh)
            with self.subTest(oleh.nama), pytest.raises(ProsesDitolak):
                kembalikan(skp=skp, oleh=oleh, catatan="x")

    def test_open_requests_pass_to_the_new_superior(self) -> None:
        skp = self.diajukan()
        baru = ganti_kasi(self.kantor)
        assert not boleh_menyetujui_skp(self.kasi, skp)
        with pytest.raises(ProsesDitolak, match="atasan langsung"):
            setujui(skp=skp, oleh=self.kasi)
        assert setujui(skp=skp, oleh=akun(baru)).penilai == baru

    def test_a_returned_plan_carries_the_note_and_may_be_submitted_again(self) -> None:
        skp = self.diajukan()
        with pytest.raises(ProsesDitolak, match="Tulis apa"):
            kembalikan(skp=skp, oleh=self.kasi, catatan=" ")
        skp = kembalikan(skp=skp, oleh=self.kasi, catatan="Target terlalu rendah.")
        assert (skp.status, skp.catatan_pengembalian) == ("dikembalikan", "Target terlalu rendah.")
        assert ajukan(skp=skp, oleh=self.pemilik).catatan_pengembalian == ""
        assert self.kasi.notifikasi.filter(judul__contains="Staf baru").count() == 2

    def test_a_decision_is_taken_once(self) -> None:
        skp = setujui(skp=self.diajukan(), oleh=self.kasi)
        with pytest.raises(ProsesDitolak, match="tidak sedang diajukan"):
            setujui(skp=skp, oleh=self.kasi)

    def test_a_second_plan_for_the_same_days_is_refused_and_a_revision_ends_the_first(self) -> None:
        lama = setujui(skp=self.diajukan(), oleh=self.kasi)
        kedua = pabrik.buat_skp(self.pegawai, mulai=date(2026, 6, 15))
        pabrik.buat_indikator(kedua)
        kedua = ajukan(skp=kedua, oleh=self.pemilik)
        with pytest.raises(ProsesDitolak, match="Sudah ada SKP yang disetujui"):
            setujui(skp=kedua, oleh=self.kasi)
        SKP.objects.filter(pk=kedua.pk).update(sebelumnya=lama)
        assert setujui(skp=kedua, oleh=self.kasi).status == "disetujui"
        lama.refresh_from_db()
        assert (lama.selesai, lama.status, lama.diganti_sejak) == (date(2026, 6, 14), "diganti", date(2026, 6, 15))

    def test_a_plan_is_closed_before_a_move(self) -> None:
        """Moved on 15 June: 165 days under the old superior, 200 under the new one."""
        lama = setujui(skp=self.diajukan(), oleh=self.kasi)
        with pytest.raises(ProsesDitolak, match="alasan"):
            akhiri(skp=lama, oleh=self.kantor.pengelola, tanggal=date(2026, 6, 14), alasan="")
        lama = akhiri(skp=lama, oleh=self.kantor.pengelola, tanggal=date(2026, 6, 14), alasan="SK mutasi 1/2026")
        assert self.pemilik.notifikasi.get(judul="SKP Anda berakhir 14 Juni 2026").isi == "SK mutasi 1/2026"
        baru = pabrik.buat_skp(self.pegawai, mulai=date(2026, 6, 15), penilai=self.kantor.camat)
        assert [(satu.selesai - satu.mulai).days + 1 for satu in (lama, baru)] == [165, 200]

    def test_proposals_follow_a_plan_that_is_approved_late_and_one_that_is_closed(self) -> None:
        skp = self.diajukan()
        self.kantor.hitung()

        def tanpa_skp() -> bool:
            return bool(self.kantor.evaluasi(self.pegawai).bahan["alasan_tanpa_skp"] == "Belum ada SKP yang disetujui")

        assert tanpa_skp()
        skp = setujui(skp=skp, oleh=self.kasi)
        assert not tanpa_skp()
        final = {
            "status": "ditetapkan",
            "rating_hasil": "sesuai",
            "rating_perilaku": "sesuai",
            "predikat": "baik",
            "alasan": "Menurut bukti.",
            "ditetapkan_oleh": self.kasi,
            "ditetapkan_pada": timezone.now(),
        }
        isian: dict[str, Any] = {
            "skp": skp,
            "oleh": self.kantor.pengelola,
            "tanggal": date(2026, 9, 29),
            "alasan": "SK mutasi",
        }
        with transaction.atomic():
            Evaluasi.objects.filter(pegawai=self.pegawai).update(**final)
            with pytest.raises(ProsesDitolak, match="sudah ditetapkan"):
                akhiri(**isian)
            transaction.set_rollback(True)
        akhiri(**isian)
        assert tanpa_skp()

    def test_the_camats_plan_is_approved_by_letter_only(self) -> None:
        SKP.objects.filter(pegawai=self.kantor.camat).update(status="diajukan", penilai_luar=None)
        skp = SKP.objects.get(pegawai=self.kantor.camat)
        surat = SimpleUploadedFile("surat.pdf", b"%PDF-1.4")
        for oleh in (akun(self.kantor.camat), akun(self.kantor.kasi), self.kantor.pengelola):
            with self.subTest(oleh.nama), pytest.raises(ProsesDitolak):
                setujui(skp=skp, oleh=oleh)
        for oleh in (akun(self.kantor.camat), akun(self.kantor.kasi)):
            with self.subTest(oleh.nama), pytest.raises(ProsesDitolak):
                catat_persetujuan_luar(skp=skp, oleh=oleh, surat_nomor="1", pindaian=surat)
        with pytest.raises(ProsesDitolak, match="Lampirkan"):
            catat_persetujuan_luar(skp=skp, oleh=self.kantor.pengelola, surat_nomor="1", pindaian=None)
        skp = catat_persetujuan_luar(skp=skp, oleh=self.kantor.pengelola, surat_nomor="800/1", pindaian=surat)
        assert (skp.status, skp.penilai_luar, skp.surat_persetujuan) == ("disetujui", self.kantor.sekda, "800/1")
