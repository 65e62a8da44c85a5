"""People of the office, and officials above it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import F, Q

from rakumpit.model_dasar import ModelBerkode
from rakumpit.organisasi.enums import LABEL_STATUS_PEGAWAI, STATUS_BERSKP, SifatPenugasan, StatusPegawai
from rakumpit.organisasi.nama import nama_urut
from rakumpit.organisasi.perhitungan import Pemegang, cari_atasan
from rakumpit.organisasi.querysets import PegawaiQuerySet

if TYPE_CHECKING:
    from rakumpit.organisasi.models.struktur import Penugasan


class Pegawai(ModelBerkode):
    """One person who works here. Somebody without NIP (non-ASN) has no account and no SKP.

    The name is kept as typed, titles included; ``nama_urut`` is the derived key for sorting and searching.
    """

    pengguna = models.OneToOneField(
        "organisasi.Pengguna",
        verbose_name="akun",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="pegawai",
    )
    siasn_id = models.CharField(
        "PNS ID di SIASN",
        max_length=40,
        null=True,
        blank=True,
        unique=True,
        help_text="Pengenal dari ekspor SIASN; tidak berubah bila NI berganti.",
    )
    nama = models.CharField("nama dengan gelar", max_length=200)
    nama_urut = models.CharField("nama untuk mencari", max_length=200, editable=False, db_index=True)
    status = models.CharField("status", max_length=20, choices=LABEL_STATUS_PEGAWAI, default=StatusPegawai.PNS.value)
    golongan = models.CharField("golongan", max_length=10, blank=True)
    tanggal_lahir = models.DateField("tanggal lahir", null=True, blank=True)
    mulai = models.DateField("mulai bekerja di sini", null=True, blank=True)
    selesai = models.DateField("hari kerja terakhir", null=True, blank=True)
    alasan_selesai = models.CharField("alasan berhenti", max_length=100, blank=True)
    catatan = models.CharField("catatan", max_length=300, blank=True)

    objects = PegawaiQuerySet.as_manager()

    class Meta:
        verbose_name = "pegawai"
        verbose_name_plural = "pegawai"
        ordering = ["nama_urut", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(selesai__isnull=True) | Q(mulai__isnull=True) | Q(selesai__gte=F("mulai")),
                name="pegawai_urutan_tanggal",
                violation_error_message="Hari kerja terakhir mendahului tanggal mulai.",
            )
        ]

    def __str__(self) -> str:
        return self.nama

    def save(self, *args: object, **kwargs: object) -> None:
        self.nama_urut = nama_urut(self.nama)
        self.siasn_id = self.siasn_id.strip().upper() or None if self.siasn_id else None
        super().save(*args, **kwargs)  # type: ignore[arg-type]  # Django's own signature, passed through

    @property
    def nip(self) -> str | None:
        return self.pengguna.nip if self.pengguna else None

    @property
    def ber_skp(self) -> bool:
        return self.status in {status.value for status in STATUS_BERSKP}

    def penugasan_pada(self, tanggal: date) -> Penugasan | None:
        """The assignment that places the person on a date: the definitive one, else an acting one."""
        semua = list(self.penugasan.pada(tanggal).select_related("jabatan__unit"))
        semua.sort(key=lambda satu: (satu.sifat != SifatPenugasan.DEFINITIF.value, satu.pk))
        return semua[0] if semua else None

    def atasan_pada(self, tanggal: date) -> Pegawai | PejabatLuar | None:
        """Direct superior on a date, derived from the dated assignments; None when nobody stands above."""
        from rakumpit.organisasi.models.struktur import Penugasan, UnitKerja

        penugasan = self.penugasan_pada(tanggal)
        if penugasan is None:
            return None
        pemegang = cari_atasan(
            unit_id=penugasan.jabatan.unit_id,
            memimpin=penugasan.jabatan.memimpin,
            pegawai_id=self.pk,
            induk=UnitKerja.objects.induk_dari(),
            pemimpin=Penugasan.objects.pemimpin(tanggal),
        )
        return orang(pemegang)


class PejabatLuar(ModelBerkode):
    """An official above the office (Sekretaris Daerah, Wali Kota): rates the camat and hears objections.

    Has a limited account, or none: then the pengelola records the decision from the signed letter with its scan.
    """

    nama = models.CharField("nama atau sebutan", max_length=200)
    pengguna = models.OneToOneField(
        "organisasi.Pengguna",
        verbose_name="akun terbatas",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="pejabat_luar",
    )

    class Meta:
        verbose_name = "pejabat di luar kantor"
        verbose_name_plural = "pejabat di luar kantor"
        ordering = ["nama"]

    def __str__(self) -> str:
        return self.nama


def orang(pemegang: Pemegang | None) -> Pegawai | PejabatLuar | None:
    """The person behind a derived holder of a post."""
    if pemegang is None:
        return None
    if pemegang.pegawai_id is not None:
        return Pegawai.objects.get(pk=pemegang.pegawai_id)
    return PejabatLuar.objects.get(pk=pemegang.pejabat_luar_id or 0)
