"""Rules of the forum that the office or the law sets: dated rows, never numbers in code."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import F, Q


class AturanForum(models.Model):
    """Limits of the public consultation forum from ``mulai`` on. Which of them the law names was not checked."""

    mulai = models.DateField("berlaku mulai", unique=True)
    hari_undangan = models.PositiveSmallIntegerField(
        "undangan paling lambat (hari kerja sebelum sesi)",
        default=5,
        help_text="Berapa hari kerja sebelum sesi undangan harus sudah dikirim.",
    )
    hari_kirim_undangan = models.PositiveSmallIntegerField(
        "undangan lewat email dikirim (hari kerja sebelum sesi)",
        default=7,
        help_text="Dikirim sendiri pada hari itu, bila sesinya siap. Tidak kurang dari batas undangan.",
    )
    hari_berita_acara = models.PositiveSmallIntegerField(
        "berita acara paling lambat (hari kerja sesudah sesi)",
        default=5,
        help_text="Sesudah itu sesi tampil pada beranda pemimpin unit.",
    )
    hari_atasan = models.PositiveSmallIntegerField("tindak lanjut terlambat naik ke atasan (hari kerja)", default=3)
    hari_camat = models.PositiveSmallIntegerField("tindak lanjut terlambat naik ke camat (hari kerja)", default=7)
    sesi_setahun = models.PositiveSmallIntegerField("sesi paling sedikit setiap tahun untuk satu unit", default=1)
    hari_umpan_balik = models.PositiveSmallIntegerField("lama umpan balik peserta (hari)", default=14)
    hari_simpan_kontak = models.PositiveSmallIntegerField(
        "telepon dan email pendaftar disimpan (hari sesudah sesi)",
        default=90,
        help_text="Sesudah itu telepon, email, dan kebutuhan khusus pendaftar dihapus setiap malam.",
    )
    dasar_hukum = models.TextField("dasar hukum")
    terverifikasi = models.BooleanField("sudah diperiksa dengan peraturan", default=False)

    class Meta:
        verbose_name = "aturan forum"
        verbose_name_plural = "aturan forum"
        ordering = ["-mulai"]
        constraints = [
            models.CheckConstraint(
                condition=Q(hari_kirim_undangan__gte=F("hari_undangan")),
                name="aturanforum_kirim_sebelum_batas",
                violation_error_message="Undangan lewat email dikirim tidak kurang dari batas undangan.",
            ),
            models.CheckConstraint(
                condition=Q(hari_camat__gte=F("hari_atasan")),
                name="aturanforum_urutan_naik",
                violation_error_message="Camat tidak diberi tahu lebih dulu daripada atasan.",
            ),
        ]

    def __str__(self) -> str:
        return f"mulai {self.mulai:%d-%m-%Y}"

    @classmethod
    def pada(cls, tanggal: date) -> AturanForum:
        """The row in force on a day; ``DoesNotExist`` before the first."""
        aturan = cls.objects.filter(mulai__lte=tanggal).order_by("-mulai").first()
        if aturan is None:
            raise cls.DoesNotExist("Belum ada aturan forum yang berlaku pada tanggal itu.")
        return aturan
