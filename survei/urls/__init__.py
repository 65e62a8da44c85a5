"""Addresses of the survey: /survei/ and /hasil/ are public, /survei/kelola/ is for staff."""

from __future__ import annotations

from survei.urls import kelola, loket, publik, standar, titik

app_name = "survei"

# Words come before codes: /survei/kelola/ is no survey.
urlpatterns = [*kelola.urlpatterns, *loket.urlpatterns, *standar.urlpatterns, *titik.urlpatterns, *publik.urlpatterns]
