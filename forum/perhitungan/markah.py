"""Markdown of citizens as safe HTML. Stored is what was typed; what is shown is made here each time.

Two walls: the parser knows no raw HTML, no images, no headings and no links to anything but web addresses; whatever it
returns goes through a sanitiser that lets only a few tags pass.
"""

from __future__ import annotations

import re
from functools import cache

import nh3
from markdown_it import MarkdownIt

_TAG = {"p", "br", "strong", "em", "s", "ul", "ol", "li", "blockquote", "code", "pre", "a"}
_TANPA = ["image", "table", "heading", "lheading", "hr", "html_block", "html_inline", "entity", "linkify"]
_SKEMA = {"http", "https"}
_WEB = re.compile(r"https?://[^/\s]", re.IGNORECASE)
# Rendering time grows with nesting: deeper quotes and lists are shown as typed.
_KEDALAMAN = 8
_SELA = re.compile(r"\s+")


@cache
def _pengurai() -> MarkdownIt:
    urai = MarkdownIt("js-default", {"html": False, "linkify": False, "breaks": True, "maxNesting": _KEDALAMAN})
    urai.validateLink = _ke_luar  # type: ignore[method-assign,assignment]  # the documented way to narrow links
    return urai.disable(_TANPA, ignoreInvalid=True)


def _ke_luar(alamat: str) -> bool:
    """Whole web addresses only: a link to a page of this site could be a button of the reader's own account."""
    return _WEB.match(alamat) is not None


def _atribut(_tag: str, nama: str, nilai: str) -> str | None:
    return nilai if nama != "href" or _ke_luar(nilai) else None


def _bersihkan(html: str) -> str:
    """The second wall, which would hold without the first."""
    return nh3.clean(
        html,
        tags=_TAG,
        clean_content_tags={"script", "style"},
        attributes={"a": {"href"}, "ol": {"start"}, "*": set()},
        attribute_filter=_atribut,
        url_schemes=_SKEMA,
        link_rel="nofollow ugc noopener",
    )


def ke_html(teks: str) -> str:
    """Safe HTML of a text; links carry rel="nofollow ugc noopener" and lead to http or https only."""
    return _bersihkan(_pengurai().render(teks))


def ke_teks(teks: str, panjang: int = 200) -> str:
    """The words alone on one line, cut at a blank, for lists, feeds and mails."""
    polos = nh3.clean(_pengurai().render(teks), tags=set(), clean_content_tags={"script", "style"})
    polos = polos.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"').replace("&amp;", "&")
    satu = _SELA.sub(" ", polos.replace("\xa0", " ").replace("&nbsp;", " ")).strip()
    if len(satu) <= panjang:
        return satu
    return satu[:panjang].rsplit(" ", 1)[0] + "…"
