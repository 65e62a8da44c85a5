"""A second database beside the one in use: for the rehearsal, or to take its place."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import OperationalError, connection, transaction

from rakumpit.cadangan.galat import CadanganDitolak

# What may be appended to the name of the database: for one that is thrown away, one that takes its place, and the
# replaced one until it is dropped.
UJI, PULIH, LAMA = "uji_pulih", "pulih", "sebelum_pulih"
# Where databases are renamed from: one cannot be while it is in use.
_PENGELOLA = "postgres"
# Comment on a database beside the one in use, without which it is somebody else's and never dropped.
_BUATAN_SENDIRI = "Kinerja Rakumpit: sementara, boleh dihapus"


def nama_samping(guna: str) -> str:
    """Name of a database beside the one in use: always the same, so that one that was left behind is found."""
    asli = _asli()
    nama = f"{asli}_{guna}"
    # PostgreSQL would cut a longer name, maybe to that of another database.
    return nama if len(nama.encode()) <= 63 else f"{guna}_{hashlib.sha256(asli.encode()).hexdigest()[:20]}"


def periksa_hak() -> None:
    """Raises `CadanganDitolak` unless this role may make a database and give it the name of the one in use."""
    with connection.cursor() as kursor:
        kursor.execute(
            "SELECT current_user, r.rolsuper OR r.rolcreatedb, pg_has_role(d.datdba, 'MEMBER') "
            "FROM pg_roles r, pg_database d WHERE r.rolname = current_user AND d.datname = current_database()"
        )
        peran, membuat, memiliki = kursor.fetchone()
    kutip = connection.ops.quote_name
    perintah = [] if membuat else [f"ALTER ROLE {kutip(peran)} CREATEDB;"]
    perintah += [] if memiliki else [f"ALTER DATABASE {kutip(_asli())} OWNER TO {kutip(peran)};"]
    if perintah:
        raise CadanganDitolak(
            f"Pengguna «{peran}» harus memiliki basis data «{_asli()}» dan boleh membuat yang baru, karena cadangan "
            f"dimuat di sampingnya. Sebagai admin PostgreSQL: {' '.join(perintah)} Lalu ulangi; tidak ada yang diubah."
        )


@contextmanager
def basis_data_samping(guna: str) -> Iterator[str]:
    """An empty database beside the real one, with its locale, rights and settings, gone after the block whatever
    happens in it, unless `tukar` has given it the real name."""
    nama = nama_samping(guna)
    buang_basis_data(nama)
    # Left by a restore that was killed right after the names had changed: nobody needs the old content any more.
    buang_basis_data(nama_samping(LAMA))
    with connection.cursor() as kursor:
        kursor.execute("SELECT to_jsonb(d)::text FROM pg_database d WHERE datname = current_database()")
        pilihan = _pilihan(json.loads(kursor.fetchone()[0]))
        kutip = connection.ops.quote_name(nama)
        kursor.execute(f"CREATE DATABASE {kutip} TEMPLATE template0 {pilihan}")
        kursor.execute(f"COMMENT ON DATABASE {kutip} IS {_teks_sql(_BUATAN_SENDIRI)}")
        try:
            for perintah in _hak_dan_setelan(nama):
                kursor.execute(perintah)
        except BaseException:
            buang_basis_data(nama)
            raise
    try:
        yield nama
    finally:
        buang_basis_data(nama)


def _pilihan(sifat: dict[str, Any]) -> str:
    """Locale of a database as options of CREATE DATABASE. ``sifat``: its row of pg_database, whose columns differ
    between versions of PostgreSQL."""
    lokal = sifat.get("datlocale") or sifat.get("daticulocale") or ""
    penyedia = {"i": " LOCALE_PROVIDER icu ICU_LOCALE ", "b": " LOCALE_PROVIDER builtin BUILTIN_LOCALE "}
    tambahan = penyedia.get(sifat.get("datlocprovider", "c"), "")
    return (
        f"ENCODING 'UTF8' LC_COLLATE {_teks_sql(sifat['datcollate'])} LC_CTYPE {_teks_sql(sifat['datctype'])}"
        f"{tambahan and tambahan + _teks_sql(lokal)}"
    )


def _hak_dan_setelan(nama: str) -> list[str]:
    """Statements that give database ``nama`` the rights and settings of the one in use."""
    baru = connection.ops.quote_name(nama)
    with connection.cursor() as kursor:
        kursor.execute(
            "SELECT format('GRANT %%s ON DATABASE %%s TO %%s%%s', a.privilege_type, %s, "
            "CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(a.grantee)) END, "
            "CASE WHEN a.is_grantable AND a.grantee <> d.datdba THEN ' WITH GRANT OPTION' ELSE '' END) "
            "FROM pg_database d, aclexplode(d.datacl) a WHERE d.datname = current_database()",
            [baru],
        )
        hak = [satu for (satu,) in kursor.fetchall()]
        kursor.execute(
            "SELECT format('ALTER DATABASE %%s SET %%I FROM CURRENT', %s, split_part(satu, '=', 1)) "
            "FROM pg_db_role_setting s JOIN pg_database d ON d.oid = s.setdatabase, unnest(s.setconfig) satu "
            "WHERE d.datname = current_database() AND s.setrole = 0",
            [baru],
        )
        setelan = [satu for (satu,) in kursor.fetchall()]
    return [*([f"REVOKE ALL ON DATABASE {baru} FROM PUBLIC"] if hak else []), *hak, *setelan]


def tukar(nama: str) -> None:
    """Let database ``nama`` take the name, and so the place, of the one in use, which is then dropped.

    Both names change at once or none does. Raises `CadanganDitolak` while anybody is connected to one of them.
    """
    if nama != nama_samping(PULIH):
        raise ValueError(nama)
    lama = nama_samping(LAMA)
    buang_basis_data(lama)
    kutip = connection.ops.quote_name
    asli = _asli()
    try:
        with memakai(_PENGELOLA), transaction.atomic(durable=True), connection.cursor() as kursor:
            catatan = _catatan(asli)
            kursor.execute(f"ALTER DATABASE {kutip(asli)} RENAME TO {kutip(lama)}")
            kursor.execute(f"COMMENT ON DATABASE {kutip(lama)} IS {_teks_sql(_BUATAN_SENDIRI)}")
            kursor.execute(f"ALTER DATABASE {kutip(nama)} RENAME TO {kutip(asli)}")
            kursor.execute(f"COMMENT ON DATABASE {kutip(asli)} IS {_teks_sql(catatan or '')}")
    except OperationalError as galat:
        raise CadanganDitolak(
            f"Basis data «{asli}» tidak dapat diganti: {str(galat).splitlines()[0]}. Hentikan server web, pekerja, dan "
            "penjadwal, lalu ulangi; basis data tidak berubah."
        ) from galat
    buang_basis_data(lama)


def buang_basis_data(nama: str) -> None:
    """Drop a database that a restore or rehearsal has made, or one that was broken off has left.

    Raises `CadanganDitolak` when somebody else made one of that name.
    """
    if nama not in {nama_samping(guna) for guna in (UJI, PULIH, LAMA)}:
        raise ValueError(nama)
    catatan = _catatan(nama)
    if catatan is None:
        return
    if catatan != _BUATAN_SENDIRI:
        raise CadanganDitolak(
            f"Sudah ada basis data «{nama}» yang bukan buatan perintah ini. Ganti namanya atau hapus, lalu ulangi; "
            "tidak ada yang diubah."
        )
    with connection.cursor() as kursor:
        kursor.execute(f"DROP DATABASE {connection.ops.quote_name(nama)} WITH (FORCE)")


def _catatan(nama: str) -> str | None:
    """Comment on a database, "" for none; None when there is no such database."""
    with connection.cursor() as kursor:
        kursor.execute(
            "SELECT coalesce(shobj_description(oid, 'pg_database'), '') FROM pg_database WHERE datname = %s", [nama]
        )
        baris = kursor.fetchone()
    return baris[0] if baris else None


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


def _asli() -> str:
    return str(connection.settings_dict["NAME"])


def _teks_sql(teks: str) -> str:
    """As a literal, where a statement takes no parameters."""
    return "'" + teks.replace("'", "''") + "'"
