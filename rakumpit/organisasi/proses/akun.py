"""Changes of accounts. ``PermissionDenied``: not this person; ``ValidationError``: not this input, with the way out."""

from __future__ import annotations

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction

from rakumpit.audit.models import catat
from rakumpit.organisasi.models import Pengguna
from rakumpit.organisasi.nip import NIPTidakSah, baca_nip
from rakumpit.organisasi.permissions import (
    boleh_kelola_akun,
    boleh_reset_faktor,
    boleh_ubah_akun,
    boleh_ubah_jalan_masuk,
)


def periksa_pengurus_akun(*, untuk: Pengguna, oleh: Pengguna) -> None:
    """Raise ``PermissionDenied`` unless ``oleh`` may act on the account ``untuk``.

    The pengelola and the technical admin keep accounts, never their own, and only the technical admin those that keep
    accounts themselves: else a pengelola could take over the admin's.
    """
    if not boleh_kelola_akun(oleh):
        raise PermissionDenied("Hanya pengelola kinerja atau admin teknis yang mengurus akun.")
    if untuk.pk == oleh.pk:
        raise PermissionDenied("Akun sendiri tidak dapat diurus sendiri. Minta pengelola atau admin lain.")
    if not boleh_ubah_akun(oleh, untuk):
        raise PermissionDenied("Akun admin dan pengelola hanya dapat diurus oleh admin teknis.")


def akhiri_sesi(*, pengguna: Pengguna, sesi_tetap: str | None = None) -> int:
    """End all sessions of an account, but not the one with the key ``sesi_tetap``; returns how many ended."""
    sesi = UserSession.objects.filter(user=pengguna).exclude(session_key=sesi_tetap or "")
    kunci = list(sesi.values_list("session_key", flat=True))
    Session.objects.filter(session_key__in=kunci).delete()
    sesi.delete()
    return len(kunci)


@transaction.atomic
def ganti_sandi(*, pengguna: Pengguna, sandi: str, sesi_tetap: str | None) -> None:
    """Set the password that the person chose, and end the sessions that knew the old one.

    ``sesi_tetap`` is the person's own session; None when the password was reset by the mailed link.
    """
    pengguna.set_password(sandi)
    pengguna.wajib_ganti_sandi = False
    pengguna.save(update_fields=["password", "wajib_ganti_sandi"])
    akhiri_sesi(pengguna=pengguna, sesi_tetap=sesi_tetap)
    cara = "diganti sendiri setelah masuk" if sesi_tetap else "diatur ulang lewat tautan email"
    catat(pelaku=pengguna, aksi="organisasi.akun.ganti_sandi", objek=pengguna, keterangan=cara)


@transaction.atomic
def atur_terima_pengingat(*, pengguna: Pengguna, nyala: bool) -> None:
    """Switch the own reminders of closing days; nothing is written when they are so already."""
    kini = Pengguna.objects.select_for_update(of=("self",)).get(pk=pengguna.pk)
    if kini.terima_pengingat == nyala:
        return
    kini.terima_pengingat = nyala
    kini.save(update_fields=["terima_pengingat"])
    catat(
        pelaku=kini,
        aksi="organisasi.akun.pengingat",
        objek=kini,
        sebelum={"terima_pengingat": not nyala},
        sesudah={"terima_pengingat": nyala},
    )


@transaction.atomic
def nonaktifkan(*, untuk: Pengguna, oleh: Pengguna, alasan: str) -> None:
    """Switch an account off: no new sign-in, all sessions end, an unused code is void. History stays."""
    untuk = Pengguna.objects.select_for_update().get(pk=untuk.pk)
    periksa_pengurus_akun(untuk=untuk, oleh=oleh)
    alasan = _alasan(alasan)
    if not untuk.is_active:
        raise ValidationError("Akun ini sudah tidak aktif.", code="sudah")
    untuk.is_active = False
    untuk.save(update_fields=["is_active"])
    untuk.kode_masuk.filter(dipakai__isnull=True).delete()
    akhiri_sesi(pengguna=untuk)
    catat(pelaku=oleh, aksi="organisasi.akun.nonaktifkan", objek=untuk, keterangan=alasan)


@transaction.atomic
def aktifkan(*, untuk: Pengguna, oleh: Pengguna, alasan: str) -> None:
    """Switch an account on again."""
    untuk = Pengguna.objects.select_for_update().get(pk=untuk.pk)
    periksa_pengurus_akun(untuk=untuk, oleh=oleh)
    alasan = _alasan(alasan)
    if untuk.is_active:
        raise ValidationError("Akun ini sudah aktif.", code="sudah")
    untuk.is_active = True
    untuk.save(update_fields=["is_active"])
    catat(pelaku=oleh, aksi="organisasi.akun.aktifkan", objek=untuk, keterangan=alasan)


@transaction.atomic
def reset_faktor_kedua(*, untuk: Pengguna, oleh: Pengguna, alasan: str) -> None:
    """Remove a lost second factor; the next sign-in asks for a new one where the role needs it.

    Only the technical admin: the pengelola hands out codes and keeps the addresses, so that one person cannot take away
    both factors of an official and rate in his name.
    """
    untuk = Pengguna.objects.select_for_update().get(pk=untuk.pk)
    periksa_pengurus_akun(untuk=untuk, oleh=oleh)
    if not boleh_reset_faktor(oleh, untuk):
        raise PermissionDenied("Faktor kedua hanya dapat diatur ulang oleh admin teknis.")
    alasan = _alasan(alasan)
    jumlah, _rincian = Authenticator.objects.filter(user=untuk).delete()
    if not jumlah:
        raise ValidationError("Akun ini belum mempunyai faktor kedua.", code="tidak_ada")
    akhiri_sesi(pengguna=untuk)
    catat(pelaku=oleh, aksi="organisasi.akun.reset_faktor_kedua", objek=untuk, keterangan=alasan)


@transaction.atomic
def ganti_nip(*, pengguna: Pengguna, nip_baru: str, oleh: Pengguna) -> None:
    """Correct the NIP of an account; person and history stay the same, the old NIP stands in the audit.

    ``ValidationError`` when the text is no NIP or another account has it.
    """
    pengguna_kini = Pengguna.objects.select_for_update().get(pk=pengguna.pk)
    if not boleh_ubah_jalan_masuk(oleh, pengguna_kini):
        raise PermissionDenied(
            "NIP pegawai diperbaiki pengelola kinerja, NIP admin dan pengelola oleh admin teknis lain."
        )
    try:
        nip = baca_nip(nip_baru).nip
    except NIPTidakSah as galat:
        raise ValidationError(str(galat), code=galat.alasan) from galat
    lama = pengguna_kini.nip
    if nip == lama:
        raise ValidationError("NIP baru sama dengan NIP yang sekarang.", code="sama")
    pengguna_kini.nip = nip
    try:
        with transaction.atomic():
            pengguna_kini.save(update_fields=["nip"])
    except IntegrityError as galat:
        raise ValidationError(
            "NIP ini sudah dipakai akun lain. Periksa digitnya; bila orangnya sama, gabungkan lewat admin teknis.",
            code="bentrok",
        ) from galat
    pengguna.nip = nip
    catat(
        pelaku=oleh,
        aksi="organisasi.akun.ganti_nip",
        objek=pengguna_kini,
        sebelum={"nip": lama},
        sesudah={"nip": nip},
    )


def _alasan(teks: str) -> str:
    if not teks.strip():
        raise ValidationError("Tulis alasannya, misalnya «telepon hilang».", code="alasan")
    return teks.strip()
