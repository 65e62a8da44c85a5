"""When a form page was made, signed and carried by the page itself, so that a too fast answer can be marked.

The office stores nothing of it but the mark. Whoever keeps an old page open looks slow: a sign, not a proof.
"""

from __future__ import annotations

import time

from django.utils.crypto import constant_time_compare, salted_hmac

_GARAM = "survei.tanda_buka"
_PANJANG = 20
_TERPANJANG = 40


def _sidik(saat: str) -> str:
    return salted_hmac(_GARAM, saat, algorithm="sha256").hexdigest()[:_PANJANG]


def buat() -> str:
    """A signed mark of this second, for a hidden field."""
    saat = f"{int(time.time()):x}"
    return f"{saat}.{_sidik(saat)}"


def detik_sejak(tanda: str) -> int | None:
    """Seconds since the mark was made; None where it is missing, foreign, or from a clock ahead of this one."""
    saat, titik, sidik = tanda[:_TERPANJANG].partition(".")
    if not titik or not constant_time_compare(sidik, _sidik(saat)):
        return None
    detik = int(time.time()) - int(saat, 16)
    return detik if detik >= 0 else None
