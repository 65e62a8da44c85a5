"""Agreements of units: drafted by the head, signed once, never changed, replaced by a new version."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction
from django.test import TestCase

from kinerja.enums import StatusPerjanjian
from kinerja.models import Indikator, IndikatorUtama, PerjanjianKinerja, RencanaAksi, Sasaran, TargetTriwulan
from kinerja.proses import KonflikVersi, ProsesDitolak
from kinerja.proses.ambil_perjanjian import ambil_dari_perjanjian, iku_untuk_skp
from kinerja.proses.isi_perjanjian import (
    IsiTriwulan,
    hapus_iku,
    hapus_sasaran,
    simpan_iku,
    simpan_sasaran,
)
from kinerja.proses.perjanjian import buat_perjanjian, buat_perubahan, hapus_draf, tandatangani
from rakumpit.audit.models import CatatanAudit
from rakumpit.notifikasi.models import Notifikasi
from rakumpit.organisasi.models import Pengguna
from tests import pabrik
from tests.kinerja.isi_perencanaan import buat_perjanjian_uji, iku_uji, tandatangani_uji
from tests.kinerja.kantor import Kantor, akun, buat_kantor
from tests.survei.dasar import SAAT, pada

PDF = b"%PDF-1.4 perjanjian"


class PerjanjianDasar(TestCase):
    kantor: Kantor
    kasi: Pengguna
    camat: Pengguna

    @classmethod
    def setUpTestData(cls) -> None:
        cls.kantor = buat_kantor(1)
        cls.kasi, cls.camat = akun(cls.kantor.kasi), akun(cls.kantor.camat)

    def setUp(self) -> None:
        beku = pada(SAAT)
        beku.__enter__()
        self.addCleanup(beku.__exit__, None, None, None)

    def tolak(self, kata: str, fungsi: Any, **isi: Any) -> None:
        """Refused with this sentence, and nothing changed."""
        sebelum = self.keadaan()
        with pytest.raises(ProsesDitolak, match=kata):
            fungsi(**isi)
        assert self.keadaan() == sebelum

    @staticmethod
    def keadaan() -> tuple[list[Any], ...]:
        model = (PerjanjianKinerja, Sasaran, IndikatorUtama, TargetTriwulan, Indikator, CatatanAudit, Notifikasi)
        return tuple(list(satu._default_manager.order_by("pk").values_list()) for satu in model)

    @staticmethod
    def audit() -> list[str]:
        return list(
            CatatanAudit.objects.filter(objek_jenis="kinerja.perjanjiankinerja")
            .order_by("pk")
            .values_list("aksi", flat=True)
        )


class HidupTest(PerjanjianDasar):
    def test_pimpinan_membuat_draf_sekali_setahun(self):
        baru = buat_perjanjian(unit=self.kantor.seksi, tahun=2026, oleh=self.kasi)
        assert (baru.status, baru.versi, baru.unit) == ("draf", 1, self.kantor.seksi)
        assert self.audit() == ["kinerja.perjanjian.buat"]
        self.tolak("sudah mempunyai", buat_perjanjian, unit=self.kantor.seksi, tahun=2026, oleh=self.kasi)
        self.tolak("tahun 2025 sampai 2027", buat_perjanjian, unit=self.kantor.seksi, tahun=2030, oleh=self.kasi)
        for lain in (self.camat, akun(self.kantor.staf[0]), self.kantor.pengelola):
            self.tolak("pimpinan unitnya", buat_perjanjian, unit=self.kantor.seksi, tahun=2027, oleh=lain)

    def test_tanda_tangan_mencatat_kedua_pihak_pada_tanggalnya(self):
        # On the day of signing the seksi was led by a Plt., who has left since.
        plt = pabrik.buat_pegawai(self.kantor.kecamatan, nama="Pengganti")
        jabatan = self.kantor.kasi.penugasan_pada(date(2026, 9, 15)).jabatan  # type: ignore[union-attr]  # holds it
        pabrik.tugaskan(plt, jabatan, sifat="plt", mulai=date(2026, 1, 1), selesai=date(2026, 1, 31))
        satu = tandatangani_uji(buat_perjanjian_uji(self.kantor.seksi), self.kasi)
        satu.refresh_from_db()
        assert (satu.status, satu.nomor, satu.tanggal) == ("ditandatangani", "PK/1/2026", date(2026, 1, 15))
        assert (satu.pihak_pertama, satu.pihak_pertama_nama) == (plt, "Pengganti")
        assert satu.pihak_pertama_jabatan == f"Plt. {jabatan.nama}"
        assert (satu.pihak_kedua, satu.pihak_kedua_nama) == (self.kantor.camat, "Camat")
        assert self.audit() == ["kinerja.perjanjian.tandatangani"]
        (pesan,) = Notifikasi.objects.filter(penerima=self.camat)
        assert "dicatat sudah ditandatangani" in pesan.judul

    def test_tanda_tangan_ditolak(self):
        satu = buat_perjanjian_uji(self.kantor.seksi)
        isi: dict[str, Any] = {"perjanjian": satu, "oleh": self.kasi, "nomor": "1", "tanggal": date(2026, 1, 15)}
        self.tolak("pimpinan unit", tandatangani, **isi | {"oleh": self.camat})
        # The superior works here: no paper of the pengelola takes the place of the head's own record.
        self.tolak("pimpinan unit", tandatangani, **isi | {"oleh": self.kantor.pengelola})
        self.tolak("Isi nomor", tandatangani, **isi | {"nomor": "  "})
        self.tolak("belum tiba", tandatangani, **isi | {"tanggal": date(2026, 9, 16)})
        self.tolak("2025 atau 2026", tandatangani, **isi | {"tanggal": date(2024, 12, 31)})
        self.tolak("bukan PDF", tandatangani, **isi | {"pindaian": ContentFile(b"<svg>", name="a.pdf")})
        # Before anybody held the posts.
        lama = buat_perjanjian_uji(self.kantor.seksi, tahun=2024)
        self.tolak("belum tercatat", tandatangani, **isi | {"perjanjian": lama, "tanggal": date(2023, 12, 31)})
        kosong = PerjanjianKinerja.objects.create(unit=self.kantor.seksi, tahun=2027)
        self.tolak("belum mempunyai sasaran", tandatangani, **isi | {"perjanjian": kosong})
        Sasaran.objects.create(perjanjian=kosong, urut=1, uraian="Tanpa ukuran")
        self.tolak("Sasaran nomor 1 belum", tandatangani, **isi | {"perjanjian": kosong})
        tandatangani(**isi)
        self.tolak("sudah ditandatangani", tandatangani, **isi)

    def test_pengelola_mencatat_naskah_hanya_bila_pejabat_luar_tanpa_akun(self):
        satu = buat_perjanjian_uji(self.kantor.kecamatan)
        isi: dict[str, Any] = {
            "perjanjian": satu,
            "oleh": self.kantor.pengelola,
            "nomor": "PK/9",
            "tanggal": date(2026, 1, 15),
        }
        self.tolak("Lampirkan pindaian", tandatangani, **isi)
        self.kantor.sekda.pengguna = pabrik.buat_pengguna(nama="Sekda")
        self.kantor.sekda.save()
        pindaian = ContentFile(PDF, name="pk.pdf")
        self.tolak("tidak punya akun", tandatangani, **isi | {"pindaian": pindaian})
        self.kantor.sekda.pengguna = None
        self.kantor.sekda.save()
        hasil = tandatangani(**isi | {"pindaian": pindaian})
        assert (hasil.pihak_pertama, hasil.pihak_kedua, hasil.pihak_kedua_luar) == (
            self.kantor.camat,
            None,
            self.kantor.sekda,
        )
        assert hasil.pindaian.read() == PDF
        assert hasil.dicatat_oleh == self.kantor.pengelola

    def test_yang_ditandatangani_tidak_berubah_lewat_jalan_apa_pun(self):
        satu = tandatangani_uji(buat_perjanjian_uji(self.kantor.seksi), self.kasi)
        iku = iku_uji(satu)
        self.tolak("tidak dapat diubah", simpan_sasaran, sasaran=iku.sasaran, oleh=self.kasi, versi=1)
        self.tolak("tidak dapat diubah", simpan_sasaran, sasaran=Sasaran(perjanjian=satu, uraian="x"), oleh=self.kasi)
        self.tolak("tidak dapat diubah", hapus_sasaran, sasaran=iku.sasaran, oleh=self.kasi)
        self.tolak("tidak dapat diubah", simpan_iku, iku=iku, triwulan={}, oleh=self.kasi, versi=1)
        self.tolak("tidak dapat diubah", hapus_iku, iku=iku, oleh=self.kasi)
        self.tolak("tidak dapat diubah", hapus_draf, perjanjian=satu, oleh=self.kasi)
        draf = buat_perjanjian_uji(self.kantor.seksi, tahun=2027)
        langsung = [
            lambda: PerjanjianKinerja.objects.filter(pk=satu.pk).update(nomor="lain"),
            lambda: PerjanjianKinerja.objects.filter(pk=satu.pk).update(status="draf"),
            lambda: PerjanjianKinerja.objects.filter(pk=satu.pk)._raw_delete("default"),
            lambda: Sasaran.objects.filter(perjanjian=satu).update(uraian="lain"),
            lambda: Sasaran.objects.filter(perjanjian=draf).update(perjanjian=satu, urut=9),
            lambda: Sasaran.objects.create(perjanjian=satu, urut=2, uraian="lain"),
            lambda: IndikatorUtama.objects.filter(pk=iku.pk).update(target=1),
            lambda: IndikatorUtama.objects.filter(sasaran__perjanjian=draf).update(sasaran=iku.sasaran, urut=9),
            lambda: TargetTriwulan.objects.filter(iku=iku).update(target=1),
            lambda: TargetTriwulan.objects.filter(iku=iku)._raw_delete("default"),
            lambda: TargetTriwulan.objects.filter(iku__sasaran__perjanjian=draf, triwulan=1).update(iku=iku),
        ]
        sebelum = self.keadaan()
        for nomor, ubah in enumerate(langsung):
            with pytest.raises(IntegrityError, match="tidak dapat diubah"), transaction.atomic():
                ubah()
            assert self.keadaan() == sebelum, nomor

    def test_perubahan_menggantikan_saat_ditandatangani_dan_ukuran_tetap_dikenal(self):
        lama = tandatangani_uji(buat_perjanjian_uji(self.kantor.seksi), self.kasi)
        self.tolak("Tulis alasan", buat_perubahan, perjanjian=lama, oleh=self.kasi, alasan=" ")
        self.tolak("pimpinan unitnya", buat_perubahan, perjanjian=lama, oleh=self.camat, alasan="x")
        baru = buat_perubahan(perjanjian=lama, oleh=self.kasi, alasan="Anggaran berubah.")
        assert (baru.versi, baru.status, baru.sebelumnya) == (2, "draf", lama)
        assert iku_uji(baru).kode_tetap == iku_uji(lama).kode_tetap
        assert [satu.target for satu in iku_uji(baru).triwulan.all()] == [80, 81, 82, 84]
        self.tolak("sudah ada", buat_perubahan, perjanjian=lama, oleh=self.kasi, alasan="Lagi.")
        self.tolak("masih berlaku", buat_perubahan, perjanjian=baru, oleh=self.kasi, alasan="x")
        lama.refresh_from_db()
        assert lama.status == "ditandatangani"
        self.tolak(
            "tidak mendahului", tandatangani, perjanjian=baru, oleh=self.kasi, nomor="2", tanggal=date(2026, 1, 14)
        )
        tandatangani(perjanjian=baru, oleh=self.kasi, nomor="PK/2", tanggal=date(2026, 8, 3))
        assert list(
            PerjanjianKinerja.objects.filter(unit=self.kantor.seksi).order_by("versi").values_list("status", flat=True)
        ) == [StatusPerjanjian.DIGANTI.value, StatusPerjanjian.DITANDATANGANI.value]
        assert self.audit() == [
            "kinerja.perjanjian.tandatangani",
            "kinerja.perjanjian.buat_perubahan",
            "kinerja.perjanjian.tandatangani",
        ]
        self.tolak("masih berlaku", buat_perubahan, perjanjian=lama, oleh=self.kasi, alasan="x")

    def test_draf_dapat_dihapus_kecuali_sudah_dipakai(self):
        draf = buat_perjanjian_uji(self.kantor.seksi, tahun=2027)
        self.tolak("pimpinan unitnya", hapus_draf, perjanjian=draf, oleh=self.camat)
        skp = pabrik.buat_skp(self.kantor.kasi, mulai=date(2027, 1, 1), selesai=date(2027, 12, 31))
        ambil_dari_perjanjian(skp=skp, iku=[iku_uji(draf).uuid], oleh=self.kasi)
        self.tolak("sudah dipakai dalam SKP", hapus_draf, perjanjian=draf, oleh=self.kasi)
        self.tolak("sudah dipakai dalam SKP", hapus_iku, iku=iku_uji(draf), oleh=self.kasi)
        Indikator.objects.filter(rencana__skp=skp).update(iku=None)
        hapus_draf(perjanjian=draf, oleh=self.kasi)
        assert not PerjanjianKinerja.objects.exists()
        assert self.audit() == ["kinerja.perjanjian.hapus_draf"]


class IsiTest(PerjanjianDasar):
    def setUp(self) -> None:
        super().setUp()
        self.draf = buat_perjanjian_uji(self.kantor.seksi)
        self.iku = iku_uji(self.draf)

    def test_sasaran_baru_di_urutan_terakhir_dan_ubah_dengan_versi(self):
        baru = simpan_sasaran(sasaran=Sasaran(perjanjian=self.draf, uraian="Kedua"), oleh=self.kasi)
        assert (baru.urut, baru.versi) == (2, 1)
        baru.uraian = "Kedua yang rapi"
        simpan_sasaran(sasaran=baru, oleh=self.kasi, versi=1)
        baru.refresh_from_db()
        assert (baru.uraian, baru.versi, baru.diubah_oleh) == ("Kedua yang rapi", 2, self.kasi)
        assert self.audit() == ["kinerja.perjanjian.tambah_sasaran", "kinerja.perjanjian.ubah_sasaran"]
        baru.uraian = "Dari halaman lama"
        sebelum = self.keadaan()
        with pytest.raises(KonflikVersi, match="sudah diubah oleh"):
            simpan_sasaran(sasaran=baru, oleh=self.kasi, versi=1)
        assert self.keadaan() == sebelum
        self.tolak("pimpinan unitnya", simpan_sasaran, sasaran=baru, oleh=self.camat, versi=2)

    def test_indikator_dan_triwulannya(self):
        baru = IndikatorUtama(sasaran=self.iku.sasaran, uraian="Tepat waktu", satuan="persen", target=Decimal(95))
        isi = {1: IsiTriwulan("Benahi loket", Decimal(90)), 4: IsiTriwulan("", Decimal(93), Decimal(97))}
        simpan_iku(iku=baru, triwulan=isi, oleh=self.kasi)
        assert baru.urut == 2
        assert list(baru.triwulan.values_list("triwulan", "uraian", "target", "target_atas")) == [
            (1, "Benahi loket", Decimal(90), None),
            (4, "", Decimal(93), Decimal(97)),
        ]
        simpan_iku(iku=baru, triwulan={2: IsiTriwulan("Latih", Decimal(91))}, oleh=self.kasi, versi=1)
        assert list(baru.triwulan.values_list("triwulan", flat=True)) == [2]
        assert self.audit() == ["kinerja.perjanjian.tambah_iku", "kinerja.perjanjian.ubah_iku"]
        terbalik = {1: IsiTriwulan("", Decimal(9), Decimal(8))}
        self.tolak("Triwulan 1: batas atas", simpan_iku, iku=baru, triwulan=terbalik, oleh=self.kasi, versi=2)
        lima = {5: IsiTriwulan("", Decimal(9))}
        self.tolak("1 sampai 4", simpan_iku, iku=baru, triwulan=lima, oleh=self.kasi, versi=2)
        with pytest.raises(KonflikVersi):
            simpan_iku(iku=baru, triwulan={}, oleh=self.kasi, versi=1)
        hapus_iku(iku=baru, oleh=self.kasi)
        hapus_sasaran(sasaran=self.iku.sasaran, oleh=self.kasi)
        assert not self.draf.sasaran.exists()
        sasaran = Sasaran(pk=self.iku.sasaran_id, perjanjian=self.draf, urut=1, uraian="Hidup lagi")
        self.tolak("sudah dihapus", simpan_sasaran, sasaran=sasaran, oleh=self.kasi, versi=1)


class AmbilTest(PerjanjianDasar):
    def setUp(self) -> None:
        super().setUp()
        self.perjanjian = buat_perjanjian_uji(self.kantor.seksi)
        self.iku = iku_uji(self.perjanjian)
        kedua = IndikatorUtama(sasaran=self.iku.sasaran, uraian="Tepat waktu", satuan="persen", target=Decimal(95))
        self.kedua = simpan_iku(iku=kedua, triwulan={}, oleh=self.kasi)
        self.skp = pabrik.buat_skp(self.kantor.kasi)

    def ambil(self, *iku: IndikatorUtama, **ubah: Any) -> list[Indikator]:
        isi: dict[str, Any] = {"skp": self.skp, "iku": [satu.uuid for satu in iku], "oleh": self.kasi} | ubah
        return ambil_dari_perjanjian(**isi)

    def test_sasaran_menjadi_rencana_dan_ukuran_menjadi_indikator(self):
        assert iku_untuk_skp(self.skp) == [self.iku, self.kedua]
        (satu,) = self.ambil(self.iku)
        assert (satu.iku, satu.uraian, satu.satuan, satu.target) == (
            self.iku,
            "Nilai IKM gabungan",
            "nilai",
            Decimal(84),
        )
        assert satu.rencana.uraian == "Meningkatnya kepuasan warga"
        # The third quarter is the only period of the office.
        aksi = RencanaAksi.objects.get(indikator=satu)
        assert (aksi.periode, aksi.target, aksi.uraian) == (self.kantor.periode, Decimal(82), "Langkah 3")
        assert iku_untuk_skp(self.skp) == [self.kedua]
        (dua,) = self.ambil(self.kedua)
        assert dua.rencana == satu.rencana
        assert CatatanAudit.objects.filter(aksi="kinerja.skp.ambil_dari_perjanjian").count() == 2

    def test_ditolak_dan_tidak_ada_yang_berubah(self):
        self.tolak("Pilih paling sedikit satu", self.ambil)
        asing = iku_uji(buat_perjanjian_uji(self.kantor.kecamatan))
        self.tolak("bukan dari perjanjian", self.ambil, iku=[asing.uuid])
        self.tolak("pemiliknya", self.ambil, iku=[self.iku.uuid], oleh=self.camat)
        self.ambil(self.iku)
        self.tolak("sudah ada di SKP", self.ambil, iku=[self.iku.uuid])
        self.skp.status = "diajukan"
        self.skp.save()
        self.tolak("tidak dapat diubah", self.ambil, iku=[self.kedua.uuid])

    def test_hanya_dari_perjanjian_tahun_itu_dan_yang_berlaku(self):
        tandatangani_uji(self.perjanjian, self.kasi)
        perubahan = buat_perubahan(perjanjian=self.perjanjian, oleh=self.kasi, alasan="x")
        assert iku_untuk_skp(self.skp) == [self.iku, self.kedua]
        tandatangani(perjanjian=perubahan, oleh=self.kasi, nomor="2", tanggal=date(2026, 8, 1))
        baru = iku_uji(perubahan)
        assert iku_untuk_skp(self.skp)[0] == baru
        self.ambil(baru)
        assert baru not in iku_untuk_skp(self.skp)
        lain = pabrik.buat_skp(self.kantor.kasi, mulai=date(2027, 1, 1), selesai=date(2027, 12, 31))
        assert iku_untuk_skp(lain) == []
        assert iku_untuk_skp(pabrik.buat_skp(self.kantor.staf[0])) == []
