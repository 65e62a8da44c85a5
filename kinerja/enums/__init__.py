"""Choices of performance management; grades of the regulation are in ``perhitungan``."""

from __future__ import annotations

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
    "LABEL_JENIS_HASIL",
    "LABEL_JENIS_PERIODE",
    "LABEL_PENDEKATAN",
    "LABEL_PERSPEKTIF",
    "LABEL_STATUS_EVALUASI",
    "LABEL_STATUS_POTONGAN",
    "LABEL_STATUS_RUN",
    "LABEL_STATUS_SKP",
    "Aspek",
    "JenisHasil",
    "JenisPeriode",
    "Pendekatan",
    "Perspektif",
    "StatusEvaluasi",
    "StatusPotongan",
    "StatusRun",
    "StatusSKP",
]
