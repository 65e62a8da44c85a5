"""How long what citizens wrote is kept: the office's choice, by the date from which it holds."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from rakumpit.model_dasar import ModelBerkode


class MasaSimpan(ModelBerkode):
    """UU 27/2022 wants personal data kept no longer than needed, and names no number; these are the office's own."""

    mulai = models.DateField("berlaku mulai", unique=True)
    dasar_hukum = models.TextField("dasar")
    terverifikasi = models.BooleanField("sudah diperiksa dengan peraturan", default=False)
    hari_hapus_sendiri = models.PositiveSmallIntegerField(
        "hari warga dapat menghapus jawabannya",
        default=7,
        help_text="Dihitung dari hari pengisian, dan hanya sebelum survei dikunci.",
    )
    hari_saran_asli = models.PositiveSmallIntegerField(
        "hari menyimpan tulisan asli warga",
        default=30,
        help_text="Saran dan jawaban teks. Dihitung dari penguncian; sesudahnya hanya yang sudah disamarkan yang ada.",
    )
    tahun_saran = models.PositiveSmallIntegerField(
        "tahun menyimpan tulisan warga",
        default=1,
        help_text="Saran dan jawaban teks yang disamarkan. Dihitung dari publikasi; tanpa publikasi dari penguncian.",
    )
    tahun_jawaban = models.PositiveSmallIntegerField(
        "tahun menyimpan jawaban", default=2, help_text="Sama. Sesudahnya hanya hitungan dan hasil yang ada."
    )
    hari_kertas = models.PositiveSmallIntegerField(
        "hari menyimpan ketikan kertas yang belum dihitung",
        default=90,
        db_default=90,
        help_text="Dihitung dari penutupan survei. Sesudahnya bundelnya dibatalkan sistem dan isi ketikannya dihapus.",
    )

    class Meta:
        verbose_name = "masa simpan"
        verbose_name_plural = "masa simpan"
        ordering = ["-mulai"]
        constraints = [
            models.CheckConstraint(
                condition=Q(tahun_saran__gte=1, tahun_jawaban__gte=models.F("tahun_saran")),
                name="masa_simpan_jawaban_sesudah_saran",
                violation_error_message="Jawaban disimpan sekurangnya selama tulisan, dan tulisan sekurangnya setahun.",
            )
        ]

    def __str__(self) -> str:
        return f"sejak {self.mulai:%d-%m-%Y}"
