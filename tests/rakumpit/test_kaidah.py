"""Rules of the code base that a linter does not know."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.conf import settings

AKAR = Path(settings.BASE_DIR)
TEMPLAT = sorted((AKAR / "templates").rglob("*.html"))
MIGRASI = [m for m in sorted(AKAR.glob("**/migrations/0*.py")) if ".venv" not in m.parts]


def test_ada_templat_dan_migrasi_yang_diperiksa():
    assert len(TEMPLAT) > 10
    assert len(MIGRASI) > 6


@pytest.mark.parametrize("berkas", TEMPLAT, ids=lambda b: str(b.relative_to(AKAR)))
def test_templat_tanpa_gaya_atau_skrip_sebaris(berkas: Path):
    """The content security policy allows none, so a browser would drop it silently."""
    isi = berkas.read_text()
    assert not re.search(r"\sstyle\s*=", isi)
    assert not re.search(r"\son[a-z]+\s*=\s*[\"']", isi)
    assert not re.search(r"<script(?![^>]*\bsrc=)", isi)
    assert "<style" not in isi
    assert not re.search(r"\|\s*safe\b", isi)


@pytest.mark.parametrize("berkas", MIGRASI, ids=lambda b: str(b.relative_to(AKAR)))
def test_migrasi_tidak_mengimpor_kode_aplikasi(berkas: Path):
    """A migration must still run when the code has moved on."""
    assert not re.search(r"^\s*(?:from|import) (?:rakumpit|kinerja|survei|forum|pelatihan)\b", berkas.read_text(), re.M)
