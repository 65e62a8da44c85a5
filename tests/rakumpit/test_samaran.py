"""Masking of free text by the table of ``isi_samaran``, for survey and forum alike."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from rakumpit.samaran import TANDA_SAMAR, pola_nama, samarkan, sidik_pola
from tests.rakumpit.isi_samaran import DIBIARKAN, DISAMARKAN, NAMA_KANTOR, TEMPAT_KANTOR

POLA = pola_nama(NAMA_KANTOR, tempat=TEMPAT_KANTOR)


@pytest.mark.parametrize(("tulisan", "terbaca"), DISAMARKAN)
def test_yang_menunjuk_orang_disamarkan(tulisan: str, terbaca: str) -> None:
    assert samarkan(tulisan, POLA) == terbaca


@pytest.mark.parametrize("tulisan", DIBIARKAN)
def test_yang_bukan_orang_dibiarkan(tulisan: str) -> None:
    assert samarkan(tulisan, POLA) == tulisan


@pytest.mark.parametrize("tulisan", [satu for satu, _ in DISAMARKAN] + DIBIARKAN)
def test_menyamarkan_lagi_tidak_mengubah(tulisan: str) -> None:
    sekali = samarkan(tulisan, POLA)
    assert samarkan(sekali, POLA) == sekali


@pytest.mark.parametrize(
    ("tulisan", "terbaca"),
    [
        ("lihat https://x.example/a?b=1, ya", "lihat [tautan] ya"),
        ("WWW.X.EXAMPLE/081234567890", "[tautan]"),
        ("kirim ke a@www.x.example", "kirim ke [email]"),
        ("http://wa.me/6281234567890", "[tautan]"),
        ("http: lalu // biasa", "http: lalu // biasa"),
    ],
)
def test_bagi_umum_tautan_juga_disamarkan(tulisan: str, terbaca: str) -> None:
    assert samarkan(tulisan, POLA, tautan=True) == terbaca


def test_tanpa_nama_kantor_hanya_pola_umum_yang_bekerja() -> None:
    assert samarkan("rahmat ramah, Pak Rahmat", pola_nama([])) == "rahmat ramah, Pak [nama]"


def test_sidik_berganti_bila_nama_atau_tempat_berganti() -> None:
    sidik = {sidik_pola(pola_nama(nama, tempat=tempat)) for nama in ([], ["joko"]) for tempat in ([], ["Petuk"])}
    assert len(sidik) == 4
    assert all(len(satu) == 16 for satu in sidik)


_SELA = st.sampled_from(["", " ", ".", "-", " - "])
_TEPI = st.text("abcdefghij ,;!?\n", max_size=20)


@given(
    kiri=_TEPI,
    kanan=_TEPI,
    lahir=st.tuples(st.integers(1, 31), st.integers(1, 12), st.integers(0, 99)),
    urut=st.integers(1, 9999),
    wanita=st.booleans(),
    potong=st.sets(st.integers(1, 15), max_size=5),
    sela=_SELA,
)
@settings(max_examples=150, deadline=None)
def test_nik_di_mana_pun_dan_terpotong_di_mana_pun_tidak_tersisa(
    *, kiri, kanan, lahir, urut, wanita, potong, sela
) -> None:
    hari, bulan, tahun = lahir
    nik = f"627101{hari + 40 * wanita:02d}{bulan:02d}{tahun:02d}{urut:04d}"
    tulisan = "".join(f"{sela}{huruf}" if i in potong else huruf for i, huruf in enumerate(nik))
    hasil = samarkan(f"{kiri}{tulisan}{kanan}", POLA)
    assert not any(huruf.isdigit() for huruf in hasil), hasil


@given(
    kiri=_TEPI,
    kanan=_TEPI,
    depan=st.sampled_from(["08", "+628", "628"]),
    ekor=st.from_regex(r"[1-9]\d{7,9}", fullmatch=True),
)
@settings(max_examples=100, deadline=None)
def test_telepon_di_mana_pun_tidak_tersisa(kiri, kanan, depan, ekor) -> None:
    hasil = samarkan(f"{kiri}{depan}{ekor[:3]}-{ekor[3:]}{kanan}", POLA)
    assert not any(huruf.isdigit() for huruf in hasil), hasil


@given(st.text(max_size=200))
@example("Pak " * 500)
@example("8" * 2000)
@example("a" * 2000)
@settings(max_examples=150, deadline=2000)
def test_tulisan_apa_pun_selesai_dan_tetap(tulisan: str) -> None:
    sekali = samarkan(tulisan, POLA)
    assert samarkan(sekali, POLA) == sekali
    umum = samarkan(tulisan, POLA, tautan=True)
    assert samarkan(umum, POLA, tautan=True) == umum
    if sekali == tulisan:
        assert not any(tanda in sekali for tanda in TANDA_SAMAR if tanda not in tulisan)
