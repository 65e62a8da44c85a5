"""The public page: what it shows, what it never shows, and that it tells nothing to those who guess."""

from __future__ import annotations

from unittest import mock

from django.test import TestCase
from django.urls import reverse

from rakumpit.dokumen import views
from rakumpit.dokumen.kode import buat_kode
from rakumpit.dokumen.models import Dokumen
from rakumpit.dokumen.proses import batalkan
from tests import pabrik


class VerifikasiTests(TestCase):
    dokumen: Dokumen

    @classmethod
    def setUpTestData(cls) -> None:
        cls.dokumen = pabrik.buat_dokumen(
            judul="SKP <i>Jum'at</i>", fakta=[["Nama", "Siti Ma'rifah <b>Nur’aini</b>, S.Kom."], ["Periode", ""]]
        )

    def test_dokumen_sah_menampilkan_fakta_yang_dicatat(self) -> None:
        jawaban = self.client.get(self.dokumen.get_absolute_url())
        self.assertContains(jawaban, "<h1>Dokumen ini sah</h1>", html=True)
        self.assertContains(jawaban, "Siti Ma&#x27;rifah &lt;b&gt;Nur’aini&lt;/b&gt;, S.Kom.")
        self.assertContains(jawaban, "<dd>Belum ada data</dd>", html=True)
        self.assertContains(jawaban, self.dokumen.kode_tampil)

    def test_halaman_tidak_disimpan_tidak_diindeks_dan_tanpa_kuki(self) -> None:
        for alamat in (self.dokumen.get_absolute_url(), reverse("dokumen:periksa"), f"/dokumen/{buat_kode()}/"):
            jawaban = self.client.get(alamat)
            self.assertEqual(jawaban["Cache-Control"], "no-store")
            self.assertIn("noindex", jawaban["X-Robots-Tag"])
            self.assertEqual(jawaban["Referrer-Policy"], "no-referrer")
            self.assertEqual(len(jawaban.cookies), 0)

    def test_kode_ketikan_menuju_halaman_dokumen(self) -> None:
        for ketikan in (self.dokumen.kode_tampil.lower(), f"  {self.dokumen.kode} "):
            jawaban = self.client.get(reverse("dokumen:periksa"), {"kode": ketikan})
            self.assertRedirects(jawaban, self.dokumen.get_absolute_url())
        self.assertContains(self.client.get(f"/dokumen/{self.dokumen.kode_tampil.lower()}/"), "Dokumen ini sah")

    def test_ketikan_yang_bukan_kode_dijelaskan_dan_tidak_hilang(self) -> None:
        for ketikan, pesan in (
            ("7K3M-ACDE", "Yang terbaca 8."),
            ("7K3M-ACDE-9XYW-H4RT-PQ2I", "tidak dipakai"),
            ("", "Ketik kode verifikasi"),
        ):
            jawaban = self.client.get(reverse("dokumen:periksa"), {"kode": ketikan})
            self.assertContains(jawaban, pesan)
            self.assertContains(jawaban, f'value="{ketikan}"')
        self.assertContains(self.client.get(reverse("dokumen:periksa"), {"kode": '"><b>'}), "&quot;&gt;&lt;b&gt;")

    def test_kode_tak_dikenal_dan_teks_sembarang_dijawab_sama(self) -> None:
        for kode in (buat_kode(), "x", "7K3M-ACDE", "..%2f", "é" * 300, "a\x00b"):
            with self.subTest(kode), self.assertNumQueries(self._kueri()):
                jawaban = self.client.get(reverse("dokumen:lihat", args=[kode]))
                self.assertContains(jawaban, "Dokumen tidak ditemukan", status_code=404)

    def _kueri(self) -> int:
        """Statements for a code that exists: a guess must cost the same."""
        from django.db import connection
        from django.test.utils import CaptureQueriesContext

        self.client.get(self.dokumen.get_absolute_url())
        with CaptureQueriesContext(connection) as tercatat:
            self.client.get(self.dokumen.get_absolute_url())
        return len(tercatat)

    def test_yang_digantikan_menyebut_tanggal_tetapi_tidak_kode_penggantinya(self) -> None:
        baru = pabrik.buat_dokumen()
        Dokumen.objects.filter(pk=self.dokumen.pk).update(digantikan_oleh=baru)
        jawaban = self.client.get(self.dokumen.get_absolute_url())
        self.assertContains(jawaban, "<h1>Dokumen ini sudah digantikan</h1>", html=True)
        for rahasia in (baru.kode, baru.kode_tampil, str(baru.uuid)):
            self.assertNotContains(jawaban, rahasia)

    def test_yang_dibatalkan_tidak_menyebut_alasannya(self) -> None:
        batalkan(dokumen=self.dokumen, oleh=None, alasan="alasan-rahasia-41")
        jawaban = self.client.get(self.dokumen.get_absolute_url())
        self.assertContains(jawaban, "<h1>Dokumen ini dibatalkan</h1>", html=True)
        self.assertNotContains(jawaban, "alasan-rahasia-41")

    def test_terlalu_sering_ditolak_sebelum_basis_data_dokumen_ditanya(self) -> None:
        with mock.patch.dict(views.BATAS, {"lihat": "2/5m/ip"}):
            kode = [self.client.get(self.dokumen.get_absolute_url()).status_code for _ in range(3)]
            jawaban = self.client.get(f"/dokumen/{buat_kode()}/")
        self.assertEqual(kode, [200, 200, 429])
        self.assertEqual((jawaban.status_code, jawaban["Retry-After"]), (429, "300"))
        self.assertNotContains(jawaban, "Ma&#x27;rifah", status_code=429)
