"""Innovations and coaching sessions of the office of named people."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from kinerja.proses.bimbingan import catat_bimbingan, tanggapi_bimbingan
from kinerja.proses.inovasi import catat_hasil_coba, mulai_coba, usulkan_inovasi, verifikasi_inovasi

if TYPE_CHECKING:
    from tests.dasar import KantorBernama

_HARI = date(2026, 9, 15)


def isi_inovasi(k: KantorBernama) -> None:
    """Of *pegawai*: an idea in every state and one that was verified; two coaching sessions."""
    oleh, atasan = k.orang["pegawai"], k.orang["atasan"]
    for nama, langkah in (("ide", 0), ("dicoba", 1), ("tidak", 2), ("berhasil", 2), ("diverifikasi", 3)):
        inovasi = usulkan_inovasi(oleh=oleh, judul=f"Papan nomor {nama}", masalah="Warga menunggu.", gagasan="Papan.")
        if langkah >= 1:
            mulai_coba(inovasi=inovasi, oleh=oleh, sejak=_HARI)
        if langkah >= 2:
            catat_hasil_coba(
                inovasi=inovasi,
                versi=inovasi.versi,
                oleh=oleh,
                berhasil=nama != "tidak",
                hasil="Lebih cepat.",
                ukuran="Waktu tunggu",
                sebelum=Decimal(45),
                sesudah=Decimal(12),
            )
        if langkah >= 3:
            verifikasi_inovasi(inovasi=inovasi, oleh=atasan, catatan="Buku agenda.", versi=2)
        k.objek[f"inovasi_{nama}"] = (inovasi.uuid,)
    for nama in ("bimbingan", "bimbingan_ditanggapi"):
        bimbingan = catat_bimbingan(
            pegawai=k.pegawai, oleh=atasan, tanggal=_HARI, topik=f"Melayani {nama}", ringkasan="umpan-balik-rahasia-45"
        )
        k.objek[nama] = (bimbingan.uuid,)
    tanggapi_bimbingan(bimbingan=bimbingan, oleh=oleh, tanggapan="Membantu.")
