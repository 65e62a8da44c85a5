"""ASGI entry point, for servers that speak ASGI only; the product itself needs none of it."""

import os

from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rakumpit.settings")

application = get_asgi_application()
