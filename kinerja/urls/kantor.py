"""Pages about a person's year, a unit or the whole office, and what the pengelola runs."""

from __future__ import annotations

from django.urls import URLPattern, path

from kinerja.views import (
    kalender,
    laporan_data,
    plh,
    rekap,
    run,
    saya,
    tahun,
    unit,
)

alamat: list[URLPattern] = [
    path("saya/", saya.saya, name="saya"),
    path("saya/tahun/", tahun.tahun, name="tahun"),
    path("kalender/", kalender.kalender, name="kalender"),
    path("kalender/unduh.ics", kalender.kalender_unduh, name="kalender_unduh"),
    path("unit/", unit.unit_awal, name="unit_awal"),
    path("unit/<uuid:kode>/", unit.unit, name="unit"),
    path("unit/<uuid:kode>/unduh/", unit.unit_unduh, name="unit_unduh"),
    path("plh/", plh.plh, name="plh"),
    path("plh/<uuid:kode>/akhiri/", plh.plh_akhiri, name="plh_akhiri"),
    path("laporan-data/", laporan_data.laporan_data_daftar, name="laporan_data_daftar"),
    path("laporan-data/tambah/", laporan_data.laporan_data_tambah, name="laporan_data_tambah"),
    path("laporan-data/masuk/", laporan_data.laporan_data_masuk, name="laporan_data_masuk"),
    path("laporan-data/<uuid:kode>/", laporan_data.laporan_data, name="laporan_data"),
    path("laporan-data/<uuid:kode>/jawab/", laporan_data.laporan_data_jawab, name="laporan_data_jawab"),
    path("laporan-data/<uuid:kode>/cabut/", laporan_data.laporan_data_cabut, name="laporan_data_cabut"),
    path("rekap/", rekap.rekap, name="rekap"),
    path("rekap/lembar/", rekap.rekap_lembar, name="rekap_lembar"),
    path("ekspor/skp/", rekap.ekspor_skp, name="ekspor_skp"),
    path("ekspor/evaluasi/", rekap.ekspor_evaluasi, name="ekspor_evaluasi"),
    path("run/", run.run_daftar, name="run_daftar"),
    path("run/<uuid:kode>/", run.run, name="run"),
    path("periode/<slug:kode>/buka-kembali/", run.periode_buka, name="periode_buka"),
]
