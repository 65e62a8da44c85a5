"""What citizens open, without an account."""

from __future__ import annotations

from django.urls import path

from survei import views
from survei.views.hapus_sendiri import hapus_sendiri

urlpatterns = [
    path("survei/<uuid:uuid>/", views.isi, name="isi"),
    # At the root: a worker serves only what lies below its own address.
    path("pekerja.js", views.pekerja, name="pekerja"),
    path("survei/", views.daftar, name="daftar"),
    path("survei/luring/", views.halaman_luring, name="luring"),
    path("survei/hapus/", hapus_sendiri, name="hapus_sendiri"),
    path("hasil/", views.hasil_daftar, name="hasil_daftar"),
    path("hasil/<uuid:uuid>/", views.hasil, name="hasil"),
]
