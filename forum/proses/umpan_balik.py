"""What attendees think of a session; nothing leads back to a person."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction

from forum.models import AturanForum, SesiForum, UmpanBalikSesi
from forum.perhitungan.sesi import PERSIAPAN, StatusSesi
from forum.proses.kunci import kunci_tautan
from forum.proses.versi import kunci_baris
from rakumpit.waktu import hari_ini


def kunci_umpan_balik(sesi: SesiForum) -> str:
    """Key of the link that is shown at the end of a session to those who are there."""
    return kunci_tautan("umpan-balik", sesi.uuid)


def menerima_umpan_balik(sesi: SesiForum) -> bool:
    """From its beginning until so many days after it, as the rule in force says."""
    if sesi.status in PERSIAPAN or sesi.status == StatusSesi.DIBATALKAN:
        return False
    return hari_ini() <= sesi.hari + timedelta(days=AturanForum.pada(sesi.hari).hari_umpan_balik)


@transaction.atomic
def simpan_umpan_balik(*, sesi: SesiForum, kiriman: UUID, nilai: int, tercatat: str, saran: str) -> UmpanBalikSesi:
    """Store one answer; the same form again changes nothing. No audit entry: it would tell when somebody answered."""
    baris = kunci_baris(sesi, None)
    ada = UmpanBalikSesi.objects.filter(kiriman=kiriman).first()
    if ada is not None:
        return ada
    if not menerima_umpan_balik(baris):
        raise ValidationError("Umpan balik untuk sesi ini sudah ditutup atau belum dibuka.")
    return UmpanBalikSesi.objects.create(
        kiriman=kiriman, sesi=baris, nilai=nilai, tercatat=tercatat, saran=saran.strip(), tanggal=hari_ini()
    )
