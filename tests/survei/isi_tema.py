"""Themes in the named office: one suggestion that somebody has looked at, one theme often enough for a quote."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from survei import proses
from survei.models import HitunganTema, TemaSaran
from survei.perhitungan import SEL_MINIMUM_DALAM
from survei.proses.tema import tandai_saran, tarik_kutipan, terbitkan_kutipan
from tests import pabrik

if TYPE_CHECKING:
    from tests.dasar import KantorBernama


def isi_tema(k: KantorBernama) -> None:
    """Call it after the surveys; masks what they hold."""
    oleh, survei = k.kantor.pengelola, k.survei["survei_dipublikasi"]
    proses.samarkan_saran()
    tema, lain = TemaSaran.objects.order_by("urutan")[:2]
    k.contoh |= {"tema": tema, "tema_lain": lain}
    respons = k.contoh["respons_dipublikasi"]
    ditandai = tandai_saran(survei=survei, submission_id=respons.pk, tema=[tema], versi=0, oleh=oleh)
    HitunganTema.objects.filter(survei=survei, tema=tema).update(jumlah=12)
    kutipan, ditarik = (
        terbitkan_kutipan(kode=uuid4(), survei=survei, tema=tema, teks=teks, oleh=oleh)
        for teks in ("Syaratnya ditulis lebih jelas.", "Syaratnya terlalu banyak.")
    )
    tarik_kutipan(kutipan=ditarik, alasan="Terlalu mirip", oleh=oleh)
    k.objek |= {
        "saran_ditandai": (ditandai.uuid,),
        "kutipan": (survei.uuid, kutipan.uuid),
        "kutipan_ditarik": (survei.uuid, ditarik.uuid),
    }


def bersaran(survei, banyak: int, teks: str = "Kursi tunggu kurang") -> list[UUID]:
    """That many answers with masked suggestions."""
    kiriman = [pabrik.buat_respons(survei, saran=f"{teks} {i}", tanggal=date(2026, 7, 1)).pk for i in range(banyak)]
    proses.samarkan_saran()
    return kiriman


def tutup_agar_terbaca(survei, oleh) -> None:
    """Close the survey with enough other forms that its suggestions may be read."""
    for _ in range(SEL_MINIMUM_DALAM):
        pabrik.buat_respons(survei, tanggal=date(2026, 7, 2))
    proses.hitung_ulang_seluruhnya(survei_id=survei.pk)
    proses.tutup(survei=survei, oleh=oleh)
