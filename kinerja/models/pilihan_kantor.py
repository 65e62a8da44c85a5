"""What no regulation says and an office decides for itself, with the day from which it holds."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from kinerja.querysets import PilihanKantorQuerySet
from rakumpit.model_dasar import ModelBerkode

# Fewer could be told apart by whoever knows the people; an office may only ask for more.
PALING_SEDIKIT_TANPA_NAMA = 3


class PilihanKantor(ModelBerkode):
    """Numbers of one office. A row holds until the day on which the next one begins, so there is always one.

    All days are calendar days but for ``hari_jawab_dukungan`` and ``hari_jawab_data``, which are working days.
    """

    nama = models.CharField("nama", max_length=100)
    mulai = models.DateField("berlaku mulai", unique=True)
    dasar = models.TextField("dasar", help_text="Misalnya nomor surat, atau kesepakatan rapat dan tanggalnya.")
    minimal_tanpa_nama = models.PositiveSmallIntegerField(
        "umpan balik tanpa nama paling sedikit",
        help_text="Dibuka setelah sebanyak ini terkumpul dalam satu triwulan, menurut angka pada hari pertamanya.",
    )
    minimal_sebaran = models.PositiveSmallIntegerField(
        "sebaran predikat paling sedikit",
        help_text="Pemeriksa melihat sebaran predikat satu kantor mulai sebanyak ini, agar hasil orang tidak terbaca.",
    )
    hari_isian_atas_nama = models.PositiveSmallIntegerField("hari isian atas nama menunggu disahkan")
    hari_jawab_dukungan = models.PositiveSmallIntegerField("hari kerja untuk menjawab permintaan dukungan")
    hari_jawab_data = models.PositiveSmallIntegerField("hari kerja untuk menjawab laporan data salah")
    hari_pengingat = ArrayField(
        models.PositiveSmallIntegerField(),
        verbose_name="pengingat realisasi, hari sebelum tenggat",
        blank=True,
        help_text="Dipisahkan koma, misalnya 7,3,1. Kosongkan bila kantor tidak memakai pengingat.",
    )
    hari_penilaian_diri = models.PositiveSmallIntegerField("hari sebelum akhir periode penilaian diri diminta")
    hari_kabar = models.PositiveSmallIntegerField("hari keputusan keberatan tampil sebagai kabar")
    hari_tinjau_pembinaan = models.PositiveSmallIntegerField("hari sebelum tinjauan pembinaan diingatkan")
    bulan_penetapan_skp = models.PositiveSmallIntegerField(
        "bulan untuk menetapkan SKP",
        help_text="Terhitung dari bulan mulainya: 1 berarti sampai akhir bulan itu, jadi 31 Januari untuk SKP setahun. "
        "Peraturan menyebut Januari; hari terakhirnya belum diperiksa dengan peraturan.",
    )

    objects = PilihanKantorQuerySet.as_manager()

    class Meta:
        verbose_name = "pilihan kantor"
        verbose_name_plural = "pilihan kantor"
        ordering = ["-mulai"]
        constraints = [
            models.CheckConstraint(
                condition=Q(minimal_tanpa_nama__gte=PALING_SEDIKIT_TANPA_NAMA),
                name="pilihan_kantor_tanpa_nama",
                violation_error_message=f"Umpan balik tanpa nama paling sedikit {PALING_SEDIKIT_TANPA_NAMA}.",
            ),
            models.CheckConstraint(
                condition=Q(minimal_sebaran__gte=PALING_SEDIKIT_TANPA_NAMA),
                name="pilihan_kantor_sebaran",
                violation_error_message=f"Sebaran predikat paling sedikit {PALING_SEDIKIT_TANPA_NAMA} orang.",
            ),
            models.CheckConstraint(
                condition=Q(
                    hari_isian_atas_nama__gte=1,
                    hari_jawab_dukungan__gte=1,
                    hari_jawab_data__gte=1,
                    hari_penilaian_diri__gte=1,
                    hari_kabar__gte=1,
                    hari_tinjau_pembinaan__gte=1,
                    bulan_penetapan_skp__gte=1,
                ),
                name="pilihan_kantor_lebih_dari_nol",
                violation_error_message="Jumlah hari atau bulan paling sedikit 1.",
            ),
        ]

    def __str__(self) -> str:
        return self.nama
