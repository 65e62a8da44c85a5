"""A plan from a sheet: what is read, what is refused, and that nothing is half-saved."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext

from kinerja.models import SKP, Indikator
from kinerja.proses import KonflikVersi, ProsesDitolak
from kinerja.proses.berkas_skp import BarisSKP, baca_berkas_skp, kolom_untuk, templat
from kinerja.proses.impor_skp import simpan_impor
from rakumpit.audit.models import CatatanAudit
from rakumpit.lembar import baca_xlsx, tulis_xlsx
from tests import pabrik
from tests.kinerja.kantor import akun, buat_kantor
from tests.survei.dasar import SAAT, pada

JUDUL = ["Rencana hasil kerja", "Jenis", "Indikator", "Aspek", "Arah", "Target", "Batas atas", "Satuan", "Bobot"]
BAIK: list[list[Any]] = [
    ["Surat selesai", "Utama", "Surat tepat waktu", "Waktu", "", "92,5", None, "persen", 60],
    [None, "", "Surat dicatat", "kuantitas", "Makin tinggi makin baik", 900, 950, "surat", 40],
    ["Arsip rapi", "tambahan", "Hari terlambat", "", "rendah", 3, None, "hari", None],
]


class ImporSKPTests(TestCase):
    def setUp(self) -> None:
        beku = pada(SAAT)
        beku.__enter__()
        self.addCleanup(beku.__exit__, None, None, None)
        self.kantor = buat_kantor(jumlah_staf=0)
        self.pegawai = pabrik.buat_pegawai(self.kantor.seksi)
        self.pemilik = akun(self.pegawai)
        self.skp = pabrik.buat_skp(self.pegawai)

    def baca(self, baris: list[list[Any]], judul: list[str] = JUDUL) -> Any:
        return baca_berkas_skp(self.skp, tulis_xlsx([judul, *baris], nama_lembar="Rencana"), "skp.xlsx")

    def test_rows_become_results_and_measures_at_once(self) -> None:
        awal = CatatanAudit.objects.count()
        assert simpan_impor(skp=self.skp, oleh=self.pemilik, baris=self.baca(BAIK), suntingan=0) == 3
        assert CatatanAudit.objects.count() == awal + 1
        medan = ("rencana__urut", "rencana__jenis", "urut", "aspek", "arah", "target", "target_atas", "bobot")
        assert list(
            Indikator.objects.order_by("rencana__urut", "urut").values_list(*medan).filter(rencana__skp=self.skp)
        ) == [
            (1, "utama", 1, "waktu", "tinggi", Decimal("92.5"), None, Decimal(60)),
            (1, "utama", 2, "kuantitas", "tinggi", Decimal(900), Decimal(950), Decimal(40)),
            (2, "tambahan", 1, "", "rendah", Decimal(3), None, None),
        ]

    def test_three_and_three_hundred_rows_cost_the_same(self) -> None:
        (contoh,) = self.baca([BAIK[0]])
        kueri = []
        for suntingan, banyak in enumerate((3, 300)):
            isi = contoh.isi | {"bobot": None}
            baris = [BarisSKP(urut, isi | {"rencana": f"Hasil {banyak}.{urut // 2}"}) for urut in range(banyak)]
            with CaptureQueriesContext(connection) as tangkap:
                assert simpan_impor(skp=self.skp, oleh=self.pemilik, baris=baris, suntingan=suntingan) == banyak
            kueri.append(len(tangkap))
        assert kueri[0] == kueri[1] <= 12
        urut = list(self.skp.rencana.order_by("urut").values_list("urut", flat=True))
        assert urut == list(range(1, 2 + 150 + 1))
        assert Indikator.objects.filter(rencana__skp=self.skp, urut=2).count() == 1 + 150

    def test_a_fault_names_sheet_row_and_column_and_nothing_is_stored(self) -> None:
        salah = [
            BAIK[0],
            ["Hasil", "Utama", "", "Waktu", "", "banyak", None, "x" * 31, 120],
            ["Hasil", "Lain", "x", "Mutu", "", 5, 4, "", None],
        ]
        baris = self.baca(salah)
        assert [len(satu.galat) for satu in baris] == [0, 4, 3]
        semua = " ".join(kalimat for satu in baris for kalimat in satu.galat)
        for bagian in (
            "Lembar «Rencana», baris 3, kolom C (Indikator) belum diisi",
            "baris 3, kolom F (Target) tidak terbaca",
            "baris 3, kolom H (Satuan) lebih panjang dari 30 huruf",
            "baris 3, kolom I (Bobot) di luar batas",
            "baris 4, kolom B (Jenis) berisi «Lain». Pilih salah satu: Utama, Tambahan",
            "baris 4, kolom D (Aspek) berisi «Mutu»",
            "baris 4, kolom G (Batas atas) lebih kecil dari targetnya",
        ):
            assert bagian in semua, bagian
        awal = CatatanAudit.objects.count()
        with pytest.raises(ProsesDitolak, match="7 hal perlu dibetulkan"):
            simpan_impor(skp=self.skp, oleh=self.pemilik, baris=baris, suntingan=0)
        assert (self.skp.rencana.count(), CatatanAudit.objects.count()) == (0, awal)

    def test_numbers_that_would_not_be_stored_as_they_stand_are_refused(self) -> None:
        for target, bobot, kalimat in (
            ("0,00004", None, "(Target) paling banyak 4 angka di belakang koma"),
            (5, 0, "(Bobot) di luar batas: isi angka di atas 0 dan paling besar 100"),
            (5, "100,005", "(Bobot) di luar batas"),
            (5, "33,333", "(Bobot) paling banyak 2 angka di belakang koma"),
        ):
            (baris,) = self.baca([["Hasil", "", "Ukuran", "", "", target, None, "", bobot]])
            with self.subTest(target=target, bobot=bobot):
                assert [kalimat in satu for satu in baris.galat] == [True]

    def test_wrong_sheets_are_refused_in_words(self) -> None:
        for judul, isi, cocok in (
            (["Nama", "NIP"], [["x", "y"]], "judul kolom tidak ditemukan"),
            (["Rencana hasil kerja", "Indikator"], [["x", "y"]], "Kolom target tidak ditemukan"),
            (JUDUL, [], "belum berisi baris"),
            (JUDUL, [BAIK[0]] * 101, "lebih dari 100 baris"),
        ):
            with self.subTest(cocok), pytest.raises(ProsesDitolak, match=cocok):
                self.baca(isi, judul)

    def test_who_when_and_on_what_was_looked_at(self) -> None:
        baris = self.baca(BAIK)
        with pytest.raises(ProsesDitolak, match="pemiliknya"):
            simpan_impor(skp=self.skp, oleh=akun(self.kantor.kasi), baris=baris, suntingan=0)
        simpan_impor(skp=self.skp, oleh=self.pemilik, baris=baris, suntingan=0)
        with pytest.raises(KonflikVersi):
            simpan_impor(skp=self.skp, oleh=self.pemilik, baris=baris, suntingan=0)
        SKP.objects.filter(pk=self.skp.pk).update(status="disetujui", penilai=self.kantor.kasi)
        with pytest.raises(ProsesDitolak, match="tidak dapat diubah"):
            simpan_impor(skp=self.skp, oleh=self.pemilik, baris=baris, suntingan=1)
        assert Indikator.objects.filter(rencana__skp=self.skp).count() == 3

    def test_the_template_has_the_columns_of_the_form_and_approach(self) -> None:
        judul = [sel.teks for sel in baca_xlsx(templat(self.skp)).baris[0].sel]
        assert len(judul) == 9
        assert "Aspek" in judul
        self.skp.bentuk = "pimpinan"
        assert {"perspektif", "penugasan_dari"} <= set(kolom_untuk(self.skp))
        assert "aspek" not in kolom_untuk(self.skp)
        self.skp.bentuk, self.skp.pendekatan = "pegawai", "kualitatif"
        assert kolom_untuk(self.skp) == ["rencana", "jenis", "uraian"]

    def test_pages_look_first_and_then_save(self) -> None:
        self.client.force_login(self.pemilik)
        alamat = f"/kinerja/skp/{self.skp.uuid}/impor/"
        unggah = {"berkas": SimpleUploadedFile("skp.xlsx", tulis_xlsx([JUDUL, *BAIK]))}
        self.assertRedirects(self.client.post(alamat, unggah), alamat)
        self.assertContains(self.client.get(alamat), "Simpan 3 baris ke draf")
        assert not self.skp.rencana.exists()
        self.assertRedirects(self.client.post(alamat, {"langkah": "simpan"}), f"/kinerja/skp/{self.skp.uuid}/")
        assert self.skp.rencana.count() == 2
        self.assertContains(self.client.post(alamat, {"langkah": "simpan"}), "Unggah berkasnya dulu", status_code=409)
        kosong = {"berkas": SimpleUploadedFile("skp.xlsx", b"bukan excel")}
        assert self.client.post(alamat, kosong).status_code == 422
        assert self.client.get(f"/kinerja/skp/{self.skp.uuid}/templat/").status_code == 200
