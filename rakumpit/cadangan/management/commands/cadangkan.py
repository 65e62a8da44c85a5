"""Make a backup."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand
from django.template.defaultfilters import filesizeformat

from rakumpit.cadangan.management.keluar import jumlah, pesan_galat
from rakumpit.cadangan.proses import cadangkan
from rakumpit.cadangan.sandi import tersandi


class Command(BaseCommand):
    help = (
        "Membuat satu berkas cadangan: basis data, berkas yang diunggah, dan daftar isinya. Berkas dibaca lagi sebelum "
        "dinyatakan jadi, dan disandikan bila RAKUMPIT_CADANGAN_KUNCI disetel. Status keluar: 0 jadi, 1 gagal "
        "(cadangan lama tidak tersentuh), 2 perintah salah."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--ke", type=Path, metavar="FOLDER", help="folder tujuan; bawaannya RAKUMPIT_CADANGAN")
        parser.add_argument("--simpan", type=int, metavar="N", help="simpan N yang terbaru, hapus yang lebih lama")
        parser.add_argument("--json", action="store_true", help="cetak hasil sebagai JSON")

    def handle(self, *args: Any, **pilihan: Any) -> None:
        with pesan_galat():
            hasil = cadangkan(ke=pilihan["ke"], simpan=pilihan["simpan"])
        manifes = hasil.manifes
        if pilihan["json"]:
            isi = {
                "berkas": str(hasil.berkas),
                "bita": hasil.bita,
                "dibuat": manifes.dibuat.isoformat(),
                "baris": manifes.jumlah_baris,
                "media": len(manifes.media),
                "hilang": list(manifes.hilang),
                "dibuang": list(hasil.dibuang),
            }
            self.stdout.write(json.dumps(isi, ensure_ascii=False))
            return
        self.stdout.write(
            f"{hasil.berkas}: {filesizeformat(hasil.bita)}, {jumlah(manifes.jumlah_baris)} baris, "
            f"{jumlah(len(manifes.media))} berkas."
        )
        if hasil.dibuang:
            self.stdout.write(f"Cadangan lama dihapus: {', '.join(hasil.dibuang)}.")
        self.stdout.write(
            "Isinya disandikan. Simpan salinannya di disk lain, dan kuncinya di tempat lain lagi."
            if tersandi()
            else "Isinya tidak disandikan. Simpan salinannya di disk lain, di tempat yang terkunci."
        )
        if manifes.hilang:
            self.stderr.write(
                f"PERHATIAN: {len(manifes.hilang)} berkas disebut basis data, tetapi tidak ada di penyimpanan: "
                f"{', '.join(manifes.hilang[:5])}{' …' if len(manifes.hilang) > 5 else ''}"
            )
