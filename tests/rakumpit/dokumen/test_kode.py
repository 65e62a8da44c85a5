from __future__ import annotations

import pytest

from rakumpit.dokumen.kode import ABJAD, BIT, PANJANG, baca_kode, buat_kode, kode_terbaca, tampil_kode


def test_kode_tidak_dapat_ditebak():
    assert BIT >= 80
    semua = {buat_kode() for _ in range(500)}
    assert len(semua) == 500
    assert all(kode_terbaca(kode) for kode in semua)
    assert {huruf for kode in semua for huruf in kode} == set(ABJAD)


def test_abjad_tanpa_huruf_yang_mirip():
    for mirip in ("0O", "1IL", "5S", "8B", "2Z", "6G", "UV"):
        assert sum(huruf in ABJAD for huruf in mirip) <= 1
    assert len(set(ABJAD)) == len(ABJAD)


@pytest.mark.parametrize(
    "ketikan",
    [
        "7K3M-ACDE-9XYW-H4RT-PQ25",
        "7k3m acde 9xyw h4rt pq25",
        " 7K3MACDE9XYWH4RTPQ25\n",
        "7K3M–ACDE–9XYW–H4RT–PQ25",
        "7K3M.ACDE.9XYW.H4RT.PQZS",
    ],
)
def test_ketikan_orang_terbaca(ketikan: str):
    assert baca_kode(ketikan) == "7K3MACDE9XYWH4RTPQ25"


@pytest.mark.parametrize(
    "ketikan", ["", "7K3M", "7K3M-ACDE-9XYW-H4RT-PQ2I", "7K3M-ACDE-9XYW-H4RT-PQ255", "x" * 5000, "é" * 20]
)
def test_yang_bukan_kode_ditolak(ketikan: str):
    assert not kode_terbaca(baca_kode(ketikan))


def test_kode_tercetak_berkelompok_empat():
    kode = buat_kode()
    assert tampil_kode(kode).count("-") == PANJANG // 4 - 1
    assert baca_kode(tampil_kode(kode)) == kode
