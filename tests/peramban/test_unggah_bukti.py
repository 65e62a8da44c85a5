"""Several photos over a weak line: they go one by one, and what is missing is sent on without doubling (case C112)."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse

from kinerja.models import Bukti, KirimanBukti
from tests.kinerja.berkas import png
from tests.kinerja.kantor import Kantor, akun, buat_kantor
from tests.peramban.dasar import UjiPeramban

pytestmark = pytest.mark.peramban


class UnggahBuktiTest(UjiPeramban):
    kantor: Kantor

    def setUp(self) -> None:
        super().setUp()
        self.kantor = buat_kantor()
        argumen = [self.kantor.indikator[self.kantor.staf[0].pk].uuid, "tw3-2026"]
        self.alamat = reverse("kinerja:bukti_tambah", args=argumen)
        self.halaman_realisasi = reverse("kinerja:realisasi", args=argumen)

    def pilih(self, page: Any, *nama: str) -> None:
        page.set_input_files(
            "[name=berkas]",
            [
                {
                    "name": satu,
                    "mimeType": "image/png",
                    "buffer": png(warna=nomor) if satu.endswith("png") else b"<svg/>",
                }
                for nomor, satu in enumerate(nama)
            ],
        )
        page.get_by_role("button", name="Unggah bukti").click()

    def test_putus_setelah_tiga_lalu_dilanjutkan(self) -> None:
        nama = [f"foto-{nomor}.png" for nomor in range(5)]
        with self.halaman(akun(self.kantor.staf[0])) as page:
            page.goto(self.alamat)
            dikirim: list[int] = []

            def putus(rute: Any) -> None:
                dikirim.append(1)
                if len(dikirim) == 4:
                    rute.abort()
                else:
                    rute.continue_()

            page.route(f"**{self.alamat}", putus)
            self.pilih(page, *nama)
            page.get_by_text("3 dari 5 berkas diterima. Sambungan terputus").wait_for()
            assert str(KirimanBukti.objects.get()) == "3 dari 5 berkas diterima"
            # The person comes back later and picks all five again.
            page.goto(self.halaman_realisasi)
            page.get_by_text("3 dari 5 berkas diterima").wait_for()
            page.get_by_role("link", name="Tambah bukti").click()
            self.pilih(page, *nama)
            page.wait_for_url(f"**{self.halaman_realisasi}")
            assert page.get_by_text("berkas diterima").count() == 0
        assert sorted(Bukti.objects.values_list("judul", flat=True)) == nama
        assert str(KirimanBukti.objects.get()) == "5 dari 5 berkas diterima"

    def test_berkas_yang_ditolak_disebut_dan_yang_lain_tersimpan(self) -> None:
        with self.halaman(akun(self.kantor.staf[0])) as page:
            page.goto(self.alamat)
            self.pilih(page, "a.png", "b.svg", "c.png")
            page.get_by_text("2 dari 3 berkas diterima. Periksa berkas yang ditolak").wait_for()
            assert page.get_by_text("b.svg: jenis berkas ini tidak diterima").is_visible()
            assert page.url.endswith(self.alamat)
            assert page.evaluate("window.pelanggaran") == []
        assert sorted(Bukti.objects.values_list("judul", flat=True)) == ["a.png", "c.png"]

    def test_tanpa_javascript_semua_sekaligus(self) -> None:
        with self.halaman(akun(self.kantor.staf[0]), skrip=False) as page:
            page.goto(self.alamat)
            self.pilih(page, "a.png", "b.png")
            assert page.get_by_text("2 dari 2 berkas diterima.").is_visible()
        assert Bukti.objects.count() == 2
