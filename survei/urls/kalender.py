"""The calendar of surveys, for the pengelola and the pemeriksa."""

from __future__ import annotations

from django.urls import path

from survei.views import kalender as views

urlpatterns = [
    path("survei/kelola/kalender/", views.kalender, name="kalender"),
    path("survei/kelola/kalender/<uuid:uuid>/", views.periode, name="periode"),
    path("survei/kelola/pelaporan/<uuid:uuid>/", views.pelaporan, name="pelaporan"),
    path("survei/kelola/pelaporan/<uuid:uuid>/surat/", views.pelaporan_surat, name="pelaporan_surat"),
]
