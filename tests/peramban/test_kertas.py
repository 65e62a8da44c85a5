"""Typing of paper sheets by the keyboard alone."""

from __future__ import annotations

from typing import Any

import pytest

from rakumpit.organisasi.models import Pengguna
from survei.models import BatchKertas, LembarKertas
from tests import pabrik
from tests.peramban.dasar import UjiPeramban
from tests.survei.dasar import akun
from tests.survei.isi_kertas import bundel

pytestmark = pytest.mark.peramban


class KetikTest(UjiPeramban):
    petugas: Pengguna
    batch: BatchKertas

    def setUp(self) -> None:
        super().setUp()
        unit = pabrik.buat_unit()
        survei = pabrik.buat_survei(unit, layanan=[pabrik.buat_layanan(unit)])
        pengelola = Pengguna.objects.create_user(nama="Pengelola", email="p@contoh.invalid", pengelola=True)
        self.petugas = akun(pabrik.buat_pegawai(unit))
        self.batch = bundel(survei, pengelola, [self.petugas])

    def ketik(self, page: Any, teks: str) -> str:
        """Type, and say which field has the focus then."""
        page.keyboard.type(teks)
        nama: str = page.evaluate("document.activeElement.name || document.activeElement.textContent")
        return nama

    def test_angka_dan_enter_saja_menyimpan_lalu_mengurungkan(self) -> None:
        with self.halaman(self.petugas) as page:
            page.goto(f"/survei/kertas/{self.batch.uuid}/ketik/")
            assert self.ketik(page, "1") == "U1"
            assert self.ketik(page, "433") == "U4"
            # No answer: the digit stays and is told, and the next one takes its place.
            assert self.ketik(page, "7") == "U4"
            assert page.get_attribute("[name=U4]", "aria-invalid") == "true"
            assert self.ketik(page, "2") == "U5"
            assert page.get_attribute("[name=U4]", "aria-invalid") == "false"
            assert self.ketik(page, "44444") == "jenis_kelamin"
            assert self.ketik(page, "1234") == "saran"
            page.keyboard.press("Enter")
            page.keyboard.press("Enter")
            page.get_by_text("tersimpan").wait_for()
            jawaban = LembarKertas.objects.get().tertulis["jawaban"]
            assert [jawaban[kode] for kode in ("persyaratan", "prosedur", "waktu", "biaya")] == [4, 3, 3, 2]
            page.get_by_role("button", name="Urungkan").dblclick()
            page.get_by_text("belum disimpan").wait_for()
            assert page.input_value("[name=U4]") == "2"
            page.fill("[name=U4]", "1")
            page.get_by_role("button", name="Simpan lembar").click()
            page.get_by_text("tersimpan").wait_for()
            assert LembarKertas.objects.get().tertulis["jawaban"]["biaya"] == 1
            assert page.evaluate("window.pelanggaran") == []
