"""The product, whose web worker can be told to die between the commit and the first byte of its answer."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from rakumpit.wsgi import application as asli

# As many workers as this file says kill themselves after answering a POST; the last one takes the file away.
MATI = Path(os.environ["UJI_MATI"])
# Number of the process that took the last POST.
PENERIMA = Path(os.environ["UJI_PENERIMA"])


def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    """Answer as the product does, or not at all."""
    kirim = environ["REQUEST_METHOD"] == "POST"
    if kirim:
        PENERIMA.write_text(str(os.getpid()), encoding="ascii")
    jawaban: Iterable[bytes] = asli(environ, start_response)
    if kirim and MATI.exists():
        sisa = int(MATI.read_text(encoding="ascii")) - 1
        if sisa:
            MATI.write_text(str(sisa), encoding="ascii")
        else:
            MATI.unlink()
        os.kill(os.getpid(), signal.SIGKILL)
    return jawaban
