"""What staff do with surveys."""

from __future__ import annotations

from django.urls import path

from survei import views
from survei.views import buat, impor, teks, tema

urlpatterns = [
    path("survei/kelola/", views.kelola, name="kelola"),
    path("survei/kelola/buat/", buat.buat, name="buat"),
    path("survei/kelola/<uuid:uuid>/", views.kelola_survei, name="kelola_survei"),
    path("survei/kelola/<uuid:uuid>/impor/", impor.impor, name="impor"),
    path("survei/kelola/<uuid:uuid>/buka/", views.buka, name="buka"),
    path("survei/kelola/<uuid:uuid>/tutup/", views.tutup, name="tutup"),
    path("survei/kelola/<uuid:uuid>/kunci/", views.kunci, name="kunci"),
    path("survei/kelola/<uuid:uuid>/publikasikan/", views.publikasikan, name="publikasikan"),
    path("survei/kelola/<uuid:uuid>/kelompok/", views.kelompok, name="kelompok"),
    path("survei/kelola/<uuid:uuid>/saran/", views.saran, name="saran"),
    path("survei/kelola/<uuid:uuid>/saran/unduh/", views.unduh_saran, name="unduh_saran"),
    path("survei/kelola/<uuid:uuid>/teks/", teks.teks, name="teks"),
    path("survei/kelola/<uuid:uuid>/teks/<slug:kode>/", teks.teks_butir, name="teks_butir"),
    path("survei/kelola/<uuid:uuid>/teks/<slug:kode>/unduh/", teks.teks_unduh, name="teks_unduh"),
    path("survei/kelola/<uuid:uuid>/tema/", tema.tema, name="tema"),
    path("survei/kelola/<uuid:uuid>/tema/tandai/", tema.tema_tandai, name="tema_tandai"),
    path("survei/kelola/<uuid:uuid>/tema/kutipan/", tema.kutipan, name="kutipan"),
    path("survei/kelola/<uuid:uuid>/tema/kutipan/<uuid:kutipan>/tarik/", tema.kutipan_tarik, name="kutipan_tarik"),
    path("survei/kelola/<uuid:uuid>/batalkan/", views.batalkan, name="batalkan"),
]
