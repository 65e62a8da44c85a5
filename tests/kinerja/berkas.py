"""Tiny pictures and office files for the tests of uploads, made in code."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

from django.core.files.uploadedfile import SimpleUploadedFile


def potong_png(nama: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + nama + data + struct.pack(">I", zlib.crc32(nama + data))


def png(*, lebar: int = 1, tinggi: int = 1, sisipan: bytes = b"", warna: int = 0) -> bytes:
    """A grey PNG of one pixel; ``lebar`` and ``tinggi`` only stand in its header."""
    kepala = struct.pack(">IIBBBBB", lebar, tinggi, 8, 0, 0, 0, 0)
    isi = zlib.compress(bytes([0, warna]))
    return (
        b"\x89PNG\r\n\x1a\n"
        + potong_png(b"IHDR", kepala)
        + sisipan
        + potong_png(b"IDAT", isi)
        + potong_png(b"IEND", b"")
    )


def segmen(tanda: int, badan: bytes) -> bytes:
    return bytes([0xFF, tanda]) + struct.pack(">H", len(badan) + 2) + badan


def exif(arah: int, *, gps: bytes = b"") -> bytes:
    """An EXIF segment (little endian) with an orientation and, behind it, what stands for a place."""
    tiff = b"II\x2a\0" + struct.pack("<IHHHIHHI", 8, 1, 0x0112, 3, 1, arah, 0, 0) + gps
    return segmen(0xE1, b"Exif\0\0" + tiff)


def jpg(*, sisipan: bytes = b"", lebar: int = 1, tinggi: int = 1, ekor: bytes = b"") -> bytes:
    """The frame of a JPEG: tables, size, one scan with a stuffed FF 00 and a restart mark."""
    return (
        b"\xff\xd8"
        + segmen(0xE0, b"JFIF\0\1\1\0\0\1\0\1\0\0")
        + sisipan
        + segmen(0xDB, bytes(65))
        + segmen(0xC0, struct.pack(">BHHB", 8, tinggi, lebar, 1) + b"\1\x11\0")
        + segmen(0xC4, bytes(20))
        + segmen(0xDA, b"\1\1\0\0\x3f\0")
        + b"\x12\xff\x00\x34\xff\xd0\x56"
        + b"\xff\xd9"
        + ekor
    )


def arsip(**anggota: bytes) -> bytes:
    """A ZIP archive; in the names «__» stands for «/», and the last «_» before xml or bin for the dot."""
    keluar = io.BytesIO()
    with zipfile.ZipFile(keluar, "w", zipfile.ZIP_DEFLATED) as tulis:
        for nama, isi in anggota.items():
            tulis.writestr(nama.replace("__", "/").replace("_xml", ".xml").replace("_bin", ".bin"), isi)
    return keluar.getvalue()


PDF = b"%PDF-1.7\n1 0 obj <<>> endobj\n%%EOF"
XLSX = arsip(xl__workbook_xml=b"<workbook/>")
DOCX = arsip(word__document_xml=b"<w:document/>")


def unggahan(nama: str, isi: bytes) -> SimpleUploadedFile:
    """As a browser sends it; the content type is the sender's own claim."""
    return SimpleUploadedFile(nama, isi, content_type="image/jpeg")
