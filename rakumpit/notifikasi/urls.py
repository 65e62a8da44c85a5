"""Addresses of the notices, below /pemberitahuan/."""

from __future__ import annotations

from django.urls import path

from rakumpit.notifikasi import views

app_name = "notifikasi"

urlpatterns = [
    path("", views.daftar, name="daftar"),
    path("<uuid:kode>/buka/", views.buka, name="buka"),
    path("<uuid:kode>/tandai/", views.tandai, name="tandai"),
    path("tandai-semua/", views.tandai_semua, name="tandai_semua"),
]
