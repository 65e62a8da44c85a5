"""Races at one plan, and that the lock is what decides them."""

from __future__ import annotations

import threading
from unittest import mock

from kinerja.models import SKP
from kinerja.proses import ajukan
from tests.kinerja.serentak_skp import RondeSKP


class SKPSerentakTests(RondeSKP):
    def test_ten_rounds(self) -> None:
        self.semua_ronde(2)

    def test_without_the_lock_both_submissions_are_done(self) -> None:
        """Negative control: the rounds above can fail."""
        skp, pemilik = self.skp_baru()
        palang = threading.Barrier(2)

        def tanpa_kunci(satu: SKP) -> SKP:
            kini: SKP = SKP.objects.select_related("pegawai").get(pk=satu.pk)
            palang.wait(20)  # nobody writes before both have read
            return kini

        with mock.patch("kinerja.proses.skp.kunci_skp", tanpa_kunci):
            assert self.jadi(*(lambda: ajukan(skp=skp, oleh=pemilik) for _ in range(2))) == 2
        assert self.jumlah_catatan(skp, "ajukan") == 2
