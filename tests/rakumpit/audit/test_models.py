"""The audit trail can only grow."""

from __future__ import annotations

from django.db import IntegrityError, connection, transaction
from django.test import TestCase

from rakumpit.audit.models import CatatanAudit, NilaiAudit, catat
from tests.pabrik import buat_pengguna


class HanyaTambahTest(TestCase):
    def setUp(self) -> None:
        self.pelaku = buat_pengguna()
        self.catatan = catat(
            pelaku=self.pelaku, aksi="uji.ubah", objek=self.pelaku, sebelum={"nama": "A"}, sesudah={"nama": "B"}
        )

    def _tetap(self) -> None:
        self.assertEqual(list(CatatanAudit.objects.values_list("pk", "aksi")), [(self.catatan.pk, "uji.ubah")])

    def test_update_ditolak(self) -> None:
        with self.assertRaisesMessage(IntegrityError, "tidak dapat diubah"), transaction.atomic():
            CatatanAudit.objects.update(aksi="lain")
        self._tetap()

    def test_delete_ditolak(self) -> None:
        NilaiAudit.objects.all().delete()
        with self.assertRaises(IntegrityError), transaction.atomic():
            self.catatan.delete()
        self._tetap()

    def test_truncate_ditolak(self) -> None:
        with self.assertRaises(IntegrityError), transaction.atomic(), connection.cursor() as kursor:
            kursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            kursor.execute("TRUNCATE audit_catatanaudit CASCADE")
        self._tetap()

    def test_nilai_terpisah_dan_objek_disebut_dengan_uuid(self) -> None:
        self.assertEqual(self.catatan.objek_id, str(self.pelaku.uuid))
        self.assertEqual((self.catatan.nilai.sebelum, self.catatan.nilai.sesudah), ({"nama": "A"}, {"nama": "B"}))
