"""What remains with whoever sent a late answer: erasing it, its time, and that nothing tells when it came."""

from __future__ import annotations

from datetime import timedelta
from unittest import mock
from uuid import UUID

from django.db import connection

from rakumpit.antrean.models import Antrean
from survei import proses, tasks
from survei.models import HasilSurvei, Respons
from survei.proses import hapus_sendiri, masa_simpan
from survei.proses.hapus_sendiri import HasilHapus
from survei.proses.tanda import sidik_tanda
from survei.proses.terlambat import sertakan_terlambat
from survei.ringkasan import selisih_hitungan
from tests.survei.dasar import SAAT, isian, pada
from tests.survei.isi_terlambat import DIISI, UjiTerkunci

SEBAB = "Sinyal di Mungku Baru putus pada hari terakhir."


class UjiHakWarga(UjiTerkunci):
    def test_pengisinya_dapat_menghapus_selama_belum_dihitung(self) -> None:
        """Long after the office's days for the others, which ended while this answer waited for a line."""
        satu, dua = self.susul(2)
        balasan = self.client.post("/survei/hapus/", {"kode": satu, "yakin": "on"})
        self.assertContains(balasan, "sudah dihapus")
        kosong = Respons.objects.get(dibatalkan=True)
        assert (kosong.jawaban, kosong.saran, kosong.sidik_tanda, kosong.terlambat) == ({}, "", "", False)
        assert str(kosong.pk) in hapus_sendiri.yang_terhapus()
        assert selisih_hitungan() == []
        assert HasilSurvei.objects.get().n == 12
        assert not Antrean.objects.filter(tugas="survei.tasks.hitung_ulang").exists()
        isi = isian(self.survei, submission_id=kosong.pk)
        assert self.kirim(isi, DIISI).status_code == 410, "perangkat yang mengirim lagi diberi tahu"
        # Taken in, it is an answer like any other: its days are over.
        sertakan_terlambat(permintaan=self.buka_kembali(), alasan=SEBAB, oleh=self.pengelola)
        assert hapus_sendiri.hapus_isian(kode=dua) is HasilHapus.LEWAT
        self.kunci()
        assert hapus_sendiri.hapus_isian(kode=dua) is HasilHapus.DIKUNCI

    def test_kontrol_yang_terhitung_tidak_terhapus_sesudah_dikunci(self) -> None:
        kode = "K7QH-2MNR"
        satu = Respons.objects.order_by("pk")[0]
        Respons.objects.filter(pk=satu.pk).update(sidik_tanda=sidik_tanda(kode))
        assert hapus_sendiri.hapus_isian(kode=kode) is HasilHapus.DIKUNCI

    def test_pemulihan_cadangan_tidak_menghidupkannya_lagi(self) -> None:
        self.susul()
        kiriman = str(Respons.objects.terlambat().get().pk)
        assert hapus_sendiri.hapus_lagi(kiriman) is True
        assert hapus_sendiri.hapus_lagi(kiriman) is False
        terhitung = Respons.objects.terhitung().order_by("pk")[0]
        assert hapus_sendiri.hapus_lagi(str(terhitung.pk)) is False, "berdiri dalam hasil terkunci"

    def test_masa_simpan_menghapusnya_bersama_yang_lain(self) -> None:
        self.susul(3)
        assert tasks.samarkan_saran() is None
        with mock.patch.object(masa_simpan, "tanggal_lokal", return_value=SAAT.date()):
            with pada(SAAT + timedelta(days=30)):
                proses.hapus_jatuh_tempo()
            assert not Respons.objects.filter(saran__gt="").exists()
            with pada(SAAT + timedelta(days=800)):
                proses.hapus_jatuh_tempo()
        assert not Respons.objects.exists()
        assert selisih_hitungan() == []

    def test_letaknya_diacak_walau_tidak_ada_yang_dihitung_ulang(self) -> None:
        self.susul(8)
        proses.acak_jawaban()
        sebelum, biasa = self.tempat(True), self.tempat(False)
        proses.acak_jawaban()
        assert not set(sebelum.values()) & set(self.tempat(True).values())
        assert set(sebelum) == set(self.tempat(True))
        assert self.tempat(False) == biasa, "yang lain sekali saja"
        assert len(set(self.transaksi())) == 1

    def tempat(self, terlambat: bool) -> dict[UUID, str]:
        with connection.cursor() as kursor:
            kursor.execute("SELECT submission_id, ctid::text FROM survei_respons WHERE terlambat = %s", [terlambat])
            return dict(kursor.fetchall())

    def transaksi(self) -> list[str]:
        with connection.cursor() as kursor:
            kursor.execute("SELECT xmin::text FROM survei_respons WHERE terlambat")
            return [satu for (satu,) in kursor.fetchall()]
