"""Actions after a session: who does what until when, what shows it, and who has seen it with own eyes."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.urls import reverse

from forum.enums.aksi import LABEL_PRIORITAS, LABEL_STATUS_AKSI, Prioritas
from forum.models.berita_acara import Kesepakatan, TandaTangan
from forum.models.versi import ModelBerversi
from forum.perhitungan.aksi import StatusAksi
from forum.querysets.aksi import AksiForumQuerySet
from rakumpit.berkas import LABEL_TIPE_BERKAS
from rakumpit.model_dasar import ModelBerkode

_DIKLAIM = [StatusAksi.DIKLAIM.value, StatusAksi.DIVERIFIKASI.value]
_BERALASAN = [StatusAksi.TERTUNDA.value, StatusAksi.TIDAK_DAPAT.value, StatusAksi.DIALIHKAN.value]


class AksiForum(ModelBerversi):
    """One action (rencana tindak lanjut). In the charge of a post, so it may be public and stays when people change.

    Lateness and the progress of a parent are derived, never typed. A claim needs evidence; only who did not claim
    verifies. ``wakil`` is the citizen who is asked to look, by the link whose digest is ``sidik_wakil``.
    """

    kesepakatan = models.ForeignKey(
        Kesepakatan, verbose_name="kesepakatan", on_delete=models.PROTECT, related_name="aksi"
    )
    induk = models.ForeignKey(
        "self", verbose_name="bagian dari", on_delete=models.PROTECT, null=True, blank=True, related_name="anak"
    )
    uraian = models.CharField("tindakan", max_length=300)
    penanggung_jawab = models.ForeignKey(
        "organisasi.Jabatan", verbose_name="penanggung jawab", on_delete=models.PROTECT, related_name="aksi_forum"
    )
    tenggat = models.DateField("tenggat")
    prioritas = models.CharField("prioritas", max_length=10, choices=LABEL_PRIORITAS, default=Prioritas.SEDANG.value)
    indikator = models.CharField("tanda selesai", max_length=300)
    sumber_daya = models.CharField("sumber daya", max_length=300, blank=True)
    status = models.CharField(
        "keadaan", max_length=25, choices=LABEL_STATUS_AKSI, default=StatusAksi.DIRENCANAKAN.value, editable=False
    )
    persen = models.PositiveSmallIntegerField("persen", default=0, editable=False)
    instansi = models.CharField("instansi tujuan", max_length=150, blank=True, editable=False)
    bukti = models.TextField("yang sudah dikerjakan", blank=True, editable=False)
    diklaim_oleh = models.ForeignKey(
        "organisasi.Pengguna",
        verbose_name="dinyatakan selesai oleh",
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
    )
    diklaim_pada = models.DateField("dinyatakan selesai pada", null=True, editable=False)
    wakil = models.ForeignKey(
        TandaTangan,
        verbose_name="wakil masyarakat yang diminta memeriksa",
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
    )
    sidik_wakil = models.CharField("sidik tautan wakil", max_length=64, blank=True, editable=False)
    diverifikasi_oleh = models.ForeignKey(
        "organisasi.Pengguna",
        verbose_name="diverifikasi oleh",
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
    )
    diverifikasi_wakil = models.ForeignKey(
        TandaTangan,
        verbose_name="diverifikasi wakil masyarakat",
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
    )
    diverifikasi_pada = models.DateField("diverifikasi pada", null=True, editable=False)

    objects = AksiForumQuerySet.as_manager()

    class Meta:
        verbose_name = "tindak lanjut forum"
        verbose_name_plural = "tindak lanjut forum"
        ordering = ["tenggat", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(persen__lte=100), name="aksiforum_persen"),
            models.UniqueConstraint(fields=["sidik_wakil"], condition=~Q(sidik_wakil=""), name="aksiforum_satu_tautan"),
            models.CheckConstraint(condition=~Q(induk=F("id")), name="aksiforum_bukan_induk_sendiri"),
            models.CheckConstraint(
                condition=Q(status__in=_DIKLAIM, diklaim_oleh__isnull=False, diklaim_pada__isnull=False) & ~Q(bukti="")
                | ~Q(status__in=_DIKLAIM),
                name="aksiforum_klaim_berbukti",
            ),
            # One of two kinds of verifiers, never the person who claimed.
            models.CheckConstraint(
                condition=Q(status=StatusAksi.DIVERIFIKASI.value, diverifikasi_pada__isnull=False)
                & (
                    Q(diverifikasi_oleh__isnull=False, diverifikasi_wakil__isnull=True)
                    | Q(diverifikasi_oleh__isnull=True, diverifikasi_wakil__isnull=False)
                )
                | ~Q(status=StatusAksi.DIVERIFIKASI.value)
                & Q(diverifikasi_oleh__isnull=True, diverifikasi_wakil__isnull=True, diverifikasi_pada__isnull=True),
                name="aksiforum_verifikasi_lengkap",
            ),
            models.CheckConstraint(
                condition=Q(diverifikasi_oleh__isnull=True) | ~Q(diverifikasi_oleh=F("diklaim_oleh")),
                name="aksiforum_bukan_pengklaim_sendiri",
            ),
            models.CheckConstraint(
                condition=Q(status=StatusAksi.DIALIHKAN.value) & ~Q(instansi="")
                | ~Q(status=StatusAksi.DIALIHKAN.value) & Q(instansi=""),
                name="aksiforum_dialihkan_bertujuan",
            ),
        ]
        indexes = [models.Index(fields=["status", "tenggat"])]

    def __str__(self) -> str:
        return self.uraian[:80]

    def get_absolute_url(self) -> str:
        return reverse("forum:aksi_publik", args=[self.uuid])


class RiwayatAksi(models.Model):
    """One change of an action, as the public reads it. Only added to (trigger); old due days so stay."""

    aksi = models.ForeignKey(AksiForum, verbose_name="tindakan", on_delete=models.PROTECT, related_name="riwayat")
    tanggal = models.DateField("tanggal")
    pada = models.DateTimeField("pada", db_default=Now(), editable=False)
    status = models.CharField("keadaan", max_length=25, choices=LABEL_STATUS_AKSI)
    persen = models.PositiveSmallIntegerField("persen")
    tenggat_lama = models.DateField("tenggat sebelumnya", null=True)
    tenggat = models.DateField("tenggat")
    alasan = models.TextField("alasan atau keterangan", blank=True)
    oleh = models.ForeignKey(
        "organisasi.Pengguna", verbose_name="oleh", on_delete=models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        verbose_name = "riwayat tindak lanjut"
        verbose_name_plural = "riwayat tindak lanjut"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(status__in=_BERALASAN) | ~Q(alasan=""), name="riwayataksi_berhenti_beralasan"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.tanggal:%d-%m-%Y} {self.status}"


class BuktiAksi(ModelBerkode):
    """A photo or document behind a claim; only for readers inside the office."""

    aksi = models.ForeignKey(AksiForum, verbose_name="tindakan", on_delete=models.PROTECT, related_name="berkas")
    judul = models.CharField("judul", max_length=200)
    berkas = models.FileField("berkas", upload_to="bukti-forum/")
    tipe = models.CharField("tipe berkas", max_length=4, choices=LABEL_TIPE_BERKAS)
    ukuran = models.PositiveIntegerField("ukuran (bita)")
    sidik = models.CharField("sidik", max_length=64)
    diunggah_oleh = models.ForeignKey(
        "organisasi.Pengguna", verbose_name="diunggah oleh", on_delete=models.PROTECT, related_name="+"
    )
    diunggah_pada = models.DateField("diunggah pada")

    class Meta:
        verbose_name = "bukti tindak lanjut forum"
        verbose_name_plural = "bukti tindak lanjut forum"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["aksi", "sidik"], name="buktiaksi_sekali"),
            models.CheckConstraint(condition=Q(sidik__regex=r"^[0-9a-f]{64}$"), name="buktiaksi_sidik"),
        ]

    def __str__(self) -> str:
        return self.judul
