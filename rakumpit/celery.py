"""The Celery application. Its settings are the ``CELERY_*`` names of the settings module.

A message is only a wake-up: the work itself is a row in the database, so a lost, doubled or late message changes
nothing but time. Tasks are sent by name from the outbox, never from a web request.
"""

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rakumpit.settings")

app = Celery("rakumpit")
# Floor under the settings module: only JSON is read, and a broker that does not answer fails fast.
app.add_defaults(
    {
        "task_serializer": "json",
        "accept_content": ["json"],
        "task_ignore_result": True,
        "broker_connection_timeout": 3,
        "broker_transport_options": {"socket_timeout": 5, "socket_connect_timeout": 3},
    }
)
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
