"""Tests with several real connections at the same time."""

from __future__ import annotations

import threading
from collections.abc import Callable

from django.db import connection
from django.db.backends.utils import CursorWrapper
from django.test import TransactionTestCase


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
        connection.creation.deserialize_db_from_string(connection._test_serialized_contents)  # type: ignore[attr-defined]  # set by the test database

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
