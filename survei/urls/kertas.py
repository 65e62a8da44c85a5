"""Paper forms: bundles of a survey, and the typing of their sheets."""

from __future__ import annotations

from django.urls import path

from survei.views import kertas, kertas_ketik

urlpatterns = [
    path("survei/kelola/<uuid:uuid>/kertas/", kertas.daftar, name="kertas_daftar"),
    path("survei/kertas/", kertas.saya, name="kertas"),
    path("survei/kertas/<uuid:uuid>/", kertas.batch, name="kertas_batch"),
    path("survei/kertas/<uuid:uuid>/formulir/", kertas.formulir, name="kertas_formulir"),
    path("survei/kertas/<uuid:uuid>/petugas/", kertas.petugas, name="kertas_petugas"),
    path("survei/kertas/<uuid:uuid>/ketik/", kertas_ketik.ketik, name="kertas_ketik"),
    path("survei/kertas/<uuid:uuid>/selesai/", kertas.selesai, name="kertas_selesai"),
    path("survei/kertas/<uuid:uuid>/periksa/", kertas_ketik.periksa, name="kertas_periksa"),
    path("survei/kertas/<uuid:uuid>/banding/", kertas_ketik.banding, name="kertas_banding"),
    path("survei/kertas/<uuid:uuid>/hitung/", kertas.hitung, name="kertas_hitung"),
    path("survei/kertas/<uuid:uuid>/batal/", kertas.batal, name="kertas_batal"),
    path("survei/kertas/lembar/<uuid:uuid>/urungkan/", kertas_ketik.urungkan, name="kertas_urungkan"),
    path("survei/kertas/lembar/<uuid:uuid>/batal/", kertas.lembar_batal, name="kertas_lembar_batal"),
    path("survei/kertas/lembar/<uuid:uuid>/koreksi/", kertas_ketik.koreksi, name="kertas_koreksi"),
]
