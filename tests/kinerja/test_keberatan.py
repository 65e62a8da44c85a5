"""Delivery of a final result and the objection to it: who, when, once, and what nobody may do."""

from __future__ import annotations

import hashlib
from datetime import date, datetime, timedelta
from typing import Any
from unittest import mock

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.test import TestCase

from kinerja.enums import Pihak
from kinerja.models import AturanTindakLanjut, BerkasKeberatan, Evaluasi, HasilDiterima, Keberatan
from kinerja.perhitungan import hari_terakhir, tambah_bulan
from kinerja.permissions import boleh_memutus_keberatan, keberatan_diputus_oleh
from kinerja.proses import KonflikVersi, ProsesDitolak, buka_run, kerjakan_run, putuskan, revisi_baru, tetapkan
from kinerja.proses.dengar_keberatan import beri_keterangan, sidik_keterangan
from kinerja.proses.keberatan import (
    ajukan_keberatan,
    cabut_keberatan,
    catat_keberatan,
    catat_putusan_keberatan,
    putus_keberatan,
)
from kinerja.proses.penyampaian import catat_penyampaian, terima_hasil
from kinerja.tasks import kabari_keberatan as tugas_kabari
from rakumpit.audit.models import CatatanAudit
from rakumpit.notifikasi.models import Notifikasi
from rakumpit.organisasi.enums import SifatPenugasan
from rakumpit.organisasi.models import Pegawai, Pengguna, Penugasan
from rakumpit.waktu import WIB
from tests import pabrik
from tests.kinerja.berkas import XLSX, exif, jpg, png, unggahan
from tests.kinerja.kantor import Kantor, akun, buat_kantor
from tests.survei.dasar import pada

PDF = b"%PDF-1.7 surat"
TETAPKAN = datetime(2026, 10, 1, 9, 0, tzinfo=WIB)
# Delivered on 1 October: day 14 is 15 October, until midnight in Palangka Raya (WIB).
HARI_14 = datetime(2026, 10, 15, 23, 59, tzinfo=WIB)
HARI_15 = datetime(2026, 10, 16, 0, 0, tzinfo=WIB)


def surat() -> SimpleUploadedFile:
    return SimpleUploadedFile("surat.pdf", PDF)


def finalkan(kantor: Kantor, pegawai: Pegawai, oleh: Pengguna, hasil: str = "di_bawah") -> Evaluasi:
    """Rate and make final."""
    baris = putuskan(
        evaluasi=kantor.evaluasi(pegawai),
        oleh=oleh,
        rating_hasil=hasil,
        rating_perilaku="sesuai",
        alasan="Laporan terlambat.",
        versi=kantor.evaluasi(pegawai).versi,
    )
    tetapkan(evaluasi=baris, oleh=oleh, versi=baris.versi)
    return kantor.evaluasi(pegawai)


class UjiKeberatan(TestCase):
    """A staff member rated by the Kasi on 1 October 2026; the camat stands above the Kasi."""

    kantor: Kantor
    baris: Evaluasi

    @classmethod
    def setUpTestData(cls) -> None:
        with pada(TETAPKAN):
            cls.kantor = buat_kantor()
            cls.kantor.hitung()
            cls.baris = finalkan(cls.kantor, cls.kantor.staf[0], akun(cls.kantor.kasi))

    def setUp(self) -> None:
        self.staf, self.kasi, self.camat = (
            akun(satu) for satu in (self.kantor.staf[0], self.kantor.kasi, self.kantor.camat)
        )
        beku = pada(HARI_14)
        beku.__enter__()
        self.addCleanup(beku.__exit__, None, None, None)

    def ajukan(self, **ubah: Any) -> Keberatan:
        isian: dict[str, Any] = {"evaluasi": self.baris, "oleh": self.staf, "alasan": "Laporan saya kirim 3 September."}
        return ajukan_keberatan(**(isian | ubah))

    def didengar(self) -> Keberatan:
        keberatan = self.ajukan()
        beri_keterangan(keberatan=keberatan, oleh=self.staf, pihak=Pihak.PEGAWAI, isi="Bukti kirim ada.")
        return beri_keterangan(keberatan=keberatan, oleh=self.kasi, pihak=Pihak.PENILAI, isi="Berkas tidak saya baca.")

    def putus(self, keberatan: Keberatan, **ubah: Any) -> Keberatan:
        isian: dict[str, Any] = {
            "keberatan": keberatan,
            "oleh": self.camat,
            "putusan": "berubah",
            "rating_hasil": "sesuai",
            "rating_perilaku": "sesuai",
            "alasan": "Laporan terbukti dikirim tepat waktu.",
            "versi": keberatan.versi,
        }
        return putus_keberatan(**(isian | ubah))

    def ditolak(self, kata: str, panggil: Any, *args: Any, **isian: Any) -> None:
        """Refused with that word, and no row of any kind changed."""
        awal = self.jejak()
        with pytest.raises(ProsesDitolak, match=kata):
            panggil(*args, **isian)
        assert self.jejak() == awal

    def jejak(self) -> tuple[Any, ...]:
        return (
            CatatanAudit.objects.count(),
            Notifikasi.objects.count(),
            list(Keberatan.objects.order_by("pk").values()),
            list(Evaluasi.objects.order_by("pk").values("pk", "status", "terbaru", "predikat", "versi")),
            list(HasilDiterima.objects.order_by("pk").values()),
        )

    def satu_catatan(self, aksi: str) -> CatatanAudit:
        return CatatanAudit.objects.get(aksi=aksi)


class PenyampaianTests(UjiKeberatan):
    def test_hasil_disampaikan_saat_ditetapkan_dengan_hari_terakhir(self) -> None:
        satu = HasilDiterima.objects.get(evaluasi=self.baris)
        assert (satu.cara, satu.disampaikan_pada) == ("aplikasi", date(2026, 10, 1))
        assert satu.batas_keberatan == date(2026, 10, 15)
        assert satu.unit_penilai == self.kantor.seksi
        kabar = Notifikasi.objects.get(penerima=self.staf)
        assert "Keberatan dapat diajukan sampai 15 Oktober 2026." in kabar.isi
        assert kabar.tautan == f"/kinerja/evaluasi/{self.baris.uuid}/"
        assert CatatanAudit.objects.filter(aksi="kinerja.evaluasi.tetapkan").count() == 1

    def test_aturan_hari_kerja_dan_jumlah_hari_dari_baris_bertanggal(self) -> None:
        AturanTindakLanjut.objects.update(selesai=date(2026, 10, 14))
        AturanTindakLanjut.objects.create(
            nama="Aturan baru",
            mulai=date(2026, 10, 15),
            dasar_hukum="-",
            hari_keberatan=5,
            hari_kerja=True,
            hari_putusan=7,
            bulan_pembinaan=6,
        )
        lain = finalkan(self.kantor, self.kantor.staf[1], self.kasi)
        # Thursday 15 October and five working days: Thursday 22 October.
        assert lain.penyampaian.batas_keberatan == date(2026, 10, 22)
        self.baris.penyampaian.refresh_from_db()
        assert self.baris.penyampaian.batas_keberatan == date(2026, 10, 15)

    def test_tanpa_aturan_hasil_tidak_menjadi_final(self) -> None:
        AturanTindakLanjut.objects.update(selesai=date(2026, 10, 14))
        baris = putuskan(
            evaluasi=self.kantor.evaluasi(self.kantor.staf[1]),
            oleh=self.kasi,
            rating_hasil="sesuai",
            rating_perilaku="sesuai",
            alasan="Sesuai.",
            versi=1,
        )
        self.ditolak("Belum ada aturan", tetapkan, evaluasi=baris, oleh=self.kasi, versi=baris.versi)

    def test_terima_berarti_sudah_membaca_dan_tidak_mengurangi_hak(self) -> None:
        satu = terima_hasil(evaluasi=self.baris, oleh=self.staf)
        assert satu.diterima_pada is not None
        assert self.satu_catatan("kinerja.penyampaian.terima").pelaku == self.staf
        self.ditolak("sudah Anda terima", terima_hasil, evaluasi=self.baris, oleh=self.staf)
        assert self.ajukan().status == "diajukan"

    def test_hanya_yang_dinilai_menerima_dan_hanya_hasil_final(self) -> None:
        for oleh in (self.kasi, self.camat, self.kantor.pengelola):
            self.ditolak("hanya oleh pegawai", terima_hasil, evaluasi=self.baris, oleh=oleh)
        lain = self.kantor.evaluasi(self.kantor.staf[1])
        self.ditolak("belum ditetapkan", terima_hasil, evaluasi=lain, oleh=akun(self.kantor.staf[1]))

    def tanpa_akun(self) -> Evaluasi:
        pegawai = self.kantor.staf[1]
        pegawai.pengguna = None
        pegawai.save()
        with pada(TETAPKAN):
            return finalkan(self.kantor, pegawai, self.kasi)

    def catat(self, baris: Evaluasi, **ubah: Any) -> HasilDiterima:
        isian: dict[str, Any] = {"oleh": self.kantor.pengelola, "tanggal": date(2026, 10, 8), "pindaian": surat()}
        return catat_penyampaian(evaluasi=baris, **(isian | ubah))

    def test_tanpa_akun_hari_dihitung_dari_kertas(self) -> None:
        baris = self.tanpa_akun()
        satu = baris.penyampaian
        assert (satu.cara, satu.disampaikan_pada, satu.batas_keberatan) == ("", None, None)
        self.ditolak("Lampirkan", self.catat, baris, pindaian=None)
        self.ditolak("Tanggal terima", self.catat, baris, tanggal=date(2026, 9, 30))
        self.ditolak("Tanggal terima", self.catat, baris, tanggal=date(2026, 10, 16))
        for oleh in (self.kasi, self.staf, self.camat):
            self.ditolak("Hanya pengelola", self.catat, baris, oleh=oleh)
        satu = self.catat(baris)
        assert (satu.cara, satu.disampaikan_pada, satu.batas_keberatan) == (
            "kertas",
            date(2026, 10, 8),
            date(2026, 10, 22),
        )
        assert self.satu_catatan("kinerja.penyampaian.catat").pelaku == self.kantor.pengelola
        self.ditolak("sudah dicatat", self.catat, baris)

    def test_kertas_tidak_memendekkan_hari_yang_sudah_berjalan(self) -> None:
        self.ditolak("Tanggal terima", self.catat, self.baris, tanggal=date(2026, 9, 30))
        assert self.catat(self.baris).batas_keberatan == date(2026, 10, 22)

    def test_yang_sudah_membaca_di_aplikasi_tidak_dicatat_di_kertas(self) -> None:
        terima_hasil(evaluasi=self.baris, oleh=self.staf)
        self.ditolak("sudah menerima", self.catat, self.baris)

    def test_pengelola_tidak_mencatat_hasilnya_sendiri(self) -> None:
        self.staf.pengelola = True
        self.staf.save()
        self.ditolak("bukan untuk hasilnya sendiri", self.catat, self.baris, oleh=self.staf)


class MengajukanTests(UjiKeberatan):
    def test_hari_14_diterima_dan_semua_pihak_tahu(self) -> None:
        keberatan = self.ajukan()
        assert (keberatan.status, keberatan.diajukan_pada) == ("diajukan", date(2026, 10, 15))
        assert keberatan.batas_putusan == date(2026, 10, 29)
        assert not keberatan.berkas.exists()
        assert self.satu_catatan("kinerja.keberatan.ajukan").pelaku == self.staf
        kunci = f"keberatan-{{}}:{keberatan.uuid}"
        assert Notifikasi.objects.get(kunci=kunci.format("pemutus")).penerima == self.camat
        assert Notifikasi.objects.get(kunci=kunci.format("penilai")).penerima == self.kasi

    def test_hari_15_ditolak_menurut_tanggal_wib(self) -> None:
        with pada(HARI_15):
            self.ditolak("15 Oktober 2026", self.ajukan)

    def test_hanya_pegawainya_dan_dengan_alasan(self) -> None:
        for oleh in (self.kasi, self.camat, self.kantor.pengelola, akun(self.kantor.staf[1])):
            self.ditolak("hanya oleh pegawai", self.ajukan, oleh=oleh)
        self.ditolak("Tulis alasan", self.ajukan, alasan="  ")

    def test_beberapa_berkas_tersimpan_sekali_tanpa_tempat_foto(self) -> None:
        foto = unggahan("loket.jpg", jpg(sisipan=exif(1, gps=b"tempat-rahasia")))
        keberatan = self.ajukan(berkas=[surat(), foto, unggahan("../rekap.xlsx", XLSX), surat()])
        berkas = list(keberatan.berkas.all())
        assert [(satu.judul, satu.tipe) for satu in berkas] == [
            ("surat.pdf", "pdf"),
            ("loket.jpg", "jpg"),
            ("rekap.xlsx", "xlsx"),
        ]
        assert all("surat" not in str(satu.berkas.name) for satu in berkas)
        assert b"tempat-rahasia" not in berkas[1].berkas.read()
        catatan = self.satu_catatan("kinerja.keberatan.ajukan").nilai.sesudah
        assert catatan["berkas"][0] == {"judul": "surat.pdf", "sidik": hashlib.sha256(PDF).hexdigest()}

    def test_satu_berkas_ditolak_tidak_ada_yang_tersimpan(self) -> None:
        awal = self.berkas_di_penyimpanan()
        for kata, semua in (
            ("jenis berkas ini tidak diterima", [surat(), unggahan("a.pdf", b"<svg/>")]),
            ("berkas kosong", [surat(), unggahan("b.pdf", b"")]),
            ("Paling banyak 10 berkas", [surat()] * 11),
        ):
            self.ditolak(kata, self.ajukan, berkas=semua)
        with mock.patch("kinerja.proses.keberatan.catat", side_effect=RuntimeError), pytest.raises(RuntimeError):
            self.ajukan(berkas=[surat(), unggahan("c.png", png())])
        assert self.berkas_di_penyimpanan() == awal

    @staticmethod
    def berkas_di_penyimpanan() -> list[str]:
        return sorted(default_storage.listdir("keberatan")[1]) if default_storage.exists("keberatan") else []

    def test_berkas_tidak_berubah_dan_tidak_bertambah_sesudah_selesai(self) -> None:
        keberatan = self.ajukan(berkas=[surat()])
        for tulis in (keberatan.berkas.all().delete, lambda: keberatan.berkas.update(judul="lain")):
            with pytest.raises(IntegrityError, match="tidak berubah"), transaction.atomic():
                tulis()
        cabut_keberatan(keberatan=keberatan, oleh=self.staf)
        with pytest.raises(IntegrityError, match="tidak berubah"), transaction.atomic():
            BerkasKeberatan.objects.create(
                keberatan=keberatan, judul="susulan.pdf", berkas="keberatan/x.pdf", tipe="pdf"
            )

    def test_hanya_satu_kali_untuk_setiap_hasil(self) -> None:
        keberatan = self.ajukan()
        self.ditolak("Hanya satu kali", self.ajukan)
        cabut_keberatan(keberatan=keberatan, oleh=self.staf)
        self.ditolak("Hanya satu kali", self.ajukan)

    def test_belum_final_atau_belum_disampaikan_ditolak(self) -> None:
        lain = akun(self.kantor.staf[1])
        baris = self.kantor.evaluasi(self.kantor.staf[1])
        self.ditolak("setelah hasil ditetapkan", self.ajukan, evaluasi=baris, oleh=lain)
        lain.is_active = False
        lain.save()
        baris = finalkan(self.kantor, self.kantor.staf[1], self.kasi)
        self.ditolak("belum disampaikan", self.ajukan, evaluasi=baris, oleh=lain)

    def test_tanpa_atasan_pejabat_penilai_ditolak(self) -> None:
        """The camat is rated by the Sekda, and nobody is recorded above the Sekda here."""
        sekda = pabrik.buat_pengguna(nama="Sekda")
        self.kantor.sekda.pengguna = sekda
        self.kantor.sekda.save()
        baris = finalkan(self.kantor, self.kantor.camat, sekda)
        self.ditolak("Atasan pejabat penilai belum tercatat", self.ajukan, evaluasi=baris, oleh=self.camat)

    def test_keberatan_di_kertas_untuk_yang_tanpa_akun(self) -> None:
        pegawai, pengelola = self.kantor.staf[1], self.kantor.pengelola
        isian: dict[str, Any] = {"oleh": pengelola, "alasan": "Tertulis di surat.", "tanggal": date(2026, 10, 14)}
        self.ditolak("tidak punya akun", catat_keberatan, evaluasi=self.baris, surat=surat(), **isian)
        pegawai.pengguna = None
        pegawai.save()
        baris = finalkan(self.kantor, pegawai, self.kasi)
        catat_penyampaian(evaluasi=baris, oleh=pengelola, tanggal=date(2026, 10, 15), pindaian=surat())
        self.ditolak("baru disampaikan", catat_keberatan, evaluasi=baris, surat=surat(), **isian)
        isian["tanggal"] = date(2026, 10, 16)
        self.ditolak("belum tiba", catat_keberatan, evaluasi=baris, surat=surat(), **isian)
        isian["tanggal"] = date(2026, 10, 15)
        self.ditolak("pindaian surat", catat_keberatan, evaluasi=baris, surat=None, **isian)
        keberatan = catat_keberatan(evaluasi=baris, surat=surat(), berkas=[unggahan("buku.png", png())], **isian)
        assert [satu.judul for satu in keberatan.berkas.all()] == ["Surat keberatan", "buku.png"]
        assert keberatan.diajukan_oleh == pengelola
        beri_keterangan(keberatan=keberatan, oleh=pengelola, pihak=Pihak.PEGAWAI, isi="Disampaikan lisan.")
        self.ditolak(
            "pihaknya sendiri", beri_keterangan, keberatan=keberatan, oleh=pengelola, pihak=Pihak.PENILAI, isi="x"
        )


class TenggatTests(UjiKeberatan):
    """The due day of a decision, and the post of who decides, while an objection is open."""

    def kabar(self, apa: str) -> dict[Pengguna, str]:
        return {satu.penerima: satu.judul for satu in Notifikasi.objects.filter(kunci__startswith=f"keberatan-{apa}:")}

    def pada_hari(self, hari: date) -> int:
        with pada(datetime(hari.year, hari.month, hari.day, 9, 0, tzinfo=WIB)):
            return int(tugas_kabari())

    def test_yang_lewat_tenggat_diberitahukan_sekali_kepada_semua(self) -> None:
        keberatan = self.ajukan()
        assert self.pada_hari(keberatan.batas_putusan) == 0
        assert self.kabar("lewat") == {}
        lewat = keberatan.batas_putusan + timedelta(days=1)
        assert [self.pada_hari(lewat), self.pada_hari(lewat)] == [1, 1]
        awal = "Keberatan atas penilaian Staf 1, Triwulan III 2026"
        assert self.kabar("lewat") == {
            self.camat: f"{awal}, belum Anda putuskan",
            self.staf: "Keberatan Anda belum diputus sampai tenggat",
            self.kantor.pengelola: f"{awal}, belum diputus",
        }
        assert Notifikasi.objects.filter(kunci__startswith="keberatan-lewat").count() == 3
        self.client.force_login(self.staf)
        alamat = f"/kinerja/keberatan/{keberatan.uuid}/"
        self.assertNotContains(self.client.get(alamat), "belum diputus sampai tenggat")
        with pada(datetime(lewat.year, lewat.month, lewat.day, 10, 0, tzinfo=WIB)):
            self.assertContains(self.client.get(alamat), "belum diputus sampai tenggat")

    def test_yang_sudah_ditutup_tidak_diingatkan(self) -> None:
        keberatan = self.ajukan()
        cabut_keberatan(keberatan=keberatan, oleh=self.staf)
        assert self.pada_hari(keberatan.batas_putusan + timedelta(days=1)) == 0
        assert self.kabar("lewat") == {}

    def test_pemegang_jabatan_pemutus_yang_baru_dan_yang_lama_diberi_tahu(self) -> None:
        self.ajukan()
        hari = HARI_14.date() + timedelta(days=3)
        lama = self.kantor.camat.penugasan.get()
        lama.selesai = hari - timedelta(days=1)
        lama.save()
        baru = pabrik.buat_pegawai(self.kantor.seksi, nama="Camat baru")
        baru.penugasan.all().delete()
        baru.penugasan.create(jabatan=lama.jabatan, mulai=hari, sifat=lama.sifat)
        for _ in range(2):
            self.pada_hari(hari)
        assert set(self.kabar("pemutus")) == {self.camat, akun(baru)}
        assert list(self.kabar("bukan-pemutus")) == [self.camat]
        assert Notifikasi.objects.get(kunci__startswith="keberatan-bukan-pemutus").tautan == ""


class MemutusTests(UjiKeberatan):
    def test_kedua_pihak_didengar_sebelum_keputusan(self) -> None:
        keberatan = self.ajukan()
        self.ditolak("Dengarkan dulu kedua pihak", self.putus, keberatan)
        keberatan = beri_keterangan(keberatan=keberatan, oleh=self.staf, pihak=Pihak.PEGAWAI, isi="Bukti ada.")
        assert keberatan.status == "diajukan"
        self.ditolak("Dengarkan dulu kedua pihak", self.putus, keberatan)
        keberatan = beri_keterangan(keberatan=keberatan, oleh=self.camat, pihak=Pihak.PENILAI, isi="Tidak hadir.")
        assert keberatan.status == "didengar"
        assert CatatanAudit.objects.filter(aksi="kinerja.keberatan.keterangan").count() == 2

    def test_dua_penulis_satu_pihak_tidak_saling_menimpa(self) -> None:
        keberatan = self.ajukan()
        isian: dict[str, Any] = {"keberatan": keberatan, "pihak": Pihak.PEGAWAI}
        # Both opened the empty form; the official who hears writes first.
        kini = beri_keterangan(oleh=self.camat, isi="Menurut yang didengar.", **isian)
        with pytest.raises(KonflikVersi, match="sudah diubah oleh Camat pada"):
            beri_keterangan(oleh=self.staf, isi="Kata saya sendiri.", **isian)
        dibaca = sidik_keterangan(kini, Pihak.PEGAWAI)
        # What the other side writes meanwhile is no conflict.
        beri_keterangan(keberatan=keberatan, oleh=self.kasi, pihak=Pihak.PENILAI, isi="Tidak saya baca.")
        kini = beri_keterangan(oleh=self.staf, isi="Kata saya sendiri.", semula=dibaca, **isian)
        assert (kini.keterangan_pegawai, kini.status) == ("Kata saya sendiri.", "didengar")
        awal = CatatanAudit.objects.count()
        assert beri_keterangan(oleh=self.staf, isi=" Kata saya sendiri. ", **isian).versi == kini.versi
        assert CatatanAudit.objects.count() == awal

    def test_yang_dituliskan_keterangannya_diberi_tahu(self) -> None:
        keberatan = self.ajukan()
        beri_keterangan(keberatan=keberatan, oleh=self.camat, pihak=Pihak.PEGAWAI, isi="Tidak hadir.")
        beri_keterangan(keberatan=keberatan, oleh=self.kasi, pihak=Pihak.PENILAI, isi="Tidak saya baca.")
        kabar = Notifikasi.objects.filter(kunci__contains="dicatatkan")
        assert [(satu.penerima, satu.judul) for satu in kabar] == [(self.staf, "Keterangan Anda dicatat Camat")]

    def test_keterangan_hanya_dari_pihaknya(self) -> None:
        keberatan = self.ajukan()
        for oleh, pihak in (
            (self.staf, Pihak.PENILAI),
            (self.kasi, Pihak.PEGAWAI),
            (self.kantor.pengelola, Pihak.PEGAWAI),
            (akun(self.kantor.staf[1]), Pihak.PEGAWAI),
        ):
            self.ditolak("pihaknya sendiri", beri_keterangan, keberatan=keberatan, oleh=oleh, pihak=pihak, isi="x")
        self.ditolak(
            "Tulis keterangan", beri_keterangan, keberatan=keberatan, oleh=self.staf, pihak=Pihak.PEGAWAI, isi=" "
        )

    def test_hasil_berubah_lewat_revisi_yang_langsung_final(self) -> None:
        keberatan = self.putus(self.didengar())
        self.baris.refresh_from_db()
        assert (self.baris.terbaru, self.baris.predikat, self.baris.status) == (False, "butuh_perbaikan", "ditetapkan")
        baru = self.kantor.evaluasi(self.kantor.staf[0])
        assert keberatan.evaluasi_baru == baru
        assert (baru.revisi, baru.predikat, baru.status) == (1, "baik", "ditetapkan")
        assert (baru.diputus_oleh, baru.alasan) == (self.camat, "Laporan terbukti dikirim tepat waktu.")
        assert baru.bahan == self.baris.bahan
        assert (keberatan.status, keberatan.pemutus_nama, keberatan.pemutus_jabatan) == (
            "diputus",
            "Camat",
            Penugasan.objects.get(pegawai=self.kantor.camat).jabatan.nama,
        )
        assert self.satu_catatan("kinerja.keberatan.putus").pelaku == self.camat
        assert baru.penyampaian.batas_keberatan is None
        for siapa in ("pegawai", "penilai"):
            assert Notifikasi.objects.filter(kunci=f"keberatan-putusan-{siapa}:{keberatan.uuid}").count() == 1

    def test_hasil_tetap_tidak_membuat_revisi(self) -> None:
        keberatan = self.putus(self.didengar(), putusan="tetap", rating_hasil="", rating_perilaku="")
        assert (keberatan.putusan, keberatan.evaluasi_baru) == ("tetap", None)
        assert self.kantor.evaluasi(self.kantor.staf[0]) == self.baris

    def test_keputusan_final(self) -> None:
        keberatan = self.putus(self.didengar())
        baru = self.kantor.evaluasi(self.kantor.staf[0])
        self.ditolak("Keputusan itu final", self.ajukan, evaluasi=baru)
        self.ditolak("sudah digantikan", self.ajukan)
        self.ditolak("sudah diputus pada 15 Oktober 2026", self.putus, keberatan)
        self.ditolak("sudah diputus", cabut_keberatan, keberatan=keberatan, oleh=self.staf)
        self.ditolak(
            "sudah diputus", beri_keterangan, keberatan=keberatan, oleh=self.staf, pihak=Pihak.PEGAWAI, isi="Lagi."
        )
        self.ditolak("final dan tidak dikoreksi", revisi_baru, evaluasi=baru, oleh=self.kantor.pengelola, alasan="x")

    def test_hasil_yang_tetap_juga_final(self) -> None:
        self.putus(self.didengar(), putusan="tetap", rating_hasil="", rating_perilaku="")
        self.ditolak("Hanya satu kali", self.ajukan)
        self.ditolak("final", revisi_baru, evaluasi=self.baris, oleh=self.kantor.pengelola, alasan="x")

    def test_basis_data_menolak_yang_melewati_proses(self) -> None:
        keberatan = self.putus(self.didengar())
        baru = self.kantor.evaluasi(self.kantor.staf[0])
        isian = {
            "alasan": "x",
            "diajukan_pada": date(2026, 10, 15),
            "batas_putusan": date(2026, 10, 29),
            "diajukan_oleh": self.staf,
            "diubah": HARI_14,
            "diubah_oleh": self.staf,
        }
        for evaluasi in (baru, self.baris, self.kantor.evaluasi(self.kantor.staf[1])):
            with pytest.raises(IntegrityError), transaction.atomic():
                Keberatan.objects.create(evaluasi=evaluasi, **isian)
        for panggil in (
            lambda: Keberatan.objects.filter(pk=keberatan.pk).update(alasan_putusan="lain"),
            lambda: Keberatan.objects.filter(pk=keberatan.pk).delete(),
            lambda: Keberatan.objects.filter(pk=keberatan.pk).update(status="didengar"),
        ):
            with pytest.raises(IntegrityError, match="tidak dapat diubah"), transaction.atomic():
                panggil()

    def test_keputusan_beralasan_dan_benar_bentuknya(self) -> None:
        keberatan = self.didengar()
        self.ditolak("Tulis alasan", self.putus, keberatan, alasan=" ")
        self.ditolak("Pilih keputusan", self.putus, keberatan, putusan="mungkin")
        self.ditolak("sama dengan hasil semula", self.putus, keberatan, rating_hasil="di_bawah")
        self.ditolak("Pilih rating", self.putus, keberatan, rating_hasil="")

    def test_halaman_lama_ditolak_dengan_siapa_dan_kapan(self) -> None:
        keberatan = self.didengar()
        beri_keterangan(
            keberatan=keberatan,
            oleh=self.kasi,
            pihak=Pihak.PENILAI,
            isi="Saya ralat.",
            semula=sidik_keterangan(keberatan, Pihak.PENILAI),
        )
        with pytest.raises(KonflikVersi, match="Kasi pada"):
            self.putus(keberatan)

    def test_tidak_ada_yang_lain_memutus(self) -> None:
        keberatan = self.didengar()
        for oleh in (self.staf, self.kasi, self.kantor.pengelola, akun(self.kantor.staf[1])):
            self.ditolak("diputus oleh atasan", self.putus, keberatan, oleh=oleh)
            assert not boleh_memutus_keberatan(oleh, keberatan)
            assert keberatan_diputus_oleh(oleh) == []
        assert keberatan_diputus_oleh(self.camat) == [keberatan.pk]

    def test_cabut_sebelum_diputus(self) -> None:
        keberatan = self.didengar()
        self.ditolak("hanya oleh pegawai", cabut_keberatan, keberatan=keberatan, oleh=self.kasi)
        assert cabut_keberatan(keberatan=keberatan, oleh=self.staf).status == "dicabut"
        assert self.satu_catatan("kinerja.keberatan.cabut").pelaku == self.staf
        self.ditolak("sudah dicabut", self.putus, keberatan)
        assert Notifikasi.objects.filter(kunci=f"keberatan-cabut-pemutus:{keberatan.uuid}").count() == 1

    def test_koreksi_menunggu_keberatan_dan_boleh_sesudah_dicabut(self) -> None:
        keberatan = self.ajukan()
        self.ditolak("Tunggu keputusannya", revisi_baru, evaluasi=self.baris, oleh=self.kantor.pengelola, alasan="x")
        cabut_keberatan(keberatan=keberatan, oleh=self.staf)
        assert revisi_baru(evaluasi=self.baris, oleh=self.kantor.pengelola, alasan="Salah ketik.").revisi == 1

    def test_run_tidak_menyentuh_hasil_di_bawah_dan_sesudah_keberatan(self) -> None:
        def hitung_lagi() -> None:
            self.kantor.indikator[self.kantor.staf[0].pk].realisasi.update(nilai=10)
            kerjakan_run(buka_run(periode=self.kantor.periode).pk)

        def isi() -> list[Any]:
            return list(Evaluasi.objects.filter(pegawai=self.kantor.staf[0]).order_by("revisi").values())

        keberatan = self.didengar()
        awal = isi()
        hitung_lagi()
        assert isi() == awal
        self.putus(keberatan)
        awal = isi()
        hitung_lagi()
        assert isi() == awal
        assert len(awal) == 2


class PejabatTests(UjiKeberatan):
    """Who stands above the one who rated, on the day."""

    def test_pejabat_baru_memutus_sejak_hari_pertama(self) -> None:
        keberatan = self.didengar()
        lama = Penugasan.objects.get(pegawai=self.kantor.camat)
        lama.selesai = date(2026, 10, 14)
        lama.save()
        baru = pabrik.buat_pegawai(nama="Camat baru")
        pabrik.tugaskan(baru, lama.jabatan, mulai=date(2026, 10, 15))
        self.ditolak("diputus oleh atasan", self.putus, keberatan)
        assert self.putus(keberatan, oleh=akun(baru)).pemutus_nama == "Camat baru"

    def test_yang_menilai_tidak_memutus_juga_sebagai_plh(self) -> None:
        """The Kasi acts for the camat: the definitive camat decides, not the one who rated."""
        kursi = Penugasan.objects.get(pegawai=self.kantor.camat).jabatan
        pabrik.tugaskan(
            self.kantor.kasi,
            kursi,
            sifat=SifatPenugasan.PLH.value,
            mulai=date(2026, 10, 10),
            selesai=date(2026, 10, 20),
        )
        keberatan = self.didengar()
        self.ditolak("diputus oleh atasan", self.putus, keberatan, oleh=self.kasi)
        assert self.putus(keberatan).ditutup_oleh == self.camat

    def test_yang_dinilai_tidak_memutus_juga_sebagai_plh(self) -> None:
        kursi = Penugasan.objects.get(pegawai=self.kantor.camat).jabatan
        pabrik.tugaskan(
            self.kantor.staf[0],
            kursi,
            sifat=SifatPenugasan.PLH.value,
            mulai=date(2026, 10, 10),
            selesai=date(2026, 10, 20),
        )
        keberatan = self.didengar()
        self.ditolak("diputus oleh atasan", self.putus, keberatan, oleh=self.staf)

    def test_plh_camat_tidak_memutus_atas_penilaian_camat(self) -> None:
        """The camat rated the Kasi; who acts for the camat is not above the camat, so it goes to the city."""
        baris = finalkan(self.kantor, self.kantor.kasi, self.camat)
        kursi = Penugasan.objects.get(pegawai=self.kantor.camat).jabatan
        plh = self.kantor.staf[1]
        pabrik.tugaskan(
            plh, kursi, sifat=SifatPenugasan.PLH.value, mulai=date(2026, 10, 10), selesai=date(2026, 10, 20)
        )
        keberatan = self.ajukan(evaluasi=baris, oleh=self.kasi)
        assert not boleh_memutus_keberatan(akun(plh), keberatan)
        assert not boleh_memutus_keberatan(self.camat, keberatan)

    def test_pejabat_luar_tanpa_akun_lewat_surat(self) -> None:
        baris = finalkan(self.kantor, self.kantor.kasi, self.camat)
        pengelola = self.kantor.pengelola
        keberatan = self.ajukan(evaluasi=baris, oleh=self.kasi)
        beri_keterangan(keberatan=keberatan, oleh=self.kasi, pihak=Pihak.PEGAWAI, isi="Bukti ada.")
        keberatan = beri_keterangan(keberatan=keberatan, oleh=pengelola, pihak=Pihak.PENILAI, isi="Menurut surat.")
        isian: dict[str, Any] = {
            "keberatan": keberatan,
            "oleh": pengelola,
            "putusan": "berubah",
            "rating_hasil": "sesuai",
            "rating_perilaku": "sesuai",
            "alasan": "Sekda menerima alasan pegawai.",
            "surat_nomor": "800/12/2026",
            "pindaian": surat(),
            "versi": keberatan.versi,
        }
        self.ditolak("diputus oleh atasan", self.putus, keberatan, oleh=pengelola)
        for salah, kata in (
            ({"oleh": self.camat}, "Keputusan dari surat"),
            ({"oleh": self.kasi}, "Keputusan dari surat"),
            ({"surat_nomor": " "}, "nomor surat"),
            ({"pindaian": None}, "Lampirkan"),
        ):
            self.ditolak(kata, catat_putusan_keberatan, **(isian | salah))
        hasil = catat_putusan_keberatan(**isian)
        assert (hasil.pemutus_nama, hasil.surat_nomor) == (str(self.kantor.sekda), "800/12/2026")
        baru = self.kantor.evaluasi(self.kantor.kasi)
        assert (baru.predikat, baru.surat_nomor) == ("baik", "800/12/2026")
        assert self.satu_catatan("kinerja.keberatan.catat_putusan").keterangan == "Menurut surat nomor 800/12/2026"

    def test_pejabat_luar_berakun_memutus_sendiri(self) -> None:
        sekda = pabrik.buat_pengguna(nama="Sekda")
        self.kantor.sekda.pengguna = sekda
        self.kantor.sekda.save()
        baris = finalkan(self.kantor, self.kantor.kasi, self.camat)
        keberatan = self.ajukan(evaluasi=baris, oleh=self.kasi)
        assert keberatan_diputus_oleh(sekda) == [keberatan.pk]
        for pihak in Pihak:
            keberatan = beri_keterangan(keberatan=keberatan, oleh=sekda, pihak=pihak, isi="Didengar 15 Oktober.")
        self.ditolak(
            "Keputusan dari surat",
            catat_putusan_keberatan,
            keberatan=keberatan,
            oleh=self.kantor.pengelola,
            putusan="tetap",
            alasan="x",
            surat_nomor="1",
            pindaian=surat(),
            versi=keberatan.versi,
        )
        assert self.putus(keberatan, oleh=sekda).pemutus_nama == str(self.kantor.sekda)


@pytest.mark.parametrize(
    ("mulai", "hari", "kerja", "libur", "harapan"),
    [
        (date(2026, 10, 1), 14, False, set(), date(2026, 10, 15)),
        (date(2026, 12, 20), 14, False, set(), date(2027, 1, 3)),
        (date(2026, 10, 1), 14, True, set(), date(2026, 10, 21)),
        (date(2026, 10, 1), 14, True, {date(2026, 10, 5)}, date(2026, 10, 22)),
    ],
)
def test_hari_terakhir(mulai: date, hari: int, kerja: bool, libur: set[date], harapan: date) -> None:
    assert hari_terakhir(mulai, hari, hari_kerja=kerja, libur=libur) == harapan


@pytest.mark.parametrize(
    ("mulai", "bulan", "harapan"),
    [
        (date(2026, 10, 1), 6, date(2027, 4, 1)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2027, 8, 31), 6, date(2028, 2, 29)),
        (date(2026, 12, 15), 12, date(2027, 12, 15)),
    ],
)
def test_tambah_bulan(mulai: date, bulan: int, harapan: date) -> None:
    assert tambah_bulan(mulai, bulan) == harapan
