"""Many reads in few statements, for pages that gather from everywhere.

A *bacaan* is a generator: it yields the value lists that it needs, gets their rows back, and returns its result::

    def tugas_dialog(pengguna: Pengguna) -> Bacaan[list[Tugas]]:
        (baris,) = yield [DialogKinerja.objects.menunggu(pengguna).values_list("uuid", "tanggal")]
        return [Tugas(f"Sahkan dialog {tanggal}", ...) for uuid, tanggal in baris]

``bersama`` runs many of them side by side: what all of them need next goes to the database as one statement. A page
costs as many statements as its longest bacaan has steps, however many of them it shows. ``baca`` runs one to its end.
"""

from __future__ import annotations

import json
from collections.abc import Generator, Iterable, Sequence
from decimal import Decimal
from typing import Any, TypeAlias, TypeVar

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import Count, IntegerField, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

T = TypeVar("T")
Kueri: TypeAlias = Sequence[QuerySet[Any, Any]]
Baris: TypeAlias = list[tuple[Any, ...]]
Bacaan: TypeAlias = Generator[Kueri, list[Baris], T]


def baca(bacaan: Bacaan[T]) -> T:
    """Run a bacaan to its end; one statement for each of its steps."""
    try:
        kueri = next(bacaan)
        while True:
            kueri = bacaan.send(ambil(kueri))
    except StopIteration as selesai:
        hasil: T = selesai.value
        return hasil


def bersama(semua: Iterable[Bacaan[Any]]) -> Bacaan[list[Any]]:
    """Run these side by side, step by step; their results in the same order."""
    daftar = list(semua)
    hasil: list[Any] = [None] * len(daftar)
    jawaban: dict[int, list[Baris] | None] = dict.fromkeys(range(len(daftar)))
    while jawaban:
        perlu: dict[int, Kueri] = {}
        for urut, baris in jawaban.items():
            try:
                perlu[urut] = next(daftar[urut]) if baris is None else daftar[urut].send(baris)
            except StopIteration as selesai:
                hasil[urut] = selesai.value
        if not perlu:
            break
        datang = iter((yield [satu for kueri in perlu.values() for satu in kueri]))
        jawaban = {urut: [next(datang) for _ in kueri] for urut, kueri in perlu.items()}
    return hasil


def ambil(kueri: Kueri) -> list[Baris]:
    """Rows of each of these ``values_list`` querysets, in their own order, by one statement.

    The database returns the rows of each as one JSON array; every value is read by the field of its column, so dates,
    UUIDs and exact numbers come back as from the queryset itself.
    """
    if len(kueri) == 1:
        return [list(kueri[0])]
    bagian: list[str] = []
    params: list[Any] = []
    medan: list[list[Any]] = []
    for satu in kueri:
        penyusun = satu.query.get_compiler(connection=connection)
        try:
            sql, isi = penyusun.as_sql()
        except EmptyResultSet:  # asks for members of an empty list
            bagian.append("'[]'")
            medan.append([])
            continue
        medan.append([kolom.output_field for kolom, _, _ in penyusun.select])
        nama = ", ".join(f"c{urut}" for urut in range(len(penyusun.select)))
        bagian.append(f"(SELECT json_agg(json_build_array({nama}))::text FROM ({sql}) AS satu({nama}))")  # noqa: S608 - Django's own SQL, values stay parameters
        params += isi
    if not params and all(satu == "'[]'" for satu in bagian):
        return [[] for _ in bagian]
    with connection.cursor() as kursor:
        kursor.execute("SELECT " + ", ".join(bagian), params)
        tiba = kursor.fetchone()
    return [_baris(teks, kolom) for teks, kolom in zip(tiba, medan, strict=True)]


def banyak(baris: QuerySet[Any, Any], kunci: str) -> Coalesce:
    """Number of rows of a correlated query by ``kunci``, 0 for none, for ``annotate``.

    Unlike a joined ``Count`` it is worked out for the rows of the page alone, not for all before the page is cut.
    """
    jumlah = baris.order_by().values(kunci).annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(jumlah), Value(0), output_field=IntegerField())


def _baris(teks: str | None, medan: list[Any]) -> Baris:
    """None: no row."""
    if teks is None:
        return []
    return [
        tuple(satu.to_python(nilai) for satu, nilai in zip(medan, baris, strict=True))
        for baris in json.loads(teks, parse_float=Decimal)
    ]
