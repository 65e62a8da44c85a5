"""The counter in the office of the named people: a service of the seksi, a visit under way, a finished one, a code."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from survei import proses
from survei.enums.standar import KOMPONEN_PENYAMPAIAN
from survei.proses.standar import simpan_draf, terbitkan_standar
from tests import pabrik

if TYPE_CHECKING:
    from tests.dasar import KantorBernama


def isi_loket(k: KantorBernama) -> None:
    """Call it while the clock stands; needs the surveys."""
    layanan = pabrik.buat_layanan(k.kantor.seksi, nama="Surat keterangan usaha")
    k.survei["survei_terbuka"].layanan.add(layanan)
    petugas = k.pegawai.pengguna
    assert petugas is not None
    berjalan, selesai = (proses.mulai_pelayanan(layanan=layanan, oleh=petugas, kiriman=UUID(int=i)) for i in (1, 2))
    hasil = proses.selesaikan_pelayanan(pelayanan=selesai, oleh=petugas, kiriman=UUID(int=3))
    draf = pabrik.buat_layanan(k.kantor.seksi, nama="Surat pengantar")
    for satu in (layanan, draf):
        standar = simpan_draf(
            layanan=satu,
            oleh=k.kantor.pengelola,
            mulai=date(2026, 1, 1),
            menit=20,
            komponen=dict.fromkeys(KOMPONEN_PENYAMPAIAN, "Tertulis"),
            terverifikasi=False,
        )
        if satu is layanan:
            terbitkan_standar(standar=standar, oleh=k.kantor.pengelola)
    k.contoh["layanan_loket"] = layanan
    k.objek |= {
        "layanan_berstandar": (layanan.uuid,),
        "layanan_draf": (draf.uuid,),
        "pelayanan_berjalan": (berjalan.uuid,),
        "pelayanan_selesai": (selesai.uuid,),
        "kode_survei": (hasil.kode,),
        "kode_mati": ("7K3MACDE",),
    }
