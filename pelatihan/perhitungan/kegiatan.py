"""States of a training event and of a registration, and the arithmetic of seats. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from enum import StrEnum


class StatusKegiatan(StrEnum):
    """Life of an event; ``ditunda`` and ``dibatalkan`` stand beside the way and carry a reason."""

    DRAF = "draf"
    DIUSULKAN = "diusulkan"
    DISETUJUI = "disetujui"
    PENDAFTARAN = "pendaftaran"
    DITUTUP = "ditutup"
    BERLANGSUNG = "berlangsung"
    EVALUASI = "evaluasi"
    SELESAI = "selesai"
    DITUNDA = "ditunda"
    DIBATALKAN = "dibatalkan"


# From a state to those that may follow. A refused proposal goes back to the draft.
LANJUTAN_KEGIATAN: dict[StatusKegiatan, frozenset[StatusKegiatan]] = {
    StatusKegiatan.DRAF: frozenset({StatusKegiatan.DIUSULKAN, StatusKegiatan.DIBATALKAN}),
    StatusKegiatan.DIUSULKAN: frozenset({StatusKegiatan.DISETUJUI, StatusKegiatan.DRAF, StatusKegiatan.DIBATALKAN}),
    StatusKegiatan.DISETUJUI: frozenset(
        {StatusKegiatan.PENDAFTARAN, StatusKegiatan.DITUNDA, StatusKegiatan.DIBATALKAN}
    ),
    StatusKegiatan.PENDAFTARAN: frozenset({StatusKegiatan.DITUTUP, StatusKegiatan.DITUNDA, StatusKegiatan.DIBATALKAN}),
    StatusKegiatan.DITUTUP: frozenset(
        {
            StatusKegiatan.PENDAFTARAN,
            StatusKegiatan.BERLANGSUNG,
            StatusKegiatan.DITUNDA,
            StatusKegiatan.DIBATALKAN,
        }
    ),
    StatusKegiatan.BERLANGSUNG: frozenset({StatusKegiatan.EVALUASI, StatusKegiatan.DIBATALKAN}),
    StatusKegiatan.EVALUASI: frozenset({StatusKegiatan.SELESAI}),
    StatusKegiatan.SELESAI: frozenset(),
    StatusKegiatan.DITUNDA: frozenset({StatusKegiatan.DISETUJUI, StatusKegiatan.DIBATALKAN}),
    StatusKegiatan.DIBATALKAN: frozenset(),
}
# Time, place and speakers may change in these alone.
PERSIAPAN = (
    StatusKegiatan.DRAF,
    StatusKegiatan.DIUSULKAN,
    StatusKegiatan.DISETUJUI,
    StatusKegiatan.PENDAFTARAN,
    StatusKegiatan.DITUTUP,
    StatusKegiatan.DITUNDA,
)
# Attendance, tests and feedback are taken down in these alone.
MENCATAT = (StatusKegiatan.BERLANGSUNG, StatusKegiatan.EVALUASI)
# What everybody in the office may read of.
DIUMUMKAN = tuple(satu for satu in StatusKegiatan if satu not in {StatusKegiatan.DRAF, StatusKegiatan.DIUSULKAN})


class StatusPendaftaran(StrEnum):
    """From the wish for a seat to the result. ``DITAWARI``: a seat is held until the offer ends."""

    MENUNGGU = "menunggu"
    DAFTAR_TUNGGU = "daftar_tunggu"
    DITAWARI = "ditawari"
    TERDAFTAR = "terdaftar"
    BATAL = "batal"
    DITOLAK = "ditolak"
    TIDAK_HADIR = "tidak_hadir"
    HADIR = "hadir"
    LULUS = "lulus"


# These hold a seat; a wish that waits for the superior holds one too, or the approval would come too late.
BERKURSI = (
    StatusPendaftaran.MENUNGGU,
    StatusPendaftaran.DITAWARI,
    StatusPendaftaran.TERDAFTAR,
    StatusPendaftaran.TIDAK_HADIR,
    StatusPendaftaran.HADIR,
    StatusPendaftaran.LULUS,
)
# These end a registration; the person may begin a new one while the event takes registrations.
BERAKHIR = (StatusPendaftaran.BATAL, StatusPendaftaran.DITOLAK)
# The superior may answer in these; on the waiting list and during an offer he answers in advance.
MENUNGGU_JAWABAN = (StatusPendaftaran.MENUNGGU, StatusPendaftaran.DAFTAR_TUNGGU, StatusPendaftaran.DITAWARI)
# A participant may leave in these; what he attended stays.
DAPAT_BATAL = (*MENUNGGU_JAWABAN, StatusPendaftaran.TERDAFTAR)
# Registrations move, seats are offered and offers end in these alone.
BERJALAN = (StatusKegiatan.PENDAFTARAN, StatusKegiatan.DITUTUP)


def boleh_beralih(dari: str, ke: StatusKegiatan) -> bool:
    """Whether the state ``ke`` may follow ``dari``."""
    return ke in LANJUTAN_KEGIATAN[StatusKegiatan(dari)]


def naik_dari_tunggu(kuota: int | None, terisi: int, antre: Sequence[int]) -> list[int]:
    """Keys of those who are offered a seat, in the order of the waiting list. No ``kuota``: no limit."""
    kosong = len(antre) if kuota is None else max(0, kuota - terisi)
    return list(antre[:kosong])


def akhir_tawaran(akhir_hari: datetime, mulai: datetime | None) -> datetime:
    """When an offered seat is given on: the end of its last working day, or the start of the event before that."""
    return akhir_hari if mulai is None else min(akhir_hari, mulai)


def pengingat_kini(saat: datetime, mulai: datetime, menit: Iterable[int]) -> int | None:
    """The reminder (minutes before ``mulai``) that holds at ``saat``: the nearest that is due; None before and after.

    A worker that stood still sends the nearest one only, not all that it missed.
    """
    if saat >= mulai:
        return None
    return min((satu for satu in menit if mulai - timedelta(minutes=satu) <= saat), default=None)
