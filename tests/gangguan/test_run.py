"""Real workers, a real broker: kill -9 and FLUSHALL in the middle of a run change nothing but time."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
import redis
from django.db import connection

from kinerja.enums import StatusPotongan, StatusRun
from kinerja.management.commands.data_skala import buat_data_skala
from kinerja.models import Evaluasi, Periode, RunEvaluasi
from kinerja.proses import buka_run, kerjakan_run
from rakumpit.antrean.models import Antrean
from rakumpit.lokal import alamat, anak
from rakumpit.lokal.layanan import pakai
from rakumpit.lokal.pekerja import argv_beat, argv_worker, lingkungan
from tests.serentak import UjiSerentak

pytestmark = pytest.mark.gangguan

JUMLAH = 5000
DUA_MENIT = 120.0
# What a second computation of the same figures may differ in.
BUKAN_ANGKA = ("id", "uuid", "run_id", "dihitung_pada", "versi")


def tunggu(syarat: Callable[[], bool], batas: float, apa: str) -> float:
    """Seconds until the condition holds; fails after ``batas``."""
    mulai = time.monotonic()
    while not syarat():
        if time.monotonic() - mulai > batas:
            raise AssertionError(f"{apa} belum terjadi setelah {batas:.0f} detik")
        time.sleep(0.01)
    return time.monotonic() - mulai


def isi_evaluasi() -> list[tuple[object, ...]]:
    nama = [medan.attname for medan in Evaluasi._meta.concrete_fields if medan.attname not in BUKAN_ANGKA]
    return list(Evaluasi.objects.order_by("pegawai_id").values_list(*nama))


class GangguanRunTests(UjiSerentak):
    def setUp(self) -> None:
        with pakai("vk"):
            pass  # the program is there; each test holds the server itself
        self.periode = buat_data_skala(pegawai=JUMLAH)
        kerjakan_run(buka_run(periode=self.periode).pk)
        self.tenang = isi_evaluasi()
        assert len(self.tenang) == JUMLAH
        Evaluasi.objects.all().delete()
        Antrean.objects.all().delete()

    @contextmanager
    def pekerja(self, *yang: str) -> Iterator[dict[str, subprocess.Popen[bytes]]]:
        """Real worker and Beat on the test database; none is left behind."""
        basis = connection.settings_dict
        env = lingkungan(
            DATABASE_URL=f"postgres://{basis['USER']}@/{basis['NAME']}?host={basis['HOST']}",
            REDIS_URL=alamat.url_perantara(),
            RAKUMPIT_MODE="pengembangan",
            DJANGO_SETTINGS_MODULE="rakumpit.settings",
        )
        argv = {"worker": argv_worker(), "beat": argv_beat()}
        proses = {
            nama: anak.mulai(
                argv[nama],
                sinyal=signal.SIGKILL,
                log=alamat.folder_data() / f"uji-{nama}.log",
                env=env,
                cwd=alamat.AKAR,
            )
            for nama in yang
        }
        try:
            yield proses
        finally:
            for satu in proses.values():
                self.bunuh(satu)

    @staticmethod
    def bunuh(proses: subprocess.Popen[bytes]) -> None:
        """kill -9 of a program and all its children."""
        if proses.poll() is None:
            os.killpg(proses.pid, signal.SIGKILL)
            proses.wait(10)

    def selesai(self, run: RunEvaluasi, minimal: int = 1) -> bool:
        return run.potongan.filter(status=StatusPotongan.SELESAI.value).count() >= minimal

    def berakhir(self, run: RunEvaluasi) -> bool:
        run.refresh_from_db(fields=["status"])
        return run.status != StatusRun.BERJALAN.value

    def buka(self, periode: Periode | None = None) -> RunEvaluasi:
        return buka_run(periode=periode or self.periode, ukuran_potongan=250)

    def periksa(self, run: RunEvaluasi) -> None:
        assert run.status == StatusRun.SELESAI.value
        assert isi_evaluasi() == self.tenang

    def test_kill_9_of_the_whole_worker_in_the_middle_of_a_run(self) -> None:
        with pakai("vk"), self.pekerja("beat"):
            with self.pekerja("worker") as proses:
                run = self.buka()
                tunggu(lambda: self.selesai(run, 2), 60, "Dua potongan")
                self.bunuh(proses["worker"])
            assert not self.berakhir(run)
            sisa = run.potongan.filter(status=StatusPotongan.MENUNGGU.value).count()
            assert sisa > 0
            with self.pekerja("worker"):
                detik = tunggu(lambda: self.berakhir(run), DUA_MENIT, "Akhir run")
            sys.stdout.write(f"\nkill -9: {sisa} potongan tersisa, selesai {detik:.1f} detik setelah pekerja kembali\n")
            self.periksa(run)

    def test_flushall_while_the_messages_wait(self) -> None:
        with pakai("vk"), self.pekerja("beat"):
            run = self.buka()
            perantara = redis.Redis(unix_socket_path=str(alamat.soket_valkey()))
            tunggu(lambda: perantara.llen("celery") > 0, 60, "Pesan pertama")
            perantara.flushall()
            with self.pekerja("worker"):
                detik = tunggu(lambda: self.berakhir(run), DUA_MENIT, "Akhir run")
            sys.stdout.write(f"\nFLUSHALL sebelum bekerja: selesai {detik:.1f} detik setelah pekerja kembali\n")
            self.periksa(run)

    def test_flushall_in_the_middle_and_the_next_run_finishes_too(self) -> None:
        with pakai("vk"), self.pekerja("beat", "worker"):
            run = self.buka()
            tunggu(lambda: self.selesai(run, 2), 60, "Dua potongan")
            redis.Redis(unix_socket_path=str(alamat.soket_valkey())).flushall()
            tunggu(lambda: self.berakhir(run), DUA_MENIT, "Akhir run")
            self.periksa(run)
            berikut = self.buka()
            detik = tunggu(lambda: self.berakhir(berikut), DUA_MENIT, "Akhir run berikut")
            sys.stdout.write(f"\nFLUSHALL di tengah: run berikutnya selesai {detik:.1f} detik setelah dibuka\n")
            self.periksa(berikut)

    def test_control_without_the_wake_up_a_flushed_run_stays_open(self) -> None:
        """Negative control: the messages were the only trigger, and it is Beat's wake-up that makes up for them."""
        with pakai("vk"):
            with self.pekerja("beat"):
                run = self.buka()
                perantara = redis.Redis(unix_socket_path=str(alamat.soket_valkey()))
                tunggu(lambda: perantara.llen("celery") > 0, 60, "Pesan pertama")
            perantara.flushall()
            with self.pekerja("worker"):
                with pytest.raises(AssertionError, match="Akhir run"):
                    tunggu(lambda: self.berakhir(run), 20, "Akhir run")
                assert not self.selesai(run)
                with self.pekerja("beat"):
                    tunggu(lambda: self.berakhir(run), DUA_MENIT, "Akhir run")
            self.periksa(run)
