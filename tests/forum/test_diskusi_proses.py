"""Who, in which state, until when, once only: the writes of the discussion, and what each leaves behind."""

from __future__ import annotations

import threading
from datetime import timedelta
from typing import Any
from unittest import mock
from uuid import uuid4

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError

from forum.models import (
    Balasan,
    Dukungan,
    JawabanResmi,
    KategoriDiskusi,
    KeberatanModerasi,
    KeputusanModerasi,
    Penandaan,
    RiwayatKiriman,
    Topik,
)
from forum.proses import diskusi, jawaban_diskusi, moderasi
from forum.ringkasan.diskusi import jawaban_per_unit
from rakumpit.audit.models import CatatanAudit
from rakumpit.notifikasi.models import Notifikasi
from rakumpit.organisasi.models import Pengguna
from rakumpit.waktu import hari_ini
from tests import pabrik
from tests.forum.dasar_diskusi import UjiDiskusi
from tests.serentak import UjiSerentak
from tests.survei.dasar import SAAT, pada


def _aksi(objek: object) -> list[str]:
    return list(
        CatatanAudit.objects.filter(objek_id=str(objek.uuid)).order_by("id").values_list("aksi", flat=True)  # type: ignore[attr-defined]  # any row with a code
    )


class KirimTest(UjiDiskusi):
    def test_first_post_waits_and_moderators_are_told_without_words_or_author(self) -> None:
        topik = self.topik(self.baru, judul="Rahasia judul", isi="Rahasia isi")
        self.assertEqual((topik.keadaan, topik.ditahan, topik.sebagai), ("menunggu", ["kiriman_pertama"], ""))
        kabar = Notifikasi.objects.filter(kunci=f"forum.diskusi.tahan.{topik.uuid}")
        self.assertEqual({satu.penerima for satu in kabar}, {self.pengelola, self.pengelola_lain})
        for satu in kabar:
            for rahasia in ("Rahasia", self.baru.nama, self.baru.email):
                self.assertNotIn(rahasia, f"{satu.judul} {satu.isi} {satu.tautan}")
        self.assertEqual(_aksi(topik), ["forum.topik.kirim"])

    def test_known_author_appears_at_once_unless_marked(self) -> None:
        self.assertEqual(self.topik(self.percaya).keadaan, "tayang")
        self.assertEqual(self.topik(self.percaya, isi="Hubungi 0812 3456 7890").keadaan, "menunggu")
        self.assertEqual(self.balas(self.lama, self.percaya, "https://contoh.example").keadaan, "menunggu")

    def test_sent_twice_stored_once(self) -> None:
        kode = uuid4()
        self.assertEqual(self.topik(self.percaya, kiriman=kode), self.topik(self.percaya, kiriman=kode))
        with self.assertRaisesMessage(ValidationError, "sudah dipakai"):
            self.topik(self.baru, kiriman=kode)
        kode = uuid4()
        pertama = self.balas(self.lama, self.percaya, kiriman=kode)
        self.assertEqual(self.balas(self.lama, self.percaya, kiriman=kode), pertama)
        with self.assertRaisesMessage(ValidationError, "sudah dipakai"):
            self.balas(self.topik(self.percaya), self.percaya, kiriman=kode)

    def test_who_may_write(self) -> None:
        for oleh in (self.pengelola, pabrik.buat_pengguna(pemeriksa=True)):
            with self.subTest(oleh.nama), self.assertRaises(PermissionDenied):
                self.topik(oleh)
        self.baru.is_active = False
        self.baru.save()
        with self.assertRaises(PermissionDenied):
            self.topik(self.baru)

    def test_staff_write_as_post_and_unit(self) -> None:
        oleh = self.petugas
        balasan = self.balas(self.lama, oleh, "Telepon kantor (0536) 322 1234")
        self.assertEqual(balasan.keadaan, "tayang")
        self.assertIn("Kelurahan Rekaan", balasan.sebagai)
        self.assertNotIn(oleh.nip, balasan.sebagai)
        self.assertEqual(self.balas(self.lama, oleh, "NIK 6271010101900001").keadaan, "menunggu")

    def test_reply_moves_its_topic(self) -> None:
        with pada(SAAT + timedelta(hours=1)):
            self.balas(self.lama, self.baru)
            self.lama.refresh_from_db()
            self.assertEqual((self.lama.status, self.lama.aktivitas), ("baru", SAAT))
            balasan = self.balas(self.lama, self.percaya)
        self.lama.refresh_from_db()
        self.assertEqual((self.lama.status, self.lama.aktivitas), ("dibahas", balasan.dibuat))

    def test_bad_input(self) -> None:
        for ubah, pesan in (
            ({"judul": "  "}, "Tulis judulnya"),
            ({"isi": "\n"}, "Tulis isinya"),
            ({"judul": "x" * 151}, "Pendekkan"),
            ({"isi": "x" * 10_001}, "Pendekkan"),
            ({"jenis": "pengaduan"}, "Pilih jenis"),
        ):
            with self.subTest(pesan), self.assertRaisesMessage(ValidationError, pesan):
                self.topik(self.percaya, **ubah)
        self.kategori.aktif = False
        self.kategori.save()
        with self.assertRaisesMessage(ValidationError, "tidak menerima"):
            self.topik(self.percaya)

    def test_emoji_and_line_breaks_stay_whole(self) -> None:
        topik = self.topik(self.percaya, judul="Terima kasih 🙏\nBcc: x@y", isi="Baik 😀👨‍👩‍👧 sekali\r\nya")
        self.assertEqual((topik.judul, topik.isi), ("Terima kasih 🙏 Bcc: x@y", "Baik 😀👨‍👩‍👧 sekali\nya"))


class SuntingTest(UjiDiskusi):
    def test_history_window_and_lost_update(self) -> None:
        topik = self.topik(self.percaya, judul="Awal", isi="Isi awal")
        baru = diskusi.sunting_topik(topik=topik, oleh=self.percaya, dilihat=None, judul="Baru", isi="Isi baru")
        self.assertEqual((baru.judul, baru.isi, baru.disunting_pada), ("Baru", "Isi baru", SAAT))
        self.assertEqual(list(RiwayatKiriman.objects.values_list("judul", "isi")), [("Awal", "Isi awal")])
        with self.assertRaisesMessage(ValidationError, "sudah disunting di tempat lain"):
            diskusi.sunting_topik(topik=topik, oleh=self.percaya, dilihat=None, judul="x", isi="y")
        with pada(SAAT + timedelta(minutes=31)), self.assertRaisesMessage(ValidationError, "30 menit"):
            diskusi.sunting_topik(topik=topik, oleh=self.percaya, dilihat=SAAT, judul="x", isi="y")
        for oleh in (self.baru, self.petugas):
            with self.assertRaises(PermissionDenied):
                diskusi.sunting_topik(topik=topik, oleh=oleh, dilihat=SAAT, judul="x", isi="y")

    def test_a_link_edited_in_waits(self) -> None:
        balasan = self.balas(self.lama, self.percaya)
        diskusi.sunting_balasan(balasan=balasan, oleh=self.percaya, dilihat=None, isi="www.contoh.com")
        balasan.refresh_from_db()
        self.assertEqual((balasan.keadaan, balasan.ditahan), ("menunggu", ["tautan"]))


class DukungTest(UjiDiskusi):
    def test_one_each_and_back(self) -> None:
        self.assertTrue(diskusi.dukung(topik=self.lama, oleh=self.baru, nyala=True))
        self.assertFalse(diskusi.dukung(topik=self.lama, oleh=self.baru, nyala=True))
        self.assertTrue(diskusi.dukung(topik=self.lama, oleh=self.baru, nyala=False))
        self.assertTrue(diskusi.dukung(topik=self.lama, oleh=self.baru, nyala=True))
        self.assertEqual(Dukungan.objects.filter(dicabut_pada__isnull=True).count(), 1)
        self.assertEqual(Dukungan.objects.count(), 2)
        with self.assertRaisesMessage(ValidationError, "sendiri"):
            diskusi.dukung(topik=self.lama, oleh=self.percaya, nyala=True)


class JawabTest(UjiDiskusi):
    def _jawab(self, oleh: Pengguna, isi: str = "Tanggal 5.", kode: object = None) -> JawabanResmi:
        return jawaban_diskusi.jawab(kiriman=kode or uuid4(), topik=self.lama, oleh=oleh, isi=isi)  # type: ignore[arg-type]  # a UUID

    def test_versions(self) -> None:
        satu = self._jawab(self.petugas)
        self.assertEqual(self._jawab(self.petugas, kode=satu.kiriman), satu)
        self._jawab(self.lurah, "Tanggal 6.")
        self.assertEqual(
            list(JawabanResmi.objects.order_by("versi").values_list("versi", "isi", "berlaku")),
            [(1, "Tanggal 5.", False), (2, "Tanggal 6.", True)],
        )
        self.lama.refresh_from_db()
        self.assertEqual(self.lama.status, "dijawab")
        self.assertTrue(Notifikasi.objects.filter(penerima=self.percaya, judul__contains="dijawab").exists())

    def test_only_the_unit_of_the_category(self) -> None:
        for oleh in (self.asing, self.pengelola, self.percaya):
            with self.subTest(oleh.nama), self.assertRaises(PermissionDenied):
                self._jawab(oleh)

    def test_status_table_and_its_proofs(self) -> None:
        oleh = self.petugas

        def alih(dilihat: str, ke: str, **isi: str) -> Topik:
            return jawaban_diskusi.alihkan(topik=self.lama, oleh=oleh, dilihat=dilihat, ke=ke, **isi)

        for dilihat, ke, isi, pesan in (
            ("dibahas", "ditutup", {}, "sekarang berstatus baru"),
            ("baru", "dijawab", {}, "tidak dapat dipilih"),
            ("baru", "baru", {}, "tidak dapat dipilih"),
            ("baru", "ditutup", {}, "alasan"),
            ("baru", "ditindaklanjuti", {}, "tautan"),
            ("baru", "ditindaklanjuti", {"tautan_tindak": "javascript:alert(1)"}, "tautan"),
        ):
            with self.subTest(ke=ke, isi=isi), self.assertRaisesMessage(ValidationError, pesan):
                alih(dilihat, ke, **isi)
        alih("baru", "ditindaklanjuti", tautan_tindak="https://contoh.example/aksi")
        alih("ditindaklanjuti", "ditutup", alasan="Selesai.")
        with self.assertRaisesMessage(ValidationError, "ditutup"):
            self.balas(self.lama, self.baru)
        with self.assertRaisesMessage(ValidationError, "ditutup"):
            self._jawab(oleh)
        kini = alih("ditutup", "dibahas")
        self.assertEqual((kini.status, kini.alasan_tutup), ("dibahas", ""))

    def test_merge(self) -> None:
        satu, dua, oleh = self.topik(self.percaya), self.topik(self.percaya), self.petugas
        jawaban_diskusi.gabung(topik=satu, ke=dua, oleh=oleh)
        with self.assertRaisesMessage(ValidationError, "sudah digabung"):
            jawaban_diskusi.gabung(topik=satu, ke=self.lama, oleh=oleh)
        with self.assertRaisesMessage(ValidationError, "tidak tayang atau sudah digabung"):
            jawaban_diskusi.gabung(topik=dua, ke=satu, oleh=oleh)
        with self.assertRaisesMessage(ValidationError, "dirinya sendiri"):
            jawaban_diskusi.gabung(topik=dua, ke=dua, oleh=oleh)
        with self.assertRaises(PermissionDenied):
            jawaban_diskusi.gabung(topik=dua, ke=self.lama, oleh=self.asing)
        with self.assertRaisesMessage(ValidationError, "digabung"):
            self.balas(satu, self.percaya)
        jawaban_diskusi.gabung(topik=dua, ke=self.lama, oleh=oleh)
        satu.refresh_from_db()
        self.assertEqual(satu.digabung_ke, self.lama)

    def test_answers_in_time_per_unit(self) -> None:
        hari = hari_ini()
        with pada(SAAT + timedelta(days=30)):
            self.assertEqual(
                [
                    (s.unit_id, s.tepat, s.lambat, s.lewat_tanpa_jawaban)
                    for s in jawaban_per_unit(hari, hari, hari_ini())
                ],
                [(self.unit.pk, 0, 0, 1)],
            )
            self._jawab(self.petugas)
            self.assertEqual(
                [(s.tepat, s.lambat, s.lewat_tanpa_jawaban) for s in jawaban_per_unit(hari, hari, hari_ini())],
                [(0, 1, 0)],
            )


class ModerasiTest(UjiDiskusi):
    def test_hide_tell_object_restore(self) -> None:
        putus = moderasi.putuskan(
            sasaran=self.lama, oleh=self.pengelola, tindakan="sembunyikan", alasan=self.alasan(), catatan="Iklan."
        )
        kabar = Notifikasi.objects.get(kunci=f"forum.moderasi.putus.{putus.uuid}")
        self.assertEqual(kabar.penerima, self.percaya)
        self.assertIn("iklan", kabar.isi)
        self.assertIn("keberatan", kabar.isi)
        self.assertNotIn(self.pengelola.nama + " ", kabar.isi)
        self.assertFalse(Topik.objects.terlihat_oleh(self.baru).filter(pk=self.lama.pk).exists())
        self.assertTrue(Topik.objects.terlihat_oleh(self.percaya).filter(pk=self.lama.pk).exists())
        with self.assertRaises(PermissionDenied):
            moderasi.ajukan_keberatan(keputusan=putus, oleh=self.baru, isi="x")
        keberatan = moderasi.ajukan_keberatan(keputusan=putus, oleh=self.percaya, isi="Bukan iklan.")
        with self.assertRaisesMessage(ValidationError, "sudah diajukan"):
            moderasi.ajukan_keberatan(keputusan=putus, oleh=self.percaya, isi="Lagi.")
        for oleh in (self.pengelola, self.asing, self.petugas, self.percaya):
            with self.subTest(oleh.nama), self.assertRaises(PermissionDenied):
                moderasi.putus_keberatan(keberatan=keberatan, oleh=oleh, terima=True, catatan="Ya.")
        moderasi.putus_keberatan(keberatan=keberatan, oleh=self.lurah, terima=True, catatan="Benar.")
        self.lama.refresh_from_db()
        self.assertEqual((self.lama.keadaan, self.lama.alasan), ("tayang", None))
        with self.assertRaisesMessage(ValidationError, "sudah diputus"):
            moderasi.putus_keberatan(keberatan=keberatan, oleh=self.pengelola_lain, terima=False, catatan="x")
        self.assertEqual(KeberatanModerasi.objects.get().putusan, "diterima")
        self.assertEqual(_aksi(self.lama)[-2:], ["forum.moderasi.sembunyikan", "forum.moderasi.pulihkan"])

    def test_every_decision_from_every_state(self) -> None:
        for keadaan in ("menunggu", "tayang", "disembunyikan"):
            for tindakan in ("terbitkan", "sembunyikan", "biarkan", "pulihkan"):
                boleh = (keadaan, tindakan) in {
                    ("menunggu", "terbitkan"), ("menunggu", "sembunyikan"), ("tayang", "sembunyikan"),
                    ("tayang", "biarkan"), ("disembunyikan", "pulihkan"),
                }  # fmt: skip
                topik = self.topik(self.percaya)
                sembunyi = self.alasan() if keadaan == "disembunyikan" else None
                Topik.objects.filter(pk=topik.pk).update(keadaan=keadaan, alasan=sembunyi)
                isi: dict[str, Any] = {
                    "sasaran": topik,
                    "oleh": self.pengelola,
                    "tindakan": tindakan,
                    "alasan": self.alasan(),
                }
                with self.subTest(keadaan=keadaan, tindakan=tindakan):
                    if boleh:
                        moderasi.putuskan(**isi, catatan="Ya.")
                        continue
                    banyak = KeputusanModerasi.objects.count()
                    with self.assertRaisesMessage(ValidationError, "tidak berlaku lagi"):
                        moderasi.putuskan(**isi, catatan="Ya.")
                    self.assertEqual(KeputusanModerasi.objects.count(), banyak)

    def test_only_moderators_and_never_the_own_post(self) -> None:
        for oleh in (self.percaya, self.lurah, self.baru):
            with self.subTest(oleh.nama), self.assertRaises(PermissionDenied):
                moderasi.putuskan(sasaran=self.lama, oleh=oleh, tindakan="biarkan", alasan=None)
        petugas = self.petugas
        balasan = self.balas(self.lama, petugas)
        petugas.pengelola = True
        petugas.save()
        with self.assertRaises(PermissionDenied):
            moderasi.putuskan(sasaran=balasan, oleh=petugas, tindakan="biarkan", alasan=None)

    def test_report_keeps_nobody_and_is_answered_by_the_decision(self) -> None:
        kode = uuid4()
        for _ in range(2):
            moderasi.tandai(kiriman=kode, sasaran=self.lama, alasan=self.alasan(), catatan="Lihat ini")
        moderasi.tandai(kiriman=uuid4(), sasaran=self.lama, alasan=self.alasan("sara"), catatan="")
        self.assertEqual(Penandaan.objects.count(), 2)
        self.assertEqual(
            set(CatatanAudit.objects.filter(aksi="forum.moderasi.tandai").values_list("pelaku", flat=True)), {None}
        )
        # Two reports, one mail for each moderator.
        self.assertEqual(Notifikasi.objects.filter(kunci__startswith="forum.moderasi.tanda.").count(), 2)
        moderasi.putuskan(sasaran=self.lama, oleh=self.pengelola, tindakan="biarkan", alasan=None)
        self.assertFalse(Penandaan.objects.filter(selesai_pada__isnull=True).exists())

    def test_waiting_reply_counts_once_let_through(self) -> None:
        balasan = self.balas(self.lama, self.baru)
        moderasi.putuskan(sasaran=balasan, oleh=self.pengelola, tindakan="terbitkan", alasan=None)
        self.lama.refresh_from_db()
        self.assertEqual(self.lama.status, "dibahas")
        self.assertEqual(self.balas(self.lama, self.baru).keadaan, "tayang")


class SerentakTest(UjiSerentak):
    """Two presses at the same moment. Without the lock on the author the second would meet the unique key."""

    def _siap(self) -> None:
        with pada(SAAT):
            UjiDiskusi.__dict__["setUpTestData"].__func__(type(self))

    topik = UjiDiskusi.__dict__["topik"]

    def test_same_form_twice(self) -> None:
        self._siap()
        kode = uuid4()
        percaya = self.percaya  # type: ignore[attr-defined]  # set by the office of the discussion

        def kirim() -> int:
            return self.topik(percaya, kiriman=kode).pk  # type: ignore[no-any-return]  # as above

        with pada(SAAT):
            hasil = self.sekaligus(kirim, kirim)
        self.assertEqual(len(set(hasil)), 1, hasil)
        self.assertIsInstance(hasil[0], int)
        self.assertEqual(Topik.objects.filter(kiriman=kode).count(), 1)

    def test_negative_control_without_the_lock(self) -> None:
        self._siap()
        kode = uuid4()
        percaya = self.percaya  # type: ignore[attr-defined]  # as above

        def kirim() -> int:
            return self.topik(percaya, kiriman=kode).pk  # type: ignore[no-any-return]  # as above

        asli, palang = KategoriDiskusi.objects.select_for_update, threading.Barrier(2)

        def bersama(**isi: Any) -> Any:
            """The category is locked after the look at the key: nobody goes on before both have looked."""
            palang.wait(20)
            return asli(**isi)

        with (
            pada(SAAT),
            mock.patch("forum.proses.diskusi._penulis", lambda oleh: oleh),
            mock.patch.object(KategoriDiskusi.objects, "select_for_update", bersama),
        ):
            hasil = self.sekaligus(kirim, kirim)
        self.assertEqual(sum(isinstance(satu, IntegrityError) for satu in hasil), 1, hasil)

    def test_two_supports(self) -> None:
        self._siap()
        lama, baru = self.lama, self.baru  # type: ignore[attr-defined]  # as above
        with pada(SAAT):
            hasil = self.sekaligus(*[lambda: diskusi.dukung(topik=lama, oleh=baru, nyala=True)] * 4)
        self.assertEqual(sorted(hasil, key=str), [False, False, False, True])
        self.assertEqual(Dukungan.objects.filter(dicabut_pada__isnull=True).count(), 1)
        self.assertEqual(Balasan.objects.count(), 0)
