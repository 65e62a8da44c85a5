"""Number plates of vehicles in free text: «KH 1234 AB»; numbers of rooms, letters, laws and prices stay.

A plate is the code of a region, up to four digits without a leading zero, and up to three letters (general knowledge;
the text of the regulation was not read). Much else looks like it («RUANG B 150 ORG», «KB 2 kali»), so what stands alone
must be unmistakable, and after «plat» or «nopol» the form is enough.
"""

from __future__ import annotations

import re

from rakumpit.samaran.kata import BUKAN_NAMA, BUKAN_SERI, KATA_DAN_NAMA

KENDARAAN = "[nomor kendaraan]"

_SATU_HURUF = "ABDEFGHKLMNPRSTWZ"
_WILAYAH = (
    "AA AB AD AE AG BA BB BD BE BG BH BK BL BM BN BP DA DB DC DD DE DG DH DK DL DM DN DP DR DS DT DW EA EB ED KB KH KT "
    "KU PA PB PG PS PT PY"
)
# Of these the same letters are in use before numbers for something else: «DP 500 ribu», «BB 60 kg», «KB 3 bln».
_RANCU = frozenset({"AB", "AD", "BB", "BE", "BP", "DE", "DP", "DR", "DS", "ED", "KB", "PA", "PS", "PT"})
_SEBUTAN = r"(?:plat(?:\s+(?:nomor|no\.?))?|no(?:mor|\.)?\s?pol(?:isi|\.)?|nopol|tnkb|no(?:mor|\.)?\s+kendaraan)"
_SELA = r"[ .\-\u00a0]{0,2}"
_POLA = re.compile(
    rf"(?P<sebut>\b{_SEBUTAN}(?:nya)?\s{{0,2}}[:=]?\s{{0,2}})?"
    rf"(?<![\w/.\-\[])(?P<daerah>{'|'.join(_WILAYAH.split())}|[{_SATU_HURUF}]){_SELA}"
    rf"(?P<angka>[1-9][0-9]{{0,3}})(?:{_SELA}(?P<seri>[A-Z]{{1,3}}))?(?![\w/\-])",
    re.IGNORECASE,
)
_TAHUN = re.compile(r"(?:19|20)[0-9][0-9]")


def samarkan_kendaraan(teks: str) -> str:
    """The text with number plates replaced by a word in brackets; what announces one («plat») stays."""
    return _POLA.sub(_ganti, teks)


def _ganti(cocok: re.Match[str]) -> str:
    if cocok["sebut"] is not None:
        # «plat B 2 kali»: a short word behind is no series, but the plate before it is one.
        seri = cocok["seri"] or ""
        if seri and _kata_biasa(seri):
            return f"{cocok['sebut']}{KENDARAAN}{cocok.group()[cocok.end('angka') - cocok.start() :]}"
        return f"{cocok['sebut']}{KENDARAAN}"
    return KENDARAAN if _pasti(cocok) else cocok.group()


def _kata_biasa(seri: str) -> bool:
    kata = seri.lower()
    return kata in BUKAN_SERI or kata in BUKAN_NAMA | KATA_DAN_NAMA


def _pasti(cocok: re.Match[str]) -> bool:
    """Whether the form alone makes it a plate."""
    daerah, angka, seri = cocok["daerah"], cocok["angka"], cocok["seri"] or ""
    if not seri or len(angka) < 3 or _kata_biasa(seri):
        return False
    besar = daerah.isupper() and seri.isupper()
    if len(daerah) == 1 or daerah.upper() in _RANCU:
        return besar and len(seri) >= 2 and len(angka) == 4 and not _TAHUN.fullmatch(angka)
    return besar or (len(seri) >= 2 and not _TAHUN.fullmatch(angka))
