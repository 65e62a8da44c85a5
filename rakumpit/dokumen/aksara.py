"""Which characters the printing font can show; the others become a box.

Pure. PDF/A refuses a document with a character that its font lacks, and a search in other fonts makes the typesetter
fall over on mixed scripts. So the documents use one font, Libertinus Serif, and text is cut to what it holds: Latin
with all its accents, Greek, Cyrillic, and the signs of an office. Emoji, Arabic and Chinese are shown as «□»; their
full text stays in the application, and the document says so in its footer.
"""

from __future__ import annotations

import unicodedata

KOTAK = "□"

# First and last code point of each range. A test prints every character of them.
RENTANG = (
    (0x20, 0x7E),
    (0xA0, 0xAC),
    (0xAE, 0x2E4),
    (0x300, 0x36F),
    (0x391, 0x3A1),
    (0x3A3, 0x3C9),
    (0x400, 0x45F),
    (0x1E00, 0x1EFF),
    (0x2010, 0x2027),
    (0x202F, 0x2033),
    (0x2039, 0x203A),
    (0x2044, 0x2044),
    (0x2070, 0x2071),
    (0x2074, 0x208E),
    (0x20AC, 0x20AC),
    (0x2113, 0x2113),
    (0x2116, 0x2116),
    (0x2122, 0x2122),
    (0x2126, 0x2126),
    (0x2153, 0x215E),
    (0x2190, 0x2199),
    (0x2212, 0x2212),
    (0x221A, 0x221A),
    (0x221E, 0x221E),
    (0x2248, 0x2248),
    (0x2260, 0x2260),
    (0x2264, 0x2265),
    (0x2460, 0x2473),
    (0x25A0, 0x25A1),
    (0x25CF, 0x25CF),
    (0x2605, 0x2605),
    (0x2714, 0x2714),
    (0xFFFD, 0xFFFD),
)
_ADA = frozenset(titik for awal, akhir in RENTANG for titik in range(awal, akhir + 1)) | {ord("\n")}
_SPASI = str.maketrans({"\t": " ", "\v": "\n", "\f": "\n", "\u2028": "\n", "\u2029": "\n", "\u0085": "\n"})


def tercetak(teks: str) -> str:
    """The text as it can be printed: composed accents, ``\\n`` as the only line end, «□» for each missing character.

    What has no width of its own (joiners, selectors, skin tones, control characters, combining marks of other scripts)
    is left out, so that one emoji is one box.
    """
    teks = unicodedata.normalize("NFC", teks.replace("\r\n", "\n").replace("\r", "\n")).translate(_SPASI)
    if all(ord(huruf) in _ADA for huruf in teks):
        return teks
    return "".join(_cetak(huruf) for huruf in teks)


def _cetak(huruf: str) -> str:
    if ord(huruf) in _ADA:
        return huruf
    jenis = unicodedata.category(huruf)
    # Sk: among others the skin tones of emoji.
    if (jenis[0] in "CM" and jenis not in {"Cn", "Co"}) or jenis == "Sk":
        return ""
    return " " if jenis[0] == "Z" else KOTAK
