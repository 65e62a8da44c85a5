"""Sets of series, sessions and registrations, including who may see them inside the office."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Case, Count, F, Q, Sum, When

from forum.enums.sesi import StatusPendaftaran, StatusUndangan, StatusUsul
from forum.perhitungan.sesi import BERBAHAN, PERSIAPAN, StatusSesi
from rakumpit.waktu import hari_ini

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from rakumpit.organisasi.models import Pengguna


def unit_terlihat(pengguna: Pengguna, medan: str, di_bawah: Collection[int] | None = None) -> Q:
    """Rows whose unit (``medan``) the account leads, works in, or stands above. For accounts without a wider role."""
    from rakumpit.organisasi.models import Penugasan, UnitKerja

    hari = hari_ini()
    if di_bawah is None:
        di_bawah = list(UnitKerja.objects.di_bawah_akun(pengguna, hari))
    tempat = Penugasan.objects.pada(hari).filter(pegawai__pengguna=pengguna).values("jabatan__unit_id")
    return Q(**{f"{medan}__in": di_bawah}) | Q(**{f"{medan}__in": tempat})


class SeriForumQuerySet(models.QuerySet[Any]):
    def terlihat_oleh(self, pengguna: Pengguna | AnonymousUser) -> SeriForumQuerySet:
        """Series of the units that the account leads, works in or stands above; all for pengelola and pemeriksa."""
        if not pengguna.is_authenticated or not pengguna.is_active:
            return self.none()
        if pengguna.pengelola or pengguna.pemeriksa:
            return self
        return self.filter(unit_terlihat(pengguna, "unit_id"))


class SesiForumQuerySet(models.QuerySet[Any]):
    def terlihat_oleh(
        self, pengguna: Pengguna | AnonymousUser, di_bawah: Collection[int] | None = None
    ) -> SesiForumQuerySet:
        """Sessions as the office works on them: the same units as for series."""
        if not pengguna.is_authenticated or not pengguna.is_active:
            return self.none()
        if pengguna.pengelola or pengguna.pemeriksa:
            return self
        return self.filter(unit_terlihat(pengguna, "unit_id", di_bawah))

    def diumumkan(self) -> SesiForumQuerySet:
        """What everybody may know of: all but drafts."""
        return self.exclude(status=StatusSesi.DRAF.value)

    def mendatang(self, saat: datetime) -> SesiForumQuerySet:
        """Announced and not over yet, the next first."""
        nanti = [satu.value for satu in PERSIAPAN if satu is not StatusSesi.DRAF] + [StatusSesi.BERLANGSUNG.value]
        return self.filter(status__in=nanti, selesai__gte=saat).order_by("mulai", "pk")

    def terdekat_dulu(self, saat: datetime) -> SesiForumQuerySet:
        """What is to come with the next first, then what is over with the last first."""
        nanti = Case(When(selesai__gte=saat, then="mulai"))
        return self.order_by(nanti.asc(nulls_last=True), "-mulai", "pk")

    def terbit(self) -> SesiForumQuerySet:
        """Whose berita acara everybody may read, the newest first."""
        return self.filter(terbit_pada__isnull=False).order_by("-mulai", "-pk")

    def tanpa_berita_acara(self, sebelum: datetime) -> SesiForumQuerySet:
        """Over since before ``sebelum`` and still without a signed record."""
        return self.filter(
            status__in=[
                StatusSesi.DIJADWALKAN.value,
                StatusSesi.TERBUKA.value,
                StatusSesi.BERLANGSUNG.value,
                StatusSesi.MENUNGGU.value,
            ],
            selesai__lt=sebelum,
        )


# A mail that was refused so often is left to people.
PERCOBAAN_TERBANYAK = 3


_SIAP_SURAT = Q(status=StatusUndangan.DRAF.value, percobaan__lt=PERCOBAAN_TERBANYAK) & ~Q(email="")
_PERLU_DIHUBUNGI = Q(status=StatusUndangan.DRAF.value) & (Q(email="") | Q(percobaan__gte=PERCOBAAN_TERBANYAK))


class UndanganQuerySet(models.QuerySet[Any]):
    def siap_surat(self) -> UndanganQuerySet:
        """Not sent yet, and still to be mailed."""
        return self.filter(_SIAP_SURAT)

    def perlu_dihubungi(self) -> UndanganQuerySet:
        """Not sent yet, and nothing to be mailed: to be telephoned, or printed and brought."""
        return self.filter(_PERLU_DIHUBUNGI)

    def jumlah_belum(self) -> tuple[int, int]:
        """How many are still to be mailed, and how many to be reached by people; one query."""
        hasil = self.aggregate(surat=Count("pk", filter=_SIAP_SURAT), orang=Count("pk", filter=_PERLU_DIHUBUNGI))
        return hasil["surat"], hasil["orang"]


class UsulAgendaQuerySet(models.QuerySet[Any]):
    def menunggu_dulu(self) -> UsulAgendaQuerySet:
        """Those that wait for a decision first, each kind in the order in which it came."""
        return self.order_by(Case(When(status=StatusUsul.MENUNGGU.value, then=0), default=1), "pk")


class BahanAcaraQuerySet(models.QuerySet[Any]):
    def umum(self) -> BahanAcaraQuerySet:
        """What everybody may download: of sessions that are announced and not called off."""
        return self.filter(acara__sesi__status__in=[satu.value for satu in BERBAHAN])


class PendaftaranQuerySet(models.QuerySet[Any]):
    def terdaftar(self) -> PendaftaranQuerySet:
        """Those with a seat."""
        return self.filter(status=StatusPendaftaran.TERDAFTAR.value)

    def menunggu(self) -> PendaftaranQuerySet:
        """The waiting list in its order: who came first."""
        return self.filter(status=StatusPendaftaran.MENUNGGU.value).order_by("pk")

    def kursi(self) -> int:
        """Seats taken by these."""
        hasil: int | None = self.aggregate(jumlah=Sum(F("pendamping") + 1))["jumlah"]
        return hasil or 0
