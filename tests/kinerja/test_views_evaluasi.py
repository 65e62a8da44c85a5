"""The superior's pages: behaviour, decision, finalising; nothing final changes and nothing typed is lost."""

from __future__ import annotations

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import TestCase
from django.urls import reverse

from kinerja.models import Evaluasi, PenilaianPerilaku
from kinerja.perhitungan import NilaiDasar
from kinerja.proses import nilai_perilaku, putuskan
from rakumpit.organisasi.models import Pegawai, Pengguna
from tests import pabrik
from tests.kinerja.kantor import SEMUA_SESUAI, Kantor, akun, buat_kantor

PERILAKU = {"bagian": "perilaku"} | {f"rating_{n.value}": "sesuai" for n in NilaiDasar}


class HalamanPenilaianTest(TestCase):
    kantor: Kantor
    staf: Pegawai
    kasi: Pengguna

    @classmethod
    def setUpTestData(cls) -> None:
        cls.kantor = buat_kantor(3)
        cls.kantor.hitung()
        cls.staf = cls.kantor.staf[0]
        cls.kasi = akun(cls.kantor.kasi)

    def setUp(self) -> None:
        self.client.force_login(self.kasi)

    def baris(self, pegawai: Pegawai | None = None) -> Evaluasi:
        return self.kantor.evaluasi(pegawai or self.staf)

    def alamat(self, nama: str = "nilai", pegawai: Pegawai | None = None) -> str:
        return reverse(f"kinerja:{nama}", args=[self.baris(pegawai).uuid])

    def keputusan(self, **ubah: Any) -> dict[str, Any]:
        isian = {"bagian": "keputusan", "rating_hasil": "sesuai", "rating_perilaku": "sesuai", "alasan": ""}
        return isian | {"versi": self.baris().versi} | ubah

    def lengkapi(self) -> None:
        nilai_perilaku(pegawai=self.staf, periode=self.kantor.periode, oleh=self.kasi, penilaian=SEMUA_SESUAI)

    def diputus(self, **ubah: Any) -> Evaluasi:
        baris = self.baris()
        isian: dict[str, Any] = {"rating_hasil": "sesuai", "rating_perilaku": "sesuai", "alasan": "Lengkap."}
        return putuskan(evaluasi=baris, oleh=self.kasi, versi=baris.versi, **(isian | ubah))

    def test_perilaku_tersimpan_dan_usulan_langsung_ikut(self):
        jawab = self.client.post(self.alamat(), PERILAKU)
        assert jawab.status_code == 302
        assert self.baris().usulan_predikat == "baik"
        self.assertContains(self.client.get(self.alamat()), "Usulan sistem: hasil kerja")

    def test_pengecualian_tanpa_kalimat_422_dan_pilihan_tetap(self):
        jawab = self.client.post(
            self.alamat(), PERILAKU | {"rating_loyal": "di_bawah", "catatan_adaptif": "Cepat belajar"}
        )
        self.assertContains(jawab, "Tulis satu kalimat alasan", status_code=422)
        self.assertContains(jawab, "Cepat belajar", status_code=422)
        assert not PenilaianPerilaku.objects.exists()

    def test_keputusan_sesuai_usulan_tanpa_alasan(self):
        self.lengkapi()
        assert self.client.post(self.alamat(), self.keputusan()).status_code == 302
        assert (self.baris().status, self.baris().predikat) == ("diputus", "baik")

    def test_keputusan_berbeda_tanpa_alasan_422_dan_tidak_disimpan(self):
        self.lengkapi()
        jawab = self.client.post(self.alamat(), self.keputusan(rating_hasil="di_atas"))
        self.assertContains(jawab, "Tulis alasan", status_code=422)
        assert self.baris().status == "menunggu"

    def test_nilai_lalu_berikutnya_membuka_orang_berikut(self):
        self.lengkapi()
        jawab = self.client.post(self.alamat(), self.keputusan(lanjut="1"))
        assert jawab["Location"] == self.alamat(pegawai=self.kantor.staf[1])

    def test_versi_basi_409_alasan_tetap_dan_isi_tersimpan_tampil(self):
        self.lengkapi()
        versi = self.baris().versi
        self.diputus(alasan="Keputusan dari tab lain.")
        jawab = self.client.post(
            self.alamat(), self.keputusan(versi=versi, rating_hasil="di_atas", alasan="Ketikan saya.")
        )
        self.assertContains(jawab, "Ketikan saya.", status_code=409)
        self.assertContains(jawab, "Keputusan dari tab lain.", status_code=409)
        self.assertContains(jawab, f'name="versi" value="{self.baris().versi}"', status_code=409)
        assert self.baris().alasan == "Keputusan dari tab lain."

    def test_tetapkan_dengan_konfirmasi_lalu_tidak_ada_kiriman_yang_mengubahnya(self):
        self.lengkapi()
        self.diputus()
        self.assertContains(self.client.get(self.alamat("tetapkan")), "tidak dapat diubah")
        assert self.client.post(self.alamat("tetapkan"), {"versi": self.baris().versi}).status_code == 302
        semula = Evaluasi.objects.filter(pk=self.baris().pk).values().get()
        assert semula["status"] == "ditetapkan"
        kode = f"{self.baris().uuid}:{self.baris().versi}"
        beda = self.keputusan(rating_hasil="di_atas", alasan="Berubah pikiran.")
        assert self.client.post(self.alamat(), beda).status_code == 409
        assert (
            self.client.post(self.alamat(), PERILAKU | {"rating_loyal": "di_atas", "catatan_loyal": "x"}).status_code
            == 409
        )
        assert self.client.post(self.alamat("tetapkan"), {"versi": self.baris().versi}).status_code == 409
        assert (
            self.client.post(reverse("kinerja:tim_tetapkan") + "?periode=tw3-2026", {"pilih": kode}).status_code == 409
        )
        assert Evaluasi.objects.filter(pk=semula["id"]).values().get() == semula
        self.assertNotContains(self.client.get(self.alamat()), "Nilai, lalu berikutnya")

    def test_tetapkan_sebelum_diputus_ditolak(self):
        jawab = self.client.post(self.alamat("tetapkan"), {"versi": self.baris().versi})
        self.assertContains(jawab, "Putuskan dulu", status_code=409)

    def test_tetapkan_bersama_hanya_yang_dipilih(self):
        self.lengkapi()
        baris = self.diputus()
        alamat = reverse("kinerja:tim_tetapkan") + "?periode=tw3-2026"
        self.assertContains(self.client.get(alamat), f"{baris.uuid}:{baris.versi}")
        self.assertContains(self.client.post(alamat, {}), "Belum ada yang dipilih", status_code=409)
        assert self.client.post(alamat, {"pilih": f"{baris.uuid}:{baris.versi - 1}"}).status_code == 409
        assert self.baris().status == "diputus"
        assert self.client.post(alamat, {"pilih": f"{baris.uuid}:{baris.versi}"}).status_code == 302
        assert self.baris().status == "ditetapkan"

    def test_tetapkan_bersama_menolak_baris_orang_lain(self):
        asing = self.baris(self.kantor.kasi)
        alamat = reverse("kinerja:tim_tetapkan") + "?periode=tw3-2026"
        assert self.client.post(alamat, {"pilih": f"{asing.uuid}:{asing.versi}"}).status_code == 404

    def test_bukan_penilai_404_untuk_baca_dan_kirim(self):
        for orang in [akun(self.staf), akun(self.kantor.staf[1]), akun(self.kantor.camat), self.kantor.pengelola]:
            self.client.force_login(orang)
            for nama in ("nilai", "tetapkan"):
                assert self.client.get(self.alamat(nama)).status_code == 404, (orang, nama)
                assert self.client.post(self.alamat(nama), self.keputusan()).status_code == 404, (orang, nama)
        assert self.baris().status == "menunggu"

    def test_pejabat_luar_dengan_akun_menilai_camat(self):
        sekda = pabrik.buat_pengguna(nama="Sekretaris Daerah", nip=None, email="sekda@contoh.example")
        self.kantor.sekda.pengguna = sekda
        self.kantor.sekda.save()
        self.client.force_login(sekda)
        self.assertContains(self.client.get("/kinerja/tim/"), "Camat")
        baris = self.baris(self.kantor.camat)
        isian = self.keputusan(versi=baris.versi, alasan="Hasil kecamatan baik.")
        assert self.client.post(self.alamat(pegawai=self.kantor.camat), isian).status_code == 302
        assert self.baris(self.kantor.camat).status == "diputus"

    def surat(self, orang: Pengguna, **ubah: Any):
        self.client.force_login(orang)
        isian = {
            "rating_hasil": "sesuai",
            "rating_perilaku": "sesuai",
            "alasan": "Menurut surat.",
            "surat_nomor": "800/7",
            "versi": self.baris(self.kantor.camat).versi,
            "pindaian": SimpleUploadedFile("surat.pdf", b"%PDF-1.7 x"),
        } | ubah
        return self.client.post(self.alamat("surat", self.kantor.camat), isian)

    def test_pengelola_mencatat_surat_untuk_camat(self):
        jawab = self.surat(self.kantor.pengelola, pindaian=SimpleUploadedFile("s.pdf", b"<html>"))
        self.assertContains(jawab, "bukan PDF", status_code=409)
        self.assertContains(jawab, "800/7", status_code=409)
        assert self.surat(self.kantor.pengelola).status_code == 302
        assert self.baris(self.kantor.camat).status == "ditetapkan"

    def test_surat_hanya_oleh_pengelola_dan_hanya_untuk_pejabat_luar(self):
        assert self.surat(self.kasi).status_code == 404
        self.client.force_login(self.kantor.pengelola)
        assert self.client.get(self.alamat("surat")).status_code == 404

    def test_koreksi_membuka_revisi_baru(self):
        self.surat(self.kantor.pengelola)
        lama = self.baris(self.kantor.camat)
        self.assertContains(
            self.client.post(reverse("kinerja:koreksi", args=[lama.uuid]), {}), "Tulis alasannya", status_code=422
        )
        self.client.post(reverse("kinerja:koreksi", args=[lama.uuid]), {"alasan": "Surat salah ketik."})
        baru = self.baris(self.kantor.camat)
        assert (baru.revisi, baru.status) == (1, "menunggu")
        self.assertContains(self.client.get(reverse("kinerja:evaluasi", args=[lama.uuid])), "sudah digantikan")

    def test_alasan_kembali_setelah_sesi_berakhir(self):
        self.lengkapi()
        alamat = self.alamat()
        del self.client.cookies["sessionid"]
        jawab = self.client.post(alamat, self.keputusan(rating_hasil="di_atas", alasan="Alasan panjang yang diketik."))
        assert jawab.status_code == 302
        assert jawab["Location"].endswith(f"?next={alamat}")
        self.client.force_login(self.kasi)
        kembali = self.client.get(alamat)
        self.assertContains(kembali, "Alasan panjang yang diketik.")
        self.assertContains(kembali, "belum disimpan")
        assert self.baris().status == "menunggu"
