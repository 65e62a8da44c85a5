"""Restore a backup."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from rakumpit.cadangan.management.keluar import DITOLAK, jumlah, pesan_galat
from rakumpit.cadangan.proses import HasilPulih, pulihkan
from rakumpit.waktu import format_waktu


class Command(BaseCommand):
    help = (
        "Memulihkan cadangan: memeriksa berkasnya, menaruh berkas unggahan, memuat basis data baru di samping yang "
        "ada, menjalankan migrasi dan verifikasi di sana, lalu menukar keduanya. Hentikan server web, pekerja, dan "
        "penjadwal lebih dahulu. Boleh diulang bila terputus. Semua orang harus masuk lagi. Status keluar: 0 pulih dan "
        "cocok, 1 ditolak atau ada yang berbeda, 2 perintah salah."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("berkas", type=Path, metavar="BERKAS", help="berkas cadangan (.zip atau .zip.age)")
        parser.add_argument(
            "--timpa",
            metavar="NAMA",
            help="ganti isi basis data yang tidak kosong; ketik namanya. Cadangan pengaman dibuat lebih dahulu",
        )
        parser.add_argument(
            "--kunci-lain", action="store_true", help="teruskan walau RAKUMPIT_SECRET_KEY yang lama sudah hilang"
        )
        parser.add_argument("--json", action="store_true", help="cetak hasil sebagai JSON")

    def handle(self, *args: Any, **pilihan: Any) -> None:
        with pesan_galat():
            hasil = pulihkan(
                berkas=pilihan["berkas"],
                timpa=pilihan["timpa"],
                kunci_lain=pilihan["kunci_lain"],
                kabarkan=self.stderr.write,
            )
        if pilihan["json"]:
            isi = {
                "berkas": str(pilihan["berkas"]),
                "dibuat": hasil.manifes.dibuat.isoformat(),
                "baris": hasil.manifes.jumlah_baris,
                "media": len(hasil.manifes.media),
                "media_ditulis": hasil.media_ditulis,
                "migrasi": hasil.migrasi,
                "surat_dibuang": hasil.surat_dibuang,
                "dihapus_lagi": hasil.dihapus_lagi,
                "pengaman": hasil.pengaman,
                "salah": hasil.salah,
            }
            self.stdout.write(json.dumps(isi, ensure_ascii=False))
        else:
            self._cetak(hasil)
        if hasil.salah:
            raise CommandError(
                f"Sudah dipulihkan, tetapi verifikasi menemukan: {hasil.salah} Rinciannya: manage.py verifikasi.",
                returncode=DITOLAK,
            )

    def _cetak(self, hasil: HasilPulih) -> None:
        manifes = hasil.manifes
        if hasil.pengaman:
            self.stdout.write(f"Cadangan pengaman dari isi sebelumnya: {hasil.pengaman}.")
        self.stdout.write(
            f"Dipulihkan ke keadaan {format_waktu(manifes.dibuat)}: {jumlah(manifes.jumlah_baris)} baris, "
            f"{jumlah(len(manifes.media))} berkas ({jumlah(hasil.media_ditulis)} ditulis), {hasil.migrasi} migrasi."
        )
        if manifes.hilang:
            self.stdout.write(f"{len(manifes.hilang)} berkas sudah tidak ada sewaktu cadangan dibuat.")
        self.stdout.write(
            f"Semua sesi berakhir. {hasil.surat_dibuang} surat yang menunggu di cadangan tidak dikirim. Yang masa "
            "simpannya habis dihapus lagi begitu layanan menyala."
        )
        self.stdout.write(
            f"{hasil.dihapus_lagi} jawaban atau akun yang pernah dihapus pemiliknya dihapus lagi menurut "
            "penghapusan.json. Kode masuk dan kata sandi yang lama berlaku lagi."
        )
