"""«Laporkan data salah»: who, once, the answer with its change, silence, and the pages (case C101)."""

from __future__ import annotations

import threading
from datetime import date, datetime, timedelta
from typing import Any
from unittest import mock

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, connection, transaction
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kinerja.models import SKP, Bukti, LangkahLaporanData, LaporanData
from kinerja.permissions import boleh_membaca_laporan, boleh_menjawab_laporan, pimpinan_kantor
from kinerja.proses import ProsesDitolak
from kinerja.proses.laporan_data import cabut_laporan, jawab_laporan, laporkan_data, naikkan_laporan
from kinerja.ringkasan import menunggu
from kinerja.ringkasan.laporan_data import perubahan_sejak, yang_tertulis
from kinerja.tasks import naikkan_laporan as tugas_naikkan
from rakumpit.audit.models import CatatanAudit
from rakumpit.notifikasi.models import Notifikasi
from rakumpit.organisasi.models import Pegawai, Pengguna, Penugasan
from rakumpit.organisasi.proses.mutasi import pindahkan
from rakumpit.waktu import WIB
from tests import pabrik
from tests.kinerja.kantor import Kantor, akun, buat_kantor, pilih
from tests.serentak import UjiSerentak
from tests.survei.dasar import SAAT, pada
from tests.tugas import untuk

HARI = SAAT.date()
# Five working days after Tuesday 15 September 2026; the month has no day off.
TENGGAT = date(2026, 9, 22)
PDF = b"%PDF-1.4 surat"


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

    def lapor(self, **ubah: Any) -> LaporanData:
        isian: dict[str, Any] = {"oleh": akun(self.staf), "hal": "atasan", "seharusnya": "Kasi Baru."}
        return laporkan_data(**(isian | ubah))

    def jawab(self, laporan: LaporanData, **ubah: Any) -> LaporanData:
        isian: dict[str, Any] = {
            "laporan": laporan,
            "oleh": self.kantor.pengelola,
            "jawaban": "diperbaiki",
            "uraian": "Penugasan dibetulkan.",
        }
        return jawab_laporan(**(isian | ubah))

    def ditolak(self, pola: str, fungsi: Any, **isian: Any) -> None:
        """Refused with that sentence, and nothing is written."""
        sebelum = self.isi()
        with pytest.raises(ProsesDitolak, match=pola):
            fungsi(**isian)
        assert self.isi() == sebelum

    @staticmethod
    def isi() -> tuple[Any, ...]:
        return (
            list(LaporanData.objects.order_by("pk").values_list("pk", "status", "dinaikkan", "tenggat")),
            CatatanAudit.objects.count(),
            Notifikasi.objects.count(),
            LangkahLaporanData.objects.count(),
            Bukti.objects.count(),
        )


class LaporTests(_Dasar):
    def test_menyalin_yang_tertulis_memberi_tenggat_dan_mengabari_pengelola(self) -> None:
        kedua = pabrik.buat_pengguna(nama="Pengelola kedua", pengelola=True)
        pabrik.buat_pengguna(nama="Bekas", pengelola=True, is_active=False)
        laporan = self.lapor()
        assert (laporan.tertulis, laporan.tenggat, laporan.dinaikkan) == ("Kasi", TENGGAT, False)
        assert set(Notifikasi.objects.values_list("penerima", flat=True)) == {self.kantor.pengelola.pk, kedua.pk}
        assert CatatanAudit.objects.get().aksi == "kinerja.laporan_data.lapor"
        assert list(laporan.langkah.values_list("urut", "langkah", "tenggat")) == [(1, "diajukan", TENGGAT)]

    def test_tenggat_menurut_pilihan_kantor_hari_itu(self) -> None:
        pilih(HARI, hari_jawab_data=2)
        assert self.lapor().tenggat == date(2026, 9, 17)

    def test_yang_ditolak(self) -> None:
        rekan = self.kantor.staf[1]
        for pola, ubah in (
            ("hanya untuk pegawai", {"oleh": self.kantor.pengelola}),
            ("Anda sendiri", {"skp": SKP.objects.get(pegawai=rekan)}),
            ("dari daftar", {"hal": "gaji"}),
            ("seharusnya", {"seharusnya": "  "}),
            ("Paling banyak", {"berkas": [ContentFile(PDF, name=f"{i}.pdf") for i in range(11)]}),
            ("tidak diterima", {"berkas": [ContentFile(PDF, name="a.pdf"), ContentFile(b"<svg/>", name="b.pdf")]}),
            ("alamat lengkap", {"tautan": "javascript:alert(1)"}),
        ):
            with self.subTest(pola):
                self.ditolak(pola, self.lapor, **ubah)

    def test_satu_yang_terbuka_untuk_setiap_hal(self) -> None:
        laporan = self.lapor()
        self.ditolak("masih menunggu jawaban", self.lapor)
        self.lapor(hal="nama")
        self.jawab(laporan)
        self.lapor()

    def test_yang_tertulis_menurut_tempatnya(self) -> None:
        self.kantor.hitung()
        evaluasi, skp = self.kantor.evaluasi(self.staf), SKP.objects.get(pegawai=self.staf)
        SKP.objects.filter(pk=skp.pk).update(penilai=self.kantor.camat)
        skp.refresh_from_db()
        assert yang_tertulis(self.staf, "atasan") == "Kasi"
        assert yang_tertulis(self.staf, "atasan", skp) == "Camat"
        assert yang_tertulis(self.staf, "atasan", None, evaluasi) == "Kasi"
        assert yang_tertulis(self.staf, "periode", None, evaluasi).startswith("Triwulan III 2026, 1 Juli 2026")
        assert yang_tertulis(self.staf, "periode", skp) == "SKP 1 Januari 2026 sampai 31 Desember 2026"
        assert yang_tertulis(self.staf, "unit") == "Seksi Pelayanan"
        assert yang_tertulis(self.staf, "tmt").endswith("sejak 1 Januari 2024")
        assert yang_tertulis(self.staf, "pangkat") == "Belum diisi"
        # The NIP stands only with the account and is copied nowhere.
        assert yang_tertulis(self.staf, "nip") == ""

    def test_c101_tanpa_atasan_tetap_dapat_melapor_dan_menyusun_draf(self) -> None:
        """C101: the superior is missing. The draft is possible at once, the report goes to the pengelola with a day."""
        Penugasan.objects.filter(jabatan__memimpin=True, pegawai=self.kantor.kasi).delete()
        Penugasan.objects.filter(jabatan__memimpin=True, pegawai=self.kantor.camat).delete()
        Penugasan.objects.filter(pejabat_luar__isnull=False).delete()
        self.client.force_login(akun(self.staf))
        isian = {"mulai": "1 Januari 2027", "selesai": "31 Desember 2027", "pendekatan": "kuantitatif"}
        self.client.post(reverse("kinerja:skp_daftar"), isian)
        assert SKP.objects.filter(pegawai=self.staf, mulai=date(2027, 1, 1), status="draf").exists()
        laporan = self.lapor()
        assert (laporan.tertulis, laporan.tenggat) == ("Belum tercatat", TENGGAT)
        assert [satu.tenggat for satu in untuk(menunggu, self.kantor.pengelola) if "data salah" in satu.judul] == [
            TENGGAT
        ]

    def test_bukti_dipakai_ulang_dan_hanya_dibaca_yang_berhak(self) -> None:
        berkas = [ContentFile(PDF, name="SK.pdf"), ContentFile(PDF, name="salinan.pdf")]
        laporan = self.lapor(berkas=berkas, tautan="https://contoh.example/sk")
        # The same bytes are one piece of evidence.
        assert sorted(laporan.bukti.values_list("jenis", flat=True)) == ["berkas", "tautan"]
        alamat = reverse("kinerja:bukti", args=[laporan.bukti.get(jenis="berkas").uuid])
        for orang, kode in ((self.kantor.pengelola, 200), (akun(self.staf), 200), (akun(self.kantor.staf[1]), 404)):
            self.client.force_login(orang)
            assert self.client.get(alamat).status_code == kode


class JawabTests(_Dasar):
    def test_diperbaiki_menunjuk_perubahan_yang_tercatat(self) -> None:
        laporan = self.lapor()
        jabatan = pabrik.buat_jabatan(pabrik.buat_unit(induk=self.kantor.kecamatan, nama="Seksi Lain"))
        baru = pindahkan(pegawai=self.staf, jabatan=jabatan, mulai=HARI, dasar="SK 12/2026", oleh=self.kantor.pengelola)
        (perubahan,) = perubahan_sejak(laporan)
        assert perubahan.kata == "Mutasi"
        assert perubahan.tentang.endswith(f"{jabatan}, mulai 15 September 2026")
        kini = self.jawab(laporan, perubahan_id=perubahan.pk)
        assert kini.perubahan is not None
        assert (kini.status, kini.perubahan.objek_id) == ("diperbaiki", str(baru.uuid))
        kabar = Notifikasi.objects.get(penerima=akun(self.staf))
        assert (kabar.judul, kabar.isi) == ("Laporan data Anda dijawab: diperbaiki", "Penugasan dibetulkan.")

    def test_perubahan_atasan_ditawarkan_yang_lain_tidak(self) -> None:
        laporan = self.lapor()
        pengelola = self.kantor.pengelola
        unit = pabrik.buat_unit(induk=self.kantor.kecamatan)
        pindahkan(pegawai=self.kantor.staf[1], jabatan=pabrik.buat_jabatan(unit), mulai=HARI, dasar="1", oleh=pengelola)
        assert perubahan_sejak(laporan) == []
        Penugasan.objects.filter(pegawai=self.kantor.kasi).update(selesai=HARI - timedelta(days=1))
        pimpinan = Penugasan.objects.filter(jabatan__unit=self.kantor.seksi, jabatan__memimpin=True)[0].jabatan
        pindahkan(pegawai=self.kantor.staf[1], jabatan=pimpinan, mulai=date(2026, 9, 16), dasar="2", oleh=pengelola)
        assert [satu.kata for satu in perubahan_sejak(laporan)] == ["Mutasi"]
        asing = CatatanAudit.objects.order_by("pk").first()
        assert asing is not None
        self.ditolak("dari daftar", self.jawab, laporan=laporan, perubahan_id=asing.pk)

    def test_sekali_oleh_yang_berhak_dengan_uraian(self) -> None:
        laporan = self.lapor()
        for orang in (akun(self.staf), akun(self.kantor.kasi), akun(self.kantor.camat)):
            self.ditolak("dijawab oleh pengelola", self.jawab, laporan=laporan, oleh=orang)
        self.ditolak("apa yang diubah", self.jawab, laporan=laporan, uraian=" ")
        self.ditolak("alasan data tidak diubah", self.jawab, laporan=laporan, jawaban="tidak", uraian=" ")
        self.ditolak("Pilih jawaban", self.jawab, laporan=laporan, jawaban="dicabut")
        self.ditolak("hanya bila", self.jawab, laporan=laporan, jawaban="tidak", perubahan_id=1)
        kini = self.jawab(laporan, jawaban="tidak", uraian="Sesuai SK yang berlaku.")
        assert (kini.status, kini.jawaban, kini.dijawab_pada) == ("tidak", "Sesuai SK yang berlaku.", HARI)
        self.ditolak("tidak menunggu jawaban lagi", self.jawab, laporan=laporan)
        self.ditolak("tidak menunggu jawaban lagi", cabut_laporan, laporan=laporan, oleh=akun(self.staf))

    def test_dicabut_hanya_oleh_pelapor(self) -> None:
        laporan = self.lapor()
        self.ditolak("pegawai yang melapor", cabut_laporan, laporan=laporan, oleh=self.kantor.pengelola)
        assert cabut_laporan(laporan=laporan, oleh=akun(self.staf)).status == "dicabut"
        self.ditolak("keadaannya: dicabut", self.jawab, laporan=laporan)
        self.lapor()

    def test_pengelola_tidak_menjawab_laporannya_sendiri(self) -> None:
        juga = akun(self.staf)
        juga.pengelola = True
        juga.save()
        laporan = self.lapor()
        assert not boleh_menjawab_laporan(juga, laporan)
        assert boleh_menjawab_laporan(self.kantor.pengelola, laporan)
        assert [satu for satu in untuk(menunggu, juga) if "data salah" in satu.judul] == []

    def test_basis_data_menolak_jawaban_yang_tidak_lengkap(self) -> None:
        laporan = self.lapor()
        for ubah in (
            {"status": "diperbaiki"},
            {"status": "tidak", "jawaban": "x"},
            {"jawaban": "x"},
            {"seharusnya": ""},
            {"perubahan": CatatanAudit.objects.get()},
            {"tenggat": HARI - timedelta(days=1)},
        ):
            with self.subTest(ubah), pytest.raises(IntegrityError), transaction.atomic():
                LaporanData.objects.filter(pk=laporan.pk).update(**ubah)


class NaikTests(_Dasar):
    def naikkan(self, hari: date) -> int:
        with pada(pukul(hari)):
            return naikkan_laporan()

    def test_sehari_sesudah_tenggat_naik_sekali_ke_camat(self) -> None:
        laporan = self.lapor()
        camat = akun(self.kantor.camat)
        assert self.naikkan(TENGGAT) == 0
        assert not boleh_membaca_laporan(camat, laporan)
        hari = TENGGAT + timedelta(days=1)
        assert [self.naikkan(hari), self.naikkan(hari), self.naikkan(date(2026, 12, 1))] == [1, 0, 0]
        laporan.refresh_from_db()
        assert (laporan.dinaikkan, laporan.tenggat) == (True, date(2026, 9, 30))
        kabar = Notifikasi.objects.filter(kunci__endswith=":2")
        assert set(kabar.values_list("penerima", flat=True)) == {
            camat.pk,
            self.kantor.pengelola.pk,
            akun(self.staf).pk,
        }
        assert boleh_menjawab_laporan(camat, laporan)
        assert not boleh_membaca_laporan(akun(self.kantor.kasi), laporan)
        assert [satu.dari for satu in untuk(menunggu, camat) if "data salah" in satu.judul] == ["Staf 1"]
        assert self.jawab(laporan, oleh=camat).dijawab_oleh == camat
        assert [satu for satu in untuk(menunggu, camat) if "data salah" in satu.judul] == []

    def test_tanpa_pengelola_lain_langsung_ke_pimpinan(self) -> None:
        juga = akun(self.staf)
        juga.pengelola = True
        juga.save()
        Pengguna.objects.filter(pk=self.kantor.pengelola.pk).update(is_active=False)
        laporan = self.lapor()
        assert laporan.dinaikkan
        assert boleh_menjawab_laporan(akun(self.kantor.camat), laporan)

    def test_pimpinan_kantor_menurut_tempat_orangnya(self) -> None:
        camat, kasi = self.kantor.camat, self.kantor.kasi
        lepas = pabrik.buat_pegawai(nama="Tanpa jabatan")
        kepala = pimpinan_kantor([self.staf.pk, kasi.pk, camat.pk, lepas.pk])
        ke_camat = frozenset({akun(camat).pk})
        # The Sekretaris Daerah above the camat has no account; whoever leads the kecamatan is left, for the camat
        # himself nobody, since nobody answers the own report.
        assert kepala == {self.staf.pk: ke_camat, kasi.pk: ke_camat, camat.pk: ke_camat, lepas.pk: ke_camat}
        laporan = self.lapor(oleh=akun(camat))
        LaporanData.objects.filter(pk=laporan.pk).update(dinaikkan=True)
        laporan.refresh_from_db()
        assert not boleh_menjawab_laporan(akun(camat), laporan)
        self.kantor.sekda.pengguna = pabrik.buat_pengguna(nama="Sekda")
        self.kantor.sekda.save()
        assert boleh_menjawab_laporan(self.kantor.sekda.pengguna, laporan)

    def test_tugas_celery_memanggil_proses_yang_sama(self) -> None:
        self.lapor()
        with pada(pukul(TENGGAT + timedelta(days=1))):
            assert tugas_naikkan() == 1


class HalamanTests(_Dasar):
    def test_dari_skp_sampai_jawaban(self) -> None:
        skp = SKP.objects.get(pegawai=self.staf)
        self.client.force_login(akun(self.staf))
        alamat = f"{reverse('kinerja:laporan_data_tambah')}?skp={skp.uuid}&hal=atasan"
        self.assertContains(self.client.get(reverse("kinerja:skp", args=[skp.uuid])), alamat.replace("&", "&amp;"))
        self.assertContains(self.client.get(reverse("akun")), "Laporkan data salah")
        self.assertContains(self.client.get(alamat), '<option value="atasan" selected>')
        kosong = self.client.post(alamat, {"hal": "atasan", "seharusnya": ""})
        self.assertContains(kosong, "Tulis data yang seharusnya", status_code=422)
        isian = {"hal": "atasan", "seharusnya": "Kasi Baru.", "berkas": SimpleUploadedFile("SK.pdf", PDF)}
        jawab = self.client.post(alamat, isian)
        laporan = LaporanData.objects.get()
        assert jawab["Location"] == reverse("kinerja:laporan_data", args=[laporan.uuid])
        assert (laporan.skp, laporan.bukti.count()) == (skp, 1)
        lagi = self.client.post(alamat, {"hal": "atasan", "seharusnya": "Sekali lagi."})
        self.assertContains(lagi, "masih menunggu jawaban", status_code=409)
        self.assertContains(lagi, "Sekali lagi.", status_code=409)
        self.client.force_login(self.kantor.pengelola)
        self.assertContains(self.client.get(reverse("kinerja:laporan_data_masuk")), "Staf 1")
        ke = reverse("kinerja:laporan_data_jawab", args=[laporan.uuid])
        self.client.post(ke, {"jawaban": "tidak", "uraian": "Sesuai SK.", "perubahan_id": ""})
        lambat = self.client.post(ke, {"jawaban": "diperbaiki", "uraian": "Ketikan saya.", "perubahan_id": ""})
        self.assertContains(lambat, "tidak menunggu jawaban lagi", status_code=409)
        self.assertContains(lambat, "Ketikan saya.", status_code=409)
        self.client.force_login(akun(self.staf))
        self.assertContains(self.client.get(reverse("kinerja:laporan_data", args=[laporan.uuid])), "Sesuai SK.")
        self.assertContains(self.client.get(reverse("kinerja:laporan_data_daftar")), "Tidak diubah")

    def test_halaman_orang_lain_tidak_dapat_dipakai(self) -> None:
        self.client.force_login(akun(self.staf))
        asing = SKP.objects.get(pegawai=self.kantor.staf[1])
        for kueri in (f"skp={asing.uuid}", "skp=ngawur", "evaluasi=1"):
            assert self.client.get(f"{reverse('kinerja:laporan_data_tambah')}?{kueri}").status_code == 404
        assert self.client.get(f"{reverse('kinerja:laporan_data_masuk')}").status_code == 404

    def test_daftar_masuk_sama_kuerinya_untuk_satu_dan_dua_puluh(self) -> None:
        self.client.force_login(self.kantor.pengelola)
        self.lapor()

        def kueri() -> int:
            with CaptureQueriesContext(
                connection,
            ) as hitung:
                assert self.client.get(reverse("kinerja:laporan_data_masuk")).status_code == 200
            return len(hitung)

        kueri()
        sedikit = kueri()
        for _ in range(20):
            laporkan_data(oleh=akun(pabrik.buat_pegawai(self.kantor.seksi)), hal="nama", seharusnya="Nama lain.")
        assert kueri() == sedikit <= 20


class SerentakTests(UjiSerentak):
    def setUp(self) -> None:
        self.kantor = buat_kantor(1)
        with pada(SAAT):
            self.laporan = laporkan_data(oleh=akun(self.kantor.staf[0]), hal="nama", seharusnya="Nama lain.")

    def test_dua_pekerja_menaikkan_sekali(self) -> None:
        with pada(pukul(TENGGAT + timedelta(days=1))):
            assert sorted(map(str, self.sekaligus(naikkan_laporan, naikkan_laporan))) == ["0", "1"]
        assert self.laporan.langkah.count() == 2

    def test_tanpa_kunci_baris_langkah_ganda_ditahan_basis_data(self) -> None:
        """The same race with the lock taken away: the unique step stops the second worker."""
        asli, palang = LangkahLaporanData.objects.create, threading.Barrier(2)

        def bersama(**isi: Any) -> LangkahLaporanData:
            """Nobody writes the step before both have chosen its number."""
            palang.wait(60)
            return asli(**isi)

        with (
            pada(pukul(TENGGAT + timedelta(days=1))),
            mock.patch("django.db.models.query.QuerySet.select_for_update", lambda self, **_: self.all()),
            mock.patch.object(LangkahLaporanData.objects, "create", bersama),
        ):
            hasil = self.sekaligus(naikkan_laporan, naikkan_laporan)
        assert sum(isinstance(satu, IntegrityError) for satu in hasil) == 1, hasil
        assert CatatanAudit.objects.filter(aksi="kinerja.laporan_data.naikkan").count() == 1

    def test_jawaban_dan_pencabutan_bersamaan_satu_yang_berlaku(self) -> None:
        with pada(SAAT):
            hasil = self.sekaligus(
                lambda: jawab_laporan(
                    laporan=self.laporan, oleh=self.kantor.pengelola, jawaban="tidak", uraian="Sesuai SK."
                ),
                lambda: cabut_laporan(laporan=self.laporan, oleh=akun(self.kantor.staf[0])),
            )
        assert sum(isinstance(satu, ProsesDitolak) for satu in hasil) == 1
