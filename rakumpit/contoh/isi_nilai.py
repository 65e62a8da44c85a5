"""Long leave and studies of the sample office."""

from __future__ import annotations

from datetime import date

from kinerja.enums import JenisMasaKhusus
from kinerja.models import MasaKhusus
from rakumpit.contoh.isi_organisasi import pegawai_bernomor

# Number of the person, kind, first and last day, letter: all invented.
_MASA = (
    (19, JenisMasaKhusus.CUTI_BESAR, date(2026, 7, 20), date(2026, 8, 7), "800.1.11/CONTOH-1/2026"),
    (23, JenisMasaKhusus.CUTI_SAKIT, date(2026, 4, 6), date(2026, 4, 24), "800.1.11/CONTOH-2/2026"),
)


def isi_nilai() -> None:
    """Call it inside a transaction, after the people are there."""
    pegawai = pegawai_bernomor()
    MasaKhusus.objects.bulk_create(
        MasaKhusus(pegawai=pegawai[no], jenis=jenis.value, mulai=mulai, selesai=selesai, dasar=dasar)
        for no, jenis, mulai, selesai, dasar in _MASA
    )
