"""Properties of the index, against an oracle that shares no code with it."""

from fractions import Fraction

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from survei.perhitungan import (
    URUTAN_KUESIONER,
    cacah_jawaban,
    gabungkan,
    indeks_dari_jawaban,
    mutu,
    sembunyikan_sel,
    target_sampel,
)

Formulir = dict[str, int | None]
nilai = st.sampled_from([1, 2, 3, 4])
penuh = st.fixed_dictionaries({str(kode): nilai for kode in URUTAN_KUESIONER})
berlubang = st.fixed_dictionaries({str(kode): st.one_of(st.none(), nilai) for kode in URUTAN_KUESIONER})
sedikit = settings(max_examples=60, deadline=None)


def ramalan(formulir: list[Formulir]) -> Fraction | None:
    """Plain oracle: for each element the list of answers of forms with at least five, its mean, the mean of means."""
    dihitung = [f for f in formulir if len([1 for v in f.values() if v]) >= 5]
    rata = []
    for kode in URUTAN_KUESIONER:
        isi = [v for f in dihitung if (v := f[kode])]
        if isi:
            rata.append(Fraction(sum(isi), len(isi)))
    return sum(rata, Fraction(0)) * 25 / len(rata) if rata else None


@sedikit
@given(st.lists(berlubang, max_size=25))
def test_sama_dengan_hitungan_lain(formulir: list[Formulir]) -> None:
    hasil = indeks_dari_jawaban(formulir)
    seharusnya = ramalan(formulir)
    assert hasil.ikm_eksak == seharusnya
    if seharusnya is None:
        assert (hasil.ikm, hasil.mutu) == (None, None)
        assert hasil.alasan
    else:
        assert hasil.ikm is not None
        assert abs(Fraction(hasil.ikm) - seharusnya) <= Fraction(1, 200)
        assert hasil.mutu == mutu(seharusnya)
    assert hasil.n + hasil.tidak_dihitung == len(formulir)


@sedikit
@given(st.lists(penuh, min_size=1, max_size=25))
def test_jawaban_lengkap_sama_dengan_jumlah_dibagi_sembilan_n(formulir: list[Formulir]) -> None:
    jumlah = sum(v or 0 for f in formulir for v in f.values())
    assert indeks_dari_jawaban(formulir).ikm_eksak == Fraction(25 * jumlah, 9 * len(formulir))


@sedikit
@given(st.lists(berlubang, max_size=25))
def test_selalu_antara_25_dan_100(formulir: list[Formulir]) -> None:
    ikm = indeks_dari_jawaban(formulir).ikm
    assume(ikm is not None)
    assert ikm is not None
    assert 25 <= ikm <= 100


@sedikit
@given(st.lists(berlubang, min_size=1, max_size=10), st.data())
def test_menaikkan_satu_jawaban_tidak_pernah_menurunkan_indeks(formulir: list[Formulir], data: st.DataObject) -> None:
    dapat_naik = [
        (i, kode)
        for i, f in enumerate(formulir)
        if len([1 for v in f.values() if v]) >= 5
        for kode, v in f.items()
        if v and v < 4
    ]
    assume(dapat_naik)
    i, kode = data.draw(st.sampled_from(dapat_naik))
    sebelum = indeks_dari_jawaban(formulir).ikm_eksak
    naik = [dict(f) for f in formulir]
    naik[i][kode] = (naik[i][kode] or 0) + 1
    sesudah = indeks_dari_jawaban(naik).ikm_eksak
    assert sebelum is not None
    assert sesudah is not None
    assert sesudah > sebelum


@sedikit
@given(st.lists(berlubang, max_size=15), st.randoms(use_true_random=False))
def test_urutan_baris_tidak_berpengaruh(formulir: list[Formulir], acak: object) -> None:
    diacak = list(formulir)
    acak.shuffle(diacak)  # type: ignore[attr-defined]  # hypothesis hands out random.Random
    assert indeks_dari_jawaban(diacak) == indeks_dari_jawaban(formulir)


@sedikit
@given(st.lists(berlubang, max_size=15), st.lists(berlubang, max_size=15))
def test_gabungan_sama_dengan_mencacah_sekaligus(satu: list[Formulir], dua: list[Formulir]) -> None:
    gabungan = gabungkan([cacah_jawaban(satu).sebaran, cacah_jawaban(dua).sebaran])
    assert gabungan == cacah_jawaban([*satu, *dua]).sebaran


@sedikit
@given(st.integers(min_value=1, max_value=2_000_000))
def test_sampel_di_antara_satu_dan_populasi(populasi: int) -> None:
    assert 1 <= target_sampel(populasi) <= min(populasi, 384)


@sedikit
@given(st.dictionaries(st.text("abcdefgh", min_size=1, max_size=2), st.integers(0, 60), min_size=2, max_size=8))
def test_sel_tersembunyi_tidak_dapat_dihitung_dari_jumlah(sel: dict[str, int]) -> None:
    assume(sum(sel.values()) >= 10)
    tersembunyi = sembunyikan_sel(sel)
    assert {kunci for kunci, n in sel.items() if 0 < n < 10} <= tersembunyi
    if tersembunyi:
        # What a reader can subtract: the sum of the hidden cells. It must be shared by two or more cells and be
        # large enough that each of them could hold 0 as well as more than its own count.
        sisa = sum(sel.values()) - sum(n for kunci, n in sel.items() if kunci not in tersembunyi)
        assert len(tersembunyi) >= 2
        assert sisa >= 10
