"""Events that are over, with their participants, for the tests of what follows them."""

from __future__ import annotations

import itertools
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from django.db.backends.postgresql.psycopg_any import DateTimeTZRange

from pelatihan.enums.kehadiran import CaraHadir
from pelatihan.models import Kegiatan, Kehadiran, Pendaftaran, Program, SesiKegiatan
from pelatihan.perhitungan.kegiatan import StatusKegiatan, StatusPendaftaran
from rakumpit.organisasi.models import Pegawai, Pengguna, UnitKerja
from rakumpit.waktu import WIB

_urut = itertools.count(1)


def kegiatan_usai(
    unit: UnitKerja,
    oleh: Pengguna,
    *peserta: Pegawai,
    hadir: bool = True,
    jp: Decimal | None = None,
    sesi: tuple[str, ...] = ("2026-08-03", "2026-08-04"),
    **ubah: Any,
) -> Kegiatan:
    """An event of two days in August 2026 that stands at its evaluation; ``peserta`` were there, or not."""
    kegiatan = Kegiatan.objects.create(
        **{
            "program": Program.objects.get(kode="sikap-melayani"),
            "unit": unit,
            "judul": f"Melatih sapaan {next(_urut)}",
            "status": StatusKegiatan.EVALUASI.value,
            "jp": jp,
            "dibuat_oleh": oleh,
        }
        | ubah
    )
    for hari in sesi:
        mulai = datetime.fromisoformat(f"{hari}T08:00").replace(tzinfo=WIB)
        waktu = DateTimeTZRange(mulai, mulai + timedelta(hours=4))
        SesiKegiatan.objects.create(kegiatan=kegiatan, judul="Sesi", waktu=waktu, waktu_ruang=waktu, istirahat_menit=15)
    for satu in peserta:
        ikut(kegiatan, satu, oleh, hadir=hadir)
    return kegiatan


def ikut(
    kegiatan: Kegiatan, pegawai: Pegawai, oleh: Pengguna, *, hadir: bool = True, sesi: int | None = None, **ubah: Any
) -> Pendaftaran:
    """A participant who was present in all sessions, in the first ``sesi`` of them, or in none."""
    daftar: Pendaftaran = Pendaftaran.objects.create(
        kegiatan=kegiatan,
        pegawai=pegawai,
        status=StatusPendaftaran.TERDAFTAR.value,
        didaftarkan_oleh=oleh,
        **ubah,
    )
    for satu in list(kegiatan.sesi.order_by("waktu"))[: sesi if hadir else 0]:
        Kehadiran.objects.create(
            pendaftaran=daftar, sesi=satu, cara=CaraHadir.KERTAS.value, datang=satu.mulai, dicatat_oleh=oleh
        )
    return daftar
