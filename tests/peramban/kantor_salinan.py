"""Open addresses of evidence in the sample office of the browser tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kinerja.models import Periode
from kinerja.proses.salinan import buka_tautan_bukti

if TYPE_CHECKING:
    from tests.peramban.kantor import Kantor


def isi_salinan(kantor: Kantor) -> None:
    oleh = kantor.orang["pegawai"]
    pegawai = oleh.pegawai
    buka_tautan_bukti(pegawai=pegawai, periode=Periode.objects.get(kode="tw4-2026"), oleh=oleh)
    kantor.objek["salinan_pegawai"] = (pegawai.uuid,)
