"""Pages of rating behaviour."""

from __future__ import annotations

from tests.peramban.halaman import HANYA_POST, Halaman

HALAMAN = [
    Halaman("kinerja:tim_nilai", "kasi"),
    Halaman("kinerja:tim_nilai", "kasi", sebutan="satu", kueri="?satu=1"),
    Halaman("kinerja:tim_penilai", "atasan", "penilai_diminta"),
    Halaman("kinerja:rekan_nilai", "pegawai", "permintaan_menilai"),
    Halaman("kinerja:penilaian_diri", "pegawai", "periode_final"),
    Halaman("kinerja:penilaian_diri", "pegawai", "periode_kini", sebutan="isi"),
    Halaman("kinerja:rekomendasi_minta", "penilai", "rekomendasi_minta", kueri="?q=a"),
    Halaman("kinerja:rekomendasi", "pegawai", "rekomendasi"),
    Halaman("kinerja:pengaduan_kaitkan", "penilai", "eval_menunggu"),
    Halaman("kinerja:pengaduan_tanggapi", "teradukan", "pengaduan_terkait"),
    Halaman("kinerja:pengaduan_cabut", "penilai", "pengaduan_terkait"),
    Halaman("kinerja:evaluasi", "teradukan", "eval_menunggu", sebutan="pengaduan"),
]
KECUALI = {"kinerja:rekomendasi_batal": HANYA_POST}
