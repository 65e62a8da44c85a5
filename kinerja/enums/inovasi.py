"""Stages of a new way of working."""

from __future__ import annotations

from enum import StrEnum


class StatusInovasi(StrEnum):
    """An idea is tried and then works or does not; that it was checked by a second person is said beside it."""

    IDE = "ide"
    DICOBA = "dicoba"
    BERHASIL = "berhasil"
    TIDAK_BERHASIL = "tidak"


LABEL_STATUS_INOVASI = {
    StatusInovasi.IDE: "Ide",
    StatusInovasi.DICOBA: "Sedang dicoba",
    StatusInovasi.BERHASIL: "Berhasil",
    StatusInovasi.TIDAK_BERHASIL: "Belum berhasil",
}
