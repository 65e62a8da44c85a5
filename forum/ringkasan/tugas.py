"""All duties of the forum for the home page."""

from __future__ import annotations

from forum.ringkasan.sesi import tugas_sesi
from forum.ringkasan.tugas_laporan import tugas_laporan
from rakumpit.bacaan import Bacaan, bersama
from rakumpit.menunggu import Tugas
from rakumpit.organisasi.pembaca import Pembaca


def menunggu(pembaca: Pembaca) -> Bacaan[list[Tugas]]:
    """What waits for this reader in the forum."""
    semua = yield from bersama([tugas_laporan(pembaca), *tugas_sesi(pembaca)])
    return [satu for daftar in semua for satu in daftar]
