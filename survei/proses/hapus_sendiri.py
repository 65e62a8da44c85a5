"""A citizen takes the own answer back with the receipt code; nobody else can, and nothing tells who it was."""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum

from django.db import transaction

from rakumpit.audit.models import catat
from rakumpit.waktu import hari_ini
from survei.enums import Saluran
from survei.models import Respons, Survei
from survei.proses.isian import antrekan_hitung
from survei.proses.masa_simpan import masa_simpan
from survei.proses.tanda import sidik_tanda
from survei.proses.tema import lepaskan_tema

ALASAN = "Dihapus pengisinya"


class HasilHapus(StrEnum):
    """What became of the request."""

    DIHAPUS = "dihapus"
    TIDAK_ADA = "tidak_ada"
    LEWAT = "lewat"
    DIKUNCI = "dikunci"


def hari_hapus() -> int:
    """Days within which an answer may be taken back; 0 when the office set no rule."""
    aturan = masa_simpan(hari_ini())
    return aturan.hari_hapus_sendiri if aturan else 0


@transaction.atomic
def hapus_isian(*, kode: str) -> HasilHapus:
    """Erase the answer with that receipt code: answers, groups, text, marks. Its number stays, so that a device that
    sends it once more is told that it was deleted.

    Only before the lock and within the office's days; one that came after the lock as long as it is not counted. The
    audit entry names the survey alone.
    """
    calon = list(Respons.objects.filter(sidik_tanda=sidik_tanda(kode)).values_list("pk", "survei_id")[:2])
    # Two answers with one code (less than one in a million) could not be told apart, so neither is touched.
    if len(calon) != 1:
        return HasilHapus.TIDAK_ADA
    kiriman, survei_id = calon[0]
    survei = Survei.objects.select_for_update(no_key=True).get(pk=survei_id)
    respons = Respons.objects.select_for_update().filter(pk=kiriman).exclude(sidik_tanda="").first()
    if survei.hitungan_final and (respons is None or not respons.terlambat):
        return HasilHapus.DIKUNCI
    if respons is None:
        return HasilHapus.TIDAK_ADA
    if not respons.terlambat and respons.tanggal + timedelta(days=hari_hapus()) < hari_ini():
        return HasilHapus.LEWAT
    _kosongkan(survei, respons)
    return HasilHapus.DIHAPUS


def yang_terhapus() -> list[str]:
    """Numbers of the answers that were erased so, for the list that outlives a restore."""
    kosong = Respons.objects.filter(dibatalkan=True, jawaban={}, sidik="", sidik_tanda="")
    return [str(satu) for satu in kosong.order_by().values_list("pk", flat=True)]


@transaction.atomic
def hapus_lagi(kiriman: str) -> bool:
    """Erase once more an answer that a restore has brought back; False when there is nothing left to erase.

    It was erased while no locked result held it; an answer that stands in one is another story, and stays.
    """
    survei_id = Respons.objects.filter(pk=kiriman).values_list("survei_id", flat=True).first()
    if survei_id is None:
        return False
    survei = Survei.objects.select_for_update(no_key=True).get(pk=survei_id)
    respons = Respons.objects.select_for_update().filter(pk=kiriman).exclude(jawaban={}, sidik="").first()
    if respons is None or (survei.hitungan_final and not respons.terlambat):
        return False
    _kosongkan(survei, respons)
    return True


def _kosongkan(survei: Survei, respons: Respons) -> None:
    """Leave the number of a locked row, and nothing else of what the citizen gave."""
    lepaskan_tema(survei_id=survei.pk, respons=respons, hapus=True)
    Respons.objects.filter(pk=respons.pk).update(
        jawaban={},
        demografi={},
        saran="",
        saran_tersamar=None,
        teks_asli={},
        teks_tersamar=None,
        sidik_samaran="",
        sidik="",
        sidik_tanda="",
        bendera=[],
        saluran=Saluran.DARING.value,
        versi_formulir="",
        terverifikasi=False,
        terlambat=False,
        dibatalkan=True,
        alasan_batal=respons.alasan_batal or ALASAN,
    )
    if not respons.dibatalkan and not respons.terlambat:
        antrekan_hitung(survei_id=survei.pk, layanan_id=respons.layanan_id, hari=respons.tanggal)
    catat(pelaku=None, aksi="survei.jawaban.hapus_sendiri", objek=survei)
