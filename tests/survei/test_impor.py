"""Import of the office's sheets: dry run, all or nothing, a second time changes nothing."""

from __future__ import annotations

import io
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.management import CommandError, call_command

from rakumpit.audit.models import CatatanAudit
from survei import proses
from survei.berkas import baca_jawaban
from survei.models import Hitungan, Respons
from survei.ringkasan import hitungan_survei, pita_instrumen
from tests import pabrik
from tests.survei.dasar import KASUS, UjiSurvei

PULANG_PISAU = KASUS.parent / "skm" / "pulang-pisau-2020-s2.csv"


def impor(berkas: Path, *pilihan: str, survei: str) -> dict[str, Any]:
    """Run the command with --json; a refusal comes back with its exit status."""
    keluaran = io.StringIO()
    try:
        call_command("impor_skm", str(berkas), f"--survei={survei}", "--json", *pilihan, stdout=keluaran)
        status = 0
    except CommandError as galat:
        status = galat.returncode
    isi = json.loads(keluaran.getvalue()) if keluaran.getvalue() else {}
    return isi | {"status": status}


class UjiImpor(UjiSurvei):
    @property
    def pilihan(self) -> str:
        return f"--layanan={self.layanan.kode}"

    def test_layanan_asing_disebut_dan_tanpa_petunjuk_ditolak(self) -> None:
        dengan = impor(PULANG_PISAU, self.pilihan, survei=self.survei.kode)
        assert any("345 baris menyebut layanan yang tidak dikenal" in satu for satu in dengan["catatan"])
        tanpa = impor(PULANG_PISAU, survei=self.survei.kode)
        assert (tanpa["diterima"], tanpa["ditolak"]) == (0, 345)
        assert tanpa["baris"][0]["kolom"] == "LAYANAN"

    def test_periksa_dahulu_tanpa_menyimpan(self) -> None:
        hasil = impor(PULANG_PISAU, self.pilihan, survei=self.survei.kode)
        assert (hasil["dibaca"], hasil["diterima"], hasil["ditolak"], hasil["baru"]) == (345, 345, 0, 345)
        assert hasil["status"] == 0
        assert not hasil["tersimpan"]
        assert not Respons.objects.exists()

    def test_jawaban_nyata_memberi_indeks_yang_terbit_dan_impor_kedua_tidak_mengubah_apa_pun(self) -> None:
        hasil = impor(PULANG_PISAU, "--simpan", self.pilihan, survei=self.survei.kode)
        assert hasil["tersimpan"]
        angka = hitungan_survei(self.survei).indeks(pita_instrumen(self.survei.instrumen))
        assert (angka.n, str(angka.ikm), angka.mutu) == (345, "77.33", "B")
        assert angka.unsur["persyaratan"].jumlah == 1037
        sebelum = list(Respons.objects.order_by("pk").values()), Hitungan.objects.count()
        kedua = impor(PULANG_PISAU, "--simpan", self.pilihan, survei=self.survei.kode)
        assert (kedua["baru"], kedua["tetap"]) == (0, 345)
        assert (list(Respons.objects.order_by("pk").values()), Hitungan.objects.count()) == sebelum
        assert CatatanAudit.objects.filter(aksi="survei.jawaban.impor").count() == 1

    def test_c23_semua_alasan_disebut_dan_tidak_satu_pun_disimpan(self) -> None:
        hasil = impor(KASUS / "C23_skm_nilai_aneh.csv", "--simpan", survei=self.survei.kode)
        assert hasil["status"] == 1
        assert not Respons.objects.exists()
        ditolak = {(satu["baris"], satu["kolom"]) for satu in hasil["baris"]}
        assert {(3, "U1"), (4, "U1"), (6, "U1"), (8, "TANGGAL"), (8, "JENIS KELAMIN"), (8, "USIA")} <= ditolak
        assert (hasil["dibaca"], hasil["diterima"], hasil["ditolak"]) == (7, 3, 4)
        assert all(satu["alasan"] for satu in hasil["baris"])

    def test_c23_lewati_galat_menyimpan_yang_baik(self) -> None:
        hasil = impor(KASUS / "C23_skm_nilai_aneh.csv", "--simpan", "--lewati-galat", survei=self.survei.kode)
        assert hasil["status"] == 0
        assert Respons.objects.count() == 3
        bertanggal = Respons.objects.get(tanggal=date(2026, 8, 4))
        assert (bertanggal.jawaban["persyaratan"], bertanggal.jawaban["waktu"]) == (3, 3)
        assert bertanggal.saluran == "impor"
        assert bertanggal.demografi == {"jenis_kelamin": "l"}

    def test_c23_huruf_diterima_bila_artinya_dipilih(self) -> None:
        berkas = KASUS / "C23_skm_nilai_aneh.csv"
        hasil = impor(berkas, "--huruf=SB=4,B=3,KB=2,TB=1", survei=self.survei.kode)
        assert (hasil["diterima"], hasil["ditolak"]) == (4, 3)
        assert impor(berkas, "--huruf=SB=9", survei=self.survei.kode)["status"] == 2

    def test_tanggal_di_luar_masa_survei_ditolak(self) -> None:
        self.survei.mulai = date(2026, 8, 4)
        self.survei.save()
        hasil = impor(KASUS / "C23_skm_nilai_aneh.csv", survei=self.survei.kode)
        assert "di luar masa survei" in next(satu["alasan"] for satu in hasil["baris"] if satu["baris"] == 2)

    def test_layanan_dari_pilihan_atau_kolom(self) -> None:
        self.survei.layanan.add(pabrik.buat_layanan(self.unit, kode="KK"))
        tanpa = impor(KASUS / "C16_skm_jawaban_kosong.csv", survei=self.survei.kode)
        assert tanpa["ditolak"] == 5
        assert "tentukan satu layanan" in tanpa["baris"][0]["alasan"]
        dengan = impor(KASUS / "C16_skm_jawaban_kosong.csv", "--simpan", "--layanan=KK", survei=self.survei.kode)
        assert dengan["baru"] == 5
        assert set(Respons.objects.values_list("layanan__kode", flat=True)) == {"KK"}
        assert impor(KASUS / "C16_skm_jawaban_kosong.csv", "--layanan=XX", survei=self.survei.kode)["status"] == 2

    def test_survei_terkunci_atau_tidak_ada_ditolak(self) -> None:
        assert impor(PULANG_PISAU, survei="tidak-ada")["status"] == 2
        self.survei.status = "dikunci"
        self.survei.save()
        assert impor(PULANG_PISAU, "--simpan", self.pilihan, survei=self.survei.kode)["status"] == 2
        assert not Respons.objects.exists()

    def test_rekap_dan_berkas_rusak_ditolak(self) -> None:
        assert impor(KASUS / "C18_skm_rekap.json", survei=self.survei.kode)["status"] == 2
        assert impor(KASUS / "tidak-ada.csv", survei=self.survei.kode)["status"] == 2

    def test_orang_lain_tidak_boleh_mengimpor(self) -> None:
        berkas = baca_jawaban(PULANG_PISAU)
        with pytest.raises(PermissionDenied):
            proses.impor_isian(survei=self.survei, berkas=berkas, sidik_berkas="x", oleh=self.petugas)
        with pytest.raises(ValidationError):
            proses.impor_isian(
                survei=self.survei, berkas=berkas, sidik_berkas="x", layanan=pabrik.buat_layanan(self.unit)
            )


class UjiHalamanImpor(UjiSurvei):
    """The same import without a shell: looked at, stored, taken back, each with the file once more."""

    def setUp(self) -> None:
        super().setUp()
        self.alamat_impor = f"/survei/kelola/{self.survei.uuid}/impor/"
        self.client.force_login(self.pengelola)

    def unggah(self, langkah: str, berkas: Path = KASUS / "C16_skm_jawaban_kosong.csv", **ubah: str) -> Any:
        with berkas.open("rb") as isi:
            return self.client.post(self.alamat_impor, {"berkas": isi, "langkah": langkah, **ubah})

    def test_periksa_simpan_dan_urungkan(self) -> None:
        self.assertContains(self.unggah("simpan"), "belum diperiksa", status_code=409)
        periksa = self.unggah("periksa")
        self.assertContains(periksa, "Dibaca 5 baris: 5 baru, 0 sudah ada, 0 ditolak. Belum ada yang disimpan.")
        assert not Respons.objects.exists()
        sidik = periksa.context["form"]["diperiksa"].value()
        for _ in range(2):
            assert self.unggah("simpan", diperiksa=sidik).status_code == 302
        assert Respons.objects.filter(dibatalkan=False).count() == 5
        hitungan = hitungan_survei(self.survei)
        assert str(hitungan.indeks(pita_instrumen(self.survei.instrumen)).ikm) == "89.58"
        assert self.unggah("urungkan").status_code == 302
        assert hitungan_survei(self.survei).diterima == 0
        assert set(Respons.objects.values_list("dibatalkan", "alasan_batal")) == {(True, "Impornya diurungkan")}
        assert CatatanAudit.objects.get(aksi="survei.jawaban.impor_urung").nilai.sesudah["dibatalkan"] == 5
        self.assertContains(self.unggah("urungkan"), "Tidak ada jawaban dari berkas ini", status_code=409)
        self.assertContains(self.unggah("periksa"), "5 baris berkas ini pernah dibatalkan")

    def test_lupa_memilih_berkas_tidak_menghilangkan_tombol_simpan(self) -> None:
        sidik = self.unggah("periksa").context["form"]["diperiksa"].value()
        balasan = self.client.post(self.alamat_impor, {"langkah": "simpan", "diperiksa": sidik})
        self.assertContains(balasan, "juga bila baru saja diperiksa", status_code=422)
        self.assertContains(balasan, 'value="simpan"', status_code=422)
        assert self.unggah("simpan", diperiksa=sidik).status_code == 302
        # Nothing new in it: nothing is offered to be stored.
        balasan = self.unggah("periksa", diperiksa=sidik)
        self.assertContains(balasan, "Tidak ada baris baru")
        self.assertNotContains(balasan, 'value="simpan"')

    def test_baris_yang_ditolak_disebut_dan_boleh_dilewati(self) -> None:
        berkas = KASUS / "C23_skm_nilai_aneh.csv"
        periksa = self.unggah("periksa", berkas)
        self.assertContains(periksa, "4 baris ditolak")
        self.assertContains(periksa, "Nilai 0 tidak ada pada skala 1–4")
        sidik = periksa.context["form"]["diperiksa"].value()
        assert self.unggah("simpan", berkas, diperiksa=sidik).status_code == 409
        assert not Respons.objects.exists()
        assert self.unggah("simpan", berkas, diperiksa=sidik, lewati_galat="on").status_code == 302
        assert Respons.objects.count() == 3

    def test_berkas_yang_tidak_terbaca_dan_survei_yang_terkunci(self) -> None:
        assert self.unggah("periksa", Path(__file__)).status_code == 422
        assert self.client.post(self.alamat_impor, {"langkah": "periksa"}).status_code == 422
        self.assertContains(self.unggah("periksa", KASUS / "C18_skm_rekap.json"), "rekap", status_code=409)
        proses.tutup(survei=self.survei, oleh=self.pengelola)
        proses.kunci(survei=self.survei, oleh=self.pengelola)
        self.assertContains(self.client.get(self.alamat_impor), "Impor sudah tidak dapat dilakukan")
        assert self.unggah("periksa").status_code == 409
        self.client.force_login(self.lurah)
        assert self.client.get(self.alamat_impor).status_code == 404
