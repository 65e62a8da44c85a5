"""Sets of performance management, including who may see them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.db import models
from django.db.models import Case, Count, Exists, F, IntegerField, OuterRef, Q, Subquery, Value, When

from kinerja.enums import KEBERATAN_TERBUKA, StatusEvaluasi, StatusIsian, StatusSKP
from kinerja.perhitungan import PREDIKAT_RENDAH, Predikat
from rakumpit.waktu import hari_ini

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from kinerja.models import SKP, Indikator, Periode, PilihanKantor
    from rakumpit.organisasi.models import Jabatan, Pengguna


class PeriodeQuerySet(models.QuerySet[Any]):
    def jatuh_tempo(self) -> PeriodeQuerySet:
        """Periods whose run time has come, by the clock of the database."""
        return self.filter(jalan_pada__lte=models.functions.Now())

    def untuk_status(self, status_pegawai: str) -> PeriodeQuerySet:
        """Periods that apply to a kind of employment."""
        return self.filter(berlaku_untuk__contains=[status_pegawai])


class _AturanQuerySet(models.QuerySet[Any]):
    """Rules with dates."""

    def pada(self, tanggal: date) -> Any:
        """The rule in force on a date; LookupError with an Indonesian sentence when there is none."""
        aturan = (
            self.filter(Q(selesai__isnull=True) | Q(selesai__gte=tanggal), mulai__lte=tanggal)
            .order_by("-mulai")
            .first()
        )
        if aturan is None:
            nama = str(self.model._meta.verbose_name)
            raise LookupError(
                f"Belum ada {nama} yang berlaku pada {tanggal:%d-%m-%Y}. Tambahkan di admin, {nama.capitalize()}."
            )
        return aturan


class PilihanKantorQuerySet(models.QuerySet[Any]):
    def pada(self, tanggal: date) -> PilihanKantor:
        """What the office has chosen for a day; LookupError before its first row (a migration seeds one for 2000)."""
        pilihan: PilihanKantor | None = self.filter(mulai__lte=tanggal).order_by("-mulai").first()
        if pilihan is None:
            raise LookupError(f"Belum ada pilihan kantor yang berlaku pada {tanggal:%d-%m-%Y}.")
        return pilihan


class AturanPenilaianQuerySet(_AturanQuerySet):
    """Rules of rating."""


class AturanTindakLanjutQuerySet(_AturanQuerySet):
    """Rules of what follows a result."""


def _atasan_atau_unit(pengguna: Pengguna, awalan: str) -> Q:
    """Rows of people in the units that the account leads today; ``awalan`` is the path to the person's key.

    Not of another holder of the same leading post: who stands in for a head for a week is not that head's superior.
    """
    from rakumpit.organisasi.models import Penugasan, UnitKerja

    hari = hari_ini()
    dipimpin = Penugasan.objects.unit_dipimpin(pengguna, hari)
    anggota = (
        Penugasan.objects.pada(hari)
        .filter(jabatan__unit_id__in=UnitKerja.objects.turunan_id(dipimpin))
        .exclude(jabatan__memimpin=True, jabatan__unit_id__in=dipimpin)
        .values("pegawai_id")
    )
    return Q(**{f"{awalan}__in": anggota})


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
        """Approved plans of which something is reached in the period.

        A replaced plan is out of every period that its revision reaches: realisasi of those stand with the revision.
        """
        return (
            self.disetujui()
            .filter(mulai__lte=periode.selesai, selesai__gte=periode.mulai)
            .exclude(status=StatusSKP.DIGANTI.value, diganti_sejak__lte=periode.selesai)
        )

    def terlihat_oleh(self, pengguna: Pengguna | AnonymousUser) -> SKPQuerySet:
        """Own, of those rated, of the led units; all for the pengelola. The technical admin sees none."""
        if not pengguna.is_authenticated:
            return self.none()
        if pengguna.pengelola:
            return self
        return self.filter(
            Q(pegawai__pengguna=pengguna)
            | Q(penilai__pengguna=pengguna)
            | Q(penilai_luar__pengguna=pengguna)
            | _atasan_atau_unit(pengguna, "pegawai_id")
        ).distinct()


class DialogKinerjaQuerySet(models.QuerySet[Any]):
    def terlihat_oleh(self, pengguna: Pengguna | AnonymousUser) -> DialogKinerjaQuerySet:
        """Of the two who talked, and of the led units; all for the pengelola. The technical admin sees none."""
        if not pengguna.is_authenticated:
            return self.none()
        if pengguna.pengelola:
            return self
        return self.filter(
            Q(pegawai__pengguna=pengguna)
            | Q(atasan__pengguna=pengguna)
            | Q(atasan_luar__pengguna=pengguna)
            | _atasan_atau_unit(pengguna, "pegawai_id")
        )


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
        tidak = {"konteks": {"tidak_dinilai": True}}
        return self.exclude(status=StatusEvaluasi.MENUNGGU.value, bahan__contains=tidak)

    def terlihat_oleh(self, pengguna: Pengguna | AnonymousUser) -> EvaluasiQuerySet:
        """Own, of those rated, of the led units; all for the pengelola. The technical admin sees none."""
        if not pengguna.is_authenticated:
            return self.none()
        if pengguna.pengelola:
            return self
        return self.filter(
            Q(pegawai__pengguna=pengguna)
            | Q(penilai__pengguna=pengguna)
            | Q(penilai_luar__pengguna=pengguna)
            | _atasan_atau_unit(pengguna, "pegawai_id")
        )


def _pembaca_kerja(pengguna: Pengguna) -> Q:
    """Own rows, those of people in the led units, and those behind an indicator that the account rates."""
    return (
        Q(pegawai__pengguna=pengguna)
        | Q(indikator__rencana__skp__penilai__pengguna=pengguna)
        | Q(indikator__rencana__skp__penilai_luar__pengguna=pengguna)
        | _atasan_atau_unit(pengguna, "pegawai_id")
    )


class CatatanHarianQuerySet(models.QuerySet[Any]):
    def berlaku(self) -> CatatanHarianQuerySet:
        """Not voided."""
        return self.filter(dibatalkan_pada__isnull=True)

    def untuk(self, indikator: Indikator, periode: Periode) -> CatatanHarianQuerySet:
        """Of an indicator, by the day of the work."""
        return self.filter(indikator=indikator, tanggal__gte=periode.mulai, tanggal__lte=periode.selesai)

    def terlihat_oleh(self, pengguna: Pengguna | AnonymousUser) -> CatatanHarianQuerySet:
        """Own, of those rated, of the led units; all for the pengelola. Colleagues and the technical admin see none."""
        if not pengguna.is_authenticated:
            return self.none()
        return self if pengguna.pengelola else self.filter(_pembaca_kerja(pengguna))


class BuktiQuerySet(models.QuerySet[Any]):
    def berlaku(self) -> BuktiQuerySet:
        """Not voided."""
        return self.filter(dibatalkan_pada__isnull=True)

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
        if not pengguna.is_authenticated:
            return self.none()
        if pengguna.pengelola:
            return self
        dinilai = "catatan_harian__indikator__rencana__skp"
        return self.filter(
            _pembaca_kerja(pengguna)
            | Q(**{f"{dinilai}__penilai__pengguna": pengguna})
            | Q(**{f"{dinilai}__penilai_luar__pengguna": pengguna})
        )


class BarisPegawaiQuerySet(models.QuerySet[Any]):
    """Rows about the daily work of one person (``pegawai``)."""

    def terlihat_oleh(self, pengguna: Pengguna | AnonymousUser) -> BarisPegawaiQuerySet:
        """Own, of the led units; all for the pengelola. The technical admin sees none."""
        if not pengguna.is_authenticated:
            return self.none()
        if pengguna.pengelola:
            return self
        return self.filter(Q(pegawai__pengguna=pengguna) | _atasan_atau_unit(pengguna, "pegawai_id"))


class AturanAngkaKreditQuerySet(models.QuerySet[Any]):
    def pada(self, tanggal: date) -> Any:
        """The table in force on a date; LookupError with an Indonesian sentence when there is none."""
        aturan = self.filter(Q(selesai__isnull=True) | Q(selesai__gte=tanggal), mulai__lte=tanggal).first()
        if aturan is None:
            raise LookupError(f"Belum ada aturan angka kredit yang berlaku pada {tanggal:%d-%m-%Y}.")
        return aturan


class PenetapanAngkaKreditQuerySet(models.QuerySet[Any]):
    def berlaku(self) -> PenetapanAngkaKreditQuerySet:
        """Not voided."""
        return self.filter(dibatalkan_pada__isnull=True)


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
        ditulis = Q(dari__pengguna=pengguna) | Q(dari_luar__pengguna=pengguna)
        return self.terbuka().filter(
            Q(pegawai__pengguna=pengguna) | ditulis | _atasan_atau_unit(pengguna, "pegawai_id")
        )


class KeberatanQuerySet(models.QuerySet[Any]):
    def terbuka(self) -> KeberatanQuerySet:
        """Neither decided nor withdrawn."""
        return self.filter(status__in=KEBERATAN_TERBUKA)


class IsianAtasNamaQuerySet(models.QuerySet[Any]):
    def menunggu(self) -> IsianAtasNamaQuerySet:
        return self.filter(status=StatusIsian.MENUNGGU.value)

    def terlihat_oleh(self, pengguna: Pengguna | AnonymousUser) -> IsianAtasNamaQuerySet:
        """Of the owner and of the colleague who typed; all for the pengelola, who records signed sheets."""
        if not pengguna.is_authenticated:
            return self.none()
        if pengguna.pengelola:
            return self
        return self.filter(Q(pemilik__pengguna=pengguna) | Q(pengisi__pengguna=pengguna))


class BimbinganQuerySet(models.QuerySet[Any]):
    def terlihat_oleh(self, pengguna: Pengguna | AnonymousUser) -> BimbinganQuerySet:
        """Of the own sessions, given ones, and people in the led units; not for the pengelola: it is a private talk."""
        if not pengguna.is_authenticated:
            return self.none()
        return self.filter(
            Q(pegawai__pengguna=pengguna)
            | Q(pembimbing__pengguna=pengguna)
            | Q(pembimbing_luar__pengguna=pengguna)
            | _atasan_atau_unit(pengguna, "pegawai_id")
        )


class InovasiQuerySet(models.QuerySet[Any]):
    def milik(self, pegawai_id: int) -> InovasiQuerySet:
        """Proposed by a person or in whose team the person works."""
        return self.filter(Q(pengusul_id=pegawai_id) | Q(tim=pegawai_id)).distinct()
