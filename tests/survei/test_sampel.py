"""The target shared over services, the page of the sample, and what may be changed when."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from survei import proses
from survei.models import PopulasiLayanan, Survei
from survei.perhitungan import bagi_target, kuota_harian, target_sampel
from survei.ringkasan.sampel import sampel_survei
from tests import pabrik
from tests.survei.dasar import UjiSurvei


def test_sisa_terbesar() -> None:
    # Hamilton's method on the textbook case: quotas 14.01, 3.59, 2.40 of 20.
    assert bagi_target(20, {"a": 7005, "b": 1795, "c": 1200}) == {"a": 14, "b": 4, "c": 2}
    assert bagi_target(10, {"a": 1, "b": 1, "c": 1}) == {"a": 4, "b": 3, "c": 3}
    assert bagi_target(5, {"a": 0, "b": 0}) == {"a": 0, "b": 0}
    with pytest.raises(ValueError, match="negatif"):
        bagi_target(1, {"a": -1})
    assert [kuota_harian(291, 66), kuota_harian(10, 0), kuota_harian(0, 5)] == [5, 10, 1]


@given(st.lists(st.integers(0, 5000), min_size=1, max_size=12).filter(any))
def test_jumlahnya_target_dan_tidak_melebihi_pemohon(banyak: list[int]) -> None:
    populasi = {str(urut): n for urut, n in enumerate(banyak)}
    target = target_sampel(sum(banyak))
    bagian = bagi_target(target, populasi)
    assert sum(bagian.values()) == target
    for kunci, n in populasi.items():
        assert bagian[kunci] <= n
        assert abs(bagian[kunci] * sum(banyak) - target * n) < sum(banyak)


class SampelTests(UjiSurvei):
    def setUp(self) -> None:
        super().setUp()
        self.lain = pabrik.buat_layanan(self.unit)
        self.survei.layanan.add(self.lain)
        Survei.objects.filter(pk=self.survei.pk).update(status="draf")
        self.alamat_sampel = f"/survei/kelola/{self.survei.uuid}/sampel/"
        self.client.force_login(self.pengelola)

    def kirim(self, **isi: str) -> int:
        data = {f"n_{self.layanan.uuid}": "900", f"n_{self.lain.uuid}": "100"} | isi
        return self.client.post(self.alamat_sampel, data).status_code

    def test_target_dibagi_dan_kemajuan_per_layanan_dan_hari(self) -> None:
        assert self.kirim() == 302
        self.survei.refresh_from_db()
        assert self.survei.populasi == 1000
        proses.buka(survei=self.survei, oleh=self.pengelola)
        for hari in (1, 1, 2):
            pabrik.buat_respons(self.survei, layanan=self.lain, tanggal=date(2026, 7, hari))
        proses.hitung_ulang_seluruhnya(survei_id=self.survei.pk)
        sampel = sampel_survei(self.survei)
        assert sampel.target == 278  # Krejcie & Morgan, N = 1000
        assert {satu.pk: (satu.target, satu.dihitung) for satu in sampel.layanan} == {
            self.layanan.pk: (250, 0),
            self.lain.pk: (28, 3),
        }
        assert [(satu.hari.day, satu.dihitung) for satu in sampel.hari] == [(2, 1), (1, 2)]
        self.assertContains(self.client.get(self.alamat_sampel), "3 dari 28")
        assert self.kirim() == 409

    def test_isian_keliru_tidak_menyimpan_apa_pun(self) -> None:
        for isi in ({f"n_{self.lain.uuid}": ""}, {f"n_{self.lain.uuid}": "-1"}, {f"n_{self.lain.uuid}": "1.200"}):
            assert self.kirim(**isi) == 422
        assert self.kirim(**{f"n_{satu.uuid}": "0" for satu in (self.layanan, self.lain)}) == 409
        assert not PopulasiLayanan.objects.exists()

    def test_jumlah_kueri_sama_untuk_3_dan_60_layanan(self) -> None:
        self.client.get(self.alamat_sampel)
        with self.assertNumQueries(10):
            self.client.get(self.alamat_sampel)
        self.survei.layanan.add(*(pabrik.buat_layanan(self.unit) for _ in range(58)))
        with self.assertNumQueries(10):
            self.client.get(self.alamat_sampel)
