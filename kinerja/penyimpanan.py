"""Writing many evaluations at once: the only raw SQL on the way of a score."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterable, Mapping
from io import StringIO
from typing import Any

from django.db import connection, models

from kinerja.enums import StatusEvaluasi
from kinerja.models import Evaluasi

KUNCI = ("pegawai", "periode", "revisi")
# Compared and overwritten; a row in which none of them differs is not written at all, so that an unchanged second
# run leaves version, time and run as they were.
TERHITUNG = (
    *("aturan", "skema", "unit", "unit_nama", "jabatan_nama", "golongan"),
    *("penilai", "penilai_luar", "penilai_nama", "penilai_jabatan"),
    *("nilai_hasil", "nilai_perilaku", "nilai_kinerja", "usulan_hasil", "usulan_perilaku", "usulan_predikat"),
    *("tidak_dinilai", "bahan", "rincian"),
)
_TABEL_SEMENTARA = "evaluasi_masuk"
_LOLOS = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})


def simpan_baris(baris: Iterable[Mapping[str, Any]]) -> list[tuple[int, str]]:
    """Insert or update evaluations; returns (pegawai_id, status) of the rows that were written.

    Each mapping holds ``KUNCI``, ``run`` and ``TERHITUNG`` as primary keys and plain values. Call it inside a
    transaction. What happens to a row that is already there:

    * *ditetapkan*: never touched (the trigger of migration 0002 would refuse it as well);
    * nothing differs: not touched;
    * *menunggu*: overwritten, ``versi`` + 1;
    * *diputus*: the proposal is overwritten and the decision stays. Only a decision that followed the old proposal
      without a reason of its own is withdrawn (back to *menunggu*) when the proposal changes: the official has
      agreed with something that no longer holds, and no reason is invented in that official's name.
    """
    nama_kolom, isi = _salinan(baris)
    meta = Evaluasi._meta
    tabel = connection.ops.quote_name(meta.db_table)
    kolom = ", ".join(nama_kolom)
    kunci = ", ".join(_kolom(nama) for nama in KUNCI)
    terhitung = [_kolom(nama) for nama in TERHITUNG]
    ditarik = (
        f"e.status = '{StatusEvaluasi.DIPUTUS.value}' AND e.alasan = '' AND "
        "(e.rating_hasil, e.rating_perilaku) IS DISTINCT FROM (EXCLUDED.usulan_hasil, EXCLUDED.usulan_perilaku)"
    )
    ubah = [f"{nama} = EXCLUDED.{nama}" for nama in (_kolom("run"), *terhitung)]
    ubah += [f"{nama} = CASE WHEN {ditarik} THEN '' ELSE e.{nama} END" for nama in _KEPUTUSAN]
    ubah += [
        f"{nama} = CASE WHEN {ditarik} THEN NULL ELSE e.{nama} END" for nama in ("diputus_oleh_id", "diputus_pada")
    ]
    ubah += [
        f"status = CASE WHEN {ditarik} THEN '{StatusEvaluasi.MENUNGGU.value}' ELSE e.status END",
        "versi = e.versi + 1",
        "dihitung_pada = statement_timestamp()",
    ]
    lama = ", ".join(f"e.{nama}" for nama in terhitung)
    baru = ", ".join(f"EXCLUDED.{nama}" for nama in terhitung)
    # Every name in these statements comes from the model's own definition, never from input.
    sementara = f"CREATE TEMP TABLE {_TABEL_SEMENTARA} ON COMMIT DROP AS SELECT {kolom} FROM {tabel} WITH NO DATA"  # noqa: S608 - names of the model
    gabung = f"""
        INSERT INTO {tabel} AS e ({kolom}) SELECT {kolom} FROM {_TABEL_SEMENTARA}
        ON CONFLICT ({kunci}) DO UPDATE SET {", ".join(ubah)}
        WHERE e.status <> '{StatusEvaluasi.DITETAPKAN.value}' AND ({lama}) IS DISTINCT FROM ({baru})
        RETURNING {_kolom("pegawai")}, status
    """  # noqa: S608 - names of the model
    with connection.cursor() as kursor:
        kursor.execute(sementara)
        kursor.copy_expert(f"COPY {_TABEL_SEMENTARA} ({kolom}) FROM STDIN", isi)
        kursor.execute(gabung)
        hasil = [(pegawai_id, status) for pegawai_id, status in kursor.fetchall()]
        kursor.execute(f"DROP TABLE {_TABEL_SEMENTARA}")
    return hasil


_KEPUTUSAN = ("rating_hasil", "rating_perilaku", "predikat")


def _kolom(nama: str) -> str:
    return next(str(satu.column) for satu in Evaluasi._meta.concrete_fields if satu.name == nama)


def _salinan(baris: Iterable[Mapping[str, Any]]) -> tuple[list[str], StringIO]:
    """Column names and the rows in COPY text form; fields that the caller does not name take the model's default."""
    medan = [
        satu
        for satu in Evaluasi._meta.concrete_fields
        if not satu.primary_key and not satu.generated and satu.name != "dihitung_pada"
    ]
    # Written once, not once per row: about half of the columns of a new proposal hold their default.
    bawaan = [(satu.name, _teks_copy(_nilai_bawaan(satu))) for satu in medan]
    isi = StringIO()
    for satu in baris:
        kode = str(uuid.uuid4())
        sel = [
            kode if nama == "uuid" else _teks_copy(satu[nama]) if nama in satu else kosong for nama, kosong in bawaan
        ]
        isi.write("\t".join(sel) + "\n")
    isi.seek(0)
    return [str(satu.column) for satu in medan], isi


def _nilai_bawaan(medan: models.Field[Any, Any]) -> object:
    if medan.has_default():
        return medan.get_default()
    return None if medan.null else ""


def _teks_copy(nilai: object) -> str:
    if nilai is None:
        return "\\N"
    if isinstance(nilai, bool):
        return "t" if nilai else "f"
    if isinstance(nilai, (dict, list)):
        # JSON text holds no raw tab or line break.
        return _JSON(nilai).replace("\\", "\\\\")
    teks = str(nilai)
    return teks if teks.isalnum() else teks.translate(_LOLOS)


_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False).encode
