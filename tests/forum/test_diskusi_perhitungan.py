"""States, display names, moderation signs and Markdown of the discussion: tables and properties."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from html.parser import HTMLParser

from django.test import SimpleTestCase
from hypothesis import given
from hypothesis import strategies as st

from forum.perhitungan import markah
from forum.perhitungan.diskusi import (
    LANJUTAN_KIRIMAN,
    LANJUTAN_TOPIK,
    KeadaanKiriman,
    StatusTopik,
    boleh_beralih_kiriman,
    boleh_beralih_topik,
    galat_nama,
    masih_dapat_disunting,
    rapikan_nama,
    tunggu,
)
from forum.perhitungan.markah import ke_html, ke_teks
from forum.perhitungan.moderasi import SebabTahan, sebab_ditahan
from rakumpit.waktu import WIB

# Real shapes of script in text (kind xss of the cases), and what Markdown adds to them.
SERANGAN = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "[klik](javascript:alert(1))",
    "[klik](JaVaScRiPt:alert(1))",
    "[klik](&#106;avascript:alert(1))",
    "[klik](data:text/html;base64,PHNjcmlwdD4=)",
    "[klik](vbscript:x)",
    '[klik](https://contoh.example "onmouseover=alert(1)")',
    "<javascript:alert(1)>",
    "[klik](/akun/hapus/)",
    "[klik](//contoh.example)",
    "[klik](https:evil)",
    '<a href="/keluar/">x</a>',
    "![x](https://contoh.example/x.png)",
    "![x](javascript:alert(1))",
    "[a]: javascript:alert(1)\n\n[a]",
    "<a href='javascript:alert(1)'>x</a>",
    "<iframe src=//contoh.example></iframe>",
    "`<script>alert(1)</script>`",
    "```html\n<script>alert(1)</script>\n```",
    "{{7*7}} {% debug %}",
    "<style>*{display:none}</style>",
    "<form action=//x><input name=csrfmiddlewaretoken>",
    "# Judul\n<h1 onclick=x>y</h1>",
    "\u202e<b onmouseover=x>",
)
AMAN = {"p", "br", "strong", "em", "s", "ul", "ol", "li", "blockquote", "code", "pre", "a"}


class _Tag(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.isi: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.isi.append((tag, dict(attrs)))


def _tag(html: str) -> list[tuple[str, dict[str, str | None]]]:
    baca = _Tag()
    baca.feed(html)
    return baca.isi


def _aman(html: str) -> None:
    for nama, atribut in _tag(html):
        assert nama in AMAN, nama
        assert set(atribut) <= {"href", "rel", "start"}, atribut
        if "href" in atribut:
            assert re.match(r"https?://", atribut["href"] or ""), atribut
            assert atribut["rel"] == "nofollow ugc noopener"


class MarkahTest(SimpleTestCase):
    def test_no_attack_becomes_a_tag_or_a_link(self) -> None:
        for teks in SERANGAN:
            with self.subTest(teks):
                _aman(ke_html(teks))

    def test_second_wall_holds_alone(self) -> None:
        # Raw HTML handed to the sanitiser, as if the parser had let it pass.
        for teks in SERANGAN:
            with self.subTest(teks):
                _aman(markah._bersihkan(teks))

    @given(st.text(alphabet=st.characters(codec="utf-8"), max_size=300))
    def test_any_text_is_safe(self, teks: str) -> None:
        _aman(ke_html(teks))

    @given(st.text(alphabet="<>[]()!`*_#:/\"'&;=-+ \najvscript01", max_size=200))
    def test_any_markup_is_safe(self, teks: str) -> None:
        _aman(ke_html(teks))

    def test_words_stay_readable(self) -> None:
        self.assertEqual(ke_html("**Tebal** dan _miring_"), "<p><strong>Tebal</strong> dan <em>miring</em></p>\n")
        self.assertEqual(
            ke_html("[jadwal](https://contoh.example/a)"),
            '<p><a href="https://contoh.example/a" rel="nofollow ugc noopener">jadwal</a></p>\n',
        )
        self.assertIn("&lt;script&gt;", ke_html("<script>alert(1)</script>"))
        self.assertIn("😀 100% selesai", ke_html("😀 100% selesai"))

    def test_template_marks_are_not_evaluated(self) -> None:
        self.assertEqual(ke_html("{{7*7}}"), "<p>{{7*7}}</p>\n")

    def test_plain_words_of_a_text(self) -> None:
        self.assertEqual(ke_teks("**Jalan** rusak\n\n- satu\n- dua"), "Jalan rusak satu dua")
        self.assertEqual(ke_teks("a < b & c"), "a < b & c")
        self.assertLessEqual(len(ke_teks("kata " * 200, 100)), 101)

    def test_deep_nesting_ends(self) -> None:
        _aman(ke_html(">" * 5000 + "x"))
        _aman(ke_html("[" * 5000))
        _aman(ke_html("*" * 9999))


class KeadaanTopikTest(SimpleTestCase):
    def test_every_pair_of_states(self) -> None:
        boleh = {
            ("baru", "dibahas"), ("baru", "dijawab"), ("baru", "ditindaklanjuti"), ("baru", "ditutup"),
            ("dibahas", "dijawab"), ("dibahas", "ditindaklanjuti"), ("dibahas", "ditutup"),
            ("dijawab", "dijawab"), ("dijawab", "ditindaklanjuti"), ("dijawab", "ditutup"),
            ("ditindaklanjuti", "ditindaklanjuti"), ("ditindaklanjuti", "ditutup"),
            ("ditutup", "dibahas"),
        }  # fmt: skip
        ada = {(a.value, b.value) for a in StatusTopik for b in StatusTopik if boleh_beralih_topik(a.value, b)}
        self.assertEqual(ada, boleh)
        self.assertEqual(set(LANJUTAN_TOPIK), set(StatusTopik))

    def test_posts(self) -> None:
        ada = {(a.value, b.value) for a in KeadaanKiriman for b in KeadaanKiriman if boleh_beralih_kiriman(a.value, b)}
        self.assertEqual(
            ada,
            {
                ("menunggu", "tayang"),
                ("menunggu", "disembunyikan"),
                ("tayang", "menunggu"),
                ("tayang", "disembunyikan"),
                ("disembunyikan", "tayang"),
            },
        )
        self.assertEqual(set(LANJUTAN_KIRIMAN), set(KeadaanKiriman))

    def test_edit_window_includes_its_last_moment(self) -> None:
        awal = datetime(2026, 9, 15, 9, 0, tzinfo=WIB)
        self.assertTrue(masih_dapat_disunting(awal, awal + timedelta(minutes=30)))
        self.assertFalse(masih_dapat_disunting(awal, awal + timedelta(minutes=30, seconds=1)))

    def test_waiting_in_working_days(self) -> None:
        # Friday to Tuesday: two working days, the day of sending not counted.
        satu = tunggu(date(2026, 9, 11), date(2026, 9, 15), set(), 5)
        self.assertEqual((satu.hari, satu.tenggat, satu.lewat), (2, date(2026, 9, 18), False))
        self.assertTrue(tunggu(date(2026, 9, 11), date(2026, 9, 19), set(), 5).lewat)
        self.assertEqual(tunggu(date(2026, 9, 11), date(2026, 9, 11), set(), None).tenggat, None)


class NamaTampilanTest(SimpleTestCase):
    def test_names(self) -> None:
        for nama in ("Warga Petuk", "Ma'rifah", "Budi 21", "李小龙", "Ibu Rumah 😀"):
            with self.subTest(nama):
                self.assertEqual(galat_nama(rapikan_nama(nama)), "")
        for nama in (
            "ab", "...", "a@contoh.example", "https://x.id", "081234567890", "Pak Camat", "Admin Forum",
            "Petugas Kecamatan", "C\u200bamat", "ＡＤＭＩＮ satu", "x" * 41,
        ):  # fmt: skip
            with self.subTest(nama):
                self.assertNotEqual(galat_nama(rapikan_nama(nama)), "")

    def test_invisible_characters_make_no_second_name(self) -> None:
        self.assertEqual(rapikan_nama("  Budi\u200b   Rekaan\n"), "Budi Rekaan")


class TahanTest(SimpleTestCase):
    def test_signs(self) -> None:
        for teks, sebab in (
            ("Jadwal posyandu bulan depan?", ()),
            ("Jam 08.00 sampai 15.30, tanggal 17-08-2026", ()),
            ("Biaya Rp 1.250.000 untuk 12 orang", ()),
            ("Lihat https://contoh.example/x", (SebabTahan.TAUTAN,)),
            ("Beli di toko-anu.com sekarang", (SebabTahan.TAUTAN,)),
            ("buka palangkaraya.go.id/jadwal", (SebabTahan.TAUTAN,)),
            ("www.contoh", (SebabTahan.TAUTAN,)),
            ("Hubungi 0812-3456-7890", (SebabTahan.TELEPON,)),
            ("+62 812 3456 7890", (SebabTahan.TELEPON,)),
            ("０８１２３４５６７８９０", (SebabTahan.TELEPON,)),
            ("(0536) 322 1234", (SebabTahan.TELEPON,)),
            ("NIK 6271 0101 0190 0001", (SebabTahan.NIK,)),
            ("6271.0101.0190.0001", (SebabTahan.NIK,)),
            ("surel budi@contoh.example", (SebabTahan.EMAIL,)),
            ("budi [at] contoh.example", (SebabTahan.EMAIL,)),
            ("0\u200b812 3456 7890", (SebabTahan.TELEPON,)),
        ):
            with self.subTest(teks):
                self.assertEqual(sebab_ditahan(teks, sudah_tayang=3), sebab)

    def test_first_post_waits(self) -> None:
        self.assertEqual(sebab_ditahan("Halo.", sudah_tayang=0), (SebabTahan.KIRIMAN_PERTAMA,))
        self.assertEqual(sebab_ditahan("Halo.", sudah_tayang=1), ())
