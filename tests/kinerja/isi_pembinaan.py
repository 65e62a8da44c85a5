"""A plan to improve after a low result of *pegawai*, for the tables of rights; call it after ``isi_keberatan``."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from kinerja.proses.pembinaan import simpan_pembinaan
from tests.kinerja.kantor import akun

if TYPE_CHECKING:
    from tests.dasar import KantorBernama


def isi_pembinaan(k: KantorBernama) -> None:
    simpan_pembinaan(
        evaluasi=k.evaluasi["eval_rendah"],
        oleh=akun(k.kantor.kasi),
        mulai=date(2026, 9, 15),
        tinjau_pada=date(2026, 12, 15),
        sasaran="alasan-rahasia-41",
        langkah="Laporan diperiksa bersama setiap Jumat.",
    )
