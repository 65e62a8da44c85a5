"""Properties of the evaluation: an oracle in plain ``Fraction``, bounds, monotony, order of the inputs, round trips."""

from __future__ import annotations

import json
import math
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from kinerja.perhitungan import (
    AturanNilai,
    BahanEvaluasi,
    BahanIndikator,
    BahanPerilaku,
    angka_kredit,
    bahan_dari_json,
    bahan_ke_json,
    capaian,
    hitung_evaluasi,
    periksa_bobot,
    predikat_kinerja,
)

D = Decimal
DASAR = ("berorientasi_pelayanan", "akuntabel", "kompeten", "harmonis", "loyal", "adaptif", "kolaboratif")
PENILAI = ("atasan", "rekan", "bawahan")
RATING = ("di_bawah", "sesuai", "di_atas")

angka = st.decimals(min_value=0, max_value=10**9, places=2, allow_nan=False, allow_infinity=False)
angka_kecil = st.decimals(min_value=0, max_value=200, places=2, allow_nan=False, allow_infinity=False)
arah = st.sampled_from(["tinggi", "rendah"])


@st.composite
def pembagian_seratus(draw, bagian: int):
    batas = sorted(draw(st.lists(st.integers(0, 10000), min_size=bagian - 1, max_size=bagian - 1)))
    ujung = [0, *batas, 10000]
    return [D(b - a) / 100 for a, b in pairwise(ujung)]


@st.composite
def aturan(draw):
    hasil = sorted(draw(st.lists(st.integers(0, 150), min_size=2, max_size=2, unique=True)))
    perilaku = sorted(draw(st.lists(st.integers(0, 150), min_size=2, max_size=2, unique=True)))
    nilai = sorted(draw(st.lists(st.integers(0, 150), min_size=3, max_size=3, unique=True)))
    dua, dua_360, tiga = draw(pembagian_seratus(2)), draw(pembagian_seratus(2)), draw(pembagian_seratus(3))
    angka = [D(draw(st.integers(100, 150))), *dua, *dua_360, *map(D, hasil), *map(D, perilaku), *map(D, nilai), *tiga]
    tetap = {"minimal_jawaban", "batas_kinerja", "hari_minimal_atasan", "minimal_penilai_lain"}
    nama = [satu for satu in AturanNilai.__dataclass_fields__ if satu not in tetap]
    return AturanNilai(minimal_jawaban=30, **dict(zip(nama, angka, strict=True)))


@st.composite
def target(draw):
    bentuk = draw(st.sampled_from(["angka", "rentang", "atas saja", "kosong"]))
    if bentuk == "rentang":
        bawah, atas = sorted([draw(angka_kecil), draw(angka_kecil)])
        return bawah, atas
    satu = draw(st.one_of(angka_kecil, angka))
    return {"angka": (satu, None), "atas saja": (None, satu), "kosong": (None, None)}[bentuk]


@st.composite
def daftar_indikator(draw):
    jumlah = draw(st.integers(0, 6))
    berbobot = draw(st.booleans())
    bobot = [max(b, D("0.01")) for b in draw(pembagian_seratus(jumlah))] if jumlah and berbobot else [None] * jumlah
    return tuple(
        BahanIndikator(
            id=nomor,
            nama=f"Indikator {nomor}",
            rhk="",
            arah=draw(arah),
            sumber=draw(st.sampled_from(["manual", "manual", "ikm", "jp"])),
            target=draw(target()),
            asal_target="SKP",
            satuan="",
            realisasi=draw(st.one_of(st.none(), angka_kecil, angka)),
            bobot=b,
            n=draw(st.one_of(st.none(), st.integers(25, 40))),
        )
        for nomor, b in enumerate(bobot)
    )


perilaku = st.lists(
    st.builds(BahanPerilaku, *map(st.sampled_from, (DASAR, PENILAI, RATING)), st.integers(0, 4)), max_size=25
).map(tuple)
bahan = st.builds(BahanEvaluasi, pegawai_id=st.integers(1), indikator=daftar_indikator(), perilaku=perilaku)


def empat(nilai: Fraction) -> Fraction:
    """Half up to 4 decimals; all values here are at least 0."""
    return Fraction(math.floor(nilai * 10000 + Fraction(1, 2)), 10000)


def orakel_capaian(i: BahanIndikator, batas: Fraction, minimal: int) -> Fraction | None:
    sisi = [Fraction(t) for t in i.target if t is not None]
    if not sisi or sisi[-1] == 0 or i.realisasi is None or (i.sumber == "ikm" and (i.n or 0) < minimal):
        return None
    r = Fraction(i.realisasi)
    t = min(max(r, sisi[0]), sisi[-1])
    if t == r:
        persen = Fraction(100)
    elif i.arah == "tinggi":
        persen = r / t * 100
    else:
        persen = (2 - r / t) * 100
    return empat(min(max(persen, Fraction(0)), batas))


def orakel(b: BahanEvaluasi, a: AturanNilai) -> tuple[Fraction | None, Fraction | None, Fraction | None]:
    """The rule of the score once more, without Decimal and without a line of the code under test."""
    atas, bawah = Fraction(0), Fraction(0)
    for i in b.indikator:
        c = orakel_capaian(i, Fraction(a.batas_capaian), a.minimal_jawaban)
        if c is not None:
            bobot = Fraction(1) if i.bobot is None else Fraction(i.bobot)
            atas, bawah = atas + bobot * c, bawah + bobot
    hasil = empat(atas / bawah) if bawah else None

    angka_rating = dict(zip(RATING, (a.nilai_di_bawah, a.nilai_sesuai, a.nilai_di_atas), strict=True))
    bobot_penilai = dict(zip(PENILAI, (a.bobot_atasan, a.bobot_rekan, a.bobot_bawahan), strict=True))
    rata_nilai = []
    orang_lain = False
    for dasar in DASAR:
        atas, bawah = Fraction(0), Fraction(0)
        for penilai in PENILAI:
            suara = [
                Fraction(angka_rating[p.rating])
                for p in b.perilaku
                if (p.nilai_dasar, p.penilai) == (dasar, penilai)
                for _ in range(p.jumlah)
            ]
            bobot = Fraction(bobot_penilai[penilai])
            if suara and bobot:
                orang_lain = orang_lain or penilai != "atasan"
                atas, bawah = atas + bobot * empat(sum(suara, Fraction()) / len(suara)), bawah + bobot
        if bawah:
            rata_nilai.append(empat(atas / bawah))
    perilaku_ = empat(sum(rata_nilai, Fraction()) / len(rata_nilai)) if rata_nilai else None

    if hasil is None or perilaku_ is None:
        return hasil, perilaku_, None
    w_hasil, w_perilaku = (a.bobot_hasil_360, a.bobot_perilaku_360) if orang_lain else (a.bobot_hasil, a.bobot_perilaku)
    gabungan = (Fraction(w_hasil) * hasil + Fraction(w_perilaku) * perilaku_) / 100
    return hasil, perilaku_, empat(min(gabungan, Fraction(120)))


def rating_orakel(nilai: Fraction | None, sesuai: Decimal, di_atas: Decimal) -> str | None:
    if nilai is None:
        return None
    return RATING[(nilai >= Fraction(sesuai)) + (nilai >= Fraction(di_atas))]


@settings(deadline=None)
@given(bahan, aturan())
def test_agrees_with_the_fraction_oracle(b, a):
    hasil = hitung_evaluasi(b, a)
    nyata = (hasil.nilai_hasil, hasil.nilai_perilaku, hasil.nilai_kinerja)
    harapan = orakel(b, a)
    assert tuple(None if x is None else Fraction(x) for x in nyata) == harapan
    assert hasil.usulan_hasil == rating_orakel(harapan[0], a.ambang_hasil_sesuai, a.ambang_hasil_di_atas)
    assert hasil.usulan_perilaku == rating_orakel(harapan[1], a.ambang_perilaku_sesuai, a.ambang_perilaku_di_atas)
    if harapan[2] is not None:
        assert hasil.usulan_predikat == predikat_kinerja(hasil.usulan_hasil or "", hasil.usulan_perilaku or "")


@settings(deadline=None)
@given(bahan, aturan())
def test_every_line_has_a_value_or_a_reason_and_stays_in_its_bounds(b, a):
    hasil = hitung_evaluasi(b, a)
    for baris in hasil.rincian:
        assert (baris.nilai is None) != (baris.alasan is None)
        assert bool(baris.rumus) == (baris.nilai is not None)
        if baris.nilai is not None:
            assert baris.nilai.as_tuple().exponent == -4
            assert 0 <= baris.nilai <= max(a.batas_capaian, a.nilai_di_atas)
    assert len({baris.kode for baris in hasil.rincian}) == len(hasil.rincian)
    alasan = dict(hasil.alasan)
    for nama in (
        "nilai_hasil",
        "nilai_perilaku",
        "nilai_kinerja",
        "usulan_hasil",
        "usulan_perilaku",
        "usulan_predikat",
    ):
        assert (getattr(hasil, nama) is None) == bool(alasan.get(nama))
    assert hasil.nilai_kinerja is None or hasil.nilai_kinerja <= 120


@settings(deadline=None)
@given(st.data(), bahan.filter(lambda b: b.indikator), aturan())
def test_monotone_in_each_realisasi(data, b, a):
    nomor = data.draw(st.integers(0, len(b.indikator) - 1))
    rendah, tinggi = sorted([data.draw(angka_kecil), data.draw(angka_kecil)])

    def dengan(realisasi: Decimal):
        daftar = list(b.indikator)
        daftar[nomor] = replace(daftar[nomor], realisasi=realisasi)
        return hitung_evaluasi(replace(b, indikator=tuple(daftar)), a)

    kurang, lebih = dengan(rendah), dengan(tinggi)
    if b.indikator[nomor].arah == "rendah":
        kurang, lebih = lebih, kurang
    for nama in ("nilai_hasil", "nilai_kinerja"):
        kiri, kanan = getattr(kurang, nama), getattr(lebih, nama)
        assert (kiri is None) == (kanan is None)
        assert kiri is None or kiri <= kanan


@settings(deadline=None)
@given(st.data(), bahan, aturan())
def test_order_of_the_inputs_does_not_matter(data, b, a):
    acak = replace(
        b,
        indikator=tuple(data.draw(st.permutations(b.indikator))),
        perilaku=tuple(data.draw(st.permutations(b.perilaku))),
    )
    satu, dua = hitung_evaluasi(b, a), hitung_evaluasi(acak, a)
    for nama in ("nilai_hasil", "nilai_perilaku", "nilai_kinerja", "usulan_predikat", "alasan"):
        assert repr(getattr(satu, nama)) == repr(getattr(dua, nama))


@settings(deadline=None)
@given(bahan, aturan())
def test_recomputed_from_the_stored_inputs_it_is_the_same_bits(b, a):
    kembali = bahan_dari_json(json.loads(json.dumps(bahan_ke_json(b))))
    assert kembali == b
    assert repr(hitung_evaluasi(kembali, a)) == repr(hitung_evaluasi(b, a))


@given(angka_kecil.filter(bool), angka, arah, st.one_of(st.none(), st.integers(100, 200)))
def test_capaian_agrees_with_fraction(t, r, arah_, batas):
    pasti = Fraction(r) / Fraction(t) * 100 if arah_ == "tinggi" else (2 - Fraction(r) / Fraction(t)) * 100
    pasti = max(pasti, Fraction(0)) if batas is None else min(max(pasti, Fraction(0)), Fraction(batas))
    hasil = capaian(t, r, arah_, batas)
    assert hasil is not None
    assert abs(Fraction(hasil) - pasti) <= pasti / 10**26


@given(st.integers(1, 200), st.sampled_from(["3.75", "12.5", "37.5"]), st.integers(1, 12))
def test_angka_kredit_grows_with_the_percent_and_adds_up_over_months(persen, koefisien, bulan):
    satu = angka_kredit(persen=persen, koefisien=D(koefisien), bulan=bulan)
    assert satu < angka_kredit(persen=persen + 1, koefisien=D(koefisien), bulan=bulan)
    assert satu * 12 == angka_kredit(persen=persen, koefisien=D(koefisien), bulan=12) * bulan


@given(st.lists(st.integers(1, 9999), min_size=1, max_size=12))
def test_weights_are_accepted_exactly_when_they_add_up_to_100(perseratus):
    bobot = [D(b) / 100 for b in perseratus]
    assert (periksa_bobot(bobot) is None) == (sum(perseratus) == 10000)
    sisa = 10000 - sum(perseratus)
    if sisa > 0:
        assert periksa_bobot([*bobot, D(sisa) / 100]) is None
