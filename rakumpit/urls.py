"""Addresses of the whole product. Paths are Indonesian; every object is named by its random ``uuid``."""

from __future__ import annotations

from django.conf import settings
from django.contrib import admin
from django.urls import include, path
from django.views.decorators.http import require_safe
from django.views.generic import RedirectView

from rakumpit import beranda, halaman, kesehatan

handler400 = "rakumpit.galat.galat_400"
handler403 = "rakumpit.galat.galat_403"
handler404 = "rakumpit.galat.galat_404"
handler429 = "rakumpit.galat.galat_429"  # asked by django-allauth
handler500 = "rakumpit.galat.galat_500"

urlpatterns = [
    path("", beranda.beranda, name="beranda"),
    # First, because the form of a survey is what is asked for most, and each pattern before it costs every request.
    path("", include("survei.urls")),
    path("", include("rakumpit.organisasi.urls_akun")),
    # Typed or shortened addresses; the pages themselves check.
    path("kinerja/", require_safe(RedirectView.as_view(pattern_name="kinerja:saya")), name="kinerja_depan"),
    path("pelatihan/", require_safe(RedirectView.as_view(pattern_name="pelatihan:saya")), name="pelatihan_depan"),
    path("kinerja/", include("kinerja.urls")),
    path("forum/", include("forum.urls")),
    path("pelatihan/", include("pelatihan.urls")),
    path("meja/", include("rakumpit.organisasi.urls")),
    path("pemberitahuan/", include("rakumpit.notifikasi.urls")),
    path("dokumen/", include("rakumpit.dokumen.urls")),
    path("admin/", admin.site.urls),
    path("cadangan/", include("rakumpit.cadangan.urls")),
    path("cari/", beranda.cari, name="cari"),
    path("akun/", halaman.akun, name="akun"),
    path("akun/tema/", halaman.pilih_tema, name="akun_tema"),
    path("akun/pengingat/", halaman.atur_pengingat, name="akun_pengingat"),
    path("aksesibilitas/", halaman.aksesibilitas, name="aksesibilitas"),
    path("saran-pengaduan/", halaman.saran_pengaduan, name="saran_pengaduan"),
    path("manifest.webmanifest", halaman.manifes, name="manifes"),
    path("healthz/live", kesehatan.hidup, name="healthz_live"),
    path("healthz/ready", kesehatan.siap, name="healthz_ready"),
]
if settings.HALAMAN_GAYA:
    urlpatterns.append(path("", include("rakumpit.tampilan.urls")))
