"""Accounts and the codes for a first login."""

from __future__ import annotations

from django.contrib.auth.base_user import AbstractBaseUser
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower, Now
from django.utils import timezone

from rakumpit.model_dasar import ModelBerkode
from rakumpit.organisasi.querysets import PenggunaManager


class Pengguna(ModelBerkode, AbstractBaseUser):
    """A login account of staff, of an official outside the office, or of a citizen.

    Signs in by NIP or by e-mail, a citizen without an address by the chosen name; the NIP stands only here, a
    ``Pegawai`` reads it from its account. There is no
    superuser: the technical admin keeps accounts and the organisation, but sees no scores and no raw answers.
    """

    nip = models.CharField(
        "NIP",
        max_length=18,
        null=True,
        blank=True,
        unique=True,
        validators=[RegexValidator(r"^[0-9]{18}$", "NIP terdiri dari 18 angka.")],
    )
    email = models.EmailField("email", null=True, blank=True, unique=True)
    nama = models.CharField("nama", max_length=200)
    is_active = models.BooleanField("aktif", default=True)
    admin_teknis = models.BooleanField("admin teknis", default=False)
    pengelola = models.BooleanField("pengelola kinerja", default=False)
    pemeriksa = models.BooleanField("pemeriksa", default=False)
    # A citizen: ``nama`` is the name that the forum shows, chosen freely; nothing but the public pages opens.
    warga = models.BooleanField("warga", default=False, editable=False)
    terima_pengingat = models.BooleanField("menerima pengingat tenggat", default=True)
    wajib_ganti_sandi = models.BooleanField("wajib mengganti kata sandi", default=False)
    dibuat = models.DateTimeField("dibuat", db_default=Now(), editable=False)

    objects = PenggunaManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["nama"]

    class Meta:
        verbose_name = "pengguna"
        verbose_name_plural = "pengguna"
        ordering = ["nama", "pk"]
        constraints = [
            models.CheckConstraint(
                # A citizen may sign in by the name alone, and leaves no address behind with a deleted account.
                condition=Q(nip__isnull=False) | Q(email__isnull=False) | Q(warga=True),
                name="pengguna_nip_atau_email",
                violation_error_message="Isi NIP atau email: salah satunya dipakai untuk masuk.",
            ),
            models.CheckConstraint(
                condition=Q(nip__isnull=True) | Q(nip__regex=r"^[0-9]{18}$"), name="pengguna_nip_18_angka"
            ),
            models.CheckConstraint(
                condition=Q(warga=False) | Q(nip__isnull=True, admin_teknis=False, pengelola=False, pemeriksa=False),
                name="pengguna_warga_tanpa_peran",
            ),
            models.UniqueConstraint(
                Lower("nama"), condition=Q(warga=True, is_active=True), name="pengguna_nama_warga_sekali"
            ),
        ]

    def __str__(self) -> str:
        return self.nama

    def clean(self) -> None:
        # The base class normalises by str methods that fail on an empty address.
        self.nip = self.nip or None
        self.email = self.email.strip().lower() if self.email else None

    def get_full_name(self) -> str:
        return self.nama

    def get_short_name(self) -> str:
        return self.nama

    @property
    def is_staff(self) -> bool:
        """May open Django admin; what is shown there is decided per model in ``admin``."""
        return self.is_active and (self.admin_teknis or self.pengelola)

    def has_perm(self, perm: str, obj: object = None) -> bool:
        """Rights are predicates in ``permissions``; Django's permission table is not used."""
        return False

    def has_perms(self, perm_list: list[str], obj: object = None) -> bool:
        return False

    def has_module_perms(self, app_label: str) -> bool:
        return self.is_staff


class KodeMasuk(models.Model):
    """A printed first-login code: single use, 72 hours, only its digest is stored."""

    pengguna = models.ForeignKey(Pengguna, verbose_name="pengguna", on_delete=models.PROTECT, related_name="kode_masuk")
    sidik = models.CharField("sidik", max_length=64, unique=True)
    dibuat_oleh = models.ForeignKey(
        Pengguna, verbose_name="dibuat oleh", on_delete=models.PROTECT, null=True, related_name="+"
    )
    dibuat = models.DateTimeField("dibuat", db_default=Now(), editable=False)
    kedaluwarsa = models.DateTimeField("berlaku sampai")
    dipakai = models.DateTimeField("dipakai", null=True, blank=True)

    class Meta:
        verbose_name = "kode masuk pertama"
        verbose_name_plural = "kode masuk pertama"
        ordering = ["-dibuat", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["pengguna"], condition=Q(dipakai__isnull=True), name="kodemasuk_satu_yang_berlaku"
            )
        ]

    def __str__(self) -> str:
        return f"kode untuk {self.pengguna}"

    @property
    def berlaku(self) -> bool:
        return self.dipakai is None and self.kedaluwarsa > timezone.now()


class PerangkatDikenal(models.Model):
    """A browser from which this person signed in before; guesses from elsewhere cannot lock it out."""

    pengguna = models.ForeignKey(Pengguna, on_delete=models.CASCADE, related_name="perangkat")
    sidik = models.CharField("sidik", max_length=64)
    terakhir = models.DateTimeField("terakhir dipakai", db_default=Now())

    class Meta:
        verbose_name = "perangkat dikenal"
        verbose_name_plural = "perangkat dikenal"
        constraints = [models.UniqueConstraint(fields=["pengguna", "sidik"], name="perangkat_sekali")]

    def __str__(self) -> str:
        return f"perangkat {self.pengguna}"
