"""Obstacles and requests of the office of named people."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from kinerja.models import PermintaanDukungan
from kinerja.proses.dukungan import batalkan_permintaan, jawab_permintaan, minta_dukungan, penuhi_permintaan
from kinerja.proses.kendala import catat_kendala, tutup_kendala

if TYPE_CHECKING:
    from tests.dasar import KantorBernama


def isi_dukungan(k: KantorBernama) -> None:
    """Of *pegawai*: an open obstacle, one with an open request, a closed one, and requests in every state."""
    oleh, atasan = k.orang["pegawai"], k.orang["atasan"]
    indikator = k.kantor.indikator[k.pegawai.pk]
    for nama, urut in (("kendala", 1), ("kendala_diminta", 2), ("kendala_selesai", 3)):
        kendala = catat_kendala(
            oleh=oleh,
            rencana=None,
            indikator=indikator,
            jenis="alat",
            uraian=f"Pencetak rusak {urut}.",
            sejak=date(2026, 9, urut),
        )
        k.objek[nama] = (kendala.uuid,)
        k.contoh[nama] = kendala
    tutup_kendala(kendala=k.contoh["kendala_selesai"], oleh=oleh, catatan="Pencetak diperbaiki.")
    for nama, tentang in (
        ("dukungan", k.contoh["kendala_diminta"]),
        ("dukungan_janji", None),
        ("dukungan_lewat", None),
        ("dukungan_tolak", None),
        ("dukungan_dipenuhi", None),
        ("dukungan_batal", None),
    ):
        permintaan = minta_dukungan(oleh=oleh, kendala=tentang, jenis="alat", uraian=f"Satu pencetak ({nama}).")
        k.objek[nama] = (permintaan.uuid,)
        k.contoh[nama] = permintaan
    for nama, jawaban in (
        ("dukungan_janji", "disetujui"),
        ("dukungan_lewat", "disetujui"),
        ("dukungan_tolak", "ditolak"),
        ("dukungan_dipenuhi", "disetujui"),
    ):
        jawab_permintaan(
            permintaan=k.contoh[nama],
            oleh=atasan,
            jawaban=jawaban,
            alasan="Menurut anggaran.",
            dijanjikan=date(2026, 9, 30),
        )
    penuhi_permintaan(permintaan=k.contoh["dukungan_dipenuhi"], oleh=oleh)
    batalkan_permintaan(permintaan=k.contoh["dukungan_batal"], oleh=oleh, alasan="Sudah dipinjami kelurahan.")
    # Promised for a day that has passed.
    PermintaanDukungan.objects.filter(pk=k.contoh["dukungan_lewat"].pk).update(dijanjikan=date(2026, 9, 14))
