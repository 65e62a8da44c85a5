"""Addresses of performance management, below /kinerja/."""

from __future__ import annotations

from django.urls import path

from kinerja.views import bukti, dokumen, evaluasi, perilaku, realisasi, run, saya, skp, tim, unit

app_name = "kinerja"

urlpatterns = [
    path("saya/", saya.saya, name="saya"),
    path("skp/", skp.skp_daftar, name="skp_daftar"),
    path("skp/<uuid:kode>/", skp.skp, name="skp"),
    path("skp/<uuid:kode>/ajukan/", skp.skp_ajukan, name="skp_ajukan"),
    path("skp/<uuid:kode>/setujui/", skp.skp_setujui, name="skp_setujui"),
    path("skp/<uuid:kode>/kembalikan/", skp.skp_kembalikan, name="skp_kembalikan"),
    path("skp/<uuid:kode>/surat/", skp.skp_surat, name="skp_surat"),
    path("skp/<uuid:kode>/pindaian/", skp.skp_pindaian, name="skp_pindaian"),
    path("skp/<uuid:kode>/cetak/", dokumen.skp_cetak, name="skp_cetak"),
    path("skp/<uuid:kode>/rencana/tambah/", skp.rencana_tambah, name="rencana_tambah"),
    path("rencana/<uuid:kode>/ubah/", skp.rencana_ubah, name="rencana_ubah"),
    path("rencana/<uuid:kode>/hapus/", skp.rencana_hapus, name="rencana_hapus"),
    path("rencana/<uuid:kode>/indikator/tambah/", skp.indikator_tambah, name="indikator_tambah"),
    path("indikator/<uuid:kode>/ubah/", skp.indikator_ubah, name="indikator_ubah"),
    path("indikator/<uuid:kode>/hapus/", skp.indikator_hapus, name="indikator_hapus"),
    path("realisasi/", realisasi.realisasi_daftar, name="realisasi_daftar"),
    path("realisasi/<uuid:kode>/<slug:periode>/", realisasi.realisasi, name="realisasi"),
    path("realisasi/<uuid:kode>/<slug:periode>/bukti/", bukti.bukti_tambah, name="bukti_tambah"),
    path("bukti/<uuid:kode>/", bukti.bukti, name="bukti"),
    path("bukti/<uuid:kode>/batalkan/", bukti.bukti_batalkan, name="bukti_batalkan"),
    path("bukti/kiriman/<uuid:kode>/cukup/", bukti.bukti_cukup, name="bukti_cukup"),
    path("tim/", tim.tim, name="tim"),
    path("tim/nilai/", perilaku.tim_nilai, name="tim_nilai"),
    path("tim/tetapkan/", tim.tim_tetapkan, name="tim_tetapkan"),
    path("tim/<uuid:kode>/", evaluasi.nilai, name="nilai"),
    path("tim/<uuid:kode>/tetapkan/", evaluasi.tetapkan_satu, name="tetapkan"),
    path("tim/<uuid:kode>/surat/", evaluasi.surat, name="surat"),
    path("unit/", unit.unit_awal, name="unit_awal"),
    path("unit/<uuid:kode>/", unit.unit, name="unit"),
    path("unit/<uuid:kode>/unduh/", unit.unit_unduh, name="unit_unduh"),
    path("evaluasi/<uuid:kode>/", evaluasi.evaluasi, name="evaluasi"),
    path("evaluasi/<uuid:kode>/koreksi/", evaluasi.koreksi, name="koreksi"),
    path("evaluasi/<uuid:kode>/pindaian/", evaluasi.pindaian, name="pindaian"),
    path("evaluasi/<uuid:kode>/cetak/", dokumen.evaluasi_cetak, name="evaluasi_cetak"),
    path("evaluasi/<uuid:kode>/dokumen/", dokumen.dokumen_evaluasi_cetak, name="dokumen_evaluasi_cetak"),
    path("run/", run.run_daftar, name="run_daftar"),
    path("run/<uuid:kode>/", run.run, name="run"),
    path("periode/<slug:kode>/buka-kembali/", run.periode_buka, name="periode_buka"),
]
