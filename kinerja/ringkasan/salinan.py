"""What is typed into e-Kinerja, field by field in the order of its screens, and what was copied already.

The Angka bantu, the proposals and drafts are in none of the fields: only an approved plan, what the person typed, the
superior's feedback, and ratings that are final.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from django.db.models import FilteredRelation, Prefetch, Q, Value

from kinerja.enums import LABEL_JENIS_LAMPIRAN
from kinerja.enums.salinan import LABEL_BAGIAN_SALINAN, BagianSalinan, KeadaanSalinan
from kinerja.models import (
    SKP,
    Bukti,
    ButirLampiran,
    EkspektasiPerilaku,
    Evaluasi,
    Indikator,
    PenilaianPerilaku,
    Periode,
    Realisasi,
    RencanaHasilKerja,
    SalinanEKinerja,
    TautanBukti,
    UmpanBalik,
)
from kinerja.perhitungan import (
    LABEL_NILAI_DASAR,
    LABEL_PREDIKAT,
    LABEL_RATING,
    NilaiDasar,
    Penilai,
    Predikat,
    Rating,
    teks_angka,
    teks_rentang,
)
from kinerja.ringkasan.tautan import alamat_tautan
from kinerja.ringkasan.umpan_atasan import umpan_atasan
from rakumpit.waktu import format_tanggal

PERIODE_DITINJAU = 6  # a year of quarters, its annual period and the quarter under way
_URUT_NILAI = {nilai.value: n for n, nilai in enumerate(NilaiDasar)}


@dataclass(frozen=True, slots=True)
class Isian:
    """One field of a screen and the text that goes into it."""

    label: str
    teks: str


@dataclass(frozen=True, slots=True)
class Bagian:
    """One screen: its fields, the digest of them, and how the copy stands. ``tanda`` is the last mark."""

    bagian: BagianSalinan
    isian: tuple[Isian, ...]
    tanda: SalinanEKinerja | None

    @property
    def judul(self) -> str:
        return LABEL_BAGIAN_SALINAN[self.bagian]

    @property
    def sidik(self) -> str:
        """SHA-256 of labels and texts."""
        isi = json.dumps([[satu.label, satu.teks] for satu in self.isian], ensure_ascii=True)
        return hashlib.sha256(isi.encode()).hexdigest()

    @property
    def keadaan(self) -> KeadaanSalinan:
        if not self.isian:
            return KeadaanSalinan.KOSONG
        if self.tanda is None:
            return KeadaanSalinan.BELUM
        return KeadaanSalinan.DISALIN if self.tanda.sidik == self.sidik else KeadaanSalinan.BERUBAH


def bagian_salinan(periode: Periode, pegawai_ids: Collection[int]) -> dict[int, list[Bagian]]:
    """Person -> the four parts of the period; at most ten queries for any number of people."""
    skp = _skp(periode, pegawai_ids)
    teks = _teks_skp(skp.values())
    indikator = [satu for plan in skp.values() for rhk in plan.rencana.all() for satu in rhk.indikator.all()]
    realisasi = _realisasi(periode, indikator)
    bukti = _bukti(periode, indikator)
    final = _final(periode, pegawai_ids)
    # What the superior wrote reaches the person together with the final result.
    perilaku = _perilaku(periode, final)
    umpan = umpan_atasan(periode, list(final))
    tanda = {
        (satu.pegawai_id, satu.bagian): satu
        for satu in SalinanEKinerja.objects.filter(periode=periode, pegawai_id__in=pegawai_ids).select_related(
            "ditandai_oleh"
        )
    }
    hasil = {}
    for pk in pegawai_ids:
        plan = skp.get(pk)
        isi: dict[BagianSalinan, Iterable[Isian]] = {
            BagianSalinan.SKP: _isian_skp(plan, teks.get(plan.pk, {})) if plan else (),
            BagianSalinan.REALISASI: _isian_realisasi(plan, realisasi, bukti) if plan else (),
            BagianSalinan.UMPAN_BALIK: [*perilaku.get(pk, ()), *_isian_umpan(umpan.get(pk, ()))],
            BagianSalinan.PENILAIAN: _isian_penilaian(final[pk]) if pk in final else (),
        }
        hasil[pk] = [Bagian(bagian, tuple(isian), tanda.get((pk, bagian.value))) for bagian, isian in isi.items()]
    return hasil


def periode_perlu_disalin(pilihan: Sequence[Periode], pegawai_id: int) -> Periode | None:
    """The first of the newest periods in which a part of the person is not copied, or has changed since.

    ``pilihan``: newest first. Only the first ``PERIODE_DITINJAU`` are looked at, so that the number of queries stays
    bounded; what is older is chosen by hand. None when everything in them is copied.
    """
    menunggu = {KeadaanSalinan.BELUM, KeadaanSalinan.BERUBAH}
    return next(
        (
            periode
            for periode in pilihan[:PERIODE_DITINJAU]
            if any(satu.keadaan in menunggu for satu in bagian_salinan(periode, [pegawai_id])[pegawai_id])
        ),
        None,
    )


def bukti_tanpa_tautan(periode: Periode, pegawai_id: int) -> list[Bukti]:
    """Evidence files of a person and period that have no open address yet."""
    return list(
        Bukti.objects.berlaku()
        .filter(periode=periode, pegawai_id=pegawai_id)
        .exclude(berkas="")
        .exclude(pk__in=TautanBukti.objects.filter(dicabut_pada__isnull=True).values("bukti_id"))
        .order_by("pk")
    )


def tautan_berlaku(periode: Periode, pegawai_id: int) -> list[tuple[TautanBukti, str]]:
    """Open addresses of a person's evidence of a period."""
    semua = TautanBukti.objects.filter(
        dicabut_pada__isnull=True,
        bukti__periode=periode,
        bukti__pegawai_id=pegawai_id,
        bukti__dibatalkan_pada__isnull=True,
    )
    return [(satu, alamat_tautan(satu.uuid)) for satu in semua.select_related("bukti").order_by("pk")]


def _skp(periode: Periode, pegawai_ids: Collection[int]) -> dict[int, SKP]:
    """Person -> the approved plan that holds last in the period."""
    ukuran = Prefetch("indikator", Indikator.objects.order_by("urut"))
    rencana = Prefetch(
        "rencana",
        RencanaHasilKerja.objects.select_related("rhk_pimpinan").prefetch_related(ukuran).order_by("urut"),
    )
    semua = (
        SKP.objects.disetujui()
        .filter(pegawai_id__in=pegawai_ids, mulai__lte=periode.selesai, selesai__gte=periode.mulai)
        .prefetch_related(rencana)
        .order_by("mulai")
    )
    return {satu.pegawai_id: satu for satu in semua}


def _teks_skp(skp: Collection[SKP]) -> dict[int, dict[str, list[str]]]:
    """Plan -> texts by BerAKHLAK value (expectations) and by kind of attachment, in order; one query."""
    hasil: dict[int, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    ekspektasi = EkspektasiPerilaku.objects.filter(skp__in=skp).exclude(isi="").order_by()
    lampiran = ButirLampiran.objects.filter(skp__in=skp).order_by()
    semua = ekspektasi.annotate(urut=Value(0)).values_list("skp_id", "urut", "nilai_dasar", "isi")
    for pk, _urut, kunci, isi in semua.union(lampiran.values_list("skp_id", "urut", "jenis", "isi"), all=True).order_by(
        "skp_id", "urut"
    ):
        hasil[pk][kunci].append(isi)
    return hasil


def _isian_skp(skp: SKP, teks: Mapping[str, list[str]]) -> Iterable[Isian]:
    yield Isian("Periode SKP", f"{format_tanggal(skp.mulai)} – {format_tanggal(skp.selesai)}")
    yield Isian("Pendekatan", skp.get_pendekatan_display())
    for n, rhk in enumerate(skp.rencana.all(), start=1):
        yield Isian(f"Rencana hasil kerja {n}", rhk.uraian)
        yield Isian(f"Klasifikasi {n}", rhk.get_jenis_display())
        if rhk.rhk_pimpinan is not None:
            yield Isian(f"Hasil kerja pimpinan {n}", rhk.rhk_pimpinan.uraian)
        elif rhk.penugasan_dari:
            yield Isian(f"Penugasan dari {n}", rhk.penugasan_dari)
        for m, satu in enumerate(rhk.indikator.all(), start=1):
            yield Isian(f"Indikator {n}.{m}", satu.uraian)
            if satu.aspek or satu.perspektif:
                yield Isian(
                    f"{'Aspek' if satu.aspek else 'Perspektif'} {n}.{m}",
                    satu.get_aspek_display() or satu.get_perspektif_display(),
                )
            if satu.target is not None:
                yield Isian(f"Target {n}.{m}", teks_rentang(satu.target, satu.target_atas, satu.satuan))
    for nilai, label in LABEL_NILAI_DASAR.items():
        for isi in teks.get(nilai.value, ()):
            yield Isian(f"Ekspektasi {label}", isi)
    for jenis, label in LABEL_JENIS_LAMPIRAN.items():
        if butir := teks.get(jenis.value):
            yield Isian(label, "\n".join(butir))


def _realisasi(periode: Periode, indikator: Collection[Indikator]) -> dict[int, Realisasi]:
    semua = Realisasi.objects.filter(periode=periode, indikator__in=indikator)
    return {satu.indikator_id: satu for satu in semua}


def _bukti(periode: Periode, indikator: Collection[Indikator]) -> dict[int, list[str]]:
    """Indicator -> addresses of its evidence: typed links, and files that have an open address."""
    hasil: dict[int, list[str]] = defaultdict(list)
    terbuka = FilteredRelation("tautan_terbuka", condition=Q(tautan_terbuka__dicabut_pada__isnull=True))
    semua = Bukti.objects.berlaku().filter(periode=periode, indikator__in=indikator).annotate(terbuka=terbuka)
    for indikator_id, tautan, kode in semua.order_by("pk").values_list("indikator_id", "tautan", "terbuka__uuid"):
        if indikator_id is not None:
            hasil[indikator_id] += [tautan] if tautan else [alamat_tautan(kode)] if kode else []
    return hasil


def _isian_realisasi(skp: SKP, realisasi: Mapping[int, Realisasi], bukti: Mapping[int, list[str]]) -> Iterable[Isian]:
    for n, rhk in enumerate(skp.rencana.all(), start=1):
        for m, indikator in enumerate(rhk.indikator.all(), start=1):
            satu = realisasi.get(indikator.pk)
            if satu is not None and satu.nilai is not None:
                yield Isian(f"Realisasi {n}.{m}", f"{teks_angka(satu.nilai)} {indikator.satuan}".strip())
            if satu is not None and satu.catatan:
                yield Isian(f"Catatan {n}.{m}", satu.catatan)
            diketik = [satu.bukti] if satu is not None and satu.bukti else []
            for k, alamat in enumerate([*diketik, *bukti.get(indikator.pk, ())], start=1):
                yield Isian(f"Tautan bukti {n}.{m}.{k}", alamat)


def _perilaku(periode: Periode, final: Mapping[int, _Final]) -> dict[int, list[Isian]]:
    """Ratings of the superior that the result counted, as ``PenilaianPerilakuQuerySet.oleh_atasan``."""
    hasil: dict[int, list[Isian]] = defaultdict(list)
    semua = PenilaianPerilaku.objects.filter(periode=periode, pegawai_id__in=list(final), sebagai=Penilai.ATASAN.value)
    for satu in sorted(semua, key=lambda satu: _URUT_NILAI[satu.nilai_dasar]):
        if final[satu.pegawai_id].perilaku_dari not in (None, [satu.penilai_id, satu.penilai_luar_id]):
            continue
        rating = LABEL_RATING[Rating(satu.rating)].capitalize()
        teks = f"{rating}. {satu.catatan}" if satu.catatan else rating
        hasil[satu.pegawai_id].append(Isian(LABEL_NILAI_DASAR[NilaiDasar(satu.nilai_dasar)], teks))
    return hasil


def _isian_umpan(umpan: Iterable[UmpanBalik]) -> Iterable[Isian]:
    for n, satu in enumerate(umpan, start=1):
        yield Isian(f"Catatan atasan {n}", satu.isi)


class _Final(NamedTuple):
    """A final result; ``perilaku_dari``: whose ratings of the behaviour it counted, None where one superior rated."""

    hasil: str
    perilaku: str
    predikat: str
    perilaku_dari: list[int | None] | None


def _final(periode: Periode, pegawai_ids: Collection[int]) -> dict[int, _Final]:
    semua = Evaluasi.objects.ditetapkan().terbaru().filter(periode=periode, pegawai_id__in=pegawai_ids)
    return {
        pegawai_id: _Final(*isi)
        for pegawai_id, *isi in semua.values_list(
            "pegawai_id", "rating_hasil", "rating_perilaku", "predikat", "bahan__konteks__perilaku_dari"
        )
    }


def _isian_penilaian(final: _Final) -> Iterable[Isian]:
    yield Isian("Rating hasil kerja", LABEL_RATING[Rating(final.hasil)].capitalize())
    yield Isian("Rating perilaku kerja", LABEL_RATING[Rating(final.perilaku)].capitalize())
    yield Isian("Predikat kinerja", LABEL_PREDIKAT[Predikat(final.predikat)])
