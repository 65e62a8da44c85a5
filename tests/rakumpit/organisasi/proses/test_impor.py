"""Import of staff against the database: every case file, twice, undone, and with faults."""

from __future__ import annotations

import io
import json
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.management import CommandError, call_command
from django.test import TestCase

from rakumpit.audit.models import CatatanAudit
from rakumpit.organisasi.berkas_pegawai import BerkasPegawai, baca_berkas, templat
from rakumpit.organisasi.enums import StatusPegawai
from rakumpit.organisasi.models import ImporPegawai, Jabatan, Pegawai, Pengguna, Penugasan
from rakumpit.organisasi.proses.impor import impor_terakhir, isi_status_menurut_nip, periksa, simpan, urungkan
from rakumpit.organisasi.proses.kode import buat_kode
from tests.pabrik import buat_jabatan, buat_pegawai, buat_pengguna, buat_unit, tugaskan

KASUS = Path(__file__).parents[3] / "data" / "kasus"
RAHMAT = "198508172010011901"
YULIANTI = "199002032015022904"
SUPARJO = "197401012007011902"
MARKUS = "199507172022211906"


def kasus(nama: str) -> BerkasPegawai:
    return baca_berkas((KASUS / nama).read_bytes(), nama)


def csv(*baris: str) -> BerkasPegawai:
    return baca_berkas("\n".join(baris).encode(), "daftar.csv")


def jumlah(laporan: Any) -> tuple[int, ...]:
    """dibaca, diterima, ditolak, dilewati, baru, diperbarui, tetap."""
    isi = laporan.ke_json()
    assert isi["dibaca"] == isi["diterima"] + isi["ditolak"] + isi["dilewati"]
    assert isi["diterima"] == isi["baru"] + isi["diperbarui"] + isi["tetap"]
    return tuple(isi[n] for n in ("dibaca", "diterima", "ditolak", "dilewati", "baru", "diperbarui", "tetap"))


def galat(laporan: Any) -> list[tuple[int, str]]:
    return [(t.baris, t.kolom) for t in laporan.baris if t.tingkat == "galat"]


def alasan(laporan: Any, baris: int) -> str:
    return " | ".join(t.alasan for t in laporan.baris if t.baris == baris)


class KasusTest(TestCase):
    """The case files: what is accepted, refused, warned about and stored."""

    def test_c01_hanya_nip_yang_utuh_diterima(self) -> None:
        laporan = simpan(berkas=kasus("C01_nip_angka.xlsx"), oleh=None, lewati_galat=True)
        self.assertEqual(jumlah(laporan), (5, 2, 3, 0, 2, 0, 0))
        self.assertEqual(galat(laporan), [(3, "NIP"), (4, "NIP"), (6, "NIP")])
        for baris in (3, 4, 6):
            self.assertIn(f"Sel B{baris}", alasan(laporan, baris))
            self.assertIn("Teks", alasan(laporan, baris))
        self.assertEqual(set(Pengguna.objects.values_list("nip", flat=True)), {RAHMAT, SUPARJO})

    def test_c02_semua_bentuk_nip_jadi_delapan_belas_angka(self) -> None:
        berkas = kasus("C02_nip_bentuk.csv")
        self.assertEqual(jumlah(simpan(berkas=berkas, oleh=None)), (5, 5, 0, 0, 5, 0, 0))
        self.assertEqual(
            set(Pengguna.objects.values_list("nip", flat=True)),
            {RAHMAT, SUPARJO, "197811252006042903", YULIANTI, "198803212011011905"},
        )
        self.assertEqual(jumlah(simpan(berkas=berkas, oleh=None)), (5, 5, 0, 0, 0, 0, 5))
        self.assertEqual(Pegawai.objects.count(), 5)

    def test_c04_tanpa_nip_tetap_empat_orang_dan_nip_ganda_dilaporkan(self) -> None:
        berkas = kasus("C04_tanpa_nip.csv")
        laporan = simpan(berkas=berkas, oleh=None, lewati_galat=True)
        self.assertEqual(jumlah(laporan), (7, 6, 1, 0, 6, 0, 0))
        self.assertEqual(galat(laporan), [(8, "NIP")])
        self.assertIn("baris 7", alasan(laporan, 8))
        self.assertEqual(Pegawai.objects.filter(pengguna__isnull=True).count(), 4)
        self.assertEqual(Pegawai.objects.filter(nama="SITI").count(), 2)
        self.assertEqual(
            set(Pegawai.objects.filter(pengguna__isnull=True).values_list("status", flat=True)), {"non_asn"}
        )
        kedua = simpan(berkas=berkas, oleh=None, lewati_galat=True)
        self.assertEqual(jumlah(kedua), (7, 6, 1, 0, 0, 0, 6))
        self.assertIn("dicocokkan", alasan(kedua, 3))

    def test_c05_tanggal_serial_dan_teks(self) -> None:
        simpan(berkas=kasus("C05_tanggal_serial.xlsx"), oleh=None)
        lahir = dict(Pegawai.objects.values_list("pengguna__nip", "tanggal_lahir"))
        self.assertEqual(
            lahir,
            {
                RAHMAT: date(1985, 8, 17),
                YULIANTI: date(1990, 2, 3),
                MARKUS: date(1995, 7, 17),
                SUPARJO: date(1974, 1, 1),
            },
        )
        tmt = {b.nip: b.tmt for b in kasus("C05_tanggal_serial.xlsx").baris}
        self.assertEqual(
            tmt, {RAHMAT: date(2021, 5, 1), YULIANTI: None, MARKUS: date(2022, 3, 1), SUPARJO: date(2019, 4, 1)}
        )

    def test_c06_tanggal_kosong_tidak_pernah_hari_ini(self) -> None:
        berkas = kasus("C06_tanggal_kosong.csv")
        self.assertEqual([b.tmt for b in berkas.baris], [date(2021, 5, 1), None, None])
        self.assertEqual(jumlah(simpan(berkas=berkas, oleh=None)), (3, 3, 0, 0, 3, 0, 0))

    def test_c09_judul_kolom_bebas_huruf_dan_baris_kosong_dilewati(self) -> None:
        berkas = kasus("C09_judul_kolom.csv")
        laporan = simpan(berkas=berkas, oleh=None)
        self.assertEqual(jumlah(laporan), (5, 3, 0, 2, 3, 0, 0))
        self.assertEqual(alasan(laporan, 4), "Baris kosong, dilewati.")
        self.assertEqual(
            laporan.kolom,
            (
                ("NAMA", "Nama"),
                ("NIP", "NIP"),
                ("PANGKAT", "Pangkat"),
                ("JABATAN", "Jabatan"),
                ("Sub Jabatan", "Penempatan"),
            ),
        )
        self.assertEqual(sorted(Pegawai.objects.values_list("golongan", flat=True)), ["II/c", "III/b", "III/c"])

    def test_c12_ragam_tulisan_pangkat_satu_golongan(self) -> None:
        berkas = kasus("C12_pangkat_ragam.csv")
        for baris in berkas.baris:
            buat_pegawai(pengguna=buat_pengguna(nip=baris.nip))
        laporan = simpan(berkas=berkas, oleh=None, lewati_galat=True)
        self.assertEqual(jumlah(laporan), (11, 10, 1, 0, 0, 10, 0))
        self.assertEqual(galat(laporan), [(12, "Pangkat")])
        self.assertIn("V/a", alasan(laporan, 12))
        self.assertIn("tidak cocok", alasan(laporan, 11))
        self.assertEqual(Pegawai.objects.filter(golongan="III/b").count(), 9)
        self.assertEqual(Pegawai.objects.get(golongan="IX").nip, MARKUS)

    def test_c12_tanpa_nama_tidak_membuat_orang(self) -> None:
        laporan = simpan(berkas=kasus("C12_pangkat_ragam.csv"), oleh=None, lewati_galat=True)
        self.assertEqual(jumlah(laporan), (11, 0, 11, 0, 0, 0, 0))
        self.assertEqual(Pengguna.objects.count(), 0)

    def test_c13_nama_dan_pencarian(self) -> None:
        simpan(berkas=kasus("C13_nama_gelar.csv"), oleh=None)
        nama = list(Pegawai.objects.order_by("nama_urut").values_list("nama", flat=True))
        self.assertIn("Drs. H. Rahmat Tundan, M.Si.", nama)
        self.assertIn("SUPARJO", nama)
        self.assertIn("Linda Mariati, S.Pd", nama)
        self.assertLess(nama.index("dr. Dewi Lestari Anum, Sp.A"), nama.index("Drs. H. Rahmat Tundan, M.Si."))
        for teks in ("marifah", "ma'rifah", "ma’rifah"):
            hasil = [p.nama for p in Pegawai.objects.cari(teks)]
            self.assertEqual(hasil, ["Siti Ma'rifah Nur’aini, S.Sos., M.A.P."])
        self.assertEqual(Pegawai.objects.cari("ani kalis").count(), 1)
        for teks in ("%", "_", "100%"):
            self.assertNotIn("SUPARJO", [p.nama for p in Pegawai.objects.cari(teks) if teks.strip("%_ ")])

    def test_c15_pangkat_dan_golongan_tertukar(self) -> None:
        laporan = simpan(berkas=kasus("C15_pangkat_tertukar.csv"), oleh=None)
        self.assertEqual(jumlah(laporan), (3, 3, 0, 0, 3, 0, 0))
        golongan = dict(Pegawai.objects.values_list("pengguna__nip", "golongan"))
        self.assertEqual(golongan, {RAHMAT: "III/c", YULIANTI: "III/b", SUPARJO: "III/d"})
        self.assertIn("tertukar", alasan(laporan, 2))
        self.assertEqual(alasan(laporan, 3), "")
        self.assertIn("belum lengkap", alasan(laporan, 4))

    def test_c43_unit_tak_dikenal_ditolak_dan_nama_apa_adanya(self) -> None:
        buat_unit(nama="Sekretariat")
        laporan = simpan(berkas=kasus("C43_impor_nama_skrip.csv"), oleh=None, lewati_galat=True)
        self.assertEqual(jumlah(laporan), (3, 2, 1, 0, 2, 0, 0))
        self.assertIn("<b>Seksi</b>", alasan(laporan, 3))
        self.assertTrue(Pegawai.objects.filter(nama="<img src=x onerror=alert(1)>").exists())
        self.assertTrue(Pegawai.objects.filter(nama="Yulianti {{7*7}} {% debug %}").exists())

    def test_c65_atasan_sendiri_dan_tak_dikenal_ditolak(self) -> None:
        laporan = simpan(berkas=kasus("C65_atasan_sendiri.csv"), oleh=None, lewati_galat=True)
        self.assertEqual(jumlah(laporan), (4, 2, 2, 0, 2, 0, 0))
        self.assertEqual(galat(laporan), [(3, "Atasan"), (4, "Atasan")])
        self.assertIn("dirinya sendiri", alasan(laporan, 3))
        self.assertIn("tidak ditemukan", alasan(laporan, 4))
        self.assertEqual(set(Pegawai.objects.values_list("nama", flat=True)), {"Ruslan (camat)", "Yulianti"})

    def test_atasan_dengan_nip_sah_tetapi_tak_dikenal(self) -> None:
        laporan = periksa(berkas=csv("nip,nama,nip_atasan", f"{RAHMAT},Rahmat,{SUPARJO}"))
        self.assertEqual(galat(laporan), [(2, "Atasan")])

    def test_c95_dua_baris_salah_dilaporkan_bersama_dan_yang_lama_tetap(self) -> None:
        lama = buat_pegawai(nama="Rahmat Lama", pengguna=buat_pengguna(nip=RAHMAT, nama="Rahmat Lama"))
        berkas = csv(
            "nip,nama,tanggal_lahir",
            f"{RAHMAT},Rahmat Baru,",
            f"{SUPARJO},Suparjo,delapan puluh",
            "199999999999999999,X,",
        )
        laporan = simpan(berkas=berkas, oleh=None)
        self.assertEqual(galat(laporan), [(3, "Tanggal lahir"), (4, "NIP")])
        self.assertFalse(laporan.tersimpan)
        lama.refresh_from_db()
        self.assertEqual(lama.nama, "Rahmat Lama")
        self.assertEqual(Pegawai.objects.count(), 1)
        self.assertEqual(ImporPegawai.objects.count(), 0)

    def test_c95_berkas_bukan_daftar_pegawai_tidak_menyimpan_apa_pun(self) -> None:
        laporan = simpan(berkas=kasus("C95_impor_ulang.csv"), oleh=None, lewati_galat=True)
        self.assertEqual(jumlah(laporan), (3, 0, 3, 0, 0, 0, 0))
        self.assertEqual(Pegawai.objects.count(), 0)

    def test_c104_yang_kosong_tetap_kosong_dan_impor_ulang_tidak_menambah(self) -> None:
        berkas = kasus("C104_kolom_kosong.json")
        self.assertEqual(jumlah(simpan(berkas=berkas, oleh=None)), (2, 2, 0, 0, 2, 0, 0))
        self.assertEqual(list(Pegawai.objects.values_list("status", flat=True)), ["", ""])
        self.assertEqual(list(Pengguna.objects.values_list("nip", flat=True)), [RAHMAT])
        laporan = simpan(berkas=berkas, oleh=None)
        self.assertEqual(jumlah(laporan), (2, 2, 0, 0, 0, 0, 2))
        self.assertIn("dicocokkan", alasan(laporan, 2))
        self.assertEqual(Pegawai.objects.count(), 2)

    def test_c105_berkas_siasn(self) -> None:
        berkas = kasus("C105_data_utama.xlsx")
        laporan = simpan(berkas=berkas, oleh=None)
        self.assertEqual(jumlah(laporan), (3, 3, 0, 0, 3, 0, 0))
        isi = {
            p.nip: (p.nama, p.status, p.golongan, p.tanggal_lahir) for p in Pegawai.objects.select_related("pengguna")
        }
        self.assertEqual(
            isi,
            {
                RAHMAT: ("Drs. RAHMAT TUNDAN, M.Si.", "pns", "III/c", date(1985, 8, 17)),
                "199109092016022924": (
                    "SITI MA'RIFAH NUR'AINI, S.Sos., M.A.P.",
                    "pns",
                    "III/b",
                    date(1991, 9, 9),
                ),
                MARKUS: ("MARKUS, A.Md.Kom.", "pppk", "VII", date(1995, 7, 17)),
            },
        )
        self.assertIn("8ae4", alasan(laporan, 2))
        tersimpan = json.dumps(berkas.ke_json())
        for satu in berkas.baris:
            # The PNS ID is kept; its zeros are not those of the NPWP.
            tersimpan = tersimpan.replace(satu.siasn_id, "")
        for pribadi in ("6271000000000001", "081234500001", "Jl. Contoh 1", "rahmat@contoh.invalid", "000000000000000"):
            self.assertNotIn(pribadi, tersimpan)

    def test_c115_kolom_sandi_menolak_seluruh_berkas_tanpa_menyalinnya(self) -> None:
        berkas = csv("nip,nama,PASSWORD", f"{RAHMAT},Rahmat,rahasia-sekali")
        laporan = simpan(berkas=berkas, oleh=None, lewati_galat=True)
        self.assertEqual(jumlah(laporan), (1, 0, 1, 0, 0, 0, 0))
        self.assertEqual(galat(laporan), [(1, "PASSWORD")])
        self.assertNotIn("rahasia-sekali", json.dumps([laporan.ke_json(), berkas.ke_json()]))
        self.assertEqual(Pengguna.objects.count(), 0)

    def test_templat_sendiri_lolos_impor_sendiri(self) -> None:
        berkas = baca_berkas(templat(), "templat.xlsx")
        buat_unit(nama=berkas.baris[0].unit or "Sekretariat")
        laporan = simpan(berkas=berkas, oleh=None)
        self.assertEqual(galat(laporan), [])
        self.assertEqual(jumlah(laporan), (1, 1, 0, 0, 1, 0, 0))


class PenempatanTest(TestCase):
    def setUp(self) -> None:
        self.unit = buat_unit(nama="Seksi Pelayanan Umum")
        self.judul = "nip,nama,status,jabatan,unit kerja,tmt"

    def test_jabatan_kosong_dipakai_dan_kursi_baru_dibuat_bila_penuh(self) -> None:
        kursi = buat_jabatan(self.unit, nama="Pengolah Data")
        berkas = csv(
            self.judul,
            f"{RAHMAT},Rahmat,PNS,pengolah data,SEKSI PELAYANAN UMUM,01-05-2021",
            f"{YULIANTI},Yulianti,PNS,Pengolah Data,Pelayanan Umum,01-05-2022",
        )
        laporan = simpan(berkas=berkas, oleh=None)
        self.assertEqual(jumlah(laporan), (2, 2, 0, 0, 2, 0, 0))
        self.assertIn("dibaca sebagai", alasan(laporan, 3))
        self.assertEqual(
            list(Jabatan.objects.order_by("urut").values_list("nama", "urut")),
            [("Pengolah Data", 1), ("Pengolah Data", 2)],
        )
        satu = Penugasan.objects.get(pegawai__pengguna__nip=RAHMAT)
        self.assertEqual((satu.jabatan, satu.mulai), (kursi, date(2021, 5, 1)))
        self.assertEqual(jumlah(simpan(berkas=berkas, oleh=None)), (2, 2, 0, 0, 0, 0, 2))
        self.assertEqual(Penugasan.objects.count(), 2)

    def test_tanpa_tmt_tidak_ditempatkan_kecuali_tanggal_dipilih(self) -> None:
        berkas = csv(self.judul, f"{RAHMAT},Rahmat,PNS,Pengolah Data,Seksi Pelayanan Umum,")
        laporan = simpan(berkas=berkas, oleh=None)
        self.assertIn("TMT jabatan kosong", alasan(laporan, 2))
        self.assertEqual(Penugasan.objects.count(), 0)
        self.assertEqual(Pegawai.objects.get().catatan, "Impor: Pengolah Data; Seksi Pelayanan Umum")
        simpan(berkas=berkas, oleh=None, mulai_bawaan=date(2026, 1, 1))
        self.assertEqual(Penugasan.objects.get().mulai, date(2026, 1, 1))

    def test_pemimpin_kedua_ditolak(self) -> None:
        lurah = buat_jabatan(self.unit, nama="Kepala Seksi", memimpin=True)
        tugaskan(buat_pegawai(nama="Tiara"), lurah)
        berkas = csv(self.judul, f"{RAHMAT},Rahmat,PNS,Kepala Seksi,Seksi Pelayanan Umum,01-05-2021")
        laporan = periksa(berkas=berkas)
        self.assertEqual(galat(laporan), [(2, "Jabatan")])
        self.assertIn("Tiara", alasan(laporan, 2))

    def test_jabatan_lain_tidak_memindahkan_diam_diam(self) -> None:
        pegawai = buat_pegawai(self.unit, pengguna=buat_pengguna(nip=RAHMAT, nama="Rahmat"), nama="Rahmat")
        berkas = csv(self.judul, f"{RAHMAT},Rahmat,PNS,Pengolah Data,Seksi Pelayanan Umum,01-05-2025")
        laporan = simpan(berkas=berkas, oleh=None)
        self.assertEqual(jumlah(laporan), (1, 1, 0, 0, 0, 0, 1))
        self.assertIn("Mutasi", alasan(laporan, 2))
        self.assertEqual(Penugasan.objects.filter(pegawai=pegawai).count(), 1)

    def test_unit_mirip_disebut(self) -> None:
        berkas = csv(self.judul, f"{RAHMAT},Rahmat,PNS,Pengolah Data,Seksi Pelayanan Umun,01-05-2021")
        laporan = periksa(berkas=berkas)
        self.assertEqual(galat(laporan), [(2, "Unit kerja")])
        self.assertIn("Seksi Pelayanan Umum", alasan(laporan, 2))


class SimpanDanUrungkanTest(TestCase):
    def setUp(self) -> None:
        self.pengelola = buat_pengguna(nama="Gerson", pengelola=True)
        self.unit = buat_unit(nama="Sekretariat")
        self.berkas = csv(
            "nip,nama,status,jabatan,unit,tmt",
            f"{RAHMAT},Rahmat,PNS,Analis,Sekretariat,01-05-2021",
            f"{SUPARJO},Suparjo,PNS,Pengemudi,Sekretariat,01-05-2021",
        )

    def _keadaan(self) -> tuple[Any, ...]:
        return (
            list(Pengguna.objects.order_by("pk").values()),
            list(Pegawai.objects.order_by("pk").values()),
            list(Jabatan.objects.order_by("pk").values()),
            list(Penugasan.objects.order_by("pk").values()),
        )

    def test_pemeriksaan_tidak_menyimpan_apa_pun_dan_sama_dengan_simpan(self) -> None:
        semula = self._keadaan()
        laporan = periksa(berkas=self.berkas)
        self.assertEqual(self._keadaan(), semula)
        self.assertFalse(laporan.tersimpan)
        self.assertEqual(CatatanAudit.objects.count(), 0)
        self.assertEqual(simpan(berkas=self.berkas, oleh=self.pengelola).ke_json(), laporan.ke_json())

    def test_akun_baru_belum_bersandi_dan_wajib_menggantinya(self) -> None:
        simpan(berkas=self.berkas, oleh=self.pengelola)
        akun = Pengguna.objects.get(nip=RAHMAT)
        self.assertFalse(akun.has_usable_password())
        self.assertTrue(akun.wajib_ganti_sandi)
        self.assertEqual(akun.pegawai.nama, "Rahmat")
        self.assertFalse(akun.pengelola or akun.admin_teknis or akun.pemeriksa)

    def test_satu_catatan_audit_tanpa_nip(self) -> None:
        simpan(berkas=self.berkas, oleh=self.pengelola)
        catatan = CatatanAudit.objects.get()
        self.assertEqual((catatan.aksi, catatan.pelaku), ("organisasi.pegawai.impor", self.pengelola))
        self.assertNotIn(RAHMAT, json.dumps(catatan.nilai.sesudah))

    def test_bukan_pengelola_ditolak(self) -> None:
        with self.assertRaises(PermissionDenied):
            simpan(berkas=self.berkas, oleh=buat_pengguna(admin_teknis=True))
        self.assertEqual(Pegawai.objects.count(), 0)

    def test_urungkan_mengembalikan_keadaan_semula(self) -> None:
        lama = buat_pegawai(nama="Rahmat Lama", pengguna=buat_pengguna(nip=RAHMAT, nama="Rahmat Lama"))
        semula = self._keadaan()
        simpan(berkas=self.berkas, oleh=self.pengelola)
        lama.refresh_from_db()
        self.assertEqual(lama.nama, "Rahmat")
        impor = impor_terakhir()
        assert impor is not None
        urungkan(impor=impor, oleh=self.pengelola)
        self.assertEqual(self._keadaan(), semula)
        self.assertIsNone(impor_terakhir())
        with self.assertRaisesMessage(ValidationError, "sudah diurungkan"):
            urungkan(impor=impor, oleh=self.pengelola)

    def test_urungkan_ditolak_bila_sesuatu_sudah_dibangun_di_atasnya(self) -> None:
        simpan(berkas=self.berkas, oleh=self.pengelola)
        impor = impor_terakhir()
        assert impor is not None
        buat_kode(untuk=Pengguna.objects.get(nip=RAHMAT), oleh=self.pengelola)
        keadaan = self._keadaan()
        with self.assertRaisesMessage(ValidationError, "sudah dipakai"):
            urungkan(impor=impor, oleh=self.pengelola)
        self.assertEqual(self._keadaan(), keadaan)

    def test_urungkan_ditolak_bila_barisnya_sudah_diubah(self) -> None:
        simpan(berkas=self.berkas, oleh=self.pengelola)
        impor = impor_terakhir()
        assert impor is not None
        pegawai = Pegawai.objects.get(nama="Suparjo")
        pegawai.golongan = "II/c"
        pegawai.save()
        with self.assertRaisesMessage(ValidationError, "sudah diubah"):
            urungkan(impor=impor, oleh=self.pengelola)

    def test_hanya_impor_terakhir(self) -> None:
        simpan(berkas=self.berkas, oleh=self.pengelola)
        pertama = impor_terakhir()
        assert pertama is not None
        simpan(berkas=csv("nip,nama", f"{YULIANTI},Yulianti"), oleh=self.pengelola)
        with self.assertRaisesMessage(ValidationError, "impor terakhir"):
            urungkan(impor=pertama, oleh=self.pengelola)

    def test_impor_tanpa_perubahan_tidak_menghalangi_urungkan(self) -> None:
        simpan(berkas=self.berkas, oleh=self.pengelola)
        simpan(berkas=self.berkas, oleh=self.pengelola)
        self.assertEqual(ImporPegawai.objects.count(), 1)

    def test_status_diisi_menurut_nip_atas_keputusan_pengelola(self) -> None:
        simpan(berkas=csv("nip,nama", f"{RAHMAT},Rahmat", f"{MARKUS},Markus"), oleh=self.pengelola)
        isi_status_menurut_nip(pegawai_pk=list(Pegawai.objects.values_list("pk", flat=True)), oleh=self.pengelola)
        self.assertEqual(
            dict(Pegawai.objects.values_list("nama", "status")),
            {"Rahmat": StatusPegawai.PNS.value, "Markus": StatusPegawai.PPPK.value},
        )


class PerintahTest(TestCase):
    def _jalankan(self, *arg: object) -> str:
        keluaran = io.StringIO()
        call_command("impor_pegawai", *arg, stdout=keluaran)
        return keluaran.getvalue()

    def test_json_memuat_hitungan_dan_baris(self) -> None:
        isi = json.loads(self._jalankan(KASUS / "C65_atasan_sendiri.csv", "--json"))
        self.assertEqual(
            list(isi), ["dibaca", "diterima", "ditolak", "dilewati", "baru", "diperbarui", "tetap", "baris"]
        )
        self.assertEqual((isi["dibaca"], isi["diterima"], isi["ditolak"]), (4, 2, 2))
        salah = [b for b in isi["baris"] if b["tingkat"] == "galat"]
        self.assertEqual([set(b) for b in salah], [{"baris", "kolom", "tingkat", "alasan"}] * 2)
        self.assertEqual(Pegawai.objects.count(), 0)

    def test_simpan_menolak_selama_ada_galat(self) -> None:
        with self.assertRaises(CommandError) as galat:
            self._jalankan(KASUS / "C65_atasan_sendiri.csv", "--simpan")
        self.assertEqual(galat.exception.returncode, 1)
        self.assertEqual(Pegawai.objects.count(), 0)
        self._jalankan(KASUS / "C65_atasan_sendiri.csv", "--simpan", "--lewati-galat")
        self.assertEqual(Pegawai.objects.count(), 2)

    def test_urungkan(self) -> None:
        self._jalankan(KASUS / "C02_nip_bentuk.csv", "--simpan")
        self.assertIn("diurungkan", self._jalankan("--urungkan"))
        self.assertEqual(Pengguna.objects.count(), 0)
        with self.assertRaisesMessage(CommandError, "Tidak ada impor"):
            self._jalankan("--urungkan")

    def test_berkas_yang_bukan_lembar(self) -> None:
        with self.assertRaisesMessage(CommandError, "tidak ditemukan") as galat:
            self._jalankan(KASUS / "C85_cari.txt")
        self.assertEqual(galat.exception.returncode, 2)
        with self.assertRaises(CommandError) as galat:
            self._jalankan(KASUS / "tidak-ada.csv")
        self.assertEqual(galat.exception.returncode, 2)


class LembarTest(TestCase):
    def test_rumus_dan_galat_excel_ditolak_barisnya(self) -> None:
        buku = openpyxl.Workbook()
        ws = buku.active
        ws.append(["NIP", "Nama"])
        ws.append([RAHMAT, "=A1&B1"])
        ws.append(["#N/A", "Suparjo"])
        aliran = io.BytesIO()
        buku.save(aliran)
        laporan = periksa(berkas=baca_berkas(aliran.getvalue(), "rumus.xlsx"))
        self.assertEqual({baris for baris, _ in galat(laporan)}, {2, 3})
