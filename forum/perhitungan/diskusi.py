"""States of a discussion topic, the time in which a post may be mended, and how long a question waits. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from rakumpit.waktu import hitung_hari_kerja, tambah_hari_kerja


class StatusTopik(StrEnum):
    """How far the office is with a topic; told to everybody."""

    BARU = "baru"
    DIBAHAS = "dibahas"
    DIJAWAB = "dijawab"
    DITINDAKLANJUTI = "ditindaklanjuti"
    DITUTUP = "ditutup"


class KeadaanKiriman(StrEnum):
    """Whether others can read a post. Nothing is deleted: what is hidden keeps its words and gets a reason."""

    MENUNGGU = "menunggu"
    TAYANG = "tayang"
    DISEMBUNYIKAN = "disembunyikan"


# An answer may be followed by its next version; a closed topic is opened again only for more talk.
LANJUTAN_TOPIK: dict[StatusTopik, frozenset[StatusTopik]] = {
    StatusTopik.BARU: frozenset(
        {StatusTopik.DIBAHAS, StatusTopik.DIJAWAB, StatusTopik.DITINDAKLANJUTI, StatusTopik.DITUTUP}
    ),
    StatusTopik.DIBAHAS: frozenset({StatusTopik.DIJAWAB, StatusTopik.DITINDAKLANJUTI, StatusTopik.DITUTUP}),
    StatusTopik.DIJAWAB: frozenset({StatusTopik.DIJAWAB, StatusTopik.DITINDAKLANJUTI, StatusTopik.DITUTUP}),
    StatusTopik.DITINDAKLANJUTI: frozenset({StatusTopik.DITINDAKLANJUTI, StatusTopik.DITUTUP}),
    StatusTopik.DITUTUP: frozenset({StatusTopik.DIBAHAS}),
}
# Nobody from the office has answered yet.
BELUM_DIJAWAB = (StatusTopik.BARU, StatusTopik.DIBAHAS)
LANJUTAN_KIRIMAN: dict[KeadaanKiriman, frozenset[KeadaanKiriman]] = {
    KeadaanKiriman.MENUNGGU: frozenset({KeadaanKiriman.TAYANG, KeadaanKiriman.DISEMBUNYIKAN}),
    # Back to waiting when its author edits a link or a number into it.
    KeadaanKiriman.TAYANG: frozenset({KeadaanKiriman.MENUNGGU, KeadaanKiriman.DISEMBUNYIKAN}),
    KeadaanKiriman.DISEMBUNYIKAN: frozenset({KeadaanKiriman.TAYANG}),
}
MENIT_SUNTING = 30
NAMA_TERPENDEK, NAMA_TERPANJANG = 3, 40
# Words by which somebody would pass for the office.
_NAMA_KANTOR = re.compile(
    r"\b(admin\w*|moderator|pengelola|petugas|pegawai|camat|lurah|sekcam|kasi|kecamatan|kelurahan|pemko|resmi|asn)\b"
)
_HURUF = re.compile(r"[^\W\d_]")


def boleh_beralih_topik(dari: str, ke: StatusTopik) -> bool:
    """Whether the state ``ke`` may follow ``dari``."""
    return ke in LANJUTAN_TOPIK[StatusTopik(dari)]


def boleh_beralih_kiriman(dari: str, ke: KeadaanKiriman) -> bool:
    """Whether a post may go from ``dari`` to ``ke``."""
    return ke in LANJUTAN_KIRIMAN[KeadaanKiriman(dari)]


def batas_sunting(dikirim: datetime) -> datetime:
    """Last moment in which its author may mend a post; older words are what others have replied to."""
    return dikirim + timedelta(minutes=MENIT_SUNTING)


def masih_dapat_disunting(dikirim: datetime, kini: datetime) -> bool:
    """Whether that moment is still to come."""
    return kini <= batas_sunting(dikirim)


@dataclass(frozen=True, slots=True)
class Tunggu:
    """How long a topic waits for the office: working days since it was sent, its last day, whether that is over.

    ``tenggat`` is None where no limit is in force.
    """

    hari: int
    tenggat: date | None
    lewat: bool


def tunggu(dikirim: date, hari: date, libur: Collection[date], batas_hari: int | None) -> Tunggu:
    """How a topic that was sent on ``dikirim`` stands on ``hari``; the day of sending is not counted."""
    lama = hitung_hari_kerja(dikirim, hari, libur) if hari > dikirim else 0
    tenggat = tambah_hari_kerja(dikirim, batas_hari, libur) if batas_hari is not None else None
    return Tunggu(lama, tenggat, tenggat is not None and hari > tenggat)


def rapikan_nama(teks: str) -> str:
    """A display name in one spelling: composed letters, single blanks, no control or invisible characters."""
    bersih = "".join(satu for satu in unicodedata.normalize("NFKC", teks) if unicodedata.category(satu)[0] != "C")
    return " ".join(bersih.split())


def galat_nama(nama: str) -> str:
    """What is wrong with a display name, as a sentence; "" when nothing is. ``nama`` comes from ``rapikan_nama``."""
    if not NAMA_TERPENDEK <= len(nama) <= NAMA_TERPANJANG or len(_HURUF.findall(nama)) < NAMA_TERPENDEK:
        return f"Nama tampilan terdiri dari {NAMA_TERPENDEK} sampai {NAMA_TERPANJANG} huruf."
    if "@" in nama or "://" in nama:
        return "Nama tampilan bukan alamat email atau tautan. Nama ini dibaca semua orang."
    if sum(satu.isdigit() for satu in nama) > 4:
        return "Jangan memakai nomor telepon atau NIK sebagai nama tampilan."
    if _NAMA_KANTOR.search(nama.casefold()):
        return "Nama ini terbaca seperti nama petugas. Pilih nama lain."
    return ""
