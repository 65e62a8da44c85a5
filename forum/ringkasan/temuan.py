"""What the staff search finds in the forum."""

from __future__ import annotations

from forum.ringkasan.sesi import cari_sesi
from forum.ringkasan.temuan_laporan import cari_laporan
from rakumpit.bacaan import Bacaan, bersama
from rakumpit.organisasi.models import Pengguna
from rakumpit.pencarian import Temuan


def cari(pengguna: Pengguna, kata: str, *, batas: int) -> Bacaan[list[Temuan]]:
    """Everything of the forum that this reader may see."""
    semua = yield from bersama([cari_laporan(pengguna, kata, batas=batas), *cari_sesi(pengguna, kata, batas)])
    return [satu for daftar in semua for satu in daftar]
