"""``manage.py muat_contoh``: the sample office, its evaluation by Celery, and the raters' decisions."""

from __future__ import annotations

from typing import IO, Any, cast

from django.core.management.base import BaseCommand, CommandError
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from kinerja.proses.run import kemajuan
from rakumpit.contoh.akun import ContohDitolak, pastikan_contoh
from rakumpit.contoh.berkas import isi_json
from rakumpit.contoh.muat import (
    buka_penilaian,
    kantor_ada,
    muat_kantor,
    putuskan_penilaian,
    sudah_diputus,
    tunggu_penilaian,
)


class Command(BaseCommand):
    """Load the sample office once; a second call changes nothing."""

    help = "Memuat kantor contoh (nama dan angka rekaan) dan menghitung evaluasinya lewat Celery."

    def handle(self, *_: Any, **_options: Any) -> None:
        """Load, compute, decide."""
        try:
            pastikan_contoh()
            self._muat()
        except ContohDitolak as galat:
            raise CommandError(str(galat)) from galat

    def _muat(self) -> None:
        if kantor_ada() and sudah_diputus():
            self.stdout.write("Kantor contoh sudah ada; tidak ada yang diubah.")
            return
        kolom = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
        with Progress(*kolom, console=Console(file=cast("IO[str]", self.stdout._out))) as bilah:
            langkah = bilah.add_task("Memuat kantor, SKP, dan jawaban survei", total=2 + len(isi_json("survei.json")))
            muat_kantor(lambda: bilah.advance(langkah))
            bilah.update(langkah, completed=2 + len(isi_json("survei.json")))
            run = buka_penilaian()
            hitung = bilah.add_task("Celery menghitung evaluasi", total=kemajuan(run)["pegawai"])
            tunggu_penilaian(run, lambda: bilah.update(hitung, completed=kemajuan(run)["dihitung"]))
            putus = bilah.add_task("Pejabat penilai memutuskan", total=None)
            diputus = putuskan_penilaian(lambda: bilah.advance(putus))
            bilah.update(putus, total=diputus)
        self.stdout.write("Kantor contoh siap. DATA CONTOH — nama dan angka rekaan.")
