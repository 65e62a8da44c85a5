"""Open or resume the run of a period and wait for it."""

from __future__ import annotations

import json
import time
from argparse import ArgumentParser
from typing import IO, Any, cast

from django.core.management.base import BaseCommand, CommandError
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from kinerja.enums import LABEL_STATUS_RUN, StatusRun
from kinerja.models import Periode, RunEvaluasi
from kinerja.proses import ProsesDitolak, bangunkan, buka_run, kemajuan, kerjakan_run
from rakumpit.organisasi.models import UnitKerja

_JEDA = 0.5
_PETUNJUK_SETELAH = 15.0
_SALAH_PAKAI = 2


class Command(BaseCommand):
    help = (
        "Menghitung evaluasi satu periode lewat Celery dan menunggu sampai selesai. Run yang sedang berjalan "
        "dilanjutkan. Perhitungan ulang tanpa perubahan data tidak mengubah satu baris pun."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--periode", required=True, metavar="KODE", help="kode periode, misalnya tw3-2026")
        parser.add_argument("--unit", metavar="KODE", help="hanya unit ini dan unit di bawahnya")
        parser.add_argument("--tunggu-tidak", action="store_true", help="kembali segera setelah run dibuka")
        parser.add_argument("--di-sini", action="store_true", help="hitung di proses ini, tanpa pekerja Celery")
        parser.add_argument("--json", action="store_true", help="cetak hasil sebagai JSON")

    def handle(self, *args: Any, **pilihan: Any) -> None:
        mulai = time.monotonic()
        periode = Periode.objects.filter(kode=pilihan["periode"]).first()
        if periode is None:
            ada = ", ".join(Periode.objects.values_list("kode", flat=True)[:20]) or "belum ada satu pun"
            raise CommandError(
                f"Periode «{pilihan['periode']}» tidak ada. Kode yang ada: {ada}.", returncode=_SALAH_PAKAI
            )
        unit = None
        if pilihan["unit"]:
            unit = UnitKerja.objects.filter(kode=pilihan["unit"]).first()
            if unit is None:
                raise CommandError(
                    f"Unit «{pilihan['unit']}» tidak ada. Periksa kodenya di admin, Unit kerja.",
                    returncode=_SALAH_PAKAI,
                )
        try:
            run = buka_run(periode=periode, unit=unit)
        except ProsesDitolak as galat:
            raise CommandError(str(galat)) from galat
        if pilihan["di_sini"]:
            kerjakan_run(run.pk)
        elif not pilihan["tunggu_tidak"]:
            self._tunggu(run, diam=pilihan["json"])
        run.refresh_from_db()
        self._cetak(run, time.monotonic() - mulai, sebagai_json=pilihan["json"])

    def _tunggu(self, run: RunEvaluasi, *, diam: bool) -> None:
        """Show how far Celery is until the run has ended; the rows say so, not the messages."""
        konsol = Console(file=cast(IO[str], self.stderr), quiet=diam)
        mulai = time.monotonic()
        diingatkan = mulai
        terakhir = -1
        with Progress(
            TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), console=konsol
        ) as batang:
            tugas = batang.add_task(f"Menghitung {run.periode}", total=None)
            while True:
                run.refresh_from_db(fields=["status"])
                maju = kemajuan(run)
                batang.update(tugas, total=maju["pegawai"], completed=maju["dihitung"])
                if run.status != StatusRun.BERJALAN.value:
                    return
                sekarang = time.monotonic()
                if maju["potongan_selesai"] != terakhir:
                    terakhir, diingatkan = maju["potongan_selesai"], sekarang
                elif sekarang - diingatkan > _PETUNJUK_SETELAH:
                    diingatkan = sekarang
                    bangunkan()
                    self.stderr.write(
                        "Belum ada kemajuan. Pastikan pekerja dan penjadwal Celery berjalan (make demo menjalankan "
                        "keduanya). Perintah ini boleh dihentikan dengan Ctrl-C; run dilanjutkan oleh pekerja."
                    )
                time.sleep(_JEDA)

    def _cetak(self, run: RunEvaluasi, detik: float, *, sebagai_json: bool) -> None:
        maju = kemajuan(run)
        if sebagai_json:
            isi = {
                "run": str(run.uuid),
                "status": run.status,
                "pegawai": maju["pegawai"],
                "dihitung": maju["dihitung"],
                "gagal": maju["gagal"],
                "detik": round(detik, 2),
            }
            self.stdout.write(json.dumps(isi, ensure_ascii=False))
            return
        self.stdout.write(
            f"Run {run.nomor} {run.periode}: {LABEL_STATUS_RUN[StatusRun(run.status)]}. "
            f"{maju['dihitung']} dari {maju['pegawai']} pegawai dihitung."
        )
        for satu in maju["gagal"]:
            self.stdout.write(f"  Gagal: {satu['pegawai']}: {satu['alasan']}")
