"""axe-core on an open page: WCAG 2.2 AA and its best practices."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

AXE = Path(__file__).parent / "vendor" / "axe.min.js"
TAG = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")


class Kecuali(NamedTuple):
    """A finding that is accepted: this rule, at elements whose selector matches, on pages whose name begins so."""

    aturan: str
    pemilih: str
    halaman: str
    alasan: str


# Markup of Django's own admin that no template of ours writes. Nothing else may stand here.
KECUALI: tuple[Kecuali, ...] = ()

JALAN = """tag => axe.run(document, {
    runOnly: {type: "tag", values: tag},
    resultTypes: ["violations"], preload: false, iframes: false,
}).then(h => h.violations.flatMap(v => v.nodes.map(n => ({
    aturan: v.id, target: n.target.flat().join(" "),
    sebab: [...n.any, ...n.all, ...n.none].map(c => c.message).join("; ").slice(0, 160) || v.help}))))"""


@cache
def _sumber() -> str:
    return AXE.read_text(encoding="utf-8")


def periksa_axe(page: Any, nama: str) -> list[str]:
    """Violations on the page as it stands now (theme and width are the caller's)."""
    if not page.evaluate("'axe' in window"):
        # Sent by the browser's own debugger, which the page's policy does not bind.
        page.evaluate(f"(() => {{ {_sumber()} }})()")
    return [
        f"{satu['aturan']} pada {satu['target']}: {satu['sebab']}"
        for satu in page.evaluate(JALAN, list(TAG))
        if not _dikecualikan(satu["aturan"], satu["target"], nama)
    ]


def _dikecualikan(aturan: str, target: str, nama: str) -> bool:
    return any(
        aturan == satu.aturan and nama.startswith(satu.halaman) and re.search(satu.pemilih, target) for satu in KECUALI
    )
