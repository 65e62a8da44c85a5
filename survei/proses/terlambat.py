"""Answers that came after the lock are taken into the count: all of them, once, after two people opened the survey."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from rakumpit.audit.models import catat
from rakumpit.waktu import sekarang
from survei.enums import StatusSurvei
from survei.enums.buka_kembali import StatusPermintaanBuka
from survei.models import HasilSurvei, PermintaanBuka, Respons, Survei
from survei.permissions import boleh_mengelola
from survei.proses.alasan import wajib_ditulis
from survei.proses.isian import antrekan_hitung

if TYPE_CHECKING:
    from rakumpit.organisasi.models import Pengguna

PANJANG = 500


@transaction.atomic
def sertakan_terlambat(*, permintaan: PermintaanBuka, alasan: str, oleh: Pengguna) -> int:
    """Take every late answer of the survey into its count, with a reason; returns their number.

    Only while the survey stands open again by this request, and once: nobody chooses among them, and nobody has seen
    one. It cannot be taken back, since from then on their suggestions are read, and whoever read them could choose by
    it. The next lock counts them. Raises ``PermissionDenied`` or ``ValidationError``.
    """
    if not boleh_mengelola(oleh):
        raise PermissionDenied
    alasan = wajib_ditulis(alasan, "Tulis alasan menyertakan jawaban terlambat.", panjang=PANJANG)
    survei = Survei.objects.select_for_update(of=("self",)).get(hasil=permintaan.hasil_id)
    baris = PermintaanBuka.objects.select_for_update(of=("self",)).get(pk=permintaan.pk)
    if baris.disertakan_pada is not None:
        raise ValidationError("Jawaban terlambat sudah disertakan. Muat ulang halaman.")
    if not _sedang_dibuka(baris, survei):
        raise ValidationError("Jawaban terlambat hanya dapat disertakan selama survei dibuka kembali.")
    terlambat = Respons.objects.terlambat().filter(survei=survei)
    tersentuh = sorted(set(terlambat.order_by().values_list("layanan_id", "tanggal")))
    jumlah = terlambat.update(terlambat=False)
    if not jumlah:
        raise ValidationError("Tidak ada jawaban terlambat pada survei ini.")
    baris.disertakan_oleh, baris.disertakan_pada, baris.alasan_sertakan = oleh, sekarang(), alasan
    baris.save(update_fields=["disertakan_oleh", "disertakan_pada", "alasan_sertakan"])
    for layanan_id, hari in tersentuh:
        antrekan_hitung(survei_id=survei.pk, layanan_id=layanan_id, hari=hari)
    catat(
        pelaku=oleh,
        aksi="survei.terlambat.sertakan",
        objek=baris,
        sesudah={"survei": str(survei.uuid), "jawaban": jumlah},
        keterangan=alasan,
    )
    return jumlah


def _sedang_dibuka(permintaan: PermintaanBuka, survei: Survei) -> bool:
    """Whether the survey stands open again by this very request; the caller holds both rows."""
    terakhir = HasilSurvei.objects.filter(survei=survei).order_by("-versi").values_list("pk", flat=True).first()
    return (
        permintaan.status == StatusPermintaanBuka.DISETUJUI
        and survei.status == StatusSurvei.DITUTUP
        and permintaan.hasil_id == terakhir
    )
