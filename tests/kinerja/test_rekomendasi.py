"""Recommendations: who asks whom, who writes until when, and that nothing is computed from them."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import TestCase
from django.urls import reverse

from kinerja.models import Evaluasi, Rekomendasi
from kinerja.perhitungan import Rating
from kinerja.proses import ProsesDitolak, putuskan
from kinerja.proses.rekomendasi import batalkan_rekomendasi, isi_rekomendasi, minta_rekomendasi
from kinerja.ringkasan import menunggu
from rakumpit.audit.models import CatatanAudit
from rakumpit.notifikasi.models import Notifikasi
from rakumpit.organisasi.models import Pegawai
from tests import pabrik
from tests.kinerja.kantor import Kantor, akun, buat_kantor
from tests.survei.dasar import SAAT, pada
from tests.tugas import untuk


class RekomendasiTests(TestCase):
    kantor: Kantor
    staf: Pegawai
    lain: Pegawai

    @classmethod
    def setUpTestData(cls) -> None:
        cls.kantor = buat_kantor()
        cls.staf = cls.kantor.staf[0]
        seksi = pabrik.buat_unit(nama="Seksi Lain", induk=cls.kantor.kecamatan)
        cls.lain = pabrik.buat_pegawai(seksi, memimpin=True, nama="Kasi Lain")

    def setUp(self) -> None:
        beku = pada(SAAT)
        beku.__enter__()
        self.addCleanup(beku.__exit__, None, None, None)

    def minta(self, **ubah: Any) -> Rekomendasi:
        isian: dict[str, Any] = {
            "pegawai": self.staf,
            "periode": self.kantor.periode,
            "oleh": akun(self.kantor.kasi),
            "dari": self.lain,
            "peran": "pejabat",
            "tugas": " Pendataan  rumah. ",
        }
        return minta_rekomendasi(**(isian | ubah))

    def isi(self, satu: Rekomendasi, **ubah: Any) -> Rekomendasi:
        isian: dict[str, Any] = {"rekomendasi": satu, "oleh": akun(self.lain), "isi": "Rapi dan cepat."}
        return isi_rekomendasi(**(isian | ubah))

    def ditolak(self, pola: str, fungsi: Any, *args: Any, **isian: Any) -> None:
        """Refused with that sentence, and nothing is written."""
        sebelum = (list(Rekomendasi.objects.order_by("pk").values()), CatatanAudit.objects.count())
        with pytest.raises(ProsesDitolak, match=pola):
            fungsi(*args, **isian)
        assert (list(Rekomendasi.objects.order_by("pk").values()), CatatanAudit.objects.count()) == sebelum

    def putuskan(self) -> None:
        self.kantor.hitung()
        baris = self.kantor.evaluasi(self.staf)
        putuskan(
            evaluasi=baris,
            oleh=akun(self.kantor.kasi),
            rating_hasil=Rating.SESUAI.value,
            rating_perilaku=Rating.SESUAI.value,
            alasan="Sesuai.",
            versi=baris.versi,
        )

    def test_diminta_lalu_diisi_dan_terbaca_ketiganya(self) -> None:
        satu = self.minta()
        assert (satu.tugas, satu.status) == ("Pendataan rumah.", "diminta")
        (tugas,) = [t for t in untuk(menunggu, akun(self.lain)) if "rekomendasi" in t.judul]
        assert (tugas.dari, tugas.tenggat) == ("Pendataan rumah.", self.kantor.periode.batas_isi)
        self.isi(satu)
        assert [t for t in untuk(menunggu, akun(self.lain)) if "rekomendasi" in t.judul] == []
        assert Notifikasi.objects.get(kunci=f"rekomendasi-diisi:{satu.uuid}").penerima == akun(self.kantor.kasi)
        self.kantor.hitung()
        baris = self.kantor.evaluasi(self.staf)
        for orang, nama in ((akun(self.kantor.kasi), "kinerja:nilai"), (akun(self.staf), "kinerja:evaluasi")):
            self.client.force_login(orang)
            halaman = self.client.get(reverse(nama, args=[baris.uuid]))
            self.assertContains(halaman, "Rapi dan cepat.")
            self.assertContains(halaman, "Kasi Lain")

    def test_tidak_menghitung_apa_pun(self) -> None:
        self.kantor.hitung()
        awal = list(Evaluasi.objects.order_by("pk").values("bahan", "rincian", "usulan_predikat"))
        self.isi(self.minta())
        self.kantor.hitung()
        assert list(Evaluasi.objects.order_by("pk").values("bahan", "rincian", "usulan_predikat")) == awal

    def test_yang_ditolak_saat_meminta(self) -> None:
        tanpa_akun = pabrik.buat_pegawai(self.kantor.seksi, akun=False)
        for pola, ubah in (
            ("pejabat yang menilai", {"oleh": akun(self.kantor.camat)}),
            ("pejabat yang menilai", {"oleh": akun(self.staf)}),
            ("orang lain", {"dari": self.staf}),
            ("orang lain", {"dari": self.kantor.kasi}),
            ("akun aktif", {"dari": tanpa_akun}),
            ("tidak memimpin unit", {"dari": self.kantor.staf[1]}),
            ("pejabat unit lain, atau ketua tim", {"peran": "teman"}),
            ("tugas atau timnya", {"tugas": " "}),
        ):
            with self.subTest(pola):
                self.ditolak(pola, self.minta, **ubah)
        self.minta(dari=self.kantor.staf[1], peran="ketua_tim")
        self.minta()
        self.ditolak("sudah diminta", self.minta)

    def test_diisi_hanya_oleh_yang_diminta_sampai_diputus(self) -> None:
        satu = self.minta()
        self.ditolak("dari orang lain", self.isi, satu, oleh=akun(self.kantor.kasi))
        self.ditolak("Tulis rekomendasi", self.isi, satu, isi=" ")
        self.isi(satu)
        assert self.isi(satu, isi="Rapi.").isi == "Rapi."
        self.putuskan()
        self.ditolak("sudah memutuskan", self.isi, satu, isi="Terlambat.")
        self.ditolak("sudah memutuskan", self.minta, dari=self.kantor.staf[1], peran="ketua_tim")

    def test_dibatalkan_selama_belum_diisi_dan_dapat_diminta_lagi(self) -> None:
        satu = self.minta()
        self.ditolak("pejabat yang menilai", batalkan_rekomendasi, rekomendasi=satu, oleh=akun(self.lain))
        assert batalkan_rekomendasi(rekomendasi=satu, oleh=akun(self.kantor.kasi)).status == "dibatalkan"
        self.ditolak("sudah dibatalkan", self.isi, satu)
        assert self.minta().pk == satu.pk
        # Asked again, told again.
        assert Notifikasi.objects.filter(penerima=akun(self.lain)).count() == 2
        self.isi(satu)
        self.ditolak("tidak dapat dibatalkan", batalkan_rekomendasi, rekomendasi=satu, oleh=akun(self.kantor.kasi))

    def test_basis_data_menolak_yang_tidak_lengkap(self) -> None:
        satu = self.minta()
        for ubah in ({"status": "diisi"}, {"isi": "x"}, {"dari": self.staf}, {"tugas": ""}):
            with self.subTest(ubah), pytest.raises(IntegrityError), transaction.atomic():
                Rekomendasi.objects.filter(pk=satu.pk).update(**ubah)

    def test_halaman_mencari_lalu_meminta(self) -> None:
        self.client.force_login(akun(self.kantor.kasi))
        alamat = reverse("kinerja:rekomendasi_minta", args=[self.kantor.periode.kode, self.staf.uuid])
        self.assertContains(self.client.get(f"{alamat}?q=tidak ada"), "Tidak ada yang cocok")
        cari = f"{alamat}?q=kasi+lain"
        self.assertContains(self.client.get(cari), "Kasi Lain, Jabatan")
        assert self.client.post(cari, {"dari": "", "peran": "pejabat", "tugas": "x"}).status_code == 422
        isian = {"dari": str(self.lain.uuid), "peran": "pejabat", "tugas": "Pendataan."}
        self.assertRedirects(self.client.post(cari, isian), alamat)
        lagi = self.client.post(cari, isian)
        self.assertContains(lagi, "sudah diminta", status_code=409)
        satu = Rekomendasi.objects.get()
        self.client.force_login(akun(self.lain))
        self.client.post(reverse("kinerja:rekomendasi", args=[satu.uuid]), {"isi": "Rapi."})
        satu.refresh_from_db()
        assert satu.isi == "Rapi."
