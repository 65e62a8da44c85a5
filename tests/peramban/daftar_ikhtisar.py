"""Pages of the summaries."""

from __future__ import annotations

from typing import Any

from tests.peramban.halaman import ALIHAN, BERKAS, HANYA_POST, Halaman, kosongkan
from tests.peramban.kantor import Kantor


def _pilih_semua(page: Any, kantor: Kantor) -> None:
    """Tick all plans and go on to their summary."""
    for kotak in page.locator("main input[name=pilih]").all():
        kotak.check()
    with page.expect_navigation():
        page.locator("main form [type=submit]").last.click()


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
    Halaman("kinerja:tahun", "pegawai", sebutan="arsip", kueri="?tahun=2020"),
    Halaman("kinerja:unit", "camat", "unit_kecamatan"),
    Halaman("kinerja:unit", "kasi", "unit_kasi", sebutan="kasi"),
    Halaman("kinerja:unit", "pemeriksa", "unit_kasi", sebutan="pemeriksa"),
    Halaman("kinerja:unit", "camat", "unit_kecamatan", sebutan="berjalan", kueri="?periode=tw4-2026"),
]
KECUALI = {
    "akun_pengingat": HANYA_POST,
    "kinerja:kalender_unduh": BERKAS,
    "kinerja:unit_awal": ALIHAN,
    "kinerja:unit_unduh": BERKAS,
}
