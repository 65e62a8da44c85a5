"""Whose behaviour an account rates: the set form of ``boleh_menilai_perilaku``."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from kinerja.enums import StatusEvaluasi
from kinerja.models import Evaluasi, Periode
from kinerja.permissions.atasan import adalah, atasan_semua, orang_akun
from kinerja.permissions.evaluasi import pk_diputus_oleh
from rakumpit.organisasi.models import Pegawai, Pengguna, Penugasan, UnitKerja
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
    baris = Evaluasi.objects.pada(periode).terbaru()
    milik = Evaluasi.objects.filter(pk__in=pk_diputus_oleh(pengguna, baris)).values_list("pegawai_id", "uuid", "status")
    hasil = {pk: Dinilai(kode, status == StatusEvaluasi.DITETAPKAN.value) for pk, kode, status in milik}
    return hasil | dict.fromkeys(_bawahan_tanpa_evaluasi(pengguna, periode, hari), Dinilai(None, final=False))


def _bawahan_tanpa_evaluasi(pengguna: Pengguna, periode: Periode, hari: date) -> list[int]:
    pegawai_id, luar_id = orang_akun(pengguna)
    dipimpin = Penugasan.objects.unit_dipimpin(pengguna, hari)
    if not dipimpin:
        return []
    berhak = (
        Pegawai.objects.aktif_pada(hari)
        .ber_skp()
        .filter(status__in=periode.berlaku_untuk)
        .exclude(pk=pegawai_id)
        .exclude(pk__in=Evaluasi.objects.pada(periode).values("pegawai_id"))
    )
    # A superior leads the unit of the person or one above it, so nobody else needs to be looked at.
    di_bawah = Penugasan.objects.pada(hari).filter(jabatan__unit_id__in=UnitKerja.objects.turunan_id(dipimpin))
    ids = list(berhak.filter(pk__in=di_bawah.values("pegawai_id")).values_list("pk", flat=True))
    if not ids:
        return []
    return [
        orang_id
        for orang_id, atasan in atasan_semua(ids, hari).items()
        if atasan is not None and adalah(atasan, pegawai_id, luar_id)
    ]
