"""The demo accounts work, hold the roles they are named after, and pass the product's own password rules."""

from __future__ import annotations

import json
from io import StringIO

from django.contrib.auth.password_validation import validate_password
from django.core.management import CommandError, call_command
from django.test import TestCase, override_settings

from rakumpit.contoh.akun import SANDI
from rakumpit.contoh.muat import muat_kantor
from rakumpit.organisasi.models import Pegawai, Pengguna
from rakumpit.organisasi.nama_masuk import cari_pengguna

PERAN = {"camat", "lurah", "kasi", "pegawai", "admin", "pengelola", "pemeriksa"}


@override_settings(CONTOH=True)
class AkunContohTest(TestCase):
    @classmethod
    def setUpTestData(cls):
        muat_kantor()

    def akun(self) -> dict[str, dict[str, str]]:
        keluar = StringIO()
        call_command("akun_contoh", "--json", stdout=keluar)
        daftar = json.loads(keluar.getvalue())
        assert all(set(satu) == {"peran", "masuk", "sandi"} for satu in daftar)
        return {satu["peran"]: satu for satu in daftar}

    def test_tujuh_peran_dengan_sandi_yang_cocok(self):
        akun = self.akun()
        assert set(akun) == PERAN
        for satu in akun.values():
            pengguna = cari_pengguna(satu["masuk"])
            assert pengguna is not None
            assert pengguna.is_active
            assert pengguna.check_password(satu["sandi"])

    @override_settings(CONTOH=False)
    def test_data_contoh_yang_sudah_dimuat_cukup_sebagai_tanda(self):
        assert set(self.akun()) == PERAN
        with override_settings(PRODUKSI=True), self.assertRaisesMessage(CommandError, "mode produksi"):
            call_command("akun_contoh", "--json", stdout=StringIO())

    def test_sandi_memenuhi_aturan_untuk_setiap_akun(self):
        for pengguna in Pengguna.objects.all():
            validate_password(SANDI, pengguna)

    def test_setiap_peran_memegang_haknya_saja(self):
        orang = {peran: Pengguna.objects.get_by_natural_key(satu["masuk"]) for peran, satu in self.akun().items()}
        assert [peran for peran, satu in orang.items() if satu.admin_teknis] == ["admin"]
        assert [peran for peran, satu in orang.items() if satu.pengelola] == ["pengelola"]
        assert [peran for peran, satu in orang.items() if satu.pemeriksa] == ["pemeriksa"]
        assert not Pegawai.objects.filter(pengguna=orang["admin"]).exists()

    def test_yang_sudah_berhenti_tidak_dapat_masuk(self):
        berhenti = Pegawai.objects.filter(selesai__isnull=False)
        assert berhenti.count() == 4
        assert not berhenti.filter(pengguna__is_active=True).exists()


@override_settings(CONTOH=True)
class TanpaKantorTest(TestCase):
    def test_menyuruh_memuat_dulu(self):
        with self.assertRaisesMessage(CommandError, "belum dimuat"):
            call_command("akun_contoh", "--json", stdout=StringIO())
