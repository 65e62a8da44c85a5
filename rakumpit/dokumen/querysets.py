"""Words for sets of documents."""

from __future__ import annotations

from django.db import models


class DokumenQuerySet(models.QuerySet):
    def tentang(self, objek: models.Model) -> DokumenQuerySet:
        """Documents about one object, all kinds and versions."""
        return self.filter(tentang_jenis=objek._meta.label_lower, tentang_kode=str(objek.uuid))  # type: ignore[attr-defined]  # ModelBerkode

    def berlaku(self) -> DokumenQuerySet:
        """Neither replaced nor voided: at most one per object and kind."""
        return self.filter(digantikan_oleh__isnull=True, dibatalkan_pada__isnull=True)
