"""A form that waited on a device for a line: what the server answers, which day it gets, what is never stored."""

from __future__ import annotations

import json
import re
from datetime import date, datetime, timedelta
from typing import Any
from unittest import mock
from uuid import uuid4

from django.db import connection
from django.test import Client

from rakumpit.antrean.models import Antrean
from rakumpit.audit.models import CatatanAudit
from rakumpit.waktu import WIB
from survei import laju, tasks
from survei.enums import StatusSurvei
from survei.models import Instrumen, Pertanyaan, Respons, Survei
from survei.proses import kunci, tutup
from survei.views import luring
from tests import pabrik
from tests.survei.dasar import SAAT, UjiSurvei, isian, pada

ASAL = "http://testserver"


class UjiLuring(UjiSurvei):
    """Posts what the page's script posts."""

    def kirim(
        self, isi: dict[str, Any], diisi_pada: datetime | str | None = SAAT, *, asal: str | None = ASAL, badan: str = ""
    ) -> Any:
        saat = diisi_pada.isoformat() if isinstance(diisi_pada, datetime) else diisi_pada
        kepala = {"origin": asal} if asal else {}
        klien = Client(enforce_csrf_checks=True)
        klien.cookies = self.client.cookies
        return klien.post(
            self.alamat,
            badan or json.dumps({"diisi_pada": saat, "isi": isi}),
            content_type="application/json",
            headers=kepala,
        )

    def ubah(self, **nilai: Any) -> None:
        Survei.objects.filter(pk=self.survei.pk).update(**nilai)


class UjiJawaban(UjiLuring):
    def test_baru_ulang_dan_beda(self) -> None:
        isi = isian(self.survei, saran="Kursi kurang")
        baru, ulang = self.kirim(isi), self.kirim(isi)
        assert (baru.status_code, ulang.status_code) == (201, 200)
        assert baru.json()["submission_id"] == ulang.json()["submission_id"] == isi["submission_id"]
        assert baru.json()["kode_terima"] == ulang.json()["kode_terima"]
        beda = self.kirim(isi | {"U1": "1"})
        assert (beda.status_code, beda.json()["submission_id"]) == (409, isi["submission_id"])
        assert baru["Cache-Control"] == beda["Cache-Control"] == "no-store"
        assert Respons.objects.get().saran == "Kursi kurang"

    def test_ulangan_yang_menyebut_saat_lain_tetap_ulangan(self) -> None:
        isi = isian(self.survei)
        self.kirim(isi)
        assert self.kirim(isi, SAAT - timedelta(days=3)).status_code == 200
        assert Respons.objects.get().tanggal == date(2026, 9, 15)

    def test_yang_terkirim_sebagai_formulir_biasa_dikenali(self) -> None:
        isi = isian(self.survei)
        self.client.post(self.alamat, isi)
        assert self.kirim(isi).status_code == 200

    def test_tidak_lengkap_422_dengan_kolomnya(self) -> None:
        balasan = self.kirim(isian(self.survei, U3=None))
        assert balasan.status_code == 422
        assert balasan.json()["galat"] == {"U3": "Belum dijawab. Pilih satu jawaban."}
        assert balasan.json()["submission_id"]

    def test_badan_yang_rusak_400_tanpa_kode_kiriman(self) -> None:
        kode = str(uuid4())
        for badan in ("{", "[]", '{"isi": []}', '{"isi": {"U1": 3}}', '{"isi": {"U1": [3]}}', "[" * 100_000):
            balasan = self.kirim({}, badan=badan)
            assert balasan.status_code == 400, badan[:30]
            assert kode not in balasan.content.decode()
        assert not Respons.objects.exists()

    def test_survei_yang_tidak_ada_404_dalam_json(self) -> None:
        self.ubah(status=StatusSurvei.DRAF.value)
        isi = isian(self.survei)
        balasan = self.kirim(isi)
        assert (balasan.status_code, balasan.json()["submission_id"]) == (404, isi["submission_id"])

    def test_terlalu_banyak_429_dengan_jeda(self) -> None:
        with self.settings(BATAS_KIRIM_PER_JAM=0):
            balasan = self.kirim(isian(self.survei))
        assert (balasan.status_code, balasan["Retry-After"]) == (429, "600")
        assert not Respons.objects.exists()

    def test_hanya_dari_halaman_situs_ini(self) -> None:
        for asal in ("https://lain.example", "null", None):
            balasan = self.kirim(isian(self.survei), asal=asal)
            assert balasan.status_code == 403
            assert "submission_id" not in balasan.json()
        silang = Client().post(
            self.alamat, "{}", content_type="application/json", headers={"sec-fetch-site": "cross-site", "origin": ASAL}
        )
        assert silang.status_code == 403
        assert not Respons.objects.exists()

    def test_petugas_unit_yang_disurvei_tetap_ditolak(self) -> None:
        self.client.force_login(self.petugas)
        assert self.kirim(isian(self.survei)).status_code == 403
        assert not Respons.objects.exists()


class UjiHari(UjiLuring):
    def tersimpan(self, diisi_pada: datetime | str | None) -> tuple[date, list[str]]:
        isi = isian(self.survei, U1="2")
        assert self.kirim(isi, diisi_pada).status_code == 201
        satu = Respons.objects.get(pk=isi["submission_id"])
        return satu.tanggal, satu.bendera

    def test_hari_pengisian_menurut_wib(self) -> None:
        assert self.tersimpan("2026-09-12T16:59:00Z") == (date(2026, 9, 12), [])
        assert self.tersimpan("2026-09-12T17:01:00.000Z") == (date(2026, 9, 13), [])

    def test_jam_maju_sampai_sepuluh_menit_masih_dipercaya(self) -> None:
        hari = date(2026, 9, 15)
        assert self.tersimpan(SAAT + timedelta(minutes=10)) == (hari, [])
        assert self.tersimpan(SAAT + timedelta(minutes=10, seconds=1)) == (hari, ["jam_perangkat"])
        with pada(datetime(2026, 9, 15, 23, 55, tzinfo=WIB)):
            assert self.tersimpan(datetime(2026, 9, 16, 0, 3, tzinfo=WIB)) == (hari, [])

    def test_jam_yang_keliru_memakai_hari_tiba_dan_ditandai(self) -> None:
        for saat in ("2020-01-01T00:00:00Z", "9999-12-31T23:59:59-12:00", "2026-09-12T10:00:00", "kemarin", "", None):
            assert self.tersimpan(saat) == (date(2026, 9, 15), ["jam_perangkat"]), saat

    def test_beruntun_menurut_saat_pengisian_bukan_saat_tiba(self) -> None:
        """The page's script sends every form this way, so a burst has to show here; a device whose line is back not."""
        batas = laju.BANYAK_BERUNTUN
        ditunggu = [self.tersimpan(SAAT - timedelta(minutes=20 * i))[1] for i in range(batas + 2)]
        assert ditunggu == [[]] * (batas + 2)
        laju.lupakan()
        sekaligus = [self.tersimpan(SAAT - timedelta(seconds=30 * i))[1] for i in range(batas + 2)]
        assert sekaligus == [[]] * batas + [["beruntun"]] * 2
        laju.lupakan()
        keliru = [self.tersimpan("kemarin")[1] for _ in range(batas + 1)]
        assert keliru[-1] == ["jam_perangkat", "beruntun"], "jam yang tidak dipercaya: saat tiba"

    def test_hanya_hari_yang_disimpan(self) -> None:
        """The moment stands in no column of the answer, the outbox or the audit trail."""
        isi = isian(self.survei)
        self.kirim(isi, "2026-09-12T03:14:15.926Z")
        semua = [model.objects.values() for model in (Respons, Antrean, CatatanAudit)]
        baris = json.dumps([list(satu) for satu in semua], default=str)
        assert "14:15" not in baris
        assert baris.count("2026-09-12") == 3, "jawaban, kunci dan muatan antrean"

    def test_jawaban_yang_datang_kemudian_diacak_lagi_bersama_harinya(self) -> None:
        self.tersimpan("2026-09-12T03:00:00Z")
        self.alirkan()
        assert tasks.acak_jawaban() is None
        urut = self.nomor_transaksi()
        tasks.acak_jawaban()
        assert self.nomor_transaksi() == urut, "tidak ada yang baru, tidak ditulis ulang"
        self.tersimpan("2026-09-12T03:00:00Z")
        self.alirkan()
        tasks.acak_jawaban()
        baru = self.nomor_transaksi()
        assert len(baru) == 2
        assert not set(urut) & set(baru)

    def test_jawaban_yang_menunggu_berbulan_bulan_diacak_juga(self) -> None:
        self.tersimpan("2026-03-02T03:00:00Z")
        tasks.hitung_ulang(self.survei.pk, self.layanan.pk, "2026-03-02")
        urut = self.nomor_transaksi()
        tasks.acak_jawaban()
        assert self.nomor_transaksi() != urut

    def alirkan(self) -> None:
        tasks.hitung_ulang(self.survei.pk, self.layanan.pk, "2026-09-12")

    def nomor_transaksi(self) -> list[str]:
        """Physical places: a rewritten row has another one."""
        with connection.cursor() as kursor:
            kursor.execute("SELECT ctid::text FROM survei_respons")
            return sorted(satu for (satu,) in kursor.fetchall())


class UjiSusulan(UjiLuring):
    def test_diisi_sebelum_ditutup_diterima_sampai_dikunci(self) -> None:
        sebelum, sesudah = SAAT, SAAT + timedelta(hours=2)
        with pada(SAAT + timedelta(hours=1)):
            tutup(survei=self.survei, oleh=self.pengelola)
        with pada(SAAT + timedelta(days=3)):
            assert self.kirim(isian(self.survei), sebelum).status_code == 201
            assert self.kirim(isian(self.survei), sesudah).status_code == 410
            assert Client().post(self.alamat, isian(self.survei)).status_code == 410, "formulir biasa: sudah ditutup"
            assert Respons.objects.get().tanggal == date(2026, 9, 15)
            hasil = kunci(survei=self.survei, oleh=self.pengelola)
            assert hasil.n == 1
            assert self.kirim(isian(self.survei), sebelum).status_code == 201, "terlambat, lihat test_terlambat.py"
            balasan = self.kirim(isian(self.survei), sesudah)
        assert balasan.status_code == 410
        assert balasan.json()["pesan"].startswith("Survei ini sudah ditutup.")
        assert "Kantor tidak menyimpan jawaban ini." in balasan.json()["pesan"]
        assert Respons.objects.terhitung().count() == 1

    def test_hari_terakhir_lewat_tetapi_diisi_sebelumnya(self) -> None:
        self.ubah(selesai=date(2026, 9, 14))
        assert self.kirim(isian(self.survei), datetime(2026, 9, 14, 23, 59, tzinfo=WIB)).status_code == 201
        assert self.kirim(isian(self.survei), datetime(2026, 9, 15, 0, 1, tzinfo=WIB)).status_code == 410
        assert self.kirim(isian(self.survei), None).status_code == 410, "jam tidak diketahui: hari tiba yang berlaku"
        assert Respons.objects.get().tanggal == date(2026, 9, 14)

    def test_ulangan_sesudah_dikunci_tetap_dikenali(self) -> None:
        isi = isian(self.survei)
        self.kirim(isi)
        self.ubah(status=StatusSurvei.DIKUNCI.value)
        assert self.kirim(isi).status_code == 200


class UjiVersi(UjiLuring):
    """The survey moves to version 2, in which two questions have changed places, while forms wait on devices."""

    def setUp(self) -> None:
        super().setUp()
        lama = self.survei.instrumen
        baru = Instrumen.objects.create(
            kode=lama.kode, versi=2, nama=lama.nama, pita=lama.pita, mulai=date(2026, 9, 10)
        )
        tukar = {"U8": "U9", "U9": "U8"}
        for satu in lama.pertanyaan.prefetch_related("pilihan"):
            pilihan = list(satu.pilihan.all())
            nomor = tukar.get(satu.nomor, satu.nomor)
            salinan = Pertanyaan.objects.create(
                instrumen=baru, kode_unsur=satu.kode_unsur, nomor=nomor, urutan=int(nomor[1:]), teks=satu.teks
            )
            salinan.pilihan.bulk_create(type(p)(pertanyaan=salinan, nilai=p.nilai, label=p.label) for p in pilihan)
        self.baru = baru
        self.ubah(instrumen=baru)

    def test_dibaca_dengan_pertanyaan_yang_dilihat_warga(self) -> None:
        isi = isian(self.survei, U8="1", U9="4")
        assert self.kirim(isi, datetime(2026, 9, 9, 8, 0, tzinfo=WIB)).status_code == 201
        satu = Respons.objects.get()
        assert (satu.jawaban["sarana"], satu.jawaban["pengaduan"]) == (1, 4)
        assert satu.versi_formulir == "skm-v1"
        self.kirim(isian(self.survei, U8="1", U9="4", versi_formulir="skm-v2"))
        satu = Respons.objects.get(versi_formulir="skm-v2")
        assert (satu.jawaban["sarana"], satu.jawaban["pengaduan"]) == (4, 1)

    def test_versi_yang_tidak_berlaku_pada_hari_itu_422(self) -> None:
        Instrumen.objects.filter(kode="skm", versi=1).update(selesai=date(2026, 9, 9))
        assert self.kirim(isian(self.survei), datetime(2026, 9, 9, 8, 0, tzinfo=WIB)).status_code == 201
        balasan = self.kirim(isian(self.survei), datetime(2026, 9, 10, 8, 0, tzinfo=WIB))
        assert (balasan.status_code, list(balasan.json()["galat"])) == (422, ["versi_formulir"])
        self.baru.mulai = date(2026, 9, 14)
        self.baru.save()
        for versi in ("skm-v3", "lain-v1", "skm-v1e3", "skm"):
            assert self.kirim(isian(self.survei, versi_formulir=versi)).status_code == 422, versi

    def test_versi_dengan_unsur_lain_422(self) -> None:
        self.baru.pertanyaan.filter(kode_unsur="biaya").update(kode_unsur="parkir")
        assert self.kirim(isian(self.survei)).status_code == 422
        assert not Respons.objects.exists()

    def test_halaman_biasa_yang_lama_terbuka_memakai_pertanyaannya_sendiri(self) -> None:
        assert self.client.post(self.alamat, isian(self.survei, U8="1", U9="4")).status_code == 200
        assert Respons.objects.get().jawaban["sarana"] == 1


class UjiPekerja(UjiSurvei):
    def setUp(self) -> None:
        super().setUp()
        # Kept for the life of a process, in which settings do not change; other tests of this process had their own.
        luring.versi.cache_clear()
        self.addCleanup(luring.versi.cache_clear)

    def test_kepala_pekerja(self) -> None:
        balasan = self.client.get("/pekerja.js")
        assert balasan["Content-Type"] == "text/javascript; charset=utf-8"
        assert balasan["Cache-Control"] == "no-cache", "versi baru ditanyakan setiap kali"
        kebijakan = balasan["Content-Security-Policy"]
        assert "default-src 'none'" in kebijakan
        assert "connect-src 'self'" in kebijakan
        assert not balasan.cookies

    def pengaturan(self) -> dict[str, Any]:
        baris = self.client.get("/pekerja.js").content.decode().splitlines()[0]
        isi: dict[str, Any] = json.loads(baris.removeprefix("const PENGATURAN = ").removesuffix(";"))
        return isi

    def test_semua_yang_diperlukan_formulir_ikut_disimpan(self) -> None:
        isi = self.client.get(self.alamat).content.decode()
        luar = set(re.findall(r'(?:src|href)="(/static/[^"]+)"', isi))
        luar |= set(re.findall(r'(?:src|href)="(/static/[^"]+)"', self.client.get("/survei/luring/").content.decode()))
        assert luar == {satu for satu in self.pengaturan()["aset"] if satu.startswith("/static/")}

    def test_setiap_perubahan_adalah_versi_baru(self) -> None:
        semula, asli = luring.versi(), luring._berkas
        assert self.pengaturan()["versi"] == semula == luring.versi.__wrapped__()
        for berkas in (luring.PEKERJA, *luring.ASET):
            with mock.patch.object(luring, "_berkas", lambda nama, b=berkas: asli(nama) + b" " * (nama == b)):
                assert luring.versi.__wrapped__() != semula, berkas
        with self.settings(CONTOH=True):
            assert luring.versi.__wrapped__() != semula

    def test_hanya_formulir_yang_terbuka_boleh_disimpan(self) -> None:
        tanda = "X-Simpan-Luring"
        assert self.client.get(self.alamat)[tanda]
        assert tanda not in self.client.post(self.alamat, isian(self.survei, U1=None))
        for jalur in ("/", "/survei/", "/survei/luring/", "/hasil/", "/masuk/"):
            assert tanda not in self.client.get(jalur), jalur
        Survei.objects.update(status=StatusSurvei.DITUTUP.value)
        assert tanda not in self.client.get(self.alamat)


class UjiLayanan(UjiLuring):
    def test_layanan_survei_lain_ditolak(self) -> None:
        lain = pabrik.buat_survei(self.unit).layanan.get()
        assert self.kirim(isian(self.survei, layanan=lain.uuid)).status_code == 422
