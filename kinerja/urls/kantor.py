"""Pages about a person's year, a unit or the whole office, and what the pengelola runs."""

from __future__ import annotations

from django.urls import URLPattern, path

from kinerja.views import (
    kalender,
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
    path("rekap/", rekap.rekap, name="rekap"),
    path("rekap/lembar/", rekap.rekap_lembar, name="rekap_lembar"),
    path("ekspor/skp/", rekap.ekspor_skp, name="ekspor_skp"),
    path("ekspor/evaluasi/", rekap.ekspor_evaluasi, name="ekspor_evaluasi"),
    path("run/", run.run_daftar, name="run_daftar"),
    path("run/<uuid:kode>/", run.run, name="run"),
    path("periode/<slug:kode>/buka-kembali/", run.periode_buka, name="periode_buka"),
]
