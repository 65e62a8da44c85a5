"""Following topics and categories, and the digest that goes out for it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

from django.conf import settings
from django.core import signing
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Exists, OuterRef
from django.urls import reverse

from forum.enums.diskusi import Irama
from forum.models import Balasan, KategoriDiskusi, LanggananDiskusi, RingkasanDiskusi, Topik
from forum.permissions.diskusi import boleh_menulis
from rakumpit.audit.models import catat
from rakumpit.notifikasi.models import kirim
from rakumpit.organisasi.models import Pengguna
from rakumpit.waktu import WIB, awal_hari, hari_ini, sekarang

# The digest of a day goes out from this hour (WIB) on; that of a week on Monday.
JAM_KIRIM = 6
BANYAK_DIKIRIM = 20
_GARAM = "forum.langganan.berhenti"


@transaction.atomic
def ikuti(
    *, oleh: Pengguna, irama: str, topik: Topik | None = None, kategori: KategoriDiskusi | None = None
) -> LanggananDiskusi:
    """Follow one topic or one category; another rhythm takes the place of the first.

    A citizen without an address cannot be told; staff without one read it inside the product.
    """
    if not boleh_menulis(oleh):
        raise PermissionDenied
    if irama not in set(Irama):
        raise ValidationError("Pilih setiap hari atau setiap minggu.")
    if oleh.warga and not oleh.email:
        raise ValidationError("Akun Anda tanpa email, jadi kabar tidak dapat dikirim.")
    Pengguna.objects.select_for_update(of=("self",)).get(pk=oleh.pk)
    ada = LanggananDiskusi.objects.filter(
        pengguna=oleh, topik=topik, kategori=kategori, berhenti_pada__isnull=True
    ).first()
    if ada is not None and ada.irama == irama:
        return ada
    if ada is not None:
        ada.berhenti_pada = sekarang()
        ada.save(update_fields=["berhenti_pada"])
    baru = LanggananDiskusi.objects.create(pengguna=oleh, topik=topik, kategori=kategori, irama=irama)
    catat(pelaku=oleh, aksi="forum.langganan.ikuti", objek=baru, sesudah={"irama": irama})
    return baru


@transaction.atomic
def berhenti(*, langganan: LanggananDiskusi, oleh: Pengguna | None) -> bool:
    """End a subscription; ``oleh`` is None where the signed link of a mail did it. False: it had ended already."""
    baris = LanggananDiskusi.objects.select_for_update(of=("self",)).get(pk=langganan.pk)
    if oleh is not None and baris.pengguna_id != oleh.pk:
        raise PermissionDenied
    if baris.berhenti_pada is not None:
        return False
    baris.berhenti_pada = sekarang()
    baris.save(update_fields=["berhenti_pada"])
    catat(pelaku=oleh, aksi="forum.langganan.berhenti", objek=baris)
    return True


@transaction.atomic
def berhenti_semua(*, pengguna: Pengguna) -> int:
    """End everything that a digest link belongs to: all subscriptions of its reader; how many there were."""
    semua = LanggananDiskusi.objects.filter(pengguna=pengguna, berhenti_pada__isnull=True)
    banyak = semua.update(berhenti_pada=sekarang())
    if banyak:
        catat(pelaku=None, aksi="forum.langganan.berhenti_semua", objek=pengguna, keterangan="lewat tautan surat")
    return banyak


def tanda_berhenti(pengguna: Pengguna) -> str:
    """The secret part of the unsubscribe link: names the account by its code, not by name or address."""
    return signing.dumps(str(pengguna.uuid), salt=_GARAM)


def baca_tanda_berhenti(tanda: str) -> Pengguna | None:
    """The account of such a link; None for one that we did not make."""
    try:
        kode = signing.loads(tanda, salt=_GARAM)
    except signing.BadSignature:
        return None
    return Pengguna.objects.filter(uuid=kode).first()


def masa(irama: Irama, hari: date) -> tuple[str, datetime, datetime]:
    """Key, beginning and end of the last full day or week (Monday to Sunday) before ``hari``."""
    if irama is Irama.HARIAN:
        awal, akhir = hari - timedelta(days=1), hari
        return awal.isoformat(), awal_hari(awal), awal_hari(akhir)
    akhir = hari - timedelta(days=hari.weekday())
    awal = akhir - timedelta(days=7)
    tahun, minggu, _ = awal.isocalendar()
    return f"{tahun}-W{minggu:02d}", awal_hari(awal), awal_hari(akhir)


def kirim_ringkasan(*, saat: datetime | None = None) -> int:
    """Send the digests that are due; returns how many. Safe to run at any time and twice: each period goes out once."""
    kini = saat or sekarang()
    if kini.astimezone(WIB).hour < JAM_KIRIM:
        return 0
    banyak = 0
    for irama in Irama:
        kunci, awal, akhir = masa(irama, hari_ini(kini))
        sudah = RingkasanDiskusi.objects.filter(pengguna=OuterRef("pengguna"), irama=irama.value, periode=kunci)
        penerima = (
            LanggananDiskusi.objects.filter(
                irama=irama.value, berhenti_pada__isnull=True, mulai__lt=akhir, pengguna__is_active=True
            )
            .exclude(Exists(sudah))
            .order_by("pengguna_id")
            .values_list("pengguna_id", flat=True)
            .distinct()
        )
        for pk in list(penerima):
            banyak += _kirim_satu(pk, irama, kunci, awal, akhir)
    return banyak


@transaction.atomic
def _kirim_satu(pengguna_id: int, irama: Irama, kunci: str, awal: datetime, akhir: datetime) -> int:
    """The digest of one reader; a reader without news gets none, and is not asked again for that period."""
    pengguna = Pengguna.objects.select_for_update(of=("self",)).get(pk=pengguna_id)
    _, baru = RingkasanDiskusi.objects.get_or_create(pengguna=pengguna, irama=irama.value, periode=kunci)
    if not baru:
        return 0
    berita = _isi(pengguna, irama, awal, akhir)
    if not berita:
        return 0
    berhenti_di = settings.ALAMAT_PUBLIK + reverse("forum:langganan_berhenti", args=[tanda_berhenti(pengguna)])
    kirim(
        penerima_id=pengguna.pk,
        kunci=f"forum.ringkasan.{irama.value}.{kunci}",
        judul=f"Kabar forum {'kemarin' if irama is Irama.HARIAN else 'pekan lalu'}",
        isi="\n".join([*berita, "", "Berhenti menerima kabar ini:", berhenti_di]),
        tautan=reverse("forum:diskusi_daftar"),
        tautan_berhenti=berhenti_di,
    )
    return 1


def _isi(pengguna: Pengguna, irama: Irama, awal: datetime, akhir: datetime) -> list[str]:
    """Titles with numbers of new replies. Only what everybody may read; no name or address of anybody."""
    diikuti = LanggananDiskusi.objects.filter(pengguna=pengguna, irama=irama.value, berhenti_pada__isnull=True)
    topik_id = list(diikuti.filter(topik__isnull=False).values_list("topik_id", flat=True))
    kategori_id = list(diikuti.filter(kategori__isnull=False).values_list("kategori_id", flat=True))
    masa_ini: dict[str, Any] = {"dibuat__gte": awal, "dibuat__lt": akhir}
    baru: Sequence[Topik] = list(
        Topik.objects.umum()
        .filter(kategori_id__in=kategori_id, **masa_ini)
        .exclude(penulis=pengguna)
        .order_by("dibuat", "pk")[:BANYAK_DIKIRIM]
    )
    balasan: dict[int, int] = {}
    for satu in (
        Balasan.objects.tayang()
        .filter(topik__in=Topik.objects.umum().filter(pk__in=topik_id), **masa_ini)
        .exclude(penulis=pengguna)
        .values_list("topik_id", flat=True)
    ):
        balasan[satu] = balasan.get(satu, 0) + 1
    dijawab = set(
        Topik.objects.umum()
        .filter(pk__in=topik_id, jawaban__pada__gte=awal, jawaban__pada__lt=akhir)
        .values_list("pk", flat=True)
    )
    dibalas = list(Topik.objects.umum().filter(pk__in=set(balasan) | dijawab).order_by("-aktivitas", "-pk"))
    if not baru and not dibalas:
        return []
    baris = [_baris(satu, "topik baru") for satu in baru]
    for satu in dibalas[:BANYAK_DIKIRIM]:
        kabar = [f"{balasan[satu.pk]} balasan baru"] if satu.pk in balasan else []
        baris.append(_baris(satu, ", ".join([*kabar, *(["jawaban resmi"] if satu.pk in dijawab else [])])))
    return baris


def _baris(topik: Topik, kabar: str) -> str:
    return f"- {topik.judul} ({kabar})\n  {settings.ALAMAT_PUBLIK}{reverse('forum:diskusi_topik', args=[topik.uuid])}"
