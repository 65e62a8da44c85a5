"""Addresses of the whole product. Paths are Indonesian; every object is named by its random ``uuid``."""

from __future__ import annotations

from django.contrib import admin
from django.urls import include, path

from rakumpit import beranda, kesehatan

handler400 = "rakumpit.galat.galat_400"
handler403 = "rakumpit.galat.galat_403"
handler404 = "rakumpit.galat.galat_404"
handler429 = "rakumpit.galat.galat_429"  # asked by django-allauth
handler500 = "rakumpit.galat.galat_500"

urlpatterns = [
    path("", beranda.beranda, name="beranda"),
    path("", include("rakumpit.organisasi.urls_akun")),
    path("", include("survei.urls")),
    path("kinerja/", include("kinerja.urls")),
    path("meja/", include("rakumpit.organisasi.urls")),
    path("pemberitahuan/", include("rakumpit.notifikasi.urls")),
    path("admin/", admin.site.urls),
    path("akun/", beranda.akun, name="akun"),
    path("healthz/live", kesehatan.hidup, name="healthz_live"),
    path("healthz/ready", kesehatan.siap, name="healthz_ready"),
]
