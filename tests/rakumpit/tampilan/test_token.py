"""The colours: one set of roles for staff and public pages, and enough contrast in both themes."""

from __future__ import annotations

import gzip
import hashlib
import re

import pytest
from django.conf import settings

STAF = (settings.BASE_DIR / "static/css/tema.css").read_text(encoding="utf-8")
PUBLIK = (settings.BASE_DIR / "static/css/publik.css").read_text(encoding="utf-8")
SIDIK_BOOTSTRAP = "d85327d99c7a3ee1f9b5d0500d1370acea3ad2db39c163c2f51f232baedbdede"
WARNA = re.compile(r"--([a-z0-9-]+):\s*(#[0-9a-f]{3}(?:[0-9a-f]{3})?)\b")

# (text or edge, ground, least ratio): WCAG 2.2 AA asks 4.5 for text (1.4.3) and 3 for edges and marks (1.4.11).
PASANGAN = [
    *((teks, dasar, 4.5) for teks in ("teks", "teks-2", "hutan") for dasar in ("permukaan", "latar", "cekung")),
    ("gambut-teks", "gambut", 4.5),
    ("rotan-muda", "gambut", 3.0),
    ("hutan-tua", "permukaan", 4.5),
    ("hutan-tua", "hutan-lembut", 4.5),
    ("hutan-teks", "hutan", 4.5),
    ("hutan-teks", "hutan-tua", 4.5),
    ("bahaya-teks", "bahaya", 4.5),
    *((satu, f"{satu}-lembut", 4.5) for satu in ("hutan", "baik", "perhatian", "bahaya", "info")),
    *(("teks", f"{satu}-lembut", 4.5) for satu in ("hutan", "baik", "perhatian", "bahaya", "info")),
    *((teks, "latar", 4.5) for teks in ("baik", "perhatian", "bahaya", "info")),
    ("garis-kuat", "permukaan", 3.0),
    ("garis-kuat", "latar", 3.0),
    ("rotan", "permukaan", 3.0),
    ("rotan", "latar", 3.0),
    ("fokus-dalam", "fokus-luar", 3.0),
]


def blok(css: str, awal: str) -> dict[str, str]:
    """Colours of the first rule that begins with ``awal``."""
    mulai = css.index(awal)
    return dict(WARNA.findall(css[mulai : css.index("}", mulai)]))


TERANG = blok(STAF, ":root {")
GELAP = blok(STAF, ':root:not([data-bs-theme="light"]) {')


def terang(warna: str) -> float:
    """Relative luminance (WCAG 2.2, definition) of #rgb or #rrggbb."""
    isi = warna.removeprefix("#")
    if len(isi) == 3:
        isi = "".join(huruf * 2 for huruf in isi)
    kanal = [int(isi[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    linear = [nilai / 12.92 if nilai <= 0.04045 else ((nilai + 0.055) / 1.055) ** 2.4 for nilai in kanal]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def rasio(satu: str, dua: str) -> float:
    atas, bawah = sorted((terang(satu), terang(dua)), reverse=True)
    return (atas + 0.05) / (bawah + 0.05)


def test_rumus_rasio_memberi_angka_wcag():
    assert rasio("#000", "#fff") == pytest.approx(21)
    # A known pair of the WCAG techniques: #767676 on white is the lightest grey that passes.
    assert 4.5 <= rasio("#767676", "#fff") < 4.6


@pytest.mark.parametrize(("depan", "dasar", "paling_kecil"), PASANGAN)
@pytest.mark.parametrize(("tema", "warna"), [("terang", TERANG), ("gelap", {**TERANG, **GELAP})])
def test_kontras_cukup(tema, warna, depan, dasar, paling_kecil):
    assert rasio(warna[depan], warna[dasar]) >= paling_kecil, tema


def test_gelap_pilihan_pengguna_sama_dengan_gelap_perangkat():
    assert blok(STAF, ':root[data-bs-theme="dark"] {') == GELAP
    assert set(GELAP) == set(TERANG)


def test_halaman_umum_memakai_nilai_yang_sama():
    publik = blok(PUBLIK, ":root{")
    gelap = blok(PUBLIK, "@media screen and (prefers-color-scheme:dark){:root{")
    assert len(publik) > 15
    assert publik == {nama: TERANG[nama] for nama in publik}
    assert gelap == {nama: GELAP[nama] for nama in gelap}
    # Gambut's text and the light rattan do not change with the theme.
    assert set(publik) - set(gelap) == {nama for nama in publik if TERANG[nama] == {**TERANG, **GELAP}[nama]}


def test_angka_kontras_di_samping_warna_benar():
    """The comment behind a colour is a claim; it is recomputed here."""
    klaim = re.findall(r"--([a-z0-9-]+): (#[0-9a-f]{3,6});\s*/\* (\d+\.\d) (?:on|against) ([a-z-]+)", STAF)
    assert len(klaim) >= 12
    salah = {
        nama: (angka, round(rasio(warna, TERANG[dasar]), 1))
        for nama, warna, angka, dasar in klaim
        if abs(rasio(warna, TERANG[dasar]) - float(angka)) > 0.051
    }
    assert salah == {}


def test_warna_hanya_ditulis_di_bagian_token():
    """A colour that is written in a component would not follow the theme."""
    isi = re.sub(r'url\("data:[^"]*"\)', "", STAF[STAF.index("/* 2. Bootstrap") : STAF.index("/* 7. Print")])
    lain = re.findall(r"#[0-9a-f]{3,6}\b|rgba?\(\d", isi)
    # The count in the header stands on light rattan in both themes.
    assert lain == ["#221a14"]


def test_gaya_umum_dalam_anggaran():
    assert len(PUBLIK.encode()) <= 9_000
    assert len(gzip.compress(PUBLIK.encode(), 9)) <= 3_000


def test_bootstrap_tidak_diubah():
    """The unmodified file of Bootstrap 5.3.8 (sha256 of dist/css/bootstrap.min.css in the npm package)."""
    berkas = (settings.BASE_DIR / "static/css/vendor/bootstrap.min.css").read_bytes()
    assert hashlib.sha256(berkas).hexdigest() == SIDIK_BOOTSTRAP
