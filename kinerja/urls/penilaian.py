"""Rating: the team, one evaluation, colleagues, the office and its distribution."""

from __future__ import annotations

from django.urls import URLPattern, path

from kinerja.views import (
    capaian,
    evaluasi,
    pengaduan,
    penilai_diminta,
    penilaian_diri,
    perilaku,
    rekomendasi,
    sebaran,
    tim,
    tim_kemajuan,
    tim_skp,
)

alamat: list[URLPattern] = [
    path("evaluasi/<uuid:kode>/pengaduan/", pengaduan.pengaduan_kaitkan, name="pengaduan_kaitkan"),
    path("pengaduan/<uuid:kode>/tanggapan/", pengaduan.pengaduan_tanggapi, name="pengaduan_tanggapi"),
    path("pengaduan/<uuid:kode>/cabut/", pengaduan.pengaduan_cabut, name="pengaduan_cabut"),
    path("penilaian-diri/<slug:periode>/", penilaian_diri.penilaian_diri, name="penilaian_diri"),
    path("capaian/", capaian.capaian_daftar, name="capaian_daftar"),
    path("capaian/pindaian/<uuid:kode>/", capaian.capaian_pindaian, name="capaian_pindaian"),
    path("capaian/<uuid:kode>/<slug:periode>/", capaian.capaian, name="capaian"),
    path("capaian/<uuid:kode>/<slug:periode>/surat/", capaian.capaian_surat, name="capaian_surat"),
    path("sebaran/<uuid:kode>/<slug:periode>/", sebaran.sebaran, name="sebaran"),
    path("tim/", tim.tim, name="tim"),
    path("tim/penilai/<slug:periode>/<uuid:kode>/", penilai_diminta.tim_penilai, name="tim_penilai"),
    path("tim/rekomendasi/<slug:periode>/<uuid:kode>/", rekomendasi.rekomendasi_minta, name="rekomendasi_minta"),
    path("tim/nilai/", perilaku.tim_nilai, name="tim_nilai"),
    path("tim/tetapkan/", tim.tim_tetapkan, name="tim_tetapkan"),
    path("tim/skp/", tim_skp.tim_skp, name="tim_skp"),
    path("tim/kemajuan/", tim_kemajuan.tim_kemajuan, name="tim_kemajuan"),
    path("tim/<uuid:kode>/", evaluasi.nilai, name="nilai"),
    path("tim/<uuid:kode>/tetapkan/", evaluasi.tetapkan_satu, name="tetapkan"),
    path("tim/<uuid:kode>/surat/", evaluasi.surat, name="surat"),
    path("nilai-rekan/<uuid:kode>/", penilai_diminta.rekan_nilai, name="rekan_nilai"),
    path("rekomendasi/<uuid:kode>/", rekomendasi.rekomendasi, name="rekomendasi"),
    path("rekomendasi/<uuid:kode>/batal/", rekomendasi.rekomendasi_batal, name="rekomendasi_batal"),
    path("evaluasi/<uuid:kode>/", evaluasi.evaluasi, name="evaluasi"),
    path("evaluasi/<uuid:kode>/koreksi/", evaluasi.koreksi, name="koreksi"),
    path("evaluasi/<uuid:kode>/pindaian/", evaluasi.pindaian, name="pindaian"),
]
