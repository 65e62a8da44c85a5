"""Good practice: its states, those of trying it out, and when to ask. Pure: no Django, no clock."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from enum import StrEnum


class StatusPraktik(StrEnum):
    """Proposed by somebody, taken into the library of the office, shown to everybody; refused; taken out again."""

    USULAN = "usulan"
    KANTOR = "kantor"
    UMUM = "umum"
    DITOLAK = "ditolak"
    ARSIP = "arsip"


LANJUTAN_PRAKTIK: dict[StatusPraktik, frozenset[StatusPraktik]] = {
    StatusPraktik.USULAN: frozenset({StatusPraktik.KANTOR, StatusPraktik.DITOLAK}),
    StatusPraktik.KANTOR: frozenset({StatusPraktik.UMUM, StatusPraktik.ARSIP}),
    # What everybody reads goes back to the office first, so that nobody changes it unseen.
    StatusPraktik.UMUM: frozenset({StatusPraktik.KANTOR}),
    StatusPraktik.DITOLAK: frozenset({StatusPraktik.USULAN}),
    StatusPraktik.ARSIP: frozenset({StatusPraktik.KANTOR}),
}
# The whole office reads these, comments on them and tries them out.
TERBIT = (StatusPraktik.KANTOR, StatusPraktik.UMUM)


class StatusAdopsi(StrEnum):
    """«Akan kami coba», with a plan, and what came of it."""

    AKAN = "akan"
    RENCANA = "rencana"
    BERHASIL = "berhasil"
    TIDAK_COCOK = "tidak_cocok"
    BATAL = "batal"


ADOPSI_TERBUKA = (StatusAdopsi.AKAN, StatusAdopsi.RENCANA)
LANJUTAN_ADOPSI: dict[StatusAdopsi, frozenset[StatusAdopsi]] = {
    # A plan may be changed as long as nothing came of it.
    StatusAdopsi.AKAN: frozenset({StatusAdopsi.RENCANA, StatusAdopsi.BATAL}),
    StatusAdopsi.RENCANA: frozenset(
        {StatusAdopsi.RENCANA, StatusAdopsi.BERHASIL, StatusAdopsi.TIDAK_COCOK, StatusAdopsi.BATAL}
    ),
    StatusAdopsi.BERHASIL: frozenset(),
    StatusAdopsi.TIDAK_COCOK: frozenset(),
    StatusAdopsi.BATAL: frozenset(),
}


class KeadaanKomentar(StrEnum):
    """Whether the office reads a comment."""

    TAYANG = "tayang"
    DISEMBUNYIKAN = "disembunyikan"


def boleh_beralih_praktik(dari: str, ke: StatusPraktik) -> bool:
    """Whether the state ``ke`` may follow ``dari``."""
    return ke in LANJUTAN_PRAKTIK[StatusPraktik(dari)]


def boleh_beralih_adopsi(dari: str, ke: StatusAdopsi) -> bool:
    """Whether the state ``ke`` may follow ``dari``."""
    return ke in LANJUTAN_ADOPSI[StatusAdopsi(dari)]


def hari_tanya(dicatat: date, hari: int) -> date:
    """The day on which is asked what became of it."""
    return dicatat + timedelta(days=hari)


def masih_dapat_disunting(dikirim: datetime, kini: datetime, menit: int) -> bool:
    """Whether its author may still mend a comment; older words are what others have answered."""
    return kini <= dikirim + timedelta(minutes=menit)
