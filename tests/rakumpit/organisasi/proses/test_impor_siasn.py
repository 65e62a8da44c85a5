"""Import of the central staff export (SIASN): its columns, its identity number, its dates, and what is not stored."""

from __future__ import annotations

import csv as pembaca
import json
from datetime import date
from pathlib import Path

from django.test import TestCase

from rakumpit.organisasi.berkas_pegawai import BerkasPegawai, baca_berkas
from rakumpit.organisasi.models import ImporPegawai, Pegawai
from rakumpit.organisasi.proses.impor import periksa, simpan, urungkan
from tests import pabrik
from tests.rakumpit.organisasi.proses.test_impor import RAHMAT, SUPARJO, YULIANTI, alasan, csv, galat, jumlah

SIASN = Path(__file__).parents[3] / "data" / "siasn"
JUDUL = "PNS ID;NIP BARU;NAMA;STATUS CPNS PNS;JENIS KELAMIN"


def ekspor() -> BerkasPegawai:
    return baca_berkas((SIASN / "ekspor-rekaan.csv").read_bytes(), "ekspor-rekaan.csv")


class EksporTests(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        pabrik.buat_unit(nama="Seksi Rekaan")

    def test_berkas_uji_memakai_ke_69_kolom_siasn(self) -> None:
        with (SIASN / "kolom.csv").open(encoding="utf-8") as berkas:
            kolom = [baris["column"] for baris in pembaca.DictReader(berkas)]
        isi = (SIASN / "ekspor-rekaan.csv").read_text(encoding="utf-8").splitlines()[0].split(";")
        self.assertEqual((len(kolom), isi), (69, kolom))

    def test_yang_dibaca_dan_yang_ditolak(self) -> None:
        laporan = periksa(berkas=ekspor())
        self.assertEqual(jumlah(laporan), (4, 3, 1, 0, 3, 0, 0))
        # 12/31/1974: there is no thirty-first month, and nothing is guessed.
        self.assertEqual(galat(laporan), [(5, "Tanggal lahir")])
        self.assertIn("digit ke-15 NIP", alasan(laporan, 5))
        self.assertEqual(Pegawai.objects.count(), 0)

    def test_nilai_yang_tersimpan(self) -> None:
        simpan(berkas=ekspor(), oleh=None, lewati_galat=True)
        tersimpan = Pegawai.objects.order_by("siasn_id").values_list(
            "siasn_id", "nama", "status", "golongan", "tanggal_lahir", "penugasan__mulai"
        )
        self.assertEqual(
            list(tersimpan),
            [
                ("REKAAN-0001", "RAHMAT TUNDAN, S.Sos.", "pns", "III/c", date(1985, 8, 17), date(2021, 5, 1)),
                ("REKAAN-0002", "YULIANTI, S.AP.", "cpns", "III/a", date(1990, 2, 3), date(2022, 3, 1)),
                ("REKAAN-0003", "MARKUS", "pppk", "IX", date(1995, 7, 17), date(2022, 3, 1)),
            ],
        )

    def test_impor_kedua_tidak_mengubah_apa_pun(self) -> None:
        simpan(berkas=ekspor(), oleh=None, lewati_galat=True)
        kedua = simpan(berkas=ekspor(), oleh=None, lewati_galat=True)
        self.assertEqual(jumlah(kedua), (4, 3, 1, 0, 0, 0, 3))
        self.assertEqual(ImporPegawai.objects.count(), 1)

    def test_data_pribadi_disebut_dan_tidak_ikut(self) -> None:
        berkas = ekspor()
        pesan = [satu.alasan for satu in berkas.temuan]
        self.assertTrue(any("data pribadi tidak disimpan" in satu and "NIK" in satu for satu in pesan))
        self.assertIn("Kolom «JENIS KELAMIN» hanya dicocokkan dengan NIP dan tidak disimpan.", pesan)
        self.assertLess(len(pesan), 6)
        tertulis = json.dumps(berkas.ke_json())
        for rahasia in ("0000000000000000", "080000000000", "Jalan Rekaan", "rekaan@contoh"):
            self.assertNotIn(rahasia, tertulis)


class PnsIdTests(TestCase):
    def test_dicocokkan_dengan_nip_lalu_diingat(self) -> None:
        pegawai = pabrik.buat_pegawai(pengguna=pabrik.buat_pengguna(nip=RAHMAT), nama="Rahmat")
        laporan = simpan(berkas=csv(JUDUL, f"A-000001;{RAHMAT};Rahmat;P;M"), oleh=None)
        self.assertEqual(jumlah(laporan), (1, 1, 0, 0, 0, 1, 0))
        pegawai.refresh_from_db()
        self.assertEqual(pegawai.siasn_id, "A-000001")

    def test_pns_id_mendahului_nip_dan_nip_akun_tidak_diubah(self) -> None:
        pegawai = pabrik.buat_pegawai(
            pengguna=pabrik.buat_pengguna(nip=RAHMAT), nama="Rahmat", siasn_id="a-000001", golongan="III/a"
        )
        laporan = simpan(berkas=csv(f"{JUDUL};GOL AKHIR NAMA", f"A-000001;{YULIANTI};Rahmat;P;F;III/b"), oleh=None)
        self.assertEqual(jumlah(laporan), (1, 1, 0, 0, 0, 1, 0))
        self.assertIn("Tidak diubah; ganti NIP", alasan(laporan, 2))
        pegawai.refresh_from_db()
        self.assertEqual((pegawai.golongan, pegawai.nip), ("III/b", RAHMAT))

    def test_pns_id_dan_nip_dua_orang_ditolak(self) -> None:
        pabrik.buat_pegawai(pengguna=pabrik.buat_pengguna(nip=RAHMAT), nama="Rahmat", siasn_id="A-000001")
        pabrik.buat_pegawai(pengguna=pabrik.buat_pengguna(nip=SUPARJO), nama="Suparjo", siasn_id="A-000002")
        lain = csv(JUDUL, f"A-000001;{SUPARJO};Rahmat;P;M", f"A-000009;{RAHMAT};Rahmat;P;M")
        laporan = simpan(berkas=lain, oleh=None, lewati_galat=True)
        self.assertEqual(galat(laporan), [(2, "NIP"), (3, "PNS ID")])
        self.assertEqual(set(Pegawai.objects.values_list("siasn_id", flat=True)), {"A-000001", "A-000002"})

    def test_pns_id_ganda_dalam_berkas_dan_bentuk_yang_mustahil(self) -> None:
        laporan = periksa(
            berkas=csv(JUDUL, f"A-000001;{RAHMAT};Rahmat;P;M", f"A-000001;{SUPARJO};Suparjo;P;M", f"#;{YULIANTI};Y;P;F")
        )
        self.assertEqual(galat(laporan), [(3, "PNS ID"), (4, "PNS ID")])
        self.assertIn("baris 2", alasan(laporan, 3))

    def test_impor_diurungkan_dengan_pns_idnya(self) -> None:
        pegawai = pabrik.buat_pegawai(pengguna=pabrik.buat_pengguna(nip=RAHMAT), nama="Rahmat", status="pns")
        simpan(berkas=csv(JUDUL, f"A-000001;{RAHMAT};Rahmat;P;M"), oleh=None)
        urungkan(impor=ImporPegawai.objects.get(), oleh=None)
        pegawai.refresh_from_db()
        self.assertIsNone(pegawai.siasn_id)

    def test_jejak_lama_tanpa_pns_id_masih_dapat_diurungkan(self) -> None:
        simpan(berkas=csv("NIP;Nama;Status", f"{RAHMAT};Rahmat;PNS"), oleh=None)
        impor = ImporPegawai.objects.get()
        for langkah in impor.jejak:
            langkah["sesudah"].pop("siasn_id", None)
        impor.save()
        urungkan(impor=impor, oleh=None)
        self.assertEqual(Pegawai.objects.count(), 0)
