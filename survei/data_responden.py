"""What stands beside the answers in an SKM sheet: day and respondent data, read only to refuse the impossible."""

import re
from datetime import date, datetime
from decimal import Decimal, InvalidOperation

_JENIS_KELAMIN = frozenset({"l", "p", "laki-laki", "perempuan", "laki laki", "pria", "wanita", "na"})
_PENDIDIKAN = re.compile(
    r"(?:tidak sekolah|tidak tamat.*|sd|mi|smp|sltp|mts|sma|smu|smk|slta|ma|stm|d ?-?(?:[1-4]|iv|i{1,3})|diploma.*"
    r"|sarjana.*|s ?-?(?:[1-3]|i{1,3})|magister|doktor|na|lainnya)(?:[ /].*)?"
)
_PEKERJAAN = re.compile(
    r"na|.*(?:pns|asn|pppk|tni|polri|swasta|wira|usaha|pelajar|mahasiswa|petani|nelayan|pedagang|buruh|guru|dosen|honorer"
    r"|pensiun|rumah tangga|irt|karyawan|bumn|bumd|perangkat|tidak bekerja|lain).*"
)


def rapi(isi: object) -> str:
    """Text of a cell for comparing: no BOM, no outer or doubled blanks, lower case."""
    teks = "" if isi is None else str(isi)
    return re.sub(r"\s+", " ", teks.replace("\ufeff", "").replace("\u00a0", " ")).strip().casefold()


def angka(isi: object) -> Decimal | None:
    """Number in a cell with decimal point or comma, None where there is none."""
    try:
        hasil = Decimal(rapi(isi).replace(",", "."))
    except InvalidOperation:
        return None
    return hasil if hasil.is_finite() else None


def baca_tanggal(isi: object) -> tuple[date | None, str]:
    """Read the day of a form; a clock time after it is dropped, a day that does not exist is a reason to refuse."""
    if isinstance(isi, datetime):
        return isi.date(), ""
    if isinstance(isi, date):
        return isi, ""
    teks = rapi(isi)
    if teks in {"", "-"}:
        return None, ""
    cocok = re.fullmatch(r"(?:(\d{4})-(\d{1,2})-(\d{1,2})|(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4}))(?:[ t].*)?", teks)
    if cocok:
        tahun, bulan, hari = cocok[1] or cocok[6], cocok[2] or cocok[5], cocok[3] or cocok[4]
        try:
            return date(int(tahun), int(bulan), int(hari)), ""
        except ValueError:
            pass
    return None, f"Tanggal «{teks[:20]}» tidak ada atau tidak terbaca. Tulis seperti 24-11-2026."


def periksa_data(jenis: str, isi: object) -> str:
    """Return why a respondent's datum is impossible or unknown, or an empty text."""
    teks = rapi(isi)
    tertulis = str(isi).strip()[:20]
    if teks in {"", "-"}:
        return ""
    if jenis == "jenis_kelamin" and teks not in _JENIS_KELAMIN:
        return f"«{tertulis}» tidak dikenal. Isi L atau P, atau kosongkan."
    if jenis == "usia" and (tahun := angka(teks)) is not None and not 0 < tahun <= 120:
        return f"Usia {tertulis} tidak mungkin. Isi 1 sampai 120, atau kosongkan."
    if jenis == "pendidikan" and not _PENDIDIKAN.fullmatch(teks):
        return f"Pendidikan «{tertulis}» tidak dikenal. Contoh: SD, SMP, SMA, D3, S1, atau kosongkan."
    if jenis == "pekerjaan" and not _PEKERJAAN.fullmatch(teks):
        return f"Pekerjaan «{tertulis}» tidak dikenal. Isi «Lainnya» atau kosongkan."
    return ""
