"""Training of a year, and lists as Excel."""

from __future__ import annotations

from django.urls import URLPattern, path

from pelatihan.views import rekap as views

urlpatterns: list[URLPattern] = [
    path("rekap/", views.rekap, name="rekap"),
    path("rekap/unduh/", views.rekap_unduh, name="rekap_unduh"),
    path("tim/unduh/", views.tim_unduh, name="tim_unduh"),
    path("saya/unduh/", views.saya_unduh, name="saya_unduh"),
]
