"""Obstacles and requests for support that the pages show."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from kinerja.models import Indikator
from kinerja.proses.dukungan import jawab_permintaan, minta_dukungan
from kinerja.proses.kendala import catat_kendala
from rakumpit.waktu import hari_ini

if TYPE_CHECKING:
    from tests.peramban.kantor import Kantor


def isi_dukungan(kantor: Kantor) -> None:
    """An obstacle of *pegawai* with an open request, and a request that was promised."""
    oleh, hari = kantor.orang["pegawai"], hari_ini()
    kendala = catat_kendala(
        oleh=oleh,
        rencana=None,
        indikator=Indikator.objects.get(uuid=kantor.objek["realisasi_menunggu"][0]),
        jenis="jaringan",
        uraian="Sinyal di kelurahan hilang setiap sore.",
        sejak=hari - timedelta(days=20),
    )
    permintaan = minta_dukungan(oleh=oleh, kendala=kendala, jenis="jaringan", uraian="Satu antena penguat sinyal.")
    janji = minta_dukungan(oleh=oleh, kendala=None, jenis="alat", uraian="Satu pencetak.")
    jawab_permintaan(
        permintaan=janji, oleh=kantor.orang["kasi"], jawaban="disetujui", alasan="", dijanjikan=hari + timedelta(days=9)
    )
    kantor.objek |= {
        "kendala": (kendala.uuid,),
        "dukungan": (permintaan.uuid,),
        "dukungan_janji": (janji.uuid,),
    }
