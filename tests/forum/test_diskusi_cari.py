"""Search finds stems, typing errors and special characters, and nothing that a visitor may not read."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from forum.models import Topik
from forum.proses import jawaban_diskusi, moderasi
from forum.ringkasan.pencarian_diskusi import cari_topik, topik_mirip
from tests.forum.dasar_diskusi import UjiDiskusi


class CariTest(UjiDiskusi):
    def _judul(self, kata: str) -> set[str]:
        return {satu.judul for satu in cari_topik(kata)}

    def test_stems_typos_and_characters(self) -> None:
        self.topik(self.percaya, judul="Pembangunan jembatan Petuk", isi="Kapan dibangun?")
        self.topik(self.percaya, judul="Diskon 100% iuran", isi="Benarkah?")
        self.topik(self.percaya, judul="Berkas surat_pindah", isi="Format C++ atau KTP/KK?")
        self.topik(self.percaya, judul="Ma'rifah bertanya", isi="Biasa saja 🙏")
        for kata, judul in (
            ("membangun", {"Pembangunan jembatan Petuk"}),  # stem
            ("bangunan", {"Pembangunan jembatan Petuk"}),
            ("jembtan", {"Pembangunan jembatan Petuk"}),  # typing error
            ("PETUK", {"Pembangunan jembatan Petuk"}),
            ("jemb", {"Pembangunan jembatan Petuk"}),  # beginning of a word
            ("%", {"Diskon 100% iuran"}),
            ("100%", {"Diskon 100% iuran"}),
            ("_", {"Berkas surat_pindah"}),
            ("C++", {"Berkas surat_pindah"}),
            ("KTP/KK", {"Berkas surat_pindah"}),
            ("ma'rifah", {"Ma'rifah bertanya"}),
            ("🙏", {"Ma'rifah bertanya"}),
            ("\\", set()),
            ("'; DROP TABLE forum_topik; --", set()),
            ("tidakada", set()),
        ):
            with self.subTest(kata):
                self.assertEqual(self._judul(kata), judul)

    def test_words_of_replies_and_of_the_valid_answer(self) -> None:
        self.balas(self.lama, self.percaya, "Di lapangan sebelah mushola.")
        jawaban_diskusi.jawab(kiriman=uuid4(), topik=self.lama, oleh=self.petugas, isi="Hari Kamis.")
        self.assertEqual(self._judul("mushola"), {"Jadwal posyandu"})
        self.assertEqual(self._judul("Kamis"), {"Jadwal posyandu"})
        jawaban_diskusi.jawab(kiriman=uuid4(), topik=self.lama, oleh=self.petugas, isi="Hari Jumat.")
        self.assertEqual(self._judul("Kamis"), set())

    def test_never_what_is_not_shown(self) -> None:
        """Hidden, waiting, merged; in the topic and in replies; for the author and the moderator as well."""
        menunggu = self.topik(self.baru, judul="Katarahasia menunggu")
        sembunyi = self.topik(self.percaya, judul="Katarahasia sembunyi", isi="katarahasia")
        moderasi.putuskan(sasaran=sembunyi, oleh=self.pengelola, tindakan="sembunyikan", alasan=self.alasan())
        gabung = self.topik(self.percaya, judul="Katarahasia gabung")
        jawaban_diskusi.gabung(topik=gabung, ke=self.lama, oleh=self.petugas)
        self.balas(self.lama, self.baru, "katarahasia menunggu")
        balasan = self.balas(self.lama, self.percaya, "katarahasia disembunyikan")
        moderasi.putuskan(sasaran=balasan, oleh=self.pengelola, tindakan="sembunyikan", alasan=self.alasan())
        for kata in ("katarahasia", "katarahsia", "Katarahasia", "%"):
            self.assertEqual(self._judul(kata), set(), kata)
        for akun in (None, self.baru, self.percaya, self.pengelola):
            if akun:
                self.client.force_login(akun)
            respons = self.client.get(reverse("forum:diskusi_daftar"), {"q": "katarahasia"})
            self.assertContains(respons, "Tidak ada topik yang cocok")
            for satu in (menunggu, sembunyi, gabung):
                self.assertNotContains(respons, str(satu.uuid))
        self.assertNotContains(self.client.get(reverse("forum:diskusi_rss")), "Katarahasia")
        # Negative control: the same words are found once they are shown.
        Topik.objects.filter(pk=sembunyi.pk).update(keadaan="tayang", alasan=None)
        self.assertEqual(self._judul("katarahsia"), {"Katarahasia sembunyi"})

    def test_similar_topics(self) -> None:
        for judul in ("jadwal posyandu bulan ini", "Jadwl posyandu"):
            self.assertEqual([satu.judul for satu in topik_mirip(judul)], ["Jadwal posyandu"], judul)
        self.assertEqual(list(topik_mirip("Lampu jalan padam")), [])

    def test_page_and_number_in_one_statement(self) -> None:
        for _ in range(3):
            self.topik(self.percaya, judul="Lampu jalan")
        with CaptureQueriesContext(connection) as kueri:
            baris: list[Any] = list(cari_topik("lampu")[:2])
        self.assertEqual((len(kueri), len(baris), baris[0].total), (1, 2, 3))


class HalamanTest(UjiDiskusi):
    def test_same_statements_for_few_and_many_and_each_topic_once(self) -> None:
        """45 topics of the same moment over three pages: every one once, in the same order when asked again."""

        def minta(page: int, q: str = "") -> tuple[int, list[str]]:
            with CaptureQueriesContext(connection) as kueri:
                respons = self.client.get(reverse("forum:diskusi_daftar"), {"page": str(page), "q": q})
            return len(kueri), [str(satu.topik.uuid) for satu in respons.context["baris"]]

        sedikit, _ = minta(1)
        sedikit_cari, _ = minta(1, "jadwal")
        kini = self.lama.dibuat
        Topik.objects.bulk_create(
            Topik(
                kiriman=uuid4(), penulis=self.percaya, kategori=self.kategori, judul=f"Jadwal {n}", isi="x",
                dibuat=kini, aktivitas=kini,
            )
            for n in range(44)
        )  # fmt: skip
        halaman = [minta(n) for n in (1, 2, 3)]
        semua = [kode for _, kode_kode in halaman for kode in kode_kode]
        self.assertEqual((len(semua), len(set(semua))), (45, 45))
        self.assertEqual(halaman, [minta(n) for n in (1, 2, 3)])
        self.assertEqual({n for n, _ in halaman}, {sedikit})
        self.assertEqual(minta(1, "jadwal")[0], sedikit_cari)
        self.assertLessEqual(sedikit, 20)

    def test_odd_page_numbers(self) -> None:
        for page in ("0", "-1", "x", "99999999999", "²"):
            self.assertEqual(self.client.get(reverse("forum:diskusi_daftar"), {"page": page}).status_code, 200, page)


class KosongTest(TestCase):
    def test_empty_forum(self) -> None:
        self.assertContains(self.client.get(reverse("forum:diskusi_daftar")), "Belum ada topik")
