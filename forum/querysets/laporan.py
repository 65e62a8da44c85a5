"""Reports: who sees which, what is open, what the public reads."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.db import models
from django.db.models import Q

from forum.enums.laporan import HasilLaporan, Klasifikasi, StatusLaporan
from forum.perhitungan.laporan import DIPEGANG, TERBUKA, TERJAWAB
from rakumpit.waktu import hari_ini

if TYPE_CHECKING:
    from datetime import date

    from django.contrib.auth.models import AnonymousUser

    from rakumpit.organisasi.models import Pengguna


class LaporanQuerySet(models.QuerySet[Any]):
    def terlihat_oleh(self, pengguna: Pengguna | AnonymousUser) -> LaporanQuerySet:
        """All for the pengelola; those that this person handles; those of the units that the account leads and below;
        for the pemeriksa what is not kept secret. Whom a complaint is about sees none of it, whatever the office."""
        if not pengguna.is_authenticated or not pengguna.is_active:
            return self.none()
        semua = self.exclude(terlapor__pengguna=pengguna.pk)
        if pengguna.pengelola:
            return semua
        unit: Any = apps.get_model("organisasi", "UnitKerja")
        rantai = Q(penangan__pengguna=pengguna.pk) | Q(unit__in=list(unit.objects.di_bawah_akun(pengguna, hari_ini())))
        return semua.filter(rantai | Q(rahasia=False)) if pengguna.pemeriksa else semua.filter(rantai)

    def terbuka(self) -> LaporanQuerySet:
        """Still to be done by somebody."""
        return self.filter(status__in=[satu.value for satu in TERBUKA])

    def dipegang(self) -> LaporanQuerySet:
        """In the hands of a unit and a person."""
        return self.filter(status__in=[satu.value for satu in DIPEGANG])

    def untuk_umum(self) -> LaporanQuerySet:
        """Answered and not kept secret."""
        return self.filter(status__in=[satu.value for satu in TERJAWAB], rahasia=False)

    def terbukti(self) -> LaporanQuerySet:
        """Complaints that were found to be justified: ended with an improvement."""
        return self.filter(
            klasifikasi=Klasifikasi.PENGADUAN.value,
            status=StatusLaporan.SELESAI.value,
            hasil=HasilLaporan.DENGAN_PERBAIKAN.value,
        )

    def cari(self, kata: str) -> LaporanQuerySet:
        """By number, subject, text or place; signs are letters."""
        return self.filter(
            Q(nomor__icontains=kata)
            | Q(judul__icontains=kata)
            | Q(isi__icontains=kata)
            | Q(tempat__icontains=kata)
            | Q(nomor_lapor__icontains=kata)
        )


class TenggatLaporanQuerySet(models.QuerySet[Any]):
    def berjalan(self) -> TenggatLaporanQuerySet:
        """Neither met nor lapsed."""
        return self.filter(terpenuhi_pada__isnull=True, gugur_pada__isnull=True)

    def terlambat(self, hari: date) -> TenggatLaporanQuerySet:
        """Running, not stopped, and past their last day."""
        return self.berjalan().filter(dijeda_pada__isnull=True, batas__lt=hari)
