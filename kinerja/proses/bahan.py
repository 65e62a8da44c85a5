"""First hop: from rows to the inputs of the formula, with a fixed number of queries for any number of people."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Count, FilteredRelation, Q

from kinerja.models import SKP, Indikator, PenilaianPerilaku, Periode
from kinerja.perhitungan import (
    Arah,
    BahanEvaluasi,
    BahanIndikator,
    BahanPerilaku,
    BahanWarga,
    NilaiDasar,
    Penilai,
    Rating,
    Sumber,
)
from kinerja.proses.umpan_balik import UNSUR_PETUGAS, baca_umpan_balik
from rakumpit.organisasi.enums import JenisUnit, SifatPenugasan
from rakumpit.organisasi.models import Pegawai, Penugasan, UnitKerja
from rakumpit.organisasi.perhitungan import Pemegang, cari_atasan
from survei.ringkasan import RingkasanIndeks

TANPA_SKP = "Belum ada SKP yang disetujui"
ASAL_RENCANA_AKSI = "target periode ini (rencana aksi)"
ASAL_TAHUNAN = "target setahun (periode ini belum punya rencana aksi)"
# Dictionaries and not ``Arah(...)``: a call of the enum class costs ten times as much, and there are many.
_ARAH = {satu.value: satu for satu in Arah}
_SUMBER = {satu.value: satu for satu in Sumber}
_NILAI_DASAR = {satu.value: satu for satu in NilaiDasar}
_PENILAI = {satu.value: satu for satu in Penilai}
_RATING = {satu.value: satu for satu in Rating}
# Sources whose app does not feed them yet.
_BELUM_ADA = {Sumber.JP: "Belum ada data pelatihan.", Sumber.TENGGAT: "Belum ada data forum."}
_UNIT_BERSURVEI = {JenisUnit.KELURAHAN.value, JenisUnit.KECAMATAN.value}
# Acting holders stand before the definitive one, as in PenugasanQuerySet.pemimpin.
_URUTAN_SIFAT = {SifatPenugasan.PLH.value: 0, SifatPenugasan.PLT.value: 1}
_AWALAN_SIFAT = {SifatPenugasan.PLH.value: "Plh. ", SifatPenugasan.PLT.value: "Plt. "}


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
    minimal_jawaban: int
    _pemimpin: dict[date, dict[int, list[Pemegang]]] = field(default_factory=dict)
    _nama: dict[tuple[int | None, int | None], str] = field(default_factory=dict)

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

    def nama(self, pemegang: Pemegang) -> str:
        if not self._nama:
            self._nama = {(m.pemegang.pegawai_id, m.pemegang.pejabat_luar_id): m.nama for m in self.masa_memimpin}
        return self._nama[pemegang.pegawai_id, pemegang.pejabat_luar_id]

    def survei_unit(self, unit_id: int | None) -> RingkasanIndeks | None:
        """Summary of the nearest kelurahan or kecamatan at or above a unit that has one."""
        dilewati: set[int] = set()
        while unit_id is not None and unit_id not in dilewati:
            dilewati.add(unit_id)
            if unit_id in self.umpan_balik and self.unit[unit_id][1] in _UNIT_BERSURVEI:
                return self.umpan_balik[unit_id]
            unit_id = self.induk.get(unit_id)
        return None


@dataclass(frozen=True, slots=True)
class BahanPegawai:
    """One person: where and under whom on the last day in the period, and the inputs, or why there are none."""

    pegawai_id: int
    nama: str
    golongan: str
    hari_terakhir: date
    unit_id: int | None
    unit_nama: str
    jabatan_nama: str
    memimpin: bool
    atasan: Pemegang | None
    atasan_nama: str
    skp_id: int | None
    survei: RingkasanIndeks | None
    bahan: BahanEvaluasi | None
    galat: str | None


def siapkan_rujukan(periode: Periode, *, minimal_jawaban: int) -> Rujukan:
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
        minimal_jawaban=minimal_jawaban,
    )


def kumpulkan_bahan(periode: Periode, pegawai_ids: Collection[int], rujukan: Rujukan) -> list[BahanPegawai]:
    """Inputs of the given people in the order of their keys: five queries for any number of them.

    Somebody whose rows cannot be read as inputs comes back with ``galat``; the others are not touched by it.
    """
    ids = sorted(pegawai_ids)
    penempatan = _penempatan(periode, ids)
    orang = list(
        Pegawai.objects.filter(pk__in=ids).order_by("pk").values_list("pk", "nama", "golongan", "mulai", "selesai")
    )
    terakhir: dict[int, date] = {}
    for pk, _nama, _golongan, _mulai, selesai in orang:
        tempat = penempatan.get(pk)
        batas = [periode.selesai, selesai, tempat.selesai if tempat else None]
        terakhir[pk] = max(periode.mulai, min(satu for satu in batas if satu is not None))
    skp = _skp(periode, ids, terakhir)
    indikator = _indikator(periode, skp.values())
    perilaku = _perilaku(periode, ids)
    return [
        _satu_orang(
            pk=pk,
            nama=nama,
            golongan=golongan,
            hari=terakhir[pk],
            tempat=penempatan.get(pk),
            skp_id=skp.get(pk),
            indikator=indikator.get(skp.get(pk), ()),
            perilaku=perilaku.get(pk, ()),
            rujukan=rujukan,
        )
        for pk, nama, golongan, _mulai, _selesai in orang
    ]


@dataclass(frozen=True, slots=True)
class _Tempat:
    unit_id: int
    jabatan: str
    memimpin: bool
    definitif: bool
    mulai: date
    selesai: date | None


def _penempatan(periode: Periode, ids: Sequence[int]) -> dict[int, _Tempat]:
    """The last definitive assignment of each person that touches the period; an acting one if there is no other."""
    hasil: dict[int, _Tempat] = {}
    baris = (
        Penugasan.objects.dalam(periode.mulai, periode.selesai)
        .filter(pegawai_id__in=ids)
        .order_by("pegawai_id", "mulai", "pk")
        .values_list(
            *("pegawai_id", "jabatan__unit_id", "jabatan__nama", "jabatan__memimpin", "sifat", "mulai", "selesai")
        )
    )
    for pegawai_id, unit_id, jabatan, memimpin, sifat, mulai, selesai in baris:
        definitif = sifat == SifatPenugasan.DEFINITIF.value
        lama = hasil.get(pegawai_id)
        if lama is None or definitif or not lama.definitif:
            hasil[pegawai_id] = _Tempat(unit_id, jabatan, memimpin, definitif, mulai, selesai)
    return hasil


def _skp(periode: Periode, ids: Sequence[int], terakhir: Mapping[int, date]) -> dict[int, int]:
    """Person -> approved plan that holds on the person's last day in the period (at most one by constraint)."""
    baris = (
        SKP.objects.disetujui()
        .filter(pegawai_id__in=ids, mulai__lte=periode.selesai, selesai__gte=periode.mulai)
        .order_by("pk")
        .values_list("pk", "pegawai_id", "mulai", "selesai")
    )
    return {pegawai_id: pk for pk, pegawai_id, mulai, selesai in baris if mulai <= terakhir[pegawai_id] <= selesai}


def _indikator(periode: Periode, skp_ids: Collection[int]) -> dict[int | None, list[Any]]:
    """Plan -> its indicators with the realisasi and the target of this period.

    ``FilteredRelation`` keeps indicators whose only realisasi belongs to another period.
    """
    hasil: dict[int | None, list[Any]] = {}
    baris = (
        Indikator.objects.filter(rencana__skp_id__in=list(skp_ids))
        .annotate(
            isi=FilteredRelation("realisasi", condition=Q(realisasi__periode=periode)),
            aksi=FilteredRelation("rencana_aksi", condition=Q(rencana_aksi__periode=periode)),
        )
        .order_by("rencana__skp_id", "rencana__urut", "urut", "pk")
        .values_list(
            *("rencana__skp_id", "pk", "uraian", "rencana__uraian", "arah", "sumber", "satuan", "bobot"),
            *("target", "target_atas", "unit_sumber_id", "isi__pk", "isi__nilai", "isi__catatan"),
            *("aksi__pk", "aksi__target", "aksi__target_atas"),
        )
    )
    for satu in baris:
        hasil.setdefault(satu[0], []).append(satu[1:])
    return hasil


def _perilaku(periode: Periode, ids: Sequence[int]) -> dict[int, list[tuple[str, str, str, int]]]:
    """Person -> (value, kind of rater, rating, how many), counted by the database."""
    hasil: dict[int, list[tuple[str, str, str, int]]] = {}
    baris = (
        PenilaianPerilaku.objects.filter(periode=periode, pegawai_id__in=ids)
        .values_list("pegawai_id", "nilai_dasar", "sebagai", "rating")
        .annotate(jumlah=Count("pk"))
        .order_by("pegawai_id", "nilai_dasar", "sebagai", "rating")
    )
    for pegawai_id, *isi in baris:
        hasil.setdefault(pegawai_id, []).append((isi[0], isi[1], isi[2], isi[3]))
    return hasil


def _satu_orang(
    *,
    pk: int,
    nama: str,
    golongan: str,
    hari: date,
    tempat: _Tempat | None,
    skp_id: int | None,
    indikator: Sequence[Any],
    perilaku: Sequence[tuple[str, str, str, int]],
    rujukan: Rujukan,
) -> BahanPegawai:
    atasan = None
    if tempat is not None:
        atasan = cari_atasan(
            unit_id=tempat.unit_id,
            memimpin=tempat.memimpin,
            pegawai_id=pk,
            induk=rujukan.induk,
            pemimpin=rujukan.pemimpin(hari),
        )
    unit_id = tempat.unit_id if tempat else None
    survei = rujukan.survei_unit(unit_id)
    bahan, galat = None, None
    try:
        bahan = BahanEvaluasi(
            pegawai_id=pk,
            indikator=tuple(_satu_indikator(satu, survei, rujukan) for satu in indikator),
            perilaku=tuple(
                BahanPerilaku(_NILAI_DASAR[nilai], _PENILAI[sebagai], _RATING[rating], jumlah)
                for nilai, sebagai, rating, jumlah in perilaku
            ),
            warga=_warga(survei),
            alasan_tanpa_skp=None if skp_id is not None else TANPA_SKP,
        )
    except KeyError as salah:
        galat = f"Data penilaian memuat pilihan yang tidak dikenal: {salah}."
    return BahanPegawai(
        pegawai_id=pk,
        nama=nama,
        golongan=golongan,
        hari_terakhir=hari,
        unit_id=unit_id,
        unit_nama=rujukan.unit[unit_id][0] if unit_id is not None else "",
        jabatan_nama=tempat.jabatan if tempat else "",
        memimpin=tempat.memimpin if tempat else False,
        atasan=atasan,
        atasan_nama=rujukan.nama(atasan) if atasan else "",
        skp_id=skp_id,
        survei=survei,
        bahan=bahan,
        galat=galat,
    )


def _satu_indikator(satu: Sequence[Any], survei_sendiri: RingkasanIndeks | None, rujukan: Rujukan) -> BahanIndikator:
    pk, uraian, rencana, arah, sumber_teks, satuan, bobot, target, target_atas, unit_sumber_id = satu[:10]
    isi_pk, nilai, catatan, aksi_pk, aksi_target, aksi_atas = satu[10:]
    sumber = _SUMBER[sumber_teks]
    realisasi: Decimal | None = None
    n: int | None = None
    bendera: tuple[str, ...] = ()
    keterangan = _BELUM_ADA.get(sumber, "")
    if sumber == Sumber.MANUAL:
        realisasi = nilai
        if isi_pk is not None and nilai is None:
            keterangan = f"Realisasi dikosongkan: {catatan}" if catatan else "Realisasi disimpan tanpa angka."
    elif sumber == Sumber.IKM:
        survei = rujukan.umpan_balik.get(unit_sumber_id) if unit_sumber_id is not None else survei_sendiri
        if survei is not None:
            realisasi, n = survei.ikm, survei.n
            bendera = _bendera(survei, rujukan.minimal_jawaban)
            keterangan = sebutan_survei(survei)
            if realisasi is None:
                keterangan += f" belum menghasilkan indeks: baru {n} jawaban yang dapat dihitung."
        elif unit_sumber_id is not None:
            keterangan = f"Belum ada survei terkunci di {rujukan.unit[unit_sumber_id][0]} untuk periode ini."
    dari_aksi = aksi_pk is not None
    return BahanIndikator(
        id=pk,
        nama=uraian,
        rhk=rencana,
        arah=_ARAH[arah],
        sumber=sumber,
        target=(aksi_target, aksi_atas) if dari_aksi else (target, target_atas),
        asal_target=ASAL_RENCANA_AKSI if dari_aksi else ASAL_TAHUNAN,
        satuan=satuan,
        realisasi=realisasi,
        bobot=bobot,
        n=n,
        bendera=bendera,
        keterangan=keterangan,
    )


def sebutan_survei(survei: RingkasanIndeks) -> str:
    """Names of the surveys behind a number, at most three in full."""
    judul = [f"«{satu.judul}»" for satu in survei.survei]
    lain = f" dan {len(judul) - 3} survei lain" if len(judul) > 3 else ""
    return f"Survei {', '.join(judul[:3])}{lain}"


def _bendera(survei: RingkasanIndeks, minimal_jawaban: int) -> tuple[str, ...]:
    """The survey's remarks travel with the number, as sentences; a sample below the rule's minimum adds one."""
    bendera = list(survei.catatan)
    if survei.n < minimal_jawaban:
        bendera.append(f"Jawaban ({survei.n}) lebih sedikit daripada batas aturan penilaian ({minimal_jawaban}).")
    return tuple(bendera)


def _warga(survei: RingkasanIndeks | None) -> tuple[BahanWarga, ...]:
    if survei is None:
        return ()
    return tuple(
        BahanWarga(unsur, survei.unsur[unsur].n, survei.unsur[unsur].nrr)
        for unsur in UNSUR_PETUGAS
        if unsur in survei.unsur
    )
