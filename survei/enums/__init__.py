"""Choices of the survey: values are stored, labels are what people read."""

from survei.enums.respons import DEMOGRAFI, LABEL_BENDERA, LABEL_SALURAN, Bendera, Saluran, StatusKirim
from survei.enums.survei import LABEL_CATATAN_MUTU, LABEL_STATUS_SURVEI, CatatanMutu, StatusSurvei

__all__ = [
    "DEMOGRAFI",
    "LABEL_BENDERA",
    "LABEL_CATATAN_MUTU",
    "LABEL_SALURAN",
    "LABEL_STATUS_SURVEI",
    "Bendera",
    "CatatanMutu",
    "Saluran",
    "StatusKirim",
    "StatusSurvei",
]
