"""Dialog kinerja: one side writes, the other confirms."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import TestCase

from kinerja.models import DialogKinerja
from kinerja.proses import KonflikVersi, ProsesDitolak
from kinerja.proses.dialog import IsiDialog, catat_dialog, sahkan_dialog, ubah_dialog
from kinerja.ringkasan.dialog import tugas_dialog
from rakumpit.audit.models import CatatanAudit
from rakumpit.waktu import WIB
from tests import pabrik
from tests.kinerja.kantor import akun, buat_kantor
from tests.kinerja.test_keputusan import ganti_kasi
from tests.survei.dasar import SAAT, pada
from tests.tugas import untuk

HARI = date(2026, 9, 10)
KUERI_DAFTAR = 7
ISI = IsiDialog("perencanaan", "Target dan sumber daya.", "Printer diajukan bulan ini.")


class DialogTests(TestCase):
    def setUp(self) -> None:
        beku = pada(SAAT)
        beku.__enter__()
        self.addCleanup(beku.__exit__, None, None, None)
        self.kantor = buat_kantor()
        self.staf = self.kantor.staf[0]
        self.pemilik, self.kasi = akun(self.staf), akun(self.kantor.kasi)

    def catat(self, **ubah: Any) -> DialogKinerja:
        isian: dict[str, Any] = {"pegawai": self.staf, "oleh": self.pemilik, "tanggal": HARI, "isi": ISI}
        return catat_dialog(**(isian | ubah))

    def test_the_employee_writes_and_the_superior_confirms(self) -> None:
        awal = CatatanAudit.objects.count()
        dialog = self.catat()
        assert (dialog.atasan, dialog.skp, dialog.dicatat_oleh) == (self.kantor.kasi, self.staf.skp.get(), self.pemilik)
        assert self.kasi.notifikasi.filter(judul__contains="Sahkan").count() == 1
        assert [satu.aksi for satu in untuk(tugas_dialog, self.kasi)] == ["Baca dan sahkan"]
        assert not untuk(tugas_dialog, self.pemilik)
        dialog = sahkan_dialog(dialog=dialog, oleh=self.kasi, tanggapan="Benar.", versi=1)
        assert (dialog.disahkan_oleh, dialog.tanggapan) == (self.kasi, "Benar.")
        assert not untuk(tugas_dialog, self.kasi)
        assert CatatanAudit.objects.count() == awal + 2

    def test_the_superior_writes_and_the_employee_confirms(self) -> None:
        dialog = self.catat(oleh=self.kasi)
        assert [satu.tautan for satu in untuk(tugas_dialog, self.pemilik)] == [f"/kinerja/dialog/{dialog.uuid}/"]
        assert sahkan_dialog(dialog=dialog, oleh=self.pemilik, tanggapan="", versi=1).disahkan_oleh == self.pemilik

    def test_who_was_not_there_neither_writes_nor_confirms(self) -> None:
        lain = (akun(self.kantor.camat), self.kantor.pengelola, akun(self.kantor.staf[1]))
        for oleh in lain:
            with self.subTest(oleh.nama), pytest.raises(ProsesDitolak, match="pegawai atau atasan"):
                self.catat(oleh=oleh)
        dialog = self.catat()
        awal = CatatanAudit.objects.count()
        for oleh in (*lain, self.pemilik):
            with self.subTest(oleh.nama), pytest.raises(ProsesDitolak, match="disahkan sekali"):
                sahkan_dialog(dialog=dialog, oleh=oleh, tanggapan="", versi=1)
        for oleh in (*lain, self.kasi):
            with self.subTest(oleh.nama), pytest.raises(ProsesDitolak, match="penulisnya"):
                ubah_dialog(dialog=dialog, oleh=oleh, isi=ISI, versi=1)
        dialog.refresh_from_db()
        assert (dialog.disahkan_pada, dialog.versi, CatatanAudit.objects.count()) == (None, 1, awal)

    def test_a_confirmed_record_does_not_change(self) -> None:
        dialog = sahkan_dialog(dialog=self.catat(), oleh=self.kasi, tanggapan="", versi=1)
        with pytest.raises(ProsesDitolak, match="penulisnya"):
            ubah_dialog(dialog=dialog, oleh=self.pemilik, isi=ISI, versi=2)
        with pytest.raises(ProsesDitolak, match="disahkan sekali"):
            sahkan_dialog(dialog=dialog, oleh=self.kasi, tanggapan="", versi=2)

    def test_what_is_confirmed_is_what_was_read(self) -> None:
        dialog = self.catat()
        baru = IsiDialog("perencanaan", "Target saja.", "Tidak ada.")
        assert ubah_dialog(dialog=dialog, oleh=self.pemilik, isi=baru, versi=1).versi == 2
        with pytest.raises(KonflikVersi):
            sahkan_dialog(dialog=dialog, oleh=self.kasi, tanggapan="", versi=1)
        with pytest.raises(KonflikVersi):
            ubah_dialog(dialog=dialog, oleh=self.pemilik, isi=ISI, versi=1)
        dialog.refresh_from_db()
        assert (dialog.ringkasan, dialog.disahkan_pada) == ("Target saja.", None)

    def test_words_and_day(self) -> None:
        with pytest.raises(ProsesDitolak, match="belum tiba"):
            self.catat(tanggal=date(2026, 9, 16))
        for isi in (IsiDialog("perencanaan", " ", "x"), IsiDialog("perencanaan", "x", ""), IsiDialog("lain", "x", "x")):
            with self.subTest(isi), pytest.raises(ProsesDitolak):
                self.catat(isi=isi)
        assert not DialogKinerja.objects.exists()

    def test_the_superior_is_the_one_of_that_day(self) -> None:
        baru = ganti_kasi(self.kantor)
        masa = baru.penugasan.get()
        sebelum = masa.mulai - timedelta(days=1)
        with pada(datetime(2026, 12, 5, 9, 0, tzinfo=WIB)):
            assert self.catat(tanggal=sebelum, oleh=self.kasi).atasan == self.kantor.kasi
            assert self.catat(tanggal=masa.mulai, oleh=akun(baru)).atasan == baru
            with pytest.raises(ProsesDitolak, match="atasan langsungnya"):
                self.catat(tanggal=masa.mulai, oleh=self.kasi)

    def test_without_a_plan_on_tugas_belajar(self) -> None:
        baru = pabrik.buat_pegawai(self.kantor.seksi)
        isi = IsiDialog("pemantauan", "Kemajuan kuliah.", "Laporan tiap semester.", tugas_belajar=True)
        dialog = self.catat(pegawai=baru, oleh=akun(baru), isi=isi)
        assert (dialog.skp, dialog.tugas_belajar) == (None, True)

    def test_the_database_holds_two_people(self) -> None:
        dialog = self.catat()
        for ubah in (
            {"atasan": self.staf},
            {"atasan": None},
            {"disahkan_oleh": self.pemilik, "disahkan_pada": SAAT},
            {"disahkan_oleh": self.kasi},
            {"kesepakatan": ""},
        ):
            with self.subTest(ubah), pytest.raises(IntegrityError), transaction.atomic():
                DialogKinerja.objects.filter(pk=dialog.pk).update(**ubah)

    def test_pages(self) -> None:
        self.client.force_login(self.kasi)
        alamat = f"/kinerja/dialog/pegawai/{self.staf.uuid}/catat/"
        isian = {"tanggal": "10 September 2026", "jenis": "evaluasi", "ringkasan": "Hasil triwulan."}
        self.assertContains(self.client.post(alamat, isian), "Hasil triwulan.", status_code=422)
        jawab = self.client.post(alamat, isian | {"kesepakatan": "Latihan."})
        dialog = DialogKinerja.objects.get()
        self.assertRedirects(jawab, f"/kinerja/dialog/{dialog.uuid}/")
        ubah = isian | {"kesepakatan": "Latihan bulan depan.", "versi": "1"}
        self.client.post(f"/kinerja/dialog/{dialog.uuid}/ubah/", ubah)
        self.client.force_login(self.pemilik)
        usang = self.client.post(f"/kinerja/dialog/{dialog.uuid}/", {"versi": "1", "tanggapan": "Baik."})
        self.assertContains(usang, "Latihan bulan depan.", status_code=409)
        self.assertContains(usang, 'name="versi" value="2"', status_code=409)
        self.client.post(f"/kinerja/dialog/{dialog.uuid}/", {"versi": "2", "tanggapan": "Baik."})
        self.assertContains(self.client.get("/kinerja/dialog/?jenis=evaluasi&q=staf"), "Dicatat berdua")
        self.assertContains(self.client.get(f"/kinerja/skp/{self.staf.skp.get().uuid}/"), "evaluasi kinerja")

    def test_a_second_window_saves_after_having_seen_the_first(self) -> None:
        dialog = self.catat()
        alamat = f"/kinerja/dialog/{dialog.uuid}/ubah/"
        self.client.force_login(self.pemilik)
        isian = {"jenis": "perencanaan", "ringkasan": "Dari jendela satu.", "kesepakatan": "Satu.", "versi": "1"}
        assert self.client.post(alamat, isian).status_code == 302
        dua = isian | {"ringkasan": "Dari jendela dua."}
        usang = self.client.post(alamat, dua)
        for kata in ("Dari jendela satu.", "Dari jendela dua.", 'name="versi" value="2"'):
            self.assertContains(usang, kata, status_code=409)
        assert self.client.post(alamat, dua | {"versi": "2"}).status_code == 302
        dialog.refresh_from_db()
        assert dialog.ringkasan == "Dari jendela dua."

    def test_the_list_costs_the_same_for_one_and_three(self) -> None:
        self.client.force_login(self.kasi)
        self.client.get("/kinerja/dialog/")
        for banyak in (1, 2):
            for urut in range(banyak):
                self.catat(isi=replace(ISI, kesepakatan=f"Kesepakatan {banyak}.{urut}."))
            with self.assertNumQueries(KUERI_DAFTAR):
                self.client.get("/kinerja/dialog/")
        assert DialogKinerja.objects.count() == 3
