"""Pages that bring figures together, and the assisted mode of the officers."""

from __future__ import annotations

from django.urls import path

from survei.views import dibantu, ikhtisar, pengumpulan, suara

urlpatterns = [
    path("survei/kelola/<uuid:uuid>/pengumpulan/", pengumpulan.pengumpulan_survei, name="pengumpulan"),
    path("survei/ikhtisar/", ikhtisar.ikhtisar, name="ikhtisar"),
    path("survei/ikhtisar/unduh/", ikhtisar.unduh, name="ikhtisar_unduh"),
    path("suara-warga/", suara.suara, name="suara"),
    path("survei/dibantu/", dibantu.daftar, name="dibantu"),
    path("survei/dibantu/<uuid:uuid>/", dibantu.isi, name="dibantu_isi"),
]
