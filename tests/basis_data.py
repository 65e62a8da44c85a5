"""Where in the whole database a word stands: for what must be nowhere, or in one place only."""

from __future__ import annotations

from django.db import connection


def tabel_memuat(*kata: str) -> set[str]:
    """Tables with a row that has one of these words in any column; one statement over all tables."""
    with connection.cursor() as kursor:
        kursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        tabel = [nama for (nama,) in kursor.fetchall()]
        # A row as text has all its columns. Names come from the schema itself.
        bagian = [
            f"SELECT '{nama}' WHERE EXISTS (SELECT 1 FROM \"{nama}\" t WHERE t::text LIKE ANY(%(kata)s))"  # noqa: S608
            for nama in tabel
        ]
        kursor.execute(" UNION ALL ".join(bagian), {"kata": [f"%{satu}%" for satu in kata]})
        return {nama for (nama,) in kursor.fetchall()}
