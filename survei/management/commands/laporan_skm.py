"""The SKM report of a locked survey as a file."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from survei.models import Survei
from survei.proses.laporan import BENTUK, buat_laporan

DITOLAK = 1
SALAH_PAKAI = 2


class Command(BaseCommand):
    """manage.py laporan_skm --survei KODE --keluaran BERKAS [--umum] [--tujuan TEKS]."""

    help = (
        "Membuat laporan SKM dari survei yang sudah dikunci: PDF dengan kode verifikasi, DOCX, atau XLSX, menurut "
        "akhiran nama berkas. Laporan kantor memuat jawaban per formulir tanpa data diri; --umum membuat laporan untuk "
        "umum. Berkas yang sudah ada tidak ditimpa tanpa --timpa. Status keluar: 0 selesai, 1 ditolak (survei belum "
        "dikunci), 2 perintah salah."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take survey, file and version."""
        parser.add_argument("--survei", required=True, metavar="KODE", help="kode survei")
        parser.add_argument("--keluaran", required=True, metavar="BERKAS", help="berkas .pdf, .docx, atau .xlsx")
        parser.add_argument("--umum", action="store_true", help="laporan untuk umum: hanya dari hasil yang terbit")
        parser.add_argument(
            "--tujuan",
            default="Dibuat dengan perintah laporan_skm",
            metavar="TEKS",
            help="untuk apa laporan kantor dibuat; tercatat di audit",
        )
        parser.add_argument("--timpa", action="store_true", help="timpa berkas yang sudah ada")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Make the report and write it beside its name first, so that a broken disk leaves no half a file."""
        jalur = Path(options["keluaran"])
        bentuk = jalur.suffix.lower().removeprefix(".")
        if bentuk not in BENTUK:
            raise CommandError(
                f"Akhiran {jalur.name} tidak dikenal. Pakai .pdf, .docx, atau .xlsx.", returncode=SALAH_PAKAI
            )
        if jalur.exists() and not options["timpa"]:
            raise CommandError(f"{jalur.name} sudah ada. Pakai nama lain, atau --timpa.", returncode=SALAH_PAKAI)
        if not jalur.parent.is_dir():
            raise CommandError(f"Folder untuk {jalur.name} tidak ada.", returncode=SALAH_PAKAI)
        survei = Survei.objects.filter(kode=options["survei"]).first()
        if survei is None:
            raise CommandError(f"Survei dengan kode {options['survei']} tidak ada.", returncode=SALAH_PAKAI)
        try:
            isi, dokumen = buat_laporan(
                survei=survei, bentuk=bentuk, umum=options["umum"], oleh=None, tujuan=options["tujuan"]
            )
        except ValidationError as galat:
            raise CommandError(" ".join(galat.messages), returncode=DITOLAK) from galat
        try:
            sementara = jalur.with_name(f".{jalur.name}.sementara")
            sementara.write_bytes(isi)
            sementara.replace(jalur)
        except OSError as galat:
            raise CommandError(f"{jalur.name} tidak dapat ditulis.", returncode=SALAH_PAKAI) from galat
        self.stdout.write(f"{jalur.name}: {len(isi):,} bita.".replace(",", "."))
        if dokumen is not None:
            self.stdout.write(f"Kode verifikasi {dokumen.kode_tampil}, versi {dokumen.versi}.")
