"""What citizens wrote goes in time; counters, results and the checks on them stay. A citizen may be earlier."""

from __future__ import annotations

import io
from datetime import datetime, timedelta
from typing import Any
from unittest import mock
from uuid import UUID

from django.core.management import call_command
from django.test import Client

from rakumpit.audit.models import CatatanAudit, NilaiAudit
from rakumpit.waktu import WIB, hari_ini
from survei import laju, proses
from survei.models import (
    HasilSurvei,
    Hitungan,
    HitunganTema,
    MasaSimpan,
    RekapHarian,
    Respons,
    SaranDitandai,
    TemaSaran,
)
from survei.proses import masa_simpan
from survei.proses.tema import tandai_saran
from survei.ringkasan import selisih_hitungan
from tests import pabrik
from tests.survei.dasar import SAAT, UjiSurvei, isian, pada
from tests.survei.isi_tema import bersaran


class UjiMasaSimpan(UjiSurvei):
    def setUp(self) -> None:
        super().setUp()
        kiriman = bersaran(self.survei, 3)
        pabrik.buat_respons(self.survei, 4)
        tema = TemaSaran.objects.get(nama="Ruang dan fasilitas")
        for satu in kiriman:
            tandai_saran(survei=self.survei, submission_id=satu, tema=[tema], versi=0, oleh=self.lurah)
        for langkah in (proses.tutup, proses.kunci, proses.publikasikan):
            langkah(survei=self.survei, oleh=self.pengelola)
        # The lock's own moment is set by the database, whose clock does not stand still here.
        self.awal = self.hitungan()
        palsu = mock.patch.object(masa_simpan, "tanggal_lokal", return_value=SAAT.date())
        palsu.start()
        self.addCleanup(palsu.stop)

    def hitungan(self) -> list[object]:
        tabel = (RekapHarian, Hitungan, HasilSurvei, HitunganTema)
        return [list(satu.objects.order_by("pk").values()) for satu in tabel]

    def jalan(self, **setelah: int) -> list[tuple[str, int, str]]:
        tahun = setelah.pop("tahun", 0)
        saat = datetime(SAAT.year + tahun, SAAT.month, SAAT.day, 9, tzinfo=WIB) + timedelta(**setelah)
        with pada(saat):
            return [(satu.apa, satu.jumlah, satu.tunda) for satu in proses.hapus_jatuh_tempo()]

    def test_tulisan_asli_lalu_saran_lalu_jawaban_sedangkan_hitungan_tetap(self) -> None:
        assert self.jalan(days=29) == []
        assert self.jalan(days=30) == [("tulisan asli", 3, "")]
        assert not Respons.objects.filter(saran__gt="").exists()
        assert Respons.objects.filter(saran_tersamar__gt="", sidik="").count() == 3
        assert self.jalan(tahun=1, days=-1) == []
        assert self.jalan(tahun=1) == [("tulisan", 3, "")]
        assert not Respons.objects.filter(saran_tersamar__gt="").exists()
        assert not SaranDitandai.objects.exists()
        assert Respons.objects.count() == 4
        assert self.jalan(tahun=2, days=-1) == []
        assert self.jalan(tahun=2) == [("jawaban", 4, "")]
        assert not Respons.objects.exists()
        assert self.jalan(tahun=3) == []
        assert self.hitungan() == self.awal
        # What is left is still checked: counters against the locked result.
        assert selisih_hitungan() == []
        call_command("verifikasi", stdout=io.StringIO())
        Hitungan.objects.filter(jumlah__gt=0)[:1].get().delete()
        assert selisih_hitungan() != []
        aksi = CatatanAudit.objects.filter(aksi="survei.masasimpan.hapus").order_by("pk")
        assert [satu.nilai.sesudah["apa"] for satu in aksi] == ["tulisan asli", "tulisan", "jawaban"]
        assert "Kursi" not in str(list(NilaiAudit.objects.values()))

    def test_tanpa_hapus_hanya_disebut(self) -> None:
        keluar = io.StringIO()
        with pada(SAAT + timedelta(days=40)):
            call_command("masa_simpan", stdout=keluar)
            assert Respons.objects.filter(saran__gt="").count() == 3
            call_command("masa_simpan", "--hapus", stdout=keluar)
            call_command("masa_simpan", stdout=keluar)
        assert keluar.getvalue().splitlines() == [
            f"{self.survei.kode}: 3 tulisan asli jatuh tempo.",
            f"{self.survei.kode}: 3 tulisan asli dihapus.",
            "Tidak ada yang jatuh tempo.",
        ]

    def test_hitungan_yang_salah_menunda_penghapusan_jawaban(self) -> None:
        RekapHarian.objects.update(dihitung=1)
        assert ("jawaban", 4, masa_simpan.TUNDA) in self.jalan(tahun=2)
        assert Respons.objects.count() == 4
        self.survei.refresh_from_db()
        assert self.survei.jawaban_dihapus_pada is None

    def test_terhenti_di_tengah_dilanjutkan(self) -> None:
        asli, kali = masa_simpan._hapus_sebagian, []

        def mati(satu: masa_simpan.JatuhTempo) -> int:
            kali.append(satu.apa)
            if kali.count("jawaban") == 3:
                raise KeyboardInterrupt
            return asli(satu)

        with (
            mock.patch.object(masa_simpan, "SEKALI", 1),
            mock.patch.object(masa_simpan, "_hapus_sebagian", mati),
            self.assertRaises(KeyboardInterrupt),
        ):
            self.jalan(tahun=2)
        assert Respons.objects.count() == 2
        assert selisih_hitungan() == []
        assert self.jalan(tahun=2) == [("jawaban", 2, "")]
        assert not Respons.objects.exists()

    def test_survei_yang_belum_dikunci_dan_tanpa_aturan_tidak_disentuh(self) -> None:
        lain = pabrik.buat_survei(self.unit)
        bersaran(lain, 2)
        assert {satu[0] for satu in self.jalan(tahun=5)} == {"tulisan asli", "tulisan", "jawaban"}
        assert Respons.objects.filter(survei=lain, saran__gt="").count() == 2
        MasaSimpan.objects.all().delete()
        assert self.jalan(tahun=5) == []

    def test_aturan_baru_berlaku_sejak_tanggalnya(self) -> None:
        MasaSimpan.objects.create(
            mulai=(SAAT + timedelta(days=10)).date(), dasar_hukum="Keputusan kantor", hari_saran_asli=5
        )
        assert self.jalan(days=9) == []
        assert self.jalan(days=10) == [("tulisan asli", 3, "")]


class UjiHapusSendiri(UjiSurvei):
    alamat_hapus = "/survei/hapus/"

    def kirim(self, **ubah: Any) -> str:
        """Fill in a form; the receipt code."""
        isi = isian(self.survei, **{"saran": "Kursi kurang", **ubah})
        assert self.client.post(self.alamat, isi).status_code == 200
        return proses.kode_terima(UUID(isi["submission_id"]))

    def hapus(self, kode: str, **ubah: str) -> int:
        return self.client.post(self.alamat_hapus, {"kode": kode, "yakin": "on", **ubah}).status_code

    def test_jawaban_terhapus_isinya_dan_hitungan_ikut(self) -> None:
        isi = isian(self.survei, saran="Kursi kurang", usia="56+")
        self.client.post(self.alamat, isi)
        kode = proses.kode_terima(Respons.objects.get().pk)
        self.kirim(nilai=1)
        proses.hitung_ulang_seluruhnya(survei_id=self.survei.pk)
        assert self.hapus(kode.lower().replace("-", " ")) == 200
        satu = Respons.objects.get(dibatalkan=True)
        kosong = (satu.jawaban, satu.demografi, satu.saran, satu.saran_tersamar, satu.sidik, satu.sidik_tanda)
        assert kosong == ({}, {}, "", None, "", "")
        proses.hitung_ulang(survei_id=self.survei.pk, layanan_id=self.layanan.pk, hari=hari_ini())
        assert RekapHarian.objects.get().diterima == 1
        assert selisih_hitungan() == []
        # A device that sends the same form again does not bring it back.
        assert self.client.post(self.alamat, isi).status_code == 410
        assert self.hapus(kode) == 409

    def test_halaman_menyebut_masa_simpan_yang_berlaku(self) -> None:
        MasaSimpan.objects.create(
            mulai=hari_ini(), dasar_hukum="Uji", hari_saran_asli=21, tahun_saran=3, tahun_jawaban=4
        )
        halaman = self.client.get(self.alamat_hapus)
        for teks in ("sampai 21 hari sesudah survei dikunci", "disimpan 3 tahun", "jawaban 4 tahun"):
            self.assertContains(halaman, teks)

    def test_audit_menyebut_survei_saja(self) -> None:
        kode = self.kirim()
        respons = Respons.objects.get()
        assert self.hapus(kode) == 200
        catatan = CatatanAudit.objects.get(aksi="survei.jawaban.hapus_sendiri")
        assert (catatan.pelaku, catatan.objek_id) == (None, str(self.survei.uuid))
        semua = str(list(CatatanAudit.objects.values())) + str(list(NilaiAudit.objects.values()))
        assert str(respons.pk) not in semua
        assert kode not in semua

    def test_ditolak_bila_dikunci_lewat_masanya_salah_kode_atau_tidak_yakin(self) -> None:
        kode = self.kirim()
        assert self.hapus("ABCD-2345") == 409
        assert self.hapus("ABC") == 422
        assert self.hapus(kode, yakin="") == 422
        with pada(SAAT + timedelta(days=8)):
            self.assertContains(
                self.client.post(self.alamat_hapus, {"kode": kode, "yakin": "on"}), "sudah lewat", status_code=409
            )
        for langkah in (proses.tutup, proses.kunci):
            langkah(survei=self.survei, oleh=self.pengelola)
        self.assertContains(
            self.client.post(self.alamat_hapus, {"kode": kode, "yakin": "on"}), "sudah dikunci", status_code=409
        )
        assert Respons.objects.get().saran == "Kursi kurang"

    def test_percobaan_dibatasi(self) -> None:
        with self.settings(BATAS_KIRIM_PER_JAM=10):
            kode = [self.hapus("ABCD-2345") for _ in range(laju.KELIPATAN * 3)]
        assert kode[0] == 409
        assert kode[-1] == 429

    def test_tanpa_token_csrf_ditolak(self) -> None:
        kode = self.kirim()
        balasan = Client(enforce_csrf_checks=True).post(self.alamat_hapus, {"kode": kode, "yakin": "on"})
        assert balasan.status_code == 403
        assert not Respons.objects.get().dibatalkan
