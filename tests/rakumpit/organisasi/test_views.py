"""Meja pengelola: what it shows, what it changes, and that nobody else reaches it."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from uuid import UUID, uuid4

from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import TestCase
from django.urls import reverse

from rakumpit.audit.models import CatatanAudit
from rakumpit.organisasi.berkas_pegawai import templat
from rakumpit.organisasi.enums import JenisUnit
from rakumpit.organisasi.models import ImporPegawai, Jabatan, KodeMasuk, Pegawai, Pengguna, Penugasan, UnitKerja
from rakumpit.waktu import WIB, hari_ini
from tests.pabrik import buat_jabatan, buat_pegawai, buat_pengguna, buat_unit, tugaskan

KASUS = Path(__file__).parents[2] / "data" / "kasus"
RAHMAT = "198508172010011901"
# Of these, eleven belong to every page of a signed-in person: session, account, activity, menu, notices.
JUMLAH_KUERI = {"pegawai_daftar": 8, "meja": 7}


def unggahan(nama: str, isi: bytes | None = None) -> SimpleUploadedFile:
    return SimpleUploadedFile(nama, (KASUS / nama).read_bytes() if isi is None else isi)


class MejaTestCase(TestCase):
    kursi: Jabatan
    pengelola: Pengguna
    unit: UnitKerja
    walter: Pegawai

    @classmethod
    def setUpTestData(cls) -> None:
        cls.pengelola = buat_pengguna(nama="Gerson", pengelola=True)
        cls.unit = buat_unit(nama="Sekretariat", jenis=JenisUnit.SEKRETARIAT.value)
        cls.kursi = buat_jabatan(cls.unit, nama="Sekretaris", memimpin=True)
        cls.walter = buat_pegawai(cls.unit, nama="Walter Tambun")

    def setUp(self) -> None:
        self.client.force_login(self.pengelola)


class HakTest(MejaTestCase):
    def _alamat(self) -> dict[str, list[UUID]]:
        tugas = self.walter.penugasan.get()
        kode = [self.walter.uuid]
        return {
            "meja": [], "pegawai_daftar": [], "cari_nip": [], "kode_cetak": [], "impor": [], "impor_periksa": [],
            "impor_templat": [], "impor_urungkan": [uuid4()], "pegawai_rinci": kode, "mutasi": kode, "tunjuk": kode,
            "berhenti": kode, "penugasan_akhiri": [tugas.uuid],
        }  # fmt: skip

    def test_selain_pengelola_404_dan_tidak_ada_yang_berubah(self) -> None:
        isian = {
            "pegawai": str(self.walter.uuid),
            "jabatan": str(self.kursi.uuid),
            "sifat": "plt",
            "mulai": "1 Juli 2026",
            "hari_terakhir": "1 Juli 2026",
            "alasan": "Pensiun",
            "dasar": "SK-1",
            "langkah": "simpan",
            "nip": RAHMAT,
        }
        for orang in (buat_pengguna(), buat_pengguna(admin_teknis=True), buat_pengguna(pemeriksa=True)):
            self.client.force_login(orang)
            for nama, argumen in self._alamat().items():
                alamat = reverse(f"organisasi:{nama}", args=argumen)
                for metode in (self.client.get, self.client.post):
                    with self.subTest(nama=nama, orang=orang, metode=metode.__name__):
                        self.assertEqual(metode(alamat, isian).status_code, 404)
        self.assertEqual(Penugasan.objects.count(), 1)
        self.assertEqual(KodeMasuk.objects.count(), 0)
        self.assertFalse(CatatanAudit.objects.exclude(aksi__startswith="akses.ditolak.").exists())

    def test_tanpa_masuk_ke_halaman_masuk(self) -> None:
        self.client.logout()
        jawab = self.client.get(reverse("organisasi:meja"))
        self.assertRedirects(jawab, f"{reverse('account_login')}?next=/meja/", fetch_redirect_response=False)

    def test_metode_lain_ditolak(self) -> None:
        for nama in ("cari_nip", "kode_cetak"):
            self.assertEqual(self.client.get(reverse(f"organisasi:{nama}")).status_code, 405)


class DaftarTest(MejaTestCase):
    def test_jumlah_kueri_sama_untuk_tiga_dan_tiga_ratus_orang(self) -> None:
        for nama in ("pegawai_daftar", "meja"):
            alamat = reverse(f"organisasi:{nama}")
            self.client.get(alamat)
            with self.subTest(nama=nama), self.assertNumQueries(JUMLAH_KUERI[nama]):
                self.client.get(alamat)
        for nomor in range(300):
            buat_pegawai(self.unit, nama=f"Orang {nomor}")
        for nama in ("pegawai_daftar", "meja"):
            with self.subTest(nama=nama):
                with self.assertNumQueries(JUMLAH_KUERI[nama]):
                    jawab = self.client.get(reverse(f"organisasi:{nama}"))
                self.assertLess(len(jawab.content), 100_000)

    def test_cari_nama_tanda_persen_dan_garis_bawah_adalah_huruf(self) -> None:
        buat_pegawai(nama="Siti Ma'rifah")
        for teks, ada in (("marifah", True), ("ma’rifah", True), ("%", False), ("_", False), ("100%", False)):
            jawab = self.client.get(reverse("organisasi:pegawai_daftar"), {"q": teks})
            nama = [p.nama for p in jawab.context["halaman"]]
            with self.subTest(teks=teks):
                self.assertEqual("Siti Ma'rifah" in nama, ada)

    def test_saring_menurut_unit_dan_keadaan(self) -> None:
        lain = buat_pegawai(nama="Tanpa Jabatan")
        alamat = reverse("organisasi:pegawai_daftar")
        jawab = self.client.get(alamat, {"unit": str(self.unit.uuid)})
        self.assertEqual([p.nama for p in jawab.context["halaman"]], ["Walter Tambun"])
        jawab = self.client.get(alamat, {"hanya": "tanpa_jabatan"})
        self.assertEqual([p.nama for p in jawab.context["halaman"]], [lain.nama])

    def test_cari_nip_membuka_orangnya_tanpa_nip_di_alamat(self) -> None:
        pegawai = buat_pegawai(pengguna=buat_pengguna(nip=RAHMAT))
        jawab = self.client.post(reverse("organisasi:cari_nip"), {"nip": "19850817 201001 1 901"})
        self.assertRedirects(jawab, reverse("organisasi:pegawai_rinci", args=[pegawai.uuid]))
        self.assertNotIn(RAHMAT, jawab["Location"])

    def test_kekurangan_data_disebut_dengan_jalan_keluarnya(self) -> None:
        buat_pegawai(nama="Tanpa Akun", akun=False)
        isi = self.client.get(reverse("organisasi:meja")).content.decode()
        for teks in (
            "Jabatan pemimpin kosong",
            "Tidak mempunyai atasan",
            "Belum memegang jabatan",
            "ASN tanpa akun",
            "Tahun tanpa tabel hari libur resmi",
            "Walter Tambun",
        ):
            self.assertIn(teks, isi)


class KodeTest(MejaTestCase):
    def test_kode_tampil_sekali_dan_tidak_disimpan_terbuka(self) -> None:
        jawab = self.client.post(reverse("organisasi:kode_cetak"), {"pegawai": [str(self.walter.uuid), "bukan-uuid"]})
        kode = jawab.context["kode"][0].kode
        self.assertContains(jawab, kode)
        self.assertIn("no-store", jawab["Cache-Control"])
        tersimpan = KodeMasuk.objects.get()
        self.assertEqual(tersimpan.pengguna, self.walter.pengguna)
        self.assertNotIn(kode.replace("-", ""), tersimpan.sidik)
        self.assertEqual(CatatanAudit.objects.get().aksi, "organisasi.kode.buat")

    def test_akun_pengelola_sendiri_tidak_mendapat_kode(self) -> None:
        diri = buat_pegawai(nama="Gerson", pengguna=self.pengelola)
        jawab = self.client.post(reverse("organisasi:kode_cetak"), {"pegawai": [str(diri.uuid)]})
        self.assertEqual(jawab.context["kode"], [])
        self.assertContains(jawab, "Akun sendiri")
        self.assertEqual(KodeMasuk.objects.count(), 0)


class LangkahTest(MejaTestCase):
    def _isian(self, **ubah: str) -> dict[str, str]:
        isian = {"jabatan": str(self.kursi.uuid), "mulai": "1 Juli 2026", "dasar": "821/12"}
        return isian | ubah

    def test_mutasi_memperlihatkan_akibatnya_sebelum_disimpan(self) -> None:
        alamat = reverse("organisasi:mutasi", args=[self.walter.uuid])
        self.assertContains(self.client.get(alamat), "Jabatan baru")
        jawab = self.client.post(alamat, self._isian(langkah="periksa"))
        self.assertContains(jawab, "Berakhir 30 Juni 2026")
        self.assertContains(jawab, "Mulai 1 Juli 2026: Sekretaris, Sekretariat.")
        self.assertEqual(Penugasan.objects.count(), 1)
        jawab = self.client.post(alamat, self._isian(langkah="ubah"))
        self.assertContains(jawab, "1 Juli 2026")
        self.assertEqual(Penugasan.objects.count(), 1)
        self.client.post(alamat, self._isian(langkah="simpan"))
        self.assertEqual(Penugasan.objects.get(jabatan=self.kursi).mulai, date(2026, 7, 1))

    def test_isian_salah_kembali_dengan_yang_terketik(self) -> None:
        alamat = reverse("organisasi:mutasi", args=[self.walter.uuid])
        jawab = self.client.post(alamat, self._isian(mulai="12/31/2026", langkah="simpan"))
        self.assertContains(jawab, "12/31/2026")
        tugaskan(buat_pegawai(nama="Rahman"), self.kursi)
        jawab = self.client.post(alamat, self._isian(langkah="simpan"))
        self.assertContains(jawab, "dipegang Rahman")
        self.assertEqual(Penugasan.objects.filter(pegawai=self.walter).count(), 1)

    def test_plt_berhenti_dan_akhiri(self) -> None:
        self.client.post(
            reverse("organisasi:tunjuk", args=[self.walter.uuid]),
            self._isian(sifat="plt", selesai="", langkah="simpan"),
        )
        plt = Penugasan.objects.get(sifat="plt")
        akhiri = reverse("organisasi:penugasan_akhiri", args=[plt.uuid])
        self.client.post(akhiri, {"hari_terakhir": "31 Juli 2026", "dasar": "SP-2", "langkah": "simpan"})
        plt.refresh_from_db()
        self.assertEqual(plt.selesai, date(2026, 7, 31))
        berhenti = reverse("organisasi:berhenti", args=[self.walter.uuid])
        isian = {"hari_terakhir": "31 Agustus 2026", "alasan": "Pensiun", "dasar": "SK-1"}
        self.assertContains(self.client.post(berhenti, isian), "Hari kerja terakhir: 31 Agustus 2026 (pensiun)")
        self.client.post(berhenti, isian | {"langkah": "simpan"})
        self.walter.refresh_from_db()
        self.assertEqual(self.walter.selesai, date(2026, 8, 31))

    def test_semua_halaman_tampil_dan_tanpa_gaya_sebaris(self) -> None:
        tugas = self.walter.penugasan.get()
        for nama, argumen in (
            ("meja", []), ("pegawai_daftar", []), ("impor", []), ("pegawai_rinci", [self.walter.uuid]),
            ("mutasi", [self.walter.uuid]), ("tunjuk", [self.walter.uuid]), ("berhenti", [self.walter.uuid]),
            ("penugasan_akhiri", [tugas.uuid]),
        ):  # fmt: skip
            jawab = self.client.get(reverse(f"organisasi:{nama}", args=argumen))
            with self.subTest(nama=nama):
                self.assertEqual(jawab.status_code, 200)
                self.assertNotRegex(jawab.content.decode(), r"style=|<style|<script(?![^>]*src=)|onclick=")


class ImporTest(MejaTestCase):
    def _unggah(self, nama: str, isi: bytes | None = None) -> HttpResponse:
        jawaban = self.client.post(reverse("organisasi:impor"), {"berkas": unggahan(nama, isi), "mulai": ""})
        assert isinstance(jawaban, HttpResponse)
        return jawaban

    def test_periksa_dulu_lalu_simpan_lalu_urungkan(self) -> None:
        banyak = Pegawai.objects.count()
        self.assertRedirects(self._unggah("C02_nip_bentuk.csv"), reverse("organisasi:impor_periksa"))
        periksa = reverse("organisasi:impor_periksa")
        self.assertContains(self.client.get(periksa), "5 pegawai baru")
        self.assertEqual(Pegawai.objects.count(), banyak)
        self.client.post(periksa, {"langkah": "simpan"})
        self.assertEqual(Pegawai.objects.count(), banyak + 5)
        impor = ImporPegawai.objects.get()
        self.assertEqual(impor.oleh, self.pengelola)
        # Pressed twice: the file is gone from the session, nothing happens again.
        self.assertRedirects(self.client.post(periksa, {"langkah": "simpan"}), reverse("organisasi:impor"))
        self.client.post(reverse("organisasi:impor_urungkan", args=[impor.uuid]))
        self.assertEqual(Pegawai.objects.count(), banyak)

    def test_baris_galat_menahan_simpan_sampai_dilewati(self) -> None:
        self._unggah("C65_atasan_sendiri.csv")
        periksa = reverse("organisasi:impor_periksa")
        banyak = Pengguna.objects.count()
        self.assertContains(self.client.post(periksa, {"langkah": "simpan"}), "masih ada baris galat")
        self.assertEqual(Pengguna.objects.count(), banyak)
        self.client.post(periksa, {"langkah": "simpan", "lewati_galat": "ya"})
        self.assertEqual(Pengguna.objects.count(), banyak + 2)

    def test_batal_tidak_menyimpan(self) -> None:
        self._unggah("C02_nip_bentuk.csv")
        self.client.post(reverse("organisasi:impor_periksa"), {"langkah": "batal"})
        self.assertEqual(ImporPegawai.objects.count(), 0)
        self.assertNotIn("impor_pegawai", self.client.session)

    def test_c43_skrip_dalam_nama_tampil_sebagai_teks_di_mana_mana(self) -> None:
        self._unggah("C43_impor_nama_skrip.csv")
        periksa = reverse("organisasi:impor_periksa")
        halaman = [self.client.get(periksa).content.decode()]
        self.client.post(periksa, {"langkah": "simpan", "lewati_galat": "ya"})
        self._unggah("skrip.csv", f"nip,nama\n{RAHMAT},<script>alert(3)</script>\n{RAHMAT},<b>lain</b>\n".encode())
        halaman.append(self.client.get(periksa).content.decode())
        alamat = [reverse(f"organisasi:{nama}") for nama in ("meja", "pegawai_daftar", "impor")]
        alamat += [reverse("organisasi:pegawai_rinci", args=[p.uuid]) for p in Pegawai.objects.all()]
        halaman += [self.client.get(satu).content.decode() for satu in alamat]
        kode = {"pegawai": [str(u) for u in Pegawai.objects.values_list("uuid", flat=True)]}
        halaman.append(self.client.post(reverse("organisasi:kode_cetak"), kode).content.decode())
        for isi in halaman:
            self.assertNotIn("<img src=x", isi)
            self.assertNotIn("<script>alert", isi)
            self.assertNotIn("<b>", isi)
        self.assertIn("&lt;b&gt;Seksi&lt;/b&gt;", halaman[0])
        self.assertIn("&lt;script&gt;alert(3)", halaman[1])
        self.assertIn("&lt;img src=x onerror=alert(1)&gt;", halaman[3])
        self.assertIn("{{7*7}} {% debug %}", halaman[3])

    def test_berkas_rusak_ditolak_dengan_sebabnya(self) -> None:
        for nama, isi, sebab in (
            ("kosong.csv", b"", "Berkas kosong"),
            ("gambar.xlsx", b"%PDF-1.7", "PDF"),
            ("lain.csv", b"apa,saja\n1,2\n", "tidak ditemukan"),
        ):
            with self.subTest(nama=nama):
                self.assertContains(self._unggah(nama, isi), sebab)
        self.assertNotIn("impor_pegawai", self.client.session)

    def test_templat_dapat_diunduh(self) -> None:
        jawab = self.client.get(reverse("organisasi:impor_templat"))
        self.assertIn("templat-pegawai.xlsx", jawab["Content-Disposition"])
        self.assertEqual(jawab.content[:2], templat()[:2])

    def test_sesi_tidak_memuat_data_pribadi(self) -> None:
        self._unggah("C105_data_utama.xlsx")
        isi = str(dict(self.client.session))
        self.assertIn("MARKUS", isi)
        for pribadi in ("6271000000000001", "081234500001", "Jl. Contoh"):
            self.assertNotIn(pribadi, isi)


class HariIniTest(MejaTestCase):
    def test_yang_sudah_berhenti_hanya_di_saringan_berhenti(self) -> None:
        self.walter.selesai = date(hari_ini().year - 1, 1, 1)
        self.walter.mulai = None
        self.walter.save()
        alamat = reverse("organisasi:pegawai_daftar")
        self.assertNotContains(self.client.get(alamat), "Walter Tambun")
        self.assertContains(self.client.get(alamat, {"hanya": "berhenti"}), "Walter Tambun")


class TampilanTest(MejaTestCase):
    def _nama(self, **kueri: str) -> list[str]:
        halaman = self.client.get(reverse("organisasi:pegawai_daftar"), kueri).context["halaman"]
        return [satu.nama for satu in halaman]

    def test_daftar_urut_menurut_kolom_dan_kata_lain_diabaikan(self) -> None:
        buat_pegawai(self.unit, nama="Anom")
        buat_pegawai(self.unit, nama="Zulkifli")
        self.assertEqual(self._nama(urut="nama"), ["Anom", "Walter Tambun", "Zulkifli"])
        self.assertEqual(self._nama(urut="-nama"), ["Zulkifli", "Walter Tambun", "Anom"])
        self.assertEqual(self._nama(urut="pengguna__password"), ["Anom", "Walter Tambun", "Zulkifli"])

    def test_yang_belum_pernah_masuk_di_akhir_ke_arah_mana_pun(self) -> None:
        lama, baru = buat_pegawai(self.unit, nama="Lama"), buat_pegawai(self.unit, nama="Baru")
        for pegawai, tahun in ((lama, 2025), (baru, 2026)):
            assert pegawai.pengguna is not None
            pegawai.pengguna.last_login = datetime(tahun, 1, 2, tzinfo=WIB)
            pegawai.pengguna.save()
        self.assertEqual(self._nama(urut="masuk"), ["Lama", "Baru", "Walter Tambun"])
        self.assertEqual(self._nama(urut="-masuk"), ["Baru", "Lama", "Walter Tambun"])

    def test_halaman_berikut_membawa_urutan_dan_saringan(self) -> None:
        for nomor in range(51):
            buat_pegawai(self.unit, nama=f"Pegawai {nomor:02d}")
        isi = self.client.get(reverse("organisasi:pegawai_daftar"), {"urut": "-nama", "q": "pegawai"}).content.decode()
        self.assertIn("?urut=-nama&amp;q=pegawai&amp;page=2", isi)

    def test_semua_pintu_meja_terbuka_bagi_pengelola(self) -> None:
        pintu = self.client.get(reverse("organisasi:meja")).context["pintu"]
        self.assertGreaterEqual(len(pintu), 6)
        for satu in pintu:
            with self.subTest(pintu=satu.judul):
                self.assertEqual(self.client.get(satu.tautan).status_code, 200)

    def test_impor_menyebut_jenis_dan_ukuran_berkas(self) -> None:
        jawab = self.client.get(reverse("organisasi:impor"))
        self.assertContains(jawab, 'accept=".xlsx,.csv"')
        self.assertContains(jawab, "Paling besar 10 MB")

    def test_langkah_yang_mencabut_bertombol_merah(self) -> None:
        isian = {"hari_terakhir": "31 Agustus 2026", "dasar": "SK 1", "alasan": "Pensiun"}
        berhenti = self.client.post(reverse("organisasi:berhenti", args=[self.walter.uuid]), isian)
        self.assertContains(berhenti, "btn-danger")
        isian = {"jabatan": str(self.kursi.uuid), "mulai": "1 Juli 2026", "dasar": "SK 2"}
        mutasi = self.client.post(reverse("organisasi:mutasi", args=[self.walter.uuid]), isian)
        self.assertContains(mutasi, "Simpan mutasi")
        self.assertNotContains(mutasi, "btn-danger")
