"""What backup and restore ask of the database, and a second database beside it for the rehearsal."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import connection, models, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

# Sessions and caches end with a restore, and a stolen backup must not hold them.
TANPA_ISI = ("django_session", "usersessions_usersession", "simpanan_cache")
# Holds the digest of the manifest from the moment the database is restored until the restore has ended.
PENANDA = "pemulihan_belum_selesai"

# Everything of the application goes, what belongs to the schema itself stays: its rights, and extensions that only an
# administrator may have been allowed to make.
KOSONGKAN = """
SET lock_timeout = '30s';
DO $$
DECLARE satu record;
BEGIN
    FOR satu IN
        SELECT format('DROP %s IF EXISTS public.%I CASCADE', CASE c.relkind
            WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW' WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END,
            c.relname) AS perintah
        FROM pg_class c
        WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm', 'S')
            AND NOT EXISTS (SELECT FROM pg_depend d
                WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype IN ('e', 'i'))
    LOOP EXECUTE satu.perintah; END LOOP;
    FOR satu IN
        SELECT format('DROP ROUTINE IF EXISTS %s CASCADE', p.oid::regprocedure) AS perintah
        FROM pg_proc p
        WHERE p.pronamespace = 'public'::regnamespace
            AND NOT EXISTS (SELECT FROM pg_depend d
                WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e')
    LOOP EXECUTE satu.perintah; END LOOP;
END $$;
"""


def versi_peladen() -> int:
    """Major version of the PostgreSQL server."""
    with connection.cursor() as kursor:
        kursor.execute("SHOW server_version_num")
        return int(kursor.fetchone()[0]) // 10_000


def tabel() -> list[str]:
    """Tables of the schema, whatever the models say."""
    with connection.cursor() as kursor:
        kursor.execute(
            "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') "
            "ORDER BY relname"
        )
        return [nama for (nama,) in kursor.fetchall()]


def hitung_baris() -> dict[str, int]:
    """Rows of each table whose rows a backup holds."""
    nama = [satu for satu in tabel() if satu not in (*TANPA_ISI, PENANDA)]
    if not nama:
        return {}
    kutip = connection.ops.quote_name
    with connection.cursor() as kursor:
        kursor.execute(
            " UNION ALL ".join(f"SELECT '{satu}', count(*) FROM {kutip(satu)}" for satu in nama)  # noqa: S608 - names of tables
        )
        return dict(kursor.fetchall())


def migrasi_tercatat() -> list[tuple[str, str]]:
    """Applied migrations, as the database has them."""
    return sorted(MigrationRecorder(connection).applied_migrations())


def migrasi_dikenal() -> set[tuple[str, str]]:
    """Migrations that this code has, those that a squashed one replaces among them."""
    semua = MigrationLoader(None, ignore_no_migrations=True).disk_migrations
    return set(semua) | {lama for satu in semua.values() for lama in satu.replaces}


def migrasi_tertunda() -> int:
    """How many migrations this database still lacks."""
    pelaksana = MigrationExecutor(connection)
    return len(pelaksana.migration_plan(pelaksana.loader.graph.leaf_nodes()))


def berkas_dirujuk() -> list[str]:
    """Stored files that rows name. Only columns that the database has: it may be older than the code."""
    kolom: set[tuple[str, str]] = set()
    with connection.cursor() as kursor:
        kursor.execute("SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'public'")
        ada = set(kursor.fetchall())
        for model in apps.get_models():
            for medan in model._meta.concrete_fields:
                if isinstance(medan, models.FileField):
                    kolom.add((model._meta.db_table, str(medan.column)))
        nama: set[str] = set()
        kutip = connection.ops.quote_name
        for tabelnya, satu in sorted(kolom & ada):
            kursor.execute(
                f"SELECT DISTINCT {kutip(satu)} FROM {kutip(tabelnya)} WHERE {kutip(satu)} > ''"  # noqa: S608 - names of the models
            )
            nama |= {isi for (isi,) in kursor.fetchall()}
    return sorted(nama)


@contextmanager
def potret() -> Iterator[str]:
    """One unchanging view of the database for a block; its name is for pg_dump."""
    with transaction.atomic(durable=True), connection.cursor() as kursor:
        kursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        kursor.execute("SELECT pg_export_snapshot()")
        yield kursor.fetchone()[0]


def sambungan_lain() -> int:
    """Other clients of this database: services that would write while it is replaced."""
    with connection.cursor() as kursor:
        kursor.execute(
            "SELECT count(*) FROM pg_stat_activity "
            "WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'"
        )
        return int(kursor.fetchone()[0])


def penanda() -> str:
    """Digest of the manifest whose restore was not brought to its end, or ""."""
    if PENANDA not in tabel():
        return ""
    with connection.cursor() as kursor:
        kursor.execute(f"SELECT sidik FROM {PENANDA}")  # noqa: S608 - a constant
        baris = kursor.fetchone()
    return baris[0] if baris else ""


def hapus_penanda() -> None:
    """The restore has ended."""
    with connection.cursor() as kursor:
        kursor.execute(f"DROP TABLE IF EXISTS {PENANDA}")


def akhir_muat(baris: dict[str, int], sidik: str) -> str:
    """Statements after the content of a dump: every table has the rows of the manifest, or all is undone; the mark."""
    harus = ", ".join(f"('{nama}', {jumlah}::bigint)" for nama, jumlah in sorted(baris.items()))
    hitung = " UNION ALL ".join(f"SELECT '{nama}', count(*) FROM public.\"{nama}\"" for nama in sorted(baris))  # noqa: S608 - checked when the manifest was read
    return f"""
DO $$
DECLARE beda text;
BEGIN
    SELECT string_agg(format('%s: %s baris, seharusnya %s', a.nama, b.jumlah, a.jumlah), '; ') INTO beda
    FROM (VALUES {harus}) a (nama, jumlah) JOIN ({hitung}) b (nama, jumlah) USING (nama) WHERE a.jumlah <> b.jumlah;
    IF beda IS NOT NULL THEN RAISE EXCEPTION 'jumlah baris tidak sama dengan daftar isi: %', beda; END IF;
END $$;
DROP TABLE IF EXISTS public.{PENANDA};
CREATE TABLE public.{PENANDA} (sidik text NOT NULL);
INSERT INTO public.{PENANDA} VALUES ('{sidik}');
"""  # noqa: S608 - the same


def periksa_muat(sidik: str) -> str:
    """The last statement: it fails unless `akhir_muat` was reached, so that half a script is undone."""
    return f"""
DO $$ BEGIN
    IF NOT EXISTS (SELECT FROM public.{PENANDA} WHERE sidik = '{sidik}') THEN
        RAISE EXCEPTION 'isi cadangan terputus sebelum selesai';
    END IF;
END $$
"""


def nama_uji() -> str:
    """Name of the database for the rehearsal: always the same, so that one that was left behind is found."""
    asli = str(connection.settings_dict["NAME"])
    nama = f"{asli}_uji_pulih"
    # PostgreSQL would cut a longer name, maybe to that of another database.
    return nama if len(nama.encode()) <= 63 else f"uji_pulih_{hashlib.sha256(asli.encode()).hexdigest()[:20]}"


@contextmanager
def basis_data_uji() -> Iterator[str]:
    """An empty database beside the real one, gone after the block whatever happens in it."""
    nama = nama_uji()
    buang_basis_data(nama)
    with connection.cursor() as kursor:
        kursor.execute(f"CREATE DATABASE {connection.ops.quote_name(nama)} TEMPLATE template0 ENCODING 'UTF8'")
    try:
        yield nama
    finally:
        buang_basis_data(nama)


def buang_basis_data(nama: str) -> None:
    """Drop the database of a rehearsal, also one that a killed rehearsal has left."""
    if nama != nama_uji():
        raise ValueError(nama)
    with connection.cursor() as kursor:
        kursor.execute(f"DROP DATABASE IF EXISTS {connection.ops.quote_name(nama)} WITH (FORCE)")


@contextmanager
def memakai(nama: str) -> Iterator[None]:
    """Let all of Django speak to another database of the same server for a block, as its test runner does.

    For commands only: other threads of this process would be led there too.
    """
    sifat = connection.settings_dict
    semula = sifat["NAME"]
    connection.close()
    sifat["NAME"] = nama
    try:
        yield
    finally:
        connection.close()
        sifat["NAME"] = semula
        ContentType.objects.clear_cache()
