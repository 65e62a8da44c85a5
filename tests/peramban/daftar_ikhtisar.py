"""Pages of the summaries."""

from __future__ import annotations

from typing import Any

from kinerja.proses.berkas_arsip import KOLOM
from rakumpit.lembar import tulis_xlsx
from tests.peramban.halaman import ALIHAN, BERKAS, HANYA_POST, Halaman, kosongkan
from tests.peramban.kantor import Kantor


def _pilih_semua(page: Any, kantor: Kantor) -> None:
    """Tick all plans and go on to their summary."""
    for kotak in page.locator("main input[name=pilih]").all():
        kotak.check()
    with page.expect_navigation():
        page.locator("main form [type=submit]").last.click()


def _unggah_arsip(page: Any, kantor: Kantor) -> None:
    """A sheet with one good row, one that says little, and one that is wrong."""
    nip = kantor.orang["pegawai"].nip
    baris: list[list[Any]] = [
        [ejaan[0] for ejaan in KOLOM.values()],
        [nip, "Orang Lain", "1 Januari 2018", "31 Desember 2018", "PP 46/2011", 87.5, "Baik", "800/1/2019"],
        [nip, "", "1 Januari 2017", "31 Desember 2017", "PP 46/2011", "", "Baik", "800/1/2018"],
        ["123", "", "", "2017", "Aturan baru", "", "", ""],
    ]
    isi = tulis_xlsx(baris)
    page.set_input_files(
        "main input[type=file]",
        {"name": "arsip.xlsx", "mimeType": "application/octet-stream", "buffer": isi},
    )
    with page.expect_navigation():
        page.locator("main form:has(input[type=file]) [type=submit]").last.click()


HALAMAN = [
    Halaman("kinerja:tahun", "pegawai"),
    Halaman("kinerja:tahun", "pegawai", sebutan="lalu", kueri="?tahun=2024"),
    Halaman("kinerja:kalender", "kasi"),
    Halaman("kinerja:kalender", "pengelola", sebutan="pengelola"),
    Halaman("kinerja:tim_skp", "atasan"),
    Halaman("kinerja:tim_skp", "atasan", sebutan="ringkas", cara=_pilih_semua),
    Halaman("kinerja:tim_kemajuan", "kasi"),
    Halaman("kinerja:tim_kemajuan", "camat", sebutan="kosong", kueri="?q=zzzzzz"),
    Halaman("kinerja:arsip", "pengelola", "pegawai"),
    Halaman("kinerja:arsip", "pengelola", "pegawai", sebutan="galat", cara=kosongkan, status=422),
    Halaman("kinerja:arsip_batalkan", "pengelola", "arsip"),
    Halaman("kinerja:arsip_impor", "pengelola"),
    Halaman("kinerja:arsip_impor", "pengelola", sebutan="galat", cara=kosongkan, status=422),
    Halaman("kinerja:arsip_impor", "pengelola", sebutan="laporan", cara=_unggah_arsip),
    Halaman("kinerja:tahun", "pegawai", sebutan="arsip", kueri="?tahun=2020"),
    Halaman("kinerja:unit", "camat", "unit_kecamatan"),
    Halaman("kinerja:unit", "kasi", "unit_kasi", sebutan="kasi"),
    Halaman("kinerja:unit", "pemeriksa", "unit_kasi", sebutan="pemeriksa"),
    Halaman("kinerja:unit", "camat", "unit_kecamatan", sebutan="berjalan", kueri="?periode=tw4-2026"),
]
KECUALI = {
    "akun_pengingat": HANYA_POST,
    "kinerja:kalender_unduh": BERKAS,
    "kinerja:arsip_templat": BERKAS,
    "kinerja:unit_awal": ALIHAN,
    "kinerja:unit_unduh": BERKAS,
}
