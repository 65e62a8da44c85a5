"""Accounts of citizens: asked for by address, made by who can read its mail, deleted by their owner."""

from __future__ import annotations

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.core import signing
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.mail import send_mail
from django.core.validators import validate_email
from django.db import IntegrityError, transaction
from django.urls import reverse

from forum.models import Dukungan, KodePulih, LanggananDiskusi
from forum.perhitungan.diskusi import galat_nama, rapikan_nama
from rakumpit.antrean.models import antrekan
from rakumpit.audit.models import catat
from rakumpit.organisasi.models import Pengguna
from rakumpit.organisasi.proses import akhiri_sesi
from rakumpit.waktu import sekarang

NAMA_TERHAPUS = "Akun dihapus"
UMUR_TAUTAN = 24 * 3600
_GARAM = "forum.akun.konfirmasi"


def _surel(email: str) -> str:
    email = email.strip().lower()
    validate_email(email)
    return email


def nama_tampilan(nama: str) -> str:
    """A display name in one spelling. ``ValidationError`` for one that is not fit or in use."""
    nama = rapikan_nama(nama)
    if galat := galat_nama(nama):
        raise ValidationError({"nama": galat})
    if Pengguna.objects.filter(warga=True, is_active=True, nama__iexact=nama).exists():
        raise ValidationError({"nama": "Nama ini sudah dipakai. Pilih nama lain."})
    return nama


@transaction.atomic
def minta_akun(*, email: str, nama: str) -> None:
    """Ask for an account: nothing is stored, a mail goes to the address with the link that makes it.

    Whether the address has an account already is told by that mail alone, never on the page. The password is chosen
    behind the link, so that nobody can put his own on somebody else's address.
    """
    nama = nama_tampilan(nama)
    tanda = signing.dumps({"email": _surel(email), "nama": nama}, salt=_GARAM)
    antrekan(tugas="forum.tasks.surat_akun", kunci=tanda[-100:], tanda=tanda)


def kirim_surat_akun(*, tanda: str) -> None:
    """Send the mail of a request: the link, or, where the address has an account, a word about that."""
    isi = baca_tanda(tanda)
    if isi is None:
        return
    email, _nama_dipilih = isi
    if Pengguna.objects.filter(email=email).exists():
        judul = "Anda sudah punya akun"
        teks = (
            "Seseorang, mungkin Anda, meminta akun forum untuk alamat ini. Alamat ini sudah punya akun.\n\n"
            f"Masuk: {settings.ALAMAT_PUBLIK}{reverse('account_login')}\n"
            f"Lupa kata sandi: {settings.ALAMAT_PUBLIK}{reverse('account_reset_password')}\n"
        )
    else:
        judul = "Selesaikan akun forum Anda"
        teks = (
            "Buka tautan ini dalam 24 jam, lalu buat kata sandi Anda:\n\n"
            f"{settings.ALAMAT_PUBLIK}{reverse('forum:warga_konfirmasi', args=[tanda])}\n\n"
            "Bukan Anda yang meminta? Abaikan surat ini. Tidak ada akun yang dibuat.\n"
        )
    send_mail(judul, teks, None, [email])


def baca_tanda(tanda: str) -> tuple[str, str] | None:
    """Address and display name of a link; None when it is not ours or too old."""
    try:
        isi = signing.loads(tanda, salt=_GARAM, max_age=UMUR_TAUTAN)
    except signing.BadSignature:
        return None
    return isi["email"], isi["nama"]


@transaction.atomic
def buat_akun(*, tanda: str, nama: str, sandi: str) -> Pengguna:
    """Make the account of a mailed link; the address is so verified. ``ValidationError`` names the field."""
    isi = baca_tanda(tanda)
    if isi is None:
        raise ValidationError("Tautan ini sudah tidak berlaku. Minta tautan baru.")
    email, _lama = isi
    # Before the name, which a second press of the same page would find taken by its own account.
    if Pengguna.objects.filter(email=email).exists():
        raise ValidationError("Akun ini sudah dibuat. Silakan masuk.")
    nama = nama_tampilan(nama)
    calon = Pengguna(email=email, nama=nama, warga=True)
    try:
        validate_password(sandi, calon)
    except ValidationError as galat:
        raise ValidationError({"sandi": galat.messages}) from galat
    calon.set_password(sandi)
    try:
        with transaction.atomic():
            calon.save()
    except IntegrityError:
        # The same link or the same name at the same moment.
        raise ValidationError("Alamat atau nama ini baru saja dipakai. Coba masuk, atau pilih nama lain.") from None
    catat(pelaku=calon, aksi="forum.akun.buat", objek=calon)
    return calon


@transaction.atomic
def hapus_akun(*, oleh: Pengguna, sandi: str) -> None:
    """Delete the own account: address, name and password go; posts stay as «Akun dihapus»; support counts no more."""
    baris = Pengguna.objects.select_for_update(of=("self",)).get(pk=oleh.pk)
    if not baris.warga or not baris.is_active:
        raise PermissionDenied
    if not baris.check_password(sandi):
        raise ValidationError({"sandi": "Kata sandi tidak cocok."})
    _kosongkan(baris)
    akhiri_sesi(pengguna=baris)


def yang_terhapus() -> list[str]:
    """Codes of the accounts that their owners have deleted, for the list that outlives a restore."""
    terhapus = Pengguna.objects.filter(warga=True, is_active=False, nama=NAMA_TERHAPUS)
    return [str(satu) for satu in terhapus.order_by().values_list("uuid", flat=True)]


@transaction.atomic
def hapus_lagi(kode: str) -> bool:
    """Delete once more an account that a restore has brought back; False when there is nothing left to delete."""
    baris = Pengguna.objects.select_for_update(of=("self",)).filter(uuid=kode, warga=True).first()
    if baris is None or (baris.nama == NAMA_TERHAPUS and not baris.is_active):
        return False
    _kosongkan(baris)
    return True


def _kosongkan(baris: Pengguna) -> None:
    """Take everything that leads to the person from a locked account."""
    kini = sekarang()
    baris.nama, baris.email, baris.is_active = NAMA_TERHAPUS, None, False
    baris.set_unusable_password()
    baris.save(update_fields=["nama", "email", "is_active", "password"])
    LanggananDiskusi.objects.filter(pengguna=baris, berhenti_pada__isnull=True).update(berhenti_pada=kini)
    Dukungan.objects.filter(pengguna=baris, dicabut_pada__isnull=True).update(dicabut_pada=kini)
    Authenticator.objects.filter(user=baris).delete()
    EmailAddress.objects.filter(user=baris).delete()
    KodePulih.objects.filter(pengguna=baris).delete()
    catat(pelaku=baris, aksi="forum.akun.hapus", objek=baris)
