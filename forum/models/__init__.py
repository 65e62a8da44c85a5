"""Rows of the forum."""

from forum.models.aksi import AksiForum, BuktiAksi, RiwayatAksi
from forum.models.aturan import AturanForum
from forum.models.berita_acara import BeritaAcara, Kesepakatan, Masukan, TandaTangan, UmpanBalikSesi
from forum.models.sesi import AgendaItem, SeriForum, SesiForum, UnsurPeserta, UsulAgenda
from forum.models.tenggat import AturanTenggat
from forum.models.undangan import Kehadiran, Pendaftaran, Undangan

__all__ = [
    "AgendaItem",
    "AksiForum",
    "AturanForum",
    "AturanTenggat",
    "BeritaAcara",
    "BuktiAksi",
    "Kehadiran",
    "Kesepakatan",
    "Masukan",
    "Pendaftaran",
    "RiwayatAksi",
    "SeriForum",
    "SesiForum",
    "TandaTangan",
    "UmpanBalikSesi",
    "Undangan",
    "UnsurPeserta",
    "UsulAgenda",
]
