"""Messages inside the product; an e-mail copy goes out through the outbox when the person has an address."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models.functions import Now

from rakumpit.antrean.models import antrekan
from rakumpit.model_dasar import ModelBerkode


class Notifikasi(ModelBerkode):
    """One message to one person. ``kunci`` makes it once-only: the same key is never sent to a person twice."""

    penerima = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="penerima", on_delete=models.PROTECT, related_name="notifikasi"
    )
    kunci = models.CharField("kunci", max_length=120)
    judul = models.CharField("judul", max_length=200)
    isi = models.TextField("isi", blank=True)
    tautan = models.CharField("tautan", max_length=200, blank=True)
    tautan_berhenti = models.CharField("tautan berhenti", max_length=300, blank=True, default="", db_default="")
    dibuat = models.DateTimeField("dibuat", db_default=Now(), editable=False)
    dibaca = models.DateTimeField("dibaca", null=True, blank=True)
    surel_terkirim = models.DateTimeField("surat elektronik terkirim", null=True, blank=True)

    class Meta:
        verbose_name = "pemberitahuan"
        verbose_name_plural = "pemberitahuan"
        ordering = ["-dibuat", "-id"]
        constraints = [models.UniqueConstraint(fields=["penerima", "kunci"], name="notifikasi_sekali_per_kunci")]

    def __str__(self) -> str:
        return self.judul


def kirim(
    *, penerima_id: int, kunci: str, judul: str, isi: str = "", tautan: str = "", tautan_berhenti: str = ""
) -> None:
    """Tell a person something once per ``kunci``; call it inside the transaction of the event.

    ``tautan_berhenti``: address of this site, with its host, that ends such mails by one POST without sign-in.
    The subject is folded to one line, so a title with a line break cannot add a mail header.
    """
    _, baru = Notifikasi.objects.get_or_create(
        penerima_id=penerima_id,
        kunci=kunci,
        defaults={
            "judul": " ".join(judul.split())[:200],
            "isi": isi,
            "tautan": tautan,
            "tautan_berhenti": tautan_berhenti,
        },
    )
    if baru:
        antrekan(
            tugas="rakumpit.notifikasi.tasks.kirim_surel",
            kunci=f"{penerima_id}:{kunci}",
            penerima_id=penerima_id,
            kunci_notifikasi=kunci,
        )
