"""The counter of the officers, and the codes that it hands out."""

from __future__ import annotations

from django.urls import path

from survei.views import kode, loket, loket_waktu

urlpatterns = [
    path("loket/", loket.loket, name="loket"),
    path("loket/mulai/", loket.mulai, name="loket_mulai"),
    path("loket/<uuid:uuid>/selesai/", loket.selesai, name="loket_selesai"),
    path("loket/<uuid:uuid>/batal/", loket.batal, name="loket_batal"),
    path("waktu-layanan/", loket_waktu.waktu, name="loket_waktu"),
    path("survei/kelola/<uuid:uuid>/populasi/", loket_waktu.populasi, name="populasi"),
    path("k/", kode.ketik, name="kode"),
    path("k/<str:kode>/", kode.buka, name="kode_buka"),
]
