"""What is read of training events."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count

from pelatihan.models import AnggaranKegiatan, Kegiatan
from pelatihan.perhitungan.anggaran import RingkasAnggaran, ringkas_anggaran
from pelatihan.perhitungan.kegiatan import BERKURSI, StatusPendaftaran
from rakumpit.bacaan import ambil


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
    """Seats taken, by guests too, and people who wait; one query."""
    menurut, tamu = _jumlah(kegiatan)
    terisi = sum(menurut.get(satu.value, 0) for satu in BERKURSI)
    return JumlahPeserta(terisi + tamu, menurut.get(StatusPendaftaran.DAFTAR_TUNGGU.value, 0), kegiatan.kuota_maks)


def _jumlah(kegiatan: Kegiatan) -> tuple[dict[str, int], int]:
    """Registrations by state, and guests. One query."""
    daftar, tamu = ambil(
        [
            kegiatan.pendaftaran.order_by().values_list("status").annotate(banyak=Count("pk")),
            kegiatan.peserta_luar.berlaku().order_by().values_list("kegiatan").annotate(banyak=Count("pk")),
        ]
    )
    return dict(daftar), sum(banyak for _, banyak in tamu)


@dataclass(frozen=True, slots=True)
class AnggaranTampil:
    """The lines of an event with their sums; without a line there are no sums."""

    baris: list[AnggaranKegiatan]
    jumlah: RingkasAnggaran | None


def anggaran_kegiatan(kegiatan: Kegiatan) -> AnggaranTampil:
    """The budget of an event; who did not come is no participant, a guest is one. Two queries."""
    baris = list(kegiatan.anggaran.all())
    ikut = (StatusPendaftaran.TERDAFTAR, StatusPendaftaran.HADIR, StatusPendaftaran.LULUS)
    menurut, tamu = _jumlah(kegiatan)
    peserta = tamu + sum(menurut.get(satu.value, 0) for satu in ikut)
    jumlah = ringkas_anggaran(
        [(satu.rencana, satu.realisasi) for satu in baris], pagu=kegiatan.pagu, peserta=peserta, jp=kegiatan.jp
    )
    return AnggaranTampil(baris, jumlah)
