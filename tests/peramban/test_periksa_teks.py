"""The check of words on its own: what it finds, and what it leaves to readers."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.peramban.periksa_teks import (
    BUKAN_INGGRIS,
    INGGRIS,
    banyak_kata,
    cari_inggris,
    cari_panjang,
    cari_terlarang,
    kalimat,
    kata_terlarang,
)


def test_kolom_terakhir_dibaca_dan_kata_bersyarat_dilewati(tmp_path: Path) -> None:
    berkas = tmp_path / "istilah.md"
    berkas.write_text(
        "| Istilah | Arti | Jangan pakai |\n| --- | --- | --- |\n| Unduh | ambil | download, ekspor |\n"
        "| Perjanjian | janji | PK (tanpa kepanjangan), kontrak |\n| Tolak | tidak | hapus «permintaan» |\n",
        encoding="utf-8",
    )
    assert kata_terlarang(berkas) == {"download": "Unduh", "ekspor": "Unduh", "kontrak": "Perjanjian"}


def test_daftar_istilah_produk_terbaca() -> None:
    terlarang = kata_terlarang()
    assert terlarang["dashboard"] == "Beranda"
    assert terlarang["kuesioner"] == "Survei kepuasan"
    assert len(terlarang) > 150
    assert "pk" not in terlarang


@pytest.mark.parametrize(
    ("teks", "banyak"),
    [
        ("Lihat Dashboard Anda", 1),
        ("Dashboardnya lain", 0),
        ("kotak  masuk", 0),
        ("Buka kotak masuk.", 1),
        ("skor-tim", 0),
        ("Skor, skor", 2),
        ("dihitung dari n = 30", 1),
        ("populasi (N)", 0),
        ("kinerja.skor.buka", 0),
        ("dashboard@contoh.example dan https://contoh.example/dashboard/", 0),
    ],
)
def test_kata_terlarang_hanya_utuh(teks: str, banyak: int) -> None:
    terlarang = {"dashboard": "Beranda", "kotak masuk": "Menunggu Anda", "skor": "Angka bantu", "n": "Jumlah jawaban"}
    assert len(cari_terlarang([teks], terlarang)) == banyak


def test_kata_inggris_dan_kata_indonesia_yang_mirip() -> None:
    assert len(cari_inggris(["Please klik tombol ini", "Save"])) == 2
    assert (
        cari_inggris(["Total data survei pada program digital, status normal, unit dan forum, No. 5 tahun 2026"]) == []
    )
    assert set(BUKAN_INGGRIS) <= INGGRIS


def test_kalimat_dipisah_dan_kata_dihitung() -> None:
    assert kalimat("Isi nilai. Kirim sekarang! Sudah?") == ["Isi nilai.", "Kirim sekarang!", "Sudah?"]
    assert kalimat("Pukul 07.30–15.30 WIB; hari kerja: Senin") == ["Pukul 07.30–15.30 WIB; hari kerja: Senin"]
    assert banyak_kata("Nilai 1.234,5 naik 12 persen (95/100) pada 24 November 2026.") == 10
    assert cari_panjang(["satu dua tiga. empat lima"], 2) == ["3 kata, paling banyak 2: satu dua tiga."]
