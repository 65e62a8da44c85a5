"""A programme ends: its survey opens once, its owner is told, and the result reaches the owner's measures."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from unittest import mock

import pytest
from django.db import IntegrityError

from kinerja.perhitungan.pilihan import Sumber
from kinerja.proses.bahan import _satu_indikator
from kinerja.proses.rujukan import siapkan_rujukan
from rakumpit.notifikasi.models import Notifikasi
from rakumpit.organisasi.models import Pegawai, ProgramPelayanan
from survei import proses, tasks
from survei.models import Survei, SurveiProgram
from survei.proses import program as proses_program
from survei.proses.titik import pasang_titik, survei_terbuka
from survei.ringkasan import hasil_terbit, manfaat_program, menunggu, umpan_balik
from tests import pabrik
from tests.survei.dasar import UjiSurvei, isian
from tests.tugas import untuk

TW3 = {"mulai": date(2026, 7, 1), "selesai": date(2026, 9, 30)}


class UjiProgram(UjiSurvei):
    def setUp(self) -> None:
        super().setUp()
        self.pemilik = Pegawai.objects.get(pengguna=self.petugas)
        self.program = self.buat("Pasar murah", date(2026, 9, 14))

    def buat(self, nama: str, selesai: date) -> ProgramPelayanan:
        return ProgramPelayanan.objects.create(
            nama=nama,
            unit=self.unit,
            pemilik=self.pemilik,
            mulai=selesai,
            selesai=selesai,
            hasil_diharapkan="Harga terjangkau.",
        )

    def survei_program(self) -> Survei:
        proses_program.buka_survei_program()
        satu: Survei = SurveiProgram.objects.get(program=self.program).survei
        return satu

    def test_dibuka_sekali_sesudah_selesai_dan_pemilik_diberi_tahu(self) -> None:
        self.buat("Hari ini", date(2026, 9, 15))
        self.buat("Lama sekali", date(2026, 8, 1))
        assert proses_program.buka_survei_program() == 1
        assert proses_program.buka_survei_program() == 0
        satu = SurveiProgram.objects.get()
        assert (satu.program, satu.survei.status, satu.survei.mulai, satu.survei.selesai) == (
            self.program,
            "terbuka",
            date(2026, 9, 15),
            date(2026, 9, 28),
        )
        titik = satu.survei.titik.get()
        assert survei_terbuka(titik) == satu.survei
        assert list(Notifikasi.objects.values_list("penerima", "judul")) == [
            (self.petugas.pk, "Survei Pasar murah sudah dibuka")
        ]
        assert "Bagikan survei program: Pasar murah" in [tugas.judul for tugas in untuk(menunggu, self.petugas)]
        with pytest.raises(IntegrityError):
            SurveiProgram.objects.create(program=self.program, survei=self.survei)

    def test_yang_gagal_di_tengah_tidak_meninggalkan_sisa_dan_dilanjutkan(self) -> None:
        kedua = self.buat("Jemput bola", date(2026, 9, 14))

        def rusak(**isi: object) -> object:
            if isi["nama"] == "Jemput bola":
                raise RuntimeError("mati")
            return pasang_titik(**isi)  # type: ignore[arg-type]  # passed on as it came

        with mock.patch("survei.proses.program.pasang_titik", rusak), pytest.raises(RuntimeError):
            proses_program.buka_survei_program()
        assert [satu.program for satu in SurveiProgram.objects.all()] == [self.program]
        assert not Survei.objects.filter(judul="Jemput bola").exists()
        tasks.survei_program()
        assert SurveiProgram.objects.filter(program=kedua).exists()
        assert SurveiProgram.objects.count() == 2

    def test_tanpa_layanan_menunggu(self) -> None:
        self.layanan.aktif = False
        self.layanan.save()
        assert proses_program.buka_survei_program() == 0

    def test_formulir_tidak_menanyakan_layanan(self) -> None:
        survei = self.survei_program()
        halaman = self.client.get(f"/survei/{survei.uuid}/")
        self.assertContains(halaman, "Bagaimana kegiatan ini menurut Anda?")
        self.assertNotContains(halaman, "Layanan Anda")
        isi = isian(survei, versi_formulir="program-v1") | {f"M{i}": "4" for i in range(1, 6)}
        assert self.client.post(f"/survei/{survei.uuid}/", isi).status_code == 200

    def test_lembar_satu_program_tidak_membuka_program_lain(self) -> None:
        survei = self.survei_program()
        titik = survei.titik.get()
        self.buat("Pasar murah kedua", date(2026, 9, 14))
        proses_program.buka_survei_program()
        proses.tutup(survei=survei, oleh=self.pengelola)
        assert survei_terbuka(titik) is None

    def test_pemilik_diingatkan_sekali_bila_jawaban_sedikit(self) -> None:
        survei = self.survei_program()
        assert proses_program.ingatkan_pemilik_program() == 0
        Survei.objects.filter(pk=survei.pk).update(selesai=date(2026, 9, 17))
        for _ in range(2):
            proses_program.ingatkan_pemilik_program()
        judul = "Jawaban survei Pasar murah masih sedikit"
        assert Notifikasi.objects.filter(penerima=self.petugas, judul=judul).count() == 1
        for _ in range(10):
            pabrik.buat_respons(survei, 4)
        assert proses_program.ingatkan_pemilik_program() == 0

    def test_hasil_sampai_ke_indikator_pemilik_dan_bukan_ke_ikm_unit(self) -> None:
        survei = self.survei_program()
        # 30 forms of five elements, one of which gives 3: (4 x 4 + 3) / 5 x 25 = 95.
        jawaban = dict.fromkeys(survei.instrumen.pertanyaan.values_list("kode_unsur", flat=True), 4) | {"tujuan": 3}
        for _ in range(30):
            pabrik.buat_respons(survei, jawaban, tanggal=date(2026, 9, 15))
        assert manfaat_program(**TW3) == {}
        proses.tutup(survei=survei, oleh=self.pengelola)
        proses.kunci(survei=survei, oleh=self.pengelola)
        proses.publikasikan(survei=survei, oleh=self.pengelola)
        hasil = manfaat_program(**TW3)
        assert {pk: (satu.ikm, satu.n) for pk, satu in hasil.items()} == {self.pemilik.pk: (Decimal("95.00"), 30)}
        assert umpan_balik(unit_ids=[self.unit.pk], **TW3) == {}
        assert hasil_terbit() == []
        rujukan = siapkan_rujukan(pabrik.buat_periode(), minimal_jawaban=30, hari_minimal_atasan=1)
        baris = [1, "Manfaat program", "Rencana", "tinggi", "program", "indeks", None, Decimal(80), None, None]
        baris += [None, None, "", None, None]
        milik = _satu_indikator(baris, None, rujukan, self.pemilik.pk)
        assert (milik.sumber, milik.realisasi, milik.n) == (Sumber.PROGRAM, Decimal("95.00"), 30)
        assert "«Pasar murah»" in milik.keterangan
        assert _satu_indikator(baris, None, rujukan, 0).realisasi is None

    def test_halaman_untuk_pemilik_pemimpin_dan_pengelola(self) -> None:
        survei = self.survei_program()
        for siapa, boleh in (
            (self.petugas, True),
            (self.lurah, True),
            (self.pengelola, True),
            (self.luar, False),
            (self.admin, False),
        ):
            self.client.force_login(siapa)
            halaman = self.client.get(f"/survei/program/{self.program.uuid}/")
            assert halaman.status_code == (200 if boleh else 404), siapa
            assert ("Pasar murah" in self.client.get("/survei/program/").content.decode()) is boleh
        self.client.force_login(self.petugas)
        halaman = self.client.get(f"/survei/program/{self.program.uuid}/")
        self.assertContains(halaman, survei.titik.get().kode)
        self.assertContains(halaman, "Harga terjangkau.")
