from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "rakumpit.audit"
    verbose_name = "Catatan akses dan perubahan"
