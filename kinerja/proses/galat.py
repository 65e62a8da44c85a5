"""Refusals of the processes: each carries an Indonesian sentence that the page shows as it stands."""

from __future__ import annotations

from datetime import datetime

from rakumpit.waktu import format_waktu


class ProsesDitolak(Exception):
    """The process did nothing, and ``str()`` of this says why and what to do."""


class KonflikVersi(ProsesDitolak):
    """Somebody changed the row after the caller's form was opened; nothing was saved over it."""

    def __init__(self, *, oleh: str, pada: datetime) -> None:
        super().__init__(
            f"Data ini sudah diubah oleh {oleh} pada {format_waktu(pada)}. Isian Anda belum disimpan: "
            "periksa isi yang baru, lalu simpan lagi bila masih perlu."
        )
        self.oleh = oleh
        self.pada = pada
