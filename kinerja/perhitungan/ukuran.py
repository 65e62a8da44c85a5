"""Capaian of one indicator, weighted means and the check of weights: the small arithmetic under every score."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import ROUND_HALF_EVEN, Context, Decimal, DivisionByZero, InvalidOperation, Overflow, localcontext

from kinerja.perhitungan.pilihan import Arah

# A quotient such as 2/3 has no exact Decimal. 28 significant digits are kept, whatever the caller's own context is;
# the one rounding that counts (half up, 4 decimals) is far from that last digit.
KONTEKS = Context(prec=28, rounding=ROUND_HALF_EVEN, traps=[InvalidOperation, DivisionByZero, Overflow])
SERATUS = Decimal(100)
NOL = Decimal(0)

Angka = Decimal | int | str | float


def ke_desimal(nilai: Angka) -> Decimal:
    """A finite Decimal; a float is read by its shortest text (9.12 is 9.12), never by its binary digits."""
    try:
        hasil = nilai if isinstance(nilai, Decimal) else Decimal(str(nilai).strip())
    except InvalidOperation:
        raise ValueError(f"«{nilai}» bukan angka.") from None
    if not hasil.is_finite():
        raise ValueError(f"«{nilai}» bukan angka.")
    return hasil


def _angka_atau_kosong(nilai: Angka | None) -> Decimal | None:
    return None if nilai is None or nilai == "" else ke_desimal(nilai)


def batas_target(
    target: Angka | Sequence[Angka | None] | None,
) -> tuple[Decimal, Decimal] | None:
    """Lower and upper bound of a target; a single number (or a pair with one side empty) is both. None: no target.

    ValueError: lower above upper, negative, or not a number.
    """
    if target is None or isinstance(target, (Decimal, int, str, float)):
        bawah = atas = _angka_atau_kosong(target)
    else:
        bawah, atas = kedua_batas(*(_angka_atau_kosong(sisi) for sisi in target))
    if bawah is None or atas is None:
        return None
    if bawah > atas:
        raise ValueError(f"Batas bawah target ({bawah}) lebih besar daripada batas atasnya ({atas}).")
    if bawah < 0:
        raise ValueError(f"Target tidak boleh negatif ({bawah}).")
    return bawah, atas


def kedua_batas(bawah: Decimal | None, atas: Decimal | None) -> tuple[Decimal | None, Decimal | None]:
    """Both bounds of a target; of a single number both are that number."""
    return (atas if bawah is None else bawah), (bawah if atas is None else atas)


def acuan(bawah: Decimal, atas: Decimal, realisasi: Decimal) -> Decimal | None:
    """The number that stands for T: the nearer bound outside a range, None inside it.

    PermenPANRB 8/2021 Lampiran p. 100: above the range the upper bound, below it the lower one.
    """
    if realisasi > atas:
        return atas
    if realisasi < bawah or bawah == atas:
        return bawah
    return None


def persen_capaian(t: Decimal, realisasi: Decimal, arah: Arah | str) -> Decimal:
    """R/T x 100, or (2 - R/T) x 100 where lower is better, in one division; may be negative, not capped. T > 0."""
    if arah == Arah.TINGGI:
        return SERATUS * realisasi / t
    if arah == Arah.RENDAH:
        return (t + t - realisasi) * SERATUS / t
    raise ValueError(f"Arah «{arah}» tidak dikenal: pilih tinggi atau rendah.")


def capaian(
    target: Angka | Sequence[Angka | None] | None,
    realisasi: Angka | None,
    arah: Arah | str,
    batas: Angka | None = None,
) -> Decimal | None:
    """Realisasi against target in percent, not rounded (28 significant digits); None where it does not exist.

    Makin tinggi R/T x 100; makin rendah (2 - R/T) x 100, never under 0. ``target`` is a number or a pair
    (lower, upper): 100 inside, outside the nearer bound is T. At most ``batas`` percent if given (120 by PP 30/2019).
    None: realisasi or target empty, target 0. ValueError: range upside down, negative, unknown arah.
    """
    arah = Arah(arah)
    batas_bawah_atas = batas_target(target)
    r = _angka_atau_kosong(realisasi)
    paling_tinggi = _angka_atau_kosong(batas)
    if r is not None and r < 0:
        raise ValueError(f"Realisasi tidak boleh negatif ({r}).")
    if r is None or batas_bawah_atas is None or batas_bawah_atas[1] == 0:
        return None
    with localcontext(KONTEKS):
        t = acuan(*batas_bawah_atas, r)
        hasil = SERATUS if t is None else max(persen_capaian(t, r, arah), NOL)
    return hasil if paling_tinggi is None else min(hasil, paling_tinggi)


def rata_tertimbang(bagian: Iterable[tuple[Decimal | int, Decimal | int | None]]) -> Decimal | None:
    """Weighted mean of (weight, value), not rounded; a part without a value leaves the divisor, a real 0 counts.

    None when nothing is left. Because the divisor is the sum of the weights used, the result never leaves the
    range of the values, whatever the weights add up to.
    """
    jumlah, pembagi = NOL, NOL
    with localcontext(KONTEKS):
        for bobot, nilai in bagian:
            if nilai is not None:
                jumlah += bobot * nilai
                pembagi += bobot
        return jumlah / pembagi if pembagi > 0 else None


def rata_menurut_hari(bagian: Iterable[tuple[date, date, Decimal | int | None]]) -> Decimal | None:
    """Mean of (first day, last day, value) weighted by days, both days included, not rounded.

    For a person who moved within the year: each stretch was rated by its own superior.
    """
    berbobot: list[tuple[int, Decimal | int | None]] = []
    for mulai, selesai, nilai in bagian:
        if selesai < mulai:
            raise ValueError(f"Bagian periode berakhir ({selesai}) sebelum dimulai ({mulai}).")
        berbobot.append(((selesai - mulai).days + 1, nilai))
    return rata_tertimbang(berbobot)


def periksa_bobot(bobot: Sequence[Decimal | None]) -> str | None:
    """What is wrong with the weights of an SKP, in words for its owner; None when nothing is.

    None set means equal weights. If any is set, all are, each above 0 and at most 100, and they add up to exactly 100.
    """
    isi = [b for b in bobot if b is not None]
    if not isi:
        return None
    if len(isi) < len(bobot):
        kosong = ", ".join(str(nomor) for nomor, b in enumerate(bobot, start=1) if b is None)
        return f"Bobot indikator nomor {kosong} belum diisi. Isi semua bobot, atau kosongkan semuanya."
    for nomor, b in enumerate(isi, start=1):
        if not b.is_finite():
            return f"Bobot indikator nomor {nomor} bukan angka."
        if b <= 0 or b > SERATUS:
            return f"Bobot indikator nomor {nomor} adalah {teks_angka(b)}; isi angka di atas 0 dan paling besar 100."
    jumlah = sum(isi, NOL)
    if jumlah == 1:
        return "Jumlah bobot 1, seharusnya 100. Tulis bobot dalam persen: 0,1 ditulis 10."
    if jumlah != SERATUS:
        selisih = SERATUS - jumlah
        arah = "kurang" if selisih > 0 else "lebih"
        return f"Jumlah bobot {teks_angka(jumlah)}, seharusnya tepat 100 ({arah} {teks_angka(abs(selisih))})."
    return None


def teks_angka(nilai: Decimal) -> str:
    """A number as it stands in a formula: decimal comma, no trailing zeros, dots only from 10.000 on."""
    teks = str(nilai)
    if "E" in teks:
        teks = format(nilai, "f")
    utuh, titik, pecahan = teks.partition(".")
    if len(utuh) > 4 and len(utuh.lstrip("-")) > 4:
        utuh = f"{int(utuh):,}".replace(",", ".")
    if utuh[0] == "-":
        utuh = "−" + utuh[1:]
    pecahan = pecahan.rstrip("0") if titik else ""
    return f"{utuh},{pecahan}" if pecahan else utuh


def teks_rentang(bawah: Decimal | None, atas: Decimal | None, satuan: str) -> str:
    """A target with its unit: «95 persen», or «93–97 persen» for a range; empty for a measure without a target."""
    if bawah is None:
        return ""
    angka = teks_angka(bawah) if atas is None else f"{teks_angka(bawah)}–{teks_angka(atas)}"
    return f"{angka} {satuan}".strip()
