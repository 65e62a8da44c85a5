"""File locks that say who uses what."""

from __future__ import annotations

from pathlib import Path

from rakumpit.lokal.kunci import Kunci, dipegang


def test_kunci_bersama_boleh_banyak_kunci_tunggal_hanya_satu(tmp_path: Path) -> None:
    berkas = tmp_path / "kunci"
    with Kunci(berkas) as satu, Kunci(berkas) as dua, Kunci(berkas) as tiga:
        assert satu.coba(bersama=True)
        assert dua.coba(bersama=True)
        assert not tiga.coba(bersama=False)
        satu.lepas()
        dua.tutup()
        assert tiga.coba(bersama=False)
        assert not satu.coba(bersama=True)


def test_dipegang_hanya_melihat_kunci_tunggal(tmp_path: Path) -> None:
    berkas = tmp_path / "kunci"
    assert not dipegang(berkas)
    with Kunci(berkas) as kunci:
        assert not dipegang(berkas)
        kunci.coba(bersama=True)
        assert not dipegang(berkas)
        kunci.coba(bersama=False)
        assert dipegang(berkas)
    assert not dipegang(berkas)
