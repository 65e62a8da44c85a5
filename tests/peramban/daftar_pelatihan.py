"""Pages of training."""

from __future__ import annotations

from tests.peramban.halaman import BERKAS, HANYA_POST, Halaman, kosongkan

HALAMAN = [
    Halaman("pelatihan:saya", "pegawai"),
    Halaman("pelatihan:saya", "lurah", sebutan="kosong"),
    Halaman("pelatihan:tim", "kasi"),
    Halaman("pelatihan:tim", "pengelola", sebutan="pengelola"),
    Halaman("pelatihan:pegawai", "kasi", "orang_pegawai"),
    Halaman("pelatihan:kompetensi", "kasi", "orang_pegawai"),
    Halaman("pelatihan:kompetensi_nilai", "kasi", "orang_pegawai"),
    Halaman("pelatihan:kompetensi_batal", "kasi", "penilaian_kompetensi"),
    Halaman("pelatihan:ip_asn", "pegawai", "orang_pegawai"),
    Halaman("pelatihan:ip_asn_hitung", "pengelola", "orang_pegawai"),
    Halaman("pelatihan:sertifikat_kirim", "pegawai"),
    Halaman("pelatihan:sertifikat_kirim", "pegawai", sebutan="galat", cara=kosongkan, status=422),
    Halaman("pelatihan:periksa", "pengelola"),
    Halaman("pelatihan:sertifikat", "pengelola", "sertifikat_menunggu"),
    Halaman("pelatihan:sertifikat_verifikasi", "pengelola", "sertifikat_menunggu"),
    Halaman("pelatihan:sertifikat_tolak", "pengelola", "sertifikat_menunggu"),
    Halaman("pelatihan:sertifikat_tarik", "pegawai", "sertifikat_menunggu"),
    Halaman("pelatihan:riwayat_perbaiki", "pengelola", "riwayat_jp"),
    Halaman("pelatihan:rencana_daftar", "kasi"),
    Halaman("pelatihan:rencana_usul", "pegawai"),
    Halaman("pelatihan:rencana", "kasi", "rencana_usulan"),
    Halaman("pelatihan:rencana", "pegawai", "rencana_tetap", sebutan="ditetapkan"),
    Halaman("pelatihan:rencana_tolak", "kasi", "rencana_usulan"),
    Halaman("pelatihan:rencana_tarik", "pegawai", "rencana_usulan"),
    Halaman("pelatihan:rencana_realisasi", "pegawai", "rencana_tetap"),
    Halaman("pelatihan:katalog", "pegawai"),
    Halaman("pelatihan:program", "pegawai", "program_pelatihan"),
    Halaman("pelatihan:program_tambah", "pengelola"),
    Halaman("pelatihan:program_ubah", "pengelola", "program_pelatihan"),
    Halaman("pelatihan:kegiatan_daftar", "pegawai"),
    Halaman("pelatihan:kegiatan", "kasi", "kegiatan_dibuka"),
    Halaman("pelatihan:kebutuhan_daftar", "kasi"),
    Halaman("pelatihan:kebutuhan_usul", "pegawai"),
    Halaman("pelatihan:kebutuhan_tutup", "kasi", "kebutuhan"),
]
KECUALI = {
    "pelatihan:sertifikat_berkas": BERKAS,
    "pelatihan:siasn": BERKAS,
    "pelatihan:rencana_verifikasi": HANYA_POST,
    "pelatihan:rencana_validasi": HANYA_POST,
    "pelatihan:rencana_tetapkan": HANYA_POST,
}
