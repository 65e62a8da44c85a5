"""The counter: a service begins, ends or is voided, each once; at its end the citizen gets a code for the survey."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from rakumpit.audit.models import catat
from rakumpit.waktu import hari_ini, sekarang, tanggal_lokal
from survei.enums import StatusSurvei
from survei.models import PelayananLoket, PopulasiLayanan, Survei, TokenLayanan
from survei.permissions import boleh_mengelola, layanan_dilayani
from survei.proses.alasan import wajib_ditulis
from survei.proses.token import kode_dari, sidik_kode, terbitkan_token
from survei.ringkasan.loket import pemohon_sebelum

if TYPE_CHECKING:
    from rakumpit.organisasi.models import Layanan, Pengguna

# The office's choice: what nobody finished within a day tells nothing about the time of the service.
BATAS_TERTINGGAL = timedelta(hours=24)
ALASAN_TERTINGGAL = "Dibatalkan sistem: belum diselesaikan sehari sesudah dimulai."


@dataclass(frozen=True, slots=True)
class HasilSelesai:
    """What the officer tells the citizen: code and its last day, or "" and None where no survey is open.

    ``ulang``: the visit was finished before. Then the code is there only if this is the same press once more and the
    code was not used.
    """

    pelayanan: PelayananLoket
    kode: str = ""
    berlaku_sampai: date | None = None
    ulang: bool = False


@transaction.atomic
def mulai_pelayanan(*, layanan: Layanan, oleh: Pengguna, kiriman: UUID) -> PelayananLoket:
    """Begin a service; the same ``kiriman`` again gives the same visit. Raises ``PermissionDenied``."""
    if not layanan_dilayani(oleh).filter(pk=layanan.pk).exists():
        raise PermissionDenied
    saat = sekarang()
    pelayanan, baru = PelayananLoket.objects.get_or_create(
        kiriman=kiriman,
        defaults={
            "layanan": layanan,
            "unit_id": layanan.unit_id,
            "petugas": oleh,
            "hari": tanggal_lokal(saat),
            "mulai": saat,
        },
    )
    if baru:
        catat(pelaku=oleh, aksi="survei.loket.mulai", objek=pelayanan)
    return pelayanan


def _ambil(pelayanan: PelayananLoket, oleh: Pengguna) -> PelayananLoket:
    """The visit, locked, if this person gives its service: a colleague may finish what another one began."""
    terkunci = PelayananLoket.objects.select_for_update(of=("self",)).select_related("layanan").get(pk=pelayanan.pk)
    if not layanan_dilayani(oleh).filter(pk=terkunci.layanan_id).exists():
        raise PermissionDenied
    return terkunci


@transaction.atomic
def selesaikan_pelayanan(*, pelayanan: PelayananLoket, oleh: Pengguna, kiriman: UUID) -> HasilSelesai:
    """Finish a service of today and make a one-time code where an open survey covers it.

    Raises ``PermissionDenied``, or ``ValidationError``: voided before, or begun on an earlier day, whose time would be
    that of the night.
    """
    terkunci = _ambil(pelayanan, oleh)
    if terkunci.batal is not None:
        raise ValidationError("Pelayanan ini sudah dibatalkan.")
    if terkunci.selesai is not None:
        token = TokenLayanan.objects.filter(sidik=sidik_kode(kode_dari(kiriman)), layanan=terkunci.layanan).first()
        if token is None:
            return HasilSelesai(terkunci, ulang=True)
        return HasilSelesai(terkunci, kode_dari(kiriman), token.berlaku_sampai, ulang=True)
    if terkunci.hari != hari_ini():
        raise ValidationError("Pelayanan dari hari lain tidak dapat diselesaikan. Batalkan dengan alasannya.")
    terkunci.selesai = sekarang()
    terkunci.save(update_fields=["selesai"])
    catat(pelaku=oleh, aksi="survei.loket.selesai", objek=terkunci)
    survei = Survei.objects.dapat_diisi().kepuasan().filter(layanan=terkunci.layanan).order_by("-mulai", "pk").first()
    if survei is None:
        return HasilSelesai(terkunci)
    kode, sampai = terbitkan_token(survei=survei, layanan=terkunci.layanan, kiriman=kiriman, hari=hari_ini())
    return HasilSelesai(terkunci, kode, sampai)


@transaction.atomic
def batalkan_pelayanan(*, pelayanan: PelayananLoket, oleh: Pengguna, alasan: str) -> PelayananLoket:
    """Void a service that is not finished; it is not counted. Raises ``PermissionDenied`` or ``ValidationError``."""
    terkunci = _ambil(pelayanan, oleh)
    alasan = wajib_ditulis(alasan)
    if terkunci.selesai is not None:
        raise ValidationError("Pelayanan ini sudah selesai, jadi tidak dapat dibatalkan.")
    if terkunci.batal is not None:
        raise ValidationError("Pelayanan ini sudah dibatalkan.")
    terkunci.batal, terkunci.alasan_batal = sekarang(), alasan
    terkunci.save(update_fields=["batal", "alasan_batal"])
    catat(pelaku=oleh, aksi="survei.loket.batal", objek=terkunci, keterangan=alasan)
    return terkunci


@transaction.atomic
def batalkan_tertinggal() -> int:
    """Void what was left open for more than a day; returns the number. Safe to run twice at once."""
    saat = sekarang()
    tertinggal = (
        PelayananLoket.objects.terbuka()
        .filter(mulai__lt=saat - BATAS_TERTINGGAL)
        .select_for_update(skip_locked=True)
        .order_by("pk")
    )
    jumlah = 0
    for pelayanan in tertinggal:
        pelayanan.batal, pelayanan.alasan_batal = saat, ALASAN_TERTINGGAL
        pelayanan.save(update_fields=["batal", "alasan_batal"])
        catat(pelaku=None, aksi="survei.loket.batal", objek=pelayanan, keterangan=ALASAN_TERTINGGAL)
        jumlah += 1
    return jumlah


@transaction.atomic
def pakai_pemohon(*, survei: Survei, jumlah: int, oleh: Pengguna) -> None:
    """Take what the counters recorded as N of a draft. Raises ``PermissionDenied`` or ``ValidationError``.

    ``jumlah`` is the number that the person saw: if the counters count another one by now, nothing is taken.
    """
    if not boleh_mengelola(oleh):
        raise PermissionDenied
    terkunci = Survei.objects.select_for_update().get(pk=survei.pk)
    if terkunci.status != StatusSurvei.DRAF:
        raise ValidationError("Jumlah pemohon hanya diisi selama survei masih draf.")
    kini, awal, akhir = pemohon_sebelum(terkunci)
    if kini != jumlah or not kini:
        raise ValidationError("Catatan loket sudah berubah. Periksa jumlahnya, lalu tekan sekali lagi.")
    sebelum, terkunci.populasi = terkunci.populasi, kini
    terkunci.save(update_fields=["populasi"])
    PopulasiLayanan.objects.filter(survei=terkunci).delete()
    catat(
        pelaku=oleh,
        aksi="survei.survei.populasi",
        objek=terkunci,
        sebelum={"populasi": sebelum},
        sesudah={"populasi": kini, "dari": awal, "sampai": akhir},
    )
