"""What the tests of the discussion share: a unit with staff, moderators, two citizens, a category."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

from django.core.cache import cache
from django.test import TestCase

from forum.models import AlasanModerasi, Balasan, KategoriDiskusi, Topik
from forum.proses import diskusi, moderasi
from rakumpit.organisasi.models import Pengguna, UnitKerja
from tests import pabrik
from tests.kinerja.kantor import akun
from tests.survei.dasar import SAAT, pada


def buat_warga(nama: str, email: str = "", **ubah: Any) -> Pengguna:
    """A citizen's account with the password of the tests."""
    surel = email or f"{nama.lower().replace(' ', '-')}@rahasia.example"
    isian: dict[str, Any] = {"nama": nama, "email": surel, "password": pabrik.SANDI, "warga": True} | ubah
    return Pengguna.objects.create_user(**isian)


class UjiDiskusi(TestCase):
    """The clock stands at ``SAAT``; ``percaya`` has a post that is shown, ``baru`` has none."""

    unit: UnitKerja
    petugas: Pengguna
    lurah: Pengguna
    asing: Pengguna
    pengelola: Pengguna
    pengelola_lain: Pengguna
    percaya: Pengguna
    baru: Pengguna
    kategori: KategoriDiskusi
    lama: Topik

    @classmethod
    def setUpTestData(cls) -> None:
        with pada(SAAT):
            cls.unit = pabrik.buat_unit(nama="Kelurahan Rekaan")
            cls.petugas = akun(pabrik.buat_pegawai(cls.unit, nama="Petugas Satu"))
            cls.lurah = akun(pabrik.buat_pegawai(cls.unit, nama="Lurah Satu", memimpin=True))
            cls.asing = akun(pabrik.buat_pegawai(pabrik.buat_unit(), nama="Orang Asing"))
            cls.pengelola = pabrik.buat_pengguna(nama="Pengelola", pengelola=True)
            cls.pengelola_lain = pabrik.buat_pengguna(nama="Pengelola Lain", pengelola=True)
            cls.percaya = buat_warga("Warga Percaya")
            cls.baru = buat_warga("Warga Baru")
            cls.kategori = KategoriDiskusi.objects.create(nama="Umum", rumpun="tema", unit=cls.unit)
            cls.lama = cls.topik(cls.percaya, judul="Jadwal posyandu", isi="Kapan posyandu bulan depan?")
            moderasi.putuskan(sasaran=cls.lama, oleh=cls.pengelola, tindakan="terbitkan", alasan=None)
            cls.lama.refresh_from_db()

    def setUp(self) -> None:
        cache.clear()
        beku = pada(SAAT)
        beku.__enter__()
        self.addCleanup(beku.__exit__, None, None, None)

    @classmethod
    def topik(cls, oleh: Pengguna, **ubah: Any) -> Topik:
        isi: dict[str, Any] = {
            "kiriman": uuid4(),
            "kategori": cls.kategori,
            "jenis": "pertanyaan",
            "judul": "Jalan",
            "isi": "Rusak.",
        }
        return diskusi.kirim_topik(oleh=oleh, **(isi | ubah))

    @staticmethod
    def balas(topik: Topik, oleh: Pengguna, isi: str = "Setuju.", kiriman: UUID | None = None) -> Balasan:
        return diskusi.kirim_balasan(kiriman=kiriman or uuid4(), topik=topik, oleh=oleh, isi=isi)

    @staticmethod
    def alasan(kode: str = "iklan") -> AlasanModerasi:
        return AlasanModerasi.objects.get(kode=kode)
