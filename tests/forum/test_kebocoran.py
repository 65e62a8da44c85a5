"""Where other systems told who had reported: each place is looked at with a report whose reporter is known.

The words of ``tests.forum.isi_laporan`` (name, telephone, e-mail, file name, place in the photo) stand in one table
only; wherever else one of them appears, the test fails. ``test_umpan_uji`` shows that the looking finds them.
"""

from __future__ import annotations

import io
import json
import logging
from datetime import datetime, time, timedelta
from typing import Any
from unittest import mock
from uuid import uuid4

from django.apps import apps
from django.contrib import admin
from django.core import mail
from django.db import connection
from django.test import Client, override_settings
from django.urls import reverse

from forum.enums.laporan import StatusLaporan
from forum.models import (
    IdentitasPelapor,
    KategoriDiskusi,
    LampiranLaporan,
    LanggananDiskusi,
    Laporan,
    Topik,
)
from forum.perhitungan.kunci import baca_kunci, buat_kunci
from forum.proses import langganan
from forum.proses import laporan_kelola as kelola
from forum.proses import laporan_pelapor as pelapor
from forum.proses.eskalasi_laporan import naikkan_laporan
from forum.ringkasan.terbukti import pengaduan_terbukti
from forum.ringkasan.ukuran_laporan import awal_bulan, ukuran_bulan
from forum.views.laporan_daftar import baris_ukuran
from rakumpit.audit.models import CatatanAudit, NilaiAudit
from rakumpit.lembar import tulis_csv, tulis_xlsx
from rakumpit.notifikasi.models import Notifikasi
from rakumpit.notifikasi.tasks import kirim_surel
from rakumpit.organisasi.models import Pengguna
from rakumpit.waktu import WIB, hari_ini, sekarang
from tests.basis_data import tabel_memuat
from tests.forum.dasar_diskusi import buat_warga
from tests.forum.isi_laporan import EMAIL, NAMA, TELEPON, TEMPAT, foto, kirim
from tests.forum.test_laporan import KantorLaporan
from tests.forum.test_views_laporan import isian

# Every place where other systems told who had reported, and what looks at it.
TEMPAT_BOCOR = {
    "surat dan kepalanya (pengirim, balasan, tautan)": "test_surat_dan_kepalanya",
    "ringkasan berkala": "test_ringkasan_berkala",
    "pemberitahuan di dalam produk": "test_pemberitahuan_di_dalam_produk",
    "sumber halaman kantor": "test_sumber_halaman_kantor",
    "sumber halaman umum": "test_halaman_umum",
    "halaman pelapor": "test_halaman_pelapor_tidak_menyebut_petugas_dan_identitas",
    "tanda «penulis asli» dan peran": "test_identitas_hanya_pengelola",
    "berkas unduhan": "test_ekspor",
    "Django admin": "test_admin_tidak_memuat_laporan",
    "catatan Django admin": "test_catatan_admin",
    "cuplikan pencarian": "test_pencarian",
    "nama lampiran dan tempat di foto": "test_foto_tanpa_tempat_dan_nama_berkas",
    "audit yang dibaca unit": "test_audit",
    "jam kiriman di samping jam masuk": "test_jam_kiriman_tidak_tampil",
    "alamat halaman": "test_alamat",
    "catatan peladen": "test_catatan_server",
    "surat dan catatan galat": "test_galat",
    "penilaian pegawai": "test_penilaian_pegawai",
    "tabel lain di basis data": "test_hanya_satu_tabel_memuat_identitas",
    "surat kepada pelapor": "test_tidak_ada_surat_kepada_pelapor",
}

RAHASIA = (NAMA, TELEPON, EMAIL, TEMPAT.decode())


def bocor(teks: str) -> list[str]:
    """The words about the reporter that stand in a text."""
    return [kata for kata in RAHASIA if kata in teks]


@override_settings(USERSESSIONS_TRACK_ACTIVITY=False)
class KebocoranTest(KantorLaporan):
    """One anonymous, not secret report with an identity and a photo, walked through its whole life."""

    laporan: Laporan
    kunci: str

    @classmethod
    def setUpTestData(cls) -> None:
        super().setUpTestData()
        for satu in Pengguna.objects.all():
            Pengguna.objects.filter(pk=satu.pk).update(email=f"staf-{satu.pk}@contoh.example")
        cls.kunci = buat_kunci()
        uji = cls()
        cls.laporan = uji.sampai(kirim(kunci=cls.kunci, rahasia=False, foto=[foto()]), StatusLaporan.DITANGGAPI)
        naikkan_laporan()

    def _klien(self, pengguna: Pengguna) -> Client:
        klien = Client()
        klien.force_login(pengguna)
        return klien

    def _halaman(self, pengguna: Pengguna, *alamat: str) -> str:
        klien = self._klien(pengguna)
        return "".join(klien.get(satu).content.decode() for satu in alamat)

    def test_daftar_tempat_lengkap(self) -> None:
        """Each place has a test of its own, and each test stands for a place."""
        ada = {nama for nama in dir(self) if nama.startswith("test_")}
        lain = {"test_umpan_uji", "test_daftar_tempat_lengkap"}
        self.assertEqual(set(TEMPAT_BOCOR.values()), ada - lain)

    def test_ringkasan_berkala(self) -> None:
        """A digest of the discussion says nothing of reports, also on the day on which one was answered."""
        warga = buat_warga("Pembaca Berkala")
        kategori = KategoriDiskusi.objects.create(
            nama="Umum", rumpun="tema", unit=self.kasi.penugasan.get().jabatan.unit
        )
        kemarin = sekarang() - timedelta(days=1)
        LanggananDiskusi.objects.create(pengguna=warga, kategori=kategori, irama="harian", mulai=kemarin)
        topik = Topik.objects.create(
            kiriman=uuid4(),
            kategori=kategori,
            penulis=warga,
            jenis="usulan",
            judul="Kursi",
            isi="Tambah.",
            keadaan="tayang",
            dibuat=kemarin,
            aktivitas=kemarin,
        )
        Topik.objects.filter(pk=topik.pk).update(penulis=self.pengelola)
        langganan.kirim_ringkasan(saat=datetime.combine(hari_ini(), time(8), WIB))
        isi = Notifikasi.objects.get(penerima=warga).isi
        self.assertIn("Kursi", isi)
        self.assertEqual(bocor(isi), [])
        for kata in (self.laporan.nomor, self.laporan.judul):
            self.assertNotIn(kata, isi)

    def test_galat(self) -> None:
        """A page that breaks while somebody reports gives the form back to its sender alone: no cache, log or mail."""
        klien = Client(raise_request_exception=False)
        with (
            mock.patch("forum.views.laporan_publik.terima_laporan", side_effect=RuntimeError("rusak")),
            self.assertLogs(level=logging.DEBUG) as catatan,
        ):
            balasan = klien.post("/forum/lapor/", isian(kunci=buat_kunci(), nama=NAMA, telepon=TELEPON, email=EMAIL))
        self.assertEqual(balasan.status_code, 500)
        teks = [satu for satu in catatan.output if "django.db.backends" not in satu]
        self.assertTrue(any("RuntimeError" in satu for satu in teks))
        self.assertEqual(bocor("\n".join(teks)), [])
        self.assertIn("no-store", balasan["Cache-Control"])
        self.assertEqual(mail.outbox, [])

    def test_penilaian_pegawai(self) -> None:
        """What goes on to the performance of staff: number, day and service."""
        selesai = self.sampai(kirim(), StatusLaporan.SELESAI)
        awal, akhir = hari_ini(), hari_ini()
        unit = self.kasi.penugasan.get().jabatan.unit_id
        semua = pengaduan_terbukti(self.pengelola, pegawai_id=self.petugas.pk, unit_id=unit, mulai=awal, selesai=akhir)
        self.assertEqual([satu.nomor for satu in semua], [selesai.nomor])
        self.assertEqual(bocor(str(semua)), [])
        self.assertNotIn(selesai.isi, str(semua))

    def test_umpan_uji(self) -> None:
        self.assertEqual(bocor(f"surat dari {NAMA} {EMAIL}"), [NAMA, EMAIL])
        identitas = IdentitasPelapor.objects.get(laporan=self.laporan)
        self.assertEqual((identitas.nama, identitas.telepon, identitas.email), (NAMA, TELEPON, EMAIL))

    def test_surat_dan_kepalanya(self) -> None:
        for pk, kunci in Notifikasi.objects.values_list("penerima_id", "kunci"):
            kirim_surel(penerima_id=pk, kunci_notifikasi=kunci)
        self.assertGreaterEqual(len(mail.outbox), 3)
        for surat in mail.outbox:
            with self.subTest(surat.subject):
                self.assertEqual(bocor(surat.message().as_string()), [])
                self.assertEqual((surat.reply_to, surat.cc, surat.bcc), ([], [], []))
                self.assertNotIn("\n", surat.subject)
                self.assertNotIn(self.laporan.judul, surat.subject + str(surat.body))

    def test_pemberitahuan_di_dalam_produk(self) -> None:
        semua = " ".join(str(satu) for satu in Notifikasi.objects.values_list("judul", "isi", "tautan", "kunci"))
        self.assertEqual(bocor(semua), [])

    def test_sumber_halaman_kantor(self) -> None:
        alamat = (reverse("forum:laporan_kelola", args=[self.laporan.uuid]), reverse("forum:laporan_daftar"))
        for siapa in (self.akun, self.kasi.pengguna, self.camat.pengguna, self.pengelola):
            assert siapa is not None
            halaman = self._halaman(siapa, *alamat, reverse("beranda"), reverse("notifikasi:daftar"))
            with self.subTest(siapa.nama):
                self.assertIn(self.laporan.nomor, halaman)
                self.assertEqual(bocor(halaman), [])

    def test_jam_kiriman_tidak_tampil(self) -> None:
        """Hours beside the log of sign-ins could tell who was online."""
        halaman = self._halaman(self.akun, reverse("forum:laporan_kelola", args=[self.laporan.uuid]))
        self.assertNotRegex(halaman, r"pukul (?!23\.59)\d\d\.\d\d WIB")

    def test_halaman_umum(self) -> None:
        dijawab = self.sampai(kirim(rahasia=False), StatusLaporan.DIJAWAB)
        halaman = self.client.get("/forum/laporan/").content.decode()
        self.assertIn(dijawab.isi, halaman)
        self.assertIn("Anonim", halaman)
        self.assertEqual(bocor(halaman), [])
        self.assertNotIn(dijawab.nomor, halaman)
        self.assertNotIn(str(dijawab.uuid), halaman)

    def test_identitas_hanya_pengelola(self) -> None:
        alamat = reverse("forum:laporan_identitas", args=[self.laporan.uuid])
        for siapa in (self.akun, self.kasi.pengguna, self.camat.pengguna):
            assert siapa is not None
            balasan = self._klien(siapa).post(alamat, {"alasan": "Ingin tahu."})
            self.assertEqual((balasan.status_code, bocor(balasan.content.decode())), (404, []))
        klien = self._klien(self.pengelola)
        kosong = klien.post(alamat, {"alasan": ""})
        self.assertEqual((kosong.status_code, bocor(kosong.content.decode())), (422, []))
        balasan = klien.post(alamat, {"alasan": "Foto kurang jelas."})
        self.assertEqual(bocor(balasan.content.decode()), [NAMA, TELEPON, EMAIL])
        self.assertIn("no-store", balasan["Cache-Control"])

    def test_ekspor(self) -> None:
        baris = baris_ukuran(ukuran_bulan(awal_bulan(hari_ini())))
        for bentuk in ("csv", "xlsx"):
            balasan = self._klien(self.pengelola).get(reverse("forum:laporan_ukuran_unduh", args=[bentuk]))
            self.assertEqual(balasan.status_code, 200)
        teks = tulis_csv(baris).decode("utf-8-sig")
        self.assertEqual(bocor(teks), [])
        for kata in (self.laporan.nomor, self.laporan.judul, self.laporan.isi, self.petugas.nama):
            self.assertNotIn(kata, teks)
        self.assertTrue(io.BytesIO(tulis_xlsx(baris)).read().startswith(b"PK"))

    def test_admin_tidak_memuat_laporan(self) -> None:
        terdaftar = {model._meta.label_lower for model in admin.site._registry}
        for model in apps.get_app_config("forum").get_models():
            if "laporan" in model._meta.label_lower or model is IdentitasPelapor:
                self.assertNotIn(model._meta.label_lower, terdaftar)

    def test_catatan_admin(self) -> None:
        with connection.cursor() as kursor:
            kursor.execute("SELECT count(*) FROM django_admin_log")
            self.assertEqual(kursor.fetchone()[0], 0)

    def test_pencarian(self) -> None:
        for siapa in (self.akun, self.pengelola):
            for kata in (NAMA, TELEPON, EMAIL):
                halaman = self._halaman(siapa, f"/cari/?q={kata}", f"/forum/kelola/laporan/?keadaan=semua&q={kata}")
                self.assertNotIn(self.laporan.nomor, halaman)
        self.assertIn(self.laporan.nomor, self._halaman(self.akun, "/cari/?q=antrean"))
        rekan = Pengguna.objects.create_user(nama="Rekan", nip="198001012000011901", password="x")
        self.assertNotIn(self.laporan.nomor, self._halaman(rekan, "/cari/?q=antrean"))

    def test_foto_tanpa_tempat_dan_nama_berkas(self) -> None:
        baris = LampiranLaporan.objects.get(laporan=self.laporan)
        isi = baris.berkas.read()
        self.assertNotIn(TEMPAT, isi)
        self.assertNotIn(b"Exif", isi)
        self.assertEqual(bocor(f"{baris.judul} {baris.berkas.name}"), [])
        balasan = self._klien(self.akun).get(reverse("forum:laporan_foto", args=[baris.uuid]))
        self.assertEqual(bocor(balasan["Content-Disposition"]), [])
        self.assertTrue(balasan["Content-Disposition"].startswith("attachment"))

    def test_audit(self) -> None:
        kelola.buka_identitas(laporan=self.laporan, oleh=self.pengelola, alasan="Perlu dihubungi.")
        catatan = [
            *CatatanAudit.objects.values_list("aksi", "objek_id", "keterangan"),
            *NilaiAudit.objects.values_list("sebelum", "sesudah"),
        ]
        teks = json.dumps([[str(nilai) for nilai in satu] for satu in catatan])
        self.assertEqual(bocor(teks), [])
        self.assertNotIn(self.laporan.isi, teks)
        self.assertNotIn(baca_kunci(self.kunci), teks)

    def test_catatan_server(self) -> None:
        kunci = buat_kunci()
        with self.assertLogs(level=logging.DEBUG) as catatan:
            self.client.post("/forum/lapor/", isian(kunci=kunci, nama=NAMA, telepon=TELEPON, email=EMAIL))
            self.client.post("/forum/lapor/", isian(kunci=kunci, email="bukan", nama=NAMA))
            self.client.post("/forum/lacak/", {"nomor": self.laporan.nomor, "kunci": self.kunci})
            self.client.post("/forum/lacak/", {"nomor": self.laporan.nomor, "kunci": kunci})
        # Statements with their values are written only for developers (DEBUG); what the office logs is above that.
        teks = "\n".join(
            satu
            for satu, rekam in zip(catatan.output, catatan.records, strict=True)
            if rekam.name != "django.db.backends"
        )
        self.assertEqual(bocor(teks), [])
        for satu in (kunci, self.kunci, baca_kunci(kunci), baca_kunci(self.kunci)):
            self.assertNotIn(satu, teks)

    def test_alamat(self) -> None:
        semua = [
            reverse(f"forum:laporan_{nama}", args=[self.laporan.uuid]) for nama in ("kelola", "identitas", "jawab")
        ]
        self.assertEqual(bocor(" ".join(semua)), [])
        for alamat in semua:
            self.assertNotIn(self.laporan.nomor, alamat)
            self.assertNotIn(str(self.laporan.pk), alamat.replace(str(self.laporan.uuid), ""))

    def test_halaman_pelapor_tidak_menyebut_petugas_dan_identitas(self) -> None:
        halaman = self.client.post("/forum/lacak/", {"nomor": self.laporan.nomor, "kunci": self.kunci}).content.decode()
        self.assertEqual(bocor(halaman), [])
        for nama in (self.petugas.nama, self.kasi.nama, "Mohon diperiksa."):
            self.assertNotIn(nama, halaman)

    def test_hanya_satu_tabel_memuat_identitas(self) -> None:
        """Every text column of every table of the forum, of notices and of the audit."""
        pelapor.balas(laporan=self.laporan, teks="Masih antre.")
        self.assertEqual(tabel_memuat(*RAHASIA), {"forum_identitaspelapor"})

    def test_tidak_ada_surat_kepada_pelapor(self) -> None:
        """Nothing is ever sent to a reporter: neither with a contact nor without one."""
        for pk, kunci in Notifikasi.objects.values_list("penerima_id", "kunci"):
            kirim_surel(penerima_id=pk, kunci_notifikasi=kunci)
        staf: set[Any] = set(Pengguna.objects.values_list("email", flat=True))
        self.assertEqual({alamat for surat in mail.outbox for alamat in surat.to} - staf, set())
