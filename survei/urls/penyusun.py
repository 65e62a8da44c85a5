"""Building instruments, for the pengelola."""

from __future__ import annotations

from django.urls import path

from survei.views import penyusun as views

_SATU = "survei/kelola/instrumen/<uuid:uuid>/"
urlpatterns = [
    path("survei/kelola/instrumen/", views.daftar, name="instrumen"),
    path("survei/kelola/instrumen/buat/", views.buat, name="instrumen_buat"),
    path(_SATU, views.lihat, name="instrumen_lihat"),
    path(_SATU + "ubah/", views.ubah, name="instrumen_ubah"),
    path(_SATU + "coba/", views.coba, name="instrumen_coba"),
    path(_SATU + "bahasa/<slug:bahasa>/", views.bahasa, name="instrumen_bahasa"),
    path(_SATU + "terbitkan/", views.terbitkan, name="instrumen_terbitkan"),
    path(_SATU + "salin/", views.salin, name="instrumen_salin"),
    path(_SATU + "versi/", views.versi, name="instrumen_versi"),
    path(_SATU + "hapus/", views.hapus, name="instrumen_hapus"),
    path(_SATU + "tambah/<slug:jenis>/", views.tambah, name="pertanyaan_tambah"),
    path(_SATU + "pertanyaan/<slug:kode>/", views.ubah_tanya, name="pertanyaan_ubah"),
    path(_SATU + "pertanyaan/<slug:kode>/pindah/", views.pindah, name="pertanyaan_pindah"),
    path(_SATU + "pertanyaan/<slug:kode>/hapus/", views.hapus_tanya, name="pertanyaan_hapus"),
]
