"""Sets of actions."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Exists, OuterRef, Q

from forum.perhitungan.aksi import TERBUKA, StatusAksi
from forum.querysets.sesi import unit_terlihat
from rakumpit.organisasi.querysets import pemegang_akun
from rakumpit.waktu import hari_ini

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from rakumpit.organisasi.models import Pengguna


class AksiForumQuerySet(models.QuerySet[Any]):
    def terlihat_oleh(self, pengguna: Pengguna | AnonymousUser) -> AksiForumQuerySet:
        """Those of visible sessions, those of posts in units that the account leads, and those in its own charge."""
        if not pengguna.is_authenticated or not pengguna.is_active:
            return self.none()
        if pengguna.pengelola or pengguna.pemeriksa:
            return self
        return self.filter(
            unit_terlihat(pengguna, "kesepakatan__sesi__unit_id")
            | unit_terlihat(pengguna, "penanggung_jawab__unit_id")
            | Q(pk__in=self.model.objects.dikerjakan_oleh(pengguna).values("pk"))
        )

    def dikerjakan_oleh(self, pengguna: Pengguna) -> AksiForumQuerySet:
        """Those in the charge of a post that the account holds today."""
        from rakumpit.organisasi.models import Penugasan

        jabatan = Penugasan.objects.pada(hari_ini()).filter(pemegang_akun(pengguna)).order_by().values("jabatan_id")
        return self.filter(penanggung_jawab__in=jabatan)

    def diemban(self, pegawai_id: int) -> AksiForumQuerySet:
        """Those in the charge of a post that the person held on their due day."""
        from rakumpit.organisasi.models import Penugasan

        memegang = Penugasan.objects.filter(
            Q(selesai__isnull=True) | Q(selesai__gte=OuterRef("tenggat")),
            pegawai=pegawai_id,
            jabatan=OuterRef("penanggung_jawab"),
            mulai__lte=OuterRef("tenggat"),
        )
        return self.filter(Exists(memegang))

    def terbit(self) -> AksiForumQuerySet:
        """Promises that everybody may read: of sessions with a published record."""
        return self.filter(kesepakatan__sesi__terbit_pada__isnull=False)

    def tanpa_induk(self) -> AksiForumQuerySet:
        return self.filter(induk__isnull=True)

    def terbuka(self) -> AksiForumQuerySet:
        """Not at an end; a claim is not one."""
        return self.filter(status__in=[satu.value for satu in TERBUKA])

    def terlambat(self, hari: date) -> AksiForumQuerySet:
        """Open and past the due day."""
        return self.terbuka().filter(tenggat__lt=hari)

    def selesai(self) -> AksiForumQuerySet:
        return self.filter(status=StatusAksi.DIVERIFIKASI.value)
