"""Tests of an event: one attempt each in its window, the same items, nobody's score shown to others."""

from __future__ import annotations

from datetime import datetime, timedelta
from decimal import Decimal

from django.urls import reverse

from pelatihan.models import ButirTes, NaskahTes, Pendaftaran, PengerjaanTes, PilihanTes, TesKegiatan
from pelatihan.perhitungan.kegiatan import StatusKegiatan
from pelatihan.perhitungan.tes import JenisTes
from pelatihan.proses import ProsesDitolak
from pelatihan.proses.tes import kerjakan_tes, pasang_tes, simpan_naskah
from pelatihan.ringkasan import menunggu
from pelatihan.ringkasan.tes import hasil_sendiri, rekap_kegiatan
from rakumpit.bacaan import baca
from rakumpit.organisasi.models import Pengguna
from rakumpit.organisasi.pembaca import baca_pembaca
from tests import pabrik
from tests.pelatihan.isi import akun
from tests.pelatihan.test_kehadiran import UjiHadir
from tests.survei.dasar import SAAT, pada

AWAL, AKHIR = SAAT - timedelta(minutes=5), SAAT + timedelta(hours=3)
SOAL = "Satu?\n* ya\n- tidak\n\nDua?\n- ya\n* tidak"


class UjiTes(UjiHadir):
    naskah: NaskahTes
    tes: TesKegiatan

    @classmethod
    def setUpTestData(cls) -> None:
        super().setUpTestData()
        cls.naskah = NaskahTes.objects.get(program__kode="mengapa-kinerja")
        with pada(SAAT):
            cls.tes = pasang_tes(
                kegiatan=cls.acara.kegiatan, oleh=cls.pengelola, naskah=cls.naskah, skor_lulus=None, versi=None
            )

    def jawab(self, benar: int) -> dict[str, str]:
        """So many right answers of the eight."""
        isi = {}
        for n, butir in enumerate(ButirTes.objects.filter(naskah=self.naskah)):
            isi[str(butir.uuid)] = str(butir.pilihan.filter(benar=n < benar)[0].uuid)
        return isi

    def kerjakan(self, jenis: JenisTes, benar: int, oleh: Pengguna | None = None) -> PengerjaanTes:
        with pada(AWAL if jenis is JenisTes.AWAL else AKHIR):
            return kerjakan_tes(
                kegiatan=self.acara.kegiatan, oleh=oleh or akun(self.staf), jenis=jenis, jawaban=self.jawab(benar)
            )


class UjiMengerjakan(UjiTes):
    def test_naskah_siap_pakai_lengkap(self) -> None:
        self.assertEqual(self.naskah.butir.count(), 8)
        self.assertEqual(PilihanTes.objects.filter(butir__naskah=self.naskah, benar=True).count(), 8)

    def test_sebelum_dan_sesudah(self) -> None:
        self.assertEqual(self.kerjakan(JenisTes.AWAL, 4).skor, Decimal(50))
        self.assertEqual(self.kerjakan(JenisTes.AKHIR, 6).skor, Decimal(75))
        hasil = hasil_sendiri(self.acara.peserta[0])
        self.assertEqual((hasil.naik, hasil.ternormal), (Decimal(25), Decimal("0.50")))

    def test_satu_kali_dan_kiriman_ganda_tidak_apa(self) -> None:
        satu = self.kerjakan(JenisTes.AWAL, 4)
        self.assertEqual(self.kerjakan(JenisTes.AWAL, 4).pk, satu.pk)
        with self.assertRaisesRegex(ProsesDitolak, "satu kali"):
            self.kerjakan(JenisTes.AWAL, 8)
        self.assertEqual(PengerjaanTes.objects.get().skor, Decimal(50))

    def test_hanya_dalam_masanya(self) -> None:
        for jenis, saat, kata in (
            (JenisTes.AWAL, SAAT + timedelta(hours=1), "ditutup"),
            (JenisTes.AKHIR, SAAT + timedelta(hours=2), "dibuka"),
        ):
            with pada(saat), self.assertRaisesRegex(ProsesDitolak, kata):
                kerjakan_tes(kegiatan=self.acara.kegiatan, oleh=akun(self.staf), jenis=jenis, jawaban=self.jawab(8))
        type(self.acara.kegiatan).objects.filter(pk=self.acara.kegiatan.pk).update(status=StatusKegiatan.SELESAI.value)
        with self.assertRaisesRegex(ProsesDitolak, "berlangsung"):
            self.kerjakan(JenisTes.AKHIR, 8)
        self.assertEqual(PengerjaanTes.objects.count(), 0)

    def test_bukan_peserta_dan_soal_asing(self) -> None:
        with self.assertRaisesRegex(ProsesDitolak, "tidak terdaftar"):
            self.kerjakan(JenisTes.AWAL, 8, akun(self.kantor.kasi))
        lain = simpan_naskah(
            naskah=None, oleh=self.pengelola, versi=None, judul="Lain", program=None, teks=SOAL, aktif=True
        )
        asing = lain.butir.all()[0]
        jawaban = self.jawab(8) | {str(asing.uuid): str(asing.pilihan.all()[0].uuid)}
        with pada(AWAL), self.assertRaisesRegex(ProsesDitolak, "berubah"):
            kerjakan_tes(kegiatan=self.acara.kegiatan, oleh=akun(self.staf), jenis=JenisTes.AWAL, jawaban=jawaban)

    def test_soal_dan_skor_tetap_sesudah_dijawab(self) -> None:
        self.kerjakan(JenisTes.AWAL, 4)
        with self.assertRaisesRegex(ProsesDitolak, "sudah dijawab"):
            simpan_naskah(
                naskah=self.naskah,
                oleh=self.pengelola,
                versi=1,
                judul="Baru",
                program=None,
                teks=SOAL,
                aktif=True,
            )
        with self.assertRaisesRegex(ProsesDitolak, "sudah dikerjakan"):
            pasang_tes(
                kegiatan=self.acara.kegiatan,
                oleh=self.pengelola,
                naskah=self.naskah,
                skor_lulus=Decimal(70),
                versi=1,
            )

    def test_rekap_tanpa_skor_seseorang(self) -> None:
        self.kerjakan(JenisTes.AWAL, 4)
        self.kerjakan(JenisTes.AKHIR, 8)
        self.assertIs(rekap_kegiatan(self.acara.kegiatan, self.tes).cukup, False)
        for n in range(4):
            pegawai = pabrik.buat_pegawai()
            Pendaftaran.objects.create(
                kegiatan=self.acara.kegiatan, pegawai=pegawai, status="terdaftar", didaftarkan_oleh=self.pengelola
            )
            self.kerjakan(JenisTes.AWAL, n, akun(pegawai))
            self.kerjakan(JenisTes.AKHIR, n, akun(pegawai))
        hasil = rekap_kegiatan(self.acara.kegiatan, self.tes)
        self.assertEqual((hasil.rekap.keduanya, hasil.rekap.rerata_kenaikan), (5, Decimal(10)))
        self.assertEqual((hasil.soal[0].awal, hasil.soal[7].akhir), (Decimal(80), Decimal(20)))


class UjiHalamanTes(UjiTes):
    def alamat(self, jenis: str = "awal") -> str:
        return reverse("pelatihan:tes_kerjakan", args=[self.acara.kegiatan.uuid, jenis])

    def isi(self, benar: int) -> dict[str, str]:
        return {f"soal_{butir}": pilihan for butir, pilihan in self.jawab(benar).items()}

    def test_dikerjakan_di_halaman_dan_yang_dipilih_tidak_hilang(self) -> None:
        self.client.force_login(akun(self.staf))
        isi = self.isi(8)
        hilang, pilihan = isi.popitem()
        with pada(AWAL):
            jawab = self.client.post(self.alamat(), isi)
            self.assertContains(jawab, "checked", count=7, status_code=422)
            self.assertRedirects(
                self.client.post(self.alamat(), isi | {hilang: pilihan}),
                reverse("pelatihan:ikut", args=[self.acara.kegiatan.uuid]),
            )
            jawab = self.client.get(self.alamat(), follow=True)
        self.assertContains(jawab, "sudah Anda kerjakan")
        self.assertContains(jawab, "Nilai 100 dari 100")

    def test_urutan_tetap_saat_dimuat_ulang(self) -> None:
        self.client.force_login(akun(self.staf))
        with pada(AWAL):
            satu, dua = (self.client.get(self.alamat()).content for _ in range(2))
        cari = [[isi.decode().index(f"soal_{butir.uuid}") for butir in self.naskah.butir.all()] for isi in (satu, dua)]
        self.assertEqual(*[[sorted(baris).index(letak) for letak in baris] for baris in cari])

    def test_panitia_mengatur_dan_pengelola_menulis_naskah(self) -> None:
        self.client.force_login(self.pengelola)
        isi = {"judul": "Naskah baru", "teks": SOAL, "aktif": "on"}
        self.assertEqual(self.client.post(reverse("pelatihan:naskah_tambah"), isi).status_code, 302)
        salah = self.client.post(reverse("pelatihan:naskah_tambah"), isi | {"teks": "Satu?\n* ya"})
        self.assertContains(salah, "Soal 1 memerlukan", status_code=409)
        baru = NaskahTes.objects.get(judul="Naskah baru")
        alamat = reverse("pelatihan:tes_atur", args=[self.acara.kegiatan.uuid])
        jawab = self.client.post(alamat, {"versi": "1", "naskah": baru.uuid, "skor_lulus": "70"})
        self.assertRedirects(jawab, reverse("pelatihan:tes", args=[self.acara.kegiatan.uuid]))
        self.tes.refresh_from_db()
        self.assertEqual((self.tes.naskah, self.tes.skor_lulus), (baru, Decimal(70)))
        self.assertEqual(self.client.post(alamat, {"versi": "1", "naskah": baru.uuid}).status_code, 409)
        self.assertContains(self.client.get(reverse("pelatihan:naskah_daftar")), "2 soal")
        ubah = reverse("pelatihan:naskah_ubah", args=[baru.uuid])
        self.assertContains(self.client.get(ubah), "* ya\n- tidak")


class UjiMenungguTes(UjiTes):
    def test_menunggu_hanya_selama_masanya(self) -> None:
        def judul(saat: datetime) -> list[str]:
            with pada(saat):
                pembaca = baca(baca_pembaca(akun(self.staf), saat.date()))
                return [tugas.judul.split(":")[0] for tugas in baca(menunggu(pembaca)) if "tes" in tugas.judul]

        self.assertEqual(judul(AWAL), ["Kerjakan tes awal"])
        self.assertEqual(judul(SAAT + timedelta(hours=1)), [])
        self.assertEqual(judul(AKHIR), ["Kerjakan tes akhir"])
        self.kerjakan(JenisTes.AWAL, 4)
        self.kerjakan(JenisTes.AKHIR, 4)
        self.assertEqual([judul(AWAL), judul(AKHIR)], [[], []])
