"""From stored ratings of behaviour to the inputs of the formula: which superior counts, which ones recommend."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import NamedTuple

from django.db.models import Case, Count, F, Max, Value, When

from kinerja.models import PenilaianPerilaku, Periode
from kinerja.perhitungan import BahanPerilaku, BahanRekomendasi, NilaiDasar, Penilai, Rating
from kinerja.perhitungan.penilai import Kunci, MasaAtasan, pilih_penilai, susun_masa
from kinerja.proses.rujukan import Rujukan
from kinerja.proses.tempat import Tempat, tempat_pada
from rakumpit.organisasi.perhitungan import Pemegang, cari_atasan
from rakumpit.waktu import format_tanggal

# Dictionaries and not ``Rating(...)``: a call of the enum class costs ten times as much, and there are many.
_NILAI_DASAR = {satu.value: satu for satu in NilaiDasar}
_PENILAI = {satu.value: satu for satu in Penilai}
_RATING = {satu.value: satu for satu in Rating}


class BarisPerilaku(NamedTuple):
    """How many raters of one kind gave one rating for one value; superiors stand one by one with ``oleh``.

    A tuple and no dataclass: there are seven per person, and a run makes them all.
    """

    nilai_dasar: str
    sebagai: str
    rating: str
    pegawai: int | None
    luar: int | None
    jumlah: int
    pada: datetime

    @property
    def oleh(self) -> Kunci:
        return self.pegawai, self.luar


@dataclass(frozen=True, slots=True)
class PerilakuDipakai:
    """Inputs of the formula; ``kalimat`` says who rates where that is not plain, else it is empty.

    ``dari``: whose ratings count where other superiors have rated as well, (None, None) for nobody's.
    """

    perilaku: tuple[BahanPerilaku, ...] = ()
    rekomendasi: tuple[BahanRekomendasi, ...] = ()
    kalimat: str = ""
    dari: Kunci | None = None


def baca_perilaku(periode: Periode, ids: Sequence[int]) -> dict[int, list[BarisPerilaku]]:
    """Person -> stored ratings, counted by the database; one query. Peers and subordinates come without names."""
    atasan = Penilai.ATASAN.value
    hasil: dict[int, list[BarisPerilaku]] = {}
    baris = (
        PenilaianPerilaku.objects.filter(periode=periode, pegawai_id__in=ids)
        .annotate(
            oleh=Case(When(sebagai=atasan, then=F("penilai_id")), default=Value(None)),
            oleh_luar=Case(When(sebagai=atasan, then=F("penilai_luar_id")), default=Value(None)),
        )
        .values_list("pegawai_id", "nilai_dasar", "sebagai", "rating", "oleh", "oleh_luar")
        .annotate(jumlah=Count("pk"), pada=Max("diubah"))
        .order_by("pegawai_id", "nilai_dasar", "sebagai", "rating", "oleh", "oleh_luar")
    )
    for pegawai_id, *isi in baris:
        hasil.setdefault(pegawai_id, []).append(BarisPerilaku._make(isi))
    return hasil


def pakai_perilaku(
    *,
    pegawai_id: int,
    baris: Sequence[BarisPerilaku],
    tempat: Sequence[Tempat],
    atasan: Pemegang | None,
    mulai: date,
    selesai: date,
    rujukan: Rujukan,
) -> PerilakuDipakai:
    """Choose among the superiors of the days ``mulai`` … ``selesai``. KeyError: a stored choice that no rule knows."""
    menilai: dict[Kunci, datetime] = {}
    for satu in baris:
        if satu.sebagai == Penilai.ATASAN.value:
            menilai[satu.oleh] = max(satu.pada, menilai.get(satu.oleh, satu.pada))
    akhir = (atasan.pegawai_id, atasan.pejabat_luar_id) if atasan else None
    if set(menilai) <= {akhir} and not (menilai and rujukan.hari_minimal_atasan):
        # Of one superior at most: each row stands for itself.
        return PerilakuDipakai(
            tuple(BahanPerilaku(_NILAI_DASAR[s[0]], _PENILAI[s[1]], _RATING[s[2]], s.jumlah) for s in baris)
        )
    masa = _masa_atasan(pegawai_id, tempat, mulai, selesai, rujukan)
    pilihan = pilih_penilai(masa, menilai, rujukan.hari_minimal_atasan)
    dipakai = [s for s in baris if s.sebagai != Penilai.ATASAN.value or s.oleh == pilihan.penilai]
    lain = [satu for satu in sorted(menilai, key=lambda satu: menilai[satu]) if satu != pilihan.penilai]
    return PerilakuDipakai(
        perilaku=_jumlahkan(dipakai),
        rekomendasi=tuple(_rekomendasi(satu, baris, masa, rujukan) for satu in lain),
        kalimat=_kalimat(pilihan.penilai, pilihan.dasar, rujukan) if lain or len({m.penilai for m in masa}) > 1 else "",
        dari=(pilihan.penilai or (None, None)) if lain else None,
    )


def _jumlahkan(baris: Sequence[BarisPerilaku]) -> tuple[BahanPerilaku, ...]:
    """In the order of the rows, so that the same rows give the same inputs."""
    jumlah: Counter[tuple[str, str, str]] = Counter()
    for satu in baris:
        jumlah[satu.nilai_dasar, satu.sebagai, satu.rating] += satu.jumlah
    return tuple(
        BahanPerilaku(_NILAI_DASAR[nilai], _PENILAI[sebagai], _RATING[rating], n)
        for (nilai, sebagai, rating), n in jumlah.items()
    )


def _masa_atasan(
    pegawai_id: int, tempat: Sequence[Tempat], mulai: date, selesai: date, rujukan: Rujukan
) -> list[MasaAtasan]:
    """Superiors of the person's days in order: looked up on every day on which something changed."""
    ganti = {mulai, *rujukan.hari_berganti(mulai, selesai)}
    ganti |= {satu.mulai for satu in tempat} | {s.selesai + timedelta(days=1) for s in tempat if s.selesai}
    hari = sorted(satu for satu in ganti if mulai <= satu <= selesai)
    bagian = []
    for awal, lanjut in zip(hari, [*hari[1:], selesai + timedelta(days=1)], strict=True):
        di = tempat_pada(tempat, awal)
        atasan = di and cari_atasan(
            unit_id=di.unit_id,
            memimpin=di.memimpin,
            pegawai_id=pegawai_id,
            induk=rujukan.induk,
            pemimpin=rujukan.pemimpin(awal),
        )
        if atasan:
            bagian.append(MasaAtasan((atasan.pegawai_id, atasan.pejabat_luar_id), awal, lanjut - timedelta(days=1)))
    return susun_masa(bagian)


def _rekomendasi(
    oleh: Kunci, baris: Sequence[BarisPerilaku], masa: Sequence[MasaAtasan], rujukan: Rujukan
) -> BahanRekomendasi:
    terakhir = next((satu for satu in reversed(masa) if satu.penilai == oleh), None)
    nama = rujukan.nama(oleh)
    if terakhir is None:
        siapa = "Rekomendasi pengganti atasan"
    else:
        siapa = f"Rekomendasi {nama}, atasan sampai {format_tanggal(terakhir.selesai)}"
    per_rating: Counter[Rating] = Counter()
    for satu in baris:
        if satu.sebagai == Penilai.ATASAN.value and satu.oleh == oleh:
            per_rating[_RATING[satu.rating]] += satu.jumlah
    return BahanRekomendasi(siapa, tuple((rating, per_rating[rating]) for rating in Rating if per_rating[rating]))


def _kalimat(penilai: Kunci | None, dasar: str, rujukan: Rujukan) -> str:
    if penilai is None:
        return f"Belum ada penilaian yang dihitung: {dasar}."
    return f"Yang dihitung penilaian {rujukan.nama(penilai) or 'pejabat penilai sekarang'}: {dasar}."
