"""Evaluations computed by hand, line by line, and every reason why a number is missing."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from kinerja.perhitungan import (
    Arah,
    AturanNilai,
    BahanEvaluasi,
    BahanIndikator,
    BahanPerilaku,
    BahanRekomendasi,
    BahanWarga,
    NilaiDasar,
    Penilai,
    Rating,
    Sumber,
    aturan_dari_json,
    aturan_ke_json,
    bahan_dari_json,
    bahan_ke_json,
    hitung_evaluasi,
    rincian_ke_json,
)

D = Decimal

ATURAN = AturanNilai(
    batas_capaian=D(120),
    bobot_hasil=D(70),
    bobot_perilaku=D(30),
    bobot_hasil_360=D(60),
    bobot_perilaku_360=D(40),
    ambang_hasil_sesuai=D(90),
    ambang_hasil_di_atas=D(110),
    ambang_perilaku_sesuai=D(90),
    ambang_perilaku_di_atas=D(110),
    nilai_di_bawah=D(80),
    nilai_sesuai=D(100),
    nilai_di_atas=D(120),
    bobot_atasan=D(60),
    bobot_rekan=D(20),
    bobot_bawahan=D(20),
    minimal_jawaban=30,
)


def indikator(nomor: int | str = 1, **isi) -> BahanIndikator:
    dasar: dict[str, Any] = {
        "nama": f"Indikator {nomor}",
        "rhk": "Surat selesai",
        "arah": Arah.TINGGI,
        "sumber": Sumber.MANUAL,
        "target": (D(100), None),
        "asal_target": "SKP",
        "satuan": "surat",
        "realisasi": D(100),
        "bobot": None,
        "n": None,
    }
    return BahanIndikator(id=nomor, **(dasar | isi))


def baris_db(nilai: NilaiDasar) -> tuple[Any, Any, Any]:
    """What ``values_list`` gives: plain strings instead of enum members."""
    return str(nilai), "atasan", "sesuai"


def dinilai_atasan(rating: str = "sesuai") -> tuple[BahanPerilaku, ...]:
    return tuple(BahanPerilaku(nilai, Penilai.ATASAN, Rating(rating), 1) for nilai in NilaiDasar)


def bahan(*daftar: BahanIndikator, perilaku=None, **isi) -> BahanEvaluasi:
    return BahanEvaluasi(7, tuple(daftar), dinilai_atasan() if perilaku is None else tuple(perilaku), **isi)


def baris(hasil, kode: str):
    (satu,) = [b for b in hasil.rincian if b.kode == kode]
    return satu


class TestEvaluasi:
    def test_equal_weights_by_hand(self):
        hasil = hitung_evaluasi(
            bahan(
                indikator(1, realisasi=D(90)),
                indikator(2, arah=Arah.RENDAH, target=(D(10), None), realisasi=D(12)),
                indikator(3, target=(D(80), D(90)), realisasi=D(85)),
            ),
            ATURAN,
        )
        # (90 + 80 + 100) / 3 = 90; behaviour 100; 0.7 x 90 + 0.3 x 100 = 93
        assert hasil.nilai_hasil == 90
        assert hasil.nilai_perilaku == 100
        assert hasil.nilai_kinerja == 93
        assert (hasil.usulan_hasil, hasil.usulan_perilaku, hasil.usulan_predikat) == ("sesuai", "sesuai", "baik")
        assert hasil.alasan == ()
        assert baris(hasil, "capaian.1").rumus == "90 ÷ 100 × 100"
        assert baris(hasil, "capaian.2").rumus == "(2 − 12 ÷ 10) × 100"
        assert baris(hasil, "capaian.3").rumus == "85 ada di dalam target 80–90: 100"
        assert baris(hasil, "hasil").rumus == "(90 + 80 + 100) ÷ 3"
        assert baris(hasil, "kinerja").rumus == "(70 × 90 + 30 × 100) ÷ 100"

    def test_weights_and_an_indicator_without_realisasi(self):
        hasil = hitung_evaluasi(
            bahan(
                indikator(1, realisasi=D(90), bobot=D("33.30")),
                indikator(2, realisasi=None, bobot=D("33.30")),
                indikator(3, realisasi=D(120), bobot=D("33.40")),
            ),
            ATURAN,
        )
        # (33.3 x 90 + 33.4 x 120) / 66.7 = 105.022488...
        assert str(hasil.nilai_hasil) == "105.0225"
        assert baris(hasil, "hasil").rumus == "(33,3 × 90 + 33,4 × 120) ÷ 66,7"
        assert baris(hasil, "capaian.2").nilai is None
        assert baris(hasil, "capaian.2").alasan == "Realisasi belum diisi."

    def test_each_line_is_computed_from_the_rounded_line_before(self):
        aturan = replace(ATURAN, bobot_hasil=D(50), bobot_perilaku=D(50))
        hasil = hitung_evaluasi(bahan(indikator(1, target=(D(3), None), realisasi=D(2))), aturan)
        assert str(baris(hasil, "capaian.1").nilai) == "66.6667"
        assert str(hasil.nilai_hasil) == "66.6667"
        # (66.6667 + 100) / 2 = 83.33335 -> 83.3334; from the unrounded 66.666... it would be 83.3333
        assert baris(hasil, "kinerja").rumus == "(50 × 66,6667 + 50 × 100) ÷ 100"
        assert str(hasil.nilai_kinerja) == "83.3334"

    def test_capped_and_clamped_lines_say_so(self):
        hasil = hitung_evaluasi(
            bahan(
                indikator(1, realisasi=D(150)),
                indikator(2, arah=Arah.RENDAH, target=(D(10), None), realisasi=D(25)),
            ),
            ATURAN,
        )
        assert baris(hasil, "capaian.1").nilai == 120
        assert baris(hasil, "capaian.1").rumus == "150 ÷ 100 × 100, paling tinggi 120"
        assert baris(hasil, "capaian.2").nilai == 0
        assert baris(hasil, "capaian.2").rumus == "(2 − 25 ÷ 10) × 100, paling rendah 0"

    def test_angka_bantu_is_at_most_120(self):
        hasil = hitung_evaluasi(
            bahan(indikator(1, realisasi=D(200)), perilaku=dinilai_atasan("di_atas")),
            replace(ATURAN, batas_capaian=D(150)),
        )
        assert hasil.nilai_hasil == 150
        assert hasil.nilai_kinerja == 120
        assert hasil.usulan_predikat == "sangat_baik"

    @pytest.mark.parametrize(
        ("isi", "alasan"),
        [
            ({"realisasi": None}, "Realisasi belum diisi."),
            ({"realisasi": None, "keterangan": "Tidak dipakai dalam periode ini."}, "Tidak dipakai dalam periode ini."),
            ({"realisasi": None, "sumber": Sumber.IKM}, "Belum ada survei terkunci untuk periode ini."),
            ({"realisasi": None, "sumber": Sumber.JP}, "Jam pelajaran (JP) belum tersedia."),
            ({"realisasi": None, "sumber": Sumber.TENGGAT}, "Data ketepatan waktu jawaban belum tersedia."),
            ({"target": (None, None)}, "Target belum diisi."),
            ({"target": (D(0), None)}, "Target 0 tidak dapat dijadikan pembanding."),
            ({"sumber": Sumber.IKM, "n": 29}, "Baru ada 29 jawaban; angka dipakai mulai 30 jawaban."),
            ({"sumber": Sumber.IKM, "n": None}, "Baru ada 0 jawaban; angka dipakai mulai 30 jawaban."),
        ],
    )
    def test_indicator_that_does_not_count_has_a_reason(self, isi, alasan):
        hasil = hitung_evaluasi(bahan(indikator(1, **isi), indikator(2)), ATURAN)
        assert (baris(hasil, "capaian.1").nilai, baris(hasil, "capaian.1").alasan) == (None, alasan)
        assert hasil.nilai_hasil == 100

    @pytest.mark.parametrize(("n", "teks"), [(30, "30"), (1226, "1226")])
    def test_locked_index_shows_its_number_of_answers(self, n, teks):
        hasil = hitung_evaluasi(
            bahan(indikator(1, sumber=Sumber.IKM, target=(D(80), None), realisasi=D("77.33"), n=n)), ATURAN
        )
        assert baris(hasil, "capaian.1").rumus == f"77,33 ÷ 80 × 100 (dari {teks} jawaban)"
        assert str(baris(hasil, "capaian.1").nilai) == "96.6625"

    def test_without_skp_there_is_no_score_but_a_reason(self):
        hasil = hitung_evaluasi(bahan(alasan_tanpa_skp="SKP belum disetujui."), ATURAN)
        kosong = (hasil.nilai_hasil, hasil.nilai_kinerja, hasil.usulan_hasil, hasil.usulan_predikat)
        assert kosong == (None, None, None, None)
        assert hasil.usulan_perilaku == "sesuai"
        assert dict(hasil.alasan) == dict.fromkeys(
            ("nilai_hasil", "usulan_hasil", "nilai_kinerja", "usulan_predikat"), "SKP belum disetujui."
        )

    def test_nothing_at_all_is_reasons_not_zero(self):
        hasil = hitung_evaluasi(BahanEvaluasi(1, (), ()), ATURAN)
        assert dict(hasil.alasan)["nilai_kinerja"] == "SKP belum mempunyai indikator. Perilaku kerja belum dinilai."
        assert [b.kode for b in hasil.rincian] == ["hasil", "perilaku", "kinerja"]
        assert all(b.nilai is None for b in hasil.rincian)

    def test_half_set_weights_give_a_reason(self):
        hasil = hitung_evaluasi(bahan(indikator(1, bobot=D(50)), indikator(2)), ATURAN)
        assert dict(hasil.alasan)["nilai_hasil"] == "Bobot indikator belum lengkap."

    @pytest.mark.parametrize(
        ("nilai", "rating"), [("89.9999", "di_bawah"), ("90", "sesuai"), ("109.9999", "sesuai"), ("110", "di_atas")]
    )
    def test_thresholds_include_their_value(self, nilai, rating):
        assert hitung_evaluasi(bahan(indikator(1, realisasi=D(nilai))), ATURAN).usulan_hasil == rating

    @pytest.mark.parametrize(
        "isi",
        [
            {"target": (D(9), D(8))},
            {"target": (D(-1), None)},
            {"realisasi": D(-1)},
            {"arah": "naik"},
        ],
    )
    def test_impossible_indicator_is_refused(self, isi):
        with pytest.raises(ValueError, match=r"Indikator «Indikator 1»|Arah «naik»"):
            hitung_evaluasi(bahan(indikator(1, **isi)), ATURAN)

    @pytest.mark.parametrize(
        "isi", [("ramah", "atasan", "sesuai", 1), ("loyal", "diri", "sesuai", 1), ("loyal", "rekan", "baik", 1)]
    )
    def test_unknown_behaviour_is_refused(self, isi):
        with pytest.raises(ValueError, match="tidak"):
            hitung_evaluasi(bahan(indikator(1), perilaku=[BahanPerilaku(*isi)]), ATURAN)

    def test_plain_strings_of_a_database_row_give_the_same(self):
        satu = bahan(indikator(1, sumber=Sumber.IKM, n=40), indikator(2, arah=Arah.RENDAH))
        dua = bahan(
            indikator(1, sumber="ikm", arah="tinggi", n=40),
            indikator(2, arah="rendah", sumber="manual"),
            perilaku=[BahanPerilaku(*baris_db(nilai), 1) for nilai in NilaiDasar],
        )
        assert hitung_evaluasi(satu, ATURAN) == hitung_evaluasi(dua, ATURAN)


class TestPerilaku:
    def test_peers_and_subordinates_by_hand(self):
        hasil = hitung_evaluasi(
            bahan(
                indikator(1, realisasi=D(90)),
                perilaku=[
                    BahanPerilaku(NilaiDasar.AKUNTABEL, Penilai.ATASAN, Rating.DI_ATAS, 1),
                    BahanPerilaku(NilaiDasar.AKUNTABEL, Penilai.REKAN, Rating.SESUAI, 2),
                    BahanPerilaku(NilaiDasar.AKUNTABEL, Penilai.REKAN, Rating.DI_BAWAH, 1),
                    BahanPerilaku(NilaiDasar.LOYAL, Penilai.ATASAN, Rating.SESUAI, 1),
                ],
            ),
            ATURAN,
        )
        # rekan (80 + 2 x 100) / 3 = 93.3333; (60 x 120 + 20 x 93.3333) / 80 = 113.333325; mean with 100: 106.66665
        assert str(baris(hasil, "perilaku.akuntabel.rekan").nilai) == "93.3333"
        assert baris(hasil, "perilaku.akuntabel.rekan").rumus == "(1 × 80 + 2 × 100) ÷ 3"
        assert baris(hasil, "perilaku.akuntabel.atasan").rumus == "atasan: di atas ekspektasi"
        assert baris(hasil, "perilaku.akuntabel").rumus == "(60 × 120 + 20 × 93,3333) ÷ 80"
        assert str(baris(hasil, "perilaku.akuntabel").nilai) == "113.3333"
        assert baris(hasil, "perilaku").rumus == "(113,3333 + 100) ÷ 2"
        assert str(hasil.nilai_perilaku) == "106.6667"
        # 360: 0.6 x 90 + 0.4 x 106.6667
        assert str(hasil.nilai_kinerja) == "96.6667"

    def test_superior_alone_uses_the_70_30_weights(self):
        hasil = hitung_evaluasi(bahan(indikator(1, realisasi=D(50)), perilaku=dinilai_atasan("di_atas")), ATURAN)
        assert hasil.nilai_kinerja == 71

    def test_kind_without_weight_does_not_take_part(self):
        aturan = replace(ATURAN, bobot_atasan=D(100), bobot_rekan=D(0), bobot_bawahan=D(0))
        rekan = tuple(BahanPerilaku(nilai, Penilai.REKAN, Rating.DI_BAWAH, 3) for nilai in NilaiDasar)
        dasar = bahan(indikator(1, realisasi=D(50)))
        dengan = replace(dasar, perilaku=dasar.perilaku + rekan)
        assert hitung_evaluasi(dengan, aturan) == hitung_evaluasi(dasar, aturan)
        assert hitung_evaluasi(dengan, aturan) != hitung_evaluasi(dengan, ATURAN)

    def test_too_few_peers_do_not_count_and_the_line_says_so(self):
        aturan = replace(ATURAN, minimal_penilai_lain=3)
        dasar = bahan(indikator(1, realisasi=D(50)))
        for banyak in (2, 3):
            rekan = tuple(BahanPerilaku(nilai, Penilai.REKAN, Rating.DI_ATAS, banyak) for nilai in NilaiDasar)
            hasil = hitung_evaluasi(replace(dasar, perilaku=dasar.perilaku + rekan), aturan)
            if banyak == 3:
                assert hasil == hitung_evaluasi(replace(dasar, perilaku=dasar.perilaku + rekan), ATURAN)
                continue
            tanpa = hitung_evaluasi(dasar, aturan)
            assert replace(hasil, rincian=tanpa.rincian) == tanpa  # also 70/30, as if nobody had been asked
            assert baris(hasil, "penilai_lain.rekan").alasan == (
                "Baru 2 orang menilai; penilaiannya dipakai mulai 3 orang."
            )

    def test_a_recommendation_is_a_line_and_changes_nothing(self):
        tanpa = hitung_evaluasi(bahan(indikator(1)), ATURAN)
        saran = BahanRekomendasi("Rekomendasi Kasi", ((Rating.DI_BAWAH, 2), (Rating.DI_ATAS, 5)))
        dengan = hitung_evaluasi(bahan(indikator(1), rekomendasi=(saran,)), ATURAN)
        # (2 x 80 + 5 x 120) / 7
        assert str(baris(dengan, "rekomendasi.1").nilai) == "108.5714"
        assert replace(dengan, rincian=tanpa.rincian) == tanpa

    def test_citizens_answers_are_evidence_and_change_nothing(self):
        tanpa = hitung_evaluasi(bahan(indikator(1)), ATURAN)
        dengan = hitung_evaluasi(
            bahan(indikator(1), warga=(BahanWarga("U6", 29, D("3.1")), BahanWarga("U7", 30, D("1.00005")))), ATURAN
        )
        assert baris(dengan, "warga.U6").nilai is None
        assert "29 jawaban" in baris(dengan, "warga.U6").alasan
        assert str(baris(dengan, "warga.U7").nilai) == "1.0001"
        assert "30 jawaban" in baris(dengan, "warga.U7").rumus
        assert replace(dengan, rincian=tanpa.rincian) == tanpa


class TestAturan:
    @pytest.mark.parametrize(
        ("isi", "pesan"),
        [
            ({"bobot_hasil": D(60)}, "tepat 100"),
            ({"bobot_hasil_360": D("60.01")}, "tepat 100"),
            ({"bobot_rekan": D(-20), "bobot_bawahan": D(60)}, "tepat 100"),
            ({"ambang_hasil_sesuai": D(110)}, "harus naik"),
            ({"ambang_perilaku_di_atas": D(80)}, "harus naik"),
            ({"nilai_sesuai": D(80)}, "harus naik"),
            ({"nilai_di_bawah": D(-1)}, "harus naik"),
            ({"batas_capaian": D(99)}, "paling kecil 100"),
            ({"minimal_jawaban": 0}, "paling kecil 1"),
            ({"minimal_penilai_lain": 0}, "paling kecil 1"),
        ],
    )
    def test_rules_that_contradict_themselves_are_refused(self, isi, pesan):
        with pytest.raises(ValueError, match=pesan):
            replace(ATURAN, **isi)


class TestJson:
    def test_inputs_and_lines_come_back_to_the_same_bits(self):
        asal = bahan(
            indikator(
                1, target=(D("80.00"), D("90.50")), realisasi=D("70.10"), bobot=D("50.00"), bendera=("lonjakan",)
            ),
            indikator("ikm-2", sumber=Sumber.IKM, realisasi=D("77.33"), bobot=D("50.00"), n=345),
            warga=(BahanWarga("U6", 345, D("3.0058")), BahanWarga("U7", 0, None)),
        )
        isi = json.loads(json.dumps(bahan_ke_json(asal)))
        assert bahan_dari_json(isi) == asal
        assert isi["indikator"][0]["target"] == ["80.00", "90.50"]
        hasil = hitung_evaluasi(asal, ATURAN)
        ulang = hitung_evaluasi(bahan_dari_json(isi), aturan_dari_json(json.loads(json.dumps(aturan_ke_json(ATURAN)))))
        assert repr(ulang) == repr(hasil)
        tersimpan = json.loads(json.dumps(rincian_ke_json(hasil.rincian)))
        assert [b["kode"] for b in tersimpan] == [b.kode for b in hasil.rincian]
        assert tersimpan[0]["nilai"] == "87.6250"

    def test_inputs_and_rules_that_were_stored_before_a_value_existed_mean_what_they_meant(self):
        isi = json.loads(json.dumps(aturan_ke_json(ATURAN)))
        del isi["hari_minimal_atasan"], isi["minimal_penilai_lain"]
        assert aturan_dari_json(isi) == ATURAN
        lama = bahan_ke_json(bahan(indikator(1)))
        assert "rekomendasi" not in lama
        saran = BahanRekomendasi("Rekomendasi Kasi", ((Rating.DI_BAWAH, 2), (Rating.SESUAI, 5)))
        baru = bahan(indikator(1), rekomendasi=(saran,))
        assert bahan_dari_json(json.loads(json.dumps(bahan_ke_json(baru)))) == baru
