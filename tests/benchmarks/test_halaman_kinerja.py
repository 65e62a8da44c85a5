"""List pages of performance management with 10 and with ``PEGAWAI`` (default 10,000) people; prints statements, bytes
and the ratio of times, and judges only what design 7 promises: the same number of statements, at most 20, and at most
100 kB."""

from __future__ import annotations

import os
import sys
import time
from dataclasses import dataclass
from statistics import median

import pytest
from django.db import connection
from django.test import Client, TestCase
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kinerja.management.commands.data_skala import KODE_PERIODE, buat_data_skala
from kinerja.models import Periode
from kinerja.proses import buka_run, kerjakan_run
from rakumpit.organisasi.models import Pegawai, PejabatLuar, Pengguna, UnitKerja
from tests import pabrik

pytestmark = pytest.mark.benchmark

JUMLAH = int(os.environ.get("PEGAWAI", "10000"))
PUTARAN = 5


@dataclass(frozen=True, slots=True)
class Ukuran:
    detik: float
    kueri: int
    bita: int


class TolokUkurHalamanTests(TestCase):
    """One office that grows: what was measured with ten people is measured again with all."""

    def test_halaman_daftar(self) -> None:
        periode = buat_data_skala(pegawai=10)
        sedikit = self._ukur(periode)
        buat_data_skala(pegawai=JUMLAH - 10)
        banyak = self._ukur(periode)
        baris = [f"{'halaman':34} {'kueri':>12} {'kB':>12} {'ms':>16} {'rasio':>7}"]
        for nama, satu in sedikit.items():
            lain = banyak[nama]
            baris.append(
                f"{nama:34} {satu.kueri:5} → {lain.kueri:4} {satu.bita / 1000:5.1f} → {lain.bita / 1000:4.1f}"
                f" {satu.detik * 1000:7.1f} → {lain.detik * 1000:6.1f} {lain.detik / satu.detik:7.2f}"
            )
        sys.stdout.write(f"\n10 → {JUMLAH} pegawai, median {PUTARAN} putaran\n" + "\n".join(baris) + "\n")
        for nama, lain in banyak.items():
            assert lain.kueri == sedikit[nama].kueri <= 20, nama
            assert lain.bita <= 100_000, nama

    def _ukur(self, periode: Periode) -> dict[str, Ukuran]:
        kerjakan_run(buka_run(periode=Periode.objects.get(pk=periode.pk)).pk)
        with connection.cursor() as kursor:
            kursor.execute("ANALYZE")
        orang = self._orang()
        kecamatan = UnitKerja.objects.get(kode="skala-kecamatan").uuid
        periksa = {
            "kinerja:unit pengelola": ("pengelola", reverse("kinerja:unit", args=[kecamatan])),
            "kinerja:unit pemeriksa": ("pemeriksa", reverse("kinerja:unit", args=[kecamatan])),
            "kinerja:tim kepala unit": ("kepala", reverse("kinerja:tim")),
            "kinerja:tim_kemajuan kepala unit": ("kepala", reverse("kinerja:tim_kemajuan")),
            "kinerja:tim_skp kepala unit": ("kepala", reverse("kinerja:tim_skp")),
            "kinerja:tim tingkat di atas": ("sekda", reverse("kinerja:tim")),
            "kinerja:saya": ("staf", reverse("kinerja:saya")),
            "kinerja:tahun": ("staf", reverse("kinerja:tahun")),
            "kinerja:skp_daftar": ("staf", reverse("kinerja:skp_daftar")),
            "kinerja:realisasi_daftar": ("staf", reverse("kinerja:realisasi_daftar") + f"?periode={KODE_PERIODE}"),
            "kinerja:kalender": ("kepala", reverse("kinerja:kalender")),
            "kinerja:run_daftar": ("pengelola", reverse("kinerja:run_daftar")),
        }
        return {nama: self._halaman(orang[peran], alamat) for nama, (peran, alamat) in periksa.items()}

    def _orang(self) -> dict[str, Pengguna]:
        """Accounts of the first head and the first member of staff, and of those who look at everything."""
        kepala, staf = Pegawai.objects.order_by("nama_urut")[:2]
        sekda = PejabatLuar.objects.get(nama="Sekretaris Daerah Rekaan")
        for satu in (kepala, staf, sekda):
            if satu.pengguna is None:
                satu.pengguna = pabrik.buat_pengguna(nama=satu.nama)
                satu.save()
        assert kepala.pengguna is not None
        assert staf.pengguna is not None
        assert sekda.pengguna is not None
        return {
            "kepala": kepala.pengguna,
            "staf": staf.pengguna,
            "sekda": sekda.pengguna,
            "pengelola": pabrik.buat_pengguna(pengelola=True),
            "pemeriksa": pabrik.buat_pengguna(pemeriksa=True),
        }

    def _halaman(self, orang: Pengguna, alamat: str) -> Ukuran:
        klien = Client()
        klien.force_login(orang)
        klien.get(alamat)  # the first page of a session also stores the session
        with CaptureQueriesContext(connection) as tangkap:
            jawab = klien.get(alamat)
            kueri = len(tangkap)  # the next request empties the log
        assert jawab.status_code == 200, alamat
        detik = []
        for _ in range(PUTARAN):
            mulai = time.perf_counter()
            klien.get(alamat)
            detik.append(time.perf_counter() - mulai)
        return Ukuran(median(detik), kueri, len(jawab.content))
