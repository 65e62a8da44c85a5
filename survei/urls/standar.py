"""Services with their standard: public pages, and the desk of the pengelola."""

from __future__ import annotations

from django.urls import path

from survei.views import standar

urlpatterns = [
    path("layanan/", standar.daftar, name="layanan"),
    path("layanan/kelola/", standar.kelola, name="standar_kelola"),
    path("layanan/kelola/<uuid:uuid>/", standar.ubah, name="standar_ubah"),
    path("layanan/kelola/<uuid:uuid>/terbitkan/", standar.terbitkan, name="standar_terbitkan"),
    path("layanan/<uuid:uuid>/", standar.lihat, name="layanan_lihat"),
]
