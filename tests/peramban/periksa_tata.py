"""Structure and layout of an open page: one heading, named controls, nothing cut off, targets that a thumb can hit."""

from __future__ import annotations

from typing import Any

LEBAR_LEBIH = "Math.max(document.documentElement.scrollWidth, document.body.scrollWidth) - window.innerWidth"
# Which elements stick out, the outermost first; what scrolls inside a box of its own does not.
YANG_LEBIH = """() => [...document.body.querySelectorAll("*")].filter(e => {
    const k = e.getBoundingClientRect();
    if (k.width === 0 || k.right <= window.innerWidth + 1) return false;
    for (let p = e.parentElement; p && p !== document.body; p = p.parentElement)
        if (getComputedStyle(p).overflowX !== "visible") return false;
    return true;
}).slice(0, 2).map(e => e.outerHTML.replace(/\\s+/g, " ").slice(0, 90))"""

SUSUNAN = """() => {
    const salah = [];
    const h1 = document.querySelectorAll("h1").length;
    if (h1 !== 1) salah.push("h1: " + h1);
    if (!document.title.trim() || /^[—·|]/.test(document.title.trim())) salah.push("judul: " + document.title);
    if (document.documentElement.lang !== "id") salah.push("lang: " + document.documentElement.lang);
    if (document.querySelectorAll("main").length !== 1) salah.push("main");
    for (const g of document.images) if (!g.complete || !g.naturalWidth) salah.push("gambar: " + g.src);
    const id = [...document.querySelectorAll("[id]")].map(e => e.id);
    for (const satu of new Set(id)) if (id.filter(i => i === satu).length > 1) salah.push("id ganda: " + satu);
    for (const a of document.querySelectorAll("a[href^='#']"))
        if (a.hash.length > 1 && !document.getElementById(a.hash.slice(1))) salah.push("jangkar: " + a.hash);
    for (const a of document.querySelectorAll("a[href], button"))
        if (!(a.textContent.trim() || a.getAttribute("aria-label") || a.title || a.querySelector("[title], img[alt]")))
            salah.push("tanpa nama: " + a.outerHTML.slice(0, 90));
    for (const k of document.querySelectorAll("input:not([type=hidden]):not([type=submit]), select, textarea"))
        // Django's own pair of date and time stands in a fieldset whose legend is its label.
        if (!k.labels.length && !k.matches("fieldset p.datetime *, [title], [aria-label], [aria-labelledby]"))
            salah.push("kolom tanpa label: " + k.outerHTML.slice(0, 90));
    // On a phone a cell becomes a line of label and value: a second part would be torn away from the first.
    for (const sel of document.querySelectorAll("td[data-kolom]")) {
        const bagian = [...sel.childNodes].filter(b => b.nodeType === 3 ? b.data.trim() : b.nodeType === 1);
        if (bagian.length > 1) salah.push("sel berisi beberapa bagian: " + sel.outerHTML.slice(0, 90));
    }
    return salah;
}"""

SASARAN = """batas => {
    const salah = [];
    const pilih = "a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button], [role=link]";
    for (const e of document.querySelectorAll(pilih)) {
        if (e.disabled || !e.checkVisibility({checkVisibilityCSS: true})) continue;
        const kotak = [e, ...(e.matches("[type=radio], [type=checkbox]") ? e.labels : [])].map(
            x => x.getBoundingClientRect());
        const k = kotak[0];
        // Out of the picture until it has the focus: the link past the menu.
        if (k.right + scrollX <= 0 || k.bottom + scrollY <= 0 || (k.width <= 1 && k.height <= 1)) continue;
        if (e.localName === "a" && getComputedStyle(e).display === "inline") {
            let blok = e.parentElement;
            while (getComputedStyle(blok).display === "inline") blok = blok.parentElement;
            const lain = blok.innerText.replace(e.innerText, "").replace(/[^\\p{L}]/gu, "");
            if (lain.length >= 3) continue;
        }
        if (kotak.some(x => x.width + 0.5 >= batas && x.height + 0.5 >= batas)) continue;
        const nama = (e.innerText || e.getAttribute("aria-label") || e.name || e.outerHTML).trim().slice(0, 40);
        const ukuran = `${Math.round(k.width)}×${Math.round(k.height)} px`;
        salah.push(`${e.localName} «${nama}»: ${ukuran}, paling sedikit ${batas}`);
    }
    return [...new Set(salah)];
}"""


def periksa_susunan(page: Any) -> list[str]:
    """Title, language, one ``main`` and ``h1``, ids, anchors, names and labels."""
    temuan: list[str] = page.evaluate(SUSUNAN)
    return temuan


def periksa_lebar(page: Any, lebar: int) -> list[str]:
    """Nothing sticks out sideways at the present width."""
    lebih = page.evaluate(LEBAR_LEBIH)
    if lebih <= 0:
        return []
    return [f"{lebih} px terlalu lebar pada {lebar} px: {' | '.join(page.evaluate(YANG_LEBIH))}"]


def periksa_sasaran(page: Any, batas: int) -> list[str]:
    """Controls smaller than ``batas`` px in either direction; links inside sentences are exempt (WCAG 2.5.8)."""
    temuan: list[str] = page.evaluate(SASARAN, batas)
    return temuan
