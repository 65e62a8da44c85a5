"""An officer fills the form in for a citizen who cannot: same checks, own channel, no name of anybody."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.core.exceptions import PermissionDenied, ValidationError

from survei.enums import Bendera, Saluran
from survei.permissions import boleh_membantu, orang_dalam
from survei.proses.isian import HasilKirim, terima_isian

if TYPE_CHECKING:
    from rakumpit.organisasi.models import Layanan, Pengguna
    from survei.models import Survei


def terima_dibantu(
    *,
    survei: Survei,
    oleh: Pengguna,
    setuju: bool,
    submission_id: UUID,
    layanan: Layanan,
    jawaban: Mapping[str, int | None],
    demografi: Mapping[str, str],
    saran: str,
    versi_formulir: str,
    tanggal: date,
    bendera: tuple[Bendera, ...] = (),
    kode: str = "",
) -> HasilKirim:
    """Store what a citizen told an officer; ``setuju``: the citizen agreed to it.

    Whose own work is measured may help too, since often nobody else is there: the answer is marked and counted. Who
    helped is not stored, neither with the answer nor in the audit trail, where the time would lead to the visit.
    Raises ``PermissionDenied`` or ``ValidationError``; else as ``terima_isian``.
    """
    if not boleh_membantu(oleh, survei):
        raise PermissionDenied
    if not setuju:
        raise ValidationError("Tanyakan dulu kepada warga, lalu centang persetujuannya.")
    tanda = [*bendera, *((Bendera.ORANG_DALAM,) if orang_dalam(oleh, survei) else ())]
    return terima_isian(
        survei=survei,
        submission_id=submission_id,
        layanan=layanan,
        jawaban=jawaban,
        demografi=demografi,
        saran=saran,
        saluran=Saluran.DIBANTU,
        versi_formulir=versi_formulir,
        tanggal=tanggal,
        bendera=tuple(tanda),
        kode=kode,
    )
