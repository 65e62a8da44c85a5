"""Sets of ratings: rules, evaluations, angka kredit, objections."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Case, ExpressionWrapper, F, IntegerField, Q, Value, When

from kinerja.enums import KEBERATAN_TERBUKA, StatusEvaluasi
from kinerja.perhitungan import PREDIKAT_RENDAH, Penilai, Predikat
from kinerja.querysets.dasar import AturanQuerySet, DapatDibatalkanQuerySet, dinilai, terbaca

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from kinerja.models import Evaluasi, Periode, PilihanKantor
    from rakumpit.organisasi.models import Pengguna


class PilihanKantorQuerySet(models.QuerySet[Any]):
    def pada(self, tanggal: date) -> PilihanKantor:
        """What the office has chosen for a day; LookupError before its first row (a migration seeds one for 2000)."""
        pilihan: PilihanKantor | None = self.berlaku(tanggal).first()
        if pilihan is None:
            raise LookupError(f"Belum ada pilihan kantor yang berlaku pada {tanggal:%d-%m-%Y}.")
        return pilihan

    def berlaku(self, tanggal: date) -> PilihanKantorQuerySet:
        """Choices that had begun by a day; the first is the one in force."""
        return self.filter(mulai__lte=tanggal).order_by("-mulai")


class AturanPenilaianQuerySet(AturanQuerySet):
    """Rules of rating."""


class AturanTindakLanjutQuerySet(AturanQuerySet):
    """Rules of what follows a result."""


class AturanAngkaKreditQuerySet(AturanQuerySet):
    """Tables of angka kredit."""


_DARI_TERENDAH = (
    Predikat.SANGAT_KURANG,
    Predikat.KURANG,
    Predikat.BUTUH_PERBAIKAN,
    Predikat.BAIK,
    Predikat.SANGAT_BAIK,
)
_USULAN_RENDAH = tuple(satu.value for satu in PREDIKAT_RENDAH)


class EvaluasiQuerySet(models.QuerySet[Any]):
    def urut_giliran(self, *dahulu: str) -> EvaluasiQuerySet:
        """In the order in which a superior meets people: low or missing proposals, waiting, decided, final.

        ``dahulu`` are fields to order by before that.
        """
        menunggu = StatusEvaluasi.MENUNGGU.value
        giliran = Case(
            When(status=menunggu, usulan_predikat__in=_USULAN_RENDAH, then=Value(0)),
            When(status=menunggu, usulan_predikat="", then=Value(1)),
            When(status=menunggu, then=Value(2)),
            When(status=StatusEvaluasi.DIPUTUS.value, then=Value(3)),
            default=Value(4),
            output_field=IntegerField(),
        )
        hasil: EvaluasiQuerySet = self.annotate(giliran=giliran).order_by(
            *dahulu, "giliran", "pegawai__nama_urut", "pk"
        )
        return hasil

    def bertingkat(self) -> EvaluasiQuerySet:
        """With ``tingkat`` (0 without predicate, then lowest to highest; decision before proposal) and ``tahap``."""
        predikat = Case(When(predikat="", then=F("usulan_predikat")), default=F("predikat"))
        hasil: EvaluasiQuerySet = self.annotate(
            dipakai=predikat,
            tingkat=Case(
                *(When(dipakai=satu.value, then=Value(tingkat)) for tingkat, satu in enumerate(_DARI_TERENDAH, 1)),
                default=Value(0),
                output_field=IntegerField(),
            ),
            tahap=Case(
                *(When(status=satu.value, then=Value(tahap)) for tahap, satu in enumerate(StatusEvaluasi)),
                output_field=IntegerField(),
            ),
        )
        return hasil

    def pada(self, periode: Periode) -> EvaluasiQuerySet:
        return self.filter(periode=periode)

    def ditetapkan(self) -> EvaluasiQuerySet:
        return self.filter(status=StatusEvaluasi.DITETAPKAN.value)

    def terbaru(self) -> EvaluasiQuerySet:
        """Only the highest revision of each person and period."""
        return self.filter(terbaru=True)

    def perlu_dinilai(self) -> EvaluasiQuerySet:
        """Without undecided rows of people whom nobody rates in the period, by their *masa khusus*."""
        return self.exclude(status=StatusEvaluasi.MENUNGGU.value, tidak_dinilai=True)

    def terlihat_oleh(self, pengguna: Pengguna | AnonymousUser) -> EvaluasiQuerySet:
        """Own, of those rated, of the led units; all for the pengelola. The technical admin sees none."""
        return terbaca(self, pengguna, dinilai)


class PenilaianPerilakuQuerySet(models.QuerySet[Any]):
    def oleh_atasan(self, evaluasi: Evaluasi) -> PenilaianPerilakuQuerySet:
        """Ratings by superiors for this evaluation, ``dihitung`` those that it counted: the others only recommend."""
        dari = (evaluasi.bahan.get("konteks") or {}).get("perilaku_dari")
        dihitung = Value(True) if dari is None else Q(penilai=dari[0], penilai_luar=dari[1])
        hasil: PenilaianPerilakuQuerySet = self.filter(
            pegawai=evaluasi.pegawai_id, periode=evaluasi.periode_id, sebagai=Penilai.ATASAN.value
        ).annotate(dihitung=ExpressionWrapper(dihitung, output_field=models.BooleanField()))
        return hasil


class PenetapanAngkaKreditQuerySet(DapatDibatalkanQuerySet):
    """What was set in angka kredit."""


class KeberatanQuerySet(models.QuerySet[Any]):
    def terbuka(self) -> KeberatanQuerySet:
        """Neither decided nor withdrawn."""
        return self.filter(status__in=KEBERATAN_TERBUKA)
