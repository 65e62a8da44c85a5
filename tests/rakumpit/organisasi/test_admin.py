"""Django admin of the organisation: who sees what, what is audited, what is refused."""

from __future__ import annotations

from datetime import date
from typing import Any

from allauth.mfa.models import Authenticator
from django.contrib import admin
from django.test import TestCase
from django.urls import reverse

from rakumpit.audit.models import CatatanAudit
from rakumpit.organisasi.models import HariLibur, Jabatan, KodeMasuk, Layanan, Pegawai, Pengguna, Penugasan, UnitKerja
from rakumpit.situs_admin import KETERANGAN
from tests.pabrik import buat_jabatan, buat_pegawai, buat_pejabat_luar, buat_pengguna, buat_unit, tugaskan
from tests.rakumpit.organisasi.test_masuk import pasang_totp

RAHMAT = "198508172010011901"
KUERI_PENUGASAN = 7
MODEL_PENGELOLA = ("pegawai", "penugasan", "pejabatluar")
MODEL_TEKNIS = ("unitkerja", "jabatan", "layanan", "programpelayanan", "harilibur", "pengguna")


def alamat(model: str, apa: str = "changelist", *argumen: object) -> str:
    return reverse(f"admin:organisasi_{model}_{apa}", args=argumen)


def _milik_produk(halaman: admin.ModelAdmin) -> bool:
    return type(halaman).__module__.split(".")[0] in {"rakumpit", "kinerja", "survei", "pelatihan", "forum"}


class AdminTestCase(TestCase):
    anak: UnitKerja
    pegawai: Pegawai
    pengelola: Pengguna
    teknis: Pengguna
    unit: UnitKerja

    @classmethod
    def setUpTestData(cls) -> None:
        cls.pengelola = buat_pengguna(nama="Gerson", pengelola=True)
        cls.teknis = buat_pengguna(nama="Rinto", admin_teknis=True)
        cls.unit = buat_unit(nama="Kelurahan")
        cls.anak = buat_unit(nama="Seksi", induk=cls.unit)
        cls.pegawai = buat_pegawai(cls.unit, nama="Walter Tambun")

    def _aksi(self) -> list[str]:
        return list(CatatanAudit.objects.order_by("pk").values_list("aksi", flat=True))


class HakTest(AdminTestCase):
    def test_tabel_hak(self) -> None:
        warga, pemeriksa = buat_pengguna(), buat_pengguna(pemeriksa=True)
        for model in (*MODEL_PENGELOLA, *MODEL_TEKNIS):
            for orang, boleh in (
                (self.pengelola, True),
                (self.teknis, model in MODEL_TEKNIS),
                (warga, False),
                (pemeriksa, False),
            ):
                self.client.force_login(orang)
                for apa in ("changelist", "add"):
                    with self.subTest(model=model, orang=orang.nama, apa=apa):
                        kode = self.client.get(alamat(model, apa)).status_code
                        self.assertEqual(kode == 200, boleh)

    def test_post_langsung_oleh_admin_teknis_tidak_mengubah_penugasan(self) -> None:
        self.client.force_login(self.teknis)
        tugas = self.pegawai.penugasan.get()
        jawab = self.client.post(alamat("penugasan", "change", tugas.pk), {"mulai": "1 Januari 2020"})
        self.assertEqual(jawab.status_code, 403)
        tugas.refresh_from_db()
        self.assertEqual(tugas.mulai, date(2024, 1, 1))

    def test_tidak_ada_tombol_hapus_kecuali_hari_libur(self) -> None:
        permintaan: Any = type("R", (), {"user": self.pengelola})()
        for model, halaman in admin.site._registry.items():
            if model._meta.app_label == "organisasi":
                with self.subTest(model=model._meta.model_name):
                    self.assertEqual(halaman.has_delete_permission(permintaan), model is HariLibur)

    def test_halaman_tanpa_gaya_dan_skrip_sebaris(self) -> None:
        self.client.force_login(self.pengelola)
        halaman = [reverse("admin:index")]
        for model in (*MODEL_PENGELOLA, *MODEL_TEKNIS):
            halaman += [alamat(model), alamat(model, "add")]
        halaman.append(reverse("admin:audit_catatanaudit_changelist"))
        for satu in halaman:
            isi = self.client.get(satu).content.decode()
            with self.subTest(halaman=satu):
                self.assertNotRegex(isi, r"\sstyle=|<style|\son[a-z]+=\"|<script(?![^>]*(src=|application/json))")

    def test_kata_inggris_yang_tersisa_di_terjemahan_django_diganti(self) -> None:
        self.client.force_login(self.pengelola)
        isi = self.client.get(alamat("pegawai")).content.decode()
        self.assertIn("Jejak halaman", isi)
        for kata in ("Breadcrumbs", "Sidebar"):
            self.assertNotIn(f'"{kata}"', isi)

    def test_admin_memakai_kerangka_produk_dan_temanya(self) -> None:
        self.client.force_login(self.pengelola)
        self.client.cookies["tema"] = "dark"
        for satu in (reverse("admin:index"), alamat("pegawai"), alamat("pegawai", "change", self.pegawai.pk)):
            isi = self.client.get(satu).content.decode()
            with self.subTest(halaman=satu):
                self.assertIn('data-bs-theme="dark"', isi)
                self.assertIn('class="anyaman"', isi)
                self.assertIn('aria-label="Menu utama"', isi)
                self.assertLess(isi.index("admin/css/base.css"), isi.index("css/admin.css"))

    def test_setiap_daftar_menjelaskan_gunanya(self) -> None:
        ada = {model._meta.label_lower for model, halaman in admin.site._registry.items() if _milik_produk(halaman)}
        self.assertEqual(set(KETERANGAN), ada)
        self.client.force_login(self.pengelola)
        for model in ada:
            with self.subTest(model=model):
                jawab = self.client.get(reverse(f"admin:{model.replace('.', '_')}_changelist"))
                self.assertContains(jawab, KETERANGAN[model])
        self.assertContains(self.client.get(reverse("admin:index")), KETERANGAN["organisasi.jabatan"])

    def test_hapus_bertanya_dengan_kata_kerja_dan_jalan_kembali(self) -> None:
        self.client.force_login(self.pengelola)
        libur = HariLibur.objects.earliest("tanggal")
        isi = self.client.get(alamat("harilibur", "delete", libur.pk)).content.decode()
        self.assertIn("Hapus data ini?", isi)
        self.assertIn('href="../change/"', isi)
        self.assertNotIn("Ya, saya yakin", isi)

    def test_halaman_sandi_dan_keluar_bawaan_dialihkan(self) -> None:
        self.client.force_login(self.pengelola)
        jawab = self.client.get(reverse("admin:password_change"))
        self.assertRedirects(jawab, reverse("account_change_password"), fetch_redirect_response=False)


class AuditTest(AdminTestCase):
    def setUp(self) -> None:
        self.client.force_login(self.pengelola)

    def test_tambah_dan_ubah_mencatat_sebelum_dan_sesudah(self) -> None:
        isian = {"unit": self.unit.pk, "nama": "Lurah", "urut": "1", "jenis": "pengawas", "memimpin": "on"}
        self.client.post(alamat("jabatan", "add"), isian)
        jabatan = Jabatan.objects.get(nama="Lurah")
        self.client.post(alamat("jabatan", "change", jabatan.pk), isian | {"nama": "Lurah Baru"})
        self.client.post(alamat("jabatan", "change", jabatan.pk), isian | {"nama": "Lurah Baru"})
        self.assertEqual(self._aksi(), ["organisasi.jabatan.tambah", "organisasi.jabatan.ubah"])
        catatan = CatatanAudit.objects.get(aksi="organisasi.jabatan.ubah")
        self.assertEqual(catatan.pelaku, self.pengelola)
        self.assertEqual((catatan.nilai.sebelum, catatan.nilai.sesudah), ({"nama": "Lurah"}, {"nama": "Lurah Baru"}))

    def test_baris_di_dalam_layanan_ikut_tercatat(self) -> None:
        isian = {
            "kode": "KTP", "nama": "Perekaman KTP", "unit": self.unit.pk, "gratis": "on", "aktif": "on",
            "petugas-TOTAL_FORMS": "1", "petugas-INITIAL_FORMS": "0",
            "petugas-0-pegawai": self.pegawai.pk, "petugas-0-mulai": "24 November 2026",
        }  # fmt: skip
        self.client.post(alamat("layanan", "add"), isian)
        self.assertEqual(Layanan.objects.get().petugas.get().mulai, date(2026, 11, 24))
        self.assertEqual(self._aksi(), ["organisasi.layanan.tambah", "organisasi.petugaslayanan.tambah"])

    def test_hari_libur_dapat_dihapus_dan_tercatat(self) -> None:
        hari = HariLibur.objects.create(tanggal=date(2030, 1, 1), nama="Keliru", jenis="lokal")
        self.client.post(alamat("harilibur", "delete", hari.pk), {"post": "yes"})
        self.assertFalse(HariLibur.objects.filter(pk=hari.pk).exists())
        self.assertEqual(self._aksi(), ["organisasi.harilibur.hapus"])

    def test_catatan_audit_hanya_dibaca_tanpa_nilai(self) -> None:
        self.client.post(alamat("unitkerja", "change", self.anak.pk), {
            "kode": self.anak.kode, "nama": "Seksi Rahasia", "jenis": "seksi", "induk": self.unit.pk, "aktif": "on",
        })  # fmt: skip
        self.client.get(reverse("admin:index"))  # shows the message of the save, which names the unit
        catatan = CatatanAudit.objects.get()
        rinci = reverse("admin:audit_catatanaudit_change", args=[catatan.pk])
        self.client.force_login(self.teknis)
        for satu in (reverse("admin:audit_catatanaudit_changelist"), rinci):
            jawab = self.client.get(satu)
            self.assertContains(jawab, "organisasi.unitkerja.ubah")
            self.assertNotContains(jawab, "Seksi Rahasia")
        self.assertEqual(self.client.post(rinci, {"aksi": "lain"}).status_code, 403)
        self.assertEqual(self.client.get(reverse("admin:audit_catatanaudit_add")).status_code, 403)


class KendalaTest(AdminTestCase):
    def setUp(self) -> None:
        self.client.force_login(self.pengelola)

    def test_siklus_unit_jadi_galat_isian(self) -> None:
        jawab = self.client.post(alamat("unitkerja", "change", self.unit.pk), {
            "kode": self.unit.kode, "nama": "Kelurahan", "jenis": "kelurahan", "induk": self.anak.pk, "aktif": "on",
        })  # fmt: skip
        self.assertContains(jawab, "berada di atas unit yang dipilih")
        self.assertIsNone(UnitKerja.objects.get(pk=self.unit.pk).induk)

    def test_jabatan_terisi_jadi_galat_isian_berbahasa_indonesia(self) -> None:
        jabatan = self.pegawai.penugasan.get().jabatan
        lain = buat_pegawai(nama="Lain")
        jawab = self.client.post(alamat("penugasan", "add"), {
            "pegawai": lain.pk, "jabatan": jabatan.pk, "sifat": "definitif", "mulai": "1 Juli 2026",
        })  # fmt: skip
        self.assertContains(jawab, "sudah dipegang orang lain")
        self.assertContains(jawab, "1 Juli 2026")
        self.assertEqual(Penugasan.objects.count(), 1)

    def test_penugasan_sendiri_tidak_dapat_dibuat_atau_diubah(self) -> None:
        diri = buat_pegawai(self.unit, pengguna=self.pengelola)
        jawab = self.client.post(alamat("penugasan", "add"), {
            "pegawai": diri.pk, "jabatan": buat_jabatan(self.anak, memimpin=True).pk, "sifat": "plt",
            "mulai": "1 Juli 2026",
        })  # fmt: skip
        self.assertContains(jawab, "errorlist")
        milik = diri.penugasan.get()
        self.assertEqual(self.client.post(alamat("penugasan", "change", milik.pk), {"sifat": "plt"}).status_code, 403)
        milik.refresh_from_db()
        self.assertEqual(milik.sifat, "definitif")

    def test_tanggal_bulan_dulu_ditolak(self) -> None:
        jabatan = buat_jabatan(self.unit)
        jawab = self.client.post(alamat("penugasan", "add"), {
            "pegawai": buat_pegawai().pk, "jabatan": jabatan.pk, "sifat": "definitif", "mulai": "12/31/2026",
        })  # fmt: skip
        self.assertContains(jawab, "Tulis hari lebih dulu")
        self.assertEqual(Penugasan.objects.count(), 1)

    def test_daftar_penugasan_jumlah_kueri_tetap(self) -> None:
        self.client.get(alamat("penugasan"))
        with self.assertNumQueries(KUERI_PENUGASAN):
            self.client.get(alamat("penugasan"))
        for _ in range(40):
            tugaskan(buat_pegawai(), buat_jabatan(self.unit))
        with self.assertNumQueries(KUERI_PENUGASAN):
            self.client.get(alamat("penugasan"))


class PenggunaTest(AdminTestCase):
    def setUp(self) -> None:
        self.sasaran = buat_pengguna(nama="Rahmat", nip=RAHMAT)
        self.client.force_login(self.teknis)

    def _oleh_pengelola(self) -> None:
        self.client.force_login(self.pengelola)

    def _ubah(self, sasaran: Pengguna, **isian: str) -> Any:
        dasar = {"nama": sasaran.nama, "nip": sasaran.nip or "", "email": sasaran.email or ""}
        dasar |= {n: "on" for n in ("is_active", "admin_teknis", "pengelola", "pemeriksa") if getattr(sasaran, n)}
        isian = {n: v for n, v in (dasar | isian).items() if v != "-"}
        return self.client.post(alamat("pengguna", "change", sasaran.pk), isian)

    def test_sandi_tidak_pernah_tampil(self) -> None:
        isi = self.client.get(alamat("pengguna", "change", self.sasaran.pk)).content.decode()
        self.assertNotIn(self.sasaran.password, isi)
        self.assertNotIn('name="password"', isi)

    def test_akun_baru_tanpa_sandi(self) -> None:
        self.client.post(alamat("pengguna", "add"), {"nama": "Baru", "nip": "19900203 201502 2 904"})
        akun = Pengguna.objects.get(nip="199002032015022904")
        self.assertFalse(akun.has_usable_password())
        self.assertTrue(akun.wajib_ganti_sandi and akun.is_active)
        self.assertEqual(self._aksi(), ["organisasi.pengguna.tambah"])

    def test_akun_baru_tidak_menampilkan_riwayat_kosong(self) -> None:
        isi = self.client.get(alamat("pengguna", "add")).content.decode()
        self.assertNotIn("DatabaseDefault", isi)
        self.assertNotIn("atur_ulang_faktor", isi)

    def test_nip_salah_ditolak_dengan_sebabnya(self) -> None:
        self._oleh_pengelola()
        self.assertContains(self._ubah(self.sasaran, nip="19850817201001190"), "18 digit")
        self.assertContains(self._ubah(self.sasaran, nip=""), "tidak dapat dikosongkan")
        self.sasaran.refresh_from_db()
        self.assertEqual(self.sasaran.nip, RAHMAT)

    def test_nip_diperbaiki_orangnya_tetap_sama(self) -> None:
        self._oleh_pengelola()
        self._ubah(self.sasaran, nip="198508172010011902")
        self.sasaran.refresh_from_db()
        self.assertEqual(self.sasaran.nip, "198508172010011902")
        catatan = CatatanAudit.objects.get(aksi="organisasi.akun.ganti_nip")
        self.assertEqual(catatan.nilai.sebelum, {"nip": RAHMAT})

    def test_nip_milik_orang_lain_ditolak(self) -> None:
        self._oleh_pengelola()
        buat_pengguna(nip="198508172010011902")
        self.assertContains(self._ubah(self.sasaran, nip="198508172010011902"), "NIP telah ada")
        self.sasaran.refresh_from_db()
        self.assertEqual(self.sasaran.nip, RAHMAT)

    def test_admin_teknis_tidak_memegang_jalan_masuk_pegawai(self) -> None:
        """He resets second factors; with the address as well he could sign in as an official."""
        self._ubah(self.sasaran, nip="198508172010011902", email="saya@contoh.example", alasan="coba")
        self._ubah(self.teknis, email="saya@contoh.example", alasan="coba")
        self.client.post(
            alamat("pengguna"), {"action": "cetak_kode", "_selected_action": [self.sasaran.pk, self.teknis.pk]}
        )
        for akun in (self.sasaran, self.teknis):
            akun.refresh_from_db()
            self.assertIsNone(akun.email)
        self.assertEqual(self.sasaran.nip, RAHMAT)
        self.assertFalse(KodeMasuk.objects.exists())

    def test_admin_teknis_mencetak_kode_pengelola(self) -> None:
        jawab = self.client.post(alamat("pengguna"), {"action": "cetak_kode", "_selected_action": [self.pengelola.pk]})
        self.assertEqual([satu.nama for satu in jawab.context["kode"]], ["Gerson"])
        self.assertContains(jawab, jawab.context["kode"][0].kode)
        self.assertContains(jawab, alamat("pengguna"))
        self.assertNotContains(jawab, reverse("organisasi:pegawai_daftar"))
        self.assertIn("no-store", jawab["Cache-Control"])

    def test_faktor_kedua_yang_hilang_dihapus_admin_teknis_dengan_alasan(self) -> None:
        pasang_totp(self.sasaran)
        self.assertContains(self._ubah(self.sasaran, atur_ulang_faktor="on"), "Tulis alasan")
        self._oleh_pengelola()
        self._ubah(self.sasaran, atur_ulang_faktor="on", alasan="telepon hilang")
        self.assertTrue(Authenticator.objects.filter(user=self.sasaran).exists())
        self.client.force_login(self.teknis)
        self._ubah(self.sasaran, atur_ulang_faktor="on", alasan="telepon hilang")
        self.assertFalse(Authenticator.objects.filter(user=self.sasaran).exists())
        self.assertEqual(self._aksi(), ["akses.ditolak.tulis", "organisasi.akun.reset_faktor_kedua"])
        self.assertContains(
            self._ubah(self.sasaran, atur_ulang_faktor="on", alasan="lagi"), "belum mempunyai faktor kedua"
        )

    def test_peran_diberikan_admin_teknis_dengan_alasan_dan_tercatat(self) -> None:
        self.assertContains(self._ubah(self.sasaran, pemeriksa="on"), "Tulis alasan")
        self._ubah(self.sasaran, pemeriksa="on", alasan="SK tim pemeriksa")
        self.sasaran.refresh_from_db()
        self.assertTrue(self.sasaran.pemeriksa)
        catatan = CatatanAudit.objects.get()
        self.assertEqual((catatan.aksi, catatan.keterangan), ("organisasi.pengguna.ubah_peran", "SK tim pemeriksa"))

    def test_peran_sendiri_tidak_dapat_diubah(self) -> None:
        self._ubah(self.teknis, pengelola="on", is_active="-", alasan="coba")
        self.teknis.refresh_from_db()
        self.assertEqual((self.teknis.pengelola, self.teknis.is_active), (False, True))

    def test_pengelola_tidak_memberi_peran_dan_tidak_menyentuh_akun_admin(self) -> None:
        self.client.force_login(self.pengelola)
        self._ubah(self.sasaran, pengelola="on", alasan="coba")
        self.sasaran.refresh_from_db()
        self.assertFalse(self.sasaran.pengelola)
        self.assertEqual(self._ubah(self.teknis, nama="Lain", alasan="coba").status_code, 403)
        self.teknis.refresh_from_db()
        self.assertEqual(self.teknis.nama, "Rinto")

    def test_akun_dinonaktifkan_dengan_alasan(self) -> None:
        self._ubah(self.sasaran, is_active="-", alasan="Pindah instansi")
        self.sasaran.refresh_from_db()
        self.assertFalse(self.sasaran.is_active)
        self.assertEqual(self._aksi(), ["organisasi.akun.nonaktifkan"])


class PegawaiTest(AdminTestCase):
    def setUp(self) -> None:
        self.client.force_login(self.pengelola)

    def test_hanya_akun_bebas_tanpa_peran_pengurus_yang_dapat_dipilih(self) -> None:
        bebas, tanpa_akun = buat_pengguna(nama="Bebas"), buat_pegawai(akun=False)
        form = self.client.get(alamat("pegawai", "change", tanpa_akun.pk)).context["adminform"].form
        self.assertEqual(set(form.fields["pengguna"].queryset), {bebas})

    def test_akun_seseorang_tidak_dapat_diganti_dengan_akun_lain(self) -> None:
        """Else the pengelola could become the camat without his second factor."""
        pejabat = buat_pejabat_luar(pengguna=buat_pengguna(nama="Sekda"))
        for objek, model in ((self.pegawai, "pegawai"), (pejabat, "pejabatluar")):
            semula = objek.pengguna
            isian = {"nama": objek.nama, "status": "pns", "pengguna": str(buat_pengguna().pk)}
            with self.subTest(model=model):
                jawab = self.client.post(alamat(model, "change", objek.pk), isian)
                self.assertEqual(jawab.status_code, 302)
                objek.refresh_from_db()
                self.assertEqual(objek.pengguna, semula)

    def test_status_kosong_diisi_menurut_nip(self) -> None:
        kosong = buat_pegawai(pengguna=buat_pengguna(nip=RAHMAT), status="")
        self.client.post(
            alamat("pegawai"), {"action": "isi_status", "_selected_action": [str(kosong.pk), str(self.pegawai.pk)]}
        )
        self.assertEqual(Pegawai.objects.get(pk=kosong.pk).status, "pns")
        self.assertEqual(self._aksi(), ["organisasi.pegawai.isi_status"])

    def test_nama_berskrip_tampil_sebagai_teks(self) -> None:
        buat_pegawai(nama="<img src=x onerror=alert(1)>")
        self.assertNotContains(self.client.get(alamat("pegawai")), "<img src=x")
