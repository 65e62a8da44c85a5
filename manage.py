#!/usr/bin/env python
"""Command line of the project. Without DATABASE_URL it starts or adopts the embedded servers for its own time."""

import gc
import os
import sys


def main() -> None:
    """Run a management command."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rakumpit.settings")
    # A command builds many objects that last as long as it does, migrations most of all: to look through all of them
    # after every 700 new ones is a sixth of the time of `migrate`.
    gc.set_threshold(5_000, 10, 10)
    try:
        from django.core.management import execute_from_command_line

        from rakumpit.lokal.galat import LokalError
        from rakumpit.lokal.perintah import server_perintah
    except ImportError as galat:
        sys.exit(
            f"Pustaka belum lengkap ({galat}). Jalankan «make demo» sekali, lalu pakai .venv/bin/python manage.py …"
        )
    try:
        with server_perintah(sys.argv):
            execute_from_command_line(sys.argv)
    except LokalError as galat:
        sys.exit(str(galat))


if __name__ == "__main__":
    main()
