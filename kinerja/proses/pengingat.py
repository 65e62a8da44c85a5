"""Reminders before the closing day of a period, spread over the morning and sent once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import Count, Exists, F, OuterRef, Q
from django.urls import reverse
from django.utils import timezone

from kinerja.enums import StatusEvaluasi
from kinerja.models import SKP, Evaluasi, Indikator, Periode, PilihanKantor, Realisasi
from kinerja.models.pengingat import Pengingat
from kinerja.perhitungan import Sumber
from kinerja.perhitungan.giliran import menit_giliran
from kinerja.proses.realisasi import batas_pengisian
from rakumpit.notifikasi.models import kirim
from rakumpit.waktu import awal_hari, format_tanggal, tanggal_lokal

# People of one call; the rest comes with the next one, a few minutes later.
BATAS_SEKALI = 500


@dataclass(frozen=True, slots=True)
class _Penerima:
    pegawai_id: int
    kode: UUID
    pengguna_id: int
    kosong: int


def kirim_pengingat(*, sekarang: datetime | None = None, batas: int = BATAS_SEKALI) -> int:
    """Remind people who have measures without realisasi, on the days before the closing day that the office chose.

    Each person has a fixed minute of the window (``PENGINGAT_JAM_MULAI``, ``PENGINGAT_MENIT``); a call reminds all
    whose minute has passed today, so a missed call is made up by the next. A day that was missed altogether is left
    out. Any number of calls and workers sends each reminder once. Returns how many were sent.
    """
    sekarang = sekarang or timezone.now()
    hari = tanggal_lokal(sekarang)
    buka = awal_hari(hari) + timedelta(hours=settings.PENGINGAT_JAM_MULAI)
    menit = int((sekarang - buka).total_seconds() // 60)
    if menit < 0:
        return 0
    jumlah = 0
    for sisa in PilihanKantor.objects.pada(hari).hari_pengingat:
        for periode in _periode_bertenggat(hari + timedelta(days=sisa)):
            for satu in _belum_diingatkan(periode, sisa, hari):
                if jumlah >= batas:
                    return jumlah
                if menit_giliran(satu.kode, settings.PENGINGAT_MENIT) <= menit:
                    jumlah += _ingatkan(satu, periode, sisa)
    return jumlah


def _periode_bertenggat(tanggal: date) -> list[Periode]:
    """Begun periods whose closing day it is, reopening included."""
    calon = Periode.objects.filter(Q(batas_isi=tanggal) | Q(dibuka_kembali_sampai=tanggal), mulai__lt=tanggal)
    return [satu for satu in calon.order_by("pk") if batas_pengisian(satu) == tanggal]


def _belum_diingatkan(periode: Periode, sisa: int, hari: date) -> list[_Penerima]:
    """People with an account who have something left to type and want reminders; one query."""
    orang = "rencana__skp__pegawai"
    baris = (
        Indikator.objects.filter(
            Q(**{f"{orang}__selesai__isnull": True}) | Q(**{f"{orang}__selesai__gte": hari}),
            ~Exists(Realisasi.objects.terisi().filter(indikator=OuterRef("pk"), periode=periode)),
            ~Exists(Pengingat.objects.filter(pegawai=OuterRef(orang), periode=periode, sisa_hari=sisa)),
            ~Exists(
                Evaluasi.objects.filter(
                    pegawai=OuterRef(orang), periode=periode, status=StatusEvaluasi.DITETAPKAN.value
                )
            ),
            rencana__skp__in=SKP.objects.dalam_periode(periode),
            sumber=Sumber.MANUAL.value,
            **{
                f"{orang}__status__in": periode.berlaku_untuk,
                f"{orang}__pengguna__is_active": True,
                f"{orang}__pengguna__terima_pengingat": True,
            },
        )
        .order_by(orang)
        .values_list(F(orang), f"{orang}__uuid", f"{orang}__pengguna_id")
        .annotate(n=Count("pk"))
    )
    return [_Penerima(*satu) for satu in baris]


@transaction.atomic
def _ingatkan(satu: _Penerima, periode: Periode, sisa: int) -> bool:
    """Record and send one reminder; False when another worker was first."""
    _baris, baru = Pengingat.objects.get_or_create(pegawai_id=satu.pegawai_id, periode=periode, sisa_hari=sisa)
    if baru:
        batas = batas_pengisian(periode)
        kirim(
            penerima_id=satu.pengguna_id,
            kunci=f"pengingat-realisasi:{periode.uuid}:h{sisa}",
            judul=f"{satu.kosong} realisasi {periode} belum diisi",
            isi=f"Tenggatnya {format_tanggal(batas)} pukul 23.59 WIB, {sisa} hari lagi.",
            tautan=f"{reverse('kinerja:realisasi_daftar')}?periode={periode.kode}",
        )
    return baru
