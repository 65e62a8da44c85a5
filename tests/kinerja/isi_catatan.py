"""Daily notes for the tables of rights: of *pegawai*, one on an open day, one on a day whose evaluation is final."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from uuid import uuid4

from kinerja.models import CatatanHarian
from kinerja.proses.catatan import IsiCatatan, tulis_catatan
from tests.kinerja.kantor import akun

if TYPE_CHECKING:
    from tests.dasar import KantorBernama


def isi_catatan(k: KantorBernama) -> None:
    oleh = akun(k.pegawai)
    satu = tulis_catatan(
        pegawai=k.pegawai,
        oleh=oleh,
        kiriman_id=uuid4(),
        isi=IsiCatatan(date(2026, 9, 14), "catatan-rahasia-42", None, k.kantor.indikator[k.pegawai.pk]),
    )
    # As it was written before the evaluation of its period became final.
    final = CatatanHarian.objects.create(
        pegawai=k.pegawai,
        kiriman_id=uuid4(),
        tanggal=date(2026, 2, 2),
        uraian="catatan-rahasia-42",
        diisi_oleh=oleh,
    )
    k.objek |= {"catatan": (satu.uuid,), "catatan_final": (final.uuid,), "orang_pegawai": (k.pegawai.uuid,)}
