"""The commands: what they print and how they end."""

from __future__ import annotations

import json
from decimal import Decimal
from io import StringIO
from typing import Any
from unittest import mock

import pytest
from django.core.management import CommandError, call_command
from django.test import TestCase

from kinerja.enums import StatusRun
from kinerja.management.commands import hitung_evaluasi
from kinerja.models import Evaluasi, PenilaianPerilaku, RunEvaluasi
from kinerja.proses import buka_run, kemajuan, kerjakan_run
from tests.kinerja.kantor import buat_kantor, ganti_aturan
from tests.pabrik import buat_respons, buat_survei


def jalankan(*argumen: str) -> str:
    keluaran = StringIO()
    call_command(*argumen, stdout=keluaran, stderr=StringIO())
    return keluaran.getvalue()


class HitungEvaluasiTests(TestCase):
    def setUp(self) -> None:
        self.kantor = buat_kantor()

    def test_json_has_the_agreed_keys(self) -> None:
        PenilaianPerilaku.objects.create(
            pegawai=self.kantor.staf[0],
            periode=self.kantor.periode,
            penilai=self.kantor.kasi,
            nilai_dasar="tidak_dikenal",
            rating="sesuai",
        )
        hasil = json.loads(jalankan("hitung_evaluasi", "--periode", "tw3-2026", "--di-sini", "--json"))
        assert list(hasil) == ["run", "status", "pegawai", "dihitung", "gagal", "detik"]
        assert (hasil["status"], hasil["pegawai"], hasil["dihitung"]) == ("selesai_dengan_galat", 4, 3)
        assert [list(satu) for satu in hasil["gagal"]] == [["pegawai", "alasan"]]

    def test_without_waiting_the_run_is_left_to_the_workers(self) -> None:
        hasil = json.loads(jalankan("hitung_evaluasi", "--periode", "tw3-2026", "--tunggu-tidak", "--json"))
        assert hasil["status"] == "berjalan"
        lanjut = json.loads(jalankan("hitung_evaluasi", "--periode", "tw3-2026", "--di-sini", "--json"))
        assert (lanjut["run"], lanjut["status"]) == (hasil["run"], "selesai")

    def test_one_unit_only(self) -> None:
        jalankan("hitung_evaluasi", "--periode", "tw3-2026", "--unit", self.kantor.seksi.kode, "--di-sini")
        assert Evaluasi.objects.count() == 3

    def test_an_unknown_code_is_refused_and_the_known_ones_are_named(self) -> None:
        with pytest.raises(CommandError, match=r"tidak ada\. Kode yang ada: tw3-2026") as galat:
            jalankan("hitung_evaluasi", "--periode", "tw9")
        assert galat.value.returncode == 2
        with pytest.raises(CommandError, match="Unit «x» tidak ada") as galat:
            jalankan("hitung_evaluasi", "--periode", "tw3-2026", "--unit", "x")
        assert galat.value.returncode == 2

    def test_the_progress_bar_never_mixes_with_the_json(self) -> None:
        keluaran, galat = StringIO(), StringIO()
        buka_run(periode=self.kantor.periode)
        with mock.patch.object(hitung_evaluasi, "kemajuan", side_effect=self._kerjakan):
            call_command("hitung_evaluasi", "--periode", "tw3-2026", "--json", stdout=keluaran, stderr=galat)
        assert json.loads(keluaran.getvalue())["dihitung"] == 4
        assert galat.getvalue() == ""
        jalankan_biasa = jalankan("hitung_evaluasi", "--periode", "tw3-2026", "--di-sini")
        assert "4 dari 4 pegawai dihitung" in jalankan_biasa

    @staticmethod
    def _kerjakan(run: RunEvaluasi) -> dict[str, Any]:
        """Stand in for the worker: the run is done as soon as the command looks for the first time."""
        if run.status == StatusRun.BERJALAN.value:
            kerjakan_run(run.pk)
            run.refresh_from_db()
        return kemajuan(run)


class VerifikasiTests(TestCase):
    def setUp(self) -> None:
        self.kantor = buat_kantor()
        self.kantor.hitung()

    def test_stored_rows_agree_also_after_another_rule_followed(self) -> None:
        ganti_aturan(ambang_hasil_sesuai=Decimal(99))
        assert json.loads(jalankan("verifikasi", "--json"))["beda"] == []

    def test_a_changed_number_is_named(self) -> None:
        Evaluasi.objects.filter(pegawai=self.kantor.staf[0]).update(nilai_hasil=Decimal(99))
        with pytest.raises(CommandError, match="1 evaluasi"):
            jalankan("verifikasi")
        keluaran = StringIO()
        with pytest.raises(CommandError):
            call_command("verifikasi", stdout=keluaran)
        assert "Staf 1" in keluaran.getvalue()
        assert "nilai_hasil 99.0000 seharusnya 95.0000" in keluaran.getvalue()

    def test_a_counter_that_differs_from_the_answers_is_named(self) -> None:
        survei = buat_survei(self.kantor.seksi)
        buat_respons(survei, 4)
        keluaran = StringIO()
        with pytest.raises(CommandError, match="hitungan survei"):
            call_command("verifikasi", stdout=keluaran)
        assert f"BEDA hitungan survei {survei.kode}, " in keluaran.getvalue()
        assert "1 Juli 2026, dihitung: 0 seharusnya 1" in keluaran.getvalue()
        keluaran = StringIO()
        with pytest.raises(CommandError):
            call_command("verifikasi", "--json", stdout=keluaran)
        satu = json.loads(keluaran.getvalue())["hitungan_survei"][0]
        assert (satu["hari"], satu["tersimpan"], satu["seharusnya"]) == ("2026-07-01", 0, 1)
