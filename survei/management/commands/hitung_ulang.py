"""Recount of a survey that is not locked, day by day."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from survei.models import Respons, Survei
from survei.proses import hitung_ulang


class Command(BaseCommand):
    """manage.py hitung_ulang --survei KODE."""

    help = (
        "Menghitung ulang pencacah satu survei dari jawabannya, hari demi hari, misalnya sesudah pemulihan basis data. "
        "Survei yang sudah dikunci tidak disentuh. Status keluar: 0 selesai, 1 ditolak."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--survei", required=True, metavar="KODE", help="kode survei")

    def handle(self, *args: Any, **pilihan: Any) -> None:
        survei = Survei.objects.filter(kode=pilihan["survei"]).first()
        if survei is None:
            raise CommandError(f"Survei «{pilihan['survei']}» tidak ada.")
        if survei.hitungan_final:
            raise CommandError("Survei ini sudah dikunci, jadi hitungannya tidak berubah lagi.")
        kelompok = Respons.objects.filter(survei=survei).order_by("tanggal", "layanan_id")
        hari = 0
        for layanan_id, tanggal in kelompok.values_list("layanan_id", "tanggal").distinct():
            hari += hitung_ulang(survei_id=survei.pk, layanan_id=layanan_id, hari=tanggal)
        self.stdout.write(f"{hari} hari layanan dihitung ulang.")
