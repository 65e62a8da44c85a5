"""What other apps may read of the forum: dataclasses, no rows."""

from forum.ringkasan.bukti_laporan import JumlahTenggat, TemaPengaduan, TepatWaktu, tema_pengaduan, tepat_waktu
from forum.ringkasan.temuan import cari
from forum.ringkasan.tugas import menunggu

__all__ = ["JumlahTenggat", "TemaPengaduan", "TepatWaktu", "cari", "menunggu", "tema_pengaduan", "tepat_waktu"]
