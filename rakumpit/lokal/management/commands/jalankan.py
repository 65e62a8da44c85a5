"""``manage.py jalankan``: the whole product in one terminal."""

import os
import sys
from typing import Any

from django.core.management import get_commands
from django.core.management.base import BaseCommand, CommandParser

from rakumpit.lokal.pengawas import Pengawas, baca_porta


class Command(BaseCommand):
    """Start everything, watch it, stop it in order on Ctrl-C."""

    help = "Menyalakan basis data, perantara pesan, pekerja, dan server web; Ctrl-C menghentikan semuanya."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        """Options."""
        parser.add_argument("--contoh", action="store_true", help="Muat kantor contoh (nama dan angka rekaan).")
        porta = os.environ.get("PORT") or "8000"
        parser.add_argument("--porta", default=porta, help="Porta web; bila kosong dipakai PORT, lalu 8000.")

    def handle(self, *_: Any, **options: Any) -> None:
        """Run until stopped."""
        Pengawas(
            porta=baca_porta(options["porta"]),
            contoh=options["contoh"],
            perintah=frozenset(get_commands()),
            keluaran=sys.stdout,
        ).jalan()
