"""Pictures and documents of citizens: checked together, stored with their rows, under names of the office's own."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from contextlib import ExitStack
from uuid import uuid4

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile, File

from forum.models import LampiranDiskusi, LampiranLaporan
from rakumpit.berkas import BerkasDiperiksa, BerkasDitolak, TipeBerkas, baca_berkas, berkas_tersimpan
from rakumpit.waktu import hari_ini


def periksa_lampiran(
    berkas: Sequence[File], *, boleh: Collection[TipeBerkas], terbanyak: int, sebutan: str, tolak: str
) -> list[BerkasDiperiksa]:
    """Files as they are stored: pictures without place, time and owner; the same one once.

    Raises ``ValidationError``: too many (of ``sebutan``), unreadable, or another kind than ``boleh`` (``tolak`` says
    what to do instead).
    """
    if len(berkas) > terbanyak:
        raise ValidationError(f"Paling banyak {terbanyak} {sebutan}.")
    hasil: dict[str, BerkasDiperiksa] = {}
    for satu in berkas:
        try:
            diperiksa = baca_berkas(satu)
        except BerkasDitolak as galat:
            raise ValidationError(str(galat)) from galat
        if diperiksa.tipe not in boleh:
            raise ValidationError(f"{diperiksa.nama}: {tolak}")
        hasil.setdefault(diperiksa.sidik, diperiksa)
    return list(hasil.values())


def simpan_lampiran(
    tumpukan: ExitStack,
    berkas: Sequence[BerkasDiperiksa],
    buat: Callable[[], LampiranLaporan | LampiranDiskusi],
    *,
    sebutan: str,
    ada: Collection[str] = (),
) -> int:
    """Store files with the rows that ``buat`` begins; they go again when what follows inside ``tumpukan`` fails.

    Named «``sebutan`` 1» and so on: the sender's name of a file may name the sender. ``ada``: digests that are stored
    already. Returns how many are new.
    """
    baru = [satu for satu in berkas if satu.sidik not in ada]
    for nomor, satu in enumerate(baru, len(ada) + 1):
        baris = buat()
        baris.judul = f"{sebutan} {nomor}"
        baris.tipe, baris.ukuran, baris.sidik = satu.tipe.value, len(satu.isi), satu.sidik
        baris.pada = hari_ini()
        nama = f"{uuid4()}.{satu.tipe.value}"
        tumpukan.enter_context(berkas_tersimpan(baris.berkas, nama, ContentFile(satu.isi)))
        baris.save()
    return len(baru)
