"""Rooms, speakers, events and sessions for the tests."""

from __future__ import annotations

import itertools
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from django.db.backends.postgresql.psycopg_any import DateTimeTZRange

from pelatihan.models import AnggaranKegiatan, Kegiatan, Narasumber, Program, Ruang, SeriPelatihan, SesiKegiatan
from rakumpit.organisasi.models import Pengguna, UnitKerja
from rakumpit.waktu import WIB

_urut = itertools.count(1)


def saat(hari: str, jam: str) -> datetime:
    """A moment in WIB, as in ``saat("2026-10-06", "09:00")``."""
    return datetime.fromisoformat(f"{hari}T{jam}").replace(tzinfo=WIB)


def rentang(mulai: datetime, selesai: datetime) -> Any:
    return DateTimeTZRange(mulai, selesai)


def buat_ruang(unit: UnitKerja, **ubah: Any) -> Ruang:
    return Ruang.objects.create(**({"nama": f"Ruang {next(_urut)}", "unit": unit, "kapasitas": 40} | ubah))


def buat_narasumber(**ubah: Any) -> Narasumber:
    return Narasumber.objects.create(**({"nama": f"Narasumber {next(_urut)}"} | ubah))


def buat_kegiatan(unit: UnitKerja, oleh: Pengguna | None = None, **ubah: Any) -> Kegiatan:
    """An event with free fields; without a state it is a draft."""
    isian: dict[str, Any] = {
        "program": Program.objects.get(kode="sikap-melayani"),
        "unit": unit,
        "judul": f"Melayani dengan ramah {next(_urut)}",
        "kuota_maks": 30,
        "dibuat_oleh": oleh,
    }
    return Kegiatan.objects.create(**(isian | ubah))


def buat_sesi(kegiatan: Kegiatan, mulai: datetime, menit: int = 120, **ubah: Any) -> SesiKegiatan:
    """A row as it is, without any check but the database's own."""
    waktu = rentang(mulai, mulai + timedelta(minutes=menit))
    return SesiKegiatan.objects.create(
        **({"kegiatan": kegiatan, "judul": "Sesi", "waktu": waktu, "waktu_ruang": waktu} | ubah)
    )


def buat_seri(unit: UnitKerja, **ubah: Any) -> SeriPelatihan:
    """A series of its own, without drafts."""
    isian: dict[str, Any] = {
        "nama": f"Seri {next(_urut)}",
        "program": Program.objects.get(kode="sikap-melayani"),
        "unit": unit,
        "jadwal_acuan": date(2026, 10, 1),
        "jam_mulai": time(9),
    }
    return SeriPelatihan.objects.create(**(isian | ubah))


def buat_anggaran(kegiatan: Kegiatan, **ubah: Any) -> AnggaranKegiatan:
    isian: dict[str, Any] = {"jenis": "honor", "uraian": "Honor", "rencana": Decimal(500_000)}
    return AnggaranKegiatan.objects.create(**({"kegiatan": kegiatan} | isian | ubah))
