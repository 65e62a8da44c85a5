"""Free surveys of the named office, one in each state, whose last question takes words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from survei import proses
from survei.enums import StatusSurvei
from survei.models import Survei
from tests import pabrik
from tests.survei.isi_penyusun import susun_bebas

if TYPE_CHECKING:
    from tests.dasar import KantorBernama


def isi_teks(k: KantorBernama) -> None:
    oleh = k.kantor.pengelola
    contoh = k.survei["survei_terbuka"]
    instrumen = susun_bebas(oleh, nama="Survei bertulisan")
    for keadaan in StatusSurvei:
        survei = pabrik.buat_survei(
            contoh.unit, instrumen=instrumen, layanan=list(contoh.layanan.all()), judul=f"Posyandu {keadaan.value}"
        )
        for urut in range(5):
            pabrik.buat_respons(survei, {"p2": 2, "p4": 3, "p8": f"Kursi kurang {urut}"})
        proses.hitung_ulang_seluruhnya(survei_id=survei.pk)
        Survei.objects.filter(pk=survei.pk).update(status=keadaan.value)
        k.objek |= {f"bebas_{keadaan.value}": (survei.uuid,), f"teks_{keadaan.value}": (survei.uuid, "p8")}
