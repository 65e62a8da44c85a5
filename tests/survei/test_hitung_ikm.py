"""The command `hitung_ikm`: its JSON, its table, its exit status."""

import json
from io import StringIO
from pathlib import Path
from typing import Any

from django.core.management import CommandError, call_command
from django.test import SimpleTestCase

DATA = Path(__file__).parents[1] / "data"


def jalankan(*argumen: str) -> str:
    keluaran = StringIO()
    call_command("hitung_ikm", *argumen, stdout=keluaran)
    return keluaran.getvalue()


def hitung(nama: str) -> dict[str, Any]:
    hasil: dict[str, Any] = json.loads(jalankan(str(DATA / nama), "--json"))
    return hasil


class HitungIkmTests(SimpleTestCase):
    """No database is touched."""

    def test_json_pulang_pisau_2020_semester_dua(self) -> None:
        hasil = hitung("skm/pulang-pisau-2020-s2.csv")
        self.assertEqual(list(hasil), ["n", "ikm", "mutu", "unsur", "pembanding_011", "ditolak", "catatan"])
        self.assertEqual((hasil["n"], hasil["ikm"], hasil["mutu"]), (345, "77.33", "B"))
        self.assertEqual(hasil["pembanding_011"], "76.56")
        self.assertEqual(list(hasil["unsur"]), [f"U{i}" for i in range(1, 10)])
        self.assertEqual(hasil["unsur"]["U1"], {"n": 345, "jumlah": 1037, "nrr": "3.0058"})
        self.assertEqual(hasil["ditolak"], [])
        self.assertIn("Kolom yang tidak dikenal diabaikan: year, quarter, stored_total.", hasil["catatan"])

    def test_json_menyebut_setiap_alasan_penolakan(self) -> None:
        hasil = hitung("kasus/C23_skm_nilai_aneh.csv")
        self.assertEqual(hasil["n"], 3)
        self.assertEqual(
            hasil["ditolak"][0],
            {
                "baris": 3,
                "kolom": "U1",
                "alasan": "Nilai 0 tidak ada pada skala 1–4. Kosongkan bila responden tidak menjawab.",
            },
        )
        self.assertEqual(len([t for t in hasil["ditolak"] if t["baris"] == 8]), 5)

    def test_huruf_hanya_dibaca_bila_artinya_dipilih(self) -> None:
        berkas = str(DATA / "kasus" / "C23_skm_nilai_aneh.csv")
        tanpa = hitung("kasus/C23_skm_nilai_aneh.csv")["ditolak"]
        self.assertEqual([t["kolom"] for t in tanpa if t["baris"] == 6], [f"U{i}" for i in range(1, 10)])
        hasil = json.loads(jalankan(berkas, "--json", "--huruf", "sb=4, B=3,KB=2,TB=1"))
        self.assertEqual((hasil["n"], [t for t in hasil["ditolak"] if t["baris"] == 6]), (4, []))
        self.assertEqual(hasil["unsur"]["U6"], {"n": 4, "jumlah": 11, "nrr": "2.7500"})
        for salah in ("SB", "SB=5", "SB=4,SB=3", "4=4", "SB=4,"):
            with self.subTest(salah), self.assertRaises(CommandError) as tangkap:
                jalankan(berkas, "--huruf", salah)
            self.assertEqual(tangkap.exception.returncode, 2)

    def test_berkas_kasus_memberi_satu_ikm_yang_benar(self) -> None:
        for nama, n, ikm, mutu in (
            ("C08_skm_dua_baris_judul.xlsx", 5, "88.06", "B"),
            ("C16_skm_jawaban_kosong.csv", 5, "89.58", "A"),
            ("C17a_skm_semua_empat.csv", 3, "100.00", "A"),
            ("C17b_skm_batas_bobot.csv", 12, "76.62", "B"),
            ("C18_skm_rekap.json", 31, "91.49", "A"),
            ("C19_skm_100_responden.csv", 100, "85.00", "B"),
            ("C24_skm_celah_kategori.csv", 19, "76.61", "B"),
        ):
            with self.subTest(nama):
                hasil = hitung(f"kasus/{nama}")
                self.assertEqual((hasil["n"], hasil["ikm"], hasil["mutu"]), (n, ikm, mutu))

    def test_tabel_memakai_koma_dan_menunjukkan_jumlah_tercetak(self) -> None:
        teks = jalankan(str(DATA / "kasus" / "C08_skm_dua_baris_judul.xlsx"))
        self.assertIn("IKM               : 88,06  mutu B (Baik)", teks)
        self.assertIn("Lembar mencetak IKM 86,03 pada baris 17, berbeda dari hitungan tepat 88,06", teks)
        self.assertEqual(teks.count("IKM               :"), 1)

    def test_tanpa_formulir_yang_dihitung_status_satu_dan_ikm_null(self) -> None:
        with self.subTest("JSON"):
            keluaran = StringIO()
            with self.assertRaises(CommandError) as tangkap:
                call_command("hitung_ikm", str(DATA / "skm" / "semua-ditolak.csv"), "--json", stdout=keluaran)
            self.assertEqual(tangkap.exception.returncode, 1)
            hasil = json.loads(keluaran.getvalue())
            self.assertIsNone(hasil["ikm"])
            self.assertIsNone(hasil["mutu"])
            self.assertEqual(hasil["n"], 0)
            self.assertEqual([t["kolom"] for t in hasil["ditolak"]], ["U1", "U9"])

    def test_berkas_tidak_terbaca_status_dua(self) -> None:
        for nama in ("tidak-ada.csv", "SUMBER.md"):
            with self.subTest(nama), self.assertRaises(CommandError) as tangkap:
                jalankan(str(DATA / nama))
            self.assertEqual(tangkap.exception.returncode, 2)
