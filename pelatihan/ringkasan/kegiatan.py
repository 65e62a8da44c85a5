"""What is read of training events."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, Q

from pelatihan.models import Kegiatan
from pelatihan.perhitungan.kegiatan import BERKURSI, StatusPendaftaran


@dataclass(frozen=True, slots=True)
class JumlahPeserta:
    """Seats of an event. ``kursi`` None: no limit."""

    terisi: int
    menunggu: int
    kursi: int | None

    @property
    def sisa(self) -> int | None:
        return None if self.kursi is None else max(0, self.kursi - self.terisi)


def jumlah_peserta(kegiatan: Kegiatan) -> JumlahPeserta:
    """Seats taken and people who wait; one query."""
    hasil = kegiatan.pendaftaran.aggregate(
        terisi=Count("pk", filter=Q(status__in=[satu.value for satu in BERKURSI])),
        menunggu=Count("pk", filter=Q(status=StatusPendaftaran.DAFTAR_TUNGGU.value)),
    )
    return JumlahPeserta(hasil["terisi"], hasil["menunggu"], kegiatan.kuota_maks)
