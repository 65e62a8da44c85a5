"""Themes of suggestions: proposed by words, decided by a person, counted, and shown from ten on."""

from __future__ import annotations

import io
from functools import partial
from typing import Any
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from rakumpit.audit.models import CatatanAudit
from survei import proses
from survei.models import HitunganTema, KutipanSaran, Respons, SaranDitandai, TemaSaran
from survei.perhitungan.tema import usulkan_tema
from survei.proses.tema import tandai_saran, tarik_kutipan, terbitkan_kutipan
from survei.ringkasan import selisih_hitungan
from tests import pabrik
from tests.serentak import UjiSerentak
from tests.survei.dasar import UjiSurvei
from tests.survei.isi_tema import bersaran, tutup_agar_terbaca

KATA = {"antrean": ["antre", "antrean", "nomor antrean"], "ruang": ["kursi", "air minum"], "sikap": ["ramah"]}


@pytest.mark.parametrize(
    ("teks", "usulan"),
    [
        ("Kursinya kurang, antreannya lama", ["antrean", "ruang"]),
        ("Nomor antrean habis, antrean lama, petugas RAMAH", ["antrean", "sikap"]),
        ("tidak ada air minum", ["ruang"]),
        ("air keran, minum di rumah", []),
        ("keramahan", []),
        ("", []),
    ],
)
def test_usulan_dari_kata_utuh_dan_frasa(teks: str, usulan: list[str]) -> None:
    assert usulkan_tema(teks, KATA) == usulan


class UjiTema(UjiSurvei):
    def setUp(self) -> None:
        super().setUp()
        self.alamat_tema = f"/survei/kelola/{self.survei.uuid}/tema/"
        self.ruang = TemaSaran.objects.get(nama="Ruang dan fasilitas")
        self.sikap = TemaSaran.objects.get(nama="Sikap petugas")

    def tandai(self, kiriman: Any, *tema: TemaSaran, versi: int = 0, **ubah: Any) -> SaranDitandai:
        isi: dict[str, Any] = {"survei": self.survei, "submission_id": kiriman, "tema": tema, "versi": versi}
        return tandai_saran(**(isi | {"oleh": self.lurah} | ubah))

    def terbitkan(self) -> None:
        for langkah in (proses.tutup, proses.kunci, proses.publikasikan):
            langkah(survei=self.survei, oleh=self.pengelola)

    def test_satu_per_satu_sampai_habis(self) -> None:
        bersaran(self.survei, 2)
        tutup_agar_terbaca(self.survei, self.pengelola)
        self.client.force_login(self.lurah)
        for sisa in (2, 1):
            balasan = self.client.get(f"{self.alamat_tema}tandai/")
            self.assertContains(balasan, f"{2 - sisa} dari 2 saran sudah ditandai")
            # Proposed, not ticked.
            self.assertContains(balasan, "Diusulkan")
            self.assertNotContains(balasan, "checked")
            isi = {"submission_id": balasan.context["respons"].pk, "versi": 0, "tema": [str(self.ruang.uuid)]}
            assert self.client.post(f"{self.alamat_tema}tandai/", isi).status_code == 302
        self.assertContains(self.client.get(f"{self.alamat_tema}tandai/"), "Tidak ada saran yang menunggu")
        assert HitunganTema.objects.get().jumlah == 2

    def test_kiriman_ganda_sekali_tersimpan_dan_yang_berbeda_ditolak(self) -> None:
        (kiriman,) = bersaran(self.survei, 1)
        self.tandai(kiriman, self.ruang)
        self.tandai(kiriman, self.ruang)
        assert CatatanAudit.objects.filter(aksi="survei.saran.tandai").count() == 1
        with self.assertRaisesMessage(ValidationError, "Orang lain baru saja"):
            self.tandai(kiriman, self.sikap, oleh=self.pengelola)
        baris = self.tandai(kiriman, self.sikap, versi=1)
        assert (baris.versi, list(baris.tema.all())) == (2, [self.sikap])
        assert list(HitunganTema.objects.values_list("tema", "jumlah")) == [(self.sikap.pk, 1)]
        nilai = CatatanAudit.objects.filter(aksi="survei.saran.tandai").latest("pk").nilai
        assert (nilai.sebelum, nilai.sesudah) == ({"tema": ["Ruang dan fasilitas"]}, {"tema": ["Sikap petugas"]})

    def test_hanya_pembaca_saran_dan_hanya_saran_yang_sudah_tersamar(self) -> None:
        (kiriman,) = bersaran(self.survei, 1)
        for orang in (self.petugas, self.luar, self.admin):
            with self.assertRaises(PermissionDenied):
                self.tandai(kiriman, self.ruang, oleh=orang)
        belum = pabrik.buat_respons(self.survei, saran="Pak Joko lambat")
        tanpa = pabrik.buat_respons(self.survei)
        asing = pabrik.buat_respons(pabrik.buat_survei(self.unit), saran="Kursi")
        for satu in (belum, tanpa, asing):
            with self.assertRaisesMessage(ValidationError, "tidak ada lagi"):
                self.tandai(satu.pk, self.ruang)
        self.ruang.aktif = False
        self.ruang.save()
        with self.assertRaisesMessage(ValidationError, "tidak dipakai lagi"):
            self.tandai(kiriman, self.ruang)
        assert not HitunganTema.objects.exists()

    def test_yang_dibatalkan_tidak_dihitung(self) -> None:
        kiriman = bersaran(self.survei, 3)
        for satu in kiriman:
            self.tandai(satu, self.ruang)
        proses.batalkan_isian(survei=self.survei, submission_id=kiriman[0], alasan="iklan", oleh=self.pengelola)
        assert HitunganTema.objects.get().jumlah == 2

    def test_hitungan_tema_yang_rusak_disebut_verifikasi(self) -> None:
        kiriman = bersaran(self.survei, 3)
        for satu in kiriman:
            self.tandai(satu, self.ruang)
        self.tandai(kiriman[0], self.ruang, self.sikap, versi=1)
        assert [satu for satu in selisih_hitungan() if satu.letak == "tema saran"] == []
        HitunganTema.objects.filter(tema=self.ruang).update(jumlah=12)
        HitunganTema.objects.filter(tema=self.sikap).delete()
        temuan = [(satu.apa, satu.tersimpan, satu.seharusnya) for satu in selisih_hitungan() if satu.layanan is None]
        assert temuan == [("Ruang dan fasilitas", 12, 3), ("Sikap petugas", 0, 1)]
        keluar = io.StringIO()
        with self.assertRaises(CommandError):
            call_command("verifikasi", stdout=keluar)
        assert f"BEDA tema saran survei {self.survei.kode}, Ruang dan fasilitas: 12 seharusnya 3" in keluar.getvalue()

    def test_umum_melihat_tema_mulai_sepuluh_saran(self) -> None:
        kiriman = bersaran(self.survei, 12)
        for urut, satu in enumerate(kiriman):
            self.tandai(satu, *([self.ruang] if urut < 10 else []), *([self.sikap] if urut < 9 else []))
        self.terbitkan()
        balasan = self.client.get(f"/hasil/{self.survei.uuid}/")
        self.assertContains(balasan, "Ruang dan fasilitas")
        self.assertContains(balasan, "10 saran")
        for kata in ("Sikap petugas", "9 saran", "Kursi tunggu"):
            self.assertNotContains(balasan, kata)

    def test_kutipan_disunting_tanpa_nama_dan_hanya_untuk_tema_yang_cukup(self) -> None:
        kiriman = bersaran(self.survei, 10, "Kursi di ruang tunggu kurang")
        for satu in kiriman[:9]:
            self.tandai(satu, self.ruang)
        isi: dict[str, Any] = {"survei": self.survei, "tema": self.ruang, "oleh": self.lurah}
        with self.assertRaisesMessage(ValidationError, "sesudah survei dikunci"):
            terbitkan_kutipan(kode=uuid4(), teks="Kursi ditambah.", **isi)
        self.terbitkan()
        with self.assertRaisesMessage(ValidationError, "sekurangnya 10"):
            terbitkan_kutipan(kode=uuid4(), teks="Kursi ditambah.", **isi)
        self.tandai(kiriman[9], self.ruang)
        for teks, galat in (
            ("kursi di RUANG tunggu kurang.", "masih sama"),
            ("Kursi diminta Pak Joko.", "nama, nomor"),
            ("[nama] minta kursi", "nama, nomor"),
        ):
            with self.assertRaisesMessage(ValidationError, galat):
                terbitkan_kutipan(kode=uuid4(), teks=teks, **isi)
        kode = uuid4()
        terbitkan_kutipan(kode=kode, teks="Tempat duduk perlu ditambah.", **isi)
        kutipan = terbitkan_kutipan(kode=kode, teks="Tempat duduk perlu ditambah.", **isi)
        assert KutipanSaran.objects.count() == 1
        alamat = f"/hasil/{self.survei.uuid}/"
        self.assertContains(self.client.get(alamat), "Tempat duduk perlu ditambah.")
        tarik_kutipan(kutipan=kutipan, alasan="Salah tempat", oleh=self.lurah)
        self.assertNotContains(self.client.get(alamat), "Tempat duduk perlu ditambah.")
        with self.assertRaisesMessage(ValidationError, "sudah ditarik"):
            tarik_kutipan(kutipan=kutipan, alasan="Lagi", oleh=self.lurah)

    def test_kutipan_hilang_dari_umum_bila_temanya_tidak_cukup_lagi(self) -> None:
        kiriman = bersaran(self.survei, 10)
        baris = [self.tandai(satu, self.ruang) for satu in kiriman]
        self.terbitkan()
        terbitkan_kutipan(
            kode=uuid4(), survei=self.survei, tema=self.ruang, teks="Tempat duduk ditambah.", oleh=self.lurah
        )
        self.tandai(kiriman[0], versi=baris[0].versi)
        self.assertNotContains(self.client.get(f"/hasil/{self.survei.uuid}/"), "Tempat duduk ditambah.")

    def test_jumlah_kueri_tidak_tergantung_jumlah_saran(self) -> None:
        self.client.force_login(self.pengelola)
        self.client.get("/survei/kelola/")
        tutup_agar_terbaca(self.survei, self.pengelola)
        halaman = ("saran/", "tema/", "tema/tandai/")
        jumlah = []
        for banyak in (3, 45):
            for urut, satu in enumerate(bersaran(self.survei, banyak)):
                if urut % 2:
                    self.tandai(satu, self.ruang, self.sikap)
            kini = []
            for alamat in halaman:
                with CaptureQueriesContext(connection) as kueri:
                    assert self.client.get(f"/survei/kelola/{self.survei.uuid}/{alamat}").status_code == 200
                kini.append(len(kueri))
            jumlah.append(kini)
        assert jumlah[0] == jumlah[1]
        assert max(jumlah[0]) <= 20


class UjiTemaSerentak(UjiSerentak):
    def test_dua_orang_menandai_saran_yang_sama_satu_yang_menang(self) -> None:
        survei = pabrik.buat_survei(pabrik.buat_unit())
        oleh = [pabrik.buat_pengguna(pengelola=True) for _ in range(2)]
        tema = list(TemaSaran.objects.order_by("urutan")[:2])
        for kiriman in bersaran(survei, 5):
            hasil = self.sekaligus(
                *(
                    partial(tandai_saran, survei=survei, submission_id=kiriman, tema=[satu], versi=0, oleh=orang)
                    for satu, orang in zip(tema, oleh, strict=True)
                )
            )
            assert sorted(type(satu).__name__ for satu in hasil) == ["SaranDitandai", "ValidationError"]
        assert sum(HitunganTema.objects.values_list("jumlah", flat=True)) == 5
        assert Respons.objects.filter(ditandai__isnull=False).count() == 5
        assert CatatanAudit.objects.filter(aksi="survei.saran.tandai").count() == 5
