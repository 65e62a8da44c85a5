"""Pages of evidence: several files at once, one file per request from a script, downloads that run nothing."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kinerja.models import Bukti, Indikator, KirimanBukti
from kinerja.proses.bukti import tambah_bukti
from rakumpit.organisasi.models import Pegawai
from tests.kinerja.berkas import DOCX, PDF, png, unggahan
from tests.kinerja.kantor import Kantor, akun, buat_kantor
from tests.survei.dasar import SAAT, pada


class BuktiViewTests(TestCase):
    kantor: Kantor
    staf: Pegawai
    indikator: Indikator

    @classmethod
    def setUpTestData(cls) -> None:
        cls.kantor = buat_kantor()
        cls.staf = cls.kantor.staf[0]
        cls.indikator = cls.kantor.indikator[cls.staf.pk]

    def setUp(self) -> None:
        beku = pada(SAAT)
        beku.__enter__()
        self.addCleanup(beku.__exit__, None, None, None)
        self.client.force_login(akun(self.staf))
        argumen = [self.indikator.uuid, "tw3-2026"]
        self.halaman = reverse("kinerja:realisasi", args=argumen)
        self.alamat = reverse("kinerja:bukti_tambah", args=argumen)

    def kirim(self, *berkas: Any, skrip: bool = False, **ubah: Any) -> Any:
        isi = {"kiriman": str(uuid4()), "berkas": list(berkas)} | ubah
        return self.client.post(self.alamat, isi, headers={"Accept": "application/json"} if skrip else {})

    def bukti(self, nama: str = "Foto warga.png", isi: bytes = b"") -> Bukti:
        return tambah_bukti(
            indikator=self.indikator,
            periode=self.kantor.periode,
            oleh=akun(self.staf),
            berkas=unggahan(nama, isi or png()),
        )

    def test_beberapa_berkas_sekaligus_dan_yang_ditolak_disebut(self) -> None:
        jawab = self.kirim(
            unggahan("a.png", png()), unggahan("b.svg", b"<svg/>"), unggahan("c.docx", DOCX), unggahan("d.pdf", PDF)
        )
        self.assertRedirects(jawab, self.halaman, fetch_redirect_response=False)
        halaman = self.client.get(self.halaman)
        self.assertContains(halaman, "3 dari 4 berkas diterima.")
        self.assertContains(halaman, "b.svg: jenis berkas ini tidak diterima")
        for judul in ("a.png", "c.docx", "d.pdf"):
            self.assertContains(halaman, judul)
        self.assertNotContains(halaman, "Nyatakan berkas cukup")

    def test_kiriman_yang_terputus_tampil_lalu_dilanjutkan_dengan_nomor_yang_sama(self) -> None:
        kode = str(uuid4())
        for nomor in range(3):
            berkas = unggahan(f"{nomor}.png", png(warna=nomor))
            jawab = self.kirim(berkas, skrip=True, kiriman=kode, jumlah="5")
            assert jawab.json() == {
                "ditolak": [],
                "keadaan": f"{nomor + 1} dari 5 berkas diterima",
                "alamat": self.halaman,
            }
        self.assertContains(self.client.get(self.halaman), "3 dari 5 berkas diterima")
        self.assertContains(self.client.get(self.alamat), kode)
        self.kirim(*(unggahan(f"{n}.png", png(warna=n)) for n in range(5)), kiriman=kode)
        assert (Bukti.objects.count(), KirimanBukti.objects.count()) == (5, 1)
        self.assertNotContains(self.client.get(self.halaman), "3 dari 5 berkas diterima")

    def test_nyatakan_cukup(self) -> None:
        self.kirim(unggahan("a.png", png()), jumlah="2")
        kiriman = KirimanBukti.objects.get()
        self.assertContains(self.client.get(self.halaman), "1 dari 2 berkas diterima")
        self.client.post(reverse("kinerja:bukti_cukup", args=[kiriman.uuid]))
        self.assertNotContains(self.client.get(self.halaman), "1 dari 2 berkas diterima")

    def test_tanpa_berkas_dan_tanpa_tautan_422(self) -> None:
        self.assertContains(self.kirim(judul="Foto kerja"), "Pilih berkas, atau isi tautannya", status_code=422)
        self.assertContains(self.kirim(judul="Foto kerja"), "Foto kerja", status_code=422)
        assert self.kirim(skrip=True).json() == {"ditolak": ["Pilih berkas, atau isi tautannya."]}

    def test_tautan_tersimpan_dan_tampil(self) -> None:
        self.kirim(tautan="rakumpit.example/laporan", judul="Laporan")
        self.assertContains(self.client.get(self.halaman), 'href="https://rakumpit.example/laporan"')

    def test_penolakan_409_juga_untuk_skrip(self) -> None:
        with pada(SAAT.replace(month=10, day=11)):
            self.assertContains(self.kirim(unggahan("a.png", png())), "ditutup", status_code=409)
            jawab = self.kirim(unggahan("a.png", png()), skrip=True)
        assert jawab.status_code == 409
        assert "ditutup" in jawab.json()["ditolak"][0]
        assert not Bukti.objects.exists()

    def test_unduhan_selalu_lampiran_yang_tidak_menjalankan_apa_pun(self) -> None:
        bukti = self.bukti("Foto \u202ewarga\r\n.png")
        jawab = self.client.get(reverse("kinerja:bukti", args=[bukti.uuid]))
        assert b"".join(jawab) == png()
        assert jawab["Content-Disposition"] == 'attachment; filename="Foto warga.png"'
        assert jawab["X-Content-Type-Options"] == "nosniff"
        assert jawab["Content-Security-Policy"] == "sandbox; default-src 'none'"
        assert "no-store" in jawab["Cache-Control"]

    def test_yang_dibatalkan_tampil_dengan_alasan_tetapi_tidak_diunduh(self) -> None:
        bukti = self.bukti()
        alamat = reverse("kinerja:bukti_batalkan", args=[bukti.uuid])
        self.assertContains(self.client.post(alamat, {"alasan": ""}), "Tulis alasannya", status_code=422)
        self.assertRedirects(self.client.post(alamat, {"alasan": "Bukan foto saya."}), self.halaman)
        self.assertContains(self.client.get(self.halaman), "Bukan foto saya.")
        assert self.client.get(reverse("kinerja:bukti", args=[bukti.uuid])).status_code == 404
        self.assertContains(self.client.post(alamat, {"alasan": "Lagi."}), "sudah dibatalkan", status_code=409)

    def test_c39_alamat_bukti_orang_lain_404(self) -> None:
        bukti = self.bukti()
        alamat = [reverse(f"kinerja:{nama}", args=[bukti.uuid]) for nama in ("bukti", "bukti_batalkan")]
        self.client.force_login(akun(self.kantor.staf[1]))
        assert [self.client.get(satu).status_code for satu in [*alamat, self.alamat]] == [404, 404, 404]
        assert self.client.post(alamat[1], {"alasan": "Iseng."}).status_code == 404
        assert Bukti.objects.berlaku().count() == 1

    def test_jumlah_kueri_sama_untuk_satu_dan_tiga_bukti(self) -> None:
        self.bukti()
        self.client.get(self.halaman)
        with CaptureQueriesContext(connection) as satu:
            self.client.get(self.halaman)
        for nomor in (1, 2):
            self.bukti(isi=png(warna=nomor))
        # Other parts of the page add queries of their own; the budget of a page is 20.
        assert len(satu) <= 20
        with self.assertNumQueries(len(satu)):
            self.client.get(self.halaman)
