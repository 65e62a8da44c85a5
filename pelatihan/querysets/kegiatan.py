"""Sets of events, sessions and registrations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from django.apps import apps
from django.db import models
from django.db.models import F, OuterRef, Q, Subquery

from pelatihan.perhitungan.kegiatan import BERAKHIR, BERJALAN, BERKURSI, DIUMUMKAN, MENUNGGU_JAWABAN, StatusPendaftaran
from pelatihan.querysets import MilikPegawaiQuerySet

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from rakumpit.organisasi.models import Pengguna


class KegiatanQuerySet(models.QuerySet[Any]):
    def terlihat_oleh(self, pengguna: Pengguna | AnonymousUser) -> Self:
        """Announced events for everybody of the office; drafts for the pengelola and the units that one may read."""
        if not pengguna.is_authenticated:
            return self.none()
        if pengguna.pengelola or pengguna.pemeriksa:
            return self
        unit: Any = apps.get_model("organisasi", "UnitKerja")
        return self.filter(
            Q(status__in=[satu.value for satu in DIUMUMKAN])
            | Q(unit__in=unit.objects.terlihat_oleh(pengguna).order_by().values("pk"))
        )

    def berjadwal(self) -> Self:
        """With ``mulai``, the begin of the first session that takes place (None: no session), the latest first."""
        sesi: Any = apps.get_model("pelatihan", "SesiKegiatan")
        awal = sesi.objects.berlaku().filter(kegiatan=OuterRef("pk")).order_by("waktu").values("waktu__startswith")
        return self.annotate(mulai=Subquery(awal[:1])).order_by(F("mulai").desc(nulls_first=True), "-pk")


class SesiKegiatanQuerySet(models.QuerySet[Any]):
    def berlaku(self) -> Self:
        """Sessions that take place."""
        return self.filter(batal=False)


class PesertaQuerySet(MilikPegawaiQuerySet):
    def berkursi(self) -> Self:
        """Those who hold a seat."""
        return self.filter(status__in=[satu.value for satu in BERKURSI])

    def antre(self) -> Self:
        """The waiting list in its order: rows are made under the lock of the event, so their numbers are that order."""
        return self.filter(status=StatusPendaftaran.DAFTAR_TUNGGU.value).order_by("-prioritas", "pk")

    def hidup(self) -> Self:
        """Neither cancelled nor refused."""
        return self.exclude(status__in=[satu.value for satu in BERAKHIR])

    def menunggu_atasan(self) -> Self:
        """Those that the superior has not answered yet, of events that still lie ahead."""
        return self.filter(
            kegiatan__perlu_persetujuan=True,
            kegiatan__status__in=[satu.value for satu in BERJALAN],
            status__in=[satu.value for satu in MENUNGGU_JAWABAN],
            diputus_oleh__isnull=True,
        )


class PesertaLuarQuerySet(models.QuerySet[Any]):
    def berlaku(self) -> Self:
        """Guests who were not taken off the list."""
        return self.filter(dibatalkan_pada__isnull=True)
