"""«Kewajiban saya»: done, due, or said to be without data."""

from __future__ import annotations

from datetime import date

from django.urls import reverse

from kinerja.models import Realisasi
from kinerja.proses.dialog import IsiDialog, catat_dialog, sahkan_dialog
from kinerja.proses.umpan_balik_pegawai import beri_umpan_balik, minta_umpan_balik
from kinerja.ringkasan.kewajiban import BELUM_ADA_DATA, Kewajiban, kewajiban_saya
from kinerja.ringkasan.tahun import tahun_saya
from tests import pabrik
from tests.kinerja.kantor import akun
from tests.kinerja.test_umpan_balik import Dasar
from tests.pelatihan.isi import buat_riwayat
from tests.survei.dasar import SAAT


class KewajibanTests(Dasar):
    def lihat(self, tahun: int = 2026) -> dict[str, Kewajiban]:
        semua = kewajiban_saya(self.staf, tahun_saya(self.staf, tahun), SAAT.date())
        return {satu.judul: satu for satu in semua}

    def keadaan(self, judul: str, tahun: int = 2026) -> tuple[bool | None, str]:
        satu = self.lihat(tahun)[judul]
        return satu.beres, satu.kata

    def test_yang_beres_dan_yang_belum_ada_datanya(self) -> None:
        assert self.keadaan("SKP") == (True, "Disetujui")
        assert self.keadaan("Realisasi") == (True, "1 dari 1 terisi")
        for judul in ("Dialog kinerja", "Umpan balik"):
            assert self.keadaan(judul) == (None, BELUM_ADA_DATA), judul

    def test_jam_pelajaran_menurut_aturan_pegawai(self) -> None:
        judul = "Jam pelajaran (JP)"
        assert self.keadaan(judul) == (False, "0 dari 20 JP")
        buat_riwayat(self.staf, self.kantor.pengelola, 20, date(2026, 5, 5))
        assert self.keadaan(judul) == (True, "20 dari 20 JP")
        self.staf.status = "pppk"
        self.staf.save()
        assert self.keadaan(judul) == (None, BELUM_ADA_DATA)

    def test_yang_belum_beres(self) -> None:
        Realisasi.objects.all().delete()
        assert self.keadaan("Realisasi") == (False, "0 dari 1 terisi")
        assert self.keadaan("SKP", 2027) == (False, "Belum dibuat")
        assert self.keadaan("Realisasi", 2027) == (None, BELUM_ADA_DATA)
        self.staf.skp.update(status="dikembalikan")
        assert self.keadaan("SKP") == (False, "Dikembalikan")

    def test_umpan_balik_yang_diminta_lebih_dulu_daripada_yang_diterima(self) -> None:
        beri_umpan_balik(pegawai=self.staf, oleh=akun(self.rekan), isi="Rapi.")
        assert self.keadaan("Umpan balik") == (True, "1 diterima")
        minta_umpan_balik(oleh=akun(self.rekan), kepada=self.staf, pertanyaan="Cara saya?")
        assert self.keadaan("Umpan balik") == (False, "1 diminta dari Anda")
        assert self.keadaan("Umpan balik", 2025) == (None, BELUM_ADA_DATA)

    def test_yang_tanpa_nama_tidak_terhitung_sebelum_dibuka(self) -> None:
        self.tanpa_nama(*self.kantor.staf[1:4])
        assert self.keadaan("Umpan balik") == (None, BELUM_ADA_DATA)

    def test_periode_yang_belum_mulai_tidak_dihitung(self) -> None:
        pabrik.buat_periode(
            kode="tw4-2026", nama="Triwulan IV 2026", mulai="2026-10-01", selesai="2026-12-31", batas_isi="2027-01-10"
        )
        assert self.keadaan("Realisasi") == (True, "1 dari 1 terisi")

    def test_tampil_di_tahun_saya(self) -> None:
        self.client.force_login(akun(self.staf))
        halaman = self.client.get(reverse("kinerja:tahun"))
        self.assertContains(halaman, "Kewajiban saya")
        self.assertContains(halaman, "1 dari 1 terisi")

    def test_dialog_beres_setelah_disahkan_keduanya(self) -> None:
        isi = IsiDialog(jenis="pemantauan", ringkasan="Kemajuan dibicarakan.", kesepakatan="Lanjut.")
        dialog = catat_dialog(pegawai=self.staf, oleh=akun(self.kantor.kasi), tanggal=SAAT.date(), isi=isi)
        assert self.keadaan("Dialog kinerja") == (False, "Menunggu disahkan")
        sahkan_dialog(dialog=dialog, oleh=akun(self.staf), tanggapan="", versi=dialog.versi)
        assert self.keadaan("Dialog kinerja") == (True, "1 disahkan")
        assert self.keadaan("Dialog kinerja", 2025) == (None, BELUM_ADA_DATA)

    def test_enam_kueri(self) -> None:
        isi = tahun_saya(self.staf, 2026)
        minta_umpan_balik(oleh=akun(self.rekan), kepada=self.staf, pertanyaan="Cara saya?")
        self.tanpa_nama(self.staf, kepada=self.rekan)
        with self.assertNumQueries(6):
            kewajiban_saya(self.staf, isi, SAAT.date())
