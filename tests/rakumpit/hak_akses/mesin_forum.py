"""State machines of the forum: sessions with all that belongs to them, their records, the actions that follow."""

from __future__ import annotations

from forum.enums.berita_acara import StatusBeritaAcara
from forum.perhitungan.aksi import StatusAksi
from forum.perhitungan.sesi import StatusSesi
from tests.rakumpit.hak_akses.mesin import Benda, Mesin

MESIN_FORUM_SESI = {
    "SesiForum": Mesin(
        status=StatusSesi,
        kata={satu: satu.value for satu in StatusSesi},
        benda=(
            Benda(
                "forum_{}",
                "forum.SesiForum",
                (
                    *("sesi_ubah", "sesi_jadwalkan", "sesi_buka", "sesi_mulai", "sesi_akhiri", "sesi_publikasikan"),
                    *("sesi_tunda", "sesi_batal", "sesi_koreksi", "acara_tambah", "undangan_tambah", "hadir_tambah"),
                    *("masukan_tambah", "kesepakatan_tambah", "berita_acara_siapkan", "daftar", "usul"),
                ),
            ),
            Benda(
                "acara_{}",
                "forum.AgendaItem",
                ("acara_ubah", "acara_hapus", "acara_catatan", "bahan_tambah"),
                "sesi__status",
            ),
            Benda("bahan_forum_{}", "forum.BahanAcara", ("bahan_hapus",), "acara__sesi__status"),
            Benda("usul_forum_{}", "forum.UsulAgenda", ("usul_putuskan",), "sesi__status"),
            Benda("undangan_forum_{}", "forum.Undangan", ("undangan_ubah",), "sesi__status"),
            Benda("pendaftaran_{}", "forum.Pendaftaran", ("hadir",), "sesi__status"),
            Benda("kehadiran_{}", "forum.Kehadiran", ("hadir_batal",), "sesi__status"),
            Benda("masukan_{}", "forum.Masukan", ("masukan_ubah",), "sesi__status"),
            Benda("kesepakatan_{}", "forum.Kesepakatan", ("kesepakatan_ubah", "aksi_tambah"), "sesi__status"),
        ),
    ),
    "BeritaAcara": Mesin(
        status=StatusBeritaAcara,
        kata={satu: satu.value for satu in StatusBeritaAcara},
        benda=(Benda("berita_{}", "forum.BeritaAcara", ("berita_acara_tanda",)),),
    ),
    "AksiForum": Mesin(
        status=StatusAksi,
        kata={satu: satu.value for satu in StatusAksi},
        benda=(
            Benda(
                "aksi_forum_{}",
                "forum.AksiForum",
                (
                    *("aksi_mulai", "aksi_kemajuan", "aksi_selesai", "aksi_verifikasi", "aksi_kembalikan"),
                    *("aksi_tunda", "aksi_tidak_dapat", "aksi_alihkan", "aksi_bagian", "aksi_wakil"),
                ),
            ),
        ),
    ),
}
