"""What waits for a reader in the survey."""

from __future__ import annotations

from django.urls import reverse

from rakumpit.menunggu import Rumpun, Tugas
from rakumpit.organisasi.models import Pengguna
from survei.enums import StatusSurvei
from survei.models import Survei
from survei.permissions import boleh_mengelola

_BUKA = "Buka daftar survei"
_LANGKAH = {StatusSurvei.DITUTUP.value: "Kunci survei", StatusSurvei.DIKUNCI.value: "Publikasikan hasil"}


def menunggu(pengguna: Pengguna) -> list[Tugas]:
    """Closed surveys to lock and locked ones to publish, for the pengelola. One query.

    Neither step can be taken back, so many of them lead to the list, never to one button for all.
    """
    if not boleh_mengelola(pengguna):
        return []
    daftar = reverse("survei:kelola")
    rumpun = {
        StatusSurvei.DITUTUP.value: Rumpun("survei.kunci", "Kunci {jumlah} survei yang sudah ditutup", daftar, _BUKA),
        StatusSurvei.DIKUNCI.value: Rumpun("survei.publikasi", "Publikasikan {jumlah} hasil survei", daftar, _BUKA),
    }
    survei = Survei.objects.filter(status__in=_LANGKAH).select_related("unit").order_by("selesai", "pk")
    return [
        Tugas(
            judul=f"{_LANGKAH[satu.status]}: {satu.judul}",
            dari=satu.unit.nama,
            tenggat=None,
            tautan=reverse("survei:kelola_survei", args=[satu.uuid]),
            aksi=_LANGKAH[satu.status],
            rumpun=rumpun[satu.status],
        )
        for satu in survei
    ]
