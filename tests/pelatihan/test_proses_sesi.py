"""Sessions with rooms and speakers: golden cases S01 to S04 and S07, and what is warned of."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from django.db import IntegrityError, transaction

from pelatihan.forms.kegiatan import SesiForm, awal_sesi
from pelatihan.models import JamKerja, Kegiatan, Narasumber, NarasumberSesi, Pendaftaran, Ruang, SesiKegiatan
from pelatihan.perhitungan.kegiatan import StatusKegiatan, StatusPendaftaran
from pelatihan.proses import ProsesDitolak
from pelatihan.proses import kegiatan as proses_kegiatan
from pelatihan.proses.sesi_kegiatan import IsiSesi, JadwalBentrok, batalkan_sesi, tambah_sesi, ubah_sesi
from pelatihan.ringkasan.jadwal import peringatan_sesi, ruang_kosong
from rakumpit.notifikasi.models import Notifikasi
from tests.pelatihan.dasar import UjiPelatihan
from tests.pelatihan.isi import akun
from tests.pelatihan.isi_kegiatan import buat_kegiatan, buat_narasumber, buat_ruang, buat_sesi, saat

HARI = "2026-10-06"


class SesiTests(UjiPelatihan):
    def setUp(self) -> None:
        super().setUp()
        self.ruang = buat_ruang(self.kantor.seksi, nama="Aula")
        self.satu, self.dua = (buat_kegiatan(self.kantor.seksi, self.pengelola) for _ in range(2))

    def tambah(self, kegiatan: Kegiatan, mulai: str, selesai: str, *, hari: str = HARI, **ubah: Any) -> SesiKegiatan:
        isian: dict[str, Any] = {"judul": "Sesi", "ruang": self.ruang}
        isi = IsiSesi(mulai=saat(hari, mulai), selesai=saat(hari, selesai), **(isian | ubah))
        return tambah_sesi(kegiatan=kegiatan, oleh=self.pengelola, kode=uuid4(), isi=isi)

    def test_s01_sesi_berikutnya_boleh_mulai_saat_yang_lain_selesai(self) -> None:
        self.tambah(self.satu, "09:00", "11:00")
        self.tambah(self.dua, "11:00", "12:00")
        self.assertEqual(SesiKegiatan.objects.count(), 2)

    def test_s02_satu_menit_bertumpuk_ditolak_basis_data(self) -> None:
        self.tambah(self.satu, "09:00", "11:00")
        with self.assertRaises(JadwalBentrok) as galat:
            self.tambah(self.dua, "10:59", "12:00")
        self.assertIsInstance(galat.exception.__cause__, IntegrityError)
        self.assertEqual(
            str(galat.exception),
            f"Aula sudah dipakai «{self.satu.judul}» di Aula, 6 Oktober 2026 pukul 09.00 WIB sampai 11.00. "
            "Tidak ada ruang lain yang kosong pada waktu itu.",
        )

    def test_s03_narasumber_yang_sama_di_dua_ruang_ditolak(self) -> None:
        lain, rahmad = buat_ruang(self.kantor.seksi), buat_narasumber(nama="Rahmad")
        self.tambah(self.satu, "09:00", "11:00", narasumber=[rahmad])
        with self.assertRaisesMessage(JadwalBentrok, f"Rahmad sudah dipakai «{self.satu.judul}» di Aula"):
            self.tambah(self.dua, "09:00", "11:00", ruang=lain, narasumber=[rahmad])
        self.assertEqual(SesiKegiatan.objects.filter(kegiatan=self.dua).count(), 0)

    def test_s04_sesi_yang_dibatalkan_membebaskan_ruang_dan_narasumber(self) -> None:
        rahmad = buat_narasumber()
        sesi = self.tambah(self.satu, "09:00", "11:00", narasumber=[rahmad])
        batalkan_sesi(sesi=sesi, oleh=self.pengelola, versi=2, alasan="Hujan.")
        self.tambah(self.dua, "09:00", "11:00", narasumber=[rahmad])

    def test_kegiatan_yang_dibatalkan_membebaskan_ruang_dan_narasumber(self) -> None:
        rahmad = buat_narasumber()
        self.tambah(self.satu, "09:00", "11:00", narasumber=[rahmad])
        self.satu.refresh_from_db()
        proses_kegiatan.batalkan(kegiatan=self.satu, oleh=self.pengelola, versi=self.satu.versi, alasan="Hujan.")
        self.tambah(self.dua, "09:00", "11:00", narasumber=[rahmad])

    def test_s07_cuti_bersama_disebut_namanya(self) -> None:
        sesi = buat_sesi(self.satu, saat("2026-05-15", "09:00"), ruang=self.ruang)
        self.assertEqual(
            peringatan_sesi(self.satu, [sesi])[sesi.pk], ["Hari libur: Cuti bersama Kenaikan Yesus Kristus."]
        )

    def test_ruang_menurut_kasus_aula(self) -> None:
        """Before and after is free; around, inside and overlapping is not; no length and a backward time neither."""
        self.tambah(self.satu, "08:00", "10:00", hari="2026-11-10")
        for mulai, selesai, boleh in (
            ("10:00", "12:00", True),
            ("07:00", "08:00", True),
            ("07:30", "12:00", False),
            ("08:30", "09:00", False),
            ("09:59", "11:00", False),
            ("10:00", "10:00", False),
            ("12:00", "11:00", False),
        ):
            with self.subTest(mulai=mulai, selesai=selesai), transaction.atomic():
                jadi = True
                try:
                    self.tambah(self.dua, mulai, selesai, hari="2026-11-10")
                except ProsesDitolak:
                    jadi = False
                self.assertEqual(jadi, boleh)
                transaction.set_rollback(True)

    def test_jeda_ruang_dan_narasumber(self) -> None:
        Ruang.objects.update(jeda_menit=15)
        rahmad = buat_narasumber(jeda_menit=30)
        self.tambah(self.satu, "09:00", "11:00", narasumber=[rahmad])
        with self.assertRaisesMessage(JadwalBentrok, "sampai 11.00, dengan jeda 15 menit"):
            self.tambah(self.dua, "11:14", "12:00")
        self.tambah(self.dua, "11:15", "12:00")
        lain = buat_ruang(self.kantor.seksi)
        with self.assertRaisesMessage(JadwalBentrok, "dengan jeda 30 menit"):
            self.tambah(self.dua, "11:29", "12:00", ruang=lain, narasumber=[rahmad])
        self.tambah(self.dua, "11:30", "12:00", ruang=lain, narasumber=[rahmad])

    def test_ruang_kosong_ditawarkan_dari_yang_terkecil(self) -> None:
        for nama, kapasitas in (("Besar", 90), ("Kecil", 10)):
            buat_ruang(self.kantor.seksi, nama=nama, kapasitas=kapasitas)
        buat_ruang(self.kantor.seksi, nama="Lama", aktif=False)
        self.tambah(self.satu, "09:00", "11:00")
        with self.assertRaisesMessage(JadwalBentrok, "Yang kosong: Kecil, Besar."):
            self.tambah(self.dua, "10:00", "12:00")

    def test_ruang_kosong_menghitung_jedanya_sendiri(self) -> None:
        Ruang.objects.update(jeda_menit=30)
        self.tambah(self.satu, "09:00", "11:00")
        self.assertEqual(ruang_kosong(saat(HARI, "08:00"), saat(HARI, "08:30")), [self.ruang])
        self.assertEqual(ruang_kosong(saat(HARI, "08:00"), saat(HARI, "08:31")), [])

    def test_ubah_waktu_memindahkan_narasumber_dan_memberi_tahu_peserta(self) -> None:
        rahmad, sari = buat_narasumber(), buat_narasumber()
        sesi = self.tambah(self.satu, "09:00", "11:00", narasumber=[rahmad])
        Kegiatan.objects.update(status=StatusKegiatan.PENDAFTARAN.value)
        self.daftarkan(self.satu)
        isi = IsiSesi("Sesi", saat(HARI, "10:00"), saat(HARI, "12:00"), self.ruang, narasumber=[rahmad, sari])
        ubah_sesi(sesi=sesi, oleh=self.pengelola, versi=2, isi=isi)
        self.satu.refresh_from_db()
        self.assertEqual((self.satu.versi, self.satu.urutan_kalender), (3, 2))
        self.assertEqual(set(NarasumberSesi.objects.values_list("narasumber", flat=True)), {rahmad.pk, sari.pk})
        self.assertIn("pukul 10.00 WIB", Notifikasi.objects.get(penerima=akun(self.staf)).isi)
        ubah_sesi(sesi=sesi, oleh=self.pengelola, versi=3, isi=isi)
        self.assertEqual(Notifikasi.objects.filter(penerima=akun(self.staf)).count(), 1)

    def daftarkan(self, kegiatan: Kegiatan) -> None:
        Pendaftaran.objects.create(
            kegiatan=kegiatan,
            pegawai=self.staf,
            status=StatusPendaftaran.TERDAFTAR.value,
            didaftarkan_oleh=self.pengelola,
        )

    def test_sesi_yang_batal_dijadwalkan_lagi(self) -> None:
        sesi = self.tambah(self.satu, "09:00", "11:00")
        batalkan_sesi(sesi=sesi, oleh=self.pengelola, versi=2, alasan="Hujan.")
        isi = IsiSesi("Sesi", saat("2026-10-07", "09:00"), saat("2026-10-07", "11:00"), self.ruang)
        self.assertFalse(ubah_sesi(sesi=sesi, oleh=self.pengelola, versi=3, isi=isi).batal)

    def test_formulir_yang_sama_tersimpan_sekali(self) -> None:
        kode, isi = uuid4(), IsiSesi("Sesi", saat(HARI, "09:00"), saat(HARI, "11:00"), self.ruang)
        for _ in range(2):
            tambah_sesi(kegiatan=self.satu, oleh=self.pengelola, kode=kode, isi=isi)
        self.assertEqual(SesiKegiatan.objects.count(), 1)
        with self.assertRaisesMessage(ProsesDitolak, "sudah dipakai"):
            tambah_sesi(kegiatan=self.dua, oleh=self.pengelola, kode=kode, isi=isi)

    def test_waktu_yang_lewat_dan_kegiatan_yang_selesai_ditolak(self) -> None:
        with self.assertRaisesMessage(ProsesDitolak, "sudah lewat"):
            self.tambah(self.satu, "09:00", "11:00", hari="2026-09-01")
        Kegiatan.objects.update(status=StatusKegiatan.SELESAI.value)
        with self.assertRaisesMessage(ProsesDitolak, "tidak dapat diubah lagi"):
            self.tambah(self.satu, "09:00", "11:00")

    def test_narasumber_dan_ruang_yang_sudah_tidak_aktif_tetap_ada_di_formulirnya(self) -> None:
        rahmad = buat_narasumber()
        sesi = self.tambah(self.satu, "09:00", "11:00", narasumber=[rahmad])
        Narasumber.objects.update(aktif=False)
        Ruang.objects.update(aktif=False)
        form = SesiForm(None, sesi=sesi, initial=awal_sesi(sesi))
        isian = {nama: form[nama].value() for nama in form.fields} | {"tanggal": "6 Oktober 2026"}
        lagi = SesiForm(isian, sesi=sesi)
        self.assertTrue(lagi.is_valid(), lagi.errors)
        ubah_sesi(sesi=sesi, oleh=self.pengelola, versi=2, isi=lagi.isi())
        self.assertEqual([satu.narasumber for satu in sesi.pembicara.all()], [rahmad])
        with self.assertRaisesMessage(ProsesDitolak, "sudah tidak dipakai"):
            self.tambah(self.dua, "13:00", "14:00", ruang=Ruang.objects.get())

    def test_tanpa_tempat_ditolak(self) -> None:
        with self.assertRaisesMessage(ProsesDitolak, "Pilih ruang"):
            self.tambah(self.satu, "09:00", "11:00", ruang=None)


class PeringatanTests(UjiPelatihan):
    def setUp(self) -> None:
        super().setUp()
        self.kegiatan = buat_kegiatan(self.kantor.seksi, self.pengelola)

    def kata(self, mulai: datetime, menit: int = 60, **ubah: Any) -> list[str]:
        sesi = buat_sesi(self.kegiatan, mulai, menit, **ubah)
        return peringatan_sesi(self.kegiatan, [sesi])[sesi.pk]

    def test_jam_biasa_tanpa_peringatan(self) -> None:
        self.assertEqual(self.kata(saat("2026-10-06", "07:30"), 510), [])

    def test_di_luar_jam_kerja(self) -> None:
        (satu,) = self.kata(saat("2026-10-06", "15:30"), 60)
        self.assertEqual(
            satu,
            "Di luar jam kerja 07.30–16.00 WIB (Jam kerja, 37 jam 30 menit seminggu). "
            "Jam ini belum diperiksa dengan peraturan.",
        )

    def test_jumat_pulang_lebih_sore(self) -> None:
        self.assertEqual(self.kata(saat("2026-10-09", "15:30"), 60), [])

    def test_jam_ramadan_dari_tabel_bertanggal(self) -> None:
        self.assertEqual(self.kata(saat("2026-02-18", "07:30"), 60), [])
        (satu,) = self.kata(saat("2026-02-19", "07:30"), 60)
        self.assertIn("08.00–15.00 WIB (Ramadan 1447 H, 32 jam 30 menit seminggu)", satu)

    def test_jam_yang_sudah_diperiksa_tidak_ditandai(self) -> None:
        JamKerja.objects.update(terverifikasi=True)
        (satu,) = self.kata(saat("2026-10-06", "06:00"))
        self.assertNotIn("belum diperiksa", satu)

    def test_akhir_pekan_dan_tengah_malam(self) -> None:
        self.assertEqual(self.kata(saat("2026-10-10", "09:00")), ["Sesi ini pada akhir pekan."])
        kata = self.kata(saat("2026-10-06", "23:30"))
        self.assertEqual(kata[0], "Sesi ini melewati tengah malam.")
        self.assertEqual(len(kata), 2)

    def test_selesai_tepat_tengah_malam_masih_hari_itu(self) -> None:
        self.assertNotIn("Sesi ini melewati tengah malam.", self.kata(saat("2026-10-06", "23:00")))

    def test_ruang_terlalu_kecil(self) -> None:
        kecil = buat_ruang(self.kantor.seksi, nama="Ruang rapat", kapasitas=12)
        self.assertEqual(
            self.kata(saat("2026-10-06", "09:00"), ruang=kecil), ["Ruang rapat memuat 12 orang, kursinya 30."]
        )

    def test_peserta_dan_narasumber_yang_rangkap(self) -> None:
        lain = buat_kegiatan(self.kantor.seksi, judul="Arsip")
        buat_sesi(lain, saat("2026-10-06", "10:00"))
        for kegiatan in (self.kegiatan, lain):
            Pendaftaran.objects.create(
                kegiatan=kegiatan,
                pegawai=self.staf,
                status=StatusPendaftaran.TERDAFTAR.value,
                didaftarkan_oleh=self.pengelola,
            )
        Pendaftaran.objects.create(
            kegiatan=lain,
            pegawai=self.pppk,
            status=StatusPendaftaran.MENUNGGU.value,
            didaftarkan_oleh=self.pengelola,
        )
        sesi = buat_sesi(self.kegiatan, saat("2026-10-06", "09:00"))
        pembicara = Narasumber.objects.create(nama="Pak PPPK", pegawai=self.pppk)
        NarasumberSesi.objects.create(sesi=sesi, narasumber=pembicara, waktu=sesi.waktu)
        orang = ", ".join(sorted([self.staf.nama, "Pak PPPK"]))
        self.assertEqual(
            peringatan_sesi(self.kegiatan, [sesi])[sesi.pk], [f"{orang} juga ada di «Arsip», 10.00–12.00 WIB."]
        )
        sesi_pagi = buat_sesi(self.kegiatan, saat("2026-10-06", "08:00"))
        self.assertEqual(peringatan_sesi(self.kegiatan, [sesi_pagi])[sesi_pagi.pk], [])

    def test_jumlah_perintah_tetap(self) -> None:
        self.test_peserta_dan_narasumber_yang_rangkap()
        semua = [buat_sesi(self.kegiatan, saat("2026-10-06", "09:00") + timedelta(days=n)) for n in range(30)]
        for jumlah in (1, 30):
            sesi = list(
                SesiKegiatan.objects.filter(pk__in=[s.pk for s in semua[:jumlah]])
                .select_related("ruang")
                .prefetch_related("pembicara__narasumber")
            )
            with self.subTest(jumlah), self.assertNumQueries(5):
                peringatan_sesi(self.kegiatan, sesi)
