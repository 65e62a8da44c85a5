"""Secrets in addresses: in no log of Django or of the web server, and in no Referer."""

from __future__ import annotations

import logging
import logging.config
from collections.abc import Iterator
from io import StringIO
from types import SimpleNamespace
from typing import Any, cast
from uuid import UUID

from django.conf import settings
from django.test import Client, SimpleTestCase, TestCase
from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.converters import SlugConverter, StringConverter
from gunicorn.config import Config
from gunicorn.glogging import Logger

from rakumpit.alamat_rahasia import GANTI, FormatSamar, samarkan_alamat
from rakumpit.lokal.pekerja import argv_web
from rakumpit.pencatat_web import PencatatWeb

RAHASIA = "RahasiaUji_0123456789-abcDEF"
_KODE = UUID(int=7)
# Words that many people read and that open nothing by themselves: names of periods, elements, steps, kinds, and the
# short address of a survey, which hangs on the wall.
TERBUKA = {
    *("survei/kelola/", "s/", "kinerja/periode/", "kinerja/skp/", "kinerja/realisasi/", "kinerja/penilaian-diri/"),
    *("kinerja/capaian/", "kinerja/sebaran/", "kinerja/tim/", "kinerja/keberatan/", "forum/lacak/"),
    *("forum/kelola/", "pelatihan/kegiatan/", "admin/"),
}


def _alamat(pola: URLResolver | URLPattern, awal: str = "") -> Iterator[str]:
    """Every address with a word in it, with ``RAHASIA`` in the place of the word."""
    bentuk = awal + str(pola.pattern)
    if isinstance(pola, URLResolver):
        for satu in pola.url_patterns:
            yield from _alamat(satu, bentuk)
        return
    if "(?P<key>" in bentuk:
        yield "/" + bentuk.partition("^")[0] + f"kata-sandi/atur-ulang/1-{RAHASIA}/"
        return
    pengubah = getattr(pola.pattern, "converters", {})
    kata = [nama for nama, satu in pengubah.items() if type(satu) in {StringConverter, SlugConverter}]
    if kata and not bentuk.startswith(tuple(TERBUKA)):
        for nama in pengubah:
            isi = RAHASIA if nama in kata else str(_KODE)
            for jenis in ("str:", "slug:", "uuid:", "int:"):
                bentuk = bentuk.replace(f"<{jenis}{nama}>", isi)
        yield "/" + bentuk


def alamat_rahasia() -> list[str]:
    semua = [alamat for pola in get_resolver().url_patterns for alamat in _alamat(pola)]
    # The code of the counter goes on to the form as a parameter.
    return [*semua, f"/survei/{_KODE}/?kode={RAHASIA}"]


class AlamatTest(SimpleTestCase):
    def test_setiap_alamat_dengan_kata_disamarkan_atau_disebut_terbuka(self) -> None:
        semua = alamat_rahasia()
        self.assertGreaterEqual(len(semua), 14)
        for alamat in semua:
            with self.subTest(alamat):
                self.assertNotIn(RAHASIA, samarkan_alamat(alamat))
                self.assertIn(GANTI, samarkan_alamat(alamat))

    def test_alamat_lain_dan_bagian_sesudahnya_tetap(self) -> None:
        for alamat in ("/forum/", "/forum/pendaftaran/", f"/forum/sesi/{_KODE}/", "/kinerja/skp/", "/cari/?q=k"):
            self.assertEqual(samarkan_alamat(alamat), alamat)
        self.assertEqual(samarkan_alamat("/forum/pendaftaran/abc/batal/"), f"/forum/pendaftaran/{GANTI}/batal/")
        self.assertEqual(
            samarkan_alamat('"GET /Forum/Usul/abc?x=1 HTTP/1.1" "https://contoh.go.id/k/AB-CD"'),
            f'"GET /Forum/Usul/{GANTI}?x=1 HTTP/1.1" "https://contoh.go.id/k/{GANTI}"',
        )


class CatatanDjangoTest(TestCase):
    """Each address is asked for; the product's own formatter writes the lines."""

    def _catat(self, bentuk: logging.Formatter) -> str:
        keluaran = StringIO()
        tujuan = logging.StreamHandler(keluaran)
        tujuan.setFormatter(bentuk)
        akar = logging.getLogger()
        akar.addHandler(tujuan)
        self.addCleanup(akar.removeHandler, tujuan)
        peramban = Client(enforce_csrf_checks=True)
        for alamat in alamat_rahasia():
            peramban.get(alamat)
            # Without its token: refused, with a line about the address.
            peramban.post(alamat, {})
        akar.removeHandler(tujuan)
        return keluaran.getvalue()

    def test_tidak_ada_rahasia_di_catatan(self) -> None:
        pengaturan: Any = settings.LOGGING
        bentuk = logging.config.DictConfigurator({}).configure_formatter(dict(pengaturan["formatters"]["baris"]))
        self.assertIsInstance(bentuk, FormatSamar)
        catatan = self._catat(bentuk)
        self.assertNotIn(RAHASIA, catatan)
        self.assertGreater(catatan.count(GANTI), 20)

    def test_tanpa_samaran_rahasianya_tercatat(self) -> None:
        """The control: the lines are really written about these addresses."""
        self.assertGreater(self._catat(logging.Formatter("%(message)s")).count(RAHASIA), 20)

    def test_jejak_galat_juga_disamarkan(self) -> None:
        try:
            int(f"/forum/usul/{RAHASIA}/")
        except ValueError as galat:
            rekam = logging.LogRecord(
                "x", logging.ERROR, "x", 1, "gagal", (), (type(galat), galat, galat.__traceback__)
            )
        teks = FormatSamar("%(message)s").format(rekam)
        self.assertIn("ValueError", teks)
        self.assertNotIn(RAHASIA, teks)

    def test_referer_hanya_nama_situs(self) -> None:
        for alamat in alamat_rahasia():
            with self.subTest(alamat):
                self.assertIn(self.client.get(alamat)["Referrer-Policy"], {"strict-origin", "no-referrer"})
        self.assertEqual(self.client.get("/forum/")["Referrer-Policy"], "same-origin")

    def test_formulir_di_halaman_rahasia_tetap_dapat_dikirim(self) -> None:
        """A browser under this policy sends the site as Origin, and no page as Referer."""
        peramban = Client(enforce_csrf_checks=True)
        peramban.get("/forum/lacak/")
        kue = peramban.cookies["csrftoken"].value
        for asal, kode in (("http://testserver", 404), ("null", 403)):
            balasan = peramban.post(
                f"/forum/usul/{RAHASIA}/", {"csrfmiddlewaretoken": kue}, headers={"Origin": asal, "Referer": ""}
            )
            self.assertIn(balasan.status_code, {kode, 405} if kode == 404 else {kode})


class CatatanPeladenTest(SimpleTestCase):
    """gunicorn's own lines, also where an office switches its log of accesses on."""

    def _catat(self, kelas: type[Any]) -> str:
        pengaturan = Config()
        pengaturan.set("accesslog", "-")
        pencatat = kelas(pengaturan)
        keluaran = StringIO()
        for log in (pencatat.access_log, pencatat.error_log):
            self.addCleanup(log.handlers.clear)
            for tujuan in log.handlers:
                cast("logging.StreamHandler[Any]", tujuan).setStream(keluaran)
        for alamat in alamat_rahasia():
            environ = {
                "REQUEST_METHOD": "GET",
                "RAW_URI": alamat,
                "PATH_INFO": alamat,
                "SERVER_PROTOCOL": "HTTP/1.1",
                "HTTP_REFERER": f"https://contoh.go.id{alamat}",
            }
            jawaban = SimpleNamespace(status="200 OK", sent=1, headers=[])
            lama = SimpleNamespace(seconds=0, microseconds=1)
            pencatat.access(jawaban, SimpleNamespace(headers=[]), environ, lama)
            pencatat.error("Error handling request %s", alamat)
        return keluaran.getvalue()

    def test_tidak_ada_rahasia_dan_peladen_memakainya(self) -> None:
        catatan = self._catat(PencatatWeb)
        self.assertNotIn(RAHASIA, catatan)
        self.assertGreaterEqual(catatan.count(GANTI), 3 * len(alamat_rahasia()))
        argv = argv_web(8000)
        self.assertEqual(argv[argv.index("--logger-class") + 1], "rakumpit.pencatat_web.PencatatWeb")
        self.assertNotIn("--access-logfile", argv)

    def test_tanpa_samaran_rahasianya_tercatat(self) -> None:
        """The control."""
        self.assertGreaterEqual(self._catat(Logger).count(RAHASIA), 3 * len(alamat_rahasia()))
