"""Recording that results were reported to Bagian Organisasi: each result once, by the pengelola, audited."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from rakumpit.audit.models import catat
from rakumpit.waktu import format_tanggal, hari_ini
from survei.models import HasilSurvei, Pelaporan, PeriodeSurvei, Survei
from survei.permissions import boleh_mengelola
from survei.proses.berkas import pindaian_tersimpan

if TYPE_CHECKING:
    from django.core.files.base import File

    from rakumpit.organisasi.models import Pengguna


def _periksa(tanggal: date, nomor_surat: str, hasil: Collection[HasilSurvei]) -> str:
    """The number without needless blanks. ValidationError: none, a day to come, or one before a survey began."""
    nomor = " ".join(nomor_surat.split())
    if not nomor:
        raise ValidationError("Isi nomor surat.")
    if tanggal > hari_ini():
        raise ValidationError("Tanggal surat belum tiba. Catat sesudah surat dikirim.")
    mulai = max(satu.survei.mulai for satu in hasil)
    if tanggal < mulai:
        raise ValidationError(f"Surveinya baru dibuka {format_tanggal(mulai)}. Periksa tanggal surat.")
    return nomor


@transaction.atomic
def laporkan(
    *,
    periode: PeriodeSurvei,
    survei: Collection[Survei],
    tanggal: date,
    nomor_surat: str,
    oleh: Pengguna,
    surat: File | None = None,
) -> list[Pelaporan]:
    """One letter, with or without its scan, may report several surveys of a period.

    Raises ``PermissionDenied`` or ``ValidationError``.
    """
    if not boleh_mengelola(oleh):
        raise PermissionDenied
    pk = [satu.pk for satu in survei]
    terkunci = list(
        Survei.objects.terkunci().filter(pk__in=pk, periode=periode).order_by("pk").select_for_update(of=("self",))
    )
    if not terkunci or len(terkunci) != len(pk):
        raise ValidationError("Pilih survei periode ini yang sudah dikunci.")
    hasil = list(
        HasilSurvei.objects.berlaku().filter(survei__in=terkunci).select_related("survei").order_by("survei_id")
    )
    sudah = Pelaporan.objects.filter(hasil__in=hasil).select_related("hasil__survei").first()
    if sudah is not None:
        raise ValidationError(f"{sudah.hasil.survei.judul} sudah dilaporkan dengan surat {sudah.nomor_surat}.")
    nomor = _periksa(tanggal, nomor_surat, hasil)
    contoh = Pelaporan()
    with pindaian_tersimpan(contoh.surat, surat):
        return _catat_semua(hasil, tanggal=tanggal, nomor=nomor, oleh=oleh, surat=contoh.surat.name or "")


def _catat_semua(
    hasil: Collection[HasilSurvei], *, tanggal: date, nomor: str, oleh: Pengguna, surat: str
) -> list[Pelaporan]:
    baris = []
    for satu in hasil:
        laporan = Pelaporan.objects.create(hasil=satu, tanggal=tanggal, nomor_surat=nomor, oleh=oleh, surat=surat)
        catat(
            pelaku=oleh,
            aksi="survei.pelaporan.tambah",
            objek=laporan,
            sesudah={"survei": str(satu.survei.uuid), "tanggal": tanggal, "nomor_surat": nomor, "surat": surat},
        )
        baris.append(laporan)
    return baris


@transaction.atomic
def ubah_laporan(
    *, laporan: Pelaporan, tanggal: date, nomor_surat: str, oleh: Pengguna, surat: File | None = None
) -> Pelaporan:
    """Mend date or number of a letter, or add its scan; the audit keeps what stood there, and the old scan stays."""
    if not boleh_mengelola(oleh):
        raise PermissionDenied
    baris = Pelaporan.objects.select_for_update(of=("self",)).select_related("hasil__survei").get(pk=laporan.pk)
    nomor = _periksa(tanggal, nomor_surat, [baris.hasil])
    lama = baris.surat.name or ""
    sebelum = {"tanggal": baris.tanggal, "nomor_surat": baris.nomor_surat, "surat": lama}
    contoh = Pelaporan()
    with pindaian_tersimpan(contoh.surat, surat):
        baru = contoh.surat.name or lama
        sesudah = {"tanggal": tanggal, "nomor_surat": nomor, "surat": baru}
        if sebelum == sesudah:
            return baris
        baris.tanggal, baris.nomor_surat, baris.surat.name = tanggal, nomor, baru
        baris.save(update_fields=["tanggal", "nomor_surat", "surat"])
        catat(pelaku=oleh, aksi="survei.pelaporan.ubah", objek=baris, sebelum=sebelum, sesudah=sesudah)
    return baris
