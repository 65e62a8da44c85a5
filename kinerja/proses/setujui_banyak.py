"""Approving several submitted plans after their contents were read together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction

from kinerja.models import SKP
from kinerja.proses.dasar_skp import kunci_skp, periksa_suntingan
from kinerja.proses.galat import ProsesDitolak
from kinerja.proses.simpan import kunci_orang
from kinerja.proses.skp import setujui
from rakumpit.organisasi.models import Pengguna


@dataclass(frozen=True, slots=True)
class HasilSetujui:
    """Plans that are approved now, and (plan, reason) of the others."""

    disetujui: list[SKP]
    ditolak: list[tuple[SKP, str]]


def setujui_banyak(*, pasangan: Iterable[tuple[SKP, int]], oleh: Pengguna) -> HasilSetujui:
    """Approve several plans, each (plan, ``suntingan`` as it was read) in its own transaction.

    A plan that changed since it was read, was decided meanwhile, or is another superior's is refused with its reason;
    refusals do not stop the others.
    """
    hasil = HasilSetujui([], [])
    # One order for everybody, so that two such calls cannot wait for each other.
    for skp, suntingan in sorted(pasangan, key=lambda satu: satu[0].pegawai_id):
        try:
            hasil.disetujui.append(_setujui_yang_dibaca(skp, suntingan, oleh))
        except ProsesDitolak as galat:
            hasil.ditolak.append((skp, str(galat)))
    return hasil


@transaction.atomic
def _setujui_yang_dibaca(skp: SKP, suntingan: int, oleh: Pengguna) -> SKP:
    kunci_orang([skp.pegawai_id])
    periksa_suntingan(kunci_skp(skp), suntingan)
    return setujui(skp=skp, oleh=oleh)
