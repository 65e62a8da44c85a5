"""Pages of «Tunjuk Plh»."""

from __future__ import annotations

from tests.peramban.halaman import Halaman, kosongkan

HALAMAN = [
    Halaman("kinerja:plh", "kasi"),
    Halaman("kinerja:plh", "kasi", sebutan="galat", cara=kosongkan, status=422),
    Halaman("kinerja:plh_akhiri", "kasi", "plh"),
]
