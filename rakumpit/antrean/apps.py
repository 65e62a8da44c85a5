from django.apps import AppConfig


class AntreanConfig(AppConfig):
    name = "rakumpit.antrean"
    verbose_name = "Antrean keluar"
