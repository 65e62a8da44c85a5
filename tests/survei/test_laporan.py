"""The report of a locked survey: figures, chapters, versions, what is left out, and the command."""

from __future__ import annotations

import io
import re
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from unittest import mock
from uuid import uuid4

import openpyxl
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.management import CommandError, call_command
from docx import Document
from pypdf import PdfReader

from rakumpit.audit.models import CatatanAudit
from rakumpit.dokumen.models import Dokumen
from survei import proses
from survei.models import HasilSurvei, Respons
from survei.perhitungan import URUTAN_KUESIONER
from survei.proses.laporan import buat_laporan, kumpulkan, pratinjau_laporan
from tests import pabrik
from tests.survei.dasar import UjiSurvei
from tests.survei.isi_tindak_lanjut import usul

_NILAI = [[3, 3, 4, 4, 3, 4, 4, 3, 2], [4, 3, 2, 4, 3, 3, 4, 2, 3], [3, 4, 3, 4, 4, 3, 3, 3, 4]]


def teks_pdf(isi: bytes) -> str:
    """Text of a PDF with breaks and soft hyphens taken out."""
    mentah = "\n".join(halaman.extract_text() for halaman in PdfReader(io.BytesIO(isi)).pages)
    return re.sub(r"\s+", " ", mentah.replace("\u00ad", "").replace("\u200b", ""))


def teks_docx(isi: bytes) -> str:
    """Text of all paragraphs and cells of a DOCX."""
    dokumen = Document(io.BytesIO(isi))
    sel = [sel.text for tabel in dokumen.tables for deret in tabel.rows for sel in deret.cells]
    return " ".join([*(paragraf.text for paragraf in dokumen.paragraphs), *sel])


class UjiLaporan(UjiSurvei):
    def isi(self, banyak: int, *, saran: str = "", **ubah: Any) -> None:
        kode = [satu.value for satu in URUTAN_KUESIONER]
        Respons.objects.bulk_create(
            Respons(
                submission_id=uuid4(),
                survei=self.survei,
                layanan=self.layanan,
                versi_formulir="skm-v1",
                jawaban=dict(zip(kode, _NILAI[urut % 3], strict=True)),
                demografi={"jenis_kelamin": "l" if urut % 2 else "p"},
                saran=saran if urut == 0 else "",
                tanggal=self.survei.mulai,
                sidik=uuid4().hex,
                **ubah,
            )
            for urut in range(banyak)
        )

    def kunci(self, *, terbit: bool = False) -> HasilSurvei:
        proses.tutup(survei=self.survei, oleh=self.pengelola)
        hasil = proses.kunci(survei=self.survei, oleh=self.pengelola)
        if terbit:
            proses.publikasikan(survei=self.survei, oleh=self.pengelola)
        self.survei.refresh_from_db()
        return hasil

    def buat(self, bentuk: str = "pdf", *, umum: bool = False, tujuan: str = "Laporan ke kota") -> bytes:
        return buat_laporan(survei=self.survei, bentuk=bentuk, umum=umum, oleh=self.pengelola, tujuan=tujuan)[0]


class IsiTests(UjiLaporan):
    def test_angka_sama_di_pdf_docx_dan_xlsx(self) -> None:
        # 12 forms: sums per row 30, 28, 31; index 25 × 356 / (9 × 12) = 82.41; computed by hand.
        self.isi(12)
        self.survei.populasi = 40
        self.survei.save()
        self.kunci()
        pdf, docx = teks_pdf(self.buat()), teks_docx(self.buat("docx"))
        for isi in (pdf, docx):
            for teks in ("82,41", "B — Baik", "81,58", "3,333", "0,370", "83,33", "Lampiran 2", "40", "36"):
                assert teks in isi, teks
        buku = openpyxl.load_workbook(io.BytesIO(self.buat("xlsx")))
        ringkas = {deret[0].value: deret[1].value for deret in buku["Ringkasan"].iter_rows()}
        assert ringkas["Indeks kepuasan (IKM)"] == 82.41
        assert ringkas["Angka pembanding dengan bobot 0,11 (bukan indeks resmi)"] == 81.58
        assert [sel.value for sel in buku["Unsur"][2]][:7] == ["U1", "Persyaratan", 12, 40, 3.333, 0.37, 83.33]
        assert buku["Pengolahan"].page_setup.orientation == "landscape"

    def test_tabel_pengolahan_memuat_tepat_formulir_yang_dihitung_tanpa_apa_pun_tentang_warga(self) -> None:
        self.isi(9)
        kosong = dict.fromkeys((satu.value for satu in URUTAN_KUESIONER), None)
        pabrik.buat_respons(self.survei, {**kosong, "waktu": 1})
        hasil = self.kunci()
        bahan = kumpulkan(HasilSurvei.objects.select_related("survei__unit", "survei__instrumen").get(), umum=False)
        assert Counter(bahan.jawaban or ()) == Counter({tuple(satu): 3 for satu in _NILAI})
        assert bahan.jawaban != tuple(sorted(bahan.jawaban or ()))
        proses.acak_jawaban()
        Respons.objects.filter(survei=self.survei).update(tanggal=self.survei.selesai)
        assert kumpulkan(hasil, umum=False).jawaban == bahan.jawaban
        buku = openpyxl.load_workbook(io.BytesIO(self.buat("xlsx")))
        assert [sel.value for sel in buku["Pengolahan"][1]] == ["No", *(f"U{n}" for n in range(1, 10))]
        assert buku["Pengolahan"].max_row == 1 + 9 + 5

    def test_versi_umum_tanpa_jawaban_per_formulir_dan_saran_tidak_dikutip_di_mana_pun(self) -> None:
        self.isi(12, saran="Rahasia Pak Lurah")
        self.kunci(terbit=True)
        for bentuk, baca in (("pdf", teks_pdf), ("docx", teks_docx)):
            umum, kantor = baca(self.buat(bentuk, umum=True)), baca(self.buat(bentuk))
            assert "Rahasia" not in umum + kantor
            assert "hanya ada pada laporan untuk kantor" in umum
            assert "Urutan formulir diacak" in kantor
        buku = openpyxl.load_workbook(io.BytesIO(self.buat("xlsx", umum=True)))
        assert buku["Pengolahan"].max_row == 1 + 5

    def test_banyaknya_saran_tetap_setelah_tulisan_aslinya_dikosongkan(self) -> None:
        self.isi(12)
        for urut in range(10):
            pabrik.buat_respons(self.survei, saran=f"Tambah kursi baris {urut}", tanggal=self.survei.mulai)
        hasil = self.kunci()
        assert kumpulkan(hasil, umum=False).banyak_saran == 10
        Respons.objects.filter(survei=self.survei).update(saran="")
        assert kumpulkan(hasil, umum=False).banyak_saran == 10

    def test_sel_kecil_tertutup_dan_di_bawah_batas_tidak_ada_angka(self) -> None:
        self.isi(7)
        self.kunci(terbit=True)
        umum, kantor = teks_pdf(self.buat(umum=True)), teks_pdf(self.buat())
        assert "Data belum cukup" in umum
        assert "82," not in umum
        assert "82,54" in kantor  # seven forms: 25 × 208 / 63
        assert "Jawaban masih sedikit" in kantor

    def test_jawaban_yang_sudah_tidak_lengkap_tidak_disertakan(self) -> None:
        self.isi(12)
        hasil = self.kunci()
        Respons.objects.filter(pk=Respons.objects.values_list("pk")[:1]).delete()
        bahan = kumpulkan(hasil, umum=False)
        assert bahan.jawaban is None
        assert "tidak tersimpan lengkap" in bahan.tanpa_jawaban
        assert "82,41" in teks_pdf(self.buat())

    def test_rencana_dan_tulisan_2000_huruf_utuh(self) -> None:
        self.isi(12)
        self.kunci(terbit=True)
        panjang = ("Menata ulang antrean loket. " * 80)[:1990].strip() + " " + "x" * 200
        tugas = self.lurah.pegawai
        tindak = usul(self.survei, self.petugas, tugas, tindakan=panjang, masalah="=1+1 masalah", akar="Rahasia dapur")
        umum = teks_pdf(self.buat(umum=True))
        assert "Rencana tindak lanjut belum ada." in umum
        isi = teks_pdf(self.buat())
        assert isi.replace(" ", "").count("x" * 20) >= 1
        assert isi.count("Menata ulang") == panjang.count("Menata ulang")
        assert "Rahasia dapur" not in isi
        buku = openpyxl.load_workbook(io.BytesIO(self.buat("xlsx")))
        sel = buku["Tindak lanjut"][2]
        assert (sel[2].value, sel[2].data_type, sel[3].value) == ("=1+1 masalah", "s", tindak.tindakan)


class TerbitTests(UjiLaporan):
    def test_isi_sama_berkas_sama_dan_tercatat_dengan_tujuannya(self) -> None:
        self.isi(12)
        self.kunci()
        assert self.buat() == self.buat()
        dokumen = Dokumen.objects.get(jenis="survei.laporan")
        assert ["Indeks kepuasan (IKM)", "82,41"] in dokumen.fakta
        catatan = CatatanAudit.objects.filter(aksi="survei.laporan.buat").latest("pk")
        assert (catatan.keterangan, catatan.nilai.sesudah["formulir"]) == ("Laporan ke kota", 12)

    def test_siapa_dan_kapan(self) -> None:
        self.isi(12)
        with self.assertRaisesMessage(ValidationError, "sesudah survei dikunci"):
            self.buat()
        self.kunci()
        for oleh in (self.lurah, self.petugas, self.admin):
            with self.assertRaises(PermissionDenied):
                buat_laporan(survei=self.survei, bentuk="pdf", umum=False, oleh=oleh, tujuan="x")
        with self.assertRaisesMessage(ValidationError, "untuk apa"):
            self.buat(tujuan="  ")
        with self.assertRaisesMessage(ValidationError, "dipublikasikan"):
            self.buat(umum=True)
        assert "PRATINJAU" in teks_pdf(pratinjau_laporan(self.survei))
        assert not Dokumen.objects.exists()


class PerintahTests(UjiLaporan):
    def jalankan(self, nama: str, *sisa: str, folder: str) -> str:
        keluaran = io.StringIO()
        berkas = str(Path(folder) / nama)
        call_command("laporan_skm", "--survei", self.survei.kode, "--keluaran", berkas, *sisa, stdout=keluaran)
        return keluaran.getvalue()

    def test_menurut_akhiran_dan_galat_dengan_statusnya(self) -> None:
        self.isi(12)
        with TemporaryDirectory() as folder:
            salah = [("laporan.pdf", 1), ("laporan.odt", 2), ("tidak/ada.pdf", 2)]
            for nama, status in salah:
                with self.assertRaises(CommandError) as galat:
                    self.jalankan(nama, folder=folder)
                assert galat.exception.returncode == status, nama
            self.kunci()
            for nama, awal in (("a.pdf", b"%PDF"), ("a.docx", b"PK"), ("a.XLSX", b"PK")):
                self.jalankan(nama, folder=folder)
                assert (Path(folder) / nama).read_bytes().startswith(awal)
            assert "Kode verifikasi" in self.jalankan("a.pdf", "--timpa", folder=folder)
            with self.assertRaisesMessage(CommandError, "sudah ada"):
                self.jalankan("a.pdf", folder=folder)
            with mock.patch.object(Path, "replace", side_effect=OSError), self.assertRaises(CommandError) as galat:
                self.jalankan("b.xlsx", folder=folder)
            assert galat.exception.returncode == 2
            assert not (Path(folder) / "b.xlsx").exists()
