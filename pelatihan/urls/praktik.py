"""Good practice: the library of the office, trials, and the public pages."""

from __future__ import annotations

from django.urls import URLPattern, path

from pelatihan.views import praktik, praktik_coba, praktik_kelola

urlpatterns: list[URLPattern] = [
    path("umum/praktik/", praktik.praktik_umum_daftar, name="praktik_umum_daftar"),
    path("umum/praktik/<uuid:kode>/", praktik.praktik_umum, name="praktik_umum"),
    path("umum/berkas/<uuid:kode>/", praktik.praktik_umum_berkas, name="praktik_umum_berkas"),
    path("praktik/", praktik.praktik_daftar, name="praktik_daftar"),
    path("kegiatan/<uuid:kode>/praktik/", praktik.praktik_kegiatan, name="praktik_kegiatan"),
    path("praktik/usul/", praktik_kelola.praktik_usul, name="praktik_usul"),
    path("praktik/<uuid:kode>/", praktik.praktik, name="praktik"),
    path("praktik/<uuid:kode>/ubah/", praktik_kelola.praktik_ubah, name="praktik_ubah"),
    path("praktik/<uuid:kode>/terima/", praktik_kelola.praktik_terima, name="praktik_terima"),
    path("praktik/<uuid:kode>/tolak/", praktik_kelola.praktik_tolak, name="praktik_tolak"),
    path("praktik/<uuid:kode>/terbitkan/", praktik_kelola.praktik_terbitkan, name="praktik_terbitkan"),
    path("praktik/<uuid:kode>/turunkan/", praktik_kelola.praktik_turunkan, name="praktik_turunkan"),
    path("praktik/<uuid:kode>/arsipkan/", praktik_kelola.praktik_arsipkan, name="praktik_arsipkan"),
    path("praktik/<uuid:kode>/pulihkan/", praktik_kelola.praktik_pulihkan, name="praktik_pulihkan"),
    path("praktik/<uuid:kode>/nama/", praktik_kelola.praktik_nama, name="praktik_nama"),
    path("praktik/<uuid:kode>/berkas/", praktik_kelola.praktik_berkas_tambah, name="praktik_berkas_tambah"),
    path("praktik/<uuid:kode>/komentar/", praktik_kelola.praktik_komentar, name="praktik_komentar"),
    path("praktik/<uuid:kode>/coba/", praktik_coba.praktik_coba, name="praktik_coba"),
    path("praktik/berkas/<uuid:kode>/", praktik.praktik_berkas, name="praktik_berkas"),
    path("praktik/berkas/<uuid:kode>/batal/", praktik_kelola.praktik_berkas_batal, name="praktik_berkas_batal"),
    path("praktik/komentar/<uuid:kode>/sunting/", praktik_kelola.komentar_sunting, name="komentar_sunting"),
    path("praktik/komentar/<uuid:kode>/sembunyikan/", praktik_kelola.komentar_sembunyikan, name="komentar_sembunyikan"),
    path("praktik/coba/<uuid:kode>/", praktik_coba.adopsi, name="adopsi"),
    path("praktik/coba/<uuid:kode>/rencana/", praktik_coba.adopsi_rencana, name="adopsi_rencana"),
    path("praktik/coba/<uuid:kode>/hasil/", praktik_coba.adopsi_hasil, name="adopsi_hasil"),
    path("praktik/coba/<uuid:kode>/batal/", praktik_coba.adopsi_batal, name="adopsi_batal"),
]
