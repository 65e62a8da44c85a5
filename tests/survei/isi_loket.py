"""The counter in the office of the named people: a service of the seksi, a visit under way, a finished one, a code."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from rakumpit.waktu import WIB
from survei import proses
from survei.enums.saluran import JenisTitik
from survei.enums.standar import KOMPONEN_PENYAMPAIAN
from survei.models import PelayananLoket
from survei.proses.standar import simpan_draf, terbitkan_standar
from survei.proses.titik import buat_titik, ubah_titik
from tests import pabrik

if TYPE_CHECKING:
    from tests.dasar import KantorBernama


def isi_loket(k: KantorBernama) -> None:
    """Call it while the clock stands; needs the surveys."""
    layanan = pabrik.buat_layanan(k.kantor.seksi, nama="Surat keterangan usaha")
    k.survei["survei_terbuka"].layanan.add(layanan)
    petugas = k.pegawai.pengguna
    assert petugas is not None
    berjalan, selesai, batal = (
        proses.mulai_pelayanan(layanan=layanan, oleh=petugas, kiriman=UUID(int=i)) for i in (1, 2, 5)
    )
    proses.batalkan_pelayanan(pelayanan=batal, oleh=petugas, alasan="Salah pilih layanan.")
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
    # A service of the period before the draft, so that its N has something to be taken from.
    PelayananLoket.objects.create(
        layanan=k.survei["survei_draf"].layanan.get(),
        unit=k.kantor.seksi,
        petugas=petugas,
        kiriman=UUID(int=4),
        hari=date(2025, 7, 1),
        mulai=datetime(2025, 7, 1, 9, 0, tzinfo=WIB),
        selesai=datetime(2025, 7, 1, 9, 20, tzinfo=WIB),
    )
    titik, kios = (
        buat_titik(
            kiriman=uuid4(),
            survei=k.survei["survei_terbuka"],
            nama="Loket 1",
            jenis=jenis,
            layanan=None,
            pin=pin,
            oleh=k.kantor.pengelola,
        )
        for jenis, pin in ((JenisTitik.QR, ""), (JenisTitik.KIOS, "483920"))
    )
    for nama, jenis, pin in (("titik_mati", JenisTitik.QR, ""), ("kios_mati", JenisTitik.KIOS, "483920")):
        mati = buat_titik(
            kiriman=uuid4(),
            survei=k.survei["survei_terbuka"],
            nama="Loket lama",
            jenis=jenis,
            layanan=None,
            pin=pin,
            oleh=k.kantor.pengelola,
        )
        ubah_titik(titik=mati, nama=mati.nama, layanan=None, aktif=False, pin="", oleh=k.kantor.pengelola)
        k.objek[nama] = (mati.kode if pin else mati.uuid,)
    k.contoh["layanan_loket"] = layanan
    k.objek |= {
        "titik": (titik.uuid,),
        "titik_kode": (titik.kode,),
        "kios": (kios.kode,),
        "layanan_berstandar": (layanan.uuid,),
        "layanan_draf": (draf.uuid,),
        "pelayanan_berjalan": (berjalan.uuid,),
        "pelayanan_selesai": (selesai.uuid,),
        "pelayanan_batal": (batal.uuid,),
        "kode_survei": (hasil.kode,),
        "kode_mati": ("7K3MACDE",),
    }
