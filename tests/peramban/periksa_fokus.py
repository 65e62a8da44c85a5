"""The keyboard alone: Tab reaches every control of the page, and one sees where one is."""

from __future__ import annotations

from typing import Any

# Shadows before anything has the focus, so that a ring drawn as a shadow counts only when the focus brings it.
_INGAT = """() => {
    window.bayangan = new WeakMap();
    // A page with errors opens with the focus in its summary: begin at the top all the same.
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute("tabindex");
    window.scrollTo(0, 0);
    const pilih = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']";
    const tampak = [...document.querySelectorAll(pilih)].filter(
        e => !e.disabled && e.tabIndex >= 0 && e.checkVisibility({checkVisibilityCSS: true}));
    for (const e of tampak)
        for (const x of [e, e.closest("label"), e.parentElement, ...(e.labels || [])])
            if (x) window.bayangan.set(x, getComputedStyle(x).boxShadow);
    const kelompok = new Set();
    window.belum = new Set(tampak.filter(e => {
        if (e.type !== "radio") return true;
        const nama = (e.form ? [...document.forms].indexOf(e.form) : "") + e.name;
        return kelompok.has(nama) ? false : kelompok.add(nama);
    }));
    return window.belum.size;
}"""
FOKUS = """() => {
    const satu = document.activeElement;
    if (!satu || satu === document.body) return null;
    window.belum?.delete(satu);
    if (satu.type === "radio")
        for (const e of window.belum || []) if (e.type === "radio" && e.name === satu.name) window.belum.delete(e);
    const sebut = satu.outerHTML.replace(/\\s+/g, " ").slice(0, 90);
    const bening = warna => /(, 0\\)|transparent)$/.test(warna);
    const tampak = [satu, satu.closest("label"), ...(satu.labels || []),
                    satu.matches("input, select, textarea") ? satu.parentElement : null].some(e => {
        if (!e) return false;
        const gaya = getComputedStyle(e);
        const garis = gaya.outlineStyle !== "none" && parseFloat(gaya.outlineWidth) >= 2;
        if (garis && !bening(gaya.outlineColor)) return true;
        const semula = window.bayangan?.get(e);
        return gaya.boxShadow !== "none" && semula !== undefined && gaya.boxShadow !== semula;
    });
    if (!tampak) return "fokus tidak tampak: " + sebut;
    const kotak = [satu, ...(satu.matches("[type=radio], [type=checkbox]") ? satu.labels : [])];
    for (const e of kotak) {
        const k = e.getBoundingClientRect();
        const x = [k.left + 2, k.left + k.width / 2, k.right - 2], y = [k.top + 2, k.top + k.height / 2, k.bottom - 2];
        for (const a of x) for (const b of y) {
            const atas = document.elementFromPoint(a, b);
            if (atas && kotak.some(s => s.contains(atas) || atas.contains(s) && atas.localName === "label")) return "";
        }
    }
    return "fokus tertutup: " + sebut;
}"""
# One answer for both: each way to the browser and back costs as much as the look itself.
_LANGKAH = f"() => [({FOKUS})(), window.belum.size]"
_BELUM = """() => [...window.belum].filter(e => e.checkVisibility({checkVisibilityCSS: true})).map(
    e => "tidak tercapai dengan Tab: " + e.outerHTML.replace(/\\s+/g, " ").slice(0, 90))"""


def periksa_fokus(page: Any) -> list[str]:
    """Walk through the page with Tab from its beginning; controls that hide the focus, are hidden, or are missed."""
    banyak = page.evaluate(_INGAT)
    temuan = []
    # A group of radio buttons is one stop, a date field three: more steps than controls.
    for _ in range(2 * banyak + 10):
        page.keyboard.press("Tab")
        satu, sisa = page.evaluate(_LANGKAH)
        if satu is None:
            break
        if satu and satu not in temuan:
            temuan.append(satu)
        if not sisa:
            break
    else:
        temuan.append("Tab tidak pernah sampai ke akhir halaman")
    belum: list[str] = page.evaluate(_BELUM)
    return temuan + belum
