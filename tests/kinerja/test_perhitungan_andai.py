"""What would change the result most: hand-computed cases on the formulas of the derivation."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

from kinerja.perhitungan import (
    AturanNilai,
    BahanEvaluasi,
    BahanIndikator,
    Rating,
    andai_target,
    hitung_evaluasi,
)
from kinerja.perhitungan.pilihan import Arah, Sumber

ATURAN = AturanNilai(
    batas_capaian=Decimal(120),
    bobot_hasil=Decimal(70),
    bobot_perilaku=Decimal(30),
    bobot_hasil_360=Decimal(60),
    bobot_perilaku_360=Decimal(40),
    ambang_hasil_sesuai=Decimal(90),
    ambang_hasil_di_atas=Decimal(110),
    ambang_perilaku_sesuai=Decimal(90),
    ambang_perilaku_di_atas=Decimal(110),
    nilai_di_bawah=Decimal(80),
    nilai_sesuai=Decimal(100),
    nilai_di_atas=Decimal(120),
    bobot_atasan=Decimal(60),
    bobot_rekan=Decimal(20),
    bobot_bawahan=Decimal(20),
    minimal_jawaban=30,
)


def indikator(nomor: int, realisasi: str | None, **ubah: Any) -> BahanIndikator:
    """Target 100 surat, higher is better, unless told otherwise."""
    dasar = BahanIndikator(
        id=nomor,
        nama=f"Indikator {nomor}",
        rhk="Hasil",
        arah=Arah.TINGGI,
        sumber=Sumber.MANUAL,
        target=(Decimal(100), None),
        asal_target="target periode ini",
        satuan="surat",
        realisasi=None if realisasi is None else Decimal(realisasi),
        bobot=None,
        n=None,
    )
    return replace(dasar, **ubah)


def andai(*semua: BahanIndikator) -> list[Any]:
    return andai_target(BahanEvaluasi(pegawai_id=1, indikator=semua, perilaku=()), ATURAN)


def test_yang_paling_menaikkan_lebih_dulu_dengan_hasil_yang_dihitung_tangan():
    # (80 + 95) ÷ 2 = 87.5; with 100 for the first 97.5, for the second 90.
    satu, dua = andai(indikator(2, "95"), indikator(1, "80"))
    assert (satu.id, satu.naik, satu.hasil, satu.kurang) == (1, Decimal(10), Decimal("97.5"), Decimal(20))
    assert (dua.id, dua.naik, dua.hasil, dua.kurang) == (2, Decimal("2.5"), Decimal(90), Decimal(5))
    assert (satu.rating, dua.rating) == (Rating.SESUAI, Rating.SESUAI)


def test_bobot_ikut_menentukan_urutan():
    # 90 × 80 % + 60 × 20 % = 84; with 100 for the heavy one 92, for the light one 92: the first stays first.
    berat = indikator(1, "90", bobot=Decimal(80))
    ringan = indikator(2, "60", bobot=Decimal(20))
    assert [(satu.id, satu.hasil) for satu in andai(berat, ringan)] == [(1, Decimal(92)), (2, Decimal(92))]
    berat = indikator(1, "85", bobot=Decimal(80))
    assert [satu.id for satu in andai(ringan, berat)] == [1, 2]


def test_makin_rendah_makin_baik_menyebut_berapa_yang_dikurangi():
    # (2 − 6 ÷ 5) × 100 = 80.
    (satu,) = andai(indikator(1, "6", arah=Arah.RENDAH, target=(Decimal(5), None), satuan="hari"))
    assert (satu.kurang, satu.naik, satu.hasil) == (Decimal(1), Decimal(20), Decimal(100))


def test_rentang_diukur_ke_batas_yang_terdekat():
    (satu,) = andai(indikator(1, "80", target=(Decimal(90), Decimal(100))))
    assert satu.kurang == 10


def test_yang_sudah_mencapai_atau_tidak_dihitung_tidak_ditebak():
    assert [satu.id for satu in andai(indikator(1, "110"), indikator(2, None), indikator(3, "50"))] == [3]
    assert andai(indikator(1, "100"), indikator(2, "120")) == []


def test_tanpa_hasil_tidak_ada_yang_dapat_dinaikkan():
    assert andai() == []
    assert andai(indikator(1, None)) == []
    assert andai(indikator(1, "50", bobot=Decimal(100)), indikator(2, "50")) == []  # weights incomplete


def test_hasilnya_sama_dengan_menghitung_ulang_bila_target_tercapai():
    semua = (indikator(1, "80"), indikator(2, "95.5"), indikator(3, "104"))
    for satu in andai(*semua):
        diganti = tuple(replace(i, realisasi=Decimal(100)) if i.id == satu.id else i for i in semua)
        ulang = hitung_evaluasi(BahanEvaluasi(pegawai_id=1, indikator=diganti, perilaku=()), ATURAN)
        assert (satu.hasil, satu.rating) == (ulang.nilai_hasil, ulang.usulan_hasil)
