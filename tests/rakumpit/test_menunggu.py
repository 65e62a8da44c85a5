"""Due days in words, order and grouping of what waits."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from rakumpit.menunggu import Rumpun, Tugas, keadaan_tenggat, susun

RABU = date(2026, 11, 25)
RUMPUN = Rumpun("skp", "Periksa {jumlah} SKP", "/tim/", "Buka Tim saya")


def tugas(judul: str, tenggat: date | None = None, rumpun: Rumpun | None = None) -> Tugas:
    return Tugas(judul, "Siti", tenggat, f"/{judul}/", rumpun=rumpun)


@pytest.mark.parametrize(
    ("selisih", "libur", "jenis", "teks"),
    [
        (0, [], "bahaya", "Hari ini"),
        (1, [], "perhatian", "Besok"),
        (5, [], "perhatian", "5 hari lagi"),
        (8, [], "netral", "8 hari lagi"),
        (-1, [], "bahaya", "Terlambat 1 hari kerja"),
        # Friday to Wednesday: Monday, Tuesday, Wednesday.
        (-5, [], "bahaya", "Terlambat 3 hari kerja"),
        (-5, [date(2026, 11, 24)], "bahaya", "Terlambat 2 hari kerja"),
        (-1, [RABU], "bahaya", "Tenggat sudah lewat"),
    ],
)
def test_tenggat_dalam_kata(selisih: int, libur: list[date], jenis: str, teks: str):
    hasil = keadaan_tenggat(RABU + timedelta(days=selisih), RABU, libur)
    assert (hasil.jenis, hasil.teks) == (jenis, teks)


def test_di_akhir_pekan_belum_terlambat_satu_hari_kerja():
    jumat, minggu = date(2026, 11, 27), date(2026, 11, 29)
    assert keadaan_tenggat(jumat, minggu, []).teks == "Tenggat sudah lewat"


def test_yang_terlambat_dahulu_dan_tanpa_tenggat_di_akhir():
    urut = susun(
        [tugas("c"), tugas("b", RABU), tugas("a", RABU + timedelta(days=9)), tugas("z", date(2026, 1, 2))], RABU, []
    )
    assert [satu.judul for satu in urut] == ["z", "b", "a", "c"]


def test_tiga_yang_sejenis_menjadi_satu_baris_dengan_anggotanya():
    semua = [tugas("b", rumpun=RUMPUN), tugas("a", RABU, RUMPUN), tugas("c", rumpun=RUMPUN), tugas("lain")]
    baris = susun(semua, RABU, [])
    assert [(satu.judul, satu.tautan, len(satu.anggota)) for satu in baris] == [
        ("Periksa 3 SKP", "/tim/", 3),
        ("lain", "/lain/", 0),
    ]
    assert baris[0].tenggat is not None
    assert baris[0].tenggat.teks == "Hari ini"
    assert [satu.judul for satu in baris[0].anggota] == ["a", "b", "c"]


def test_dua_yang_sejenis_tetap_dua_baris():
    assert len(susun([tugas("a", rumpun=RUMPUN), tugas("b", rumpun=RUMPUN)], RABU, [])) == 2
