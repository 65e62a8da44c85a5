"""Whose behaviour an account rates: the set form of ``boleh_menilai_perilaku``."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from kinerja.enums import StatusEvaluasi
from kinerja.models import Evaluasi, Periode
from kinerja.permissions.atasan import PetaAtasan, bawahan_dari, orang_akun, peta_atasan
from kinerja.permissions.evaluasi import diputus_oleh
from rakumpit.organisasi.models import Pegawai, Pengguna
from rakumpit.waktu import hari_ini

if TYPE_CHECKING:
    from kinerja.permissions.atasan import Siapa


@dataclass(frozen=True, slots=True)
class Dinilai:
    """Evaluation of one person, None before the computation, and whether it is final."""

    evaluasi: UUID | None
    final: bool


def dinilai_oleh(pengguna: Siapa, periode: Periode) -> dict[int, Dinilai]:
    """Keys of the people whose behaviour this account rates in a period, with their evaluation.

    Who has an evaluation is rated by the one who decides on it; who has none yet by the superior of the last day so
    far. Nobody before the period has begun. A fixed number of queries.
    """
    hari = min(periode.selesai, hari_ini())
    if not pengguna.is_authenticated or not pengguna.is_active or hari < periode.mulai:
        return {}
    peta = peta_atasan()
    baris = Evaluasi.objects.pada(periode).terbaru()
    milik = diputus_oleh(pengguna, baris, "pegawai_id", "uuid", "status", peta=peta)
    hasil = {pk: Dinilai(kode, status == StatusEvaluasi.DITETAPKAN.value) for pk, kode, status in milik}
    return hasil | dict.fromkeys(
        _bawahan_tanpa_evaluasi(pengguna, periode, hari, peta.pada(hari)), Dinilai(None, final=False)
    )


def _bawahan_tanpa_evaluasi(pengguna: Pengguna, periode: Periode, hari: date, peta: PetaAtasan) -> list[int]:
    pegawai_id, luar_id = orang_akun(pengguna)
    berhak = (
        Pegawai.objects.aktif_pada(hari)
        .ber_skp()
        .filter(status__in=periode.berlaku_untuk, pk__in=bawahan_dari(pegawai_id, luar_id, hari, peta))
        .exclude(pk=pegawai_id)
        .exclude(pk__in=Evaluasi.objects.pada(periode).values("pegawai_id"))
    )
    return list(berhak.values_list("pk", flat=True))
