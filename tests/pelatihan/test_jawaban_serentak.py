"""A test or a feedback sent several times at the same moment is one row; and what happens without the lock."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import Any
from unittest import mock

from django.db import IntegrityError

from pelatihan.models import (
    ButirTes,
    Kegiatan,
    NaskahTes,
    Pendaftaran,
    PengerjaanTes,
    TandaUmpanBalik,
    UmpanBalikKegiatan,
)
from pelatihan.perhitungan.tes import JenisTes
from pelatihan.perhitungan.umpan_balik import ButirUmpanBalik
from pelatihan.proses import tes, umpan_balik
from pelatihan.proses.galat import ProsesDitolak
from pelatihan.proses.kehadiran import salin_kertas
from tests.kinerja.kantor import akun, buat_kantor
from tests.pelatihan.isi_hadir import buat_acara
from tests.serentak import UjiSerentak
from tests.survei.dasar import SAAT, pada

SEREMPAK = 8


def bertemu_sesudah(baca: Callable[..., Any]) -> Callable[..., Any]:
    """The same read, after which all wait for each other: each has seen what was there before any of them wrote."""
    palang = threading.Barrier(SEREMPAK)

    def jalan(*args: object) -> Any:
        hasil = baca(*args)
        palang.wait(20)
        return hasil

    return jalan


class UjiJawabanSerentak(UjiSerentak):
    def setUp(self) -> None:
        beku = pada(SAAT)
        beku.__enter__()
        self.addCleanup(beku.__exit__, None, None, None)
        kantor = buat_kantor(jumlah_staf=1)
        acara = buat_acara(kantor.kecamatan, kantor.pengelola, kantor.staf, mulai=SAAT - timedelta(minutes=30))
        salin_kertas(sesi=acara.sesi[0], oleh=kantor.pengelola, pendaftaran=acara.peserta)
        naskah = NaskahTes.objects.get(program__kode="mengapa-kinerja")
        tes.pasang_tes(kegiatan=acara.kegiatan, oleh=kantor.pengelola, naskah=naskah, skor_lulus=None, versi=None)
        butir = ButirTes.objects.filter(naskah=naskah).prefetch_related("pilihan")
        jawaban = {str(satu.uuid): str(satu.pilihan.all()[0].uuid) for satu in butir}
        self.lain = jawaban | {str(butir[0].uuid): str(butir[0].pilihan.all()[1].uuid)}
        orang = akun(kantor.staf[0])
        self.kerjakan = partial(
            tes.kerjakan_tes, kegiatan=acara.kegiatan, oleh=orang, jenis=JenisTes.AWAL, jawaban=jawaban
        )
        nilai = {satu.value: 3 for satu in ButirUmpanBalik}
        self.beri = partial(
            umpan_balik.beri_umpan_balik, kegiatan=acara.kegiatan, oleh=orang, nilai=nilai, saran="Baik."
        )

    def test_jawaban_tes_yang_sama_menjadi_satu(self) -> None:
        hasil = self.sekaligus(*[self.kerjakan] * SEREMPAK)
        self.assertEqual([satu for satu in hasil if isinstance(satu, Exception)], [])
        self.assertEqual(len({satu.pk for satu in hasil if isinstance(satu, PengerjaanTes)}), 1)
        self.assertEqual(PengerjaanTes.objects.count(), 1)

    def test_dari_dua_jawaban_yang_berbeda_satu_yang_berlaku(self) -> None:
        hasil = self.sekaligus(self.kerjakan, partial(self.kerjakan, jawaban=self.lain))
        (ditolak,) = (satu for satu in hasil if isinstance(satu, Exception))
        self.assertIsInstance(ditolak, ProsesDitolak)
        self.assertEqual(PengerjaanTes.objects.count(), 1)

    def test_tanpa_kunci_jawaban_tes_ada_yang_gagal(self) -> None:
        """Negative control: without the lock all saw an empty table, and only the database keeps the number."""

        def tanpa_kunci(_pendaftaran: Pendaftaran) -> None:
            pass

        with (
            mock.patch.object(tes, "_kunci_pendaftaran", tanpa_kunci),
            mock.patch.object(tes, "_dikerjakan", bertemu_sesudah(tes._dikerjakan)),
        ):
            hasil = self.sekaligus(*[self.kerjakan] * SEREMPAK)
        self.assertEqual(sum(isinstance(satu, IntegrityError) for satu in hasil), SEREMPAK - 1)
        self.assertEqual(PengerjaanTes.objects.count(), 1)

    def test_umpan_balik_yang_sama_menjadi_satu(self) -> None:
        hasil = self.sekaligus(*[self.beri] * SEREMPAK)
        self.assertCountEqual(hasil, [True] + [False] * (SEREMPAK - 1))
        self.assertEqual((UmpanBalikKegiatan.objects.count(), TandaUmpanBalik.objects.count()), (1, 1))

    def test_tanpa_kunci_umpan_balik_ada_yang_gagal(self) -> None:
        """Negative control, as above; the mark in its own table is what refuses the others."""

        def tanpa_kunci(kegiatan: Kegiatan) -> Kegiatan:
            return Kegiatan.objects.get(pk=kegiatan.pk)

        with (
            mock.patch.object(umpan_balik, "_kunci", tanpa_kunci),
            mock.patch.object(umpan_balik, "sudah_mengisi", bertemu_sesudah(umpan_balik.sudah_mengisi)),
        ):
            hasil = self.sekaligus(*[self.beri] * SEREMPAK)
        self.assertEqual(sum(isinstance(satu, IntegrityError) for satu in hasil), SEREMPAK - 1)
        self.assertEqual(UmpanBalikKegiatan.objects.count(), 1)
