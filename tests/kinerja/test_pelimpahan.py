"""Delegated authority to rate: the holder stays, the delegate approves and rates, nobody rates themselves."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import TestCase
from django.urls import reverse

from kinerja.models import SKP
from kinerja.permissions import akun_pemegang, atasan_kini, boleh_menyetujui_skp
from rakumpit.organisasi.models import Jabatan, Pegawai, Penugasan
from rakumpit.organisasi.proses.mutasi import akhiri_penugasan, tunjuk
from tests import pabrik
from tests.kinerja.kantor import Kantor, akun, buat_kantor
from tests.survei.dasar import SAAT, pada

HARI = SAAT.date()


class PelimpahanTests(TestCase):
    kantor: Kantor
    sekcam: Pegawai

    @classmethod
    def setUpTestData(cls) -> None:
        cls.kantor = buat_kantor()
        sekretariat = pabrik.buat_unit(nama="Sekretariat", induk=cls.kantor.kecamatan)
        cls.sekcam = pabrik.buat_pegawai(sekretariat, memimpin=True, nama="Sekcam")

    def setUp(self) -> None:
        beku = pada(SAAT)
        beku.__enter__()
        self.addCleanup(beku.__exit__, None, None, None)

    def kursi(self, pegawai: Pegawai) -> Jabatan:
        return Penugasan.objects.select_related("jabatan__unit").get(pegawai=pegawai).jabatan

    def limpahkan(self, **ubah: Any) -> Penugasan:
        isian: dict[str, Any] = {
            "pegawai": self.sekcam,
            "jabatan": self.kursi(self.kantor.camat),
            "sifat": "limpah",
            "mulai": date(2026, 9, 1),
            "selesai": None,
            "dasar": "7/2026",
            "oleh": self.kantor.pengelola,
        }
        return tunjuk(**(isian | ubah))

    def test_penerima_menilai_selama_masanya_dan_pemegang_tetap_menilai_penerima(self) -> None:
        kasi, sekcam, camat = self.kantor.kasi, self.sekcam, self.kantor.camat
        limpah = self.limpahkan()
        assert akun_pemegang(atasan_kini(kasi, date(2026, 8, 31))) == akun(camat).pk
        assert akun_pemegang(atasan_kini(kasi)) == akun(sekcam).pk
        # Nobody rates themselves: the one who received the authority answers to its holder.
        assert akun_pemegang(atasan_kini(sekcam)) == akun(camat).pk
        assert akun_pemegang(atasan_kini(self.kantor.staf[0])) == akun(kasi).pk
        skp = pabrik.buat_skp(
            kasi, penilai=camat, status="diajukan", mulai=date(2027, 1, 1), selesai=date(2027, 12, 31)
        )
        assert boleh_menyetujui_skp(akun(sekcam), skp)
        assert not boleh_menyetujui_skp(akun(camat), skp)
        akhiri_penugasan(penugasan=limpah, hari_terakhir=date(2026, 9, 14), dasar="8/2026", oleh=self.kantor.pengelola)
        assert akun_pemegang(atasan_kini(kasi)) == akun(camat).pk

    def test_evaluasi_mencatat_atas_nama_siapa(self) -> None:
        self.limpahkan()
        SKP.objects.filter(pegawai=self.kantor.kasi).update(penilai=self.sekcam)
        self.kantor.hitung()
        baris = self.kantor.evaluasi(self.kantor.kasi)
        assert (baris.penilai, baris.penilai_nama) == (self.sekcam, "Sekcam")
        assert baris.penilai_jabatan.startswith("a.n. ")

    def test_syaratnya(self) -> None:
        kosong = pabrik.buat_jabatan(pabrik.buat_unit(induk=self.kantor.kecamatan), memimpin=True)
        for pola, ubah in (
            ("jabatan pemimpin", {"jabatan": self.kursi(self.kantor.staf[0])}),
            ("Jabatan ini kosong", {"jabatan": kosong}),
            ("pemegang jabatan itu sendiri", {"pegawai": self.kantor.camat}),
        ):
            with self.subTest(pola), pytest.raises(ValidationError, match=pola):
                self.limpahkan(**ubah)
        self.limpahkan()
        with pytest.raises(ValidationError, match="dipegang"):
            self.limpahkan(pegawai=self.kantor.kasi)

    def test_halaman_menyebut_akibatnya(self) -> None:
        self.client.force_login(self.kantor.pengelola)
        alamat = reverse("organisasi:tunjuk", args=[self.sekcam.uuid])
        self.assertContains(self.client.get(alamat), "Syarat pelimpahan belum diperiksa dengan peraturan")
        isian = {
            "langkah": "isi",
            "sifat": "limpah",
            "jabatan": str(self.kursi(self.kantor.camat).uuid),
            "mulai": "15 September 2026",
            "selesai": "",
            "dasar": "7/2026",
        }
        self.assertContains(self.client.post(alamat, isian), "wewenang menilai dari")
        self.client.post(alamat, isian | {"langkah": "simpan"})
        assert Penugasan.objects.get(sifat="limpah").pegawai == self.sekcam
