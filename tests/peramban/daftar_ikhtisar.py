"""Pages of the summaries."""

from __future__ import annotations

from tests.peramban.halaman import ALIHAN, BERKAS, HANYA_POST, Halaman

IKHTISAR = [
    Halaman("kinerja:tahun", "pegawai"),
    Halaman("kinerja:tahun", "pegawai", sebutan="lalu", kueri="?tahun=2024"),
    Halaman("kinerja:kalender", "kasi"),
    Halaman("kinerja:kalender", "pengelola", sebutan="pengelola"),
    Halaman("kinerja:unit", "camat", "unit_kecamatan"),
    Halaman("kinerja:unit", "kasi", "unit_kasi", sebutan="kasi"),
    Halaman("kinerja:unit", "pemeriksa", "unit_kasi", sebutan="pemeriksa"),
    Halaman("kinerja:unit", "camat", "unit_kecamatan", sebutan="berjalan", kueri="?periode=tw4-2026"),
]
KECUALI_IKHTISAR = {
    "akun_pengingat": HANYA_POST,
    "kinerja:kalender_unduh": BERKAS,
    "kinerja:unit_awal": ALIHAN,
    "kinerja:unit_unduh": BERKAS,
}
