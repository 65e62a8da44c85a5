"""Certificates of own events."""

from __future__ import annotations

from django.urls import URLPattern, path

from pelatihan.views import sertifikat_kegiatan as views

urlpatterns: list[URLPattern] = [
    path("kegiatan/<uuid:kode>/sertifikat/", views.sertifikat_kegiatan, name="sertifikat_kegiatan"),
    path("kegiatan/<uuid:kode>/sertifikat/terbitkan/", views.sertifikat_terbitkan, name="sertifikat_terbitkan"),
    path("kegiatan/<uuid:kode>/sertifikat/unduh/", views.sertifikat_semua, name="sertifikat_semua"),
    path("sertifikat-kami/<uuid:kode>/", views.sertifikat_kami, name="sertifikat_kami"),
    path("sertifikat-kami/<uuid:kode>/unduh/", views.sertifikat_kami_unduh, name="sertifikat_kami_unduh"),
    path("sertifikat-kami/<uuid:kode>/cabut/", views.sertifikat_kami_cabut, name="sertifikat_kami_cabut"),
    path("sertifikat-kami/<uuid:kode>/ulang/", views.sertifikat_kami_ulang, name="sertifikat_kami_ulang"),
]
