"""Choices of the survey: values are stored, labels are what people read."""

from survei.enums.respons import (
    BENDERA_RAGU,
    DEMOGRAFI,
    LABEL_BENDERA,
    LABEL_SALURAN,
    TANDA_RAGU,
    TANDA_SEMUA,
    Bendera,
    Saluran,
    StatusKirim,
)
from survei.enums.survei import LABEL_CATATAN_MUTU, LABEL_STATUS_SURVEI, STATUS_TERKUNCI, CatatanMutu, StatusSurvei

__all__ = [
    "BENDERA_RAGU",
    "DEMOGRAFI",
    "LABEL_BENDERA",
    "LABEL_CATATAN_MUTU",
    "LABEL_SALURAN",
    "LABEL_STATUS_SURVEI",
    "STATUS_TERKUNCI",
    "TANDA_RAGU",
    "TANDA_SEMUA",
    "Bendera",
    "CatatanMutu",
    "Saluran",
    "StatusKirim",
    "StatusSurvei",
]
