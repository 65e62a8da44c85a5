"""The bundles of paper of the sample office, under the names of their states."""

from __future__ import annotations

from typing import TYPE_CHECKING

from survei.models import BatchKertas, LembarKertas, Survei

if TYPE_CHECKING:
    from tests.peramban.kantor import Kantor


def isi_kertas(kantor: Kantor) -> None:
    kantor.objek |= {f"bundel_{satu.status}": (satu.uuid,) for satu in BatchKertas.objects.all()}
    kantor.objek["survei_kertas"] = (Survei.objects.get(kode="skm-loket-tw4-2026").uuid,)
    kantor.objek["lembar_beda"] = (LembarKertas.objects.get(berbeda__gt=0).uuid,)
