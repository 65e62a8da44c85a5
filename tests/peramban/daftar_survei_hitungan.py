"""Pages about the counting of a survey."""

from __future__ import annotations

from tests.peramban.halaman import Halaman

HALAMAN = [
    Halaman("survei:kelompok", "pengelola", "survei_dipublikasi"),
    Halaman("survei:kelompok", "pengelola", "survei_ditutup", sebutan="ditutup"),
]
