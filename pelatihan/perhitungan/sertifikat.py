"""What a certificate of the office's own says: its number, its hours, and what of a NIP everybody may see. Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from pelatihan.perhitungan.jp import MENIT_PER_JP, CaraHitung, Kegiatan, Konversi, hitung_jp
from rakumpit.angka import format_angka

POLA_BAWAAN = "{urut}/SERT/{tahun}"
_SISA_NIP = 3


def susun_nomor(pola: str, urut: int, tahun: int) -> str:
    """«007/SERT/2026». ValueError: the scheme lacks a part, or has one that is not known."""
    sisa = pola.replace("{urut}", "", 1).replace("{tahun}", "", 1)
    if "{urut}" not in pola or "{tahun}" not in pola or "{" in sisa or "}" in sisa:
        raise ValueError("Pola nomor memuat {urut} dan {tahun}, masing-masing sekali, tanpa kurung lain.")
    return pola.replace("{urut}", f"{urut:03d}").replace("{tahun}", str(tahun))


def samarkan_nip(nip: str) -> str:
    """The last digits alone: the others are a birthday. "" stays ""."""
    return "•" * max(0, len(nip) - _SISA_NIP) + nip[-_SISA_NIP:] if nip else ""


@dataclass(frozen=True, slots=True)
class Acara:
    """An event of the office: ``jp`` was fixed for this event, ``jp_program`` stands in the catalogue."""

    hari: int
    menit: int
    internasional: bool = False
    jp: Decimal | None = None
    jp_program: Decimal | None = None


def _tulis(jp: Decimal) -> str:
    """«14,4», without zeros behind the comma."""
    return format_angka(jp).rstrip("0").rstrip(",")


def jp_acara(acara: Acara, konversi: Konversi | None) -> tuple[Decimal, str]:
    """Hours of an own event and how they were found, in words.

    First what was fixed for the event, then the programme's hours, then the conversion of the form (None: not in
    use), then the minutes of learning. Raises ``JPTidakTerhitung``.
    """
    if acara.jp is not None:
        return acara.jp, f"{_tulis(acara.jp)} JP ditetapkan untuk kegiatan ini"
    tempat = "internasional" if acara.internasional else "nasional"
    if acara.jp_program is None and konversi is not None and konversi.cara is not CaraHitung.PROGRAM:
        jp = hitung_jp(Kegiatan(acara.hari, acara.internasional), konversi)
        satuan = f"{acara.hari} hari" if konversi.cara is CaraHitung.PER_HARI else "Satu kegiatan"
        return jp, f"{satuan}, kegiatan {tempat}"
    isi = Kegiatan(acara.hari, acara.internasional, acara.jp_program, acara.menit)
    if konversi is None:
        # An addition that nobody has compared with the annex is not given.
        isi = replace(isi, internasional=False)
        jp = hitung_jp(isi, Konversi(CaraHitung.PROGRAM))
    else:
        jp = hitung_jp(isi, replace(konversi, cara=CaraHitung.PROGRAM))
    dasar = (
        f"{_tulis(acara.jp_program)} JP program"
        if acara.jp_program is not None
        else f"{acara.menit} menit dibagi {MENIT_PER_JP}"
    )
    return jp, f"{dasar}, kegiatan {tempat}"
