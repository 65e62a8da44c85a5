"""Numbers and addresses of persons in free text: NIK, telephone, e-mail, accounts; prices, dates and hours stay."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rakumpit.samaran.kendaraan import samarkan_kendaraan

NIK, TELEPON, EMAIL, AKUN, NOMOR = "[NIK]", "[nomor telepon]", "[email]", "[akun]", "[nomor]"

_PROVINSI = r"(?:1[1-9]|21|3[1-6]|5[1-3]|6[1-5]|7[1-6]|8[12]|9[1-7])"
# Province, kabupaten and kecamatan, birth day (41 to 71 for women), month, year, serial. A family card has the same.
_BENTUK_NIK = re.compile(_PROVINSI + r"\d{4}(?:0[1-9]|[1256]\d|4[1-9]|3[01]|7[01])(?:0[1-9]|1[0-2])\d{6}")
_PONSEL = re.compile(r"(?:62|0)8[1-9]\d{6,10}")
_RUMAH = re.compile(r"(?:62|0)[2-79]\d{7,9}")
_NIP = re.compile(r"(?:19|20)\d{2}(?:0[1-9]|1[0-2])\d{2}20\d{2}(?:0[1-9]|1[0-2])[12]\d{3}")
_TAHUN = re.compile(r"(?:19|20)\d\d")

_HARI, _BULAN = r"(?:0?[1-9]|[12]\d|3[01])", r"(?:0?[1-9]|1[0-2])"
_BUKAN_PRIBADI = re.compile(
    r"""
      \b(?:rp|idr)\.?\s{0,2}[1-9][\d.,]{0,17}                                     # Rp 10.000
    | (?<![\d.])(?!62\.8)[1-9]\d{0,2}(?:\.\d{3}){1,2}(?:,\d\d|,-)?(?![.\-]?\d)     # 150.000.000
    | (?<!\d)[1-9]\d{0,11}\s?(?:rb|ribu|jt|juta|miliar|rupiah|persen|%)            # 50 ribu
    | (?<!\d)(?<!\d[-./ ])HARI([-./ ])BULAN\1(?:(?:19|20)\d\d|\d\d)(?!\d|\1\d)     # 08-11-2026
    | (?<!\d)(?<!\d[-./ ])(?:19|20)\d\d([-./ ])BULAN\2HARI(?!\d|\2\d)              # 2026-11-08
    | (?<!\d)(?<!\d[.:])(?:[01]?\d|2[0-4])[.:][0-5]\d(?!\d|[.:]\d)                 # 08.00, 16:30
    | (?<![\w/.\-])(?=[\w.\-/]{0,60}[^\W\d_])[\w.\-]{1,40}(?:/[\w.\-]{1,40}){2,6}            # 470/123/KL-MB/XI/2026
    """.replace("HARI", _HARI).replace("BULAN", _BULAN),
    re.VERBOSE | re.IGNORECASE,
)
_EMAIL = re.compile(
    r"[\w.+\-]{1,64}@[\w\-]+(?:\.[\w\-]+)*"
    r"|[\w.+\-]{1,64}\s?@\s?(?:(?:gmail|yahoo|ymail|hotmail|outlook|icloud)(?:\.[\w\-]+)*|[\w\-]+(?:\.[\w\-]+)+)"
    r"|[\w.+\-]{1,64}\s?[(\[]\s?at\s?[)\]]\s?[\w\-]+(?:(?:\.|\s?[(\[]\s?dot\s?[)\]]\s?)[\w\-]+)*"
    r"|[\w.+\-]{1,64}\sat\s[\w\-]+(?:\s?dot\s?|\.)(?:com|co|net|org|id)\b(?:\.\w+)*",
    re.IGNORECASE,
)
_AKUN = re.compile(
    r"(?:https?://)?(?:www\.)?(?:wa\.me|t\.me|instagram\.com|facebook\.com|fb\.com|tiktok\.com|x\.com)/\S+"
    r"|(?<![\w.])@(?!(?:pak|bu|camat|lurah|sekcam|kasi|admin|petugas|kantor|kecamatan|kelurahan)\b)[\w.]*\w"
    r"|(?P<sebut>\b(?:ig|instagram|fb|facebook|tiktok|telegram)\s{0,2}[:=]\s{0,2})[\w.@\-]+",
    re.IGNORECASE,
)
_ANGKA_TERTULIS = r"(?:nol|kosong|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan)"
_TERTULIS = re.compile(rf"\b(?:{_ANGKA_TERTULIS}[\s,.\-]{{1,2}}){{7,}}{_ANGKA_TERTULIS}\b", re.IGNORECASE)
# A group of digits; the letter O typed for a zero is one when nothing else stands in the word.
_GUGUS = re.compile(r"(?<![^\W_])(?=[oO]{0,3}\d)[\doO]{7,40}(?![^\W_])|\d+")
_SELA = re.compile(r"[ \t\u00a0.\-\u2010-\u2015_()]{1,3}")
_GUGUS_TERBANYAK = 18


def samarkan_nomor(teks: str) -> str:
    """The text with numbers and addresses of persons replaced by a word in brackets.

    A number of 16 digits is a NIK, one that begins like a telephone number is one, any other of nine digits or more
    is an account; blanks, dots and dashes between the digits change nothing. Prices, dates, hours and numbers of
    letters are left alone, and so is what only looks like a number plate.
    """
    teks = _EMAIL.sub(EMAIL, teks)
    teks = _AKUN.sub(lambda cocok: (cocok.group("sebut") or "") + AKUN, teks)
    teks = samarkan_kendaraan(_TERTULIS.sub(NOMOR, teks))
    hasil, awal = [], 0
    for cocok in _BUKAN_PRIBADI.finditer(teks):
        if _panjang(cocok.group()) > 16:
            continue
        hasil += [_samarkan_gugus(teks[awal : cocok.start()]), cocok.group()]
        awal = cocok.end()
    # Once more: a number that went may have stood right behind a plate.
    return samarkan_kendaraan("".join([*hasil, _samarkan_gugus(teks[awal:])]))


def _panjang(teks: str) -> int:
    """Digits in a row of that text at most; a price or a letter has no NIK in it."""
    return max((len(satu) for satu in re.findall(r"\d+", teks)), default=0)


def _samarkan_gugus(teks: str) -> str:
    hasil, awal = [], 0
    for mulai, akhir, kata in _temuan(teks):
        # A plus or a bracket before the number belongs to it.
        kiri = teks[awal:mulai]
        polos = kiri.rstrip("+(") if kiri.endswith(("+", "(")) else kiri
        hasil += [polos, kata]
        awal = akhir
    return "".join([*hasil, teks[awal:]])


def _temuan(teks: str) -> Iterator[tuple[int, int, str]]:
    gugus = [(cocok.start(), cocok.end()) for cocok in _GUGUS.finditer(teks)]
    urut = 0
    while urut < len(gugus):
        akhir = urut
        while (
            akhir + 1 < len(gugus)
            and akhir - urut < _GUGUS_TERBANYAK
            and _SELA.fullmatch(teks, gugus[akhir][1], gugus[akhir + 1][0])
        ):
            akhir += 1
        temu = _baca(teks, gugus[urut : akhir + 1])
        if temu is None:
            urut += 1
            continue
        panjang, kata = temu
        yield gugus[urut][0], gugus[urut + panjang - 1][1], kata
        urut += panjang


def _baca(teks: str, gugus: list[tuple[int, int]]) -> tuple[int, str] | None:
    """How many of these groups make one number, and what kind; the longest first."""
    isi = [teks[mulai:akhir].lower().replace("o", "0") for mulai, akhir in gugus]
    for banyak in range(len(isi), 0, -1):
        angka = "".join(isi[:banyak])
        if len(angka) == 16 and (banyak == 1 or _BENTUK_NIK.fullmatch(angka)):
            return banyak, NIK
        if _PONSEL.fullmatch(angka) or _RUMAH.fullmatch(angka):
            return banyak, TELEPON
    for banyak in range(len(isi), 0, -1):
        # A NIP: birth date, first appointment, sex, serial.
        if _NIP.fullmatch("".join(isi[:banyak])):
            return banyak, NOMOR
    for banyak in range(len(isi), 0, -1):
        if sum(map(len, isi[:banyak])) >= 9 and _seperti_nomor(isi[:banyak], teks[gugus[0][1] : gugus[banyak - 1][0]]):
            return banyak, NOMOR
    return None


def _seperti_nomor(isi: list[str], antara: str) -> bool:
    """Several groups make a number unless they are years or a list of small numbers with blanks between."""
    if len(isi) == 1:
        return True
    if any(_TAHUN.fullmatch(satu) for satu in isi):
        return False
    return not any(huruf.isspace() for huruf in antara) or all(len(satu) >= 3 for satu in isi)
