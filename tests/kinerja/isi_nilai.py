"""What the pages of rating need in the office of named people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kinerja.proses import versi_perilaku

if TYPE_CHECKING:
    from tests.dasar import KantorBernama


def isi_nilai(k: KantorBernama) -> None:
    """Call it last: the ratings of behaviour do not change after it."""
    periode = k.kantor.periode
    k.contoh["versi_perilaku"] = versi_perilaku(periode, [k.pegawai.pk])[k.pegawai.pk]
