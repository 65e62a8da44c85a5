"""The discussion: for everybody below /forum/diskusi/, for the office below /forum/kelola/diskusi/."""

from __future__ import annotations

from django.urls import path

from forum.views import akun_tanpa_email, akun_warga, diskusi, diskusi_staf, diskusi_tulis, moderasi

urlpatterns = [
    path("diskusi/", diskusi.daftar, name="diskusi_daftar"),
    path("diskusi/umpan.xml", diskusi.rss, name="diskusi_rss"),
    path("diskusi/tulis/", diskusi_tulis.tulis, name="diskusi_tulis"),
    path("diskusi/daftar-akun/", akun_warga.daftar, name="warga_daftar"),
    path("diskusi/daftar-akun-nama/", akun_tanpa_email.daftar, name="warga_nama"),
    path("diskusi/pulihkan-akun/", akun_tanpa_email.pulihkan, name="warga_pulih"),
    path("diskusi/daftar-akun/<str:tanda>/", akun_warga.konfirmasi, name="warga_konfirmasi"),
    path("diskusi/akun/", akun_warga.akun, name="warga_akun"),
    path("diskusi/akun/hapus/", akun_warga.hapus, name="warga_hapus"),
    path("diskusi/keberatan/<uuid:uuid>/", akun_warga.keberatan, name="warga_keberatan"),
    path("diskusi/berhenti/<str:tanda>/", akun_warga.berhenti, name="langganan_berhenti"),
    path("diskusi/kategori/<uuid:uuid>/ikuti/", diskusi_tulis.ikuti_kategori, name="diskusi_ikuti_kategori"),
    path("diskusi/lampiran/<uuid:uuid>/", diskusi.lampiran, name="diskusi_lampiran"),
    path("diskusi/balasan/<uuid:uuid>/sunting/", diskusi_tulis.sunting_balasan, name="balasan_sunting"),
    path("diskusi/balasan/<uuid:uuid>/tandai/", diskusi_tulis.tandai_balasan, name="balasan_tandai"),
    path("diskusi/<uuid:uuid>/", diskusi.topik, name="diskusi_topik"),
    path("diskusi/<uuid:uuid>/balas/", diskusi_tulis.balas, name="diskusi_balas"),
    path("diskusi/<uuid:uuid>/sunting/", diskusi_tulis.sunting, name="diskusi_sunting"),
    path("diskusi/<uuid:uuid>/dukung/", diskusi_tulis.dukung, name="diskusi_dukung"),
    path("diskusi/<uuid:uuid>/ikuti/", diskusi_tulis.ikuti, name="diskusi_ikuti"),
    path("diskusi/<uuid:uuid>/tandai/", diskusi_tulis.tandai, name="diskusi_tandai"),
    path("kelola/diskusi/", diskusi_staf.daftar, name="kelola_diskusi"),
    path("kelola/diskusi/antrean/", moderasi.antrean, name="kelola_diskusi_antrean"),
    path("kelola/diskusi/kategori/", diskusi_staf.kategori, name="kelola_kategori"),
    path("kelola/diskusi/kategori/<uuid:uuid>/", diskusi_staf.kategori_ubah, name="kelola_kategori_ubah"),
    path("kelola/diskusi/keberatan/<uuid:uuid>/", moderasi.keberatan, name="kelola_keberatan"),
    path("kelola/diskusi/periksa/<str:jenis>/<uuid:uuid>/", moderasi.putuskan, name="kelola_putuskan"),
    path("kelola/diskusi/<uuid:uuid>/", diskusi_staf.topik, name="kelola_diskusi_topik"),
    path("kelola/diskusi/<uuid:uuid>/jawab/", diskusi_staf.jawab, name="kelola_diskusi_jawab"),
    path("kelola/diskusi/<uuid:uuid>/status/", diskusi_staf.alih, name="kelola_diskusi_alih"),
    path("kelola/diskusi/<uuid:uuid>/gabung/", diskusi_staf.gabung, name="kelola_diskusi_gabung"),
]
