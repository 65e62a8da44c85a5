"""Address of the living style page; included only where ``settings.HALAMAN_GAYA`` is on."""

from __future__ import annotations

from django.urls import path

from rakumpit.tampilan import gaya

urlpatterns = [path("gaya/", gaya.gaya, name="gaya")]
