"""Names of people: kept as typed, one field, single words valid; a second form only for sorting and searching."""

from __future__ import annotations

import re
import unicodedata

# Academic, religious and courtesy titles that stand before a name. Noble ones (R., Rr., I Gusti, Andi) are part of it.
_GELAR_DEPAN = re.compile(
    r"(?:prof|drs|dra|drg|drh|dr|ir|apt|ns|hj|kh|h|pdt|ust|ustadz|tn|ny|sdr|sdri|bpk|ibu)(?:\.\s*|\s+)(?=\S)"
)
_APOSTROF = re.compile(r"['`\u2018\u2019\u201b\u02bc\u02bb\u00b4\u2032]")
_BUKAN_HURUF = re.compile(r"[^\w]+")
_HURUF_RENGGANG = re.compile(r"\w(?:\s+\w){3,}")


def bersihkan_nama(nama: str) -> str:
    """The name as typed, without outer, double and non-breaking blanks and without a blank before a comma."""
    return re.sub(r"\s+,", ",", " ".join(nama.replace("\ufeff", "").split()))


def sebutan_jabatan(nama: str, urut: int, unit: str) -> str:
    """A post with its unit; the number of the seat only where it is not the first."""
    return f"{nama}, {unit}" if urut == 1 else f"{nama} {urut}, {unit}"


def nama_urut(nama: str) -> str:
    """Key for sorting and searching: "Drs. H. Rahmat Tundan, M.Si." -> "rahmat tundan".

    No titles before the name, nothing after its first comma, no apostrophes, accents or dots; lower case, single
    blanks.
    A name in spaced-out letters is closed up ("A N I  K A L I S" -> "ani kalis"; the double blank divides the words).
    A search text goes through the same function, so that "ma’rifah", "ma'rifah" and "marifah" are one.
    """
    terurai = unicodedata.normalize("NFKD", nama.replace("\ufeff", "")).casefold()
    kunci = "".join(huruf for huruf in terurai if not unicodedata.combining(huruf))
    kunci = _APOSTROF.sub("", kunci).partition(",")[0].strip()
    while cocok := _GELAR_DEPAN.match(kunci):
        kunci = kunci[cocok.end() :]
    if _HURUF_RENGGANG.fullmatch(kunci):
        kunci = " ".join("".join(kata.split()) for kata in re.split(r"\s{2,}", kunci))
    return " ".join(_BUKAN_HURUF.sub(" ", kunci).split())
