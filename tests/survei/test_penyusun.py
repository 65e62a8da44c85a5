"""The builder, the public form of a free survey, its counts; and what answers keep from changing."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any
from unittest import mock
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, InternalError, connection, transaction
from django.test.utils import CaptureQueriesContext

from rakumpit.audit.models import CatatanAudit
from survei import proses
from survei.enums import Saluran
from survei.models import HitunganButir, Instrumen, Pertanyaan, Pilihan, Respons
from survei.perhitungan.butir import JenisPertanyaan
from survei.proses import penyusun
from survei.proses.penyusun import IsiPertanyaan
from survei.proses.salinan import versi_baru
from survei.ringkasan import selisih_hitungan
from tests import pabrik
from tests.survei.dasar import UjiSurvei
from tests.survei.isi_penyusun import SEMUA, susun_bebas

LENGKAP = {
    "p2": "1",
    "p3": ["1", "3"],
    "p4": "5",
    "p5": "12,5",
    "p6": "2026-09-01",
    "p7-b1": "3",
    "p7-b2": "2",
    "p8": "Kursi",
}


class UjiBebas(UjiSurvei):
    def setUp(self) -> None:
        super().setUp()
        self.instrumen = susun_bebas(self.pengelola)
        self.bebas = pabrik.buat_survei(self.unit, instrumen=self.instrumen, layanan=[self.layanan], judul="Posyandu")

    def isi(self, **ubah: Any) -> dict[str, Any]:
        isi = {
            "submission_id": str(uuid4()),
            "versi_formulir": f"{self.instrumen.kode}-v1",
            "layanan": str(self.layanan.uuid),
            **LENGKAP,
            **ubah,
        }
        return {nama: nilai for nama, nilai in isi.items() if nilai is not None}

    def kirim(self, **ubah: Any) -> Any:
        return self.client.post(f"/survei/{self.bebas.uuid}/", self.isi(**ubah))

    def test_semua_jenis_tampil_tanpa_skrip_dengan_syaratnya(self) -> None:
        halaman = self.client.get(f"/survei/{self.bebas.uuid}/")
        self.assertContains(halaman, "<h1>Bagaimana posyandu bulan ini?</h1>")
        self.assertContains(halaman, "Tujuh pertanyaan, sekitar dua menit.")
        self.assertContains(
            halaman, "Jawab hanya bila Anda memilih «Ya» pada «Apakah Anda datang ke posyandu bulan ini?»."
        )
        self.assertContains(halaman, 'type="checkbox" name="p3"', count=3)
        self.assertContains(halaman, 'type="radio" name="p7-b1"', count=4)
        self.assertContains(halaman, "(tidak wajib)")
        self.assertNotContains(halaman, 'name="saran"')
        assert len(halaman.content) < 14_000

    def test_formulir_disimpan_dan_diperiksa_di_server(self) -> None:
        assert self.kirim(p99="dititipkan").status_code == 200
        assert Respons.objects.get(survei=self.bebas).jawaban == {
            "p2": 1,
            "p3": [1, 3],
            "p4": 5,
            "p5": "12.5",
            "p6": "2026-09-01",
            "p7-b1": 3,
            "p7-b2": 2,
            "p8": "",
        }
        assert Respons.objects.get(survei=self.bebas).teks_asli == {"p8": "Kursi"}
        salah = self.kirim(p4="9", p5="601", **{"p7-b2": None})
        assert salah.status_code == 422
        assert set(salah.context["form"].errors) == {"p4", "p5", "p7-b2"}
        self.assertContains(salah, "Angka ini paling besar 600.", status_code=422)
        # Nothing typed is lost.
        self.assertContains(salah, 'value="601"', status_code=422)
        self.assertContains(salah, 'name="p3" value="3" checked', status_code=422)
        assert Respons.objects.filter(survei=self.bebas).count() == 1

    def test_jawaban_cabang_yang_tidak_dicapai_dibuang(self) -> None:
        assert self.kirim(p2="2").status_code == 200
        assert "p3" not in Respons.objects.get(survei=self.bebas).jawaban
        assert self.kirim(p2="1", p3=None).status_code == 422

    def test_kiriman_dari_perangkat_diterima_dan_ulangannya_tidak_ganda(self) -> None:
        badan = json.dumps({"diisi_pada": "2026-09-15T01:00:00Z", "isi": self.isi()})
        for kode in (201, 200):
            balasan = self.client.post(
                f"/survei/{self.bebas.uuid}/",
                badan,
                content_type="application/json",
                headers={"Sec-Fetch-Site": "same-origin"},
            )
            assert balasan.status_code == kode, balasan.content
        assert Respons.objects.get(survei=self.bebas).jawaban["p3"] == [1, 3]

    def test_proses_memeriksa_sekali_lagi(self) -> None:
        hasil = proses.terima_isian(
            survei=self.bebas,
            submission_id=uuid4(),
            layanan=self.layanan,
            jawaban={"p2": 7, "p4": 5, "p7-b1": 1, "p7-b2": None},
            demografi={},
            saran="",
            saluran=Saluran.DARING,
            versi_formulir="x-v1",
            tanggal=self.bebas.mulai,
        )
        assert set(hasil.galat) == {"p2"}
        assert not Respons.objects.filter(survei=self.bebas).exists()

    def test_urutan_acak_tetap_pada_halaman_galat(self) -> None:
        Instrumen.objects.filter(pk=self.instrumen.pk).update(acak=True)
        kiriman = str(uuid4())

        def urutan(halaman: Any) -> list[str]:
            return [satu.tanya.butir.kode for satu in halaman.context["form"].soal_bebas]

        pertama = urutan(self.kirim(submission_id=kiriman, p4=None))
        assert pertama == urutan(self.kirim(submission_id=kiriman, p4=None))
        assert len({tuple(urutan(self.kirim(submission_id=str(uuid4()), p4=None))) for _ in range(8)}) > 1

    def hitung(self) -> None:
        proses.hitung_ulang_seluruhnya(survei_id=self.bebas.pk)

    def terbit(self) -> str:
        for langkah in (proses.tutup, proses.kunci, proses.publikasikan):
            langkah(survei=self.bebas, oleh=self.pengelola)
        return f"/hasil/{self.bebas.uuid}/"

    def banyak(self, jumlah: int, **ubah: Any) -> None:
        jawaban = {"p2": 1, "p3": [1, 3], "p4": 5, "p5": "10", "p6": "2026-09-01", "p7-b1": 3, "p7-b2": None, "p8": "a"}
        for _ in range(jumlah):
            pabrik.buat_respons(self.bebas, jawaban | ubah)

    def test_hasil_per_pilihan_rata_rata_dan_sel_kecil(self) -> None:
        self.banyak(24)
        self.banyak(3, p4=1, p5="100", p3=[2], p8=None)
        halaman = self.client.get(self.terbit())
        butir = {satu.teks: satu for satu in halaman.context["butir"]}
        tunggu = butir["Berapa menit Anda menunggu?"]
        # (24 x 10 + 3 x 100) / 27 = 20.
        assert (tunggu.n, tunggu.angka) == (27, (("Rata-rata", "20,00"), ("Nilai tengah", "10,00")))
        mudah = butir["Seberapa mudah Anda mencapai tempatnya?"]
        assert mudah.n == 27
        assert [satu.jumlah for satu in mudah.baris] == [None, 0, 0, 0, None]
        assert mudah.angka == ()
        pakai = butir["Layanan apa yang Anda pakai?"]
        assert (pakai.n, [satu.jumlah for satu in pakai.baris]) == (27, [None, None, None])
        assert butir["Bagaimana menurut Anda? Penjelasan kader"].n is None
        assert butir["Apa yang perlu ditambah?"].n == 24
        assert selisih_hitungan() == []

    def test_tulisan_warga_tidak_tampil_di_mana_pun(self) -> None:
        self.banyak(12, p8="rahasia sekali")
        self.client.force_login(self.pengelola)
        self.assertNotContains(self.client.get(f"/survei/kelola/{self.bebas.uuid}/"), "rahasia sekali")
        self.assertNotContains(self.client.get(self.terbit()), "rahasia sekali")

    def test_di_dalam_kantor_hanya_sesudah_dikunci_dan_mulai_lima(self) -> None:
        self.client.force_login(self.pengelola)
        for banyak, tampil in ((4, {None}), (5, {5, None})):
            self.bebas = pabrik.buat_survei(self.unit, instrumen=self.instrumen, layanan=[self.layanan])
            self.banyak(banyak)
            self.hitung()
            proses.tutup(survei=self.bebas, oleh=self.pengelola)
            halaman = self.client.get(f"/survei/kelola/{self.bebas.uuid}/")
            self.assertContains(halaman, "Hitungan tiap jawaban tampil sesudah survei dikunci")
            assert "butir" not in halaman.context
            proses.kunci(survei=self.bebas, oleh=self.pengelola)
            butir = self.client.get(f"/survei/kelola/{self.bebas.uuid}/").context["butir"]
            assert {satu.n for satu in butir if satu.jenis != "bagian"} == tampil

    def test_hitungan_yang_rusak_terlihat_verifikasi(self) -> None:
        self.banyak(6)
        self.hitung()
        assert selisih_hitungan() == []
        HitunganButir.objects.filter(kunci="p3", nilai=3).update(jumlah=99)
        assert [(satu.apa, satu.tersimpan, satu.seharusnya) for satu in selisih_hitungan()] == [("p3=3", 99, 6)]

    def test_banyaknya_yang_menjawab_dan_butir_hasil_terkunci_juga_diperiksa(self) -> None:
        self.banyak(6)
        self.banyak(2, p8=None, p3=None)
        self.terbit()
        assert selisih_hitungan() == []
        HitunganButir.objects.filter(kunci="p8.n").update(jumlah=7)
        HitunganButir.objects.filter(kunci="p3.n").delete()
        temuan = [(satu.letak, satu.apa, satu.tersimpan, satu.seharusnya) for satu in selisih_hitungan()]
        assert temuan == [
            ("hitungan", "p3.n=0", 0, 6),
            ("hitungan", "p8.n=0", 7, 6),
            ("hasil terkunci", "p3.n=0", 6, 0),
            ("hasil terkunci", "p8.n=0", 6, 7),
        ]

    def test_sesudah_ada_jawaban_kata_boleh_arti_tidak(self) -> None:
        self.banyak(1)
        tanya = self.instrumen.pertanyaan.get(kode_unsur="p2")
        penyusun.perbaiki_kata(
            pertanyaan=tanya, teks="Apakah Anda datang bulan ini?", bantuan="", label={1: "Ya, datang"}, baris={},
            oleh=self.pengelola,
        )  # fmt: skip
        assert list(tanya.pilihan.order_by("nilai").values_list("nilai", "label")) == [(1, "Ya, datang"), (2, "Tidak")]
        catatan = CatatanAudit.objects.get(aksi="survei.instrumen.pertanyaan.kata").nilai
        assert catatan.sebelum["pilihan"]["1"] == "Ya"
        assert catatan.sesudah["teks"] == "Apakah Anda datang bulan ini?"
        with pytest.raises(ValidationError, match="versi baru"):
            penyusun.ubah_pertanyaan(pertanyaan=tanya, isi=IsiPertanyaan("x"), oleh=self.pengelola)
        for ubah in (
            lambda: tanya.pilihan.filter(nilai=1).update(nilai=3),
            lambda: Pilihan.objects.create(pertanyaan=tanya, nilai=9, label="Baru"),
            lambda: tanya.pilihan.filter(nilai=2).delete(),
            lambda: Pertanyaan.objects.filter(pk=tanya.pk).update(wajib=False),
            lambda: Pertanyaan.objects.filter(kode_unsur="p3").update(bila_nilai=[2]),
            lambda: Pertanyaan.objects.filter(pk=tanya.pk).update(arah="berlawanan"),
            lambda: self.instrumen.pertanyaan.get(kode_unsur="p8").delete(),
            lambda: Pertanyaan.objects.create(instrumen=self.instrumen, kode_unsur="p50", urutan=50, teks="x"),
        ):
            with pytest.raises((InternalError, IntegrityError), match="Sudah ada jawaban"), transaction.atomic():
                ubah()

    def test_tanpa_jawaban_basis_data_tidak_menghalangi(self) -> None:
        # The control of the test above: it is the answer that keeps the meaning, nothing else.
        tanya = self.instrumen.pertanyaan.get(kode_unsur="p2")
        assert tanya.pilihan.filter(nilai=1).update(nilai=3) == 1

    def test_unsur_indeks_tetap_satu_sampai_empat(self) -> None:
        unsur = Instrumen.objects.get(kode="spkp").pertanyaan.get(kode_unsur="waktu")
        with pytest.raises(IntegrityError, match="1 sampai 4"), transaction.atomic():
            Pilihan.objects.create(pertanyaan=unsur, nilai=5, label="Lima")


class UjiPenyusun(UjiSurvei):
    def setUp(self) -> None:
        super().setUp()
        self.draf = susun_bebas(self.pengelola, terbit=False)
        self.client.force_login(self.pengelola)

    def jalur(self, sisa: str = "") -> str:
        return f"/survei/kelola/instrumen/{self.draf.uuid}/{sisa}"

    def kode(self) -> list[str]:
        return list(self.draf.pertanyaan.order_by("urutan").values_list("kode_unsur", flat=True))

    def test_jumlah_kueri_sama_untuk_3_dan_60_pertanyaan(self) -> None:
        draf = susun_bebas(self.pengelola, nama="Survei panjang", terbit=False)
        awal = f"/survei/kelola/instrumen/{draf.uuid}/"
        semua = list(draf.pertanyaan.order_by("-urutan"))
        for satu in semua[:-3]:
            penyusun.hapus_pertanyaan(pertanyaan=satu, oleh=self.pengelola)
        assert draf.pertanyaan.count() == 3
        alamat = ("", "coba/", "bahasa/ngaju/", "ubah/", "tambah/tunggal/", "pertanyaan/p2/")
        self.client.get(awal)  # the first page of a session also records the session
        jumlah: list[list[int]] = []
        for banyak in (3, penyusun.PERTANYAAN_TERBANYAK):
            while draf.pertanyaan.count() < banyak:
                nomor = draf.pertanyaan.count()
                jenis, isi = SEMUA[nomor % len(SEMUA)]
                if jenis is not JenisPertanyaan.BAGIAN:
                    isi = replace(isi, bila="p2", bila_nilai=(1,))
                penyusun.tambah_pertanyaan(instrumen=draf, jenis=jenis, isi=isi, oleh=self.pengelola)
            jumlah.append([])
            akhir = draf.pertanyaan.latest("urutan").kode_unsur
            for jalur in (*alamat, f"pertanyaan/{akhir}/"):
                with CaptureQueriesContext(connection) as kueri:
                    assert self.client.get(awal + jalur).status_code == 200
                jumlah[-1].append(len(kueri))
        self.assertEqual(*jumlah)
        self.assertLessEqual(max(jumlah[0]), 20)

    def test_buat_tambah_pindah_hapus_dari_halaman(self) -> None:
        isi = {"nama": "Survei pasar", "judul_formulir": "Bagaimana pasar?", "kiriman": str(uuid4())}
        balasan = [self.client.post("/survei/kelola/instrumen/buat/", isi) for _ in range(2)]
        assert balasan[0].headers["Location"] == balasan[1].headers["Location"]
        baru = Instrumen.objects.get(nama="Survei pasar")
        assert (baru.kode, baru.status, baru.jenis) == ("survei-pasar", "draf", "bebas")
        alamat = f"/survei/kelola/instrumen/{baru.uuid}/"
        tunggal = {"teks": "Buka pagi?", "pilihan": "Ya\n Tidak \n\n", "wajib": "on"}
        tunggal["kode"] = self.client.get(alamat + "tambah/tunggal/").context["form"]["kode"].value()
        for _ in range(2):
            assert self.client.post(alamat + "tambah/tunggal/", tunggal).status_code == 302
        skala = {"teks": "Bersih?", "dari": "0", "sampai": "10", "arti_bawah": "kotor", "arti_atas": "bersih"}
        assert self.client.post(alamat + "tambah/skala/", skala | {"bila": ["p1=1"]}).status_code == 302
        kedua = baru.pertanyaan.get(kode_unsur="p2")
        assert kedua.bila
        assert (kedua.bila.kode_unsur, kedua.bila_nilai, kedua.wajib) == ("p1", [1], False)
        assert kedua.pilihan.count() == 11
        assert list(baru.pertanyaan.get(kode_unsur="p1").pilihan.order_by("nilai").values_list("label", flat=True)) == [
            "Ya",
            "Tidak",
        ]
        self.client.post(alamat + "pertanyaan/p2/pindah/", {"arah": "naik"})
        # Its condition now lies behind it, and publishing says so.
        halaman = self.client.post(alamat + "terbitkan/", {"yakin": "on"}, follow=True)
        self.assertContains(halaman, "Pertanyaan syaratnya harus lebih dahulu")
        self.client.post(alamat + "pertanyaan/p1/hapus/")
        assert baru.pertanyaan.count() == 2
        self.client.post(alamat + "pertanyaan/p2/pindah/", {"arah": "turun"})
        self.client.post(alamat + "terbitkan/", {"yakin": "on"})
        baru.refresh_from_db()
        assert baru.status == "terbit"

    def test_isian_penyusun_yang_salah_tidak_hilang(self) -> None:
        balasan = self.client.post(self.jalur("tambah/ganda/"), {"teks": "Apa?", "pilihan": "Sama\nsama"})
        self.assertContains(balasan, "Ada baris yang sama", status_code=422)
        self.assertContains(balasan, "Sama\nsama", status_code=422)
        balasan = self.client.post(self.jalur("tambah/teks/"), {"teks": "Apa?", "bila": ["p2=1", "p4=1"]})
        self.assertContains(balasan, "Pilih jawaban dari satu pertanyaan saja", status_code=422)

    def test_lihat_dan_coba_tidak_menyimpan_apa_pun(self) -> None:
        self.assertContains(self.client.get(self.jalur("coba/")), "Tidak ada jawaban yang disimpan")
        isi = LENGKAP | {"submission_id": str(uuid4()), "layanan": "contoh", "p2": "2"}
        halaman = self.client.post(self.jalur("coba/"), isi)
        baris = dict(halaman.context["baris"])
        assert baris["Layanan apa yang Anda pakai?"] == "Tidak ditanyakan"
        assert baris["Bagaimana menurut Anda? Tempat duduk"] == "Baik"
        assert baris["Berapa menit Anda menunggu?"] == "12,5"
        assert not Respons.objects.exists()
        assert self.client.post(self.jalur("coba/"), {"layanan": "contoh"}).status_code == 422
        skm = Instrumen.objects.get(kode="skm")
        alamat = f"/survei/kelola/instrumen/{skm.uuid}/coba/"
        assert self.client.get(alamat).status_code == 200

    def test_versi_dan_salinan(self) -> None:
        penyusun.terbitkan_instrumen(instrumen=self.draf, oleh=self.pengelola)
        self.client.post(self.jalur("versi/"))
        kedua = Instrumen.objects.get(kode=self.draf.kode, versi=2)
        assert kedua.status == "draf"
        assert kedua.uuid != self.draf.uuid
        assert list(kedua.pertanyaan.order_by("urutan").values_list("kode_unsur", flat=True)) == self.kode()
        syarat = kedua.pertanyaan.get(kode_unsur="p3").bila
        assert syarat
        assert (syarat.instrumen_id, syarat.kode_unsur) == (kedua.pk, "p2")
        halaman = self.client.post(self.jalur("versi/"), follow=True)
        self.assertContains(halaman, "Sudah ada draf versi berikutnya")
        self.assertContains(self.client.get(self.jalur()), "Lanjutkan draf versi 2")
        nomor = str(self.client.get(self.jalur()).context["kiriman"])
        for _ in range(2):
            self.client.post(self.jalur("salin/"), {"kiriman": nomor})
        salinan = Instrumen.objects.get(nama__endswith="(salinan)")
        assert (salinan.versi, salinan.pertanyaan.count()) == (1, 8)

    def test_skm_versi_baru_hanya_urutan_dan_kata(self) -> None:
        skm = Instrumen.objects.get(kode="skm")
        baru = versi_baru(instrumen=skm, oleh=self.pengelola)
        assert baru.pertanyaan.get(kode_unsur="sarana").nomor == "U8"
        penyusun.pindah_pertanyaan(
            pertanyaan=baru.pertanyaan.get(kode_unsur="pengaduan"), naik=True, oleh=self.pengelola
        )
        assert baru.pertanyaan.get(kode_unsur="pengaduan").nomor == "U8"
        assert skm.pertanyaan.get(kode_unsur="pengaduan").nomor == "U9"
        with pytest.raises(ValidationError, match="Unsur survei ini tetap"):
            penyusun.hapus_pertanyaan(pertanyaan=baru.pertanyaan.get(kode_unsur="biaya"), oleh=self.pengelola)
        with pytest.raises(ValidationError, match="survei bebas"):
            penyusun.tambah_pertanyaan(
                instrumen=baru, jenis=JenisPertanyaan.TEKS, isi=IsiPertanyaan("x"), oleh=self.pengelola
            )
        penyusun.terbitkan_instrumen(instrumen=baru, oleh=self.pengelola)

    def test_draf_tidak_dapat_dibuka_sebagai_survei_dan_dapat_dihapus(self) -> None:
        survei = pabrik.buat_survei(self.unit, instrumen=self.draf, layanan=[self.layanan], status="draf")
        with pytest.raises(ValidationError, match="masih draf"):
            proses.buka(survei=survei, oleh=self.pengelola)
        with pytest.raises(ValidationError, match="memakai draf"):
            penyusun.hapus_draf(instrumen=self.draf, oleh=self.pengelola)
        survei.layanan.clear()
        survei.delete()
        self.client.post(self.jalur("hapus/"), {"yakin": "on"})
        assert not Instrumen.objects.filter(pk=self.draf.pk).exists()

    def test_syarat_mengikuti_jawabannya_dan_tidak_beralih_ke_yang_lain(self) -> None:
        """p3 is asked only of those who said «Ya» (1); the list of answers is typed anew in four ways."""
        tanya = self.draf.pertanyaan.get(kode_unsur="p2")

        def ubah(*label: str) -> list[int]:
            isi = IsiPertanyaan(tanya.teks, pilihan=tuple(enumerate(label, start=1)))
            penyusun.ubah_pertanyaan(pertanyaan=tanya, isi=isi, oleh=self.pengelola)
            return list(self.draf.pertanyaan.get(kode_unsur="p3").bila_nilai)

        assert ubah("Belum tahu", "ya", "Tidak") == [2]
        assert ubah("Belum tahu", "Iya, bulan ini", "Tidak") == [2]
        for label in (("Belum tahu", "Tidak"), ("Belum tahu",)):
            with pytest.raises(ValidationError, match="bila dijawab «Iya, bulan ini»"):
                ubah(*label)
        assert list(tanya.pilihan.order_by("nilai").values_list("label", flat=True)) == [
            "Belum tahu",
            "Iya, bulan ini",
            "Tidak",
        ]
        halaman = self.client.post(self.jalur("pertanyaan/p2/"), {"teks": "Datang?", "pilihan": "Belum tahu\nTidak"})
        self.assertContains(halaman, "Ubah syaratnya dahulu", status_code=409)

    def test_dua_orang_pada_saat_yang_sama_diberi_tahu(self) -> None:
        """Both have looked for a free code or version before either has stored: the second one is told."""
        isi = {"nama": "Survei pasar", "judul_formulir": "Bagaimana pasar?"}
        self.client.post("/survei/kelola/instrumen/buat/", isi | {"kiriman": str(uuid4())})
        isi["kiriman"] = str(uuid4())
        with mock.patch("survei.proses.penyusun.kode_baru", return_value="survei-pasar"):
            halaman = self.client.post("/survei/kelola/instrumen/buat/", isi)
        self.assertContains(halaman, "Orang lain baru saja membuat yang sama", status_code=409)
        self.assertContains(halaman, "Bagaimana pasar?", status_code=409)
        skm = self.survei.instrumen
        versi_baru(instrumen=skm, oleh=self.pengelola)
        with mock.patch("survei.proses.salinan.Instrumen.objects.filter") as semua:
            # What the other transaction saw: no draft yet, and the version before it as the last one.
            semua.return_value.filter.return_value.exists.return_value = False
            semua.return_value.aggregate.return_value = {"versi": skm.versi}
            with pytest.raises(ValidationError, match="membuat yang sama"):
                versi_baru(instrumen=skm, oleh=self.pengelola)
        assert Instrumen.objects.filter(kode=skm.kode, status="draf").count() == 1

    def test_hanya_pengelola(self) -> None:
        for siapa in (self.lurah, self.petugas, self.admin):
            with pytest.raises(PermissionDenied):
                penyusun.terbitkan_instrumen(instrumen=self.draf, oleh=siapa)
            self.client.force_login(siapa)
            assert self.client.get(self.jalur()).status_code == 404
