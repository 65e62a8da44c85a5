"""Names of browsers as their owners know them."""

from __future__ import annotations

from django.test import SimpleTestCase

from rakumpit.organisasi.masuk.peramban import nama_peramban

ANDROID = "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) "


class NamaPerambanTest(SimpleTestCase):
    def test_peramban_dan_perangkat_disebut(self) -> None:
        for user_agent, nama in (
            (f"{ANDROID}Chrome/126.0.0.0 Mobile Safari/537.36", "Chrome di Android"),
            (f"{ANDROID}SamsungBrowser/25.0 Chrome/121.0.0.0 Mobile Safari/537.36", "Peramban Samsung di Android"),
            ("Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/126.0 Safari/537.36 Edg/126.0", "Edge di Windows"),
            ("Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) Version/17.5 Safari/604.1", "Safari di iPhone"),
            ("Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0", "Firefox di Linux"),
        ):
            with self.subTest(nama=nama):
                self.assertEqual(nama_peramban(user_agent), nama)

    def test_yang_tidak_dikenal_tetap_dan_dipotong(self) -> None:
        self.assertEqual(nama_peramban("Telepon Lama"), "Telepon Lama")
        self.assertEqual(nama_peramban("x" * 300), "x" * 80)
        self.assertEqual(nama_peramban(""), "Perangkat tidak dikenal")
