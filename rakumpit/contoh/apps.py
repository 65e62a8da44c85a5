"""The sample office: invented people and figures for a demonstration."""

from django.apps import AppConfig


class ContohConfig(AppConfig):
    name = "rakumpit.contoh"
    label = "contoh"
    verbose_name = "Kantor contoh"
