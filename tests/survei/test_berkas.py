"""Reading of the office's own sheets: what counts as a respondent, what is refused, what is said about it."""

import io
from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from survei.berkas import BerkasSKMTidakTerbaca, baca_jawaban
from survei.perhitungan import indeks, indeks_dari_jawaban, jelaskan_selisih

KASUS = Path(__file__).parents[1] / "data" / "kasus"
JUDUL = "No,U1,U2,U3,U4,U5,U6,U7,U8,U9\n"


def csv(teks: str) -> bytes:
    return teks.encode()


def buku(*lembar: list[list[object]]) -> bytes:
    wb = openpyxl.Workbook()
    for i, baris in enumerate(lembar):
        ws = wb.active if i == 0 else wb.create_sheet()
        assert ws is not None
        for satu in baris:
            ws.append(satu)
    aliran = io.BytesIO()
    wb.save(aliran)
    return aliran.getvalue()


class TestLembarPengolahan:
    """Title rows, numbering row, totals and legend (case C08)."""

    def test_lima_responden_tanpa_judul_nomor_jumlah_dan_legenda(self) -> None:
        berkas = baca_jawaban(KASUS / "C08_skm_dua_baris_judul.xlsx")
        assert [baris.nomor_baris for baris in berkas.jawaban] == [8, 9, 10, 11, 12]
        assert berkas.jawaban[3].nilai["prosedur"] is None
        assert berkas.ditolak == []
        assert berkas.jawaban[1].data["saran"] == "Kursi tunggu kurang"
        assert "Judul kolom ditemukan pada baris 6." in berkas.catatan
        assert "Baris nomor kolom dilewati: 7." in berkas.catatan
        assert any("mulai baris 13" in catatan for catatan in berkas.catatan)

    def test_jumlah_tercetak_ditunjukkan_dengan_sebabnya(self) -> None:
        berkas = baca_jawaban(KASUS / "C08_skm_dua_baris_judul.xlsx")
        hasil = indeks_dari_jawaban(baris.nilai for baris in berkas.jawaban)
        assert (str(hasil.ikm), hasil.mutu) == ("88.06", "B")
        assert berkas.total_tercetak is not None
        assert berkas.total_tercetak.baris == 17
        assert berkas.total_tercetak.ikm == Decimal("86.025")
        sebab = jelaskan_selisih(hasil, berkas.total_tercetak.ikm)
        assert "dibagi 5 responden" in sebab
        assert "bobot 0,111" in sebab

    def test_hasil_rumus_yang_tersimpan_dibaca_langsung(self) -> None:
        isi = csv(JUDUL + "1,4,4,4,4,4,4,4,4,4\nIKM Unit Pelayanan,,,,,,,,,\n".replace("nan,,", 'nan,"99,00",'))
        berkas = baca_jawaban(isi, "a.csv")
        assert berkas.total_tercetak is not None
        assert berkas.total_tercetak.ikm == Decimal("99.00")
        assert "0,11" in jelaskan_selisih(indeks_dari_jawaban(b.nilai for b in berkas.jawaban), Decimal("99.00"))

    def test_baris_responden_sesudah_jumlah_per_halaman_tetap_dihitung(self) -> None:
        isi = csv(JUDUL + "1,3,3,3,3,3,3,3,3,3\nJumlah,3,3,3,3,3,3,3,3,3\n" + JUDUL + "2,4,4,4,4,4,4,4,4,4\n")
        assert [b.nomor_baris for b in baca_jawaban(isi, "a.csv").jawaban] == [2, 5]

    def test_jumlah_tanpa_tanda_tidak_menjadi_responden(self) -> None:
        berkas = baca_jawaban(csv(JUDUL + "1,3,3,3,3,3,3,3,3,3\n,61,61,61,61,61,61,61,61,61\n"), "a.csv")
        assert len(berkas.jawaban) == 1
        assert berkas.baris_ditolak == 1

    def test_baris_bernomor_tanpa_jawaban_dilewati_dan_disebut(self) -> None:
        berkas = baca_jawaban(csv(JUDUL + "1,3,3,3,3,3,3,3,3,3\n2,,,,,,,,,\n,,,,,,,,,\n3,,,,,,,,,\n"), "a.csv")
        assert len(berkas.jawaban) == 1
        assert "Baris bernomor tanpa satu jawaban pun dilewati: 3, 5." in berkas.catatan

    def test_rumus_tanpa_hasil_pada_jawaban_ditolak_bukan_dianggap_kosong(self) -> None:
        isi = buku([["No", *[f"U{i}" for i in range(1, 10)]], [1, "=1+2", 3, 3, 3, 3, 3, 3, 3, 3]])
        berkas = baca_jawaban(isi, "a.xlsx")
        assert berkas.jawaban == []
        assert "Rumus tanpa hasil" in berkas.ditolak[0].alasan

    def test_lembar_kedua_tidak_ikut_dan_disebut(self) -> None:
        lembar: list[list[object]] = [["No", *[f"U{i}" for i in range(1, 10)]], [1, *[4] * 9]]
        berkas = baca_jawaban(buku(lembar, lembar), "a.xlsx")
        assert len(berkas.jawaban) == 1
        assert any("Hanya lembar pertama" in catatan for catatan in berkas.catatan)


class TestNilaiAneh:
    """Values typed by many hands (case C23); file rows are one more than the respondent numbers."""

    def test_baris_yang_diterima(self) -> None:
        berkas = baca_jawaban(KASUS / "C23_skm_nilai_aneh.csv")
        assert [b.nomor_baris for b in berkas.jawaban] == [2, 5, 7]
        assert list(berkas.jawaban[1].nilai.values()) == [3, 4, 3, 4, 3, 3, 4, 3, 4]
        assert "usia" not in berkas.jawaban[1].data
        assert berkas.jawaban[2].data["jam"] == "18:30"
        assert berkas.jawaban[0].tanggal == date(2026, 8, 3)

    def test_alasan_penolakan_nol_lima_dan_huruf(self) -> None:
        ditolak = baca_jawaban(KASUS / "C23_skm_nilai_aneh.csv").ditolak
        assert [(t.baris, t.kolom) for t in ditolak if t.baris < 6] == [(3, "U1"), (4, "U1")]
        assert "Kosongkan" in ditolak[0].alasan
        assert [t.kolom for t in ditolak if t.baris == 6] == [f"U{i}" for i in range(1, 10)]

    def test_semua_alasan_satu_baris_disebut_sekaligus(self) -> None:
        ditolak = [t for t in baca_jawaban(KASUS / "C23_skm_nilai_aneh.csv").ditolak if t.baris == 8]
        assert [t.kolom for t in ditolak] == ["TANGGAL", "JENIS KELAMIN", "USIA", "PENDIDIKAN", "PEKERJAAN"]

    def test_huruf_diterima_bila_pemetaannya_dipilih(self) -> None:
        pemetaan = {"SB": 4, "B": 3, "KB": 2, "TB": 1}
        berkas = baca_jawaban(KASUS / "C23_skm_nilai_aneh.csv", pemetaan=pemetaan)
        assert [b.nomor_baris for b in berkas.jawaban] == [2, 5, 6, 7]
        assert list(berkas.jawaban[2].nilai.values()) == [4, 3, 3, 4, 3, 2, 4, 3, 4]

    def test_pekerjaan_asing_saja_tidak_membuang_jawaban(self) -> None:
        isi = csv("No,Pekerjaan,U1,U2,U3,U4,U5,U6,U7,U8,U9\n1,Astronot,3,3,3,3,3,3,3,3,3\n")
        berkas = baca_jawaban(isi, "a.csv")
        assert len(berkas.jawaban) == 1
        assert any("tidak dikenal, jawaban tetap dihitung: baris 2" in catatan for catatan in berkas.catatan)


class TestJudulKolom:
    def test_judul_dikenali_tanpa_peduli_huruf_bom_dan_pemisah(self) -> None:
        isi = b"\xef\xbb\xbfno ;u1; U 2 ;U.3;U4 ;u5;u6;u7;u8;U9\n1;4;3;4;4;4;4;4;4;4\n"
        assert baca_jawaban(isi, "a.csv").jawaban[0].nilai["prosedur"] == 3

    def test_nama_unsur_menang_atas_urutan_kolom(self) -> None:
        isi = csv(
            "Persyaratan,Prosedur,Waktu Penyelesaian,Biaya/Tarif,Produk Layanan,Kompetensi,Perilaku Pelaksana,"
            '"Penanganan Pengaduan, Saran dan Masukan",Sarana dan Prasarana\n4,4,4,4,4,4,4,1,2\n'
        )
        berkas = baca_jawaban(isi, "a.csv")
        assert (berkas.jawaban[0].nilai["pengaduan"], berkas.jawaban[0].nilai["sarana"]) == (1, 2)
        assert any("nama kolomnya" in catatan for catatan in berkas.catatan)

    def test_urutan_u8_u9_disebut_bila_berkas_tidak_menyebut_nama(self) -> None:
        berkas = baca_jawaban(csv(JUDUL + "1,4,4,4,4,4,4,4,2,1\n"), "a.csv")
        assert berkas.jawaban[0].nilai["sarana"] == 2
        assert any("U8 dibaca sebagai Sarana" in catatan for catatan in berkas.catatan)

    def test_legenda_di_bawah_tabel_menentukan_u8_dan_u9(self) -> None:
        nama = ["Persyaratan", "Prosedur", "Waktu Penyelesaian", "Biaya/Tarif", "Produk", "Kompetensi", "Perilaku",
                "Penanganan Pengaduan", "Sarana dan Prasarana"]  # fmt: skip
        legenda = "".join(f"U{i},{n},,,,,,,,\n" for i, n in enumerate(nama, start=1))
        berkas = baca_jawaban(csv(JUDUL + "1,4,4,4,4,4,4,4,2,1\nKeterangan:,,,,,,,,,\n" + legenda), "a.csv")
        assert len(berkas.jawaban) == 1
        assert (berkas.jawaban[0].nilai["pengaduan"], berkas.jawaban[0].nilai["sarana"]) == (2, 1)

    def test_kolom_asing_diabaikan_dengan_catatan(self) -> None:
        isi = csv("No,Nama,U1,U2,U3,U4,U5,U6,U7,U8,U9,Bobot\n1,Sari,3,3,3,3,3,3,3,3,3,100\n")
        berkas = baca_jawaban(isi, "a.csv")
        assert "Kolom yang tidak dikenal diabaikan: Nama, Bobot." in berkas.catatan
        assert "Sari" not in str(berkas.jawaban)

    def test_unsur_di_dua_kolom_ditolak(self) -> None:
        with pytest.raises(BerkasSKMTidakTerbaca, match="dua kolom"):
            baca_jawaban(csv("U1,U1,U2,U3,U4,U5\n1,2,3,3,3,3\n"), "a.csv")

    def test_tanpa_judul_ada_petunjuk(self) -> None:
        with pytest.raises(BerkasSKMTidakTerbaca, match="Beri judul kolom U1"):
            baca_jawaban(csv("a,b\n1,2\n"), "a.csv")

    @pytest.mark.parametrize("isi", [b"", b"PK\x03\x04rusak", b"%PDF-1.4"])
    def test_berkas_rusak_ditolak_dengan_kalimat(self, isi: bytes) -> None:
        with pytest.raises(BerkasSKMTidakTerbaca, match=r"Berkas|Lembar"):
            baca_jawaban(isi, "a.xlsx")

    def test_berkas_yang_tidak_ada(self) -> None:
        with pytest.raises(BerkasSKMTidakTerbaca, match="tidak dapat dibuka"):
            baca_jawaban(KASUS / "tidak-ada.csv")


class TestRekap:
    def test_rekap_tiga_puluh_satu_responden(self) -> None:
        rekap = baca_jawaban(KASUS / "C18_skm_rekap.json").rekap
        assert rekap is not None
        assert rekap.n == 31
        assert str(indeks(rekap.sebaran, n=rekap.n).ikm) == "91.49"

    @pytest.mark.parametrize(
        "isi",
        [
            b"{",
            b"[]",
            b'{"sebaran": {"U1": {"5": 2}}}',
            b'{"sebaran": {"U1": {"4": -2}}}',
            b'{"sebaran": {"X": {"4": 2}}}',
            b'{"responden": 1, "sebaran": {"U1": {"4": 2}}}',
        ],
    )
    def test_rekap_yang_tidak_masuk_akal_ditolak(self, isi: bytes) -> None:
        with pytest.raises(BerkasSKMTidakTerbaca, match="Rekap"):
            baca_jawaban(isi, "rekap.json")


def test_selisih_yang_tidak_dikenal_dikatakan_apa_adanya() -> None:
    hasil = indeks({f"u{i}": {3: 2} for i in range(9)})
    assert jelaskan_selisih(hasil, Decimal("75.00")) == ""
    assert "tidak diketahui" in jelaskan_selisih(hasil, Decimal("80.50"))
