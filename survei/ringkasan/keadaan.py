"""How the surveys stand, for the home pages of staff and citizens."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Count
from django.urls import reverse

from rakumpit.angka import format_angka
from rakumpit.organisasi.models import Pengguna
from survei.enums import StatusSurvei
from survei.models import HasilSurvei, Survei
from survei.perhitungan import LABEL_MUTU, SEL_MINIMUM_DALAM, Mutu
from survei.permissions import boleh_mengelola


def jumlah_terbuka() -> int:
    """Surveys that citizens can fill in today."""
    return Survei.objects.dapat_diisi().count()


@dataclass(frozen=True, slots=True)
class SuaraWarga:
    """A locked result for staff. ``ikm`` is "" from fewer than five answers, ``mutu`` «B, Baik» or ""."""

    judul: str
    unit: str
    n: int
    ikm: str
    mutu: str
    selesai: date
    tautan: str


def suara_warga(pengguna: Pengguna, *, batas: int = 3) -> list[SuaraWarga]:
    """The newest locked satisfaction results of the units that the reader may see."""
    semua = (
        HasilSurvei.objects.filter(survei__in=Survei.objects.terlihat_oleh(pengguna).terkunci().kepuasan())
        .select_related("survei__unit")
        .defer("rincian")
        .order_by("-survei__selesai", "survei__unit__nama", "pk")[:batas]
    )
    return [_suara(satu) for satu in semua]


def _suara(hasil: HasilSurvei) -> SuaraWarga:
    cukup = hasil.n >= SEL_MINIMUM_DALAM and hasil.ikm is not None
    terbit = hasil.survei.status == StatusSurvei.DIPUBLIKASI.value
    return SuaraWarga(
        judul=hasil.survei.judul,
        unit=hasil.survei.unit.nama,
        n=hasil.n,
        ikm=format_angka(hasil.ikm) if cukup and hasil.ikm is not None else "",
        mutu=f"{hasil.mutu}, {LABEL_MUTU[Mutu(hasil.mutu)]}" if cukup and hasil.mutu else "",
        selesai=hasil.survei.selesai,
        tautan=reverse("survei:hasil" if terbit else "survei:kelola_survei", args=[hasil.survei.uuid]),
    )


@dataclass(frozen=True, slots=True)
class KeadaanSurvei:
    """Number of surveys by state, for the pengelola."""

    draf: int
    terbuka: int
    ditutup: int
    dikunci: int


def keadaan_survei(pengguna: Pengguna) -> KeadaanSurvei | None:
    """None for everybody but the pengelola. One query."""
    if not boleh_mengelola(pengguna):
        return None
    jumlah = dict(Survei.objects.order_by().values_list("status").annotate(n=Count("pk")))
    return KeadaanSurvei(
        *(
            jumlah.get(status.value, 0)
            for status in (StatusSurvei.DRAF, StatusSurvei.TERBUKA, StatusSurvei.DITUTUP, StatusSurvei.DIKUNCI)
        )
    )
