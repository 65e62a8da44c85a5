"""The state machine of the reports of citizens."""

from __future__ import annotations

from forum.perhitungan.laporan import StatusLaporan
from tests.rakumpit.hak_akses.mesin import Benda, Mesin

MESIN_LAPORAN = {
    "Laporan": Mesin(
        status=StatusLaporan,
        kata={satu: satu.value for satu in StatusLaporan},
        benda=(
            Benda(
                "laporan_{}",
                "forum.Laporan",
                (
                    *("laporan_verifikasi", "laporan_minta_lengkapi", "laporan_teruskan", "laporan_mulai"),
                    *("laporan_kembalikan", "laporan_jawab", "laporan_tutup", "laporan_buka_lagi"),
                    *("laporan_perpanjang", "laporan_sampaikan"),
                    *("laporan_bukan_wewenang", "laporan_arsipkan", "laporan_duplikat", "laporan_alihkan"),
                    *("laporan_nomor_lapor", "laporan_sembunyikan", "laporan_identitas"),
                ),
            ),
        ),
    ),
}
