"""Daily notes in the sample office of the browser tests: with a number and a photo, plain, voided."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING
from uuid import uuid4

from kinerja.models import Indikator
from kinerja.proses.catatan import IsiCatatan, batalkan_catatan, tambah_foto, tulis_catatan
from rakumpit.waktu import hari_ini
from tests.kinerja.berkas import png, unggahan

if TYPE_CHECKING:
    from tests.peramban.kantor import Kantor


def isi_catatan(kantor: Kantor) -> None:
    indikator = Indikator.objects.select_related("rencana__skp__pegawai").get(
        uuid=kantor.objek["realisasi_menunggu"][0]
    )
    oleh, pegawai = kantor.orang["pegawai"], indikator.rencana.skp.pegawai
    semua = [
        tulis_catatan(
            pegawai=pegawai,
            oleh=oleh,
            kiriman_id=uuid4(),
            isi=IsiCatatan(hari_ini() - timedelta(days=jarak), uraian, hasil, indikator if hasil else None),
        )
        for jarak, uraian, hasil in (
            (0, "Melayani surat keterangan usaha di loket.", Decimal(12)),
            (1, "Mengantar berkas warga lansia ke rumahnya.", None),
            (1, "Catatan yang ditulis dua kali.", None),
        )
    ]
    tambah_foto(catatan=semua[0], oleh=oleh, berkas=unggahan("Loket pagi.png", png(warna=7)))
    batalkan_catatan(catatan=semua[2], oleh=oleh, alasan="Ditulis dua kali.")
    kantor.objek |= {"catatan": (semua[1].uuid,), "orang_pegawai": (pegawai.uuid,)}
