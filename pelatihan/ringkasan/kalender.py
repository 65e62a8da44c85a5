"""Sessions of announced events by day, and as calendar files."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django.conf import settings
from django.core import signing
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.db.models import Q, QuerySet

from pelatihan.models import KalenderPribadi, Kegiatan, SesiKegiatan
from pelatihan.perhitungan.kegiatan import BERAKHIR, DIUMUMKAN
from rakumpit import ics
from rakumpit.organisasi.models import Pengguna, UnitKerja
from rakumpit.waktu import awal_hari, hari_ini

# A feed goes this far back; what was called off stays in it as long, so that every calendar hears of it.
HARI_LALU = 90
TERBANYAK = 500
# Sessions on one page: more would pass what a page may weigh; who wants the rest chooses a unit or a week.
SEHALAMAN = 200
_PENANDA = "pelatihan.kalender"
_DIUMUMKAN = [satu.value for satu in DIUMUMKAN]


def sesi_antara(pengguna: Pengguna, mulai: date, selesai: date, unit: UnitKerja | None = None) -> list[SesiKegiatan]:
    """Sessions that take place on these days, both included, in events that the account may read; one query.

    At most one more than ``SEHALAMAN``, by which the page knows that there are others.
    """
    terlihat = Kegiatan.objects.terlihat_oleh(pengguna).order_by().values("pk")
    semua = SesiKegiatan.objects.berlaku().filter(
        kegiatan__in=terlihat,
        waktu__overlap=DateTimeTZRange(awal_hari(mulai), awal_hari(selesai + timedelta(days=1))),
    )
    if unit is not None:
        semua = semua.filter(kegiatan__unit=unit)
    return list(semua.select_related("kegiatan__unit", "ruang").order_by("waktu", "pk")[: SEHALAMAN + 1])


def _umpan() -> QuerySet[Any]:
    """Sessions of announced events, called off or not, from the last months on."""
    return (
        SesiKegiatan.objects.filter(
            kegiatan__status__in=_DIUMUMKAN, waktu__endswith__gte=awal_hari(hari_ini() - timedelta(days=HARI_LALU))
        )
        .select_related("kegiatan", "ruang")
        .order_by("waktu", "pk")
    )


def kalender_unit(unit: UnitKerja) -> bytes:
    """What a unit announces, for everybody: time, name and place, neither people nor addresses of online meetings."""
    semua = _umpan().filter(kegiatan__unit=unit)[:TERBANYAK]
    return _tulis(semua, nama=f"Pelatihan {unit.nama}", umum=True)


def kalender_pribadi(pengguna: Pengguna) -> bytes:
    """The sessions in which this person takes part or speaks."""
    berakhir = [satu.value for satu in BERAKHIR]
    ikut = Kegiatan.objects.filter(
        Q(pendaftaran__pegawai__pengguna=pengguna) & ~Q(pendaftaran__status__in=berakhir)
    ).order_by()
    milik = Q(kegiatan__in=ikut.values("pk")) | Q(pembicara__narasumber__pegawai__pengguna=pengguna)
    return _tulis(_umpan().filter(milik).distinct()[:TERBANYAK], nama="Pelatihan saya", ingatkan_menit=60)


def kalender_kegiatan(kegiatan: Kegiatan) -> bytes:
    """All sessions of one event."""
    semua = kegiatan.sesi.select_related("kegiatan", "ruang").order_by("waktu", "pk")
    return _tulis(semua, nama=kegiatan.judul, ingatkan_menit=60)


def _tulis(sesi: Iterable[SesiKegiatan], *, nama: str, umum: bool = False, ingatkan_menit: int | None = None) -> bytes:
    acara = (_acara(satu, umum=umum, ingatkan_menit=ingatkan_menit) for satu in sesi)
    return ics.tulis_kalender(acara, nama=nama, bagian="Pelatihan")


def _acara(sesi: SesiKegiatan, *, umum: bool, ingatkan_menit: int | None) -> ics.Acara:
    kegiatan = sesi.kegiatan
    tempat = [sesi.ruang.nama if sesi.ruang else sesi.tempat, "" if umum else sesi.tautan]
    return ics.Acara(
        uid=f"{sesi.uuid}@kinerja-rakumpit",
        urutan=kegiatan.urutan_kalender,
        diubah=kegiatan.diubah_pada,
        mulai=sesi.mulai,
        selesai=sesi.selesai,
        judul=kegiatan.judul if sesi.judul == kegiatan.judul else f"{kegiatan.judul}: {sesi.judul}",
        uraian=kegiatan.alasan if sesi.batal else "",
        tempat=" · ".join(satu for satu in tempat if satu),
        alamat=f"{settings.ALAMAT_PUBLIK}{kegiatan.get_absolute_url()}",
        batal=sesi.batal,
        ingatkan_menit=ingatkan_menit,
    )


def tanda_pribadi(baris: KalenderPribadi) -> str:
    """The signed part of the address of a person's feed."""
    return signing.Signer(salt=_PENANDA).sign(baris.uuid.hex)


def pemilik_tanda(tanda: str) -> Pengguna | None:
    """Whose feed this is; None for what we did not sign, for an ended address, and for a closed account."""
    try:
        kode = signing.Signer(salt=_PENANDA).unsign(tanda)
    except signing.BadSignature:
        return None
    baris = KalenderPribadi.objects.select_related("pengguna").filter(uuid=kode).first()
    return baris.pengguna if baris is not None and baris.pengguna.is_active else None
