"""What the database itself refuses in the discussion."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django.db import IntegrityError, connection, transaction
from django.test import TestCase

from forum.models import (
    AlasanModerasi,
    Balasan,
    Dukungan,
    JawabanResmi,
    KategoriDiskusi,
    KeberatanModerasi,
    KeputusanModerasi,
    LanggananDiskusi,
    Penandaan,
    RiwayatKiriman,
    Topik,
)
from rakumpit.organisasi.models import Pengguna
from rakumpit.waktu import sekarang
from tests import pabrik


class BatasBasisDataTest(TestCase):
    warga: Pengguna
    lain: Pengguna
    kategori: KategoriDiskusi
    topik: Topik
    alasan: AlasanModerasi

    @classmethod
    def setUpTestData(cls) -> None:
        cls.warga = Pengguna.objects.create_user(nama="Warga Rekaan", email="w@contoh.example", warga=True)
        cls.lain = pabrik.buat_pengguna()
        cls.kategori = KategoriDiskusi.objects.create(nama="Umum", rumpun="tema", unit=pabrik.buat_unit())
        cls.topik = cls._topik()
        cls.alasan = AlasanModerasi.objects.get(kode="iklan")

    @classmethod
    def _topik(cls, **ubah: Any) -> Topik:
        kini = sekarang()
        isi = {"kiriman": uuid4(), "penulis": cls.warga, "kategori": cls.kategori, "judul": "Jalan", "isi": "Rusak"}
        topik: Topik = Topik.objects.create(**({"dibuat": kini, "aktivitas": kini} | isi | ubah))
        return topik

    def _ditolak(self, nama: str, buat: Any) -> None:
        with self.assertRaises(IntegrityError) as tertangkap, transaction.atomic():
            buat()
        self.assertIn(nama, str(tertangkap.exception))

    def test_states_need_what_they_say(self) -> None:
        for nama, ubah in (
            ("topik_sembunyi_beralasan", {"keadaan": "disembunyikan"}),
            ("topik_sembunyi_beralasan", {"alasan": self.alasan}),
            ("topik_tindak_bertautan", {"status": "ditindaklanjuti"}),
            ("topik_tutup_beralasan", {"status": "ditutup"}),
            ("topik_tutup_beralasan", {"alasan_tutup": "Selesai."}),
            ("kiriman", {"kiriman": self.topik.kiriman}),
        ):
            with self.subTest(nama, ubah=ubah):
                self._ditolak(nama, lambda ubah=ubah: self._topik(**ubah))
        self._ditolak("gabungan_sendiri", lambda: Topik.objects.filter(pk=self.topik.pk).update(digabung_ke=self.topik))

    def test_one_support_and_one_valid_answer(self) -> None:
        Dukungan.objects.create(topik=self.topik, pengguna=self.warga)
        self._ditolak("dukungan_satu", lambda: Dukungan.objects.create(topik=self.topik, pengguna=self.warga))
        jawaban = {"topik": self.topik, "isi": "Ya", "unit": self.kategori.unit, "oleh": self.lain, "pada": sekarang()}
        JawabanResmi.objects.create(kiriman=uuid4(), versi=1, **jawaban)
        self._ditolak("satu_yang", lambda: JawabanResmi.objects.create(kiriman=uuid4(), versi=2, **jawaban))
        self._ditolak(
            "versi_sekali", lambda: JawabanResmi.objects.create(kiriman=uuid4(), versi=1, berlaku=False, **jawaban)
        )

    def test_rows_about_exactly_one_post(self) -> None:
        balasan = Balasan.objects.create(
            kiriman=uuid4(), topik=self.topik, penulis=self.warga, isi="Setuju", dibuat=sekarang()
        )
        keduanya = {"topik": self.topik, "balasan": balasan}
        for sasaran in ({}, keduanya):
            with self.subTest(sasaran):
                self._ditolak(
                    "riwayatkiriman_satu",
                    lambda s=sasaran: RiwayatKiriman.objects.create(isi="x", sampai=sekarang(), **s),
                )
                self._ditolak(
                    "penandaan_satu",
                    lambda s=sasaran: Penandaan.objects.create(kiriman=uuid4(), alasan=self.alasan, **s),
                )
                self._ditolak(
                    "keputusanmoderasi_satu",
                    lambda s=sasaran: KeputusanModerasi.objects.create(
                        tindakan="biarkan", oleh=self.lain, pada=sekarang(), **s
                    ),
                )

    def test_objection_by_somebody_else_once(self) -> None:
        putus = KeputusanModerasi.objects.create(
            topik=self.topik, tindakan="sembunyikan", alasan=self.alasan, oleh=self.lain, pada=sekarang()
        )
        awal = {"keputusan": putus, "diputus_moderator": self.lain, "isi": "Tidak.", "diajukan_pada": sekarang()}
        akhir = {"putusan": "diterima", "catatan": "Ya", "diputus_pada": sekarang()}
        self._ditolak("orang_lain", lambda: KeberatanModerasi.objects.create(diputus_oleh=self.lain, **akhir, **awal))
        self._ditolak("putusan_lengkap", lambda: KeberatanModerasi.objects.create(putusan="diterima", **awal))
        KeberatanModerasi.objects.create(**awal)
        self._ditolak("keputusan_id", lambda: KeberatanModerasi.objects.create(**awal))

    def test_following_once_and_one_thing(self) -> None:
        LanggananDiskusi.objects.create(pengguna=self.warga, topik=self.topik, irama="harian")
        self._ditolak(
            "langganandiskusi_sekali",
            lambda: LanggananDiskusi.objects.create(pengguna=self.warga, topik=self.topik, irama="mingguan"),
        )
        self._ditolak("satu_sasaran", lambda: LanggananDiskusi.objects.create(pengguna=self.warga, irama="mingguan"))

    def test_citizen_has_no_role_and_a_name_of_its_own(self) -> None:
        for peran in ("pengelola", "admin_teknis", "pemeriksa"):
            with self.subTest(peran):
                self._ditolak(
                    "warga_tanpa_peran", lambda p=peran: Pengguna.objects.filter(pk=self.warga.pk).update(**{p: True})
                )
        self._ditolak(
            "nama_warga_sekali",
            lambda: Pengguna.objects.create_user(nama="WARGA rekaan", email="x@contoh.example", warga=True),
        )

    def test_only_a_citizen_may_do_without_nip_and_email(self) -> None:
        petugas = Pengguna.objects.create_user(nama="Petugas rekaan", email="petugas.rekaan@contoh.example")
        self._ditolak("nip_atau_email", lambda: Pengguna.objects.filter(pk=petugas.pk).update(email=None))
        self.assertEqual(Pengguna.objects.filter(pk=self.warga.pk).update(email=None), 1)

    def test_search_vector_is_kept_by_the_database(self) -> None:
        Topik.objects.filter(pk=self.topik.pk).update(judul="Pembangunan jembatan")
        with connection.cursor() as kursor:
            kursor.execute(
                "SELECT cari @@ to_tsquery('indonesian', 'bangun') FROM forum_topik WHERE id=%s", [self.topik.pk]
            )
            self.assertEqual(kursor.fetchone(), (True,))
