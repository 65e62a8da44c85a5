"""Addresses of registrations for events."""

from __future__ import annotations

from django.urls import URLPattern, path

from pelatihan.views import daftarkan, impor_peserta, pendaftaran, peserta

# Words come before codes.
urlpatterns: list[URLPattern] = [
    path("kegiatan/<uuid:kode>/daftar/", peserta.pendaftaran_daftar, name="pendaftaran_daftar"),
    path("kegiatan/<uuid:kode>/daftarkan/", daftarkan.pendaftaran_daftarkan, name="pendaftaran_daftarkan"),
    path("kegiatan/<uuid:kode>/peserta/", peserta.kegiatan_peserta, name="kegiatan_peserta"),
    path("kegiatan/<uuid:kode>/peserta/lembar/", peserta.kegiatan_peserta_lembar, name="kegiatan_peserta_lembar"),
    path("kegiatan/<uuid:kode>/peserta/impor/", impor_peserta.peserta_impor, name="peserta_impor"),
    path("kegiatan/<uuid:kode>/peserta/templat/", impor_peserta.peserta_templat, name="peserta_templat"),
    path("peserta-luar/<uuid:kode>/batal/", impor_peserta.peserta_luar_batal, name="peserta_luar_batal"),
    path("kegiatan/<uuid:kode>/pilihan/", peserta.kegiatan_pilihan, name="kegiatan_pilihan"),
    path("pendaftaran/", pendaftaran.pendaftaran_saya, name="pendaftaran_saya"),
    path("pendaftaran/menunggu/", pendaftaran.pendaftaran_menunggu, name="pendaftaran_menunggu"),
    path("pendaftaran/<uuid:kode>/", pendaftaran.pendaftaran, name="pendaftaran"),
    path("pendaftaran/<uuid:kode>/setujui/", pendaftaran.pendaftaran_setujui, name="pendaftaran_setujui"),
    path("pendaftaran/<uuid:kode>/tolak/", pendaftaran.pendaftaran_tolak, name="pendaftaran_tolak"),
    path("pendaftaran/<uuid:kode>/batal/", pendaftaran.pendaftaran_batal, name="pendaftaran_batal"),
    path("pendaftaran/<uuid:kode>/terima/", pendaftaran.pendaftaran_terima, name="pendaftaran_terima"),
    path("pendaftaran/<uuid:kode>/lepas/", pendaftaran.pendaftaran_lepas, name="pendaftaran_lepas"),
]
