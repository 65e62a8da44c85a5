"""Folders, socket paths and the addresses that follow from the environment."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from rakumpit.lokal import alamat
from rakumpit.lokal.galat import LokalError


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder of its own."""
    folder = tmp_path / "data"
    monkeypatch.setenv("RAKUMPIT_DATA", str(folder))
    monkeypatch.delenv("RAKUMPIT_KLASTER", raising=False)
    return folder


def test_jalur_soket_muat_walau_folder_data_sangat_dalam(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    dalam = tmp_path.joinpath(*(["folder-dengan-nama-panjang"] * 8))
    monkeypatch.setenv("RAKUMPIT_DATA", str(dalam))
    assert len(os.fsencode(dalam)) > alamat.BATAS_SOKET
    for jalur in (alamat.soket_postgres("pgtest") / ".s.PGSQL.5432.lock", alamat.soket_valkey()):
        assert len(os.fsencode(jalur)) <= alamat.BATAS_SOKET


def test_folder_data_yang_berbeda_memakai_soket_yang_berbeda(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    jalur = set()
    for nama in ("satu", "dua"):
        monkeypatch.setenv("RAKUMPIT_DATA", str(tmp_path / nama))
        jalur.add(alamat.folder_soket())
    assert len(jalur) == 2


def test_soket_tidak_bergantung_pada_tmpdir(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    semula = alamat.folder_soket()
    monkeypatch.setenv("TMPDIR", str(data))
    assert alamat.folder_soket() == semula


def test_folder_soket_bersifat_pribadi(data: Path) -> None:
    folder = alamat.siapkan_folder_soket()
    try:
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        folder.chmod(0o755)
        with pytest.raises(LokalError, match="terbuka bagi pengguna lain"):
            alamat.siapkan_folder_soket()
    finally:
        folder.rmdir()


def test_tautan_simbolik_bukan_folder_pribadi(tmp_path: Path) -> None:
    (tmp_path / "asli").mkdir()
    (tmp_path / "tautan").symlink_to(tmp_path / "asli")
    with pytest.raises(LokalError, match="milik pengguna lain"):
        alamat.siapkan_folder(tmp_path / "tautan")


def test_tanpa_url_basis_data_menunjuk_server_bawaan(data: Path) -> None:
    hasil = alamat.basis_data()
    assert (hasil["NAME"], hasil["USER"], hasil["HOST"]) == ("rakumpit", "rakumpit", str(alamat.soket_postgres("pg")))


def test_klaster_uji_memakai_folder_soket_sendiri(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    biasa = alamat.basis_data()["HOST"]
    monkeypatch.setenv("RAKUMPIT_KLASTER", "pgtest")
    assert alamat.basis_data()["HOST"] != biasa


def test_nama_klaster_yang_aneh_ditolak(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RAKUMPIT_KLASTER", "../pg")
    with pytest.raises(LokalError, match="RAKUMPIT_KLASTER"):
        alamat.klaster()


def test_database_url_dengan_sandi_tersandi_dan_pilihan() -> None:
    hasil = alamat.basis_data("postgres://kinerja:s%40ndi@db.kantor.go.id:5433/rakumpit?sslmode=require")
    assert hasil["USER"] == "kinerja"
    assert hasil["PASSWORD"] == "s@ndi"
    assert (hasil["HOST"], hasil["PORT"], hasil["NAME"]) == ("db.kantor.go.id", "5433", "rakumpit")
    assert hasil["OPTIONS"]["sslmode"] == "require"


def test_database_url_lewat_soket() -> None:
    hasil = alamat.basis_data("postgresql:///rakumpit?host=/var/run/postgresql")
    assert (hasil["HOST"], hasil["NAME"]) == ("/var/run/postgresql", "rakumpit")
    assert "host" not in hasil["OPTIONS"]


@pytest.mark.parametrize("url", ["mysql://a:rahasia@b/c", "postgres://a:rahasia@b", "postgres://a:rahasia@b:x/c"])
def test_database_url_yang_salah_ditolak_tanpa_membocorkan_sandi(url: str) -> None:
    with pytest.raises(LokalError) as galat:
        alamat.basis_data(url)
    assert "rahasia" not in str(galat.value)


def test_kunci_rahasia_acak_tersimpan_dan_pribadi(data: Path) -> None:
    pertama = alamat.kunci_rahasia()
    assert len(pertama) >= 50
    assert alamat.kunci_rahasia() == pertama
    assert stat.S_IMODE((data / "kunci-rahasia").stat().st_mode) == 0o600


def test_kunci_rahasia_kosong_diganti(data: Path) -> None:
    data.mkdir(mode=0o700)
    (data / "kunci-rahasia").write_text("")
    pertama = alamat.kunci_rahasia()
    assert len(pertama) >= 50
    assert alamat.kunci_rahasia() == pertama
