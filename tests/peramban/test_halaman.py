"""Every main page, as each role sees it, on a phone and on a desk: nothing broken, nothing cut off, nothing heavy."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.test import Client
from django.urls import resolve, reverse

from kinerja.models import Evaluasi, Indikator, Periode, RunEvaluasi
from kinerja.proses import kerjakan_run
from rakumpit.contoh import muat
from rakumpit.contoh.akun import PERAN_LAIN, PERAN_PEGAWAI
from rakumpit.contoh.isi_kinerja import PERIODE_DINILAI
from rakumpit.contoh.isi_organisasi import pegawai_bernomor
from rakumpit.organisasi.models import Pegawai, Pengguna
from rakumpit.waktu import WIB
from survei.enums import StatusSurvei
from survei.models import Survei
from tests.peramban.dasar import LEBAR_LEBIH, UjiPeramban

pytestmark = pytest.mark.peramban

Alamat = Callable[[], str]
LEBAR = (320, 360, 1280)
# The lists of Django's admin keep a table of its own that scrolls inside the page.
LEBAR_ADMIN = (360, 1280)

PERIKSA = """() => {
    const salah = [];
    const h1 = document.querySelectorAll("h1").length;
    if (h1 !== 1) salah.push("h1: " + h1);
    if (!document.title.trim() || document.title.trim().startsWith("—")) salah.push("judul: " + document.title);
    if (document.documentElement.lang !== "id") salah.push("lang: " + document.documentElement.lang);
    if (document.querySelectorAll("main").length !== 1) salah.push("main");
    for (const g of document.images) if (!g.complete || !g.naturalWidth) salah.push("gambar: " + g.src);
    const id = [...document.querySelectorAll("[id]")].map(e => e.id);
    for (const satu of new Set(id)) if (id.filter(i => i === satu).length > 1) salah.push("id ganda: " + satu);
    for (const a of document.querySelectorAll("a[href^='#']"))
        if (a.hash.length > 1 && !document.getElementById(a.hash.slice(1))) salah.push("jangkar: " + a.hash);
    for (const a of document.querySelectorAll("a[href], button"))
        if (!(a.textContent.trim() || a.getAttribute("aria-label") || a.title || a.querySelector("[title]")))
            salah.push("tanpa nama: " + a.outerHTML.slice(0, 90));
    for (const k of document.querySelectorAll("input:not([type=hidden]):not([type=submit]), select, textarea"))
        // Django's own pair of date and time stands in a fieldset whose legend is its label.
        if (!k.labels.length && !k.matches("fieldset p.datetime *, [title], [aria-label], [aria-labelledby]"))
            salah.push("kolom tanpa label: " + k.outerHTML.slice(0, 90));
    return salah;
}"""
TAUTAN = "[...document.querySelectorAll('a[href]')].map(a => a.href)"


def tetap(alamat: str) -> Alamat:
    return lambda: alamat


def nama(view: str, *, model: Any = None, **saring: Any) -> Alamat:
    """Address of a named page; its argument is the ``uuid`` of the first row that fits."""
    if model is None:
        return lambda: reverse(view)
    return lambda: reverse(view, args=[model.objects.filter(**saring).order_by("pk").first().uuid])


def ubah_admin(model: str, kelas: Any) -> Alamat:
    return lambda: reverse(f"admin:{model}_change", args=[kelas.objects.order_by("pk").first().pk])


def _realisasi() -> str:
    pemilik = pegawai_bernomor()[PERAN_PEGAWAI["pegawai"]]
    indikator = Indikator.objects.filter(rencana__skp__pegawai=pemilik, sumber="manual").order_by("pk")[0]
    return reverse("kinerja:realisasi", args=[indikator.uuid, PERIODE_DINILAI])


def _nilai() -> str:
    """The one whom the camat has still to decide on."""
    bawahan = Evaluasi.objects.filter(status="menunggu", terbaru=True, penilai=pegawai_bernomor()[1])
    return reverse("kinerja:nilai", args=[bawahan.order_by("pk")[0].uuid])


TERBUKA = {"status": StatusSurvei.TERBUKA.value}
UMUM = {
    "depan": tetap("/"),
    "survei": tetap("/survei/"),
    "isi": nama("survei:isi", model=Survei, **TERBUKA),
    "hasil": tetap("/hasil/"),
    "hasil satu": lambda: reverse("survei:hasil", args=[_terbit().uuid]),
    "masuk": tetap("/masuk/"),
    "kode": tetap("/masuk/kode/"),
    "lupa": tetap("/kata-sandi/lupa/"),
}
HALAMAN: dict[str, dict[str, Alamat]] = {
    "": UMUM,
    "pegawai": {
        "beranda": tetap("/"),
        "kinerja saya": tetap("/kinerja/saya/"),
        "skp saya": tetap("/kinerja/skp/"),
        "realisasi": tetap("/kinerja/realisasi/"),
        "isi realisasi": _realisasi,
        "pemberitahuan": tetap("/pemberitahuan/"),
        "akun": tetap("/akun/"),
        "sandi": tetap("/kata-sandi/ubah/"),
        "faktor": tetap("/akun/faktor-kedua/"),
        "sesi": tetap("/akun/sesi/"),
    },
    "camat": {
        "beranda": tetap("/"),
        "tim": tetap("/kinerja/tim/"),
        "nilai": _nilai,
        "tetapkan": tetap(f"/kinerja/tim/tetapkan/?periode={PERIODE_DINILAI}"),
        "evaluasi final": nama("kinerja:evaluasi", model=Evaluasi, status="ditetapkan", terbaru=True),
        "kelola survei": tetap("/survei/kelola/"),
    },
    "pengelola": {
        "meja": tetap("/meja/"),
        "pegawai": tetap("/meja/pegawai/"),
        "pegawai satu": nama("organisasi:pegawai_rinci", model=Pegawai),
        "mutasi": nama("organisasi:mutasi", model=Pegawai),
        "impor": tetap("/meja/impor/"),
        "run": tetap("/kinerja/run/"),
        "run satu": nama("kinerja:run", model=RunEvaluasi),
        "buka kembali": tetap(f"/kinerja/periode/{PERIODE_DINILAI}/buka-kembali/"),
        "kelola survei": tetap("/survei/kelola/"),
        "survei satu": lambda: reverse("survei:kelola_survei", args=[_terbit().uuid]),
        "saran": lambda: reverse("survei:saran", args=[_terbit().uuid]),
    },
    "pemeriksa": {"beranda": tetap("/"), "akun": tetap("/akun/")},
}
ADMIN: dict[str, dict[str, Alamat]] = {
    "pengelola": {
        "indeks": tetap("/admin/"),
        "daftar pegawai": tetap("/admin/organisasi/pegawai/"),
        "ubah pegawai": ubah_admin("organisasi_pegawai", Pegawai),
        "ubah survei": ubah_admin("survei_survei", Survei),
        "ubah periode": ubah_admin("kinerja_periode", Periode),
        "tambah periode": tetap("/admin/kinerja/periode/add/"),
    },
    "admin": {"pengguna": tetap("/admin/organisasi/pengguna/"), "audit": tetap("/admin/audit/catatanaudit/")},
}


def _terbit() -> Survei:
    """The published survey with the most answers."""
    return Survei.objects.filter(status=StatusSurvei.DIPUBLIKASI.value).order_by("-populasi", "pk")[0]


@dataclass
class Catatan:
    """What a page did while it loaded."""

    konsol: list[str] = field(default_factory=list)
    gagal: list[str] = field(default_factory=list)

    def pasang(self, page: Any) -> None:
        page.on("console", lambda m: self.konsol.append(m.text) if m.type in {"error", "warning"} else None)
        page.on("pageerror", lambda galat: self.konsol.append(str(galat)))
        page.on("response", lambda r: self.gagal.append(f"{r.status} {r.url}") if r.status >= 400 else None)
        page.on("requestfailed", lambda r: self.gagal.append(f"gagal {r.url}"))


class HalamanTest(UjiPeramban):
    """The sample office with its decisions, loaded once for the class."""

    saat = datetime(2026, 11, 25, 9, 0, tzinfo=WIB)
    orang: dict[str, Pengguna]
    _siap = False

    @classmethod
    def setUpClass(cls) -> None:
        cls._siap = False
        super().setUpClass()
        cls._siap = True
        cls.addClassCleanup(cls._kosongkan)
        muat.muat_kantor()
        kerjakan_run(muat.buka_penilaian().pk)
        muat.putuskan_penilaian()
        nomor = pegawai_bernomor()
        cls.orang = {nama: muat._akun(nomor[no]) for nama, no in PERAN_PEGAWAI.items()}
        cls.orang |= {nama: Pengguna.objects.get(email=email) for nama, email in PERAN_LAIN.items()}

    @classmethod
    def _fixture_setup(cls) -> None:
        if not cls._siap:
            super()._fixture_setup()  # type: ignore[misc]  # not in the stubs

    def _fixture_teardown(self) -> None:
        """The office stays for the next test of the class."""

    @classmethod
    def _kosongkan(cls) -> None:
        super()._fixture_teardown(cls())

    def periksa(self, halaman: dict[str, dict[str, Alamat]], lebar: tuple[int, ...]) -> None:
        salah: dict[str, Any] = {}
        tautan: dict[tuple[str, str], str] = {}
        for peran, daftar in halaman.items():
            with self.halaman(self.orang.get(peran)) as page:
                catatan = Catatan()
                catatan.pasang(page)
                for sebutan, alamat in daftar.items():
                    catatan.konsol.clear()
                    catatan.gagal.clear()
                    page.goto(alamat())
                    hasil = [*page.evaluate(PERIKSA), *page.evaluate("window.pelanggaran")]
                    for satu in lebar:
                        page.set_viewport_size({"width": satu, "height": 800})
                        if (lebih := page.evaluate(LEBAR_LEBIH)) > 0:
                            hasil.append(f"{lebih} px terlalu lebar pada {satu} px")
                    hasil += [*page.evaluate("window.pelanggaran"), *catatan.konsol, *catatan.gagal]
                    if hasil:
                        salah[f"{peran or 'umum'}: {sebutan}"] = hasil
                    for satu in page.evaluate(TAUTAN):
                        bagian = urlsplit(satu)
                        if f"{bagian.scheme}://{bagian.netloc}" == self.live_server_url:
                            tujuan = f"{bagian.path}?{bagian.query}" if bagian.query else bagian.path
                            tautan.setdefault((peran, resolve(bagian.path).view_name), tujuan)
        assert salah == {}
        self.tautan_terbuka(tautan)

    def tautan_terbuka(self, tautan: dict[tuple[str, str], str]) -> None:
        """One link to each kind of page, for each role that is shown it."""
        klien = {peran: Client() for peran, _ in tautan}
        for peran, satu in klien.items():
            if peran:
                satu.force_login(self.orang[peran])
        buntu = {}
        for (peran, sebutan), tujuan in tautan.items():
            status = klien[peran].get(tujuan).status_code
            if status >= 400:
                buntu[f"{peran}: {sebutan} {tujuan}"] = status
        assert buntu == {}
        assert len(tautan) > 10

    def test_halaman_utama_tiap_peran(self):
        self.periksa(HALAMAN, LEBAR)

    def test_halaman_admin(self):
        self.periksa(ADMIN, LEBAR_ADMIN)

    def test_halaman_galat_tetap_utuh(self):
        with self.halaman(self.orang["pegawai"]) as page:
            for alamat in ("/tidak-ada/", "/meja/", f"{_nilai()}"):
                jawab = page.goto(alamat)
                assert jawab.status == 404
                assert page.evaluate(PERIKSA) == []
                page.set_viewport_size({"width": 320, "height": 800})
                assert page.evaluate(LEBAR_LEBIH) <= 0

    def test_gaya_gelap_halaman_umum_tidak_melebar(self):
        with self.halaman() as page:
            page.emulate_media(color_scheme="dark")
            page.goto(UMUM["hasil satu"]())
            assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(21, 17, 14)"
            assert page.evaluate("window.pelanggaran") == []

    def test_pembanding_pelanggaran_dan_lebar_ketahuan(self):
        """The two watchers do see what they watch for."""
        with self.halaman() as page:
            page.goto(UMUM["isi"]())
            assert page.evaluate("window.pelanggaran") == []
            assert page.evaluate(LEBAR_LEBIH) <= 0
            page.evaluate(
                """() => { const s = document.createElement("script"); s.textContent = "window.lolos = 1";
                document.body.append(s); const p = document.createElement("p"); p.setAttribute("style", "color: red");
                document.body.append(p); p.textContent = "x"; p.style.width = "400px"; }"""
            )
            page.wait_for_function("window.pelanggaran.length >= 2")
            semua = " ".join(page.evaluate("window.pelanggaran"))
            assert "script-src" in semua
            assert "style-src" in semua
            assert page.evaluate("window.lolos") is None
            assert page.evaluate(LEBAR_LEBIH) > 0

    def muatan(self, peran: str, alamat: str) -> list[tuple[str, int, bool]]:
        """(path, bytes, before first paint) of each request of a first visit, as the product sends it.

        The test server compresses nothing. The product stores its static files compressed and sends pages as they
        are, so a file counts with its size under gzip and a page with its own; 300 bytes of headers each.
        """
        jawaban: list[Any] = []
        with self.halaman(self.orang.get(peran)) as page:
            page.on("response", lambda satu: jawaban.insert(0, satu))
            page.goto(alamat, wait_until="networkidle")
            isi = []
            for satu in jawaban:
                badan = satu.body()
                jenis = satu.request.resource_type
                ukuran = len(badan) if jenis == "document" else len(gzip.compress(badan, 9))
                isi.append((urlsplit(satu.url).path, ukuran + 300, jenis in {"document", "stylesheet"}))
        return isi

    def test_anggaran_halaman_survei(self):
        isi = self.muatan("", UMUM["isi"]())
        assert sum(ukuran for _, ukuran, awal in isi if awal) <= 14_000
        assert sum(ukuran for _, ukuran, _ in isi) <= 40_000
        assert len(isi) <= 4

    def test_anggaran_kunjungan_pertama_pegawai(self):
        for peran, alamat in (
            ("pegawai", "/"),
            ("pegawai", "/kinerja/saya/"),
            ("camat", "/kinerja/tim/"),
            ("camat", _nilai()),
        ):
            isi = self.muatan(peran, alamat)
            assert sum(ukuran for _, ukuran, _ in isi) <= 150_000, alamat
            assert len(isi) <= 10, alamat
