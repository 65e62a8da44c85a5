"""First-login codes for people without e-mail, and after a forgotten password.

A code has 16 signs of 32 (80 bits) and lives 72 hours: with the limit per network in ``masuk.views`` it cannot be
guessed, so tries are not counted per account, where anybody could use them up. It is shown once; the database has an
HMAC only.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.crypto import constant_time_compare, salted_hmac

from rakumpit.audit.models import catat
from rakumpit.organisasi.models import KodeMasuk, Pengguna
from rakumpit.organisasi.nama_masuk import cari_pengguna
from rakumpit.organisasi.nip import format_nip
from rakumpit.organisasi.permissions import boleh_ubah_jalan_masuk
from rakumpit.organisasi.proses.akun import akhiri_sesi, periksa_pengurus_akun

# Without I, O, 0 and 1, which look alike in print.
HURUF_KODE = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
PANJANG_KODE = 16
UMUR_KODE = timedelta(hours=72)


@dataclass(frozen=True, slots=True)
class KodeCetak:
    """One slip of paper: ``kode`` in groups of four, or "" with the ``alasan`` why there is none."""

    nama: str
    nip: str
    kode: str
    alasan: str = ""


def _sidik(pengguna: Pengguna, kode: str, rahasia: str | bytes) -> str:
    return salted_hmac(
        "rakumpit.organisasi.kode_masuk", f"{pengguna.pk}:{kode}", secret=rahasia, algorithm="sha256"
    ).hexdigest()


def _padat(kode: str) -> str:
    return "".join(huruf for huruf in kode.upper() if huruf.isalnum())


@transaction.atomic
def buat_kode(*, untuk: Pengguna, oleh: Pengguna) -> str:
    """Make a code for ``untuk`` and return it in groups of four; it cannot be shown again.

    Earlier unused codes of the person are void. The old password works until the code is used. ``PermissionDenied``
    unless ``oleh`` may keep this account; ``ValidationError`` for an inactive account.
    """
    untuk = Pengguna.objects.select_for_update().get(pk=untuk.pk)
    periksa_pengurus_akun(untuk=untuk, oleh=oleh)
    if not boleh_ubah_jalan_masuk(oleh, untuk):
        raise PermissionDenied("Kode masuk pegawai dibuat pengelola kinerja, bukan admin teknis.")
    if not untuk.is_active:
        raise ValidationError("Akun ini tidak aktif. Aktifkan dulu sebelum membuat kode.", code="nonaktif")
    batal, _rincian = untuk.kode_masuk.filter(dipakai__isnull=True).delete()
    kode = "".join(secrets.choice(HURUF_KODE) for _ in range(PANJANG_KODE))
    kedaluwarsa = timezone.now() + UMUR_KODE
    KodeMasuk.objects.create(
        pengguna=untuk, sidik=_sidik(untuk, kode, settings.SECRET_KEY), dibuat_oleh=oleh, kedaluwarsa=kedaluwarsa
    )
    catat(
        pelaku=oleh,
        aksi="organisasi.kode.buat",
        objek=untuk,
        sesudah={"berlaku_sampai": kedaluwarsa, "kode_lama_dibatalkan": batal},
    )
    return "-".join(kode[awal : awal + 4] for awal in range(0, PANJANG_KODE, 4))


def buat_kode_cetak(*, untuk: Iterable[Pengguna], oleh: Pengguna) -> list[KodeCetak]:
    """Codes for several accounts, each in its own transaction: one refusal does not take the others' codes away."""
    hasil = []
    for pengguna in untuk:
        nip, kode, alasan = format_nip(pengguna.nip) if pengguna.nip else "", "", ""
        try:
            kode = buat_kode(untuk=pengguna, oleh=oleh)
        except ValidationError as galat:
            alasan = galat.messages[0]
        except PermissionDenied as galat:
            alasan = str(galat)
        hasil.append(KodeCetak(pengguna.nama, nip, kode, alasan))
    return hasil


@transaction.atomic
def pakai_kode(*, nip_atau_email: str, kode: str) -> Pengguna:
    """Use up a code and return its owner, who must now set an own password: the old one is void, sessions end.

    ``ValidationError`` with one and the same text when the account is unknown or inactive or the code is wrong, used or
    older than 72 hours. Of two tries at the same moment one succeeds (the account's row is locked).
    """
    ditolak = ValidationError(
        "Kode tidak berlaku: mungkin salah ketik, sudah dipakai, atau lewat 72 jam. Periksa NIP dan kodenya, atau "
        "minta kode baru kepada pengelola kinerja.",
        code="kode",
    )
    sasaran = cari_pengguna(nip_atau_email)
    if sasaran is None:
        raise ditolak
    pengguna = Pengguna.objects.select_for_update().get(pk=sasaran.pk)
    tersimpan = pengguna.kode_masuk.filter(dipakai__isnull=True).first()
    if not pengguna.is_active or tersimpan is None or not tersimpan.berlaku or not _cocok(tersimpan, kode):
        raise ditolak
    tersimpan.dipakai = timezone.now()
    tersimpan.save(update_fields=["dipakai"])
    pengguna.set_unusable_password()
    pengguna.wajib_ganti_sandi = True
    pengguna.save(update_fields=["password", "wajib_ganti_sandi"])
    pengguna.perangkat.all().delete()
    akhiri_sesi(pengguna=pengguna)
    catat(pelaku=pengguna, aksi="organisasi.kode.pakai", objek=pengguna)
    return pengguna


def _cocok(tersimpan: KodeMasuk, kode: str) -> bool:
    """Compare in constant time, also with the secrets before a change of ``SECRET_KEY``."""
    return any(
        constant_time_compare(tersimpan.sidik, _sidik(tersimpan.pengguna, _padat(kode), rahasia))
        for rahasia in [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    )
