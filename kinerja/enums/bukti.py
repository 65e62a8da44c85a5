"""What stands behind a result: files and links."""

from __future__ import annotations

from enum import StrEnum


class JenisBukti(StrEnum):
    BERKAS = "berkas"
    TAUTAN = "tautan"


LABEL_JENIS_BUKTI = {JenisBukti.BERKAS: "Berkas", JenisBukti.TAUTAN: "Tautan"}


class TipeBerkas(StrEnum):
    """Kinds of files that are kept, told by their content; the value is the ending of the stored name."""

    PDF = "pdf"
    JPG = "jpg"
    PNG = "png"
    XLSX = "xlsx"
    DOCX = "docx"


LABEL_TIPE_BERKAS = {
    TipeBerkas.PDF: "PDF",
    TipeBerkas.JPG: "Foto JPG",
    TipeBerkas.PNG: "Gambar PNG",
    TipeBerkas.XLSX: "Lembar kerja Excel",
    TipeBerkas.DOCX: "Dokumen Word",
}
