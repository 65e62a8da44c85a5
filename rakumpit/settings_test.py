"""Test choices. pytest-django loads the settings before conftest runs, so they cannot be made there."""

import os

os.environ.setdefault("RAKUMPIT_KLASTER", "pgtest")

from rakumpit.settings import *  # noqa: F403 - the cluster must be chosen before the settings read it

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
CONTOH = False
HALAMAN_GAYA = True
CELERY_BROKER_URL = "memory://"
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES["default"] = {"BACKEND": "django.core.files.storage.InMemoryStorage"}  # noqa: F405
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}  # noqa: F405
# The migrated database that each test database is a copy of (tests/templat.py).
DATABASES["default"]["TEST"] = {"TEMPLATE": os.environ.get("RAKUMPIT_TEMPLAT")}  # noqa: F405
