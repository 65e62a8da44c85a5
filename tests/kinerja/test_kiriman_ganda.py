"""A form that is sent twice (double press, Back, weak line) leaves one row, one audit entry and one notice."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any
from unittest import mock

from django.db import models
from django.test import TestCase

from kinerja.models import Kendala
from kinerja.proses import kendala as modul
from kinerja.proses.bimbingan import catat_bimbingan
from kinerja.proses.dialog import IsiDialog, catat_dialog
from kinerja.proses.dukungan import minta_dukungan
from kinerja.proses.inovasi import usulkan_inovasi
from kinerja.proses.kendala import catat_kendala
from kinerja.proses.umpan_balik_pegawai import beri_umpan_balik
from rakumpit.audit.models import CatatanAudit
from rakumpit.notifikasi.models import Notifikasi
from rakumpit.waktu import hari_ini
from tests.kinerja.kantor import akun, buat_kantor
from tests.serentak import UjiSerentak
from tests.survei.dasar import SAAT, pada


class KirimanGandaTests(TestCase):
    def setUp(self) -> None:
        beku = pada(SAAT)
        beku.__enter__()
        self.addCleanup(beku.__exit__, None, None, None)
        self.kantor = buat_kantor()
        self.staf = self.kantor.staf[0]

    def test_the_same_words_again_are_the_same_row(self) -> None:
        staf, kasi, hari = akun(self.staf), akun(self.kantor.kasi), hari_ini()
        hambatan: dict[str, Any] = {
            "rencana": None,
            "indikator": None,
            "jenis": "alat",
            "uraian": "Motor rusak.",
            "sejak": hari,
        }
        dialog = IsiDialog("perencanaan", "Membahas target.", "Target tetap.")
        bimbingan: dict[str, Any] = {
            "pegawai": self.staf,
            "tanggal": hari,
            "topik": "Surat",
            "ringkasan": "Cara menyusun surat.",
        }
        gagasan = {"judul": "Loket sore", "masalah": "Antre panjang.", "gagasan": "Loket kedua."}
        kendala = catat_kendala(oleh=staf, **hambatan)
        semua: list[tuple[Callable[..., models.Model], dict[str, Any], str]] = [
            (catat_kendala, {"oleh": staf, **hambatan}, "uraian"),
            (minta_dukungan, {"oleh": staf, "kendala": None, "jenis": "alat", "uraian": "Pinjam motor."}, "uraian"),
            (minta_dukungan, {"oleh": staf, "kendala": kendala, "jenis": "alat", "uraian": "Servis."}, "uraian"),
            (catat_dialog, {"pegawai": self.staf, "oleh": kasi, "tanggal": hari, "isi": dialog}, ""),
            (catat_bimbingan, {"oleh": kasi, **bimbingan}, "topik"),
            (usulkan_inovasi, {"oleh": staf, **gagasan}, "judul"),
            (beri_umpan_balik, {"pegawai": self.staf, "oleh": kasi, "isi": "Rapat tertib."}, "isi"),
        ]
        for proses, isian, beda in semua:
            with self.subTest(proses.__name__, uraian=isian.get("uraian")):
                satu = proses(**isian)
                awal = (CatatanAudit.objects.count(), Notifikasi.objects.count())
                assert proses(**isian) == satu
                assert (CatatanAudit.objects.count(), Notifikasi.objects.count()) == awal
                if beda and isian.get("kendala") is None:
                    assert proses(**isian | {beda: "Hal lain."}) != satu


class SerentakTests(UjiSerentak):
    """Two sends at the same moment: the lock of the person lets the second see the first."""

    def setUp(self) -> None:
        self.oleh = akun(buat_kantor(1).staf[0])

    def catat(self) -> Kendala:
        return catat_kendala(
            oleh=self.oleh, rencana=None, indikator=None, jenis="alat", uraian="Motor rusak.", sejak=hari_ini()
        )

    def test_two_sends_at_once_are_one_row(self) -> None:
        satu, dua = self.sekaligus(self.catat, self.catat)
        assert satu == dua
        assert Kendala.objects.count() == 1

    def test_without_the_lock_there_are_two(self) -> None:
        """The same race with the guard off, both past the look for the first row before either writes."""
        asli, palang = Kendala.objects.create, threading.Barrier(2)

        def bersama(**isi: Any) -> Kendala:
            palang.wait(60)
            baru: Kendala = asli(**isi)
            return baru

        with mock.patch.object(modul, "kunci_orang"), mock.patch.object(Kendala.objects, "create", bersama):
            self.sekaligus(self.catat, self.catat)
        assert Kendala.objects.count() == 2
