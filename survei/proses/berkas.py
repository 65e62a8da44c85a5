"""Files behind follow-ups and letters: checked by ``rakumpit.berkas``, stored with their row or not at all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING
from uuid import uuid4

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.base import ContentFile, File
from django.db import transaction

from rakumpit.audit.models import catat
from rakumpit.berkas import BerkasDiperiksa, BerkasDitolak, TipeBerkas, baca_berkas, berkas_tersimpan, bersihkan_yatim
from rakumpit.waktu import hari_ini
from survei.models import BerkasTindakLanjut, Pelaporan, TindakLanjut
from survei.permissions import boleh_mengerjakan
from survei.proses.alasan import wajib_ditulis

if TYPE_CHECKING:
    from django.db.models.fields.files import FieldFile

    from rakumpit.organisasi.models import Pengguna

BERKAS_TERBANYAK = 5
_PINDAIAN = frozenset({TipeBerkas.PDF, TipeBerkas.JPG, TipeBerkas.PNG})


def periksa_berkas(berkas: Sequence[File]) -> list[BerkasDiperiksa]:
    """The files as they are stored, the same bytes once. ``ValidationError`` names the file."""
    if len(berkas) > BERKAS_TERBANYAK:
        kalimat = f"Paling banyak {BERKAS_TERBANYAK} berkas. Gabungkan beberapa lembar menjadi satu PDF."
        raise ValidationError({"berkas": kalimat})
    hasil: dict[str, BerkasDiperiksa] = {}
    for satu in berkas:
        try:
            diperiksa = baca_berkas(satu)
        except BerkasDitolak as galat:
            raise ValidationError({"berkas": str(galat)}) from galat
        hasil.setdefault(diperiksa.sidik, diperiksa)
    return list(hasil.values())


@contextmanager
def simpan_berkas(tindak: TindakLanjut, berkas: BerkasDiperiksa, oleh: Pengguna) -> Iterator[None]:
    """Store one file with its row; both go again when what follows fails."""
    baris = BerkasTindakLanjut(
        tindak=tindak,
        judul=berkas.nama[-200:],
        tipe=berkas.tipe.value,
        ukuran=len(berkas.isi),
        sidik=berkas.sidik,
        diunggah_oleh=oleh,
        diunggah_pada=hari_ini(),
    )
    with berkas_tersimpan(baris.berkas, f"{uuid4()}.{berkas.tipe.value}", ContentFile(berkas.isi)):
        baris.save()
        catat(
            pelaku=oleh,
            aksi="survei.tindaklanjut.berkas",
            objek=tindak,
            sesudah={"judul": baris.judul, "sidik": baris.sidik},
        )
        yield


@transaction.atomic
def batalkan_berkas(*, berkas: BerkasTindakLanjut, alasan: str, oleh: Pengguna) -> None:
    """Void a file with a reason: nobody downloads it any more. Raises ``PermissionDenied`` or ``ValidationError``."""
    kini = BerkasTindakLanjut.objects.select_for_update(of=("self",)).select_related("tindak").get(pk=berkas.pk)
    if not boleh_mengerjakan(oleh, kini.tindak):
        raise PermissionDenied
    alasan = wajib_ditulis(alasan)
    if kini.alasan_batal:
        raise ValidationError("Berkas ini sudah dibatalkan.")
    kini.dibatalkan_oleh, kini.alasan_batal = oleh, alasan
    kini.save(update_fields=["dibatalkan_oleh", "alasan_batal"])
    sebelum = {"judul": kini.judul, "sidik": kini.sidik}
    catat(pelaku=oleh, aksi="survei.tindaklanjut.berkas_batal", objek=kini.tindak, sebelum=sebelum, keterangan=alasan)


@contextmanager
def pindaian_tersimpan(medan: FieldFile, berkas: File | None) -> Iterator[None]:
    """Store the scan of a letter in ``medan`` for what is written inside; without a file nothing is stored.

    ``ValidationError``: not a PDF, JPG or PNG, too large, or broken.
    """
    if berkas is None:
        yield
        return
    (satu,) = periksa_berkas([berkas])
    if satu.tipe not in _PINDAIAN:
        raise ValidationError(f"{satu.nama}: pindaian surat harus PDF, JPG, atau PNG.")
    with berkas_tersimpan(medan, f"{uuid4()}.{satu.tipe.value}", ContentFile(satu.isi)):
        yield


def bersihkan_berkas_yatim() -> int:
    """Remove stored files that no row names, of machines that stopped between file and row; returns how many."""
    dipakai = {
        "tindak-lanjut": set(BerkasTindakLanjut.objects.values_list("berkas", flat=True)),
        "pelaporan": set(Pelaporan.objects.exclude(surat="").values_list("surat", flat=True)),
    }
    return sum(bersihkan_yatim(folder, dikenal) for folder, dikenal in dipakai.items())
