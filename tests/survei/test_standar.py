"""Standards of service: versions that do not change once published, and what is shown beside them."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from typing import Any
from uuid import uuid4

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, connection, transaction
from django.test import SimpleTestCase
from django.test.utils import CaptureQueriesContext

from rakumpit.audit.models import CatatanAudit
from survei import proses
from survei.enums.standar import KOMPONEN, KOMPONEN_PENGELOLAAN, KOMPONEN_PENYAMPAIAN
from survei.models import PelayananLoket, StandarPelayanan
from survei.perhitungan.waktu_layanan import masa_sebelum, persentil, ringkas_waktu
from survei.proses.standar import simpan_draf, terbitkan_standar
from survei.ringkasan.loket import jumlah_pelayanan, pelayanan_per_jam, waktu_layanan
from tests import pabrik
from tests.survei.dasar import SAAT, UjiSurvei

LENGKAP = dict.fromkeys(KOMPONEN_PENYAMPAIAN, "Tertulis")


class UjiWaktu(SimpleTestCase):
    def test_persentil_seperti_lembar_hitung(self) -> None:
        """PERCENTILE.INC of 1…10 at 0.9 is 9.1, of a single value that value; MEDIAN of four is the middle of two."""
        assert persentil(range(1, 11), Fraction(9, 10)) == Fraction(91, 10)
        assert persentil([7], Fraction(9, 10)) == 7
        assert persentil([1, 2, 4, 9], Fraction(1, 2)) == 3

    def test_tepat_sampai_detik_terakhir_dan_hanya_yang_berstandar(self) -> None:
        hasil = ringkas_waktu([(1200, 20), (1201, 20), (60, None), (90, 1)])
        assert (hasil.n, hasil.n_berstandar, hasil.tepat) == (4, 3, 1)
        assert hasil.persen_tepat == Fraction(100, 3)
        assert hasil.median == Fraction(1290, 2)

    def test_tanpa_pelayanan_bukan_nol(self) -> None:
        hasil = ringkas_waktu([])
        assert (hasil.median, hasil.p90, hasil.persen_tepat) == (None, None, None)

    def test_masa_sebelum_survei(self) -> None:
        assert masa_sebelum(date(2026, 10, 1), date(2026, 12, 31)) == (date(2026, 7, 1), date(2026, 9, 30))
        assert masa_sebelum(date(2026, 1, 1), date(2026, 6, 30)) == (date(2025, 7, 1), date(2025, 12, 31))
        assert masa_sebelum(date(2027, 3, 1), date(2027, 3, 31)) == (date(2027, 2, 1), date(2027, 2, 28))
        assert masa_sebelum(date(2026, 10, 5), date(2026, 10, 9)) == (date(2026, 9, 30), date(2026, 10, 4))


class UjiStandar(UjiSurvei):
    def draf(self, **ubah: Any) -> StandarPelayanan:
        isi: dict[str, Any] = {
            "layanan": self.layanan,
            "oleh": self.pengelola,
            "mulai": date(2026, 1, 1),
            "menit": 20,
            "komponen": LENGKAP,
            "terverifikasi": False,
        }
        return simpan_draf(**(isi | ubah))

    def terbit(self, **ubah: Any) -> StandarPelayanan:
        return terbitkan_standar(standar=self.draf(**ubah), oleh=self.pengelola)

    def lama(self, *menit: int, hari: date = date(2026, 8, 3)) -> None:
        mulai = SAAT.replace(month=hari.month, day=hari.day)
        PelayananLoket.objects.bulk_create(
            PelayananLoket(
                layanan=self.layanan, unit=self.unit, petugas=self.petugas, kiriman=uuid4(), hari=hari,
                mulai=mulai, selesai=mulai + timedelta(minutes=satu),
            )
            for satu in menit
        )  # fmt: skip


class UjiVersi(UjiStandar):
    def test_empat_belas_komponen_enam_dan_delapan(self) -> None:
        assert (len(KOMPONEN_PENYAMPAIAN), len(KOMPONEN_PENGELOLAAN), len(KOMPONEN)) == (6, 8, 14)

    def test_hanya_pengelola_menulis_dan_menerbitkan(self) -> None:
        draf = self.draf()
        for bukan in (self.lurah, self.petugas, self.luar, self.admin):
            with self.assertRaises(PermissionDenied):
                self.draf(oleh=bukan)
            with self.assertRaises(PermissionDenied):
                terbitkan_standar(standar=draf, oleh=bukan)

    def test_draf_ditulis_ulang_sampai_terbit_lalu_menjadi_versi_baru(self) -> None:
        satu = self.draf()
        assert self.draf(menit=15).pk == satu.pk
        terbitkan_standar(standar=satu, oleh=self.pengelola)
        with self.assertRaisesMessage(ValidationError, "sudah terbit"):
            terbitkan_standar(standar=satu, oleh=self.pengelola)
        dua = self.draf(mulai=date(2026, 10, 1))
        assert dua.versi == 2
        assert list(CatatanAudit.objects.order_by("pk").values_list("aksi", flat=True)) == [
            "survei.standar.simpan",
            "survei.standar.simpan",
            "survei.standar.terbit",
            "survei.standar.simpan",
        ]

    def test_bagian_penyampaian_wajib_lengkap(self) -> None:
        draf = self.draf(komponen=LENGKAP | {"biaya": " "})
        with self.assertRaisesMessage(ValidationError, "Lengkapi dahulu: biaya atau tarif."):
            terbitkan_standar(standar=draf, oleh=self.pengelola)

    def test_versi_berikut_tidak_berlaku_surut(self) -> None:
        self.terbit()
        for mulai, kata in ((date(2026, 1, 1), "sesudah versi 1"), (date(2026, 9, 14), "mulai hari ini")):
            with self.assertRaisesMessage(ValidationError, kata):
                self.terbit(mulai=mulai)
        assert self.terbit(mulai=date(2026, 9, 15)).versi == 2

    def test_basis_data_menolak_mengubah_yang_terbit(self) -> None:
        standar = self.terbit()
        for ubah in (
            lambda: StandarPelayanan.objects.filter(pk=standar.pk).update(menit=5),
            lambda: StandarPelayanan.objects.filter(pk=standar.pk).delete(),
        ):
            with self.assertRaises(IntegrityError), transaction.atomic():
                ubah()
        self.draf(mulai=date(2027, 1, 1))
        assert StandarPelayanan.objects.filter(status="draf").delete()[0] == 1


class UjiUkuran(UjiStandar):
    def test_setiap_pelayanan_dibandingkan_dengan_versi_pada_harinya(self) -> None:
        self.terbit()
        self.terbit(mulai=date(2026, 9, 20), menit=10)
        self.lama(12, 25, hari=date(2026, 9, 19))
        self.lama(12, 9, hari=date(2026, 9, 20))
        self.lama(5, hari=date(2025, 12, 31))
        PelayananLoket.objects.filter(hari__year=2025).update(hari=date(2025, 12, 31))
        hasil = waktu_layanan([self.layanan.pk], date(2025, 1, 1), date(2026, 12, 31))
        september = hasil[self.layanan.pk, date(2026, 9, 1)]
        assert (september.n, september.n_berstandar, september.tepat) == (4, 4, 2)
        lalu = next(satu for (_, bulan), satu in hasil.items() if bulan.month == 12)
        assert (lalu.n, lalu.n_berstandar) == (1, 0)

    def test_hanya_yang_selesai_dihitung(self) -> None:
        self.layanan.unit = self.unit
        self.layanan.save()
        self.lama(5)
        proses.mulai_pelayanan(layanan=self.layanan, oleh=self.petugas, kiriman=uuid4())
        batal = proses.mulai_pelayanan(layanan=self.layanan, oleh=self.petugas, kiriman=uuid4())
        proses.batalkan_pelayanan(pelayanan=batal, oleh=self.petugas, alasan="Keliru")
        assert jumlah_pelayanan([self.layanan.pk], date(2026, 1, 1), date(2026, 12, 31)) == 1
        assert pelayanan_per_jam([self.layanan.pk], date(2026, 1, 1), date(2026, 12, 31)) == {9: 1}


class UjiHalaman(UjiStandar):
    @property
    def halaman(self) -> str:
        return f"/layanan/{self.layanan.uuid}/"

    def test_standar_kata_warga_dan_catatan_loket_berdampingan(self) -> None:
        self.terbit(komponen=LENGKAP | {"persyaratan": "KTP\nKK"})
        self.lama(*[10] * 9, 30)
        for _ in range(10):
            pabrik.buat_respons(self.survei)
        proses.tutup(survei=self.survei, oleh=self.pengelola)
        proses.kunci(survei=self.survei, oleh=self.pengelola)
        sebelum = self.client.get(self.halaman)
        self.assertContains(sebelum, "Belum ada hasil survei yang terbit")
        self.survei.refresh_from_db()
        proses.publikasikan(survei=self.survei, oleh=self.pengelola)
        isi = self.client.get(self.halaman)
        self.assertContains(isi, "KTP<br>KK")
        self.assertContains(isi, '<span class="angka">75,00</span>')
        self.assertContains(isi, "Indeks kepuasan dari 10 jawaban.")
        self.assertContains(isi, '<span class="angka">10 menit</span>')
        self.assertContains(isi, "<strong>90 persen</strong>")
        self.assertContains(isi, "Agustus 2026")

    def test_di_bawah_sepuluh_tidak_tampil(self) -> None:
        self.terbit()
        self.lama(*[10] * 9)
        isi = self.client.get(self.halaman)
        self.assertContains(isi, "Catatan loket belum cukup")
        self.assertNotContains(isi, "10 menit")

    def test_draf_tidak_terlihat_dan_versi_lama_tetap_terbaca(self) -> None:
        self.draf(komponen=LENGKAP | {"biaya": "Rp500.000"})
        self.assertNotContains(self.client.get(self.halaman), "Rp500.000")
        self.terbit(komponen=LENGKAP | {"biaya": "Lama"})
        self.terbit(komponen=LENGKAP | {"biaya": "Baru"}, mulai=date(2026, 10, 1))
        self.assertContains(self.client.get(self.halaman), "Lama")
        self.assertContains(self.client.get(f"{self.halaman}?versi=2"), "Ini bukan versi yang berlaku hari ini")
        assert self.client.get(f"{self.halaman}?versi=3").status_code == 404
        self.draf(mulai=date(2027, 1, 1), komponen=LENGKAP)
        assert self.client.get(f"{self.halaman}?versi=3").status_code == 404

    def test_halaman_warga_kurang_dari_14_kb_dan_tanpa_kuki(self) -> None:
        self.terbit(komponen=dict.fromkeys(KOMPONEN, "Satu kalimat yang wajar tentang bagian ini."))
        balasan = self.client.get(self.halaman)
        assert len(balasan.content) < 14_000
        assert not balasan.cookies

    def test_daftar_mencari_dan_kuerinya_tetap(self) -> None:
        lain = pabrik.buat_layanan(self.unit, nama="Surat pindah")
        self.assertContains(self.client.get("/layanan/", {"q": "pindah"}), lain.nama)
        self.assertNotContains(self.client.get("/layanan/", {"q": "pindah"}), self.layanan.nama)
        for alamat in ("/layanan/", "/layanan/kelola/"):
            self.client.force_login(self.pengelola)
            self.client.get(alamat)
            with CaptureQueriesContext(connection) as sedikit:
                self.client.get(alamat)
            for _ in range(60):
                pabrik.buat_layanan(self.unit)
            with CaptureQueriesContext(connection) as banyak:
                self.client.get(alamat)
            assert len(sedikit) == len(banyak) <= 20

    def test_pengelola_menulis_lalu_menerbitkan(self) -> None:
        self.client.force_login(self.pengelola)
        alamat = f"/layanan/kelola/{self.layanan.uuid}/"
        isi = {"mulai": "1 Januari 2026", "menit": "20"} | LENGKAP
        assert self.client.post(alamat, isi | {"menit": "lama"}).status_code == 422
        assert self.client.post(alamat, isi).status_code == 302
        assert self.client.post(f"{alamat}terbitkan/", {}).status_code == 302
        assert not StandarPelayanan.objects.terbit().exists()
        self.client.post(f"{alamat}terbitkan/", {"yakin": "on"})
        standar = StandarPelayanan.objects.terbit().get()
        assert (standar.menit, standar.diterbitkan_oleh) == (20, self.pengelola)
