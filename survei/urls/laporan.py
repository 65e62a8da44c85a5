"""Report, publication sheet, open data, and opening a locked survey again."""

from __future__ import annotations

from django.urls import path

from survei.views import buka_kembali, data_terbuka, laporan, lembar, sampel

urlpatterns = [
    path("survei/kelola/<uuid:uuid>/laporan/", laporan.laporan, name="laporan"),
    path("survei/kelola/<uuid:uuid>/laporan/pratinjau/", laporan.pratinjau, name="laporan_pratinjau"),
    path("survei/kelola/<uuid:uuid>/sampel/", sampel.sampel, name="sampel"),
    path("survei/kelola/<uuid:uuid>/buka-kembali/", buka_kembali.minta, name="buka_minta"),
    path("survei/buka-kembali/<uuid:uuid>/", buka_kembali.permintaan_buka, name="permintaan_buka"),
    path("survei/buka-kembali/<uuid:uuid>/setujui/", buka_kembali.setujui, name="buka_setujui"),
    path("survei/buka-kembali/<uuid:uuid>/tolak/", buka_kembali.tolak, name="buka_tolak"),
    path("survei/buka-kembali/<uuid:uuid>/tarik/", buka_kembali.tarik, name="buka_tarik"),
    path("survei/buka-kembali/<uuid:uuid>/sertakan/", buka_kembali.sertakan, name="buka_sertakan"),
    path("hasil/<uuid:uuid>/lembar/", lembar.lembar, name="lembar"),
    path("hasil/<uuid:uuid>/lembar.pdf", lembar.lembar_pdf, name="lembar_pdf"),
    path("data/", data_terbuka.katalog, name="data_katalog"),
    path("data/kamus/", data_terbuka.kamus, name="data_kamus"),
    path("data/skm/<uuid:uuid>.csv", data_terbuka.csv, name="data_csv"),
    path("data/skm/<uuid:uuid>.json", data_terbuka.data_json, name="data_json"),
]
