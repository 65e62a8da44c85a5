"""A Plh. of *atasan* for the tables of rights."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from kinerja.proses.plh import tunjuk_plh
from rakumpit.organisasi.models import Jabatan
from tests import pabrik
from tests.kinerja.kantor import akun

if TYPE_CHECKING:
    from tests.dasar import KantorBernama


def isi_plh(k: KantorBernama) -> None:
    baru = tunjuk_plh(
        jabatan=Jabatan.objects.get(unit=k.kantor.seksi, memimpin=True),
        # Somebody of whom no other line speaks: the post of *pegawai* can be ended any day.
        pegawai=pabrik.buat_pegawai(k.kantor.seksi, nama="Pelaksana Harian"),
        mulai=date(2026, 12, 1),
        selesai=date(2026, 12, 5),
        dasar="Cuti",
        oleh=akun(k.kantor.kasi),
    )
    k.objek["plh"] = (baru.uuid,)
