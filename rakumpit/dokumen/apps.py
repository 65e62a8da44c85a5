from django.apps import AppConfig


class DokumenConfig(AppConfig):
    name = "rakumpit.dokumen"
    verbose_name = "Dokumen resmi"
