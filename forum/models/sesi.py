"""Series, sessions, their agenda and what citizens propose for it."""

from __future__ import annotations

from datetime import date, datetime

from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from forum.enums.sesi import (
    LABEL_FREKUENSI,
    LABEL_METODE,
    LABEL_STATUS_SESI,
    LABEL_STATUS_USUL,
    LABEL_SUMBER_AGENDA,
    Metode,
    StatusUsul,
    SumberAgenda,
)
from forum.models.versi import ModelBerversi
from forum.perhitungan.seri import Frekuensi
from forum.perhitungan.sesi import StatusSesi
from forum.querysets.sesi import SeriForumQuerySet, SesiForumQuerySet, UsulAgendaQuerySet
from rakumpit.model_dasar import ModelBerkode
from rakumpit.waktu import tanggal_lokal


class UnsurPeserta(models.Model):
    """A part of the public that should be at the table; a table, because sources differ on the list."""

    kode = models.SlugField("kode", max_length=40, unique=True)
    nama = models.CharField("nama", max_length=100)
    urutan = models.PositiveSmallIntegerField("urutan", default=0)
    aktif = models.BooleanField("dipakai", default=True)

    class Meta:
        verbose_name = "unsur peserta"
        verbose_name_plural = "unsur peserta"
        ordering = ["urutan", "pk"]

    def __str__(self) -> str:
        return self.nama


class SeriForum(ModelBerversi):
    """Sessions that repeat; each generated one lives its own life afterwards."""

    nama = models.CharField("nama", max_length=150)
    unit = models.ForeignKey(
        "organisasi.UnitKerja", verbose_name="unit penyelenggara", on_delete=models.PROTECT, related_name="seri_forum"
    )
    ruang_lingkup = models.TextField("ruang lingkup")
    frekuensi = models.CharField("frekuensi", max_length=10, choices=LABEL_FREKUENSI)
    selang_hari = models.PositiveSmallIntegerField("selang hari", null=True, blank=True)
    jadwal_acuan = models.DateField("tanggal sesi pertama")
    jam_mulai = models.TimeField("jam mulai (WIB)")
    lama_menit = models.PositiveSmallIntegerField("lama (menit)", default=120)
    tempat = models.CharField("tempat", max_length=200)
    boleh_hari_libur = models.BooleanField("boleh pada hari libur", default=False)
    aktif = models.BooleanField("masih berjalan", default=True)
    unsur_wajib = models.ManyToManyField(UnsurPeserta, verbose_name="unsur yang wajib diundang", blank=True)

    objects = SeriForumQuerySet.as_manager()

    class Meta:
        verbose_name = "seri forum"
        verbose_name_plural = "seri forum"
        ordering = ["nama", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(frekuensi=Frekuensi.KUSTOM.value, selang_hari__gte=1)
                | (~Q(frekuensi=Frekuensi.KUSTOM.value) & Q(selang_hari__isnull=True)),
                name="seriforum_selang_hanya_kustom",
                violation_error_message="Selang hari diisi hanya untuk frekuensi «Selang hari sendiri».",
            ),
            models.CheckConstraint(condition=Q(lama_menit__range=(15, 720)), name="seriforum_lama_wajar"),
        ]

    def __str__(self) -> str:
        return self.nama


class SesiForum(ModelBerversi):
    """One meeting of the office with the public (PermenPANRB 16/2017), from the draft to its published result.

    ``urutan_kalender`` is the SEQUENCE of the calendar feed; ``terbit_pada`` is set once, with the first published
    berita acara, and keeps the result public while a correction is being made.
    """

    seri = models.ForeignKey(
        SeriForum, verbose_name="seri", on_delete=models.PROTECT, null=True, blank=True, related_name="sesi"
    )
    tanggal_acuan = models.DateField("tanggal menurut seri", null=True, blank=True, editable=False)
    unit = models.ForeignKey(
        "organisasi.UnitKerja", verbose_name="unit penyelenggara", on_delete=models.PROTECT, related_name="sesi_forum"
    )
    judul = models.CharField("judul", max_length=150)
    tema = models.TextField("tema")
    dasar = models.TextField("dasar pemilihan tema")
    metode = models.CharField("metode", max_length=10, choices=LABEL_METODE, default=Metode.TATAP_MUKA.value)
    tempat = models.CharField("tempat", max_length=200, blank=True)
    tautan = models.URLField("tautan", blank=True)
    mulai = models.DateTimeField("mulai")
    selesai = models.DateTimeField("selesai")
    kapasitas = models.PositiveSmallIntegerField("kursi", null=True, blank=True)
    kuorum = models.PositiveSmallIntegerField("kehadiran paling sedikit", null=True, blank=True)
    batas_usul = models.DateField("usulan acara paling lambat", null=True, blank=True)
    pimpinan = models.CharField("pimpinan sidang", max_length=150, blank=True)
    notulis = models.CharField("notulis", max_length=150, blank=True)
    terbit_otomatis = models.BooleanField("publikasikan begitu ditandatangani", default=True)
    status = models.CharField(
        "keadaan", max_length=25, choices=LABEL_STATUS_SESI, default=StatusSesi.DRAF.value, editable=False
    )
    alasan = models.TextField("alasan penundaan atau pembatalan", blank=True, editable=False)
    alasan_koreksi = models.TextField("alasan koreksi", blank=True, editable=False)
    urutan_kalender = models.PositiveIntegerField("urutan kalender", default=0, editable=False)
    terbit_pada = models.DateTimeField("hasil dipublikasikan pada", null=True, editable=False)
    unsur_wajib = models.ManyToManyField(UnsurPeserta, verbose_name="unsur yang wajib diundang", blank=True)

    objects = SesiForumQuerySet.as_manager()

    class Meta:
        verbose_name = "sesi forum"
        verbose_name_plural = "sesi forum"
        ordering = ["-mulai", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(selesai__gt=F("mulai")),
                name="sesiforum_berakhir_sesudah_mulai",
                violation_error_message="Sesi berakhir sesudah dimulai.",
            ),
            models.UniqueConstraint(fields=["seri", "tanggal_acuan"], name="sesiforum_sekali_per_acuan"),
            models.CheckConstraint(
                condition=Q(status__in=[StatusSesi.DITUNDA.value, StatusSesi.DIBATALKAN.value]) & ~Q(alasan="")
                | ~Q(status__in=[StatusSesi.DITUNDA.value, StatusSesi.DIBATALKAN.value]),
                name="sesiforum_berhenti_beralasan",
            ),
            models.CheckConstraint(
                condition=~Q(status=StatusSesi.DIPUBLIKASIKAN.value) | Q(terbit_pada__isnull=False),
                name="sesiforum_terbit_bertanggal",
            ),
            models.CheckConstraint(
                condition=Q(kapasitas__isnull=True) | Q(kapasitas__gte=1), name="sesiforum_ada_kursi"
            ),
        ]
        indexes = [models.Index(fields=["status", "mulai"])]

    def __str__(self) -> str:
        return self.judul

    def get_absolute_url(self) -> str:
        return reverse("forum:sesi", args=[self.uuid])

    @property
    def hari(self) -> date:
        """Its day in WIB."""
        return tanggal_lokal(self.mulai)

    @property
    def lama_menit(self) -> int:
        """From beginning to end."""
        return int((self.selesai - self.mulai).total_seconds() // 60)

    def menerima_pendaftaran(self, saat: datetime) -> bool:
        """Whether citizens may still register: opened, and not begun."""
        return self.status == StatusSesi.TERBUKA and saat < self.mulai

    def menerima_usul(self, hari: date) -> bool:
        """Whether citizens may still propose items; without a day of their own, until the day before the session."""
        if self.status not in {StatusSesi.DIJADWALKAN, StatusSesi.TERBUKA, StatusSesi.DITUNDA}:
            return False
        return hari <= self.batas_usul if self.batas_usul else hari < self.hari


class AgendaItem(ModelBerversi):
    """One item; the first of every session is fixed (``tetap``): the state of what earlier ones agreed on."""

    sesi = models.ForeignKey(SesiForum, verbose_name="sesi", on_delete=models.PROTECT, related_name="agenda")
    urut = models.PositiveSmallIntegerField("urutan")
    judul = models.CharField("judul", max_length=200)
    penyaji = models.CharField("penyaji", max_length=150, blank=True)
    durasi_menit = models.PositiveSmallIntegerField("durasi (menit)", default=15)
    tetap = models.BooleanField("acara tetap", default=False, editable=False)
    sumber = models.CharField(
        "asal", max_length=10, choices=LABEL_SUMBER_AGENDA, default=SumberAgenda.LAIN.value, editable=False
    )
    keterangan_sumber = models.CharField("keterangan asal", max_length=300, blank=True)
    tautan_sumber = models.CharField("alamat asal", max_length=200, blank=True, editable=False)
    catatan = models.TextField("catatan", blank=True)

    class Meta:
        verbose_name = "acara"
        verbose_name_plural = "acara"
        ordering = ["urut", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["sesi", "urut"], name="agendaitem_satu_urutan", deferrable=models.Deferrable.DEFERRED
            ),
            models.UniqueConstraint(fields=["sesi"], condition=Q(tetap=True), name="agendaitem_satu_tetap"),
            models.CheckConstraint(condition=Q(durasi_menit__range=(1, 600)), name="agendaitem_durasi_wajar"),
        ]

    def __str__(self) -> str:
        return self.judul


class UsulAgenda(ModelBerkode):
    """An item that a citizen proposes; the answer with its reason is read by its own secret link.

    ``kiriman`` is made by the form, so that sending twice stores once; ``sidik_kunci`` is the digest of the link.
    """

    kiriman = models.UUIDField("kode kiriman", unique=True, editable=False)
    sidik_kunci = models.CharField("sidik kunci", max_length=64, unique=True, editable=False)
    sesi = models.ForeignKey(SesiForum, verbose_name="sesi", on_delete=models.PROTECT, related_name="usul")
    judul = models.CharField("judul", max_length=200)
    uraian = models.TextField("uraian")
    status = models.CharField(
        "keadaan", max_length=10, choices=LABEL_STATUS_USUL, default=StatusUsul.MENUNGGU.value, editable=False
    )
    alasan = models.TextField("alasan", blank=True)
    agenda = models.ForeignKey(
        AgendaItem, verbose_name="acara", on_delete=models.PROTECT, null=True, blank=True, related_name="usul"
    )
    diterima_pada = models.DateField("diterima pada")
    diputus_oleh = models.ForeignKey(
        "organisasi.Pengguna", verbose_name="diputus oleh", on_delete=models.PROTECT, null=True, related_name="+"
    )

    objects = UsulAgendaQuerySet.as_manager()

    class Meta:
        verbose_name = "usulan acara"
        verbose_name_plural = "usulan acara"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(status=StatusUsul.MENUNGGU.value, alasan="", agenda__isnull=True)
                | Q(status__in=[StatusUsul.DITERIMA.value, StatusUsul.DIGABUNG.value], agenda__isnull=False)
                & ~Q(alasan="")
                | Q(status=StatusUsul.DITOLAK.value, agenda__isnull=True) & ~Q(alasan=""),
                name="usulagenda_putusan_beralasan",
            ),
        ]

    def __str__(self) -> str:
        return self.judul
