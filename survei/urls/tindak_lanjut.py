"""What follows from a result: for staff below /tindak-lanjut/, for everybody at /survei/tindak-lanjut/."""

from __future__ import annotations

from django.urls import path

from survei.views import tindak_lanjut as staf
from survei.views import tindak_lanjut_berkas as berkas
from survei.views import tindak_lanjut_publik as publik

urlpatterns = [
    path("survei/tindak-lanjut/", publik.tindak_lanjut_publik, name="tindak_lanjut_publik"),
    path("survei/kelola/<uuid:uuid>/tindak-lanjut/", staf.tindak_lanjut_survei, name="tindak_lanjut_survei"),
    path("survei/kelola/<uuid:uuid>/tindak-lanjut/<slug:unsur>/", staf.usulkan, name="tindak_lanjut_usul"),
    path("tindak-lanjut/", staf.daftar, name="tindak_lanjut_daftar"),
    path("tindak-lanjut/<uuid:uuid>/", staf.tindak_lanjut, name="tindak_lanjut"),
    path("tindak-lanjut/<uuid:uuid>/ubah/", staf.ubah, name="tindak_lanjut_ubah"),
    path("tindak-lanjut/<uuid:uuid>/setujui/", staf.setujui, name="tindak_lanjut_setujui"),
    path("tindak-lanjut/<uuid:uuid>/mulai/", staf.mulai, name="tindak_lanjut_mulai"),
    path("tindak-lanjut/<uuid:uuid>/selesai/", staf.selesaikan, name="tindak_lanjut_selesai"),
    path("tindak-lanjut/<uuid:uuid>/batal/", staf.batalkan, name="tindak_lanjut_batal"),
    path("tindak-lanjut/berkas/<uuid:uuid>/", berkas.berkas, name="tindak_lanjut_berkas"),
    path("tindak-lanjut/berkas/<uuid:uuid>/batal/", berkas.berkas_batal, name="tindak_lanjut_berkas_batal"),
]
