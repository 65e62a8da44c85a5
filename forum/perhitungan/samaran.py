"""Numbers and addresses that lead to a person are taken out of what the public reads. Pure.

Names are not recognised by any rule; the form asks not to write them, and the pengelola can keep a report secret.
"""

from __future__ import annotations

import re

PENGGANTI = "[disembunyikan]"
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_TAUTAN = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
# Eight digits or more, however they are grouped: telephone, NIK, NIP, account.
_NOMOR = re.compile(r"\+?\d(?:[\s.()-]{0,2}\d){7,}")


def samarkan(teks: str) -> str:
    """The text with e-mail addresses, links and long numbers replaced."""
    for pola in (_EMAIL, _TAUTAN, _NOMOR):
        teks = pola.sub(PENGGANTI, teks)
    return teks
