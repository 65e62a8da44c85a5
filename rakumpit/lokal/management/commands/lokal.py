"""``manage.py lokal start|stop|status``: the embedded servers without the rest of the product."""

import json
from dataclasses import asdict
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from rakumpit.lokal import alamat, layanan
from rakumpit.lokal.galat import LokalError


class Command(BaseCommand):
    """Start, stop or show the embedded servers."""

    help = "Menyalakan (start), menghentikan (stop), atau menampilkan (status) PostgreSQL dan Valkey bawaan."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        """Options."""
        parser.add_argument("tindakan", choices=["start", "stop", "status"], help="Yang dilakukan.")
        parser.add_argument("--paksa", action="store_true", help="stop: hentikan walau masih dipakai perintah lain.")
        parser.add_argument("--json", action="store_true", help="status: keluarkan sebagai JSON.")

    def handle(self, *_: Any, **options: Any) -> None:
        """Do one of the three."""
        nama = [alamat.klaster(), "vk"]
        if options["tindakan"] == "start":
            for satu in nama:
                layanan.tetapkan(satu)
        elif options["tindakan"] == "stop":
            # Reverse order: the broker's users write to the database.
            sisa = [satu for satu in reversed(nama) if not layanan.hentikan(satu, paksa=options["paksa"])]
            if sisa:
                raise LokalError(f"Masih dipakai perintah lain: {', '.join(sisa)}. Tambahkan --paksa bila perlu.")
        self._tampilkan(nama, sebagai_json=options["json"])

    def _tampilkan(self, nama: list[str], *, sebagai_json: bool) -> None:
        daftar = [layanan.keadaan(satu) for satu in nama]
        if sebagai_json:
            self.stdout.write(json.dumps([asdict(satu) for satu in daftar]))
            return
        for satu in daftar:
            keadaan = "menyala" if satu.menyala else "mati"
            tetap = ", tetap menyala sampai «lokal stop»" if satu.tetap else ""
            self.stdout.write(f"{satu.sebutan}: {keadaan}{tetap} ({satu.alamat})")
