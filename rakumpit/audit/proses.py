"""Refused access to what belongs to a person: in the same trail as what was done."""

from __future__ import annotations

import time
from functools import cache
from typing import TYPE_CHECKING
from uuid import UUID

from django.apps import apps
from django.contrib.auth import get_user_model
from django.core.cache import cache as simpanan
from django.db import connection, models

from rakumpit.audit.models import CatatanAudit, catat
from rakumpit.model_dasar import ModelBerkode

if TYPE_CHECKING:
    from rakumpit.organisasi.models import Pengguna

BACA, TULIS, BERLEBIH = "akses.ditolak.baca", "akses.ditolak.tulis", "akses.ditolak.berlebih"
# Entries of one account within a clock hour; one more says that the rest was left out. No link of the pages leads to a
# refusal, so that honest work hardly makes one.
BATAS = 30
_JAM = 3600


def catat_penolakan(*, pelaku: Pengguna, tulis: bool, halaman: str, objek: UUID | models.Model) -> CatatanAudit | None:
    """Write that an account was refused a page about an object; None when there is nothing to write.

    ``objek``: the row, or its code. Nothing is written about codes that no row has, about rows that lead to nobody
    (units, periods, surveys), a second time within the hour, or above ``BATAS``; requests at the same moment may add a
    few entries more. A refusal also stands for a page that this object does not have in its state.
    """
    kode = objek.pk if isinstance(objek, models.Model) else objek
    tanda = f"{'tulis' if tulis else 'baca'} {halaman} {kode}"
    kunci = f"audit.penolakan.{pelaku.pk}.{int(time.time()) // _JAM}"
    tercatat: list[str] = simpanan.get(kunci, [])
    if tanda in tercatat or len(tercatat) > BATAS:
        return None
    baris = objek if isinstance(objek, models.Model) else _cari(objek)
    if baris is None or not _milik_orang(type(baris)):
        return None
    if len(tercatat) == BATAS:
        catatan = catat(pelaku=pelaku, aksi=BERLEBIH, objek=pelaku, keterangan="sisanya dalam jam ini tidak dicatat")
    else:
        catatan = catat(pelaku=pelaku, aksi=TULIS if tulis else BACA, objek=baris, keterangan=halaman)
    simpanan.set(kunci, [*tercatat, tanda], _JAM)
    return catatan


def _cari(kode: UUID) -> models.Model | None:
    """An unsaved row with its model and code, if there is such a row about a person; one query over all tables."""
    with connection.cursor() as kursor:
        kursor.execute(_perintah_cari(), {"kode": kode})
        ada = kursor.fetchone()
    return apps.get_model(ada[0])(uuid=kode) if ada else None


@cache
def _perintah_cari() -> str:
    """The statement of that query: to compose it takes many times longer than to run it."""
    kutip = connection.ops.quote_name
    return " UNION ALL ".join(
        f"SELECT '{satu._meta.label_lower}' FROM {kutip(satu._meta.db_table)} WHERE uuid = %(kode)s"  # noqa: S608 - names of models
        for satu in apps.get_models()
        if issubclass(satu, ModelBerkode) and _milik_orang(satu)
    )


@cache
def _milik_orang(model: type[models.Model]) -> bool:
    """Whether the rows lead to an account by their own foreign keys, through other rows or not."""
    lihat, antre = set[type[models.Model]](), [model]
    while antre:
        satu = antre.pop()
        if satu is get_user_model():
            return True
        if satu not in lihat:
            lihat.add(satu)
            tujuan = (medan.related_model for medan in satu._meta.concrete_fields)
            antre += [lain for lain in tujuan if lain is not None]
    return False
