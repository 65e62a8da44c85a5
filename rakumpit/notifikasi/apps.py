from django.apps import AppConfig


class NotifikasiConfig(AppConfig):
    name = "rakumpit.notifikasi"
    verbose_name = "Pemberitahuan"
