"""Why an older sheet prints another index: the usual habits, tried one by one."""

from decimal import Decimal
from fractions import Fraction

from rakumpit.angka import bulatkan
from survei.perhitungan.indeks import PENGALI_KONVERSI, HasilIndeks

_BOBOT = (("1/9", None), ("0,111", Fraction(111, 1000)), ("0,11", Fraction(11, 100)))


def jelaskan_selisih(hasil: HasilIndeks, tercetak: Decimal) -> str:
    """Return the cause of the difference between an exact index and a printed one, or an empty text if none.

    Tried: weight 0,111 or 0,11 instead of 1/m, and division by all forms although some answers are blank (which
    counts a blank as 0). A difference that none of them gives is said to be unexplained.
    """
    if hasil.ikm is None or bulatkan(tercetak, 2) == hasil.ikm:
        return ""
    terisi = [rincian for rincian in hasil.unsur.values() if rincian.n]
    for bagi_semua in (False, True):
        jumlah_nrr = sum((Fraction(r.jumlah, hasil.n if bagi_semua else r.n) for r in terisi), Fraction(0))
        for tulisan, bobot in _BOBOT:
            calon = jumlah_nrr * (bobot or Fraction(1, len(terisi))) * PENGALI_KONVERSI
            if bulatkan(calon, 2) != bulatkan(tercetak, 2):
                continue
            sebab = []
            if bagi_semua:
                sebab.append(f"semua unsur dibagi {hasil.n} responden, sehingga jawaban kosong ikut dihitung sebagai 0")
            if bobot is not None:
                sebab.append(f"bobot {tulisan} dipakai, bukan 1/{len(terisi)} yang tepat")
            return " dan ".join(sebab)
    return "sebabnya tidak diketahui; periksa rumus pada lembar"
