"""Pure rules of series, sessions, seats and actions, with the golden cases of the forum."""

from __future__ import annotations

from datetime import date

import pytest

from forum.perhitungan.aksi import (
    LANJUTAN_AKSI,
    Bagian,
    StatusAksi,
    Tingkat,
    boleh_beralih_aksi,
    kemajuan,
    terlambat,
    tingkat_diberi_tahu,
)
from forum.perhitungan.kontak import KontakTidakSah, email_dari, kunci_kontak
from forum.perhitungan.seri import hari_sesi, tambah_bulan, tanggal_acuan
from forum.perhitungan.sesi import LANJUTAN, StatusSesi, boleh_beralih, dapat_kursi, lebih_menit, unsur_kurang

IMLEK = {date(2026, 2, 16), date(2026, 2, 17)}


@pytest.mark.parametrize(("boleh", "harapan"), [(False, date(2026, 2, 18)), (True, date(2026, 2, 17))])
def test_sesi_pertama_seri_pada_hari_libur(boleh: bool, harapan: date):
    """F01."""
    acuan = tanggal_acuan(date(2026, 2, 17), "triwulanan", 0)
    assert hari_sesi(acuan, IMLEK, boleh_hari_libur=boleh) == harapan


def test_bulan_pendek_tidak_menggeser_sesi_sesudahnya():
    hari = [tanggal_acuan(date(2026, 1, 31), "bulanan", n) for n in range(4)]
    assert hari == [date(2026, 1, 31), date(2026, 2, 28), date(2026, 3, 31), date(2026, 4, 30)]


@pytest.mark.parametrize(("n", "harapan"), [(12, date(2025, 2, 28)), (48, date(2028, 2, 29)), (-1, date(2024, 1, 29))])
def test_bulan_dari_29_februari(n: int, harapan: date):
    assert tambah_bulan(date(2024, 2, 29), n) == harapan


def test_seri_kustom_menghitung_hari_dan_menolak_tanpa_selang():
    assert tanggal_acuan(date(2026, 1, 1), "kustom", 3, 14) == date(2026, 2, 12)
    with pytest.raises(ValueError, match="selang"):
        tanggal_acuan(date(2026, 1, 1), "kustom", 1)


def test_unsur_wajib_tanpa_undangan():
    """F02."""
    wajib = ["pengguna-layanan", "tokoh-masyarakat", "media-massa"]
    assert unsur_kurang(wajib, ["pengguna-layanan", "tokoh-masyarakat"]) == ["media-massa"]


@pytest.mark.parametrize(
    ("status", "harapan"),
    [("selesai_diklaim", True), ("diverifikasi", False), ("tertunda", True), ("dialihkan", False)],
)
def test_terlambat_diturunkan(status: str, harapan: bool):
    """F03: a claim that nobody verified is late on 18 August when it was due on the 14th."""
    assert terlambat(status, date(2026, 8, 14), date(2026, 8, 18)) is harapan


def test_hari_tenggat_belum_terlambat():
    assert not terlambat("berjalan", date(2026, 8, 14), date(2026, 8, 14))


def test_kemajuan_induk_rata_rata_anak():
    """F04, also after the child without progress was given up."""
    anak = [Bagian("berjalan", 100), Bagian("berjalan", 50), Bagian("direncanakan", 0)]
    assert kemajuan(7, anak) == 50
    assert kemajuan(7, [*anak[:2], Bagian("tidak_dapat_dilaksanakan", 0)]) == 75
    assert kemajuan(7, []) == 7
    assert kemajuan(0, [Bagian("berjalan", 1), Bagian("berjalan", 2)]) == 2  # half up


def test_tingkat_pemberitahuan():
    libur = {date(2026, 8, 17)}
    tenggat = date(2026, 8, 14)  # Friday

    def pada(hari: date) -> list[Tingkat]:
        return tingkat_diberi_tahu(tenggat, hari, libur, hari_atasan=3, hari_camat=7)

    assert pada(tenggat) == []
    assert pada(date(2026, 8, 15)) == [Tingkat.PEMILIK]
    assert pada(date(2026, 8, 19)) == [Tingkat.PEMILIK]  # two working days: the 17th is off
    assert pada(date(2026, 8, 20)) == [Tingkat.PEMILIK, Tingkat.ATASAN]
    assert pada(date(2026, 8, 26)) == [Tingkat.PEMILIK, Tingkat.ATASAN, Tingkat.CAMAT]


def test_daftar_tunggu_tidak_melewati_siapa_pun():
    assert dapat_kursi(10, 8, [(1, 1), (2, 3), (3, 1)]) == [1]
    assert dapat_kursi(10, 8, [(1, 1), (2, 1), (3, 1)]) == [1, 2]
    assert dapat_kursi(None, 8, [(1, 5), (2, 5)]) == [1, 2]
    assert dapat_kursi(5, 8, [(1, 1)]) == []


def test_agenda_lebih_panjang_dari_sesi():
    assert lebih_menit([60, 45, 30], 120) == 15
    assert lebih_menit([60, 60], 120) == 0


def test_tabel_peralihan_lengkap():
    assert set(LANJUTAN) == set(StatusSesi)
    assert set(LANJUTAN_AKSI) == set(StatusAksi)
    assert boleh_beralih("draf", StatusSesi.DIJADWALKAN)
    assert not boleh_beralih("draf", StatusSesi.BERLANGSUNG)
    assert not boleh_beralih("dibatalkan", StatusSesi.DIJADWALKAN)
    assert not boleh_beralih_aksi("berjalan", StatusAksi.DIVERIFIKASI)
    # Every state but the first is reached by some step.
    assert set.union(*(set(satu) for satu in LANJUTAN.values())) == set(StatusSesi) - {StatusSesi.DRAF}


@pytest.mark.parametrize(
    ("teks", "kunci"),
    [
        ("0812-3456-7890", "6281234567890"),
        ("+62 812 3456 7890", "6281234567890"),
        ("81234567890", "6281234567890"),
        (" Budi@Contoh.ID ", "budi@contoh.id"),
    ],
)
def test_kontak_satu_ejaan(teks: str, kunci: str):
    assert kunci_kontak(teks) == kunci
    assert email_dari(kunci) == (kunci if "@" in kunci else "")


@pytest.mark.parametrize("teks", ["", "123", "budi@", "a@b", "budi", "0812 abc 999", "a@b.id,c@d.id"])
def test_kontak_yang_ditolak(teks: str):
    with pytest.raises(KontakTidakSah):
        kunci_kontak(teks)
