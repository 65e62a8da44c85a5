"""Answers from the office's sheets into a survey; without --simpan a dry run."""

from __future__ import annotations

import hashlib
import json
from argparse import ArgumentParser
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from survei.berkas import BerkasSKMTidakTerbaca, baca_jawaban
from survei.models import Survei
from survei.perhitungan import NilaiTidakSah, baca_pemetaan
from survei.proses import HasilImpor, impor_isian

DITOLAK = 1
SALAH_PAKAI = 2


class Command(BaseCommand):
    """manage.py impor_skm BERKAS --survei KODE [--simpan] [--lewati-galat] [--layanan KODE] [--json]."""

    help = (
        "Mengimpor jawaban U1–U9 dari lembar kantor (XLSX atau CSV) ke sebuah survei. Tanpa --simpan hanya memeriksa. "
        "Bila ada baris galat tidak satu pun disimpan, kecuali dengan --lewati-galat. Berkas yang sama tidak tersimpan "
        "dua kali. Status keluar: 0 selesai, 1 ada baris galat sehingga tidak disimpan, 2 perintah atau berkas salah."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take file, survey, service and what to do."""
        parser.add_argument("berkas", metavar="BERKAS", help="berkas jawaban: .xlsx atau .csv")
        parser.add_argument("--survei", required=True, metavar="KODE", help="kode survei tujuan")
        parser.add_argument(
            "--layanan",
            metavar="KODE",
            help="layanan untuk baris yang tidak menyebut layanan, atau menyebut yang tidak dikenal",
        )
        parser.add_argument(
            "--huruf",
            metavar="ARTI",
            help="arti jawaban berhuruf, misalnya SB=4,B=3,KB=2,TB=1; tanpa ini huruf ditolak",
        )
        parser.add_argument("--simpan", action="store_true", help="simpan; tanpa ini hanya diperiksa")
        parser.add_argument("--lewati-galat", action="store_true", help="simpan baris yang baik, lewati yang galat")
        parser.add_argument("--json", action="store_true", dest="sebagai_json", help="cetak laporan sebagai JSON")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Read the file, call ``proses.impor_isian``, print the report."""
        jalur = Path(options["berkas"])
        survei = Survei.objects.filter(kode=options["survei"]).first()
        if survei is None:
            raise CommandError(f"Survei dengan kode {options['survei']} tidak ada.", returncode=SALAH_PAKAI)
        layanan = None
        if options["layanan"]:
            layanan = survei.layanan.filter(kode=options["layanan"]).first()
            if layanan is None:
                raise CommandError(
                    f"Layanan {options['layanan']} tidak termasuk dalam survei ini.", returncode=SALAH_PAKAI
                )
        try:
            isi = jalur.read_bytes()
            pemetaan = baca_pemetaan(options["huruf"]) if options["huruf"] else None
            berkas = baca_jawaban(isi, jalur.name, pemetaan=pemetaan)
            hasil = impor_isian(
                survei=survei,
                berkas=berkas,
                sidik_berkas=hashlib.sha256(isi).hexdigest(),
                layanan=layanan,
                simpan=options["simpan"],
                lewati_galat=options["lewati_galat"],
            )
        except NilaiTidakSah as galat:
            raise CommandError(f"--huruf: {galat.alasan}", returncode=SALAH_PAKAI) from galat
        except OSError as galat:
            raise CommandError(f"Berkas {jalur.name} tidak dapat dibuka.", returncode=SALAH_PAKAI) from galat
        except BerkasSKMTidakTerbaca as galat:
            raise CommandError(str(galat), returncode=SALAH_PAKAI) from galat
        except ValidationError as galat:
            raise CommandError(" ".join(galat.messages), returncode=SALAH_PAKAI) from galat
        if options["sebagai_json"]:
            self.stdout.write(json.dumps(asdict(hasil), ensure_ascii=False))
        else:
            self.stdout.write("\n".join(laporan(hasil, simpan=options["simpan"])))
        if hasil.ditolak and not (hasil.tersimpan and options["lewati_galat"]):
            raise CommandError(
                f"{hasil.ditolak} baris galat; tidak ada yang disimpan. Perbaiki barisnya, atau pakai --lewati-galat.",
                returncode=DITOLAK,
            )


def laporan(hasil: HasilImpor, *, simpan: bool) -> list[str]:
    """The report for people."""
    baris = [f"Baris {satu.baris}, kolom {satu.kolom}: {satu.tingkat}. {satu.alasan}" for satu in hasil.baris]
    baris += hasil.catatan
    baris.append(
        f"Dibaca {hasil.dibaca}: diterima {hasil.diterima} (baru {hasil.baru}, sudah ada {hasil.tetap}), "
        f"ditolak {hasil.ditolak}, dilewati {hasil.dilewati}."
    )
    if hasil.tersimpan:
        baris.append("Tersimpan.")
    elif not simpan:
        baris.append("Hanya diperiksa, belum disimpan. Tambahkan --simpan untuk menyimpan.")
    return baris
