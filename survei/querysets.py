"""Sets of surveys, including who may see them."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.db import models
from django.db.models import Q, Value
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import MD5, Cast, Concat

from rakumpit.organisasi.querysets import pemegang_akun
from rakumpit.waktu import hari_ini
from survei.enums import STATUS_TERKUNCI, StatusSurvei
from survei.enums.instrumen import JenisInstrumen
from survei.enums.kertas import BATCH_BERJALAN
from survei.enums.standar import StatusStandar

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from rakumpit.organisasi.models import Pengguna


class SurveiQuerySet(models.QuerySet[Any]):
    def dapat_diisi(self, tanggal: date | None = None) -> SurveiQuerySet:
        """Open surveys on a local date; the last day counts whole (until 23.59.59 WIB)."""
        hari = tanggal or hari_ini()
        return self.filter(status=StatusSurvei.TERBUKA.value, mulai__lte=hari, selesai__gte=hari)

    def terpublikasi(self) -> SurveiQuerySet:
        return self.filter(status=StatusSurvei.DIPUBLIKASI.value)

    def terkunci(self) -> SurveiQuerySet:
        """Surveys whose count is final, published or not."""
        return self.filter(status__in=[satu.value for satu in STATUS_TERKUNCI])

    def kepuasan(self) -> SurveiQuerySet:
        """Surveys whose index is the IKM; those of integrity zones and free ones are not comparable with it."""
        return self.filter(instrumen__jenis=JenisInstrumen.SKM.value)

    def berindeks(self) -> SurveiQuerySet:
        """Surveys with elements and an index, so with something to follow up."""
        return self.exclude(instrumen__jenis=JenisInstrumen.BEBAS.value)

    def terlihat_oleh(
        self, pengguna: Pengguna | AnonymousUser, di_bawah: Collection[int] | None = None
    ) -> SurveiQuerySet:
        """Counts inside the office: units that the account leads or works in; all for pengelola and pemeriksa.

        What citizens say of bribes is not for those who served them: whoever only works in the unit does not see it,
        not even summed up. The technical admin sees none (answers and their counts are not his business).
        ``di_bawah``: the units that the account leads and all below them, where the caller has read them already.
        """
        from rakumpit.organisasi.models import Penugasan, UnitKerja

        if not pengguna.is_authenticated:
            return self.none()
        if pengguna.pengelola or pengguna.pemeriksa:
            return self
        hari = hari_ini()
        if di_bawah is None:
            di_bawah = list(UnitKerja.objects.di_bawah_akun(pengguna, hari))
        tempat = Penugasan.objects.pada(hari).filter(pegawai__pengguna=pengguna).values("jabatan__unit_id")
        rekan = Q(unit_id__in=tempat) & ~Q(instrumen__jenis=JenisInstrumen.SPAK.value)
        return self.filter(Q(unit_id__in=di_bawah) | rekan)


# Words as the citizen typed them are still there; and among them some that nobody may read yet.
TULISAN_ASLI = Q(saran__gt="") | ~Q(teks_asli={})
SARAN_MENUNGGU = Q(saran__gt="", saran_tersamar__isnull=True)
TEKS_MENUNGGU = ~Q(teks_asli={}) & Q(teks_tersamar__isnull=True)
BELUM_TERSAMAR = SARAN_MENUNGGU | TEKS_MENUNGGU


class ResponsQuerySet(models.QuerySet[Any]):
    def terhitung(self) -> ResponsQuerySet:
        """Answers that belong to the survey; every reader begins here (the recount in SQL says the same).

        Left out are those that were voided, and those that came after the lock as long as nobody has decided on them.
        """
        return self.filter(dibatalkan=False, terlambat=False)

    def terlambat(self) -> ResponsQuerySet:
        """Answers that came after the lock: stored, in no count, read by nobody."""
        return self.filter(terlambat=True)

    def bersaran(self) -> ResponsQuerySet:
        """Answers with a suggestion that may be read: masked, and not taken out of the count."""
        return self.terhitung().filter(saran_tersamar__gt="")

    def berteks(self, kode: str) -> ResponsQuerySet:
        """Answers to the question ``kode`` in words that may be read: ``terbaca``, and ``urut`` to sort them by.

        The order is another one for each question, so that places do not tell which answers are of one person.
        """
        urut = MD5(Concat(Cast("submission_id", models.TextField()), Value(kode, models.TextField())))
        semua: ResponsQuerySet = self.annotate(terbaca=KeyTextTransform(kode, "teks_tersamar"), urut=urut)
        return semua.terhitung().filter(terbaca__gt="")

    def menunggu_samaran(self) -> ResponsQuerySet:
        """Answers with a suggestion that nobody may read yet."""
        return self.terhitung().filter(SARAN_MENUNGGU)

    def teks_menunggu(self) -> ResponsQuerySet:
        """Answers in words to questions that nobody may read yet."""
        return self.terhitung().filter(TEKS_MENUNGGU)


class BatchKertasQuerySet(models.QuerySet[Any]):
    def berjalan(self) -> BatchKertasQuerySet:
        """Neither counted nor voided."""
        return self.filter(status__in=BATCH_BERJALAN)

    def dapat_diketik(self) -> BatchKertasQuerySet:
        """The same, of surveys that still take forms."""
        return self.berjalan().filter(survei__status__in=[StatusSurvei.TERBUKA.value, StatusSurvei.DITUTUP.value])

    def terlihat_oleh(self, pengguna: Pengguna | AnonymousUser) -> BatchKertasQuerySet:
        """Those that the account types, and those of the surveys that it may see."""
        survei: Any = apps.get_model("survei", "Survei")
        if not pengguna.is_authenticated or not pengguna.is_active:
            return self.none()
        sendiri = self.model.petugas.through.objects.filter(pengguna=pengguna).values("batchkertas_id")
        return self.filter(Q(pk__in=sendiri) | Q(survei__in=survei.objects.terlihat_oleh(pengguna)))


class HasilSurveiQuerySet(models.QuerySet[Any]):
    def berlaku(self) -> HasilSurveiQuerySet:
        """The valid version of each survey; none while a survey is open again."""
        return self.filter(berlaku=True)

    def terkunci(self) -> HasilSurveiQuerySet:
        """Valid results, published or not."""
        return self.berlaku().filter(survei__in=apps.get_model("survei", "Survei").objects.terkunci())

    def kepuasan(self) -> HasilSurveiQuerySet:
        """Results whose index is the IKM."""
        return self.filter(survei__instrumen__jenis=JenisInstrumen.SKM.value)

    def terpublikasi(self) -> HasilSurveiQuerySet:
        """Valid results that everybody may read."""
        return self.berlaku().filter(survei__in=apps.get_model("survei", "Survei").objects.terpublikasi())


class PelayananLoketQuerySet(models.QuerySet[Any]):
    def terbuka(self) -> PelayananLoketQuerySet:
        """Begun, neither finished nor voided."""
        return self.filter(selesai__isnull=True, batal__isnull=True)

    def selesai(self, mulai: date, akhir: date) -> PelayananLoketQuerySet:
        """Finished services of the days ``mulai`` … ``akhir``; only these are counted."""
        return self.filter(selesai__isnull=False, hari__gte=mulai, hari__lte=akhir)


class StandarPelayananQuerySet(models.QuerySet[Any]):
    def terbit(self) -> StandarPelayananQuerySet:
        """Published versions, also those that are not in force yet or any more."""
        return self.filter(status=StatusStandar.TERBIT.value)

    def berlaku(self, tanggal: date) -> StandarPelayananQuerySet:
        """The version of each service in force on a date: the latest that had begun."""
        return self.terbit().filter(mulai__lte=tanggal).order_by("layanan", "-mulai").distinct("layanan")


class TindakLanjutQuerySet(models.QuerySet[Any]):
    def terlihat_oleh(self, pengguna: Pengguna | AnonymousUser) -> TindakLanjutQuerySet:
        """Those of the surveys that the account may see, and those in the charge of a post that it holds today."""
        survei: Any = apps.get_model("survei", "Survei")
        if not pengguna.is_authenticated:
            return self.none()
        return self.filter(
            Q(hasil__survei__in=survei.objects.terlihat_oleh(pengguna))
            | Q(penanggung_jawab__in=self._dijabat(pengguna))
        )

    def dikerjakan_oleh(self, pengguna: Pengguna) -> TindakLanjutQuerySet:
        """In the charge of a post that this account holds today."""
        return self.filter(penanggung_jawab__in=self._dijabat(pengguna))

    def _dijabat(self, pengguna: Pengguna) -> models.QuerySet[Any]:
        penugasan: Any = apps.get_model("organisasi", "Penugasan")
        kini: models.QuerySet[Any] = penugasan.objects.pada(hari_ini())
        return kini.filter(pemegang_akun(pengguna)).values("jabatan_id")
