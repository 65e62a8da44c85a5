"""The trace of an import: what a row was before and after, and the way back."""

from __future__ import annotations

import json
from typing import Any

from django.apps import apps
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection, models
from django.db.models import ProtectedError

from rakumpit.organisasi.models import Pengguna
from rakumpit.organisasi.permissions import boleh_kelola_organisasi

# What an undo may touch, and the fields that it compares and restores.
MEDAN = {
    "organisasi.pengguna": (
        "nip",
        "nama",
        "email",
        "is_active",
        "admin_teknis",
        "pengelola",
        "pemeriksa",
        "last_login",
    ),
    "organisasi.pegawai": (
        "pengguna_id",
        "siasn_id",
        "nama",
        "status",
        "golongan",
        "tanggal_lahir",
        "mulai",
        "selesai",
        "catatan",
    ),
    "organisasi.jabatan": ("unit_id", "nama", "urut", "jenis", "memimpin"),
    "organisasi.penugasan": ("pegawai_id", "jabatan_id", "sifat", "mulai", "selesai", "dasar"),
}


def hanya_pengelola(oleh: Pengguna | None) -> None:
    if oleh is not None and not boleh_kelola_organisasi(oleh):
        raise PermissionDenied("Hanya pengelola kinerja yang mengimpor pegawai.")


def kunci() -> None:
    """One import at a time, until the end of the transaction."""
    with connection.cursor() as kursor:
        kursor.execute("SELECT pg_advisory_xact_lock(hashtext('organisasi.impor_pegawai'))")


def potret(objek: models.Model) -> dict[str, Any]:
    """Values of a row as JSON has them."""
    nilai = {nama: getattr(objek, nama) for nama in MEDAN[objek._meta.label_lower]}
    hasil: dict[str, Any] = json.loads(json.dumps(nilai, cls=DjangoJSONEncoder))
    return hasil


def urungkan_satu(langkah: dict[str, Any]) -> None:
    model = apps.get_model(langkah["model"]) if langkah["model"] in MEDAN else None
    objek = model._default_manager.select_for_update().filter(pk=langkah["pk"]).first() if model else None
    # Traces of older imports know fewer fields: what they do not name was not theirs to change.
    kini = {nama: nilai for nama, nilai in potret(objek).items() if nama in langkah["sesudah"]} if objek else None
    if objek is None or kini != langkah["sesudah"]:
        raise ValidationError(
            f"Tidak dapat diurungkan: «{objek or langkah['model']}» sudah diubah sesudah impor. Perbaiki satu per satu."
        )
    try:
        if langkah["sebelum"] is None:
            objek.delete()
        else:
            medan_baris = {satu.attname: satu for satu in objek._meta.concrete_fields}
            for nama, nilai in langkah["sebelum"].items():
                medan = medan_baris[nama]
                setattr(objek, nama, nilai if medan.is_relation else medan.to_python(nilai))
            objek.save()
    except ProtectedError as galat:
        raise ValidationError(
            f"Tidak dapat diurungkan: «{objek}» sudah dipakai sesudah impor (misalnya kode masuk, SKP, atau mutasi)."
        ) from galat
