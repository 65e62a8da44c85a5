"""Every staff list of the case files over the page: report first, nothing half-saved, reasons with row and remedy."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import TestCase
from django.urls import reverse

from rakumpit.audit.models import CatatanAudit
from rakumpit.organisasi.models import ImporPegawai, Jabatan, Pegawai, Pengguna, Penugasan
from tests.pabrik import buat_pegawai, buat_pengguna, buat_unit

KASUS = Path(__file__).parents[2] / "data" / "kasus"
# File -> rows that are refused (the row numbers of a spreadsheet) with a piece of the reason and of the remedy.
DITOLAK: dict[str, dict[int, tuple[str, str]]] = {
    "C01_nip_angka.xlsx": {
        3: ("Sel B3", "Format kolom NIP sebagai Teks"),
        4: ("Sel B4", "Format kolom NIP sebagai Teks"),
        6: ("angka ringkas", "Format kolom NIP sebagai Teks"),
    },
    "C02_nip_bentuk.csv": {},
    "C04_tanpa_nip.csv": {8: ("sudah ada di baris 7", "Hapus salah satu baris")},
    "C05_tanggal_serial.xlsx": {},
    "C06_tanggal_kosong.csv": {},
    "C09_judul_kolom.csv": {},
    "C12_pangkat_ragam.csv": {
        **dict.fromkeys(range(2, 12), ("Nama belum diisi", "Isi namanya")),
        12: ("«V/a» tidak ada", "I/a sampai IV/e"),
    },
    "C13_nama_gelar.csv": {},
    "C15_pangkat_tertukar.csv": {},
    "C43_impor_nama_skrip.csv": {3: ("Seksi", "")},
    "C65_atasan_sendiri.csv": {
        3: ("atasan dirinya sendiri", "Isi NIP atasan langsungnya, atau kosongkan"),
        4: ("Atasan tidak ditemukan", "Periksa digit"),
    },
    "C95_impor_ulang.csv": {
        2: ("Nama belum diisi", "Isi namanya"),
        3: ("Nama belum diisi", "Isi namanya"),
        4: ("Delapan digit pertama", "Periksa digit 1-8"),
    },
    "C104_kolom_kosong.json": {},
    "C105_data_utama.xlsx": {},
}


class BerkasKasusTest(TestCase):
    def setUp(self) -> None:
        self.client.force_login(buat_pengguna(nama="Gerson", pengelola=True))
        buat_unit(nama="Sekretariat")

    def unggah(self, nama: str) -> Any:
        isi = {"berkas": SimpleUploadedFile(nama, (KASUS / nama).read_bytes()), "mulai": ""}
        return self.client.post(reverse("organisasi:impor"), isi, follow=True)

    def keadaan(self) -> tuple[object, ...]:
        return (
            list(Pegawai.objects.order_by("pk").values()),
            list(Pengguna.objects.order_by("pk").values("pk", "nip", "nama")),
            Jabatan.objects.count(),
            Penugasan.objects.count(),
            ImporPegawai.objects.count(),
            CatatanAudit.objects.count(),
        )

    def test_setiap_berkas_kepegawaian_tercakup(self) -> None:
        """A case file that is neither here nor of another kind fails."""
        lain = {"C08", "C16", "C17a", "C17b", "C18", "C19", "C23", "C24", "C26", "C27", "C29", "C31", "C35", "C36"}
        lain |= {"C44", "C47", "C51", "C52", "C55", "C62", "C85", "C109"}
        semua = {satu.name for satu in KASUS.iterdir()}
        assert {satu for satu in semua if satu.partition("_")[0] not in lain} == set(DITOLAK)

    def test_laporan_dahulu_dan_satu_galat_menahan_semuanya(self) -> None:
        for nama, harapan in DITOLAK.items():
            with self.subTest(nama):
                sebelum = self.keadaan()
                halaman = self.unggah(nama)
                assert halaman.status_code == 200
                laporan = halaman.context["laporan"]
                galat = {satu.baris: satu.alasan for satu in laporan.baris if satu.tingkat == "galat"}
                assert set(galat) == set(harapan)
                for baris, potongan in harapan.items():
                    assert all(satu in galat[baris] for satu in potongan), galat[baris]
                    self.assertContains(halaman, potongan[0].replace("'", "&#x27;"))
                assert self.keadaan() == sebelum, "a dry run stores nothing"
                if harapan:
                    self.client.post(reverse("organisasi:impor_periksa"), {"langkah": "simpan"})
                    assert self.keadaan() == sebelum, "with an error nothing is stored"

    def test_impor_kedua_tidak_mengubah_apa_pun(self) -> None:
        for nama in DITOLAK:
            with self.subTest(nama):
                isi = {"langkah": "simpan", "lewati_galat": "ya"}
                self.unggah(nama)
                self.client.post(reverse("organisasi:impor_periksa"), isi)
                pertama = self.keadaan()
                laporan = self.unggah(nama).context["laporan"]
                assert (laporan.baru, laporan.diperbarui) == (0, 0)
                self.client.post(reverse("organisasi:impor_periksa"), isi)
                assert self.keadaan() == pertama

    def test_c02_nip_tampil_berkelompok(self) -> None:
        self.unggah("C02_nip_bentuk.csv")
        self.client.post(reverse("organisasi:impor_periksa"), {"langkah": "simpan"})
        pegawai = Pegawai.objects.get(pengguna__nip="198508172010011901")
        self.assertContains(
            self.client.get(reverse("organisasi:pegawai_rinci", args=[pegawai.uuid])), "19850817 201001 1 901"
        )

    def test_c09_kolom_mana_dibaca_sebagai_apa(self) -> None:
        halaman = self.unggah("C09_judul_kolom.csv")
        for judul, arti in (("PANGKAT", "Pangkat"), ("JABATAN", "Jabatan"), ("Sub Jabatan", "Penempatan")):
            self.assertContains(halaman, judul)
            self.assertContains(halaman, arti)
        self.assertContains(halaman, "Baris kosong, dilewati", count=2)

    def test_c12_ragam_pangkat_bagi_pegawai_yang_sudah_ada(self) -> None:
        for baris in (KASUS / "C12_pangkat_ragam.csv").read_text(encoding="utf-8").splitlines()[1:]:
            buat_pegawai(pengguna=buat_pengguna(nip=baris.partition(",")[0]))
        halaman = self.unggah("C12_pangkat_ragam.csv")
        self.assertContains(halaman, "Pangkat dan golongan tidak cocok")
        self.assertContains(halaman, "«V/a» tidak ada")
        self.client.post(reverse("organisasi:impor_periksa"), {"langkah": "simpan"})
        assert not Pegawai.objects.exclude(golongan="").exists()
        self.client.post(reverse("organisasi:impor_periksa"), {"langkah": "simpan", "lewati_galat": "ya"})
        assert Pegawai.objects.filter(golongan="III/b").count() == 9
        assert Pegawai.objects.filter(golongan="IX").count() == 1

    def test_c95_kolom_asing_disebut_dan_yang_lama_tetap(self) -> None:
        lama = buat_pegawai(nama="Rahmat", pengguna=buat_pengguna(nip="198508172010011901", nama="Rahmat"))
        halaman = self.unggah("C95_impor_ulang.csv")
        for kolom in ("periode", "nilai"):
            self.assertContains(halaman, f"Kolom «{kolom}» tidak dipakai dan diabaikan")
        galat = [satu.baris for satu in halaman.context["laporan"].baris if satu.tingkat == "galat"]
        assert galat == [3, 4], "both faulty rows are reported together"
        sebelum = self.keadaan()
        self.client.post(reverse("organisasi:impor_periksa"), {"langkah": "simpan"})
        assert self.keadaan() == sebelum
        lama.refresh_from_db()
        assert lama.nama == "Rahmat"
