"""Invitations that go out by themselves: on their day, when the session is ready, once; the others on a list."""

from __future__ import annotations

import threading
from datetime import datetime, timedelta
from functools import partial
from smtplib import SMTPRecipientsRefused
from typing import Any
from unittest import mock
from uuid import uuid4

from django.core import mail
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import TestCase

from forum.enums.sesi import StatusUndangan
from forum.models import AturanForum, SesiForum, Undangan
from forum.perhitungan.sesi import StatusSesi
from forum.proses import agenda, surat_undangan
from forum.proses import sesi as proses_sesi
from forum.proses import undangan as proses
from forum.tasks import kirim_surat_undangan, kirim_undangan
from rakumpit.antrean.models import Antrean
from rakumpit.notifikasi.models import Notifikasi
from rakumpit.waktu import WIB
from tests.forum.dasar import SAAT, KantorForum, pada, unsur
from tests.serentak import UjiSerentak

# Seven working days before Thursday 24 September 2026: the 15th. No day off lies between.
MULAI = datetime(2026, 9, 24, 9, 0, tzinfo=WIB)
HARINYA = datetime(2026, 9, 15, 9, 0, tzinfo=WIB)
SEBELUM = datetime(2026, 9, 14, 23, 0, tzinfo=WIB)


def undang(k: KantorForum, sesi: SesiForum, email: str = "rt02@contoh.example", **ubah: Any) -> Undangan:
    isi: dict[str, Any] = {
        "penerima": "Ketua RT 02",
        "unsur": unsur("pengguna-layanan"),
        "saluran": "email" if email else "surat",
    }
    return proses.tambah_undangan(sesi=sesi, oleh=k.akun(k.kasi), kode=uuid4(), email=email, **(isi | ubah))


def siap(k: KantorForum, status: StatusSesi = StatusSesi.TERBUKA, **ubah: Any) -> SesiForum:
    """A session with an agenda."""
    satu = k.sesi(status, mulai=MULAI, selesai=MULAI + timedelta(hours=2), **ubah)
    agenda.tambah_acara(
        sesi=satu,
        oleh=k.akun(k.kasi),
        kode=uuid4(),
        judul="Paparan hasil survei",
        penyaji="",
        durasi_menit=30,
        keterangan_sumber="",
    )
    return satu


def jalankan() -> None:
    """What the worker does with the queue."""
    for satu in Antrean.objects.filter(tugas=surat_undangan.TUGAS_SURAT).order_by("pk"):
        kirim_surat_undangan(**satu.muatan)


class SuratTest(TestCase):
    def setUp(self) -> None:
        with pada(SAAT):
            self.k = KantorForum.buat()

    def test_pada_harinya_sekali_dengan_acara_dan_tanpa_nama_lain(self) -> None:
        with pada(SAAT):
            satu = siap(self.k)
            undangan = undang(self.k, satu)
            undang(self.k, satu, email="lsm@contoh.example", penerima="Lembaga Lain")
        with pada(SEBELUM):
            self.assertEqual(kirim_undangan(), 0)
        with pada(HARINYA):
            for _ in range(2):
                self.assertEqual(kirim_undangan(), 2)
            jalankan()
            self.assertEqual(kirim_undangan(), 0)
        self.assertEqual(
            sorted(tujuan for surat in mail.outbox for tujuan in surat.to),
            ["lsm@contoh.example", "rt02@contoh.example"],
        )
        surat = next(surat for surat in mail.outbox if surat.to == ["rt02@contoh.example"])
        for kata in ("Ketua RT 02", "Kamis, 24 September 2026, pukul 09.00", "Paparan hasil survei", "Aula kecamatan"):
            self.assertIn(kata, surat.body)
        for kata in ("Lembaga Lain", "lsm@contoh.example"):
            self.assertNotIn(kata, surat.body + str(surat.message()))
        undangan.refresh_from_db()
        self.assertEqual((undangan.status, undangan.dikirim_pada), (StatusUndangan.TERKIRIM.value, HARINYA.date()))

    def test_hari_menurut_baris_bertanggal(self) -> None:
        with pada(SAAT):
            undang(self.k, siap(self.k))
        AturanForum.objects.update(hari_kirim_undangan=8)
        with pada(SEBELUM):
            self.assertEqual(kirim_undangan(), 1)
        with self.assertRaises(IntegrityError), transaction.atomic():
            AturanForum.objects.update(hari_kirim_undangan=4)

    def test_yang_belum_siap_menunggu_dan_penyelenggara_diberi_tahu_sekali(self) -> None:
        with pada(SAAT):
            satu = siap(self.k, unsur_wajib=[unsur("media-massa")])
            undang(self.k, satu)
        with pada(HARINYA):
            for _ in range(2):
                self.assertEqual(kirim_undangan(), 0)
            for akun in (self.k.akun(self.k.kasi), self.k.pengelola):
                kabar = Notifikasi.objects.get(penerima=akun, judul__contains="belum dikirim")
                self.assertIn("belum ada undangan untuk unsur Media massa", kabar.isi)
            undang(self.k, satu, email="", unsur=unsur("media-massa"))
            self.assertEqual(kirim_undangan(), 1)
            self.assertTrue(Notifikasi.objects.filter(judul__contains="1 perlu dihubungi").exists())

    def test_draf_ditunda_dan_dibatalkan_tidak_mengirim(self) -> None:
        for status in (StatusSesi.DRAF, StatusSesi.DITUNDA, StatusSesi.DIBATALKAN):
            with pada(SAAT):
                satu = self.k.sesi(StatusSesi.DRAF, mulai=MULAI, selesai=MULAI + timedelta(hours=2))
                undang(self.k, satu)
                SesiForum.objects.filter(pk=satu.pk).update(
                    status=status.value, alasan="" if status is StatusSesi.DRAF else "Banjir."
                )
            with pada(HARINYA):
                self.assertEqual(kirim_undangan(), 0)
        self.assertFalse(Antrean.objects.filter(tugas=surat_undangan.TUGAS_SURAT).exists())

    def test_dibatalkan_sesudah_mengantre_tidak_dikirim(self) -> None:
        with pada(SAAT):
            satu = siap(self.k)
            undang(self.k, satu)
        with pada(HARINYA):
            kirim_undangan()
            satu.refresh_from_db()
            proses_sesi.batalkan(sesi=satu, oleh=self.k.akun(self.k.kasi), versi=satu.versi, alasan="Banjir.")
            mail.outbox.clear()
            jalankan()
        self.assertEqual(mail.outbox, [])

    def test_yang_ditolak_dicoba_tiga_kali_lalu_pindah_ke_daftar(self) -> None:
        """C83: one bad address stops nothing and is not tried without end."""
        with pada(SAAT):
            satu = siap(self.k)
            buruk = undang(self.k, satu)
            undang(self.k, satu, email="baik@contoh.example")
        asli = mail.send_mail

        def tolak(judul: str, isi: str, dari: None, tujuan: list[str]) -> int:
            if tujuan == ["rt02@contoh.example"]:
                raise SMTPRecipientsRefused({})
            return asli(judul, isi, dari, tujuan)

        with pada(HARINYA), mock.patch.object(surat_undangan, "send_mail", tolak):
            for banyak in (2, 1, 1, 0):
                self.assertEqual(kirim_undangan(), banyak)
                for baris in Antrean.objects.filter(tugas=surat_undangan.TUGAS_SURAT):
                    try:
                        kirim_surat_undangan(**baris.muatan)
                    except SMTPRecipientsRefused:
                        continue
                Antrean.objects.all().delete()
        self.assertEqual([surat.to for surat in mail.outbox], [["baik@contoh.example"]])
        buruk.refresh_from_db()
        self.assertEqual((buruk.status, buruk.percobaan), (StatusUndangan.DRAF.value, 3))
        self.assertEqual(list(satu.undangan.perlu_dihubungi()), [buruk])
        with pada(HARINYA):
            proses.ubah_undangan(
                undangan=buruk,
                oleh=self.k.akun(self.k.kasi),
                versi=1,
                status="draf",
                dikirim_pada=None,
                email="b@c.example",
            )
            self.assertEqual(kirim_undangan(), 1)

    def test_c83_judul_berbaris_baru_menjadi_satu_baris(self) -> None:
        """C83: no header can be added by a title."""
        with pada(SAAT):
            satu = siap(self.k)
            undang(self.k, satu)
        SesiForum.objects.filter(pk=satu.pk).update(judul="Forum\r\nBcc: semua@contoh.example")
        with pada(HARINYA):
            kirim_undangan()
            jalankan()
        surat = mail.outbox[0]
        self.assertEqual(surat.subject, "Undangan: Forum Bcc: semua@contoh.example")
        self.assertEqual((surat.bcc, surat.recipients()), ([], ["rt02@contoh.example"]))

    def test_cara_email_memerlukan_alamat(self) -> None:
        with pada(SAAT):
            satu = siap(self.k)
            with self.assertRaisesMessage(ValidationError, "Tulis alamat email"):
                undang(self.k, satu, email="", saluran="email")
        with self.assertRaises(IntegrityError), transaction.atomic():
            Undangan.objects.create(sesi=satu, penerima="X", unsur=unsur("pengguna-layanan"), saluran="email")

    def test_alamat_dihapus_sesudah_masa_simpan(self) -> None:
        with pada(SAAT):
            satu = siap(self.k)
            terkirim, draf = undang(self.k, satu), undang(self.k, satu, email="lain@contoh.example")
        with pada(HARINYA):
            surat_undangan.kirim_surat_undangan(terkirim.pk)
        for hari, banyak in ((89, 0), (92, 2), (93, 0)):
            with pada(MULAI + timedelta(days=hari)):
                self.assertEqual(surat_undangan.hapus_email_lama(), banyak)
        for baris, saluran in ((terkirim, "email"), (draf, "surat")):
            baris.refresh_from_db()
            self.assertEqual((baris.email, baris.saluran), ("", saluran))

    def test_halaman_menyebut_yang_dikirim_dan_yang_perlu_dihubungi(self) -> None:
        with pada(SAAT):
            satu = siap(self.k)
            undang(self.k, satu, penerima="Beremail")
            undang(self.k, satu, email="", penerima="Tanpa surat elektronik")
            self.client.force_login(self.k.akun(self.k.kasi))
            alamat = f"/forum/kelola/sesi/{satu.uuid}/undangan/"
            semua = self.client.get(alamat)
            self.assertContains(semua, "1 undangan dikirim sendiri lewat email 7 hari kerja sebelum sesi.")
            self.assertContains(semua, "1 undangan perlu ditelepon atau dicetak")
            saring = self.client.get(alamat, {"perlu": "dihubungi"})
            self.assertContains(saring, "Tanpa surat elektronik")
            self.assertNotContains(saring, "Beremail")
            # Who only works along sees the list, not the addresses.
            self.client.force_login(self.k.akun(self.k.staf))
            self.assertNotContains(self.client.get(alamat), "rt02@contoh.example")


class SuratSerentakTest(UjiSerentak):
    """The same mail asked for five times at once."""

    def setUp(self) -> None:
        with pada(SAAT):
            self.k = KantorForum.buat()
            self.undangan = undang(self.k, siap(self.k))
        beku = pada(HARINYA)
        beku.__enter__()
        self.addCleanup(beku.__exit__, None, None, None)

    def _kirim_bersama(self) -> int:
        """How many mails left when two workers have the same message; both have counted their try."""
        with mock.patch.object(surat_undangan, "send_mail") as kirim:
            self.sekaligus(*(partial(surat_undangan.kirim_surat_undangan, self.undangan.pk) for _ in range(3)))
        return kirim.call_count

    def test_satu_surat(self) -> None:
        self.assertEqual(self._kirim_bersama(), 1)

    def test_tanpa_kunci_lebih_dari_satu_surat(self) -> None:
        """Negative control: the lock on the row is what keeps it to one."""
        bersamaan = threading.Barrier(3)

        def tanpa_kunci(self: Any, *_a: Any, **_k: Any) -> Any:
            return self.all()

        def tunggu(_undangan: Undangan) -> str:
            bersamaan.wait(20)
            return "Undangan"

        kelas = type(Undangan.objects.all())
        with (
            mock.patch.object(kelas, "select_for_update", tanpa_kunci),
            mock.patch.object(surat_undangan, "judul_surat", tunggu),
        ):
            self.assertEqual(self._kirim_bersama(), 3)
