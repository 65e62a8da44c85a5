"""Coaching sessions: who writes them, the employee's one answer, and who reads them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kinerja.models import Bimbingan, NilaiKompetensi
from kinerja.proses import ProsesDitolak
from kinerja.proses.bimbingan import catat_bimbingan, tanggapi_bimbingan
from rakumpit.audit.models import CatatanAudit
from rakumpit.notifikasi.models import Notifikasi
from tests import pabrik
from tests.kinerja.kantor import akun
from tests.kinerja.test_inovasi import HARI, Dasar


class BimbinganTests(Dasar):
    def catat(self, **ubah: Any) -> Bimbingan:
        isian: dict[str, Any] = {
            "pegawai": self.staf,
            "oleh": akun(self.kantor.kasi),
            "tanggal": HARI,
            "topik": "Melayani lansia",
            "ringkasan": "Berlatih menyapa.",
            "kompetensi": [("Pelayanan publik", 4)],
        }
        return catat_bimbingan(**(isian | ubah))

    def tolak(self, pola: str, fungsi: Any, **isian: Any) -> None:
        sebelum = (list(Bimbingan.objects.values()), NilaiKompetensi.objects.count(), CatatanAudit.objects.count())
        with pytest.raises(ProsesDitolak, match=pola):
            fungsi(**isian)
        kini = (list(Bimbingan.objects.values()), NilaiKompetensi.objects.count(), CatatanAudit.objects.count())
        assert kini == sebelum

    def test_dicatat_atasan_dengan_kompetensi_dan_kabar(self) -> None:
        bimbingan = self.catat()
        assert (bimbingan.pembimbing, bimbingan.nama_pembimbing) == (self.kantor.kasi, "Kasi")
        assert list(bimbingan.kompetensi.values_list("kompetensi", "skala")) == [("Pelayanan publik", 4)]
        assert CatatanAudit.objects.get().aksi == "kinerja.bimbingan.catat"
        assert Notifikasi.objects.get().penerima == akun(self.staf)

    def test_yang_ditolak(self) -> None:
        for oleh in (self.rekan, self.staf):
            self.tolak("oleh atasan", self.catat, oleh=akun(oleh))
        self.tolak("oleh atasan", self.catat, oleh=self.kantor.pengelola)
        self.tolak("belum tiba", self.catat, tanggal=date(2026, 9, 16))
        self.tolak("topik dan ringkasan", self.catat, topik=" ")
        self.tolak("topik dan ringkasan", self.catat, ringkasan="")
        for kompetensi in ([("", 3)], [("A", 0)], [("A", 6)]):
            self.tolak("nilai 1 sampai 5", self.catat, kompetensi=kompetensi)
        self.tolak("satu kali", self.catat, kompetensi=[("A", 3), (" A", 4)])

    def test_ditanggapi_sekali_oleh_pegawainya(self) -> None:
        bimbingan = self.catat()
        isian: dict[str, Any] = {"bimbingan": bimbingan, "oleh": akun(self.staf), "tanggapan": "Membantu."}
        self.tolak("yang dibimbing", tanggapi_bimbingan, **(isian | {"oleh": akun(self.kantor.kasi)}))
        self.tolak("Tulis tanggapan", tanggapi_bimbingan, **(isian | {"tanggapan": " "}))
        assert tanggapi_bimbingan(**isian).ditanggapi_pada == HARI
        assert CatatanAudit.objects.filter(aksi="kinerja.bimbingan.tanggapi").count() == 1
        assert Notifikasi.objects.filter(penerima=akun(self.kantor.kasi)).count() == 1
        self.tolak("sudah Anda tanggapi", tanggapi_bimbingan, **isian)

    def test_dibaca_keduanya_dan_atasan_di_atasnya_saja(self) -> None:
        bimbingan = self.catat()
        for siapa in (self.staf, self.kantor.kasi, self.kantor.camat):
            assert list(Bimbingan.objects.terlihat_oleh(akun(siapa))) == [bimbingan]
        for tanpa in (akun(self.rekan), self.kantor.pengelola, pabrik.buat_pengguna(admin_teknis=True)):
            assert list(Bimbingan.objects.terlihat_oleh(tanpa)) == []

    def test_skala_dijaga_basis_data(self) -> None:
        bimbingan = self.catat()
        for skala in (0, 6):
            with pytest.raises(IntegrityError), transaction.atomic():
                NilaiKompetensi.objects.create(bimbingan=bimbingan, kompetensi="X", skala=skala)

    def test_lewat_halaman(self) -> None:
        self.client.force_login(akun(self.kantor.kasi))
        alamat = reverse("kinerja:bimbingan_tambah", args=[self.staf.uuid])
        isian = {
            "tanggal": "15 September 2026",
            "topik": "Melayani lansia",
            "ringkasan": "Berlatih.",
            "kompetensi_1": "Pelayanan publik",
            "skala_1": "",
        }
        self.assertContains(self.client.post(alamat, isian), "Isi nama kompetensi bersama", status_code=422)
        self.client.post(alamat, isian | {"skala_1": "5"})
        bimbingan = Bimbingan.objects.get()
        assert bimbingan.kompetensi.get().skala == 5
        self.client.force_login(akun(self.staf))
        self.assertContains(self.client.get("/kinerja/bimbingan/"), "Belum ditanggapi")
        tanggapi = reverse("kinerja:bimbingan_tanggapi", args=[bimbingan.uuid])
        self.client.post(tanggapi, {"tanggapan": "Membantu."})
        kedua = self.client.post(tanggapi, {"tanggapan": "Lagi."})
        self.assertContains(kedua, "sudah Anda tanggapi", status_code=409)
        self.assertContains(self.client.get(reverse("kinerja:bimbingan", args=[bimbingan.uuid])), "5 dari 5")

    def test_jumlah_kueri_daftar_tidak_tumbuh(self) -> None:
        self.catat()
        self.client.force_login(akun(self.kantor.kasi))
        self.client.get("/kinerja/bimbingan/")
        satu = self.kueri()
        for urut in range(5):
            self.catat(pegawai=pabrik.buat_pegawai(self.kantor.seksi, nama=f"Baru {urut}"))
        assert self.kueri() == satu <= 20

    def kueri(self) -> int:
        with CaptureQueriesContext(connection) as tangkap:
            assert self.client.get("/kinerja/bimbingan/").status_code == 200
        return len(tangkap)
