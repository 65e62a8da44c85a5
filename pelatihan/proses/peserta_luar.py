"""Guests of an event: their seats are given back as those of the staff are."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from pelatihan.models import PesertaLuar
from pelatihan.permissions.kegiatan import boleh_menyusun
from pelatihan.proses.galat import ProsesDitolak, wajib_diisi
from pelatihan.proses.kursi import kunci_kegiatan, naikkan
from pelatihan.ringkasan.pendaftaran import dapat_batal, jadwal
from rakumpit.audit.models import catat
from rakumpit.organisasi.models import Pengguna


@transaction.atomic
def batalkan_peserta_luar(*, peserta: PesertaLuar, oleh: Pengguna, alasan: str) -> None:
    """Take a guest off the list until the event begins, with a reason; the seat goes to who waits. Once."""
    kegiatan = kunci_kegiatan(peserta.kegiatan_id)
    baris: PesertaLuar = PesertaLuar.objects.select_for_update(of=("self",)).get(pk=peserta.pk)
    if not boleh_menyusun(oleh, kegiatan.unit_id):
        raise ProsesDitolak("Peserta luar dibatalkan pengelola atau pemimpin unit penyelenggara.")
    if baris.dibatalkan_pada is not None:
        return
    if not dapat_batal(kegiatan, jadwal(kegiatan)):
        raise ProsesDitolak("Kegiatan ini sudah dimulai, jadi daftar pesertanya tidak dapat diubah lagi.")
    baris.alasan_batal = wajib_diisi(alasan, "Tulis alasan membatalkan peserta ini.")
    baris.dibatalkan_pada = timezone.now()
    baris.save(update_fields=["alasan_batal", "dibatalkan_pada"])
    catat(pelaku=oleh, aksi="pelatihan.peserta_luar.batal", objek=baris, keterangan=baris.alasan_batal)
    naikkan(kegiatan)
