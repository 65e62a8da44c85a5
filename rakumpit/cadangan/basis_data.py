"""What backup and restore ask of the database."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.apps import apps
from django.db import connection, models, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

# Sessions and caches end with a restore, and a stolen backup must not hold them.
TANPA_ISI = ("django_session", "usersessions_usersession", "simpanan_cache")


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
    nama = [satu for satu in tabel() if satu not in TANPA_ISI]
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
