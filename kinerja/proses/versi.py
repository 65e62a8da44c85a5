"""Rows that two people may have open at once: nobody saves over what he has not seen."""

from __future__ import annotations

from django.utils import timezone

from kinerja.models.perjanjian import BarisBerversi
from kinerja.proses.galat import KonflikVersi, ProsesDitolak
from rakumpit.audit.models import CatatanAudit
from rakumpit.model_dasar import ModelBerkode
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


def konflik_menurut_audit(baris: ModelBerkode, *aksi: str, medan: str = "") -> KonflikVersi:
    """The refusal that names who changed a row last, from its audit entries (those of ``aksi``, all without any).

    For rows that keep no name of their own. ``medan``: who changed this field last.
    """
    jejak = CatatanAudit.objects.filter(objek_jenis=baris._meta.label_lower, objek_id=str(baris.uuid))
    if aksi:
        jejak = jejak.filter(aksi__in=aksi)
    if medan:
        jejak = jejak.filter(nilai__sesudah__has_key=medan)
    akhir = jejak.select_related("pelaku").order_by("-pk").first()
    if akhir is None:
        # Nobody has changed it: the form came without the version that it was opened with.
        return KonflikVersi(oleh="sistem", pada=timezone.now())
    return KonflikVersi(oleh=str(akhir.pelaku or "sistem"), pada=akhir.waktu)
