"""Paper forms: numbers, double entry by another person, differences, counting, and what is kept."""

from __future__ import annotations

import io
from random import Random
from typing import Any
from uuid import uuid4

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.test import SimpleTestCase
from hypothesis import given
from hypothesis import strategies as st

from rakumpit.organisasi.models import Pengguna
from rakumpit.waktu import hari_ini
from survei import proses
from survei.models import BatchKertas, HitunganTanda, LembarKertas, Respons
from survei.perhitungan.kertas import banyak_contoh, medan_berbeda, pilih_contoh
from survei.proses.kertas import batalkan_batch, buat_batch, hitung_batch, selesai_ketik
from survei.proses.lembar import batalkan_lembar, ketik_kedua, ketik_lembar, koreksi_lembar, urungkan_lembar
from survei.ringkasan import menunggu
from tests import pabrik
from tests.survei.dasar import UjiSurvei, akun
from tests.survei.isi_kertas import bundel, isian, kedua_semua, ketik
from tests.tugas import untuk


class ContohTests(SimpleTestCase):
    """The sample: a tenth, rounded up, drawn by chance."""

    def test_sepersepuluh_dibulatkan_ke_atas(self) -> None:
        self.assertEqual([banyak_contoh(n) for n in (0, 1, 10, 11, 20, 95, 100)], [0, 1, 1, 2, 2, 10, 10])

    @given(st.integers(1, 100), st.integers(0, 10_000))
    def test_contoh_dari_lembar_yang_ada(self, banyak: int, benih: int) -> None:
        nomor = list(range(3, 3 + banyak))
        contoh = pilih_contoh(nomor, Random(benih))  # noqa: S311 - a test
        self.assertEqual(len(set(contoh)), banyak_contoh(banyak))
        self.assertLessEqual(set(contoh), set(nomor))

    def test_setiap_lembar_dapat_terpilih(self) -> None:
        terpilih = {pilih_contoh(range(1, 11), Random(benih))[0] for benih in range(200)}  # noqa: S311 - a test
        self.assertEqual(terpilih, set(range(1, 11)))

    def test_yang_kosong_pada_satu_ketikan_adalah_beda(self) -> None:
        satu = {"layanan": "a", "jawaban": {"biaya": 3, "waktu": None}, "demografi": {}, "saran": "x"}
        dua = {"layanan": "a", "jawaban": {"biaya": 4, "waktu": None}, "demografi": {"usia": "56+"}, "saran": "y"}
        self.assertEqual(medan_berbeda(satu, dua), (["jawaban.biaya", "demografi.usia"], 4))


class KertasTests(UjiSurvei):
    """A bundle from print to count."""

    def setUp(self) -> None:
        super().setUp()
        self.kedua = akun(pabrik.buat_pegawai(self.unit))
        self.batch = bundel(self.survei, self.pengelola, [self.petugas, self.kedua])

    def _sampai_kedua(self, banyak: int = 12, nilai_kedua: int = 3) -> None:
        for nomor in range(1, banyak + 1):
            ketik(self.batch, nomor, self.petugas, saran="Kursi kurang." if nomor == 1 else "")
        selesai_ketik(batch=self.batch, oleh=self.petugas)
        kedua_semua(self.batch, self.kedua, nilai_kedua)

    def test_belum_dihitung_sebelum_bundel_selesai(self) -> None:
        self._sampai_kedua()
        self.assertFalse(Respons.objects.filter(saluran="kertas").exists())
        self.assertEqual(hitung_batch(batch=self.batch, oleh=self.pengelola), 12)
        proses.hitung_ulang_seluruhnya(survei_id=self.survei.pk)
        semua = HitunganTanda.objects.filter(survei=self.survei, saluran="kertas", tanda="semua")
        self.assertEqual(sum(semua.values_list("jumlah", flat=True)), 12)

    def test_nomor_tidak_menunjuk_jawaban_sesudah_dihitung(self) -> None:
        self._sampai_kedua()
        hitung_batch(batch=self.batch, oleh=self.pengelola)
        self.assertFalse(LembarKertas.objects.exclude(isian=None, isian_kedua=None).exists())
        jawaban = set(Respons.objects.values_list("submission_id", flat=True))
        tertulis = {nilai for baris in LembarKertas.objects.values_list("uuid", "kiriman") for nilai in baris}
        self.assertEqual(jawaban & tertulis, set())
        self.assertEqual(Respons.objects.get(saran="Kursi kurang.").saluran, "kertas")

    def test_ketikan_orang_dalam_ditandai_dan_tetap_dihitung(self) -> None:
        lain = akun(pabrik.buat_pegawai(pabrik.buat_unit(induk=self.unit.induk)))
        # Somebody of another unit types without the mark, whatever the office's tree looks like.
        LembarKertas.objects.all().delete()
        self.batch.petugas.add(lain)
        ketik(self.batch, 1, self.petugas, 2)
        ketik(self.batch, 2, lain, 4)
        selesai_ketik(batch=self.batch, oleh=self.petugas)
        contoh = LembarKertas.objects.get(contoh=True)
        oleh = self.kedua
        ketik_kedua(lembar=contoh, isian=contoh.tertulis, oleh=oleh)
        hitung_batch(batch=self.batch, oleh=self.pengelola)
        menurut = {satu.jawaban["waktu"]: satu.bendera for satu in Respons.objects.filter(saluran="kertas")}
        self.assertEqual("orang_dalam" in menurut[2], True)
        self.assertEqual("orang_dalam" in menurut[4], False)

    def test_nomor_unik_dan_kiriman_ganda_tetap_satu(self) -> None:
        kiriman = uuid4()
        dua = [
            ketik_lembar(batch=self.batch, kiriman=kiriman, nomor=7, isian=isian(self.survei), oleh=self.petugas)
            for _ in range(2)
        ]
        self.assertEqual(dua[0].pk, dua[1].pk)
        with self.assertRaisesMessage(ValidationError, "sudah diketik"):
            ketik(self.batch, 7, self.kedua)
        with self.assertRaises(IntegrityError), transaction.atomic():
            LembarKertas.objects.create(
                batch=self.batch,
                nomor=7,
                kiriman=uuid4(),
                petugas_input=self.kedua,
                orang_dalam=True,
                diketik_pada=hari_ini(),
                isian={},
            )

    def test_nomor_di_luar_bundel_tanggal_dan_nilai_ditolak(self) -> None:
        for nomor in (0, 21):
            with self.subTest(nomor=nomor), self.assertRaisesMessage(ValidationError, "lembar 1 sampai 20"):
                ketik(self.batch, nomor, self.petugas)
        for ubah, pesan in (
            ({"tanggal": self.survei.mulai.replace(year=2025)}, "di luar masa survei"),
            ({"jawaban": {"waktu": 5}}, "hanya 1 sampai 4"),
            ({"layanan": str(uuid4())}, "tidak tercetak"),
        ):
            with self.subTest(pesan=pesan), self.assertRaisesMessage(ValidationError, pesan):
                ketik(self.batch, 1, self.petugas, **ubah)
        self.assertFalse(LembarKertas.objects.exists())

    def test_orang_kedua_bukan_orang_pertama(self) -> None:
        ketik(self.batch, 1, self.petugas)
        selesai_ketik(batch=self.batch, oleh=self.petugas)
        lembar = LembarKertas.objects.get()
        with self.assertRaisesMessage(ValidationError, "harus orang lain"):
            ketik_kedua(lembar=lembar, isian=isian(self.survei), oleh=self.petugas)
        with self.assertRaises(IntegrityError), transaction.atomic():
            LembarKertas.objects.filter(pk=lembar.pk).update(petugas_kedua=self.petugas, dibandingkan=14, berbeda=0)

    def test_beda_dicocokkan_dengan_alasan_sebelum_dihitung(self) -> None:
        self._sampai_kedua(banyak=1, nilai_kedua=4)
        lembar = LembarKertas.objects.get()
        self.assertEqual((lembar.berbeda, lembar.dibandingkan), (9, 11))
        with self.assertRaisesMessage(ValidationError, "belum dicocokkan"):
            hitung_batch(batch=self.batch, oleh=self.pengelola)
        with self.assertRaisesMessage(ValidationError, "alasan"):
            koreksi_lembar(lembar=lembar, isian=isian(self.survei, 4), alasan=" ", oleh=self.pengelola)
        koreksi_lembar(lembar=lembar, isian=isian(self.survei, 4), alasan="Salah ketik.", oleh=self.pengelola)
        hitung_batch(batch=self.batch, oleh=self.pengelola)
        jawaban = Respons.objects.get(saluran="kertas")
        self.assertEqual((jawaban.jawaban["waktu"], jawaban.saran), (4, "Kursi kurang."))

    def test_contoh_yang_dibatalkan_diganti(self) -> None:
        for nomor in (1, 2):
            ketik(self.batch, nomor, self.petugas)
        selesai_ketik(batch=self.batch, oleh=self.petugas)
        lembar = LembarKertas.objects.get(contoh=True)
        batalkan_lembar(lembar=lembar, alasan="Sobek.", oleh=self.pengelola)
        self.assertEqual(LembarKertas.objects.get(contoh=True, status="diketik").nomor, 3 - lembar.nomor)
        lembar.refresh_from_db()
        self.assertEqual((lembar.status, lembar.isian), ("batal", None))

    def test_urungkan_hanya_lembar_terakhir_sendiri(self) -> None:
        satu, dua = (ketik(self.batch, nomor, self.petugas) for nomor in (1, 2))
        with self.assertRaises(PermissionDenied):
            urungkan_lembar(lembar=dua, oleh=self.kedua)
        with self.assertRaisesMessage(ValidationError, "lembar terakhir"):
            urungkan_lembar(lembar=satu, oleh=self.petugas)
        self.assertEqual(urungkan_lembar(lembar=dua, oleh=self.petugas), isian(self.survei))
        with self.assertRaisesMessage(ValidationError, "sudah diurungkan"):
            urungkan_lembar(lembar=dua, oleh=self.petugas)

    def test_survei_tidak_dikunci_selama_ada_bundel_tertunda(self) -> None:
        ketik(self.batch, 1, self.petugas)
        proses.tutup(survei=self.survei, oleh=self.pengelola)
        # What was filled in before the closing may still be typed.
        ketik(self.batch, 2, self.petugas)
        with self.assertRaisesMessage(ValidationError, "1 bundel kertas belum dihitung"):
            proses.kunci(survei=self.survei, oleh=self.pengelola)
        batalkan_batch(batch=self.batch, alasan="Hilang.", oleh=self.pengelola)
        proses.kunci(survei=self.survei, oleh=self.pengelola)
        with self.assertRaises(ValidationError):
            ketik(BatchKertas.objects.get(), 3, self.petugas)

    def test_hanya_pengelola_membuat_dan_petugas_mengetik(self) -> None:
        for oleh in (self.lurah, self.petugas, self.admin):
            with self.subTest(oleh=oleh), self.assertRaises(PermissionDenied):
                buat_batch(
                    kiriman=uuid4(), survei=self.survei, unit=self.unit, jumlah=5, petugas=[self.petugas], oleh=oleh
                )
        for oleh in (self.lurah, self.pengelola, self.luar):
            with self.subTest(oleh=oleh), self.assertRaises(PermissionDenied):
                ketik(self.batch, 1, oleh)

    def test_tugas_mengetik_dan_memeriksa_tampil_pada_orangnya(self) -> None:
        def aksi(oleh: Pengguna) -> list[str]:
            return [satu.aksi for satu in untuk(menunggu, oleh) if satu.dari == "Formulir kertas"]

        self.assertEqual((aksi(self.petugas), aksi(self.lurah)), (["Ketik lembar"], []))
        ketik(self.batch, 1, self.petugas)
        selesai_ketik(batch=self.batch, oleh=self.petugas)
        self.assertEqual((aksi(self.petugas), aksi(self.kedua)), ([], ["Ketik lagi"]))


class HalamanKertasTests(UjiSurvei):
    """The pages as an ordinary form, without any script."""

    def setUp(self) -> None:
        super().setUp()
        self.kedua = akun(pabrik.buat_pegawai(self.unit))
        self.batch = bundel(self.survei, self.pengelola, [self.petugas, self.kedua])
        self.alamat_ketik = f"/survei/kertas/{self.batch.uuid}/ketik/"

    def _isi(self, nomor: int = 1, **ubah: Any) -> dict[str, Any]:
        isi = {"nomor": nomor, "tanggal": "14-9-2026", "layanan": "1", "kiriman": str(uuid4())}
        return isi | {f"U{i}": "3" for i in range(1, 10)} | {"usia": "5", "saran": "Antre lama."} | ubah

    def test_ketik_urungkan_ketik_lagi(self) -> None:
        self.client.force_login(self.petugas)
        self.client.post(self.alamat_ketik, self._isi(U4="0", U9=""))
        lembar = LembarKertas.objects.get()
        self.assertEqual((lembar.tertulis["jawaban"]["biaya"], lembar.tertulis["demografi"]), (None, {"usia": "56+"}))
        halaman = self.client.get(self.alamat_ketik)
        self.assertContains(halaman, "1 dari 20 lembar")
        self.assertContains(halaman, 'value="14 September 2026"')
        urungkan, isi = f"/survei/kertas/lembar/{lembar.uuid}/urungkan/", {"bundel": str(self.batch.uuid)}
        kembali = self.client.post(urungkan, isi, follow=True)
        self.assertRedirects(kembali, self.alamat_ketik)
        self.assertFalse(LembarKertas.objects.exists())
        # Pressed once more, and read again: what was typed still waits.
        for halaman in (kembali, self.client.post(urungkan, isi, follow=True), self.client.get(self.alamat_ketik)):
            self.assertContains(halaman, "Antre lama.")
            self.assertContains(halaman, 'name="nomor" value="1"')
        lagi = kembali.context["form"].data.dict() | {"saran": "Antre sejam."}
        self.assertRedirects(self.client.post(self.alamat_ketik, lagi), self.alamat_ketik)
        self.assertEqual(LembarKertas.objects.get().tertulis, lembar.tertulis | {"saran": "Antre sejam."})
        self.assertNotContains(self.client.get(self.alamat_ketik), "Antre sejam.")

    def test_lembar_sedikit_yang_diurungkan_tidak_ditanyakan_lagi(self) -> None:
        self.client.force_login(self.petugas)
        self.client.post(self.alamat_ketik, self._isi() | {f"U{i}": "" for i in range(2, 10)} | {"sedikit": "on"})
        lembar = LembarKertas.objects.get()
        kembali = self.client.post(f"/survei/kertas/lembar/{lembar.uuid}/urungkan/", follow=True)
        self.assertFalse(kembali.context["form"].errors)

    def test_kembali_di_peramban_lalu_mengubah_disebut(self) -> None:
        self.client.force_login(self.petugas)
        isi = self._isi()
        self.client.post(self.alamat_ketik, isi)
        self.assertRedirects(self.client.post(self.alamat_ketik, isi), self.alamat_ketik)
        jawab = self.client.post(self.alamat_ketik, isi | {"U1": "1"})
        self.assertContains(jawab, "sudah tersimpan dengan isian lain", status_code=409)

    def test_penolakan_berdiri_di_isiannya(self) -> None:
        self.client.force_login(self.petugas)
        for ubah, medan in (({"nomor": 21}, "nomor"), ({"tanggal": "1-1-2020"}, "tanggal")):
            jawab = self.client.post(self.alamat_ketik, self._isi(**ubah))
            self.assertEqual((jawab.status_code, list(jawab.context["form"].errors)), (409, [medan]))

    def test_pengelola_membaca_mengapa_belum_dapat_dihitung(self) -> None:
        ketik(self.batch, 1, self.petugas)
        selesai_ketik(batch=self.batch, oleh=self.petugas)
        self.client.force_login(self.pengelola)
        alamat, tombol = f"/survei/kertas/{self.batch.uuid}/", "Hitung bundel</button>"
        halaman = self.client.get(alamat)
        self.assertContains(halaman, "1 lembar pilihan belum diketik lagi oleh orang kedua.")
        self.assertNotContains(halaman, tombol)
        (beda,) = kedua_semua(self.batch, self.kedua, nilai=4)
        halaman = self.client.get(alamat)
        self.assertContains(halaman, "1 lembar belum dicocokkan dengan kertasnya.")
        self.assertNotContains(halaman, tombol)
        koreksi_lembar(lembar=beda, isian=isian(self.survei, 4), alasan="Salah ketik.", oleh=self.pengelola)
        self.assertContains(self.client.get(alamat), tombol)

    def test_bundel_yang_dikirim_dua_kali_tetap_satu(self) -> None:
        self.client.force_login(self.pengelola)
        alamat = f"/survei/kelola/{self.survei.uuid}/kertas/"
        form = self.client.get(alamat).context["form"]
        isi = {nama: form[nama].value() for nama in ("unit", "jumlah", "kiriman")} | {"petugas": [self.petugas.uuid]}
        balasan = [self.client.post(alamat, isi) for _ in range(2)]
        assert balasan[0].headers["Location"] == balasan[1].headers["Location"]
        self.assertEqual(BatchKertas.objects.count(), 2)

    def test_petugas_terpilih_berdiri_di_atas(self) -> None:
        self.client.force_login(self.pengelola)
        medan = self.client.get(f"/survei/kertas/{self.batch.uuid}/").context["form_petugas"].fields["petugas"]
        self.assertEqual({akun.pk for akun in medan.queryset[:2]}, {self.petugas.pk, self.kedua.pk})
        self.assertGreater(medan.queryset.count(), 2)
        # Without anybody named they stand by name alone.
        semua = self.client.get(f"/survei/kelola/{self.survei.uuid}/kertas/").context["form"].fields["petugas"].queryset
        nama = [akun.nama for akun in semua]
        self.assertEqual(nama, sorted(nama))

    def test_yang_salah_disebut_dan_tidak_hilang(self) -> None:
        self.client.force_login(self.petugas)
        jawab = self.client.post(self.alamat_ketik, self._isi(U2="7", layanan="9", tanggal="31-2-2026"))
        self.assertContains(jawab, "Hanya angka 1 sampai 4", status_code=422)
        self.assertContains(jawab, "Antre lama.", status_code=422)
        self.assertContains(jawab, 'value="31-2-2026"', status_code=422)
        self.assertFalse(LembarKertas.objects.exists())

    def test_enter_terlalu_awal_tidak_menyimpan_lembar_setengah(self) -> None:
        self.client.force_login(self.petugas)
        setengah = self._isi() | {f"U{i}": "" for i in range(4, 10)}
        self.assertEqual(self.client.post(self.alamat_ketik, setengah).status_code, 422)
        self.assertEqual(self.client.post(self.alamat_ketik, setengah | {"sedikit": "on"}).status_code, 302)

    def test_sesi_berakhir_isian_menunggu(self) -> None:
        self.client.post(self.alamat_ketik, self._isi(saran="Tolong tambah kursi."))
        self.client.force_login(self.petugas)
        self.assertContains(self.client.get(self.alamat_ketik), "Tolong tambah kursi.")

    def test_formulir_pdf_memuat_semua_lembar(self) -> None:
        self.client.force_login(self.petugas)
        jawab = self.client.get(f"/survei/kertas/{self.batch.uuid}/formulir/")
        isi = io.BytesIO(jawab.content).getvalue()
        self.assertTrue(isi.startswith(b"%PDF-"))
        self.assertEqual(isi.count(b"/Type/Page/") + isi.count(b"/Type /Page\n"), 40)
