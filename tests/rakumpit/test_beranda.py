"""The first page of everybody: every link leads somewhere that its reader may open."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from html.parser import HTMLParser
from unittest import mock
from urllib.parse import parse_qs, urldefrag, urljoin, urlsplit

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import Resolver404, resolve, reverse

from kinerja.models import DialogKinerja, Inovasi, PermintaanDukungan
from rakumpit.bacaan import Bacaan
from rakumpit.menunggu import Tugas
from rakumpit.organisasi.models import Pegawai, Pengguna
from rakumpit.organisasi.pembaca import Pembaca
from survei.models import Survei
from tests import pabrik
from tests.dasar import (
    ADMIN_TEKNIS,
    ANONIM,
    ATASAN,
    ATASAN_KEDUA,
    PEGAWAI,
    PEJABAT_LUAR,
    PEMERIKSA,
    PENGELOLA,
    REKAN,
    WARGA,
    UjiKantor,
)
from tests.survei.dasar import SAAT

# Of links that differ only in their object (rows of a list): from the home page, and further down.
SERUPA, SERUPA_DALAM = 3, 1
# Statements of the home page: session, account and its device, the leaders of today, up to three steps of everything
# that waits, days off for what is overdue, the own result, the menu and the unread notices.
KUERI = {
    WARGA: 6,
    PEGAWAI: 9,
    ATASAN: 9,
    ATASAN_KEDUA: 9,
    REKAN: 8,
    PEJABAT_LUAR: 8,
    PENGELOLA: 8,
    PEMERIKSA: 6,
    ADMIN_TEKNIS: 6,
}
_DUKUNGAN = "Kendala dan dukungan"
_SALINAN = "Salinan ke sistem lain"
_KATALOG = ("Jadwal pelatihan", "Katalog pelatihan", "Praktik baik")
_SAYA = [
    "Beranda",
    "Catatan harian",
    "Realisasi",
    "Kinerja saya",
    "SKP",
    "Umpan balik",
    _DUKUNGAN,
    "Inovasi",
    "Kalender",
    _SALINAN,
    "Pelatihan saya",
    *_KATALOG,
]
_HASIL = ["Hasil survei"]
_TINDAK = "Tindak lanjut survei"
_FORUM = ("Laporan warga", "Diskusi warga", "Forum warga", "Tindak lanjut forum")
_SURVEI = ["Survei kepuasan", "Waktu layanan", _TINDAK, *_FORUM, "Hasil survei"]
_SURVEI_PEGAWAI = [*_SURVEI[:-1], "Suara warga", *_HASIL]
_UNIT = ["Unit saya", "Pelatihan tim", "Angka kredit", "Perjanjian kinerja", "Keberatan", "Pohon kinerja"]
_KECAMATAN = ["Kecamatan", "Pelatihan tim", "Angka kredit", "Perjanjian kinerja", "Keberatan", "Pohon kinerja"]
MENU = {
    WARGA: ["Beranda", *_HASIL],
    PEGAWAI: [
        *_SAYA,
        "Perjanjian kinerja",
        "Pohon kinerja",
        "Loket",
        "Waktu layanan",
        _TINDAK,
        *_FORUM,
        "Suara warga",
        *_HASIL,
    ],
    REKAN: [
        *_SAYA,
        "Perjanjian kinerja",
        "Pohon kinerja",
        "Loket",
        "Waktu layanan",
        _TINDAK,
        *_FORUM,
        "Suara warga",
        *_HASIL,
    ],
    ATASAN: [*_SAYA, "Tim saya", *_UNIT, "Loket", *_SURVEI_PEGAWAI],
    ATASAN_KEDUA: [*_SAYA, "Tim saya", *_KECAMATAN, "Loket", *_SURVEI_PEGAWAI],
    PEJABAT_LUAR: ["Beranda", _DUKUNGAN, "Inovasi", "Kalender", *_KATALOG, _SALINAN, "Tim saya", *_KECAMATAN, *_SURVEI],
    PENGELOLA: [
        "Beranda",
        "Umpan balik",
        _DUKUNGAN,
        "Inovasi",
        "Kalender",
        *_KATALOG,
        _SALINAN,
        *_KECAMATAN,
        "Survei kepuasan",
        "Titik survei",
        "Waktu layanan",
        _TINDAK,
        *_FORUM,
        "Standar pelayanan",
        "Hasil survei",
        "Perhitungan evaluasi",
        "Rekap bulanan",
        "Meja pengelola",
        "Admin",
    ],
    PEMERIKSA: [
        "Beranda",
        "Inovasi",
        *_KATALOG,
        "Kecamatan",
        "Pelatihan tim",
        "Perjanjian kinerja",
        "Pohon kinerja",
        *_SURVEI,
    ],
    ADMIN_TEKNIS: ["Beranda", *_HASIL, "Cadangan", "Admin"],
}


class _Tautan(HTMLParser):
    """Addresses of all links of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.semua: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        alamat = dict(attrs).get("href") if tag == "a" else None
        if alamat:
            self.semua.append(alamat)


def tautan(isi: str, halaman: str) -> list[str]:
    """Links of a page to other pages of the product, absolute, each once."""
    pembaca = _Tautan()
    pembaca.feed(isi)
    lengkap = (urldefrag(urljoin(halaman, satu))[0] for satu in pembaca.semua)
    return list(dict.fromkeys(satu for satu in lengkap if urlsplit(satu).scheme == "" and satu))


def _rupa(alamat: str) -> str:
    """What rows of a list share: the URL name and the names of the parameters. No page: the address itself."""
    bagian = urlsplit(alamat)
    try:
        nama = resolve(bagian.path).view_name
    except Resolver404:
        return alamat
    return f"{nama} {sorted(parse_qs(bagian.query, keep_blank_values=True))}"


@pytest.mark.lama
class TautanTests(UjiKantor):
    def jelajah(self, peran: str, dalam: int) -> tuple[dict[str, int], list[str]]:
        """Follow the links from the home page ``dalam`` levels deep: address -> status, and sentences about dead ones.

        Of addresses that differ only in their object (rows of a list) a few are opened (``SERUPA``).
        """
        klien = self.klien(peran)
        klien.raise_request_exception = False
        status: dict[str, int] = {}
        mati: list[str] = []
        serupa: Counter[str] = Counter()
        lapis = [(reverse("beranda"), "")]
        for tingkat in range(dalam + 1):
            berikut = []
            for alamat, dari in lapis:
                rupa = _rupa(alamat)
                if alamat in status or serupa[rupa] >= (SERUPA if tingkat <= 1 else SERUPA_DALAM):
                    continue
                serupa[rupa] += 1
                respons = klien.get(alamat, follow=True)
                status[alamat] = respons.status_code
                if respons.status_code != 200:
                    mati.append(f"{peran}: {alamat} (di {dari}) menjawab {respons.status_code}")
                elif respons["Content-Type"].startswith("text/html"):
                    akhir = respons.redirect_chain[-1][0] if respons.redirect_chain else alamat
                    berikut += [(satu, alamat) for satu in tautan(respons.content.decode(), akhir)]
            lapis = berikut
        return status, mati

    def test_tautan_dari_beranda_dan_menu_dapat_dibuka_dua_lapis(self) -> None:
        mati = []
        for peran in self.kue:
            status, salah = self.jelajah(peran, dalam=2)
            mati += salah
            self.assertGreater(len(status), 2, peran)
        self.assertEqual(mati, [])

    def test_tautan_mati_ketahuan(self) -> None:
        asing = reverse("kinerja:evaluasi", args=self.k.objek["eval_final"])
        tugas = [Tugas(judul="Milik orang lain", dari="", tenggat=None, tautan=asing)]

        def salah(pembaca: Pembaca) -> Bacaan[list[Tugas]]:
            yield []
            return tugas

        with mock.patch("kinerja.ringkasan.menunggu", salah):
            _, mati = self.jelajah(REKAN, dalam=1)
        self.assertEqual(mati, [f"rekan: {asing} (di /) menjawab 404"])

    def test_menu_menurut_peran(self) -> None:
        for peran, label in MENU.items():
            with self.subTest(peran):
                respons = self.klien(peran).get(reverse("beranda"))
                menu = respons.context["menu"]
                self.assertEqual([butir.label for kelompok in menu for butir in kelompok.butir], label)
                self.assertLessEqual(len(respons.context["menu_bawah"]), 4)

    def test_orang_tanpa_akun_mendapat_halaman_warga(self) -> None:
        respons = self.klien(ANONIM).get(reverse("beranda"))
        self.assertTemplateUsed(respons, "beranda_publik.html")
        self.assertNotIn("menu", respons.context)
        alamat = tautan(respons.content.decode(), "/")
        for nama in ("survei:daftar", "survei:hasil_daftar", "account_login"):
            self.assertIn(reverse(nama), alamat)

    def test_beranda_menyebut_apa_yang_menunggu(self) -> None:
        menunggu = {
            ATASAN: ["Periksa SKP 2028 yang diajukan", "Putuskan penilaian Triwulan III 2026: 1 orang"],
            PEJABAT_LUAR: ["Periksa SKP 2027 yang diajukan"],
            PENGELOLA: ["Kunci survei", "Publikasikan hasil"],
            PEGAWAI: ["Baca hasil Triwulan I 2026"],
        }
        for peran, kata in menunggu.items():
            respons = self.klien(peran).get(reverse("beranda"), {"semua": ""})
            for satu in kata:
                with self.subTest(peran=peran, kata=satu):
                    self.assertContains(respons, satu)
        for peran in (WARGA, ADMIN_TEKNIS, PEMERIKSA):
            with self.subTest(peran):
                self.assertContains(self.klien(peran).get(reverse("beranda")), "Tidak ada yang menunggu Anda saat ini.")


class KueriTests(UjiKantor):
    """The home page costs the same for three duties and for many (design: at most 20 statements)."""

    def kueri(self, peran: str) -> int:
        klien = self.klien(peran)
        klien.get(reverse("beranda"))  # the first page of a session also stores it
        with CaptureQueriesContext(connection) as tangkap:
            respons = klien.get(reverse("beranda"), {"semua": ""})
        self.banyak[peran] = sum(len(satu.anggota) or 1 for satu in respons.context["baris"])
        return len(tangkap)

    def test_sama_banyak_untuk_sedikit_dan_banyak_pekerjaan(self) -> None:
        self.banyak: dict[str, int] = {}
        self.assertEqual({peran: self.kueri(peran) for peran in KUERI}, KUERI)
        sedikit = self.banyak.copy()
        self._perbanyak()
        self.assertEqual({peran: self.kueri(peran) for peran in KUERI}, KUERI)
        for peran in (PEGAWAI, ATASAN, ATASAN_KEDUA, PENGELOLA):
            self.assertGreater(self.banyak[peran], sedikit[peran], peran)

    def _perbanyak(self) -> None:
        """Plans, evaluations, requests, innovations under the heads; dialogs, periods and surveys."""
        kantor, pegawai = self.k.kantor, self.k.pegawai
        for i in range(4):
            hari = SAAT.date() - timedelta(days=i)
            pabrik.buat_periode(
                kode=f"buka-{i}", nama=f"Buka {i}", jenis="bulanan", mulai=hari, selesai=hari, batas_isi=SAAT.date()
            )
            unit = pabrik.buat_unit(nama=f"Seksi {i}", induk=kantor.kecamatan)
            kepala = pabrik.buat_pegawai(unit, memimpin=True, nama=f"Kepala {i}")
            for orang, atasan in (
                (pabrik.buat_pegawai(kantor.seksi, nama=f"Baru {i}"), ATASAN),
                (kepala, ATASAN_KEDUA),
            ):
                self._pekerjaan(orang, self.k.orang[atasan], f"{i}")
            survei = pabrik.buat_survei(kantor.seksi, kode=f"skm-banyak-{i}")
            Survei.objects.filter(pk=survei.pk).update(status="ditutup")
            DialogKinerja.objects.create(
                pegawai=pegawai, atasan=kantor.kasi, jenis="pemantauan", tanggal=hari, ringkasan="x", kesepakatan="x",
                dicatat_oleh=self.k.orang[ATASAN],
            )  # fmt: skip
            pabrik.buat_pegawai(nama=f"Tanpa jabatan {i}", akun=False)

    def _pekerjaan(self, orang: Pegawai, atasan: Pengguna, nama: str) -> None:
        pabrik.buat_skp(orang, status="diajukan")
        PermintaanDukungan.objects.create(
            pegawai=orang,
            jenis="alat",
            uraian=nama,
            diajukan_pada=SAAT.date(),
            tenggat=SAAT.date(),
            diminta_dari=atasan.pegawai,
        )
        Inovasi.objects.create(
            pengusul=orang,
            judul=nama,
            masalah="x",
            gagasan="x",
            hasil="x",
            status="berhasil",
            diusulkan_pada=SAAT.date(),
            dicoba_sejak=SAAT.date(),
        )
