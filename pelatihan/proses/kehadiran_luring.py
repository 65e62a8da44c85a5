"""Presses that waited on the phone of an organiser while there was no line.

The page carries a mark for each participant, signed for this session, this person and this account. A press without a
line keeps the mark and its moment; afterwards the server checks the signature before anything else, then everything
that an ordinary press is checked for. Sent twice, it gives the same entry.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from django.core import signing

from pelatihan.models import Kehadiran, Pendaftaran, SesiKegiatan
from pelatihan.proses.galat import ProsesDitolak
from pelatihan.proses.kehadiran import hadirkan
from rakumpit.organisasi.models import Pengguna

_GARAM = "pelatihan.hadir.luring"
MASA_TANDA = timedelta(days=7)


def _isi(sesi: SesiKegiatan, pendaftaran: Pendaftaran, oleh: Pengguna) -> str:
    return f"{sesi.uuid}:{pendaftaran.uuid}:{oleh.uuid}"


def tanda_luring(sesi: SesiKegiatan, pendaftaran: Pendaftaran, oleh: Pengguna) -> str:
    """Signed mark of one participant on the page of one organiser."""
    return signing.TimestampSigner(salt=_GARAM).sign(_isi(sesi, pendaftaran, oleh))


def terima_luring(
    *, sesi: SesiKegiatan, pendaftaran: Pendaftaran, oleh: Pengguna, tanda: str, datang: datetime
) -> Kehadiran:
    """Write down what waited; ``datang`` is the moment of the press by the clock of the phone.

    :raises ProsesDitolak: the mark was not made here for this account, or an ordinary press would be refused.
    """
    try:
        isi = signing.TimestampSigner(salt=_GARAM).unsign(tanda, max_age=MASA_TANDA)
    except signing.SignatureExpired as galat:
        raise ProsesDitolak("Catatan ini lebih dari tujuh hari di perangkat. Salin dari daftar kertas.") from galat
    except signing.BadSignature as galat:
        raise ProsesDitolak("Catatan ini bukan dari halaman Anda. Muat ulang halaman, lalu catat lagi.") from galat
    if isi != _isi(sesi, pendaftaran, oleh):
        raise ProsesDitolak("Catatan ini bukan dari halaman Anda. Muat ulang halaman, lalu catat lagi.")
    return hadirkan(sesi=sesi, pendaftaran=pendaftaran, oleh=oleh, datang=datang)
