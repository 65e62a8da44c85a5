"""Evidence: whose, when, once, quota, broken sendings, voiding, and no file without a row."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from unittest import mock
from uuid import UUID, uuid4

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import IntegrityError, transaction
from django.test import TestCase
from django.urls import reverse
from django.utils import timezone

from kinerja.enums import StatusEvaluasi
from kinerja.models import Bukti, Evaluasi, KirimanBukti, Periode
from kinerja.proses import ProsesDitolak
from kinerja.proses import bukti as modul
from kinerja.proses.bukti import (
    batalkan_bukti,
    bersihkan_berkas_yatim,
    cukupkan_kiriman,
    kirim_berkas,
    tambah_bukti,
)
from rakumpit.audit.models import CatatanAudit
from tests.kinerja.berkas import png, unggahan
from tests.kinerja.kantor import akun, buat_kantor
from tests.survei.dasar import SAAT, pada


def tersimpan() -> set[str]:
    """Names of the stored files."""
    if not default_storage.exists("bukti"):
        return set()
    return {f"bukti/{nama}" for nama in default_storage.listdir("bukti")[1]}


class BuktiTests(TestCase):
    def setUp(self) -> None:
        beku = pada(SAAT)
        beku.__enter__()
        self.addCleanup(beku.__exit__, None, None, None)
        self.kantor = buat_kantor()
        self.staf = self.kantor.staf[0]
        self.isian: dict[str, Any] = {
            "indikator": self.kantor.indikator[self.staf.pk],
            "periode": self.kantor.periode,
            "oleh": akun(self.staf),
        }
        self.awal = tersimpan()

    def tambah(self, **ubah: Any) -> Bukti:
        return tambah_bukti(**(self.isian | {"berkas": unggahan("IMG_01.png", png())} | ubah))

    def tetapkan(self) -> None:
        self.kantor.hitung()
        Evaluasi.objects.filter(pegawai=self.staf).update(
            status=StatusEvaluasi.DITETAPKAN.value,
            rating_hasil="sesuai",
            rating_perilaku="sesuai",
            predikat="baik",
            alasan="Baik.",
            ditetapkan_oleh=akun(self.kantor.kasi),
            ditetapkan_pada=timezone.now(),
        )

    def test_pemilik_menyimpan_berkas_dengan_nama_acak_dan_satu_catatan(self) -> None:
        bukti = self.tambah(judul=" Foto gotong royong ")
        assert (bukti.judul, bukti.tipe, bukti.ukuran) == ("Foto gotong royong", "png", len(png()))
        nama = str(bukti.berkas.name).removeprefix("bukti/").removesuffix(".png")
        assert str(UUID(nama)) == nama
        assert bukti.berkas.read() == png()
        assert CatatanAudit.objects.filter(aksi="kinerja.bukti.tambah", objek_id=str(bukti.uuid)).count() == 1

    def test_tautan_hanya_alamat_web(self) -> None:
        bukti = self.tambah(berkas=None, tautan=" https://rakumpit.example/laporan ")
        assert (bukti.judul, bukti.tautan) == ("rakumpit.example", "https://rakumpit.example/laporan")
        for tautan in ("javascript:alert(1)", "ftp://a.example/b", "", "laporan"):
            with self.subTest(tautan), pytest.raises(ProsesDitolak, match="alamat lengkap"):
                self.tambah(berkas=None, tautan=tautan)
        assert Bukti.objects.count() == 1

    def test_orang_lain_atasan_dan_pengelola_tidak_menambah(self) -> None:
        for oleh in (akun(self.kantor.staf[1]), akun(self.kantor.kasi), self.kantor.pengelola):
            with self.subTest(oleh.nama), pytest.raises(ProsesDitolak, match="pemilik"):
                self.tambah(oleh=oleh)
        self.tanpa_jejak()

    def test_periode_yang_ditutup_dan_hasil_yang_ditetapkan_menolak(self) -> None:
        with pada(SAAT.replace(month=10, day=11)), pytest.raises(ProsesDitolak, match="ditutup pada 10 Oktober 2026"):
            self.tambah()
        self.tetapkan()
        with pytest.raises(ProsesDitolak, match="sudah ditetapkan"):
            self.tambah()
        self.tanpa_jejak()

    def tanpa_jejak(self) -> None:
        assert not Bukti.objects.exists()
        assert tersimpan() == self.awal
        assert not CatatanAudit.objects.filter(aksi__startswith="kinerja.bukti").exists()

    def test_berkas_dan_tautan_yang_sama_tidak_rangkap(self) -> None:
        pertama = self.tambah()
        assert self.tambah(berkas=unggahan("salinan.png", png())) == pertama
        tautan = self.tambah(berkas=None, tautan="https://a.example/")
        assert self.tambah(berkas=None, tautan="https://a.example/") == tautan
        assert (Bukti.objects.count(), len(tersimpan() - self.awal)) == (2, 1)
        batalkan_bukti(bukti=pertama, oleh=self.isian["oleh"], alasan="Salah.")
        assert self.tambah() != pertama

    def test_jatah_orang_dijaga(self) -> None:
        self.tambah()
        with mock.patch.object(modul, "JATAH_ORANG", 2 * len(png()) - 1), pytest.raises(ProsesDitolak, match="penuh"):
            self.tambah(berkas=unggahan("b.png", png(warna=9)))
        assert Bukti.objects.count() == 1

    def test_gagal_menulis_baris_tidak_meninggalkan_berkas(self) -> None:
        with mock.patch.object(modul, "catat", side_effect=RuntimeError), pytest.raises(RuntimeError):
            self.tambah()
        self.tanpa_jejak()

    def test_berkas_tanpa_baris_dibersihkan_setelah_sehari(self) -> None:
        bukti = self.tambah()
        yatim = default_storage.save("bukti/yatim.png", ContentFile(png()))
        assert bersihkan_berkas_yatim() == 0
        lusa = timezone.now() + timedelta(days=2)
        with mock.patch("rakumpit.berkas.simpan.timezone.now", return_value=lusa):
            # Files of other tests of this process have lost their rows as well.
            assert bersihkan_berkas_yatim() >= 1
        assert not default_storage.exists(yatim)
        assert default_storage.exists(str(bukti.berkas.name))

    def kirim(self, *warna: int, kode: UUID, jumlah: int = 5, lain: bytes = b"") -> modul.HasilKiriman:
        berkas = [unggahan(f"{satu}.png", png(warna=satu)) for satu in warna]
        if lain:
            berkas.append(unggahan("lain.jpg", lain))
        return kirim_berkas(**self.isian, berkas=berkas, kode=kode, jumlah=jumlah)

    def test_c112_kiriman_terputus_dilengkapi_tanpa_rangkap(self) -> None:
        kode = uuid4()
        kiriman = self.kirim(1, 2, 3, kode=kode).kiriman
        assert (str(kiriman), kiriman.belum_lengkap) == ("3 dari 5 berkas diterima", True)
        kiriman = self.kirim(1, 2, 3, 4, 5, kode=kode).kiriman
        assert (str(kiriman), kiriman.belum_lengkap) == ("5 dari 5 berkas diterima", False)
        assert (Bukti.objects.count(), KirimanBukti.objects.count(), len(tersimpan() - self.awal)) == (5, 1, 5)

    def test_berkas_yang_ditolak_disebut_dan_yang_lain_tetap_diterima(self) -> None:
        hasil = self.kirim(1, 2, kode=uuid4(), jumlah=3, lain=b"<svg/>")
        assert str(hasil.kiriman) == "2 dari 3 berkas diterima"
        assert not hasil.kiriman.belum_lengkap
        assert [pesan.partition(":")[0] for pesan in hasil.ditolak] == ["lain.jpg"]

    def test_kiriman_orang_lain_isian_lain_dan_terlalu_banyak_ditolak(self) -> None:
        kode = uuid4()
        self.kirim(1, kode=kode)
        rekan = self.kantor.staf[1]
        with pytest.raises(ProsesDitolak, match="milik isian lain"):
            kirim_berkas(
                indikator=self.kantor.indikator[rekan.pk],
                periode=self.kantor.periode,
                oleh=akun(rekan),
                berkas=[unggahan("a.png", png())],
                kode=kode,
                jumlah=1,
            )
        with pytest.raises(ProsesDitolak, match="pemilik"):
            kirim_berkas(**(self.isian | {"oleh": akun(rekan)}), berkas=[], kode=kode, jumlah=1)
        for jumlah in (0, 11):
            with pytest.raises(ProsesDitolak, match="1 sampai 10"):
                self.kirim(2, kode=uuid4(), jumlah=jumlah)
        with pytest.raises(ProsesDitolak, match="Paling banyak 10"):
            self.kirim(*range(20, 31), kode=uuid4(), jumlah=1)
        assert Bukti.objects.count() == 1

    def test_pemilik_menyatakan_cukup_satu_kali(self) -> None:
        kiriman = self.kirim(1, kode=uuid4(), jumlah=2).kiriman
        with pytest.raises(ProsesDitolak, match="pemiliknya"):
            cukupkan_kiriman(kiriman=kiriman, oleh=akun(self.kantor.kasi))
        assert not cukupkan_kiriman(kiriman=kiriman, oleh=self.isian["oleh"]).belum_lengkap
        with pytest.raises(ProsesDitolak, match="sudah lengkap"):
            cukupkan_kiriman(kiriman=kiriman, oleh=self.isian["oleh"])
        assert CatatanAudit.objects.filter(aksi="kinerja.bukti.cukup").count() == 1

    def test_kiriman_di_periode_tertutup_tidak_lagi_dinyatakan_cukup(self) -> None:
        """Nor does its page ask for it: nothing can be added any more."""
        kiriman = self.kirim(1, kode=uuid4(), jumlah=2).kiriman
        alamat = reverse("kinerja:realisasi", args=[kiriman.indikator.uuid, kiriman.periode.kode])
        self.client.force_login(self.isian["oleh"])
        self.assertContains(self.client.get(alamat), "Nyatakan berkas cukup")
        Periode.objects.filter(pk=kiriman.periode_id).update(batas_isi=date(2026, 9, 1))
        with pytest.raises(ProsesDitolak, match="ditutup pada 1 September 2026"):
            cukupkan_kiriman(kiriman=kiriman, oleh=self.isian["oleh"])
        self.assertNotContains(self.client.get(alamat), "Nyatakan berkas cukup")

    def test_pembatalan_oleh_pemilik_beralasan_dan_sekali(self) -> None:
        bukti = self.tambah()
        for oleh in (akun(self.kantor.staf[1]), akun(self.kantor.kasi), self.kantor.pengelola):
            with self.subTest(oleh.nama), pytest.raises(ProsesDitolak, match="pemiliknya"):
                batalkan_bukti(bukti=bukti, oleh=oleh, alasan="Salah.")
        with pytest.raises(ProsesDitolak, match="Tulis alasan"):
            batalkan_bukti(bukti=bukti, oleh=self.isian["oleh"], alasan=" \n")
        assert Bukti.objects.berlaku().count() == 1
        batal = batalkan_bukti(bukti=bukti, oleh=self.isian["oleh"], alasan="Salah\nfoto.")
        assert (batal.alasan_batal, batal.dibatalkan_oleh) == ("Salah foto.", self.isian["oleh"])
        assert default_storage.exists(str(bukti.berkas.name))
        with pytest.raises(ProsesDitolak, match="sudah dibatalkan"):
            batalkan_bukti(bukti=bukti, oleh=self.isian["oleh"], alasan="Lagi.")
        assert CatatanAudit.objects.filter(aksi="kinerja.bukti.batalkan").count() == 1

    def test_yang_sudah_dinilai_tidak_dibatalkan(self) -> None:
        bukti = self.tambah()
        with pada(SAAT.replace(month=10, day=11)), pytest.raises(ProsesDitolak, match="ditutup"):
            batalkan_bukti(bukti=bukti, oleh=self.isian["oleh"], alasan="Salah.")
        self.tetapkan()
        with pytest.raises(ProsesDitolak, match="ditetapkan"):
            batalkan_bukti(bukti=bukti, oleh=self.isian["oleh"], alasan="Salah.")
        assert Bukti.objects.berlaku().count() == 1

    def test_basis_data_menolak_baris_yang_mustahil(self) -> None:
        bukti = self.tambah()
        for ubah in (
            {"berkas": ""},
            {"tautan": "https://a.example"},
            {"sidik": "x"},
            {"periode": None},
            {"dibatalkan_pada": SAAT},
            {"jenis": "tautan", "berkas": "", "tipe": "", "sidik": "", "ukuran": None, "tautan": "javascript:1"},
        ):
            with self.subTest(ubah), pytest.raises(IntegrityError), transaction.atomic():
                Bukti.objects.filter(pk=bukti.pk).update(**ubah)

    def test_siapa_yang_membaca(self) -> None:
        bukti = self.tambah()
        baca: dict[bool, list[str]] = {True: [], False: []}
        for nama, oleh in {
            "pemilik": akun(self.staf),
            "kasi": akun(self.kantor.kasi),
            "camat": akun(self.kantor.camat),
            "pengelola": self.kantor.pengelola,
            "rekan": akun(self.kantor.staf[1]),
        }.items():
            baca[Bukti.objects.terlihat_oleh(oleh).filter(pk=bukti.pk).exists()].append(nama)
        assert baca == {True: ["pemilik", "kasi", "camat", "pengelola"], False: ["rekan"]}

    def test_skp_yang_tidak_berlaku_dalam_periode_menolak(self) -> None:
        skp = self.staf.skp.get()
        skp.mulai, skp.selesai = date(2025, 1, 1), date(2025, 12, 31)
        skp.save()
        with pytest.raises(ProsesDitolak, match="tidak berlaku dalam periode"):
            self.tambah()
