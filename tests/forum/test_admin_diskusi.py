"""Reasons of moderation in the admin: edited by the pengelola, kept as they were told, never all switched off."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from forum.models import AlasanModerasi
from forum.proses.moderasi import tandai
from rakumpit.audit.models import CatatanAudit
from tests.forum.dasar_diskusi import UjiDiskusi


class AlasanModerasiAdminTest(UjiDiskusi):
    def _kirim(self, alasan: AlasanModerasi, **ubah: str) -> Any:
        self.client.force_login(self.pengelola)
        isi = {
            "kode": alasan.kode,
            "nama": alasan.nama,
            "keterangan": alasan.keterangan,
            "urutan": str(alasan.urutan),
            "aktif": "on",
        } | ubah
        balasan = self.client.post(
            f"/admin/forum/alasanmoderasi/{alasan.pk}/change/", {k: v for k, v in isi.items() if v}
        )
        alasan.refresh_from_db()
        return balasan

    def test_yang_belum_dipakai_dapat_diubah_dan_dicatat(self) -> None:
        alasan = AlasanModerasi.objects.order_by("pk")[0]
        self.assertEqual(self._kirim(alasan, nama="Bunyi baru").status_code, 302)
        self.assertEqual(alasan.nama, "Bunyi baru")
        self.assertTrue(CatatanAudit.objects.filter(pelaku=self.pengelola, objek_id=str(alasan.pk)).exists())

    def test_yang_sudah_dipakai_tetap_bunyinya_dan_dapat_dimatikan(self) -> None:
        alasan = AlasanModerasi.objects.order_by("pk")[0]
        semula = (alasan.kode, alasan.nama, alasan.keterangan)
        tandai(kiriman=uuid4(), sasaran=self.lama, alasan=alasan, catatan="")
        self.assertEqual(self._kirim(alasan, kode="lain", nama="Lain", keterangan="Lain", aktif="").status_code, 302)
        self.assertEqual((alasan.kode, alasan.nama, alasan.keterangan), semula)
        self.assertFalse(alasan.aktif)

    def test_alasan_terakhir_tidak_dapat_dimatikan(self) -> None:
        alasan = AlasanModerasi.objects.order_by("pk")[0]
        AlasanModerasi.objects.exclude(pk=alasan.pk).update(aktif=False)
        self.assertContains(self._kirim(alasan, aktif=""), "alasan terakhir yang dipakai")
        self.assertTrue(alasan.aktif)

    def test_petugas_dan_warga_ditolak(self) -> None:
        for orang in (self.petugas, self.percaya):
            self.client.force_login(orang)
            self.assertIn(self.client.get("/admin/forum/alasanmoderasi/").status_code, {302, 403, 404})
