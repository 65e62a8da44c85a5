"""Addresses of events, their sessions, places and calendars."""

from __future__ import annotations

from django.urls import URLPattern, path

from pelatihan.views import anggaran, kalender, kegiatan, kegiatan_tulis, seri, sesi_kegiatan, tempat

# Words come before codes.
urlpatterns: list[URLPattern] = [
    path("kegiatan/", kegiatan.kegiatan_daftar, name="kegiatan_daftar"),
    path("kegiatan/tambah/", kegiatan_tulis.kegiatan_tambah, name="kegiatan_tambah"),
    path("kegiatan/<uuid:kode>/", kegiatan.kegiatan, name="kegiatan"),
    path("kegiatan/<uuid:kode>/ubah/", kegiatan_tulis.kegiatan_ubah, name="kegiatan_ubah"),
    path("kegiatan/<uuid:kode>/ajukan/", kegiatan_tulis.kegiatan_ajukan, name="kegiatan_ajukan"),
    path("kegiatan/<uuid:kode>/setujui/", kegiatan_tulis.kegiatan_setujui, name="kegiatan_setujui"),
    path("kegiatan/<uuid:kode>/kembalikan/", kegiatan_tulis.kegiatan_kembalikan, name="kegiatan_kembalikan"),
    path("kegiatan/<uuid:kode>/buka/", kegiatan_tulis.kegiatan_buka, name="kegiatan_buka"),
    path("kegiatan/<uuid:kode>/tutup/", kegiatan_tulis.kegiatan_tutup, name="kegiatan_tutup"),
    path("kegiatan/<uuid:kode>/mulai/", kegiatan_tulis.kegiatan_mulai, name="kegiatan_mulai"),
    path("kegiatan/<uuid:kode>/akhiri/", kegiatan_tulis.kegiatan_akhiri, name="kegiatan_akhiri"),
    path("kegiatan/<uuid:kode>/selesai/", kegiatan_tulis.kegiatan_selesai, name="kegiatan_selesai"),
    path("kegiatan/<uuid:kode>/tunda/", kegiatan_tulis.kegiatan_tunda, name="kegiatan_tunda"),
    path("kegiatan/<uuid:kode>/lanjutkan/", kegiatan_tulis.kegiatan_lanjutkan, name="kegiatan_lanjutkan"),
    path("kegiatan/<uuid:kode>/batal/", kegiatan_tulis.kegiatan_batal, name="kegiatan_batal"),
    path("kegiatan/<uuid:kode>/kalender.ics", kalender.kegiatan_kalender, name="kegiatan_kalender"),
    path("kegiatan/<uuid:kode>/sesi/", sesi_kegiatan.sesi_tambah, name="sesi_tambah"),
    path("kegiatan/<uuid:kode>/anggaran/", anggaran.anggaran_tambah, name="anggaran_tambah"),
    path("anggaran/<uuid:kode>/ubah/", anggaran.anggaran_ubah, name="anggaran_ubah"),
    path("seri/", seri.seri_daftar, name="seri_daftar"),
    path("seri/tambah/", seri.seri_tambah, name="seri_tambah"),
    path("seri/<uuid:kode>/ubah/", seri.seri_ubah, name="seri_ubah"),
    path("seri/<uuid:kode>/susun/", seri.seri_susun, name="seri_susun"),
    path("sesi/<uuid:kode>/ubah/", sesi_kegiatan.sesi_ubah, name="sesi_ubah"),
    path("sesi/<uuid:kode>/batal/", sesi_kegiatan.sesi_batal, name="sesi_batal"),
    path("kalender/", kalender.kalender, name="kalender"),
    path("kalender/alamat/", kalender.kalender_alamat, name="kalender_alamat"),
    path("umum/kalender/unit/<uuid:kode>.ics", kalender.kalender_unit, name="kalender_unit"),
    path("umum/kalender/pribadi/<str:tanda>.ics", kalender.kalender_pribadi, name="kalender_pribadi"),
    path("ruang/", tempat.ruang_daftar, name="ruang_daftar"),
    path("ruang/tambah/", tempat.ruang_tambah, name="ruang_tambah"),
    path("ruang/<uuid:kode>/ubah/", tempat.ruang_ubah, name="ruang_ubah"),
    path("narasumber/", tempat.narasumber_daftar, name="narasumber_daftar"),
    path("narasumber/tambah/", tempat.narasumber_tambah, name="narasumber_tambah"),
    path("narasumber/<uuid:kode>/ubah/", tempat.narasumber_ubah, name="narasumber_ubah"),
]
