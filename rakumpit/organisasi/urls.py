"""Addresses of the desk of the pengelola, under /meja/."""

from __future__ import annotations

from django.urls import path

from rakumpit.organisasi import views

app_name = "organisasi"

urlpatterns = [
    path("", views.meja, name="meja"),
    path("pegawai/", views.pegawai_daftar, name="pegawai_daftar"),
    path("pegawai/cari-nip/", views.cari_nip, name="cari_nip"),
    path("pegawai/kode/", views.kode_cetak, name="kode_cetak"),
    path("pegawai/<uuid:kode>/", views.pegawai_rinci, name="pegawai_rinci"),
    path("pegawai/<uuid:kode>/mutasi/", views.mutasi, name="mutasi"),
    path("pegawai/<uuid:kode>/tunjuk/", views.tunjuk, name="tunjuk"),
    path("pegawai/<uuid:kode>/berhenti/", views.berhenti, name="berhenti"),
    path("penugasan/<uuid:kode>/akhiri/", views.penugasan_akhiri, name="penugasan_akhiri"),
    path("impor/", views.impor, name="impor"),
    path("impor/periksa/", views.impor_periksa, name="impor_periksa"),
    path("impor/templat/", views.impor_templat, name="impor_templat"),
    path("impor/<uuid:kode>/urungkan/", views.impor_urungkan, name="impor_urungkan"),
]
