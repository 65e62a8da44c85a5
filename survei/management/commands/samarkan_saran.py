"""Mask what citizens worded where it is not masked yet, or not by the rules and names of today."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from rakumpit.organisasi.samaran import pola_kantor
from rakumpit.samaran import sidik_pola
from survei.proses.samaran import perlu_disamarkan, samarkan_saran


class Command(BaseCommand):
    help = (
        "Menyamarkan nama, NIK, nomor telepon, email, nomor rekening, dan nomor kendaraan dalam saran dan jawaban teks "
        "warga yang belum disamarkan, atau disamarkan dengan aturan dan daftar nama yang lama. Boleh dihentikan dan "
        "diulang. Berjalan sendiri tiap sepuluh menit."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--periksa", action="store_true", help="hanya menghitung, tidak mengubah apa pun")

    def handle(self, *args: Any, **pilihan: Any) -> None:
        if pilihan["periksa"]:
            banyak = perlu_disamarkan(sidik_pola(pola_kantor())).count()
            self.stdout.write(f"{banyak} jawaban bertulisan perlu disamarkan.")
        else:
            self.stdout.write(f"{samarkan_saran()} jawaban bertulisan disamarkan.")
