"""A promise of a forum becomes a result of the person who holds it, and stands beside the evaluation as evidence."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from uuid import uuid4

import pytest
from django.test import TestCase

from forum.models import AksiForum
from forum.ringkasan import JumlahAksi, aksi_diemban, jumlah_aksi_pegawai
from kinerja.models import RencanaHasilKerja
from kinerja.proses import ProsesDitolak, ajukan, setujui
from kinerja.proses.bahan_skp import aksi_untuk, pakai_aksi
from kinerja.proses.draf_skp import simpan_indikator
from kinerja.proses.perubahan_skp import buat_perubahan
from rakumpit.audit.models import CatatanAudit
from rakumpit.organisasi.models import Penugasan
from tests import pabrik
from tests.forum.dasar import SAAT, KantorForum, pada


class AksiForumTests(TestCase):
    """The action is due 30 days after the session of 24 September 2026."""

    def setUp(self) -> None:
        beku = pada(SAAT)
        beku.__enter__()
        self.addCleanup(beku.__exit__, None, None, None)
        self.k = KantorForum.buat()
        self.aksi = self.k.aksi()
        self.staf, self.kasi = self.k.akun(self.k.staf), self.k.akun(self.k.kasi)
        self.skp = pabrik.buat_skp(self.k.staf)
        self.alamat = f"/kinerja/skp/{self.skp.uuid}/bahan/"

    def pakai(self) -> RencanaHasilKerja:
        return pakai_aksi(skp=self.skp, kode=self.aksi.uuid, oleh=self.staf)

    def test_it_is_taken_once_as_an_additional_result_without_a_target(self) -> None:
        awal = CatatanAudit.objects.count()
        rencana = self.pakai()
        ukuran = rencana.indikator.get()
        assert (rencana.uraian, rencana.jenis, rencana.aksi_forum) == (self.aksi.uraian, "tambahan", self.aksi.uuid)
        assert (ukuran.uraian, ukuran.target) == (self.aksi.indikator, None)
        assert CatatanAudit.objects.count() == awal + 1
        with pytest.raises(ProsesDitolak, match="sudah ada dalam SKP ini"):
            self.pakai()
        with pytest.raises(ProsesDitolak, match="tanpa target"):
            ajukan(skp=self.skp, oleh=self.staf)
        assert not aksi_untuk(self.skp)

    def test_only_open_published_actions_of_the_own_posts_until_the_end_of_the_plan(self) -> None:
        def ditawarkan() -> int:
            return len(aksi_untuk(self.skp))

        assert ditawarkan() == 1
        assert not aksi_diemban(self.kasi, date(2026, 12, 31)), "the post of the staff member holds it"
        semua = AksiForum.objects.filter(pk=self.aksi.pk)
        semua.update(tenggat=date(2027, 1, 1))
        assert ditawarkan() == 0
        semua.update(tenggat=date(2026, 12, 31), status="dialihkan", instansi="Dinas")
        assert ditawarkan() == 0
        semua.update(status="berjalan", instansi="")
        assert ditawarkan() == 1
        sesi = self.aksi.kesepakatan.sesi
        type(sesi).objects.filter(pk=sesi.pk).update(status="selesai", terbit_pada=None)
        assert ditawarkan() == 0
        with pytest.raises(ProsesDitolak, match="bukan tanggung jawab Anda"):
            self.pakai()

    def test_a_revision_keeps_the_tie_and_the_page_tells_how_the_action_stands(self) -> None:
        ukuran = self.pakai().indikator.get()
        ukuran.target, ukuran.satuan = Decimal(1), "jadwal"
        simpan_indikator(indikator=ukuran, oleh=self.staf)
        lama = setujui(skp=ajukan(skp=self.skp, oleh=self.staf), oleh=self.kasi)
        baru = buat_perubahan(skp=lama, oleh=self.staf, alasan="Target berubah.")
        assert baru.rencana.get().aksi_forum == self.aksi.uuid
        self.client.force_login(self.kasi)
        halaman = self.client.get(f"/kinerja/skp/{lama.uuid}/")
        self.assertContains(halaman, "Dari tindak lanjut forum. Direncanakan, 0%.")
        self.assertContains(halaman, self.aksi.get_absolute_url())

    def test_the_page_offers_it_with_one_press(self) -> None:
        self.client.force_login(self.staf)
        self.assertContains(self.client.get(self.alamat), self.aksi.uraian)
        assert self.client.post(self.alamat, {"pakai": f"aksi:{uuid4()}"}).status_code == 409
        self.assertRedirects(
            self.client.post(self.alamat, {"pakai": f"aksi:{self.aksi.uuid}"}), f"/kinerja/skp/{self.skp.uuid}/"
        )
        self.assertNotContains(self.client.get(self.alamat), self.aksi.uraian)

    def test_the_counts_are_those_of_who_held_the_post_on_the_due_day(self) -> None:
        staf, tenggat = self.k.staf.pk, self.aksi.tenggat
        setahun = (date(2026, 1, 1), date(2026, 12, 31))
        assert jumlah_aksi_pegawai(staf, *setahun) == JumlahAksi(selesai=0, berjalan=1, terlambat=0)
        assert jumlah_aksi_pegawai(staf, date(2026, 1, 1), date(2026, 9, 30)) == JumlahAksi(0, 0, 0)
        AksiForum.objects.filter(pk=self.aksi.pk).update(tenggat=date(2026, 9, 14))
        assert jumlah_aksi_pegawai(staf, *setahun) == JumlahAksi(0, 0, terlambat=1)
        AksiForum.objects.filter(pk=self.aksi.pk).update(tenggat=tenggat)
        diklaim = self.k.klaim(AksiForum.objects.get(pk=self.aksi.pk))
        assert jumlah_aksi_pegawai(staf, *setahun).selesai == 0, "a claim is not yet an end"
        AksiForum.objects.filter(pk=diklaim.pk).update(
            status="diverifikasi", diverifikasi_oleh=self.kasi, diverifikasi_pada=SAAT.date()
        )
        assert jumlah_aksi_pegawai(staf, *setahun) == JumlahAksi(selesai=1, berjalan=0, terlambat=0)
        Penugasan.objects.filter(pegawai=staf).update(selesai=date(2026, 9, 30))
        assert jumlah_aksi_pegawai(staf, *setahun) == JumlahAksi(0, 0, 0)
