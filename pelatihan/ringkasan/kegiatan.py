"""What is read of training events."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, Q

from pelatihan.models import AnggaranKegiatan, Kegiatan
from pelatihan.perhitungan.anggaran import RingkasAnggaran, ringkas_anggaran
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
    """Seats taken, by guests too, and people who wait; two queries."""
    hasil = kegiatan.pendaftaran.aggregate(
        terisi=Count("pk", filter=Q(status__in=[satu.value for satu in BERKURSI])),
        menunggu=Count("pk", filter=Q(status=StatusPendaftaran.DAFTAR_TUNGGU.value)),
    )
    tamu = kegiatan.peserta_luar.berlaku().count()
    return JumlahPeserta(hasil["terisi"] + tamu, hasil["menunggu"], kegiatan.kuota_maks)


@dataclass(frozen=True, slots=True)
class AnggaranTampil:
    """The lines of an event with their sums; without a line there are no sums."""

    baris: list[AnggaranKegiatan]
    jumlah: RingkasAnggaran | None


def anggaran_kegiatan(kegiatan: Kegiatan) -> AnggaranTampil:
    """The budget of an event; who did not come is no participant, a guest is one. Three queries."""
    baris = list(kegiatan.anggaran.all())
    ikut = (StatusPendaftaran.TERDAFTAR, StatusPendaftaran.HADIR, StatusPendaftaran.LULUS)
    peserta = kegiatan.pendaftaran.filter(status__in=[satu.value for satu in ikut]).count()
    peserta += kegiatan.peserta_luar.berlaku().count()
    jumlah = ringkas_anggaran(
        [(satu.rencana, satu.realisasi) for satu in baris], pagu=kegiatan.pagu, peserta=peserta, jp=kegiatan.jp
    )
    return AnggaranTampil(baris, jumlah)
