"""Who may do what in performance management.

The superior of the moment is derived from dated assignments, never stored by hand:

* **SKP**: the superior derived *today* decides. When the superior changes, open requests belong to the new one from
  the first day, and the old one only reads what was decided.
* **Evaluasi**: the official of the row (derived on the person's last day in the period) decides as long as he or she
  still holds, today, the leading post that stands above the unit of the row. Once somebody else holds it, the right
  passes to the superior derived today for the unit of the row: people who moved on are still rated for the past
  period from the unit in which they worked.

Nobody ever decides about themselves, and neither pengelola nor technical admin decides in an official's place.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models.fields.json import KT

from kinerja.enums import StatusEvaluasi, StatusSKP
from kinerja.models import SKP, Evaluasi, Indikator, Periode
from kinerja.querysets import EvaluasiQuerySet
from rakumpit.organisasi.enums import SifatPenugasan
from rakumpit.organisasi.models import Pegawai, PejabatLuar, Pengguna, Penugasan, UnitKerja
from rakumpit.organisasi.perhitungan import Pemegang, cari_atasan
from rakumpit.waktu import hari_ini

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    Siapa = Pengguna | AnonymousUser


@dataclass(frozen=True, slots=True)
class PetaAtasan:
    """Tree and leaders of one day: answers for any number of people without another query."""

    induk: Mapping[int, int | None]
    pemimpin: Mapping[int, Sequence[Pemegang]]

    def atasan(self, *, unit_id: int | None, memimpin: bool, pegawai_id: int) -> Pemegang | None:
        if unit_id is None:
            return None
        return cari_atasan(
            unit_id=unit_id, memimpin=memimpin, pegawai_id=pegawai_id, induk=self.induk, pemimpin=self.pemimpin
        )

    def setingkat(self, pemegang: Pemegang) -> Sequence[Pemegang]:
        """All who hold the same leading post that day: an acting holder and the definitive one."""
        return next((semua for semua in self.pemimpin.values() if any(satu is pemegang for satu in semua)), ())


def peta_atasan(tanggal: date | None = None) -> PetaAtasan:
    """Read the leaders of a day (today if not given); two queries."""
    return PetaAtasan(UnitKerja.objects.induk_dari(), Penugasan.objects.pemimpin(tanggal or hari_ini()))


def _akun(pemegang: Pemegang | None) -> int | None:
    """Account of the derived holder."""
    if pemegang is None:
        return None
    if pemegang.pegawai_id is not None:
        return Pegawai.objects.filter(pk=pemegang.pegawai_id).values_list("pengguna_id", flat=True).first()
    if pemegang.pejabat_luar_id is not None:
        return PejabatLuar.objects.filter(pk=pemegang.pejabat_luar_id).values_list("pengguna_id", flat=True).first()
    return None


def boleh_mengelola(pengguna: Siapa) -> bool:
    """Opens runs and periods, records letters; never sets a rating by own judgement."""
    return bool(pengguna.is_authenticated and pengguna.is_active and getattr(pengguna, "pengelola", False))


def pejabat_pemutus(evaluasi: Evaluasi, peta: PetaAtasan | None = None) -> Pemegang | None:
    """Who decides about this row today, by the rule at the head of this module."""
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
    return _akun(pejabat_pemutus(evaluasi, peta)) == pengguna.pk


def atasan_kini(pegawai: Pegawai, tanggal: date | None = None) -> Pemegang | None:
    """Superior of a person derived on a day (today if not given)."""
    tanggal = tanggal or hari_ini()
    tempat = pegawai.penugasan_pada(tanggal)
    if tempat is None:
        return None
    return peta_atasan(tanggal).atasan(
        unit_id=tempat.jabatan.unit_id, memimpin=tempat.jabatan.memimpin, pegawai_id=pegawai.pk
    )


def boleh_menyetujui_skp(pengguna: Siapa, skp: SKP) -> bool:
    """Approves or returns a submitted plan: the superior derived today, and nobody else."""
    if not pengguna.is_authenticated or not pengguna.is_active or skp.pegawai.pengguna_id == pengguna.pk:
        return False
    return skp.status == StatusSKP.DIAJUKAN.value and _akun(atasan_kini(skp.pegawai)) == pengguna.pk


def boleh_mengubah_skp(pengguna: Siapa, skp: SKP) -> bool:
    """Edits and submits: the owner, while the plan is a draft or was returned."""
    return bool(
        pengguna.is_authenticated
        and pengguna.is_active
        and skp.pegawai.pengguna_id == pengguna.pk
        and skp.status in {StatusSKP.DRAF.value, StatusSKP.DIKEMBALIKAN.value}
    )


def boleh_mengisi_realisasi(pengguna: Siapa, indikator: Indikator) -> bool:
    """Types what was reached: only the owner of the plan."""
    return bool(
        pengguna.is_authenticated and pengguna.is_active and indikator.rencana.skp.pegawai.pengguna_id == pengguna.pk
    )


def boleh_menilai_perilaku(pengguna: Siapa, pegawai: Pegawai, periode: Periode) -> bool:
    """Rates the seven values: who decides on the evaluation; without one, the superior of the last day so far."""
    if not pengguna.is_authenticated or not pengguna.is_active or pegawai.pengguna_id == pengguna.pk:
        return False
    evaluasi = Evaluasi.objects.select_related("pegawai").filter(pegawai=pegawai, periode=periode, terbaru=True).first()
    if evaluasi is not None:
        return evaluasi.status != StatusEvaluasi.DITETAPKAN.value and boleh_memutuskan(pengguna, evaluasi)
    return _akun(atasan_kini(pegawai, min(periode.selesai, hari_ini()))) == pengguna.pk


def memimpin(pengguna: Siapa) -> bool:
    """Holds a leading post today (definitive, Plt. or Plh.): the ones who can have somebody to rate."""
    if not pengguna.is_authenticated or not pengguna.is_active:
        return False
    return bool(Penugasan.objects.unit_dipimpin(pengguna, hari_ini()))


def pk_diputus_oleh(pengguna: Siapa, evaluasi: EvaluasiQuerySet) -> list[int]:
    """Keys of the given rows on which this account decides today; five queries, and no derivation is read."""
    if not pengguna.is_authenticated or not pengguna.is_active:
        return []
    pegawai_id, luar_id = _orang(pengguna)
    if pegawai_id is None and luar_id is None:
        return []
    peta = peta_atasan()
    hasil = []
    baris = evaluasi.exclude(pegawai_id=pegawai_id).values_list(
        "pk", "unit_id", "pegawai_id", "penilai_id", "penilai_luar_id", KT("bahan__konteks__memimpin")
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
        if pemutus is not None and _dia(pemutus, pegawai_id, luar_id):
            hasil.append(pk)
    return hasil


def skp_menunggu_persetujuan(pengguna: Siapa) -> list[SKP]:
    """Submitted plans that this account approves or returns today; a fixed number of queries."""
    if not pengguna.is_authenticated or not pengguna.is_active:
        return []
    pegawai_id, luar_id = _orang(pengguna)
    if pegawai_id is None and luar_id is None:
        return []
    diajukan = list(
        SKP.objects.filter(status=StatusSKP.DIAJUKAN.value)
        .exclude(pegawai__pengguna_id=pengguna.pk)
        .select_related("pegawai")
        .order_by("pegawai__nama_urut", "pk")
    )
    if not diajukan:
        return []
    hari = hari_ini()
    tempat: dict[int, tuple[bool, int, int, bool]] = {}
    for orang_id, pk, sifat, unit_id, pimpinan in (
        Penugasan.objects.pada(hari)
        .filter(pegawai_id__in=[satu.pegawai_id for satu in diajukan])
        .values_list("pegawai_id", "pk", "sifat", "jabatan__unit_id", "jabatan__memimpin")
    ):
        # The definitive post places a person, as in Pegawai.penugasan_pada.
        calon = (sifat != SifatPenugasan.DEFINITIF.value, pk, unit_id, pimpinan)
        tempat[orang_id] = min(tempat.get(orang_id, calon), calon)
    peta = peta_atasan(hari)
    hasil = []
    for skp in diajukan:
        if skp.pegawai_id not in tempat:
            continue
        _, _, unit_id, pimpinan = tempat[skp.pegawai_id]
        atasan = peta.atasan(unit_id=unit_id, memimpin=pimpinan, pegawai_id=skp.pegawai_id)
        if atasan is not None and _dia(atasan, pegawai_id, luar_id):
            hasil.append(skp)
    return hasil


def _orang(pengguna: Pengguna) -> tuple[int | None, int | None]:
    """Keys of the person and of the outside official behind an account; remembered by the account object."""
    return getattr(getattr(pengguna, "pegawai", None), "pk", None), getattr(
        getattr(pengguna, "pejabat_luar", None), "pk", None
    )


def _dia(pemegang: Pemegang, pegawai_id: int | None, luar_id: int | None) -> bool:
    if pemegang.pegawai_id is not None:
        return pemegang.pegawai_id == pegawai_id
    return pemegang.pejabat_luar_id is not None and pemegang.pejabat_luar_id == luar_id
