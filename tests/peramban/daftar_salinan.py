"""Pages of the copies to e-Kinerja."""

from __future__ import annotations

from tests.peramban.halaman import ALIHAN, BERKAS, HANYA_POST, Halaman

HALAMAN = [
    Halaman("kinerja:salinan_pegawai", "fungsional", "fungsional", kueri="?periode=tw3-2026"),
    Halaman("kinerja:salinan_pegawai", "pegawai", "salinan_pegawai", sebutan="tautan", kueri="?periode=tw4-2026"),
    Halaman("kinerja:salinan_daftar", "camat", kueri="?periode=tw3-2026"),
    Halaman("kinerja:salinan_daftar", "pengelola", sebutan="kosong", kueri="?periode=tw3-2026&q=zzzz"),
]
KECUALI = {
    "kinerja:salinan": ALIHAN,
    "kinerja:salinan_lembar": BERKAS,
    "kinerja:salinan_tandai": HANYA_POST,
    "kinerja:tautan_buka": HANYA_POST,
    "kinerja:tautan_cabut": HANYA_POST,
    "kinerja:bukti_terbuka": BERKAS,
}
