"""First hop: from rows to the inputs of the formula, with a fixed number of queries for any number of people."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, TypeAlias

from django.db.models import FilteredRelation, Q

from forum.ringkasan import TepatWaktu, tepat_waktu
from kinerja.models import SKP, Indikator, Periode
from kinerja.perhitungan import Arah, BahanEvaluasi, BahanIndikator, BahanWarga, Sumber
from kinerja.proses.masa import MasaDinilai, Orang, baca_khusus, masa_dinilai
from kinerja.proses.penilai_perilaku import BarisPerilaku, PerilakuDipakai, baca_perilaku, pakai_perilaku
from kinerja.proses.rujukan import Rujukan
from kinerja.proses.tempat import Tempat, baca_tempat, tempat_terakhir
from kinerja.proses.umpan_balik import UNSUR_PETUGAS
from pelatihan.ringkasan import jp_periode
from rakumpit.angka import bulatkan, format_angka
from rakumpit.organisasi.models import Pegawai
from rakumpit.organisasi.perhitungan import Pemegang, cari_atasan
from survei.ringkasan import RingkasanIndeks

TANPA_SKP = "Belum ada SKP yang disetujui"
ASAL_RENCANA_AKSI = "target periode ini (rencana aksi)"
ASAL_NARASI = "narasi ukuran keberhasilan (SKP kualitatif)"
TANPA_TARGET = "Ukuran keberhasilan berupa narasi, jadi tidak ada capaian dalam angka."
ASAL_TAHUNAN = "target setahun (periode ini belum punya rencana aksi)"
# Dictionaries and not ``Arah(...)``: a call of the enum class costs ten times as much, and there are many.
_ARAH = {satu.value: satu for satu in Arah}
_SUMBER = {satu.value: satu for satu in Sumber}
# Training hours of one person, None with the sentence that says why.
JamPelatihan: TypeAlias = tuple[Decimal | None, str]
TANPA_TENGGAT = "Belum ada laporan warga yang jatuh tempo dalam periode ini"


@dataclass(frozen=True, slots=True)
class BahanPegawai:
    """One person: where and under whom on the last day in the period, and the inputs, or why there are none."""

    pegawai_id: int
    nama: str
    golongan: str
    masa: MasaDinilai
    unit_id: int | None
    unit_nama: str
    jabatan_nama: str
    memimpin: bool
    atasan: Pemegang | None
    atasan_nama: str
    skp_id: int | None
    survei: RingkasanIndeks | None
    perilaku: PerilakuDipakai
    bahan: BahanEvaluasi | None
    galat: str | None


def kumpulkan_bahan(periode: Periode, pegawai_ids: Collection[int], rujukan: Rujukan) -> list[BahanPegawai]:
    """Inputs of the given people in the order of their keys: six queries for any number of them.

    Four more where an indicator is filled from the training hours, one more where from the deadlines of reports.

    Somebody whose rows cannot be read as inputs comes back with ``galat``; the others are not touched by it.
    """
    ids = sorted(pegawai_ids)
    tempat, khusus = baca_tempat(periode, ids), baca_khusus(periode, ids)
    nama_unit = {pk: nama for pk, (nama, _jenis) in rujukan.unit.items()}
    medan = ("pk", "nama", "golongan", "mulai", "selesai", "alasan_selesai")
    orang = list(Pegawai.objects.filter(pk__in=ids).order_by("pk").values_list(*medan))
    masa: dict[int, MasaDinilai] = {}
    for pk, _nama, _golongan, mulai, selesai, alasan in orang:
        di = tempat.get(pk, ())
        satu = Orang(mulai, selesai, alasan, di, khusus.get(pk, ()))
        masa[pk] = masa_dinilai(periode, satu, tempat_terakhir(di), nama_unit)
    skp = _skp(periode, ids, {pk: satu.selesai for pk, satu in masa.items()})
    indikator = _indikator(periode, skp.values())
    perilaku = baca_perilaku(periode, ids)
    jp, tenggat = _jp(periode, skp, indikator), _tenggat(periode, indikator)
    return [
        _satu_orang(
            pk=pk,
            nama=nama,
            golongan=golongan,
            masa=masa[pk],
            semua_tempat=tempat.get(pk, ()),
            skp_id=skp.get(pk),
            indikator=indikator.get(skp.get(pk), ()),
            perilaku=perilaku.get(pk, ()),
            jp=jp.get(pk),
            tenggat=tenggat,
            rujukan=rujukan,
        )
        for pk, nama, golongan, _mulai, _selesai, _alasan in orang
    ]


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
            *("aksi__target", "aksi__target_atas"),
        )
    )
    for satu in baris:
        hasil.setdefault(satu[0], []).append(satu[1:])
    return hasil


def _jp(
    periode: Periode, skp: Mapping[int, int], indikator: Mapping[int | None, Sequence[Any]]
) -> Mapping[int, JamPelatihan]:
    """Person -> training hours by the last day of the period, of those whose plan has such an indicator."""
    perlu = {rencana for rencana, baris in indikator.items() if any(satu[4] == Sumber.JP.value for satu in baris)}
    ids = [pegawai for pegawai, rencana in skp.items() if rencana in perlu]
    return jp_periode(ids, periode.selesai) if ids else {}


def _tenggat(periode: Periode, indikator: Mapping[int | None, Sequence[Any]]) -> TepatWaktu | None:
    """Answers to reports that fell due in the period, where an indicator of these people is filled from them."""
    perlu = any(satu[4] == Sumber.TENGGAT.value for baris in indikator.values() for satu in baris)
    return tepat_waktu(periode.mulai, periode.selesai) if perlu else None


def _tepat(
    tenggat: TepatWaktu, pegawai_id: int, unit_id: int | None, rujukan: Rujukan
) -> tuple[Decimal | None, int | None, str]:
    """Share of the answers in time (percent), their number, and the counts in words: of the unit that the indicator
    names, else of the reports that the person holds. None where nothing fell due: no report is no merit and no fault.
    """
    satu = tenggat.pegawai.get(pegawai_id) if unit_id is None else tenggat.unit.get(unit_id)
    siapa = "yang dipegang pegawai ini" if unit_id is None else f"yang ditangani {rujukan.unit[unit_id][0]}"
    if satu is None or not satu.jumlah:
        return None, None, f"{TANPA_TENGGAT}, di antara {siapa}."
    bagian = bulatkan(Decimal(satu.tepat * 100) / satu.jumlah, 4)
    return bagian, satu.jumlah, f"Laporan warga {siapa}: {satu.tepat} dijawab tepat waktu, {satu.terlambat} terlambat."


def _satu_orang(
    *,
    pk: int,
    nama: str,
    golongan: str,
    masa: MasaDinilai,
    semua_tempat: Sequence[Tempat],
    skp_id: int | None,
    indikator: Sequence[Any],
    perilaku: Sequence[BarisPerilaku],
    jp: JamPelatihan | None,
    tenggat: TepatWaktu | None,
    rujukan: Rujukan,
) -> BahanPegawai:
    atasan, tempat = None, tempat_terakhir(semua_tempat)
    if tempat is not None:
        atasan = cari_atasan(
            unit_id=tempat.unit_id,
            memimpin=tempat.memimpin,
            pegawai_id=pk,
            induk=rujukan.induk,
            pemimpin=rujukan.pemimpin(masa.selesai),
        )
    unit_id = tempat.unit_id if tempat else None
    survei = rujukan.survei_unit(unit_id)
    bahan, galat, dipakai = None, None, PerilakuDipakai()
    try:
        if not masa.tidak_dinilai:
            dipakai = pakai_perilaku(
                pegawai_id=pk,
                baris=perilaku,
                tempat=semua_tempat,
                atasan=atasan,
                mulai=masa.mulai,
                selesai=masa.selesai,
                rujukan=rujukan,
            )
        bahan = BahanEvaluasi(
            pegawai_id=pk,
            indikator=tuple(_satu_indikator(satu, survei, rujukan, pk, jp=jp, tenggat=tenggat) for satu in indikator),
            perilaku=dipakai.perilaku,
            warga=_warga(survei),
            alasan_tanpa_skp=masa.tidak_dinilai or (None if skp_id is not None else TANPA_SKP),
            rekomendasi=dipakai.rekomendasi,
        )
    except KeyError as salah:
        galat = f"Data penilaian memuat pilihan yang tidak dikenal: {salah}."
    return BahanPegawai(
        pegawai_id=pk,
        nama=nama,
        golongan=golongan,
        masa=masa,
        unit_id=unit_id,
        unit_nama=rujukan.unit[unit_id][0] if unit_id is not None else "",
        jabatan_nama=tempat.jabatan if tempat else "",
        memimpin=tempat.memimpin if tempat else False,
        atasan=atasan,
        atasan_nama=rujukan.nama((atasan.pegawai_id, atasan.pejabat_luar_id)) if atasan else "",
        skp_id=skp_id,
        survei=survei,
        perilaku=dipakai,
        bahan=bahan,
        galat=galat,
    )


def _satu_indikator(
    satu: Sequence[Any],
    survei_sendiri: RingkasanIndeks | None,
    rujukan: Rujukan,
    pegawai_id: int,
    *,
    jp: JamPelatihan | None = None,
    tenggat: TepatWaktu | None = None,
) -> BahanIndikator:
    pk, uraian, rencana, arah, sumber_teks, satuan, bobot, target, target_atas, unit_sumber_id = satu[:10]
    isi_pk, nilai, catatan, aksi_target, aksi_atas = satu[10:]
    sumber = _SUMBER[sumber_teks]
    realisasi: Decimal | None = None
    n: int | None = None
    bendera: tuple[str, ...] = ()
    keterangan = ""
    if sumber == Sumber.MANUAL:
        realisasi = nilai
        if isi_pk is not None and nilai is None:
            keterangan = f"Realisasi dikosongkan: {catatan}" if catatan else "Realisasi disimpan tanpa angka."
    elif sumber == Sumber.JP and jp is not None:
        realisasi, keterangan = jp
    elif sumber == Sumber.TENGGAT and tenggat is not None:
        realisasi, n, keterangan = _tepat(tenggat, pegawai_id, unit_sumber_id, rujukan)
    elif sumber in {Sumber.IKM, Sumber.PROGRAM}:
        if sumber == Sumber.PROGRAM:
            survei = rujukan.program.get(pegawai_id)
        else:
            survei = rujukan.umpan_balik.get(unit_sumber_id) if unit_sumber_id is not None else survei_sendiri
        if survei is not None:
            realisasi, n = survei.ikm, survei.n
            bendera = _bendera(survei, rujukan.minimal_jawaban)
            keterangan = sebutan_survei(survei)
            if realisasi is None:
                keterangan += f" belum menghasilkan indeks: baru {n} jawaban yang dapat dihitung."
            elif survei.selang is not None:
                bawah, atas = (format_angka(satu) for satu in survei.selang)
                keterangan += f". Selang 95 persen dari indeksnya: {bawah}–{atas}."
        elif unit_sumber_id is not None and sumber == Sumber.IKM:
            keterangan = f"Belum ada survei terkunci di {rujukan.unit[unit_sumber_id][0]} untuk periode ini."
    dari_aksi = aksi_target is not None
    asal_target = ASAL_RENCANA_AKSI if dari_aksi else ASAL_TAHUNAN
    if target is None and not dari_aksi:
        asal_target = ASAL_NARASI
        keterangan = f"{TANPA_TARGET} Realisasi: {catatan}" if catatan else TANPA_TARGET
    return BahanIndikator(
        id=pk,
        nama=uraian,
        rhk=rencana,
        arah=_ARAH[arah],
        sumber=sumber,
        target=(aksi_target, aksi_atas) if dari_aksi else (target, target_atas),
        asal_target=asal_target,
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
