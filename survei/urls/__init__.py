"""Addresses of the survey: /survei/ and /hasil/ are public, /survei/kelola/ is for staff."""

from __future__ import annotations

from survei.urls import (
    dasbor,
    kalender,
    kelola,
    kertas,
    laporan,
    loket,
    penyusun,
    program,
    publik,
    standar,
    tindak_lanjut,
    titik,
)

app_name = "survei"

# The form of a survey is what is asked for most, and each pattern before it costs every request.
urlpatterns = [
    *publik.urlpatterns,
    *dasbor.urlpatterns,
    *kelola.urlpatterns,
    *kalender.urlpatterns,
    *laporan.urlpatterns,
    *kertas.urlpatterns,
    *penyusun.urlpatterns,
    *program.urlpatterns,
    *loket.urlpatterns,
    *standar.urlpatterns,
    *tindak_lanjut.urlpatterns,
    *titik.urlpatterns,
]
