"""Languages in which the office may write a form, beside Indonesian."""

from __future__ import annotations

from enum import StrEnum


class Bahasa(StrEnum):
    """Local languages of the kecamatan."""

    NGAJU = "ngaju"
    BANJAR = "banjar"


LABEL_BAHASA = {Bahasa.NGAJU: "Dayak Ngaju", Bahasa.BANJAR: "Banjar"}
# Codes of ISO 639-3, for screen readers and browsers.
KODE_BAHASA = {Bahasa.NGAJU: "nij", Bahasa.BANJAR: "bjn"}
