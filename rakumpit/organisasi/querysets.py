"""Sets of the organisation, including who may see them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.contrib.auth.base_user import BaseUserManager
from django.db import connection, models
from django.db.models import Q

from rakumpit.organisasi.enums import STATUS_BERSKP, SifatPenugasan
from rakumpit.organisasi.nama import nama_urut
from rakumpit.organisasi.perhitungan import Pemegang
from rakumpit.waktu import hari_ini

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from rakumpit.organisasi.models import Jabatan, Pengguna


class PenggunaManager(BaseUserManager["Pengguna"]):
    """Makes accounts; a NIP or an e-mail address is required (checked by the database too)."""

    def create_user(self, *, password: str | None = None, **isian: Any) -> Pengguna:
        isian["email"] = self.normalize_email(isian["email"]).lower() if isian.get("email") else None
        pengguna = self.model(**isian)
        pengguna.set_password(password)
        pengguna.save(using=self._db)
        return pengguna

    def create_superuser(self, *, password: str, **isian: Any) -> Pengguna:
        """The technical admin. There is no account that may see everything."""
        return self.create_user(password=password, admin_teknis=True, **isian)

    def get_by_natural_key(self, username: str | None) -> Pengguna:
        return self.get(Q(email__iexact=username) | Q(nip=username))


def pemegang_akun(pengguna: Pengguna, pegawai: str = "pegawai", luar: str = "pejabat_luar") -> Q:
    """Rows whose ``pegawai`` or ``luar`` is the person behind an account.

    By keys that are read first and not through joins: joined with OR, the whole table would be read.
    """
    orang: Any = apps.get_model("organisasi", "Pegawai")
    pejabat: Any = apps.get_model("organisasi", "PejabatLuar")
    return Q(**{pegawai: kunci_orang(orang, pengguna)}) | Q(**{luar: kunci_orang(pejabat, pengguna)})


def kunci_orang(model: Any, pengguna: Pengguna) -> models.Subquery:
    """Key of the ``Pegawai`` or ``PejabatLuar`` behind an account, as one value of a statement."""
    return models.Subquery(model.objects.filter(pengguna=pengguna.pk).order_by().values("pk")[:1])


def susun_pemimpin(baris: Iterable[tuple[Any, ...]]) -> dict[int, list[Pemegang]]:
    """Unit -> holders of its leading post, in the order of these rows of ``baris_pemimpin``."""
    hasil: dict[int, list[Pemegang]] = {}
    for unit_id, pegawai_id, luar_id, nama, sifat in baris:
        hasil.setdefault(unit_id, []).append(Pemegang(pegawai_id, luar_id, nama, sifat))
    return hasil


class UnitKerjaQuerySet(models.QuerySet[Any]):
    def terlihat_oleh(self, pengguna: Pengguna | AnonymousUser) -> UnitKerjaQuerySet:
        """Units of which this account may read what is no single person's matter: goals and results of the unit.

        Where the account works and every unit above, the led units and every unit below; all for the pengelola and
        the pemeriksa.
        """
        if not pengguna.is_authenticated or not pengguna.is_active:
            return self.none()
        if pengguna.pengelola or pengguna.pemeriksa:
            return self
        penugasan: Any = apps.get_model("organisasi", "Penugasan")
        tempat = list(
            penugasan.objects.pada(hari_ini())
            .filter(pemegang_akun(pengguna))
            .values_list("jabatan__unit_id", "jabatan__memimpin")
        )
        return self.filter(
            pk__in=self._sekitar([unit for unit, _ in tempat], [unit for unit, memimpin in tempat if memimpin])
        )

    def _sekitar(self, daun: list[int], akar: list[int]) -> list[int]:
        """``daun`` with every unit above, and ``akar`` with every unit below; one recursive query."""
        if not daun:
            return []
        with connection.cursor() as kursor:
            kursor.execute(
                """
                WITH RECURSIVE atas(id, induk_id) AS (
                    SELECT id, induk_id FROM organisasi_unitkerja WHERE id = ANY(%s)
                    UNION SELECT u.id, u.induk_id FROM organisasi_unitkerja u JOIN atas a ON u.id = a.induk_id
                ), bawah(id) AS (
                    SELECT id FROM organisasi_unitkerja WHERE id = ANY(%s)
                    UNION SELECT u.id FROM organisasi_unitkerja u JOIN bawah b ON u.induk_id = b.id
                ) SELECT id FROM atas UNION SELECT id FROM bawah
                """,
                [daun, akar],
            )
            return [baris[0] for baris in kursor.fetchall()]

    def turunan_id(self, akar: list[int]) -> list[int]:
        """Primary keys of ``akar`` and every unit below, by one recursive query."""
        if not akar:
            return []
        with connection.cursor() as kursor:
            kursor.execute(
                """
                WITH RECURSIVE turunan(id) AS (
                    SELECT id FROM organisasi_unitkerja WHERE id = ANY(%s)
                    UNION SELECT u.id FROM organisasi_unitkerja u JOIN turunan t ON u.induk_id = t.id
                ) SELECT id FROM turunan
                """,
                [akar],
            )
            return [baris[0] for baris in kursor.fetchall()]

    def di_bawah_akun(self, pengguna: Pengguna, tanggal: date) -> dict[int, bool]:
        """Units that this account leads on a date (True) and every unit below them (False); one recursive query."""
        with connection.cursor() as kursor:
            kursor.execute(
                """
                WITH RECURSIVE dipimpin(id) AS (
                    SELECT j.unit_id FROM organisasi_penugasan t JOIN organisasi_jabatan j ON j.id = t.jabatan_id
                    WHERE j.memimpin AND t.mulai <= %(hari)s AND (t.selesai IS NULL OR t.selesai >= %(hari)s)
                      AND (t.pegawai_id = (SELECT id FROM organisasi_pegawai WHERE pengguna_id = %(akun)s)
                           OR t.pejabat_luar_id = (SELECT id FROM organisasi_pejabatluar WHERE pengguna_id = %(akun)s))
                ), turunan(id) AS (
                    SELECT id FROM dipimpin
                    UNION SELECT u.id FROM organisasi_unitkerja u JOIN turunan t ON u.induk_id = t.id
                ) SELECT id, id IN (SELECT id FROM dipimpin) FROM turunan
                """,
                {"akun": pengguna.pk, "hari": tanggal},
            )
            return dict(kursor.fetchall())

    def induk_dari(self) -> dict[int, int | None]:
        """Unit -> parent for all units; one query."""
        return dict(self.values_list("pk", "induk_id"))


class PenugasanQuerySet(models.QuerySet[Any]):
    def pada(self, tanggal: date) -> PenugasanQuerySet:
        """Assignments in force on a date (both end days included)."""
        return self.filter(Q(selesai__isnull=True) | Q(selesai__gte=tanggal), mulai__lte=tanggal)

    def dalam(self, mulai: date, selesai: date) -> PenugasanQuerySet:
        """Assignments that touch the days ``mulai`` … ``selesai``."""
        return self.filter(Q(selesai__isnull=True) | Q(selesai__gte=mulai), mulai__lte=selesai)

    def pemimpin(self, tanggal: date) -> dict[int, list[Pemegang]]:
        """Unit -> holders of its leading post on ``tanggal``: who was handed the authority, acting ones, the definitive
        one; one query."""
        return susun_pemimpin(self.baris_pemimpin(tanggal))

    def baris_pemimpin(self, tanggal: date) -> models.QuerySet[Any, Any]:
        """The rows of ``pemimpin``, for ``susun_pemimpin``."""
        urutan = models.Case(
            models.When(sifat=SifatPenugasan.LIMPAH.value, then=0),
            models.When(sifat=SifatPenugasan.PLH.value, then=1),
            models.When(sifat=SifatPenugasan.PLT.value, then=2),
            default=3,
            output_field=models.SmallIntegerField(),
        )
        return (
            self.pada(tanggal)
            .filter(jabatan__memimpin=True)
            .order_by(urutan, "pk")
            .values_list("jabatan__unit_id", "pegawai_id", "pejabat_luar_id", "jabatan__nama", "sifat")
        )

    def unit_dipimpin(self, pengguna: Pengguna, tanggal: date) -> list[int]:
        """Units whose leading post this account holds on ``tanggal`` (definitive, Plt. or Plh.)."""
        return list(self._memimpin(pengguna, tanggal).values_list("jabatan__unit_id", flat=True))

    def jenis_dipimpin(self, pengguna: Pengguna, tanggal: date) -> set[str]:
        """Kinds of the units that this account leads on ``tanggal``; empty for those who lead none."""
        return {jenis for (jenis,) in self.baris_jenis_dipimpin(pengguna, tanggal)}

    def baris_jenis_dipimpin(self, pengguna: Pengguna, tanggal: date) -> models.QuerySet[Any, Any]:
        """The rows of ``jenis_dipimpin``."""
        return self._memimpin(pengguna, tanggal).order_by().values_list("jabatan__unit__jenis")

    def _memimpin(self, pengguna: Pengguna, tanggal: date) -> PenugasanQuerySet:
        return self.pada(tanggal).filter(pemegang_akun(pengguna), jabatan__memimpin=True)

    def kursi_sendiri(self, pengguna: Pengguna, tanggal: date) -> PenugasanQuerySet:
        """Leading posts that this person holds, definitively or as Plt.: who stands in for a week hands on nothing."""
        return self.pada(tanggal).filter(
            pegawai__pengguna=pengguna,
            jabatan__memimpin=True,
            sifat__in=[SifatPenugasan.DEFINITIF.value, SifatPenugasan.PLT.value],
        )


class PegawaiQuerySet(models.QuerySet[Any]):
    def aktif_pada(self, tanggal: date) -> PegawaiQuerySet:
        """People who belong to the office on a date."""
        return self.filter(
            Q(mulai__isnull=True) | Q(mulai__lte=tanggal), Q(selesai__isnull=True) | Q(selesai__gte=tanggal)
        )

    def aktif_dalam(self, mulai: date, selesai: date) -> PegawaiQuerySet:
        """People who belonged to the office on at least one day of ``mulai`` … ``selesai``."""
        return self.filter(
            Q(mulai__isnull=True) | Q(mulai__lte=selesai), Q(selesai__isnull=True) | Q(selesai__gte=mulai)
        )

    def ber_skp(self) -> PegawaiQuerySet:
        return self.filter(status__in=[status.value for status in STATUS_BERSKP])

    def terlihat_oleh(
        self, pengguna: Pengguna | AnonymousUser, di_bawah: Collection[int] | None = None
    ) -> PegawaiQuerySet:
        """Own record, everybody in the units that the account leads today, all for the pengelola and the pemeriksa.

        ``di_bawah``: those units and all below them (``di_bawah_akun``), where the caller has read them already.
        """
        if not pengguna.is_authenticated:
            return self.none()
        if pengguna.pengelola or pengguna.pemeriksa:
            return self
        tanggal = hari_ini()
        penugasan: Any = apps.get_model("organisasi", "Penugasan")
        unit: Any = apps.get_model("organisasi", "UnitKerja")
        if di_bawah is None:
            di_bawah = list(unit.objects.di_bawah_akun(pengguna, tanggal))
        anggota = penugasan.objects.pada(tanggal).filter(jabatan__unit_id__in=di_bawah, pegawai__isnull=False)
        return self.filter(Q(pengguna=pengguna) | Q(pk__in=anggota.order_by().values("pegawai_id")))

    def calon_plh(self, jabatan: Jabatan, tanggal: date) -> PegawaiQuerySet:
        """Staff with an account, of the unit that ``jabatan`` leads and below, who could act for its holder."""
        penugasan: Any = apps.get_model("organisasi", "Penugasan")
        unit: Any = apps.get_model("organisasi", "UnitKerja")
        kini = penugasan.objects.pada(tanggal)
        di_unit = kini.filter(
            sifat=SifatPenugasan.DEFINITIF.value, jabatan__unit_id__in=unit.objects.turunan_id([jabatan.unit_id])
        )
        pemegang = kini.filter(jabatan=jabatan, pegawai__isnull=False)
        return (
            self.aktif_pada(tanggal)
            .ber_skp()
            .filter(pk__in=di_unit.values("pegawai_id"), pengguna__is_active=True)
            .exclude(pk__in=pemegang.values("pegawai_id"))
        )

    def cari(self, teks: str) -> PegawaiQuerySet:
        """People whose name contains the words, apostrophes and front titles ignored; % and _ are letters."""
        if not teks.strip():
            return self
        kunci = nama_urut(teks)
        # Signs alone ("%") have no key; an empty key would be contained in every name.
        return self.filter(nama_urut__contains=kunci) if kunci else self.none()
