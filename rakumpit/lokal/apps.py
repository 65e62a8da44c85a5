"""Django only needs this application for its two commands; it has no models."""

from django.apps import AppConfig


class LokalConfig(AppConfig):
    """Embedded servers and the supervisor behind ``make demo``."""

    name = "rakumpit.lokal"
    label = "lokal"
    verbose_name = "Server bawaan"
