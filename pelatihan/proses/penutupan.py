"""What an event leaves behind when it is finished: results of its participants, certificates with hours, follow-up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import F

from pelatihan.models import Pendaftaran
from pelatihan.perhitungan.kegiatan import StatusPendaftaran
from pelatihan.proses.sertifikat_kegiatan import terbitkan_sertifikat
from pelatihan.proses.sesudah import siapkan_evaluasi
from pelatihan.ringkasan.peserta import HasilPeserta, hasil_peserta

if TYPE_CHECKING:
    from pelatihan.models import Kegiatan
    from rakumpit.organisasi.models import Pengguna


@transaction.atomic
def tutup_kegiatan(*, kegiatan: Kegiatan, oleh: Pengguna) -> None:
    """Call it in the transaction that finishes the event, after its state; the event is locked by the caller.

    ProsesDitolak as ``terbitkan_sertifikat``: then the event stays where it was.
    """
    hasil = hasil_peserta(kegiatan).values()
    if any(satu.diakui for satu in hasil):
        terbitkan_sertifikat(kegiatan=kegiatan, oleh=oleh)
    menurut: dict[StatusPendaftaran, list[int]] = {}
    for satu in hasil:
        menurut.setdefault(_akhir(satu), []).append(satu.pendaftaran_id)
    for status, kunci in menurut.items():
        Pendaftaran.objects.filter(pk__in=kunci).update(status=status.value, versi=F("versi") + 1)
    siapkan_evaluasi(kegiatan)


def _akhir(hasil: HasilPeserta) -> StatusPendaftaran:
    if hasil.diakui:
        return StatusPendaftaran.LULUS
    return StatusPendaftaran.HADIR if hasil.porsi.hadir else StatusPendaftaran.TIDAK_HADIR
