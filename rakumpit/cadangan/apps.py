from django.apps import AppConfig


class CadanganConfig(AppConfig):
    name = "rakumpit.cadangan"
    verbose_name = "Cadangan"
