"""Answers in words to a free survey: masked before anybody reads them, gone in time, with nothing left of them."""

from __future__ import annotations

import io
import json
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from unittest import mock
from uuid import UUID, uuid4

import openpyxl
import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from rakumpit.antrean.models import Antrean
from rakumpit.audit.models import CatatanAudit
from rakumpit.waktu import WIB
from survei import proses
from survei.models import Respons, Survei
from survei.proses import masa_simpan
from survei.ringkasan import selisih_hitungan
from tests import pabrik
from tests.survei.dasar import SAAT, UjiSurvei, pada
from tests.survei.isi_penyusun import susun_bebas
from tests.survei.test_penyusun import LENGKAP
from tests.survei.test_saran import RAHASIA, TERBACA, TULISAN, bocor


class UjiTeks(UjiSurvei):
    """A free survey in which p8 takes text."""

    def setUp(self) -> None:
        super().setUp()
        self.instrumen = susun_bebas(self.pengelola)
        self.bebas = pabrik.buat_survei(self.unit, instrumen=self.instrumen, layanan=[self.layanan], judul="Posyandu")
        self.dasar = f"/survei/kelola/{self.bebas.uuid}/"

    def kirim(self, teks: str = TULISAN, **ubah: Any) -> str:
        """Fill in a form; the receipt code."""
        isi = {
            "submission_id": str(uuid4()),
            "versi_formulir": f"{self.instrumen.kode}-v1",
            "layanan": str(self.layanan.uuid),
            **LENGKAP,
            "p8": teks,
            **ubah,
        }
        balasan = self.client.post(f"/survei/{self.bebas.uuid}/", isi)
        assert balasan.status_code == 200
        return proses.kode_terima(UUID(str(isi["submission_id"])))

    def hitung(self) -> None:
        """What the drained outbox asks for."""
        for baris in Antrean.objects.filter(tugas__startswith="survei."):
            proses.hitung_ulang(**(baris.muatan | {"hari": date.fromisoformat(baris.muatan["hari"])}))

    def sampai(self, status: str) -> None:
        for langkah in (proses.tutup, proses.kunci, proses.publikasikan):
            langkah(survei=self.bebas, oleh=self.pengelola)
            self.bebas.refresh_from_db()
            if self.bebas.status == status:
                return

    def seluruh_isi(self) -> str:
        """Every row of every table."""
        with connection.cursor() as kursor:
            keluar = []
            for tabel in connection.introspection.table_names(kursor):
                kursor.execute(f'SELECT to_jsonb(t)::text FROM "{tabel}" t')  # noqa: S608 - names from the catalogue
                keluar += [f"{tabel}: {json.loads(isi)}" for (isi,) in kursor.fetchall()]
        return "\n".join(keluar)


class UjiSamaranTeks(UjiTeks):
    def test_kiriman_memisahkan_kata_dari_jawaban_dan_hitungan_menyamarkannya(self) -> None:
        self.kirim()
        satu = Respons.objects.get()
        assert (satu.jawaban["p8"], satu.teks_asli, satu.teks_tersamar) == ("", {"p8": TULISAN}, None)
        self.hitung()
        satu.refresh_from_db()
        assert satu.teks_tersamar == {"p8": TERBACA}
        assert selisih_hitungan() == []

    def test_yang_tidak_menjawab_teks_tidak_bertanda(self) -> None:
        self.kirim(teks="")
        satu = Respons.objects.get()
        assert (satu.jawaban["p8"], satu.teks_asli) == (None, {})

    def test_basis_data_menolak_kata_di_dalam_jawaban(self) -> None:
        self.kirim()
        for isi in ({"p8": TULISAN}, {"p8": "a"}, {"p3": [1, "kata"]}):
            with pytest.raises(IntegrityError, match="respons_jawaban_tanpa_kata"), transaction.atomic():
                Respons.objects.update(jawaban=isi)
        # What questions with a closed answer store is let through.
        Respons.objects.update(jawaban={"p2": 1, "p3": [1, 3], "p5": "-12.5", "p6": "2026-09-01", "p7-b1": None})

    def test_kiriman_ulang_dikenali_dari_tulisannya(self) -> None:
        kiriman = str(uuid4())
        self.kirim(submission_id=kiriman)
        assert self.kirim(submission_id=kiriman)
        isi = LENGKAP | {"p8": "Lain", "submission_id": kiriman, "layanan": str(self.layanan.uuid)}
        isi |= {"versi_formulir": f"{self.instrumen.kode}-v1"}
        assert self.client.post(f"/survei/{self.bebas.uuid}/", isi).status_code == 409
        assert Respons.objects.count() == 1

    def test_pegawai_baru_dan_survei_terkunci_disamarkan_perintah(self) -> None:
        self.kirim("Joelita di meja dua baik")
        self.sampai("dikunci")
        assert Respons.objects.get().teks_tersamar == {"p8": "Joelita di meja dua baik"}
        pabrik.buat_pegawai(self.unit, nama="Joelita Sangen, S.Sos.")
        assert proses.samarkan_saran() == 1
        assert Respons.objects.get().teks_tersamar == {"p8": "[nama] di meja dua baik"}
        # As the rows of before stand after the migration: the suggestion masked by today's rules, the text not yet.
        Respons.objects.update(teks_tersamar=None)
        assert proses.samarkan_saran() == 1
        assert proses.samarkan_saran() == 0

    def test_pengacakan_malam_tidak_mengubah_isi(self) -> None:
        self.kirim()
        self.hitung()
        sebelum = Respons.objects.values().get()
        assert proses.acak_jawaban(hari=date(2026, 9, 16)) == 1
        assert Respons.objects.values().get() == sebelum

    def test_hapus_sendiri_menghapus_tulisan_asli_dan_samarannya(self) -> None:
        kode = self.kirim()
        self.hitung()
        assert "Kursi kurang" in self.seluruh_isi()
        assert self.client.post("/survei/hapus/", {"kode": kode, "yakin": "on"}).status_code == 200
        satu = Respons.objects.get()
        assert (satu.jawaban, satu.teks_asli, satu.teks_tersamar, satu.sidik) == ({}, {}, None, "")
        assert "Kursi kurang" not in self.seluruh_isi()


class UjiMasaSimpanTeks(UjiTeks):
    def setUp(self) -> None:
        super().setUp()
        for _ in range(5):
            self.kirim()
        self.sampai("dipublikasi")
        palsu = mock.patch.object(masa_simpan, "tanggal_lokal", return_value=SAAT.date())
        palsu.start()
        self.addCleanup(palsu.stop)

    def jalan(self, **setelah: int) -> list[tuple[str, int, str]]:
        saat = datetime(SAAT.year + setelah.pop("tahun", 0), SAAT.month, SAAT.day, 9, tzinfo=WIB)
        with pada(saat + timedelta(**setelah)):
            return [(satu.apa, satu.jumlah, satu.tunda) for satu in proses.hapus_jatuh_tempo()]

    def test_tulisan_asli_lalu_samaran_lalu_jawaban_dan_tidak_ada_yang_tersisa(self) -> None:
        assert len(bocor(self.seluruh_isi())) == len(RAHASIA), "sebelum waktunya masih ada"
        assert self.jalan(days=29) == []
        assert self.jalan(days=30) == [("tulisan asli", 5, "")]
        isi = self.seluruh_isi()
        assert bocor(isi) == []
        assert TERBACA in isi
        assert Respons.objects.filter(teks_asli={}, sidik="").count() == 5
        assert selisih_hitungan() == []
        assert self.jalan(tahun=1, days=-1) == []
        assert self.jalan(tahun=1) == [("tulisan", 5, "")]
        assert "Kursi kurang" not in self.seluruh_isi()
        # That it was answered stays with the coded answers, so the counts are still checked.
        assert selisih_hitungan() == []
        call_command("verifikasi", stdout=mock.Mock())
        assert self.jalan(tahun=2) == [("jawaban", 5, "")]
        assert not Respons.objects.exists()
        assert selisih_hitungan() == []

    def test_yang_belum_disamarkan_tidak_dihapus_sebagai_tulisan_asli(self) -> None:
        Respons.objects.update(teks_tersamar=None)
        assert self.jalan(days=30) == []
        assert Respons.objects.exclude(teks_asli={}).count() == 5

    def test_survei_terbuka_tidak_disentuh(self) -> None:
        Survei.objects.filter(pk=self.bebas.pk).update(status="terbuka")
        assert self.jalan(tahun=5) == []


class UjiHalamanTeks(UjiTeks):
    def isi(self, banyak: int = 5, **ubah: Any) -> None:
        for urut in range(banyak):
            pabrik.buat_respons(self.bebas, {"p2": 1, "p8": f"{TULISAN} Tulisan ke-{urut}.", **ubah})

    def masuk(self, siapa: Any, sisa: str = "") -> Any:
        self.client.force_login(siapa)
        return self.client.get(f"{self.dasar}teks/{sisa}")

    def unduh(self, **isi: str) -> Any:
        return self.client.post(f"{self.dasar}teks/p8/unduh/", {"tujuan": "rapat", "bentuk": "csv", **isi})

    def test_yang_membaca_saran_membaca_samarannya_sesudah_ditutup(self) -> None:
        self.isi()
        self.sampai("ditutup")
        proses.hitung_ulang_seluruhnya(survei_id=self.bebas.pk)
        for orang in (self.pengelola, self.lurah):
            halaman = self.masuk(orang, "p8/")
            self.assertContains(halaman, TERBACA, count=5)
            assert not bocor(halaman.content.decode())
            self.assertContains(self.masuk(orang), "Apa yang perlu ditambah?")
            for kata in RAHASIA:
                self.assertContains(self.masuk(orang, f"p8/?q={kata}"), "Tidak ada jawaban dengan kata itu")
            self.assertContains(self.masuk(orang, "p8/?q=ke-3"), "1 jawaban memuat kata itu")
        for orang in (self.petugas, self.luar, self.admin):
            for sisa in ("", "p8/"):
                assert self.masuk(orang, sisa).status_code == 404

    def test_selama_terbuka_dan_di_bawah_lima_tidak_terbaca_dan_tidak_terunduh(self) -> None:
        self.isi(4)
        self.sampai("ditutup")
        proses.hitung_ulang_seluruhnya(survei_id=self.bebas.pk)
        self.assertContains(self.masuk(self.pengelola, "p8/"), "Tulisan tampil mulai 5 jawaban")
        self.assertContains(self.unduh(), "Tulisan tampil mulai 5 jawaban", status_code=409)
        # A form that was taken out of the count does not make the number.
        self.isi(1, p2=2)
        Respons.objects.filter(jawaban__p2=2).update(dibatalkan=True, alasan_batal="iklan")
        proses.hitung_ulang_seluruhnya(survei_id=self.bebas.pk)
        assert self.unduh().status_code == 409
        self.isi(1)
        proses.hitung_ulang_seluruhnya(survei_id=self.bebas.pk)
        assert self.unduh().status_code == 200
        Survei.objects.filter(pk=self.bebas.pk).update(status="terbuka")
        halaman = self.masuk(self.pengelola, "p8/")
        self.assertContains(halaman, "sesudah survei ditutup")
        self.assertNotContains(halaman, "Kursi kurang")
        assert self.unduh().status_code == 409
        assert CatatanAudit.objects.filter(aksi="survei.teks.ekspor").count() == 1

    def test_belum_disamarkan_tidak_terbaca(self) -> None:
        self.isi()
        Survei.objects.filter(pk=self.bebas.pk).update(status="ditutup")
        halaman = self.masuk(self.pengelola, "p8/")
        assert "Kursi kurang" not in halaman.content.decode()
        proses.samarkan_saran()
        Respons.objects.filter(pk=Respons.objects.first().pk).update(teks_tersamar=None)  # type: ignore[union-attr]
        self.isi(1)
        proses.samarkan_saran()
        self.isi(1)
        halaman = self.masuk(self.pengelola, "p8/")
        self.assertContains(halaman, "1 jawaban sedang disiapkan")
        assert halaman.context["halaman"].paginator.count == 6

    def test_unduhan_tersamar_beralasan_dan_tidak_berjalan_sebagai_rumus(self) -> None:
        self.isi()
        pabrik.buat_respons(self.bebas, {"p8": "=1+1"})
        self.sampai("dikunci")
        self.client.force_login(self.lurah)
        salah = self.unduh(tujuan=" ")
        self.assertContains(salah, "Tulis untuk apa", status_code=422)
        csv = self.unduh().content.decode("utf-8-sig")
        assert not bocor(csv)
        assert csv.count(TERBACA) == 5
        assert "\n=1+1" not in csv.replace("\r", "")
        lembar = openpyxl.load_workbook(io.BytesIO(self.unduh(bentuk="xlsx").content)).active
        assert next(baris[0] for baris in lembar.values) == "Apa yang perlu ditambah?"
        catatan = CatatanAudit.objects.filter(aksi="survei.teks.ekspor").latest("pk")
        assert catatan.keterangan == "rapat"
        assert catatan.nilai.sesudah == {"pertanyaan": "p8", "jumlah": 6, "bentuk": "xlsx"}

    def test_sesudah_masa_simpan_halaman_menyebutnya(self) -> None:
        self.isi()
        self.sampai("dikunci")
        with mock.patch.object(masa_simpan, "tanggal_lokal", return_value=SAAT.date()):
            proses.hapus_jatuh_tempo(date(2027, 9, 15))
        self.assertContains(self.masuk(self.pengelola, "p8/"), "dihapus menurut masa simpan")
        assert self.unduh().status_code == 409

    def test_pertanyaan_lain_dan_survei_lain_tidak_ada(self) -> None:
        self.client.force_login(self.pengelola)
        for sisa in ("teks/p2/", "teks/p99/"):
            assert self.client.get(self.dasar + sisa).status_code == 404
        assert self.client.get(f"/survei/kelola/{self.survei.uuid}/teks/").status_code == 404

    def test_urutan_dua_pertanyaan_tidak_sama(self) -> None:
        """Otherwise the third text of one page and the third of the other would be of one person."""
        for urut in range(40):
            Respons.objects.filter(pk=pabrik.buat_respons(self.bebas, {"p2": 1}).pk).update(
                teks_tersamar={"p8": f"{urut:02d}", "p9": f"{urut:02d}"}, sidik_samaran="x"
            )
        urutan = [
            list(Respons.objects.berteks(kode).order_by("urut").values_list("terbaca", flat=True))
            for kode in ("p8", "p9")
        ]
        assert sorted(urutan[0]) == sorted(urutan[1])
        assert sum(satu == dua for satu, dua in zip(*urutan, strict=True)) < 11

    def test_pernyataan_tidak_bertambah_dengan_jawaban(self) -> None:
        self.isi(6)
        self.sampai("dikunci")

        def banyak() -> int:
            self.client.force_login(self.pengelola)
            with CaptureQueriesContext(connection) as tangkap:
                assert self.client.get(f"{self.dasar}teks/p8/").status_code == 200
            return len(tangkap)

        banyak()
        sedikit = banyak()
        self.isi(60)
        proses.samarkan_saran()
        assert banyak() == sedikit <= 20


def test_tulisan_asli_hanya_disebut_tempat_yang_menyimpan_menyamarkan_dan_menghapusnya() -> None:
    """Whoever reads the column from elsewhere has to come by here and say why."""
    akar = Path(settings.BASE_DIR)
    menyebut = {
        str(berkas.relative_to(akar))
        for folder in ("survei", "kinerja", "forum", "pelatihan", "rakumpit", "templates")
        for berkas in (akar / folder).rglob("*")
        if berkas.suffix in {".py", ".html", ".txt"}
        and "migrations" not in berkas.parts
        and "teks_asli" in berkas.read_text()
    }
    assert menyebut == {
        "survei/models/respons.py",
        "survei/querysets.py",
        "survei/proses/isian.py",
        "survei/proses/samaran.py",
        # These two empty it.
        "survei/proses/hapus_sendiri.py",
        "survei/proses/masa_simpan.py",
    }
