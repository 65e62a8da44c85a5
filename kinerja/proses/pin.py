"""The PIN of a person: setting it, and matching it with a limit on guessing.

Only the owner sets it, signed in with the own password: whoever sets a PIN knows it, so nobody does it for somebody
else, the pengelola included. Who cannot sign in confirms on paper.
"""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise

from django.contrib.auth.hashers import check_password, make_password
from django.db import transaction
from django.utils import timezone

from kinerja.models import PinPegawai
from kinerja.proses.galat import ProsesDitolak
from rakumpit.audit.models import catat
from rakumpit.organisasi.models import Pegawai, Pengguna
from rakumpit.waktu import format_waktu

PANJANG_PIN = 6
# A million PINs: at five tries a quarter of an hour, a guesser needs a year for one chance in six.
GAGAL_MAKS = 5
KUNCI_SELAMA = timedelta(minutes=15)


@transaction.atomic
def pasang_pin(*, pegawai: Pegawai, oleh: Pengguna, pin: str) -> PinPegawai:
    """Set or replace the own PIN. ProsesDitolak: of somebody else, or one that is guessed first."""
    if pegawai.pengguna_id != oleh.pk:
        raise ProsesDitolak("PIN hanya dipasang oleh pemiliknya sendiri.")
    if len(pin) != PANJANG_PIN or not (pin.isascii() and pin.isdigit()):
        raise ProsesDitolak(f"PIN terdiri dari {PANJANG_PIN} angka.")
    if _mudah_ditebak(pin, pegawai):
        raise ProsesDitolak("PIN ini mudah ditebak. Jangan pakai angka berurutan, angka kembar, atau tanggal lahir.")
    satu, _baru = PinPegawai.objects.update_or_create(
        pegawai=pegawai,
        defaults={"sandi": make_password(pin), "gagal": 0, "terkunci_sampai": None, "diubah_pada": timezone.now()},
    )
    catat(pelaku=oleh, aksi="kinerja.pin.pasang", objek=satu)
    return satu


def _mudah_ditebak(pin: str, pegawai: Pegawai) -> bool:
    langkah = {(int(kini) - int(lalu)) % 10 for lalu, kini in pairwise(pin)}
    lahir = pegawai.tanggal_lahir
    tanggal = {f"{lahir:%d%m%y}", f"{lahir:%y%m%d}", f"{lahir:%Y%m}", f"{lahir:%m%Y}"} if lahir else set()
    return langkah <= {0} or langkah in ({1}, {9}) or pin in tanggal or pin[:3] == pin[3:]


def cocokkan_pin(*, pegawai: Pegawai, pin: str, oleh: Pengguna) -> None:
    """Return when the PIN is right. ProsesDitolak: no PIN, locked, or wrong.

    A transaction of its own, committed before the refusal is raised, so that a wrong try stays counted.
    """
    if alasan := _cocokkan(pegawai, pin, oleh):
        raise ProsesDitolak(alasan)


@transaction.atomic
def _cocokkan(pegawai: Pegawai, pin: str, oleh: Pengguna) -> str:
    satu = PinPegawai.objects.select_for_update().filter(pegawai=pegawai).first()
    if satu is None:
        return f"{pegawai} belum memasang PIN. Pasang di halaman Akun saya, atau sahkan dengan tanda tangan di kertas."
    kini = timezone.now()
    if satu.terkunci_sampai is not None and kini < satu.terkunci_sampai:
        return f"Terlalu banyak PIN salah. Coba lagi setelah {format_waktu(satu.terkunci_sampai)}."
    if check_password(pin, satu.sandi):
        if satu.gagal or satu.terkunci_sampai is not None:
            satu.gagal, satu.terkunci_sampai = 0, None
            satu.save(update_fields=["gagal", "terkunci_sampai"])
        return ""
    satu.gagal += 1
    alasan = f"PIN salah. Sisa percobaan: {GAGAL_MAKS - satu.gagal}."
    if satu.gagal >= GAGAL_MAKS:
        satu.gagal, satu.terkunci_sampai = 0, kini + KUNCI_SELAMA
        alasan = f"PIN salah {GAGAL_MAKS} kali. Coba lagi setelah {format_waktu(satu.terkunci_sampai)}."
    satu.save(update_fields=["gagal", "terkunci_sampai"])
    catat(pelaku=oleh, aksi="kinerja.pin.salah", objek=satu)
    return alasan
