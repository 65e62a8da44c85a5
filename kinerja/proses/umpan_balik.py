"""Citizens' answers as the evaluation uses them: one place that knows the survey app."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from survei.ringkasan import RingkasanIndeks, umpan_balik

# Elements that are shown beside the behaviour as evidence: competence and manner of the people who serve
# (U6 and U7 of PermenPANRB 14/2017), known by their stable codes.
UNSUR_PETUGAS = ("kompetensi", "perilaku")


def baca_umpan_balik(unit_ids: Collection[int], mulai: date, selesai: date) -> Mapping[int, RingkasanIndeks]:
    """Locked index of each unit for the period; units without a locked survey are absent."""
    return umpan_balik(unit_ids=list(unit_ids), mulai=mulai, selesai=selesai)
