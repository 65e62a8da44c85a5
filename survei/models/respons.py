"""One answer, without a person."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import BooleanField, F, Func, Q, Value

from survei.enums import LABEL_SALURAN, Saluran
from survei.models.survei import Survei
from survei.querysets import ResponsQuerySet

# A value that holds more than digits, decimal points and dashes (jsonpath).
BERKATA = '$.* ? (@ like_regex "[^0-9.-]")'


class Respons(models.Model):
    """One filled form. Holds a local date and flags, no time of day, no account, no address.

    ``submission_id`` is made by the form page and is the primary key: a running number would tell the order of
    arrival. ``sidik`` is the digest of the content, to tell a repeat from a different form under the same id.

    ``saran`` is what the citizen typed; no page, export, search or message reads it. What people read is
    ``saran_tersamar``: empty (NULL) until numbers and names were masked. The same holds for the answers to questions
    of a free survey that take text: ``teks_asli`` has them as typed, ``teks_tersamar`` as they may be read, each by the
    code of the question. In ``jawaban`` such a question is "" where it was answered, so the count outlives the text.
    """

    submission_id = models.UUIDField("kode kiriman", primary_key=True)
    # No index of its own: the one with service and day begins with the survey, and each costs every form.
    survei = models.ForeignKey(
        Survei, verbose_name="survei", on_delete=models.PROTECT, related_name="respons", db_index=False
    )
    layanan = models.ForeignKey(
        "organisasi.Layanan", verbose_name="layanan", on_delete=models.PROTECT, related_name="respons"
    )
    versi_formulir = models.CharField("versi formulir", max_length=60)
    jawaban = models.JSONField("jawaban", help_text="Kode unsur ke nilai 1–4 atau kosong.")
    demografi = models.JSONField("data diri berkelompok", default=dict, blank=True)
    teks_asli = models.JSONField("jawaban teks seperti ditulis", default=dict, db_default={}, blank=True)
    teks_tersamar = models.JSONField("jawaban teks yang boleh dibaca", null=True, blank=True)
    saran = models.TextField("saran seperti ditulis", blank=True)
    # NULL means that nobody may read it yet, "" that nothing was left to read.
    saran_tersamar = models.TextField("saran yang boleh dibaca", null=True, blank=True)  # noqa: DJ001
    # Rules and names by which it was masked (``sidik_pola``).
    sidik_samaran = models.CharField("sidik aturan samaran", max_length=16, blank=True, default="", db_default="")
    saluran = models.CharField("saluran", max_length=10, choices=LABEL_SALURAN, default=Saluran.DARING.value)
    tanggal = models.DateField("tanggal")
    bendera = ArrayField(models.CharField(max_length=20), verbose_name="bendera", default=list, blank=True)
    sidik = models.CharField("sidik isi", max_length=64)
    # Keyed digest of the receipt code, so that whoever has the code can take the answer back before the lock.
    sidik_tanda = models.CharField("sidik tanda terima", max_length=64, blank=True, default="", db_default="")
    # Sent with a one-time code from the counter, so somebody who was served. The code itself is not kept.
    terverifikasi = models.BooleanField("dengan kode survei", default=False, db_default=False)
    # Came after the lock: kept, and left out of everything (``terhitung``) until the survey is opened again and all of
    # them are taken in together.
    terlambat = models.BooleanField("tiba sesudah dikunci", default=False, db_default=False)
    dibatalkan = models.BooleanField("dibatalkan", default=False)
    alasan_batal = models.CharField("alasan pembatalan", max_length=300, blank=True)

    objects = ResponsQuerySet.as_manager()

    class Meta:
        verbose_name = "jawaban"
        verbose_name_plural = "jawaban"
        ordering = ["submission_id"]
        constraints = [
            models.CheckConstraint(condition=Q(dibatalkan=False) | ~Q(alasan_batal=""), name="respons_batal_beralasan"),
            # Nobody looks at a late answer, so nobody takes one of them out.
            models.CheckConstraint(
                condition=Q(terlambat=False) | Q(dibatalkan=False), name="respons_terlambat_tidak_dibatalkan"
            ),
            models.CheckConstraint(
                condition=Q(saran_tersamar__isnull=True, teks_tersamar__isnull=True) | ~Q(sidik_samaran=""),
                name="respons_samaran_bersidik",
            ),
            # Numbers and days only: what somebody worded stands in the columns that are masked and emptied in time.
            models.CheckConstraint(
                condition=Q(
                    Func(
                        F("jawaban"),
                        Value(BERKATA),
                        function="jsonb_path_exists",
                        template="NOT %(function)s(%(expressions)s)",
                        output_field=BooleanField(),
                    )
                ),
                name="respons_jawaban_tanpa_kata",
            ),
        ]
        indexes = [
            models.Index(fields=["survei", "layanan", "tanggal"]),
            models.Index(
                fields=["survei", "submission_id"], condition=Q(saran_tersamar__gt=""), name="respons_bersaran"
            ),
            models.Index(fields=["survei"], condition=Q(terlambat=True), name="respons_terlambat"),
            models.Index(fields=["sidik_tanda"], condition=~Q(sidik_tanda=""), name="respons_sidik_tanda"),
            models.Index(
                fields=["sidik_samaran"], condition=Q(saran__gt="") | ~Q(teks_asli={}), name="respons_tulisan_asli"
            ),
        ]

    def __str__(self) -> str:
        return str(self.submission_id)
