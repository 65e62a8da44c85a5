"""Addresses of performance management, below /kinerja/; one list a topic."""

from __future__ import annotations

from kinerja.urls import kantor, pelaksanaan, penilaian, rencana, sesudah

app_name = "kinerja"

urlpatterns = [
    *kantor.alamat,
    *rencana.alamat,
    *pelaksanaan.alamat,
    *penilaian.alamat,
    *sesudah.alamat,
]
