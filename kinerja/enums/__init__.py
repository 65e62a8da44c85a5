"""Choices of performance management; grades of the regulation are in ``perhitungan``."""

from __future__ import annotations

from kinerja.enums.bukti import LABEL_JENIS_BUKTI, LABEL_TIPE_BERKAS, JenisBukti, TipeBerkas
from kinerja.enums.perjanjian import LABEL_STATUS_PERJANJIAN, StatusPerjanjian
from kinerja.enums.siklus import (
    LABEL_ASPEK,
    LABEL_JENIS_HASIL,
    LABEL_JENIS_PERIODE,
    LABEL_PENDEKATAN,
    LABEL_PERSPEKTIF,
    LABEL_STATUS_EVALUASI,
    LABEL_STATUS_POTONGAN,
    LABEL_STATUS_RUN,
    LABEL_STATUS_SKP,
    Aspek,
    JenisHasil,
    JenisPeriode,
    Pendekatan,
    Perspektif,
    StatusEvaluasi,
    StatusPotongan,
    StatusRun,
    StatusSKP,
)

__all__ = [
    "LABEL_ASPEK",
    "LABEL_JENIS_BUKTI",
    "LABEL_JENIS_HASIL",
    "LABEL_JENIS_PERIODE",
    "LABEL_PENDEKATAN",
    "LABEL_PERSPEKTIF",
    "LABEL_STATUS_EVALUASI",
    "LABEL_STATUS_PERJANJIAN",
    "LABEL_STATUS_POTONGAN",
    "LABEL_STATUS_RUN",
    "LABEL_STATUS_SKP",
    "LABEL_TIPE_BERKAS",
    "Aspek",
    "JenisBukti",
    "JenisHasil",
    "JenisPeriode",
    "Pendekatan",
    "Perspektif",
    "StatusEvaluasi",
    "StatusPerjanjian",
    "StatusPotongan",
    "StatusRun",
    "StatusSKP",
    "TipeBerkas",
]
