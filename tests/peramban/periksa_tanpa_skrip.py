"""The same page without JavaScript: the same text, and forms that can be sent."""

from __future__ import annotations

from typing import Any

# What only a script can offer stands in an element with ``data-skrip``.
ISI = """() => {
    const utama = document.querySelector("main") || document.body;
    const skrip = new Set([...utama.querySelectorAll("[data-skrip]")].flatMap(
        e => e.innerText.split("\\n").map(s => s.trim())));
    return utama.innerText.split("\\n").map(s => s.replace(/\\s+/g, " ").trim()).filter(s => s && !skrip.has(s));
}"""
FORMULIR = """() => {
    const salah = [];
    const tampak = e => e.checkVisibility({checkVisibilityCSS: true});
    for (const f of document.querySelectorAll("main form")) {
        const isian = [...f.elements].filter(e => e.matches("input:not([type=hidden]), select, textarea") && tampak(e));
        const kirim = [...f.elements].filter(e => e.matches("[type=submit], [type=image]") && tampak(e));
        if (isian.length && !kirim.length) salah.push("formulir tanpa tombol kirim: " + (f.action || f.id));
    }
    for (const b of document.querySelectorAll("main button[type=button], [role=button]:not(a[href])"))
        if (tampak(b)) salah.push("tombol yang tidak berbuat apa-apa: " + b.innerText.trim().slice(0, 40));
    for (const e of document.querySelectorAll("main [hx-get], main [hx-post]"))
        if (!e.closest("form") && !e.matches("a[href]")) salah.push("hanya HTMX: " + e.outerHTML.slice(0, 80));
    return salah;
}"""


def isi_utama(page: Any) -> list[str]:
    """Lines of the main content."""
    baris: list[str] = page.evaluate(ISI)
    return baris


def periksa_tanpa_skrip(page: Any, dengan_skrip: list[str]) -> list[str]:
    """Lines that the page with JavaScript (``isi_utama`` of it) has and this one has not, and dead controls."""
    ada = set(isi_utama(page))
    hilang = [satu for satu in dengan_skrip if satu not in ada]
    temuan: list[str] = page.evaluate(FORMULIR)
    return [f"hilang tanpa JavaScript: {satu[:80]}" for satu in hilang[:3]] + temuan
