"""Targets and steps of each period, written with the draft."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from django.db import transaction

from kinerja.enums import JenisPeriode, Pendekatan
from kinerja.models import SKP, Indikator, Periode, RencanaAksi
from kinerja.proses.dasar_skp import catat_suntingan, periksa_suntingan
from kinerja.proses.galat import ProsesDitolak
from kinerja.proses.realisasi import periksa_nilai
from kinerja.proses.skp import kunci_untuk_diubah
from kinerja.querysets import PeriodeQuerySet
from rakumpit.organisasi.models import Pengguna


@dataclass(frozen=True, slots=True)
class IsiAksi:
    """What one indicator is to reach in one period, and how; without anything the row goes."""

    uraian: str = ""
    target: Decimal | None = None
    target_atas: Decimal | None = None

    @property
    def kosong(self) -> bool:
        return not self.uraian and self.target is None and self.target_atas is None


def periode_rencana_aksi(skp: SKP) -> PeriodeQuerySet:
    """Periods within a plan that take a rencana aksi: all but the year, whose target is the plan's own."""
    periode: PeriodeQuerySet = (
        Periode.objects.untuk_status(skp.pegawai.status)
        .exclude(jenis=JenisPeriode.TAHUNAN.value)
        .filter(mulai__lte=skp.selesai, selesai__gte=skp.mulai)
        .order_by("mulai", "pk")
    )
    return periode


@transaction.atomic
def simpan_rencana_aksi(
    *, skp: SKP, periode: Periode, oleh: Pengguna, isi: Mapping[UUID, IsiAksi], suntingan: int
) -> SKP:
    """Store the rencana aksi of all given indicators of an editable plan for one period.

    After the approval it changes only by a revision of the plan, since the proposals are computed from it.
    ProsesDitolak, KonflikVersi.
    """
    kini = kunci_untuk_diubah(skp=skp, oleh=oleh)
    periksa_suntingan(kini, suntingan)
    if not periode_rencana_aksi(kini).filter(pk=periode.pk).exists():
        raise ProsesDitolak(f"{periode} bukan periode dalam SKP ini.")
    indikator = {satu.uuid: satu for satu in Indikator.objects.filter(rencana__skp=kini)}
    if not set(isi) <= set(indikator):
        raise ProsesDitolak("Ada indikator yang bukan bagian SKP ini. Muat ulang halaman, lalu isi lagi.")
    lama = {
        satu.indikator_id: satu for satu in RencanaAksi.objects.filter(indikator__rencana__skp=kini, periode=periode)
    }
    sebelum, sesudah = {}, {}
    for kode, baru in isi.items():
        satu = indikator[kode]
        _periksa(kini, satu, baru)
        ada = lama.get(satu.pk)
        dulu = IsiAksi(ada.uraian, ada.target, ada.target_atas) if ada else IsiAksi()
        if dulu == baru:
            continue
        sebelum[str(kode)], sesudah[str(kode)] = _ringkas(dulu), _ringkas(baru)
        if baru.kosong:
            RencanaAksi.objects.filter(indikator=satu, periode=periode).delete()
        else:
            RencanaAksi.objects.update_or_create(
                indikator=satu,
                periode=periode,
                defaults={"uraian": baru.uraian, "target": baru.target, "target_atas": baru.target_atas},
            )
    if sesudah:
        catat_suntingan(kini, oleh=oleh, aksi="kinerja.skp.rencana_aksi", sebelum=sebelum, sesudah=sesudah)
    return kini


def _periksa(skp: SKP, indikator: Indikator, isi: IsiAksi) -> None:
    angka = [satu for satu in (isi.target, isi.target_atas) if satu is not None]
    if angka and skp.pendekatan == Pendekatan.KUALITATIF.value:
        raise ProsesDitolak("SKP kualitatif memakai narasi: tulis rencana aksinya tanpa target angka.")
    for satu in angka:
        periksa_nilai(satu, f"Target periode «{indikator.uraian}»")
    if isi.target_atas is not None and (isi.target is None or isi.target_atas < isi.target):
        raise ProsesDitolak(f"«{indikator.uraian}»: isi batas bawah rentang, tidak lebih besar dari batas atasnya.")


def _ringkas(isi: IsiAksi) -> list[str | None]:
    return [isi.uraian, *(None if satu is None else str(satu) for satu in (isi.target, isi.target_atas))]
