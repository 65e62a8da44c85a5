"""Which servers a management command gets."""

from __future__ import annotations

import pytest

from rakumpit.lokal.perintah import server_untuk


@pytest.fixture(autouse=True)
def lingkungan_bersih(monkeypatch: pytest.MonkeyPatch) -> None:
    """No real servers in the environment."""
    for nama in ("DATABASE_URL", "REDIS_URL", "RAKUMPIT_KLASTER"):
        monkeypatch.delenv(nama, raising=False)


@pytest.mark.parametrize(
    ("baris", "server"),
    [
        ("migrate", ["pg"]),
        ("makemigrations kinerja", ["pg"]),
        ("impor_pegawai daftar.xlsx --json", ["pg"]),
        ("hitung_evaluasi --periode 2026-T1 --json", ["pg", "vk"]),
        ("muat_contoh", ["pg", "vk"]),
        ("hitung_ikm daftar.csv --json", []),
        ("jalankan --contoh", []),
        ("lokal status", []),
        ("migrate --help", []),
        ("--version", []),
        ("", []),
    ],
)
def test_server_untuk_perintah(baris: str, server: list[str]) -> None:
    assert server_untuk(["manage.py", *baris.split()]) == server


def test_server_sungguhan_tidak_didampingi_server_bawaan(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgres://u@db/n")
    assert server_untuk(["manage.py", "hitung_evaluasi"]) == ["vk"]
    monkeypatch.setenv("REDIS_URL", "redis://perantara")
    assert server_untuk(["manage.py", "hitung_evaluasi"]) == []
