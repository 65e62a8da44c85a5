from django.apps import AppConfig


class OrganisasiConfig(AppConfig):
    name = "rakumpit.organisasi"
    verbose_name = "Organisasi"
