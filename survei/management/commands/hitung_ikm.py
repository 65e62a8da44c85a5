"""Index of a file of answers, nothing stored and no database needed."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from rakumpit.angka import format_angka
from survei.berkas import BerkasSKM, BerkasSKMTidakTerbaca, baca_jawaban
from survei.perhitungan import (
    LABEL_MUTU,
    LABEL_UNSUR,
    MINIMAL_TERJAWAB,
    NOMOR_U,
    HasilIndeks,
    KodeUnsur,
    NilaiTidakSah,
    baca_pemetaan,
    indeks,
    indeks_dari_jawaban,
    jelaskan_selisih,
)

DITOLAK = 1
SALAH_PAKAI = 2


class Command(BaseCommand):
    """manage.py hitung_ikm BERKAS [--json]."""

    help = (
        "Menghitung Indeks Kepuasan Masyarakat (IKM) dari satu berkas jawaban U1–U9 (XLSX atau CSV) atau rekap (JSON). "
        "Tidak menyimpan apa pun. Status keluar: 0 selesai, 1 tidak ada formulir yang dapat dihitung, "
        "2 berkas tidak terbaca atau perintah salah."
    )
    requires_system_checks = ()  # no database and no settings are needed to compute
    requires_migrations_checks = False

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the file and the form of the output."""
        parser.add_argument("berkas", metavar="BERKAS", help="berkas jawaban: .xlsx, .csv, atau rekap .json")
        parser.add_argument(
            "--huruf",
            metavar="ARTI",
            help="arti jawaban berhuruf, misalnya SB=4,B=3,KB=2,TB=1; tanpa ini huruf ditolak",
        )
        parser.add_argument("--json", action="store_true", dest="sebagai_json", help="cetak hasil sebagai JSON")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Read, compute, print; refuse with status 1 where no form counts."""
        try:
            pemetaan = baca_pemetaan(options["huruf"]) if options["huruf"] else None
            berkas = baca_jawaban(Path(options["berkas"]), pemetaan=pemetaan)
        except NilaiTidakSah as galat:
            raise CommandError(f"--huruf: {galat.alasan}", returncode=SALAH_PAKAI) from galat
        except BerkasSKMTidakTerbaca as galat:
            raise CommandError(str(galat), returncode=SALAH_PAKAI) from galat
        if berkas.rekap:
            hasil = indeks(berkas.rekap.sebaran, n=berkas.rekap.n)
        else:
            hasil = indeks_dari_jawaban(baris.nilai for baris in berkas.jawaban)
        catatan = susun_catatan(berkas, hasil)
        if options["sebagai_json"]:
            self.stdout.write(json.dumps(sebagai_json(berkas, hasil, catatan), ensure_ascii=False))
        else:
            self.stdout.write("\n".join(sebagai_tabel(berkas, hasil, catatan)))
        if hasil.ikm is None:
            raise CommandError(
                "IKM tidak dihitung: tidak ada formulir yang dapat dihitung. Perbaiki baris yang ditolak, lalu ulangi.",
                returncode=DITOLAK,
            )


def susun_catatan(berkas: BerkasSKM, hasil: HasilIndeks) -> list[str]:
    """Collect what a reader must know beside the number: how the file was read, what was left out, older figures."""
    catatan = [*berkas.catatan, *hasil.catatan]
    if hasil.tidak_dihitung:
        catatan.append(f"{hasil.tidak_dihitung} formulir dengan kurang dari {MINIMAL_TERJAWAB} jawaban tidak dihitung.")
    if berkas.ditolak:
        catatan.append(f"{berkas.baris_ditolak} baris ditolak dan tidak ikut dihitung.")
    if hasil.alasan:
        catatan.append(hasil.alasan)
    tercetak = berkas.total_tercetak
    if tercetak and hasil.ikm is not None:
        sebab = jelaskan_selisih(hasil, tercetak.ikm)
        beda = (
            f"berbeda dari hitungan tepat {format_angka(hasil.ikm)}: {sebab}" if sebab else "sama dengan hitungan ini"
        )
        catatan.append(f"Lembar mencetak IKM {format_angka(tercetak.ikm)} pada baris {tercetak.baris}, {beda}.")
    return catatan


def sebagai_json(berkas: BerkasSKM, hasil: HasilIndeks, catatan: list[str]) -> dict[str, Any]:
    """Exact numbers as strings with a point; elements by U-number of the sample questionnaire."""

    def teks(angka: object) -> str | None:
        return None if angka is None else str(angka)

    return {
        "n": hasil.n,
        "ikm": teks(hasil.ikm),
        "mutu": teks(hasil.mutu),
        "unsur": {
            NOMOR_U[kode]: {"n": rincian.n, "jumlah": rincian.jumlah, "nrr": teks(rincian.nrr)}
            for kode, rincian in hasil.unsur.items()
        },
        "pembanding_011": teks(hasil.pembanding_011),
        "ditolak": [{"baris": t.baris, "kolom": t.kolom, "alasan": t.alasan} for t in berkas.ditolak],
        "catatan": catatan,
    }


def sebagai_tabel(berkas: BerkasSKM, hasil: HasilIndeks, catatan: list[str]) -> list[str]:
    """Lines of the printed table, Indonesian with decimal comma."""
    baris = [f"{'':4}{'Unsur':<42}{'n':>6}{'Jumlah':>8}{'NRR':>9}  Mutu"]
    for kode, rincian in hasil.unsur.items():
        nrr = "-" if rincian.nrr is None else format_angka(rincian.nrr, 4)
        baris.append(
            f"{NOMOR_U[kode]:<4}{LABEL_UNSUR[KodeUnsur(kode)]:<42}{rincian.n:>6}{rincian.jumlah:>8}{nrr:>9}  "
            f"{rincian.mutu or '-'}"
        )
    baris += ["", f"Formulir dihitung : {hasil.n}"]
    if hasil.ikm is not None and hasil.mutu is not None:
        baris.append(f"IKM               : {format_angka(hasil.ikm)}  mutu {hasil.mutu} ({LABEL_MUTU[hasil.mutu]})")
    else:
        baris.append("IKM               : belum dapat dihitung")
    if hasil.pembanding_011 is not None:
        baris.append(
            f"Pembanding        : {format_angka(hasil.pembanding_011)} (bobot 0,11 pada lembar lama; bukan IKM)"
        )
    if berkas.ditolak:
        baris += ["", "Ditolak:"]
        baris += [f"  baris {t.baris}, kolom {t.kolom}: {t.alasan}" for t in berkas.ditolak]
    if catatan:
        baris += ["", "Catatan:", *(f"  - {butir}" for butir in catatan)]
    return baris
