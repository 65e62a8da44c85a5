"""What was copied to e-Kinerja, and the addresses under which evidence is read there."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from kinerja.enums.salinan import LABEL_BAGIAN_SALINAN
from rakumpit.model_dasar import ModelBerkode


class SalinanEKinerja(ModelBerkode):
    """Somebody says that one part of one person and period stands in e-Kinerja; we cannot look there.

    ``sidik`` is the SHA-256 of what was shown when it was said, so that the page can tell what has changed since.
    """

    pegawai = models.ForeignKey(
        "organisasi.Pegawai", verbose_name="pegawai", on_delete=models.PROTECT, related_name="salinan"
    )
    periode = models.ForeignKey(
        "kinerja.Periode", verbose_name="periode", on_delete=models.PROTECT, related_name="salinan"
    )
    bagian = models.CharField("bagian", max_length=12, choices=LABEL_BAGIAN_SALINAN)
    sidik = models.CharField("sidik isi", max_length=64)
    ditandai_oleh = models.ForeignKey(
        "organisasi.Pengguna", verbose_name="ditandai oleh", on_delete=models.PROTECT, related_name="+"
    )
    ditandai_pada = models.DateTimeField("ditandai pada")

    class Meta:
        verbose_name = "salinan e-Kinerja"
        verbose_name_plural = "salinan e-Kinerja"
        ordering = ["pegawai", "periode", "bagian"]
        constraints = [
            models.UniqueConstraint(fields=["pegawai", "periode", "bagian"], name="salinan_satu_per_bagian"),
            models.CheckConstraint(condition=Q(sidik__regex=r"^[0-9a-f]{64}$"), name="salinan_bersidik"),
        ]
        indexes = [models.Index(fields=["periode", "pegawai"])]

    def __str__(self) -> str:
        return f"{self.get_bagian_display()} {self.pegawai} {self.periode}"


class TautanBukti(ModelBerkode):
    """An address for one evidence file that opens without an account, until it is withdrawn.

    The address holds the ``uuid`` of this row and a signature over it (``kinerja.ringkasan.tautan``); it has no last
    day, because e-Kinerja keeps it for years. A withdrawn one never opens again; a new one is another address.
    """

    bukti = models.ForeignKey(
        "kinerja.Bukti", verbose_name="bukti", on_delete=models.PROTECT, related_name="tautan_terbuka"
    )
    dibuat_oleh = models.ForeignKey(
        "organisasi.Pengguna", verbose_name="dibuat oleh", on_delete=models.PROTECT, related_name="+"
    )
    dibuat_pada = models.DateTimeField("dibuat pada", db_default=Now())
    dicabut_oleh = models.ForeignKey(
        "organisasi.Pengguna", verbose_name="dicabut oleh", on_delete=models.PROTECT, null=True, related_name="+"
    )
    dicabut_pada = models.DateTimeField("dicabut pada", null=True)

    class Meta:
        verbose_name = "tautan bukti"
        verbose_name_plural = "tautan bukti"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["bukti"], condition=Q(dicabut_pada__isnull=True), name="tautanbukti_satu_berlaku"
            ),
            models.CheckConstraint(
                condition=Q(dicabut_pada__isnull=True, dicabut_oleh__isnull=True)
                | Q(dicabut_pada__isnull=False, dicabut_oleh__isnull=False),
                name="tautanbukti_pencabut",
            ),
        ]

    def __str__(self) -> str:
        return f"Tautan {self.bukti}"
