"""Search of the discussion with 1,000 and with ``KIRIMAN`` (default 100,000) posts, a fifth of them topics.

Prints the median time of each kind of search at both sizes and their ratio. The same statement each time: one for a
page with its number. What is asked for: a word of few posts, a stem, a typing error, characters as typed, the newest
topics without a word, and a word that stands in every post.
"""

from __future__ import annotations

import os
import sys
import time
from statistics import median

import pytest
from django.db import connection
from django.test import TestCase

from forum.models import Balasan, KategoriDiskusi, Topik
from forum.ringkasan.pencarian_diskusi import cari_topik, topik_mirip
from rakumpit.organisasi.models import Pengguna
from tests import pabrik

pytestmark = pytest.mark.benchmark

SEDIKIT = 1_000
BANYAK = int(os.environ.get("KIRIMAN", "100000"))
PUTARAN = int(os.environ.get("PUTARAN", "9"))
# Milliseconds that the search of a page may take at the large size (design: a list answers within half a second).
BATAS_MS = 500
TERTULIS = {
    "kata jarang": "jembatan",
    "kata dasar": "membangun",
    "salah ketik": "jembtan",
    "tanda": "100%",
    "tanpa kata": "",
    "kata di semua kiriman": "warga",
}
# About 2,600 invented words; one topic in 100 is about the bridge.
_KATA = "chr(97 + ({n} * 7 + k * 3) % 26) || chr(97 + ({n} * 3 + k) % 10 * 2) || chr(97 + ({n} + k * 5) % 26) || 'an'"


def _isi(tabel: str, kolom: str, nilai: str, awal: int, akhir: int) -> None:
    with connection.cursor() as kursor:
        kursor.execute("SET LOCAL statement_timeout = 0")
        kursor.execute(
            f"INSERT INTO {tabel} ({kolom}) SELECT {nilai} FROM generate_series({awal}, {akhir}) AS n"  # noqa: S608 - numbers and names of this file
        )


def _teks(n: str) -> str:
    kata = _KATA.format(n=n)
    return f"(SELECT 'warga ' || string_agg({kata}, ' ') FROM generate_series(1, 30) AS k)"  # noqa: S608 - as above


class TolokUkurCariTests(TestCase):
    def _sampai(self, banyak: int) -> None:
        """Fill up to so many posts."""
        penulis = Pengguna.objects.filter(warga=True).first() or Pengguna.objects.create_user(
            nama="Warga Banyak", email="banyak@contoh.example", warga=True
        )
        kategori = KategoriDiskusi.objects.first() or KategoriDiskusi.objects.create(
            nama="Umum", rumpun="tema", unit=pabrik.buat_unit()
        )
        topik, balasan = Topik.objects.count(), Balasan.objects.count()
        umum = "uuid, kiriman, penulis_id, sebagai, isi, keadaan, ditahan, dibuat"
        dasar = (
            f"gen_random_uuid(), gen_random_uuid(), {penulis.pk}, '', {_teks('n')}, 'tayang', '{{}}', "
            "now() - make_interval(mins => n::int)"
        )
        judul = (
            "CASE WHEN n % 100 = 0 THEN 'Pembangunan jembatan ' || n WHEN n % 150 = 0 THEN 'Diskon 100% iuran ' || n "
            f"ELSE 'Perihal ' || {_KATA.format(n='n').replace('k', '1')} || ' ' || n END"
        )
        _isi(
            "forum_topik",
            f"{umum}, kategori_id, jenis, judul, status, tautan_tindak, alasan_tutup, aktivitas",
            f"{dasar}, {kategori.pk}, 'diskusi', {judul}, 'baru', '', '', now() - make_interval(mins => n::int)",
            topik + 1,
            banyak // 5,
        )
        awal = Topik.objects.order_by("pk").values_list("pk", flat=True)[0]
        _isi(
            "forum_balasan",
            f"{umum}, topik_id",
            f"{dasar}, {awal} + n % {banyak // 5}",
            balasan + 1,
            banyak - banyak // 5,
        )
        with connection.cursor() as kursor:
            kursor.execute("ANALYZE forum_topik, forum_balasan, forum_jawabanresmi")
        self.assertEqual(Topik.objects.count() + Balasan.objects.count(), banyak)

    def _ukur(self) -> dict[str, float]:
        """Median milliseconds of each search."""
        hasil = {}
        for nama, kata in TERTULIS.items():
            waktu = []
            for _ in range(PUTARAN):
                mulai = time.perf_counter()
                baris = list(cari_topik(kata)[:20])
                waktu.append(time.perf_counter() - mulai)
            self.assertTrue(baris, nama)
            hasil[nama] = median(waktu) * 1000
        waktu = []
        for _ in range(PUTARAN):
            mulai = time.perf_counter()
            self.assertTrue(list(topik_mirip("Pembangunan jembatan 12")))
            waktu.append(time.perf_counter() - mulai)
        hasil["topik mirip"] = median(waktu) * 1000
        return hasil

    def test_cari(self) -> None:
        with connection.cursor() as kursor:
            kursor.execute("SET LOCAL statement_timeout = 0")
        self._sampai(SEDIKIT)
        sedikit = self._ukur()
        self._sampai(BANYAK)
        banyak = self._ukur()
        sys.stdout.write(f"\nCari pada {SEDIKIT:,} dan {BANYAK:,} kiriman (ms, perbandingan)\n")
        for nama, ms in banyak.items():
            sys.stdout.write(f"  {nama:24} {sedikit[nama]:8.1f} {ms:8.1f}  {ms / sedikit[nama]:6.1f}x\n")
        lambat = {nama: ms for nama, ms in banyak.items() if ms > BATAS_MS}
        self.assertEqual(lambat, {})
