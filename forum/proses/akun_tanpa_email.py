"""Accounts of citizens without an address: a name and a password, and a code that lets one in again.

The code has 112 bits and is derived from the form and the secret of this installation, as the links of people without
an account are; the database holds its digest only.
"""

from __future__ import annotations

from uuid import UUID, uuid4

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.crypto import constant_time_compare, salted_hmac

from forum.models import KodePulih
from forum.perhitungan.kunci import PANJANG_KUNCI, baca_kunci, sidik_kunci
from forum.proses.akun_warga import nama_tampilan
from rakumpit.audit.models import catat
from rakumpit.dokumen.kode import ABJAD, tampil_kode
from rakumpit.organisasi.models import Pengguna
from rakumpit.organisasi.nama_masuk import cari_pengguna
from rakumpit.organisasi.proses import akhiri_sesi

TIDAK_COCOK = "Nama dan kode itu tidak cocok. Periksa keduanya."


def _kode(kiriman: UUID) -> str:
    """The code that belongs to a form, in groups of four."""
    angka = int(salted_hmac("forum.kode_pulih", kiriman.hex, algorithm="sha256").hexdigest(), 16)
    huruf = []
    for _ in range(PANJANG_KUNCI):
        angka, sisa = divmod(angka, len(ABJAD))
        huruf.append(ABJAD[sisa])
    return tampil_kode("".join(huruf))


def buat_akun_nama(*, kiriman: UUID, nama: str, sandi: str) -> str:
    """Make the account; returns the code to show. The same form again, with its password, gives the same code.

    ``ValidationError`` names the field.
    """
    if not _sudah_dibuat(kiriman, sandi):
        try:
            _buat(kiriman, nama, sandi)
        except ValidationError:
            # The name may be taken by this very form, sent a moment before.
            if not _sudah_dibuat(kiriman, sandi):
                raise
    return _kode(kiriman)


def _sudah_dibuat(kiriman: UUID, sandi: str) -> bool:
    """Whether this form made an account before; ``ValidationError`` when its password was another."""
    ada = KodePulih.objects.select_related("pengguna").filter(kiriman=kiriman).first()
    if ada is not None and not ada.pengguna.check_password(sandi):
        raise ValidationError("Akun dari halaman ini sudah dibuat. Silakan masuk.")
    return ada is not None


def _buat(kiriman: UUID, nama: str, sandi: str) -> None:
    nama = nama_tampilan(nama)
    calon = Pengguna(nama=nama, warga=True)
    _periksa_sandi(sandi, calon)
    calon.set_password(sandi)
    try:
        with transaction.atomic():
            calon.save()
            _simpan_kode(calon, kiriman)
            catat(pelaku=calon, aksi="forum.akun.buat", objek=calon, keterangan="tanpa email")
    except IntegrityError:
        raise ValidationError({"nama": "Nama ini baru saja dipakai. Pilih nama lain."}) from None


def _simpan_kode(pengguna: Pengguna, kiriman: UUID) -> None:
    KodePulih.objects.update_or_create(
        pengguna=pengguna, defaults={"kiriman": kiriman, "sidik": sidik_kunci(baca_kunci(_kode(kiriman)))}
    )


def _periksa_sandi(sandi: str, pengguna: Pengguna) -> None:
    try:
        validate_password(sandi, pengguna)
    except ValidationError as galat:
        raise ValidationError({"sandi": galat.messages}) from galat


def pulihkan_akun(*, nama: str, kode: str, sandi: str) -> str:
    """A new password by name and code: other sessions end, the code is used up, the new one is returned.

    ``ValidationError``: the same sentence for an unknown name and for a wrong code.
    """
    sidik = sidik_kunci(baca_kunci(kode))
    pengguna = cari_pengguna(nama)
    kunci = KodePulih.objects.filter(pengguna=pengguna).first() if pengguna is not None else None
    if pengguna is None or kunci is None or not constant_time_compare(kunci.sidik, sidik):
        raise ValidationError(TIDAK_COCOK)
    _periksa_sandi(sandi, pengguna)
    with transaction.atomic():
        baris = Pengguna.objects.select_for_update(of=("self",)).get(pk=pengguna.pk)
        # Used by another window meanwhile?
        if not baris.is_active or not KodePulih.objects.filter(pengguna=baris, sidik=sidik).exists():
            raise ValidationError(TIDAK_COCOK)
        baris.set_password(sandi)
        baris.save(update_fields=["password"])
        akhiri_sesi(pengguna=baris)
        kiriman = uuid4()
        _simpan_kode(baris, kiriman)
        catat(pelaku=baris, aksi="forum.akun.pulihkan", objek=baris)
    return _kode(kiriman)
