"""An office of an earlier version goes on with the code of today: its backup is restored, migrated and verified."""

from __future__ import annotations

import lzma
import re
import zipfile
from pathlib import Path

from django.db import connection
from django.test import override_settings

from kinerja.models import Evaluasi
from rakumpit.cadangan.perhitungan import MANIFES, baca_manifes
from rakumpit.cadangan.proses import pulihkan
from survei.models import Respons
from tests.rakumpit.cadangan.dasar import UjiCadangan, basis_data_kosong

LAMA = Path(__file__).parents[2] / "data/cadangan/kantor-contoh-2026-11-30.zip.xz"

# What makes up a schema, by names that migrations give: a migration that went wrong on filled tables shows here.
BENTUK = {
    "kolom": "SELECT attrelid::regclass::text, attname, format_type(atttypid, atttypmod), attnotnull, attidentity, "
    "pg_get_expr(adbin, adrelid) FROM pg_attribute LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum "
    "JOIN pg_class c ON c.oid = attrelid WHERE c.relnamespace = 'public'::regnamespace AND relkind = 'r' "
    "AND attnum > 0 AND NOT attisdropped",
    "batasan": "SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid), convalidated FROM pg_constraint "
    "WHERE connamespace = 'public'::regnamespace",
    "indeks": "SELECT tablename, indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'",
    "pemicu": "SELECT tgrelid::regclass::text, pg_get_triggerdef(oid), tgenabled::text FROM pg_trigger "
    "WHERE NOT tgisinternal",
    "fungsi": "SELECT p.oid::regprocedure::text, prosrc FROM pg_proc p WHERE pronamespace = 'public'::regnamespace "
    "AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = p.oid AND deptype = 'e')",
}


# PostgreSQL writes a condition that went through a dump with other casts and brackets than before.
TULISAN = re.compile(r"::text|::character varying|\[\]|[()\s]")


def bentuk() -> dict[str, set[tuple[str, ...]]]:
    """The schema of the database in use."""
    with connection.cursor() as kursor:
        hasil = {}
        for nama, tanya in BENTUK.items():
            kursor.execute(tanya)
            hasil[nama] = {tuple(TULISAN.sub("", str(isi)) for isi in baris) for baris in kursor.fetchall()}
        return hasil


class NaikVersiTests(UjiCadangan):
    def test_cadangan_versi_lama_pulih_dan_cocok(self) -> None:
        baru = bentuk()
        berkas = self.akar / "rakumpit-2026-11-30-000000.zip"
        berkas.write_bytes(lzma.decompress(LAMA.read_bytes()))
        with zipfile.ZipFile(berkas) as isi:
            manifes = baca_manifes(isi.read(MANIFES).decode())
        with basis_data_kosong(), self.setelan(self.akar / "media-baru"), override_settings(CONTOH=True):
            hasil = pulihkan(berkas=berkas, kunci_lain=True)
            self.assertEqual((hasil.salah, hasil.dihapus_lagi), ("", 0))
            self.assertGreater(hasil.migrasi, 0)
            self.assertEqual(Evaluasi.objects.count(), manifes.baris["kinerja_evaluasi"])
            self.assertEqual(Respons.objects.count(), manifes.baris["survei_respons"])
            naik = bentuk()
            for nama in BENTUK:
                with self.subTest(nama):
                    self.assertTrue(baru[nama])
                    self.assertEqual(naik[nama] ^ baru[nama], set())
