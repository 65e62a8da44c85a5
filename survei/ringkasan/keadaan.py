"""How the surveys stand, for the home pages of staff and citizens."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count
from django.urls import reverse

from rakumpit.angka import format_angka
from rakumpit.bacaan import Bacaan
from rakumpit.organisasi.pembaca import Pembaca
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


def suara_warga(pembaca: Pembaca, *, batas: int = 3) -> Bacaan[list[SuaraWarga]]:
    """The newest locked satisfaction results of the units that the reader may see; one step."""
    terlihat = Survei.objects.terlihat_oleh(pembaca.pengguna, pembaca.di_bawah).terkunci().kepuasan()
    (baris,) = yield [
        HasilSurvei.objects.berlaku()
        .filter(survei__in=terlihat)
        .order_by("-survei__selesai", "survei__unit__nama", "pk")
        .values_list(
            *("survei__uuid", "survei__judul", "survei__unit__nama", "survei__selesai", "survei__status"),
            *("n", "ikm", "mutu"),
        )[:batas]
    ]
    return [_suara(satu) for satu in baris]


def _suara(baris: tuple[Any, ...]) -> SuaraWarga:
    kode, judul, unit, selesai, status, n, ikm, mutu = baris
    cukup = n >= SEL_MINIMUM_DALAM and ikm is not None
    terbit = status == StatusSurvei.DIPUBLIKASI.value
    return SuaraWarga(
        judul=judul,
        unit=unit,
        n=n,
        ikm=format_angka(ikm) if cukup else "",
        mutu=f"{mutu}, {LABEL_MUTU[Mutu(mutu)]}" if cukup and mutu else "",
        selesai=selesai,
        tautan=reverse("survei:hasil" if terbit else "survei:kelola_survei", args=[kode]),
    )


@dataclass(frozen=True, slots=True)
class KeadaanSurvei:
    """Number of surveys by state, for the pengelola."""

    draf: int
    terbuka: int
    ditutup: int
    dikunci: int


def keadaan_survei(pembaca: Pembaca) -> Bacaan[KeadaanSurvei | None]:
    """None for everybody but the pengelola; one step."""
    if not boleh_mengelola(pembaca.pengguna):
        return None
    (baris,) = yield [Survei.objects.order_by().values_list("status").annotate(n=Count("pk"))]
    jumlah: dict[str, int] = dict(baris)
    return KeadaanSurvei(
        *(
            jumlah.get(status.value, 0)
            for status in (StatusSurvei.DRAF, StatusSurvei.TERBUKA, StatusSurvei.DITUTUP, StatusSurvei.DIKUNCI)
        )
    )
