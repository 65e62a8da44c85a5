"""Issuing and voiding documents: one transaction, one audit entry. Who may is decided by the app that calls."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import connection, models, transaction
from django.urls import reverse
from django.utils import timezone

from rakumpit.audit.models import catat
from rakumpit.dokumen.kode import buat_kode, tampil_kode
from rakumpit.dokumen.models import BerkasDokumen, Dokumen
from rakumpit.dokumen.susun import Bingkai, susun_pdf
from rakumpit.waktu import tanggal_lokal

if TYPE_CHECKING:
    from rakumpit.organisasi.models import Pengguna

BATAS_FAKTA = 12
PANJANG_FAKTA = 300
_JENIS = re.compile(r"[a-z]+(\.[a-z_]+)+", re.ASCII)
# NIP and NIK, also with blanks between their groups.
_NOMOR_INDUK = re.compile(r"(?<!\d)\d(?:[ .-]?\d){15}(?:(?:[ .-]?\d){2})?(?!\d)")

Fakta = Sequence[tuple[str, str]]


class SudahDibatalkan(ValueError):
    """The document is voided already."""


def terbitkan(
    *,
    jenis: str,
    judul: str,
    templat: str,
    data: Mapping[str, object],
    fakta: Fakta,
    tentang: models.Model,
    oleh: Pengguna | None,
) -> tuple[Dokumen, bytes]:
    """Issue the document ``jenis`` about ``tentang`` and return it with its PDF.

    The same content again returns the same row and the same bytes; changed content is the next version, and the one
    before says that it is replaced. ``data`` has the shape that the template takes (``rakumpit.dokumen.isi``).
    ``fakta`` are the pairs (label, value) for the public page, in their order. ``oleh`` is None for the system.

    :raises ValueError: ``jenis`` or ``fakta`` not fit (a NIP or NIK in them, too many, too long).
    :raises rakumpit.dokumen.susun.SusunGagal: the document could not be made; nothing is stored.
    """
    if not _JENIS.fullmatch(jenis):
        raise ValueError(f"Jenis dokumen «{jenis}» ditulis aplikasi.nama, misalnya kinerja.skp.")
    daftar_fakta = _periksa_fakta(fakta)
    sidik_isi = _sidik_isi(templat, judul, data, daftar_fakta)
    with transaction.atomic():
        objek = {"tentang_jenis": tentang._meta.label_lower, "tentang_kode": str(tentang.uuid)}  # type: ignore[attr-defined]  # ModelBerkode
        _antre(jenis, **objek)
        terakhir = Dokumen.objects.filter(jenis=jenis, **objek).order_by("-versi").select_for_update().first()
        if terakhir is not None and terakhir.sidik_isi == sidik_isi and terakhir.dibatalkan_pada is None:
            return terakhir, bytes(terakhir.berkas.isi)
        kode, saat = buat_kode(), timezone.now()
        versi = terakhir.versi + 1 if terakhir else 1
        pdf = susun_pdf(templat, data, bingkai=_bingkai(judul, kode, saat, versi))
        dokumen = Dokumen.objects.create(
            jenis=jenis,
            judul=judul,
            kode=kode,
            fakta=daftar_fakta,
            sidik=hashlib.sha256(pdf).hexdigest(),
            sidik_isi=sidik_isi,
            versi=versi,
            diterbitkan_pada=saat,
            diterbitkan_oleh=oleh,
            **objek,
        )
        BerkasDokumen.objects.create(dokumen=dokumen, isi=pdf)
        if terakhir is not None:
            terakhir.digantikan_oleh = dokumen
            terakhir.save(update_fields=["digantikan_oleh"])
        # The code opens the public page, so it is no part of the trail.
        catat(
            pelaku=oleh,
            aksi="dokumen.terbitkan",
            objek=dokumen,
            sesudah={"jenis": jenis, "versi": versi, "sidik": dokumen.sidik, "tentang": " ".join(objek.values())},
        )
    return dokumen, pdf


def _bingkai(judul: str, kode: str, saat: datetime, versi: int) -> Bingkai:
    return Bingkai(
        judul=judul,
        tanggal=tanggal_lokal(saat),
        kode=tampil_kode(kode),
        alamat=settings.ALAMAT_PUBLIK + reverse("dokumen:lihat", args=[kode]),
        alamat_pendek=settings.ALAMAT_PUBLIK.partition("://")[2] + reverse("dokumen:periksa"),
        versi=versi,
        contoh=settings.CONTOH,
    )


def batalkan(*, dokumen: Dokumen, oleh: Pengguna | None, alasan: str) -> Dokumen:
    """Void a document: it stays, and its verification page says that it does not hold.

    :raises ValueError: no reason. :raises SudahDibatalkan: voided before.
    """
    alasan = alasan.strip()
    if not alasan:
        raise ValueError("Tulis alasan pembatalan dokumen.")
    with transaction.atomic():
        terkunci = Dokumen.objects.select_for_update().get(pk=dokumen.pk)
        if terkunci.dibatalkan_pada is not None:
            raise SudahDibatalkan("Dokumen ini sudah dibatalkan.")
        terkunci.dibatalkan_pada, terkunci.dibatalkan_oleh, terkunci.alasan_batal = timezone.now(), oleh, alasan
        terkunci.save(update_fields=["dibatalkan_pada", "dibatalkan_oleh", "alasan_batal"])
        catat(pelaku=oleh, aksi="dokumen.batalkan", objek=terkunci, keterangan=alasan)
    return terkunci


def _antre(jenis: str, tentang_jenis: str, tentang_kode: str) -> None:
    """One issuer at a time per document: the first version has no row to lock."""
    with connection.cursor() as kursor:
        kursor.execute(
            "SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"dokumen|{jenis}|{tentang_jenis}|{tentang_kode}"]
        )


def _periksa_fakta(fakta: Fakta) -> list[list[str]]:
    daftar = [[label, nilai] for label, nilai in fakta]
    if not daftar or len(daftar) > BATAS_FAKTA:
        raise ValueError(f"Fakta dokumen berisi 1 sampai {BATAS_FAKTA} pasangan.")
    for label, nilai in daftar:
        if not label or max(len(label), len(nilai)) > PANJANG_FAKTA:
            raise ValueError(f"Fakta «{label}» kosong namanya atau lebih dari {PANJANG_FAKTA} huruf.")
        if _NOMOR_INDUK.search(nilai) or _NOMOR_INDUK.search(label):
            raise ValueError(f"Fakta «{label}» memuat NIP atau NIK, yang tidak boleh dilihat umum.")
    return daftar


def _sidik_isi(templat: str, judul: str, data: Mapping[str, object], fakta: list[list[str]]) -> str:
    teks = json.dumps([templat, judul, data, fakta], sort_keys=True, ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(teks.encode()).hexdigest()
