"""What an uploaded file is, and what is taken out of it before it is kept."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rakumpit.berkas import UKURAN_MAKS, BerkasDitolak, TipeBerkas, baca_isi, nama_tampil
from tests.kinerja.berkas import DOCX, PDF, XLSX, arsip, exif, jpg, png, potong_png, segmen

KASUS = Path(__file__).parents[2] / "data" / "kasus"
TEMPAT = b"-1.6912,113.9213 telepon-milik-Sari"


@pytest.mark.parametrize(
    ("isi", "tipe"),
    [
        (PDF, TipeBerkas.PDF),
        (jpg(), TipeBerkas.JPG),
        (png(), TipeBerkas.PNG),
        (XLSX, TipeBerkas.XLSX),
        (DOCX, TipeBerkas.DOCX),
    ],
)
def test_jenis_dibaca_dari_isi_bukan_dari_nama(isi: bytes, tipe: TipeBerkas) -> None:
    hasil = baca_isi(isi, "foto.svg")
    assert hasil == (tipe, isi)


def test_c47_svg_dan_html_ditolak_walau_bernama_foto() -> None:
    svg = (KASUS / "C47_foto.svg").read_bytes()
    for isi in (svg, b"<!doctype html><script>1</script>", b"GIF89a" + bytes(20), b"MZ" + bytes(60), b"teks biasa"):
        with pytest.raises(BerkasDitolak, match=r"foto\.jpg: jenis berkas ini tidak diterima"):
            baca_isi(isi, "foto.jpg")


def test_foto_kehilangan_tempat_dan_pemilik_tetapi_tetap_tegak() -> None:
    xmp = segmen(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + TEMPAT)
    iptc = segmen(0xED, b"Photoshop 3.0\0" + TEMPAT)
    warna = segmen(0xE2, b"ICC_PROFILE\0\1\1warna")
    lain = segmen(0xE2, b"MPF\0" + TEMPAT)
    kirim = jpg(
        sisipan=exif(6, gps=TEMPAT) + xmp + iptc + segmen(0xFE, TEMPAT) + warna + lain,
        ekor=b"<script>alert(1)</script>" + TEMPAT,
    )
    _tipe, bersih = baca_isi(kirim, "foto.jpg")
    assert TEMPAT not in bersih
    assert b"script" not in bersih
    assert b"ICC_PROFILE\0\1\1warna" in bersih
    assert bersih.endswith(b"\x56\xff\xd9")
    # Read by the letter of the EXIF standard: byte order, first directory, tag 0x0112 of type 3.
    tiff = bersih[bersih.index(b"Exif\0\0") + 6 :]
    assert tiff[:4] == b"MM\0\x2a"
    letak, banyak = struct.unpack_from(">IH", tiff, 4)
    assert (letak, banyak) == (8, 1)
    assert struct.unpack_from(">HHIH", tiff, 10) == (0x0112, 3, 1, 6)
    assert baca_isi(bersih, "foto.jpg")[1] == bersih


def test_foto_tegak_tidak_mendapat_exif() -> None:
    for sisipan in (b"", exif(1, gps=TEMPAT), segmen(0xE1, b"Exif\0\0II\x2a\0\xff\xff\xff\xff")):
        assert baca_isi(jpg(sisipan=sisipan), "a.jpg")[1] == jpg()


def test_png_kehilangan_teks_dan_ekor() -> None:
    kirim = png(sisipan=potong_png(b"tEXt", b"Author\0" + TEMPAT) + potong_png(b"eXIf", TEMPAT)) + b"<html>ekor"
    assert baca_isi(kirim, "a.png") == (TipeBerkas.PNG, png())


def test_gambar_raksasa_dan_gambar_rusak_ditolak() -> None:
    rusak = [
        png(lebar=100_000, tinggi=100_000),
        png(lebar=0),
        png()[:-6],
        jpg(lebar=20_000, tinggi=20_000),
        jpg()[:-2],
        b"\xff\xd8\xff" + bytes(30),
        b"\x89PNG\r\n\x1a\n" + potong_png(b"IDAT", b"x"),
    ]
    for isi in rusak:
        with pytest.raises(BerkasDitolak, match="rusak atau terpotong"):
            baca_isi(isi, "a.png")


def test_arsip_lain_makro_bom_dan_arsip_rusak_ditolak() -> None:
    for isi, sebab in (
        (arsip(isi__apa_xml=b"x"), "arsip seperti ini"),
        (arsip(word__document_xml=b"x", word__vbaProject_bin=b"x"), "makro"),
        (arsip(xl__workbook_xml=b" " * (20 * 1024 * 1024)), "jauh lebih besar"),
        (b"PK\x03\x04" + bytes(40), "rusak"),
    ):
        with pytest.raises(BerkasDitolak, match=sebab):
            baca_isi(isi, "a.xlsx")


def test_kosong_dan_terlalu_besar_ditolak_dengan_namanya() -> None:
    with pytest.raises(BerkasDitolak, match=r"a\.pdf: berkas kosong"):
        baca_isi(b"", "a.pdf")
    with pytest.raises(BerkasDitolak, match=r"a\.pdf: lebih besar dari 10 MB"):
        baca_isi(PDF + bytes(UKURAN_MAKS), "a.pdf")


@given(
    st.binary(max_size=300), st.sampled_from([b"", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"PK\x03\x04", jpg()[:60]])
)
def test_isi_sembarang_diterima_atau_ditolak_tidak_pernah_gagal(isi: bytes, awal: bytes) -> None:
    try:
        baca_isi(awal + isi, "x")
    except BerkasDitolak:
        return


@pytest.mark.parametrize(
    ("nama", "tampil"),
    [
        ("..\\..\\rahasia.html", "rahasia.pdf"),
        ("../../etc/passwd", "passwd.pdf"),
        ("foto\u202egpj.exe", "fotogpj.pdf"),
        ("surat\r\nSet-Cookie: a.pdf", "suratSet-Cookie: a.pdf"),
        (" .pdf", "berkas.pdf"),
        ("", "berkas.pdf"),
        ("n" * 500, "n" * 120 + ".pdf"),
    ],
)
def test_nama_tampil_tanpa_jalur_dan_tanda_arah(nama: str, tampil: str) -> None:
    assert nama_tampil(nama, TipeBerkas.PDF) == tampil
