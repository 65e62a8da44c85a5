"""Results of older schemes: recorded as printed, never converted, voided with a reason, read by few."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import TestCase

from kinerja.models import EvaluasiArsip
from kinerja.permissions.arsip import boleh_membaca_arsip
from kinerja.proses import ProsesDitolak
from kinerja.proses.arsip import batalkan_arsip, catat_arsip
from kinerja.proses.sebutan_arsip import peringatan_sebutan
from rakumpit.audit.models import CatatanAudit
from rakumpit.waktu import WIB
from tests import pabrik
from tests.kinerja.isi_ikhtisar import buat_arsip
from tests.kinerja.kantor import Kantor, akun, buat_kantor
from tests.survei.dasar import pada

ISIAN: dict[str, Any] = {
    "mulai": date(2020, 1, 1),
    "selesai": date(2020, 12, 31),
    "skema": "pp_46_2011",
    "nilai": "87,45",
    "sebutan": "Baik",
    "sumber": "800/12/2021",
}


class ArsipTests(TestCase):
    kantor: Kantor

    @classmethod
    def setUpTestData(cls) -> None:
        cls.kantor = buat_kantor(2)

    def catat(self, **ubah: Any) -> EvaluasiArsip:
        return catat_arsip(**({"pegawai": self.kantor.staf[0], "oleh": self.kantor.pengelola} | ISIAN | ubah))

    def audit(self) -> int:
        return CatatanAudit.objects.filter(aksi__startswith="kinerja.arsip").count()

    def test_tersimpan_seperti_tercetak_dengan_satu_catatan(self) -> None:
        arsip = self.catat(nilai=" 87,45 ")
        assert (arsip.nilai, arsip.sebutan, arsip.skema) == ("87,45", "Baik", "pp_46_2011")
        assert self.audit() == 1

    def test_yang_ditolak_tidak_mengubah_apa_pun(self) -> None:
        salah: list[tuple[dict[str, Any], str]] = [
            ({"oleh": akun(self.kantor.kasi)}, "Hanya pengelola"),
            ({"skema": "ngawur"}, "Pilih aturan"),
            ({"selesai": date(2019, 12, 31)}, "mendahului"),
            ({"selesai": date(2999, 12, 31)}, "belum berakhir"),
            ({"nilai": " ", "sebutan": ""}, "Isi nilai, sebutan"),
            ({"sumber": " "}, "Isi nomor surat"),
        ]
        for ubah, pesan in salah:
            with self.subTest(pesan), pytest.raises(ProsesDitolak, match=pesan):
                self.catat(**ubah)
        assert (EvaluasiArsip.objects.count(), self.audit()) == (0, 0)

    def test_pengelola_tidak_mencatat_milik_sendiri(self) -> None:
        self.kantor.staf[0].pengguna = self.kantor.pengelola
        self.kantor.staf[0].save()
        with pytest.raises(ProsesDitolak, match="bukan untuk dirinya"):
            self.catat()

    def test_sekali_per_masa_lalu_dapat_diganti_setelah_dibatalkan(self) -> None:
        arsip = self.catat()
        with pytest.raises(ProsesDitolak, match="sudah tercatat"):
            self.catat(nilai="90")
        batalkan_arsip(arsip=arsip, oleh=self.kantor.pengelola, alasan="Salah ketik.")
        assert self.catat(nilai="90").nilai == "90"
        assert self.audit() == 3

    def test_pembatalan_beralasan_sekali_oleh_pengelola(self) -> None:
        arsip = self.catat()
        for oleh, alasan, pesan in (
            (akun(self.kantor.kasi), "Salah.", "Hanya pengelola"),
            (self.kantor.pengelola, " ", "Tulis alasan"),
        ):
            with pytest.raises(ProsesDitolak, match=pesan):
                batalkan_arsip(arsip=arsip, oleh=oleh, alasan=alasan)
        batalkan_arsip(arsip=arsip, oleh=self.kantor.pengelola, alasan="Salah orang.")
        with pytest.raises(ProsesDitolak, match="sudah dibatalkan"):
            batalkan_arsip(arsip=arsip, oleh=self.kantor.pengelola, alasan="Lagi.")
        arsip.refresh_from_db()
        assert (arsip.dibatalkan, arsip.alasan_batal, self.audit()) == (True, "Salah orang.", 2)

    def test_basis_data_menolak_yang_kosong_dan_batal_tanpa_alasan(self) -> None:
        for ubah in ({"nilai": "", "sebutan": ""}, {"dibatalkan": True}, {"selesai": date(2019, 1, 1)}):
            with pytest.raises(IntegrityError), transaction.atomic():
                buat_arsip(self.kantor.staf[0], dicatat_oleh=self.kantor.pengelola, **ubah)

    def test_dibaca_pemilik_atasan_dan_pengelola_saja(self) -> None:
        k, pegawai = self.kantor, self.kantor.staf[0]
        for orang in (akun(pegawai), akun(k.kasi), akun(k.camat), k.pengelola):
            assert boleh_membaca_arsip(orang, pegawai)
        for orang in (
            akun(k.staf[1]),
            pabrik.buat_pengguna(pemeriksa=True),
            pabrik.buat_pengguna(admin_teknis=True),
            pabrik.buat_pengguna(pengelola=True, is_active=False),
        ):
            assert not boleh_membaca_arsip(orang, pegawai)


class HalamanTests(TestCase):
    kantor: Kantor
    arsip: EvaluasiArsip
    alamat: str

    @classmethod
    def setUpTestData(cls) -> None:
        cls.kantor = buat_kantor(1)
        cls.arsip = buat_arsip(cls.kantor.staf[0], dicatat_oleh=cls.kantor.pengelola)
        cls.alamat = f"/kinerja/arsip/{cls.kantor.staf[0].uuid}/"

    def test_pemilik_membaca_tanpa_formulir_dan_menemukannya_di_tahunnya(self) -> None:
        self.client.force_login(akun(self.kantor.staf[0]))
        jawab = self.client.get(self.alamat)
        self.assertContains(jawab, "87,45, Baik")
        assert jawab.context["form"] is None
        with pada(datetime(2026, 9, 15, 9, 0, tzinfo=WIB)):
            tahun = self.client.get("/kinerja/saya/tahun/?tahun=2020")
        assert tahun.context["judul"] == "Tahun 2020: hasil menurut aturan lama"
        self.assertContains(tahun, "PP 30/2019")

    def test_pengelola_mencatat_dan_membatalkan(self) -> None:
        self.client.force_login(self.kantor.pengelola)
        isian = {
            "mulai": "1 Januari 2019",
            "selesai": "31 Desember 2019",
            "skema": "pp_46_2011",
            "nilai": "86,1",
            "sumber": "9/2020",
        }
        self.assertRedirects(self.client.post(self.alamat, isian), self.alamat)
        assert self.client.post(self.alamat, isian).status_code == 409
        salah = self.client.post(self.alamat, isian | {"sumber": ""})
        self.assertContains(salah, "86,1", status_code=422)
        batal = f"/kinerja/arsip/{self.arsip.uuid}/batalkan/"
        assert self.client.post(batal, {"alasan": ""}).status_code == 422
        self.assertRedirects(self.client.post(batal, {"alasan": "Salah orang."}), self.alamat)
        self.assertContains(self.client.get(self.alamat), "Dibatalkan")
        assert self.client.post(batal, {"alasan": "Lagi."}).status_code == 409

    def test_sebutan_lain_dari_aturannya_disebut_dan_tetap_tersimpan(self) -> None:
        self.client.force_login(self.kantor.pengelola)
        isian = {
            "mulai": "1 Januari 2018",
            "selesai": "31 Desember 2018",
            "skema": "pp_46_2011",
            "nilai": "76",
            "sebutan": "Cukup",
            "sumber": "9/2019",
        }
        jawab = self.client.post(self.alamat, isian, follow=True)
        self.assertContains(jawab, "nilai 76 bersebutan Baik, sedangkan tertulis Cukup")
        assert EvaluasiArsip.objects.get(sumber="9/2019").sebutan == "Cukup"


@pytest.mark.parametrize(
    ("skema", "nilai", "sebutan", "benar"),
    [
        ("pp_46_2011", "91", "Sangat Baik", ""),
        ("pp_46_2011", "90,9", "Sangat Baik", "Baik"),
        ("pp_46_2011", "50,9", "buruk", ""),
        # Above 110 the word hangs on a new idea, of which the number says nothing.
        ("pp_30_2019", "115", "Sangat  baik", ""),
        ("pp_30_2019", "115", "Baik", ""),
        ("pp_30_2019", "115", "Cukup", "Sangat Baik atau Baik"),
        ("pp_30_2019", "89,99", "Baik", "Cukup"),
        ("permenpanrb_8_2021", "20", "Sangat Baik", ""),
        ("lain", "20", "Sangat Baik", ""),
        ("pp_46_2011", "delapan", "Cukup", ""),
        ("pp_46_2011", "", "Cukup", ""),
        ("pp_46_2011", "80", "", ""),
    ],
)
def test_sebutan_dan_nilai_menurut_aturannya(skema: str, nilai: str, sebutan: str, benar: str) -> None:
    kalimat = peringatan_sebutan(skema, nilai, sebutan)
    assert (f"bersebutan {benar}, sedangkan" in kalimat) if benar else (kalimat == "")
