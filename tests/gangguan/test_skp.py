"""Two hundred races at plans, on real connections."""

from __future__ import annotations

import pytest

from tests.kinerja.serentak_skp import RondeSKP

pytestmark = pytest.mark.gangguan


class SKPSerentakLamaTests(RondeSKP):
    def test_two_hundred_rounds(self) -> None:
        self.semua_ronde(40)
