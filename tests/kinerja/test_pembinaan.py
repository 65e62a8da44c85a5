"""Follow-up of final results: who writes, within which days, the review, and what is never automatic."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from kinerja.models import Evaluasi, KeputusanPembinaan, RencanaPembinaan, UsulanPenghargaan
from kinerja.proses import KonflikVersi, putuskan, tetapkan
from kinerja.proses.keputusan_pembinaan import SuratPembinaan, catat_keputusan_pembinaan
from kinerja.proses.pembinaan import simpan_pembinaan, tinjau_pembinaan, usulkan_penghargaan
from kinerja.ringkasan import menunggu
from rakumpit.audit.models import CatatanAudit
from rakumpit.notifikasi.models import Notifikasi
from rakumpit.organisasi.models import Pegawai, Pengguna, Penugasan
from tests import pabrik
from tests.kinerja.kantor import akun
from tests.kinerja.test_keberatan import HARI_14, UjiKeberatan, finalkan
from tests.survei.dasar import pada
from tests.tugas import untuk

HARI = date(2026, 10, 15)


class PembinaanTests(UjiKeberatan):
    def simpan(self, **ubah: Any) -> RencanaPembinaan:
        isian: dict[str, Any] = {
            "evaluasi": self.baris,
            "oleh": self.kasi,
            "sasaran": "Laporan tepat waktu.",
            "langkah": "Diperiksa setiap Jumat.",
            "mulai": HARI,
            "tinjau_pada": date(2027, 4, 15),
        }
        return simpan_pembinaan(**(isian | ubah))

    def tinjau(self, **ubah: Any) -> RencanaPembinaan:
        isian: dict[str, Any] = {
            "evaluasi": self.baris,
            "oleh": self.kasi,
            "hasil": "membaik",
            "catatan": "Sudah rapi.",
        }
        return tinjau_pembinaan(**(isian | ubah))

    def jejak(self) -> tuple[Any, ...]:
        return (
            *super().jejak(),
            list(RencanaPembinaan.objects.order_by("pk").values()),
            list(UsulanPenghargaan.objects.order_by("pk").values()),
            list(KeputusanPembinaan.objects.order_by("pk").values()),
        )

    def test_rencana_paling_lama_enam_bulan_dengan_catatan_dan_kabar(self) -> None:
        rencana = self.simpan()
        assert (rencana.tinjau_pada, rencana.versi, rencana.aturan.bulan_pembinaan) == (date(2027, 4, 15), 1, 6)
        assert CatatanAudit.objects.get(aksi="kinerja.pembinaan.simpan").pelaku == self.kasi
        assert Notifikasi.objects.get(kunci=f"pembinaan:{rencana.uuid}:1").penerima == self.staf

    def test_ditolak_tanpa_mengubah_apa_pun(self) -> None:
        for oleh in (self.staf, self.camat, self.kantor.pengelola):
            self.ditolak("pejabat penilai pegawai ini", self.simpan, oleh=oleh)
        self.ditolak("Tulis yang perlu membaik", self.simpan, langkah=" ")
        self.ditolak("paling lambat 15 April 2027", self.simpan, tinjau_pada=date(2027, 4, 16))
        self.ditolak("sesudah tanggal mulai", self.simpan, tinjau_pada=HARI)
        self.ditolak("sudah lewat", self.simpan, mulai=date(2026, 10, 14))
        belum = self.kantor.evaluasi(self.kantor.staf[1])
        self.ditolak("sudah ditetapkan", self.simpan, evaluasi=belum)
        baik = finalkan(self.kantor, self.kantor.staf[1], self.kasi, hasil="sesuai")
        self.ditolak("di bawah Baik", self.simpan, evaluasi=baik)

    def test_menunggu_keputusan_keberatan(self) -> None:
        self.ajukan()
        self.ditolak("Tunggu keputusannya", self.simpan)

    def test_diubah_dengan_versi_yang_dilihat(self) -> None:
        self.simpan()
        with pytest.raises(KonflikVersi, match="Kasi pada"):
            self.simpan(sasaran="Lain.")
        assert self.simpan(sasaran="Lain.", versi=1).versi == 2
        # The same text again is no change.
        assert self.simpan(sasaran="Lain.", versi=2).versi == 2
        assert CatatanAudit.objects.filter(aksi="kinerja.pembinaan.simpan").count() == 2

    def test_ditinjau_sekali_lalu_tetap(self) -> None:
        self.ditolak("Belum ada rencana", self.tinjau)
        rencana = self.simpan(mulai=date(2026, 10, 16))
        self.ditolak("baru mulai 16 Oktober 2026", self.tinjau)
        with pada(HARI_14.replace(day=20)):
            self.ditolak("pejabat penilai", self.tinjau, oleh=self.staf)
            self.ditolak("Pilih hasil", self.tinjau, hasil="hebat")
            self.ditolak("Tulis apa", self.tinjau, catatan=" ")
            assert self.tinjau(hasil="belum").hasil == "belum"
            self.ditolak("sudah ditinjau pada 20 Oktober 2026", self.tinjau)
            self.ditolak("tidak dapat diubah", self.simpan, versi=2, mulai=date(2026, 10, 16), sasaran="Lain.")
        assert CatatanAudit.objects.filter(aksi="kinerja.pembinaan.tinjau").count() == 1
        with pytest.raises(IntegrityError, match="tidak dapat diubah"), transaction.atomic():
            RencanaPembinaan.objects.filter(pk=rencana.pk).update(catatan_hasil="x")

    def test_belum_membaik_tidak_mengubah_apa_pun_yang_lain(self) -> None:
        """No sanction follows by itself: the evaluation, the account and the post stay as they were."""
        self.simpan()
        awal = list(Evaluasi.objects.order_by("pk").values())
        self.tinjau(hasil="belum")
        assert list(Evaluasi.objects.order_by("pk").values()) == awal
        assert Pengguna.objects.get(pk=self.staf.pk).is_active

    # --- after a plan that ended without improvement ---

    def surat(self, **ubah: Any) -> SuratPembinaan:
        return replace(SuratPembinaan("uji", HARI, "5/2026", "Wali Kota", "Ikut uji kompetensi."), **ubah)

    def putusan(self, **ubah: Any) -> KeputusanPembinaan:
        isian: dict[str, Any] = {
            "evaluasi": self.baris,
            "oleh": self.kantor.pengelola,
            "surat": self.surat(),
            "pindaian": ContentFile(b"%PDF-1.4 surat", name="surat.pdf"),
        }
        return catat_keputusan_pembinaan(**(isian | ubah))

    def test_keputusan_dicatat_hanya_sesudah_belum_membaik(self) -> None:
        self.simpan()
        self.ditolak("belum membaik", self.putusan)
        self.tinjau(hasil="membaik")
        self.ditolak("belum membaik", self.putusan)
        rencana = RencanaPembinaan.objects.get()
        with pytest.raises(IntegrityError, match="belum membaik"), transaction.atomic():
            KeputusanPembinaan.objects.create(
                rencana=rencana,
                jenis="uji",
                tanggal=HARI,
                surat_nomor="1",
                pejabat="x",
                uraian="x",
                pindaian="x.pdf",
                dicatat_oleh=self.kasi,
            )

    def test_keputusan_disalin_pengelola_tanpa_mengubah_apa_pun_yang_lain(self) -> None:
        self.simpan()
        self.tinjau(hasil="belum")
        judul = "Catat keputusan sesudah pembinaan, Triwulan III 2026"
        assert self.tugas(self.kantor.pengelola) == [(judul, None)]
        for oleh in (self.staf, self.kasi, self.camat):
            self.ditolak("pengelola kinerja lain", self.putusan, oleh=oleh)
        awal = [list(model.objects.order_by("pk").values()) for model in (Evaluasi, Penugasan, Pengguna, Pegawai)]
        satu = self.putusan()
        assert (satu.get_jenis_display(), satu.pejabat) == ("Uji kompetensi", "Wali Kota")
        assert awal == [
            list(model.objects.order_by("pk").values()) for model in (Evaluasi, Penugasan, Pengguna, Pegawai)
        ]
        assert self.tugas(self.kantor.pengelola) == []
        assert CatatanAudit.objects.filter(aksi="kinerja.pembinaan.keputusan").count() == 1
        kabar = Notifikasi.objects.filter(kunci=f"pembinaan-keputusan:{satu.uuid}")
        assert set(kabar.values_list("penerima", flat=True)) == {self.staf.pk, self.kasi.pk}
        self.ditolak("sudah dicatat", self.putusan)
        self.putusan(surat=self.surat(nomor="6/2026", jenis="lain"))
        with pytest.raises(IntegrityError, match="tidak berubah"), transaction.atomic():
            KeputusanPembinaan.objects.update(uraian="x")

    def test_keputusan_yang_ditolak(self) -> None:
        self.simpan()
        self.tinjau(hasil="belum")
        for pola, ubah in (
            ("dari daftar", {"jenis": "pecat"}),
            ("tidak lebih dulu", {"tanggal": date(2026, 10, 14)}),
            ("belum tiba", {"tanggal": date(2026, 10, 16)}),
            ("nomor surat", {"nomor": " "}),
            ("pejabat yang memutuskan", {"pejabat": " "}),
            ("isi keputusannya", {"uraian": " "}),
            ("hanya untuk penempatan sementara", {"sampai": HARI}),
            ("paling lambat 15 Oktober 2027", {"jenis": "sementara"}),
            ("paling lambat 15 Oktober 2027", {"jenis": "sementara", "sampai": date(2027, 10, 16)}),
        ):
            with self.subTest(pola):
                self.ditolak(pola, self.putusan, surat=self.surat(**ubah))
        self.ditolak("Lampirkan pindaian", self.putusan, pindaian=None)
        satu = self.putusan(surat=self.surat(jenis="sementara", sampai=date(2027, 10, 15)))
        assert satu.sampai == date(2027, 10, 15)

    def test_keputusan_terbaca_pegawai_dan_atasannya(self) -> None:
        self.simpan()
        self.tinjau(hasil="belum")
        alamat = f"/kinerja/evaluasi/{self.baris.uuid}/tindak-lanjut/"
        self.client.force_login(self.kantor.pengelola)
        isi = {
            "jenis": "uji",
            "tanggal": "15 Oktober 2026",
            "surat_nomor": "5/2026",
            "pejabat": "Wali Kota",
            "uraian": "Ikut uji kompetensi.",
            "sampai": "",
        }
        assert self.client.post(f"{alamat}keputusan/", isi).status_code == 422
        berkas = SimpleUploadedFile("surat.pdf", b"%PDF-1.4 surat")
        self.assertRedirects(self.client.post(f"{alamat}keputusan/", isi | {"pindaian": berkas}), alamat)
        satu = KeputusanPembinaan.objects.get()
        for orang in (self.staf, self.kasi, self.camat):
            self.client.force_login(orang)
            self.assertContains(self.client.get(alamat), "Ikut uji kompetensi.")
            assert self.client.get(f"/kinerja/pembinaan/keputusan/{satu.uuid}/pindaian/").status_code == 200

    def tinggi(self) -> Evaluasi:
        pegawai = self.kantor.staf[1]
        baris = self.kantor.evaluasi(pegawai)
        Evaluasi.objects.filter(pk=baris.pk).update(usulan_hasil="di_atas", usulan_perilaku="di_atas")
        baris = putuskan(
            evaluasi=baris, oleh=self.kasi, rating_hasil="di_atas", rating_perilaku="di_atas", versi=baris.versi
        )
        return tetapkan(evaluasi=baris, oleh=self.kasi, versi=baris.versi)

    def usulkan(self, baris: Evaluasi, **ubah: Any) -> UsulanPenghargaan:
        isian: dict[str, Any] = {"oleh": self.kasi, "usulan": "Piagam."}
        return usulkan_penghargaan(evaluasi=baris, **(isian | ubah))

    def test_penghargaan_diusulkan_sekali_untuk_predikat_tertinggi(self) -> None:
        self.ditolak("hanya untuk predikat Sangat Baik", self.usulkan, baris=self.baris)
        baris = self.tinggi()
        for oleh in (self.staf, self.camat, self.kantor.pengelola):
            self.ditolak("pejabat penilai", self.usulkan, baris=baris, oleh=oleh)
        self.ditolak("Tulis usulan", self.usulkan, baris=baris, usulan=" ")
        assert self.usulkan(baris).usulan == "Piagam."
        self.ditolak("sudah diusulkan", self.usulkan, baris=baris)
        assert CatatanAudit.objects.filter(aksi="kinerja.penghargaan.usulkan").count() == 1

    # --- pages and duty ---

    def test_atasan_menulis_dan_pegawai_membaca(self) -> None:
        alamat = f"/kinerja/evaluasi/{self.baris.uuid}/tindak-lanjut/"
        self.client.force_login(self.kasi)
        self.assertContains(self.client.get(f"/kinerja/evaluasi/{self.baris.uuid}/"), alamat)
        jawab = self.client.get(alamat)
        self.assertContains(jawab, 'value="15 April 2027"')
        self.assertContains(jawab, "Belum diperiksa dengan peraturan")
        isi = {"sasaran": "Tepat waktu.", "langkah": "Bersama.", "mulai": "15 Oktober 2026", "versi": "0"}
        assert self.client.post(alamat, isi | {"tinjau_pada": ""}).status_code == 422
        jawab = self.client.post(alamat, isi | {"tinjau_pada": "16 April 2027"})
        self.assertContains(jawab, "Tepat waktu.", status_code=409)
        self.assertRedirects(self.client.post(alamat, isi | {"tinjau_pada": "15 Januari 2027"}), alamat)
        tinjau = {"hasil": "membaik", "catatan": "Tiga laporan tepat waktu."}
        self.assertRedirects(self.client.post(f"{alamat}tinjau/", tinjau), alamat)
        self.client.force_login(self.staf)
        jawab = self.client.get(alamat)
        for kata in ("Tepat waktu.", "Kinerja membaik", "Tiga laporan tepat waktu.", "tidak menjatuhkan sanksi"):
            self.assertContains(jawab, kata)
        assert self.client.post(alamat, isi).status_code == 404

    def tugas(self, pengguna: Pengguna) -> list[tuple[str, date | None]]:
        semua = untuk(menunggu, Pengguna.objects.get(pk=pengguna.pk))
        return [(satu.judul, satu.tenggat) for satu in semua if "pembinaan" in satu.judul]

    def test_peninjauan_menjadi_tugas_dua_minggu_sebelumnya(self) -> None:
        self.simpan(tinjau_pada=date(2026, 12, 1))
        assert self.tugas(self.kasi) == []
        with pada(HARI_14.replace(month=11, day=17)):
            assert self.tugas(self.kasi) == [("Tinjau pembinaan, Triwulan III 2026", date(2026, 12, 1))]
            assert self.tugas(self.staf) == self.tugas(self.camat) == []
            self.tinjau()
            assert self.tugas(self.kasi) == []

    def test_jumlah_kueri_tugas_sama_untuk_satu_dan_tiga(self) -> None:
        self.simpan(tinjau_pada=date(2026, 10, 20))
        satu = self.kueri()
        baru = [pabrik.buat_pegawai(self.kantor.seksi, nama=f"Baru {urut}") for urut in range(2)]
        for pegawai in baru:
            pabrik.buat_skp(pegawai, penilai=self.kantor.kasi)
        self.kantor.hitung()
        for pegawai in baru:
            self.simpan(evaluasi=finalkan(self.kantor, pegawai, self.kasi), tinjau_pada=date(2026, 10, 20))
        assert self.kueri() == satu
        assert len(self.tugas(self.kasi)) == 3

    def kueri(self) -> int:
        segar = Pengguna.objects.get(pk=self.kasi.pk)
        with CaptureQueriesContext(connection) as tangkap:
            untuk(menunggu, segar)
        return len(tangkap)

    def test_akun_lain_tidak_menemukan_halamannya(self) -> None:
        self.client.force_login(akun(self.kantor.staf[1]))
        assert self.client.get(f"/kinerja/evaluasi/{self.baris.uuid}/tindak-lanjut/").status_code == 404
