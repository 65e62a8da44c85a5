"""One season of training in the sample office, walked through in a browser: from a weak element of the survey to what
citizens and colleagues see of it months later.

Everything that people do is done on pages, by the person who does it, on the day on which it is done.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from fractions import Fraction
from typing import Any

import pytest

from pelatihan.models import (
    EvaluasiPerilaku,
    KebutuhanPelatihan,
    Kegiatan,
    Pendaftaran,
    RiwayatJP,
    SertifikatKegiatan,
    SesiKegiatan,
)
from pelatihan.perhitungan.kegiatan import StatusKegiatan, StatusPendaftaran
from pelatihan.perhitungan.sesudah import BUKAN_BUKTI_SEBAB
from rakumpit.angka import bulatkan, format_angka
from rakumpit.waktu import WIB
from survei.models import Survei
from tests import pabrik
from tests.alur.dasar import UjiAlur
from tests.kinerja.kantor import akun
from tests.peramban.dasar import TELEPON

pytestmark = [pytest.mark.peramban, pytest.mark.lama]

# PETUGAS is a PNS: a PPPK of the counter would need a reason to pass the yearly limit.
CAMAT, PENGELOLA, PETUGAS = 1, 4, 15
JUDUL = "Lokakarya menyambut warga di loket"
KURSI, PENDAFTAR = 30, 40
UNSUR, NILAI_SESUDAH = "perilaku", [4] * 30 + [3] * 10
PERILAKU = ("Menyapa warga lebih dulu", "Menjelaskan syarat dengan kata sederhana", "Menyebut perkiraan waktu selesai")


def pukul(tahun: int, bulan: int, hari: int, jam: int = 9, menit: int = 0) -> datetime:
    return datetime(tahun, bulan, hari, jam, menit, tzinfo=WIB)


class SemusimTest(UjiAlur):
    """The season, in the order in which it happens."""

    saat = pukul(2026, 12, 1)

    @property
    def kegiatan(self) -> Kegiatan:
        return Kegiatan.objects.get(judul=JUDUL)

    def test_semusim(self) -> None:
        self.kebutuhan()
        self.rencanakan()
        self.setujui_dan_buka()
        self.daftarkan()
        pindah = self.kursi_berpindah()
        self.siapkan()
        self.hari_kegiatan(pindah)
        sertifikat = self.tutup()
        self.diperiksa_orang_asing(sertifikat)
        self.perilaku()
        self.survei_lagi()
        self.hasil()

    def kebutuhan(self) -> None:
        """A weak element of the survey becomes a need of its unit with one press."""
        with self.sebagai(PENGELOLA, pukul(2026, 12, 1)) as page:
            page.goto("/pelatihan/kebutuhan/calon/?asal=survei")
            self.tekan(page, "Jadikan kebutuhan")
            assert "Sudah menjadi kebutuhan" in page.locator("main").inner_text()
        self.butuh = KebutuhanPelatihan.objects.filter(sumber="survei").latest("pk")
        assert self.butuh.unit is not None
        self.unit = self.butuh.unit

    def rencanakan(self) -> None:
        """A workshop for that need; the second session first clashes with the room and is refused, nothing lost."""
        with self.sebagai(PENGELOLA, pukul(2026, 12, 2)) as page:
            page.goto("/pelatihan/ruang/tambah/")
            page.locator("main [name=unit]").select_option(index=1)
            self.isi(page, nama="Balai rekaan", kapasitas="40", jeda_menit="15")
            self.tekan(page, "Simpan ruang")
            page.goto("/pelatihan/kegiatan/tambah/")
            self.isi(page, judul=JUDUL, kuota_maks=str(KURSI), ambang_hadir="80", jp="7")
            page.locator("main [name=unit]").select_option(index=1)
            page.locator("main [name=program]").select_option(index=1)
            page.locator("main [name=kebutuhan]").select_option(str(self.butuh.uuid))
            page.locator("main [name=perlu_persetujuan]").set_checked(False)
            self.tekan(page, "Simpan draf")
            self.sesi(page, "Pagi: menyapa", "08.00", "11.30")
            self.sesi(page, "Siang: menjelaskan", "11.00", "14.00")
            ditolak = page.locator("main").inner_text()
            assert "Balai rekaan" in ditolak
            assert "sudah dipakai" in ditolak
            assert page.locator("main [name=judul]").input_value() == "Siang: menjelaskan"
            self.isi(page, jam_mulai="13.00", jam_selesai="16.00")
            self.tekan(page, "Simpan sesi")
        assert self.kegiatan.sesi.count() == 2

    def sesi(self, page: Any, judul: str, mulai: str, selesai: str) -> None:
        page.goto(f"/pelatihan/kegiatan/{self.kegiatan.uuid}/sesi/")
        self.isi(page, judul=judul, tanggal="20 Januari 2027", jam_mulai=mulai, jam_selesai=selesai)
        self.isi(page, istirahat_menit="0")
        page.locator("main [name=ruang]").select_option(label="Balai rekaan")
        self.tekan(page, "Simpan sesi")

    def setujui_dan_buka(self) -> None:
        with self.sebagai(PENGELOLA, pukul(2026, 12, 3)) as page:
            page.goto(f"/pelatihan/kegiatan/{self.kegiatan.uuid}/")
            self.tekan(page, "Ajukan")
            assert page.get_by_role("button", name="Setujui").count() == 0
        with self.sebagai(CAMAT, pukul(2026, 12, 4)) as page:
            page.goto(f"/pelatihan/kegiatan/{self.kegiatan.uuid}/")
            self.tekan(page, "Setujui")
        with self.sebagai(PENGELOLA, pukul(2026, 12, 7)) as page:
            page.goto(f"/pelatihan/kegiatan/{self.kegiatan.uuid}/")
            self.tekan(page, "Buka pendaftaran")
        assert self.kegiatan.status == StatusKegiatan.PENDAFTARAN

    def daftarkan(self) -> None:
        """The officer registers himself; 39 others are registered, page by page: 30 seats, then the waiting list."""
        alamat = f"/pelatihan/kegiatan/{self.kegiatan.uuid}/"
        with self.sebagai(PETUGAS, pukul(2026, 12, 8), TELEPON) as page:
            page.goto(alamat)
            self.tekan(page, "Daftar")
        with self.sebagai(PENGELOLA, pukul(2026, 12, 9)) as page:
            # Not the organiser: nobody takes down the own attendance.
            lain = f"main form[method=post] [name=pegawai]:not([value='{self.pegawai[PENGELOLA].uuid}'])"
            sisa = PENDAFTAR - 1
            while sisa:
                page.goto(f"{alamat}daftarkan/")
                dipilih = page.locator(lain).all()[:sisa]
                for kotak in dipilih:
                    kotak.check()
                sisa -= len(dipilih)
                # Some PPPK pass their yearly limit with it.
                self.isi(page, alasan_melampaui="Unsur survei ini lemah; semua petugas loket perlu ikut.")
                self.tekan(page, "Daftarkan yang dipilih")
            assert f"{KURSI} dari {KURSI} kursi terisi. 10 orang di daftar tunggu." in page.locator("main").inner_text()
        semua = self.kegiatan.pendaftaran
        assert semua.count() == PENDAFTAR
        assert semua.filter(status=StatusPendaftaran.TERDAFTAR.value).count() == KURSI

    def kursi_berpindah(self) -> Pendaftaran:
        """One gives the seat back; the first of the waiting list is offered it and takes it."""
        semua = self.kegiatan.pendaftaran.select_related("pegawai__pengguna")
        pergi = semua.filter(status=StatusPendaftaran.TERDAFTAR.value).exclude(pegawai=self.pegawai[PETUGAS]).last()
        pertama: Pendaftaran | None = semua.antre().first()
        assert pergi is not None
        assert pertama is not None
        with self.sebagai(akun(pergi.pegawai), pukul(2026, 12, 14)) as page:
            page.goto(f"/pelatihan/pendaftaran/{pergi.uuid}/")
            self.tekan(page, "Batalkan pendaftaran")
            self.tekan(page, "Batalkan")
        with self.sebagai(akun(pertama.pegawai), pukul(2026, 12, 14, 13), TELEPON) as page:
            page.goto("/")
            page.goto(f"/pelatihan/pendaftaran/{pertama.uuid}/")
            self.tekan(page, "Terima kursi")
        pertama.refresh_from_db()
        pergi.refresh_from_db()
        assert (pertama.status, pergi.status) == (StatusPendaftaran.TERDAFTAR.value, StatusPendaftaran.BATAL.value)
        assert semua.berkursi().count() == KURSI
        return pertama

    def siapkan(self) -> None:
        """Registration ends; the same test before and after; what will be looked at afterwards is agreed on."""
        alamat = f"/pelatihan/kegiatan/{self.kegiatan.uuid}/"
        with self.sebagai(PENGELOLA, pukul(2027, 1, 18)) as page:
            page.goto(alamat)
            self.tekan(page, "Tutup pendaftaran")
            page.goto(f"{alamat}tes/atur/")
            page.locator("main [name=naskah]").select_option(index=1)
            self.tekan(page, "Simpan tes")
            page.goto(f"{alamat}sepakat/")
            self.isi(page, **{f"perilaku_{urut}": kata for urut, kata in enumerate(PERILAKU, 1)})
            page.locator("main [name=unit]").select_option(str(self.unit.uuid))
            page.locator("main [name=unsur]").select_option(UNSUR)
            self.tekan(page, "Simpan")

    def hari_kegiatan(self, bolos: Pendaftaran) -> None:
        """The officer by phone with the digits on the screen, the others on paper; one is away after the break."""
        pagi, siang = self.kegiatan.sesi.order_by("waktu")
        with self.sebagai(PENGELOLA, pukul(2027, 1, 20, 7, 50)) as page:
            page.goto(f"/pelatihan/kegiatan/{self.kegiatan.uuid}/")
            self.tekan(page, "Mulai")
        with self.sebagai(PETUGAS, pukul(2027, 1, 20, 7, 55), TELEPON) as page:
            self.kerjakan(page, "awal")
        for sesi, jam in ((pagi, 8), (siang, 13)):
            self.hadir_telepon(sesi, pukul(2027, 1, 20, jam, 2))
            self.hadir_kertas(sesi, pukul(2027, 1, 20, jam + 2), [bolos] if sesi == siang else [])
        with self.sebagai(PETUGAS, pukul(2027, 1, 20, 15, 50), TELEPON) as page:
            self.kerjakan(page, "akhir")

    def kerjakan(self, page: Any, jenis: str) -> None:
        page.goto(f"/pelatihan/kegiatan/{self.kegiatan.uuid}/tes/{jenis}/")
        for soal in page.locator("main fieldset").all():
            soal.locator("[type=radio]").first.check()
        self.tekan(page, "Kirim jawaban")
        assert "terkirim" in page.locator("main").inner_text()

    def hadir_telepon(self, sesi: SesiKegiatan, saat: datetime) -> None:
        with self.sebagai(PENGELOLA, saat) as page:
            page.goto(f"/pelatihan/sesi/{sesi.uuid}/layar/?diam=1")
            angka = page.locator(".angka-layar").inner_text()
        with self.sebagai(PETUGAS, saat, TELEPON) as page:
            page.goto(f"/pelatihan/hadir/{sesi.uuid}/")
            self.isi(page, pin=angka)
            self.tekan(page, "Catat kehadiran saya")
            assert "Kehadiran Anda tercatat" in page.locator("main").inner_text()

    def hadir_kertas(self, sesi: SesiKegiatan, saat: datetime, tanpa: list[Pendaftaran]) -> None:
        """Everybody else has signed, but for ``tanpa``."""
        with self.sebagai(PENGELOLA, saat) as page:
            page.goto(f"/pelatihan/sesi/{sesi.uuid}/kertas/")
            for kotak in page.locator("main [name=peserta]").all():
                kotak.set_checked(kotak.get_attribute("value") not in {str(satu.uuid) for satu in tanpa})
            with page.expect_navigation():
                page.locator("main form[method=post] [type=submit]").first.click()

    def tutup(self) -> SertifikatKegiatan:
        """The end issues the certificates: for everybody but the one who missed half of it."""
        alamat = f"/pelatihan/kegiatan/{self.kegiatan.uuid}/"
        with self.sebagai(PENGELOLA, pukul(2027, 1, 20, 16, 30)) as page:
            page.goto(alamat)
            self.tekan(page, "Akhiri")
        with self.sebagai(PETUGAS, pukul(2027, 1, 21), TELEPON) as page:
            page.goto(f"{alamat}umpan-balik/")
            for soal in page.locator("main fieldset").all():
                soal.locator("[type=radio]").last.check()
            self.tekan(page, "Kirim umpan balik")
        with self.sebagai(PENGELOLA, pukul(2027, 1, 27)) as page:
            page.goto(alamat)
            self.tekan(page, "Selesai")
        assert self.kegiatan.status == StatusKegiatan.SELESAI
        assert self.kegiatan.sertifikat.count() == KURSI - 1
        sertifikat = SertifikatKegiatan.objects.get(kegiatan=self.kegiatan, pegawai=self.pegawai[PETUGAS])
        jp = RiwayatJP.objects.berlaku().get(pegawai=self.pegawai[PETUGAS], judul=JUDUL)
        assert jp.jp == 7
        with self.sebagai(PETUGAS, pukul(2027, 1, 28), TELEPON) as page:
            page.goto("/pelatihan/saya/")
            assert JUDUL in page.locator("main").inner_text()
            page.goto(sertifikat.get_absolute_url())
            with page.expect_download() as unduhan:
                page.get_by_role("link", name="Unduh").first.click()
            assert unduhan.value.path().read_bytes().startswith(b"%PDF")
        sertifikat.refresh_from_db()
        return sertifikat

    def diperiksa_orang_asing(self, sertifikat: SertifikatKegiatan) -> None:
        """Without an account: all that is printed, and that it holds."""
        assert sertifikat.dokumen is not None
        with self.sebagai_warga(pukul(2027, 2, 1)) as page:
            page.goto(sertifikat.dokumen.get_absolute_url())
            teks = page.locator("main").inner_text()
        for kata in (JUDUL, self.pegawai[PETUGAS].nama, sertifikat.nomor, "20 Januari 2027", "7"):
            assert kata in teks, kata
        assert str(self.pegawai[PETUGAS].nip) not in re.sub(r"\s", "", teks)

    def perilaku(self) -> None:
        """Two months later the participant, the superior and a colleague are asked, each on the front page."""
        semua = EvaluasiPerilaku.objects.filter(kegiatan=self.kegiatan, peserta=self.pegawai[PETUGAS])
        assert semua.count() == 3
        for satu in semua.select_related("penilai"):
            with self.sebagai(satu.penilai, pukul(2027, 3, 29), TELEPON) as page:
                page.goto("/")
                page.goto(f"/pelatihan/evaluasi-perilaku/{satu.uuid}/")
                for urut in range(1, len(PERILAKU) + 1):
                    self.isi(page, **{f"sebelum_{urut}": "2", f"kini_{urut}": "3"})
                self.tekan(page, "Kirim jawaban")
        assert not semua.filter(diisi_pada=None).exists()

    def survei_lagi(self) -> None:
        """The unit asks its citizens again in the second quarter; the office opens, closes and locks the survey.

        The draft and the forty forms are stored here: how citizens fill them in is walked through elsewhere.
        """
        lama = Survei.objects.kepuasan().get(unit=self.unit, selesai=date(2026, 9, 30))
        survei = Survei.objects.create(
            kode="skm-semusim-tw2-2027",
            judul="Survei kepuasan triwulan II 2027",
            unit=self.unit,
            instrumen=lama.instrumen,
            mulai=date(2027, 4, 1),
            selesai=date(2027, 6, 30),
        )
        survei.layanan.set(lama.layanan.all())
        alamat = f"/survei/kelola/{survei.uuid}/"
        with self.sebagai(PENGELOLA, pukul(2027, 4, 1)) as page:
            self.langkah_survei(page, alamat, "Buka survei")
        for nilai in NILAI_SESUDAH:
            pabrik.buat_respons(survei, nilai, tanggal=date(2027, 5, 3))
        with self.sebagai(PENGELOLA, pukul(2027, 7, 1)) as page:
            self.langkah_survei(page, alamat, "Tutup survei")
            self.langkah_survei(page, alamat, "Kunci survei")
        self.sebelum = [satu.jawaban[UNSUR] for satu in lama.respons.all()]

    def langkah_survei(self, page: Any, alamat: str, tombol: str) -> None:
        page.goto(alamat)
        page.locator("main [name=yakin]").check()
        self.tekan(page, tombol)

    def hasil(self) -> None:
        """Half a year later: before and after with n and dates, the conclusion, and that it proves no cause."""
        with self.sebagai(PENGELOLA, pukul(2027, 8, 2)) as page:
            page.goto(f"/pelatihan/kegiatan/{self.kegiatan.uuid}/dampak/")
            self.tekan(page, "Simpulkan hasil")
            self.isi(page, simpulan="Warga lebih jarang bertanya dua kali. Loket juga bertambah satu meja.")
            self.tekan(page, "Simpan simpulan")
            hasil = page.locator("section[aria-labelledby=hasil]")
            label, nilai = (hasil.locator(f"dl > {apa}").all_inner_texts() for apa in ("dt", "dd"))
            teks = hasil.inner_text()
        baris = dict(zip(label, nilai, strict=True))
        sebelum = format_angka(bulatkan(Fraction(25 * sum(self.sebelum), len(self.sebelum)), 2), 2)
        assert baris["Survei sebelum"].startswith(f"{sebelum} (rentang ")
        assert baris["Survei sebelum"].endswith(f"), {len(self.sebelum)} jawaban, 1 Juli 2026 sampai 30 September 2026")
        # Thirty fours and ten threes: 150 of 160, so 93.75 of 100.
        assert baris["Survei sesudah"].startswith("93,75 (rentang ")
        assert baris["Survei sesudah"].endswith("), 40 jawaban, 1 April 2027 sampai 30 Juni 2027")
        assert baris["Perbandingan"] == "Naik"
        for kata in ("Perilaku Pelaksana", "Warga lebih jarang bertanya dua kali", BUKAN_BUKTI_SEBAB):
            assert kata in teks, kata
        assert not re.search(r"\b(karena|berkat|akibat) pelatihan", teks.replace(BUKAN_BUKTI_SEBAB, "")), teks
