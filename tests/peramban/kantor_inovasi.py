"""Innovations and coaching sessions that the pages show."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from kinerja.proses.bimbingan import catat_bimbingan
from kinerja.proses.inovasi import catat_hasil_coba, mulai_coba, usulkan_inovasi
from rakumpit.organisasi.models import Pegawai
from rakumpit.waktu import hari_ini

if TYPE_CHECKING:
    from tests.peramban.kantor import Kantor


def isi_inovasi(kantor: Kantor) -> None:
    oleh, hari = kantor.orang["pegawai"], hari_ini()
    ide = usulkan_inovasi(
        oleh=oleh, judul="Jadwal tanpa antre", masalah="Pagi penuh, siang kosong.", gagasan="Warga memilih jam."
    )
    berhasil = usulkan_inovasi(
        oleh=oleh, judul="Papan nomor antrean", masalah="Warga menunggu lama.", gagasan="Papan nomor di pintu."
    )
    mulai_coba(inovasi=berhasil, oleh=oleh, sejak=hari)
    catat_hasil_coba(
        inovasi=berhasil,
        versi=berhasil.versi,
        oleh=oleh,
        berhasil=True,
        hasil="Warga duduk menunggu nomornya.",
        ukuran="Waktu tunggu",
        satuan="menit",
        sebelum=Decimal(45),
        sesudah=Decimal(12),
    )
    bimbingan = catat_bimbingan(
        pegawai=Pegawai.objects.get(pengguna=oleh),
        oleh=kantor.orang["kasi"],
        tanggal=hari,
        topik="Melayani warga lanjut usia",
        ringkasan="Berlatih menyapa dan menjelaskan syarat dengan pelan.",
        tindak_lanjut="Dicoba dua minggu.",
        kompetensi=[("Pelayanan publik", 4)],
    )
    kantor.objek |= {
        "inovasi": (ide.uuid,),
        "inovasi_berhasil": (berhasil.uuid,),
        "bimbingan": (bimbingan.uuid,),
    }
