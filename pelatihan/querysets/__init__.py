"""Sets of training, including who may see them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Self

from django.apps import apps
from django.db import models
from django.db.models import Q

from pelatihan.enums import StatusKebutuhan, StatusRencana, StatusSertifikat, StatusSkema

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from rakumpit.organisasi.models import Pengguna


class MilikPegawaiQuerySet(models.QuerySet[Any]):
    """Rows of one person each, read by whoever may read that person's record."""

    def terlihat_oleh(self, pengguna: Pengguna | AnonymousUser) -> Self:
        """Own rows, those of the units that the account leads, all for the pengelola and the pemeriksa."""
        pegawai: Any = apps.get_model("organisasi", "Pegawai")
        return self.filter(pegawai__in=pegawai.objects.terlihat_oleh(pengguna).order_by().values("pk"))


class BertanggalQuerySet(models.QuerySet[Any]):
    """Dated rules: a row holds from its day until the next one for the same thing."""

    def pada(self, hari: date) -> Self:
        """Rows that have begun by ``hari``, the newest first."""
        return self.filter(mulai__lte=hari).order_by("-mulai", "-pk")


class SertifikatLuarQuerySet(MilikPegawaiQuerySet):
    def menunggu(self) -> Self:
        return self.filter(status=StatusSertifikat.MENUNGGU.value)


class SertifikatKegiatanQuerySet(MilikPegawaiQuerySet):
    def berlaku(self) -> Self:
        """Those that were not revoked."""
        return self.filter(dicabut_pada__isnull=True)


class RiwayatJPQuerySet(MilikPegawaiQuerySet):
    def berlaku(self) -> Self:
        """Entries that count: not voided and not replaced by a correction."""
        return self.filter(dibatalkan_pada__isnull=True)


class PenilaianQuerySet(MilikPegawaiQuerySet):
    def terkini(self) -> Self:
        """The newest level of each person and competence."""
        return (
            self.filter(alasan_batal="")
            .order_by("pegawai_id", "kompetensi_id", "-tanggal", "-pk")
            .distinct("pegawai_id", "kompetensi_id")
        )


class KebutuhanQuerySet(models.QuerySet[Any]):
    def terlihat_oleh(self, pengguna: Pengguna | AnonymousUser) -> Self:
        """Needs of people whom the account may read, and of the units that it may read."""
        pegawai: Any = apps.get_model("organisasi", "Pegawai")
        unit: Any = apps.get_model("organisasi", "UnitKerja")
        return self.filter(
            Q(pegawai__in=pegawai.objects.terlihat_oleh(pengguna).order_by().values("pk"))
            | Q(pegawai__isnull=True, unit__in=unit.objects.terlihat_oleh(pengguna).order_by().values("pk"))
        )

    def terbuka(self) -> Self:
        return self.filter(status=StatusKebutuhan.TERBUKA.value)


class RencanaQuerySet(MilikPegawaiQuerySet):
    def hidup(self) -> Self:
        """Lines that were neither refused nor taken back."""
        return self.exclude(status__in=[StatusRencana.DITOLAK.value, StatusRencana.DITARIK.value])


class SkemaQuerySet(models.QuerySet[Any]):
    def aktif(self) -> Self:
        return self.filter(status=StatusSkema.AKTIF.value)
