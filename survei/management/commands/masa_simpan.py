"""Delete what citizens wrote when its time is over."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from survei.proses.masa_simpan import hapus_jatuh_tempo, jatuh_tempo


class Command(BaseCommand):
    help = (
        "Menyebut tulisan dan jawaban warga yang masa simpannya habis. Dengan --hapus, menghapusnya; hitungan dan "
        "hasil tetap. Boleh dihentikan dan diulang. Berjalan sendiri setiap hari."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--hapus", action="store_true", help="hapus; tanpa ini hanya menyebut")

    def handle(self, *args: Any, **pilihan: Any) -> None:
        semua = hapus_jatuh_tempo() if pilihan["hapus"] else jatuh_tempo()
        for satu in semua:
            apa = f"{satu.survei.kode}: {satu.jumlah} {satu.apa}"
            if satu.tunda:
                self.stdout.write(f"{apa} ditunda, {satu.tunda}.")
            else:
                self.stdout.write(f"{apa} {'dihapus' if pilihan['hapus'] else 'jatuh tempo'}.")
        if not semua:
            self.stdout.write("Tidak ada yang jatuh tempo.")
