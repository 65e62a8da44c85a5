"""Service programmes with their surveys, for those who own or lead them."""

from __future__ import annotations

from django.urls import path

from survei.views import program as views

urlpatterns = [
    path("survei/program/", views.daftar, name="program"),
    path("survei/program/<uuid:uuid>/", views.lihat, name="program_lihat"),
]
