"""Marks on answers: set without storing a moment or an address, counted per channel, shown beside the result."""

from __future__ import annotations

import time
from datetime import date
from typing import Any
from unittest import mock
from uuid import uuid4

from django.test import RequestFactory

from survei import laju, proses, tanda_buka
from survei.enums import Bendera, Saluran
from survei.models import HitunganTanda, Respons
from survei.perhitungan import URUTAN_KUESIONER, terlalu_cepat
from survei.ringkasan import selisih_hitungan, tanda_per_saluran
from tests import pabrik
from tests.survei.dasar import UjiSurvei, isian

HARI = date(2026, 7, 1)


def test_batas_cepat_sebanding_dengan_banyak_soal() -> None:
    assert [terlalu_cepat(detik, 9) for detik in (None, 0, 19, 20)] == [False, True, True, False]
    assert [terlalu_cepat(detik, 18) for detik in (39, 40)] == [True, False]


class UjiTandaMasuk(UjiSurvei):
    def kirim(self, **ubah: Any) -> Respons:
        isi = isian(self.survei, **ubah)
        with self.captureOnCommitCallbacks():
            assert self.client.post(self.alamat, isi).status_code == 200
        return Respons.objects.get(pk=isi["submission_id"])

    def dibuka(self, detik_lalu: int) -> str:
        with mock.patch("survei.tanda_buka.time.time", return_value=time.time() - detik_lalu):
            return tanda_buka.buat()

    def test_halaman_membawa_saat_dibuka_yang_bertanda_tangan(self) -> None:
        dibuka = self.client.get(self.alamat).context["form"].dibuka
        assert tanda_buka.detik_sejak(dibuka) in {0, 1}
        saat, _, sidik = dibuka.partition(".")
        for palsu in ("", "x", saat, f"{int(saat, 16) - 60:x}.{sidik}", f"{saat}.{sidik[:-1]}", f"zz.{sidik}"):
            assert tanda_buka.detik_sejak(palsu) is None

    def test_yang_terlalu_cepat_ditandai_dan_saatnya_tidak_disimpan(self) -> None:
        dibuka = self.dibuka(10)
        cepat = self.kirim(dibuka=dibuka, U1=2)
        assert cepat.bendera == [Bendera.CEPAT.value]
        assert self.kirim(dibuka=self.dibuka(21), U1=2).bendera == []
        assert self.kirim(U1=2).bendera == [], "tanpa saat yang sah tidak ada yang dikatakan"
        assert dibuka not in str(Respons.objects.filter(pk=cepat.pk).values().get())

    def test_halaman_yang_ditolak_meneruskan_saat_pertama(self) -> None:
        dibuka = self.dibuka(300)
        balasan = self.client.post(self.alamat, isian(self.survei, U1=None, dibuka=dibuka))
        assert balasan.status_code == 422
        self.assertContains(balasan, f'name="dibuka" value="{dibuka}"', status_code=422)

    def test_banyak_kiriman_dari_satu_jaringan_ditandai_sesudah_batas(self) -> None:
        tanda = [self.kirim(U1=2).bendera for _ in range(laju.BANYAK_BERUNTUN + 2)]
        assert tanda == [[]] * laju.BANYAK_BERUNTUN + [[Bendera.BERUNTUN.value]] * 2

    def test_kiriman_yang_jarang_dan_dari_jaringan_lain_tidak_ditandai(self) -> None:
        dari = RequestFactory()
        survei = uuid4().hex
        with mock.patch("survei.laju.time.time") as jam:
            for menit in range(60):
                jam.return_value = 61.0 * menit
                assert not laju.beruntun(dari.post("/", REMOTE_ADDR="10.1.2.3"), survei)
                assert not laju.beruntun(dari.post("/", REMOTE_ADDR=f"10.9.{menit}.3"), survei)
                assert not laju.beruntun(dari.post("/", REMOTE_ADDR=""), survei)

    def test_ingatan_jaringan_terbatas(self) -> None:
        with mock.patch.object(laju, "JARINGAN_DIINGAT", 3):
            for i in range(10):
                laju.beruntun(RequestFactory().post("/", REMOTE_ADDR=f"10.9.{i}.3"), "x")
            assert len(laju._terakhir) <= 3


class UjiHitunganTanda(UjiSurvei):
    def isi(self, banyak: int, nilai: int, *bendera: Bendera, saluran: Saluran = Saluran.DARING) -> None:
        jawaban: dict[str, int | None] = dict.fromkeys((kode.value for kode in URUTAN_KUESIONER), nilai)
        jawaban["waktu"] = 2
        for _ in range(banyak):
            pabrik.buat_respons(
                self.survei,
                jawaban,
                tanggal=HARI,
                saluran=saluran.value,
                bendera=[satu.value for satu in bendera],
            )

    def kunci(self) -> None:
        proses.tutup(survei=self.survei, oleh=self.pengelola)
        proses.kunci(survei=self.survei, oleh=self.pengelola)

    def test_tanda_dihitung_per_saluran_dan_diperiksa(self) -> None:
        self.isi(3, 4)
        self.isi(2, 4, Bendera.CEPAT, Bendera.JAM_PERANGKAT)
        self.isi(1, 4, Bendera.JAM_PERANGKAT, saluran=Saluran.KIOS)
        pabrik.buat_respons(self.survei, 2, tanggal=HARI)
        proses.hitung_ulang_seluruhnya(survei_id=self.survei.pk)
        baris = set(HitunganTanda.objects.values_list("saluran", "tanda", "jumlah"))
        assert baris == {
            ("daring", "semua", 6),
            ("daring", "ditandai", 3),
            ("daring", "cepat", 2),
            ("daring", "jam_perangkat", 2),
            ("daring", "lurus", 1),
            ("kios", "semua", 1),
            ("kios", "jam_perangkat", 1),
        }
        assert selisih_hitungan() == []
        HitunganTanda.objects.filter(tanda="cepat").update(jumlah=9)
        HitunganTanda.objects.filter(saluran="kios").delete()
        assert [(satu.apa, satu.tersimpan, satu.seharusnya) for satu in selisih_hitungan()] == [
            ("daring: cepat", 9, 2),
            ("kios: jam_perangkat", 0, 1),
            ("kios: semua", 0, 1),
        ]

    def test_saluran_kecil_ditutup_bersama_satu_lagi(self) -> None:
        self.isi(20, 4)
        self.isi(8, 4, Bendera.CEPAT, saluran=Saluran.KIOS)
        self.isi(2, 4, Bendera.CEPAT, saluran=Saluran.KERTAS)
        proses.hitung_ulang_seluruhnya(survei_id=self.survei.pk)
        daftar = tanda_per_saluran(self.survei, minimum=5)
        assert [(satu.saluran, satu.n, satu.tanda is None) for satu in daftar] == [
            ("Telepon sendiri", 20, False),
            ("Kios di kantor", 8, True),
            ("Kertas", 2, True),
        ]

    def test_hasil_dengan_dan_tanpa_yang_ditandai_hanya_sesudah_dikunci(self) -> None:
        self.isi(20, 3)
        self.isi(12, 4, Bendera.CEPAT)
        proses.hitung_ulang_seluruhnya(survei_id=self.survei.pk)
        self.client.force_login(self.lurah)
        alamat = f"/survei/kelola/{self.survei.uuid}/"
        self.assertNotContains(self.client.get(alamat), "Tanpa yang ditandai")
        self.kunci()
        assert selisih_hitungan() == []
        # 8 × 3 + 2 = 26 of 36 for each: 72,22; with the twelve marked, 20 × 26 + 12 × 34 = 928 of 32 × 36: 80,56.
        halaman = self.client.get(alamat)
        baris = halaman.context["tanpa_tanda"].baris
        assert [(satu[0], satu[1], satu[2]) for satu in baris] == [
            ("Semua jawaban", 32, "80,56"),
            ("Tanpa yang ditandai", 20, "72,22"),
        ]
        proses.publikasikan(survei=self.survei, oleh=self.pengelola)
        self.assertContains(self.client.get(f"/hasil/{self.survei.uuid}/"), "Tanpa yang ditandai")

    def test_sedikit_yang_ditandai_tidak_dapat_dihitung_dari_selisih(self) -> None:
        self.isi(20, 3)
        self.isi(9, 4, Bendera.CEPAT)
        self.kunci()
        proses.publikasikan(survei=self.survei, oleh=self.pengelola)
        halaman = self.client.get(f"/hasil/{self.survei.uuid}/")
        assert halaman.context["tanpa_tanda"].baris == []
        self.assertNotContains(halaman, "Tanpa yang ditandai")
