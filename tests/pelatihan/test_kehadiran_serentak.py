"""The same person is written down by several at the same moment; and what happens without the lock."""

from __future__ import annotations

import threading
from functools import partial
from unittest import mock

from django.db import IntegrityError

from pelatihan.models import Kegiatan, Kehadiran
from pelatihan.proses import kehadiran as proses
from tests.kinerja.kantor import buat_kantor
from tests.pelatihan.isi_hadir import buat_acara
from tests.serentak import UjiSerentak
from tests.survei.dasar import SAAT, pada

SEREMPAK = 8


class UjiHadirSerentak(UjiSerentak):
    def setUp(self) -> None:
        beku = pada(SAAT)
        beku.__enter__()
        self.addCleanup(beku.__exit__, None, None, None)
        kantor = buat_kantor(jumlah_staf=1)
        acara = buat_acara(kantor.kecamatan, kantor.pengelola, kantor.staf, mulai=SAAT)
        self.catat = partial(proses.hadirkan, sesi=acara.sesi[0], pendaftaran=acara.peserta[0], oleh=kantor.pengelola)

    def test_dua_catatan_bersamaan_menjadi_satu(self) -> None:
        hasil = self.sekaligus(*[self.catat] * SEREMPAK)
        self.assertEqual([satu for satu in hasil if isinstance(satu, Exception)], [])
        self.assertEqual(len({satu.pk for satu in hasil if isinstance(satu, Kehadiran)}), 1)
        self.assertEqual(Kehadiran.objects.count(), 1)

    def test_tanpa_kunci_ada_yang_gagal(self) -> None:
        """Negative control: without the lock only the database keeps the number, and the others get an error."""
        tunggu = threading.Barrier(SEREMPAK)

        def tanpa_kunci(kegiatan_id: int) -> Kegiatan:
            return Kegiatan.objects.get(pk=kegiatan_id)

        def tercatat(*_: object) -> None:
            tunggu.wait(20)

        with (
            mock.patch.object(proses, "_kunci_kegiatan", tanpa_kunci),
            mock.patch.object(proses, "_tercatat", tercatat),
        ):
            hasil = self.sekaligus(*[self.catat] * SEREMPAK)
        self.assertEqual(sum(isinstance(satu, IntegrityError) for satu in hasil), SEREMPAK - 1)
        self.assertEqual(Kehadiran.objects.count(), 1)
