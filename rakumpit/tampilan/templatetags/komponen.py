"""Components that every template may use without ``{% load %}`` (a builtin library, see ``settings.TEMPLATES``).

Each tag takes its data as arguments and renders one file of ``templates/komponen/``; ``/gaya/`` shows all of them.
A tag that wraps other markup ends with ``{% end… %}``. Nothing here reads the database.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

from django import template
from django.conf import settings
from django.core.paginator import Page
from django.forms import BaseForm, BaseFormSet
from django.http import HttpRequest
from django.template.context import Context, RequestContext
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from rakumpit.tampilan.bagan import buat_bilah, buat_kemajuan

register = template.Library()

# A component that wraps markup takes it as it was rendered: escaped where it was written.
_IKON_LENCANA = {
    "baik": "centang",
    "berjalan": "panah",
    "perhatian": "jam",
    "bahaya": "awas",
    "info": "info",
    "netral": "berkas",
}
_IKON_KILAT = {"baik": "centang", "perhatian": "jam", "bahaya": "awas", "info": "info"}
# What Django's messages framework calls the levels.
_KILAT_PESAN = {"success": "baik", "warning": "perhatian", "error": "bahaya"}
_GELAR = re.compile(r"^(dr|drs|dra|ir|h|hj|prof)\.?$", re.IGNORECASE)


@cache
def nama_ikon() -> frozenset[str]:
    """Ids of the symbols in the sprite."""
    isi = (Path(settings.BASE_DIR) / "static" / "gambar" / "ikon-set.svg").read_text(encoding="utf-8")
    return frozenset(re.findall(r'<symbol id="([a-z-]+)"', isi))


@register.simple_tag
def ikon(nama: str) -> SafeString:
    """One icon of the sprite, hidden from screen readers: the word stands beside it.

    :raises template.TemplateSyntaxError: no such icon.
    """
    return _gambar_ikon(nama)


@cache
def _gambar_ikon(nama: str) -> SafeString:
    if nama not in nama_ikon():
        raise template.TemplateSyntaxError(f"Ikon «{nama}» tidak ada dalam static/gambar/ikon-set.svg.")
    return format_html(
        '<svg class="ikon" aria-hidden="true"><use href="{}#{}"/></svg>', static("gambar/ikon-set.svg"), nama
    )


@register.simple_tag
def tetap(templat: str) -> SafeString:
    """A part that is the same on every page and for everybody: rendered once in the life of the process.

    It gets no context. While somebody works on the templates it is rendered each time.
    """
    return _bagian_tetap.__wrapped__(templat) if settings.DEBUG else _bagian_tetap(templat)


@cache
def _bagian_tetap(templat: str) -> SafeString:
    return render_to_string(templat)


@dataclass(frozen=True, slots=True)
class ButirRemah:
    """One ancestor in the breadcrumbs."""

    label: str
    tautan: str


@register.simple_block_tag
def kepala(content: str, judul: str, *induk: str, keterangan: str = "") -> SafeString:
    """Page header: breadcrumbs, the one ``h1``, a line under it, and actions as the wrapped markup.

    ``induk``: the ancestors below «Beranda» as label, address, label, address, … (none: breadcrumbs of the home page
    only).
    """
    pasangan = zip(induk[::2], induk[1::2], strict=True)
    remah = [ButirRemah("Beranda", reverse("beranda")), *(ButirRemah(*satu) for satu in pasangan)]
    isi = {"judul": judul, "remah": remah, "keterangan": keterangan, "aksi": content if content.strip() else ""}
    return render_to_string("komponen/kepala.html", isi)


@register.simple_block_tag
def kilat(content: str, jenis: str = "info", peran: str = "") -> SafeString:
    """Message box; ``jenis`` baik, perhatian, bahaya or info, or a level of Django's messages."""
    jenis = _KILAT_PESAN.get(jenis, jenis)
    if jenis not in _IKON_KILAT:
        jenis = "info"
    isi = {"jenis": jenis, "ikon": _IKON_KILAT[jenis], "peran": peran, "isi": content}
    return render_to_string("komponen/kilat.html", isi)


@register.inclusion_tag("komponen/lencana.html")
def lencana(jenis: str, label: str, ikon: str = "") -> dict[str, str]:
    """State badge: icon and word, then colour. ``jenis``: baik, berjalan, perhatian, bahaya, info or netral."""
    return {"jenis": jenis, "label": label, "ikon": ikon or _IKON_LENCANA[jenis]}


@register.inclusion_tag("komponen/kosong.html")
def kosong(judul: str, teks: str = "", tautan: str = "", label: str = "") -> dict[str, str]:
    """Empty state: what is missing and, with an address, how to begin."""
    return {"judul": judul, "teks": teks, "tautan": tautan, "label": label}


@dataclass(frozen=True, slots=True)
class GalatIsian:
    """One line of the error summary."""

    label: str
    tautan: str
    teks: str


def _galat_form(form: BaseForm) -> list[GalatIsian]:
    daftar = [GalatIsian("", "", str(teks)) for teks in form.non_field_errors()]
    tata = getattr(getattr(form, "helper", None), "layout", None)
    urut = [satu.name for satu in tata.get_field_names()] if tata else []
    # In the order in which the page shows the fields; the layout may differ from the order in the class.
    for bidang in sorted(form, key=lambda bidang: urut.index(bidang.name) if bidang.name in urut else len(urut)):
        sasaran = bidang.id_for_label or f"div_{bidang.auto_id}"
        daftar += [GalatIsian(str(bidang.label), f"#{sasaran}", str(teks)) for teks in bidang.errors]
    return daftar


@register.inclusion_tag("komponen/galat_ringkas.html")
def galat_ringkas(*formulir: BaseForm | BaseFormSet | list[Any] | None) -> dict[str, object]:
    """Error summary of forms, lists of them or formsets: takes the focus, links to each field, same words as there."""
    daftar: list[GalatIsian] = []
    rata = [satu for isi in formulir for satu in (isi if isinstance(isi, list) else [isi])]
    for satu in rata:
        if isinstance(satu, BaseFormSet):
            daftar += [GalatIsian("", "", str(teks)) for teks in satu.non_form_errors()]
            for form in satu.forms:
                daftar += _galat_form(form)
        elif satu is not None and satu.is_bound:
            daftar += _galat_form(satu)
    return {"daftar": daftar}


@register.inclusion_tag("komponen/langkah.html")
def langkah(daftar: Iterable[str] | str, kini: int) -> dict[str, object]:
    """Steps of a procedure: labels (or one text, split at «|») and the 1-based number of the present one."""
    label = daftar.split("|") if isinstance(daftar, str) else daftar
    return {"langkah": [(nama, nomor < kini, nomor == kini) for nomor, nama in enumerate(label, 1)]}


@register.simple_tag
def bilah(isi: int, dari: int, label: str, kini: int | None = None) -> SafeString:
    """Slats for what can be counted (at most 40) with their words; ``kini``: the one in work."""
    return bagan(buat_bilah(isi, dari, kini=kini, teks=label))


@register.simple_tag
def kemajuan(isi: int, dari: int, label: str) -> SafeString:
    """Flat bar for long work or large numbers, with its words."""
    return bagan(buat_kemajuan(isi, dari, teks=label))


@register.simple_block_tag
def turunan(
    content: str,
    judul: str,
    nilai: str,
    *,
    keterangan: str = "",
    terbuka: bool = False,
    pengenal: str = "",
    batang: object = None,
) -> SafeString:
    """A number that opens to its derivation («Mengapa begini?»); ``batang``: a chart that stands below it."""
    isi = {
        "judul": judul,
        "nilai": nilai,
        "keterangan": keterangan,
        "terbuka": terbuka,
        "pengenal": pengenal,
        "batang": batang,
        "isi": content,
    }
    return render_to_string("komponen/turunan.html", isi)


@register.inclusion_tag("komponen/tab.html")
def tab(daftar: Sequence[tuple[str, str, bool, int | None]], label: str = "Bagian halaman") -> dict[str, object]:
    """Tabs as links: (label, address, whether shown now, count or None)."""
    return {"tab": daftar, "label": label}


@register.inclusion_tag("komponen/orang.html")
def orang(nama: str, jabatan: str = "") -> dict[str, str]:
    """Person chip: initials, name, post."""
    bagian = [kata for kata in nama.replace(",", " ").split() if not _GELAR.match(kata)]
    inisial = "".join(kata[0] for kata in bagian[:2]).upper()
    return {"nama": nama, "jabatan": jabatan, "inisial": inisial}


@register.inclusion_tag("komponen/unit.html")
def unit(nama: str) -> dict[str, str]:
    """Unit chip: place mark and name."""
    return {"nama": nama}


@register.inclusion_tag("komponen/jejak.html")
def jejak(teks: str) -> dict[str, str]:
    """Audit line: who did what and when."""
    return {"teks": teks}


@register.inclusion_tag("komponen/urut.html", takes_context=True)
def urut(context: RequestContext, kode: str, label: str, kelas: str = "") -> dict[str, object]:
    """Heading of a column that sorts: ``?urut=kode`` upward, ``?urut=-kode`` downward; the rest of the query stays."""
    request: HttpRequest = context["request"]
    kini = request.GET.get("urut", "")
    kueri = request.GET.copy()
    kueri.pop("page", None)
    kueri["urut"] = f"-{kode}" if kini == kode else kode
    arah = "ascending" if kini == kode else "descending" if kini == f"-{kode}" else ""
    return {"label": label, "tautan": f"?{kueri.urlencode()}", "arah": arah, "kelas": kelas}


@register.inclusion_tag("komponen/halaman.html", takes_context=True)
def halaman_daftar(context: Context, halaman: Page, nama: str = "page") -> dict[str, object]:
    """Paging of a list; the rest of the query stays. ``nama`` in the address tells two lists of a page apart."""

    def ke(nomor: int) -> str:
        kueri = context["request"].GET.copy()
        kueri[nama] = str(nomor)
        return f"?{kueri.urlencode()}"

    return {
        "halaman": halaman,
        "sebelum": ke(halaman.previous_page_number()) if halaman.has_previous() else "",
        "sesudah": ke(halaman.next_page_number()) if halaman.has_next() else "",
    }


@register.inclusion_tag("komponen/bagikan.html", takes_context=True)
def bagikan(context: RequestContext, tautan: str, teks: str) -> dict[str, str]:
    """Send an address on: WhatsApp and e-mail links that open the reader's own program; no third-party code.

    ``tautan``: path on this site, or a whole address. ``teks``: the sentence before the address.
    """
    penuh = tautan if "://" in tautan else context["request"].build_absolute_uri(tautan)
    pesan = quote(f"{teks} {penuh}")
    return {
        "alamat": penuh,
        "whatsapp": f"https://wa.me/?text={pesan}",
        "surat": f"mailto:?subject={quote(teks)}&body={pesan}",
    }


@register.simple_block_tag
def konfirmasi(content: str, judul: str) -> SafeString:
    """Question before a step that cannot be taken back: the consequences and the form stand inside."""
    return render_to_string("komponen/konfirmasi.html", {"judul": judul, "isi": content})


@register.simple_tag
def bagan(grafik: object) -> SafeString:
    """A chart of ``rakumpit.tampilan.bagan`` by its own template."""
    return render_to_string(grafik.templat, {"grafik": grafik})  # type: ignore[attr-defined]  # every chart names it
