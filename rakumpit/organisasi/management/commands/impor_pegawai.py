"""Import of staff from the command line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser

from rakumpit.organisasi.berkas_pegawai import BerkasDitolak, BerkasPegawai, baca_berkas
from rakumpit.organisasi.proses.impor import LaporanImpor, impor_terakhir, periksa, simpan, urungkan
from rakumpit.waktu import TanggalTidakSah, baca_tanggal


class Command(BaseCommand):
    help = (
        "Mengimpor pegawai dari XLSX atau CSV. Tanpa --simpan hanya memeriksa: tidak ada yang disimpan. "
        "Status keluar: 0 selesai, 1 tidak disimpan karena ada baris galat, 2 perintah atau berkas salah."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("berkas", nargs="?", type=Path, help="berkas XLSX atau CSV")
        parser.add_argument("--simpan", action="store_true", help="simpan; ditolak selama ada baris galat")
        parser.add_argument(
            "--lewati-galat",
            action="store_true",
            help="bersama --simpan: simpan baris yang diterima, lewati yang galat",
        )
        parser.add_argument("--mulai", help="tanggal mulai penugasan untuk baris tanpa TMT, misalnya 1-1-2026")
        parser.add_argument("--json", action="store_true", help="laporan sebagai JSON")
        parser.add_argument("--urungkan", action="store_true", help="urungkan impor terakhir (tanpa BERKAS)")

    def handle(self, *args: Any, **pilihan: Any) -> None:
        if pilihan["urungkan"]:
            self._urungkan(pilihan["berkas"])
            return
        if pilihan["berkas"] is None:
            raise CommandError("Sebutkan berkasnya: manage.py impor_pegawai BERKAS", returncode=2)
        try:
            mulai = baca_tanggal(pilihan["mulai"], serial=False) if pilihan["mulai"] else None
        except TanggalTidakSah as galat:
            raise CommandError(f"--mulai: {galat}", returncode=2) from galat
        berkas = self._baca(pilihan["berkas"])
        if pilihan["simpan"]:
            laporan = simpan(berkas=berkas, oleh=None, lewati_galat=pilihan["lewati_galat"], mulai_bawaan=mulai)
        else:
            laporan = periksa(berkas=berkas, mulai_bawaan=mulai)
        if pilihan["json"]:
            self.stdout.write(json.dumps(laporan.ke_json(), ensure_ascii=False, indent=1))
        else:
            self._cetak(laporan, pilihan["simpan"])
        if pilihan["simpan"] and not laporan.tersimpan:
            raise CommandError(
                "Tidak ada yang disimpan. Hapus kolom kata sandi dari berkas."
                if laporan.ditolak_seluruhnya
                else "Tidak ada yang disimpan: perbaiki baris galat, atau tambahkan --lewati-galat."
            )

    def _baca(self, jalur: Path) -> BerkasPegawai:
        try:
            return baca_berkas(jalur.read_bytes(), jalur.name)
        except OSError as galat:
            raise CommandError(f"Berkas {jalur} tidak dapat dibuka.", returncode=2) from galat
        except BerkasDitolak as galat:
            raise CommandError(str(galat), returncode=2) from galat

    def _urungkan(self, berkas: Path | None) -> None:
        if berkas is not None:
            raise CommandError("--urungkan tidak memakai BERKAS: yang diurungkan impor terakhir.", returncode=2)
        impor = impor_terakhir()
        if impor is None:
            raise CommandError("Tidak ada impor yang dapat diurungkan.")
        try:
            jumlah = urungkan(impor=impor, oleh=None)
        except ValidationError as galat:
            raise CommandError(" ".join(galat.messages)) from galat
        self.stdout.write(f"Impor «{impor.nama_berkas}» diurungkan: {jumlah} catatan dikembalikan.")

    def _cetak(self, laporan: LaporanImpor, menyimpan: bool) -> None:
        for judul, arti in laporan.kolom:
            self.stdout.write(f"Kolom «{judul}» dibaca sebagai {arti}.")
        for satu in laporan.baris:
            kolom = f", {satu.kolom}" if satu.kolom else ""
            self.stdout.write(f"{satu.tingkat.upper()} baris {satu.baris}{kolom}: {satu.alasan}")
        self.stdout.write(
            f"Dibaca {laporan.dibaca}: diterima {laporan.diterima} "
            f"(baru {laporan.baru}, diperbarui {laporan.diperbarui}, tetap {laporan.tetap}), "
            f"ditolak {laporan.ditolak}, dilewati {laporan.dilewati}."
        )
        if laporan.tersimpan:
            self.stdout.write("Tersimpan.")
        elif not menyimpan:
            self.stdout.write("Baru diperiksa, tidak ada yang disimpan. Tambahkan --simpan untuk menyimpan.")
