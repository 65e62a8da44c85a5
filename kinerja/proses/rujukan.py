"""What all people of a run share, read once: the tree, the leaders by date, the survey summaries."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from kinerja.models import Periode
from kinerja.perhitungan.penilai import Kunci
from kinerja.proses.umpan_balik import baca_umpan_balik
from rakumpit.organisasi.enums import JenisUnit, SifatPenugasan
from rakumpit.organisasi.models import Penugasan, UnitKerja
from rakumpit.organisasi.perhitungan import Pemegang
from survei.ringkasan import RingkasanIndeks, manfaat_program

_UNIT_BERSURVEI = {JenisUnit.KELURAHAN.value, JenisUnit.KECAMATAN.value}
# Acting holders stand before the definitive one, as in PenugasanQuerySet.pemimpin.
_URUTAN_SIFAT = {SifatPenugasan.LIMPAH.value: -1, SifatPenugasan.PLH.value: 0, SifatPenugasan.PLT.value: 1}
_AWALAN_SIFAT = {
    SifatPenugasan.LIMPAH.value: "a.n. ",
    SifatPenugasan.PLH.value: "Plh. ",
    SifatPenugasan.PLT.value: "Plt. ",
}


@dataclass(frozen=True, slots=True)
class _MasaMemimpin:
    unit_id: int
    pemegang: Pemegang
    nama: str
    mulai: date
    selesai: date | None


@dataclass(slots=True)
class Rujukan:
    """What all people of a run share: the tree, the leaders by date, the survey summaries. Read once per run."""

    induk: Mapping[int, int | None]
    unit: Mapping[int, tuple[str, str]]  # name, kind
    masa_memimpin: Sequence[_MasaMemimpin]
    umpan_balik: Mapping[int, RingkasanIndeks]
    program: Mapping[int, RingkasanIndeks]  # by the employee who owns the programmes
    minimal_jawaban: int
    hari_minimal_atasan: int
    _pemimpin: dict[date, dict[int, list[Pemegang]]] = field(default_factory=dict)
    _nama: dict[Kunci, str] = field(default_factory=dict)

    def pemimpin(self, tanggal: date) -> dict[int, list[Pemegang]]:
        """Unit -> holders of its leading post on a date, acting ones first."""
        hasil = self._pemimpin.get(tanggal)
        if hasil is None:
            hasil = {}
            for masa in self.masa_memimpin:
                if masa.mulai <= tanggal and (masa.selesai is None or masa.selesai >= tanggal):
                    hasil.setdefault(masa.unit_id, []).append(masa.pemegang)
            self._pemimpin[tanggal] = hasil
        return hasil

    def nama(self, penilai: Kunci) -> str:
        """Name of somebody who led a unit in the period; empty for anybody else."""
        if not self._nama:
            self._nama = {(m.pemegang.pegawai_id, m.pemegang.pejabat_luar_id): m.nama for m in self.masa_memimpin}
        return self._nama.get(penilai, "")

    def hari_berganti(self, mulai: date, selesai: date) -> set[date]:
        """Days after ``mulai`` and until ``selesai`` on which some leading post changed hands."""
        hari = {satu.mulai for satu in self.masa_memimpin}
        hari |= {satu.selesai + timedelta(days=1) for satu in self.masa_memimpin if satu.selesai is not None}
        return {satu for satu in hari if mulai < satu <= selesai}

    def survei_unit(self, unit_id: int | None) -> RingkasanIndeks | None:
        """Summary of the nearest kelurahan or kecamatan at or above a unit that has one."""
        dilewati: set[int] = set()
        while unit_id is not None and unit_id not in dilewati:
            dilewati.add(unit_id)
            if unit_id in self.umpan_balik and self.unit[unit_id][1] in _UNIT_BERSURVEI:
                return self.umpan_balik[unit_id]
            unit_id = self.induk.get(unit_id)
        return None


def siapkan_rujukan(periode: Periode, *, minimal_jawaban: int, hari_minimal_atasan: int) -> Rujukan:
    """Read what all people of the period share."""
    unit: dict[int, tuple[str, str]] = {}
    induk: dict[int, int | None] = {}
    for pk, nama, jenis, induk_id in UnitKerja.objects.order_by("pk").values_list("pk", "nama", "jenis", "induk_id"):
        unit[pk], induk[pk] = (nama, jenis), induk_id
    baris = sorted(
        Penugasan.objects.dalam(periode.mulai, periode.selesai)
        .filter(jabatan__memimpin=True)
        .values_list(
            *("pk", "sifat", "jabatan__unit_id", "jabatan__nama", "pegawai_id", "pejabat_luar_id"),
            *("pegawai__nama", "pejabat_luar__nama", "mulai", "selesai"),
        ),
        key=lambda satu: (_URUTAN_SIFAT.get(satu[1], 2), satu[0]),
    )
    return Rujukan(
        induk=induk,
        unit=unit,
        masa_memimpin=[
            _MasaMemimpin(
                unit_id=unit_id,
                pemegang=Pemegang(
                    pegawai_id, luar_id, f"{_AWALAN_SIFAT.get(sifat, '')}{jabatan}, {unit[unit_id][0]}", sifat
                ),
                nama=pegawai_nama or luar_nama,
                mulai=mulai,
                selesai=selesai,
            )
            for _pk, sifat, unit_id, jabatan, pegawai_id, luar_id, pegawai_nama, luar_nama, mulai, selesai in baris
        ],
        umpan_balik=baca_umpan_balik(unit, periode.mulai, periode.selesai),
        program=manfaat_program(mulai=periode.mulai, selesai=periode.selesai),
        minimal_jawaban=minimal_jawaban,
        hari_minimal_atasan=hari_minimal_atasan,
    )
