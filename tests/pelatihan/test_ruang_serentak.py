"""A hundred people book one room for one time; and what happens without the constraint."""

from __future__ import annotations

from collections.abc import Callable
from uuid import uuid4

from django.db import IntegrityError, connection

from pelatihan.models import SesiKegiatan
from pelatihan.proses.sesi_kegiatan import IsiSesi, JadwalBentrok, tambah_sesi
from tests.kinerja.kantor import buat_kantor
from tests.pelatihan.isi_kegiatan import buat_kegiatan, buat_narasumber, buat_ruang, saat
from tests.serentak import UjiSerentak
from tests.survei.dasar import SAAT, pada

# The test server lends 80 connections to all workers together, so twenty people press five times each.
ORANG, KALI = 20, 5
KENDALA = "sesikegiatan_ruang_tidak_bentrok"


class UjiRuangSerentak(UjiSerentak):
    def setUp(self) -> None:
        beku = pada(SAAT)
        beku.__enter__()
        self.addCleanup(beku.__exit__, None, None, None)
        self.kantor = buat_kantor(jumlah_staf=1)
        self.ruang = buat_ruang(self.kantor.kecamatan, nama="Aula")

    def pemesan(self, **isi: object) -> Callable[[], list[object]]:
        """Each has an event of his own, so nothing but the room or the speaker is shared."""
        kegiatan = buat_kegiatan(self.kantor.kecamatan, self.kantor.pengelola)
        sesi = IsiSesi("Sesi", saat("2026-10-06", "09:00"), saat("2026-10-06", "11:00"), **isi)  # type: ignore[arg-type]

        def pesan() -> list[object]:
            hasil: list[object] = []
            for _ in range(KALI):
                try:
                    hasil.append(tambah_sesi(kegiatan=kegiatan, oleh=self.kantor.pengelola, kode=uuid4(), isi=sesi))
                except JadwalBentrok as galat:
                    hasil.append(galat)
            return hasil

        return pesan

    def seratus(self, *pemesan: Callable[[], object]) -> list[object]:
        hasil = self.sekaligus(*pemesan)
        self.assertEqual([satu for satu in hasil if not isinstance(satu, list)], [])
        return [satu for orang in hasil if isinstance(orang, list) for satu in orang]

    def test_seratus_pesanan_satu_ruang_satu_yang_dapat(self) -> None:
        hasil = self.seratus(*[self.pemesan(ruang=self.ruang) for _ in range(ORANG)])
        self.assertEqual(len(hasil), 100)
        self.assertEqual(sum(isinstance(satu, SesiKegiatan) for satu in hasil), 1)
        self.assertEqual(sum(isinstance(satu, JadwalBentrok) for satu in hasil), 99)
        self.assertEqual(SesiKegiatan.objects.count(), 1)

    def test_seratus_pesanan_satu_narasumber_satu_yang_dapat(self) -> None:
        rahmad = buat_narasumber()
        semua = [self.pemesan(tempat=f"Tempat {n}", narasumber=[rahmad]) for n in range(ORANG)]
        self.assertEqual(sum(isinstance(satu, SesiKegiatan) for satu in self.seratus(*semua)), 1)
        self.assertEqual(SesiKegiatan.objects.count(), 1)

    def test_tanpa_kendala_basis_data_lebih_dari_satu_masuk(self) -> None:
        """Negative control: the lock on the room alone keeps nobody out. The constraint is put back afterwards."""
        kendala = next(satu for satu in SesiKegiatan._meta.constraints if satu.name == KENDALA)
        with connection.schema_editor() as penyunting:
            penyunting.remove_constraint(SesiKegiatan, kendala)
        try:
            hasil = self.seratus(*[self.pemesan(ruang=self.ruang) for _ in range(2)])
            self.assertEqual(sum(isinstance(satu, SesiKegiatan) for satu in hasil), 2 * KALI)
        finally:
            SesiKegiatan.objects.all().delete()
            with connection.schema_editor() as penyunting:
                penyunting.add_constraint(SesiKegiatan, kendala)
        self.pemesan(ruang=self.ruang)()
        satu = SesiKegiatan.objects.get()
        with self.assertRaises(IntegrityError):
            SesiKegiatan.objects.create(
                kegiatan=satu.kegiatan, judul="x", waktu=satu.waktu, waktu_ruang=satu.waktu, ruang=self.ruang
            )
