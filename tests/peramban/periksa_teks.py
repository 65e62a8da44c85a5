"""The words of an open page: the office's vocabulary, no English left over, sentences that one can follow.

The vocabulary is ``docs/istilah.md``: the last column of its tables lists the words that may not be used. Text that a
person has typed (answers, notes, names) is no text of the product; its element carries ``data-kutipan``. In the admin,
values that cannot be changed there are such text too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

ISTILAH = Path(__file__).parents[2] / "docs" / "istilah.md"
KALIMAT_PUBLIK = 20
KALIMAT_STAF = 28

# Visible text block by block, then what is read aloud or shown on demand.
KUMPULKAN = """() => {
    const hasil = [];
    const lewati = new Set(["script", "style", "noscript", "template", "textarea"]);
    const tampak = e => { const g = getComputedStyle(e); return g.display !== "none" && g.visibility !== "hidden"; };
    let kini = "";
    const tutup = () => { const t = kini.replace(/\\s+/g, " ").trim(); if (t) hasil.push(t); kini = ""; };
    const jalan = e => {
        for (const n of e.childNodes) {
            if (n.nodeType === 3) kini += n.textContent;
            if (n.nodeType !== 1 || lewati.has(n.localName) || !tampak(n)) continue;
            // A quotation holds its place in the sentence around it.
            if (n.matches("[data-kutipan], .readonly")) { kini += " … "; continue; }
            const sebaris = ["inline", "contents"].includes(getComputedStyle(n).display) && n.localName !== "br";
            if (!sebaris) tutup();
            jalan(n);
            if (!sebaris) tutup();
        }
    };
    jalan(document.body);
    tutup();
    hasil.push(document.title);
    const beratribut = "[aria-label], [alt], [title], [placeholder], [data-kolom], input[type=submit]";
    for (const e of document.querySelectorAll(beratribut)) {
        if (e.closest("[data-kutipan]")) continue;
        for (const a of ["aria-label", "alt", "title", "placeholder", "data-kolom"])
            if (e.getAttribute(a)) hasil.push(e.getAttribute(a));
        if (e.type === "submit" && e.localName === "input" && e.value) hasil.push(e.value);
    }
    return [...new Set(hasil)];
}"""
BINTANG = """() => [...document.querySelectorAll("label, legend, th, dt, .asteriskField, [aria-hidden]")].filter(e => {
    if (!e.checkVisibility({checkVisibilityCSS: true})) return false;
    const semu = ["::before", "::after"].map(s => getComputedStyle(e, s).content).join("");
    return e.innerText?.includes("*") || semu.includes("*");
}).map(e => "bintang pada isian: " + e.innerText.trim().slice(0, 60))"""

# Common English words that are no Indonesian words, names or units.
INGGRIS = frozenset(
    re.findall(
        r"\w+",
        """
        about account action active add after again all already and any apply approve approved are back been before
        between but button by can cancel change changed changes choose clear click close closed comment
        confirm contact content continue copy could create created current dashboard date day days deadline
        default delete deleted details disabled do does done download draft edit empty enabled end enter
        entries entry error event every export failed feedback field fields filter find first for forgot
        form found from get go got has have he here hide history how if in inbox invalid is it items just
        last leave less like line list loading locked log login logout made manage may me members message
        missing month more most must my name need new next not nothing now of off offline on one only open
        optional or other our out over overview page password pending please preview previous profile
        progress published query quarter rank read ready recent refresh reject rejected remove report
        required reset response result results retry return review role roles run same save saved search see
        select selected send sent session set settings she should show sign skip sorry start step submit
        submitted success team thank thanks that the their them then there these they this time title to
        today toggle token too total type undo unknown unlock until up update updated upload use used user
        username users using valid value values view warning was way we week welcome were what when where
        which who why will with without work would wrong year yes yesterday you your"""
        "",
    )
)
# Words of that list that are right on a page of this office, with the reason.
BUKAN_INGGRIS: dict[str, str] = {
    "total": "kata Indonesia (KBBI)",
}


@cache
def kata_terlarang(berkas: Path = ISTILAH) -> dict[str, str]:
    """Forbidden word (lower case) -> the word to use. «…» or (…) after a word ties it to a meaning: readers judge."""
    terlarang: dict[str, str] = {}
    for baris in berkas.read_text(encoding="utf-8").splitlines():
        kolom = [satu.strip() for satu in baris.strip().strip("|").split("|")]
        if not baris.startswith("|") or len(kolom) < 3 or kolom[0] == "Istilah" or set(kolom[0]) <= {"-", ":", " "}:
            continue
        for kata in kolom[-1].split(","):
            bersih = kata.strip()
            if bersih and not re.search(r"[«(]", bersih):
                terlarang[bersih.lower()] = kolom[0]
    return terlarang


@cache
def _pola(kata: tuple[str, ...]) -> re.Pattern[str]:
    pilihan = "|".join(re.escape(satu) for satu in sorted(kata, key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:{pilihan})(?![\w-])", re.IGNORECASE)


# Addresses, and the codes of the audit trail with their points.
_ALAMAT = re.compile(r"\S+@\S+|https?://\S+|\bwww\.\S+|/\S*/|\b[a-z_]+(?:\.[a-z_]+){2,}\b")


def cari_terlarang(teks: Iterable[str], terlarang: dict[str, str]) -> list[str]:
    """Forbidden words in the text, each with the right one and where it stands.

    A single letter counts as it is written: n for answers is forbidden, N for a population is another thing.
    """
    pola = _pola(tuple(terlarang))
    return [
        f"«{temu.group()}», pakai «{terlarang[temu.group().lower()]}»: {_kutip(satu)}"
        for satu in teks
        for temu in pola.finditer(_ALAMAT.sub(" ", satu))
        if len(temu.group()) > 1 or temu.group() in terlarang
    ]


def cari_inggris(teks: Iterable[str]) -> list[str]:
    """English words in the text. Addresses are left out."""
    pola = _pola(tuple(INGGRIS - set(BUKAN_INGGRIS)))
    return [
        f"«{temu.group()}» kata Inggris: {_kutip(satu)}"
        for satu in teks
        for temu in pola.finditer(_ALAMAT.sub(" ", satu))
    ]


def kalimat(teks: str) -> list[str]:
    """Sentences of one block. A colon or a semicolon does not end one."""
    return [satu for satu in re.split(r"(?<=[.!?…])[»”\")]*\s+", teks) if satu.strip()]


def banyak_kata(satu: str) -> int:
    """Words of a sentence; a number, a date part or a word with its signs counts once."""
    return len(re.findall(r"\w[\w.,/%’'-]*", satu))


def cari_panjang(teks: Iterable[str], batas: int) -> list[str]:
    """Sentences with more than ``batas`` words."""
    return [
        f"{banyak_kata(satu)} kata, paling banyak {batas}: {_kutip(satu)}"
        for blok in teks
        for satu in kalimat(blok)
        if banyak_kata(satu) > batas
    ]


def _kutip(teks: str) -> str:
    return teks if len(teks) <= 110 else teks[:107] + "..."


def kumpulkan_teks(page: Any) -> list[str]:
    """Every text of the page that a person sees or hears, open parts only."""
    teks: list[str] = page.evaluate(KUMPULKAN)
    return teks


def periksa_bintang(page: Any) -> list[str]:
    """Required fields are not marked with an asterisk; what may stay empty says «(tidak wajib)»."""
    temuan: list[str] = page.evaluate(BINTANG)
    return temuan
