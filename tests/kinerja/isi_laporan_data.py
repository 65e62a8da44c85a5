"""Reports of wrong data of the office of named people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kinerja.proses.laporan_data import cabut_laporan, jawab_laporan, laporkan_data

if TYPE_CHECKING:
    from tests.dasar import KantorBernama


def isi_laporan_data(k: KantorBernama) -> None:
    """Of *pegawai*: a report in every state."""
    oleh, pengelola = k.orang["pegawai"], k.kantor.pengelola
    for nama, hal in (
        ("laporan_data_diperbaiki", "pangkat"),
        ("laporan_data_tidak", "tmt"),
        ("laporan_data_dicabut", "unit"),
        ("laporan_data", "atasan"),
    ):
        laporan = laporkan_data(oleh=oleh, hal=hal, seharusnya="Menurut SK nomor 12/2026.")
        k.objek[nama] = (laporan.uuid,)
        k.contoh[nama] = laporan
    for nama, jawaban in (("laporan_data_diperbaiki", "diperbaiki"), ("laporan_data_tidak", "tidak")):
        jawab_laporan(laporan=k.contoh[nama], oleh=pengelola, jawaban=jawaban, uraian="Menurut SK.")
    cabut_laporan(laporan=k.contoh["laporan_data_dicabut"], oleh=oleh)
