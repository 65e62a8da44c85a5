"""Making the plan of a head out of the agreement of the unit, without typing it twice."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from django.db import transaction
from django.db.models import Prefetch

from kinerja.enums import JenisPeriode, Pendekatan, StatusPerjanjian
from kinerja.models import (
    SKP,
    Indikator,
    IndikatorUtama,
    Periode,
    PerjanjianKinerja,
    RencanaAksi,
    RencanaHasilKerja,
    Sasaran,
    TargetTriwulan,
)
from kinerja.proses.dasar_skp import catat_suntingan
from kinerja.proses.galat import ProsesDitolak
from kinerja.proses.skp import kunci_untuk_diubah
from kinerja.proses.urutan import urut_berikut
from rakumpit.organisasi.models import Pengguna, Penugasan
from rakumpit.waktu import hari_ini


def iku_untuk_skp(skp: SKP) -> list[IndikatorUtama]:
    """Measures that the owner of a plan may take over: of the units that he leads, not yet in the plan.

    Of the signed agreement of the plan's year, or of its draft while none is signed: the dialog about plans begins
    while the agreement is still a draft. None for a qualitative plan, which has no targets. Four queries.
    """
    if skp.pendekatan == Pendekatan.KUALITATIF.value:
        return []
    hari = min(max(hari_ini(), skp.mulai), skp.selesai)
    unit = (
        Penugasan.objects.pada(hari)
        .filter(pegawai_id=skp.pegawai_id, jabatan__memimpin=True)
        .values_list("jabatan__unit_id", flat=True)
    )
    berlaku: dict[int, PerjanjianKinerja] = {}
    semua = PerjanjianKinerja.objects.filter(unit__in=list(unit), tahun=skp.mulai.year)
    for satu in semua.exclude(status=StatusPerjanjian.DIGANTI.value).order_by("-versi"):
        lama = berlaku.get(satu.unit_id)
        if lama is None or satu.status == StatusPerjanjian.DITANDATANGANI.value:
            berlaku[satu.unit_id] = satu
    terpakai = Indikator.objects.filter(rencana__skp=skp, iku__isnull=False).values("iku__kode_tetap")
    return list(
        IndikatorUtama.objects.filter(sasaran__perjanjian__in=berlaku.values())
        .exclude(kode_tetap__in=terpakai)
        .select_related("sasaran__perjanjian__unit")
        .prefetch_related(Prefetch("triwulan", TargetTriwulan.objects.order_by("triwulan")))
        .order_by("sasaran__perjanjian__unit__nama", "sasaran__urut", "urut")
    )


@transaction.atomic
def ambil_dari_perjanjian(*, skp: SKP, iku: Collection[UUID], oleh: Pengguna) -> list[Indikator]:
    """Add the chosen measures to an editable plan: one result per goal, one indicator per measure.

    Targets per quarter become the plan's rencana aksi where the quarter is a period. ProsesDitolak: nothing chosen,
    or a measure that is not (or no longer) the owner's to take.
    """
    kini = kunci_untuk_diubah(skp=skp, oleh=oleh)
    if not iku:
        raise ProsesDitolak("Pilih paling sedikit satu indikator kinerja utama.")
    dipilih = [satu for satu in iku_untuk_skp(kini) if satu.uuid in iku]
    if len(dipilih) != len(set(iku)):
        raise ProsesDitolak(
            "Sebagian indikator yang Anda pilih sudah ada di SKP ini atau bukan dari perjanjian kinerja unit Anda. "
            "Muat ulang halaman, lalu pilih lagi."
        )
    periode = _triwulan(kini)
    rencana = _rencana_lama(kini)
    hasil = []
    for satu in dipilih:
        rhk = rencana.get(satu.sasaran_id) or _rencana_baru(kini, satu.sasaran)
        rencana[satu.sasaran_id] = rhk
        hasil.append(_indikator(rhk, satu, periode))
    catat_suntingan(
        kini,
        oleh=oleh,
        aksi="kinerja.skp.ambil_dari_perjanjian",
        sesudah={"iku": [satu.uraian for satu in dipilih]},
    )
    return hasil


def _triwulan(skp: SKP) -> dict[int, Periode]:
    """Periods of the plan's year by the number of the quarter."""
    semua = Periode.objects.filter(
        jenis=JenisPeriode.TRIWULAN.value, mulai__year=skp.mulai.year, mulai__lte=skp.selesai, selesai__gte=skp.mulai
    )
    return {satu.triwulan: satu for satu in semua}


def _rencana_lama(skp: SKP) -> dict[int, RencanaHasilKerja]:
    """Results that were made from a goal before, by that goal."""
    semua = Indikator.objects.filter(rencana__skp=skp, iku__isnull=False).select_related("rencana", "iku")
    return {satu.iku.sasaran_id: satu.rencana for satu in semua if satu.iku is not None}


def _rencana_baru(skp: SKP, sasaran: Sasaran) -> RencanaHasilKerja:
    urut = urut_berikut(skp.rencana)
    return RencanaHasilKerja.objects.create(skp=skp, urut=urut, uraian=sasaran.uraian)


def _indikator(rhk: RencanaHasilKerja, iku: IndikatorUtama, periode: dict[int, Periode]) -> Indikator:
    urut = urut_berikut(rhk.indikator)
    indikator = Indikator.objects.create(
        rencana=rhk,
        iku=iku,
        urut=urut,
        uraian=iku.uraian,
        satuan=iku.satuan,
        arah=iku.arah,
        target=iku.target,
        target_atas=iku.target_atas,
    )
    RencanaAksi.objects.bulk_create(
        RencanaAksi(
            indikator=indikator,
            periode=periode[satu.triwulan],
            uraian=satu.uraian,
            target=satu.target,
            target_atas=satu.target_atas,
        )
        for satu in iku.triwulan.all()
        if satu.triwulan in periode
    )
    return indikator
