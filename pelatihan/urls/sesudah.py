"""What follows an event."""

from __future__ import annotations

from django.urls import URLPattern, path

from pelatihan.views import sesudah as views

urlpatterns: list[URLPattern] = [
    path("kegiatan/<uuid:kode>/dampak/", views.dampak, name="dampak"),
    path("kegiatan/<uuid:kode>/sepakat/", views.sepakat, name="sepakat"),
    path("kegiatan/<uuid:kode>/hasil/", views.hasil_simpul, name="hasil_simpul"),
    path("evaluasi-perilaku/<uuid:kode>/", views.evaluasi_perilaku, name="evaluasi_perilaku"),
]
