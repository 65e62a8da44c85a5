"""Project package. The Celery application is imported here so that shared tasks bind to it in every process."""

from rakumpit.celery import app as celery_app

__all__ = ["celery_app"]
