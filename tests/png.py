"""Pictures of a page, as rows of grey: enough to see where there is ink."""

from __future__ import annotations

import struct
import zlib

_BITA = {0: 1, 2: 3, 4: 2, 6: 4}  # bytes of a pixel by colour type (PNG, third edition, 11.2.2), at 8 bits a sample


def baris_abu(png: bytes) -> list[list[int]]:
    """Rows of the picture, each pixel 0 (black) to 255; on white where it is transparent. 8 bits, not interlaced."""
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    lebar, tinggi, dalam, warna, _mampat, _saring, jalin = struct.unpack(">IIBBBBB", png[16:29])
    assert (dalam, jalin) == (8, 0)
    isi, di = b"", 8
    while di < len(png):
        panjang = int.from_bytes(png[di : di + 4], "big")
        if png[di + 4 : di + 8] == b"IDAT":
            isi += png[di + 8 : di + 8 + panjang]
        di += 12 + panjang
    mentah, langkah = zlib.decompress(isi), _BITA[warna]
    sepanjang = lebar * langkah
    atas, hasil = bytes(sepanjang), []
    for urut in range(tinggi):
        awal = urut * (sepanjang + 1)
        atas = _pulihkan(mentah[awal], mentah[awal + 1 : awal + 1 + sepanjang], atas, langkah)
        hasil.append([_abu(atas[n : n + langkah]) for n in range(0, sepanjang, langkah)])
    return hasil


def _pulihkan(saringan: int, baris: bytes, atas: bytes, langkah: int) -> bytes:
    """Undo the filter of one row (PNG 9.2)."""
    hasil = bytearray(baris)
    for n in range(len(hasil)):
        a = hasil[n - langkah] if n >= langkah else 0
        b = atas[n]
        c = atas[n - langkah] if n >= langkah else 0
        p = a + b - c
        paeth = min((a, b, c), key=lambda satu: abs(p - satu))
        hasil[n] = (hasil[n] + (0, a, b, (a + b) // 2, paeth)[saringan]) & 255
    return bytes(hasil)


def _abu(piksel: bytes) -> int:
    abu = piksel[0] if len(piksel) < 3 else sum(piksel[:3]) // 3
    tembus = piksel[-1] if len(piksel) in {2, 4} else 255
    return (abu * tembus + 255 * (255 - tembus)) // 255
