"""Pages of attendance, tests and feedback."""

from __future__ import annotations

from tests.peramban.halaman import ALIHAN, BERKAS, HANYA_POST, Halaman, kosongkan

HALAMAN = [
    Halaman("pelatihan:ikut", "pegawai", "hadir_kegiatan"),
    Halaman("pelatihan:hadir", "pegawai", "hadir_sesi"),
    Halaman("pelatihan:hadir_pindai", objek="hadir_kode", status=410),
    Halaman("pelatihan:kehadiran", "pengelola", "hadir_kegiatan"),
    Halaman("pelatihan:kehadiran_sesi", "pengelola", "hadir_sesi", acak=True),
    # Standing still: the code that changes would load the page again under the check.
    Halaman("pelatihan:layar", "pengelola", "hadir_sesi", kueri="?diam=1", acak=True),
    Halaman("pelatihan:kehadiran_kertas", "pengelola", "hadir_sesi"),
    Halaman("pelatihan:kehadiran_perbaiki", "pengelola", "hadir_tercatat"),
    Halaman("pelatihan:tes", "pengelola", "hadir_kegiatan"),
    Halaman("pelatihan:tes_atur", "pengelola", "hadir_kegiatan"),
    Halaman("pelatihan:tes_kerjakan", "pegawai", "tes_awal"),
    Halaman("pelatihan:tes_kerjakan", "pegawai", "tes_awal", sebutan="galat", cara=kosongkan, status=422),
    Halaman("pelatihan:naskah_daftar", "pengelola"),
    Halaman("pelatihan:naskah_tambah", "pengelola"),
    Halaman("pelatihan:naskah_ubah", "pengelola", "naskah_kinerja"),
    Halaman("pelatihan:umpan_balik", "pegawai", "umpan_kegiatan"),
    Halaman("pelatihan:umpan_balik_hasil", "pengelola", "umpan_terbuka"),
]
KECUALI = {
    "pelatihan:hadir_peserta": ALIHAN,
    "pelatihan:daftar_hadir": BERKAS,
    "pelatihan:kehadiran_pulang": HANYA_POST,
}
