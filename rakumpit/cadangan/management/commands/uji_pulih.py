"""Try a restore without touching anything."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from rakumpit.cadangan.management.keluar import DITOLAK, jumlah, pesan_galat
from rakumpit.cadangan.proses import uji_pulih
from rakumpit.waktu import format_waktu


class Command(BaseCommand):
    help = (
        "Mencoba memulihkan cadangan terbaru, atau BERKAS, ke basis data sementara di samping yang asli, membandingkan "
        "jumlah barisnya, dan menjalankan verifikasi. Basis data sementara selalu dihapus; yang asli tidak disentuh. "
        "Status keluar: 0 cadangan dapat diandalkan, 1 tidak, 2 perintah salah."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("berkas", type=Path, nargs="?", metavar="BERKAS", help="bawaannya cadangan terbaru")
        parser.add_argument(
            "--kunci-lain", action="store_true", help="teruskan walau RAKUMPIT_SECRET_KEY yang lama sudah hilang"
        )
        parser.add_argument("--json", action="store_true", help="cetak hasil sebagai JSON")

    def handle(self, *args: Any, **pilihan: Any) -> None:
        with pesan_galat():
            hasil = uji_pulih(berkas=pilihan["berkas"], kunci_lain=pilihan["kunci_lain"])
        manifes = hasil.manifes
        if pilihan["json"]:
            isi = {
                "berkas": str(hasil.berkas),
                "dibuat": manifes.dibuat.isoformat(),
                "baris": manifes.jumlah_baris,
                "media": len(manifes.media),
                "hilang": list(manifes.hilang),
                "migrasi": hasil.migrasi,
                "salah": list(hasil.salah),
            }
            self.stdout.write(json.dumps(isi, ensure_ascii=False))
        else:
            for satu in hasil.salah:
                self.stdout.write(f"BEDA {satu}")
            self.stdout.write(
                f"{hasil.berkas.name} ({format_waktu(manifes.dibuat)}) dimuat ke basis data sementara: "
                f"{jumlah(manifes.jumlah_baris)} baris di {len(manifes.baris)} tabel, {jumlah(len(manifes.media))} "
                f"berkas, {hasil.migrasi} migrasi; {len(hasil.salah)} berbeda."
            )
            if manifes.hilang:
                self.stdout.write(f"{len(manifes.hilang)} berkas sudah tidak ada sewaktu cadangan dibuat.")
        if hasil.salah:
            raise CommandError(f"{hasil.berkas.name} tidak dapat diandalkan. Buat cadangan baru.", returncode=DITOLAK)
