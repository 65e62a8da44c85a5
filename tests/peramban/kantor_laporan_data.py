"""Reports of wrong data that the pages show."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.core.files.base import ContentFile

from kinerja.models import SKP
from kinerja.proses.laporan_data import jawab_laporan, laporkan_data
from kinerja.ringkasan.laporan_data import perubahan_sejak
from rakumpit.organisasi.models import Jabatan, Penugasan
from rakumpit.organisasi.proses.mutasi import tunjuk
from rakumpit.waktu import hari_ini

if TYPE_CHECKING:
    from tests.peramban.kantor import Kantor

_PDF = b"%PDF-1.4 surat"


def isi_laporan_data(kantor: Kantor) -> None:
    """Of *pegawai*: an open report from the plan with a file, and one that was answered with the change."""
    oleh, pengelola = kantor.orang["pegawai"], kantor.orang["pengelola"]
    pegawai = oleh.pegawai
    terbuka = laporkan_data(
        oleh=oleh,
        hal="atasan",
        seharusnya="Atasan saya Kepala Seksi Pelayanan Umum sejak 1 Juli, menurut SK nomor 12/2026.",
        skp=SKP.objects.get(uuid=kantor.objek["skp_setuju"][0]),
        berkas=[ContentFile(_PDF, name="SK mutasi.pdf")],
    )
    selesai = laporkan_data(oleh=oleh, hal="jabatan", seharusnya="Saya juga Plh. menurut surat nomor 15/2026.")
    kosong = Jabatan.objects.create(
        unit=Penugasan.objects.filter(pegawai=pegawai)[0].jabatan.unit, nama="Pengolah Data"
    )
    tunjuk(
        pegawai=pegawai,
        jabatan=kosong,
        sifat="plh",
        mulai=hari_ini(),
        selesai=date(hari_ini().year, 12, 31),
        dasar="15/2026",
        oleh=pengelola,
    )
    jawab_laporan(
        laporan=selesai,
        oleh=pengelola,
        jawaban="diperbaiki",
        uraian="Penunjukan sebagai Plh. dicatat.",
        perubahan_id=perubahan_sejak(selesai)[0].pk,
    )
    kantor.objek |= {"laporan_data": (terbuka.uuid,), "laporan_data_diperbaiki": (selesai.uuid,)}
