"""Feedback in the office of named people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kinerja.proses.umpan_balik_pegawai import beri_umpan_balik, minta_umpan_balik, tanggapi_umpan_balik

if TYPE_CHECKING:
    from tests.dasar import KantorBernama


def isi_umpan_balik(k: KantorBernama) -> None:
    """Two notes of *atasan* to *pegawai*, one of them answered, and a request to *rekan*."""
    atasan, oleh = k.orang["atasan"], k.orang["pegawai"]
    for nama in ("umpan_balik", "umpan_balik_ditanggapi"):
        umpan = beri_umpan_balik(pegawai=k.pegawai, oleh=atasan, isi=f"umpan-balik-rahasia-45 {nama}")
        k.objek[nama] = (umpan.uuid,)
    tanggapi_umpan_balik(umpan_balik=umpan, oleh=oleh, tanggapan="Terima kasih.")
    rekan = k.contoh["rekan"]
    minta_umpan_balik(oleh=oleh, kepada=rekan, pertanyaan="Cara saya melayani?")
    k.objek |= {"orang_pegawai": (k.pegawai.uuid,), "orang_kasi": (k.kantor.kasi.uuid,)}
