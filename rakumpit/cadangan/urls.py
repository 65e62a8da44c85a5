"""Address of the page about backups."""

from __future__ import annotations

from django.urls import path

from rakumpit.cadangan import views

app_name = "cadangan"

urlpatterns = [path("", views.keadaan, name="keadaan")]
