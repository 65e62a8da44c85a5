"""An event of today with sessions and participants, for the tests of attendance, tests and feedback."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.backends.postgresql.psycopg_any import DateTimeTZRange

from pelatihan.models import Kegiatan, Pendaftaran, Program, SesiKegiatan
from pelatihan.perhitungan.kegiatan import StatusKegiatan, StatusPendaftaran
from rakumpit.organisasi.models import Pegawai, Pengguna, UnitKerja


@dataclass(frozen=True, slots=True)
class Acara:
    kegiatan: Kegiatan
    sesi: list[SesiKegiatan]
    peserta: list[Pendaftaran]


def buat_acara(
    unit: UnitKerja,
    oleh: Pengguna,
    orang: Sequence[Pegawai],
    *,
    mulai: datetime,
    sesi: int = 1,
    menit: int = 60,
    **ubah: Any,
) -> Acara:
    """Running, with sessions one after the other from ``mulai`` on and a seat for each of these people."""
    isian: dict[str, Any] = {
        "program": Program.objects.get(kode="mengapa-kinerja"),
        "unit": unit,
        "judul": "Mengapa kinerja dikelola, angkatan rekaan",
        "status": StatusKegiatan.BERLANGSUNG.value,
        "dibuat_oleh": oleh,
    }
    kegiatan = Kegiatan.objects.create(**(isian | ubah))
    semua = []
    for n in range(sesi):
        awal = mulai + timedelta(minutes=n * menit)
        waktu: Any = DateTimeTZRange(awal, awal + timedelta(minutes=menit))
        semua.append(
            SesiKegiatan.objects.create(kegiatan=kegiatan, judul=f"Sesi {n + 1}", waktu=waktu, waktu_ruang=waktu)
        )
    peserta = [
        Pendaftaran.objects.create(
            kegiatan=kegiatan, pegawai=satu, status=StatusPendaftaran.TERDAFTAR.value, didaftarkan_oleh=oleh
        )
        for satu in orang
    ]
    return Acara(kegiatan, semua, peserta)
