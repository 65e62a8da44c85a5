"""Choices of the dialog kinerja."""

from __future__ import annotations

from enum import StrEnum


class JenisDialog(StrEnum):
    """What the talk was about: the stages of PermenPANRB 6/2022 Pasal 5."""

    PERENCANAAN = "perencanaan"
    PEMANTAUAN = "pemantauan"
    EVALUASI = "evaluasi"


LABEL_JENIS_DIALOG = {
    JenisDialog.PERENCANAAN: "Perencanaan kinerja",
    JenisDialog.PEMANTAUAN: "Pemantauan dan pembinaan",
    JenisDialog.EVALUASI: "Evaluasi kinerja",
}
