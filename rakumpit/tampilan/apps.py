"""App declaration; it has no models."""

from __future__ import annotations

from django.apps import AppConfig


class TampilanConfig(AppConfig):
    """Components, charts and the living style page."""

    name = "rakumpit.tampilan"
    label = "tampilan"
    verbose_name = "Tampilan"
