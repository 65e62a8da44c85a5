"""The office's dated rules as the processes read them."""

from __future__ import annotations

from datetime import date
from typing import TypeVar

from pelatihan.models import AturanPendaftaran, AturanRencana, AturanSesudahPelatihan
from pelatihan.proses.galat import ProsesDitolak
from rakumpit.waktu import format_tanggal

Aturan = TypeVar("Aturan", AturanPendaftaran, AturanRencana, AturanSesudahPelatihan)


def aturan_pada(jenis: type[Aturan], hari: date) -> Aturan:
    """The row that holds on ``hari``. ProsesDitolak where the table has none: the program guesses no days."""
    baris: Aturan | None = jenis.objects.pada(hari).first()
    if baris is None:
        raise ProsesDitolak(
            f"Belum ada {jenis._meta.verbose_name} yang berlaku pada {format_tanggal(hari)}. "
            "Minta pengelola menambahkannya, lalu ulangi."
        )
    return baris
