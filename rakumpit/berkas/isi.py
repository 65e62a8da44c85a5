"""What an uploaded file really is, and its bytes without what the sender did not mean to send.

The kind is read from the content (OWASP ASVS 5.0, 5.2.2), never from the name or from what the browser says. SVG and
HTML can run script on this site's own address and are refused like everything that is not listed. Photos lose their
metadata (place, time, owner of the phone; ASVS 5.0, 14.2.8) and whatever hides behind their end; only the way up stays,
since phones store pictures lying on their side. Pictures are not decoded here, so none can exhaust memory.
"""

from __future__ import annotations

import hashlib
import io
import struct
import unicodedata
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from django.core.files.base import File

from rakumpit.berkas.tipe import TipeBerkas
from rakumpit.lembar.arsip import ArsipDitolak, periksa_arsip

MIB = 1024 * 1024
UKURAN_MAKS = 10 * MIB
TITIK_MAKS = 100_000_000  # pixels: twice the largest camera of a usual phone
_NAMA_MAKS = 120
_PNG = b"\x89PNG\r\n\x1a\n"
# Chunks that decide how the picture looks; all others are text, time, place or programs' own data.
_POTONG_PNG = frozenset(
    {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT", b"bKGD", b"pHYs"}
)
# JPEG: EXIF and XMP, IPTC, comments; APP2 also carries colour profiles, so only those stay.
_SOF = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
_SOS, _EOI, _SOI, _APP0, _APP1, _APP2, _APP14, _KOMENTAR = 0xDA, 0xD9, 0xD8, 0xE0, 0xE1, 0xE2, 0xEE, 0xFE
_ARAH = 0x0112  # EXIF tag «orientation»
_TERIMA = "PDF, foto JPG atau PNG, Excel (.xlsx), atau Word (.docx)"


class BerkasDitolak(Exception):
    """A file that is not kept; ``str()`` of it is an Indonesian sentence that says why and what to do."""


@dataclass(frozen=True, slots=True)
class BerkasDiperiksa:
    """What it is, the bytes to store, their SHA-256, and the sender's name with its true ending."""

    tipe: TipeBerkas
    isi: bytes
    sidik: str
    nama: str


def baca_berkas(berkas: File) -> BerkasDiperiksa:
    """An uploaded file, read and checked from its beginning. BerkasDitolak."""
    berkas.seek(0)
    tipe, isi = baca_isi(berkas.read(UKURAN_MAKS + 1), nama_tampil(berkas.name or "", None))
    return BerkasDiperiksa(tipe, isi, hashlib.sha256(isi).hexdigest(), nama_tampil(berkas.name or "", tipe))


def baca_isi(isi: bytes, nama: str) -> tuple[TipeBerkas, bytes]:
    """The kind and the bytes to store; ``nama`` only stands in the messages. BerkasDitolak."""
    if not isi:
        raise BerkasDitolak(f"{nama}: berkas kosong. Pilih berkas yang berisi.")
    if len(isi) > UKURAN_MAKS:
        raise BerkasDitolak(f"{nama}: lebih besar dari {UKURAN_MAKS // MIB} MB. Perkecil, lalu unggah lagi.")
    try:
        if isi.startswith(b"%PDF-"):
            return TipeBerkas.PDF, isi
        if isi.startswith(b"\xff\xd8\xff"):
            return TipeBerkas.JPG, _bersihkan_jpg(isi)
        if isi.startswith(_PNG):
            return TipeBerkas.PNG, _bersihkan_png(isi)
        if isi.startswith(b"PK\x03\x04"):
            return _tipe_kantor(isi), isi
    except (struct.error, zipfile.BadZipFile, _Rusak) as galat:
        raise BerkasDitolak(f"{nama}: isinya rusak atau terpotong. Buka, simpan ulang, lalu unggah lagi.") from galat
    except ArsipDitolak as galat:
        raise BerkasDitolak(f"{nama}: {galat}") from galat
    raise BerkasDitolak(f"{nama}: jenis berkas ini tidak diterima. Yang diterima: {_TERIMA}.")


def nama_tampil(nama: str, tipe: TipeBerkas | None) -> str:
    """The sender's name of the file, safe to show and to save: no path, no control or direction marks.

    With ``tipe`` it gets the ending of what the file really is; without, it stands as sent.
    """
    polos = "".join(huruf for huruf in nama.replace("\\", "/") if unicodedata.category(huruf)[0] != "C")
    if tipe is None:
        return PurePosixPath(polos).name[-_NAMA_MAKS:] or "berkas"
    batang = PurePosixPath(polos).stem.strip(" .")[:_NAMA_MAKS] or "berkas"
    return f"{batang}.{tipe.value}"


class _Rusak(Exception):
    """The bytes do not follow the format that they begin with."""


def _periksa_titik(lebar: int, tinggi: int) -> None:
    if not lebar or not tinggi or lebar * tinggi > TITIK_MAKS:
        raise _Rusak


def _bersihkan_png(isi: bytes) -> bytes:
    """Chunks up to IEND (PNG 1.2, section 3): length, name, data, checksum."""
    hasil, letak = [_PNG], len(_PNG)
    while True:
        panjang, nama = struct.unpack_from(">I4s", isi, letak)
        akhir = letak + 12 + panjang
        if akhir > len(isi) or (len(hasil) == 1 and nama != b"IHDR"):
            raise _Rusak
        if nama == b"IHDR":
            _periksa_titik(*struct.unpack_from(">II", isi, letak + 8))
        if nama in _POTONG_PNG:
            hasil.append(isi[letak:akhir])
        if nama == b"IEND":
            return b"".join(hasil)
        letak = akhir


def _bersihkan_jpg(isi: bytes) -> bytes:
    """Segments up to the end mark (ITU-T T.81, annex B), without EXIF, XMP, IPTC and comments."""
    kepala, arah, ada_ukuran = [], 0, False
    letak = 2
    for tanda, awal, akhir in _segmen(isi):
        badan = isi[awal + 4 : akhir]
        if tanda in _SOF:
            tinggi, lebar = struct.unpack_from(">xHH", badan)
            _periksa_titik(lebar, tinggi)
            ada_ukuran = True
        if tanda == _APP1 and badan.startswith(b"Exif\0\0"):
            arah = arah or _arah_exif(badan[6:])
        if _tetap(tanda, badan):
            kepala.append(isi[awal:akhir])
        letak = akhir
    if not ada_ukuran:
        raise _Rusak
    return b"".join([isi[:2], _exif_arah(arah), *kepala, isi[letak : _akhir_gambar(isi, letak)]])


def _tetap(tanda: int, badan: bytes) -> bool:
    """Whether a segment is part of the picture: not a comment, and of the applications' own only what gives colour."""
    if tanda == _APP2:
        return badan.startswith(b"ICC_PROFILE\0")
    return tanda in {_APP0, _APP14} or (not 0xE0 <= tanda <= 0xEF and tanda != _KOMENTAR)


def _segmen(isi: bytes) -> Iterator[tuple[int, int, int]]:
    """(marker, begin, end) of each segment before the picture's data, the start of scan included."""
    letak = 2
    while True:
        pembuka, tanda, panjang = struct.unpack_from(">BBH", isi, letak)
        if pembuka == 0xFF and tanda == 0xFF:  # fill bytes may stand before any marker
            letak += 1
            continue
        akhir = letak + 2 + panjang
        if pembuka != 0xFF or panjang < 2 or akhir > len(isi) or tanda in {_SOI, _EOI}:
            raise _Rusak
        yield tanda, letak, akhir
        if tanda == _SOS:
            return
        letak = akhir


def _akhir_gambar(isi: bytes, letak: int) -> int:
    """Position behind the end mark. In coded data FF is followed by 00 or a restart mark; progressive pictures have
    further tables and scans in between, which are stepped over by their lengths."""
    while True:
        letak = isi.find(b"\xff", letak)
        if letak < 0 or letak + 1 >= len(isi):
            raise _Rusak
        tanda = isi[letak + 1]
        if tanda == _EOI:
            return letak + 2
        if tanda == 0xFF:
            letak += 1
        elif tanda == 0 or 0xD0 <= tanda <= 0xD7:
            letak += 2
        else:
            (panjang,) = struct.unpack_from(">H", isi, letak + 2)
            letak += 2 + panjang


def _arah_exif(tiff: bytes) -> int:
    """Orientation 1 … 8 of an EXIF block, 0 when there is none or the block is broken."""
    try:
        urutan = {b"II": "<", b"MM": ">"}[tiff[:2]]
        (letak,) = struct.unpack_from(f"{urutan}I", tiff, 4)
        (jumlah,) = struct.unpack_from(f"{urutan}H", tiff, letak)
        for nomor in range(min(jumlah, 200)):
            kode, _tipe, _banyak, nilai = struct.unpack_from(f"{urutan}HHIH", tiff, letak + 2 + 12 * nomor)
            if kode == _ARAH:
                return nilai if 1 <= nilai <= 8 else 0
    except (struct.error, KeyError):
        return 0
    return 0


def _exif_arah(arah: int) -> bytes:
    """An EXIF segment that says which way is up and nothing else; empty for the usual way."""
    if arah < 2:
        return b""
    tiff = b"MM\0\x2a" + struct.pack(">IHHHIHHI", 8, 1, _ARAH, 3, 1, arah, 0, 0)
    badan = b"Exif\0\0" + tiff
    return b"\xff\xe1" + struct.pack(">H", len(badan) + 2) + badan


def _tipe_kantor(isi: bytes) -> TipeBerkas:
    """XLSX or DOCX without macros. BerkasDitolak, ArsipDitolak, BadZipFile."""
    with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
        periksa_arsip(arsip)
        nama = {satu.lower() for satu in arsip.namelist()}
    if any(satu.endswith("vbaproject.bin") for satu in nama):
        raise ArsipDitolak("berkas memuat makro. Simpan sebagai .xlsx atau .docx biasa, lalu unggah lagi.")
    if "xl/workbook.xml" in nama:
        return TipeBerkas.XLSX
    if "word/document.xml" in nama:
        return TipeBerkas.DOCX
    raise ArsipDitolak(f"arsip seperti ini tidak diterima. Yang diterima: {_TERIMA}.")
