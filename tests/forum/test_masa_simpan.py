"""Contacts of registered citizens go when their time is over, everywhere; seats and counts stay."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

from django.core import mail
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from forum.models import AturanForum, KabarPeserta, Pendaftaran, SesiForum
from forum.perhitungan.sesi import StatusSesi
from forum.proses.kabar import kirim_kabar
from forum.proses.pendaftaran import hapus_kontak_lama, kabari
from forum.tasks import hapus_kontak_pendaftar
from rakumpit.antrean.models import Antrean
from rakumpit.audit.models import CatatanAudit
from rakumpit.waktu import hari_ini
from tests.basis_data import tabel_memuat
from tests.forum.dasar import SAAT, KantorForum, daftar, pada


class MasaSimpanTest(TestCase):
    k: KantorForum

    @classmethod
    def setUpTestData(cls) -> None:
        with pada(SAAT):
            cls.k = KantorForum.buat()

    def setUp(self) -> None:
        beku = pada(SAAT)
        beku.__enter__()
        self.addCleanup(beku.__exit__, None, None, None)

    def lampau(self, hari: int, *kontak: str) -> SesiForum:
        """A session that was so many days ago, with people who had registered for it."""
        satu = self.k.sesi(StatusSesi.TERBUKA)
        for n, isi in enumerate(kontak):
            daftar(satu, f"Warga {n}", isi, kebutuhan=f"kursi roda {isi}", pendamping=1)
        mulai = SAAT - timedelta(days=hari)
        SesiForum.objects.filter(pk=satu.pk).update(mulai=mulai, selesai=mulai + timedelta(hours=2))
        return SesiForum.objects.get(pk=satu.pk)

    @given(
        umur=st.lists(st.integers(0, 40), min_size=1, max_size=3),
        orang=st.integers(1, 3),
        simpan=st.integers(1, 30),
    )
    @settings(max_examples=12, deadline=None)
    def test_sesudah_masanya_tidak_ada_kontak_di_mana_pun(self, umur: list[int], orang: int, simpan: int) -> None:
        AturanForum.objects.update(hari_simpan_kontak=simpan)
        semua = []
        for satu in umur:
            kontak = [f"warga-{uuid4().hex[:12]}@contoh.example" for _ in range(orang)]
            semua.append((self.lampau(satu, *kontak), kontak, satu > simpan))
        kursi = [sesi.pendaftaran.terdaftar().kursi() for sesi, *_ in semua]
        hapus_kontak_pendaftar()
        # Also in the outbox, the messages and the audit; what is kept shows that the looking finds it.
        lama = [satu for _, kontak, lewat in semua if lewat for satu in kontak]
        baru = [satu for _, kontak, lewat in semua if not lewat for satu in kontak]
        self.assertEqual(tabel_memuat(*lama), set())
        self.assertEqual(tabel_memuat(*baru), {"forum_pendaftaran"} if baru else set())
        for sesi, _, lewat in semua:
            hapus = sesi.pendaftaran.filter(kontak_dihapus_pada=hari_ini())
            self.assertEqual(hapus.count(), orang if lewat else 0)
        self.assertEqual([sesi.pendaftaran.terdaftar().kursi() for sesi, *_ in semua], kursi)
        self.assertEqual(hapus_kontak_lama(), 0)

    def test_hari_terakhir_masih_ada(self) -> None:
        """Kept for 90 days after the session: on day 90 still there, on day 91 gone."""
        sesi = self.lampau(90, "budi@contoh.example")
        self.assertEqual(hapus_kontak_lama(), 0)
        with pada(SAAT + timedelta(days=1)):
            self.assertEqual(hapus_kontak_lama(), 1)
        catatan = CatatanAudit.objects.get(aksi="forum.pendaftaran.hapus_kontak")
        self.assertEqual(catatan.objek_id, str(sesi.uuid))

    def test_surat_yang_masih_mengantre_tidak_terkirim(self) -> None:
        sesi = self.lampau(100, "budi@contoh.example")
        hapus_kontak_lama()
        kabari(sesi.pendaftaran.get(), "lain", "Kabar", "Isi.")
        for pk in KabarPeserta.objects.values_list("pk", flat=True):
            kirim_kabar(pk)
        self.assertEqual(mail.outbox, [])
        self.assertEqual(tabel_memuat("budi@contoh.example"), set())
        self.assertTrue(Antrean.objects.filter(tugas="forum.tasks.kirim_kabar_peserta").exists())

    def test_dua_yang_terhapus_pada_satu_sesi_tidak_bertabrakan_dan_halaman_mengatakannya(self) -> None:
        sesi = self.lampau(100, "budi@contoh.example", "0812 0000 0002")
        self.assertEqual(hapus_kontak_lama(), 2)
        self.client.force_login(self.k.akun(self.k.kasi))
        halaman = self.client.get(f"/forum/kelola/sesi/{sesi.uuid}/peserta/")
        self.assertContains(halaman, "Sudah dihapus", count=2)
        self.assertNotContains(halaman, "wa.me")
        self.assertNotContains(halaman, "kursi roda")
        self.assertEqual(Pendaftaran.objects.filter(nama__startswith="Warga").count(), 2)
