"""The end of paper: given up by a person or by the system, sheets gone with the answers; two typists at once."""

from __future__ import annotations

import json
import threading
from datetime import date, datetime, timedelta
from typing import Any
from unittest import mock
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, connection, transaction
from django.test import Client

from rakumpit.audit.models import CatatanAudit
from rakumpit.organisasi.models import Pengguna
from rakumpit.waktu import WIB
from survei import laju, proses
from survei.models import BatchKertas, LembarKertas, MasaSimpan, Respons, Survei
from survei.proses import masa_simpan, masa_simpan_kertas
from survei.proses.kertas import batalkan_batch, hitung_batch, lepas_batch, selesai_ketik
from survei.proses.lembar import ketik_kedua, ketik_lembar
from survei.ringkasan import menunggu
from survei.ringkasan.kertas import rekap_lembar
from tests import pabrik
from tests.serentak import UjiSerentak
from tests.survei.dasar import SAAT, UjiSurvei, akun, pada
from tests.survei.isi_kertas import bundel, isian, kedua_semua, ketik
from tests.tugas import untuk

RAHASIA = "Kursi di teras patah."


def seluruh_isi() -> str:
    """Every row of every table."""
    with connection.cursor() as kursor:
        keluar = []
        for tabel in connection.introspection.table_names(kursor):
            kursor.execute(f'SELECT to_jsonb(t)::text FROM "{tabel}" t')  # noqa: S608 - names from the catalogue
            keluar += [f"{tabel}: {json.loads(isi)}" for (isi,) in kursor.fetchall()]
    return "\n".join(keluar)


class AkhirTests(UjiSurvei):
    """Bundles and sheets whose time is over."""

    def setUp(self) -> None:
        super().setUp()
        self.kedua = akun(pabrik.buat_pegawai(self.unit))
        self.batch = bundel(self.survei, self.pengelola, [self.petugas, self.kedua])
        palsu = mock.patch.object(masa_simpan_kertas, "tanggal_lokal", return_value=SAAT.date())
        palsu.start()
        self.addCleanup(palsu.stop)

    def sampai_dua_kali_diketik(self, banyak: int = 12) -> None:
        """Twelve sheets, two of them typed twice, one of these with differences."""
        for nomor in range(1, banyak + 1):
            ketik(self.batch, nomor, self.petugas, saran=RAHASIA)
        selesai_ketik(batch=self.batch, oleh=self.petugas)
        kedua_semua(self.batch, self.kedua)

    def jalan(self, **setelah: int) -> list[tuple[str, int]]:
        saat = datetime(SAAT.year + setelah.pop("tahun", 0), SAAT.month, SAAT.day, 9, tzinfo=WIB)
        with pada(saat + timedelta(**setelah)):
            return [(satu.apa, satu.jumlah) for satu in proses.hapus_jatuh_tempo() if satu.apa.endswith("kertas")]

    def test_bundel_yang_tidak_dihitung_dibatalkan_sistem_dan_kedua_ketikan_hilang(self) -> None:
        self.sampai_dua_kali_diketik()
        proses.tutup(survei=self.survei, oleh=self.pengelola)
        assert LembarKertas.objects.exclude(isian_kedua=None).count() == 2
        assert RAHASIA in seluruh_isi()
        assert self.jalan(days=89) == []
        assert self.jalan(days=90) == [("bundel kertas", 1)]
        assert RAHASIA not in seluruh_isi()
        assert not LembarKertas.objects.exclude(isian=None, isian_kedua=None).exists()
        self.batch.refresh_from_db()
        assert (self.batch.status, self.batch.berakhir_oleh) == ("batal", None)
        assert self.batch.alasan_batal == "Masa simpan ketikan habis pada 14 Desember 2026."
        catatan = CatatanAudit.objects.get(aksi="survei.kertas.batal")
        assert (catatan.pelaku, catatan.nilai.sesudah) == (None, {"status": "batal", "lembar": 12})
        assert self.jalan(days=91) == []
        assert not Respons.objects.filter(saluran="kertas").exists()
        # Nothing holds the lock back any more.
        proses.kunci(survei=self.survei, oleh=self.pengelola)

    def test_survei_terbuka_bundel_yang_dihitung_dan_tanpa_aturan_tidak_disentuh(self) -> None:
        self.sampai_dua_kali_diketik()
        assert self.jalan(tahun=1) == []
        MasaSimpan.objects.update(hari_kertas=5)
        proses.tutup(survei=self.survei, oleh=self.pengelola)
        hitung_batch(batch=self.batch, oleh=self.pengelola)
        assert self.jalan(days=5) == []
        MasaSimpan.objects.all().delete()
        assert self.jalan(tahun=5) == []

    def test_aturan_bertanggal_menentukan_harinya(self) -> None:
        ketik(self.batch, 1, self.petugas)
        proses.tutup(survei=self.survei, oleh=self.pengelola)
        MasaSimpan.objects.create(mulai=date(2026, 9, 20), dasar_hukum="Keputusan kantor", hari_kertas=10)
        assert self.jalan(days=9) == []
        assert self.jalan(days=10) == [("bundel kertas", 1)]

    def test_lembar_pergi_bersama_jawaban_dan_jumlahnya_tinggal(self) -> None:
        self.sampai_dua_kali_diketik()
        hitung_batch(batch=self.batch, oleh=self.pengelola)
        for langkah in (proses.tutup, proses.kunci, proses.publikasikan):
            langkah(survei=self.survei, oleh=self.pengelola)
        sebelum = rekap_lembar(self.batch)
        assert (sebelum["diketik"], sebelum["kedua"], sebelum["dibandingkan"], sebelum["berbeda"]) == (12, 2, 22, 0)
        assert self.jalan(tahun=2, days=-1) == []
        with mock.patch.object(masa_simpan, "tanggal_lokal", return_value=SAAT.date()):
            assert self.jalan(tahun=2) == [("lembar kertas", 12)]
        assert not LembarKertas.objects.exists()
        assert not Respons.objects.exists()
        assert RAHASIA not in seluruh_isi()
        assert rekap_lembar(BatchKertas.objects.get()) == sebelum
        self.client.force_login(self.pengelola)
        halaman = self.client.get(f"/survei/kertas/{self.batch.uuid}/")
        self.assertContains(halaman, "0 dari 22 isian berbeda")
        self.assertContains(halaman, "Rincian lembar dihapus menurut masa simpan")
        self.assertContains(self.client.get(f"/survei/kelola/{self.survei.uuid}/kertas/"), "12 dari 20")
        assert self.jalan(tahun=3) == []

    def test_terhenti_di_tengah_dilanjutkan(self) -> None:
        for _ in range(2):
            ketik(bundel(self.survei, self.pengelola, [self.petugas]), 1, self.petugas, saran=RAHASIA)
        proses.tutup(survei=self.survei, oleh=self.pengelola)
        kali: list[Any] = []

        def mati(*isi: Any) -> None:
            kali.append(isi)
            if len(kali) == 3:
                raise KeyboardInterrupt
            lepas_batch(*isi)

        with mock.patch.object(masa_simpan_kertas, "lepas_batch", mati), pytest.raises(KeyboardInterrupt):
            self.jalan(days=90)
        assert BatchKertas.objects.filter(status="batal").count() == 2
        assert self.jalan(days=90) == [("bundel kertas", 1)]
        assert RAHASIA not in seluruh_isi()

    def test_sesudah_dikunci_bundel_kosong_dibatalkan_orang_sekali_dengan_alasan(self) -> None:
        proses.tutup(survei=self.survei, oleh=self.pengelola)
        proses.kunci(survei=self.survei, oleh=self.pengelola)
        assert [satu for satu in untuk(menunggu, self.petugas) if satu.dari == "Formulir kertas"] == []
        self.client.force_login(self.pengelola)
        halaman = self.client.get(f"/survei/kertas/{self.batch.uuid}/")
        self.assertContains(halaman, "Batalkan bundel ini dengan alasan")
        # Nothing is offered that would be refused.
        for kata in ("Simpan petugas", "Unduh formulir"):
            self.assertNotContains(halaman, kata)
        with pytest.raises(PermissionDenied):
            batalkan_batch(batch=self.batch, alasan="Tidak dipakai.", oleh=self.lurah)
        with pytest.raises(ValidationError, match="alasan"):
            batalkan_batch(batch=self.batch, alasan=" ", oleh=self.pengelola)
        alamat = f"/survei/kertas/{self.batch.uuid}/batal/"
        assert self.client.post(alamat, {"alasan": "Tidak dipakai."}).status_code == 302
        self.assertContains(self.client.post(alamat, {"alasan": "Lagi."}), "dibatalkan", status_code=409)
        self.batch.refresh_from_db()
        assert (self.batch.alasan_batal, self.batch.berakhir_oleh) == ("Tidak dipakai.", self.pengelola)
        assert CatatanAudit.objects.filter(aksi="survei.kertas.batal").count() == 1

    def test_basis_data_menuntut_alasan_juga_dari_sistem(self) -> None:
        for ubah in ({"alasan_batal": ""}, {"status": "dihitung"}):
            with pytest.raises(IntegrityError, match="akhir_lengkap"), transaction.atomic():
                BatchKertas.objects.update(
                    **{"status": "batal", "berakhir_pada": date(2026, 9, 15), "alasan_batal": "x"} | ubah
                )

    def test_halaman_menyebut_sampai_kapan_ketikan_disimpan(self) -> None:
        ketik(self.batch, 1, self.petugas)
        self.client.force_login(self.pengelola)
        alamat = f"/survei/kertas/{self.batch.uuid}/"
        self.assertNotContains(self.client.get(alamat), "disimpan sampai")
        proses.tutup(survei=self.survei, oleh=self.pengelola)
        self.assertContains(self.client.get(alamat), "Isi ketikan disimpan sampai 14 Desember 2026.")


class DuaPengetikTests(UjiSerentak):
    """Two people, one number, at the same moment."""

    def setUp(self) -> None:
        laju.lupakan()
        unit = pabrik.buat_unit()
        self.survei = pabrik.buat_survei(unit, mulai=date(2020, 1, 1), selesai=date(2099, 12, 31))
        pengelola = Pengguna.objects.create_user(nama="Pengelola", email="p@contoh.invalid", pengelola=True)
        self.orang = [akun(pabrik.buat_pegawai(unit)) for _ in range(3)]
        self.batch = bundel(self.survei, pengelola, self.orang)
        self.tulisan = ["Antre di teras.", "Loket ditambah."]

    def halaman(self, siapa: int) -> tuple[int, str]:
        klien = Client()
        klien.force_login(self.orang[siapa])
        isi = {"nomor": "7", "tanggal": "14-9-2026", "layanan": "1", "kiriman": str(uuid4())}
        isi |= {f"U{i}": "3" for i in range(1, 10)} | {"saran": self.tulisan[siapa]}
        balasan = klien.post(f"/survei/kertas/{self.batch.uuid}/ketik/", isi)
        return balasan.status_code, balasan.content.decode()

    def test_nomor_yang_sama_satu_menang_yang_lain_diberi_tahu_dan_isiannya_tetap_di_layar(self) -> None:
        hasil: Any = self.sekaligus(lambda: self.halaman(0), lambda: self.halaman(1))
        assert sorted(kode for kode, _ in hasil) == [302, 409], hasil
        (kalah,) = (urut for urut, (kode, _) in enumerate(hasil) if kode == 409)
        lembar = LembarKertas.objects.get()
        assert (lembar.petugas_input, lembar.nomor) == (self.orang[1 - kalah], 7)
        assert lembar.tertulis["saran"] == self.tulisan[1 - kalah]
        isi = hasil[kalah][1]
        assert f"Lembar 1-0007 sudah diketik {self.orang[1 - kalah].nama}. Isian ini belum tersimpan." in isi
        assert self.tulisan[kalah] in isi

    def test_nomor_yang_berbeda_keduanya_tersimpan(self) -> None:
        def satu(urut: int) -> Any:
            return lambda: ketik(BatchKertas.objects.get(), 7 + urut, self.orang[urut])

        assert not [hasil for hasil in self.sekaligus(satu(0), satu(1)) if isinstance(hasil, Exception)]
        assert sorted(LembarKertas.objects.values_list("nomor", flat=True)) == [7, 8]

    def test_dua_orang_kedua_pada_lembar_pilihan_yang_sama_satu_menang(self) -> None:
        lembar = ketik(self.batch, 7, self.orang[2])
        selesai_ketik(batch=self.batch, oleh=self.orang[2])

        def lagi(urut: int) -> Any:
            return lambda: ketik_kedua(lembar=lembar, isian=isian(self.survei, 2 + urut), oleh=self.orang[urut])

        hasil = self.sekaligus(lagi(0), lagi(1))
        (galat,) = (satu for satu in hasil if isinstance(satu, Exception))
        assert isinstance(galat, ValidationError)
        assert galat.messages == ["Lembar ini sudah diketik orang kedua."]
        lembar.refresh_from_db()
        menang = self.orang.index(lembar.petugas_kedua)  # type: ignore[arg-type]  # set by one of them
        assert lembar.isian_kedua == isian(self.survei, 2 + menang)

    def test_kontrol_tanpa_kunci_bundel_keduanya_lolos_pemeriksaan_dan_bertabrakan(self) -> None:
        """What the product must not do: look whether the number is free without holding the bundle."""
        pagar = threading.Barrier(2, timeout=20)

        def tanpa_kunci(batch: BatchKertas, *_: Any, **__: Any) -> BatchKertas:
            return BatchKertas.objects.select_related("survei__instrumen", "survei__unit").get(pk=batch.pk)

        asli = LembarKertas.objects.create

        def buat(**isi: Any) -> LembarKertas:
            pagar.wait()
            return asli(**isi)

        def satu(urut: int) -> Any:
            return lambda: ketik_lembar(
                batch=BatchKertas.objects.select_related("survei__instrumen").get(pk=self.batch.pk),
                kiriman=uuid4(),
                nomor=7,
                isian=isian(Survei.objects.get()),
                oleh=self.orang[urut],
            )

        with (
            mock.patch("survei.proses.lembar.ambil_batch", tanpa_kunci),
            mock.patch.object(LembarKertas.objects, "create", buat),
        ):
            hasil = self.sekaligus(satu(0), satu(1))
        assert any(isinstance(galat, IntegrityError) for galat in hasil), hasil
