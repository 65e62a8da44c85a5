"""Whether a clock of a report stands where a step of staff may begin."""

from __future__ import annotations

from forum.enums.laporan import Kadar
from forum.enums.tenggat import TahapTenggat
from forum.models import Laporan, TenggatLaporan
from rakumpit.waktu import hari_ini


def dapat_diperpanjang(laporan: Laporan) -> bool:
    """Whether the time for public information still runs and was not lengthened yet; no query for other reports."""
    if laporan.kadar != Kadar.PPID:
        return False
    semua = TenggatLaporan.objects.filter(laporan=laporan)
    jalan = semua.berjalan().filter(tahap=TahapTenggat.PENYELESAIAN.value, batas__gte=hari_ini())
    return jalan.exists() and not semua.filter(aturan_panjang__isnull=False).exists()


def menunggu_disampaikan(laporan: Laporan) -> bool:
    """Whether an answer was not told yet to who did not write here; no query for an unanswered report."""
    if laporan.dijawab_pada is None:
        return False
    jalan = TenggatLaporan.objects.berjalan().filter(laporan=laporan, tahap=TahapTenggat.PEMBERITAHUAN.value)
    return jalan.exists()
