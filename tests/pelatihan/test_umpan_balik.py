"""Feedback: only of those who were there, once, without a trail, opened together after the last day."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.urls import reverse

from pelatihan.models import Kegiatan, NarasumberSesi, Pendaftaran, TandaUmpanBalik, UmpanBalikKegiatan
from pelatihan.perhitungan.kegiatan import StatusKegiatan
from pelatihan.perhitungan.umpan_balik import ButirUmpanBalik
from pelatihan.proses import ProsesDitolak
from pelatihan.proses.kehadiran import salin_kertas
from pelatihan.proses.umpan_balik import beri_umpan_balik, ingatkan_umpan_balik, lepaskan
from pelatihan.ringkasan import menunggu
from pelatihan.ringkasan.umpan_balik import hasil_umpan_balik
from rakumpit.audit.models import CatatanAudit
from rakumpit.bacaan import baca
from rakumpit.notifikasi.models import Notifikasi
from rakumpit.organisasi.models import Pegawai, Pengguna
from rakumpit.organisasi.pembaca import baca_pembaca
from tests import pabrik
from tests.pelatihan.isi import akun
from tests.pelatihan.isi_kegiatan import buat_narasumber
from tests.pelatihan.test_kehadiran import UjiHadir
from tests.survei.dasar import SAAT, pada

# Tuesday 15 September; the last session begins at 12.00, the third working day after it is Friday the 18th.
TERAKHIR = SAAT + timedelta(hours=3)
NILAI = {satu.value: 3 for satu in ButirUmpanBalik}


class UjiUmpanBalik(UjiHadir):
    orang: list[Pegawai]

    @classmethod
    def setUpTestData(cls) -> None:
        super().setUpTestData()
        cls.orang = [cls.staf, cls.pppk]
        for _ in range(3):
            pegawai = pabrik.buat_pegawai(cls.kantor.seksi)
            cls.acara.peserta.append(
                Pendaftaran.objects.create(
                    kegiatan=cls.acara.kegiatan, pegawai=pegawai, status="terdaftar", didaftarkan_oleh=cls.pengelola
                )
            )
            cls.orang.append(pegawai)
        with pada(SAAT):
            salin_kertas(sesi=cls.acara.sesi[0], oleh=cls.pengelola, pendaftaran=cls.acara.peserta)

    def beri(self, oleh: Pengguna, saat: datetime = TERAKHIR, saran: str = "") -> bool:
        with pada(saat):
            return beri_umpan_balik(kegiatan=self.acara.kegiatan, oleh=oleh, nilai=NILAI, saran=saran)

    def test_satu_kali_dan_tanpa_jejak(self) -> None:
        sebelum = CatatanAudit.objects.count()
        self.assertIs(self.beri(akun(self.staf), saran="Ruang panas."), True)
        self.assertIs(self.beri(akun(self.staf), saran="Lagi."), False)
        satu = UmpanBalikKegiatan.objects.get()
        self.assertEqual((satu.saran, satu.dilepas), ("Ruang panas.", False))
        self.assertEqual(CatatanAudit.objects.count(), sebelum)
        # Nothing on the answer or the mark leads to a person, a day or a number in order of arrival.
        kolom = {medan.name for medan in UmpanBalikKegiatan._meta.concrete_fields}
        self.assertEqual(kolom, {"id", "uuid", "kegiatan", "nilai", "saran", "dilepas"})
        self.assertEqual({medan.name for medan in TandaUmpanBalik._meta.concrete_fields}, {"tanda", "kegiatan"})

    def test_hanya_yang_hadir_dan_dalam_masanya(self) -> None:
        pergi = pabrik.buat_pegawai(self.kantor.seksi)
        Pendaftaran.objects.create(
            kegiatan=self.acara.kegiatan, pegawai=pergi, status="terdaftar", didaftarkan_oleh=self.pengelola
        )
        for oleh in (akun(pergi), akun(self.kantor.kasi), self.pengelola):
            with self.assertRaisesRegex(ProsesDitolak, "tercatat hadir"):
                self.beri(oleh)
        tutup = datetime(2026, 9, 19, tzinfo=SAAT.tzinfo)
        for saat, kata in ((TERAKHIR - timedelta(seconds=1), "dibuka"), (tutup, "ditutup")):
            with self.assertRaisesRegex(ProsesDitolak, kata):
                self.beri(akun(self.staf), saat)
        self.assertIs(self.beri(akun(self.staf), tutup - timedelta(seconds=1)), True)

    def test_selesai_lebih_awal_tidak_menutup(self) -> None:
        Kegiatan.objects.filter(pk=self.acara.kegiatan.pk).update(status=StatusKegiatan.SELESAI.value)
        self.assertIs(self.beri(akun(self.staf)), True)

    def test_nilai_diperiksa(self) -> None:
        for nilai in ({}, NILAI | {"waktu": 5}, NILAI | {"waktu": 0}, NILAI | {"lain": 3}):
            with pada(TERAKHIR), self.assertRaisesRegex(ProsesDitolak, "1 sampai 4"):
                beri_umpan_balik(kegiatan=self.acara.kegiatan, oleh=akun(self.staf), nilai=nilai, saran="")

    def test_dibuka_bersama_dalam_urutan_acak(self) -> None:
        for n, satu in enumerate(self.orang):
            self.beri(akun(satu), saran=f"Saran {n}")
        lama = set(UmpanBalikKegiatan.objects.values_list("pk", "uuid"))
        with pada(TERAKHIR + timedelta(days=3)):
            self.assertEqual(lepaskan(), 0)
            self.assertIs(hasil_umpan_balik(self.acara.kegiatan).dibuka, False)
        with pada(TERAKHIR + timedelta(days=4)):
            self.assertEqual(lepaskan(), 5)
            self.assertEqual(lepaskan(), 0)
        self.assertEqual(TandaUmpanBalik.objects.count(), 0)
        baru = set(UmpanBalikKegiatan.objects.values_list("pk", "uuid"))
        self.assertEqual({pk for pk, _ in lama} & {pk for pk, _ in baru}, set())
        self.assertEqual({kode for _, kode in lama} & {kode for _, kode in baru}, set())
        hasil = hasil_umpan_balik(self.acara.kegiatan)
        self.assertEqual((hasil.banyak, sorted(hasil.saran)), (5, [f"Saran {n}" for n in range(5)]))
        # Who is late does not answer twice: the marks are gone, and the door is shut.
        with self.assertRaisesRegex(ProsesDitolak, "ditutup"):
            self.beri(akun(self.staf))

    def test_kurang_dari_lima_menyembunyikan_isi(self) -> None:
        for satu in self.orang[:4]:
            self.beri(akun(satu), saran="Rahasia kecil")
        with pada(TERAKHIR + timedelta(days=4)):
            lepaskan()
        hasil = hasil_umpan_balik(self.acara.kegiatan)
        self.assertEqual((hasil.dibuka, hasil.banyak, hasil.butir, hasil.saran), (True, 0, None, []))
        self.client.force_login(self.pengelola)
        jawab = self.client.get(reverse("pelatihan:umpan_balik_hasil", args=[self.acara.kegiatan.uuid]))
        self.assertContains(jawab, "Kurang dari lima")
        self.assertNotContains(jawab, "Rahasia kecil")

    def test_pengingat_sekali_dan_terakhir_hanya_yang_belum(self) -> None:
        self.beri(akun(self.staf))
        for saat, harap in (
            (TERAKHIR + timedelta(minutes=30), 0),
            (TERAKHIR + timedelta(hours=1), 4),
            (TERAKHIR + timedelta(hours=2), 4),
            (TERAKHIR + timedelta(days=3), 8),
            (TERAKHIR + timedelta(days=3, hours=1), 8),
            (TERAKHIR + timedelta(days=5), 8),
        ):
            with pada(saat):
                ingatkan_umpan_balik()
            self.assertEqual(Notifikasi.objects.filter(kunci__startswith="umpan-balik-kegiatan").count(), harap, saat)
        self.assertFalse(Notifikasi.objects.filter(penerima=akun(self.staf)).exists())

    def test_halaman(self) -> None:
        self.client.force_login(akun(self.staf))
        alamat = reverse("pelatihan:umpan_balik", args=[self.acara.kegiatan.uuid])
        isi = {nama: str(nilai) for nama, nilai in NILAI.items()} | {"saran": "Ruang panas."}
        ikut = reverse("pelatihan:ikut", args=[self.acara.kegiatan.uuid])
        with pada(TERAKHIR):
            self.assertContains(self.client.get(ikut), "Beri umpan balik")
            kurang = self.client.post(alamat, {"saran": "Ruang panas.", "waktu": "2"})
            self.assertContains(kurang, "Ruang panas.", status_code=422)
            self.assertRedirects(self.client.post(alamat, isi), ikut)
            self.assertContains(self.client.get(alamat, follow=True), "sudah kami terima")
            self.assertNotContains(self.client.get(ikut), "Beri umpan balik")

    def test_siapa_membaca_hasil(self) -> None:
        alamat = reverse("pelatihan:umpan_balik_hasil", args=[self.acara.kegiatan.uuid])
        self.client.force_login(akun(self.kantor.kasi))
        self.assertEqual(self.client.get(alamat).status_code, 404)
        sesi = self.acara.sesi[0]
        NarasumberSesi.objects.create(sesi=sesi, narasumber=buat_narasumber(pegawai=self.kantor.kasi), waktu=sesi.waktu)
        self.assertContains(self.client.get(alamat), "Belum dapat dibaca")

    def test_menunggu_sampai_diisi_atau_hari_terakhir(self) -> None:
        def judul(saat: datetime) -> list[str]:
            with pada(saat):
                pembaca = baca(baca_pembaca(akun(self.staf), saat.date()))
                return [tugas.judul for tugas in baca(menunggu(pembaca)) if "umpan balik" in tugas.judul]

        self.assertEqual(judul(TERAKHIR - timedelta(minutes=1)), [])
        self.assertEqual(judul(TERAKHIR), [f"Beri umpan balik: {self.acara.kegiatan}"])
        self.assertEqual(len(judul(TERAKHIR + timedelta(days=3))), 1)
        self.assertEqual(judul(TERAKHIR + timedelta(days=4)), [])
        self.beri(akun(self.staf))
        self.assertEqual(judul(TERAKHIR), [])
