#!/usr/bin/env python
"""Command line of the project. Without DATABASE_URL it starts or adopts the embedded servers for its own time."""

import os
import sys


def main() -> None:
    """Run a management command."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rakumpit.settings")
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
