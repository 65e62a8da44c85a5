"""Published data sets of other offices through the whole product: import, lock, page, CSV, JSON and report agree.

The values compared with are those of the sources (``tests/data/SUMBER.md``), never figures of this program.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import openpyxl
import pytest
from django.core.management import call_command
from django.test import Client

from rakumpit.angka import format_angka
from survei import proses
from survei.models import HasilSurvei, Survei
from survei.perhitungan import URUTAN_KUESIONER
from survei.proses.laporan import kumpulkan
from survei.proses.laporan.cetak import data_laporan
from survei.proses.laporan.xlsx import tulis_laporan_xlsx
from tests import pabrik

DATA = Path(__file__).parent.parent / "data" / "skm"
U = [f"U{n}" for n in range(1, 10)]
Baris = dict[str, str]


def _baca(nama: str) -> list[Baris]:
    with (DATA / nama).open(encoding="utf-8") as berkas:
        return list(csv.DictReader(berkas))


def _mentah(nama: str, tahun: str = "") -> list[list[str]]:
    return [[satu[u] for u in U] for satu in _baca(nama) if not tahun or satu["year"] == tahun]


def _gaspul() -> list[list[str]]:
    """29 forms with the published distribution of each element; how answers were paired is not published."""
    kolom = [
        [nilai for nilai in "4321" for _ in range(int(satu[f"n_nilai{nilai}"]))]
        for satu in _baca("gaspul-tw3-distribution.csv")
    ]
    return [list(baris) for baris in zip(*kolom, strict=True)]


def _ringkasan(dataset: str) -> Baris:
    semua = [*_baca("pulang-pisau-summary.csv"), *_baca("recomputed-summary.csv")]
    return next(satu for satu in semua if satu["dataset"] == dataset)


@dataclass(frozen=True)
class Terbit:
    """What the source published (or, for raw forms, its folder recomputed by another program)."""

    n: int
    ikm: str
    mutu: str
    bobot_011: str
    jumlah: list[int] | None = None


def _dari(dataset: str) -> Terbit:
    satu = _ringkasan(dataset)
    return Terbit(
        int(satu["n"]), satu["ikm_1_9"], satu["mutu_1_9"], satu["ikm_011"], [int(satu[f"sum_{u}"]) for u in U]
    )


def _tahun(tahun: str) -> list[list[str]]:
    return _mentah("pulang-pisau-dpmptsp-2018-2020-2022-raw.csv", tahun)


KUMPULAN: dict[str, tuple[Callable[[], list[list[str]]], Terbit]] = {
    "kediri": (lambda: _mentah("kediri-2024-raw.csv"), Terbit(20, "77.50", "B", "76.73")),
    "gaspul": (_gaspul, Terbit(29, "91.48", "A", "90.56", [105, 101, 100, 116, 102, 105, 106, 105, 115])),
    "tubaba": (lambda: _mentah("tubaba-2023s1-raw.csv"), Terbit(1, "100.00", "A", "99.00")),
    "biro": (lambda: _mentah("biro-organisasi-sumbar-2024-raw.csv")[:2], Terbit(2, "61.11", "D", "60.50")),
    "sekadau": (lambda: _mentah("sekadau-2019s1-first49-raw.csv"), Terbit(49, "78.74", "B", "77.95")),
    "pulang-pisau 2018": (lambda: _tahun("2018"), _dari("pulang-pisau-2018 year")),
    "pulang-pisau 2019": (lambda: _tahun("2019"), _dari("pulang-pisau-2019 year")),
    "pulang-pisau 2020 s2": (lambda: _mentah("pulang-pisau-2020-s2.csv"), _dari("pulang-pisau-2020 s2")),
    "pulang-pisau 2022": (lambda: _tahun("2022"), _dari("pulang-pisau-2022 year")),
}


def _terbitkan(baris: list[list[str]]) -> tuple[HasilSurvei, dict[str, object]]:
    """Through ``hitung_ikm`` and ``impor_skm``, then closed, locked and published by the product's own steps."""
    survei = pabrik.buat_survei(pabrik.buat_unit())
    pengelola = pabrik.buat_pengguna(pengelola=True)
    with TemporaryDirectory() as folder:
        berkas = Path(folder) / "jawaban.csv"
        berkas.write_text("\n".join(",".join(satu) for satu in [U, *baris]), encoding="utf-8")
        keluaran = io.StringIO()
        call_command("hitung_ikm", str(berkas), "--json", stdout=keluaran)
        call_command("impor_skm", str(berkas), "--survei", survei.kode, "--simpan", stdout=io.StringIO())
    proses.tutup(survei=survei, oleh=pengelola)
    proses.kunci(survei=survei, oleh=pengelola)
    proses.publikasikan(survei=survei, oleh=pengelola)
    hasil = HasilSurvei.objects.select_related("survei__unit", "survei__instrumen").get(survei=survei)
    return hasil, json.loads(keluaran.getvalue())


def _teks(isi: object) -> Iterable[str]:
    """All texts in the data of a document."""
    if isinstance(isi, str):
        yield isi
    elif isinstance(isi, dict):
        for satu in isi.values():
            yield from _teks(satu)
    elif isinstance(isi, (list, tuple)):
        for satu in isi:
            yield from _teks(satu)


@pytest.mark.django_db
@pytest.mark.parametrize("nama", KUMPULAN)
def test_angka_terbit_sama_di_semua_keluaran(nama: str, client: Client) -> None:
    ambil, terbit = KUMPULAN[nama]
    hasil, hitungan = _terbitkan(ambil())
    assert (hasil.n, str(hasil.ikm), hasil.mutu) == (terbit.n, terbit.ikm, terbit.mutu)
    assert (hitungan["n"], hitungan["ikm"], hitungan["pembanding_011"]) == (terbit.n, terbit.ikm, terbit.bobot_011)
    if terbit.jumlah:
        assert [hasil.rincian["unsur"][kode]["jumlah"] for kode in URUTAN_KUESIONER] == terbit.jumlah
    uuid = hasil.survei.uuid
    halaman = client.get(f"/hasil/{uuid}/").content.decode()
    lembar = client.get(f"/hasil/{uuid}/lembar/").content.decode()
    satu_json = json.loads(client.get(f"/data/skm/{uuid}.json").content)
    satu_csv = list(
        csv.DictReader(io.StringIO(client.get(f"/data/skm/{uuid}.csv").content.decode("utf-8-sig")), delimiter=";")
    )
    laporan = list(_teks(data_laporan(kumpulkan(hasil, umum=True))))
    ringkas = _ringkasan_xlsx(hasil)
    tertulis = format_angka(hasil.ikm or 0)
    if terbit.n < 10:
        assert tertulis not in halaman + lembar
        assert tertulis not in laporan
        assert "Data belum cukup" in lembar
        assert "Data belum cukup" in laporan
        assert satu_json["indeks"] == dict.fromkeys(satu_json["indeks"])
        assert [satu["nilai"] for satu in satu_csv] == [""]
        assert ringkas["Indeks kepuasan (IKM)"] == "Data belum cukup"
        return
    for isi in (halaman, lembar, " ".join(laporan)):
        assert tertulis in isi
    assert f'<span class="angka">{tertulis}</span>' in lembar
    assert (satu_json["indeks"]["nilai"], satu_json["indeks"]["mutu"]) == (terbit.ikm, terbit.mutu)
    assert (satu_csv[0]["nilai"], satu_csv[0]["mutu"], satu_csv[0]["jumlah_jawaban"]) == (
        tertulis,
        terbit.mutu,
        str(terbit.n),
    )
    assert str(ringkas["Indeks kepuasan (IKM)"]) == str(float(terbit.ikm))
    assert {satu["kode"]: satu["nilai"] for satu in satu_json["pembanding"]}["bobot_011"] == terbit.bobot_011
    per_unsur = {satu["kode"]: satu for satu in satu_csv if satu["bagian"] == "unsur"}
    for unsur in satu_json["unsur"]:
        nilai = unsur["nilai"].replace(".", ",")
        assert per_unsur[unsur["kode"]]["nilai"] == nilai
        assert nilai in halaman
        assert nilai in laporan
        assert unsur["nrr"].replace(".", ",") in laporan


def _ringkasan_xlsx(hasil: HasilSurvei) -> dict[str, object]:
    buku = openpyxl.load_workbook(io.BytesIO(tulis_laporan_xlsx(kumpulkan(hasil, umum=True))))
    return {deret[0].value: deret[1].value for deret in buku["Ringkasan"].iter_rows()}


@pytest.mark.django_db
def test_jumlah_berjalan_kediri_dan_jumlah_tersimpan_pulang_pisau() -> None:
    """The app of Kediri stored its index after every answer; that of Pulang Pisau the sum of each form, six times
    no longer that of its answers."""
    for satu in _baca("kediri-2024-snapshots.csv"):
        jawaban = _mentah("kediri-2024-raw.csv")[: int(satu["n_first"])]
        jumlah = sum(int(nilai) for baris in jawaban for nilai in baris)
        assert abs(25 * jumlah / (9 * len(jawaban)) - float(satu["published_ikm"])) < 0.0001
    semua = _baca("pulang-pisau-dpmptsp-2018-2020-2022-raw.csv")
    beda = [satu["no"] for satu in semua if sum(int(satu[u]) for u in U) != int(satu["stored_total"])]
    assert beda == ["98", "263", "264", "265", "403", "443"]


@pytest.mark.django_db
def test_berkas_tidak_berubah_dijawab_304_dan_hanya_yang_terbit_ada(client: Client) -> None:
    hasil, _ = _terbitkan(_mentah("kediri-2024-raw.csv"))
    for bentuk in ("csv", "json"):
        alamat = f"/data/skm/{hasil.survei.uuid}.{bentuk}"
        pertama = client.get(alamat)
        assert client.get(alamat, headers={"If-None-Match": pertama["ETag"]}).status_code == 304
        assert client.get(alamat, headers={"If-None-Match": '"lain"'}).content == pertama.content
        assert pertama["Access-Control-Allow-Origin"] == "*"
    Survei.objects.update(judul="=1+1", status="dikunci")
    assert client.get(alamat).status_code == 404
    Survei.objects.update(status="dipublikasi")
    isi = client.get(f"/data/skm/{hasil.survei.uuid}.csv").content.decode("utf-8-sig")
    assert ";'=1+1;" in isi
    assert client.get(alamat)["ETag"] != pertama["ETag"]
    lembar = client.get(f"/hasil/{hasil.survei.uuid}/lembar.pdf")
    assert lembar.content.startswith(b"%PDF")
