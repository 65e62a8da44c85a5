"""What a signed-in person was refused stands in the audit trail: who, what, when; once, bounded, and nothing else."""

from __future__ import annotations

from datetime import date
from typing import Any
from unittest import mock
from uuid import UUID, uuid4

from django.db import DatabaseError
from django.test import TestCase
from django.urls import reverse
from django.utils import timezone

from kinerja.models import SKP, CatatanHarian
from rakumpit.audit import proses
from rakumpit.audit.models import CatatanAudit
from rakumpit.organisasi.models import Pengguna
from tests import pabrik
from tests.kinerja.kantor import Kantor, akun, buat_kantor


def tertulis() -> list[tuple[Any, ...]]:
    """Who, what, kind and code of the object, and the page; the oldest first."""
    baris = CatatanAudit.objects.filter(aksi__startswith="akses.").order_by("pk")
    return list(baris.values_list("pelaku__nama", "aksi", "objek_jenis", "objek_id", "keterangan"))


class PenolakanTests(TestCase):
    kantor: Kantor
    catatan: CatatanHarian
    skp: SKP

    @classmethod
    def setUpTestData(cls) -> None:
        cls.kantor = buat_kantor()
        staf = cls.kantor.staf[1]
        cls.skp = SKP.objects.get(pegawai=staf)
        cls.catatan = CatatanHarian.objects.create(
            pegawai=staf, kiriman_id=uuid4(), tanggal=date(2026, 9, 14), uraian="Surat.", diisi_oleh=akun(staf)
        )

    def setUp(self) -> None:
        self.rekan = akun(self.kantor.staf[0])
        self.client.force_login(self.rekan)

    def buka(self, nama: str, kode: UUID, status: int = 404) -> None:
        self.assertEqual(self.client.get(reverse(nama, args=[kode])).status_code, status)

    def test_c40_kiriman_atas_catatan_rekan_ditolak_dan_tercatat(self) -> None:
        """C40: the forms of change and void with the code of a colleague's note."""
        semula, mulai = CatatanHarian.objects.values().get(), timezone.now()
        kode = str(self.catatan.uuid)
        for nama, isi in (
            ("kinerja:catatan_ubah", {"tanggal": "2026-09-14", "uraian": "Lain.", "versi": "1"}),
            ("kinerja:catatan_batalkan", {"alasan": "Coba."}),
        ):
            self.assertEqual(self.client.post(reverse(nama, args=[kode]), isi).status_code, 404)
        self.assertEqual(CatatanHarian.objects.values().get(), semula)
        self.assertEqual(
            tertulis(),
            [
                ("Staf 1", "akses.ditolak.tulis", "kinerja.catatanharian", kode, "kinerja:catatan_ubah"),
                ("Staf 1", "akses.ditolak.tulis", "kinerja.catatanharian", kode, "kinerja:catatan_batalkan"),
            ],
        )
        for baris in CatatanAudit.objects.filter(aksi="akses.ditolak.tulis"):
            self.assertLessEqual(mulai, baris.waktu)

    def test_bacaan_tercatat_sekali_dalam_satu_jam(self) -> None:
        satu = ("Staf 1", "akses.ditolak.baca", "kinerja.skp", str(self.skp.uuid), "kinerja:skp")
        for _ in range(3):
            self.buka("kinerja:skp", self.skp.uuid)
        self.assertEqual(tertulis(), [satu])
        # Another page of the same row, and the same page for somebody else, are news.
        self.buka("kinerja:skp_cetak", self.skp.uuid)
        self.client.force_login(pabrik.buat_pengguna(nama="Warga"))
        self.buka("kinerja:skp", self.skp.uuid)
        self.assertEqual(tertulis(), [satu, (*satu[:4], "kinerja:skp_cetak"), ("Warga", *satu[1:])])

    def test_jam_berikutnya_tercatat_lagi(self) -> None:
        kini = timezone.now().timestamp()
        for saat in (kini, kini + 3600):
            with mock.patch("rakumpit.audit.proses.time.time", return_value=saat):
                self.buka("kinerja:skp", self.skp.uuid)
        self.assertEqual(len(tertulis()), 2)

    def test_banjir_berhenti_pada_batasnya_dan_mengatakannya(self) -> None:
        with mock.patch.object(proses, "BATAS", 2):
            for nama in ("skp", "skp_cetak", "skp_ajukan", "skp_atur", "skp_hapus", "mph_cetak"):
                self.buka(f"kinerja:{nama}", self.skp.uuid)
            # Of somebody else the hour is not used up.
            self.client.force_login(akun(self.kantor.camat))
            self.buka("kinerja:skp_hapus", self.skp.uuid)
        self.assertEqual(
            [(siapa, aksi) for siapa, aksi, *_ in tertulis()],
            [
                ("Staf 1", "akses.ditolak.baca"),
                ("Staf 1", "akses.ditolak.baca"),
                ("Staf 1", "akses.ditolak.berlebih"),
                ("Camat", "akses.ditolak.baca"),
            ],
        )
        self.assertEqual(tertulis()[2][2:4], ("organisasi.pengguna", str(self.rekan.uuid)))

    def test_yang_bukan_penolakan_atas_milik_orang_tidak_dicatat(self) -> None:
        self.buka("kinerja:skp", uuid4())  # no such row
        self.buka("kinerja:unit", self.kantor.seksi.uuid)  # figures of a unit, of nobody
        self.buka("survei:kelola_survei", pabrik.buat_survei(self.kantor.kecamatan).uuid)
        self.assertEqual(self.client.get(reverse("kinerja:tim")).status_code, 404)  # names nobody
        self.assertEqual(self.client.get("/tidak-ada/").status_code, 404)
        self.client.force_login(akun(self.kantor.staf[1]))
        self.buka("kinerja:skp", self.skp.uuid, 200)
        # Refused by its state: an answer to the owner.
        self.assertEqual(self.client.post(reverse("kinerja:skp_hapus", args=[self.skp.uuid])).status_code, 409)
        self.client.logout()
        self.buka("kinerja:skp", self.skp.uuid, 302)
        self.assertEqual(tertulis(), [])

    def test_halaman_admin_menyebut_barisnya(self) -> None:
        """The technical admin keeps accounts, not people: 403."""
        staf = self.kantor.staf[1]
        admin = pabrik.buat_pengguna(nama="Admin", admin_teknis=True)
        self.client.force_login(admin)
        alamat = reverse("admin:organisasi_pegawai_change", args=[staf.pk])
        self.assertEqual(self.client.post(alamat, {"nama": "Lain"}).status_code, 403)
        self.assertEqual(self.client.get(reverse("admin:organisasi_pegawai_changelist")).status_code, 403)
        self.client.force_login(self.rekan)
        self.assertEqual(self.client.get(alamat).status_code, 404)
        baris = ("organisasi.pegawai", str(staf.uuid), "admin:organisasi_pegawai_change")
        self.assertEqual(
            tertulis(), [("Admin", "akses.ditolak.tulis", *baris), ("Staf 1", "akses.ditolak.baca", *baris)]
        )

    def test_terlihat_dalam_daftar_oleh_yang_boleh_membacanya(self) -> None:
        self.buka("kinerja:skp", self.skp.uuid)
        daftar = reverse("admin:audit_catatanaudit_changelist")
        for peran in ("pengelola", "admin_teknis"):
            self.client.force_login(pabrik.buat_pengguna(**{peran: True}))
            halaman = self.client.get(daftar, {"q": str(self.skp.uuid)})
            for kata in ("Staf 1", "akses.ditolak.baca", "kinerja.skp", str(self.skp.uuid), "kinerja:skp<"):
                self.assertContains(halaman, kata)
        # What stands in that place of other entries may be a reason.
        CatatanAudit.objects.create(pelaku=self.rekan, aksi="uji", objek_jenis="uji", keterangan="alasan rahasia")
        self.assertNotContains(self.client.get(daftar), "alasan rahasia")

    def test_baris_log_tanpa_nama_dan_nip(self) -> None:
        with self.assertLogs("rakumpit.akses", "WARNING") as log:
            self.buka("kinerja:skp", self.skp.uuid)
        self.assertEqual(
            log.output,
            [f"WARNING:rakumpit.akses:akses ditolak: pengguna={self.rekan.pk} GET kinerja:skp objek={self.skp.uuid}"],
        )

    def test_jejak_yang_gagal_ditulis_tidak_membuka_apa_pun(self) -> None:
        with (
            mock.patch("rakumpit.audit.middleware.catat_penolakan", side_effect=DatabaseError),
            self.assertLogs("rakumpit.akses", "ERROR"),
        ):
            self.buka("kinerja:skp", self.skp.uuid)

    def test_satu_kueri_mencari_barisnya_dan_satu_setelah_batas(self) -> None:
        oleh: Pengguna = self.rekan
        isi: dict[str, Any] = {"pelaku": oleh, "tulis": False, "halaman": "kinerja:skp"}
        with self.assertNumQueries(2):  # the count of the hour, the row
            self.assertIsNone(proses.catat_penolakan(**isi, objek=uuid4()))
        self.assertIsNotNone(proses.catat_penolakan(**isi, objek=self.skp.uuid))
        with self.assertNumQueries(1):
            self.assertIsNone(proses.catat_penolakan(**isi, objek=self.skp.uuid))
