"""Addresses of the survey: /survei/ and /hasil/ are public, /survei/kelola/ is for staff."""

from __future__ import annotations

from django.urls import path

from survei import views

app_name = "survei"

urlpatterns = [
    path("survei/", views.daftar, name="daftar"),
    path("survei/kelola/", views.kelola, name="kelola"),
    path("survei/kelola/<uuid:uuid>/", views.kelola_survei, name="kelola_survei"),
    path("survei/kelola/<uuid:uuid>/buka/", views.buka, name="buka"),
    path("survei/kelola/<uuid:uuid>/tutup/", views.tutup, name="tutup"),
    path("survei/kelola/<uuid:uuid>/kunci/", views.kunci, name="kunci"),
    path("survei/kelola/<uuid:uuid>/publikasikan/", views.publikasikan, name="publikasikan"),
    path("survei/kelola/<uuid:uuid>/saran/", views.saran, name="saran"),
    path("survei/kelola/<uuid:uuid>/saran/unduh/", views.unduh_saran, name="unduh_saran"),
    path("survei/kelola/<uuid:uuid>/batalkan/", views.batalkan, name="batalkan"),
    path("survei/<uuid:uuid>/", views.isi, name="isi"),
    path("survei/<uuid:uuid>/terima-kasih/<slug:kode>/", views.terima_kasih, name="terima_kasih"),
    path("hasil/", views.hasil_daftar, name="hasil_daftar"),
    path("hasil/<uuid:uuid>/", views.hasil, name="hasil"),
]
