"""Rows that two people may have open at once: nobody saves over what he has not seen."""

from __future__ import annotations

from django.utils import timezone

from kinerja.models.perjanjian import BarisBerversi
from kinerja.proses.galat import KonflikVersi, ProsesDitolak
from rakumpit.organisasi.models import Pengguna


def tandai_simpan(baris: BarisBerversi, oleh: Pengguna, versi: int) -> None:
    """Count one more save. KonflikVersi: ``versi``, the one of the opened form, is no longer the stored one."""
    if baris.pk is not None:
        lama = type(baris)._default_manager.select_related("diubah_oleh").filter(pk=baris.pk).first()
        if lama is None:
            raise ProsesDitolak("Baris ini sudah dihapus. Kembali ke halamannya, lalu tambahkan lagi bila perlu.")
        if lama.versi != versi:
            raise KonflikVersi(oleh=str(lama.diubah_oleh or "sistem"), pada=lama.diubah)
        baris.versi = lama.versi + 1
    baris.diubah_oleh, baris.diubah = oleh, timezone.now()
