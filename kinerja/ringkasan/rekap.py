"""Monthly recapitulation for whoever computes the allowance: ratings, completeness, late days. No money is computed.

Only final ratings count; the Angka bantu and proposals are not in it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Count, Min

from kinerja.models import SKP, CatatanHarian, Evaluasi, Indikator, Periode, Realisasi
from kinerja.perhitungan import LABEL_PREDIKAT, LABEL_RATING, Predikat, Rating, Sumber
from kinerja.perhitungan.tenggat import akhir_bulan
from rakumpit.audit.models import CatatanAudit
from rakumpit.organisasi.enums import LABEL_STATUS_PEGAWAI, SifatPenugasan, StatusPegawai
from rakumpit.organisasi.kalender import libur_antara
from rakumpit.organisasi.models import Pegawai, Penugasan, UnitKerja
from rakumpit.organisasi.querysets import PegawaiQuerySet
from rakumpit.waktu import hari_ini, hari_kerja, hitung_hari_kerja, tanggal_lokal

BELUM_DITETAPKAN = "Belum ditetapkan"
TANPA_PERIODE = "Belum ada periode"


@dataclass(frozen=True, slots=True)
class BarisRekap:
    """One person in one month.

    ``terlambat``: working days from the closing day of the period to the first typing of its last result, or until
    today for one that is missing; None where nothing is typed by hand. ``hari_catatan`` of ``hari_kerja`` days have a
    daily note.
    """

    pegawai: Pegawai
    nip: str
    status: str
    jabatan: str
    unit: str
    periode: str
    rating_hasil: str
    rating_perilaku: str
    predikat: str
    terisi: int
    diisi: int
    terlambat: int | None
    hari_catatan: int
    hari_kerja: int


def pegawai_rekap(bulan: date, unit: UnitKerja | None, cari: str = "") -> PegawaiQuerySet:
    """People with an SKP who belonged to the office in the month, of a unit and the units below it, by name."""
    semua = Pegawai.objects.ber_skp().aktif_dalam(bulan, akhir_bulan(bulan)).cari(cari).select_related("pengguna")
    if unit is not None:
        anggota = Penugasan.objects.dalam(bulan, akhir_bulan(bulan)).filter(
            jabatan__unit_id__in=UnitKerja.objects.turunan_id([unit.pk])
        )
        semua = semua.filter(pk__in=anggota.values("pegawai_id"))
    hasil: PegawaiQuerySet = semua.order_by("nama_urut", "pk")
    return hasil


def rekap_bulanan(bulan: date, pegawai: Collection[Pegawai]) -> list[BarisRekap]:
    """The rows of the given people in their order; eight queries for any number of them."""
    akhir = akhir_bulan(bulan)
    ids = [satu.pk for satu in pegawai]
    periode = periode_rekap(bulan)
    libur = libur_antara(min(bulan, periode.batas_isi if periode else bulan), max(akhir, hari_ini()))
    tempat = _tempat(ids, bulan, akhir)
    hasil = _hasil(periode, ids)
    isian = _isian(periode, ids, libur)
    catatan = dict(
        CatatanHarian.objects.berlaku()
        .filter(pegawai_id__in=ids, tanggal__range=(bulan, akhir))
        .order_by()
        .values_list("pegawai_id")
        .annotate(Count("tanggal", distinct=True))
    )
    jumlah_hari = sum(hari_kerja(bulan + timedelta(days=n), libur) for n in range((akhir - bulan).days + 1))
    baris = []
    for satu in pegawai:
        jabatan, unit = tempat.get(satu.pk, ("", ""))
        rating_hasil, rating_perilaku, predikat = hasil.get(satu.pk, (BELUM_DITETAPKAN,) * 3)
        terisi, diisi, terlambat = isian.get(satu.pk, (0, 0, None))
        baris.append(
            BarisRekap(
                pegawai=satu,
                nip=satu.nip or "",
                status=LABEL_STATUS_PEGAWAI[StatusPegawai(satu.status)],
                jabatan=jabatan,
                unit=unit,
                periode=periode.nama if periode else TANPA_PERIODE,
                rating_hasil=rating_hasil,
                rating_perilaku=rating_perilaku,
                predikat=predikat,
                terisi=terisi,
                diisi=diisi,
                terlambat=terlambat,
                hari_catatan=catatan.get(satu.pk, 0),
                hari_kerja=jumlah_hari,
            )
        )
    return baris


def periode_rekap(bulan: date) -> Periode | None:
    """The shortest period that contains the month: the monthly one where there is one, else the quarter."""
    semua = Periode.objects.filter(mulai__lte=bulan, selesai__gte=akhir_bulan(bulan))
    return min(semua, key=lambda satu: (satu.selesai - satu.mulai, satu.pk), default=None)


def _tempat(ids: Collection[int], bulan: date, akhir: date) -> dict[int, tuple[str, str]]:
    """Person -> post and unit at the end of the month, the definitive post before an acting one."""
    hasil: dict[int, tuple[str, str]] = {}
    semua = Penugasan.objects.dalam(bulan, akhir).filter(pegawai_id__in=ids).select_related("jabatan__unit")
    for satu in sorted(semua, key=lambda satu: (satu.sifat == SifatPenugasan.DEFINITIF.value, satu.mulai, satu.pk)):
        hasil[satu.pegawai_id] = (satu.jabatan.nama, satu.jabatan.unit.nama)
    return hasil


def _hasil(periode: Periode | None, ids: Collection[int]) -> dict[int, tuple[str, str, str]]:
    semua = Evaluasi.objects.ditetapkan().terbaru().filter(periode=periode, pegawai_id__in=ids)
    return {
        pegawai_id: (LABEL_RATING[Rating(hasil)], LABEL_RATING[Rating(perilaku)], LABEL_PREDIKAT[Predikat(predikat)])
        for pegawai_id, hasil, perilaku, predikat in semua.values_list(
            "pegawai_id", "rating_hasil", "rating_perilaku", "predikat"
        )
    }


def _isian(
    periode: Periode | None, ids: Collection[int], libur: Collection[date]
) -> dict[int, tuple[int, int, int | None]]:
    """Person -> results typed, results to type, working days late."""
    if periode is None:
        return {}
    skp = SKP.objects.dalam_periode(periode).filter(pegawai_id__in=ids)
    diminta: dict[int, list[int]] = defaultdict(list)
    for pk, pegawai_id in Indikator.objects.filter(rencana__skp__in=skp, sumber=Sumber.MANUAL.value).values_list(
        "pk", "rencana__skp__pegawai_id"
    ):
        diminta[pegawai_id].append(pk)
    semua = Realisasi.objects.terisi().filter(
        periode=periode, indikator_id__in=[pk for daftar in diminta.values() for pk in daftar]
    )
    pertama = _pertama_diketik({satu.uuid: satu.indikator_id for satu in semua})
    diketik = {satu.indikator_id: pertama.get(satu.indikator_id, tanggal_lokal(satu.diubah)) for satu in semua}
    hasil: dict[int, tuple[int, int, int | None]] = {}
    for pegawai_id, daftar in diminta.items():
        hari = [diketik.get(pk, hari_ini()) for pk in daftar]
        terlambat = max(hitung_hari_kerja(periode.batas_isi, satu, libur) for satu in hari)
        hasil[pegawai_id] = (sum(pk in diketik for pk in daftar), len(daftar), terlambat)
    return hasil


def _pertama_diketik(realisasi: Mapping[UUID, int]) -> dict[int, date]:
    """Indicator -> day of the first entry, from the audit trail: a later correction makes nobody late."""
    jejak = (
        CatatanAudit.objects.filter(
            objek_jenis=Realisasi._meta.label_lower, objek_id__in=[str(kode) for kode in realisasi]
        )
        .order_by()
        .values_list("objek_id")
        .annotate(pertama=Min("waktu"))
    )
    return {realisasi[UUID(kode)]: tanggal_lokal(waktu) for kode, waktu in jejak}
