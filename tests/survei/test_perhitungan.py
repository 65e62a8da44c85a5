"""Index arithmetic against published answers and their recomputation (tests/data/SUMBER.md)."""

import csv
import json
from collections import Counter
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from survei.perhitungan import (
    LABEL_MUTU,
    LABEL_UNSUR,
    NOMOR_U,
    PITA_PERMENPANRB_14_2017,
    TABEL_KREJCIE_MORGAN,
    URUTAN_DAFTAR_PERATURAN,
    URUTAN_KUESIONER,
    HasilIndeks,
    KodeUnsur,
    Mutu,
    NilaiTidakSah,
    Pita,
    SebaranUnsur,
    baca_nilai,
    cacah_jawaban,
    gabungkan,
    hari_terakhir_tampil,
    indeks,
    indeks_dari_jawaban,
    indeks_tanpa,
    mutu,
    sel_minimum,
    sembunyikan_sel,
    tanda_lurus,
    target_sampel,
)

DATA = Path(__file__).parents[1] / "data"
SKM = DATA / "skm"
PULANG_PISAU = "pulang-pisau-dpmptsp-2018-2020-2022-raw.csv"


def baris_csv(nama: str) -> list[dict[str, str]]:
    with (SKM / nama).open(encoding="utf-8", newline="") as berkas:
        return list(csv.DictReader(berkas))


def jawaban(baris: dict[str, str]) -> dict[str, int | None]:
    """Plain reading of U1..U9 that does not go through the product's own reader."""
    return {kode: int(baris[f"U{i}"]) if baris[f"U{i}"] else None for i, kode in enumerate(URUTAN_KUESIONER, start=1)}


def jawaban_berkas(nama: str) -> list[dict[str, int | None]]:
    return [jawaban(baris) for baris in baris_csv(nama)]


def kasus(nama: str) -> list[dict[str, int | None]]:
    with (DATA / "kasus" / nama).open(encoding="utf-8", newline="") as berkas:
        return [jawaban(baris) for baris in csv.DictReader(berkas)]


def formulir(nilai: int, unsur: Iterable[str] = URUTAN_KUESIONER) -> dict[str, int | None]:
    return dict.fromkeys(map(str, unsur), nilai)


def sebaran_rata(jumlah: dict[str, int], n: int) -> list[SebaranUnsur]:
    """Counters with the given sums, for sources that print sums only (any split with that sum gives the same NRR)."""
    hasil = []
    for kode, total in jumlah.items():
        dasar, sisa = divmod(total, n)
        cacah = [0, 0, 0, 0]
        cacah[dasar - 1] += n - sisa
        if sisa:
            cacah[dasar] += sisa
        hasil.append(SebaranUnsur(kode, (cacah[0], cacah[1], cacah[2], cacah[3])))
    return hasil


def periksa_ringkasan(hasil: HasilIndeks, baris: dict[str, str]) -> None:
    assert hasil.n == int(baris["n"])
    for i, kode in enumerate(URUTAN_KUESIONER, start=1):
        assert hasil.unsur[kode].jumlah == int(baris[f"sum_U{i}"])
        assert hasil.unsur[kode].nrr == Decimal(baris[f"nrr_U{i}"])
    assert hasil.ikm == Decimal(baris["ikm_1_9"])
    assert hasil.mutu == baris["mutu_1_9"]
    assert hasil.pembanding_011 == Decimal(baris["ikm_011"])
    assert mutu(hasil.pembanding_011) == baris["mutu_011"]


def hitung_gaspul() -> HasilIndeks:
    return indeks(
        [
            SebaranUnsur(
                URUTAN_KUESIONER[i],
                (int(b["n_nilai1"]), int(b["n_nilai2"]), int(b["n_nilai3"]), int(b["n_nilai4"])),
            )
            for i, b in enumerate(baris_csv("gaspul-tw3-distribution.csv"))
        ]
    )


SUMBER_RINGKASAN = {
    "kediri-2024": lambda: indeks_dari_jawaban(jawaban_berkas("kediri-2024-raw.csv")),
    "gaspul-tw3 (published sums)": hitung_gaspul,
    "tubaba-2023s1": lambda: indeks_dari_jawaban(jawaban_berkas("tubaba-2023s1-raw.csv")),
    "biro-organisasi-sumbar-2024 first 2": lambda: indeks_dari_jawaban(
        jawaban_berkas("biro-organisasi-sumbar-2024-raw.csv")[:2]
    ),
    "biro-organisasi-sumbar-2024 all 3": lambda: indeks_dari_jawaban(
        jawaban_berkas("biro-organisasi-sumbar-2024-raw.csv")
    ),
    "sekadau-2019s1 first 49": lambda: indeks_dari_jawaban(jawaban_berkas("sekadau-2019s1-first49-raw.csv")),
}


# Rows of each source as it was published; a row lost on the way would shrink a golden table without a word.
BARIS_SUMBER = {
    "abstracts-partial.csv": 4,
    "biro-organisasi-sumbar-2024-raw.csv": 3,
    "gaspul-tw3-distribution.csv": 9,
    "kediri-2024-raw.csv": 20,
    "kediri-2024-snapshots.csv": 20,
    "krejcie-morgan.csv": 90,
    "pulang-pisau-2020-s2.csv": 345,
    "pulang-pisau-dpmptsp-2018-2020-2022-raw.csv": 1371,
    "pulang-pisau-summary.csv": 11,
    "recomputed-summary.csv": 6,
    "sekadau-2019s1-first49-raw.csv": 49,
    "semua-ditolak.csv": 3,
    "sengkuang-seluma-aggregate.csv": 9,
    "tubaba-2023s1-raw.csv": 1,
}


class TestKelengkapan:
    """No row of a source is left out silently."""

    def test_setiap_berkas_sumber_utuh(self) -> None:
        assert {satu.name: len(baris_csv(satu.name)) for satu in SKM.glob("*.csv")} == BARIS_SUMBER

    def test_setiap_baris_ringkasan_punya_masukan_dan_setiap_masukan_diperiksa(self) -> None:
        assert [b["dataset"] for b in baris_csv("recomputed-summary.csv")] == list(SUMBER_RINGKASAN)

    def test_masa_pulang_pisau_mencakup_setiap_formulir_tepat_sekali(self) -> None:
        ringkasan = {
            b["dataset"].removeprefix("pulang-pisau-"): int(b["n"]) for b in baris_csv("pulang-pisau-summary.csv")
        }
        masa = Counter(f"{b['year']} {'s1' if b['quarter'] in '12' else 's2'}" for b in baris_csv(PULANG_PISAU))
        tahun = Counter(f"{b['year']} year" for b in baris_csv(PULANG_PISAU))
        assert masa + tahun == ringkasan


class TestAngkaEmas:
    """Real answers, recomputed exactly."""

    @pytest.mark.parametrize("baris", baris_csv("recomputed-summary.csv"), ids=lambda b: b["dataset"])
    def test_setiap_baris_ringkasan(self, baris: dict[str, str]) -> None:
        periksa_ringkasan(SUMBER_RINGKASAN[baris["dataset"]](), baris)

    @pytest.mark.parametrize("baris", baris_csv("pulang-pisau-summary.csv"), ids=lambda b: b["dataset"])
    def test_setiap_masa_pulang_pisau(self, baris: dict[str, str]) -> None:
        tahun, masa = baris["dataset"].removeprefix("pulang-pisau-").split()
        triwulan = {"year": "1234", "s1": "12", "s2": "34"}[masa]
        mentah = [jawaban(b) for b in baris_csv(PULANG_PISAU) if b["year"] == tahun and b["quarter"] in triwulan]
        periksa_ringkasan(indeks_dari_jawaban(mentah), baris)
        lurus = tanda_lurus(mentah)
        assert lurus.persen == Decimal(baris["straightline_pct"])
        assert lurus.semua_empat == int(baris["all_four_n"])

    def test_jumlah_kumulatif_kediri_sama_dengan_yang_diterbitkan(self) -> None:
        mentah = jawaban_berkas("kediri-2024-raw.csv")
        potret = baris_csv("kediri-2024-snapshots.csv")
        assert len(potret) == 20
        for baris in potret:
            hasil = indeks_dari_jawaban(mentah[: int(baris["n_first"])])
            assert hasil.ikm_eksak is not None
            assert abs(hasil.ikm_eksak - Fraction(baris["published_ikm"])) <= Fraction(1, 10_000)
            assert sum(rincian.jumlah for rincian in hasil.unsur.values()) == int(baris["sum_all"])
            assert hasil.mutu == baris["mutu_1_9"]

    def test_contoh_hitungan_bobot_tercetak_menurunkan_nilai(self) -> None:
        hasil = indeks_dari_jawaban(jawaban_berkas("kediri-2024-raw.csv"))
        assert [str(hasil.unsur[k].nrr) for k in URUTAN_KUESIONER] == [
            "3.0500", "3.0500", "3.1500", "2.9500", "2.9000", "2.9500", "3.2000", "3.3000", "3.3500",
        ]  # fmt: skip
        assert (str(hasil.ikm), hasil.mutu, str(hasil.pembanding_011)) == ("77.50", "B", "76.73")


class TestPertentanganTerbitan:
    """Published figures that contradict their own answers, each with the cause."""

    def test_gaspul_menerbitkan_dua_angka_karena_bobot(self) -> None:
        hasil = hitung_gaspul()
        assert hasil.ikm == Decimal("91.48")
        assert hasil.pembanding_011 == Decimal("90.56")
        for baris, kode in zip(baris_csv("gaspul-tw3-distribution.csv"), URUTAN_KUESIONER, strict=True):
            assert hasil.unsur[kode].jumlah == int(baris["sum_published"])
            assert hasil.unsur[kode].nrr == Decimal(baris["nrr_published"])

    def test_tubaba_semua_empat_adalah_seratus_bukan_sembilan_puluh_sembilan(self) -> None:
        hasil = indeks_dari_jawaban(jawaban_berkas("tubaba-2023s1-raw.csv"))
        assert (hasil.ikm, hasil.mutu) == (Decimal("100.00"), Mutu.A)
        assert hasil.pembanding_011 == Decimal("99.00")  # 9 × 0,44 = 3,96, while the page prints the sum 4

    def test_sumbar_memakai_bobot_tercetak_pada_setiap_responden(self) -> None:
        for baris in baris_csv("biro-organisasi-sumbar-2024-raw.csv"):
            hasil = indeks_dari_jawaban([jawaban(baris)])
            assert hasil.ikm == Decimal(baris["recomputed_score_1_9"])
            assert hasil.pembanding_011 == Decimal(baris["published_score_011"])

    def test_seluma_terbit_b_padahal_sembilan_nilainya_a(self) -> None:
        nilai = [Fraction(b["konversi_published"]) for b in baris_csv("sengkuang-seluma-aggregate.csv")]
        assert mutu(sum(nilai, Fraction(0)) / 9) == Mutu.A  # 89,44
        assert sum(nilai, Fraction(0)) / 10 == Fraction("80.5")  # the published figure: weight 1/10 for nine elements
        for baris in baris_csv("sengkuang-seluma-aggregate.csv"):
            assert mutu(Decimal(baris["konversi_published"])) == baris["mutu_unsur_recomputed"]

    def test_unsur_terendah_dalam_abstrak_berkelas_d(self) -> None:
        for baris in baris_csv("abstracts-partial.csv"):
            assert mutu(Fraction(baris["published_min_nrr"]) * 25) == baris["mutu_of_min_recomputed"]
            assert mutu(Fraction(baris["published_max_nrr"]) * 25) == baris["mutu_of_max_recomputed"]
            if baris["published_mutu"]:
                assert mutu(Decimal(baris["published_ikm"])) == baris["published_mutu"]

    def test_enam_jumlah_pulang_pisau_berubah_setelah_disimpan(self) -> None:
        beda = [
            int(b["no"])
            for b in baris_csv(PULANG_PISAU)
            if sum(int(b[f"U{i}"]) for i in range(1, 10)) != int(b["stored_total"])
        ]
        assert beda == [98, 263, 264, 265, 403, 443]


class TestMutu:
    """Round first, then lower limits only."""

    @pytest.mark.parametrize(
        ("nilai", "kelas"),
        [
            ("88.305", "A"), ("88.304", "B"), ("88.31", "A"), ("88.30", "B"), ("76.608", "B"), ("76.605", "B"),
            ("76.604", "C"), ("76.60", "C"), ("76.61", "B"), ("64.995", "C"), ("64.994", "D"), ("65.00", "C"),
            ("64.99", "D"), ("65.31", "C"), ("81.26", "B"), ("88.76", "A"), ("25", "D"), ("100", "A"),
        ],
    )  # fmt: skip
    def test_batas_kelas(self, nilai: str, kelas: str) -> None:
        assert mutu(Decimal(nilai)) == kelas
        assert mutu(Fraction(nilai)) == kelas

    def test_setiap_perseribu_punya_tepat_satu_kelas_yang_tidak_turun(self) -> None:
        urutan = [mutu(Decimal(i) / 1000) for i in range(25_000, 100_001)]
        assert urutan == sorted(urutan, reverse=True)
        assert set(urutan) == set(Mutu)

    def test_rata_rata_skala_empat_ditolak(self) -> None:
        with pytest.raises(ValueError, match="Kalikan"):
            mutu(Decimal("3.10"))
        with pytest.raises(ValueError, match="25–100"):
            mutu(Decimal("100.01"))

    def test_pita_lain_dipakai_dari_argumen(self) -> None:
        lama = Pita(
            (
                (Mutu.A, Decimal("81.26")),
                (Mutu.B, Decimal("62.51")),
                (Mutu.C, Decimal("43.76")),
                (Mutu.D, Decimal("25.00")),
            ),
            "KepmenPAN 25/2004",
        )
        assert mutu(Decimal("82"), lama) == Mutu.A
        assert indeks({"a": {3: 1}}, pita=lama).mutu == Mutu.B
        assert mutu(Decimal("82"), PITA_PERMENPANRB_14_2017) == Mutu.B

    def test_pita_yang_tidak_menurun_ditolak(self) -> None:
        with pytest.raises(ValueError, match="menurun"):
            Pita(((Mutu.A, Decimal(50)), (Mutu.B, Decimal(60))))

    def test_label_c_adalah_kurang_baik(self) -> None:
        assert LABEL_MUTU[Mutu.C] == "Kurang baik"
        assert set(LABEL_MUTU) == set(Mutu)


class TestUnsur:
    def test_kode_tetap_dan_urutan_kuesioner(self) -> None:
        assert [k.value for k in KodeUnsur] == [
            "persyaratan", "prosedur", "waktu", "biaya", "produk", "kompetensi", "perilaku", "sarana", "pengaduan",
        ]  # fmt: skip
        assert NOMOR_U["sarana"] == "U8"
        assert URUTAN_DAFTAR_PERATURAN[7:] == (KodeUnsur.PENGADUAN, KodeUnsur.SARANA)
        assert set(URUTAN_DAFTAR_PERATURAN) == set(URUTAN_KUESIONER) == set(LABEL_UNSUR)


class TestJawabanKosong:
    def test_kosong_tidak_dihitung_nol(self) -> None:
        hasil = indeks_dari_jawaban(kasus("C16_skm_jawaban_kosong.csv"))
        assert (hasil.n, str(hasil.ikm), hasil.mutu) == (5, "89.58", "A")
        assert [hasil.unsur[k].n for k in URUTAN_KUESIONER] == [5, 4, 4, 4, 5, 5, 5, 5, 4]

    def test_satu_kosong_pada_u9_hanya_mengubah_n_u9(self) -> None:
        penuh = formulir(3)
        hasil = indeks_dari_jawaban([penuh, {**penuh, KodeUnsur.PENGADUAN: None}])
        assert {kode: r.n for kode, r in hasil.unsur.items()} == {**formulir(2), "pengaduan": 1}
        assert hasil.ikm == Decimal("75.00")

    def test_formulir_dengan_empat_jawaban_disimpan_tetapi_tidak_dihitung(self) -> None:
        penuh = formulir(4)
        empat = formulir(1, URUTAN_KUESIONER[:4])
        lima = formulir(4, URUTAN_KUESIONER[:5])
        hasil = indeks_dari_jawaban([penuh, empat, lima])
        assert (hasil.n, hasil.tidak_dihitung, hasil.ikm) == (2, 1, Decimal("100.00"))

    def test_unsur_tanpa_jawaban_keluar_dari_indeks_dengan_catatan(self) -> None:
        tanpa_biaya = formulir(3, (k for k in URUTAN_KUESIONER if k != "biaya"))
        hasil = indeks_dari_jawaban([tanpa_biaya])
        assert hasil.ikm == Decimal("75.00")
        assert hasil.unsur["biaya"].nrr is None
        assert hasil.unsur["biaya"].mutu is None
        assert hasil.pembanding_011 is None
        assert "biaya" in hasil.catatan[0]
        assert "1/8" in hasil.catatan[0]

    def test_tanpa_jawaban_indeks_kosong_dengan_alasan(self) -> None:
        hasil = indeks_dari_jawaban([])
        assert (hasil.n, hasil.ikm, hasil.mutu, hasil.ikm_eksak, hasil.pembanding_011) == (0, None, None, None, None)
        assert hasil.alasan == "Belum ada jawaban yang dapat dihitung."

    @pytest.mark.parametrize("nilai", [0, 5, -1, 99, True])
    def test_nilai_di_luar_skala_ditolak(self, nilai: int) -> None:
        with pytest.raises(ValueError, match="1 sampai 4"):
            cacah_jawaban([formulir(nilai)])

    def test_pencacah_dengan_nilai_asing_atau_jumlah_negatif_ditolak(self) -> None:
        with pytest.raises(ValueError, match="1 sampai 4"):
            indeks({"waktu": {0: 3}})
        with pytest.raises(ValueError, match="negatif"):
            indeks({"waktu": {3: -1}})
        with pytest.raises(ValueError, match="dua kali"):
            indeks([SebaranUnsur("waktu", (0, 0, 0, 1)), SebaranUnsur("waktu", (1, 0, 0, 0))])


class TestSatuPembulatan:
    def test_semua_empat_tepat_seratus_dan_semua_satu_dua_puluh_lima(self) -> None:
        hasil = indeks_dari_jawaban(kasus("C17a_skm_semua_empat.csv"))
        assert (str(hasil.ikm), hasil.mutu) == ("100.00", "A")
        satu = indeks_dari_jawaban([formulir(1)])
        assert (str(satu.ikm), satu.mutu) == ("25.00", "D")

    def test_bobot_tepat_menjaga_kelas_di_batas(self) -> None:
        hasil = indeks_dari_jawaban(kasus("C17b_skm_batas_bobot.csv"))
        assert (hasil.n, str(hasil.ikm), hasil.mutu) == (12, "76.62", "B")
        assert hasil.pembanding_011 == Decimal("75.85")

    def test_rekap_tiga_puluh_satu_responden(self) -> None:
        rekap = json.loads((DATA / "kasus" / "C18_skm_rekap.json").read_text(encoding="utf-8"))
        hasil = indeks(rekap["sebaran"], n=rekap["responden"])
        assert sum(r.jumlah for r in hasil.unsur.values()) == 1021
        assert (hasil.n, str(hasil.ikm)) == (31, "91.49")

    def test_seratus_responden_dihitung_semua(self) -> None:
        hasil = indeks_dari_jawaban(kasus("C19_skm_100_responden.csv"))
        assert (hasil.n, str(hasil.ikm), hasil.mutu) == (100, "85.00", "B")

    def test_celah_kategori(self) -> None:
        hasil = indeks_dari_jawaban(kasus("C24_skm_celah_kategori.csv"))
        assert hasil.ikm_eksak is not None
        assert Fraction("76.607") < hasil.ikm_eksak < Fraction("76.609")
        assert (str(hasil.ikm), hasil.mutu) == ("76.61", "B")


class TestGabungan:
    def test_gabungan_memakai_semua_responden_bukan_rata_rata_dari_rata_rata(self) -> None:
        besar = {"waktu": {4: 9}}
        kecil = {"waktu": {1: 1}}
        assert indeks(gabungkan([besar, kecil])).ikm == Decimal("92.50")

    def test_gabungan_masa_sama_dengan_hitungan_dari_seluruh_jawaban(self) -> None:
        mentah = jawaban_berkas(PULANG_PISAU)
        potongan = [cacah_jawaban(mentah[i : i + 100]).sebaran for i in range(0, len(mentah), 100)]
        assert indeks(gabungkan(potongan)).ikm_eksak == indeks_dari_jawaban(mentah).ikm_eksak

    def test_indeks_tanpa_u4(self) -> None:
        sebaran = sebaran_rata({**dict.fromkeys(map(str, URUTAN_KUESIONER), 6), "biaya": 8}, 2)
        assert str(indeks(sebaran).ikm) == "77.78"
        tanpa = indeks_tanpa("biaya", sebaran)
        assert str(tanpa.ikm) == "75.00"
        assert "biaya" not in tanpa.unsur

    def test_butir_terbalik_dibaca_dari_arah_lain(self) -> None:
        assert indeks({"imbalan": {1: 3, 4: 1}}, terbalik={"imbalan"}).unsur["imbalan"].jumlah == 13


class TestSampel:
    @pytest.mark.parametrize("baris", baris_csv("krejcie-morgan.csv"), ids=lambda b: b["population"])
    def test_nilai_tabel(self, baris: dict[str, str]) -> None:
        assert target_sampel(int(baris["population"])) == int(baris["sample"])

    def test_tabel_lengkap(self) -> None:
        assert len(TABEL_KREJCIE_MORGAN) == 90

    def test_rumus_cocok_dengan_tabel_kecuali_seratus_ribu(self, monkeypatch: pytest.MonkeyPatch) -> None:
        tabel = dict(TABEL_KREJCIE_MORGAN)
        monkeypatch.setattr("survei.perhitungan.sampel.TABEL_KREJCIE_MORGAN", {})
        assert {n: target_sampel(n) for n, s in tabel.items() if target_sampel(n) != s} == {100_000: 383}

    def test_di_antara_baris_tabel_memakai_rumus(self) -> None:
        assert target_sampel(1) == 1
        assert target_sampel(2) == 2
        assert 80 <= target_sampel(105) <= 86
        with pytest.raises(ValueError, match="paling sedikit 1"):
            target_sampel(0)


class TestSelKecil:
    def test_di_bawah_sepuluh_tidak_diterbitkan(self) -> None:
        assert not sel_minimum(9)
        assert sel_minimum(10)

    def test_sel_sembilan_tidak_dapat_dihitung_dari_jumlah(self) -> None:
        assert sembunyikan_sel({"SD": 9, "SMA": 40, "S1": 12}) == {"SD", "SMA"}

    def test_beberapa_sel_kecil_yang_bersama_kurang_dari_sepuluh_menyeret_satu_lagi(self) -> None:
        assert sembunyikan_sel({"a": 1, "b": 1, "c": 30, "d": 20}) == {"a", "b", "c"}

    def test_dua_sel_kecil_yang_saling_melindungi(self) -> None:
        assert sembunyikan_sel({"a": 9, "b": 4, "c": 30}) == {"a", "b"}

    def test_tanpa_sel_kecil_tidak_ada_yang_disembunyikan(self) -> None:
        assert sembunyikan_sel({"a": 10, "b": 11}) == set()

    def test_yang_tampil_maju_paling_sedikit_lima_jawaban_dan_menyisakan_lima(self) -> None:
        cacah = [1, 0, 3, 1, 7, 2, 2, 1, 4, 4, 1]
        per_hari = [(date(2026, 7, hari), n) for hari, n in enumerate(cacah, start=1)]
        tampil = []
        for sejauh in range(len(per_hari) + 1):
            akhir = hari_terakhir_tampil(per_hari[:sejauh])
            terlihat = sum(n for hari, n in per_hari if akhir is not None and hari <= akhir)
            tampil.append(terlihat)
            assert terlihat == 0 or sum(n for _, n in per_hari[:sejauh]) - terlihat >= 5
        assert tampil == [0, 0, 0, 0, 0, 5, 5, 5, 12, 12, 17, 17]


def test_lurus_tidak_menghitung_formulir_yang_kurang_terisi() -> None:
    penuh = formulir(4)
    hasil = tanda_lurus([penuh, {**penuh, KodeUnsur.WAKTU: 3}, {KodeUnsur.WAKTU: 3}])
    assert (hasil.n, hasil.lurus, hasil.semua_empat, hasil.persen) == (2, 1, 1, Decimal("50.0"))
    assert tanda_lurus([]).persen is None


class TestIsian:
    @pytest.mark.parametrize(
        ("isi", "nilai"),
        [
            ("3,0", 3),
            ("4.0", 4),
            (" 3 ", 3),
            (2, 2),
            (1.0, 1),
            (Decimal("4"), 4),
            ("", None),
            (None, None),
            ("-", None),
        ],
    )
    def test_angka_dalam_berbagai_tulisan(self, isi: object, nilai: int | None) -> None:
        assert baca_nilai(isi) == nilai

    @pytest.mark.parametrize("isi", [0, "0", "0,0", 5, "99", "-1", "3.5", "SB", True, "3 4", "１", "1e0", "=4"])
    def test_selain_satu_sampai_empat_ditolak_dengan_petunjuk(self, isi: object) -> None:
        with pytest.raises(NilaiTidakSah, match=r"Kosongkan|Isi dengan angka"):
            baca_nilai(isi)

    def test_huruf_dibaca_hanya_dengan_pemetaan(self) -> None:
        assert baca_nilai("sb", {"SB": 4}) == 4
