"""Two leaders' windows, two workers: one trial, one question; and what happens without the lock."""

from __future__ import annotations

import threading
from datetime import timedelta
from functools import partial
from unittest import mock
from uuid import uuid4

from django.db import IntegrityError

from pelatihan.models import AdopsiPraktik, PraktikBaik
from pelatihan.proses import ProsesDitolak
from pelatihan.proses import adopsi as proses
from rakumpit.notifikasi.models import Notifikasi
from tests.kinerja.kantor import buat_kantor
from tests.pelatihan.isi import akun
from tests.pelatihan.isi_praktik import buat_adopsi, buat_praktik
from tests.serentak import UjiSerentak
from tests.survei.dasar import SAAT, pada


class AdopsiSerentakTests(UjiSerentak):
    def setUp(self) -> None:
        waktu = pada(SAAT)
        waktu.__enter__()
        self.addCleanup(waktu.__exit__, None, None, None)
        kantor = buat_kantor(jumlah_staf=1)
        self.staf = kantor.staf[0]
        self.oleh = akun(self.staf)
        self.praktik = buat_praktik(kantor.pengelola, kantor.pengelola)

    def coba(self) -> AdopsiPraktik:
        return proses.akan_dicoba(
            kode=uuid4(), praktik=self.praktik, oleh=self.oleh, pegawai=self.staf, niat="Mencoba."
        )

    def test_satu_percobaan_dan_yang_lain_diberi_tahu(self) -> None:
        hasil = self.sekaligus(*[self.coba] * 4)
        self.assertEqual(AdopsiPraktik.objects.count(), 1)
        self.assertEqual(sum(isinstance(satu, ProsesDitolak) for satu in hasil), 3)

    def test_tanpa_kunci_hanya_basis_data_yang_menolak(self) -> None:
        """Negative control: without the lock all find none open, and the constraint answers instead of a sentence."""
        bersamaan = threading.Barrier(2)

        def tanpa_kunci(praktik: PraktikBaik) -> PraktikBaik:
            baris: PraktikBaik = PraktikBaik.objects.get(pk=praktik.pk)
            return baris

        def tunggu(isi: str, _kalimat: str) -> str:
            bersamaan.wait(20)
            return isi

        with mock.patch.object(proses, "kunci_praktik", tanpa_kunci), mock.patch.object(proses, "_teks", tunggu):
            hasil = self.sekaligus(*[self.coba] * 2)
        self.assertEqual(sum(isinstance(satu, IntegrityError) for satu in hasil), 1)
        self.assertEqual(AdopsiPraktik.objects.count(), 1)

    def test_dua_pekerja_bertanya_sekali(self) -> None:
        satu = buat_adopsi(self.praktik, self.oleh)
        with pada(SAAT + timedelta(days=60)):
            hari = SAAT.date() + timedelta(days=60)
            hasil = self.sekaligus(*[partial(proses._tanyakan, satu.pk, hari)] * 4)
        self.assertEqual(sorted(map(str, hasil)), ["0", "0", "0", "1"])
        self.assertEqual(Notifikasi.objects.filter(kunci=f"pelatihan-adopsi-{satu.uuid}-tanya").count(), 1)
