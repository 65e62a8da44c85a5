"""Celery entries of the evaluation. A task takes ids; what is to be done stands in the database."""

from __future__ import annotations

from celery import shared_task

from kinerja.proses import alih_skp as proses_alih_skp
from kinerja.proses import atas_nama as proses_atas_nama
from kinerja.proses import bukti as proses_bukti
from kinerja.proses import dukungan_naik as proses_dukungan_naik
from kinerja.proses import laporan_data as proses_laporan_data
from kinerja.proses import pengingat as proses_pengingat
from kinerja.proses import run as proses_run
from kinerja.proses import tenggat_keberatan as proses_tenggat_keberatan
from kinerja.proses import umpan_balik_pegawai as proses_umpan_balik


@shared_task(ignore_result=True)
def kerjakan_run(run_id: int) -> int:
    """Work on a run until no free chunk is left. Sent any number of times, it changes nothing but time."""
    return proses_run.kerjakan_run(run_id)


@shared_task(ignore_result=True)
def bangunkan_run() -> int:
    """Wake runs that are not finished."""
    return proses_run.bangunkan()


@shared_task(ignore_result=True)
def buka_run_jatuh_tempo() -> int:
    """Open the runs of periods that are due."""
    return len(proses_run.buka_run_jatuh_tempo())


@shared_task(ignore_result=True)
def bersihkan_berkas_yatim() -> int:
    """Remove evidence files that no row names."""
    return proses_bukti.bersihkan_berkas_yatim()


@shared_task(ignore_result=True)
def kirim_pengingat() -> int:
    """Send the reminders whose minute has come; any number of calls sends each once."""
    return proses_pengingat.kirim_pengingat()


@shared_task(ignore_result=True)
def naikkan_permintaan() -> int:
    """Raise requests for support that nobody answered in time; a second call at once changes nothing."""
    return proses_dukungan_naik.naikkan_permintaan()


@shared_task(ignore_result=True)
def naikkan_laporan() -> int:
    """Raise reports of wrong data that nobody answered in time; a second call at once changes nothing."""
    return proses_laporan_data.naikkan_laporan()


@shared_task(ignore_result=True)
def lepaskan_tanpa_nama() -> int:
    """Open the feedback without a name of quarters that have ended; a second call finds none."""
    return proses_umpan_balik.lepaskan_tanpa_nama()


@shared_task(ignore_result=True)
def kedaluwarsakan_isian() -> int:
    """Close what was typed for somebody who did not confirm it in time."""
    return proses_atas_nama.kedaluwarsakan_isian()


@shared_task(ignore_result=True)
def alihkan_skp_menunggu() -> int:
    """Name today's superior on submitted plans whose superior has changed; a second call finds none."""
    return proses_alih_skp.alihkan_skp_menunggu()


@shared_task(ignore_result=True)
def kabari_keberatan() -> int:
    """Tell who decides on an open objection, and all sides when its due day has passed; each once."""
    return proses_tenggat_keberatan.kabari_keberatan()
