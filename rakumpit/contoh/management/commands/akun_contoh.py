"""``manage.py akun_contoh``: with which accounts a visitor can look around."""

from __future__ import annotations

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from rakumpit.contoh.akun import (
    PERAN_LAIN,
    PERAN_PEGAWAI,
    SANDI,
    ContohDitolak,
    pastikan_bukan_produksi,
    pastikan_contoh,
)
from rakumpit.contoh.isi_organisasi import pegawai_bernomor
from rakumpit.contoh.muat import kantor_ada


class Command(BaseCommand):
    """Print the demo accounts."""

    help = "Menampilkan akun kantor contoh: peran, nama masuk, sandi."

    def add_arguments(self, parser: CommandParser) -> None:
        """Options."""
        parser.add_argument("--json", action="store_true", help="Cetak sebagai JSON.")

    def handle(self, *_: Any, **options: Any) -> None:
        """Refuse outside the demo, print otherwise.

        Where the sample office is loaded its data say that this is the demo, so a shell that did not start it may ask.
        """
        try:
            pastikan_bukan_produksi()
            ada = kantor_ada()
            if not ada:
                pastikan_contoh()
        except ContohDitolak as galat:
            raise CommandError(str(galat)) from galat
        if not ada:
            raise CommandError("Kantor contoh belum dimuat. Jalankan make demo, atau manage.py muat_contoh.")
        orang = pegawai_bernomor()
        akun = [{"peran": peran, "masuk": orang[no].nip, "sandi": SANDI} for peran, no in PERAN_PEGAWAI.items()]
        akun += [{"peran": peran, "masuk": email, "sandi": SANDI} for peran, email in PERAN_LAIN.items()]
        if options["json"]:
            self.stdout.write(json.dumps(akun, ensure_ascii=False, indent=1))
            return
        for satu in akun:
            self.stdout.write(f"{satu['peran']:<10} {satu['masuk']:<30} {satu['sandi']}")
