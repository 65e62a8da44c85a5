"""States of a session and the steps between them; the fit of agenda and seats. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum


class StatusSesi(StrEnum):
    """Life of a session; ``ditunda`` and ``dibatalkan`` stand beside the way and carry a reason."""

    DRAF = "draf"
    DIJADWALKAN = "dijadwalkan"
    TERBUKA = "terbuka_pendaftaran"
    BERLANGSUNG = "berlangsung"
    MENUNGGU = "menunggu_berita_acara"
    SELESAI = "selesai"
    DIPUBLIKASIKAN = "dipublikasikan"
    DITUNDA = "ditunda"
    DIBATALKAN = "dibatalkan"


# From a state to those that may follow. A correction leads back from the end to the berita acara.
LANJUTAN: dict[StatusSesi, frozenset[StatusSesi]] = {
    StatusSesi.DRAF: frozenset({StatusSesi.DIJADWALKAN, StatusSesi.DIBATALKAN}),
    StatusSesi.DIJADWALKAN: frozenset(
        {StatusSesi.TERBUKA, StatusSesi.BERLANGSUNG, StatusSesi.DITUNDA, StatusSesi.DIBATALKAN}
    ),
    StatusSesi.TERBUKA: frozenset({StatusSesi.BERLANGSUNG, StatusSesi.DITUNDA, StatusSesi.DIBATALKAN}),
    StatusSesi.BERLANGSUNG: frozenset({StatusSesi.MENUNGGU}),
    StatusSesi.MENUNGGU: frozenset({StatusSesi.SELESAI}),
    StatusSesi.SELESAI: frozenset({StatusSesi.DIPUBLIKASIKAN, StatusSesi.MENUNGGU}),
    StatusSesi.DIPUBLIKASIKAN: frozenset({StatusSesi.MENUNGGU}),
    StatusSesi.DITUNDA: frozenset({StatusSesi.DIJADWALKAN, StatusSesi.TERBUKA, StatusSesi.DIBATALKAN}),
    StatusSesi.DIBATALKAN: frozenset(),
}
# Before it begins: time, place and invitations may change.
PERSIAPAN = (StatusSesi.DRAF, StatusSesi.DIJADWALKAN, StatusSesi.TERBUKA, StatusSesi.DITUNDA)
# What was said and who came is written down in these states alone.
MENCATAT = (StatusSesi.BERLANGSUNG, StatusSesi.MENUNGGU)
# What everybody may read of: its own page, the calendar, the feed.
DIUMUMKAN = tuple(satu for satu in StatusSesi if satu is not StatusSesi.DRAF)
# Whose materials everybody may download: of a session that will not be held nothing is handed out.
BERBAHAN = tuple(satu for satu in DIUMUMKAN if satu is not StatusSesi.DIBATALKAN)


def boleh_beralih(dari: str, ke: StatusSesi) -> bool:
    """Whether the state ``ke`` may follow ``dari``."""
    return ke in LANJUTAN[StatusSesi(dari)]


def lebih_menit(durasi: Iterable[int], lama_sesi: int) -> int:
    """Minutes by which the agenda is longer than the session; 0 when it fits. A warning, never an error."""
    return max(0, sum(durasi) - lama_sesi)


def unsur_kurang(wajib: Sequence[str], ada: Iterable[str]) -> list[str]:
    """Required elements that nobody stands for, in their own order (golden case F02)."""
    hadir = set(ada)
    return [satu for satu in wajib if satu not in hadir]


def dapat_kursi(kapasitas: int | None, terisi: int, antre: Sequence[tuple[int, int]]) -> list[int]:
    """Keys of those who move up from a waiting list of (key, seats needed), in its order.

    Nobody is passed over: where the first needs more seats than are free, the list waits. No ``kapasitas``: no limit.
    """
    naik = []
    for kunci, kursi in antre:
        if kapasitas is not None and terisi + kursi > kapasitas:
            break
        terisi += kursi
        naik.append(kunci)
    return naik
