"""Addresses of attendance, tests and feedback."""

from __future__ import annotations

from django.urls import URLPattern, path

from pelatihan.views import hadir, kehadiran, tes, umpan_balik

HADIR: list[URLPattern] = [
    path("kegiatan/<uuid:kode>/ikut/", hadir.ikut, name="ikut"),
    path("kegiatan/<uuid:kode>/kehadiran/", kehadiran.kehadiran, name="kehadiran"),
    path("hadir/<uuid:kode>/", hadir.hadir, name="hadir"),
    path("hadir/<uuid:kode>/<slug:tanda>/", hadir.hadir_pindai, name="hadir_pindai"),
    path("hadir-peserta/<uuid:kode>/", kehadiran.hadir_peserta, name="hadir_peserta"),
    path("sesi/<uuid:kode>/layar/", hadir.layar, name="layar"),
    path("sesi/<uuid:kode>/kehadiran/", kehadiran.kehadiran_sesi, name="kehadiran_sesi"),
    path("sesi/<uuid:kode>/kertas/", kehadiran.kehadiran_kertas, name="kehadiran_kertas"),
    path("sesi/<uuid:kode>/daftar-hadir/", kehadiran.daftar_hadir, name="daftar_hadir"),
    path("kehadiran/<uuid:kode>/perbaiki/", kehadiran.kehadiran_perbaiki, name="kehadiran_perbaiki"),
    path("kehadiran/<uuid:kode>/pulang/", kehadiran.kehadiran_pulang, name="kehadiran_pulang"),
    path("kegiatan/<uuid:kode>/tes/", tes.tes, name="tes"),
    path("kegiatan/<uuid:kode>/tes/atur/", tes.tes_atur, name="tes_atur"),
    path("kegiatan/<uuid:kode>/tes/<slug:jenis>/", tes.tes_kerjakan, name="tes_kerjakan"),
    path("kegiatan/<uuid:kode>/umpan-balik/", umpan_balik.umpan_balik, name="umpan_balik"),
    path("kegiatan/<uuid:kode>/umpan-balik/hasil/", umpan_balik.umpan_balik_hasil, name="umpan_balik_hasil"),
    path("naskah-tes/", tes.naskah_daftar, name="naskah_daftar"),
    path("naskah-tes/tambah/", tes.naskah_tambah, name="naskah_tambah"),
    path("naskah-tes/<uuid:kode>/", tes.naskah_ubah, name="naskah_ubah"),
]
