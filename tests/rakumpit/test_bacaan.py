"""Reads side by side: the same rows as from the querysets, in as few statements as the longest has steps."""

from __future__ import annotations

from datetime import date, timedelta

from django.db.models import Count, Value
from django.test import TestCase

from kinerja.models import AturanPenilaian, Periode
from rakumpit.bacaan import Bacaan, Kueri, ambil, baca, bersama
from rakumpit.organisasi.models import Pengguna, UnitKerja
from tests import pabrik


class AmbilTests(TestCase):
    def test_baris_sama_seperti_dari_queryset_untuk_setiap_jenis_nilai(self) -> None:
        unit = pabrik.buat_unit(nama="100% «kata» 'kutip' \\ %s {}")
        pabrik.buat_pegawai(unit, nama="Ani")
        pabrik.buat_pegawai(unit, nama="Budi", akun=False)
        pabrik.buat_periode(kode="p1", selesai=date(2026, 9, 30))
        kueri: Kueri = [
            UnitKerja.objects.order_by("-pk").values_list("uuid", "nama", "induk_id", "aktif"),
            Pengguna.objects.order_by("pk").values_list("pk", "last_login", "dibuat", "email"),
            # Decimals as stored, dates, a value list that is cut, an annotation.
            AturanPenilaian.objects.order_by("-mulai").values_list("mulai", "batas_capaian")[:1],
            Periode.objects.annotate(tetap=Value(7)).values_list("kode", "mulai", "tetap"),
            UnitKerja.objects.order_by().values_list("jenis").annotate(n=Count("pk")),
            UnitKerja.objects.filter(nama__contains="%").values_list("nama"),
            UnitKerja.objects.none().values_list("pk"),
        ]
        with self.assertNumQueries(1):
            hasil = ambil(kueri)
        for baris, satu in zip(hasil, kueri, strict=True):
            self.assertEqual(baris, list(satu))
            self.assertEqual([[type(x) for x in b] for b in baris], [[type(x) for x in b] for b in satu])

    def test_tanpa_baris_dan_tanpa_perintah(self) -> None:
        kosong = UnitKerja.objects.filter(pk__in=[]).values_list("pk")
        with self.assertNumQueries(0):
            self.assertEqual(ambil([kosong, kosong]), [[], []])
            self.assertEqual(ambil([]), [])


class BersamaTests(TestCase):
    def langkah(self, banyak: int) -> Bacaan[list[str]]:
        hasil = []
        for _ in range(banyak):
            a, b = yield [UnitKerja.objects.order_by("nama").values_list("nama"), Periode.objects.values_list("kode")]
            hasil += [nama for (nama,) in a] + [kode for (kode,) in b]
        return hasil

    def test_sebanyak_langkah_yang_terpanjang(self) -> None:
        pabrik.buat_unit(nama="A")
        pabrik.buat_periode(kode="p", mulai=date(2026, 1, 1), selesai=date(2026, 1, 1) + timedelta(days=30))
        with self.assertNumQueries(3):
            hasil = baca(bersama([self.langkah(1), self.langkah(0), self.langkah(3), bersama([self.langkah(2)])]))
        self.assertEqual(hasil, [["A", "p"], [], ["A", "p"] * 3, [["A", "p"] * 2]])

    def test_galat_satu_bagian_sampai_kepada_pemanggil(self) -> None:
        def gagal() -> Bacaan[None]:
            yield []
            raise LookupError("tidak ada")

        with self.assertRaisesMessage(LookupError, "tidak ada"):
            baca(bersama([self.langkah(1), gagal()]))
