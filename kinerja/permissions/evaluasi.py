"""Who decides about an evaluation and rates behaviour."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kinerja.enums import StatusEvaluasi
from kinerja.models import Evaluasi, Periode
from kinerja.permissions.atasan import PetaAtasan, akun_pemegang, atasan_kini, orang_akun, peta_atasan
from kinerja.querysets import EvaluasiQuerySet
from rakumpit.bacaan import Bacaan, baca
from rakumpit.organisasi.models import Pegawai, Pengguna
from rakumpit.organisasi.perhitungan import Pemegang
from rakumpit.waktu import hari_ini

if TYPE_CHECKING:
    from kinerja.permissions.atasan import Siapa


def pejabat_pemutus(evaluasi: Evaluasi, peta: PetaAtasan | None = None) -> Pemegang | None:
    """Who decides about this row today, by the rule at the head of this package."""
    return _pemutus(
        peta or peta_atasan(),
        unit_id=evaluasi.unit_id,
        memimpin=evaluasi.memimpin,
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
    pemutus = pejabat_pemutus(evaluasi, peta)
    return pemutus is not None and pemutus.adalah(*orang_akun(pengguna))


def boleh_menilai_perilaku(pengguna: Siapa, pegawai: Pegawai, periode: Periode) -> bool:
    """Rates the seven values: who decides on the evaluation; without one, the superior of the last day so far."""
    if not pengguna.is_authenticated or not pengguna.is_active or pegawai.pengguna_id == pengguna.pk:
        return False
    evaluasi = Evaluasi.objects.select_related("pegawai").filter(pegawai=pegawai, periode=periode, terbaru=True).first()
    if evaluasi is not None:
        return evaluasi.status != StatusEvaluasi.DITETAPKAN.value and boleh_memutuskan(pengguna, evaluasi)
    return akun_pemegang(atasan_kini(pegawai, min(periode.selesai, hari_ini()))) == pengguna.pk


def pk_diputus_oleh(pengguna: Siapa, evaluasi: EvaluasiQuerySet, peta: PetaAtasan | None = None) -> list[int]:
    """Keys of the given rows on which this account decides today; five queries at most, and no derivation is read."""
    return [pk for (pk,) in diputus_oleh(pengguna, evaluasi, "pk", peta=peta)]


def diputus_oleh(
    pengguna: Siapa, evaluasi: EvaluasiQuerySet, *medan: str, peta: PetaAtasan | None = None
) -> list[tuple[Any, ...]]:
    """The named fields of the given rows on which this account decides today; five queries at most.

    Read are only the rows for which the account can be the one (``PetaAtasan.jangkauan``): whoever decides leads the
    unit of the row or the nearest led one above it, and on a row without a unit nobody decides.
    """
    if not pengguna.is_authenticated or not pengguna.is_active or not any(orang_akun(pengguna)):
        return []
    return baca(baca_diputus(pengguna, evaluasi, *medan, peta=peta or peta_atasan()))


def baca_diputus(
    pengguna: Pengguna, evaluasi: EvaluasiQuerySet, *medan: str, peta: PetaAtasan
) -> Bacaan[list[tuple[Any, ...]]]:
    """``diputus_oleh`` of an active account, in one step."""
    orang = orang_akun(pengguna)
    dipimpin = peta.dipimpin(*orang)
    if not dipimpin:
        return []
    jangkauan = peta.jangkauan(dipimpin).saring(unit="unit_id", memimpin="memimpin", pegawai="pegawai_id")
    (baris,) = yield [
        evaluasi.filter(jangkauan)
        .exclude(pegawai_id=orang[0])
        .values_list("unit_id", "memimpin", "pegawai_id", "penilai_id", "penilai_luar_id", *medan)
    ]
    hasil = []
    for unit_id, memimpin, orang_id, penilai_id, penilai_luar_id, *isi in baris:
        pemutus = _pemutus(
            peta,
            unit_id=unit_id,
            memimpin=memimpin,
            pegawai_id=orang_id,
            penilai_id=penilai_id,
            penilai_luar_id=penilai_luar_id,
        )
        if pemutus is not None and pemutus.adalah(*orang):
            hasil.append(tuple(isi))
    return hasil
