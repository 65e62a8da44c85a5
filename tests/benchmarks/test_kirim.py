"""Survey submit: forms per second with Redis running and stopped, and against a bare view that inserts the same row.

Prints ratios of interleaved rounds; judges only that every accepted form is stored once.
"""

from __future__ import annotations

import http.client
import os
import sys
import threading
import time
import uuid
from datetime import date
from statistics import median
from urllib.parse import urlencode

import pytest

from rakumpit.lokal.layanan import pakai
from survei.models import Respons
from tests.benchmarks.peladen import kumpulkan_statis, lingkungan_uji, peladen
from tests.pabrik import buat_layanan, buat_survei, buat_unit
from tests.serentak import UjiSerentak
from tests.survei.dasar import isian

pytestmark = pytest.mark.benchmark

PUTARAN = 5
DETIK = float(os.environ.get("DETIK", "3"))
BENANG = 4


class KirimBenchmark(UjiSerentak):
    def setUp(self) -> None:
        unit = buat_unit()
        self.layanan = buat_layanan(unit)
        self.survei = buat_survei(unit, layanan=[self.layanan], mulai=date(2020, 1, 1), selesai=date(2100, 1, 1))
        self.alamat = f"/survei/{self.survei.uuid}/"
        # Behind one proxy, so that each form may come from a network of its own.
        self.env = lingkungan_uji(
            RAKUMPIT_JUMLAH_PROKSI="1", POLOS_SURVEI=str(self.survei.pk), POLOS_LAYANAN=str(self.layanan.pk)
        )
        kumpulkan_statis(self.env)
        self.diterima = 0
        self.gembok = threading.Lock()

    def _laju(self, porta: int, jalur: str, data: dict[str, str]) -> float:
        """Accepted forms per second of ``BENANG`` clients within ``DETIK`` seconds."""
        akhir = time.perf_counter() + DETIK
        jumlah = [0] * BENANG

        def kirim(urut: int) -> None:
            sambungan = http.client.HTTPConnection("127.0.0.1", porta, timeout=20)
            sambungan.connect()
            while time.perf_counter() < akhir:
                kode = uuid.uuid4()
                kepala = {
                    "Content-Type": "application/x-www-form-urlencoded",
                    "X-Forwarded-For": f"10.{kode.bytes[0]}.{kode.bytes[1]}.1",
                }
                sambungan.request("POST", jalur, urlencode(data | {"submission_id": str(kode)}), kepala)
                jawaban = sambungan.getresponse()
                jawaban.read()
                assert jawaban.status == 200, jawaban.status
                jumlah[urut] += 1
            sambungan.close()

        mulai = time.perf_counter()
        benang = [threading.Thread(target=kirim, args=(urut,)) for urut in range(BENANG)]
        for satu in benang:
            satu.start()
        for satu in benang:
            satu.join()
        with self.gembok:
            self.diterima += sum(jumlah)
        return sum(jumlah) / (time.perf_counter() - mulai)

    def test_laju_kirim(self) -> None:
        hidup: list[float] = []
        mati: list[float] = []
        polos: list[float] = []
        with (
            peladen("rakumpit.wsgi", self.env) as porta,
            peladen("tests.benchmarks.polos:application", self.env) as porta_polos,
        ):
            data = isian(self.survei)
            self._laju(porta, self.alamat, data)  # warm-up
            self._laju(porta_polos, "/", data)
            for _ in range(PUTARAN):
                with pakai("vk"):
                    hidup.append(self._laju(porta, self.alamat, data))
                mati.append(self._laju(porta, self.alamat, data))
                polos.append(self._laju(porta_polos, "/", data))
        self.assertEqual(Respons.objects.count(), self.diterima)
        dasar = median(hidup)
        sys.stdout.write(
            f"\nKirim survei, {BENANG} pengirim, median {PUTARAN} putaran {DETIK:.0f} detik berselang-seling\n"
            f"  Redis hidup     {dasar:7.0f} isian/detik\n"
            f"  Redis mati      {median(mati):7.0f} isian/detik   {median(mati) / dasar:.2f} x Redis hidup\n"
            f"  tampilan polos  {median(polos):7.0f} isian/detik   isian {dasar / median(polos):.2f} x polos\n"
        )
