"""Schemes of evaluation that were in force before PermenPANRB 6/2022."""

from __future__ import annotations

from enum import StrEnum


class SkemaArsip(StrEnum):
    """PP 46/2011 with Perka BKN 1/2013; PP 30/2019; PermenPANRB 8/2021; anything else is named in its source."""

    PP_46_2011 = "pp_46_2011"
    PP_30_2019 = "pp_30_2019"
    PERMENPANRB_8_2021 = "permenpanrb_8_2021"
    PERMENPANRB_6_2022 = "permenpanrb_6_2022"
    LAIN = "lain"


LABEL_SKEMA_ARSIP = {
    SkemaArsip.PP_46_2011: "PP 46/2011",
    SkemaArsip.PP_30_2019: "PP 30/2019",
    SkemaArsip.PERMENPANRB_8_2021: "PermenPANRB 8/2021",
    SkemaArsip.PERMENPANRB_6_2022: "PermenPANRB 6/2022, dinilai di tempat lain",
    SkemaArsip.LAIN: "Aturan lain",
}
