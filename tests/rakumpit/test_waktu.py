"""Working days against the SKB tables of 2025 and 2026, local dates, and every way in which lists write a date."""

from __future__ import annotations

import csv
import json
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rakumpit.lembar import baca_lembar, cari_judul
from rakumpit.waktu import (
    WIB,
    AlasanTanggal,
    TanggalTidakSah,
    awal_hari,
    baca_tanggal,
    batas_akhir,
    format_hari,
    format_tanggal,
    format_waktu,
    hari_ini,
    hari_kerja,
    hitung_hari_kerja,
    tambah_hari_kerja,
    tambah_tahun,
    tanggal_lokal,
)

KASUS = Path(__file__).parents[1] / "data" / "kasus"


def hari(tahun: int, teks: str) -> frozenset[date]:
    """Days as "1/1 27/1" of one year."""
    return frozenset(date(tahun, int(b), int(h)) for h, b in (bagian.split("/") for bagian in teks.split()))


# SKB 1017/2024, 2/2024, 2/2024; 18 August was added by SKB 933/2025, 1/2025, 3/2025 of 7 August 2025.
LIBUR_2025_SEMULA = hari(
    2025,
    "1/1 27/1 29/1 29/3 31/3 1/4 18/4 20/4 1/5 12/5 29/5 1/6 6/6 27/6 17/8 5/9 25/12 "
    "28/1 28/3 2/4 3/4 4/4 7/4 13/5 30/5 9/6 26/12",
)
LIBUR_2025 = LIBUR_2025_SEMULA | {date(2025, 8, 18)}
# SKB 1497/2025, 2/2025, 5/2025.
LIBUR_2026 = hari(
    2026,
    "1/1 16/1 17/2 19/3 21/3 22/3 3/4 5/4 1/5 14/5 27/5 31/5 1/6 16/6 17/8 25/8 25/12 "
    "16/2 18/3 20/3 23/3 24/3 15/5 28/5 24/12",
)
LIBUR = LIBUR_2025 | LIBUR_2026


def tgl(teks: str) -> date:
    return date.fromisoformat(teks)


def test_tabel_libur_lengkap_menurut_skb() -> None:
    assert (len(LIBUR_2025), len(LIBUR_2026)) == (17 + 11, 17 + 8)


@pytest.mark.parametrize(
    ("kode", "diterima", "n", "batas"),
    [
        ("W01", "2026-03-16", 3, "2026-03-26"),
        ("W02", "2026-03-17", 1, "2026-03-25"),
        ("W03", "2026-03-21", 5, "2026-03-31"),
        ("W04", "2026-03-18", 14, "2026-04-14"),
        ("W05", "2025-03-27", 5, "2025-04-14"),
        ("W06", "2025-08-15", 1, "2025-08-19"),
        ("W07", "2025-08-05", 10, "2025-08-20"),
        ("W08", "2026-05-13", 3, "2026-05-20"),
        ("W09", "2026-05-26", 5, "2026-06-05"),
        ("W10", "2026-04-02", 1, "2026-04-06"),
        ("W11", "2025-12-23", 14, "2026-01-15"),
        ("W12", "2026-01-02", 60, "2026-04-09"),
        ("W13", "2026-11-25", 14, "2026-12-15"),
        ("W17 dalam hari kerja", "2026-02-10", 14, "2026-03-04"),
    ],
)
def test_tambah_hari_kerja_baris_emas(kode: str, diterima: str, n: int, batas: str) -> None:
    assert tambah_hari_kerja(tgl(diterima), n, LIBUR) == tgl(batas), kode


def test_w07_sebelum_perubahan_skb() -> None:
    assert tambah_hari_kerja(tgl("2025-08-05"), 10, LIBUR_2025_SEMULA) == tgl("2025-08-19")


def test_w14_tanggal_lokal_dulu_baru_dihitung() -> None:
    diterima = datetime(2026, 3, 16, 17, 30, tzinfo=UTC)
    assert tanggal_lokal(diterima) == tgl("2026-03-17")
    assert tambah_hari_kerja(tanggal_lokal(diterima), 3, LIBUR) == tgl("2026-03-27")


@pytest.mark.parametrize(
    ("kode", "setelah", "sampai", "jumlah"),
    [("W15", "2026-05-12", "2026-05-29", 9), ("W16", "2025-03-27", "2025-04-08", 1)],
)
def test_hitung_hari_kerja_baris_emas(kode: str, setelah: str, sampai: str, jumlah: int) -> None:
    assert hitung_hari_kerja(tgl(setelah), tgl(sampai), LIBUR) == jumlah, kode


def test_w17_w18_hari_kalender() -> None:
    assert tgl("2026-02-10") + timedelta(days=14) == tgl("2026-02-24")
    assert tgl("2026-01-05") + timedelta(days=60) == tgl("2026-03-06")


def test_hari_kerja_per_bulan_menurut_skb() -> None:
    per_bulan = {
        2025: [19, 20, 19, 16, 17, 18, 23, 20, 21, 23, 20, 21],
        2026: [20, 18, 17, 21, 16, 20, 23, 19, 22, 22, 21, 21],
    }
    for tahun, diharapkan in per_bulan.items():
        awal = [date(tahun, b, 1) for b in range(1, 13)] + [date(tahun + 1, 1, 1)]
        jumlah = [hitung_hari_kerja(a - timedelta(days=1), b - timedelta(days=1), LIBUR) for a, b in pairwise(awal)]
        assert jumlah == diharapkan


def test_tambah_hari_kerja_nol_adalah_hari_itu_sendiri() -> None:
    assert tambah_hari_kerja(tgl("2026-03-21"), 0, LIBUR) == tgl("2026-03-21")


def test_tambah_hari_kerja_menolak_negatif_dan_waktu() -> None:
    with pytest.raises(ValueError, match="negatif"):
        tambah_hari_kerja(tgl("2026-03-16"), -1, LIBUR)
    with pytest.raises(TypeError, match="tanggal_lokal"):
        tambah_hari_kerja(datetime(2026, 3, 16, 10, tzinfo=UTC), 1, LIBUR)


def test_hitung_hari_kerja_mundur_adalah_nol() -> None:
    assert hitung_hari_kerja(tgl("2026-05-29"), tgl("2026-05-12"), LIBUR) == 0


@given(st.dates(date(2024, 12, 1), date(2026, 11, 1)), st.integers(min_value=1, max_value=40))
def test_tambah_dan_hitung_saling_membalik(mulai: date, n: int) -> None:
    batas = tambah_hari_kerja(mulai, n, LIBUR)
    assert hari_kerja(batas, LIBUR)
    assert hitung_hari_kerja(mulai, batas, LIBUR) == n


# --- local days, case inputs C51, C52, C55 ---


def test_c51_hari_dan_tahun_menurut_wib() -> None:
    kiriman = json.loads((KASUS / "C51_tahun_baru_wib.json").read_text())
    waktu = [datetime.fromisoformat(k["dikirim_utc"]) for k in kiriman]
    assert [tanggal_lokal(w).year for w in waktu] == [2027, 2026, 2027]


def test_c52_terbuka_sampai_akhir_hari_yang_disebut() -> None:
    kasus = json.loads((KASUS / "C52_batas_hari.json").read_text())
    tutup = batas_akhir(tgl(kasus["tanggal_tutup"]))
    assert [datetime.fromisoformat(k) < tutup for k in kasus["kiriman_wib"]] == [True, True, False]
    assert datetime(2026, 9, 30, 16, 59, 59, 999999, tzinfo=UTC) < tutup


def test_c55_setahun_sesudah_29_februari() -> None:
    kasus = json.loads((KASUS / "C55_kabisat.json").read_text())
    kabisat, biasa = (tgl(p["tmt"]) for p in kasus["pegawai"])
    assert [tambah_tahun(kabisat, n) for n in (1, 2, 4)] == [tgl("2025-02-28"), tgl("2026-02-28"), tgl("2028-02-29")]
    assert [tambah_tahun(biasa, n) for n in (1, 2, 4)] == [tgl("2025-03-01"), tgl("2026-03-01"), tgl("2028-03-01")]
    assert (tambah_tahun(kabisat, 1) - kabisat).days == 365
    assert (tgl("2024-12-31") - tgl("2024-01-01")).days + 1 == 366


def test_hari_ini_memakai_tanggal_wib() -> None:
    assert hari_ini(datetime(2026, 11, 24, 17, 0, tzinfo=UTC)) == tgl("2026-11-25")
    assert hari_ini(datetime(2026, 11, 24, 16, 59, tzinfo=UTC)) == tgl("2026-11-24")
    assert abs((hari_ini() - datetime.now(WIB).date()).days) <= 1


def test_tanggal_lokal_menolak_waktu_tanpa_zona() -> None:
    with pytest.raises(ValueError, match="zona"):
        tanggal_lokal(datetime(2026, 1, 1))  # noqa: DTZ001  # a naive moment is the point


def test_awal_hari_dan_tulisan() -> None:
    assert awal_hari(tgl("2026-11-24")).astimezone(UTC) == datetime(2026, 11, 23, 17, tzinfo=UTC)
    assert format_tanggal(tgl("2026-11-24")) == "24 November 2026"
    assert format_hari(tgl("2026-11-24")) == "Selasa, 24 November 2026"
    assert format_hari(datetime(2026, 3, 16, 17, 30, tzinfo=UTC)) == "Selasa, 17 Maret 2026"
    assert format_waktu(datetime(2026, 11, 24, 1, 30, tzinfo=UTC)) == "24 November 2026 pukul 08.30 WIB"


# --- reading ---


@pytest.mark.parametrize(
    ("nilai", "hasil"),
    [
        ("24 November 2026", "2026-11-24"),
        ("24 Desember 2026", "2026-12-24"),
        ("24 Nopember 2026", "2026-11-24"),
        ("24 des 2026", "2026-12-24"),
        ("1 AGUSTUS 1990", "1990-08-01"),
        ("17\u00a0Agustus\u00a01985", "1985-08-17"),
        ("01-01-1974", "1974-01-01"),
        ("01/04/2019", "2019-04-01"),
        ("1.4.2019", "2019-04-01"),
        ("2020-04-01", "2020-04-01"),
        ("2020-04-01T00:00:00", "2020-04-01"),
        ("2020-04-01 08:30:00", "2020-04-01"),
        (" 31/12/2026 ", "2026-12-31"),
        (31276, "1985-08-17"),
        (32907, "1990-02-03"),
        (34897, "1995-07-17"),
        (33490, "1991-09-09"),
        (33490.0, "1991-09-09"),
        (33490.75, "1991-09-09"),
        ("31276", "1985-08-17"),
        (59, "1900-02-28"),
        (61, "1900-03-01"),
        (date(2026, 3, 1), "2026-03-01"),
        (datetime(2026, 3, 1, 5, 0), "2026-03-01"),  # noqa: DTZ001  # spreadsheets know no zones
        (datetime(2026, 3, 1, 17, 0, tzinfo=UTC), "2026-03-02"),
    ],
)
def test_baca_tanggal(nilai: str | float | date, hasil: str) -> None:
    assert baca_tanggal(nilai) == tgl(hasil)


@pytest.mark.parametrize(
    "nilai", [None, "", "  ", "\u00a0", "-", "–", "0000-00-00", "00-00-0000", "00/00/0000", "0000-00-00 00:00:00", 0]
)
def test_baca_tanggal_yang_tidak_diisi_adalah_none(nilai: str | int | None) -> None:
    assert baca_tanggal(nilai) is None


@pytest.mark.parametrize(
    ("nilai", "alasan"),
    [
        ("12/31/2026", AlasanTanggal.BULAN_DULU),
        ("31/02/2026", AlasanTanggal.TIDAK_ADA),
        ("29-02-2025", AlasanTanggal.TIDAK_ADA),
        ("2026-13-01", AlasanTanggal.BULAN_DULU),
        ("00-05-2026", AlasanTanggal.TIDAK_ADA),
        ("01-04-19", AlasanTanggal.TAHUN_DUA_ANGKA),
        ("24 Nov 26", AlasanTanggal.TAHUN_DUA_ANGKA),
        ("24 Nopemper 2026", AlasanTanggal.NAMA_BULAN),
        ("November 2026", AlasanTanggal.BENTUK),
        ("besok", AlasanTanggal.BENTUK),
        ("20260401", AlasanTanggal.BENTUK),
        ("01/04-2019", AlasanTanggal.BENTUK),
        ("2026", AlasanTanggal.BENTUK),
        (2026, AlasanTanggal.BENTUK),
        (-5, AlasanTanggal.BENTUK),
        (60, AlasanTanggal.TIDAK_ADA),
        (True, AlasanTanggal.BENTUK),
        (float("nan"), AlasanTanggal.BENTUK),
        (time(8, 30), AlasanTanggal.BENTUK),
        (10**9, AlasanTanggal.BENTUK),
        ("01-01-0206", AlasanTanggal.DI_LUAR_JANGKAUAN),
    ],
)
def test_baca_tanggal_menolak_dengan_alasan(nilai: object, alasan: AlasanTanggal) -> None:
    with pytest.raises(TanggalTidakSah) as galat:
        baca_tanggal(nilai)
    assert galat.value.alasan == alasan


def test_nomor_seri_dapat_dimatikan_untuk_formulir() -> None:
    with pytest.raises(TanggalTidakSah):
        baca_tanggal("31276", serial=False)


@given(st.dates(date(1900, 3, 1), date(2199, 12, 31)))
def test_yang_ditulis_dibaca_kembali_sama(tanggal: date) -> None:
    assert baca_tanggal(format_tanggal(tanggal)) == tanggal
    assert baca_tanggal(tanggal.isoformat()) == tanggal
    assert baca_tanggal(f"{tanggal:%d/%m/%Y}") == tanggal


@given(st.dates(date(1910, 1, 1), date(2199, 12, 31)))
def test_nomor_seri_sama_dengan_hitungan_excel(tanggal: date) -> None:
    # 1 January 2000 is day 36526 in Excel; everything after February 1900 counts from there.
    assert baca_tanggal(36526 + (tanggal - date(2000, 1, 1)).days) == tanggal


def test_c05_tanggal_serial_dan_teks() -> None:
    tabel = cari_judul(
        baca_lembar(KASUS / "C05_tanggal_serial.xlsx"),
        {"lahir": {"Tanggal Lahir"}, "jabatan": {"Tanggal TMT Jabatan"}, "pangkat": {"Tanggal TMT Pangkat"}},
    )
    hasil = [[baca_tanggal(tabel.sel(b, k).nilai) for k in ("lahir", "jabatan", "pangkat")] for b in tabel.baris]
    assert hasil == [
        [tgl("1985-08-17"), tgl("2021-05-01"), tgl("2022-04-01")],
        [tgl("1990-02-03"), None, tgl("2023-10-01")],
        [tgl("1995-07-17"), tgl("2022-03-01"), tgl("2022-03-01")],
        [tgl("1974-01-01"), tgl("2019-04-01"), tgl("2020-04-01")],
    ]


def test_c06_tanggal_kosong_bukan_hari_ini() -> None:
    with (KASUS / "C06_tanggal_kosong.csv").open(encoding="utf-8", newline="") as berkas:
        baris = list(csv.DictReader(berkas))
    hasil = [[baca_tanggal(b[k]) for k in ("tmt_jabatan", "tmt_pangkat", "tanggal_pensiun")] for b in baris]
    assert hasil == [[tgl("2021-05-01"), tgl("2022-04-01"), None], [None, None, None], [None, None, None]]
