"""The day of an answer that waited on a device for a line."""

from datetime import date, datetime, timedelta

from rakumpit.waktu import tanggal_lokal

# How far the clock of a device may run ahead of the office's.
TOLERANSI_JAM = timedelta(minutes=10)


def hari_isian(*, diisi_pada: datetime | None, tiba: datetime, mulai: date, selesai: date) -> tuple[date, bool]:
    """Return the local day of an answer, and whether the device's clock is to be believed.

    The device's moment `diisi_pada` counts when it lies on a day of the survey (`mulai` … `selesai`) and at most
    `TOLERANSI_JAM` after the arrival `tiba`; within the tolerance the day is never later than the day of arrival. All
    else is a clock that is wrong or was not told (None): then the day of arrival counts. Both moments are aware.
    """
    hari_tiba = tanggal_lokal(tiba)
    if diisi_pada is not None and diisi_pada <= tiba + TOLERANSI_JAM:
        hari = min(tanggal_lokal(diisi_pada), hari_tiba)
        if mulai <= hari <= selesai:
            return hari, True
    return hari_tiba, False
