"""Rows of the forum."""

from forum.models.aksi import AksiForum, BuktiAksi, RiwayatAksi
from forum.models.aturan import AturanForum
from forum.models.bahan import BahanAcara
from forum.models.berita_acara import BeritaAcara, Kesepakatan, Masukan, TandaTangan, UmpanBalikSesi
from forum.models.diskusi import (
    Balasan,
    Dukungan,
    JawabanResmi,
    KategoriDiskusi,
    RiwayatKiriman,
    Topik,
)
from forum.models.kode_pulih import KodePulih
from forum.models.lampiran_diskusi import LampiranDiskusi
from forum.models.langganan import LanggananDiskusi, RingkasanDiskusi
from forum.models.laporan import Disposisi, IdentitasPelapor, LampiranLaporan, Laporan, RiwayatLaporan
from forum.models.moderasi import AlasanModerasi, KeberatanModerasi, KeputusanModerasi, Penandaan
from forum.models.sesi import AgendaItem, SeriForum, SesiForum, UnsurPeserta, UsulAgenda
from forum.models.tenggat import AturanTenggat
from forum.models.tenggat_laporan import EskalasiLaporan, TenggatLama, TenggatLaporan
from forum.models.undangan import KabarPeserta, Kehadiran, Pendaftaran, Undangan

__all__ = [
    "AgendaItem",
    "AksiForum",
    "AlasanModerasi",
    "AturanForum",
    "AturanTenggat",
    "BahanAcara",
    "Balasan",
    "BeritaAcara",
    "BuktiAksi",
    "Disposisi",
    "Dukungan",
    "EskalasiLaporan",
    "IdentitasPelapor",
    "JawabanResmi",
    "KabarPeserta",
    "KategoriDiskusi",
    "KeberatanModerasi",
    "Kehadiran",
    "KeputusanModerasi",
    "Kesepakatan",
    "KodePulih",
    "LampiranDiskusi",
    "LampiranLaporan",
    "LanggananDiskusi",
    "Laporan",
    "Masukan",
    "Penandaan",
    "Pendaftaran",
    "RingkasanDiskusi",
    "RiwayatAksi",
    "RiwayatKiriman",
    "RiwayatLaporan",
    "SeriForum",
    "SesiForum",
    "TandaTangan",
    "TenggatLama",
    "TenggatLaporan",
    "Topik",
    "UmpanBalikSesi",
    "Undangan",
    "UnsurPeserta",
    "UsulAgenda",
]
