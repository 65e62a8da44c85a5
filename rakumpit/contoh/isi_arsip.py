"""Results of older schemes of a few people of the sample office, from invented letters."""

from __future__ import annotations

from datetime import date

from kinerja.enums.arsip import SkemaArsip
from kinerja.proses.arsip import catat_arsip
from rakumpit.contoh.isi_organisasi import pegawai_bernomor
from rakumpit.organisasi.models import Pengguna

# Year, scheme, number and words as printed.
_HASIL = (
    (2019, SkemaArsip.PP_46_2011, "86,10", "Baik"),
    (2020, SkemaArsip.PP_30_2019, "92,35", "Baik"),
    (2021, SkemaArsip.PP_30_2019, "", "Baik"),
)
_NOMOR = (1, 7, 18)


def isi_arsip(*, pengelola: Pengguna) -> None:
    """Three years each for the camat, a head of a section and a member of staff."""
    pegawai = pegawai_bernomor()
    for nomor in _NOMOR:
        for tahun, skema, nilai, sebutan in _HASIL:
            catat_arsip(
                pegawai=pegawai[nomor],
                oleh=pengelola,
                mulai=date(tahun, 1, 1),
                selesai=date(tahun, 12, 31),
                skema=skema.value,
                nilai=nilai,
                sebutan=sebutan,
                sumber=f"CONTOH/{nomor}/{tahun}",
            )
