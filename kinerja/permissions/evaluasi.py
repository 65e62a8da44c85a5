"""Who decides about an evaluation and rates behaviour."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models.fields.json import KT

from kinerja.enums import StatusEvaluasi
from kinerja.models import Evaluasi, Periode
from kinerja.permissions.atasan import PetaAtasan, adalah, akun_pemegang, atasan_kini, orang_akun, peta_atasan
from kinerja.querysets import EvaluasiQuerySet
from rakumpit.organisasi.models import Pegawai
from rakumpit.organisasi.perhitungan import Pemegang
from rakumpit.waktu import hari_ini

if TYPE_CHECKING:
    from kinerja.permissions.atasan import Siapa


def pejabat_pemutus(evaluasi: Evaluasi, peta: PetaAtasan | None = None) -> Pemegang | None:
    """Who decides about this row today, by the rule at the head of this package."""
    konteks: dict[str, Any] = (evaluasi.bahan or {}).get("konteks") or {}
    return _pemutus(
        peta or peta_atasan(),
        unit_id=evaluasi.unit_id,
        memimpin=bool(konteks.get("memimpin")),
        pegawai_id=evaluasi.pegawai_id,
        penilai_id=evaluasi.penilai_id,
        penilai_luar_id=evaluasi.penilai_luar_id,
    )


def _pemutus(
    peta: PetaAtasan,
    *,
    unit_id: int | None,
    memimpin: bool,
    pegawai_id: int,
    penilai_id: int | None,
    penilai_luar_id: int | None,
) -> Pemegang | None:
    kini = peta.atasan(unit_id=unit_id, memimpin=memimpin, pegawai_id=pegawai_id)
    if kini is None:
        return None
    for satu in peta.setingkat(kini):
        tetap_pegawai = satu.pegawai_id is not None and satu.pegawai_id == penilai_id
        tetap_luar = satu.pejabat_luar_id is not None and satu.pejabat_luar_id == penilai_luar_id
        if tetap_pegawai or tetap_luar:
            return satu
    return kini


def boleh_memutuskan(pengguna: Siapa, evaluasi: Evaluasi, peta: PetaAtasan | None = None) -> bool:
    """Sets ratings and finalises this row."""
    if not pengguna.is_authenticated or not pengguna.is_active or evaluasi.pegawai.pengguna_id == pengguna.pk:
        return False
    return akun_pemegang(pejabat_pemutus(evaluasi, peta)) == pengguna.pk


def boleh_menilai_perilaku(pengguna: Siapa, pegawai: Pegawai, periode: Periode) -> bool:
    """Rates the seven values: who decides on the evaluation; without one, the superior of the last day so far."""
    if not pengguna.is_authenticated or not pengguna.is_active or pegawai.pengguna_id == pengguna.pk:
        return False
    evaluasi = Evaluasi.objects.select_related("pegawai").filter(pegawai=pegawai, periode=periode, terbaru=True).first()
    if evaluasi is not None:
        return evaluasi.status != StatusEvaluasi.DITETAPKAN.value and boleh_memutuskan(pengguna, evaluasi)
    return akun_pemegang(atasan_kini(pegawai, min(periode.selesai, hari_ini()))) == pengguna.pk


def pk_diputus_oleh(pengguna: Siapa, evaluasi: EvaluasiQuerySet) -> list[int]:
    """Keys of the given rows on which this account decides today; five queries at most, and no derivation is read.

    Only rows of the units under this account's lead are read. That is exact: whoever decides leads the unit of the row
    or one above it (``cari_atasan`` walks upwards), and on a row without a unit nobody decides.
    """
    if not pengguna.is_authenticated or not pengguna.is_active:
        return []
    pegawai_id, luar_id = orang_akun(pengguna)
    if pegawai_id is None and luar_id is None:
        return []
    peta = peta_atasan()
    hasil = []
    baris = (
        evaluasi.filter(unit_id__in=peta.di_bawah(pegawai_id, luar_id))
        .exclude(pegawai_id=pegawai_id)
        .values_list("pk", "unit_id", "pegawai_id", "penilai_id", "penilai_luar_id", KT("bahan__konteks__memimpin"))
    )
    for pk, unit_id, orang_id, penilai_id, penilai_luar_id, pemimpin_unit in baris:
        ringan = Evaluasi(
            pk=pk,
            unit_id=unit_id,
            pegawai_id=orang_id,
            penilai_id=penilai_id,
            penilai_luar_id=penilai_luar_id,
            bahan={"konteks": {"memimpin": pemimpin_unit == "true"}},
        )
        pemutus = pejabat_pemutus(ringan, peta)
        if pemutus is not None and adalah(pemutus, pegawai_id, luar_id):
            hasil.append(pk)
    return hasil
