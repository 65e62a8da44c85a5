"""Addresses of the forum: /forum/ is public, /forum/kelola/ is for staff."""

from __future__ import annotations

from django.urls import URLPattern

from forum.urls import diskusi, laporan, sesi

app_name = "forum"

# Words come before codes.
urlpatterns: list[URLPattern] = [
    *laporan.urlpatterns,
    *diskusi.urlpatterns,
    *sesi.urlpatterns,
]
