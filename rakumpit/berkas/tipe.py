"""Kinds of files that are kept."""

from __future__ import annotations

from enum import StrEnum


class TipeBerkas(StrEnum):
    """Told by the content; the value is the ending of the stored name."""

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
