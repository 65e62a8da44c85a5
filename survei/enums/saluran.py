"""Kinds of places where answers are collected."""

from __future__ import annotations

from enum import StrEnum


class JenisTitik(StrEnum):
    QR = "qr"
    KIOS = "kios"


LABEL_JENIS_TITIK = {JenisTitik.QR: "Lembar QR dan tautan", JenisTitik.KIOS: "Kios di kantor"}
