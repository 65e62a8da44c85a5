"""Places of collection: short links and the kiosk for citizens, their desk for the pengelola."""

from __future__ import annotations

from django.urls import path

from survei.views import kios, titik

urlpatterns = [
    path("survei/titik/", titik.daftar, name="titik"),
    path("survei/titik/tambah/", titik.tambah, name="titik_tambah"),
    path("survei/titik/<uuid:uuid>/", titik.ubah, name="titik_ubah"),
    path("survei/titik/<uuid:uuid>/poster/", titik.poster, name="titik_poster"),
    path("survei/titik/<uuid:uuid>/qr/", titik.qr, name="titik_qr"),
    path("s/<str:kode>/", titik.pendek, name="titik_pendek"),
    path("kios/<str:kode>/", kios.awal, name="kios"),
    path("kios/<str:kode>/isi/", kios.isi, name="kios_isi"),
    path("kios/<str:kode>/keluar/", kios.keluar, name="kios_keluar"),
]
