from __future__ import annotations

from unittest import mock

from django.db import OperationalError
from django.test import TestCase, override_settings
from django.urls import reverse


class KesehatanTest(TestCase):
    def test_hidup_tanpa_basis_data(self):
        with self.assertNumQueries(0):
            jawaban = self.client.get(reverse("healthz_live"))
        self.assertEqual(jawaban.json(), {"hidup": True})

    @override_settings(SECURE_SSL_REDIRECT=True)
    def test_dijawab_tanpa_https(self):
        self.assertEqual(self.client.get(reverse("healthz_live")).status_code, 200)
        self.assertEqual(self.client.get(reverse("beranda")).status_code, 301)

    def test_siap_bila_migrasi_lengkap(self):
        jawaban = self.client.get(reverse("healthz_ready"))
        self.assertEqual((jawaban.status_code, jawaban.json()), (200, {"siap": True}))

    def test_belum_siap_bila_basis_data_mati(self):
        with mock.patch("rakumpit.kesehatan.MigrationExecutor", side_effect=OperationalError):
            jawaban = self.client.get(reverse("healthz_ready"))
        self.assertEqual(jawaban.status_code, 503)
        self.assertIn("basis data", jawaban.json()["alasan"])
