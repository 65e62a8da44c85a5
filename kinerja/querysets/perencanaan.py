"""Sets of periods, agreements and plans."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import F, OuterRef, Q

from kinerja.enums import StatusSKP
from kinerja.querysets.dasar import dinilai, orang, sendiri_atau_unit, terbaca

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from kinerja.models import SKP, Periode
    from rakumpit.organisasi.models import Jabatan, Pengguna


class PeriodeQuerySet(models.QuerySet[Any]):
    def jatuh_tempo(self) -> PeriodeQuerySet:
        """Periods whose run time has come, by the clock of the database."""
        return self.filter(jalan_pada__lte=models.functions.Now())

    def untuk_status(self, status_pegawai: str) -> PeriodeQuerySet:
        """Periods that apply to a kind of employment."""
        return self.filter(berlaku_untuk__contains=[status_pegawai])


class PerjanjianKinerjaQuerySet(models.QuerySet[Any]):
    def terlihat_oleh(self, pengguna: Pengguna | AnonymousUser) -> PerjanjianKinerjaQuerySet:
        """Of the units where the account works and those above them, and of the led units and those below.

        Drafts too: the dialog about plans begins while the agreement is still one (PermenPANRB 6/2022, as told by
        BPS Jawa Barat). All for the pengelola and the pemeriksa.
        """
        from rakumpit.organisasi.models import UnitKerja

        return self.filter(unit__in=UnitKerja.objects.terlihat_oleh(pengguna))


class SKPQuerySet(models.QuerySet[Any]):
    def disetujui(self) -> SKPQuerySet:
        """Plans that hold or held on their days; a replaced one only if it had days before its revision."""
        return self.filter(
            Q(status__in=[StatusSKP.DISETUJUI.value, StatusSKP.SELESAI.value])
            | Q(status=StatusSKP.DIGANTI.value, diganti_sejak__gt=F("mulai"))
        )

    def dalam_periode(self, periode: Periode) -> SKPQuerySet:
        """Approved plans of which something is reached in the period."""
        return self.dalam_masa(periode.mulai, periode.selesai)

    def dalam_masa(self, mulai: date | OuterRef, selesai: date | OuterRef) -> SKPQuerySet:
        """``dalam_periode`` by the days of the period.

        A replaced plan is out of every period that its revision reaches: realisasi of those stand with the revision.
        """
        return (
            self.disetujui()
            .filter(mulai__lte=selesai, selesai__gte=mulai)
            .exclude(status=StatusSKP.DIGANTI.value, diganti_sejak__lte=selesai)
        )

    def terlihat_oleh(self, pengguna: Pengguna | AnonymousUser) -> SKPQuerySet:
        """Own, of those rated, of the led units; all for the pengelola. The technical admin sees none."""
        return terbaca(self, pengguna, dinilai)


def _pihak_dialog(pengguna: Pengguna) -> Q:
    return sendiri_atau_unit(pengguna) | orang(pengguna, "atasan", luar=["atasan_luar"])


class DialogKinerjaQuerySet(models.QuerySet[Any]):
    def terlihat_oleh(self, pengguna: Pengguna | AnonymousUser) -> DialogKinerjaQuerySet:
        """Of the two who talked, and of the led units; all for the pengelola. The technical admin sees none."""
        return terbaca(self, pengguna, _pihak_dialog)


class ContohHasilKerjaQuerySet(models.QuerySet[Any]):
    def untuk(self, jabatan: Jabatan) -> ContohHasilKerjaQuerySet:
        """Offered to the holder of a post: those of its name first, then those of its kind."""
        return self.filter(
            Q(jabatan__iexact=jabatan.nama) | Q(jabatan="", jenis_jabatan=jabatan.jenis), aktif=True
        ).order_by("-jabatan", "pk")


class RencanaHasilKerjaQuerySet(models.QuerySet[Any]):
    def berlaku(self) -> RencanaHasilKerjaQuerySet:
        """Of approved plans: what somebody has promised."""
        return self.filter(skp__status__in=[StatusSKP.DISETUJUI.value, StatusSKP.SELESAI.value])

    def milik_pimpinan(self, skp: SKP) -> RencanaHasilKerjaQuerySet:
        """Results of the superior's approved plan in the same days, which a result of ``skp`` may support.

        None for somebody whose superior stands outside the office.
        """
        from rakumpit.organisasi.models import Pegawai

        atasan = skp.pegawai.atasan_pada(skp.mulai) or skp.penilai
        if not isinstance(atasan, Pegawai):
            return self.none()
        disetujui = [StatusSKP.DISETUJUI.value, StatusSKP.SELESAI.value]
        return self.filter(
            skp__pegawai=atasan, skp__status__in=disetujui, skp__mulai__lte=skp.selesai, skp__selesai__gte=skp.mulai
        ).order_by("urut")
