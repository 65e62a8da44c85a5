from django.urls import path

from rakumpit.dokumen import views

app_name = "dokumen"
urlpatterns = [
    path("", views.periksa, name="periksa"),
    path("<str:kode>/", views.lihat, name="lihat"),
]
