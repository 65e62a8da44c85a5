"""Calendar feed of sessions: a session that was called off is sent as CANCELLED."""

from __future__ import annotations

from collections.abc import Iterable

from forum.models import SesiForum
from forum.perhitungan.sesi import StatusSesi
from rakumpit import ics


def tulis_kalender(sesi: Iterable[SesiForum], *, nama: str, situs: str) -> bytes:
    """The sessions as one calendar; ``situs``: address of this site, without a slash at its end."""
    return ics.tulis_kalender((_acara(satu, situs) for satu in sesi), nama=nama, bagian="Forum")


def _acara(sesi: SesiForum, situs: str) -> ics.Acara:
    return ics.Acara(
        uid=f"{sesi.uuid}@kinerja-rakumpit",
        urutan=sesi.urutan_kalender,
        diubah=sesi.diubah_pada,
        mulai=sesi.mulai,
        selesai=sesi.selesai,
        judul=sesi.judul,
        uraian=sesi.tema if not sesi.alasan else f"{sesi.tema}\n\n{sesi.alasan}",
        tempat=" · ".join(satu for satu in (sesi.tempat, sesi.tautan) if satu),
        alamat=f"{situs}{sesi.get_absolute_url()}",
        batal=sesi.status == StatusSesi.DIBATALKAN,
    )
