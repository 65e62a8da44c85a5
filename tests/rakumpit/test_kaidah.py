"""Rules of the code base that a linter does not know."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.db import models
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.operations import AddConstraint, AddField, AddIndex, AlterField, CreateModel

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


def _susulan_sia_sia(operasi: list) -> list[str]:
    """Names of constraints and indexes that could stand in the CreateModel of the same migration."""
    dibuat: set[str] = set()
    sia_sia = []
    for satu in operasi:
        if isinstance(satu, CreateModel):
            dibuat.add(satu.name_lower)
        elif isinstance(satu, (AddField, AlterField)):
            # What follows may be about a column that the new table did not have yet.
            dibuat.discard(satu.model_name_lower)
        elif isinstance(satu, AddConstraint) and satu.model_name_lower in dibuat:
            sia_sia.append(satu.constraint.name)
        elif isinstance(satu, AddIndex) and satu.model_name_lower in dibuat:
            sia_sia.append(satu.index.name)
    return sia_sia


def test_migrasi_membuat_tabel_dengan_kendala_dan_indeksnya():
    """Each operation of its own renders nearly all models again: 300 of them cost `make demo` some 15 seconds."""
    milik_sendiri = {berkas.parts[-3] for berkas in MIGRASI}
    simpul = MigrationLoader(None).graph.nodes
    salah = {
        f"{aplikasi}.{nama}": sia_sia
        for (aplikasi, nama), migrasi in simpul.items()
        if aplikasi in milik_sendiri and (sia_sia := _susulan_sia_sia(migrasi.operations))
    }
    assert not salah, "Pindahkan ke options CreateModel: " + str(salah)


def test_kaidah_migrasi_mengenali_kendala_susulan():
    kendala = models.CheckConstraint(condition=models.Q(nilai__gt=0), name="nilai_positif")
    buat = CreateModel("Contoh", [("id", models.BigAutoField(primary_key=True)), ("nilai", models.IntegerField())])
    assert _susulan_sia_sia([buat, AddConstraint("contoh", kendala)]) == ["nilai_positif"]
    kolom = AddField("contoh", "lain", models.IntegerField(null=True))
    assert _susulan_sia_sia([buat, kolom, AddConstraint("contoh", kendala)]) == []
