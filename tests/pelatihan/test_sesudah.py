"""After an event: tasks that come by themselves, answers once, and figures that claim no cause."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from unittest import mock

from django.test import SimpleTestCase
from django.urls import reverse

import forum.ringkasan
import survei.ringkasan
from pelatihan.models import AturanSesudahPelatihan, EvaluasiHasil, EvaluasiPerilaku, Kegiatan, Kehadiran, NilaiPerilaku
from pelatihan.perhitungan.kegiatan import StatusKegiatan
from pelatihan.perhitungan.sesudah import (
    BUKAN_BUKTI_SEBAB,
    Hari,
    jendela_hasil,
    jendela_perilaku,
    pilih_rekan,
    rekap_perilaku,
)
from pelatihan.proses.galat import ProsesDitolak
from pelatihan.proses.sertifikat_kegiatan import cabut_sertifikat, terbitkan_sertifikat, terbitkan_ulang
from pelatihan.proses.sesudah import (
    IsianPerilaku,
    ingatkan,
    isi_perilaku,
    sepakati_perilaku,
    siapkan_evaluasi,
    siapkan_yang_selesai,
    simpulkan_hasil,
)
from pelatihan.ringkasan.sesudah import perilaku_kegiatan
from pelatihan.ringkasan.tugas import menunggu
from pelatihan.tasks import ikuti_sesudah
from rakumpit.bacaan import baca
from rakumpit.notifikasi.models import Notifikasi
from rakumpit.organisasi.models import Pengguna
from rakumpit.organisasi.pembaca import baca_pembaca
from rakumpit.waktu import hari_ini
from tests.pelatihan.dasar import UjiPelatihan
from tests.pelatihan.isi import akun
from tests.pelatihan.isi_sertifikat import kegiatan_usai
from tests.survei.dasar import SAAT, pada

D = Decimal
HARI = Hari(perilaku_mulai=60, perilaku_batas=90, hasil=180, hasil_batas=210)
PERILAKU = ("Menyapa lebih dulu", "Menjelaskan syarat", "Mencatat keluhan")


class HitunganTests(SimpleTestCase):
    def test_jendela_menurut_hari_kantor(self) -> None:
        satu = jendela_perilaku(date(2026, 8, 4), HARI)
        self.assertEqual((satu.mulai, satu.batas), (date(2026, 10, 3), date(2026, 11, 2)))
        dua = jendela_hasil(date(2026, 8, 4), HARI)
        self.assertEqual((dua.mulai, dua.batas), (date(2027, 1, 31), date(2027, 3, 2)))

    def test_rekan_yang_paling_sedikit_diminta_dan_bukan_peserta(self) -> None:
        self.assertEqual(pilih_rekan([3, 1, 2], {}), 1)
        self.assertEqual(pilih_rekan([3, 1, 2], {1: 1}), 2)
        self.assertEqual(pilih_rekan([1, 2], {2: 5}, hindari=[1]), 2)
        self.assertEqual(pilih_rekan([1], {1: 9}, hindari=[1]), 1)
        self.assertIsNone(pilih_rekan([], {}))

    def test_di_bawah_lima_yang_ingat_tidak_ada_rerata(self) -> None:
        empat = [(1, 2), (1, 3), (2, 2), (2, 4), (None, 4)]
        self.assertEqual((rekap_perilaku(empat).n, rekap_perilaku(empat).kini), (4, None))
        lima = rekap_perilaku([*empat, (3, 2)])
        self.assertEqual((lima.n, lima.sebelum, lima.kini, lima.naik), (5, D("1.80"), D("2.60"), 3))


class UjiSesudah(UjiPelatihan):
    def setUp(self) -> None:
        super().setUp()
        self.kegiatan = kegiatan_usai(self.kantor.seksi, self.pengelola, self.staf)
        terbitkan_sertifikat(kegiatan=self.kegiatan, oleh=self.pengelola)

    def selesai(self, perilaku: tuple[str, ...] = PERILAKU) -> None:
        self.sepakat(perilaku)
        Kegiatan.objects.filter(pk=self.kegiatan.pk).update(status=StatusKegiatan.SELESAI.value)
        siapkan_evaluasi(self.kegiatan)

    def sepakat(self, perilaku: tuple[str, ...] = PERILAKU, **ubah: object) -> None:
        sepakati_perilaku(kegiatan=self.kegiatan, oleh=self.pengelola, perilaku=perilaku, **ubah)  # type: ignore[arg-type]  # fields

    def isian(self, sebelum: int | None = 2, kini: int = 3) -> list[IsianPerilaku]:
        return [IsianPerilaku(satu.pk, sebelum, kini) for satu in self.kegiatan.perilaku.all()]

    def tugas(self, pengguna: Pengguna) -> list[str]:
        pembaca = baca(baca_pembaca(pengguna, hari_ini()))
        return [satu.judul for satu in baca(menunggu(pembaca))]


class TugasTests(UjiSesudah):
    def test_tiga_orang_ditanya_sekali_dengan_hari_menurut_aturan(self) -> None:
        AturanSesudahPelatihan.objects.create(
            mulai=date(2026, 8, 1), hari_perilaku_mulai=30, hari_perilaku_batas=45, dasar_hukum="Pilihan kantor."
        )
        self.selesai()
        self.assertEqual((siapkan_evaluasi(self.kegiatan), siapkan_yang_selesai()), (0, 0))
        semua = {satu.peran: satu for satu in EvaluasiPerilaku.objects.all()}
        self.assertEqual(
            {peran: satu.penilai for peran, satu in semua.items()},
            {"peserta": akun(self.staf), "atasan": akun(self.kantor.kasi), "rekan": akun(self.pppk)},
        )
        self.assertEqual((semua["atasan"].mulai, semua["atasan"].batas), (date(2026, 9, 3), date(2026, 9, 18)))

    def test_tanpa_perilaku_tidak_ada_yang_ditanya_dan_pengelola_diminta(self) -> None:
        self.assertIn(f"Sepakati perilaku: {self.kegiatan.judul}", self.tugas(self.pengelola))
        Kegiatan.objects.filter(pk=self.kegiatan.pk).update(status=StatusKegiatan.SELESAI.value)
        self.assertEqual(siapkan_evaluasi(self.kegiatan), 0)
        self.sepakat()
        self.assertEqual(EvaluasiPerilaku.objects.count(), 3)

    def test_sertifikat_dicabut_menutup_yang_belum_diisi_dan_yang_baru_membukanya(self) -> None:
        """The superior had answered; the two others are asked no more, until there is a new certificate."""
        self.selesai()
        judul = f"Isi perubahan kerja sesudah {self.kegiatan.judul}"
        atasan, rekan = (EvaluasiPerilaku.objects.get(peran=peran) for peran in ("atasan", "rekan"))
        with pada(SAAT + timedelta(days=30)):
            isi_perilaku(evaluasi=atasan, oleh=akun(self.kantor.kasi), isian=self.isian(), catatan="")
            lama = self.kegiatan.sertifikat.get()
            cabut_sertifikat(sertifikat=lama, oleh=self.pengelola, alasan="Salah orang.")
            self.assertEqual([self.tugas(akun(orang)).count(judul) for orang in (self.staf, self.pppk)], [0, 0])
            self.assertEqual((perilaku_kegiatan(self.kegiatan).diminta, perilaku_kegiatan(self.kegiatan).diisi), (1, 1))
            ingatkan()
            self.assertFalse(Notifikasi.objects.filter(kunci__startswith="pelatihan-perilaku-").exists())
            with self.assertRaisesMessage(ProsesDitolak, "tidak diperlukan lagi"):
                isi_perilaku(evaluasi=rekan, oleh=akun(self.pppk), isian=self.isian(), catatan="")
            self.client.force_login(akun(self.pppk))
            halaman = reverse("pelatihan:evaluasi_perilaku", args=[rekan.uuid])
            self.assertContains(self.client.get(halaman, follow=True), "Tidak ada yang perlu Anda isi")
            terbitkan_ulang(sertifikat=lama, oleh=self.pengelola, alasan="Ternyata benar.")
            self.assertEqual([self.tugas(akun(orang)).count(judul) for orang in (self.staf, self.pppk)], [1, 1])
            isi_perilaku(evaluasi=rekan, oleh=akun(self.pppk), isian=self.isian(), catatan="")
        self.assertEqual(EvaluasiPerilaku.objects.count(), 3)

    def test_kehadiran_yang_dicabut_sebelum_selesai_tidak_menanyakan_siapa_pun(self) -> None:
        """The certificate came before the correction and still stands: there is nothing that he learned."""
        hadir = Kehadiran.objects.dihitung().filter(pendaftaran__pegawai=self.staf).first()
        assert hadir is not None
        Kehadiran.objects.filter(pk=hadir.pk).update(berlaku=False)
        self.selesai()
        self.assertEqual(EvaluasiPerilaku.objects.count(), 0)

    def test_tampil_di_menunggu_sejak_harinya_dan_yang_lewat_tetap_tampil(self) -> None:
        self.selesai()
        judul = f"Isi perubahan kerja sesudah {self.kegiatan.judul}"
        self.assertNotIn(judul, self.tugas(akun(self.staf)))
        for hari in (55, 120):
            with pada(SAAT + timedelta(days=hari)):
                self.assertIn(judul, self.tugas(akun(self.staf)))

    def test_diingatkan_sekali_saat_buka_dekat_dan_lewat(self) -> None:
        self.selesai()
        banyak = []
        for hari in (0, 20, 21, 45, 46, 60, 61):
            with pada(SAAT + timedelta(days=hari)):
                ingatkan()
            banyak.append(Notifikasi.objects.filter(kunci__startswith="pelatihan-perilaku-").count())
        self.assertEqual(banyak, [0, 3, 3, 6, 6, 9, 9])

    def test_tugas_celery_aman_diulang(self) -> None:
        self.sepakat()
        Kegiatan.objects.filter(pk=self.kegiatan.pk).update(status=StatusKegiatan.SELESAI.value)
        for _ in range(2):
            ikuti_sesudah()
        self.assertEqual(EvaluasiPerilaku.objects.count(), 3)


class PerilakuTests(UjiSesudah):
    def test_tiga_sampai_lima_dan_tidak_kembar(self) -> None:
        for perilaku, kata in (
            (PERILAKU[:2], "3 sampai 5"),
            (("a", "b", "c", "d", "e", "f"), "3 sampai 5"),
            (("Menyapa", "menyapa", "Lain"), "dua kali"),
        ):
            with self.subTest(kata), self.assertRaisesMessage(ProsesDitolak, kata):
                self.sepakat(perilaku)
        with self.assertRaisesMessage(ProsesDitolak, "pimpinan unit"):
            sepakati_perilaku(kegiatan=self.kegiatan, oleh=akun(self.staf), perilaku=PERILAKU)

    def test_diisi_sekali_oleh_yang_diminta_pada_waktunya(self) -> None:
        self.selesai()
        satu = EvaluasiPerilaku.objects.get(peran="atasan")
        kasi = akun(self.kantor.kasi)
        with self.assertRaisesMessage(ProsesDitolak, "mulai 3 Oktober 2026"):
            isi_perilaku(evaluasi=satu, oleh=kasi, isian=self.isian(), catatan="")
        with pada(SAAT + timedelta(days=30)):
            for oleh, isian, kata in (
                (akun(self.staf), self.isian(), "orang yang diminta"),
                (kasi, self.isian()[:2], "semua perilaku"),
                (kasi, self.isian(kini=5), "semua perilaku"),
            ):
                with self.subTest(kata), self.assertRaisesMessage(ProsesDitolak, kata):
                    isi_perilaku(evaluasi=satu, oleh=oleh, isian=isian, catatan="")
            isi_perilaku(evaluasi=satu, oleh=kasi, isian=self.isian(), catatan="Menyapa lansia.")
            with self.assertRaisesMessage(ProsesDitolak, "sudah Anda isi"):
                isi_perilaku(evaluasi=satu, oleh=kasi, isian=self.isian(), catatan="")
        self.assertEqual(NilaiPerilaku.objects.count(), 3)
        with self.assertRaisesMessage(ProsesDitolak, "sudah dinilai"):
            self.sepakat(("Lain", "Sama", "Sekali"))
        self.assertIsNone(perilaku_kegiatan(self.kegiatan).baris[0].rekap.kini)

    def test_halaman_pengisi_menyimpan_dan_orang_lain_404(self) -> None:
        self.selesai()
        halaman = reverse("pelatihan:evaluasi_perilaku", args=[EvaluasiPerilaku.objects.get(peran="rekan").uuid])
        self.client.force_login(akun(self.kantor.kasi))
        self.assertEqual(self.client.get(halaman).status_code, 404)
        with pada(SAAT + timedelta(days=30)):
            self.client.force_login(akun(self.pppk))
            self.assertContains(self.client.post(halaman, {"kini_1": "3"}), "Pilih salah satu", status_code=422)
            isi = {f"kini_{n}": "4" for n in (1, 2, 3)} | {"sebelum_1": "2"}
            self.assertEqual(self.client.post(halaman, isi).status_code, 302)
        self.assertEqual(
            list(NilaiPerilaku.objects.order_by("perilaku__urutan").values_list("sebelum", "kini")),
            [(2, 4), (None, 4), (None, 4)],
        )


class HasilTests(UjiSesudah):
    def setUp(self) -> None:
        super().setUp()
        self.sepakat(unit=self.kantor.seksi, unsur="perilaku")
        Kegiatan.objects.filter(pk=self.kegiatan.pk).update(status=StatusKegiatan.SELESAI.value)
        siapkan_evaluasi(self.kegiatan)

    def masa(self, mulai: date, n: int, nilai: Decimal | None) -> survei.ringkasan.UnsurMasa:
        selang = None if nilai is None else (nilai - 2, nilai + 2)
        return survei.ringkasan.UnsurMasa("Survei", mulai, mulai + timedelta(days=80), n, nilai, selang)

    def test_disimpulkan_setelah_harinya_dengan_angka_saat_itu(self) -> None:
        hasil = EvaluasiHasil.objects.get()
        self.assertEqual((hasil.mulai, hasil.batas), (date(2027, 1, 31), date(2027, 3, 2)))
        with self.assertRaisesMessage(ProsesDitolak, "mulai 31 Januari 2027"):
            simpulkan_hasil(kegiatan=self.kegiatan, oleh=self.pengelola, simpulan="Antrean lebih tenang.")
        banding = survei.ringkasan.BandingUnsur(
            self.masa(date(2026, 4, 1), 60, D("78.10")), self.masa(date(2026, 10, 1), 64, D("83.40")), "naik"
        )
        with (
            pada(SAAT + timedelta(days=140)),
            mock.patch.object(survei.ringkasan, "banding_unsur", return_value=banding),
            mock.patch.object(forum.ringkasan, "jumlah_pengaduan", side_effect=[4, 1] * 3),
        ):
            self.assertIn(f"Simpulkan hasil pelatihan: {self.kegiatan.judul}", self.tugas(self.pengelola))
            self.client.force_login(self.pengelola)
            jawaban = self.client.get(reverse("pelatihan:dampak", args=[self.kegiatan.uuid]))
            for kata in ("78,10", "83,40", "rentang 76,10–80,10", "64 jawaban", "1 Oktober 2026", BUKAN_BUKTI_SEBAB):
                self.assertContains(jawaban, kata)
            simpulkan_hasil(kegiatan=self.kegiatan, oleh=self.pengelola, simpulan="Antrean lebih tenang.")
        hasil.refresh_from_db()
        self.assertEqual(hasil.angka["survei"]["sesudah"]["nilai"], "83.40")
        self.assertEqual(hasil.angka["pengaduan"]["sebelum"], 4)
        with self.assertRaisesMessage(ProsesDitolak, "tidak dapat diganti"):
            self.sepakat(unit=self.kantor.kecamatan, unsur="perilaku")

    def test_tanpa_survei_halaman_mengatakan_belum_ada(self) -> None:
        self.client.force_login(self.pengelola)
        jawaban = self.client.get(reverse("pelatihan:dampak", args=[self.kegiatan.uuid]))
        self.assertContains(jawaban, "Belum ada survei yang terkunci", count=2)
        self.assertContains(jawaban, BUKAN_BUKTI_SEBAB)
