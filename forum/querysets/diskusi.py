"""Sets of topics and posts, including who may read what. Search: ``forum.ringkasan.pencarian_diskusi``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Q

from forum.perhitungan.diskusi import BELUM_DIJAWAB, KeadaanKiriman
from forum.querysets.sesi import unit_terlihat

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from rakumpit.organisasi.models import Pengguna

_TAYANG = KeadaanKiriman.TAYANG.value


class KirimanQuerySet(models.QuerySet[Any]):
    def tayang(self) -> KirimanQuerySet:
        """Posts that everybody may read."""
        return self.filter(keadaan=_TAYANG)

    def terlihat_oleh(self, pengguna: Pengguna | AnonymousUser) -> KirimanQuerySet:
        """What is shown to everybody, the own posts in any state, and everything for moderators."""
        if not pengguna.is_authenticated or not pengguna.is_active:
            return self.tayang()
        if pengguna.pengelola:
            return self
        return self.filter(Q(keadaan=_TAYANG) | Q(penulis=pengguna))

    def menunggu_moderasi(self) -> KirimanQuerySet:
        """Posts that others cannot read before a moderator let them through."""
        return self.filter(keadaan=KeadaanKiriman.MENUNGGU.value)


class TopikQuerySet(KirimanQuerySet):
    def utama(self) -> TopikQuerySet:
        """Without those that were merged into another."""
        return self.filter(digabung_ke__isnull=True)

    def umum(self) -> TopikQuerySet:
        """The topics of the public list: shown, of open categories, not merged."""
        return self.tayang().filter(digabung_ke__isnull=True)  # type: ignore[return-value]  # the same query set

    def belum_dijawab(self) -> TopikQuerySet:
        """Public topics that no unit has answered."""
        return self.umum().filter(status__in=[satu.value for satu in BELUM_DIJAWAB])

    def ditangani(self, pengguna: Pengguna) -> TopikQuerySet:
        """Topics that this person of the office deals with: all for the pengelola and the inspectors, else those in
        categories of the units in which one works, which one leads, or which lie below them."""
        if not pengguna.is_active or pengguna.warga:
            return self.none()
        if pengguna.pengelola or pengguna.pemeriksa:
            return self
        return self.filter(unit_terlihat(pengguna, "kategori__unit_id"))


class TopikManager(models.Manager.from_queryset(TopikQuerySet)):  # type: ignore[misc]  # a class made at run time
    """Never reads the search vector, which is larger than the text."""

    def get_queryset(self) -> Any:
        return super().get_queryset().defer("cari")


class BalasanManager(models.Manager.from_queryset(KirimanQuerySet)):  # type: ignore[misc]  # a class made at run time
    """The same for replies."""

    def get_queryset(self) -> Any:
        return super().get_queryset().defer("cari")


class JawabanResmiManager(models.Manager[Any]):
    """The same for official answers."""

    def get_queryset(self) -> Any:
        return super().get_queryset().defer("cari")
