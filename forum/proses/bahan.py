"""Materials of the agenda: put with an item and taken off again before the session begins."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile, File
from django.db import transaction

from forum.models import AgendaItem, BahanAcara
from forum.perhitungan.sesi import PERSIAPAN
from forum.permissions.sesi import boleh_menyelenggarakan
from forum.proses.agenda import kunci_sesi
from forum.proses.lampiran import periksa_lampiran
from rakumpit.audit.models import catat
from rakumpit.berkas import BerkasDiperiksa, TipeBerkas, berkas_tersimpan
from rakumpit.waktu import hari_ini

if TYPE_CHECKING:
    from rakumpit.organisasi.models import Pengguna

# Of one item: read on a phone before the meeting, so few and chosen; loose sheets go into one PDF.
BAHAN_TERBANYAK = 5
_TIPE = frozenset({TipeBerkas.PDF, TipeBerkas.JPG, TipeBerkas.PNG})
_MULAI = "Sesi sudah dimulai atau dibatalkan, jadi bahannya tetap."


def tambah_bahan(*, acara: AgendaItem, oleh: Pengguna, kode: UUID, judul: str, berkas: File) -> BahanAcara:
    """One more file; without ``judul`` it is called as the sender called it. ``kode`` is made by the form: sent twice,
    stored once. ``ValidationError``: kind, size, the same file again, too many, or the session has begun."""
    diperiksa = _periksa(berkas)
    with ExitStack() as tersimpan, transaction.atomic():
        sesi = kunci_sesi(acara.sesi, oleh, boleh_menyelenggarakan, PERSIAPAN, _MULAI)
        ada = BahanAcara.objects.filter(uuid=kode).first()
        if ada is not None:
            if ada.acara_id != acara.pk:
                raise ValidationError("Formulir ini sudah dipakai. Muat ulang halaman, lalu isi lagi.")
            return ada
        if not sesi.agenda.filter(pk=acara.pk).exists():
            raise ValidationError("Acara ini sudah dihapus dari susunan. Pilih acara lain di halaman sesi.")
        _periksa_tempat(acara, diperiksa)
        baris = BahanAcara(
            uuid=kode,
            acara=acara,
            judul=" ".join(judul.split()) or diperiksa.nama.removesuffix(f".{diperiksa.tipe.value}"),
            tipe=diperiksa.tipe.value,
            ukuran=len(diperiksa.isi),
            sidik=diperiksa.sidik,
            diunggah_oleh=oleh,
            diunggah_pada=hari_ini(),
        )
        nama = f"{uuid4()}.{diperiksa.tipe.value}"
        tersimpan.enter_context(berkas_tersimpan(baris.berkas, nama, ContentFile(diperiksa.isi)))
        baris.save()
        catat(
            pelaku=oleh,
            aksi="forum.bahan.tambah",
            objek=baris,
            sesudah={"acara": acara.pk, "judul": baris.judul, "sidik": baris.sidik},
        )
    return baris


@transaction.atomic
def hapus_bahan(*, bahan: BahanAcara, oleh: Pengguna) -> None:
    """Take a file off a session that has not begun. It is gone for good, as it may hold what should not have been
    handed out; its name and digest stay in the audit."""
    kunci_sesi(bahan.acara.sesi, oleh, boleh_menyelenggarakan, PERSIAPAN, _MULAI)
    baris = BahanAcara.objects.filter(pk=bahan.pk).first()
    if baris is None:  # pressed twice
        return
    catat(
        pelaku=oleh,
        aksi="forum.bahan.hapus",
        objek=baris,
        sebelum={"acara": baris.acara_id, "judul": baris.judul, "sidik": baris.sidik},
    )
    medan = baris.berkas
    baris.delete()
    # Where the storage fails now, the nightly sweep takes the file.
    transaction.on_commit(lambda: medan.delete(save=False), robust=True)


def _periksa(berkas: File) -> BerkasDiperiksa:
    """The file as it is stored."""
    try:
        (satu,) = periksa_lampiran(
            [berkas], boleh=_TIPE, terbanyak=1, sebutan="berkas", tolak="bahan acara harus PDF, JPG, atau PNG."
        )
    except ValidationError as galat:
        raise ValidationError({"berkas": galat.messages}) from galat
    return satu


def _periksa_tempat(acara: AgendaItem, berkas: BerkasDiperiksa) -> None:
    """Call it with the session locked."""
    ada = dict(acara.bahan.values_list("sidik", "judul"))
    if berkas.sidik in ada:
        raise ValidationError({"berkas": f"Berkas ini sudah ada pada acara ini, bernama «{ada[berkas.sidik]}»."})
    if len(ada) >= BAHAN_TERBANYAK:
        raise ValidationError(
            {"berkas": f"Paling banyak {BAHAN_TERBANYAK} bahan untuk satu acara. Gabungkan menjadi satu PDF."}
        )
