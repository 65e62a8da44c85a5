"""The report as DOCX: the same pieces as the PDF, for offices that go on writing in it.

The figures are those of the same data; the chart is a picture that the typesetter draws from them.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Any

from docx import Document
from docx.document import Document as Dokumen
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Emu, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from rakumpit.dokumen.isi import DataLaporanSKM, Pihak
from rakumpit.dokumen.susun import susun_png
from rakumpit.lembar import teks_tertulis
from survei.proses.laporan.blok import Blok

_TEPI = Cm(2)
_KERTAS = (Cm(21), Cm(29.7))
_KOSONG = "Belum ada data"


def tulis_docx(data: DataLaporanSKM) -> bytes:
    """The report as a file. The date of the file is fixed: the same data give the same text and figures."""
    dokumen = Document()
    _gaya(dokumen)
    _sampul(dokumen, data)
    _pengesahan(dokumen, data)
    mendatar = False
    for bagian in data["bagian"]:
        if bagian["mendatar"] or mendatar:
            _halaman(dokumen, mendatar=bagian["mendatar"])
        mendatar = bagian["mendatar"]
        for blok in bagian["blok"]:
            _PENULIS[str(blok["jenis"])](dokumen, blok)
    _jarakkan(dokumen)
    sifat = dokumen.core_properties
    sifat.title, sifat.author, sifat.language = teks_tertulis(data["judul"]), teks_tertulis(data["unit"]), "id-ID"
    sifat.created = sifat.modified = datetime(2000, 1, 1, tzinfo=UTC)
    keluaran = io.BytesIO()
    dokumen.save(keluaran)
    return keluaran.getvalue()


def _gaya(dokumen: Dokumen) -> None:
    biasa: Any = dokumen.styles["Normal"]
    biasa.font.name, biasa.font.size = "Times New Roman", Pt(11)
    biasa.element.rPr.rFonts.set(qn("w:eastAsia"), "Times New Roman")
    for nama, besar in (("Heading 1", 14), ("Heading 2", 12)):
        gaya: Any = dokumen.styles[nama]
        gaya.font.name, gaya.font.size, gaya.font.bold = "Times New Roman", Pt(besar), True
        gaya.font.color.rgb = None
        gaya.element.rPr.rFonts.set(qn("w:ascii"), "Times New Roman")
        gaya.element.rPr.rFonts.set(qn("w:hAnsi"), "Times New Roman")
    # Every chapter and annex on a page of its own, without paragraphs that hold nothing but a break.
    dokumen.styles["Heading 1"].paragraph_format.page_break_before = True
    bahasa = dokumen.styles.element.find(".//" + qn("w:lang"))
    if bahasa is not None:
        bahasa.set(qn("w:val"), "id-ID")
    bagian = dokumen.sections[0]
    bagian.page_width, bagian.page_height = _KERTAS
    for tepi in ("left_margin", "right_margin", "top_margin", "bottom_margin"):
        setattr(bagian, tepi, _TEPI)
    _nomor_halaman(dokumen)


def _nomor_halaman(dokumen: Dokumen) -> None:
    paragraf = dokumen.sections[0].footer.paragraphs[0]
    paragraf.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraf.add_run("Halaman ")
    untai = paragraf.add_run()
    for jenis in ("begin", "end"):
        tanda = OxmlElement("w:fldChar")
        tanda.set(qn("w:fldCharType"), jenis)
        if jenis == "end":
            perintah = OxmlElement("w:instrText")
            perintah.set(qn("xml:space"), "preserve")
            perintah.text = "PAGE"
            untai._r.append(perintah)
        untai._r.append(tanda)


def _halaman(dokumen: Dokumen, *, mendatar: bool) -> None:
    bagian = dokumen.add_section(WD_SECTION.NEW_PAGE)
    _akhiri_bagian(dokumen)
    lebar, tinggi = _KERTAS
    bagian.orientation = WD_ORIENT.LANDSCAPE if mendatar else WD_ORIENT.PORTRAIT
    bagian.page_width, bagian.page_height = (tinggi, lebar) if mendatar else (lebar, tinggi)


def _akhiri_bagian(dokumen: Dokumen) -> None:
    """Let the last paragraph of a section end it; only behind a table Word needs an empty one for this."""
    akhir = dokumen.element.body[-2]
    sebelum = akhir.getprevious()
    if sebelum.tag == qn("w:p"):
        sebelum.get_or_add_pPr().append(akhir.pPr.find(qn("w:sectPr")))
        dokumen.element.body.remove(akhir)


def _tengah(dokumen: Dokumen, teks: str, besar: int, *, tebal: bool = False, jarak: int = 6, atas: int = 0) -> None:
    paragraf = dokumen.add_paragraph()
    paragraf.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraf.paragraph_format.space_before, paragraf.paragraph_format.space_after = Pt(atas), Pt(jarak)
    untai = paragraf.add_run(teks_tertulis(teks))
    untai.font.size, untai.bold = Pt(besar), tebal


def _sampul(dokumen: Dokumen, data: DataLaporanSKM) -> None:
    kop = [teks.upper() for teks in (data["kop"]["pemerintah"], data["kop"]["kantor"]) if teks]
    for urut, teks in enumerate(kop):
        _tengah(dokumen, teks, 13, atas=0 if urut else 72)
    _tengah(dokumen, "LAPORAN SURVEI KEPUASAN MASYARAKAT", 24, tebal=True, jarak=24, atas=96)
    _tengah(dokumen, data["unit"].upper(), 15, tebal=True)
    _tengah(dokumen, data["masa"], 13, jarak=60)
    _tengah(dokumen, data["judul"], 11)
    if data["edisi"]:
        _tengah(dokumen, data["edisi"], 10)


def _pengesahan(dokumen: Dokumen, data: DataLaporanSKM) -> None:
    dokumen.add_heading("Lembar pengesahan", 1)
    _paragraf(
        dokumen,
        {
            "teks": "Laporan ini memuat hasil survei kepuasan masyarakat yang hitungannya sudah dikunci. "
            "Angkanya sama dengan yang tampil di aplikasi."
        },
    )
    _rincian(dokumen, {"baris": data["fakta"]})
    _tanda_tangan(dokumen, data["pimpinan"], data["tempat"])


def _tanda_tangan(dokumen: Dokumen, pihak: Pihak, tempat: str) -> None:
    baris = [f"{tempat or '..............'}, ..............................", "Mengesahkan"]
    if pihak["jabatan"]:
        baris.append(f"{pihak['jabatan']},")
    nama = pihak["nama"] or "(.............................................)"
    baris.append(nama)
    if pihak["pangkat"]:
        baris.append(pihak["pangkat"])
    if pihak["nip"]:
        baris.append(f"NIP {pihak['nip']}")
    for urut, teks in enumerate(baris):
        paragraf = dokumen.add_paragraph(teks_tertulis(teks))
        paragraf.paragraph_format.left_indent = Cm(8.5)
        # Room for the hand that signs.
        paragraf.paragraph_format.space_before = Pt(24 if not urut else 54 if teks == nama else 0)
        paragraf.paragraph_format.space_after = Pt(0)
        paragraf.paragraph_format.keep_with_next = True
        paragraf.alignment = WD_ALIGN_PARAGRAPH.CENTER


def _bab(dokumen: Dokumen, blok: Blok) -> None:
    dokumen.add_heading(teks_tertulis(blok["teks"]), 1)


def _judul(dokumen: Dokumen, blok: Blok) -> None:
    dokumen.add_heading(teks_tertulis(blok["teks"]), 2)


def _paragraf(dokumen: Dokumen, blok: Blok) -> None:
    dokumen.add_paragraph(teks_tertulis(blok["teks"]))


def _nota(dokumen: Dokumen, blok: Blok) -> None:
    untai = dokumen.add_paragraph().add_run(teks_tertulis(blok["teks"]))
    untai.italic, untai.font.size = True, Pt(9)


def _daftar(dokumen: Dokumen, blok: Blok) -> None:
    for butir in _deret(blok["butir"]):
        dokumen.add_paragraph(teks_tertulis(butir), style="List Bullet")


def _deret(nilai: object) -> Sequence[Any]:
    assert isinstance(nilai, (list, tuple))  # noqa: S101 - the pieces are made by blok.py
    return nilai


def _lebar(dokumen: Dokumen) -> int:
    bagian = dokumen.sections[-1]
    return int((bagian.page_width or 0) - (bagian.left_margin or 0) - (bagian.right_margin or 0))


def _kisi(dokumen: Dokumen, baris: int, lebar: Sequence[int]) -> Table:
    kisi: Table = dokumen.add_table(rows=baris, cols=len(lebar))
    kisi.style = "Table Grid"
    kisi.alignment = WD_TABLE_ALIGNMENT.CENTER
    kisi.autofit = False
    satuan = _lebar(dokumen) / sum(lebar)
    for kolom, bagian in zip(kisi.columns, lebar, strict=True):
        kolom.width = Emu(int(satuan * bagian))
    return kisi


def _isi_sel(sel: _Cell, teks: object, *, tebal: bool = False, rata: WD_ALIGN_PARAGRAPH | None = None) -> None:
    paragraf = sel.paragraphs[0]
    paragraf.paragraph_format.space_after = Pt(0)
    if rata is not None:
        paragraf.alignment = rata
    untai = paragraf.add_run(teks_tertulis(teks))
    untai.font.size, untai.bold = Pt(9), tebal


def _ulang_kepala(kisi: Table) -> None:
    sifat = kisi.rows[0]._tr.get_or_add_trPr()
    tanda = OxmlElement("w:tblHeader")
    tanda.set(qn("w:val"), "true")
    sifat.append(tanda)


def _isi_kisi(kisi: Table, baris: Sequence[Sequence[Any]], *, kanan: Sequence[int] = (), kepala: bool = True) -> None:
    lebar = [kolom.width for kolom in kisi.columns]
    for urut, (deret, isi) in enumerate(zip(kisi.rows, baris, strict=True)):
        for kolom, (sel, teks) in enumerate(zip(deret.cells, isi, strict=True)):
            sel.width = lebar[kolom] or Emu(0)
            if teks is None:
                continue
            rata = WD_ALIGN_PARAGRAPH.RIGHT if kolom in kanan and (urut or not kepala) else None
            _isi_sel(sel, teks, tebal=kepala and not urut, rata=rata)


def _tabel(dokumen: Dokumen, blok: Blok) -> None:
    semua = [_deret(blok["kepala"]), *_deret(blok["baris"])]
    lebar = _deret(blok["lebar"])
    kisi = _kisi(dokumen, len(semua), lebar)
    _isi_kisi(kisi, semua, kanan=_deret(blok["kanan"]))
    _ulang_kepala(kisi)


def _jarakkan(dokumen: Dokumen) -> None:
    """Room below every table, given by the paragraph that follows; a heading has its own."""
    for isi in dokumen.iter_inner_content():
        lanjut = isi._element.getprevious()
        if isinstance(isi, Paragraph) and lanjut is not None and lanjut.tag == qn("w:tbl"):
            isi.paragraph_format.space_before = isi.paragraph_format.space_before or Pt(8)


def _rincian(dokumen: Dokumen, blok: Blok) -> None:
    semua, lebar = [[label, nilai or _KOSONG] for label, nilai in _deret(blok["baris"])], (2, 3)
    kisi = _kisi(dokumen, len(semua), lebar)
    _isi_kisi(kisi, semua, kepala=False)


def _angka(dokumen: Dokumen, blok: Blok) -> None:
    _tengah(dokumen, str(blok["nilai"]), 30, tebal=True, jarak=0)
    _tengah(dokumen, str(blok["mutu"]), 13, tebal=True, jarak=0)
    _tengah(dokumen, str(blok["keterangan"]), 10)


def _batang(dokumen: Dokumen, blok: Blok) -> None:
    gambar = dokumen.add_picture(io.BytesIO(susun_png("bagan_unsur", blok)), width=_lebar(dokumen))
    sifat = gambar._inline.docPr
    teks = "; ".join(f"{satu[0]} {satu[1]}" for satu in _deret(blok["butir"]))
    sifat.set("descr", teks_tertulis(f"{blok['teks']}: {teks}. {blok['nama_batas']}."))


def _pengolahan(dokumen: Dokumen, blok: Blok) -> None:
    kepala = ["No", *_deret(blok["kepala"])]
    formulir = [[str(n), *str(satu).split(" ")] for n, satu in enumerate(_deret(blok["baris"]), start=1)]
    kaki = [
        # None: part of the cell before it.
        [label, *sel, *[None] * (len(kepala) - 1 - len(sel))]
        for label, sel in _deret(blok["kaki"])
    ]
    semua = [kepala, *formulir, *kaki]
    lebar = [4, *[1] * (len(kepala) - 1)]
    kisi = _kisi(dokumen, len(semua), lebar)
    _isi_kisi(kisi, semua, kanan=range(1, len(kepala)))
    for urut, (_, sel) in enumerate(_deret(blok["kaki"])):
        if len(sel) != len(kepala) - 1:
            deret = kisi.rows[1 + len(formulir) + urut].cells
            deret[1].merge(deret[-1])
    _ulang_kepala(kisi)


_PENULIS: dict[str, Callable[[Dokumen, Blok], None]] = {
    "bab": _bab,
    "judul": _judul,
    "paragraf": _paragraf,
    "nota": _nota,
    "daftar": _daftar,
    "tabel": _tabel,
    "rincian": _rincian,
    "angka": _angka,
    "batang": _batang,
    "pengolahan": _pengolahan,
}
