"""Obstacles and requests for support: who, which state, once, and the way up when nobody answers."""

from __future__ import annotations

import threading
from datetime import date, datetime, timedelta
from typing import Any
from unittest import mock

import pytest
from django.db import IntegrityError, transaction
from django.test import TestCase
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from kinerja.models import Kendala, LangkahPermintaan, PermintaanDukungan, RencanaHasilKerja
from kinerja.permissions import atasan_kini, boleh_menjawab, permintaan_menunggu, rantai_atasan
from kinerja.proses import ProsesDitolak
from kinerja.proses.dukungan import (
    batalkan_permintaan,
    jawab_permintaan,
    minta_dukungan,
    penuhi_permintaan,
    tagih_permintaan,
)
from kinerja.proses.dukungan_naik import alihkan_permintaan, naikkan_permintaan
from kinerja.proses.kendala import catat_kendala, tutup_kendala
from kinerja.ringkasan import menunggu
from kinerja.ringkasan.dukungan import hambatan
from kinerja.tasks import naikkan_permintaan as tugas_naikkan
from rakumpit.audit.models import CatatanAudit
from rakumpit.notifikasi.models import Notifikasi
from rakumpit.organisasi.enums import SifatPenugasan
from rakumpit.organisasi.models import Pegawai, PejabatLuar, Pengguna, Penugasan
from rakumpit.waktu import WIB
from tests import pabrik
from tests.kinerja.kantor import Kantor, akun, buat_kantor, pilih
from tests.serentak import UjiSerentak
from tests.survei.dasar import SAAT, pada
from tests.tugas import untuk

HARI = SAAT.date()
# Five working days after Tuesday 15 September 2026; the month has no day off.
TENGGAT = date(2026, 9, 22)


def pukul(hari: date) -> datetime:
    return datetime(hari.year, hari.month, hari.day, 9, 0, tzinfo=WIB)


class _Dasar(TestCase):
    kantor: Kantor
    staf: Pegawai

    @classmethod
    def setUpTestData(cls) -> None:
        cls.kantor = buat_kantor()
        cls.staf = cls.kantor.staf[0]

    def setUp(self) -> None:
        beku = pada(SAAT)
        beku.__enter__()
        self.addCleanup(beku.__exit__, None, None, None)

    def kendala(self, **ubah: Any) -> Kendala:
        isian: dict[str, Any] = {
            "oleh": akun(self.staf),
            "rencana": None,
            "indikator": self.kantor.indikator[self.staf.pk],
            "jenis": "alat",
            "uraian": " Pencetak rusak. ",
            "sejak": date(2026, 9, 1),
        }
        return catat_kendala(**(isian | ubah))

    def minta(self, **ubah: Any) -> PermintaanDukungan:
        isian: dict[str, Any] = {
            "oleh": akun(self.staf),
            "kendala": None,
            "jenis": "alat",
            "uraian": "Satu pencetak.",
        }
        return minta_dukungan(**(isian | ubah))

    def jawab(self, permintaan: PermintaanDukungan, **ubah: Any) -> PermintaanDukungan:
        isian: dict[str, Any] = {
            "permintaan": permintaan,
            "oleh": akun(self.kantor.kasi),
            "jawaban": "disetujui",
            "alasan": "",
            "dijanjikan": date(2026, 9, 30),
        }
        return jawab_permintaan(**(isian | ubah))

    def ditolak(self, pola: str, fungsi: Any, *args: Any, **isian: Any) -> None:
        """Refused with that sentence, and nothing is written."""
        sebelum = self.isi()
        with pytest.raises(ProsesDitolak, match=pola):
            fungsi(*args, **isian)
        assert self.isi() == sebelum

    @staticmethod
    def isi() -> tuple[Any, ...]:
        return (
            list(Kendala.objects.order_by("pk").values_list("pk", "status")),
            list(PermintaanDukungan.objects.order_by("pk").values_list("pk", "status", "tingkat", "tenggat")),
            CatatanAudit.objects.count(),
            Notifikasi.objects.count(),
        )


class KendalaTests(_Dasar):
    def test_tercatat_pada_indikator_dan_hasilnya_dengan_satu_catatan_audit(self) -> None:
        kendala = self.kendala()
        indikator = self.kantor.indikator[self.staf.pk]
        assert (kendala.pegawai, kendala.indikator, kendala.rencana) == (self.staf, indikator, indikator.rencana)
        assert (kendala.uraian, kendala.status) == ("Pencetak rusak.", "terbuka")
        assert CatatanAudit.objects.get().aksi == "kinerja.kendala.catat"

    def test_yang_ditolak(self) -> None:
        orang_lain = self.kantor.indikator[self.kantor.staf[1].pk]
        draf = RencanaHasilKerja.objects.create(
            skp=pabrik.buat_skp(self.staf, mulai=date(2027, 1, 1), selesai=date(2027, 12, 31)), urut=1, uraian="Draf"
        )
        for pola, ubah in (
            ("SKP Anda yang sudah disetujui", {"indikator": orang_lain}),
            ("SKP Anda yang sudah disetujui", {"indikator": None, "rencana": draf}),
            ("mempunyai SKP", {"oleh": self.kantor.pengelola}),
            ("jenis kendala", {"jenis": "cuaca"}),
            ("Tulis apa yang menghambat", {"uraian": "  "}),
            ("belum tiba", {"sejak": HARI + timedelta(days=1)}),
        ):
            with self.subTest(pola):
                self.ditolak(pola, self.kendala, **ubah)

    def test_ditutup_sekali_oleh_pemiliknya_dengan_catatan(self) -> None:
        kendala = self.kendala()
        self.ditolak(
            "pegawai yang mencatatnya", tutup_kendala, kendala=kendala, oleh=akun(self.kantor.kasi), catatan="x"
        )
        self.ditolak("bagaimana kendala", tutup_kendala, kendala=kendala, oleh=akun(self.staf), catatan=" ")
        selesai = tutup_kendala(kendala=kendala, oleh=akun(self.staf), catatan="Diperbaiki.")
        assert (selesai.status, selesai.teratasi_pada) == ("teratasi", HARI)
        assert CatatanAudit.objects.filter(aksi="kinerja.kendala.tutup").count() == 1
        self.ditolak("sudah dinyatakan", tutup_kendala, kendala=kendala, oleh=akun(self.staf), catatan="Lagi.")

    def test_tidak_ditutup_selama_permintaannya_menunggu(self) -> None:
        kendala = self.kendala()
        permintaan = self.minta(kendala=kendala)
        self.ditolak("masih menunggu jawaban", tutup_kendala, kendala=kendala, oleh=akun(self.staf), catatan="Selesai.")
        batalkan_permintaan(permintaan=permintaan, oleh=akun(self.staf), alasan="Dipinjami.")
        tutup_kendala(kendala=kendala, oleh=akun(self.staf), catatan="Selesai.")


class PermintaanTests(_Dasar):
    def test_diajukan_kepada_atasan_hari_ini_dengan_tenggat_lima_hari_kerja(self) -> None:
        permintaan = self.minta()
        assert (permintaan.diminta_dari, permintaan.tenggat, permintaan.tingkat) == (self.kantor.kasi, TENGGAT, 0)
        assert CatatanAudit.objects.get().aksi == "kinerja.dukungan.minta"
        kabar = Notifikasi.objects.get()
        assert kabar.penerima == akun(self.kantor.kasi)
        assert "Satu pencetak" not in kabar.judul + kabar.isi
        assert [(s.urut, s.langkah, s.kepada) for s in permintaan.langkah.all()] == [
            (1, "diajukan", f"Kasi, {self.kantor.kasi.penugasan.get().jabatan.nama}")
        ]

    def test_tenggat_menurut_pilihan_kantor_hari_itu(self) -> None:
        pilih(date(2026, 9, 15), hari_jawab_dukungan=3)
        pilih(date(2026, 9, 16), hari_jawab_dukungan=9)
        assert self.minta().tenggat == date(2026, 9, 18)

    def test_yang_ditolak_saat_meminta(self) -> None:
        kendala = self.kendala()
        rekan = akun(self.kantor.staf[1])
        self.ditolak("mencatat kendalanya", self.minta, kendala=kendala, oleh=rekan)
        self.ditolak("mempunyai SKP", self.minta, oleh=self.kantor.pengelola)
        self.ditolak("jenis dukungan", self.minta, jenis="cuaca")
        self.ditolak("apa yang Anda perlukan", self.minta, uraian=" ")
        # The camat's superior has no account here.
        self.ditolak("belum mempunyai akun", self.minta, oleh=akun(self.kantor.camat))
        self.minta(kendala=kendala)
        self.ditolak("sudah ada permintaan", self.minta, kendala=kendala, uraian="Permintaan lain.")
        lain = self.kendala(uraian="Kertas habis.")
        tutup_kendala(kendala=lain, oleh=akun(self.staf), catatan="Selesai.")
        self.ditolak("sudah teratasi", self.minta, kendala=lain)

    def test_dijawab_sekali_oleh_atasan(self) -> None:
        permintaan = self.minta()
        for oleh in (akun(self.staf), akun(self.kantor.staf[1]), akun(self.kantor.camat), self.kantor.pengelola):
            self.ditolak("atasan pegawai saat ini", self.jawab, permintaan, oleh=oleh)
        self.ditolak("tanggal dukungan", self.jawab, permintaan, dijanjikan=None)
        self.ditolak("tanggal dukungan", self.jawab, permintaan, dijanjikan=HARI - timedelta(days=1))
        self.ditolak("alasannya", self.jawab, permintaan, jawaban="sebagian")
        self.ditolak("alasannya", self.jawab, permintaan, jawaban="ditolak", alasan=" ")
        self.ditolak("Pilih jawaban", self.jawab, permintaan, jawaban="nanti")
        kini = self.jawab(permintaan)
        assert (kini.status, kini.jawaban, kini.dijanjikan) == ("dijawab", "disetujui", date(2026, 9, 30))
        assert CatatanAudit.objects.filter(aksi="kinerja.dukungan.jawab").count() == 1
        assert Notifikasi.objects.filter(penerima=akun(self.staf)).count() == 1
        self.ditolak("tidak menunggu jawaban lagi", self.jawab, permintaan)

    def test_ditolak_tanpa_janji_dan_tidak_dapat_dipenuhi(self) -> None:
        permintaan = self.jawab(self.minta(), jawaban="ditolak", alasan="Anggaran habis.")
        assert permintaan.dijanjikan is None
        self.ditolak("sudah dijanjikan", penuhi_permintaan, permintaan=permintaan, oleh=akun(self.staf))
        self.ditolak("sudah ditolak", batalkan_permintaan, permintaan=permintaan, oleh=akun(self.staf), alasan="x")

    def test_dipenuhi_oleh_peminta_sesudah_dijanjikan(self) -> None:
        permintaan = self.minta()
        self.ditolak("sudah dijanjikan", penuhi_permintaan, permintaan=permintaan, oleh=akun(self.staf))
        self.jawab(permintaan)
        self.ditolak("yang meminta", penuhi_permintaan, permintaan=permintaan, oleh=akun(self.kantor.kasi))
        assert penuhi_permintaan(permintaan=permintaan, oleh=akun(self.staf)).status == "dipenuhi"
        assert Notifikasi.objects.filter(penerima=akun(self.kantor.kasi)).count() == 2
        self.ditolak("sudah dijanjikan", penuhi_permintaan, permintaan=permintaan, oleh=akun(self.staf))

    def test_dibatalkan_oleh_peminta_dengan_alasan(self) -> None:
        permintaan = self.minta()
        self.ditolak(
            "yang meminta", batalkan_permintaan, permintaan=permintaan, oleh=akun(self.kantor.kasi), alasan="x"
        )
        self.ditolak("alasan membatalkan", batalkan_permintaan, permintaan=permintaan, oleh=akun(self.staf), alasan=" ")
        batalkan_permintaan(permintaan=permintaan, oleh=akun(self.staf), alasan="Dipinjami.")
        assert CatatanAudit.objects.filter(aksi="kinerja.dukungan.batalkan").count() == 1
        self.ditolak("tidak menunggu", self.jawab, permintaan)
        self.ditolak(
            "tidak dapat dibatalkan", batalkan_permintaan, permintaan=permintaan, oleh=akun(self.staf), alasan="x"
        )

    def test_basis_data_menolak_jawaban_yang_tidak_lengkap(self) -> None:
        permintaan = self.minta(kendala=self.kendala())
        kasi = akun(self.kantor.kasi)
        for ubah in (
            {"status": "dijawab"},
            {"jawaban": "ditolak", "status": "dijawab", "dijawab_oleh": kasi, "dijawab_pada": HARI},
            {"jawaban": "disetujui", "status": "dijawab", "dijawab_oleh": kasi, "dijawab_pada": HARI},
            {"diminta_dari": None},
            {"diminta_dari": self.staf},
        ):
            with self.subTest(ubah), pytest.raises(IntegrityError), transaction.atomic():
                PermintaanDukungan.objects.filter(pk=permintaan.pk).update(**ubah)
        with pytest.raises(IntegrityError), transaction.atomic():
            Kendala.objects.update(status="teratasi")


class NaikTests(_Dasar):
    def setUp(self) -> None:
        super().setUp()
        self.permintaan = self.minta()

    def naikkan(self, hari: date) -> int:
        with pada(pukul(hari)):
            return naikkan_permintaan()

    def segar(self) -> PermintaanDukungan:
        return PermintaanDukungan.objects.select_related("pegawai").get(pk=self.permintaan.pk)

    def test_pada_hari_tenggat_belum_naik(self) -> None:
        assert self.naikkan(TENGGAT) == 0
        assert self.segar().tingkat == 0

    def test_sehari_sesudahnya_naik_sekali_dan_semua_dikabari(self) -> None:
        hari = TENGGAT + timedelta(days=1)
        assert [self.naikkan(hari), self.naikkan(hari)] == [1, 0]
        kini = self.segar()
        assert (kini.tingkat, kini.diminta_dari, kini.tenggat) == (1, self.kantor.camat, date(2026, 9, 30))
        naik = CatatanAudit.objects.get(aksi="kinerja.dukungan.naikkan")
        assert naik.pelaku is None
        kabar = Notifikasi.objects.filter(kunci__endswith=":2")
        assert set(kabar.values_list("penerima", flat=True)) == {
            akun(self.kantor.camat).pk,
            akun(self.kantor.kasi).pk,
            akun(self.staf).pk,
        }

    def test_berhenti_di_puncak_orang_berakun(self) -> None:
        self.naikkan(TENGGAT + timedelta(days=1))
        # Above the camat stands the Sekretaris Daerah, who has no account.
        assert self.naikkan(date(2026, 12, 1)) == 0
        self.kantor.sekda.pengguna = pabrik.buat_pengguna(nama="Sekda")
        self.kantor.sekda.save()
        assert self.naikkan(date(2026, 12, 1)) == 1
        assert (self.segar().diminta_dari, self.segar().diminta_dari_luar) == (None, self.kantor.sekda)
        assert self.naikkan(date(2027, 3, 1)) == 0

    def test_yang_dilewati_masih_dapat_menjawab(self) -> None:
        assert not boleh_menjawab(akun(self.kantor.camat), self.segar())
        self.naikkan(TENGGAT + timedelta(days=1))
        for atasan in (self.kantor.kasi, self.kantor.camat):
            assert boleh_menjawab(akun(atasan), self.segar())
            assert permintaan_menunggu(akun(atasan), "pk") == [(self.permintaan.pk,)]
        self.jawab(self.permintaan)
        assert permintaan_menunggu(akun(self.kantor.camat)) == []

    def test_yang_dijawab_tidak_naik(self) -> None:
        self.jawab(self.permintaan)
        assert self.naikkan(date(2026, 12, 1)) == 0

    def test_di_puncak_kedua_pihak_dikabari_sekali_bahwa_tenggat_lewat(self) -> None:
        self.naikkan(TENGGAT + timedelta(days=1))
        for _ in range(2):
            assert self.naikkan(date(2026, 10, 1)) == 0
        kabar = Notifikasi.objects.filter(kunci__contains=":lewat-")
        assert {satu.penerima: satu.judul for satu in kabar} == {
            akun(self.kantor.camat): "Permintaan dukungan Staf 1 belum Anda jawab",
            akun(self.staf): "Permintaan dukungan Anda belum dijawab sampai tenggat",
        }
        assert "tanyakan langsung kepada Camat" in kabar.get(penerima=akun(self.staf)).isi

    def test_peminta_yang_sudah_pergi_tidak_membuat_siapa_pun_diingatkan(self) -> None:
        self.staf.penugasan.update(selesai=HARI)
        awal = Notifikasi.objects.count()
        assert self.naikkan(TENGGAT + timedelta(days=1)) == 0
        assert (self.segar().tingkat, Notifikasi.objects.count()) == (0, awal)

    def ganti_kasi(self, hari: date) -> Pegawai:
        """Another head of the seksi from that day on."""
        lama = self.kantor.kasi.penugasan.get()
        lama.selesai = hari - timedelta(days=1)
        lama.save()
        baru = pabrik.buat_pegawai(self.kantor.kecamatan, nama="Kasi baru")
        baru.penugasan.all().delete()
        Penugasan.objects.create(pegawai=baru, jabatan=lama.jabatan, mulai=hari, sifat=SifatPenugasan.DEFINITIF.value)
        return baru

    def test_mengikuti_atasan_yang_berganti_dan_semua_dikabari(self) -> None:
        baru = self.ganti_kasi(date(2026, 9, 17))
        with pada(pukul(date(2026, 9, 16))):
            assert alihkan_permintaan() == 0
        with pada(pukul(date(2026, 9, 17))):
            assert [alihkan_permintaan(), alihkan_permintaan()] == [1, 0]
        kini = self.segar()
        assert (kini.tingkat, kini.diminta_dari, kini.tenggat) == (0, baru, TENGGAT)
        kabar = {satu.penerima: satu for satu in Notifikasi.objects.filter(kunci__endswith=":2")}
        assert {satu: isi.judul for satu, isi in kabar.items()} == {
            akun(baru): "Permintaan dukungan Staf 1 menunggu jawaban Anda",
            akun(self.kantor.kasi): "Permintaan dukungan Staf 1 tidak lagi menunggu Anda",
            akun(self.staf): "Permintaan dukungan Anda sekarang dijawab Kasi baru",
        }
        # The former superior does not read it any more, so that notice leads nowhere.
        assert kabar[akun(self.kantor.kasi)].tautan == ""
        assert kini.langkah.get(urut=2).get_langkah_display() == "Atasan berganti, dialihkan"

    def test_atasan_baru_tidak_menanggung_tenggat_yang_sudah_lewat(self) -> None:
        hari = TENGGAT + timedelta(days=1)
        baru = self.ganti_kasi(hari)
        assert self.naikkan(hari) == 0
        kini = self.segar()
        assert (kini.tingkat, kini.diminta_dari, kini.tenggat) == (0, baru, date(2026, 9, 30))
        assert self.naikkan(date(2026, 10, 1)) == 1
        (kabar,) = Notifikasi.objects.filter(penerima=akun(self.kantor.camat))
        assert kabar.isi.startswith("Kasi baru belum menjawab")

    def test_bila_jabatan_atasan_kosong_yang_di_atasnya_ditanya(self) -> None:
        self.kantor.kasi.penugasan.update(selesai=HARI)
        assert self.naikkan(HARI + timedelta(days=1)) == 0
        kini = self.segar()
        assert (kini.tingkat, kini.diminta_dari) == (0, self.kantor.camat)
        assert Notifikasi.objects.filter(penerima=akun(self.kantor.camat)).count() == 1

    def test_tugas_celery_memanggil_proses_yang_sama(self) -> None:
        with pada(pukul(TENGGAT + timedelta(days=1))):
            assert tugas_naikkan() == 1

    def test_tugas_di_menunggu_anda_bertenggat(self) -> None:
        (tugas,) = [t for t in untuk(menunggu, akun(self.kantor.kasi)) if "dukungan" in t.judul]
        assert (tugas.dari, tugas.tenggat) == ("Staf 1", TENGGAT)
        assert tugas.tautan == f"/kinerja/dukungan/{self.permintaan.uuid}/"
        self.jawab(self.permintaan, dijanjikan=HARI)
        assert [t for t in untuk(menunggu, akun(self.kantor.kasi)) if "dukungan" in t.judul] == []
        assert [t.judul for t in untuk(menunggu, akun(self.staf)) if "dukungan" in t.judul] == [
            "Nyatakan apakah dukungan sudah diterima: alat"
        ]


class TagihTests(_Dasar):
    """A promise whose day has passed leads back to the superior."""

    def setUp(self) -> None:
        super().setUp()
        self.janji = date(2026, 9, 18)
        self.permintaan = self.jawab(self.minta(kendala=self.kendala()), dijanjikan=self.janji)

    def tagih(self, hari: date, oleh: Pengguna | None = None) -> PermintaanDukungan:
        with pada(pukul(hari)):
            return tagih_permintaan(permintaan=self.permintaan, oleh=oleh or akun(self.staf))

    def test_menunggu_jawaban_lagi_dan_janjinya_tetap_terbaca(self) -> None:
        kini = self.tagih(date(2026, 9, 21))
        assert (kini.status, kini.jawaban, kini.dijanjikan, kini.tenggat) == ("diajukan", "", None, date(2026, 9, 28))
        jawab, tagih = kini.langkah.filter(urut__gte=2)
        assert jawab.catatan.startswith("Disetujui, dijanjikan 18 September 2026.")
        assert (tagih.catatan, tagih.tenggat) == ("Dijanjikan 18 September 2026, belum diterima.", date(2026, 9, 28))
        kabar = Notifikasi.objects.get(kunci__endswith=":3")
        assert (kabar.penerima, kabar.judul) == (
            akun(self.kantor.kasi),
            "Staf 1 belum menerima dukungan: alat",
        )
        assert CatatanAudit.objects.filter(aksi="kinerja.dukungan.tagih").count() == 1
        # Silence leads upward as before, and a second answer is possible.
        with pada(pukul(date(2026, 9, 29))):
            assert naikkan_permintaan() == 1
            self.jawab(kini, oleh=akun(self.kantor.camat), dijanjikan=date(2026, 10, 5))

    def test_tidak_sebelum_harinya_lewat_dan_hanya_oleh_peminta(self) -> None:
        for hari, oleh, kata in (
            (self.janji, None, "Tanyakan lagi sesudah hari itu"),
            (self.janji + timedelta(days=1), akun(self.kantor.kasi), "pegawai yang meminta"),
        ):
            with self.subTest(kata), pytest.raises(ProsesDitolak, match=kata):
                self.tagih(hari, oleh)
        self.tagih(date(2026, 9, 21))
        with pytest.raises(ProsesDitolak, match="dijanjikan dan belum diterima"):
            self.tagih(date(2026, 9, 21))

    def test_tidak_bila_permintaan_lain_menunggu_atau_kendalanya_teratasi(self) -> None:
        kendala = self.permintaan.kendala
        assert kendala is not None
        lain = self.minta(kendala=kendala, uraian="Pinjam dulu.")
        with pytest.raises(ProsesDitolak, match="sudah ada permintaan yang menunggu"):
            self.tagih(date(2026, 9, 21))
        batalkan_permintaan(permintaan=lain, oleh=akun(self.staf), alasan="Keliru.")
        tutup_kendala(kendala=kendala, oleh=akun(self.staf), catatan="Diperbaiki.")
        with pytest.raises(ProsesDitolak, match="sudah teratasi"):
            self.tagih(date(2026, 9, 21))


class RantaiTests(_Dasar):
    def test_langkah_pertama_sama_dengan_atasan_kini(self) -> None:
        self.kantor.sekda.pengguna = pabrik.buat_pengguna(nama="Sekda")
        self.kantor.sekda.save()
        for pegawai in (self.staf, self.kantor.kasi, self.kantor.camat):
            atasan = atasan_kini(pegawai)
            rantai = rantai_atasan([pegawai.pk])[pegawai.pk]
            assert atasan is not None
            assert (rantai[0].pegawai_id, rantai[0].pejabat_luar_id) == (atasan.pegawai_id, atasan.pejabat_luar_id)
        assert [satu.nama for satu in rantai_atasan([self.staf.pk])[self.staf.pk]] == [
            "Kasi",
            "Camat",
            str(self.kantor.sekda),
        ]

    def test_orang_yang_merangkap_berdiri_sekali(self) -> None:
        pabrik.tugaskan(
            self.kantor.camat,
            Penugasan.objects.get(pegawai=self.kantor.kasi).jabatan,
            sifat=SifatPenugasan.PLH.value,
            mulai=HARI,
        )
        assert [satu.nama for satu in rantai_atasan([self.staf.pk])[self.staf.pk]] == ["Camat"]

    def test_akun_yang_ditutup_dan_orang_tanpa_jabatan(self) -> None:
        Pengguna.objects.filter(pk=akun(self.kantor.kasi).pk).update(is_active=False)
        assert [satu.nama for satu in rantai_atasan([self.staf.pk])[self.staf.pk]] == ["Camat"]
        lepas = pabrik.buat_pegawai(None)
        assert rantai_atasan([lepas.pk]) == {lepas.pk: []}

    def test_jumlah_kueri_tetap(self) -> None:
        with self.assertNumQueries(3):
            rantai_atasan([self.staf.pk])
        semua = list(Pegawai.objects.values_list("pk", flat=True))
        with self.assertNumQueries(3):
            rantai_atasan(semua)


class HambatanTests(_Dasar):
    def lihat(
        self, mulai: date = date(2026, 7, 1), selesai: date = date(2026, 9, 30), rencana_id: int | None = None
    ) -> list[Any]:
        return hambatan(self.staf.pk, mulai, selesai, rencana_id=rencana_id)

    def test_belum_dijawab_sekian_hari_kerja(self) -> None:
        kendala = self.kendala()
        assert [satu.dukungan for satu in self.lihat()] == [""]
        self.minta(kendala=kendala)
        assert self.lihat()[0].dukungan == "Permintaan diajukan hari ini."
        # Seven working days later: 16, 17, 18, 21, 22, 23, 24 September.
        with pada(pukul(date(2026, 9, 24))):
            (satu,) = self.lihat()
        assert (satu.dukungan, satu.menunggu) == ("Permintaan belum dijawab 7 hari kerja.", True)
        assert satu.tentang == "Indikator 1"

    def test_jawaban_dalam_kata(self) -> None:
        permintaan = self.minta(kendala=self.kendala())
        self.jawab(permintaan)
        assert self.lihat()[0].dukungan == "Permintaan disetujui, dijanjikan 30 September 2026."
        penuhi_permintaan(permintaan=permintaan, oleh=akun(self.staf))
        assert self.lihat()[0].dukungan == "Dukungan sudah diterima."
        ditolak = self.minta(kendala=self.kendala(sejak=date(2026, 9, 2)))
        self.jawab(ditolak, jawaban="ditolak", alasan="Tidak ada.")
        assert self.lihat()[1].dukungan == "Permintaan ditolak."

    def test_yang_dibatalkan_tidak_dihitung(self) -> None:
        permintaan = self.minta(kendala=self.kendala())
        batalkan_permintaan(permintaan=permintaan, oleh=akun(self.staf), alasan="Dipinjami.")
        assert self.lihat()[0].dukungan == ""

    def test_hanya_yang_menyentuh_hari_periode_dan_hanya_milik_sendiri(self) -> None:
        kendala = self.kendala()
        assert self.lihat(selesai=date(2026, 8, 31)) == []
        tutup_kendala(kendala=kendala, oleh=akun(self.staf), catatan="Diperbaiki.")
        assert [satu.teratasi_pada for satu in self.lihat()] == [HARI]
        assert self.lihat(mulai=date(2026, 10, 1), selesai=date(2026, 12, 31)) == []
        assert hambatan(self.kantor.staf[1].pk, date(2026, 7, 1), date(2026, 9, 30)) == []

    def test_menyangkut_indikator_sendiri_atau_seluruh_hasilnya(self) -> None:
        indikator = self.kantor.indikator[self.staf.pk]
        self.kendala()
        self.kendala(indikator=None, rencana=indikator.rencana, sejak=date(2026, 9, 2))
        self.kendala(indikator=None, sejak=date(2026, 9, 3))
        satu, dua, umum = self.lihat()
        assert [s.menyangkut(indikator.pk, indikator.rencana_id) for s in (satu, dua, umum)] == [True, True, False]
        assert [s.menyangkut(0, indikator.rencana_id) for s in (satu, dua)] == [False, True]

    def test_permintaan_tanpa_kendala_ikut_tampil(self) -> None:
        self.kendala()
        batal = self.minta(uraian="Batal.")
        batalkan_permintaan(permintaan=batal, oleh=akun(self.staf), alasan="Keliru.")
        self.jawab(self.minta(uraian="Satu orang.", jenis="orang"), jawaban="ditolak", alasan="Tidak ada.")
        kendala, permintaan = self.lihat()
        assert (kendala.lepas, permintaan.lepas, permintaan.uraian) == (False, True, "Satu orang.")
        assert (permintaan.dukungan, permintaan.menunggu) == ("Permintaan ditolak.", False)
        assert [satu.lepas for satu in self.lihat(date(2027, 1, 1), date(2027, 3, 31))] == [False]
        rencana = self.kantor.indikator[self.staf.pk].rencana_id
        assert [satu.lepas for satu in self.lihat(rencana_id=rencana)] == [False]

    def test_paling_banyak_empat_kueri(self) -> None:
        for hari in range(1, 4):
            self.minta(kendala=self.kendala(sejak=date(2026, 9, hari)))
        for urut in range(2):
            self.minta(uraian=f"Tanpa kendala {urut}.")
        with self.assertNumQueries(4):
            assert len(self.lihat()) == 5


class SerentakTests(UjiSerentak):
    """Two workers and two superiors at the same moment."""

    def setUp(self) -> None:
        self.kantor = buat_kantor(1)
        self.staf = self.kantor.staf[0]
        with pada(SAAT):
            self.permintaan = minta_dukungan(oleh=akun(self.staf), kendala=None, jenis="alat", uraian="Pencetak.")

    def test_dua_pekerja_menaikkan_satu_langkah(self) -> None:
        with pada(pukul(TENGGAT + timedelta(days=1))):
            hasil = self.sekaligus(naikkan_permintaan, naikkan_permintaan)
        assert sorted(map(str, hasil)) == ["0", "1"]
        kini = PermintaanDukungan.objects.get(pk=self.permintaan.pk)
        assert (kini.tingkat, kini.langkah.count()) == (1, 2)
        assert CatatanAudit.objects.filter(aksi="kinerja.dukungan.naikkan").count() == 1

    def test_tanpa_kunci_baris_langkah_ganda_ditahan_basis_data(self) -> None:
        """The same race with the lock taken away: the unique step stops the second worker."""
        asli, palang = LangkahPermintaan.objects.create, threading.Barrier(2)

        def bersama(**isi: Any) -> LangkahPermintaan:
            """Nobody writes the step before both have chosen its number."""
            palang.wait(60)
            return asli(**isi)

        with (
            pada(pukul(TENGGAT + timedelta(days=1))),
            mock.patch("django.db.models.query.QuerySet.select_for_update", lambda self, **_: self.all()),
            mock.patch.object(LangkahPermintaan.objects, "create", bersama),
        ):
            hasil = self.sekaligus(naikkan_permintaan, naikkan_permintaan)
        assert sum(isinstance(satu, IntegrityError) for satu in hasil) == 1, hasil
        assert CatatanAudit.objects.filter(aksi="kinerja.dukungan.naikkan").count() == 1

    def test_dua_jawaban_bersamaan_satu_yang_tersimpan(self) -> None:
        def jawab(jawaban: str) -> Any:
            return lambda: jawab_permintaan(
                permintaan=self.permintaan,
                oleh=akun(self.kantor.kasi),
                jawaban=jawaban,
                alasan="Menurut anggaran.",
                dijanjikan=date(2026, 12, 1),
            )

        with pada(SAAT):
            hasil = self.sekaligus(jawab("disetujui"), jawab("ditolak"))
        assert sum(isinstance(satu, ProsesDitolak) for satu in hasil) == 1
        assert CatatanAudit.objects.filter(aksi="kinerja.dukungan.jawab").count() == 1


class MesinPermintaan(RuleBasedStateMachine):
    """Any order of days, steps and answers against the sentences of the rule."""

    kantor: Kantor

    def __init__(self) -> None:
        super().__init__()
        self.titik = transaction.savepoint()
        self.hari = HARI
        self.staf = akun(self.kantor.staf[0])
        with pada(SAAT):
            self.permintaan = minta_dukungan(oleh=self.staf, kendala=None, jenis="alat", uraian="Pencetak.")
        self.perubahan, self.jawaban, self.naik = 1, 0, 0

    def teardown(self) -> None:
        transaction.savepoint_rollback(self.titik)

    def coba(self, fungsi: Any, **isian: Any) -> bool:
        with pada(pukul(self.hari)):
            try:
                fungsi(permintaan=self.permintaan, **isian)
            except ProsesDitolak:
                return False
        self.perubahan += 1
        return True

    @property
    def kini(self) -> PermintaanDukungan:
        return PermintaanDukungan.objects.get(pk=self.permintaan.pk)

    @rule(lama=st.integers(1, 20))
    def lewat(self, lama: int) -> None:
        self.hari += timedelta(days=lama)

    @rule()
    def pekerja(self) -> None:
        sebelum = self.kini
        with pada(pukul(self.hari)):
            jumlah = naikkan_permintaan()
        self.naik += jumlah
        self.perubahan += jumlah
        if jumlah:
            assert sebelum.status == "diajukan"
            assert sebelum.tenggat < self.hari

    @rule(
        siapa=st.sampled_from(["kasi", "camat", "staf"]), jawaban=st.sampled_from(["disetujui", "sebagian", "ditolak"])
    )
    def jawab(self, siapa: str, jawaban: str) -> None:
        sebelum = self.kini
        oleh = self.staf if siapa == "staf" else akun(getattr(self.kantor, siapa))
        boleh = siapa == "kasi" or (siapa == "camat" and sebelum.tingkat >= 1)
        berhasil = self.coba(
            jawab_permintaan, oleh=oleh, jawaban=jawaban, alasan="Menurut anggaran.", dijanjikan=self.hari
        )
        assert berhasil == (boleh and sebelum.status == "diajukan")
        self.jawaban += berhasil

    @rule()
    def penuhi(self) -> None:
        sebelum = self.kini
        berhasil = self.coba(penuhi_permintaan, oleh=self.staf)
        assert berhasil == (sebelum.status == "dijawab" and sebelum.jawaban != "ditolak")

    @rule()
    def tagih(self) -> None:
        sebelum = self.kini
        berhasil = self.coba(tagih_permintaan, oleh=self.staf)
        lewat = sebelum.dijanjikan is not None and sebelum.dijanjikan < self.hari
        assert berhasil == (sebelum.status == "dijawab" and lewat)
        self.jawaban -= berhasil

    @precondition(lambda self: self.perubahan > 1)
    @rule()
    def batal(self) -> None:
        sebelum = self.kini
        berhasil = self.coba(batalkan_permintaan, oleh=self.staf, alasan="Tidak perlu lagi.")
        terbuka = sebelum.status == "diajukan" or (sebelum.status == "dijawab" and sebelum.jawaban != "ditolak")
        assert berhasil == terbuka

    @invariant()
    def benar(self) -> None:
        kini = self.kini
        assert self.jawaban <= 1
        assert bool(kini.jawaban) == bool(self.jawaban)
        # Two leaders with an account stand above: never further than the second.
        assert kini.tingkat == self.naik <= 1
        audit = CatatanAudit.objects.filter(objek_id=str(kini.uuid))
        assert audit.count() == kini.langkah.count() == self.perubahan


class SifatTests(TestCase):
    def test_urutan_apa_pun_tidak_melanggar_aturan(self) -> None:
        MesinPermintaan.kantor = buat_kantor(1)
        run_state_machine_as_test(
            MesinPermintaan, settings=settings(max_examples=25, stateful_step_count=12, deadline=None)
        )
        assert PejabatLuar.objects.filter(pengguna__isnull=False).count() == 0
