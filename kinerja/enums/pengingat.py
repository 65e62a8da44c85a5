"""Kinds of reminders."""

from __future__ import annotations

from enum import StrEnum


class JenisPengingat(StrEnum):
    """Realisasi still to be typed, so many days before the closing day."""

    H7 = "h7"
    H3 = "h3"
    H1 = "h1"


LABEL_JENIS_PENGINGAT = {
    JenisPengingat.H7: "Tujuh hari sebelum tenggat",
    JenisPengingat.H3: "Tiga hari sebelum tenggat",
    JenisPengingat.H1: "Satu hari sebelum tenggat",
}
# Calendar days that are left on the day of the reminder.
HARI_PENGINGAT = {JenisPengingat.H7: 7, JenisPengingat.H3: 3, JenisPengingat.H1: 1}
