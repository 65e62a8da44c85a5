"""Pages of delivery and objection: what the employee reads, the way to a decision, lists and duties."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kinerja.enums import Pihak
from kinerja.models import HasilDiterima, Keberatan
from kinerja.proses.dengar_keberatan import beri_keterangan, sidik_keterangan
from kinerja.proses.keberatan import catat_keberatan
from kinerja.proses.penyampaian import catat_penyampaian
from kinerja.ringkasan import menunggu
from rakumpit.notifikasi.models import Notifikasi
from rakumpit.organisasi.models import Pengguna
from tests import pabrik
from tests.kinerja.berkas import png, unggahan
from tests.kinerja.kantor import akun
from tests.kinerja.test_keberatan import HARI_14, HARI_15, PDF, TETAPKAN, UjiKeberatan, finalkan
from tests.survei.dasar import pada
from tests.tugas import untuk


def judul(pengguna: Pengguna) -> list[tuple[str, date | None]]:
    return [(satu.judul, satu.tenggat) for satu in untuk(menunggu, Pengguna.objects.get(pk=pengguna.pk))]


class HalamanTests(UjiKeberatan):
    def buka(self, oleh: Pengguna, alamat: str) -> Any:
        self.client.force_login(oleh)
        return self.client.get(alamat)

    def kirim(self, oleh: Pengguna, alamat: str, isi: dict[str, Any] | None = None) -> Any:
        self.client.force_login(oleh)
        return self.client.post(alamat, isi or {})

    @property
    def alamat(self) -> str:
        return f"/kinerja/evaluasi/{self.baris.uuid}/"

    def test_hari_terakhir_dan_kedua_tombol_ada_di_halaman_hasil(self) -> None:
        for alamat in (self.alamat, "/kinerja/saya/"):
            jawab = self.buka(self.staf, alamat)
            self.assertContains(jawab, "15 Oktober 2026")
            self.assertContains(jawab, "Terima hasil")
            self.assertContains(jawab, "Ajukan keberatan")
            self.assertContains(jawab, "belum diperiksa dengan peraturan")
        jawab = self.buka(self.kasi, self.alamat)
        self.assertContains(jawab, "15 Oktober 2026")
        self.assertNotContains(jawab, "Terima hasil")
        with pada(HARI_15):
            self.assertNotContains(self.buka(self.staf, self.alamat), "Ajukan keberatan")

    def test_terima_lalu_tombolnya_pergi(self) -> None:
        jawab = self.kirim(self.staf, f"{self.alamat}terima/")
        self.assertRedirects(jawab, self.alamat)
        jawab = self.buka(self.staf, self.alamat)
        self.assertNotContains(jawab, "«Terima hasil»")
        self.assertContains(jawab, "Ajukan keberatan")

    def test_dari_keberatan_sampai_keputusan(self) -> None:
        jawab = self.kirim(
            self.staf,
            f"{self.alamat}keberatan/",
            {
                "alasan": "Laporan saya kirim 3 September.",
                "berkas": [SimpleUploadedFile("kirim.pdf", PDF), unggahan("buku.png", png())],
            },
        )
        keberatan = Keberatan.objects.get()
        alamat = f"/kinerja/keberatan/{keberatan.uuid}/"
        self.assertRedirects(jawab, alamat)
        satu, dua = keberatan.berkas.all()
        for halaman in (alamat, f"{alamat}putus/"):
            self.assertContains(self.buka(self.camat, halaman), "kirim.pdf")
            self.assertContains(self.buka(self.camat, halaman), f"/kinerja/keberatan/berkas/{dua.uuid}/")
        self.assertContains(self.buka(self.camat, "/kinerja/keberatan/"), "2 berkas")
        unduh = self.buka(self.camat, f"/kinerja/keberatan/berkas/{satu.uuid}/")
        assert unduh["X-Content-Type-Options"] == "nosniff"
        assert 'filename="kirim.pdf"' in unduh["Content-Disposition"]
        assert self.buka(akun(self.kantor.staf[1]), f"/kinerja/keberatan/berkas/{satu.uuid}/").status_code == 404
        self.assertRedirects(self.kirim(self.staf, f"{alamat}keterangan/pegawai/", {"isi": "Bukti ada."}), alamat)
        self.assertRedirects(self.kirim(self.kasi, f"{alamat}keterangan/penilai/", {"isi": "Tidak terbaca."}), alamat)
        self.assertContains(self.buka(self.camat, alamat), "Putuskan keberatan")
        isi = {"putusan": "berubah", "rating_hasil": "sesuai", "rating_perilaku": "", "alasan": "Sah.", "versi": 3}
        jawab = self.kirim(self.camat, f"{alamat}putus/", isi)
        assert jawab.status_code == 422
        self.assertRedirects(self.kirim(self.camat, f"{alamat}putus/", isi | {"rating_perilaku": "sesuai"}), alamat)
        jawab = self.buka(self.staf, alamat)
        for kata in ("Hasil berubah", "Keputusan ini final.", "Camat"):
            self.assertContains(jawab, kata)
        jawab = self.buka(self.staf, "/kinerja/saya/")
        self.assertContains(jawab, "Hasil ini adalah keputusan atas keberatan.")
        self.assertNotContains(jawab, "Ajukan keberatan")

    def test_yang_tidak_dapat_diajukan_disebut_sebelum_diketik(self) -> None:
        alamat = f"{self.alamat}keberatan/"
        with pada(HARI_15):
            jawab = self.buka(self.staf, alamat)
            self.assertContains(jawab, "Hari terakhir mengajukan keberatan adalah 15 Oktober 2026")
            self.assertNotContains(jawab, 'name="alasan"')
            # What was typed before the day ended is not lost.
            self.assertContains(self.kirim(self.staf, alamat, {"alasan": "Terlambat."}), "Terlambat.", status_code=409)

    def test_kiriman_kedua_menunjuk_keberatan_yang_sudah_ada(self) -> None:
        alamat, isi = f"{self.alamat}keberatan/", {"alasan": "Laporan saya kirim 3 September."}
        self.kirim(self.staf, alamat, isi)
        keberatan = Keberatan.objects.get()
        for jawab, status in ((self.kirim(self.staf, alamat, isi), 409), (self.buka(self.staf, alamat), 200)):
            self.assertContains(jawab, "sudah pernah diajukan pada 15 Oktober 2026", status_code=status)
            self.assertContains(jawab, f"/kinerja/keberatan/{keberatan.uuid}/", status_code=status)

    def test_surat_yang_datang_tepat_waktu_dicatat_kemudian(self) -> None:
        pegawai = self.kantor.staf[1]
        pegawai.pengguna = None
        pegawai.save()
        with pada(TETAPKAN):
            baris = finalkan(self.kantor, pegawai, self.kasi)
            catat_penyampaian(
                evaluasi=baris, oleh=self.kantor.pengelola, tanggal=date(2026, 10, 1), pindaian=unggahan("a.pdf", PDF)
            )
        alamat = f"/kinerja/evaluasi/{baris.uuid}/"
        with pada(HARI_15):
            self.assertContains(self.buka(self.kantor.pengelola, alamat), "Catat keberatan dari surat")
            self.assertContains(self.buka(self.kantor.pengelola, f"{alamat}keberatan/"), 'name="alasan"')
            isi = {"alasan": "Laporan ada.", "tanggal": "15 Oktober 2026", "surat": unggahan("surat.pdf", PDF)}
            assert self.kirim(self.kantor.pengelola, f"{alamat}keberatan/", isi).status_code == 302

    def test_keputusan_bagi_yang_tanpa_akun_diserahkan_pengelola(self) -> None:
        pegawai = self.kantor.staf[1]
        pegawai.pengguna = None
        pegawai.save()
        baris, pengelola = finalkan(self.kantor, pegawai, self.kasi), self.kantor.pengelola
        catat_penyampaian(evaluasi=baris, oleh=pengelola, tanggal=HARI_14.date(), pindaian=unggahan("a.pdf", PDF))
        keberatan = catat_keberatan(
            evaluasi=baris, oleh=pengelola, alasan="x", tanggal=HARI_14.date(), surat=unggahan("s.pdf", PDF)
        )
        for pihak in Pihak:
            beri_keterangan(keberatan=keberatan, oleh=self.camat, pihak=pihak, isi="Didengar.")
        isi = {"putusan": "tetap", "alasan": "Sudah tepat.", "versi": 3}
        self.client.force_login(self.camat)
        jawab = self.client.post(f"/kinerja/keberatan/{keberatan.uuid}/putus/", isi, follow=True)
        self.assertContains(jawab, "Serahkan kepada pegawai di atas kertas.")
        kabar = Notifikasi.objects.get(kunci__startswith="keberatan-putusan-serahkan")
        assert kabar.penerima == pengelola
        assert kabar.isi.endswith("tidak punya akun: serahkan keputusan ini di atas kertas.")

    def test_keterangan_pada_halaman_lama_tidak_menimpa(self) -> None:
        keberatan = self.ajukan()
        alamat = f"/kinerja/keberatan/{keberatan.uuid}/keterangan/pegawai/"
        lama = self.buka(self.staf, alamat).context["form"]["semula"].value()
        beri_keterangan(keberatan=keberatan, oleh=self.camat, pihak=Pihak.PEGAWAI, isi="Dicatat camat.")
        jawab = self.kirim(self.staf, alamat, {"isi": "Tulisan saya.", "semula": lama})
        for kata in ("sudah diubah oleh Camat", "Tulisan saya.", "Dicatat camat."):
            self.assertContains(jawab, kata, status_code=409)
        kini = jawab.context["form"]["semula"].value()
        assert self.kirim(self.staf, alamat, {"isi": "Tulisan saya.", "semula": kini}).status_code == 302

    def test_halaman_lama_menunjukkan_isian_dan_versi_baru(self) -> None:
        keberatan = self.didengar()
        alamat = f"/kinerja/keberatan/{keberatan.uuid}/putus/"
        beri_keterangan(
            keberatan=keberatan,
            oleh=self.kasi,
            pihak=Pihak.PENILAI,
            isi="Saya ralat.",
            semula=sidik_keterangan(keberatan, Pihak.PENILAI),
        )
        isi = {"putusan": "tetap", "alasan": "Alasan yang saya ketik.", "versi": 3}
        jawab = self.kirim(self.camat, alamat, isi)
        self.assertContains(jawab, "Alasan yang saya ketik.", status_code=409)
        self.assertContains(jawab, "Saya ralat.", status_code=409)
        self.assertContains(jawab, 'name="versi" value="4"', status_code=409)

    def test_terlambat_tidak_kehilangan_isian(self) -> None:
        with pada(HARI_15):
            jawab = self.kirim(self.staf, f"{self.alamat}keberatan/", {"alasan": "Alasan panjang."})
        self.assertContains(jawab, "Alasan panjang.", status_code=409)
        self.assertContains(jawab, "15 Oktober 2026", status_code=409)

    def test_daftar_hanya_milik_pemutus_dan_semua_bagi_pengelola(self) -> None:
        self.didengar()
        alamat = "/kinerja/keberatan/"
        self.assertContains(self.buka(self.camat, alamat), "Staf 1")
        self.assertContains(self.buka(self.kantor.pengelola, alamat), "Camat")
        self.assertContains(self.buka(self.kasi, alamat), "Tidak ada keberatan")
        self.assertContains(self.buka(self.kantor.pengelola, f"{alamat}?q=tidak+ada"), "Tidak ada yang cocok")
        self.assertNotContains(self.buka(self.camat, f"{alamat}?keadaan=selesai"), "Staf 1")
        self.putus(Keberatan.objects.get())
        self.assertContains(self.buka(self.camat, f"{alamat}?keadaan=selesai"), "Hasil berubah, 15 Oktober 2026")

    def test_jumlah_kueri_daftar_sama_untuk_satu_dan_tiga(self) -> None:
        self.ajukan()
        alamat = "/kinerja/keberatan/"
        self.buka(self.kantor.pengelola, alamat)
        satu = self.kueri(alamat)
        baru = [pabrik.buat_pegawai(self.kantor.seksi, nama=f"Baru {urut}") for urut in range(2)]
        for pegawai in baru:
            pabrik.buat_skp(pegawai, penilai=self.kantor.kasi)
        self.kantor.hitung()
        for pegawai in baru:
            self.ajukan(evaluasi=finalkan(self.kantor, pegawai, self.kasi), oleh=akun(pegawai))
        assert self.kueri(alamat) == satu
        assert satu <= 20

    def kueri(self, alamat: str) -> int:
        with CaptureQueriesContext(connection) as tangkap:
            assert self.client.get(alamat).status_code == 200
        return len(tangkap)

    def test_pengelola_mencatat_yang_di_kertas_dari_daftarnya(self) -> None:
        pegawai, pengelola = self.kantor.staf[1], self.kantor.pengelola
        pegawai.pengguna = None
        pegawai.save()
        baris = finalkan(self.kantor, pegawai, self.kasi)
        assert judul(pengelola) == [("Serahkan hasil di atas kertas: 1 orang", None)]
        self.assertContains(self.buka(pengelola, "/kinerja/penyampaian/"), "Staf 2")
        alamat = f"/kinerja/evaluasi/{baris.uuid}/"
        self.assertContains(self.buka(pengelola, alamat), "Catat penyampaian di kertas")
        berkas = {"tanggal": "15 Oktober 2026", "pindaian": SimpleUploadedFile("a.pdf", PDF)}
        self.assertRedirects(self.kirim(pengelola, f"{alamat}penyampaian/", berkas), alamat)
        assert judul(pengelola) == []
        self.assertContains(self.buka(pengelola, "/kinerja/penyampaian/"), "Semua hasil sudah disampaikan")
        jawab = self.buka(pengelola, alamat)
        self.assertContains(jawab, "di atas kertas")
        self.assertContains(jawab, "Catat keberatan dari surat")
        assert HasilDiterima.objects.get(evaluasi=baris).batas_keberatan == date(2026, 10, 29)

    # --- «Menunggu Anda» ---

    def test_tugas_setiap_pihak_dengan_tenggat(self) -> None:
        assert ("Baca hasil Triwulan III 2026", date(2026, 10, 15)) in judul(self.staf)
        keberatan, batas = self.ajukan(), date(2026, 10, 29)
        periode = "Triwulan III 2026"
        assert (f"Tulis keterangan untuk keberatan Anda, {periode}", batas) in judul(self.staf)
        assert (f"Tulis keterangan atas keberatan, {periode}", batas) in judul(self.kasi)
        assert (f"Dengarkan kedua pihak dalam keberatan, {periode}", batas) in judul(self.camat)
        assert ("Baca hasil Triwulan III 2026", date(2026, 10, 15)) not in judul(self.staf)
        for oleh, pihak in ((self.staf, Pihak.PEGAWAI), (self.kasi, Pihak.PENILAI)):
            beri_keterangan(keberatan=keberatan, oleh=oleh, pihak=pihak, isi="Ada.")
        assert (f"Putuskan keberatan, {periode}", batas) in judul(self.camat)
        for oleh in (self.staf, self.kasi, self.kantor.pengelola):
            assert not [kata for kata, _ in judul(oleh) if "eberatan" in kata]
        keberatan.refresh_from_db()
        self.putus(keberatan)
        assert not [kata for kata, _ in judul(self.camat) if "eberatan" in kata]
        # The new result is news, without a last day.
        assert ("Baca hasil Triwulan III 2026", None) in judul(self.staf)

    def test_keputusan_dari_surat_menunggu_pengelola(self) -> None:
        baris = finalkan(self.kantor, self.kantor.kasi, self.camat)
        self.ajukan(evaluasi=baris, oleh=self.kasi)
        periode = "Triwulan III 2026"
        assert judul(self.kantor.pengelola) == [
            (f"Catat keputusan keberatan dari surat, {periode}", date(2026, 10, 29))
        ]

    def test_jumlah_kueri_tugas_sama_untuk_satu_dan_tiga(self) -> None:
        self.ajukan()
        satu = self.kueri_tugas()
        baru = [pabrik.buat_pegawai(self.kantor.seksi, nama=f"Baru {urut}") for urut in range(2)]
        for pegawai in baru:
            pabrik.buat_skp(pegawai, penilai=self.kantor.kasi)
        self.kantor.hitung()
        for pegawai in baru:
            self.ajukan(evaluasi=finalkan(self.kantor, pegawai, self.kasi), oleh=akun(pegawai))
        assert self.kueri_tugas() == satu

    def kueri_tugas(self) -> int:
        segar = Pengguna.objects.get(pk=self.camat.pk)
        with CaptureQueriesContext(connection) as tangkap:
            untuk(menunggu, segar)
        return len(tangkap)
