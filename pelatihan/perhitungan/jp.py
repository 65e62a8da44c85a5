"""Training hours (jam pelajaran, JP): from an activity to its hours, and from hours to what the year asks.

Pure. The sources of the numbers stand in the dated tables; the rules of counting are in docs/pelatihan.md.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from rakumpit.angka import bulatkan
from rakumpit.waktu import tambah_tahun

MENIT_PER_JP = 45  # Peraturan LAN 5/2018
_SERATUS = Decimal(100)
_NOL = Decimal(0)


def kunci(*teks: str) -> str:
    """Letters and digits of these texts alone, so that one certificate has one key however it is typed."""
    return "/".join("".join(huruf for huruf in satu.casefold() if huruf.isalnum()) for satu in teks).strip("/")


class CaraHitung(StrEnum):
    """How the hours of a form are found."""

    PROGRAM = "program"
    PER_HARI = "per_hari"
    PER_KEGIATAN = "per_kegiatan"


LABEL_CARA_HITUNG = {
    CaraHitung.PROGRAM: "JP program",
    CaraHitung.PER_HARI: "JP per hari",
    CaraHitung.PER_KEGIATAN: "JP per kegiatan",
}


class Jendela(StrEnum):
    """Which year counts: January to December, or from one anniversary of the contract to the next."""

    KALENDER = "kalender"
    KONTRAK = "kontrak"


LABEL_JENDELA = {Jendela.KALENDER: "Tahun kalender", Jendela.KONTRAK: "Tahun perjanjian kerja"}


class JPTidakTerhitung(ValueError):
    """The hours cannot be found from what is known; ``str()`` is an Indonesian sentence that says what is missing."""


@dataclass(frozen=True, slots=True)
class Konversi:
    """How one form is converted.

    ``nasional`` and ``internasional``: JP per day or per activity; None: no such conversion exists. ``tambahan``:
    per cent on top of the programme's JP for an international activity; None: no such conversion.
    """

    cara: CaraHitung
    nasional: Decimal | None = None
    internasional: Decimal | None = None
    tambahan: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Kegiatan:
    """What the certificate says. ``menit``: minutes of learning without breaks, opening and registration."""

    hari: int
    internasional: bool = False
    jp_program: Decimal | None = None
    menit: int | None = None


def hitung_jp(kegiatan: Kegiatan, konversi: Konversi) -> Decimal:
    """Hours of one activity, exact: 12 JP abroad with +20 % are 14,4. Raises ``JPTidakTerhitung``."""
    if konversi.cara is CaraHitung.PROGRAM:
        return _program(kegiatan, konversi.tambahan)
    satuan = konversi.internasional if kegiatan.internasional else konversi.nasional
    if satuan is None:
        tempat = "internasional" if kegiatan.internasional else "nasional"
        raise JPTidakTerhitung(f"Bentuk ini tidak punya konversi JP untuk kegiatan {tempat}.")
    if konversi.cara is CaraHitung.PER_KEGIATAN:
        return satuan
    if kegiatan.hari < 1:
        raise JPTidakTerhitung("Isi jumlah hari kegiatan, paling sedikit satu.")
    return satuan * kegiatan.hari


def _program(kegiatan: Kegiatan, tambahan: Decimal | None) -> Decimal:
    dasar = kegiatan.jp_program
    if dasar is None:
        if kegiatan.menit is None:
            raise JPTidakTerhitung("Isi JP yang tertulis di sertifikat, atau menit belajarnya.")
        dasar = Decimal(kegiatan.menit // MENIT_PER_JP)
    if dasar <= 0:
        raise JPTidakTerhitung(f"JP-nya nol. Satu JP adalah {MENIT_PER_JP} menit belajar.")
    if not kegiatan.internasional:
        return dasar
    if tambahan is None:
        raise JPTidakTerhitung("Bentuk ini tidak punya konversi JP untuk kegiatan internasional.")
    return dasar * (_SERATUS + tambahan) / _SERATUS


@dataclass(frozen=True, slots=True)
class Masa:
    """A year in which hours count; both days belong to it."""

    mulai: date
    selesai: date

    def memuat(self, hari: date) -> bool:
        return self.mulai <= hari <= self.selesai


@dataclass(frozen=True, slots=True)
class Perjanjian:
    """A contract of a PPPK; both days belong to it."""

    mulai: date
    selesai: date


def masa_kalender(hari: date) -> Masa:
    """January to December around ``hari``."""
    return Masa(date(hari.year, 1, 1), date(hari.year, 12, 31))


def masa_perjanjian(hari: date, perjanjian: Iterable[Perjanjian]) -> Masa | None:
    """The year of the contract around ``hari``: anniversary to anniversary, the last one cut where the contract ends.

    Anniversaries are counted from the first day, so 29 February comes back in the next leap year. None: no contract
    holds on that day.
    """
    satu = next((satu for satu in perjanjian if satu.mulai <= hari <= satu.selesai), None)
    if satu is None:
        return None
    lama = hari.year - satu.mulai.year
    if tambah_tahun(satu.mulai, lama) > hari:
        lama -= 1
    akhir = tambah_tahun(satu.mulai, lama + 1) - timedelta(days=1)
    return Masa(tambah_tahun(satu.mulai, lama), min(akhir, satu.selesai))


@dataclass(frozen=True, slots=True)
class BarisJP:
    """An entry of the ledger: ``hari`` is the activity's last day, whatever the certificate is dated.

    ``nomor`` and ``penerbit`` name the certificate, ``kegiatan`` the activity, each "" where not known; ``sah``: it was
    verified and not voided.
    """

    hari: date
    jp: Decimal
    nomor: str = ""
    penerbit: str = ""
    kegiatan: str = ""
    sah: bool = True


@dataclass(frozen=True, slots=True)
class Aturan:
    """What a year asks: at least ``minimum``, credited up to ``maksimum``."""

    minimum: Decimal | None
    maksimum: Decimal | None


@dataclass(frozen=True, slots=True)
class SaldoJP:
    """Hours of one person in one year.

    ``tercatat``: all of them; ``diakui``: up to the limit; ``lebih``: above it; ``kekurangan`` is None without a
    minimum, ``sisa`` (room below the limit) and ``terpenuhi`` likewise.
    """

    tercatat: Decimal
    diakui: Decimal
    kekurangan: Decimal | None
    sisa: Decimal | None
    lebih: Decimal

    @property
    def terpenuhi(self) -> bool | None:
        return None if self.kekurangan is None else self.kekurangan == 0


def baris_dihitung(baris: Iterable[BarisJP], masa: Masa) -> list[BarisJP]:
    """Verified entries of the year; one certificate, and one activity whatever it is called, once."""
    hasil: list[BarisJP] = []
    tampak: set[tuple[str, ...]] = set()
    for satu in baris:
        if not satu.sah or not masa.memuat(satu.hari):
            continue
        tanda: set[tuple[str, ...]] = set()
        if satu.nomor:
            tanda.add(("nomor", satu.nomor, satu.penerbit))
        if satu.kegiatan:
            tanda.add(("kegiatan", satu.kegiatan))
        if tanda & tampak:
            continue
        tampak |= tanda
        hasil.append(satu)
    return hasil


def hitung_saldo(baris: Iterable[BarisJP], aturan: Aturan, masa: Masa) -> SaldoJP:
    """Sum of the year, exact, against its rule."""
    tercatat = sum((satu.jp for satu in baris_dihitung(baris, masa)), _NOL)
    maksimum, minimum = aturan.maksimum, aturan.minimum
    diakui = tercatat if maksimum is None else min(tercatat, maksimum)
    return SaldoJP(
        tercatat=tercatat,
        diakui=diakui,
        kekurangan=None if minimum is None else max(minimum - diakui, _NOL),
        sisa=None if maksimum is None else maksimum - diakui,
        lebih=tercatat - diakui,
    )


@dataclass(frozen=True, slots=True)
class RekapJP:
    """Hours of a unit: people counted, how many have enough, per cent and mean with one decimal (None: nobody)."""

    banyak: int
    terpenuhi: int
    persen: Decimal | None
    rerata: Decimal | None


def rekap_jp(jp: Iterable[Decimal], minimum: Decimal) -> RekapJP:
    """Summary over persons; each has the weight one."""
    semua = list(jp)
    if not semua:
        return RekapJP(0, 0, None, None)
    cukup = sum(satu >= minimum for satu in semua)
    return RekapJP(
        banyak=len(semua),
        terpenuhi=cukup,
        persen=bulatkan(Decimal(cukup * 100) / len(semua), 1),
        rerata=bulatkan(sum(semua, _NOL) / len(semua), 1),
    )
