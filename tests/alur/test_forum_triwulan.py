"""One quarter of the public forum in the sample office, walked through in a browser, and one complaint beside it.

From a theme that the survey proposes to the next session, whose agenda knows what became of the promises. Everything
that people do is done on pages, by the person who does it, on the day on which it is done; citizens have no account.
Only what Celery does (telling of late actions) is called here.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Any
from urllib.parse import urlparse

import pytest

from forum.enums.laporan import StatusLaporan
from forum.models import AksiForum, BeritaAcara, Laporan, SesiForum
from forum.perhitungan.aksi import StatusAksi
from forum.perhitungan.sesi import StatusSesi
from forum.proses.naik import naikkan_aksi
from rakumpit.organisasi.models import Jabatan
from tests.alur.dasar import UjiAlur
from tests.alur.dasar import wib as wib_tahun
from tests.survei.dasar import pada

pytestmark = [pytest.mark.peramban, pytest.mark.lama]

PDF = b"%PDF-1.4 bukti\n%%EOF\n"
CAMAT, PENGELOLA = 1, 4
KASI, NOTULIS, PENATA, PENGELOLA_LAYANAN, OPERATOR = 7, 15, 16, 17, 18
WAKIL = "Sari Uji"
# Half of them are written down at the door, half come from the paper list.
BERANI, KERTAS = 15, 15
TINDAKAN = (
    ("Susun jadwal dua petugas setiap Senin", KASI, "30 November 2026"),
    ("Pasang papan syarat di loket", NOTULIS, "30 Oktober 2026"),
    ("Cetak daftar biaya resmi", PENATA, "20 November 2026"),
    ("Umumkan jam layanan di grup RT", PENGELOLA_LAYANAN, "15 Desember 2026"),
    ("Pasang kursi tunggu tambahan", OPERATOR, "18 Desember 2026"),
)


def wib(bulan: int, hari: int) -> datetime:
    return wib_tahun(bulan, hari, 2026)


def jalur(alamat: str) -> str:
    """The path of a link that was handed over, for the server of the test."""
    return urlparse(alamat.strip()).path


class TriwulanTest(UjiAlur):
    """September to December 2026, in the order in which it happens."""

    def test_triwulan(self) -> None:
        sesi = self.tema()
        self.undangan(sesi)
        self.pendaftaran(sesi)
        self.hari_sesi(sesi)
        self.berita_acara(sesi)
        self.terlambat()
        self.diverifikasi_wakil()
        self.sesi_berikutnya()

    def jabatan(self, siapa: int) -> Jabatan:
        jabatan: Jabatan = self.pegawai[siapa].penugasan.get(selesai=None).jabatan
        return jabatan

    # --- before ---

    def tema(self) -> SesiForum:
        """The head of the seksi takes the theme that the locked survey proposes, and announces the session."""
        with self.sebagai(KASI, wib(9, 15)) as page:
            page.goto("/forum/kelola/sesi/")
            self.tekan(page, "Lihat usulan tema")
            assert "Hasil survei" in page.locator("main").inner_text()
            self.tekan(page, "Buat sesi dari tema ini")
            assert "unsur terendah" in page.locator("main [name=dasar]").input_value()
            self.isi(page, tanggal="8 Oktober 2026", tempat="Aula kecamatan", kapasitas="40")
            self.isi(page, pimpinan="Kepala Seksi Pelayanan Umum", notulis="Penata layanan")
            for kode in ("pengguna-layanan", "tokoh-masyarakat", "media-massa"):
                page.locator(f"main [name=unsur_wajib][value={kode}]").check()
            self.tekan(page, "Simpan draf")
            self.tekan(page, "Tambah acara")
            self.isi(page, judul="Paparan hasil survei", penyaji="Kepala seksi", durasi_menit="30")
            self.tekan(page, "Tambah acara")
            self.tekan(page, "Jadwalkan sesi")
            self.tekan(page, "Buka pendaftaran")
        sesi: SesiForum = SesiForum.objects.get(mulai__date=date(2026, 10, 8))
        assert sesi.status == StatusSesi.TERBUKA.value
        return sesi

    def undangan(self, sesi: SesiForum) -> None:
        """Every required element is invited; until then the page says whom nobody has asked."""
        with self.sebagai(KASI, wib(9, 16)) as page:
            for penerima, unsur in (("Ketua RT 02", "tokoh-masyarakat"), ("Kelompok pemohon", "pengguna-layanan")):
                self.undang(page, sesi, penerima, unsur)
            page.goto(f"/forum/kelola/sesi/{sesi.uuid}/")
            assert "Belum ada undangan terkirim untuk unsur Media massa" in page.locator("main").inner_text()
            self.undang(page, sesi, "Radio desa", "media-massa")
            page.goto(f"/forum/kelola/sesi/{sesi.uuid}/")
            assert "Undangan lengkap" in page.locator("main").inner_text()
            page.goto(f"/forum/kelola/sesi/{sesi.uuid}/undangan/")
            self.unduh_pdf(page, "Unduh surat undangan")

    def undang(self, page: Any, sesi: SesiForum, penerima: str, unsur: str) -> None:
        page.goto(f"/forum/kelola/sesi/{sesi.uuid}/undangan/")
        self.tekan(page, "Tambah undangan")
        self.isi(page, penerima=penerima, unsur=unsur, saluran="surat", nomor_surat="005/51/Rkp")
        self.tekan(page, "Tambah undangan")
        self.tekan(page, penerima)
        self.isi(page, status="terkirim", dikirim_pada="16 September 2026")
        self.tekan(page, "Simpan keadaan")

    def unduh_pdf(self, page: Any, tombol: str) -> None:
        with page.expect_download() as unduhan:
            page.locator("main").get_by_role("link", name=tombol).first.click()
        assert unduhan.value.path().read_bytes().startswith(b"%PDF")

    def pendaftaran(self, sesi: SesiForum) -> None:
        """Citizens register on their telephones, without an account."""
        with self.sebagai_warga(wib(9, 20)) as page:
            for n in range(BERANI):
                page.goto(f"/forum/sesi/{sesi.uuid}/daftar/")
                nama = WAKIL if n == 0 else f"Warga Daring {n:02d}"
                self.isi(page, nama=nama, kontak=f"0812000000{n:02d}", unsur="pengguna-layanan", instansi="RT 02")
                self.tekan(page, "Daftar")
                assert "Anda terdaftar" in page.locator("main").inner_text()
        assert sesi.pendaftaran.terdaftar().kursi() == BERANI

    # --- the day ---

    def hari_sesi(self, sesi: SesiForum) -> None:
        """Who came, what was said, what was agreed, who does what until when."""
        with self.sebagai(NOTULIS, wib(10, 8)) as page:
            dasar = f"/forum/kelola/sesi/{sesi.uuid}/"
            page.goto(dasar)
            self.tekan(page, "Mulai sesi")
            for _ in range(BERANI):
                page.goto(f"{dasar}peserta/")
                self.tekan(page, "Catat hadir")
                self.isi(page, jenis_kelamin="p")
                self.tekan(page, "Catat hadir")
            page.goto(f"{dasar}peserta/")
            self.tekan(page, "Ketik daftar kertas")
            for n in range(KERTAS):
                self.isi(page, nama=f"Warga Kertas {n:02d}", unsur="tokoh-masyarakat", jenis_kelamin="l")
                page.locator("main [name=bertanda_tangan]").check()
                self.tekan(page, "Catat hadir")
            page.goto(f"{dasar}peserta/")
            assert "30 orang hadir" in page.locator("main").inner_text()
            self.catat_hasil(page, dasar)
            page.goto(dasar)
            self.tekan(page, "Akhiri sesi")

    def catat_hasil(self, page: Any, dasar: str) -> None:
        page.goto(f"{dasar}hasil/")
        self.tekan(page, "Tulis catatan Paparan hasil survei")
        self.isi(page, catatan="Waktu tunggu rata-rata dua jam pada hari Senin.")
        self.tekan(page, "Simpan")
        for uraian, jawaban in (
            ("Senin pagi antrean sampai ke halaman.", "Mulai November ada dua petugas."),
            ("Syarat tidak tertulis di mana pun.", "Papan syarat dipasang di loket."),
            ("Mohon loket buka sampai malam.", ""),
        ):
            self.tekan(page, "Tambah masukan")
            self.isi(page, unsur="pengguna-layanan", penyampai=WAKIL, uraian=uraian, jawaban=jawaban)
            self.isi(page, keputusan="diterima" if jawaban else "belum")
            self.tekan(page, "Simpan masukan")
        self.tekan(page, "Jawab atau ubah masukan nomor 3")
        self.isi(page, jawaban="Jam kerja diatur Perpres, dibahas dengan kota.", keputusan="ditampung")
        self.tekan(page, "Simpan masukan")
        for uraian in ("Loket dilayani dua petugas setiap Senin.", "Syarat, biaya, dan jam tertulis di loket."):
            self.tekan(page, "Tambah kesepakatan")
            self.isi(page, uraian=uraian)
            self.tekan(page, "Simpan kesepakatan")
        for n, (uraian, siapa, tenggat) in enumerate(TINDAKAN):
            self.tekan(page, f"Tambah tindak lanjut kesepakatan nomor {1 + n % 2}")
            self.isi(page, uraian=uraian, tenggat=tenggat, prioritas="tinggi", indikator="Terlihat di loket")
            page.select_option("main [name=penanggung_jawab]", value=str(self.jabatan(siapa).uuid))
            self.tekan(page, "Simpan tindak lanjut")

    # --- after ---

    def berita_acara(self, sesi: SesiForum) -> None:
        """Frozen, signed by a citizen by the own link and by the head, printed for the file and for everybody."""
        with self.sebagai(NOTULIS, wib(10, 9)) as page:
            page.goto(f"/forum/kelola/sesi/{sesi.uuid}/berita-acara/")
            self.tekan(page, "Siapkan berita acara")
            self.isi(page, nomor_surat="400/7/Rkp/2026", nama_1=WAKIL, unsur_1="pengguna-layanan", lembaga_1="RT 02")
            self.tekan(page, "Siapkan berita acara")
        with self.sebagai(KASI, wib(10, 12)) as page:
            page.goto(f"/forum/kelola/sesi/{sesi.uuid}/berita-acara/")
            tautan = jalur(page.locator("main .rumus").first.inner_text())
            with self.sebagai_warga(wib(10, 12)) as warga:
                warga.goto(tautan)
                self.isi(warga, nama=WAKIL)
                warga.locator("main [name=setuju]").check()
                self.tekan(warga, "Tanda tangani")
                assert "Anda sudah menandatangani" in warga.locator("main").inner_text()
            page.reload()
            self.tekan(page, "Tanda tangani sebagai penyelenggara")
            self.unduh_pdf(page, "Unduh versi lengkap")
        berita = BeritaAcara.objects.get(sesi=sesi)
        assert (berita.status, len(berita.sidik)) == ("ditandatangani", 64)
        with self.sebagai_warga(wib(10, 13)) as page:
            page.goto(f"/forum/sesi/{sesi.uuid}/")
            isi = page.locator("main").inner_text()
            for uraian, *_ in TINDAKAN:
                assert uraian in isi
            assert "30 orang" in isi
            assert not re.search(r"Warga (Daring|Kertas)|Sari Uji", page.content())
            self.unduh_pdf(page, "Unduh berita acara versi 1")

    def terlambat(self) -> None:
        """What is late climbs: owner, head, camat, each told once."""
        for saat in (wib(11, 2), wib(11, 12), wib(11, 12)):
            with pada(saat):
                naikkan_aksi()
        for siapa in (NOTULIS, KASI, CAMAT):
            with self.sebagai(siapa, wib(11, 12)) as page:
                page.goto("/pemberitahuan/")
                kabar = page.get_by_role("heading", name=f"Tindak lanjut forum terlambat: {TINDAKAN[1][0]}")
                assert kabar.count() == 1
        with self.sebagai_warga(wib(11, 12)) as page:
            page.goto("/forum/tindak-lanjut/")
            assert "Terlambat" in page.locator("main").inner_text()

    def diverifikasi_wakil(self) -> None:
        """Done is what a citizen has seen: the owner claims, the head hands out a link, the citizen looks."""
        aksi = AksiForum.objects.get(uraian=TINDAKAN[2][0])
        alamat = f"/forum/kelola/tindak-lanjut/{aksi.uuid}/"
        with self.sebagai(PENATA, wib(11, 16)) as page:
            page.goto(alamat)
            self.tekan(page, "Mulai tindakan")
            self.tekan(page, "Nyatakan selesai")
            self.isi(page, bukti="Daftar biaya tertempel di loket sejak 13 November.")
            berkas = {"name": "foto.pdf", "mimeType": "application/pdf", "buffer": PDF}
            page.set_input_files("main [name=berkas]", berkas)
            self.tekan(page, "Nyatakan selesai")
        with self.sebagai(KASI, wib(11, 17)) as page:
            page.goto(alamat)
            self.tekan(page, "Minta wakil masyarakat memeriksa")
            page.locator("main [name=wakil]").select_option(index=1)
            self.tekan(page, "Buat tautan pemeriksaan")
            tautan = jalur(page.locator("main .rumus").first.inner_text())
        with self.sebagai_warga(wib(11, 18)) as page:
            page.goto(tautan)
            page.locator("main [name=sesuai][value=ya]").check()
            self.tekan(page, "Kirim hasil pemeriksaan")
            assert "Selesai dan diverifikasi" in page.locator("main").inner_text()
            assert page.goto(tautan).status == 404
        aksi.refresh_from_db()
        assert (aksi.status, aksi.diverifikasi_oleh) == (StatusAksi.DIVERIFIKASI.value, None)

    def sesi_berikutnya(self) -> None:
        """The late promise is a theme of its own, and the first item of the next agenda reports all five."""
        with self.sebagai(KASI, wib(12, 1)) as page:
            page.goto("/forum/kelola/sesi/tema/")
            usulan = page.locator("main section", has_text=TINDAKAN[1][0])
            with page.expect_navigation():
                usulan.get_by_role("button", name="Buat sesi dari tema ini").click()
            assert TINDAKAN[1][0] in page.locator("main [name=tema]").input_value()
            self.isi(page, tanggal="14 Januari 2027", tempat="Aula kecamatan")
            self.tekan(page, "Simpan draf")
            baris = page.locator("section[aria-labelledby=j-acara] ol > li").first.locator("li").all_inner_texts()
        # One is late since October, the head's own since the day before.
        terbaca = {uraian: next(isi for isi in baris if uraian in isi) for uraian, *_ in TINDAKAN}
        keadaan = ["Terlambat", "Terlambat", "Selesai dan diverifikasi", "Direncanakan", "Direncanakan"]
        for (uraian, *_), kata in zip(TINDAKAN, keadaan, strict=True):
            assert kata in terbaca[uraian], terbaca[uraian]

    # --- a complaint beside it ---

    def test_pengaduan_tanpa_nama(self) -> None:
        """From number and key to closing: forwarded, answered, objected to, answered again, accepted by the citizen."""
        with self.sebagai_warga(wib(9, 15)) as page:
            page.goto("/forum/lapor/")
            page.locator("main [name=klasifikasi][value=pengaduan]").check()
            self.isi(page, judul="Papan syarat tidak ada", isi="Saya pulang dua kali karena syarat tidak tertulis.")
            page.locator("main [name=rahasia][value=tidak]").check()
            self.tekan(page, "Kirim laporan")
            nomor, kunci = (satu.replace("\n", "") for satu in page.locator("main .kode").all_inner_texts())
        laporan = Laporan.objects.get(nomor=nomor)
        assert (laporan.tanpa_identitas, laporan.anonim) == (True, True)
        alamat = f"/forum/kelola/laporan/{laporan.uuid}/"
        with self.sebagai(PENGELOLA, wib(9, 16)) as page:
            page.goto(alamat)
            self.tekan(page, "Nyatakan lengkap")
            tugas = self.pegawai[PENATA].penugasan.get(selesai=None)
            page.select_option("main [name=penugasan]", value=str(tugas.uuid))
            page.fill("#teruskan_catatan", "Mohon diperiksa di loket.")
            self.tekan(page, "Teruskan laporan")
        self.jawab(alamat, wib(9, 18), "Syarat sudah ditempel di pintu loket pada 17 September.")
        with self.sebagai_warga(wib(9, 21)) as page:
            self.lacak(page, nomor, kunci)
            assert "Syarat sudah ditempel" in page.locator("main").inner_text()
            page.get_by_text("Belum: ajukan keberatan").click()
            page.fill("#teks-keberatan", "Tulisannya terlalu kecil untuk dibaca.")
            self.tekan(page, "Ajukan keberatan")
        self.jawab(alamat, wib(9, 23), "Papan baru dengan huruf besar dipasang pada 22 September.")
        with self.sebagai_warga(wib(9, 24)) as page:
            self.lacak(page, nomor, kunci)
            assert page.get_by_text("Belum: ajukan keberatan").count() == 0
            self.tekan(page, "Ya, laporan ini selesai")
            page.locator("main [name=kepuasan][value='4']").check()
            self.tekan(page, "Kirim penilaian")
            page.goto("/forum/laporan/")
            isi = page.locator("main").inner_text()
            assert "huruf besar dipasang" in isi
            assert "Anonim" in isi
        laporan.refresh_from_db()
        assert (laporan.status, laporan.kepuasan, laporan.hasil) == (
            StatusLaporan.SELESAI.value,
            4,
            "dengan_perbaikan",
        )

    def jawab(self, alamat: str, saat: datetime, teks: str) -> None:
        """The officer takes it up and answers."""
        with self.sebagai(PENATA, saat) as page:
            page.goto(alamat)
            self.tekan(page, "Mulai kerjakan")
            page.fill("#jawab_teks", teks)
            page.select_option("#jawab_hasil", "dengan_perbaikan")
            self.tekan(page, "Kirim jawaban")

    def lacak(self, page: Any, nomor: str, kunci: str) -> None:
        page.goto("/forum/lacak/")
        self.isi(page, nomor=nomor, kunci=kunci)
        self.tekan(page, "Lihat laporan")
