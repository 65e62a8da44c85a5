"""Counters and result pages of one survey with 10,000 and with ``RESPONS`` (default 200,000) answers.

Prints the median time of each page at both sizes, their ratio, and what grows with the answers (recount of one day,
lock). The budget of the pages is at most 1.2 times the time, the same number of statements, at most 20. Both sizes
stand side by side and are asked for in turns, so that a busy machine slows both alike.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from datetime import date
from statistics import median

import pytest
from django.db import connection
from django.test import Client, TestCase
from django.test.utils import CaptureQueriesContext

from kinerja.management.commands.data_skala import buat_data_skala
from survei import proses
from survei.models import Respons, Survei
from tests import pabrik

pytestmark = pytest.mark.benchmark

SEDIKIT = 10_000
BANYAK = int(os.environ.get("RESPONS", "200000"))
PUTARAN = int(os.environ.get("PUTARAN", "40"))
BATAS = 1.2
HARI = date(2026, 7, 15)


def lama(kerja: Callable[[], object]) -> float:
    """Seconds that it took."""
    mulai = time.perf_counter()
    kerja()
    return time.perf_counter() - mulai


def jumlah_kueri(klien: Client, alamat: str) -> int:
    """Statements of one page, after it was asked for once."""
    assert klien.get(alamat).status_code == 200
    with CaptureQueriesContext(connection) as kueri:
        klien.get(alamat)
    return len(kueri)  # the next request empties the log


class _TanpaBatas(TestCase):
    """The cluster of the tests ends statements that hang; here one may take as long as it takes."""

    def setUp(self) -> None:
        with connection.cursor() as kursor:
            kursor.execute("SET LOCAL statement_timeout = 0")


class TolokUkurSurveiTests(_TanpaBatas):
    """Two surveys side by side, asked for in turns: what else the machine does slows both alike."""

    def test_halaman_dan_pencacah(self) -> None:
        detik, survei = [], []
        for jumlah in (SEDIKIT, BANYAK):
            Survei.objects.filter(kode="skala").update(kode="skala-sedikit")
            detik.append(lama(lambda jumlah=jumlah: buat_data_skala(pegawai=0, respons=jumlah)))  # type: ignore[misc]
            survei.append(Survei.objects.get(kode="skala"))
            assert Respons.objects.filter(survei=survei[-1]).count() == jumlah
        klien = Client()
        klien.force_login(pabrik.buat_pengguna(pengelola=True))
        baris, lewat = [f"{'halaman':12} {'kueri':>9} {'ms':>16} {'rasio':>6}"], []
        for nama, akhir in (("dasbor", ""), ("pengumpulan", "pengumpulan/"), ("saran", "saran/")):
            alamat = [f"/survei/kelola/{satu.uuid}/{akhir}" for satu in survei]
            kueri = [jumlah_kueri(klien, satu) for satu in alamat]
            waktu: list[list[float]] = [[], []]
            for putaran in range(PUTARAN):
                for urut in (0, 1) if putaran % 2 else (1, 0):
                    waktu[urut].append(lama(lambda tuju=alamat[urut]: klien.get(tuju)))  # type: ignore[misc]
            tengah = [median(satu) * 1000 for satu in waktu]
            rasio = tengah[1] / tengah[0]
            if rasio > BATAS or kueri[1] > min(kueri[0], 20):
                lewat.append(nama)
            baris.append(
                f"{nama:12} {kueri[0]:3} → {kueri[1]:3} {tengah[0]:6.1f} → {tengah[1]:6.1f} {rasio:6.2f}"
                f"{'  LEWAT' if nama in lewat else ''}"
            )
        hari = [
            lama(
                lambda satu=satu: proses.hitung_ulang(  # type: ignore[misc]
                    survei_id=satu.pk, layanan_id=satu.layanan.get().pk, hari=HARI
                )
            )
            for satu in survei
        ]
        baris.append(f"isi dan hitung: {detik[0]:.1f} → {detik[1]:.1f} detik")
        baris.append(f"hitung ulang satu hari: {hari[0]:.2f} → {hari[1]:.2f} detik")
        sys.stdout.write(f"\n{SEDIKIT} → {BANYAK} jawaban, median {PUTARAN} putaran\n" + "\n".join(baris) + "\n")
        assert not lewat, lewat


class TolokUkurHasilTests(_TanpaBatas):
    """The locked result: what the lock costs, and that its page no longer knows how many answers there were."""

    def test_kunci_dan_halaman_hasil(self) -> None:
        oleh = pabrik.buat_pengguna(pengelola=True)
        baris, alamat = [], []
        for jumlah in (SEDIKIT, BANYAK):
            Survei.objects.filter(kode="skala").update(kode="skala-sedikit")
            buat_data_skala(pegawai=0, respons=jumlah)
            survei = Survei.objects.get(kode="skala")
            proses.tutup(survei=survei, oleh=oleh)
            detik = lama(lambda survei=survei: proses.kunci(survei=survei, oleh=oleh))  # type: ignore[misc]
            proses.publikasikan(survei=Survei.objects.get(pk=survei.pk), oleh=oleh)
            alamat.append(f"/hasil/{survei.uuid}/")
            baris.append(f"{jumlah} jawaban: kunci {detik:.1f} detik")
        klien = Client()
        kueri = [jumlah_kueri(klien, satu) for satu in alamat]
        waktu: list[list[float]] = [[], []]
        for putaran in range(PUTARAN):
            for urut in (0, 1) if putaran % 2 else (1, 0):
                waktu[urut].append(lama(lambda tuju=alamat[urut]: klien.get(tuju)))  # type: ignore[misc]
        rasio = median(waktu[1]) / median(waktu[0])
        sys.stdout.write("\n" + "\n".join(baris) + f"\nhalaman hasil: rasio {rasio:.2f}, {kueri[1]} kueri\n")
        assert rasio <= BATAS
        assert kueri[1] <= min(kueri[0], 20)
