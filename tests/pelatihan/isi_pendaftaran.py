"""Events with sessions for the tests of registration."""

from __future__ import annotations

import itertools
from datetime import datetime, timedelta
from typing import Any

from django.db.backends.postgresql.psycopg_any import DateTimeTZRange

from pelatihan.models import Kegiatan, Program, SesiKegiatan
from pelatihan.perhitungan.kegiatan import StatusKegiatan
from rakumpit.organisasi.models import UnitKerja
from rakumpit.waktu import WIB

_urut = itertools.count(1)
MULAI = datetime(2026, 10, 5, 8, 0, tzinfo=WIB)


def buat_sesi(kegiatan: Kegiatan, mulai: datetime = MULAI, jam: int = 3, **ubah: Any) -> SesiKegiatan:
    waktu = DateTimeTZRange(mulai, mulai + timedelta(hours=jam))
    isian: dict[str, Any] = {"judul": "Pertemuan", "waktu": waktu, "waktu_ruang": waktu}
    return SesiKegiatan.objects.create(kegiatan=kegiatan, **(isian | ubah))


def buka_kegiatan(
    unit: UnitKerja, kuota: int | None = None, *, mulai: datetime | None = MULAI, **ubah: Any
) -> Kegiatan:
    """An event that takes registrations without the superior, with one session of three hours."""
    isian: dict[str, Any] = {
        "program": Program.objects.get(kode="sikap-melayani"),
        "unit": unit,
        "judul": f"Kegiatan {next(_urut)}",
        "kuota_maks": kuota,
        "perlu_persetujuan": False,
        "status": StatusKegiatan.PENDAFTARAN.value,
    }
    kegiatan = Kegiatan.objects.create(**(isian | ubah))
    if mulai is not None:
        buat_sesi(kegiatan, mulai)
    return kegiatan
