"""Tests with several real connections at the same time."""

from __future__ import annotations

import threading
from collections.abc import Callable
from io import StringIO

from django.db import connection, transaction
from django.db.backends.utils import CursorWrapper
from django.test import TransactionTestCase

# By test database: what the migrations seeded, as COPY writes and reads it, by the name of the table.
_BENIH: dict[str, dict[str, str]] = {}


def _pulihkan() -> None:
    """Load the seeded rows into empty tables; from the second time on as they came out of the first."""
    nama = str(connection.settings_dict["NAME"])
    if nama not in _BENIH:
        # Object by object, which takes longer than most of the tests.
        connection.creation.deserialize_db_from_string(connection._test_serialized_contents)  # type: ignore[attr-defined]  # set by the test database
        _BENIH[nama] = _salin()
        return
    with transaction.atomic(), connection.cursor() as kursor:
        for tabel, isi in _BENIH[nama].items():
            kursor.copy_expert(f"COPY {tabel} FROM STDIN", StringIO(isi))


def _salin() -> dict[str, str]:
    isi = {}
    with connection.cursor() as kursor:
        for nama in connection.introspection.django_table_names(only_existing=True, include_views=False):
            tabel, keluaran = connection.ops.quote_name(nama), StringIO()
            kursor.copy_expert(f"COPY {tabel} TO STDOUT", keluaran)
            if keluaran.getvalue():
                isi[tabel] = keluaran.getvalue()
    return isi


class UjiSerentak(TransactionTestCase):
    """Rows are really committed, so that other threads see them; the database is emptied after each test.

    Emptying is what the triggers of append-only tables refuse, so they are off for that one statement. What the
    migrations seeded is loaded again at once, not before the next test of this kind as Django does it: several
    processes share the tests as they become free, so any other test may come next.
    """

    serialized_rollback = True

    @classmethod
    def _fixture_setup(cls) -> None:
        """The seeded rows are there."""

    def _fixture_teardown(self) -> None:
        with connection.cursor() as kursor:
            # 32: the trigger fires on TRUNCATE
            kursor.execute("SELECT tgrelid::regclass::text, tgname FROM pg_trigger WHERE tgtype & 32 <> 0")
            pemicu = kursor.fetchall()
            self._pemicu(kursor, pemicu, "DISABLE")
        try:
            super()._fixture_teardown()  # type: ignore[misc]  # not in the stubs
        finally:
            with connection.cursor() as kursor:
                self._pemicu(kursor, pemicu, "ENABLE")
        _pulihkan()

    @staticmethod
    def _pemicu(kursor: CursorWrapper, pemicu: list[tuple[str, str]], perintah: str) -> None:
        for tabel, nama in pemicu:
            kursor.execute(f"ALTER TABLE {tabel} {perintah} TRIGGER {connection.ops.quote_name(nama)}")

    def sekaligus(self, *pekerjaan: Callable[[], object]) -> list[object]:
        """Run the given functions at the same time, each on its own connection; results, or the exceptions raised."""
        hasil: list[object] = [None] * len(pekerjaan)
        palang = threading.Barrier(len(pekerjaan))

        def jalan(urut: int) -> None:
            try:
                palang.wait(20)
                hasil[urut] = pekerjaan[urut]()
            except Exception as galat:
                hasil[urut] = galat
            finally:
                connection.close()

        benang = [threading.Thread(target=jalan, args=(urut,)) for urut in range(len(pekerjaan))]
        for satu in benang:
            satu.start()
        for satu in benang:
            satu.join(60)
        return hasil
