"""An event of today with sessions and participants, for the tests of attendance, tests and feedback."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from pelatihan.models import Kegiatan, Pendaftaran, Program, SesiKegiatan
from pelatihan.perhitungan.kegiatan import StatusKegiatan, StatusPendaftaran
from rakumpit.organisasi.models import Pegawai, Pengguna, UnitKerja
from tests.pelatihan.isi_kegiatan import buat_kegiatan, buat_sesi


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
        "judul": "Mengapa kinerja dikelola, angkatan rekaan",
        "status": StatusKegiatan.BERLANGSUNG.value,
    }
    kegiatan = buat_kegiatan(unit, oleh, **(isian | ubah))
    semua = [
        buat_sesi(kegiatan, mulai + timedelta(minutes=n * menit), menit, judul=f"Sesi {n + 1}") for n in range(sesi)
    ]
    peserta = [
        Pendaftaran.objects.create(
            kegiatan=kegiatan, pegawai=satu, status=StatusPendaftaran.TERDAFTAR.value, didaftarkan_oleh=oleh
        )
        for satu in orang
    ]
    return Acara(kegiatan, semua, peserta)
