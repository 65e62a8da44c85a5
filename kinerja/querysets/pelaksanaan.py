"""Sets of the daily work: notes, evidence, entries for others, feedback, coaching, innovations."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.db import models
from django.db.models import Count, Exists, OuterRef, Q, Subquery

from kinerja.enums import StatusIsian, StatusPermintaan
from kinerja.querysets.dasar import DapatDibatalkanQuerySet, orang, sendiri_atau_unit, terbaca

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from kinerja.models import Indikator, Periode
    from rakumpit.organisasi.models import Pengguna


def _pembaca_kerja(pengguna: Pengguna) -> Q:
    """Own rows, those of people in the led units, and those behind an indicator that the account rates."""
    return sendiri_atau_unit(pengguna) | Q(indikator__in=_dinilai(pengguna))


def _pembaca_bukti(pengguna: Pengguna) -> Q:
    return _pembaca_kerja(pengguna) | Q(catatan_harian__indikator__in=_dinilai(pengguna))


def _dinilai(pengguna: Pengguna) -> models.QuerySet[Any]:
    """Keys of the indicators of plans that the account rates, for a subquery: joined, every row would be read."""
    semua = apps.get_model("kinerja", "Indikator")._default_manager
    menilai = orang(pengguna, "rencana__skp__penilai", luar=["rencana__skp__penilai_luar"])
    return semua.filter(menilai).order_by().values("pk")


class RealisasiQuerySet(models.QuerySet[Any]):
    def terisi(self) -> RealisasiQuerySet:
        """With a number or with words: a narrative is reached in words, and a missing number is explained by them."""
        return self.filter(Q(nilai__isnull=False) | ~Q(catatan=""))


class CatatanHarianQuerySet(DapatDibatalkanQuerySet):
    def untuk(self, indikator: Indikator, periode: Periode) -> CatatanHarianQuerySet:
        """Of an indicator, by the day of the work."""
        return self.filter(indikator=indikator, tanggal__gte=periode.mulai, tanggal__lte=periode.selesai)

    def terlihat_oleh(self, pengguna: Pengguna | AnonymousUser) -> CatatanHarianQuerySet:
        """Own, of those rated, of the led units; all for the pengelola. Colleagues and the technical admin see none."""
        return terbaca(self, pengguna, _pembaca_kerja)


class BuktiQuerySet(DapatDibatalkanQuerySet):
    def untuk(self, indikator: Indikator, periode: Periode) -> BuktiQuerySet:
        """Of an indicator in a period: added there, or a photo of a note for it."""
        return self.filter(
            Q(indikator=indikator, periode=periode)
            | Q(
                catatan_harian__indikator=indikator,
                catatan_harian__tanggal__gte=periode.mulai,
                catatan_harian__tanggal__lte=periode.selesai,
                catatan_harian__dibatalkan_pada__isnull=True,
            )
        )

    def terlihat_oleh(self, pengguna: Pengguna | AnonymousUser) -> BuktiQuerySet:
        """Own, of those rated, of the led units; all for the pengelola. Colleagues and the technical admin see none."""
        return terbaca(self, pengguna, _pembaca_bukti)


class BarisPegawaiQuerySet(models.QuerySet[Any]):
    """Rows about the daily work of one person (``pegawai``)."""

    def terlihat_oleh(self, pengguna: Pengguna | AnonymousUser) -> BarisPegawaiQuerySet:
        """Own, of the led units; all for the pengelola. The technical admin sees none."""
        return terbaca(self, pengguna, sendiri_atau_unit)


def _pembaca_permintaan(pengguna: Pengguna) -> Q:
    return sendiri_atau_unit(pengguna) | Q(dijawab_oleh=pengguna)


# Waits for an answer, or was promised and is not yet said to have come.
PERMINTAAN_BERJALAN = Q(status=StatusPermintaan.DIAJUKAN.value) | Q(
    status=StatusPermintaan.DIJAWAB.value, dijanjikan__isnull=False
)


class PermintaanDukunganQuerySet(models.QuerySet[Any]):
    def berjalan(self) -> PermintaanDukunganQuerySet:
        """Those that still wait for something."""
        return self.filter(PERMINTAAN_BERJALAN)

    def berakhir(self) -> PermintaanDukunganQuerySet:
        """Refused, received or taken back."""
        return self.exclude(PERMINTAAN_BERJALAN)

    def terlihat_oleh(self, pengguna: Pengguna | AnonymousUser) -> PermintaanDukunganQuerySet:
        """Own, of the led units, and those that the account has answered, also after it left the post; all for the
        pengelola."""
        return terbaca(self, pengguna, _pembaca_permintaan)


def _pihak_isian(pengguna: Pengguna) -> Q:
    return orang(pengguna, "pemilik", "pengisi")


class IsianAtasNamaQuerySet(models.QuerySet[Any]):
    def menunggu(self) -> IsianAtasNamaQuerySet:
        return self.filter(status=StatusIsian.MENUNGGU.value)

    def terlihat_oleh(self, pengguna: Pengguna | AnonymousUser) -> IsianAtasNamaQuerySet:
        """Of the owner and of the colleague who typed; all for the pengelola, who records signed sheets."""
        return terbaca(self, pengguna, _pihak_isian)


class UmpanBalikQuerySet(models.QuerySet[Any]):
    def terbuka(self) -> UmpanBalikQuerySet:
        """Signed notes, and those without a name once their quarter was released and holds enough of them.

        Enough by what the office had chosen for the first day of the quarter: a later choice opens no older notes.
        """
        pilihan = apps.get_model("kinerja", "PilihanKantor")._default_manager.filter(mulai__lte=OuterRef("triwulan"))
        cukup = (
            self.model._default_manager.filter(
                anonim=True, tanda__isnull=True, pegawai=OuterRef("pegawai"), triwulan=OuterRef("triwulan")
            )
            .order_by()
            .values("pegawai", "triwulan")
            .annotate(banyak=Count("pk"))
            .filter(banyak__gte=Subquery(pilihan.order_by("-mulai").values("minimal_tanpa_nama")[:1]))
        )
        return self.filter(Q(anonim=False) | (Q(tanda__isnull=True) & Exists(cukup)))

    def dalam(self, mulai: date, selesai: date) -> UmpanBalikQuerySet:
        """Signed notes of these days, and those without a name of the quarters that begin within them."""
        return self.filter(
            Q(tanggal__range=(mulai, selesai)) | Q(tanggal__isnull=True, triwulan__range=(mulai, selesai))
        )

    def terlihat_oleh(self, pengguna: Pengguna | AnonymousUser) -> UmpanBalikQuerySet:
        """Received, written with a name, and of people in the led units.

        Neither the pengelola nor the technical admin reads feedback; the pengelola sees how many there are.
        """
        if not pengguna.is_authenticated:
            return self.none()
        ditulis = orang(pengguna, "dari", luar=["dari_luar"])
        return self.terbuka().filter(sendiri_atau_unit(pengguna) | ditulis)


class BimbinganQuerySet(models.QuerySet[Any]):
    def terlihat_oleh(self, pengguna: Pengguna | AnonymousUser) -> BimbinganQuerySet:
        """Of the own sessions, given ones, and people in the led units; not for the pengelola: it is a private talk."""
        if not pengguna.is_authenticated:
            return self.none()
        return self.filter(sendiri_atau_unit(pengguna) | orang(pengguna, "pembimbing", luar=["pembimbing_luar"]))

    def pihak(self, pengguna: Pengguna) -> BimbinganQuerySet:
        """Of the sessions in which the account was coached or coached somebody."""
        return self.filter(orang(pengguna, "pegawai", "pembimbing", luar=["pembimbing_luar"]))


class InovasiQuerySet(models.QuerySet[Any]):
    def milik(self, pegawai_id: int) -> InovasiQuerySet:
        """Proposed by a person or in whose team the person works."""
        return self.filter(Q(pengusul_id=pegawai_id) | Q(tim=pegawai_id)).distinct()
