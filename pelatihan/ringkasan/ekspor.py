"""Trainings as another system asks for them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pelatihan.models import RiwayatJP

# The order of the training screen, so that a row is copied from left to right. Not compared with today's screen.
JUDUL_SIASN = (
    *("NIP", "Nama", "Jenis diklat", "Nama diklat", "Institusi penyelenggara", "Nomor sertifikat"),
    *("Tanggal mulai", "Tanggal selesai", "Tahun", "Durasi (JP)"),
)


def baris_siasn() -> Iterator[Sequence[object]]:
    """Entries that count, by person and day."""
    semua = RiwayatJP.objects.berlaku().select_related("pegawai__pengguna", "bentuk")
    for satu in semua.order_by("pegawai__nama_urut", "selesai", "pk"):
        yield (
            satu.pegawai.nip or "",
            satu.pegawai.nama,
            satu.bentuk.nama,
            satu.judul,
            satu.penyelenggara,
            satu.nomor,
            satu.mulai,
            satu.selesai,
            satu.selesai.year,
            satu.jp,
        )
