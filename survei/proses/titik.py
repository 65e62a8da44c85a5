"""Places of collection: made and changed by the pengelola; the PIN that leaves a kiosk."""

from __future__ import annotations

import secrets
from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from django.contrib.auth.hashers import check_password, make_password
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction

from rakumpit.audit.models import catat
from rakumpit.dokumen.kode import ABJAD
from rakumpit.waktu import format_waktu, sekarang
from survei.enums.instrumen import JenisInstrumen
from survei.enums.saluran import JenisTitik
from survei.models import Survei, TitikSurvei
from survei.permissions import boleh_mengelola

if TYPE_CHECKING:
    from rakumpit.organisasi.models import Layanan, Pengguna

PANJANG_KODE = 6
PANJANG_PIN = 6
# As for the PIN of a person: five tries a quarter of an hour.
GAGAL_MAKS = 5
KUNCI_SELAMA = timedelta(minutes=15)
_PERCOBAAN = 5


def _periksa_pin(pin: str) -> None:
    if len(pin) != PANJANG_PIN or not (pin.isascii() and pin.isdigit()):
        raise ValidationError(f"PIN terdiri dari {PANJANG_PIN} angka.")
    if len(set(pin)) == 1 or pin in "01234567890" or pin in "09876543210":
        raise ValidationError("PIN ini mudah ditebak. Jangan pakai angka berurutan atau angka kembar.")


def _periksa_layanan(survei: Survei, layanan: Layanan | None) -> None:
    if layanan is not None and not survei.layanan.filter(pk=layanan.pk).exists():
        raise ValidationError("Layanan ini tidak termasuk dalam survei.")


@transaction.atomic
def buat_titik(
    *,
    survei: Survei,
    kiriman: UUID,
    nama: str,
    jenis: JenisTitik,
    layanan: Layanan | None,
    pin: str,
    oleh: Pengguna,
) -> TitikSurvei:
    """Make a place with a short code of its own; the same ``kiriman`` again gives the same one.

    Raises ``PermissionDenied`` or ``ValidationError``.
    """
    if not boleh_mengelola(oleh):
        raise PermissionDenied
    # One place of a survey after the other, so that a form sent twice at once is seen.
    Survei.objects.select_for_update(of=("self",), no_key=True).get(pk=survei.pk)
    if (ada := TitikSurvei.objects.filter(uuid=kiriman).first()) is not None:
        return ada
    _periksa_layanan(survei, layanan)
    if jenis == JenisTitik.KIOS:
        _periksa_pin(pin)
    return pasang_titik(survei=survei, nama=nama, jenis=jenis, layanan=layanan, pin=pin, oleh=oleh, kiriman=kiriman)


def pasang_titik(
    *,
    survei: Survei,
    nama: str,
    jenis: JenisTitik,
    layanan: Layanan | None,
    pin: str,
    oleh: Pengguna | None,
    kiriman: UUID | None = None,
) -> TitikSurvei:
    """Store a place with its short code; inside the transaction of whoever may make one (None: the system)."""
    isi: dict[str, Any] = {
        "uuid": kiriman or uuid4(),
        "nama": " ".join(nama.split()),
        "jenis": jenis.value,
        "survei": survei,
        "layanan": layanan,
        "pin": make_password(pin) if jenis == JenisTitik.KIOS else "",
    }
    for sisa in reversed(range(_PERCOBAAN)):
        try:
            with transaction.atomic():
                titik = TitikSurvei.objects.create(
                    kode="".join(secrets.choice(ABJAD) for _ in range(PANJANG_KODE)), **isi
                )
            break
        except IntegrityError:  # a code that another place has: one in 300 million
            if not sisa:
                raise
    catat(
        pelaku=oleh,
        aksi="survei.titik.buat",
        objek=titik,
        sesudah={"nama": titik.nama, "jenis": titik.jenis, "survei": survei.kode, "kode": titik.kode},
    )
    return titik


@transaction.atomic
def ubah_titik(
    *, titik: TitikSurvei, nama: str, layanan: Layanan | None, aktif: bool, pin: str, oleh: Pengguna
) -> TitikSurvei:
    """Change a place; its kind and address stay. An empty ``pin`` keeps the old one.

    Raises ``PermissionDenied`` or ``ValidationError``.
    """
    if not boleh_mengelola(oleh):
        raise PermissionDenied
    terkunci = TitikSurvei.objects.select_for_update().get(pk=titik.pk)
    _periksa_layanan(terkunci.survei, layanan)
    sebelum = {"nama": terkunci.nama, "layanan": terkunci.layanan_id, "aktif": terkunci.aktif}
    terkunci.nama, terkunci.layanan, terkunci.aktif = " ".join(nama.split()), layanan, aktif
    if pin and terkunci.jenis == JenisTitik.KIOS:
        _periksa_pin(pin)
        terkunci.pin, terkunci.gagal, terkunci.terkunci_sampai = make_password(pin), 0, None
    terkunci.save()
    catat(
        pelaku=oleh,
        aksi="survei.titik.ubah",
        objek=terkunci,
        sebelum=sebelum,
        sesudah={
            "nama": terkunci.nama,
            "layanan": terkunci.layanan_id,
            "aktif": aktif,
            "pin_diganti": bool(pin and terkunci.jenis == JenisTitik.KIOS),
        },
    )
    return terkunci


def survei_terbuka(titik: TitikSurvei) -> Survei | None:
    """The survey that this place collects for today: its own, else the newest open one of its unit and kind; or None.

    A place for one service only takes a survey that covers this service.
    """
    if not titik.aktif:
        return None
    terbuka = Survei.objects.dapat_diisi().filter(
        unit_id=titik.survei.unit_id, instrumen__kode=titik.survei.instrumen.kode
    )
    if titik.layanan_id is not None:
        terbuka = terbuka.filter(layanan=titik.layanan_id)
    if titik.survei.instrumen.jenis == JenisInstrumen.PROGRAM:
        # A sheet that hangs at one programme must not collect for another.
        terbuka = terbuka.filter(pk=titik.survei_id)
    semua = list(terbuka.order_by("-mulai", "pk"))
    return next((satu for satu in semua if satu.pk == titik.survei_id), next(iter(semua), None))


def cocokkan_pin_kios(*, titik: TitikSurvei, pin: str) -> None:
    """Return when the PIN is right. ``ValidationError``: locked, or wrong.

    A transaction of its own, committed before the refusal is raised, so that a wrong try stays counted.
    """
    if alasan := _cocokkan(titik, pin):
        raise ValidationError(alasan)


@transaction.atomic
def _cocokkan(titik: TitikSurvei, pin: str) -> str:
    satu = TitikSurvei.objects.select_for_update().get(pk=titik.pk)
    kini = sekarang()
    if satu.terkunci_sampai is not None and kini < satu.terkunci_sampai:
        return f"Terlalu banyak PIN salah. Coba lagi setelah {format_waktu(satu.terkunci_sampai)}."
    if check_password(pin, satu.pin):
        satu.gagal, satu.terkunci_sampai = 0, None
        satu.save(update_fields=["gagal", "terkunci_sampai"])
        return ""
    satu.gagal += 1
    alasan = f"PIN salah. Sisa percobaan: {GAGAL_MAKS - satu.gagal}."
    if satu.gagal >= GAGAL_MAKS:
        satu.gagal, satu.terkunci_sampai = 0, kini + KUNCI_SELAMA
        alasan = f"PIN salah {GAGAL_MAKS} kali. Coba lagi setelah {format_waktu(satu.terkunci_sampai)}."
        catat(pelaku=None, aksi="survei.titik.pin_terkunci", objek=satu)
    satu.save(update_fields=["gagal", "terkunci_sampai"])
    return alasan
