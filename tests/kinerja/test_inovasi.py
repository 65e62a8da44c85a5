"""Innovations: steps in their order, figures, a second person, units that take them over, and the pages."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kinerja.models import Adopsi, Inovasi
from kinerja.permissions.inovasi import boleh_memverifikasi
from kinerja.proses import ProsesDitolak
from kinerja.proses.bukti import tambah_bukti
from kinerja.proses.inovasi import (
    adopsi_inovasi,
    catat_hasil_coba,
    kembalikan_inovasi,
    mulai_coba,
    ubah_inovasi,
    usulkan_inovasi,
    verifikasi_inovasi,
)
from kinerja.ringkasan import menunggu
from kinerja.ringkasan.inovasi import ide_baru_terverifikasi
from rakumpit.audit.models import CatatanAudit, NilaiAudit
from rakumpit.notifikasi.models import Notifikasi
from rakumpit.organisasi.models import Pegawai, Pengguna, UnitKerja
from tests import pabrik
from tests.kinerja.kantor import Kantor, akun, buat_kantor
from tests.survei.dasar import SAAT, pada
from tests.tugas import untuk

HARI = SAAT.date()
ANGKA = {"ukuran": "Waktu tunggu", "satuan": "menit", "sebelum": Decimal(45), "sesudah": Decimal(12)}


class Dasar(TestCase):
    kantor: Kantor
    staf: Pegawai
    rekan: Pegawai

    @classmethod
    def setUpTestData(cls) -> None:
        cls.kantor = buat_kantor(3)
        cls.staf, cls.rekan = cls.kantor.staf[:2]

    def setUp(self) -> None:
        beku = pada(SAAT)
        beku.__enter__()
        self.addCleanup(beku.__exit__, None, None, None)

    def usulkan(self, **ubah: Any) -> Inovasi:
        isian: dict[str, Any] = {
            "oleh": akun(self.staf),
            "judul": "Nomor antrean dari papan",
            "masalah": "Warga menunggu lama.",
            "gagasan": "Papan nomor di pintu.",
            "tim": [self.rekan],
        }
        return usulkan_inovasi(**(isian | ubah))

    def coba(self, inovasi: Inovasi, **ubah: Any) -> Inovasi:
        isian: dict[str, Any] = {"inovasi": inovasi, "oleh": akun(self.staf), "sejak": HARI}
        return mulai_coba(**(isian | ubah))

    def hasil(self, inovasi: Inovasi, **ubah: Any) -> Inovasi:
        isian: dict[str, Any] = {
            "inovasi": inovasi,
            "oleh": akun(self.staf),
            "berhasil": True,
            "hasil": "Warga duduk menunggu nomor.",
            "versi": Inovasi.objects.get(pk=inovasi.pk).versi,
        }
        return catat_hasil_coba(**(isian | ANGKA | ubah))

    def verifikasi(self, inovasi: Inovasi, **ubah: Any) -> Inovasi:
        isian: dict[str, Any] = {"inovasi": inovasi, "oleh": akun(self.kantor.kasi), "catatan": "Buku agenda."}
        isian["versi"] = Inovasi.objects.get(pk=inovasi.pk).versi
        return verifikasi_inovasi(**(isian | ubah))

    def adopsi(self, inovasi: Inovasi, **ubah: Any) -> Adopsi:
        isian: dict[str, Any] = {
            "inovasi": inovasi,
            "oleh": akun(self.kantor.kasi),
            "unit": self.kantor.seksi,
            "tanggal": HARI,
        }
        return adopsi_inovasi(**(isian | ubah))

    def berhasil(self) -> Inovasi:
        return self.hasil(self.coba(self.usulkan()))

    def ditolak(self, pola: str, fungsi: Any, *args: Any, **isian: Any) -> None:
        sebelum = self.isi()
        with pytest.raises(ProsesDitolak, match=pola):
            fungsi(*args, **isian)
        assert self.isi() == sebelum

    @staticmethod
    def isi() -> tuple[Any, ...]:
        return (
            list(Inovasi.objects.order_by("pk").values()),
            Adopsi.objects.count(),
            CatatanAudit.objects.count(),
            Notifikasi.objects.count(),
        )

    @staticmethod
    def audit(aksi: str) -> int:
        return CatatanAudit.objects.filter(aksi=f"kinerja.inovasi.{aksi}").count()


class InovasiTests(Dasar):
    def test_dari_ide_sampai_dipakai_unit_lain(self) -> None:
        inovasi = self.usulkan()
        assert (inovasi.pengusul, inovasi.status, list(inovasi.tim.all())) == (self.staf, "ide", [self.rekan])
        assert Notifikasi.objects.get().penerima == akun(self.rekan)
        inovasi = self.hasil(self.coba(inovasi, oleh=akun(self.rekan)))
        assert (inovasi.status, inovasi.sesudah) == ("berhasil", Decimal(12))
        assert [t.dari for t in untuk(menunggu, akun(self.kantor.kasi)) if t.judul.startswith("Verifikasi")] == [
            "Staf 1"
        ]
        inovasi = self.verifikasi(inovasi)
        assert (inovasi.diverifikasi_oleh, inovasi.diverifikasi_pada) == (akun(self.kantor.kasi), HARI)
        assert not [t for t in untuk(menunggu, akun(self.kantor.kasi)) if t.judul.startswith("Verifikasi")]
        self.adopsi(inovasi)
        assert [self.audit(aksi) for aksi in ("usulkan", "coba", "hasil", "verifikasi", "adopsi")] == [1] * 5
        assert Notifikasi.objects.filter(penerima=akun(self.staf)).count() == 2

    def test_pengusul_bukan_anggota_timnya_sendiri(self) -> None:
        assert list(self.usulkan(tim=[self.staf, self.rekan]).tim.all()) == [self.rekan]

    def test_usulan_yang_ditolak(self) -> None:
        self.ditolak("mempunyai SKP", self.usulkan, oleh=self.kantor.pengelola)
        for nama in ("judul", "masalah", "gagasan"):
            self.ditolak("Isi judul", self.usulkan, **{nama: " "})

    def test_hanya_yang_ikut_yang_melangkah_dan_menurut_urutan(self) -> None:
        inovasi = self.usulkan()
        luar = akun(self.kantor.staf[2])
        self.ditolak("anggota timnya", self.coba, inovasi, oleh=luar)
        self.ditolak("antara", self.coba, inovasi, sejak=HARI + timedelta(days=1))
        self.ditolak("antara", self.coba, inovasi, sejak=HARI - timedelta(days=1))
        self.ditolak("setelah inovasi dicoba", self.hasil, inovasi)
        self.ditolak("setelah hasilnya dicatat", self.verifikasi, inovasi)
        self.ditolak("yang berhasil", self.adopsi, inovasi)
        self.coba(inovasi)
        self.ditolak("sedang dicoba", self.coba, inovasi)
        self.ditolak("anggota timnya", self.hasil, inovasi, oleh=luar)

    def test_berhasil_ditunjukkan_dengan_angka(self) -> None:
        inovasi = self.coba(self.usulkan())
        tanpa = {"sebelum": None, "sesudah": None, "ukuran": "", "satuan": ""}
        self.ditolak("ditunjukkan dengan angka", self.hasil, inovasi, **tanpa)
        self.ditolak("bersama-sama", self.hasil, inovasi, sesudah=None)
        self.ditolak("bersama-sama", self.hasil, inovasi, ukuran=" ")
        self.ditolak("apa yang dipelajari", self.hasil, inovasi, hasil=" ")
        assert self.hasil(inovasi, berhasil=False, **tanpa).status == "tidak"

    def test_yang_belum_berhasil_dapat_dicoba_lagi(self) -> None:
        inovasi = self.hasil(self.coba(self.usulkan()), berhasil=False)
        assert self.coba(inovasi).status == "dicoba"

    def test_bukti_hanya_milik_sendiri(self) -> None:
        inovasi = self.coba(self.usulkan())
        bukti = {
            satu.pk: tambah_bukti(
                indikator=self.kantor.indikator[satu.pk],
                periode=self.kantor.periode,
                oleh=akun(satu),
                tautan="https://contoh.example/foto",
                judul="Foto",
            )
            for satu in (self.staf, self.kantor.staf[2])
        }
        self.ditolak("milik Anda sendiri", self.hasil, inovasi, bukti=list(bukti.values()))
        self.hasil(inovasi, bukti=[bukti[self.staf.pk]])
        assert list(inovasi.bukti.all()) == [bukti[self.staf.pk]]

    def test_diverifikasi_orang_kedua_dan_tidak_pernah_oleh_yang_ikut(self) -> None:
        inovasi = self.berhasil()
        for tidak in (self.staf, self.rekan, self.kantor.staf[2]):
            self.ditolak("tidak ikut dalam timnya", self.verifikasi, inovasi, oleh=akun(tidak))
        self.ditolak("apa yang Anda periksa", self.verifikasi, inovasi, catatan=" ")
        inovasi.tim.add(self.kantor.kasi)
        self.ditolak("tidak ikut dalam timnya", self.verifikasi, inovasi)
        assert not [t for t in untuk(menunggu, akun(self.kantor.kasi)) if t.judul.startswith("Verifikasi")]
        assert boleh_memverifikasi(akun(self.kantor.camat), inovasi)
        self.verifikasi(inovasi, oleh=self.kantor.pengelola)
        self.ditolak("sudah diverifikasi", self.verifikasi, inovasi, oleh=self.kantor.pengelola)

    def test_pengelola_yang_ikut_tidak_memverifikasi(self) -> None:
        inovasi = self.berhasil()
        pengguna = akun(self.staf)
        pengguna.pengelola = True
        pengguna.save()
        self.ditolak("tidak ikut dalam timnya", self.verifikasi, inovasi, oleh=pengguna)

    def test_sesudah_diverifikasi_tidak_berubah(self) -> None:
        inovasi = self.verifikasi(self.berhasil())
        self.ditolak("tidak dapat diubah lagi", self.coba, inovasi)
        self.ditolak(
            "tidak dapat diubah lagi",
            ubah_inovasi,
            inovasi=inovasi,
            oleh=akun(self.staf),
            judul="X",
            masalah="X",
            gagasan="X",
            tim=[],
            versi=1,
        )

    def test_ubahan_kedua_pada_isian_lama_dihentikan(self) -> None:
        inovasi = self.usulkan()
        isian: dict[str, Any] = {"inovasi": inovasi, "judul": "Baru", "masalah": "M", "gagasan": "G", "versi": 1}
        kini = ubah_inovasi(oleh=akun(self.staf), tim=[], **isian)
        assert (kini.judul, kini.versi, kini.tim.count()) == ("Baru", 2, 0)
        self.ditolak(r"sudah diubah oleh Staf 1 pada", ubah_inovasi, oleh=akun(self.staf), tim=[], **isian)

    def test_hasil_dapat_dibetulkan_sampai_diverifikasi(self) -> None:
        inovasi = self.berhasil()
        kini = self.hasil(inovasi, oleh=akun(self.rekan), sesudah=Decimal(21))
        assert (kini.status, kini.sesudah, kini.versi) == ("berhasil", Decimal(21), 3)
        jejak = NilaiAudit.objects.filter(catatan__aksi="kinerja.inovasi.hasil").order_by("pk").last()
        assert jejak is not None
        assert (jejak.sebelum["sesudah"], jejak.sesudah["sesudah"]) == ("12.0000", "21")
        self.ditolak("sudah diubah oleh Staf 2 pada", self.hasil, inovasi, versi=2)
        self.verifikasi(inovasi)
        self.ditolak("tidak dapat diubah lagi", self.hasil, inovasi)

    def test_bukti_rekan_tetap_saat_hasil_dibetulkan(self) -> None:
        inovasi = self.coba(self.usulkan())
        dari = {
            satu.pk: tambah_bukti(
                indikator=self.kantor.indikator[satu.pk],
                periode=self.kantor.periode,
                oleh=akun(satu),
                tautan="https://contoh.example/foto",
                judul="Foto",
            )
            for satu in (self.staf, self.rekan)
        }
        self.hasil(inovasi, bukti=[dari[self.staf.pk]])
        self.hasil(inovasi, oleh=akun(self.rekan), bukti=[dari[self.rekan.pk]])
        assert set(inovasi.bukti.all()) == set(dari.values())
        self.hasil(inovasi, bukti=[])
        assert list(inovasi.bukti.all()) == [dari[self.rekan.pk]]

    def test_yang_diverifikasi_adalah_yang_dibaca(self) -> None:
        inovasi = self.berhasil()
        dibaca = Inovasi.objects.get(pk=inovasi.pk).versi
        self.hasil(inovasi, sesudah=Decimal(40))
        self.ditolak("sudah diubah oleh Staf 1 pada", self.verifikasi, inovasi, versi=dibaca)
        assert self.verifikasi(inovasi).sesudah == Decimal(40)

    def test_yang_keliru_dikembalikan_lalu_dilaporkan_lagi(self) -> None:
        inovasi = self.berhasil()
        isian: dict[str, Any] = {"inovasi": inovasi, "oleh": akun(self.kantor.kasi), "versi": 2}
        self.ditolak("Tulis apa yang perlu", kembalikan_inovasi, **isian, alasan=" ")
        self.ditolak(
            "tidak ikut dalam timnya", kembalikan_inovasi, **isian | {"oleh": akun(self.rekan)}, alasan="Keliru."
        )
        kini = kembalikan_inovasi(**isian, alasan="Buku agenda mencatat 30 menit.")
        assert (kini.status, kini.catatan_pengembalian) == ("dicoba", "Buku agenda mencatat 30 menit.")
        kabar = Notifikasi.objects.filter(judul__contains="dikembalikan")
        assert {satu.penerima for satu in kabar} == {akun(self.staf), akun(self.rekan)}
        assert {satu.isi for satu in kabar} == {"Buku agenda mencatat 30 menit."}
        self.ditolak("setelah hasilnya dicatat", kembalikan_inovasi, **isian, alasan="Lagi.")
        kini = self.hasil(inovasi, sebelum=Decimal(30))
        assert (kini.status, kini.catatan_pengembalian) == ("berhasil", "")
        self.verifikasi(inovasi)
        self.ditolak("sudah diverifikasi", kembalikan_inovasi, **isian, alasan="Terlambat.")

    def test_bila_atasan_ikut_yang_di_atasnya_diminta_memeriksa(self) -> None:
        def diminta(*siapa: Pengguna) -> list[bool]:
            return [any(t.judul.startswith("Verifikasi") for t in untuk(menunggu, satu)) for satu in siapa]

        inovasi, pengelola = self.berhasil(), self.kantor.pengelola
        kasi, camat = akun(self.kantor.kasi), akun(self.kantor.camat)
        assert diminta(kasi, camat, pengelola) == [True, False, False]
        inovasi.tim.add(self.kantor.kasi)
        assert diminta(kasi, camat, pengelola) == [False, True, False]
        inovasi.tim.add(self.kantor.camat)
        assert diminta(kasi, camat, pengelola) == [False, False, True]

    def test_dipakai_unit_yang_dipimpin_sekali(self) -> None:
        inovasi = self.berhasil()
        for oleh in (self.staf, self.kantor.camat):
            self.ditolak("pemimpin unit itu", self.adopsi, inovasi, oleh=akun(oleh))
        self.ditolak("sesudah inovasi dicoba", self.adopsi, inovasi, tanggal=HARI - timedelta(days=1))
        self.adopsi(inovasi)
        self.ditolak("sudah tercatat", self.adopsi, inovasi)
        self.adopsi(inovasi, oleh=akun(self.kantor.camat), unit=self.kantor.kecamatan)

    def test_ide_baru_hanya_yang_berhasil_dan_diverifikasi_dalam_hari_itu(self) -> None:
        def ide(siapa: Pegawai, mulai: date = HARI, selesai: date = HARI) -> list[Inovasi]:
            return ide_baru_terverifikasi(siapa.pk, mulai, selesai)

        inovasi = self.berhasil()
        assert ide(self.staf) == []
        self.verifikasi(inovasi)
        assert ide(self.staf) == ide(self.rekan) == [inovasi]
        assert ide(self.kantor.staf[2]) == []
        assert ide(self.staf, HARI + timedelta(days=1), HARI + timedelta(days=9)) == []
        gagal = self.hasil(self.coba(self.usulkan(judul="Lain")), berhasil=False)
        self.verifikasi(gagal)
        assert ide(self.staf) == [inovasi]

    def test_basis_data_menolak_yang_tidak_lengkap(self) -> None:
        inovasi = self.usulkan()
        for ubah in (
            {"status": "dicoba"},
            {"status": "berhasil", "dicoba_sejak": HARI},
            {"sebelum": Decimal(1)},
            {"diverifikasi_pada": HARI, "diverifikasi_oleh": self.kantor.pengelola},
        ):
            with self.subTest(ubah), pytest.raises(IntegrityError), transaction.atomic():
                Inovasi.objects.filter(pk=inovasi.pk).update(**ubah)


class HalamanTests(Dasar):
    def ke(self, nama: str, inovasi: Inovasi) -> str:
        return reverse(f"kinerja:{nama}", args=[inovasi.uuid])

    def test_lewat_halaman_dari_ide_sampai_dipakai(self) -> None:
        self.client.force_login(akun(self.staf))
        self.assertContains(self.client.get("/kinerja/inovasi/"), "Percobaan kecil sudah cukup")
        isian = {"judul": "Papan nomor", "masalah": "Lama.", "gagasan": "", "tim": [str(self.rekan.uuid)]}
        self.assertContains(self.client.post("/kinerja/inovasi/tambah/", isian), "Tulis idenya", status_code=422)
        self.client.post("/kinerja/inovasi/tambah/", isian | {"gagasan": "Papan di pintu."})
        inovasi = Inovasi.objects.get()
        self.client.force_login(akun(self.rekan))
        ubah = self.client.get(self.ke("inovasi_ubah", inovasi))
        dipilih = f'<input type="checkbox" name="tim" value="{self.rekan.uuid}" id="id_tim_2" checked>'
        self.assertInHTML(dipilih, ubah.content.decode())
        self.client.post(self.ke("inovasi_ubah", inovasi), isian | {"gagasan": "Papan di pintu.", "versi": 1})
        self.client.post(self.ke("inovasi_coba", inovasi), {"sejak": "15 September 2026"})
        hasil = {
            "berhasil": "ya",
            "hasil": "Lebih cepat.",
            "ukuran": "Waktu tunggu",
            "satuan": "menit",
            "sebelum": "45",
            "sesudah": "",
            "versi": 2,
        }
        self.assertContains(self.client.post(self.ke("inovasi_hasil", inovasi), hasil), "bersama-sama", status_code=409)
        self.client.post(self.ke("inovasi_hasil", inovasi), hasil | {"sesudah": "12,5"})
        isian_verifikasi = {"catatan": "Buku agenda.", "versi": 3}
        self.client.force_login(akun(self.kantor.kasi))
        self.assertContains(self.client.get(self.ke("inovasi", inovasi)), "tunggu: 45 menit menjadi 12,5 menit")
        self.client.post(self.ke("inovasi_verifikasi", inovasi), isian_verifikasi)
        self.client.post(
            self.ke("inovasi_adopsi", inovasi),
            {"unit": str(self.kantor.seksi.uuid), "tanggal": "15 September 2026", "catatan": ""},
        )
        asing = UnitKerja.objects.get(pk=self.kantor.kecamatan.pk)
        jawab = self.client.post(
            self.ke("inovasi_adopsi", inovasi), {"unit": str(asing.uuid), "tanggal": "15 September 2026"}
        )
        assert jawab.status_code == 422
        inovasi.refresh_from_db()
        assert (inovasi.status, inovasi.diverifikasi_pada, inovasi.adopsi.count()) == ("berhasil", HARI, 1)
        self.client.force_login(akun(self.kantor.staf[2]))
        daftar = self.client.get("/kinerja/inovasi/?keadaan=diverifikasi&q=PAPAN")
        self.assertContains(daftar, "dipakai 1 unit")

    def test_yang_diverifikasi_dalam_periode_tampil_di_sebelah_penilaian(self) -> None:
        inovasi = self.berhasil()
        self.kantor.hitung()
        halaman = [
            (akun(siapa), reverse(f"kinerja:{nama}", args=[self.kantor.evaluasi(dinilai).uuid]))
            for dinilai in (self.staf, self.rekan)
            for siapa, nama in ((dinilai, "evaluasi"), (self.kantor.kasi, "nilai"))
        ]
        for ada in (False, True):
            if ada:
                self.verifikasi(inovasi)
            for siapa, alamat in halaman:
                self.client.force_login(siapa)
                isi = self.client.get(alamat).content.decode()
                assert (self.ke("inovasi", inovasi) in isi) is ada, (alamat, ada)

    def test_dua_anggota_mengubah_sekaligus_ketikan_tetap(self) -> None:
        inovasi = self.usulkan()
        self.client.force_login(akun(self.rekan))
        isi = {"masalah": "M.", "gagasan": "G.", "tim": [str(self.rekan.uuid)], "versi": "1"}
        alamat = self.ke("inovasi_ubah", inovasi)
        self.client.post(alamat, isi | {"judul": "Judul rekan"})
        self.client.force_login(akun(self.staf))
        jawab = self.client.post(alamat, isi | {"judul": "Judul saya"})
        for kata in ("sudah diubah oleh Staf 2", "Judul saya", "Judul rekan", 'name="versi" value="2"'):
            self.assertContains(jawab, kata, status_code=409)
        assert self.client.post(alamat, isi | {"judul": "Judul saya", "versi": "2"}).status_code == 302
        assert Inovasi.objects.get().judul == "Judul saya"

    def test_kiriman_tanpa_versi_tidak_menimpa(self) -> None:
        inovasi = self.usulkan()
        self.client.force_login(akun(self.staf))
        isi = {"judul": "Tanpa versi", "masalah": "M.", "gagasan": "G."}
        jawab = self.client.post(self.ke("inovasi_ubah", inovasi), isi)
        self.assertContains(jawab, "sudah diubah oleh Staf 1", status_code=409)
        inovasi.refresh_from_db()
        assert inovasi.judul == "Nomor antrean dari papan"

    def test_anggota_yang_sudah_pindah_tidak_hilang_dari_tim(self) -> None:
        inovasi = self.usulkan()
        self.rekan.penugasan.update(selesai=HARI - timedelta(days=1))
        self.client.force_login(akun(self.staf))
        form = self.client.get(self.ke("inovasi_ubah", inovasi)).context["form"]
        assert form["tim"].value() == [self.rekan.uuid]
        isi = {"judul": "Papan", "masalah": "M.", "gagasan": "G.", "tim": [str(self.rekan.uuid)], "versi": "1"}
        assert self.client.post(self.ke("inovasi_ubah", inovasi), isi).status_code == 302
        assert list(inovasi.tim.all()) == [self.rekan]

    def test_dikembalikan_lewat_halaman(self) -> None:
        inovasi = self.berhasil()
        self.client.force_login(akun(self.kantor.kasi))
        self.assertContains(self.client.get(self.ke("inovasi", inovasi)), self.ke("inovasi_kembalikan", inovasi))
        self.client.post(self.ke("inovasi_kembalikan", inovasi), {"alasan": "Angka keliru.", "versi": "2"})
        self.client.force_login(akun(self.rekan))
        self.assertContains(self.client.get(self.ke("inovasi", inovasi)), "Angka keliru.")
        hasil = self.client.get(self.ke("inovasi_hasil", inovasi))
        self.assertContains(hasil, "Angka keliru.")
        self.assertContains(hasil, 'name="sebelum" value="45"')

    def test_saring_cari_dan_yang_asing(self) -> None:
        inovasi = self.usulkan()
        self.client.force_login(akun(self.kantor.staf[2]))
        for kueri, banyak in (("", 1), ("?q=warga", 1), ("?q=zzz", 0), ("?keadaan=berhasil", 0), ("?keadaan=ide", 1)):
            assert len(self.client.get(f"/kinerja/inovasi/{kueri}").context["baris"]) == banyak, kueri
        assert self.client.get("/kinerja/inovasi/?keadaan=ngawur").status_code == 404
        for nama in (
            "inovasi_ubah",
            "inovasi_coba",
            "inovasi_hasil",
            "inovasi_verifikasi",
            "inovasi_kembalikan",
            "inovasi_adopsi",
        ):
            assert self.client.get(self.ke(nama, inovasi)).status_code == 404, nama
        for asing in (
            pabrik.buat_pengguna(admin_teknis=True),
            pabrik.buat_pengguna(nip=None, email="w@contoh.example"),
        ):
            self.client.force_login(asing)
            assert self.client.get("/kinerja/inovasi/").status_code == 404
            assert self.client.get(self.ke("inovasi", inovasi)).status_code == 404

    def test_jumlah_kueri_daftar_tidak_tumbuh(self) -> None:
        self.usulkan()
        self.client.force_login(akun(self.staf))
        self.client.get("/kinerja/inovasi/")
        satu = self.kueri()
        for urut in range(9):
            self.usulkan(judul=f"Ide {urut}")
        assert self.kueri() == satu <= 20

    def kueri(self) -> int:
        with CaptureQueriesContext(connection) as tangkap:
            assert self.client.get("/kinerja/inovasi/").status_code == 200
        return len(tangkap)
