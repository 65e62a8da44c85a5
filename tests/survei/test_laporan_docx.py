"""The DOCX of the report, taken apart: what Word would read, and whether it is the same report as PDF and XLSX."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import Any
from xml.etree import ElementTree

import openpyxl
from docx import Document
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph

from rakumpit.angka import format_angka
from survei.models import HasilSurvei, Survei
from survei.proses.laporan import kumpulkan
from survei.proses.laporan.cetak import data_laporan
from tests import pabrik
from tests.survei.isi_tindak_lanjut import usul
from tests.survei.test_laporan import UjiLaporan, teks_pdf

_HUBUNGAN = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
# A number as a reader sees it: 12, 82,41, 3,333 or 1.204.
_ANGKA = re.compile(r"\d[\d.,]*\d|\d")


def kisi(tabel: Table) -> list[list[str]]:
    """The texts of a table; a merged cell stands once."""
    hasil = []
    for deret in tabel.rows:
        sel: dict[int, str] = {}
        for satu in deret.cells:
            sel.setdefault(id(satu._tc), satu.text)
        hasil.append(list(sel.values()))
    return hasil


def tabel_sumber(data: Any) -> Iterator[list[list[str]]]:
    """The tables of the report's data, as they are to be read."""
    yield [list(satu) for satu in data["fakta"]]
    for bagian in data["bagian"]:
        for blok in bagian["blok"]:
            if blok["jenis"] == "tabel":
                yield [blok["kepala"], *blok["baris"]]
            elif blok["jenis"] == "rincian":
                yield [[label, nilai or "Belum ada data"] for label, nilai in blok["baris"]]
            elif blok["jenis"] == "pengolahan":
                formulir = [[str(n), *satu.split(" ")] for n, satu in enumerate(blok["baris"], start=1)]
                yield [["No", *blok["kepala"]], *formulir, *([label, *sel] for label, sel in blok["kaki"])]


def hampa(isi: Paragraph | Table, sebelum: Paragraph | Table) -> bool:
    """A paragraph without words or picture; one that ends a section behind a table must be there for Word."""
    if isinstance(isi, Table) or isi.text.strip() or isi._p.findall(".//" + qn("w:drawing")):
        return False
    return isi._p.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is None or isinstance(sebelum, Paragraph)


class DocxTests(UjiLaporan):
    def siapkan(self) -> None:
        """A survey with everything that a report may hold: groups, an earlier survey, themes, a plan, two versions."""
        lalu = pabrik.buat_survei(self.unit, layanan=[self.layanan], mulai=self.survei.mulai.replace(year=2025))
        Survei.objects.filter(pk=lalu.pk).update(selesai=self.survei.selesai.replace(year=2025))
        self.survei, kini = Survei.objects.get(pk=lalu.pk), self.survei
        self.isi(12)
        self.kunci(terbit=True)
        self.survei = kini
        self.isi(36, saran="Kursi kurang")
        self.survei.populasi = 40
        self.survei.save()
        self.kunci(terbit=True)
        usul(self.survei, self.petugas, self.lurah.pegawai)

    def sumber(self) -> Any:
        hasil = HasilSurvei.objects.select_related("survei__unit", "survei__instrumen").get(survei=self.survei)
        return data_laporan(kumpulkan(hasil, umum=False))

    def test_judul_tabel_dan_angka_sama_dengan_sumbernya(self) -> None:
        self.siapkan()
        data, isi = self.sumber(), self.buat("docx")
        dokumen = Document(io.BytesIO(isi))
        judul = {
            tingkat: [
                satu.text for satu in dokumen.paragraphs if satu.style and satu.style.name == f"Heading {tingkat}"
            ]
            for tingkat in (1, 2)
        }
        blok = [satu for bagian in data["bagian"] for satu in bagian["blok"]]
        assert judul[1] == ["Lembar pengesahan", *(satu["teks"] for satu in blok if satu["jenis"] == "bab")]
        assert judul[2] == [satu["teks"] for satu in blok if satu["jenis"] == "judul"]
        assert [kisi(satu) for satu in dokumen.tables] == list(tabel_sumber(data))
        tulisan = [satu.text for satu in dokumen.paragraphs]
        for satu in blok:
            if satu["jenis"] in {"paragraf", "nota"}:
                assert satu["teks"] in tulisan, satu["teks"]
        besar = next(satu for satu in blok if satu["jenis"] == "angka")
        assert besar["nilai"] in tulisan

    def test_angka_tabel_sama_di_pdf_dan_xlsx(self) -> None:
        self.siapkan()
        dokumen, pdf = Document(io.BytesIO(self.buat("docx"))), teks_pdf(self.buat())
        angka = {
            satu for tabel in dokumen.tables for deret in kisi(tabel) for sel in deret for satu in _ANGKA.findall(sel)
        }
        assert len(angka) > 60
        assert {satu for satu in angka if satu not in pdf} == set()
        unsur = next(
            isi for tabel in dokumen.tables if (isi := kisi(tabel))[0][:2] == ["Nomor", "Unsur"] and len(isi[0]) > 4
        )
        lembar = openpyxl.load_workbook(io.BytesIO(self.buat("xlsx")))["Unsur"]
        baris = [[sel.value for sel in deret] for deret in lembar.iter_rows(min_row=2, max_row=10)]
        for tulis, (nomor, nama, *nilai) in zip(unsur[1:], baris, strict=True):
            assert tulis[:2] == [nomor, nama]
            bulat = {satu for satu in nilai if isinstance(satu, int | float)}
            bentuk = {format_angka(Decimal(str(satu)), desimal) for satu in bulat for desimal in (0, 2, 3)}
            assert set(_ANGKA.findall(" ".join(tulis[2:]))) <= bentuk, (tulis, nilai)

    def test_tidak_ada_paragraf_kosong_dan_setiap_gambar_bersebutan(self) -> None:
        self.siapkan()
        for umum in (False, True):
            dokumen = Document(io.BytesIO(self.buat("docx", umum=umum)))
            isi = list(dokumen.iter_inner_content())
            assert [urut for urut, satu in enumerate(isi) if hampa(satu, isi[urut - 1])] == []
            # Two tables in a row would grow together.
            assert not any(isinstance(satu, Table) and isinstance(lain, Table) for satu, lain in pairwise(isi))
            gambar = dokumen.inline_shapes
            assert len(gambar) == 1
            sebutan = gambar[0]._inline.docPr.get("descr")
            assert "U1" in sebutan
            assert "83,33" in sebutan
            lebar = [(satu.page_width or 0) > (satu.page_height or 0) for satu in dokumen.sections]
            assert True in lebar
            assert lebar[-1] is False
            assert dokumen.styles.element.find(".//" + qn("w:lang")).get(qn("w:val")) == "id-ID"

    def test_bagian_xml_utuh_dan_setiap_tujuan_hubungan_ada(self) -> None:
        self.siapkan()
        with zipfile.ZipFile(io.BytesIO(self.buat("docx"))) as arsip:
            assert arsip.testzip() is None
            nama = set(arsip.namelist())
            assert len(nama) == len(arsip.namelist())
            for satu in nama:
                if satu.endswith((".xml", ".rels")):
                    ElementTree.fromstring(arsip.read(satu))  # noqa: S314 - our own file
            hubungan = 0
            for satu in nama:
                if not satu.endswith(".rels"):
                    continue
                folder = posixpath.dirname(posixpath.dirname(satu))
                for butir in ElementTree.fromstring(arsip.read(satu)).iter(_HUBUNGAN):  # noqa: S314
                    assert butir.get("TargetMode") != "External", butir.attrib
                    tujuan = butir.get("Target", "")
                    lengkap = (
                        tujuan[1:] if tujuan.startswith("/") else posixpath.normpath(posixpath.join(folder, tujuan))
                    )
                    assert lengkap in nama, (satu, tujuan)
                    hubungan += 1
            assert hubungan > 5
            jenis = arsip.read("[Content_Types].xml").decode()
            assert all(f'PartName="/{satu}"' in jenis or satu.rpartition(".")[2] in jenis for satu in nama)
