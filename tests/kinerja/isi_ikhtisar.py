"""Objects of the summaries for the office of named people."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from kinerja.models import EvaluasiArsip
from rakumpit.organisasi.models import Pegawai, UnitKerja

if TYPE_CHECKING:
    from tests.dasar import KantorBernama


def isi_ikhtisar(k: KantorBernama) -> None:
    """Units by who may read their figures: of *atasan*, of *atasan_kedua*, of another office."""
    arsip = buat_arsip(k.pegawai, dicatat_oleh=k.kantor.pengelola, sebutan="alasan-rahasia-41")
    k.objek |= {
        "arsip": (arsip.uuid,),
        "unit_seksi": (k.kantor.seksi.uuid,),
        "unit_kecamatan": (k.kantor.kecamatan.uuid,),
        "unit_lain": (UnitKerja.objects.get(nama="Kecamatan Lain").uuid,),
    }


def buat_arsip(pegawai: Pegawai, **ubah: Any) -> EvaluasiArsip:
    """A result of 2020 as a letter prints it."""
    isian: dict[str, Any] = {
        "pegawai": pegawai,
        "mulai": date(2020, 1, 1),
        "selesai": date(2020, 12, 31),
        "skema": "pp_30_2019",
        "nilai": "87,45",
        "sebutan": "Baik",
        "sumber": "800/12/2021",
    }
    return EvaluasiArsip.objects.create(**(isian | ubah))
