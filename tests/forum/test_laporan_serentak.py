"""The same report arrives several times at the same moment; and what happens without the database's own rule."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any
from unittest import mock
from uuid import uuid4

from django.db import connection

from forum.models import Laporan, RiwayatLaporan
from forum.perhitungan.kunci import buat_kunci
from forum.proses import laporan_masuk as proses
from forum.proses.laporan_masuk import IsiLaporan, terima_laporan
from rakumpit.notifikasi.models import Notifikasi
from tests import pabrik
from tests.forum.dasar import SAAT, pada
from tests.serentak import UjiSerentak

BANYAK = 8
SEREMPAK = 3


@contextmanager
def tanpa_kunci_unik() -> Iterator[None]:
    """The table without its unique rules on sending and key; afterwards with them, its rows made different."""
    with connection.cursor() as kursor:
        kursor.execute(
            "SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid = 'forum_laporan'::regclass "
            "AND contype = 'u' AND pg_get_constraintdef(oid) IN ('UNIQUE (kiriman)', 'UNIQUE (sidik_kunci)')"
        )
        semula: list[tuple[str, str]] = kursor.fetchall()
        assert len(semula) == 2
        for nama, _ in semula:
            kursor.execute(f'ALTER TABLE forum_laporan DROP CONSTRAINT "{nama}"')
    try:
        yield
    finally:
        with connection.cursor() as kursor:
            kursor.execute("ALTER TABLE forum_laporan DISABLE TRIGGER USER")
            kursor.execute(
                "UPDATE forum_laporan SET kiriman = gen_random_uuid(), "
                "sidik_kunci = encode(sha256(id::text::bytea), 'hex')"
            )
            kursor.execute("ALTER TABLE forum_laporan ENABLE TRIGGER USER")
            for nama, bentuk in semula:
                kursor.execute(f'ALTER TABLE forum_laporan ADD CONSTRAINT "{nama}" {bentuk}')


class UjiKirimanGanda(UjiSerentak):
    def setUp(self) -> None:
        beku = pada(SAAT)
        beku.__enter__()
        self.addCleanup(beku.__exit__, None, None, None)
        pabrik.buat_pengguna(nama="Pengelola", pengelola=True)
        isi: dict[str, Any] = {
            "kiriman": uuid4(),
            "kunci": buat_kunci(),
            "isi": IsiLaporan(klasifikasi="pengaduan", judul="Antrean", isi="Menunggu dua jam.", nama="Bu Contoh"),
        }
        self.kirim = partial(terima_laporan, **isi)

    def test_kiriman_yang_sama_serentak_menjadi_satu_laporan_satu_nomor(self) -> None:
        hasil = self.sekaligus(*[self.kirim] * BANYAK)
        self.assertEqual([satu for satu in hasil if isinstance(satu, Exception)], [])
        baru = [satu for satu in hasil if isinstance(satu, tuple)]
        self.assertEqual(len({laporan.nomor for laporan, _ in baru}), 1)
        self.assertEqual([satu for _, satu in baru].count(True), 1)
        self.assertEqual((Laporan.objects.count(), RiwayatLaporan.objects.count()), (1, 1))
        self.assertEqual(Notifikasi.objects.count(), 1)

    def test_tanpa_aturan_unik_kiriman_yang_sama_menjadi_beberapa_laporan(self) -> None:
        """Negative control: looking first is not enough, the unique rules are what keeps it one."""
        bersamaan = threading.Barrier(SEREMPAK)

        def tunggu(*_: object) -> None:
            """Between the new row and its commit: nobody commits before all have looked."""
            bersamaan.wait(20)

        with tanpa_kunci_unik():
            with mock.patch.object(proses, "kabari", tunggu):
                hasil = self.sekaligus(*[self.kirim] * SEREMPAK)
            self.assertEqual([satu for satu in hasil if isinstance(satu, Exception)], [])
            self.assertEqual(len(set(Laporan.objects.values_list("nomor", flat=True))), SEREMPAK)
