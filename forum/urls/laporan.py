"""Reports of citizens: for everybody below /forum/, for staff below /forum/kelola/laporan/."""

from __future__ import annotations

from django.urls import path, re_path

from forum.views import lacak, laporan_daftar, laporan_kelola, laporan_publik

urlpatterns = [
    path("lapor/", laporan_publik.lapor, name="lapor"),
    path("lacak/", lacak.lacak, name="lacak"),
    path("lacak/<slug:kata>/", lacak.langkah, name="lacak_langkah"),
    path("laporan/", laporan_publik.daftar_umum, name="laporan_umum"),
    path("kelola/laporan/", laporan_daftar.daftar, name="laporan_daftar"),
    path("kelola/laporan/catat/", laporan_publik.catat, name="laporan_catat"),
    path("kelola/laporan/ukuran/", laporan_daftar.ukuran, name="laporan_ukuran"),
    re_path(r"^kelola/laporan/ukuran/(?P<bentuk>csv|xlsx)/$", laporan_daftar.unduh_ukuran, name="laporan_ukuran_unduh"),
    path("kelola/laporan/foto/<uuid:uuid>/", laporan_kelola.foto, name="laporan_foto"),
    path("kelola/laporan/<uuid:uuid>/", laporan_kelola.laporan_kelola, name="laporan_kelola"),
    path("kelola/laporan/<uuid:uuid>/identitas/", laporan_kelola.identitas, name="laporan_identitas"),
    *(
        path(
            f"kelola/laporan/<uuid:uuid>/{kata}/",
            laporan_kelola.langkah,
            {"kata": kata},
            name=f"laporan_{kata.replace('-', '_')}",
        )
        for kata in laporan_kelola.AKSI
    ),
]
