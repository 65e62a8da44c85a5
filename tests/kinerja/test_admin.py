"""The admin keeps periods and rules and shows no scores; a used rule keeps its values."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.apps import apps
from django.contrib import admin
from django.db import IntegrityError, transaction
from django.test import TestCase
from django.urls import reverse

from kinerja.models import AturanPenilaian, Periode, PilihanKantor
from rakumpit.audit.models import CatatanAudit
from rakumpit.organisasi.models import Pengguna
from rakumpit.waktu import format_tanggal, hari_ini
from tests import pabrik
from tests.kinerja.kantor import Kantor, akun, buat_kantor


class AdminKinerjaTest(TestCase):
    kantor: Kantor
    aturan: AturanPenilaian
    teknis: Pengguna

    @classmethod
    def setUpTestData(cls) -> None:
        cls.kantor = buat_kantor()
        cls.kantor.hitung()
        cls.aturan = AturanPenilaian.objects.get()
        cls.teknis = pabrik.buat_pengguna(admin_teknis=True)

    def test_tidak_ada_admin_untuk_nilai(self):
        terdaftar = {model.__name__ for model in admin.site._registry if model._meta.app_label == "kinerja"}
        assert terdaftar == {
            "AturanAngkaKredit",
            "AturanPenilaian",
            "AturanTindakLanjut",
            "ContohHasilKerja",
            "MasaKhusus",
            "Periode",
            "PilihanKantor",
            "RunEvaluasi",
        }
        assert apps.is_installed("kinerja")

    def test_admin_teknis_melihat_run_tanpa_angka_dan_tanpa_aturan(self):
        self.client.force_login(self.teknis)
        jawab = self.client.get(reverse("admin:kinerja_runevaluasi_changelist"))
        assert jawab.status_code == 200
        self.assertNotContains(jawab, "Staf 1")
        for nama in ("kinerja_periode_changelist", "kinerja_aturanpenilaian_changelist"):
            assert self.client.get(reverse(f"admin:{nama}")).status_code in {403, 404}

    def test_pegawai_biasa_tidak_masuk_admin(self):
        self.client.force_login(akun(self.kantor.staf[0]))
        assert self.client.get(reverse("admin:kinerja_periode_changelist"), follow=True).status_code == 404

    def test_pengelola_mengubah_jadwal_periode(self):
        self.client.force_login(self.kantor.pengelola)
        isian = {
            "kode": "tw3-2026",
            "nama": "Triwulan III 2026",
            "jenis": "triwulan",
            "berlaku_untuk": ["pns", "pppk"],
            "mulai": "1 Oktober 2026",
            "selesai": "31 Desember 2026",
            "batas_isi": "12 Januari 2027",
            "jalan_pada_0": "13-10-2026",
            "jalan_pada_1": "06.00",
        }
        baru = pabrik.buat_periode(
            kode="baru", mulai=date(2026, 10, 1), selesai=date(2026, 12, 30), batas_isi=hari_ini()
        )
        jawab = self.client.post(
            reverse("admin:kinerja_periode_change", args=[baru.pk]),
            isian | {"kode": "lain", "selesai": "28 Desember 2026"},
        )
        assert jawab.status_code == 302, jawab.context["errors"] if jawab.context else ""
        baru.refresh_from_db()
        assert (baru.kode, baru.berlaku_untuk, baru.selesai) == ("lain", ["pns", "pppk"], date(2026, 12, 28))
        assert baru.jalan_pada is not None

    def test_periode_sejenis_tidak_bertumpuk_bagi_orang_yang_sama(self):
        self.client.force_login(self.kantor.pengelola)
        Periode.objects.update(berlaku_untuk=["pns", "pppk"])
        isian = {
            "kode": "susulan",
            "nama": "Triwulan susulan",
            "jenis": "triwulan",
            "berlaku_untuk": ["pns"],
            "mulai": "30 September 2026",
            "selesai": "31 Desember 2026",
            "batas_isi": "12 Januari 2027",
        }
        tambah = reverse("admin:kinerja_periode_add")
        self.assertContains(self.client.post(tambah, isian), "Masa ini bertumpuk dengan periode sejenis")
        assert Periode.objects.count() == 1
        # Another kind of period, other people, or the next day: fine. Both short kinds side by side are pointed out.
        jawab = self.client.post(tambah, isian | {"jenis": "bulanan"}, follow=True)
        self.assertContains(jawab, "Untuk masa ini sudah ada periode triwulan.")
        assert self.client.post(tambah, isian | {"kode": "pw", "berlaku_untuk": ["cpns"]}).status_code == 302
        jawab = self.client.post(tambah, isian | {"kode": "tw4", "mulai": "1 Oktober 2026"}, follow=True)
        self.assertContains(jawab, "sudah ada periode bulanan")
        assert set(Periode.objects.values_list("kode", flat=True)) == {"tw3-2026", "susulan", "pw", "tw4"}

    def test_basis_data_menolak_periode_sejenis_yang_bertumpuk(self):
        Periode.objects.update(berlaku_untuk=["pns", "pppk"])
        isian = {"mulai": date(2026, 9, 30), "selesai": date(2026, 12, 31)}
        for berlaku in (["pppk"], ["cpns", "pns"]):
            with pytest.raises(IntegrityError, match="periode_tidak_bertumpuk"), transaction.atomic():
                pabrik.buat_periode(kode="tw4", berlaku_untuk=berlaku, **isian)
        pabrik.buat_periode(kode="cpns", berlaku_untuk=["cpns", "pppk_paruh_waktu"], **isian)
        pabrik.buat_periode(kode="bulan", jenis="bulanan", **isian)
        pabrik.buat_periode(kode="besok", **isian | {"mulai": date(2026, 10, 1)}, berlaku_untuk=["pns"])
        with pytest.raises(IntegrityError, match="periode_tidak_bertumpuk"), transaction.atomic():
            Periode.objects.filter(kode="besok").update(mulai=date(2026, 9, 29))

    def test_periode_yang_sudah_dihitung_dan_ditutup_hanya_berganti_jadwal(self):
        self.client.force_login(self.kantor.pengelola)
        lama = self.kantor.periode
        alamat = reverse("admin:kinerja_periode_change", args=[lama.pk])
        for medan in ("mulai", "selesai", "berlaku_untuk", "batas_isi"):
            self.assertNotContains(self.client.get(alamat), f'name="{medan}"')
        isian = {
            "nama": "Triwulan III",
            "berlaku_untuk": ["pns"],
            "selesai": "31 Desember 2026",
            "batas_isi": "31 Desember 2026",
            "jalan_pada_0": "13-10-2026",
            "jalan_pada_1": "06.00",
        }
        assert self.client.post(alamat, isian).status_code == 302
        kini = Periode.objects.get(pk=lama.pk)
        assert (kini.selesai, kini.batas_isi, kini.berlaku_untuk) == (lama.selesai, lama.batas_isi, lama.berlaku_untuk)
        assert kini.nama == "Triwulan III"
        assert kini.jalan_pada is not None

    def test_aturan_terpakai_hanya_dapat_diakhiri(self):
        self.client.force_login(self.kantor.pengelola)
        alamat = reverse("admin:kinerja_aturanpenilaian_change", args=[self.aturan.pk])
        self.assertNotContains(self.client.get(alamat), 'name="bobot_hasil"')
        assert self.client.post(alamat, {"selesai": "31 Desember 2026", "bobot_hasil": "10"}).status_code == 302
        sesudah = AturanPenilaian.objects.get(pk=self.aturan.pk)
        assert sesudah.bobot_hasil == self.aturan.bobot_hasil
        assert sesudah.selesai is not None

    def test_basis_data_menolak_mengubah_aturan_terpakai(self):
        with pytest.raises(IntegrityError, match="salin sebagai aturan baru"), transaction.atomic():
            AturanPenilaian.objects.filter(pk=self.aturan.pk).update(batas_capaian=150)
        with pytest.raises(IntegrityError, match="aturan_urutan_tanggal"), transaction.atomic():
            AturanPenilaian.objects.filter(pk=self.aturan.pk).update(selesai=date(1999, 1, 1))
        AturanPenilaian.objects.filter(pk=self.aturan.pk).update(tampilkan_angka_bantu=False, terverifikasi=True)

    def test_salinan_dapat_diubah(self):
        self.client.force_login(self.kantor.pengelola)
        daftar = reverse("admin:kinerja_aturanpenilaian_changelist")
        self.client.post(daftar, {"action": "salin", "_selected_action": [self.aturan.pk]})
        salinan = AturanPenilaian.objects.exclude(pk=self.aturan.pk).get()
        assert salinan.batas_capaian == self.aturan.batas_capaian
        AturanPenilaian.objects.filter(pk=salinan.pk).update(batas_capaian=110)

    def test_pilihan_kantor_yang_sudah_berlaku_tetap_dan_yang_baru_mulai_besok(self):
        self.client.force_login(self.kantor.pengelola)
        semula = PilihanKantor.objects.get()
        alamat = reverse("admin:kinerja_pilihankantor_change", args=[semula.pk])
        self.assertNotContains(self.client.get(alamat), 'name="minimal_tanpa_nama"')
        self.client.post(alamat, {"minimal_tanpa_nama": "9"})
        semula.refresh_from_db()
        assert semula.minimal_tanpa_nama == 3
        isian = {
            medan.name: getattr(semula, medan.name)
            for medan in PilihanKantor._meta.fields
            if medan.editable and not medan.primary_key
        } | {"nama": "Rapat", "hari_pengingat": "5,2", "mulai": format_tanggal(hari_ini())}
        baru = reverse("admin:kinerja_pilihankantor_add")
        self.assertContains(self.client.post(baru, isian), "Pilih besok atau sesudahnya.")
        isian["mulai"] = format_tanggal(hari_ini() + timedelta(days=1))
        self.assertContains(self.client.post(baru, isian | {"minimal_tanpa_nama": "2"}), "paling sedikit 3")
        assert self.client.post(baru, isian).status_code == 302
        assert PilihanKantor.objects.pada(hari_ini()) == semula
        assert PilihanKantor.objects.pada(hari_ini() + timedelta(days=1)).hari_pengingat == [5, 2]
        assert CatatanAudit.objects.filter(aksi="kinerja.pilihankantor.tambah").count() == 1

    def test_c26_bobot_satu_rumus_harus_berjumlah_100(self):
        self.client.force_login(self.kantor.pengelola)
        isian = {
            medan.name: str(getattr(self.aturan, medan.name)).replace(".", ",")
            for medan in AturanPenilaian._meta.fields
            if medan.editable and not medan.primary_key
        }
        isian |= {"nama": "Aturan 60/60", "mulai": "1 Januari 2030", "selesai": "", "terverifikasi": ""}
        alamat = reverse("admin:kinerja_aturanpenilaian_add")
        for salah in (
            {"bobot_hasil": "60", "bobot_perilaku": "60"},
            {"bobot_hasil_360": "60", "bobot_perilaku_360": "30"},
        ):
            with self.subTest(salah):
                jawab = self.client.post(alamat, isian | salah)
                self.assertContains(jawab, "Bobot hasil kerja dan perilaku harus berjumlah 100.")
                self.assertContains(jawab, "Aturan 60/60")
                assert AturanPenilaian.objects.count() == 1
        jawab = self.client.post(alamat, isian | {"bobot_hasil": "60", "bobot_perilaku": "40"})
        assert jawab.status_code == 302, jawab.context["errors"]
        assert AturanPenilaian.objects.get(nama="Aturan 60/60").bobot_perilaku == 40
