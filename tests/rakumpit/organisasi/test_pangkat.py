"""Ranks and grades as many hands write them."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from rakumpit.lembar import baca_lembar, cari_judul
from rakumpit.organisasi.pangkat import (
    PANGKAT_PNS,
    AlasanGolongan,
    GolonganTidakSah,
    baca_golongan,
    baca_pangkat_golongan,
    golongan_siasn,
)

DATA = Path(__file__).parents[2] / "data"


def test_tabel_sama_dengan_sumber() -> None:
    with (DATA / "kinerja" / "pangkat_golongan_pns.csv").open(encoding="utf-8", newline="") as berkas:
        baris = list(csv.DictReader(berkas))
    assert [(b["golongan"], b["pangkat"]) for b in baris] == list(PANGKAT_PNS.items())
    assert [baca_golongan(b["golongan"]).urut for b in baris] == [int(b["urut"]) for b in baris]


@pytest.mark.parametrize(("kode", "nama"), PANGKAT_PNS.items())
def test_nama_kode_dan_tulisan_lengkap_saling_cocok(kode: str, nama: str) -> None:
    for teks in (kode, nama, f"{nama} ({kode})", f"{nama.upper()}, {kode.upper()}", f"{nama} {kode.replace('/', '.')}"):
        golongan = baca_golongan(teks)
        assert (golongan.kode, golongan.nama, golongan.jenis, golongan.peringatan) == (kode, nama, "pns", ())
    assert str(baca_golongan(kode)) == f"{nama} ({kode})"


def test_c12_sembilan_ejaan() -> None:
    tabel = cari_judul(baca_lembar(DATA / "kasus" / "C12_pangkat_ragam.csv"), {"pangkat": {"pangkat_tertulis"}})
    teks = [tabel.sel(baris, "pangkat").teks for baris in tabel.baris]
    for tulisan in teks[:8]:
        assert (baca_golongan(tulisan).kode, baca_golongan(tulisan).peringatan) == ("III/b", ()), tulisan
    pppk = baca_golongan(teks[8])
    assert (pppk.kode, pppk.nama, pppk.jenis, pppk.urut) == ("IX", None, "pppk", 9)
    tidak_cocok = baca_golongan(teks[9])
    assert tidak_cocok.kode == "III/b"
    assert "tidak cocok" in tidak_cocok.peringatan[0]
    with pytest.raises(GolonganTidakSah) as galat:
        baca_golongan(teks[10])
    assert galat.value.alasan == AlasanGolongan.TIDAK_ADA


@pytest.mark.parametrize(
    ("teks", "alasan"),
    [
        ("", AlasanGolongan.KOSONG),
        (" - ", AlasanGolongan.KOSONG),
        ("III", AlasanGolongan.TIDAK_LENGKAP),
        ("IV", AlasanGolongan.TIDAK_LENGKAP),
        ("III/e", AlasanGolongan.TIDAK_ADA),
        ("IV/f", AlasanGolongan.TIDAK_ADA),
        ("5A", AlasanGolongan.TIDAK_ADA),
        ("XVIII", AlasanGolongan.TIDAK_ADA),
        ("IIII", AlasanGolongan.TIDAK_ADA),
        ("Staf", AlasanGolongan.TIDAK_DIKENAL),
        ("33", AlasanGolongan.TIDAK_DIKENAL),
    ],
)
def test_ditolak_dengan_alasan(teks: str, alasan: AlasanGolongan) -> None:
    with pytest.raises(GolonganTidakSah) as galat:
        baca_golongan(teks)
    assert galat.value.alasan == alasan


def test_golongan_pendek_bergantung_pada_jenis_pegawai() -> None:
    assert baca_golongan("III", pppk=True).jenis == "pppk"
    assert baca_golongan("Gol. VII").kode == "VII"
    with pytest.raises(GolonganTidakSah, match="hanya ada pada PPPK"):
        baca_golongan("IX", pppk=False)


def test_nama_pangkat_asing_diberi_peringatan() -> None:
    golongan = baca_golongan("Penata Layanan III/a")
    assert golongan.kode == "III/a"
    assert "tidak dikenal" in golongan.peringatan[0]


def test_c15_kolom_tertukar_lengkap_dan_tidak_lengkap() -> None:
    tabel = cari_judul(
        baca_lembar(DATA / "kasus" / "C15_pangkat_tertukar.csv"), {"pangkat": {"pangkat"}, "golongan": {"golongan"}}
    )
    tertukar, benar, separuh = (
        baca_pangkat_golongan(tabel.sel(b, "pangkat").teks, tabel.sel(b, "golongan").teks) for b in tabel.baris
    )
    assert tertukar.kode == "III/c"
    assert ["tertukar" in p for p in tertukar.peringatan] == [True]
    assert (benar.kode, benar.peringatan) == ("III/b", ())
    assert separuh.kode == "III/d"
    assert ["belum lengkap" in p for p in separuh.peringatan] == [True]


def test_dua_kolom_yang_bertentangan_atau_kosong() -> None:
    bertentangan = baca_pangkat_golongan("Penata Muda", "III/c")
    assert (bertentangan.kode, len(bertentangan.peringatan)) == ("III/c", 1)
    assert baca_pangkat_golongan("", "III/c").peringatan == ()
    assert baca_pangkat_golongan("III/c", "-").kode == "III/c"
    with pytest.raises(GolonganTidakSah) as galat:
        baca_pangkat_golongan("", " ")
    assert galat.value.alasan == AlasanGolongan.KOSONG


def test_kode_golongan_siasn() -> None:
    assert golongan_siasn("33", pppk=False).kode == "III/c"
    assert golongan_siasn(45, pppk=False).kode == "IV/e"
    assert golongan_siasn("'7", pppk=True).kode == "VII"
    for kode, pppk in (("35", False), ("51", False), ("18", True), ("", True)):
        with pytest.raises(GolonganTidakSah):
            golongan_siasn(kode, pppk=pppk)
