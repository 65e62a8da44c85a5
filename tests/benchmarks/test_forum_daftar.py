"""List pages of the forum with 3 and with ``BARIS`` (default 3,000) rows of each kind, for staff and for everybody.

Prints statements, bytes and the median time at both sizes; judges only the budget of a list: no more statements for
many than for few, at most 20, and at most 100 kB. ``HALAMAN`` keeps the pages whose name contains it.
"""

from __future__ import annotations

import hashlib
from functools import partial
from typing import Any
from uuid import uuid4

import pytest
from django.test import TestCase
from django.urls import reverse

from forum.enums.laporan import StatusLaporan
from forum.models import AksiForum, Balasan, KategoriDiskusi, Laporan, SesiForum, Topik, UsulAgenda
from forum.perhitungan.sesi import StatusSesi
from forum.proses.agenda import usulkan_acara
from rakumpit.organisasi.models import Pengguna
from tests.benchmarks.daftar import BANYAK, SEDIKIT, analisis, bandingkan, salin, ukur
from tests.forum.dasar import SAAT, KantorForum, daftar, pada
from tests.forum.dasar_diskusi import buat_warga
from tests.forum.isi_laporan import kirim, sampai

pytestmark = pytest.mark.benchmark


def _acak(_n: int) -> Any:
    return uuid4()


def _nomor(awal: int, n: int) -> str:
    return f"25-{(awal + n) // 1000:03d}-{(awal + n) % 1000:03d}"


def _kunci_ke(baris: list[Any], n: int) -> int:
    pk: int = baris[n - 1].pk
    return pk


def _sidik(_n: int) -> str:
    return hashlib.sha256(uuid4().bytes).hexdigest()


class TolokUkurDaftarForumTests(TestCase):
    """One office that grows: what was measured with three rows is measured again with all."""

    def test_halaman_daftar(self) -> None:
        with pada(SAAT):
            self._siapkan()
            self._tambah(SEDIKIT - 1)
            sedikit = ukur(self._alamat())
            self._tambah(BANYAK - SEDIKIT)
            analisis()
            banyak = ukur(self._alamat())
        assert not (lewat := bandingkan(sedikit, banyak)), lewat

    def _siapkan(self) -> None:
        self.k = KantorForum.buat()
        self.kasi, self.camat = self.k.akun(self.k.kasi), self.k.akun(self.k.camat)
        self.warga = buat_warga("Warga Banyak")
        self.terbit = self.k.sesi(StatusSesi.DIPUBLIKASIKAN)
        self.buka = self.k.sesi(StatusSesi.TERBUKA)
        self.k.undang(self.buka, "pengguna-layanan")
        daftar(self.buka, "Warga 0")
        usulkan_acara(sesi=self.buka, kiriman=uuid4(), judul="Parkir", uraian="Tambah tempat.")
        self.jalan = self.k.sesi(StatusSesi.BERLANGSUNG)
        self.k.hadir(self.jalan)
        kategori = KategoriDiskusi.objects.create(nama="Umum", rumpun="tema", unit=self.k.seksi)
        isi = {"penulis": self.warga, "isi": "Mohon lampu jalan ditambah.", "keadaan": "tayang", "dibuat": SAAT}
        self.topik = Topik.objects.create(
            kiriman=uuid4(), kategori=kategori, judul="Lampu jalan", aktivitas=SAAT, **isi
        )
        self.balasan = Balasan.objects.create(kiriman=uuid4(), topik=self.topik, **isi)
        self.menunggu = Topik.objects.create(
            kiriman=uuid4(), kategori=kategori, judul="Menunggu", aktivitas=SAAT, **(isi | {"keadaan": "menunggu"})
        )
        self.laporan = [
            sampai(kirim(rahasia=False), status, pengelola=self.k.pengelola, petugas=self.k.staf)
            for status in (StatusLaporan.DIJAWAB, StatusLaporan.DIPROSES)
        ]

    def _tambah(self, banyak: int) -> None:
        for laporan in self.laporan:
            nomor = partial(_nomor, Laporan.objects.count())
            baru = salin(laporan, banyak, kiriman=_acak, sidik_kunci=_sidik, nomor=nomor)
            for tenggat in laporan.tenggat.all():
                salin(tenggat, banyak, laporan_id=partial(_kunci_ke, baru))
        salin(self.topik, banyak, kiriman=_acak, judul=lambda n: f"Lampu jalan {n}")
        salin(self.menunggu, banyak, kiriman=_acak)
        salin(self.balasan, banyak, kiriman=_acak)
        salin(
            AksiForum.objects.filter(kesepakatan__sesi=self.terbit).order_by("pk")[0],
            banyak,
            uraian=lambda n: f"Tindakan {n}",
        )
        for sesi in (self.terbit, self.buka):
            salin(SesiForum.objects.get(pk=sesi.pk), banyak, judul=lambda n: f"Forum {n}")
        salin(self.buka.undangan.order_by("pk")[0], banyak)
        salin(
            self.buka.pendaftaran.order_by("pk")[0],
            banyak,
            kiriman=_acak,
            sidik_kunci=_sidik,
            kunci_kontak=lambda _n: f"{uuid4().hex}@contoh.example",
        )
        salin(self.jalan.kehadiran.order_by("pk")[0], banyak, kiriman=_acak)
        salin(UsulAgenda.objects.order_by("pk")[0], banyak, kiriman=_acak, sidik_kunci=_sidik)

    def _alamat(self) -> dict[str, tuple[Pengguna | None, str]]:
        """Who asks for which address, by the name of the page."""

        def alamat(nama: str, *bagian: object, **cari: str) -> str:
            kueri = "&".join(f"{satu}={isi}" for satu, isi in cari.items())
            return reverse(f"forum:{nama}", args=bagian) + (f"?{kueri}" if kueri else "")

        umum = {
            "depan": alamat("depan"),
            "sesi": alamat("sesi", self.buka.uuid),
            "rss": alamat("rss"),
            "tindak lanjut": alamat("aksi_daftar_publik"),
            "laporan": alamat("laporan_umum"),
            "laporan (jenis)": alamat("laporan_umum", jenis="pengaduan"),
            "diskusi": alamat("diskusi_daftar"),
            "diskusi (cari)": alamat("diskusi_daftar", q="lampu"),
            "diskusi (halaman 9)": alamat("diskusi_daftar", page="9"),
            "diskusi umpan": alamat("diskusi_rss"),
            "topik": alamat("diskusi_topik", self.topik.uuid),
        }
        kasi = {
            "sesi_daftar": alamat("sesi_daftar"),
            "sesi_kelola": alamat("sesi_kelola", self.buka.uuid),
            "undangan": alamat("undangan", self.buka.uuid),
            "peserta": alamat("peserta", self.buka.uuid),
            "peserta (hadir)": alamat("peserta", self.jalan.uuid),
            "aksi_daftar": alamat("aksi_daftar"),
            "seri_daftar": alamat("seri_daftar"),
            "musrenbang": alamat("musrenbang"),
            "laporan_daftar": alamat("laporan_daftar"),
            "kelola_diskusi": alamat("kelola_diskusi"),
        }
        pengelola = {
            "laporan_daftar": alamat("laporan_daftar"),
            "laporan_daftar (cari)": alamat("laporan_daftar", q="antrean"),
            "laporan_daftar (terlambat)": alamat("laporan_daftar", keadaan="terlambat"),
            "laporan_ukuran": alamat("laporan_ukuran"),
            "kelola_diskusi_antrean": alamat("kelola_diskusi_antrean"),
            "sesi_tema": alamat("sesi_tema"),
        }
        semua: dict[str, tuple[Pengguna | None, str]] = {f"{nama} umum": (None, satu) for nama, satu in umum.items()}
        semua |= {f"{nama} kasi": (self.kasi, satu) for nama, satu in kasi.items()}
        semua |= {f"{nama} pengelola": (self.k.pengelola, satu) for nama, satu in pengelola.items()}
        semua["tulisan saya warga"] = (self.warga, alamat("warga_akun"))
        return semua
