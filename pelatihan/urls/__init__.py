"""Addresses of training: /pelatihan/ is for staff; certificates and the library of good practice are public."""

from __future__ import annotations

from django.urls import URLPattern

app_name = "pelatihan"

# Words come before codes.
urlpatterns: list[URLPattern] = []
