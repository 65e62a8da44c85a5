"""Typing for a colleague: by whom, counted only after the owner confirmed, by account, PIN or paper, and once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from functools import partial
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction
from django.test import TestCase
from django.utils import timezone

from kinerja.models import Bukti, CatatanHarian, IsianAtasNama, PinPegawai, Realisasi
from kinerja.permissions import rekan_yang_dibantu
from kinerja.proses import KonflikVersi, ProsesDitolak, simpan_realisasi
from kinerja.proses.atas_nama import (
    IsiRealisasi,
    kedaluwarsakan_isian,
    ketik_atas_nama,
    sahkan_dengan_kertas,
    sahkan_dengan_pin,
    sahkan_sendiri,
    tolak_isian,
)
from kinerja.proses.catatan import IsiCatatan
from kinerja.proses.pin import pasang_pin
from kinerja.ringkasan.atas_nama import tugas_atas_nama
from rakumpit.audit.models import CatatanAudit
from rakumpit.notifikasi.models import Notifikasi
from rakumpit.organisasi.models import Penugasan
from tests import pabrik
from tests.kinerja.berkas import DOCX, PDF
from tests.kinerja.kantor import akun, buat_kantor, pilih
from tests.survei.dasar import SAAT, pada
from tests.tugas import untuk

PIN = "804153"


class AtasNamaTests(TestCase):
    def setUp(self) -> None:
        beku = pada(SAAT)
        beku.__enter__()
        self.addCleanup(beku.__exit__, None, None, None)
        self.kantor = buat_kantor()
        self.pemilik, self.pengisi = self.kantor.staf
        self.akun_pemilik, self.akun_pengisi = akun(self.pemilik), akun(self.pengisi)
        self.indikator = self.kantor.indikator[self.pemilik.pk]

    def catatan(self, **ubah: Any) -> IsianAtasNama:
        isi: dict[str, Any] = {
            "tanggal": date(2026, 9, 14),
            "uraian": "Membersihkan ruang tunggu.",
            "hasil": Decimal(3),
            "indikator": self.indikator,
        }
        return self.ketik(isi=IsiCatatan(**(isi | ubah)))

    def realisasi(self, nilai: str = "97.5") -> IsianAtasNama:
        return self.ketik(
            isi=IsiRealisasi(self.indikator, self.kantor.periode, Decimal(nilai), date(2026, 9, 10), "Rekap buku.")
        )

    def ketik(self, **ubah: Any) -> IsianAtasNama:
        isian: dict[str, Any] = {"pemilik": self.pemilik, "oleh": self.akun_pengisi, "kiriman_id": uuid4()}
        return ketik_atas_nama(**(isian | ubah))

    def audit(self) -> list[str]:
        aksi = CatatanAudit.objects.filter(aksi__startswith="kinerja.atas_nama").order_by("pk")
        return [satu.removeprefix("kinerja.atas_nama.") for satu in aksi.values_list("aksi", flat=True)]

    def ditolak(self, sebab: str, langkah: Callable[[], object]) -> None:
        sebelum = (self.audit(), list(IsianAtasNama.objects.values_list("status", "cara")))
        with pytest.raises(ProsesDitolak, match=sebab):
            langkah()
        assert (self.audit(), list(IsianAtasNama.objects.values_list("status", "cara"))) == sebelum

    def test_catatan_baru_ada_setelah_disahkan_pemiliknya(self) -> None:
        isian = self.catatan()
        assert not CatatanHarian.objects.exists()
        assert [satu.tautan for satu in untuk(tugas_atas_nama, self.akun_pemilik)] == [
            f"/kinerja/atas-nama/isian/{isian.uuid}/"
        ]
        sahkan_sendiri(isian=isian, oleh=self.akun_pemilik)
        satu = CatatanHarian.objects.get()
        assert (satu.pegawai, satu.diisi_oleh, satu.hasil) == (self.pemilik, self.akun_pengisi, Decimal(3))
        assert untuk(tugas_atas_nama, self.akun_pemilik) == []
        assert self.audit() == ["ketik", "sahkan"]
        keterangan = CatatanAudit.objects.get(aksi="kinerja.atas_nama.sahkan").keterangan
        assert keterangan == "Diketik Staf 2, disahkan Staf 1 lewat akun sendiri."
        self.ditolak("sudah disahkan", lambda: sahkan_sendiri(isian=isian, oleh=self.akun_pemilik))
        assert CatatanHarian.objects.count() == 1
        penerima = Notifikasi.objects.filter(kunci__startswith="atas-nama").values_list("penerima_id", flat=True)
        assert sorted(penerima) == sorted([self.akun_pemilik.pk, self.akun_pengisi.pk])

    def test_realisasi_baru_berubah_setelah_disahkan_dan_tautan_bukti_tetap(self) -> None:
        Realisasi.objects.filter(indikator=self.indikator).update(bukti="https://a.example/")
        isian = self.realisasi()
        assert Realisasi.objects.get(indikator=self.indikator).nilai == 95
        sahkan_sendiri(isian=isian, oleh=self.akun_pemilik)
        hasil = Realisasi.objects.get(indikator=self.indikator)
        assert (hasil.nilai, hasil.diisi_oleh, hasil.versi, hasil.bukti) == (
            Decimal("97.5"),
            self.akun_pengisi,
            2,
            "https://a.example/",
        )

    def test_realisasi_yang_sementara_itu_diubah_pemiliknya_tidak_ditimpa(self) -> None:
        isian = self.realisasi()
        simpan_realisasi(
            indikator=self.indikator, periode=self.kantor.periode, oleh=self.akun_pemilik, nilai=Decimal(90), versi=1
        )
        with pytest.raises(KonflikVersi):
            sahkan_sendiri(isian=isian, oleh=self.akun_pemilik)
        assert Realisasi.objects.get(indikator=self.indikator).nilai == 90
        assert IsianAtasNama.objects.get().status == "menunggu"

    def test_hanya_rekan_satu_unit_hari_ini_dan_bukan_atasan(self) -> None:
        seksi_lain = pabrik.buat_unit(nama="Seksi lain", induk=self.kantor.kecamatan)
        luar = pabrik.buat_pegawai(seksi_lain, nama="Orang luar")
        for oleh in (
            akun(self.kantor.kasi),
            akun(self.kantor.camat),
            self.kantor.pengelola,
            akun(luar),
            self.akun_pemilik,
        ):
            with self.subTest(oleh.nama):
                self.ditolak("rekan satu unit", partial(self.ketik, oleh=oleh, isi=self.isi()))
        assert rekan_yang_dibantu(self.akun_pengisi) == [self.pemilik]
        # Acting head for a week: no longer a colleague but who rates.
        kepala = Penugasan.objects.get(pegawai=self.kantor.kasi).jabatan
        pabrik.tugaskan(self.pengisi, kepala, sifat="plh", mulai=date(2026, 9, 14), selesai=date(2026, 9, 18))
        self.ditolak("rekan satu unit", lambda: self.ketik(isi=self.isi()))
        Penugasan.objects.filter(pegawai=self.pengisi, sifat="plh").delete()
        Penugasan.objects.filter(pegawai=self.pemilik).update(selesai=date(2026, 9, 14))
        self.ditolak("rekan satu unit", lambda: self.ketik(isi=self.isi()))

    def isi(self) -> IsiCatatan:
        return IsiCatatan(date(2026, 9, 14), "Membersihkan ruang tunggu.")

    def test_yang_ditolak_dari_pemilik_ditolak_juga_di_sini(self) -> None:
        self.ditolak("belum tiba", lambda: self.catatan(tanggal=date(2026, 9, 16)))
        lain = self.kantor.indikator[self.pengisi.pk]
        self.ditolak("SKP yang sudah disetujui", lambda: self.catatan(indikator=lain))
        isi = IsiRealisasi(lain, self.kantor.periode, Decimal(1), None, "")
        self.ditolak("bukan milik rekan", lambda: self.ketik(isi=isi))
        with pada(SAAT.replace(month=10, day=11)):
            self.ditolak("ditutup", self.realisasi)

    def test_kiriman_yang_sama_satu_baris(self) -> None:
        kode = uuid4()
        assert self.ketik(kiriman_id=kode, isi=self.isi()) == self.ketik(kiriman_id=kode, isi=self.isi())
        ketiga = pabrik.buat_pegawai(self.kantor.seksi, nama="Staf 3")
        self.ditolak("sudah dipakai", lambda: self.ketik(kiriman_id=kode, oleh=akun(ketiga), isi=self.isi()))
        assert self.audit() == ["ketik"]

    def test_pin_diketik_di_perangkat_pengetik(self) -> None:
        isian = self.catatan()
        self.ditolak("belum memasang PIN", lambda: sahkan_dengan_pin(isian=isian, oleh=self.akun_pengisi, pin=PIN))
        pasang_pin(pegawai=self.pemilik, oleh=self.akun_pemilik, pin=PIN)
        lain = akun(self.kantor.kasi)
        self.ditolak("perangkat rekan", lambda: sahkan_dengan_pin(isian=isian, oleh=lain, pin=PIN))
        self.ditolak("PIN salah", lambda: sahkan_dengan_pin(isian=isian, oleh=self.akun_pengisi, pin="111112"))
        sahkan_dengan_pin(isian=isian, oleh=self.akun_pengisi, pin=PIN)
        assert CatatanHarian.objects.get().pegawai == self.pemilik
        isian.refresh_from_db()
        assert (isian.cara, isian.diputus_oleh) == ("pin", self.akun_pengisi)
        self.ditolak("sudah disahkan", lambda: sahkan_dengan_pin(isian=isian, oleh=self.akun_pengisi, pin=PIN))

    def test_lima_pin_salah_mengunci_seperempat_jam_juga_untuk_pin_benar(self) -> None:
        isian = self.catatan()
        pasang_pin(pegawai=self.pemilik, oleh=self.akun_pemilik, pin=PIN)

        def coba(pin: str) -> None:
            sahkan_dengan_pin(isian=isian, oleh=self.akun_pengisi, pin=pin)

        for sisa in (4, 3, 2, 1):
            self.ditolak(f"Sisa percobaan: {sisa}", lambda: coba("000001"))
        self.ditolak("PIN salah 5 kali", lambda: coba("000001"))
        self.ditolak("Terlalu banyak PIN salah", lambda: coba(PIN))
        assert CatatanAudit.objects.filter(aksi="kinerja.pin.salah").count() == 5
        PinPegawai.objects.update(terkunci_sampai=timezone.now() - timedelta(seconds=1))
        coba(PIN)
        assert CatatanHarian.objects.exists()

    def test_pin_hanya_dipasang_pemilik_teracak_dan_tidak_mudah_ditebak(self) -> None:
        for oleh in (self.akun_pengisi, self.kantor.pengelola):
            with pytest.raises(ProsesDitolak, match="pemiliknya sendiri"):
                pasang_pin(pegawai=self.pemilik, oleh=oleh, pin=PIN)
        self.pemilik.tanggal_lahir = date(1985, 8, 17)
        for pin in ("123456", "987654", "777777", "170885", "850817", "482482", "890123"):
            with self.subTest(pin), pytest.raises(ProsesDitolak, match="mudah ditebak"):
                pasang_pin(pegawai=self.pemilik, oleh=self.akun_pemilik, pin=pin)
        for pin in ("12345", "1234567", "12a456", "١٢٣٤٥٦"):
            with self.subTest(pin), pytest.raises(ProsesDitolak, match="6 angka"):
                pasang_pin(pegawai=self.pemilik, oleh=self.akun_pemilik, pin=pin)
        assert not PinPegawai.objects.exists()
        assert PIN not in pasang_pin(pegawai=self.pemilik, oleh=self.akun_pemilik, pin=PIN).sandi
        assert CatatanAudit.objects.filter(aksi="kinerja.pin.pasang").count() == 1

    def test_kertas_dicatat_orang_ketiga_dengan_pindaian(self) -> None:
        isian = self.catatan()
        lembar = ContentFile(PDF, name="lembar.pdf")
        for oleh in (self.akun_pengisi, self.akun_pemilik, akun(self.kantor.kasi)):
            self.ditolak("pengelola kinerja", partial(sahkan_dengan_kertas, isian=isian, oleh=oleh, pindaian=lembar))
        for salah in (None, ContentFile(DOCX, name="lembar.pdf")):
            self.ditolak(
                "PDF, JPG, atau PNG",
                partial(sahkan_dengan_kertas, isian=isian, oleh=self.kantor.pengelola, pindaian=salah),
            )
        self.akun_pengisi.pengelola = True
        self.akun_pengisi.save()
        self.ditolak(
            "pengelola lain", lambda: sahkan_dengan_kertas(isian=isian, oleh=self.akun_pengisi, pindaian=lembar)
        )
        assert not Bukti.objects.exists()
        hasil = sahkan_dengan_kertas(isian=isian, oleh=self.kantor.pengelola, pindaian=lembar)
        assert (hasil.cara, hasil.pindaian.pegawai if hasil.pindaian else None) == ("kertas", self.pemilik)
        assert CatatanHarian.objects.count() == 1

    def test_pemilik_menolak_dengan_alasan_dan_tidak_ada_yang_tersimpan(self) -> None:
        isian = self.catatan()
        self.ditolak("Tulis alasan", lambda: tolak_isian(isian=isian, oleh=self.akun_pemilik, alasan=" "))
        self.ditolak("pemiliknya", lambda: tolak_isian(isian=isian, oleh=self.akun_pengisi, alasan="Batal."))
        tolak_isian(isian=isian, oleh=self.akun_pemilik, alasan="Bukan saya.")
        self.ditolak("sudah ditolak", lambda: sahkan_sendiri(isian=isian, oleh=self.akun_pemilik))
        assert not CatatanHarian.objects.exists()

    def test_hari_menunggu_pilihan_kantor_saat_diketik(self) -> None:
        pilih(SAAT.date(), hari_isian_atas_nama=3)
        isian = self.catatan()
        assert isian.berlaku_sampai == date(2026, 9, 18)
        with pada(SAAT + timedelta(days=4)):
            self.ditolak("hanya menunggu sampai", lambda: sahkan_sendiri(isian=isian, oleh=self.akun_pemilik))

    def test_lewat_empat_belas_hari_tidak_dapat_disahkan(self) -> None:
        isian = self.catatan()
        with pada(SAAT + timedelta(days=14)):
            assert kedaluwarsakan_isian() == 0
            assert len(untuk(tugas_atas_nama, self.akun_pemilik)) == 1
        with pada(SAAT + timedelta(days=15)):
            assert untuk(tugas_atas_nama, self.akun_pemilik) == []
            self.ditolak(
                "hanya menunggu sampai 29 September", lambda: sahkan_sendiri(isian=isian, oleh=self.akun_pemilik)
            )
            assert kedaluwarsakan_isian() == 1
            assert kedaluwarsakan_isian() == 0
            kabar = {
                satu.penerima: (satu.judul, satu.isi)
                for satu in Notifikasi.objects.filter(judul__contains="lewat waktu")
            }
            sampai = "Tidak disahkan sampai 29 September 2026, jadi tidak dihitung. "
            assert kabar == {
                self.akun_pengisi: (
                    f"Isian atas nama {self.pemilik} lewat waktu",
                    f"{sampai}Ketik lagi bila masih perlu.",
                ),
                self.akun_pemilik: (
                    f"Isian yang diketik {isian.pengisi} untuk Anda lewat waktu",
                    f"{sampai}Isi sendiri, atau minta {isian.pengisi} mengetikkannya lagi.",
                ),
            }
            assert Notifikasi.objects.filter(judul__contains="lewat waktu").count() == 2
            self.ditolak("sudah lewat waktu", lambda: sahkan_sendiri(isian=isian, oleh=self.akun_pemilik))
        assert not CatatanHarian.objects.exists()

    def test_basis_data_menolak_keadaan_yang_mustahil(self) -> None:
        isian = self.catatan()
        for ubah in (
            {"pengisi": self.pemilik},
            {"status": "disahkan"},
            {"cara": "pin"},
            {"status": "ditolak"},
            {"status": "disahkan", "cara": "kertas", "diputus_pada": SAAT, "diputus_oleh": self.akun_pemilik},
        ):
            with self.subTest(ubah), pytest.raises(IntegrityError), transaction.atomic():
                IsianAtasNama.objects.filter(pk=isian.pk).update(**ubah)
