"""Writing the content of a draft agreement: goals, measures, and their targets per quarter."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.db import transaction
from django.db.models import ProtectedError

from kinerja.models import IndikatorUtama, Sasaran, TargetTriwulan
from kinerja.proses.galat import ProsesDitolak
from kinerja.proses.perjanjian import kunci_draf
from kinerja.proses.urutan import urut_berikut
from kinerja.proses.versi import tandai_simpan
from rakumpit.audit.models import catat
from rakumpit.organisasi.models import Pengguna

TRIWULAN = (1, 2, 3, 4)


@dataclass(frozen=True, slots=True)
class IsiTriwulan:
    """Rencana aksi of one quarter and its target; a range has both bounds."""

    uraian: str
    target: Decimal
    target_atas: Decimal | None = None


@transaction.atomic
def simpan_sasaran(*, sasaran: Sasaran, oleh: Pengguna, versi: int = 0) -> Sasaran:
    """Store a new or changed goal of a draft; a new one comes last. ProsesDitolak, KonflikVersi."""
    perjanjian = kunci_draf(perjanjian=sasaran.perjanjian, oleh=oleh)
    baru = sasaran.pk is None
    if baru:
        sasaran.urut = urut_berikut(perjanjian.sasaran)
    tandai_simpan(sasaran, oleh, versi)
    sasaran.save()
    catat(
        pelaku=oleh,
        aksi="kinerja.perjanjian.tambah_sasaran" if baru else "kinerja.perjanjian.ubah_sasaran",
        objek=perjanjian,
        sesudah={"sasaran": sasaran.urut, "uraian": sasaran.uraian},
    )
    return sasaran


@transaction.atomic
def hapus_sasaran(*, sasaran: Sasaran, oleh: Pengguna) -> None:
    """Take a goal with its measures out of a draft. ProsesDitolak: a plan was made from one of them."""
    perjanjian = kunci_draf(perjanjian=sasaran.perjanjian, oleh=oleh)
    catat(
        pelaku=oleh,
        aksi="kinerja.perjanjian.hapus_sasaran",
        objek=perjanjian,
        sebelum={"uraian": sasaran.uraian},
    )
    _hapus_iku(sasaran.iku.all())
    sasaran.delete()


@transaction.atomic
def simpan_iku(
    *, iku: IndikatorUtama, triwulan: Mapping[int, IsiTriwulan], oleh: Pengguna, versi: int = 0
) -> IndikatorUtama:
    """Store a new or changed measure with its targets per quarter (1 to 4; a quarter left out has no target)."""
    perjanjian = kunci_draf(perjanjian=iku.sasaran.perjanjian, oleh=oleh)
    if not set(triwulan) <= set(TRIWULAN):
        raise ProsesDitolak("Triwulan hanya 1 sampai 4.")
    for nomor, isi in triwulan.items():
        if isi.target_atas is not None and isi.target_atas < isi.target:
            raise ProsesDitolak(f"Triwulan {nomor}: batas atas tidak boleh di bawah batas bawah.")
    baru = iku.pk is None
    if baru:
        iku.urut = urut_berikut(iku.sasaran.iku)
    tandai_simpan(iku, oleh, versi)
    iku.save()
    iku.triwulan.all().delete()
    TargetTriwulan.objects.bulk_create(
        TargetTriwulan(
            iku=iku, triwulan=nomor, uraian=isi.uraian.strip(), target=isi.target, target_atas=isi.target_atas
        )
        for nomor, isi in sorted(triwulan.items())
    )
    catat(
        pelaku=oleh,
        aksi="kinerja.perjanjian.tambah_iku" if baru else "kinerja.perjanjian.ubah_iku",
        objek=perjanjian,
        sesudah={
            "uraian": iku.uraian,
            "satuan": iku.satuan,
            "arah": iku.arah,
            "target": iku.target,
            "target_atas": iku.target_atas,
            "triwulan": {nomor: isi.target for nomor, isi in sorted(triwulan.items())},
        },
    )
    return iku


@transaction.atomic
def hapus_iku(*, iku: IndikatorUtama, oleh: Pengguna) -> None:
    """Take a measure out of a draft. ProsesDitolak: a plan was made from it."""
    perjanjian = kunci_draf(perjanjian=iku.sasaran.perjanjian, oleh=oleh)
    catat(pelaku=oleh, aksi="kinerja.perjanjian.hapus_iku", objek=perjanjian, sebelum={"uraian": iku.uraian})
    _hapus_iku([iku])


def _hapus_iku(semua: Iterable[IndikatorUtama]) -> None:
    try:
        for iku in semua:
            iku.triwulan.all().delete()
            iku.delete()
    except ProtectedError as galat:
        raise ProsesDitolak("Indikator ini sudah dipakai dalam SKP, jadi tidak dapat dihapus.") from galat
