"""A Plh. of the kasi in the sample office of the browser tests."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from kinerja.proses.plh import tunjuk_plh
from rakumpit.contoh.akun import PERAN_PEGAWAI, akun_milik
from rakumpit.organisasi.models import Pegawai

if TYPE_CHECKING:
    from tests.peramban.kantor import Kantor


def isi_plh(kantor: Kantor, nomor: dict[int, Pegawai]) -> None:
    kasi = nomor[PERAN_PEGAWAI["kasi"]]
    tempat = kasi.penugasan_pada(date(2026, 11, 25))
    assert tempat is not None
    baru = tunjuk_plh(
        jabatan=tempat.jabatan,
        pegawai=nomor[PERAN_PEGAWAI["pegawai"]],
        mulai=date(2026, 12, 1),
        selesai=date(2026, 12, 5),
        dasar="Cuti tahunan",
        oleh=akun_milik(kasi),
    )
    kantor.objek["plh"] = (baru.uuid,)
