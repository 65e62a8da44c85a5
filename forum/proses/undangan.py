"""Invitations."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from forum.enums.sesi import SaluranUndangan, StatusUndangan
from forum.models import SesiForum, Undangan, UnsurPeserta
from forum.perhitungan.sesi import PERSIAPAN
from forum.permissions.sesi import boleh_menyelenggarakan
from forum.proses.versi import kunci_baris, simpan_baris
from rakumpit.audit.models import catat
from rakumpit.waktu import hari_ini

if TYPE_CHECKING:
    from rakumpit.organisasi.models import Pengguna

_MULAI = "Sesi sudah dimulai, jadi undangannya tetap."


def _periksa(sesi: SesiForum, oleh: Pengguna) -> SesiForum:
    if not boleh_menyelenggarakan(oleh, sesi.unit_id):
        raise PermissionDenied
    baris = kunci_baris(sesi, None)
    if baris.status not in PERSIAPAN:
        raise ValidationError(_MULAI)
    return baris


@transaction.atomic
def tambah_undangan(
    *,
    sesi: SesiForum,
    oleh: Pengguna,
    kode: UUID,
    penerima: str,
    unsur: UnsurPeserta,
    saluran: str,
    nomor_surat: str = "",
    email: str = "",
) -> Undangan:
    """Put somebody on the list; with an address it is mailed when its day comes. ``kode`` is made by the form."""
    baris = _periksa(sesi, oleh)
    _periksa_email(saluran, email)
    ada = Undangan.objects.filter(uuid=kode).first()
    if ada is not None:
        if ada.sesi_id != baris.pk:
            raise ValidationError("Formulir ini sudah dipakai. Muat ulang halaman, lalu isi lagi.")
        return ada
    undangan = Undangan.objects.create(
        uuid=kode,
        sesi=baris,
        penerima=" ".join(penerima.split()),
        unsur=unsur,
        saluran=saluran,
        nomor_surat=nomor_surat.strip(),
        email=email.strip().lower(),
        diubah_oleh=oleh,
    )
    catat(pelaku=oleh, aksi="forum.undangan.tambah", objek=undangan, sesudah={"unsur": unsur.kode})
    return undangan


@transaction.atomic
def ubah_undangan(
    *,
    undangan: Undangan,
    oleh: Pengguna,
    versi: int,
    status: str,
    dikirim_pada: date | None,
    diwakilkan_kepada: str = "",
    nomor_surat: str = "",
    email: str | None = None,
) -> Undangan:
    """Note that it was sent, read, answered, or who comes instead. Another ``email`` is tried anew; None keeps it."""
    _periksa(undangan.sesi, oleh)
    baris = kunci_baris(undangan, versi)
    alamat = baris.email if email is None else email.strip().lower()
    _periksa_email(baris.saluran, alamat)
    wakil = " ".join(diwakilkan_kepada.split())
    if (status == StatusUndangan.DIWAKILKAN) != bool(wakil):
        raise ValidationError({"diwakilkan_kepada": "Tulis siapa yang mewakili, hanya bila diwakilkan."})
    if status == StatusUndangan.DRAF:
        dikirim_pada = None
    elif dikirim_pada is None:
        raise ValidationError({"dikirim_pada": "Isi tanggal undangan dikirim."})
    elif dikirim_pada > hari_ini():
        raise ValidationError({"dikirim_pada": "Tanggal kirim tidak boleh sesudah hari ini."})
    simpan_baris(
        baris,
        oleh,
        "undangan.ubah",
        status=status,
        dikirim_pada=dikirim_pada,
        diwakilkan_kepada=wakil,
        nomor_surat=nomor_surat.strip(),
        email=alamat,
        percobaan=baris.percobaan if alamat == baris.email else 0,
    )
    return baris


def _periksa_email(saluran: str, email: str) -> None:
    if saluran == SaluranUndangan.EMAIL and not email.strip():
        raise ValidationError({"email": "Tulis alamat email, atau pilih cara mengundang yang lain."})
